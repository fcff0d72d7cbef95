//--- 3, 13, 15-16, 21
//% paths windows
