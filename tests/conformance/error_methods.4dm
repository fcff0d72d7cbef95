// ON ERR CALL: execution goes on behind the statement
//% method onError
gCode:=Error
gLine:=Error line
gMethod:=Error method
gText:=Last errors[0].message
//% end
//% method risky
#DECLARE($what : Variant) : Text
var $n : Integer
$n:=$what
return "done "+String($n)
//% end
ON ERR CALL("onError")
ASSERT(Method called on error="onError")
$x:="a"+1
ASSERT(gCode=54)
ASSERT(gText="@Text and Number")
$y:=risky("abc")
ASSERT($y="done 0")
ASSERT(gMethod="risky")
ASSERT(gLine=3)
For ($i; 1; 3)
	$z:=Null.x
	$count:=$i
End for
ASSERT($count=3)
ON ERR CALL("")
ASSERT(Method called on error="")
$x:="a"+1  //! Text and Number
//---
// ON ERR CALL: a failing function returns what it documents
//% method quiet
gCode:=Error
//% end
ON ERR CALL("quiet")
$t:=SMTP New transporter({host: "localhost"})
$status:=$t.send({subject: "nobody"})
ASSERT($status.success=False)
ASSERT($status.statusText="Failed to send email")
ASSERT(gCode#0)
//---
// ON ERR CALL: a Try comes first
//% method never
gCalled:=True
//% end
ON ERR CALL("never")
Try
	$x:="a"+1
	gReached:=True
Catch
	gCaught:=True
End try
ASSERT(Undefined(gCalled))
ASSERT(Undefined(gReached))
ASSERT(gCaught)
$y:=Try("a"+1)
ASSERT(Undefined(gCalled))
//---
// ON ERR CALL: ABORT ends the script
//% method stopHere
ABORT
//% end
ON ERR CALL("stopHere")
$x:="a"+1
ASSERT(False)
//---
// ON ERR CALL: an error in the method itself is not caught by it
//% method worse
$x:=Null.nothing
//% end
ON ERR CALL("worse")
$x:="a"+1
//! cannot read property nothing of Null
//---
// EXECUTE METHOD, EXECUTE FORMULA, Formula from string
//% method double
#DECLARE($n : Integer) : Integer
gLast:=$n
return $n*2
//% end
EXECUTE METHOD("double"; $result; 21)
ASSERT($result=42)
EXECUTE METHOD("double"; *; 5)
ASSERT(gLast=5)
EXECUTE FORMULA("gSum:=1+2")
ASSERT(gSum=3)
$f:=Formula from string("$1+This.a")
ASSERT($f.call({a: 1}; 2)=3)
$f:=Formula from string("1+")  //! a value expected
//---
// Use
$o:=New shared object("a"; 1)
Use ($o)
	$o.a:=2
End use
ASSERT($o.a=2)

//---
// a method that a script calls goes on after its own error, too
//% method Note
noted.push(Error)
//% end
//% method Twice
$o:=Null
$o.x:=1
reached:=True
$o.x:=2
return "end"
//% end
noted:=[]
reached:=False
ON ERR CALL("Note")
$end:=Twice
ON ERR CALL("")
ASSERT(noted.length=2)
ASSERT(noted[0]=-10717)
ASSERT(reached)
ASSERT($end="end")
