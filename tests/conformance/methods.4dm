// Concepts/parameters.md, Concepts/methods.md: methods, parameters, results
//---
// #DECLARE: parameters and a result by name
//% method Area
#DECLARE($width : Integer; $height : Integer) -> $area : Integer
$area:=$width*$height
//% end
ASSERT(Area(50; 100)=5000)
//---
// #DECLARE: a result by type alone
//% method Add
#DECLARE($x : Variant; $y : Integer) : Integer
return $x+$y
//% end
ASSERT(Add(1; 2)=3)
//---
// #DECLARE: the result in parentheses
//% method Upper
#DECLARE ($param : Text) -> ($result : Text)
$result:=Uppercase($param)
//% end
ASSERT(Upper("williams")="WILLIAMS")
//---
// #DECLARE: only a result
//% method MyMethod1
#DECLARE -> $o : Object
$o:=New object("a"; 10; "b"; 20)
//% end
//% method MyMethod2
#DECLARE : Text
return "text"
//% end
//% method MyMethod3
#DECLARE->$o : Integer
$o:=3
//% end
ASSERT(MyMethod1.a=10)
ASSERT(MyMethod1().b=20)
ASSERT(MyMethod2="text")
ASSERT(MyMethod3=3)
//---
// #DECLARE: without types, without parameters
//% method Untyped
#DECLARE($a; $b)
saved:=String($a)+String($b)
//% end
//% method Nothing
#DECLARE
saved:="nothing"
//% end
//% method Empty
#DECLARE()
saved:="empty"
//% end
Untyped("x"; 1)
ASSERT(saved="x1")
Nothing
ASSERT(saved="nothing")
Empty
ASSERT(saved="empty")
//---
// #DECLARE: over several lines, in any case, behind comments
//% method Long
	// The head of the method
/* and more */

#Declare ($url : Text; $header : Text; \
  $BrowserIP : Text; $ServerIP : Text; \
  $user : Text; $password : Text) \
  -> $RequestAccepted : Boolean
$RequestAccepted:=($user="kate") & ($password="secret") & ($serverip="::1")
//% end
ASSERT(Long("u"; "h"; "b"; "::1"; "kate"; "secret"))
//---
// #DECLARE: must come first
$a:=1
#DECLARE($x : Text)  //! #DECLARE
//---
// numbered parameters
//% method OldStyle
C_LONGINT($1)
C_TEXT($2)
C_TEXT($0)
$0:=$2+String($1)
//% end
//% method OldestStyle
$0:=$1*2
//% end
ASSERT(OldStyle(1; "x")="x1")
ASSERT(OldestStyle(21)=42)
//---
// numbered and named parameters are the same
//% method Both
#DECLARE($message : Text) -> $result : Text
$result:=$1+$message
//% end
ASSERT(Both("a")="aa")
//---
// return: with and without a value
//% method GetA
#DECLARE -> $v : Integer
$v:=10
return
//% end
//% method GetB
#DECLARE -> $v : Integer
$v:=10
return 20
//% end
//% method GetC
#DECLARE -> $v : Integer
return 10
$v:=20
//% end
//% method GetD
return "Hello"
//% end
//% method GetE
#DECLARE -> $v : Text
//% end
ASSERT(GetA=10)
ASSERT(GetB=20)
ASSERT(GetC=10)
ASSERT(GetD="Hello")
ASSERT(GetE="")
//---
// return: a value of the wrong type
//% method GetWrong
#DECLARE -> $v : Integer
return "Hello"
//% end
$n:=GetWrong
//! wanted Integer, got Text
//---
// return: a value of the wrong type by type alone
//% method GetWrong
#DECLARE : Integer
return "Hello"
//% end
$n:=GetWrong
//! wanted Integer, got Text
//---
// return: a result is rounded to its type
//% method Round it
#DECLARE($r : Real) : Integer
return $r
//% end
ASSERT(Round it(2.6)=3)
//---
// return: a method without a result gives nothing
//% method Procedure
$a:=1
//% end
$x:=Procedure
ASSERT(Undefined($x))
//---
// parameters that are missing have the default of their type
//% method Missing
#DECLARE($t : Text; $n : Integer; $b : Boolean; $d : Date; $h : Time; $o : Object; $c : Collection; $v : Variant)
ASSERT($t="")
ASSERT(Value type($t)=Is text)
ASSERT($n=0)
ASSERT($b=False)
ASSERT($d=!00-00-00!)
ASSERT($h=?00:00:00?)
ASSERT($o=Null)
ASSERT($c=Null)
ASSERT(Undefined($v))
//% end
Missing
Missing()
//---
// parameters that are missing: the documented example
//% method concate
#DECLARE($param1 : Text; $param2 : Text)->$result : Text
$result:=$param1+" "+$param2
//% end
ASSERT(concate("Hello")="Hello ")
ASSERT(concate()=" ")
ASSERT(concate="  "#True)
//---
// a parameter too many is at hand as ${n}
//% method foo
#DECLARE($p1 : Text; $p2 : Text; $p3 : Date) -> $r : Text
var $i : Integer
For ($i; 1; Count parameters)
	$r+=String(${$i})+"|"
End for
//% end
ASSERT(foo("hello"; "world"; !2021-01-01!; 42; ?12:00:00?)="hello|world|@|42|12:00:00|")
//---
// a parameter too many does no harm
//% method One
#DECLARE($a : Integer) : Integer
return $a
//% end
ASSERT(One(1; 2; 3)=1)
//---
// ${n}: the documented sum
//% method MySum
#DECLARE($format : Text) -> $result : Text
$sum:=0
For ($i; 2; Count parameters)
	$sum:=$sum+${$i}
End for
$result:=String($sum; $format)
//% end
ASSERT(MySum("##0.00"; 125,2; 33,5; 24)="182.70")
ASSERT(MySum("000"; 1; 2; 200)="203")
//---
// ${n}: variadic parameters of a type
//% method SumNumbers
#DECLARE( ... : Real) : Real
var $number; $total : Real
For ($number; 1; Count parameters)
	$total+=${$number}
End for
return $total
//% end
ASSERT(SumNumbers=0)
ASSERT(SumNumbers(1; 2; 3; 4; 5)=15)
//---
// ${n}: variadic parameters are checked before the method runs
//% method SumNumbers
#DECLARE( ... : Real) : Real
sum_ran:=True
//% end
sum_ran:=False
$total3:=SumNumbers(1; 2; "hello"; 4; 5)
//! wanted Real, got Text
//---
// ${n}: beyond what was passed
//% method Third
#DECLARE($a : Text)
$x:=${3}
//% end
Third("a")
//! \$\{3\}
//---
// Count parameters
//% method HowMany
#DECLARE($a : Text; $b : Text; $c : Text) : Integer
return Count parameters
//% end
ASSERT(HowMany=0)
ASSERT(HowMany("a")=1)
ASSERT(HowMany("a"; "b"; "c"; "d")=4)
//---
// a parameter of the wrong type
//% method method1
#DECLARE($value : Text)
//% end
method1(42)
//! method1: \$value: wanted Text, got Number
//---
// a Null parameter for a scalar type
//% method method1
#DECLARE($value : Text)
//% end
method1(Null)
//! \$value: wanted Text, got Null
//---
// an Integer parameter is rounded
//% method Whole
#DECLARE($n : Integer) : Integer
return $n
//% end
ASSERT(Whole(2.5)=3)
ASSERT(Whole(4294967297)=1)
//---
// scalar parameters are values
//% method DO_SOMETHING
#DECLARE($param : Text)
$param:=Uppercase($param)
ASSERT(Character code($param)=87)
//% end
var $name : Text
$name:="williams"
DO_SOMETHING($name)
ASSERT(Character code($name)=119)
//---
// objects and collections are references
//% method ChangeAge
#DECLARE($person : Object; $list : Collection)
$person.Age:=$person.Age+10
$list.push("x")
$person:=New object
$list:=New collection
//% end
var $person : Object
var $list : Collection
$person:=New object("Name"; "Smith"; "Age"; 40)
$list:=[]
ChangeAge($person; $list)
ASSERT($person.Age=50)
ASSERT($person.Name="Smith")
ASSERT($list.length=1)
//---
// objects as named parameters
//% method ChangeAge
#DECLARE($para : Object)
If ($para.toAdd=Null)
	$para.toAdd:=10
End if
$para.Age:=Num($para.Age)+$para.toAdd
said:=String($para.Name)+" is "+String($para.Age)+" years old."
//% end
ChangeAge(New object("Name"; "Smith"; "Age"; 40))
ASSERT(said="Smith is 50 years old.")
ChangeAge({})
ASSERT(said=" is 10 years old.")
ChangeAge({Name: "Doe"; toAdd: 5})
ASSERT(said="Doe is 5 years old.")
//---
// arguments are evaluated from left to right, once
//% method Tick
#DECLARE($o : Object) : Integer
$o.n+=1
return $o.n
//% end
//% method Three
#DECLARE($a : Integer; $b : Integer; $c : Integer) : Text
return String($a)+String($b)+String($c)
//% end
var $o : Object
$o:={n: 0}
ASSERT(Three(Tick($o); Tick($o); Tick($o))="123")
ASSERT($o.n=3)
//---
// methods call each other
//% method IsEven
#DECLARE($n : Integer) : Boolean
If ($n=0)
	return True
End if
return IsOdd($n-1)
//% end
//% method IsOdd
#DECLARE($n : Integer) : Boolean
If ($n=0)
	return False
End if
return IsEven($n-1)
//% end
ASSERT(IsEven(10))
ASSERT(Not(IsEven(7)))
ASSERT(IsOdd(7))
//---
// recursion
//% method Factorial
#DECLARE($n : Integer) -> $r : Real
$r:=($n<2) ? 1 : $n*Factorial($n-1)
//% end
//% method Fib
#DECLARE($n : Integer) : Integer
return ($n<2) ? $n : Fib($n-1)+Fib($n-2)
//% end
ASSERT(Factorial(5)=120)
ASSERT(Factorial(20)=2432902008176640000)
ASSERT(Fib(15)=610)
//---
// recursion: each call has its own variables
//% method Walk
#DECLARE($n : Integer) : Text
var $mine : Integer
$mine:=$n
var $below : Text
If ($n>0)
	$below:=Walk($n-1)
End if
return String($mine)+$below
//% end
ASSERT(Walk(4)="43210")
//---
// recursion without an end is an error of the language
//% method Endless
Endless
//% end
Endless
//! too deeply
//---
// recursion as deep as trees go
//% method Deep
#DECLARE($n : Integer) : Integer
return ($n=0) ? 0 : Deep($n-1)+1
//% end
ASSERT(Deep(500)=500)
//---
// names of methods with several words, in any case
//% method APPEND TEXT
#DECLARE($message : Text; $path : Text)
said:=$message+":"+String(Count parameters)
//% end
//% method New client
#DECLARE : Boolean
return True
//% end
APPEND TEXT("a")
ASSERT(said="a:1")
append text("b"; "")
ASSERT(said="b:2")
Append  Text ("c")
ASSERT(said="c:1")
If (New client)
	said:="client"
End if
ASSERT(said="client")
//---
// names of methods that start like commands or keywords
//% method If needed
said:="if needed"
//% end
//% method String of
#DECLARE($t : Text) : Text
return "<"+$t+">"
//% end
//% method End of the world
said:="end"
//% end
If needed
ASSERT(said="if needed")
ASSERT(String of("x")="<x>")
End of the world
ASSERT(said="end")
//---
// methods without parentheses in an expression
//% method Five
#DECLARE : Integer
return 5
//% end
ASSERT(Five+Five=10)
ASSERT((Five*2)=10)
ASSERT([Five; Five()].length=2)
ASSERT({a: Five}.a=5)
//---
// a method that does not exist
var $x
$x:=No such method(1)  //! No such method
//---
// an error in a method names its place and the calls
//% method Inner
$a:=1
$x:=$a+"text"
//% end
//% method Outer
Inner
//% end
Outer
//! Inner\.4dm:\d+:\d+: \+ cannot take Number and Text[^§]*called from Outer
//---
// a syntax error in a method that is called
//% method Broken
If (True
//% end
Broken
//! Broken\.4dm:\d+:\d+
//---
// the name of the method
//% method Who am I
#DECLARE : Text
return Current method name
//% end
ASSERT(Who am I="Who am I")
//---
// the counting of parameters leaves named ones alone
//% method Named
#DECLARE($a : Text; $b : Text) : Text
return String(Count parameters)+$a+$b
//% end
ASSERT(Named("x"; "y")="2xy")
ASSERT(Named("x")="1x")
//---
// a parameter declared the old way takes the empty value for one of the wrong type
//% method Old way
C_TEXT($1)
C_LONGINT($2)
ASSERT($1="")
ASSERT(Value type($1)=Is text)
ASSERT($2=0)
//% end
Old way(42; "x")
//---
// a result declared the old way has its type
//% method Old result
C_TEXT($0)
$0:=5  //! \$0: wanted Text, got Number
//% end
$x:=Old result
//---
// a parameter cannot be declared again
//% method Again
#DECLARE($x : Text)
var $x : Text
//% end
Again("a")
//! \$x
//---
// a name cannot be parameter and result
//% method Twice
#DECLARE($x : Integer) -> $x : Integer
//% end
$y:=Twice(1)
//! \$x
//---
// an object of the wrong class
//% method Want transporter
#DECLARE($transporter : 4D.SMTPTransporter)
//% end
Want transporter({host: "x"})
//! \$transporter: wanted
//---
// return leaves loops of every kind
//% method Leave
#DECLARE($n : Integer) : Text
var $i : Integer
Case of
	: ($n=1)
		For ($i; 1; 10)
			If ($i=3)
				return "for"+String($i)
			End if
		End for
	: ($n=2)
		For each ($i; [1; 2; 3])
			While (True)
				Repeat
					return "each"+String($i)
				Until (True)
			End while
		End for each
End case
return "end"
//% end
ASSERT(Leave(1)="for3")
ASSERT(Leave(2)="each1")
ASSERT(Leave(3)="end")
//---
// return inside of Try
//% method Guarded
#DECLARE($fail : Boolean) : Text
Try
	If ($fail)
		$x:="a"-1
	End if
	return "done"
Catch
	return "caught"
End try
return "behind"
//% end
ASSERT(Guarded(False)="done")
ASSERT(Guarded(True)="caught")
//---
// var types numbered parameters, and all from one on
//% method Shout
var $0; $1 : Text
$0:=$1+"!"
//% end
//% method Sum of both
var $0; ${1} : Real
$0:=${1}+${2}
//% end
ASSERT(Shout("a")="a!")
ASSERT(Sum of both(2; 3)=5)
//---
// var and a parameter that #DECLARE has named
//% method Twice
#DECLARE($a : Text)
var $a : Text  //! \$a is a parameter
//% end
Twice("a")
//---
// ${1} is read only
${1}:=2  //! can only be read here
//---
// methods: a parameter and the result have names of their own within 31 characters
#DECLARE($aNameOfThirtyOneCharactersWhic : Text; $aNameOfThirtyOneCharactersWhicH : Text)->$r : Text
$r:=$aNameOfThirtyOneCharactersWhicH
//---
// methods: two names that are alike up to the 31st character are one
#DECLARE($aNameOfThirtyOneCharactersWhich1 : Text; $aNameOfThirtyOneCharactersWhich2 : Text) //! is declared twice
