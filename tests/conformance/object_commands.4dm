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
