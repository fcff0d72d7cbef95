//--- 1
//% class Person block 0
//--- 12
//% class Rectangle block 11
//--- 16
//% class MyClass block 15
//--- 20
//% class MyClass block 19
//--- 29
//% class ob block 28
//--- 31
//% class Person block 30
