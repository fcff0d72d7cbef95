//--- 1
//% class ob block 0
//--- 3
//% class ob block 2
//--- 4
//% method Greeting block 5
