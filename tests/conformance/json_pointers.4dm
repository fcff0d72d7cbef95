// JSON pointers: a value and an object in other places
var $o; $r : Object
$o:=New object("value"; 42)
$o.myJSONPointer:=JSON Parse("{\"$ref\":\"#/value\"}")
$r:=JSON Resolve pointers($o; {merge: True})
ASSERT($r.success)
ASSERT(JSON Stringify($r.value)="{\"value\":42,\"myJSONPointer\":42}")
ASSERT($o.myJSONPointer=42)
$o:=JSON Parse("{\"billing\":{\"city\":\"San Jose\"},\"shipping\":{\"$ref\":\"#/billing\"}}")
$r:=JSON Resolve pointers($o)
ASSERT(JSON Stringify($r)="{\"success\":true,\"value\":{\"billing\":{\"city\":\"San Jose\"},\"shipping\":{\"city\":\"San Jose\"}}}")
//---
// JSON pointers: merging
var $t : Text
$t:="{\"defaults\":{\"edit\":true,\"add\":false,\"delete\":false},\"rights\":{\"$ref\":\"#/defaults\",\"delete\":true,\"id\":456}}"
$r:=JSON Resolve pointers(JSON Parse($t); {merge: False})
ASSERT(JSON Stringify($r.value.rights)="{\"edit\":true,\"add\":false,\"delete\":false}")
$r:=JSON Resolve pointers(JSON Parse($t); {merge: True})
ASSERT(JSON Stringify($r.value.rights)="{\"edit\":true,\"add\":false,\"delete\":true,\"id\":456}")
//---
// JSON pointers: one through another, elements, unusual names
$o:=JSON Parse("{\"a\":[{\"x/y\":1},{\"$ref\":\"#/a/0\"}],\"b\":{\"$ref\":\"#/a/1/x~1y\"},\"c\":{\"$ref\":\"#/b\"}}")
$r:=JSON Resolve pointers($o)
ASSERT(($r.value.b=1) & ($r.value.c=1) & ($r.value.a[1]["x/y"]=1))
$r:=JSON Resolve pointers(JSON Parse("{\"me\":{\"$ref\":\"#\"},\"n\":1}"))
ASSERT($r.value.me.me.n=1)
//---
// JSON pointers: what leads nowhere is told
$r:=JSON Resolve pointers(JSON Parse("{\"a\":{\"$ref\":\"#/b\"},\"c\":{\"$ref\":\"other.json#/x\"},\"d\":{\"$ref\":\"#/d\"}}"))
ASSERT(Not($r.success))
ASSERT($r.errors.length=3)
ASSERT($r.errors[0].pointerURI="#/b")
ASSERT($r.errors.extract("message").join("; ")="there is no #/b; the document other.json cannot be read; the pointers lead to each other")
//---
// JSON pointers: a scalar is only in the result
$o:=JSON Parse("{\"$ref\":\"#/v\",\"v\":7}")
$r:=JSON Resolve pointers($o)
ASSERT($r.value=7)
ASSERT($o.v=7)
