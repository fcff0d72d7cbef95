//--- 2
//% paths windows
//--- 3
//% paths macos
