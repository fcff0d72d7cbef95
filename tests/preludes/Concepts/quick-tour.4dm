//--- 21
//% class myClass block 20
