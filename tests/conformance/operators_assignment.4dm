// Concepts/operators.md: assignment, and assignment combined with an operation
//---
// compound: the examples
var $x; $x1; $x3; $x2 : Integer
var $t; $t2 : Text
var $d; $d1 : Date
$x:=2
$x+=5
ASSERT($x=7)
$t:="Hello"
$t+=" World"
ASSERT($t="Hello World")
$d:=!2000-11-10!
$d+=10
ASSERT($d=!2000-11-20!)
$x1:=10
$x1-=5
ASSERT($x1=5)
$d1:=!2000-11-10!
$d1-=10
ASSERT($d1=!2000-10-31!)
$x3:=10
$x3/=2
ASSERT($x3=5)
$x2:=10
$x2*=5
ASSERT($x2=50)
$t2:="Hello"
$t2*=2
ASSERT($t2="HelloHello")
//---
// compound: the table, on variables without a type
var $t; $n; $d; $h; $h2
$t:="Hello"
$t+=" World"
ASSERT($t="Hello World")
$n:=1
$n+=5
ASSERT($n=6)
$d:=!2000-11-10!
$d+=5
ASSERT($d=!2000-11-15!)
$h:=?01:00:00?
$h2:=?00:30:00?
$h+=$h2
ASSERT(Value type($h)=Is time)
ASSERT($h=?01:30:00?)
$h+=5
ASSERT($h=5405)
ASSERT(Value type($h)#Is time)
$n-=5
ASSERT($n=1)
$d-=5
ASSERT($d=!2000-11-10!)
$h:=?01:00:00?
$h-=$h2
ASSERT(Value type($h)=Is time)
ASSERT($h=?00:30:00?)
$h-=5
ASSERT($h=1795)
ASSERT(Value type($h)#Is time)
$n:=10
$n/=5
ASSERT($n=2)
$h:=?01:00:00?
$h/=$h2
ASSERT(Value type($h)=Is time)
ASSERT($h=2)
$h:=?01:00:00?
$h/=5
ASSERT($h=720)
ASSERT(Value type($h)#Is time)
$t:="abc"
$t*=2
ASSERT($t="abcabc")
$n*=5
ASSERT($n=10)
$h:=?00:00:05?
$h2:=?00:00:02?
$h*=$h2
ASSERT(Value type($h)=Is time)
ASSERT($h=10)
$h*=5
ASSERT($h=50)
ASSERT(Value type($h)#Is time)
//---
// compound: on properties and elements
var $o : Object
var $c : Collection
$o:={n: 1; t: "a"; s: {n: 5}}
$c:=[1; {n: 2}]
$o.n+=5
ASSERT($o.n=6)
$o.t+="b"
ASSERT($o.t="ab")
$o.t*=2
ASSERT($o.t="abab")
$o["n"]-=1
ASSERT($o.n=5)
$o.s.n*=3
ASSERT($o.s.n=15)
$o.s.n/=2
ASSERT($o.s.n=7.5)
$c[0]+=10
ASSERT($c[0]=11)
$c[1].n*=4
ASSERT($c[1].n=8)
//---
// compound: on process variables
total:=1
total+=2
total*=10
ASSERT(total=30)
//---
// compound: the left side is evaluated once
//% method Next
#DECLARE($o : Object) -> $r : Object
$o.calls:=$o.calls+1
$r:=$o
//% end
var $o : Object
var $c : Collection
$o:={calls: 0; n: 1; i: 0}
Next($o).n+=1
ASSERT($o.calls=1)
ASSERT($o.n=2)
$c:=[10; 20; 30]
$c[Next($o).calls]+=1
ASSERT($o.calls=2)
ASSERT($c[2]=31)
//---
// compound: on something undefined
var $o : Object
$o:={}
$o.n+=5
ASSERT($o.n=5)
$o.t+="x"
ASSERT($o.t="x")
//---
// compound: text and number
var $t : Text
$t:="a"
$t+=1  //! \+ cannot take Text and Number
//---
// compound: a whole expression stands on the right
var $n : Integer
$n:=2
$n*=3+4
ASSERT($n=14)
$n-=1+1
ASSERT($n=12)
//---
// assignment: the right side is evaluated first, the old value is used
var $a; $b : Integer
$a:=1
$a:=$a+1
ASSERT($a=2)
$b:=$a
$a:=5
ASSERT($b=2)
//---
// assignment: the documented kinds of targets
var $myNumber : Integer
var $myDate : Date
var $myLength : Integer
var $col : Collection
var $myObject : Object
$myNumber:=3
$myDate:=!2026-01-21!
$myDate:=!2026/01/21!
$myLength:=Length("Acme")
$col:=New collection
$myObject:={a: 2; b: $col}
$myObject.a:=3
ASSERT($myLength=4)
ASSERT($myObject.a=3)
ASSERT($myDate=!2026-01-21!)
//---
// assignment: to a literal
5:=3  //! cannot be assigned to
//---
// assignment: to a sum
var $a : Integer
$a+1:=3  //! cannot be assigned to
//---
// assignment: a comparison as a statement changes nothing
var $a : Integer
$a:=1
$a=2
ASSERT($a=1)
//---
// compound: not for characters of a text
var $t : Text
$t:="abc"
$t[[1]]+="x"  //! .
//---
// assignment: of an expression with a ternary and a comparison
var $b : Boolean
var $n : Integer
$b:=$n=0
ASSERT($b)
$n:=$b ? 5 : 6
ASSERT($n=5)
//---
// assignment: a chain of assignments is none
$a:=$b:=1  //! .
