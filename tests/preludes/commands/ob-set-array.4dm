//--- 2
//% before block 1
