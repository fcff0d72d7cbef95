//--- 4-5
var $r : Object:={urlQuery: {myparams: "[1]"; mdcode: "```4d"}}
