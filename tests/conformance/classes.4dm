// classes: constructor, properties, functions
//% class Rectangle
property name : Text:="Rectangle"
property height; width : Integer
Class constructor($width : Integer; $height : Integer)
	This.height:=$height
	This.width:=$width
Function getArea()->$result : Integer
	$result:=(This.height)*(This.width)
Function scaled($factor : Integer) : cs.Rectangle
	return cs.Rectangle.new(This.width*$factor; This.height*$factor)
Function get perimeter : Integer
	return (This.width+This.height)*2
Function set side($value : Integer)
	This.width:=$value
	This.height:=$value
Function get side : Integer
	return This.width
//% end
var $rect : cs.Rectangle
$rect:=cs.Rectangle.new(50; 100)
ASSERT($rect.getArea()=5000)
ASSERT($rect.name="Rectangle")
ASSERT($rect.scaled(2).getArea()=20000)
ASSERT($rect.perimeter=300)
$rect.side:=7
ASSERT(($rect.width=7) & ($rect.height=7) & ($rect.side=7))
ASSERT(cs.Rectangle.name="Rectangle")
ASSERT(Undefined($rect.nothing))
$rect.perimeter:=1  //! perimeter is read-only
//---
// classes: inheritance and Super
//% class Polygon
Class constructor($width : Integer; $height : Integer)
	This.name:="Polygon"
	This.width:=$width
	This.height:=$height
Function describe($what : Text) : Text
	return This.name+" "+$what
Function area : Integer
	return This.width*This.height
//% end
//% class Square
Class extends Polygon
Class constructor($side : Integer)
	Super($side; $side)
	This.name:="Square"
Function describe($what : Text) : Text
	return "("+Super.describe($what)+")"
//% end
$s:=cs.Square.new(4)
ASSERT($s.area()=16)
ASSERT($s.describe("here")="(Square here)")
ASSERT($s.name="Square")
ASSERT(cs.Square.superclass.name="Polygon")
ASSERT(cs.Polygon.superclass=Null)
//---
// classes: without a constructor of its own
//% class Base
Class constructor($value : Integer)
	This.value:=$value
//% end
//% class Child
Class extends Base
Function double : Integer
	return This.value*2
//% end
ASSERT(cs.Child.new(21).double()=42)
//---
// classes: singletons
//% class Counter
singleton Class constructor
	This.count:=0
Function next : Integer
	This.count+=1
	return This.count
//% end
ASSERT(cs.Counter.me.next()=1)
ASSERT(cs.Counter.me.next()=2)
ASSERT(cs.Counter.me=cs.Counter.me)
ASSERT(cs.Counter.isSingleton)
//---
// classes: functions as values, and This
//% class Greeter
Class constructor($who : Text)
	This.who:=$who
Function hello($end : Text) : Text
	return "Hello "+This.who+$end
//% end
$g:=cs.Greeter.new("Ann")
$f:=$g.hello
ASSERT($f.call({who: "Bob"}; "!")="Hello Bob!")
ASSERT($g.hello("?")="Hello Ann?")
$o:={who: "Cid"; hello: $f}
ASSERT($o.hello(".")="Hello Cid.")
//---
// classes: parameters, their count, and recursion
//% class Tools
Function sum(... : Integer) : Integer
	var $i; $total : Integer
	For ($i; 1; Count parameters)
		$total+=${$i}
	End for
	return $total
Function factorial($n : Integer) : Real
	return ($n<2) ? 1 : $n*This.factorial($n-1)
//% end
$t:=cs.Tools.new()
ASSERT($t.sum(1; 2; 3)=6)
ASSERT($t.sum()=0)
ASSERT($t.factorial(5; "too many")=120)
//---
// classes: an error in a function
//% class Faulty
Function run
	var $n : Integer
	$n:="x"
//% end
$f:=cs.Faulty.new()
$f.run()
//! \$n: wanted Integer, got Text
//---
// classes: one that there is not
$x:=cs.Nothing.new()  //! there is no class cs\.Nothing
//---
// classes: a function that there is not
//% class Empty
Function something
//% end
$e:=cs.Empty.new()
$e.nothing()  //! the object has no function nothing
//---
// classes: Super outside of a class
Super(1)  //! Super stands in functions of classes
//---
// classes of 4D: their properties
ASSERT((4D.File.name="File") & (4D.File.superclass.name="Document"))
ASSERT(4D.Folder.superclass.name="Directory")
ASSERT(4D.Document.superclass=4D.Object)
ASSERT(4D.Object.superclass=Null)
ASSERT((4D.Method.superclass=4D.Function) & (4D.Formula.superclass=4D.Function))
ASSERT(Not(4D.File.isShared) & Not(4D.File.isSingleton) & Not(4D.File.isSessionSingleton))
ASSERT(Undefined(4D.File.me) & Undefined(4D.File.none))
//---
// classes of 4D: a plain object
$o:=4D.Object.new()
ASSERT(OB Is empty($o) & OB Instance of($o; 4D.Object))
$o.a:=1
ASSERT(JSON Stringify($o)="{\"a\":1}")
//---
// classes: one that has properties only
//% class Point
property x; y : Integer
property name : Text:="origin"
//% end
ASSERT(cs.Point.new().name="origin")
//---
// classes: functions of data classes are read
//% class Letter
Class extends Sheet
local Function get size : Integer
	return 3
exposed Function query size($event : Object)->$result : Text
	$result:="x"
Function orderBy size($event : Object) : Text
	return "y"
Function event touched size($event : Object)
Function event saving($event : Object)
//% end
//% class Sheet
Class constructor
	This.made:=True
//% end
ASSERT(cs.Letter.new().size=3)
//---
// classes: property in a method
property a : Text  //! property stands before the functions of a class
//---
// classes: tokens of constants
//% class Kind
Function of($value : Variant) : Boolean
	return Value type:C1509($value)=Est un texte:K8:3
//% end
ASSERT(cs.Kind.new().of("a"))
ASSERT(Not(cs.Kind.new().of(1)))
//---
// classes: a name stands for one parameter of a function, in whatever case
//% class Twice
Function sum($side : Integer; $SIDE : Integer) : Integer //! \$side is declared twice
	return $side
//% end
$made:=cs.Twice.new()
