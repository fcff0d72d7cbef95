//--- 4
//% paths windows
