//--- 0, 2, 4, 6, 9
//% paths windows
//--- 1, 3, 7
//% paths macos
