// Concepts/null-undefined.md, Concepts/object.md, Concepts/collection.md: comparison with what has no value
//---
// null: the table of operators
var $a; $b : Object
$a:={nullProp: Null}
$b:={nullProp: Null}
ASSERT($a.nullProp=$b.nullProp)
ASSERT($a.nullProp=$b.undefinedProp)
ASSERT(Not($a.nullProp=42))
ASSERT(Not($a.nullProp#$b.nullProp))
ASSERT(Not($a.nullProp#$b.undefinedProp))
ASSERT($a.nullProp#42)
//---
// null: no scalar value is Null
var $a : Object
$a:={n: Null}
ASSERT(Not($a.n=""))
ASSERT(Not($a.n="x"))
ASSERT(Not($a.n=!2024-01-01!))
ASSERT(Not($a.n=!00-00-00!))
ASSERT(Not($a.n=?00:00:00?))
ASSERT(Not($a.n=True))
ASSERT(Not($a.n=False))
ASSERT(Not($a.n=0))
ASSERT($a.n#"")
ASSERT($a.n#False)
ASSERT($a.n#0)
ASSERT(Not(""=$a.n))
ASSERT(0#$a.n)
ASSERT(Not(Null=42))
ASSERT(Null=Null)
ASSERT(Not(Null#Null))
//---
// null: variables that hold Null by default
var $object : Object
var $collection : Collection
var $variant : Variant
var $text : Text
var $integer : Integer
var $boolean : Boolean
var $date : Date
var $time : Time
ASSERT($object=Null)
ASSERT($collection=Null)
ASSERT($variant=Null)
ASSERT(Not($text=Null))
ASSERT(Not($integer=Null))
ASSERT(Not($boolean=Null))
ASSERT(Not($date=Null))
ASSERT(Not($time=Null))
ASSERT($text#Null)
ASSERT(Null=$object)
ASSERT(Null#$text)
//---
// null: no order, on the right
var $o : Object
var $v
$o:={n: Null}
$v:=(42>$o.n)  //! > cannot take Number and Null
//---
// null: no order, on the left
var $o : Object
var $v
$o:={n: Null}
$v:=($o.n<=42)  //! <= cannot take Null and Number
//---
// null: no order among Nulls
var $v
$v:=(Null>=Null)  //! >= cannot take Null and Null
//---
// null: does not add up
var $v
$v:=Null+1  //! \+ cannot take Null and Number
//---
// undefined: the table of operators
var $a; $b; $c : Object
$a:={}
$b:={nullProp: Null}
$c:={nullProp: Null}
ASSERT($a.undefinedProp=$b.undefinedProp)
ASSERT($a.undefinedProp=$c.nullProp)
ASSERT(Not($a.undefinedProp=42))
ASSERT(Not($a.undefinedProp#$b.undefinedProp))
ASSERT(Not($a.undefinedProp#$b.nullProp))
ASSERT($a.undefinedProp#42)
ASSERT(Not($a.undefinedProp>"abc"))
ASSERT(Not($a.undefinedProp<"abc"))
ASSERT(Not($a.undefinedProp>="abc"))
ASSERT(Not($a.undefinedProp<="abc"))
//---
// undefined: compared with values of each type
var $a : Object
$a:={}
ASSERT(Not($a.u=""))
ASSERT(Not($a.u=False))
ASSERT(Not($a.u=0))
ASSERT(Not($a.u=!00-00-00!))
ASSERT(Not($a.u=?00:00:00?))
ASSERT(Not($a.u={}))
ASSERT(Not($a.u=[]))
ASSERT($a.u#"")
ASSERT($a.u#False)
ASSERT(Not($a.u>42))
ASSERT(Not($a.u<42))
ASSERT(Not($a.u>=42))
ASSERT(Not($a.u<=42))
ASSERT(Not($a.u<!2024-01-01!))
ASSERT(Not($a.u>!2024-01-01!))
ASSERT(Not($a.u>=?10:00:00?))
ASSERT(Not($a.u<=?10:00:00?))
//---
// undefined: the documented examples
var $vEmp : Object
var $result : Boolean
$vEmp:=New object
$vEmp.name:="Smith"
$vEmp.children:=Null
ASSERT(Undefined($vEmp.name)=False)
ASSERT(($vEmp.name=Null)=False)
ASSERT(Undefined($vEmp.children)=False)
ASSERT(($vEmp.children=Null)=True)
ASSERT(Undefined($vEmp.parent)=True)
ASSERT(($vEmp.parent=Null)=True)
//---
// undefined: the documented comparisons
var $result : Boolean
var $vObj : Object
var $vVar : Variant
$vObj:=New object
$vObj.null:=Null
ASSERT(($vObj.undefined=42)=False)
ASSERT(($vObj.undefined=$vObj.null)=True)
ASSERT(($vObj.undefined=$vVar)=True)
ASSERT(($vObj.undefined#$vObj.null)=False)
ASSERT(($vObj.undefined#42)=True)
ASSERT(($vObj.undefined#$vVar)=False)
ASSERT(($vObj.undefined>"hello")=False)
ASSERT(($vVar<42)=False)
//---
// undefined: no order among undefined values
var $vObj : Object
var $vVar : Variant
var $result : Boolean
$vObj:=New object
$result:=($vObj.undefined>$vVar)  //! > cannot take Undefined and Undefined
//---
// undefined: no order with Null
var $vObj : Object
var $result : Boolean
$vObj:=New object("null"; Null)
$result:=($vObj.undefined>$vObj.null)  //! > cannot take Undefined and Null
//---
// undefined: no order with a Boolean
var $o : Object
var $result : Boolean
$o:={}
$result:=($o.u<=True)  //! <= cannot take Undefined and Boolean
//---
// undefined: no order with an object
var $o : Object
var $result : Boolean
$o:={}
$result:=($o.u<$o)  //! < cannot take Undefined and Object
//---
// undefined: no order with a collection
var $o : Object
var $result : Boolean
$o:={}
$result:=([]>=$o.u)  //! >= cannot take Collection and Undefined
//---
// undefined: assigned to a variable, it clears it
var $o : Object
var $val : Integer
var $t : Text
var $b : Boolean
var $d : Date
var $h : Time
var $r : Real
var $c : Collection
$o:={}
$val:=10
$val:=$o.a
ASSERT($val=0)
$t:="x"
$t:=$o.a
ASSERT($t="")
ASSERT(Value type($t)=Is text)
$b:=True
$b:=$o.a
ASSERT($b=False)
$d:=!2024-01-01!
$d:=$o.a
ASSERT($d=!00-00-00!)
$h:=?10:00:00?
$h:=$o.a
ASSERT($h=?00:00:00?)
$r:=1.5
$r:=$o.a
ASSERT($r=0)
$c:=[1]
$c:=$o.a
ASSERT($c=Null)
$o:=$o.a
ASSERT($o=Null)
//---
// undefined: read from an object variable that was never assigned
var $o : Object
var $val : Integer
$val:=10
$val:=$o.a
ASSERT($val=0)
ASSERT(Undefined($o.a))
ASSERT(Undefined($o.a.b.c))
//---
// undefined: assigned to a property, it clears it by its type
var $o : Object
$o:={n: 2; t: "x"; b: True; d: !2024-01-01!; o: {a: 1}; c: [1]; z: Null}
$o.n:=$o.missing
$o.t:=$o.missing
$o.b:=$o.missing
$o.d:=$o.missing
$o.o:=$o.missing
$o.c:=$o.missing
$o.z:=$o.missing
ASSERT($o.n=0)
ASSERT(Value type($o.t)=Is text)
ASSERT($o.t="")
ASSERT(Value type($o.b)=Is Boolean)
ASSERT($o.b=False)
ASSERT($o.d=!00-00-00!)
ASSERT(Value type($o.o)=Is null)
ASSERT(Value type($o.c)=Is null)
ASSERT(Value type($o.z)=Is null)
//---
// undefined: assigned to a property that does not exist, it does nothing
var $o : Object
$o:={}
$o.a:=$o.b
ASSERT(OB Is defined($o; "a")=False)
ASSERT(OB Is empty($o))
//---
// undefined: as a condition it is false
var $o : Object
var $hit : Text
$o:={}
If ($o.a)
	$hit:="if"
End if
Case of
	: ($o.a)
		$hit:="case"
	Else
		$hit:=$hit+"else"
End case
ASSERT($hit="else")
While ($o.a)
	$hit:="while"
	break
End while
ASSERT($hit="else")
//---
// undefined: as an argument it is the empty value of the declared type
//% method Typed
#DECLARE($t : Text; $n : Integer; $b : Boolean; $d : Date)
ASSERT(Value type($t)=Is text)
ASSERT($t="")
ASSERT($n=0)
ASSERT($b=False)
ASSERT($d=!00-00-00!)
//% end
var $o : Object
$o:={}
Typed($o.a; $o.a; $o.a; $o.a)
//---
// undefined: the commands that cast give the empty value
var $o : Object
$o:={}
ASSERT(String($o.a.b)="")
ASSERT(Num($o.a)=0)
ASSERT(Date($o.a)=!00-00-00!)
ASSERT(Time($o.a)=?00:00:00?)
ASSERT(Bool($o.a)=False)
ASSERT(Lowercase(String($o.a.b))="")
//---
// objects: references are compared
var $o1:={a: 42}
var $o2:={a: 42}
var $o3:=$o1
ASSERT($o1=$o3)
ASSERT(Not($o1=$o2))
ASSERT(Not($o1#$o3))
ASSERT($o1#$o2)
//---
// objects: an assignment copies the reference
var $o1; $o2 : Object
var $col : Collection
$col:=[1; 2; 3]
$o1:={a: 2; b: $col}
$o2:=$o1
$o1.a:=10
ASSERT($o2.a=10)
$o2.a:=20
ASSERT($o1.a=20)
$col.push(4)
ASSERT($o1.b.length=4)
ASSERT($o2.b[3]=4)
ASSERT($o1=$o2)
//---
// collections: references are compared
var $c1:=["a"; 42]
var $c2:=["a"; 42]
var $c3:=$c1
ASSERT($c1=$c3)
ASSERT(Not($c1=$c2))
ASSERT(Not($c1#$c3))
ASSERT($c1#$c2)
//---
// collections: an assignment copies the reference
var $col1; $col2 : Collection
var $o : Object
$col1:=[1; 2; 3]
$col2:=$col1
$o:={list: $col1}
$col1.push(4)
$col2[0]:=10
ASSERT($col1[0]=10)
ASSERT($o.list[0]=10)
$o.list.push(5)
ASSERT($col1.length=5)
ASSERT($col1=$col2)
//---
// undefined: counts as 0 beside a number, and stays undefined beside itself
var $o : Object
$o:={}
ASSERT(($o.a+1)=1)
ASSERT((1-$o.a)=1)
ASSERT(($o.a*5)=0)
ASSERT(Undefined($o.a+$o.b))
//---
// undefined: beside a Boolean it is false
var $o : Object
$o:={}
ASSERT(Not($o.a & True))
ASSERT($o.a | True)
//---
// null: a property that is Null has no sum
var $o : Object
$o:={n: Null}
$o.n+=1  //! \+ cannot take Null and Number
//---
// Undefined of a constant, a condition of constants
ASSERT(Not(Undefined(1)) & Not(Undefined("a")))
ASSERT((1+2 ? "yes" : "no")="yes")
ASSERT((0 ? "yes" : "no")="yes")
