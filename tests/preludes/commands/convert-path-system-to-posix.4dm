//--- 0
//% startup machd
//--- 1
//% paths windows
