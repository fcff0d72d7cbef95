// Shared objects and collections, and Use … End use (Concepts/shared.md).

//---
// shared objects are made, filled, and told apart from others
$o:=New shared object("name"; "Smith"; "age"; 40; "none"; Null)
ASSERT(OB Is shared($o))
ASSERT($o.name="Smith")
ASSERT($o.age=40)
ASSERT($o.none=Null)
ASSERT(Value type($o)=Is object)
ASSERT(Not(OB Is shared({a: 1})))
$c:=New shared collection(1; "b"; True)
ASSERT(OB Is shared($c))
ASSERT($c.length=3)
ASSERT($c[1]="b")
ASSERT(Value type($c)=Is collection)
ASSERT(Not(OB Is shared([1])))
ASSERT(JSON Stringify($o)="{\"name\":\"Smith\",\"age\":40,\"none\":null}")
ASSERT(JSON Stringify($c)="[1,\"b\",true]")

//---
// a property is written between Use and End use
$o:=New shared object("prop"; "alpha")
Use ($o)
	$o.prop:="omega"
	$o.more:=1
	$o.more+=1
	$o["key"]:=!2024-05-03!
	OB SET($o; "set"; True)
End use
ASSERT($o.prop="omega")
ASSERT($o.more=2)
ASSERT($o.key=!2024-05-03!)
ASSERT($o.set)

//---
// a property written outside of Use is an error
$o:=New shared object("prop"; "alpha")
$o.prop:="omega" //! changed outside of Use … End use

//---
// a new property outside of Use is an error too
$o:=New shared object
OB SET($o; "a"; 1) //! changed outside of Use … End use

//---
// counting in a property outside of Use is an error
$o:=New shared object("n"; 1)
$o.n:=$o.n+1 //! changed outside of Use … End use

//---
// an element assigned outside of Use is an error
$c:=New shared collection(1; 2)
$c[0]:=5 //! changed outside of Use … End use

//---
// elements are assigned in Use, and a collection grows
$c:=New shared collection("alpha"; "omega")
Use ($c)
	$c[1]:="beta"
	$c[3]:="delta"
End use
ASSERT(JSON Stringify($c)="[\"alpha\",\"beta\",null,\"delta\"]")

//---
// the functions that change a collection use it by themselves
$c:=New shared collection(3; 1; 2)
$c.push(9; 8)
$c.sort()
ASSERT($c.join(",")="1,2,3,8,9")
ASSERT($c.pop()=9)
ASSERT($c.shift()=1)
$c.unshift(0).insert(1; 7).remove(2).combine([5; 6]).resize(4; 0).fill(4; 3)
ASSERT($c.join(",")="0,7,3,4")
ASSERT(OB Is shared($c.clear()))
ASSERT($c.length=0)
Use ($c)
	$c.push(1)
End use
ASSERT($c.length=1)

//---
// OB REMOVE and ARRAY TO COLLECTION use what they change
$o:=New shared object("a"; 1; "b"; 2)
OB REMOVE($o; "a")
ASSERT(JSON Stringify($o)="{\"b\":2}")
$c:=New shared collection(0)
ARRAY TEXT($names; 2)
$names{1}:="Ann"
$names{2}:="Bob"
ARRAY TO COLLECTION($c; $names)
ASSERT($c.join(" ")="Ann Bob")
ARRAY TO COLLECTION($c; $names; "name")
ASSERT(OB Is shared($c[1]))
ASSERT($c[1].name="Bob")

//---
// only scalars and shared values can be put into a shared object
$o:=New shared object
Use ($o)
	$o.plain:={a: 1} //! cannot hold Object
End use

//---
// a collection that is not shared cannot be put in
$o:=New shared object
Use ($o)
	$o.plain:=[1] //! cannot hold Collection
End use

//---
// nor can a pointer
var $x : Integer
$o:=New shared object("p"; ->$x) //! cannot hold Pointer

//---
// nor can an element that is not shared
$c:=New shared collection
$c.push({a: 1}) //! cannot hold Object

//---
// an undefined value empties a property, as in a plain object
$o:=New shared object("a"; "x")
Use ($o)
	$o.a:=$o.nothing
	$o.b:=$o.nothing
End use
ASSERT($o.a="")
ASSERT(Undefined($o.b))

//---
// Use wants something shared
Use ({a: 1}) //! Use: wanted a shared object or collection, got Object
End use

//---
// Use wants something at all
var $o : Object
Use ($o) //! Use: wanted a shared object or collection, got Null
End use

//---
// putting one into the other makes a group, which is used as one
$one:=New shared object
$two:=New shared object
Use ($one)
	$one.a:=$two
End use
Use ($one)
	$two.x:=1
End use
Use ($two)
	$one.x:=2
End use
ASSERT($one.a.x=1)
ASSERT($two.x=1)
ASSERT($one.x=2)
$one.a.x:=5 //! changed outside of Use … End use

//---
// values that a command puts together are a group
$o:=New shared object("list"; New shared collection(New shared object("n"; 1)))
Use ($o)
	$o.list[0].n:=2
End use
Use ($o.list[0])
	$o.list[1]:=New shared object("n"; 3)
End use
ASSERT($o.list.extract("n").join(",")="2,3")

//---
// a lone one joins the group of what is put into it
$group:=New shared collection(New shared object("n"; 1))
$lone:=New shared object
Use ($lone)
	Use ($lone)
		$lone.list:=$group
		$lone.x:=1
	End use
	$group[0].n:=2
	$lone.y:=2
End use
ASSERT(JSON Stringify($lone)="{\"list\":[{\"n\":2}],\"x\":1,\"y\":2}")
Use ($group)
	$lone.x:=3
End use
ASSERT($lone.x=3)
$group[0].n:=5 //! changed outside of Use … End use

//---
// what belongs to a group cannot be put into another
$ob1:=New shared object
$ob2:=New shared object
Use ($ob1)
	$ob1.a:=$ob2
End use
$ob3:=New shared object
$ob4:=New shared object
Use ($ob3)
	$ob3.a:=$ob4
End use
Use ($ob1)
	$ob1.b:=$ob4 //! belongs to another group already
End use

//---
// and it stays in its group when nothing refers to it there any more
$ob1:=New shared object("a"; New shared object)
$ob4:=New shared object
$ob3:=New shared object("a"; $ob4)
Use ($ob3)
	$ob3.a:=Null
End use
Use ($ob1)
	$ob1.b:=$ob4 //! belongs to another group already
End use

//---
// a lone one that is in use can be put into a group
$one:=New shared object
$two:=New shared object
Use ($one)
	Use ($two)
		$one.a:=$two
		$two.x:=1
	End use
	$two.y:=2
End use
ASSERT(JSON Stringify($one)="{\"a\":{\"x\":1,\"y\":2}}")
Try
	$two.x:=2
	ASSERT(False)
Catch
	ASSERT(Last errors[0].errCode=-10722)
End try

//---
// nested Use: all is given back at the last End use
$o:=New shared object("n"; 0)
Use ($o)
	Use ($o)
		$o.n+=1
	End use
	$o.n+=1
End use
ASSERT($o.n=2)
$o.n:=3 //! changed outside of Use … End use

//---
// an error gives back what is in use
$o:=New shared object("n"; 0)
Try
	Use ($o)
		$o.n:={}
	End use
Catch
	ASSERT(Last errors[0].errCode=-10721)
End try
$o.n:=3 //! changed outside of Use … End use

//---
// return, break and continue give back what is in use
//% method Leave
#DECLARE($o : Object)
Use ($o)
	return
End use
//% end
$o:=New shared object("n"; 0)
Leave($o)
For ($i; 1; 3)
	Use ($o)
		If ($i=2)
			break
		End if
		$o.n+=1
		continue
	End use
End for
ASSERT($o.n=1)
$o.n:=3 //! changed outside of Use … End use

//---
// a method that is called works on what its caller uses
//% method Change
#DECLARE($o : Object)
$o.n:=7
//% end
$o:=New shared object("n"; 0)
Use ($o)
	Change($o)
End use
ASSERT($o.n=7)

//---
// Use nests deeper than Python's blocks do
$o:=New shared object("n"; 0)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
Use ($o)
	$o.n:=1
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
End use
ASSERT($o.n=1)
$o.n:=3 //! changed outside of Use … End use

//---
// copies of shared values are plain
$o:=New shared object("list"; New shared collection(1; 2))
$copy:=OB Copy($o)
ASSERT(Not(OB Is shared($copy)))
ASSERT(Not(OB Is shared($copy.list)))
$copy.list[0]:=5
ASSERT($o.list[0]=1)
ASSERT(Not(OB Is shared($o.list.copy())))

//---
// copies can be shared, with all that they hold
$shared:=OB Copy({a: {b: [1; {c: 2}]}}; ck shared)
ASSERT(OB Is shared($shared))
ASSERT(OB Is shared($shared.a))
ASSERT(OB Is shared($shared.a.b))
ASSERT(OB Is shared($shared.a.b[1]))
Use ($shared.a.b[1])
	$shared.a.b[1].c:=3
	$shared.x:=1
End use
ASSERT($shared.a.b[1].c=3)
$list:=[1; [2]].copy(ck shared)
ASSERT(OB Is shared($list))
ASSERT(OB Is shared($list[1]))

//---
// a shared copy can belong to the group of another value
$col1:=New shared collection(New shared object("lastname"; "Smith"))
$col2:=New shared collection(New shared object("lastname"; "Brown"))
$copy:=$col1.copy(ck shared; $col2)
Use ($col2)
	$col2.combine($copy)
End use
ASSERT($col2.extract("lastname").join(" ")="Brown Smith")
$other:=OB Copy({n: 1}; ck shared; $col2)
Use ($col2)
	$other.n:=2
End use
ASSERT($other.n=2)

//---
// without it, combining values of two groups is an error
$col1:=New shared collection(New shared object("lastname"; "Smith"))
$col2:=New shared collection(New shared object("lastname"; "Brown"))
$col2.combine($col1) //! belongs to another group already

//---
// what cannot be shared cannot be copied so
var $x : Integer
$copy:=OB Copy({p: ->$x}; ck shared) //! cannot hold Pointer

//---
// a pointer in the copy can be resolved
var $x : Integer:=5
$copy:=OB Copy({p: ->$x}; ck shared+ck resolve pointers)
ASSERT($copy.p=5)

//---
// what is picked out of a shared collection is shared
$c:=New shared collection(New shared object("n"; 2); New shared object("n"; 1))
ASSERT(OB Is shared($c.query("n=1")))
ASSERT(OB Is shared($c.orderBy("n")))
ASSERT(OB Is shared($c.reverse()))
ASSERT(OB Is shared($c.slice(0; 1)))
ASSERT(OB Is shared($c.filter(Formula($1.value.n=1))))
ASSERT(OB Is shared($c.orderByMethod(Formula($1.value.n<$1.value2.n))))
ASSERT($c.orderBy("n").extract("n").join(",")="1,2")
Use ($c)
	$c.query("n=1")[0].n:=5
End use
ASSERT($c[1].n=5)
ASSERT(Not(OB Is shared($c.extract("n"))))

//---
// shared values stand in plain ones as they are
$o:=New shared object("n"; 1)
$plain:={inner: $o; list: [$o]}
Use ($o)
	$plain.inner.n:=2
End use
ASSERT($plain.list[0].n=2)

//---
// Storage is one shared object, which makes no groups
ASSERT(OB Is shared(Storage))
Use (Storage)
	Storage.counters:=New shared object("customers"; 0)
	Storage.other:=New shared object
End use
Use (Storage.counters)
	Storage.counters.customers+=1
End use
ASSERT(Storage.counters.customers=1)
Use (Storage)
	Storage.counters.customers:=5 //! changed outside of Use … End use
End use

//---
// Storage itself is guarded
Storage.x:=1 //! changed outside of Use … End use

//---
// For each goes through shared values
$c:=New shared collection(1; 2; 3)
$sum:=0
For each ($n; $c)
	$sum+=$n
End for each
ASSERT($sum=6)
$o:=New shared object("a"; 1; "b"; 2)
$names:=""
For each ($name; $o)
	$names+=$name
End for each
ASSERT($names="ab")
ASSERT(OB Keys($o).join(",")="a,b")

//---
// shared classes make shared objects
//% class Person
property tags:=["x"]
shared Class constructor($first : Text)
	This.first:=$first
Function unguarded($first : Text)
	This.first:=$first //! changed outside of Use … End use
shared Function rename($first : Text) : Text
	This.first:=$first
	return This.first
Function get upper : Text
	return Uppercase(This.first)
shared Function set upper($value : Text)
	This.first:=Lowercase($value)
//% end
$p:=cs.Person.new("John")
ASSERT(OB Is shared($p))
ASSERT(cs.Person.isShared)
ASSERT($p.first="John")
ASSERT(OB Is shared($p.tags))
ASSERT($p.rename("Jane")="Jane")
ASSERT($p.upper="JANE")
$p.upper:="MARY"
ASSERT(Compare strings($p.first; "mary"; sk char codes)=0)
ASSERT(OB Instance of($p; cs.Person))
Use ($p)
	$p.unguarded("Ann")
	$p.tags.push("y")
End use
ASSERT($p.first="Ann")
$p.unguarded("Eve")

//---
// the word shared is ignored at a function of a class that is not
//% class Plain
Class constructor
	This.n:=0
shared Function add
	This.n+=1
//% end
$p:=cs.Plain.new()
$p.add()
ASSERT($p.n=1)
ASSERT(Not(OB Is shared($p)))

//---
// a shared class cannot extend one that is not
//% class Base
Class constructor
	This.a:=1
//% end
//% class Derived
Class extends Base
shared Class constructor
	Super()
//% end
$d:=cs.Derived.new() //! extends Base, which is not shared

//---
// a shared class extends another one
//% class Base
shared Class constructor
	This.a:=1
shared Function more
	This.a+=1
//% end
//% class Derived
Class extends Base
shared Class constructor
	Super()
	This.b:=2
//% end
$d:=cs.Derived.new()
$d.more()
ASSERT($d.a=2)
ASSERT($d.b=2)
ASSERT(OB Is shared($d))

//---
// shared singletons, and those of the session, are shared objects
//% class Factory
property built : Integer
shared singleton Class constructor()
	This.built:=0
shared Function build
	This.built+=1
//% end
//% class Ours
session singleton Class constructor()
	This.n:=1
//% end
cs.Factory.me.build()
cs.Factory.me.build()
ASSERT(cs.Factory.me.built=2)
ASSERT(OB Is shared(cs.Factory.me))
ASSERT(cs.Factory.isSingleton & cs.Factory.isShared)
ASSERT(cs.Factory.new()=cs.Factory.me)
ASSERT(OB Is shared(cs.Ours.me))
ASSERT(cs.Ours.isShared & cs.Ours.isSessionSingleton)

//---
// copies of an object of a shared class: plain, or shared
//% class Person
shared Class constructor($first : Text)
	This.first:=$first
//% end
$p:=cs.Person.new("John")
$copy:=OB Copy($p)
ASSERT(Not(OB Is shared($copy)))
ASSERT(OB Instance of($copy; cs.Person))
$copy:=OB Copy($p; ck shared)
ASSERT(OB Is shared($copy))
ASSERT($copy.first="John")
ASSERT(OB Instance of($copy; cs.Person))

//---
// after an error in Use, a method called on errors goes on, and nothing stays in use
//% method OnError
//% end
ON ERR CALL("OnError")
$o:=New shared object("n"; 0)
Use ($o)
	$o.n:={}
	$o.n:=5
End use
ASSERT($o.n=5)
$o.n:=6
ASSERT($o.n=5)
