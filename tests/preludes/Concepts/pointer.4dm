//--- tables
//% before block 7
