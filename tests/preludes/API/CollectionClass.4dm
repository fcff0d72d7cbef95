//--- 55
// The method of the page, which misspells its second parameter.
//% method sortCollection
#DECLARE($compared : Object; $option : Integer)
$compared.result:=(Compare strings($compared.value; $compared.value2; $option)<0)
//% end
//--- 74-78
//% before block 73
var $aString : Text:="W"
//--- 80
//% method Flatten block 81
//--- 83
//% method Flatten block 81
