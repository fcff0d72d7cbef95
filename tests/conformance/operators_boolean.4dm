// Concepts/boolean.md, Concepts/operators.md: logic, short circuits, truthy and falsy
//---
// boolean: the table of operators
ASSERT(("A"="A") & (15#3))
ASSERT(Not(("A"="B") & (15#3)))
ASSERT(Not(("A"="B") & (15=3)))
ASSERT(("A"="A") | (15#3))
ASSERT(("A"="B") | (15#3))
ASSERT(Not(("A"="B") | (15=3)))
//---
// boolean: the truth tables
ASSERT((True & True)=True)
ASSERT((True & False)=False)
ASSERT((False & True)=False)
ASSERT((False & False)=False)
ASSERT((True | True)=True)
ASSERT((True | False)=True)
ASSERT((False | True)=True)
ASSERT((False | False)=False)
//---
// boolean: the truth tables on variables and properties
var $t; $f : Boolean
var $o : Object
$t:=True
$o:={t: True; f: False}
ASSERT(($t & $t)=True)
ASSERT(($t & $f)=False)
ASSERT(($f & $t)=False)
ASSERT(($f & $f)=False)
ASSERT(($t | $t)=True)
ASSERT(($t | $f)=True)
ASSERT(($f | $t)=True)
ASSERT(($f | $f)=False)
ASSERT(($o.t & $o.t)=True)
ASSERT(($o.t & $o.f)=False)
ASSERT(($o.f | $o.t)=True)
ASSERT(($o.f | $o.f)=False)
ASSERT(($t & $o.t) & Not($f | $o.f))
//---
// boolean: exclusive disjunction
var $e1; $e2 : Boolean
$e1:=True
ASSERT(($e1|$e2) & Not($e1 & $e2))
$e2:=True
ASSERT(Not(($e1|$e2) & Not($e1 & $e2)))
//---
// boolean: both sides of & and | are always evaluated
//% method Count
#DECLARE($o : Object; $value : Boolean) -> $result : Boolean
$o.calls:=$o.calls+1
$result:=$value
//% end
var $o : Object
$o:={calls: 0}
If (Count($o; False) & Count($o; False))
	ASSERT(False)
End if
ASSERT($o.calls=2)
ASSERT(Count($o; True) | Count($o; True))
ASSERT($o.calls=4)
If (Count($o; False) && Count($o; False))
	ASSERT(False)
End if
ASSERT($o.calls=5)
ASSERT(Count($o; True) || Count($o; True))
ASSERT($o.calls=6)
//---
// boolean: Not, equality, inequality
ASSERT(Not(False))
ASSERT(Not(Not(True)))
ASSERT(True=True)
ASSERT(True#False)
var $b : Boolean
ASSERT($b=False)
$b:=(1=1)
ASSERT($b)
//---
// boolean: If without parentheses around both conditions
var $a; $b : Integer
var $hit : Text
$a:=1
$b:=2
If ($a=1) & ($b=2)
	$hit:="both"
End if
ASSERT($hit="both")
If ($a=2) | ($b=2)
	$hit:="one"
End if
ASSERT($hit="one")
//---
// boolean: a number is no condition
If (1)  //! condition
End if
//---
// boolean: a text is no condition
var $t : Text
$t:="x"
While ($t)  //! condition
End while
//---
// boolean: Boolean and number are not combined
var $v
$v:=True & 1  //! & cannot take Boolean and Number
//---
// short circuit: the examples
var $v : Variant
$v:="Hello" && "World"
ASSERT($v="World")
$v:=False && 0
ASSERT(Value type($v)=Is Boolean)
ASSERT($v=False)
$v:=0 && False
ASSERT(Value type($v)=Is Boolean)
$v:=5 && !00-00-00!
ASSERT(Value type($v)=Is date)
ASSERT($v=!00-00-00!)
$v:=5 && 10 && "hello"
ASSERT($v="hello")
//---
// short circuit: the table of &&
var $v : Variant
$v:="a" && "b"
ASSERT($v="b")
$v:="a" && ""
ASSERT($v="")
$v:="" && "b"
ASSERT($v="")
$v:=Null && ""
ASSERT($v=Null)
ASSERT(Value type($v)=Is null)
//---
// short circuit: the table of ||
var $v : Variant
$v:="a" || "b"
ASSERT($v="a")
$v:="a" || ""
ASSERT($v="a")
$v:="" || "b"
ASSERT($v="b")
$v:="" || Null
ASSERT(Value type($v)=Is null)
//---
// short circuit: no precedence of && over ||
var $v : Variant
$v:="a" || "b" && "c"
ASSERT($v="c")
$v:="a" || ("b" && "c")
ASSERT($v="a")
$v:="" && "b" || "c"
ASSERT($v="c")
//---
// short circuit: a Null object is not asked for a property
var $myObject : Object
If (($myObject#Null) && ($myObject.value>10))
	ASSERT(False)
End if
$myObject:={value: 11}
ASSERT(($myObject#Null) && ($myObject.value>10))
//---
// short circuit: a default for what is missing
var $emp : Object
var $phone : Text
$emp:={name: "Smith"; nothing: Null; empty: ""; given: "123"}
$phone:=$emp.phone || "n/a"
ASSERT($phone="n/a")
$phone:=$emp.nothing || "n/a"
ASSERT($phone="n/a")
$phone:=$emp.empty || "n/a"
ASSERT($phone="n/a")
$phone:=$emp.given || "n/a"
ASSERT($phone="123")
//---
// short circuit: what is undefined stays undefined or Null
var $item : Object
var $tax : Variant
$item:={price: 100}
$tax:=$item.taxRate && ($item.price*$item.taxRate)
ASSERT($tax=Null)
$item.taxRate:=0.2
$tax:=$item.taxRate && ($item.price*$item.taxRate)
ASSERT($tax=20)
//---
// ternary: the simple example
var $age : Integer
var $beverage : Text
$age:=26
$beverage:=($age>=21) ? "Beer" : "Juice"
ASSERT($beverage="Beer")
$age:=20
$beverage:=($age>=21) ? "Beer" : "Juice"
ASSERT($beverage="Juice")
//---
// ternary: the condition is the whole left side
var $c : Text
$c:="x"
ASSERT((($c="x") ? 1 : 2)=1)
var $r
$r:=$c="x" ? "yes" : "no"
ASSERT($r="yes")
$r:=$c=Null ? "null" : "not null"
ASSERT($r="not null")
//---
// ternary: only the branch taken is evaluated
var $o : Object
var $r
$r:=($o=Null) ? "none" : $o.a.b.c
ASSERT($r="none")
//---
// ternary: nested, to the right
var $n : Integer
var $t : Text
For ($n; 1; 3)
	$t+=($n=1) ? "one" : ($n=2) ? "two" : "many"
End for
ASSERT($t="onetwomany")
//---
// ternary: the example with names
var $fullname : Text
var $person : Object
$person:={firstname: "Jane"; lastname: "Doe"}
$fullname:=($person.firstname && $person.lastname) ? ($person.firstname+" "+$person.lastname) : ($person.lastname || $person.firstname) || ""
ASSERT($fullname="Jane Doe")
$person:={lastname: "Doe"}
$fullname:=($person.firstname && $person.lastname) ? ($person.firstname+" "+$person.lastname) : ($person.lastname || $person.firstname) || ""
ASSERT($fullname="Doe")
$person:={}
$fullname:=($person.firstname && $person.lastname) ? ($person.firstname+" "+$person.lastname) : ($person.lastname || $person.firstname) || ""
ASSERT($fullname="")
//---
// falsy values
var $o : Object
var $c : Collection
var $b : Blob
var $v : Variant
$o:={f: False; n: Null; d: !00-00-00!; e: ""; c: []; o: {}}
ASSERT((False ? "t" : "f")="f")
ASSERT((Null ? "t" : "f")="f")
ASSERT(($v ? "t" : "f")="f")
ASSERT(($o.missing ? "t" : "f")="f")
ASSERT(($o.f ? "t" : "f")="f")
ASSERT(($o.n ? "t" : "f")="f")
ASSERT(($c ? "t" : "f")="f")
ASSERT((!00-00-00! ? "t" : "f")="f")
ASSERT(($o.d ? "t" : "f")="f")
ASSERT(("" ? "t" : "f")="f")
ASSERT(($o.e ? "t" : "f")="f")
ASSERT(([] ? "t" : "f")="f")
ASSERT(($o.c ? "t" : "f")="f")
ASSERT(({} ? "t" : "f")="f")
ASSERT(($o.o ? "t" : "f")="f")
$o:=Null
ASSERT(($o ? "t" : "f")="f")
//---
// truthy values
var $o : Object
var $c : Collection
var $i : Integer
var $r : Real
var $t : Time
var $v : Variant
$o:={z: 0; t: True; s: " "; c: [Null]; o: {a: Null}; time: ?00:00:00?}
$c:=[0]
$v:=0
ASSERT((0 ? "t" : "f")="t")
ASSERT(($i ? "t" : "f")="t")
ASSERT(($r ? "t" : "f")="t")
ASSERT(($v ? "t" : "f")="t")
ASSERT(($t ? "t" : "f")="t")
ASSERT((?00:00:00? ? "t" : "f")="t")
ASSERT(($o ? "t" : "f")="t")
ASSERT(($o.z ? "t" : "f")="t")
ASSERT(($o.t ? "t" : "f")="t")
ASSERT(($o.s ? "t" : "f")="t")
ASSERT(($o.c ? "t" : "f")="t")
ASSERT(($o.o ? "t" : "f")="t")
ASSERT(($o.time ? "t" : "f")="t")
ASSERT(($c ? "t" : "f")="t")
ASSERT(("0" ? "t" : "f")="t")
ASSERT((!2024-01-01! ? "t" : "f")="t")
ASSERT((True ? "t" : "f")="t")
ASSERT((-1 ? "t" : "f")="t")
