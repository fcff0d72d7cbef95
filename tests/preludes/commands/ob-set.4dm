//--- 2-3, 5
//% before block 0
//--- 3, 5
//% before block 2
//--- 7
//% before block 6
