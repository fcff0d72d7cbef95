// What the compiler knows of a variable holds on every way that leads to its use.

var $c : Collection
var $i : Integer
$c:=New collection(1)
For ($i; 1; 3)
	If ($i=3)
		$c:=Null
	Else
		$c.push($i)
	End if
End for
ASSERT($c=Null)
ASSERT($c.length=0)

//---
// A collection that is cleared in the loop is none in its next turn.
var $c : Collection
var $i : Integer
$c:=[1; 2; 3]
For ($i; 1; 2)
	ASSERT($c.length=(6-(3*$i)))
	CLEAR VARIABLE($c)
End for

//---
var $c : Collection
var $i : Integer
$c:=[]
For ($i; 1; 2)
	$c.push($i)
	$c:=Null
End for
//! cannot call push of Null

//---
// Both ways through an If count.
var $o : Object
var $i : Integer
For ($i; 1; 2)
	If ($i=1)
		$o:=New object("name"; "Ann")
	Else
		$o:=New shared object("name"; "Bob")
	End if
	ASSERT(OB Is shared($o)=($i=2))
	Try($o.turn:=$i)
	ASSERT(($o.turn=1)=($i=1))
End for

//---
var $o : Object
$o:=New shared object
$o.name:="Ann"
//! Use

//---
// What a branch leaves is not known behind it, and neither is what a Try did not get to.
var $c; $d : Collection
var $n : Integer
$n:=1
$c:=New collection
Case of
	: ($n=2)
		$n:=5
	: ($n=1)
		$c:=Null
End case
ASSERT($c=Null)
Try
	$d:=[JSON Parse("{")]
	$d.push(1)
Catch
	ASSERT($d=Null)
	$d:=[1]
End try
$d.push(2)
ASSERT($d.length=2)
Try($d:=Null)
ASSERT($d.length=0)

//---
// A pointer changes a variable behind its back.
var $c : Collection
var $n : Integer
var $p : Pointer
$p:=->$c
$c:=[1]
$p->:=Null
ASSERT($c=Null)
$p:=->$n
If ($n<10)
	$p->:=2147483647
	$n:=$n+1
	ASSERT($n=-2147483648)
End if

//---
// The condition of a Repeat is reached by continue too.
var $c : Collection
var $turns : Integer
$turns:=0
Repeat
	$turns:=$turns+1
	If ($turns<3)
		continue
	End if
	$c:=[1; 2]
Until ($c.length=2)
ASSERT($turns=3)

//---
// Integers wrap wherever a condition allows that they leave their 32 bits.
var $low; $high; $n; $i : Integer
$low:=-2147483648
$high:=2147483647
If ($low<2)
	ASSERT(($low-1)=-2147483649)
	$n:=$low-1
	ASSERT($n=2147483647)
End if
If ($high>2)
	$n:=$high+1
	ASSERT($n=-2147483648)
End if
If ($high<$n)
	$n:=0
Else
	$n:=$high-$n
	ASSERT($n=-1)
End if
If (($high>=0) & ($low<=0))
	$n:=$high-$low
	ASSERT($n=-1)
End if
If (($high<0) | ($low>0))
	ASSERT(False)
Else
	$n:=$low-$high
	ASSERT($n=1)
End if
$n:=2147483645
While ($n>0)
	$i:=$i+1
	$n:=$n+1
End while
ASSERT($i=3)
ASSERT($n=-2147483648)

//---
// So do sums that a method returns.
//% method less
#DECLARE($n : Integer) : Integer
If ($n>2147483646)
	return $n
End if
return $n-2
//% end
ASSERT(less(2147483647)=2147483647)
ASSERT(less(-2147483647)=2147483647)
ASSERT(less(5)=3)

//---
// A variable without a type keeps nothing of what it was.
$v:=[1; 2]
ASSERT($v.length=2)
$v:={length: "long"}
ASSERT($v.length="long")
For each ($v; [[1]; {length: 3}; "text"])
	If (Value type($v)=Is text)
		ASSERT($v="text")
	Else
		ASSERT($v.length>0)
	End if
End for each
ASSERT($v="text")

//---
// Elements that are there, and those that are not, of what is a collection and of what is none.
var $c : Collection
var $i : Integer
$c:=[10; 20; 30]
For ($i; -1; 3)
	If (($i<0) | ($i>2))
		ASSERT(Undefined($c[$i]))
	Else
		ASSERT($c[$i]=(($i+1)*10))
	End if
End for
$c[1]:=$c[$c.length-1]
$c[$c.length]:="new"
$c[5]+=$nothing
$c[0]:=$nothing
ASSERT(JSON Stringify($c)="[0,30,30,\"new\"]")
$c[1]:=Current time
ASSERT(Value type($c[1])=Is real)

//---
$o:=New object("1"; 5)
$n:=$o[1]
//! wants a property name

//---
// New object: an undefined value makes no property, and the last of several of one name counts.
$o:=New object("a"; $nothing; "b"; 1; "b"; 2; "A"; ?00:00:07?)
ASSERT(JSON Stringify($o)="{\"b\":2,\"A\":7}")
$o:=New object("a"; 3; "a"; $nothing)
ASSERT($o.a=0)
