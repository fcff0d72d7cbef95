//% paths windows
