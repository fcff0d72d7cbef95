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
