// Concepts/error-handling.md: what an error says, and where
//---
// error: a failed assertion says its condition
var $a : Integer
$a:=1
ASSERT($a=2)  //! ^errors:\d+:1: Assert failed: .*\$a=2
//---
// error: a failed assertion says its text
ASSERT(1=2; "the sum is wrong")  //! Assert failed: .*the sum is wrong
//---
// error: the caret stands under the operation that failed
var $a; $b
$a:="x"
$b:=1+(2*$a)  //! ^ {7}\^
//---
// error: the number of 4D
var $t : Text
$t:=1  //! \(error 54\)
//---
// error: in the middle of a structure
var $i : Integer
For ($i; 1; 5)
	If ($i=3)
		$x:="a"-$i  //! - cannot take Text and Number
	End if
End for
//---
// error: in the condition of a structure
var $i : Integer
While ($i<"a")  //! < cannot take Number and Text
	$i+=1
End while
//---
// error: in the condition of a Case of
Case of
	: (1=2)
	: ("a">1)  //! > cannot take Text and Number
End case
//---
// error: in the condition of a Repeat
var $t : Text
Repeat
	$t:="x"
Until ($t)  //! condition is wanted, got Text
//---
// error: a command with a wrong argument
var $n : Integer
$n:=Length(5)  //! Length: .*wanted Text, got Number
//---
// error: a command with too few arguments
var $n : Integer
$n:=Length  //! Length
//---
// error: a command with too many arguments
var $n : Integer
$n:=Length("a"; "b"; "c")  //! Length
//---
// error: a command outside of the subset
QUERY([People]; [People]name="x")  //! does not have|database
//---
// error: a field
$x:=[People]name  //! without a database
//---
// error: a class that is missing
$x:=4D.NoSuchClass.new()  //! 4D\.NoSuchClass
//---
// error: an effect that is not permitted
$status:=File("/etc/passwd").getText()  //! permit|not|does not have
//---
// error: a syntax error says what it found
var $a : Integer
$a:=(1+2  //! \)
//---
// error: a keyword out of place
End if  //! End if
//---
// error: what is no 4D
$a:=1 ° 2  //! °
//---
// error: three methods deep
//% method One
Two
//% end
//% method Two
Three
//% end
//% method Three
var $o : Object
$o.x.y:=1
//% end
One
//! Three\.4dm:\d+:\d+: [\s\S]*called from Two, line \d+[\s\S]*called from One
//---
// error: nothing after it is executed
//% method Fail
reached:=1
$x:="a"-1
reached:=2
//% end
reached:=0
Try
	Fail
Catch
	ASSERT(reached=1)
End try
ASSERT(reached=1)
//---
// error: Try gives the control back
var $t : Text
Try
	$t:="a"
	$t:=1
	$t:="b"
Catch
	$t:=$t+"caught"
End try
ASSERT($t="acaught")
//---
// error: Try without an error
var $t : Text
Try
	$t:="a"
Catch
	$t:="caught"
End try
ASSERT($t="a")
