//--- 9
var $col : Collection:=[{My: "a"}]
//--- tables
//% before block 10
