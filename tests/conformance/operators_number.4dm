// Concepts/number.md: operators of numbers and bits
//---
// number: the table of operators
ASSERT(2+3=5)
ASSERT(3-2=1)
ASSERT(5*2=10)
ASSERT(5/2=2.5)
ASSERT(5\2=2)
ASSERT(5%2=1)
ASSERT(2^3=8)
ASSERT(10=10)
ASSERT(Not(10=11))
ASSERT(10#11)
ASSERT(Not(10#10))
ASSERT(11>10)
ASSERT(Not(10>11))
ASSERT(10<11)
ASSERT(Not(11<10))
ASSERT(11>=10)
ASSERT(Not(10>=11))
ASSERT(10<=11)
ASSERT(Not(11<=10))
//---
// number: the table of operators on Integer variables
var $two; $three; $five; $ten; $eleven : Integer
$two:=2
$three:=3
$five:=5
$ten:=10
$eleven:=11
ASSERT($two+$three=5)
ASSERT($three-$two=1)
ASSERT($five*$two=10)
ASSERT($five/$two=2.5)
ASSERT($five\$two=2)
ASSERT($five%$two=1)
ASSERT($two^$three=8)
ASSERT($ten=$ten)
ASSERT(Not($ten=$eleven))
ASSERT($ten#$eleven)
ASSERT(Not($ten#$ten))
ASSERT($eleven>$ten)
ASSERT(Not($ten>$eleven))
ASSERT($ten<$eleven)
ASSERT(Not($eleven<$ten))
ASSERT($eleven>=$ten)
ASSERT(Not($ten>=$eleven))
ASSERT($ten<=$eleven)
ASSERT(Not($eleven<=$ten))
//---
// number: the table of operators on Real variables
var $two; $three; $five; $ten; $eleven : Real
$two:=2
$three:=3
$five:=5
$ten:=10
$eleven:=11
ASSERT($two+$three=5)
ASSERT($three-$two=1)
ASSERT($five*$two=10)
ASSERT($five/$two=2.5)
ASSERT($five\$two=2)
ASSERT($five%$two=1)
ASSERT($two^$three=8)
ASSERT($ten=$ten)
ASSERT(Not($ten=$eleven))
ASSERT($ten#$eleven)
ASSERT($eleven>$ten)
ASSERT($ten<$eleven)
ASSERT($eleven>=$ten)
ASSERT($ten<=$eleven)
ASSERT(Not($eleven<=$ten))
//---
// number: the table of operators on properties
var $o : Object
$o:={two: 2; three: 3; five: 5; ten: 10; eleven: 11}
ASSERT($o.two+$o.three=5)
ASSERT($o.three-$o.two=1)
ASSERT($o.five*$o.two=10)
ASSERT($o.five/$o.two=2.5)
ASSERT($o.five\$o.two=2)
ASSERT($o.five%$o.two=1)
ASSERT($o.two^$o.three=8)
ASSERT($o.ten=$o.ten)
ASSERT(Not($o.ten=$o.eleven))
ASSERT($o.ten#$o.eleven)
ASSERT($o.eleven>$o.ten)
ASSERT($o.ten<$o.eleven)
ASSERT($o.eleven>=$o.ten)
ASSERT($o.ten<=$o.eleven)
ASSERT(Not($o.eleven<=$o.ten))
//---
// number: modulo is of whole numbers and has the sign of the dividend
ASSERT(10%2=0)
ASSERT(10%3=1)
ASSERT(10.5%2=0)
var $minus : Integer
var $v
$minus:=-7
$v:=-7
ASSERT(-7%3=-1)
ASSERT($minus%3=-1)
ASSERT($v%3=-1)
ASSERT(7%-3=1)
ASSERT($minus%-3=-1)
var $o : Object
$o:={minus: -7; three: 3}
ASSERT($o.minus%$o.three=-1)
ASSERT($o.minus%3=-1)
//---
// number: Mod is not limited to Long Integers
ASSERT(Mod(10; 3)=1)
ASSERT(Mod(5000000000; 7)=2)
//---
// number: integer division is Int(a/b)
ASSERT(5\2=2)
ASSERT(-7\2=Int(-7/2))
var $minus : Integer
$minus:=-7
ASSERT($minus\2=Int(-3.5))
var $o : Object
$o:={minus: -7; two: 2}
ASSERT($o.minus\$o.two=-4)
//---
// number: reals are equal within epsilon
ASSERT(0.1+0.2=0.3)
ASSERT(Not((0.1+0.2)#0.3))
ASSERT(1=1.0000001)
ASSERT(Not(1=1.001))
var $r : Real
$r:=0.1*3
ASSERT($r=0.3)
var $o : Object
$o:={r: 0.1*3}
ASSERT($o.r=0.3)
//---
// number: strictly from left to right
ASSERT((3+4*5)=35)
ASSERT((3+(4*5))=23)
ASSERT((2+3^2)=25)
ASSERT((10-4/2)=3)
ASSERT((1+2=3)=True)
ASSERT((2*3+4*5)=50)
var $a : Integer
$a:=3
ASSERT(($a+4*5)=35)
ASSERT((-$a+5)=2)
ASSERT((100/5/2)=10)
ASSERT((2^3^2)=64)
//---
// number: literals
ASSERT(27=27.0)
ASSERT(123.76>123)
ASSERT(0.0076<0.01)
ASSERT(-27<0)
ASSERT(-123.76<-123)
ASSERT(-0.0076<0)
ASSERT(0x1F=31)
ASSERT(0XfF=255)
ASSERT(1e3=1000)
ASSERT(1.5E-1=0.15)
ASSERT(125,2=125.2)
//---
// number: a large result is a Real, as exact as a double
var $v
$v:=9007199254740992
ASSERT($v+1=$v)
ASSERT(String(2^40)="1099511627776")
$v:=2147483647
ASSERT($v+1=2147483648)
$v:=999999999999
ASSERT($v*$v>1E+23)
//---
// number: a huge power does not end the run
var $v
$v:=10^300*10^300
ASSERT($v>1E+300)
$v:=2^5000
ASSERT($v>1E+300)
//---
// number: division by zero is infinite
ASSERT(String(1/0)="INF")
ASSERT(String(-1/0)="-INF")
var $zero : Integer
ASSERT(String(1/$zero)="INF")
//---
// number: integer division by zero
var $n : Integer
var $v
$v:=5\$n  //! division by zero
//---
// number: modulo by zero
var $o : Object
var $v
$o:={n: 0}
$v:=5%$o.n  //! division by zero
//---
// number: True is no number
var $v
$v:=True+1  //! \+ cannot take Boolean and Number
//---
// number: a Boolean in a variable is no number
var $b : Boolean
var $v
$b:=True
$v:=$b*2  //! \* cannot take Boolean and Number
//---
// number: a Boolean in a property is no number
var $o : Object
var $v
$o:={b: True; n: 1}
$v:=$o.n+$o.b  //! \+ cannot take Number and Boolean
//---
// number: True is not equal to 1
var $o : Object
var $v
$o:={b: True; n: 1}
$v:=($o.b=$o.n)  //! = cannot take Boolean and Number
//---
// number: a text modulo a number is an error, not a format
var $v
$v:="%d"%3  //! % cannot take Text and Number
//---
// number: collections do not add up
var $v; $c
$c:=[1]
$v:=$c+[2]  //! \+ cannot take Collection and Collection
//---
// number: a collection is not repeated
var $c : Collection
var $v
$c:=[1]
$v:=$c*3  //! \* cannot take Collection and Number
//---
// number: objects are not ordered
var $v
$v:=({a: 1}<{a: 2})  //! < cannot take Object and Object
//---
// bits: the table of examples
ASSERT((0x0000FFFF & 0xFF00FF00)=0x0000FF00)
ASSERT((0x0000FFFF | 0xFF00FF00)=0xFF00FFFF)
ASSERT((0x0000FFFF ^| 0xFF00FF00)=0xFF0000FF)
ASSERT((0x0000FFFF << 8)=0x00FFFF00)
ASSERT((0x0000FFFF >> 8)=0x000000FF)
ASSERT((0x00000000 ?+ 16)=0x00010000)
ASSERT((0x00010000 ?- 16)=0x00000000)
ASSERT(0x00010000 ?? 16)
ASSERT(Not(0x00010000 ?? 15))
//---
// bits: the table of examples on variables
var $low; $mix; $bit : Integer
$low:=0x0000FFFF
$mix:=0xFF00FF00
$bit:=0x00010000
ASSERT($mix<0)
ASSERT(($low & $mix)=0x0000FF00)
ASSERT(($low | $mix)=0xFF00FFFF)
ASSERT(($low ^| $mix)=0xFF0000FF)
ASSERT(($low << 8)=0x00FFFF00)
ASSERT(($low >> 8)=0x000000FF)
ASSERT((0 ?+ 16)=$bit)
ASSERT(($bit ?- 16)=0)
ASSERT($bit ?? 16)
//---
// bits: and, or, exclusive or of single bits
ASSERT((1 & 1)=1)
ASSERT((0 & 1)=0)
ASSERT((1 & 0)=0)
ASSERT((0 & 0)=0)
ASSERT((1 | 1)=1)
ASSERT((0 | 1)=1)
ASSERT((1 | 0)=1)
ASSERT((0 | 0)=0)
ASSERT((1 ^| 1)=0)
ASSERT((0 ^| 1)=1)
ASSERT((1 ^| 0)=1)
ASSERT((0 ^| 0)=0)
//---
// bits: shifts lose what leaves the 32 bits
ASSERT((5 << 0)=5)
ASSERT((5 >> 0)=5)
ASSERT((1 << 31)=0x80000000)
ASSERT((1 << 31)<0)
ASSERT((1 << 32)=0)
ASSERT((0xFFFFFFFF << 4)=0xFFFFFFF0)
ASSERT((0xFFFFFFFF >> 28)=15)
ASSERT((0x80000000 >> 31)=1)
ASSERT((3 << 4)=48)
ASSERT((48 >> 4)=3)
//---
// bits: reals are taken as Longs
ASSERT((7.0 & 3)=3)
var $r : Real
$r:=6
ASSERT(($r | 1)=7)
//---
// bits: the highest bit
ASSERT((0 ?+ 31)=0x80000000)
ASSERT((0x80000000 ?- 31)=0)
ASSERT(0x80000000 ?? 31)
