// Concepts/quick-tour.md, Concepts/identifiers.md, Concepts/methods.md: how the text is read
//---
// comments: at the end of a line, alone, inside an expression, nested
var $a : Integer
$a:=1  // one
// $a:=2
/* $a:=3 */
/* outer /* inner
$a:=4 */ still outer
$a:=5 */
$a:=$a+/* in between */1
ASSERT(/* before */$a=2/* behind */)
//---
// comments: a line comment that ends in a backslash goes on
var $a : Integer
$a:=1  // this goes on \
$a:=2
ASSERT($a=1)
//---
// comments: the old mark
var $a : Integer
$a:=1 ` an old comment
` another
ASSERT($a=1)
//---
// comments: marks inside texts are text
var $t : Text
$t:="a // b /* c */ ` d"
ASSERT(Length($t)=18)
//---
// comments: an open comment
var $a : Integer
/* never closed
$a:=1
//! no closing \*/
//---
// lines: a backslash continues a line
var $a : Integer
var $o : Object
$a:=1+\
2+\
	3
ASSERT($a=6)
$o:={\
	a: 1; \
	b: {c: 2}\
	}
ASSERT($o.b.c=2)
//---
// lines: a backslash continues a line inside a text
var $t : Text
$t:="one \
two"
ASSERT($t="one two")
//---
// lines: a backslash is an operator where something follows
var $a : Integer
$a:=7\2
ASSERT($a=3)
//---
// texts: escape sequences
var $t : Text
$t:="\n\t\r\\\""
ASSERT(Length($t)=5)
ASSERT(Character code($t[[1]])=10)
ASSERT(Character code($t[[2]])=9)
ASSERT(Character code($t[[3]])=13)
ASSERT(Character code($t[[4]])=92)
ASSERT(Character code($t[[5]])=34)
//---
// texts: undefined escapes keep their backslash
var $t : Text
$t:="c:\docs\file"
ASSERT(Length($t)=12)
ASSERT(Character code($t[[3]])=92)
ASSERT($t[[4]]="d")
//---
// texts: an empty one, and quotation marks
ASSERT(Length("")=0)
ASSERT(Length("\"\"")=2)
ASSERT("say \"hi\""=("say "+Char(34)+"hi"+Char(34)))
//---
// texts: without an end
var $t : Text
$t:="never closed //! no closing "
//---
// texts: with typographic quotation marks
var $t : Text
$t:=“hello”  //! write "
//---
// white space: no-break spaces, tabs and blanks anywhere
var  $a  :  Integer
 $a:= 1 + 2 
	If  ( $a=3 ) 
	$a   :=   5	+	1
	End if  
ASSERT ( $a = 6 )
//---
// white space: trailing blanks and blanks before parentheses
var $i; $n : Integer 
For ($i ; 1 ; 3) 
	$n+=1 
End for 
If ($n=3) 
	$n:=Length ("ab") 
Else 
	$n:=0 
End if 
ASSERT ($n=2) 
//---
// white space: irregular blanks inside names
var $o : Object
$o:=New  object("a"; 1)
ASSERT(OB   Is	defined($o; "a"))
For  each ($k; $o)
	ASSERT($k="a")
End  for  each
//---
// names: keywords, commands and constants in any case
VAR $i : INTEGER
IF (TRUE)
	$i:=length("abc")
ELSE
	$i:=0
END IF
if ($i=3) & (value TYPE("x")=IS TEXT)
	$i:=4
end if
ASSERT($i=4)
case OF
	: ($i=4)
		$i:=5
END case
assert($i=5)
//---
// names: property names know case
var $o : Object
$o:={name: 1; Name: 2; NAME: 3}
ASSERT($o.name=1)
ASSERT($o.Name=2)
ASSERT($o.NAME=3)
ASSERT(Undefined($o.nAME))
//---
// names: keywords and commands as property names
var $o : Object
$o:={if: 1; end: 2; for: 3; String: 4; True: 5; type: 6; Date: 7; return: 8; var: 9; null: 10; each: 11; While: 12}
ASSERT($o.if=1)
ASSERT($o.end=2)
ASSERT($o.for=3)
ASSERT($o.String=4)
ASSERT($o.True=5)
ASSERT($o.type=6)
ASSERT($o.Date=7)
ASSERT($o.return=8)
ASSERT($o.var=9)
ASSERT($o.null=10)
ASSERT($o.each+$o.While=23)
$o.Else:=13
$o.Case:=14
ASSERT($o.Else+$o.Case=27)
//---
// names: $ and _ in property names
var $o : Object
$o:={$key: 1; _private: 2; a$b: 3; a_1: 4}
ASSERT($o.$key=1)
ASSERT($o._private=2)
ASSERT($o.a$b=3)
ASSERT($o.a_1=4)
ASSERT($o["$key"]=1)
//---
// names: property names as texts may have any characters
var $o : Object
$o:={"1. First property": 1; "": 2; "a.b": 3}
$o["x y"]:=4
ASSERT($o["1. First property"]=1)
ASSERT($o[""]=2)
ASSERT($o["a.b"]=3)
ASSERT($o["x y"]=4)
//---
// names: of commands may start like others
ASSERT(Value type("x")=Is text)
ASSERT(Type($x)>=0)
ASSERT(Is text=2)
//---
// names: return needs no blank
//% method R
$x:=5
return$x
//% end
ASSERT(R=5)
//---
// tokens: of commands
var $o : Object
$o:=New object:C1471("a"; 1)
ASSERT:C1129($o.a=1)
ASSERT(Length:C16("abc")=3)
ASSERT(String:C10(5)="5")
//---
// tokens: the number beats the name
ASSERT(Longueur:C16("abc")=3)
ASSERT(Une longueur:C16("ab")=2)
var $t : Text
_O_C_TEXT:C284($u)
ASSERT($u="")
//---
// tokens: of constants
ASSERT(Value type("x")=Is text:K8:3)
ASSERT(Est un texte:K8:3=Is text)
//---
// tokens: beside the colon of a ternary
var $t : Text
$t:=True ? "a" : "b"
ASSERT($t="a")
$t:=False:C215 ? String:C10(1) : String:C10(2)
ASSERT($t="2")
//---
// numbers: hexadecimal, exponents, decimal commas
ASSERT(0x10=16)
ASSERT(0xabCD=43981)
ASSERT(0XFFFFFFFF=-1)
ASSERT(2e3=2000)
ASSERT(33,5=33.5)
ASSERT([1,5; 2].length=2)
ASSERT(1.50=1.5)
ASSERT(007=7)
//---
// numbers: a sign in front of many things
var $a : Integer
var $o : Object
$a:=5
$o:={n: 2}
ASSERT(-$a=-5)
ASSERT((3+-$a)=-2)
ASSERT((3- -2)=5)
ASSERT(-(1+1)=-2)
ASSERT(-$o.n=-2)
ASSERT(-Length("ab")=-2)
ASSERT([-1; - 2].length=2)
ASSERT(2*-3=-6)
//---
// dates: the variants of literals
ASSERT(!2018/01/21!=!2018-01-21!)
ASSERT(!22-05-2002!=!2002-05-22!)
ASSERT(!12/25/92!=!1992-12-25!)
ASSERT(!00-00-00!=!00/00/00!)
ASSERT(!2018-1-2!=!2018-01-02!)
//---
// times: literals
ASSERT(?10:30:00?=37800)
ASSERT(?1:2:3?=3723)
//---
// brackets: ]] closes two single ones
var $a; $b : Collection
$a:=[10; 20; 30]
$b:=[2; 1]
ASSERT($a[$b[0]]=30)
ASSERT($a[$b[1]]=20)
$a[$b[0]]:=5
ASSERT($a[2]=5)
//---
// brackets: [[ opens two literals
var $c : Collection
$c:=[[1; 2]; [3]]
ASSERT($c.length=2)
ASSERT($c[0][1]=2)
ASSERT($c[0].length=2)
$c:=[[]]
ASSERT($c[0].length=0)
$c:=[[[1]]]
ASSERT($c[0][0][0]=1)
//---
// brackets: a character of an element
var $c : Collection
$c:=["abc"; "def"]
ASSERT($c[0][[2]]="b")
ASSERT($c[1][[$c.length]]="e")
//---
// brackets: characters by an index of a collection
var $c : Collection
var $t : Text
$c:=[2; 3]
$t:="hello"
ASSERT($t[[$c[0]]]="e")
ASSERT($t[[$c[$c[0]-1]]]="l")
//---
// brackets: that do not match
var $c : Collection
$c:=[1; 2  //! expected|wanted|]
//---
// literals: in each other, over many lines, with a comma at no place
var $o : Object
$o:={a: [1; {b: [2; 3]}]; c: {d: {e: "x"}}; f: []; g: {}}
ASSERT($o.a[1].b[1]=3)
ASSERT($o.c.d.e="x")
ASSERT($o.f.length=0)
ASSERT(OB Is empty($o.g))
//---
// literals: a trailing semicolon
var $o : Object
var $c : Collection
$o:={a: 1; b: 2; }
$c:=[1; 2; ]
ASSERT(OB Keys($o).length=2)
ASSERT($c.length=2)
//---
// literals: texts as keys
var $o : Object
$o:={"a": 1; "b c": 2; d: 3}
ASSERT($o.a+$o["b c"]+$o.d=6)
//---
// literals: ternaries and calls as values
var $o : Object
var $toto : Boolean
$o:={a: "foo"; b: 42; c: {}; d: ($toto) ? True : False; e: Length("abc")}
ASSERT($o.d=False)
ASSERT($o.e=3)
//---
// literals: a key twice, the last one counts
var $o : Object
$o:={a: 1; a: 2}
ASSERT($o.a=2)
//---
// statements: behind an If on its line
var $a : Integer
If (True) $a:=5  //? line of its condition
End if
ASSERT($a=5)
If (False) $a:=6
	$a:=7
End if
ASSERT($a=5)
If (False)
	$a:=8
Else $a:=9
End if
ASSERT($a=9)
//---
// statements: a stray semicolon at the end
var $a : Integer
$a:=5;  //? ; at the end
ASSERT($a=5);
//---
// statements: a closing parenthesis too many
var $t : Text
$t:=Uppercase("abc"))  //? \) without \(
ASSERT($t="ABC")
//---
// statements: a closing parenthesis too few
var $t : Text
$t:=Uppercase("abc"  //! \)
//---
// statements: an operator without its operand
var $a : Integer
$a:=1+  //! .
//---
// statements: two on a line
var $a : Integer
$a:=1 $a:=2  //! .
//---
// statements: = in place of := is a comparison, not an assignment
var $a : Integer
$a=5
ASSERT($a=0)
//---
// statements: == is no operator
var $a : Boolean
$a:=(1==1)  //! .
//---
// statements: the errors of a text are all reported
var $a : Texte  //! Texte is not a type
break  //! break outside
5:=3  //! cannot be assigned
//---
// attributes: the first line of a saved method
//%attributes = {"invisible":true,"lang":"en"}
var $a : Integer
$a:=1
ASSERT($a=1)
//---
// tokens: an old spelling of several words, the first of which is a name by itself
ASSERT(Get length:C16("ab")=2)
//---
// names: of methods whose words are commands, constants and keywords
//% method Max of
#DECLARE($a : Real; $b : Real)->$m : Real
$m:=$a
If ($b>$m)
	$m:=$b
End if
//% end
//% method Do something else
$done:=True
<>done:=<>done+1
//% end
//% method If valid
#DECLARE($t : Text) : Boolean
return $t#""
//% end
//% method On Windows
#DECLARE : Boolean
return False
//% end
ASSERT(Max of(3; 7)=7)
<>done:=0
Do something else
DO SOMETHING ELSE
ASSERT(<>done=2)
ASSERT(If valid("x"))
If (On Windows)
	ASSERT(False)
End if
//---
// names: the words of a method that is not at hand are one name, whatever they mean by themselves
var $n : Integer
If ($n>0)
	Find volume for space(100)  //? Find volume for space is neither
	$n:=Space saved by compression($n)  //? Space saved by compression is neither
	$n:=Save New Record Event  //? Save New Record Event is neither
	DO SOMETHING ELSE  //? DO SOMETHING ELSE is neither
End if
ASSERT($n=0)
//---
// names: a command and what is no argument of it
var $stamp : Text
If (False)
	ALERT Hello  //? ALERT Hello is neither
	$stamp:=Time stamp  //? Time stamp is neither
End if
//---
// names: a command and another one, or a number
$n:=Length Length("a")  //! Length is not expected here
//---
// names: a command and a number
$d:=Current date 30  //! 30 is not expected here
//---
// names: a method that is not at hand ends where a structure does
If (True)
	do it End if  //! End if is not expected here
//---
// names: the system variable Error formula begins like another word
ASSERT(Undefined(Error formula)|(Error formula=""))
//---
// names: constants with a degree sign
ASSERT(Orientation 180°=180)
ASSERT((Orientation 90° left=270) & (Orientation 0°=0))
//---
// names: functions may begin with a dollar sign and contain one
//% class Purse
property $coins : Integer:=2
Function $double($x : Integer)->$r : Integer
	$r:=$x*2
Function of$these : Integer
	return This.$coins
Function get $all : Integer
	return 5
//% end
var $purse:=cs.Purse.new()
ASSERT($purse.$double(4)=8)
ASSERT($purse.of$these()=2)
ASSERT($purse.$all=5)
//---
// queries: a conjunction and its condition may be one argument
If (False)
	QUERY:C277([Letters:1]; [Letters:1]Sent:4=!00-00-00!; *)  //! QUERY is a command
	QUERY:C277([Letters:1]; & [Letters:1]To:2="@a"; *)  //! QUERY is a command
	QUERY:C277([Letters:1]; | ; [Letters:1]To:2; =; "b")  //! QUERY is a command
	QUERY:C277([Letters:1]; #[Letters:1]To:2="c")  //! QUERY is a command
End if
//---
// queries: no other argument begins with an operator
ASSERT(& True)  //! & is not expected here
//---
// tables: in commands, behind pointers and on the left
$a:=->[Letters]  //! \[Letters\]: there are no tables
//---
// tables: with names that begin as a command does
ASSERT([Current date].length=1)
$a:=->[Old Letters]  //! there are no tables
//---
// tables: with numbers in their names
$a:=->[Table 1]  //! there are no tables
//---
// tables: fields, with no-break spaces in their names
$a:=->[Old Letters:1]Sent by:4  //! there are no tables
//---
// tables: fields on the left
[Old Letters]Sent by:=""  //! there are no tables
//---
// tables: SQL
Begin SQL  //! SQL: there are no tables
	SELECT name FROM people WHERE town = 'x' INTO :$name
End SQL
//---
// mails: addresses parted by semicolons
var $mail : Object
$mail:=New object("cc"; "a@example.com; b@example.com")  //? addresses are parted by ,
$mail.to:="a@example.com;b@example.com"  //? addresses are parted by ,
$mail:={bcc: "a@example.com;b@example.com"; subject: "a@b;c@d"}  //? addresses are parted by ,
ASSERT($mail.subject="a@b;c@d")
//---
// mails: the status of a transporter has a statusText
var $transporter : 4D.SMTPTransporter
var $status : Object
If (False)
	$transporter:=SMTP New transporter({host: "localhost"})
	$status:=$transporter.send({})
	ALERT("Not sent: "+$status.message)  //? has no property message
	$status:=4D.SMTPTransporter.new({host: "localhost"}).checkConnection()
	ALERT("Not sent: "+$status.message)  //? read statusText
End if
$status:={message: "mine"}
ASSERT($status.message="mine")
//---
// operators: of pictures, which other values do not know
var $wide : Variant
If (False)
	$wide:=$wide*+0.25
	$wide:=$wide*|2
End if
$wide:=3*+2  //! \*\+
//---
// names: that begin with a number
//% method 2 weeks
#DECLARE->$days : Integer
$days:=14
//% end
ASSERT(2 weeks+1=15)
If (False)
	ASSERT(3 Weeks=21)  //? 3 Weeks is neither
End if
//---
// names: a number and a structure that ends
If (True)
	$a:=1 End if  //! End if is not expected here
