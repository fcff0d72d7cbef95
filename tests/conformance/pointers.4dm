// pointers: to a local variable
$MyVar:="Hello"
$p:=->$MyVar
ASSERT($p->="Hello")
$p->:="Goodbye"
ASSERT($MyVar="Goodbye")
$p->+="!"
ASSERT($MyVar="Goodbye!")
$q:=->$MyVar
$other:=->$p
ASSERT($p=$q)
ASSERT($p#$other)
ASSERT($other->->="Goodbye!")
ASSERT(Value type($p)=Is pointer)
//---
// pointers: as parameters
//% method takeTwo
#DECLARE($up : Pointer; $low : Pointer)
$up->:=Uppercase($up->)
$low->:=Lowercase($low->)
//% end
var $a; $b : Text
$a:="Abc"
$b:="Def"
takeTwo(->$a; ->$b)
ASSERT(($a="ABC") & ($b="def"))
ASSERT(Character code($a[[2]])=66)
ASSERT(Character code($b[[1]])=100)
//---
// pointers: to a variable with a type
var $n : Integer
$p:=->$n
$p->:=2.6
ASSERT($n=3)
$p->:="x"  //! wanted Integer, got Text
//---
// pointers: to a process variable
vCount:=5
$p:=->vCount
$p->:=$p->+1
ASSERT(vCount=6)
ASSERT((->vCount)=$p)
//---
// pointers: to an object
$o:={a: 10}
$p:=->$o
ASSERT($p->a=10)
$p->a:=11
ASSERT($o.a=11)
ASSERT($p->["a"]=11)
//---
// pointers: to nothing
var $p : Pointer
$v:=$p->  //! points to nothing
//---
// pointers: assigning to nothing
var $p : Pointer
If ($p#Null)
	$p->:=1
End if
$p->:=1  //! points to nothing
//---
// arrays: elements
ARRAY TEXT($names; 3)
$names{1}:="Richard"
$names{3}:="John"
ASSERT($names{1}+$names{2}+$names{3}="RichardJohn")
$names{0}:="zero"
ASSERT($names{0}="zero")
ARRAY TEXT($names; 4)
ASSERT($names{3}="John")
$names{4}+="x"
ASSERT($names{4}="x")
$names:=2
ASSERT($names=2)
ASSERT($names{$names}="")
//---
// arrays: beyond the end
ARRAY LONGINT($a; 2)
$a{3}:=1  //! there is no element 3 in an array of 2
//---
// arrays: two dimensions
ARRAY LONGINT($t; 3; 2)
$t{2}{1}:=7
ASSERT($t{2}{1}=7)
ASSERT($t{3}{1}=0)
//---
// arrays: pointers to them
ARRAY REAL($a; 4)
$p:=->$a
$p->{4}:=84
ASSERT($a{4}=84)
$e:=->$a{1}
$e->:=8
ASSERT($a{1}=8)
ASSERT($e=(->$a{1}))
//---
// arrays: process arrays
ARRAY DATE(aDates; 2)
aDates{1}:=!2024-01-31!
ASSERT(aDates{1}=!2024-01-31!)
ASSERT(aDates{2}=!00-00-00!)
aDates:=1
ASSERT(aDates=1)
