//--- 1-4
//% before block 0
