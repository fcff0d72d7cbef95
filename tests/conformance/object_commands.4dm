// objects: the commands of the theme Objects (Language)
//---
// objects: classes of objects
var $o : Object
$o:={a: 1}
ASSERT(OB Class($o).name="Object")
ASSERT(OB Class(Formula(1)).name="Function")
ASSERT(OB Class(Null)=Null)
ASSERT(OB Instance of($o; 4D.Object))
ASSERT(Not(OB Instance of(Null; 4D.Object)))
ASSERT(OB Instance of(Formula(1); 4D.Function))
ASSERT(OB Instance of(Formula(1); 4D.Object))
ASSERT(Not(OB Instance of($o; 4D.Function)))
//---
// objects: a class is wanted
ASSERT(OB Instance of({a: 1}; {a: 1}))  //! OB Instance of: class: wanted a class, got Object \(error -10745\)
//---
// objects: user classes
//% class Polygon
Class constructor($width : Integer; $height : Integer)
	This.area:=$width*$height
Function get half : Integer
	return This.area/2
//% end
//% class Square
Class extends Polygon
Class constructor($side : Integer)
	Super($side; $side)
//% end
//% class Circle
Class constructor
	This.radius:=1
//% end
$poly:=cs.Polygon.new(4; 3)
ASSERT(OB Class($poly).name="Polygon")
ASSERT(OB Instance of($poly; cs.Polygon))
ASSERT(OB Instance of($poly; 4D.Object))
ASSERT(Not(OB Instance of($poly; cs.Circle)))
ASSERT(OB Instance of(cs.Square.new(2); cs.Polygon))
ASSERT(Not(OB Instance of($poly; cs.Square)))
ASSERT(OB Instance of(OB Copy($poly); cs.Polygon); "copies keep their class")
ASSERT(OB Get($poly; "half")=6)
$c:=[$poly; cs.Square.new(2)]
ASSERT($c.query("half = 6").length=1)
ASSERT($c.sum("half")=8)
ASSERT($c.orderBy("half")[0]=$c[1])
//---
// objects: OB SET makes the object of a variable that has none
var $typed; $pointed : Object
OB SET($typed; "a"; 1; "b"; 2)
ASSERT($typed.b=2)
OB SET($new; "a"; 1)
ASSERT($new.a=1)
OB SET NULL($other; "a")
ASSERT(OB Is defined($other; "a") & ($other.a=Null))
OB SET(vProcess; "a"; 1)
OB SET(<>vInter; "a"; 1)
ASSERT((vProcess.a=1) & (<>vInter.a=1))
ARRAY OBJECT($list; 2)
OB SET($list{2}; "a"; 1)
ASSERT($list{2}.a=1)
$pointer:=->$pointed
OB SET($pointer->; "a"; 1)
ASSERT($pointed.a=1)
$same:=$typed
OB SET($typed; "c"; 3)
ASSERT($same.c=3)
//---
// objects: OB SET wants an object where there is something else
var $text : Text
OB SET($text; "a"; 1)  //! OB SET: object: wanted Object, got Text
//---
// objects: OB SET of a property that holds none
$o:={}
OB SET($o.inner; "a"; 1)  //! OB SET: object: wanted Object, got Undefined
//---
// objects: OB Get in the type that is asked
var $o : Object
OB SET($o; "age"; 42; "height"; 1.75; "text"; "12"; "date"; !2010-01-30!; "hour"; ?01:00:01?; "null"; Null; "flag"; True)
ASSERT(OB Get($o; "age")=42)
ASSERT(Value type(OB Get($o; "age"; Is text))=Is text)
ASSERT(OB Get($o; "age"; Is longint)=42)
ASSERT(OB Get($o; "text"; Is real)=12)
ASSERT(OB Get($o; "date")=!2010-01-30!)
ASSERT(OB Get($o; "hour")=3601)
ASSERT(OB Get($o; "hour"; Is time)=?01:00:01?)
ASSERT(Value type(OB Get($o; "null"))=Is null)
ASSERT(Value type(OB Get($o; "Age"))=Is undefined)
ASSERT(OB Get($o; "flag"; Is Boolean))
//---
// objects: names are told apart by case, and keep their order
var $o : Object
OB SET($o; "b"; 1; "B"; 2; "a"; {inner: 3})
ASSERT(OB Keys($o).join(",")="b,B,a")
ASSERT(OB Values($o)[1]=2)
ASSERT(JSON Stringify(OB Entries($o)[2])="{\"key\":\"a\",\"value\":{\"inner\":3}}")
OB REMOVE($o; "b")
ASSERT(OB Is defined($o; "B") & Not(OB Is defined($o; "b")))
OB REMOVE($o; "none")
ASSERT(OB Keys($o).length=2)
//---
// objects: defined and empty ones
var $never; $o : Object
ASSERT(Not(OB Is defined($never)) & OB Is empty($never))
$o:={}
ASSERT(OB Is defined($o) & OB Is empty($o))
$o.a:=Null
ASSERT(Not(OB Is empty($o)) & OB Is defined($o; "a"))
//---
// objects: a reference is stored, not a copy
var $smith; $employee : Object
OB SET($smith; "name"; "Smith")
OB SET($employee; "employee"; $smith)
OB SET($smith; "name"; "Smyth")
ASSERT(OB Get(OB Get($employee; "employee"); "name")="Smyth")
$copy:=OB Copy($employee)
OB SET($smith; "name"; "Smith")
ASSERT(($copy.employee.name="Smyth") & ($employee.employee.name="Smith"))
//---
// objects: pointers are kept, and followed where that is asked
vtName:=""
var $o : Object
OB SET($o; "name"; ->vtName)
ASSERT(JSON Stringify($o)="{\"name\":\"\"}")
vtName:="Wesson"
ASSERT(JSON Stringify($o)="{\"name\":\"Wesson\"}")
$kept:=OB Copy($o)
$followed:=OB Copy($o; True)
$also:=OB Copy($o; ck resolve pointers)
vtName:="later"
ASSERT(($kept.name->="later") & ($followed.name="Wesson") & ($also.name="Wesson"))
//---
// objects: the array of objects that APPEND TO ARRAY makes
var $john; $jim : Object
OB SET($john; "name"; "John"; "age"; 35)
OB SET($jim; "name"; "Jim"; "age"; 40)
APPEND TO ARRAY($people; $john)
APPEND TO ARRAY($people; $jim)
OB SET($people{1}; "age"; 25)
ASSERT(($john.age=25) & (Size of array($people)=2) & (Type($people)=Object array))
//---
// objects: names and types in arrays
var $o : Object
OB SET($o; "t"; "x"; "r"; 1; "b"; True; "o"; {}; "c"; []; "n"; Null)
OB GET PROPERTY NAMES($o; $names; $types)
ASSERT(Size of array($names)=6)
ASSERT(($types{1}=Is text) & ($types{2}=Is real) & ($types{3}=Is Boolean) & ($types{4}=Is object) & ($types{5}=Is collection) & ($types{6}=Is null))
//---
// objects: a pointer to an array is written as its elements
ARRAY LONGINT(alNumbers; 2)
alNumbers{2}:=5
ASSERT(JSON Stringify({a: ->alNumbers})="{\"a\":[0,5]}")
//---
// objects: a pointer that leads back to itself has no text
pLoop:=->pLoop
$t:=JSON Stringify({a: pLoop})  //! JSON Stringify: value: nested too deeply
