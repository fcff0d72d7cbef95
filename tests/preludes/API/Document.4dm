//--- 0
//% paths windows
