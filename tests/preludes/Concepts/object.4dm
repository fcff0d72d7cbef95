//--- 17
//% before block 16
//--- tables
//% before block 13
