// Concepts/data-types.md, Concepts/variables.md, Concepts/variant.md: types, defaults, declarations, scopes
//---
// defaults of declared variables
var $b : Boolean
var $d : Date
var $i : Integer
var $h : Time
var $r : Real
var $t : Text
var $x : Blob
var $o : Object
var $c : Collection
var $v : Variant
var $w
ASSERT($b=False)
ASSERT($d=!00-00-00!)
ASSERT($i=0)
ASSERT($h=?00:00:00?)
ASSERT($r=0)
ASSERT($t="")
ASSERT(Value type($x)=Is BLOB)
ASSERT($o=Null)
ASSERT($c=Null)
ASSERT(Undefined($v))
ASSERT(Undefined($w))
//---
// defaults keep their types
var $b : Boolean
var $d : Date
var $i : Integer
var $h : Time
var $r : Real
var $t : Text
ASSERT(Value type($b)=Is Boolean)
ASSERT(Value type($d)=Is date)
ASSERT(Value type($h)=Is time)
ASSERT(Value type($r)=Is real)
ASSERT(Value type($t)=Is text)
ASSERT((Value type($i)=Is longint) || (Value type($i)=Is real))
//---
// several variables in one declaration
var $a; $b; $c : Integer
ASSERT($a+$b+$c=0)
$a:=1
$b:=2
ASSERT($a+$b+$c=3)
//---
// commas between the names of a declaration
var $server,$boxInfo,$result : Object
ASSERT($server=Null)
ASSERT($result=Null)
$server:={}
ASSERT($server#Null)
//---
// a value in the declaration
var $a : Text:="hello"
var $b : Date:=!2023-09-12!
var $c : Object:=New object()
var $n : Integer:=3+4*5
ASSERT($a="hello")
ASSERT($b=!2023-09-12!)
ASSERT(OB Is empty($c))
ASSERT($n=35)
//---
// a type inferred from the value
var $text:="hello"
var $number:=20
var $obj:={}
var $mycol:=[]
ASSERT($text="hello")
ASSERT(Value type($number)=Is real)
ASSERT($number=20)
ASSERT(OB Is empty($obj))
ASSERT($mycol.length=0)
$number:=0.5
ASSERT($number=0.5)
//---
// one value for many variables is an error
var $a; $b : Integer:=15  //! only one variable
//---
// names of variables ignore case
var $MyText : Text
$mytext:="a"
$MYTEXT+="b"
ASSERT($myText="ab")
var $boxInfo : Object
$boxinfo:={n: 1}
ASSERT($boxInfo.n=1)
//---
// a declaration in the middle does not clear what was assigned
$n:=5
var $n : Integer
ASSERT($n=5)
//---
// a declaration inside a loop is not executed again
var $i : Integer
For ($i; 1; 3)
	var $sum : Integer
	$sum+=$i
End for
ASSERT($sum=6)
//---
// the same variable declared twice with the same type
var $a : Text
$a:="x"
var $a : Text
ASSERT($a="x")
//---
// old declarations
C_TEXT($t)
C_LONGINT($n; $m)
C_REAL($r)
C_BOOLEAN($b)
C_DATE($d)
C_TIME($h)
C_OBJECT($o)
C_COLLECTION($c)
C_VARIANT($v)
ASSERT($t="")
ASSERT($n+$m=0)
ASSERT($r=0)
ASSERT($b=False)
ASSERT($d=!00-00-00!)
ASSERT($h=?00:00:00?)
ASSERT($o=Null)
ASSERT($c=Null)
ASSERT(Undefined($v))
//---
// an Integer rounds what it is assigned
var $i : Integer
$i:=1.4
ASSERT($i=1)
$i:=1.6
ASSERT($i=2)
$i:=-1.6
ASSERT($i=-2)
$i:=7/2
ASSERT($i=4)
$i:=10/4*2
ASSERT($i=5)
//---
// an Integer holds 32 bits
var $i : Integer
$i:=2147483647
ASSERT($i=2147483647)
$i:=-2147483648
ASSERT($i=-2147483648)
$i:=2147483647
$i:=$i+1
ASSERT($i=-2147483648)
$i-=1
ASSERT($i=2147483647)
$i:=65536
$i*=65536
ASSERT($i=0)
$i:=4294967296+5
ASSERT($i=5)
//---
// an expression of Integers is not cut before it is assigned
var $i; $j : Integer
var $r : Real
$i:=2147483647
$j:=2
$r:=$i*$j
ASSERT($r=4294967294)
$r:=$i+$i+$i
ASSERT($r=6442450941)
ASSERT(($i+1)>$i)
//---
// an Integer wraps in a counter too
var $i; $n : Integer
$i:=2147483600
Repeat
	$i:=$i+10
	$n:=$n+1
Until (($i<0) | ($n>100))
ASSERT($i<0)
//---
// a Real keeps fractions and large numbers
var $r : Real
$r:=1/3
ASSERT($r>0.333)
$r:=2147483648
ASSERT($r=2147483648)
$r:=1E+300
ASSERT($r>1E+299)
//---
// a Real takes a time, an Integer too
var $r : Real
var $i : Integer
$r:=?00:01:00?
$i:=?00:01:00?
ASSERT($r=60)
ASSERT($i=60)
ASSERT(Value type($r)=Is real)
//---
// a number is no Text
var $t : Text
$t:=12  //! \$t: wanted Text, got Number
//---
// the cure for a number in a Text is named
var $t : Text
$t:=12  //! hint: .*String
//---
// a text is no Integer
var $i : Integer
$i:="12"  //! \$i: wanted Integer, got Text
//---
// a text is no Date
var $d : Date
$d:="2024-01-01"  //! \$d: wanted Date, got Text
//---
// a number is no Boolean
var $b : Boolean
$b:=1  //! \$b: wanted Boolean, got Number
//---
// a Boolean is no Integer
var $i : Integer
$i:=True  //! \$i: wanted Integer, got Boolean
//---
// a text is no Object
var $o : Object
$o:="x"  //! \$o: wanted Object, got Text
//---
// an object is no Collection
var $c : Collection
$c:={}  //! \$c: wanted Collection, got Object
//---
// a collection is no Object
var $o : Object
$o:=[]  //! \$o: wanted Object, got Collection
//---
// Null is no Text
var $t : Text
$t:=Null  //! \$t: wanted Text, got Null
//---
// Null is no Integer, also from a property
var $o : Object
var $i : Integer
$o:={n: Null}
$i:=$o.n  //! \$i: wanted Integer, got Null
//---
// Null clears an Object and a Collection
var $o : Object
var $c : Collection
$o:={}
$c:=[]
$o:=Null
$c:=Null
ASSERT($o=Null)
ASSERT($c=Null)
//---
// a Variant takes any value, one after the other
var $v : Variant
$v:="hello world"
ASSERT(Value type($v)=Is text)
$v:=42
ASSERT(Value type($v)=Is real)
$v:=!2024-01-01!
ASSERT(Value type($v)=Is date)
$v:=?10:00:00?
ASSERT(Value type($v)=Is time)
$v:=True
ASSERT(Value type($v)=Is Boolean)
$v:={}
ASSERT(Value type($v)=Is object)
$v:=[]
ASSERT(Value type($v)=Is collection)
$v:=Null
ASSERT(Value type($v)=Is null)
ASSERT(Not(Undefined($v)))
//---
// process variables are shared with the methods called
//% method ReadShared
ASSERT(shared_value=5)
shared_value:=shared_value+1
//% end
shared_value:=5
ReadShared
ASSERT(shared_value=6)
//---
// process variables ignore case and may be declared
var vCount : Integer
var vText; vOther : Text
ASSERT(VCOUNT=0)
vcount:=2.6
ASSERT(vCount=3)
ASSERT(vText="")
//---
// a declared process variable has its type
var vCount : Integer
vCount:="x"  //! vCount: wanted Integer, got Text
//---
// local variables are local
//% method Inner
ASSERT(Undefined($x))
$x:=2
//% end
$x:=1
Inner
ASSERT($x=1)
//---
// local variables of a method start anew with each call
//% method Counter
#DECLARE -> $n : Integer
var $calls : Integer
$calls+=1
$n:=$calls
//% end
ASSERT(Counter=1)
ASSERT(Counter=1)
//---
// a local and a process variable of one name are two
$name:="local"
name_:="process"
value:=1
$value:=2
ASSERT(value=1)
ASSERT($value=2)
//---
// interprocess variables
<>count:=1
<>COUNT+=1
ASSERT(<>count=2)
//---
// OK is a variable
OK:=1
ASSERT(OK=1)
ok:=0
ASSERT(OK=0)
//---
// a variable that was never given a value is undefined
ASSERT(Undefined($nothing))
ASSERT($nothing=Null)
ASSERT(Undefined(nothing_at_all))
//---
// a variable that is only read: the checker says so
var $a : Text
$a:=$b+"x"  //? never given a value
ASSERT($a="x")
//---
// an unknown type
var $a : Texte  //! Texte is not a type
//---
// variables with names of Python
var $None; $True; $lambda; $class; $__builtins__; $type : Integer
$None:=1
$True:=2
$lambda:=3
$class:=4
$__builtins__:=5
$type:=6
ASSERT($none+$true+$LAMBDA+$class+$__builtins__+$type=21)
print:=7
len:=8
ASSERT(print+len=15)
//---
// names with letters beyond ASCII
var $größe; $été : Integer
$größe:=1
$ÉTÉ:=2
ASSERT($GRÖßE+$été=3)
//---
// clearing a variable
var $i : Integer
var $t : Text
var $o : Object
$i:=5
$t:="x"
$o:={}
CLEAR VARIABLE($i)
CLEAR VARIABLE($t)
CLEAR VARIABLE($o)
ASSERT($i=0)
ASSERT($t="")
ASSERT($o=Null)
//---
// names of local variables count up to 31 characters
$abcdefghijklmnopqrstuvwxyz123456:=1
ASSERT($abcdefghijklmnopqrstuvwxyz12345=1)
//---
// an Integer keeps 32 bits behind a loop too
var $i; $n : Integer
For ($i; 2147483640; 2147483646)
	$n+=1
End for
ASSERT($n=7)
ASSERT($i=2147483647)
//---
// a property and an undeclared variable hold any number
var $o : Object
$o:={n: 2147483647}
$o.n:=$o.n+1
ASSERT($o.n=2147483648)
$n:=2147483647
$n:=$n+1
ASSERT($n=2147483648)
//---
// a Real divided stays a Real, an Integer rounds half away from zero
var $i : Integer
$i:=0.5
ASSERT($i=1)
$i:=1.5
ASSERT($i=2)
$i:=2.5
ASSERT($i=3)
$i:=-0.5
ASSERT($i=-1)
$i:=0.49999999999999994
ASSERT($i=0)
//---
// var: the type is inferred from what begins the variable
var $t:="a"+"b"
var $u:=Uppercase("a")
var $n:=-20
var $m:=Length("abc")
var $d:=Current date
var $b:=True
var $z:=(1=2)
var $o:=New object
var $c:=New collection(1)
ASSERT((Type($t)=Is text) & (Type($u)=Is text))
ASSERT((Type($n)=Is real) & (Type($m)=Is real))
ASSERT((Type($d)=Is date) & (Type($b)=Is boolean) & (Type($z)=Is boolean))
ASSERT((Type($o)=Is object) & (Type($c)=Is collection))
//---
// var: an inferred type holds
var $b:=True
$b:="text"  //! \$b: wanted Boolean, got Text
//---
// var: what only the run can tell stays a variant
var $o:={a: "text"}
var $v:=$o.a
ASSERT(Type($v)=Is variant)
$v:=5
ASSERT($v=5)
//---
// declarations with commas
var $a, $b /* , */; $c : Integer  //? variables are parted by ;
$b:=1
ASSERT(($a=0) & ($b+$c=1))
//---
// declarations with a comma in a comment
var $a; /* , and */ $b : Integer
ASSERT($a=$b)
