//--- 17
//% method MySum block 16
//--- 25
//% method SumNumbers block 24
//--- 36
//% class myClass block 35
