//--- 6
//% class Rectangle block 4
//% class Square block 5
