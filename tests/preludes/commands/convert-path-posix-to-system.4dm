//--- 0
//% paths macos
//--- 1
//% paths windows
