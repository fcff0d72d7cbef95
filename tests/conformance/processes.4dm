// Processes, workers, signals and semaphores (Develop/processes.md, API/SignalClass.md).

//---
// the main process
ASSERT(Current process=1)
ASSERT(Current process name#"")
ASSERT(Process number(Current process name)=1)
ASSERT(Process state(1)=Executing)
ASSERT(Count tasks=1)
ASSERT(Count user processes=1)
ASSERT(Count users=1)
ASSERT(Process state(2)=Does not exist)
ASSERT(Process state(0)=Does not exist)
ASSERT(Process number("nobody")=0)
ASSERT(Not(Process aborted))

//---
// a process runs a method with parameters of its own, on variables of its own
//% method Child
#DECLARE($text : Text; $signal : 4D.Signal)
ASSERT(Undefined(value))
value:="child"
Use ($signal)
	$signal.name:=Current process name
	$signal.number:=Current process
	$signal.text:=$text
	$signal.method:=Current method name
End use
$signal.trigger()
//% end
value:="main"
$signal:=New signal
$number:=New process("Child"; 0; "kid"; "hello"; $signal)
ASSERT($signal.wait(20))
ASSERT($number=2)
ASSERT($signal.number=2)
ASSERT($signal.name="kid")
ASSERT($signal.text="hello")
ASSERT($signal.method="Child")
ASSERT(value="main")

//---
// a method that there is not
$number:=New process("Nowhere"; 0) //! there is no method Nowhere

//---
// objects are passed as copies, with what is shared in them as it is
//% method Change
#DECLARE($plain : Object; $list : Collection; $shared : Object; $signal : 4D.Signal)
$plain.n:=99
$list.push(4)
Use ($shared)
	$shared.n:=$plain.inner.n
End use
Use ($plain.inner)
	$plain.inner.n:=7
End use
$signal.trigger()
//% end
$inner:=New shared object("n"; 5)
$plain:={n: 1; inner: $inner}
$list:=[1; 2; 3]
$shared:=New shared object
$signal:=New signal
$number:=New process("Change"; 0; ""; $plain; $list; $shared; $signal)
ASSERT($signal.wait(20))
ASSERT($plain.n=1)
ASSERT($list.length=3)
ASSERT($shared.n=5)
ASSERT($inner.n=7)

//---
// with * at the end, a process of that name is there once
//% method Wait
#DECLARE($signal : 4D.Signal)
$signal.wait(20)
//% end
$signal:=New signal
$first:=New process("Wait"; 0; "one"; $signal; *)
$second:=New process("Wait"; 0; "one"; $signal; *)
ASSERT($first=$second)
$third:=New process("Wait"; 0; "one"; $signal)
ASSERT($third=3)
ASSERT(Process number("one")=2)
ASSERT(Process number("3")=3)
ASSERT(Count tasks=3)
ASSERT(Count user processes=3)
$signal.trigger()

//---
// interprocess variables are the same for all processes
//% method Count
#DECLARE($signal : 4D.Signal)
<>count:=<>count+1
<>made:="here"
$signal.trigger()
//% end
<>count:=1
$signal:=New signal
$number:=New process("Count"; 0; ""; $signal)
ASSERT($signal.wait(20))
ASSERT(<>count=2)
ASSERT(<>made="here")

//---
// a process that has ended is aborted, as long as a later one lives
//% method End
//% end
//% method Wait
#DECLARE($signal : 4D.Signal)
$signal.wait(20)
//% end
$signal:=New signal
$ended:=New process("End"; 0)
$number:=New process("Wait"; 0; ""; $signal)
While (Process state($ended)#Aborted)
	DELAY PROCESS(Current process; 1)
End while
ASSERT(Process info($ended)=Null)
$signal.trigger()

//---
// what is known of a process
//% method Wait
#DECLARE($signal : 4D.Signal)
$signal.wait(20)
//% end
$signal:=New signal
$number:=New process("Wait"; 0; "patient"; $signal)
While (Process state($number)#Waiting for internal flag)
	DELAY PROCESS(Current process; 1)
End while
$info:=Process info($number)
ASSERT($info.name="patient")
ASSERT($info.number=$number)
ASSERT($info.ID=$number)
ASSERT($info.state=Waiting for internal flag)
ASSERT($info.type=Other user process)
ASSERT($info.preemptive=False)
ASSERT($info.sessionID=Session.id)
ASSERT($info.cpuTime>=0)
ASSERT(($info.cpuUsage>=0) & ($info.cpuUsage<=1))
ASSERT(Match regex("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"; $info.creationDateTime))
ASSERT(Value type($info.systemID)=Is text)
ASSERT(Process info(99)=Null)
ASSERT(Process info(1).type=Main process)
ASSERT(Process activity.processes.extract("number").join(",")="1,2")
ASSERT(Process activity(Processes only).processes.length=2)
ASSERT(Execute on server("Wait"; 0; "stored"; $signal)=3)
ASSERT(Process info(3).type=Execute on server process)
$signal.trigger()

//---
// an error in a process ends that process only
//% method Fail
#DECLARE($o : Object)
$o.x.y:=1
//% end
$number:=New process("Fail"; 0; "failing"; {x: Null})
While (Process state($number)>=0)
	DELAY PROCESS(Current process; 1)
End while
ASSERT(True)

//---
// ON ERR CALL is of the process, or of all of them
//% method OnError
caught:=Error
//% end
//% method Fail
#DECLARE($signal : 4D.Signal)
var $o : Object:=Null
$o.x:=1
Use ($signal)
	$signal.caught:=caught
	$signal.local:=Method called on error(ek local)
End use
$signal.trigger()
//% end
ON ERR CALL("OnError"; ek global)
$signal:=New signal
$number:=New process("Fail"; 0; ""; $signal)
$triggered:=$signal.wait(20)
$here:=Undefined(caught)
ON ERR CALL(""; ek global)
ASSERT($triggered)
ASSERT($signal.caught=-10717)
ASSERT($signal.local="")
ASSERT($here)

//---
// signals
$signal:=New signal("what it is for")
ASSERT($signal.description="what it is for")
ASSERT(New signal.description="")
ASSERT(Not($signal.signaled))
ASSERT(Not($signal.wait(0.01)))
ASSERT(Not($signal.wait(0)))
$signal.trigger()
ASSERT($signal.signaled)
ASSERT($signal.wait())
ASSERT($signal.wait(0))
$signal.trigger()
ASSERT($signal.signaled)
ASSERT(OB Is shared($signal))
ASSERT(OB Instance of($signal; 4D.Signal))
Use ($signal)
	$signal.description:="else"
	$signal.result:=New shared object("n"; 1)
End use
ASSERT($signal.description="else")
ASSERT($signal.result.n=1)
ASSERT(OB Keys($signal).join(",")="description,signaled,result")
var $typed : 4D.Signal:=$signal
ASSERT($typed=$signal)

//---
// a property of a signal outside of Use is an error
$signal:=New signal
$signal.result:=1 //! changed outside of Use … End use

//---
// so is its description
$signal:=New signal
$signal.description:="x" //! changed outside of Use … End use

//---
// whether it is triggered is read-only
$signal:=New signal
Use ($signal)
	$signal.signaled:=True //! read-only
End use

//---
// one trigger lets all go on that wait
//% method Wait
#DECLARE($start : 4D.Signal; $counter : Object; $done : 4D.Signal)
$start.wait(20)
Use ($counter)
	$counter.n+=1
	If ($counter.n=5)
		$done.trigger()
	End if
End use
//% end
$start:=New signal
$done:=New signal
$counter:=New shared object("n"; 0)
For ($i; 1; 5)
	$number:=New process("Wait"; 0; ""; $start; $counter; $done)
End for
$start.trigger()
ASSERT($done.wait(20))
ASSERT($counter.n=5)

//---
// Use keeps processes from each other
//% method Add
#DECLARE($counter : Object; $done : 4D.Signal)
For ($i; 1; 300)
	Use ($counter)
		$counter.n:=$counter.n+1
	End use
End for
Use ($counter)
	$counter.ended+=1
	If ($counter.ended=4)
		$done.trigger()
	End if
End use
//% end
$counter:=New shared object("n"; 0; "ended"; 0)
$done:=New signal
For ($i; 1; 4)
	$number:=New process("Add"; 0; ""; $counter; $done)
End for
ASSERT($done.wait(50))
ASSERT($counter.n=1200)

//---
// functions of a shared collection are done as a whole
//% method Push
#DECLARE($list : Collection; $done : Collection)
For ($i; 1; 300)
	$list.push($i)
End for
$done.push(True)
//% end
$list:=New shared collection
$done:=New shared collection
For ($i; 1; 4)
	$number:=New process("Push"; 0; ""; $list; $done)
End for
While ($done.length<4)
	DELAY PROCESS(Current process; 1)
End while
ASSERT($list.length=1200)
ASSERT($list.sum()=180600)

//---
// two processes that wait for what the other uses: one of them is told
//% method Other
#DECLARE($one : Object; $two : Object; $mine : 4D.Signal; $yours : 4D.Signal)
Try
	Use ($two)
		$mine.trigger()
		$yours.wait(20)
		Use ($one)
			$one.n+=1
		End use
	End use
Catch
	Use ($mine)
		$mine.code:=Last errors[0].errCode
	End use
End try
//% end
$one:=New shared object("n"; 0)
$two:=New shared object("n"; 0)
$mine:=New signal
$yours:=New signal
$number:=New process("Other"; 0; ""; $one; $two; $mine; $yours)
ASSERT($mine.wait(20))
$code:=0
Try
	Use ($one)
		$yours.trigger()
		Use ($two)
			$two.n+=1
		End use
	End use
Catch
	$code:=Last errors[0].errCode
End try
While (Process state($number)>=0)
	DELAY PROCESS(Current process; 1)
End while
$theirs:=Num($mine.code)
ASSERT(($code=-10724) | ($theirs=-10724))

//---
// a worker keeps its variables from call to call
//% method Add
#DECLARE($n : Integer)
total:=Num(total)+$n
//% end
//% method Tell
#DECLARE($signal : 4D.Signal)
Use ($signal)
	$signal.total:=total
	$signal.name:=Current process name
	$signal.type:=Process info(Current process).type
End use
$signal.trigger()
//% end
$signal:=New signal
CALL WORKER("adder"; "Add"; 1)
CALL WORKER("adder"; "Add"; 2)
CALL WORKER("adder"; Formula(Add($1*10)); 4)
CALL WORKER("adder"; Formula(Tell); $signal)
ASSERT($signal.wait(20))
ASSERT($signal.total=43)
ASSERT($signal.name="adder")
ASSERT($signal.type=Worker process)
ASSERT(Process number("adder")=2)
ASSERT(Undefined(total))
KILL WORKER("adder")

//---
// a formula takes its local variables along, and runs on the variables of the worker
$local:=5
value:="main"
$signal:=New signal
CALL WORKER("w"; Formula(value:="worker"))
CALL WORKER("w"; Formula(<>seen:=value+String($local)))
$local:=6
CALL WORKER("w"; Formula($1.trigger()); $signal)
ASSERT($signal.wait(20))
ASSERT(<>seen="worker5")
ASSERT(value="main")

//---
// names of workers are case-sensitive; an empty method means the first one
//% method First
<>calls:=<>calls+1
//% end
<>calls:=0
$signal:=New signal
CALL WORKER("Name"; "First")
CALL WORKER("Name"; "")
CALL WORKER("Name"; Formula($1.trigger()); $signal)
ASSERT($signal.wait(20))
ASSERT(<>calls=2)
$signal:=New signal
CALL WORKER("NAME"; Formula($1.trigger()); $signal)
ASSERT($signal.wait(20))
ASSERT(Process number("Name")#Process number("NAME"))
CALL WORKER("new"; "")
ASSERT(Process number("new")=0)

//---
// a worker is called by its number; what is no worker is not
//% method Wait
#DECLARE($signal : 4D.Signal)
$signal.wait(20)
//% end
$signal:=New signal
$process:=New process("Wait"; 0; "plain"; $signal)
CALL WORKER($process; Formula(<>wrong:=True))
CALL WORKER(77; Formula(<>wrong:=True))
CALL WORKER("w"; Formula(<>right:=True))
CALL WORKER(Process number("w"); Formula($1.trigger()); $signal)
ASSERT($signal.wait(20))
ASSERT(<>right)
ASSERT(Undefined(<>wrong))

//---
// a worker that is killed ends after its task, its messages are gone, and a new call starts a new process
//% method Task
#DECLARE($begun : 4D.Signal; $go : 4D.Signal)
$begun.trigger()
$go.wait(20)
<>finished:=True
//% end
$begun:=New signal
$go:=New signal
CALL WORKER("w"; "Task"; $begun; $go)
CALL WORKER("w"; Formula(<>wrong:=True))
ASSERT($begun.wait(20))
$first:=Process number("w")
KILL WORKER("w")
$signal:=New signal
CALL WORKER("w"; Formula($1.trigger()); $signal)
ASSERT(Not($signal.wait(0.05)))
$go.trigger()
ASSERT($signal.wait(20))
ASSERT(<>finished)
ASSERT(Undefined(<>wrong))
ASSERT(Process number("w")>$first)
KILL WORKER("nobody")
KILL WORKER(99)

//---
// a worker kills itself
//% method Die
KILL WORKER
CALL WORKER(Current process; Formula(<>wrong:=True))
<>after:=True
//% end
CALL WORKER("w"; "Die")
While (Process number("w")#0)
	DELAY PROCESS(Current process; 1)
End while
ASSERT(<>after)
ASSERT(Undefined(<>wrong))

//---
// an error in a worker ends the task, not the worker
//% method Fail
#DECLARE($o : Object)
own:=1
$o.x.y:=1
//% end
$signal:=New signal
CALL WORKER("w"; "Fail"; {x: Null})
CALL WORKER("w"; Formula(<>own:=own))
CALL WORKER("w"; Formula($1.trigger()); $signal)
ASSERT($signal.wait(20))
ASSERT(<>own=1)

//---
// a worker gets copies, and its own objects as they are
//% method Own
#DECLARE($o : Object)
$o.n:=2
CALL WORKER(Current process; Formula(Own2($1)); $o)
mine:=$o
//% end
//% method Own2
#DECLARE($o : Object)
<>same:=($o=mine)
//% end
$o:={n: 1}
$signal:=New signal
CALL WORKER("w"; "Own"; $o)
CALL WORKER("w"; Formula(CALL WORKER(Current process; Formula($1.trigger()); $1)); $signal)
ASSERT($signal.wait(20))
ASSERT($o.n=1)
ASSERT(<>same)

//---
// what a worker is to run must be there
CALL WORKER("w"; "Nowhere") //! there is no method Nowhere

//---
// or be a formula
CALL WORKER("w"; {}) //! formula: wanted 4D.Function or Text, got Object

//---
// semaphores belong to the process that sets them
//% method Own
#DECLARE($set : 4D.Signal; $go : 4D.Signal)
ASSERT(Not(Semaphore("flag")))
$set.trigger()
$go.wait(20)
CLEAR SEMAPHORE("flag")
//% end
ASSERT(Not(Test semaphore("flag")))
ASSERT(Not(Semaphore("flag")))
ASSERT(Not(Semaphore("flag")))
ASSERT(Test semaphore("flag"))
ASSERT(Not(Test semaphore("FLAG")))
CLEAR SEMAPHORE("flag")
ASSERT(Not(Test semaphore("flag")))
$set:=New signal
$go:=New signal
$number:=New process("Own"; 0; ""; $set; $go)
ASSERT($set.wait(20))
ASSERT(Semaphore("flag"))
ASSERT(Semaphore("flag"; 1))
CLEAR SEMAPHORE("flag")
ASSERT(Test semaphore("flag"))
$go.trigger()
ASSERT(Not(Semaphore("flag"; 1200)))

//---
// a semaphore is cleared when its process ends; 255 characters of its name count
//% method Own
#DECLARE($set : 4D.Signal)
ASSERT(Not(Semaphore("x"*300)))
$set.trigger()
//% end
$set:=New signal
$number:=New process("Own"; 0; ""; $set)
ASSERT($set.wait(20))
ASSERT(Not(Semaphore(("x"*255)+"y"; 1200)))

//---
// a process delays itself, and another one ends the delay
//% method Sleep
#DECLARE($woken : 4D.Signal)
DELAY PROCESS(Current process; 60*60)
$woken.trigger()
//% end
$woken:=New signal
$number:=New process("Sleep"; 0; ""; $woken)
While (Process state($number)#Delayed)
	DELAY PROCESS(Current process; 1)
End while
RESUME PROCESS($number)
ASSERT($woken.wait(20))
$woken:=New signal
$number:=New process("Sleep"; 0; ""; $woken)
While (Process state($number)#Delayed)
	DELAY PROCESS(Current process; 1)
End while
DELAY PROCESS($number; 0)
ASSERT($woken.wait(20))
DELAY PROCESS(99; 60)
DELAY PROCESS(Current process; 0.5)
RESUME PROCESS(99)
RESUME PROCESS(1)

//---
// a process pauses itself until it is resumed
//% method Pause
#DECLARE($woken : 4D.Signal)
PAUSE PROCESS(Current process)
$woken.trigger()
//% end
$woken:=New signal
$number:=New process("Pause"; 0; ""; $woken)
While (Process state($number)#Paused)
	DELAY PROCESS(Current process; 1)
End while
ASSERT(Not($woken.wait(0.05)))
DELAY PROCESS($number; 1)
ASSERT(Not($woken.wait(0.05)))
RESUME PROCESS($number)
ASSERT($woken.wait(20))
PAUSE PROCESS(1)
PAUSE PROCESS(99)

//---
// another process is paused where it runs
//% method Run
While (Not(<>stop))
	<>n:=<>n+1
	<>n:=<>n+Num("0")
End while
//% end
<>stop:=False
<>n:=0
$number:=New process("Run"; 0)
While (<>n<10)
	DELAY PROCESS(Current process; 1)
End while
PAUSE PROCESS($number)
While (Process state($number)#Paused)
	DELAY PROCESS(Current process; 1)
End while
$n:=<>n
DELAY PROCESS(Current process; 3)
ASSERT(<>n=$n)
RESUME PROCESS($number)
While (<>n=$n)
	DELAY PROCESS(Current process; 1)
End while
<>stop:=True

//---
// variables of another process are read and written
//% method Keep
#DECLARE($ready : 4D.Signal; $go : 4D.Signal; $done : 4D.Signal)
text:="theirs"
object:={n: 1}
ARRAY TEXT(names; 2)
names{1}:="Ann"
names{2}:="Bob"
$ready.trigger()
$go.wait(20)
Use ($done)
	$done.text:=text
	$done.made:=made
	$done.second:=names{2}
	$done.size:=Size of array(numbers)
	$done.number:=numbers{3}
End use
$done.trigger()
//% end
text:="mine"
$ready:=New signal
$go:=New signal
$done:=New signal
$number:=New process("Keep"; 0; ""; $ready; $go; $done)
ASSERT($ready.wait(20))
GET PROCESS VARIABLE($number; text; $local)
ASSERT($local="theirs")
ASSERT(text="mine")
GET PROCESS VARIABLE($number; text; <>between; object; $object; names{2}; $name)
ASSERT(<>between="theirs")
ASSERT($object.n=1)
$object.n:=2
GET PROCESS VARIABLE($number; object; $again)
ASSERT($again.n=1)
ASSERT($name="Bob")
ARRAY TEXT($list; 0)
GET PROCESS VARIABLE($number; names; $list)
ASSERT(Size of array($list)=2)
ASSERT($list{1}="Ann")
GET PROCESS VARIABLE($number; nothing; $nothing)
ASSERT(Undefined($nothing))
$kept:="kept"
GET PROCESS VARIABLE(99; text; $kept)
ASSERT($kept="kept")
SET PROCESS VARIABLE($number; text; "set"; made; 5; names{2}; "Bea")
ARRAY LONGINT($numbers; 3)
$numbers{3}:=33
VARIABLE TO VARIABLE($number; numbers; $numbers)
$go.trigger()
ASSERT($done.wait(20))
ASSERT($done.text="set")
ASSERT($done.made=5)
ASSERT($done.second="Bea")
ASSERT($done.size=3)
ASSERT($done.number=33)

//---
// writing to a process that does not exist is an error
SET PROCESS VARIABLE(99; text; "x") //! there is no process 99

//---
// a local variable of another process is none
GET PROCESS VARIABLE(1; $a; $b) //! a variable of another process is a process variable

//---
// process singletons are one for each process, shared ones one for all
//% class Own
singleton Class constructor
	This.process:=Current process
//% end
//% class Everybodys
shared singleton Class constructor
	This.process:=Current process
	This.calls:=0
shared Function call : Integer
	This.calls+=1
	return Current process
//% end
//% method Child
#DECLARE($signal : 4D.Signal)
Use ($signal)
	$signal.own:=cs.Own.me.process
	$signal.shared:=cs.Everybodys.me.process
	$signal.ran:=cs.Everybodys.me.call()
End use
$signal.trigger()
//% end
ASSERT(cs.Own.me.process=1)
ASSERT(cs.Everybodys.me.call()=1)
$signal:=New signal
$number:=New process("Child"; 0; ""; $signal)
ASSERT($signal.wait(20))
ASSERT($signal.own=2)
ASSERT($signal.shared=1)
ASSERT($signal.ran=2)
ASSERT(cs.Everybodys.me.calls=2)

//---
// an object of a class keeps it on its way to another process, whose variables its functions see
//% class Thing
Class constructor($n : Integer)
	This.n:=$n
Function where : Text
	return String(This.n)+place
//% end
//% method Child
#DECLARE($thing : cs.Thing; $shared : Object; $signal : 4D.Signal)
place:="child"
Use ($signal)
	$signal.where:=$thing.where()
	$signal.is:=OB Instance of($thing; cs.Thing)
	$signal.text:=$shared.where
End use
$signal.trigger()
//% end
//% class Shared
shared Class constructor
	This.n:=1
Function get where : Text
	return place
//% end
place:="main"
$signal:=New signal
$number:=New process("Child"; 0; ""; cs.Thing.new(3); cs.Shared.new(); $signal)
ASSERT($signal.wait(20))
ASSERT($signal.where="3child")
ASSERT($signal.is)
ASSERT($signal.text="child")

//---
// a class is known by its name wherever it was made
//% class Shared
shared Class constructor
	This.n:=1
//% end
//% method Make
#DECLARE($signal : 4D.Signal)
Use ($signal)
	$signal.made:=cs.Shared.new()
End use
$signal.trigger()
//% end
$signal:=New signal
$number:=New process("Make"; 0; ""; $signal)
ASSERT($signal.wait(20))
ASSERT(OB Instance of($signal.made; cs.Shared))
ASSERT(OB Class($signal.made)=cs.Shared)
ASSERT(OB Class($signal.made).name="Shared")

//---
// ABORT ends the process that calls it
//% method Leave
<>before:=True
ABORT
<>after:=True
//% end
$number:=New process("Leave"; 0)
While (Process state($number)>=0)
	DELAY PROCESS(Current process; 1)
End while
ASSERT(<>before)
ASSERT(Undefined(<>after))

//---
// Storage is the same for all processes
//% method Put
#DECLARE($signal : 4D.Signal)
Use (Storage)
	Storage.found:=New shared object("by"; Current process)
End use
$signal.trigger()
//% end
$signal:=New signal
$number:=New process("Put"; 0; ""; $signal)
ASSERT($signal.wait(20))
ASSERT(Storage.found.by=2)

//---
// the session is one, as in a standalone 4D
ASSERT(Length(Session.id)=32)
ASSERT(Session.id=Session.id)
ASSERT(Session.userName="designer")
ASSERT(Session.info.type="standalone")
ASSERT(Session.info.ID=Session.id)
ASSERT(Session.info.IPAddress="localhost")
ASSERT(Session.info.state="active")
ASSERT(Session info(Session.id).userName="designer")
ASSERT(Session info("else")=Null)
ASSERT(Session storage("else")=Null)
ASSERT(OB Is shared(Session.storage))
Use (Session.storage)
	Session.storage.settings:=New shared object("a"; 1)
End use
ASSERT(Session storage(Session.id).settings.a=1)
ASSERT(Not(Session.isGuest()))
ASSERT(Not(Session.hasPrivilege("x")))
ASSERT(Session.setPrivileges(["x"; "y"]))
ASSERT(Session.hasPrivilege("x"))
ASSERT(Session.getPrivileges().join(",")="x,y")
ASSERT(Session.setPrivileges({privileges: "z"}))
ASSERT(Session.getPrivileges().join(",")="z")
ASSERT(Session.clearPrivileges())
ASSERT(Session.getPrivileges().length=0)

//---
// without a server there are no clients, and without an interface nothing to show
REGISTER CLIENT("me")
EXECUTE ON CLIENT("me"; "Nowhere")
ARRAY TEXT($names; 2)
ARRAY LONGINT($methods; 2)
GET REGISTERED CLIENTS($names; $methods)
ASSERT(OK=1)
ASSERT(Size of array($names)=0)
ASSERT(Size of array($methods)=0)
UNREGISTER CLIENT
ABORT PROCESS BY ID(1)
CALL FORM(1; "Nowhere")
BRING TO FRONT(1)
ASSERT(Frontmost process=1)
ASSERT(Process info(1).visible)
HIDE PROCESS(1)
SHOW PROCESS(1)
ASSERT(Process info(1).visible)

//---
// the attributes of a preemptive method are accepted
//% method Fast
//%attributes = {"preemptive":"capable"}
#DECLARE($signal : 4D.Signal)
$signal.trigger()
//% end
$signal:=New signal
$number:=New process("Fast"; 0; ""; $signal)
ASSERT($signal.wait(20))
//---
// variables of processes: they come in pairs
SET PROCESS VARIABLE(1; vOne; 1; vTwo)  //! SET PROCESS VARIABLE: the last variable has no counterpart
GET PROCESS VARIABLE(1; vOne; $one; vTwo)  //! GET PROCESS VARIABLE: the last variable has no counterpart
VARIABLE TO VARIABLE(1; vOne; $one; vTwo)  //! VARIABLE TO VARIABLE: the last variable has no counterpart

//---
// What only web sessions have: kept or refused, and without effect here
ASSERT(Session.quotas.defaultEntitySetTimeout=7200)
Session.quotas.maxEntitySetTimeout:=1200
Session.quotas.nbEntitySets:=50
ASSERT(Session.quotas.nbEntitySets=50)
ASSERT(Session.quotas.defaultEntitySetTimeout=1200)
var $none : Object:={}
Session.quotas.nbEntitySets:=$none.a
Session.quotas.maxEntitySetTimeout:=$none.a
ASSERT(Undefined(Session.quotas.nbEntitySets))
ASSERT(Session.quotas.defaultEntitySetTimeout=7200)
ASSERT(OB Is empty(Session.quotas.currentValues))
ASSERT(Session.promote("a")=0)
Session.demote(0)
ASSERT(Not(Session.restore("a")))
ASSERT(Length(Session.createOTP(60))=32)
ASSERT(Undefined(Session.expirationDate))

//---
// A quota is above 0
Session.quotas.nbEntitySets:=0 //! nbEntitySets: wanted a number above 0, got 0
