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
//---
// throw: a deferred error is raised when the method that throws it returns
//% method Put off
#DECLARE($log : Collection) : Integer
$log.push("before")
throw({errCode: 5; message: "five"; deferred: True})
throw({errCode: 6; message: "{what} six"; what: "the"; deferred: True})
$log.push("behind")
return 7
//% end
var $log:=[]
var $result : Integer
Try
	$result:=Put off($log)
	$log.push("never")
Catch
	$log.push("caught")
End try
ASSERT($log.join(" ")="before behind caught")
ASSERT($result=0)
ASSERT(Last errors.extract("errCode").join(",")="5,6")
ASSERT((Last errors[1].message="the six") & (Last errors[1].what="the"))
//---
// throw: a deferred error that a Try block throws itself ends with it
var $way : Text
Try
	throw({message: "later"; deferred: True})
	$way:="on"
Catch
	$way+=" caught"
End try
ASSERT($way="on")
ASSERT(Last errors[0].message="later")
ASSERT((Try(throw({message: "no"; deferred: True}))=Null) & (Last errors[0].message="no"))
//---
// throw: a deferred error of the script ends it, behind its last statement
throw({errCode: 3; message: "at last"; deferred: True})  //! at last \(error 3\)
ALERT("behind")
//---
// throw: alone, the errors of the stack are thrown again when the method returns
//% method Again
#DECLARE($log : Collection)
Try
	throw(12; "twelve")
Catch
	throw
	$log.push("in Catch")
End try
$log.push("behind")
//% end
var $log:=[]
Try
	Again($log)
Catch
	$log.push(Last errors[0].message)
End try
ASSERT($log.join(", ")="in Catch, behind, twelve")
//---
// throw: a deferred error goes to the method that is called on errors, and the caller goes on
//% method Put off
throw({errCode: 5; message: "five"; deferred: True})
return 7
//% end
//% method Note
Storage_like.push(Error)
//% end
Storage_like:=[]
ON ERR CALL("Note")
var $result:=Put off
ON ERR CALL("")
ASSERT(Storage_like.join(",")="5")
//---
// defer: formulas run when the method ends, the newest first, with the values of their locals
//% method Note
#DECLARE($log : Collection; $text : Text)
$log.push($text)
//% end
//% method Work
#DECLARE($log : Collection; $how : Text) : Text
var $n : Integer:=1
defer(Note($log; "first "+String($n)))
$n:=2
defer(Note($log; "second "+String($n)))
ASSERT(Deferred formulas.length=2)
ASSERT(Deferred formulas[0].source="Note($log; \"second \"+String($n))")
If ($how="error")
	throw(1; "one")
End if
If ($how="return")
	return "returned"
End if
defer(throw(2; "passed over"))
$log.push("end")
return "done"
//% end
var $log:=[]
ASSERT(Work($log; "")="done")
ASSERT($log.join(", ")="end, second 2, first 1")
$log.clear()
ASSERT(Work($log; "return")="returned")
ASSERT($log.join(", ")="second 2, first 1")
$log.clear()
Try(Work($log; "error"))
ASSERT($log.join(", ")="second 2, first 1")
ASSERT(Last errors[0].errCode=1)
//---
// defer: not inside of another formula
defer(defer(ALERT("no")))  //! defer
//---
// Deferred formulas: none in a formula, none in a method without
ASSERT(Deferred formulas.length=0)
ASSERT(Formula(Deferred formulas).call().length=0)
