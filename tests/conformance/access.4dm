// Concepts/object.md, Concepts/collection.md: properties and elements
//---
// object: made by command and by literal
var $obVar; $obFilled; $lit : Object
$obVar:=New object
$obFilled:=New object("name"; "Smith"; "age"; 42)
$lit:={name: "Smith"; age: 42}
ASSERT(OB Is empty($obVar))
ASSERT($obFilled.name=$lit.name)
ASSERT($obFilled.age=$lit.age)
//---
// object: properties by dot, by text, by variable
var $o : Object
var $property : Text
$o:={name: "Smith"; children: [{age: 1}; {age: 2}; {age: 3}]}
$property:="name"
ASSERT($o.name="Smith")
ASSERT($o["name"]="Smith")
ASSERT($o[$property]="Smith")
ASSERT($o.children[2].age=3)
ASSERT($o["children"][2]["age"]=3)
ASSERT($o[Lowercase("NAME")]="Smith")
//---
// object: properties made by assignment
var $Emp : Object
$Emp:=New object
$Emp.city:="London"
$Emp.city:="Paris"
ASSERT($Emp.city="Paris")
$Emp.phone:=New object("office"; "123456789"; "home"; "0011223344")
ASSERT($Emp.phone.home="0011223344")
$Emp["city"]:="Berlin"
ASSERT($Emp.city="Berlin")
var $addr : Text
var $i : Integer
$addr:="address"
For ($i; 1; 4)
	$Emp[$addr+String($i)]:=""
End for
ASSERT(OB Is defined($Emp; "address1"))
ASSERT(OB Is defined($Emp; "address4"))
ASSERT(OB Keys($Emp).length=6)
//---
// object: a property that does not exist is undefined, and so is what is below it
var $o : Object
$o:={a: {b: 1}}
ASSERT(Undefined($o.x))
ASSERT(Undefined($o.x.y))
ASSERT(Undefined($o.x.y.z[3].w))
ASSERT(Undefined($o.a.c))
ASSERT(Undefined($o["no"]))
ASSERT(Value type($o.x)=Is undefined)
//---
// object: reading a property of Null is an error that names the path
var $o : Object
$o:={customer: Null}
$x:=$o.customer.name  //! cannot read property name of Null: \$o\.customer is Null
//---
// object: reading below Null further down
var $o : Object
$o:={a: {b: {c: Null}}}
$x:=1+$o.a.b.c.d  //! \$o\.a\.b\.c is Null
//---
// object: reading a property of the Null that was assigned to a variant
var $v : Variant
$v:=Null
$t:=$v.a  //! \$v is Null
//---
// object: Null clears a variable of objects or collections, as CLEAR VARIABLE does
var $o : Object
var $c : Collection
var $p:={none: Null}
$o:={a: 1}
$o:=Null
ASSERT(Undefined($o.a) & ($o=Null))
$o:={a: 1}
$o:=$p.none
ASSERT(Undefined($o.a) & ($o=Null))
$c:=[1]
$c:=Null
ASSERT(Undefined($c[0]) & ($c=Null))
//---
// object: reading by name from Null
var $o : Object
$o:={a: Null}
$x:=$o.a["name"]  //! \$o\.a is Null
//---
// object: reading a property of a number
var $o : Object
$o:={n: 5}
$x:=$o.n.name  //! Number has no property name
//---
// object: setting a property of nothing names the variable and the cure
var $server : Object
$server.host:="x"  //! \$server is Null[\s\S]*hint: create \$server first: \$server:=New object
//---
// object: setting a property of an undeclared variable
$server.host:="x"  //! \$server is Undefined[\s\S]*hint: create \$server first
//---
// object: setting a property below one that is missing
var $o : Object
$o:={}
$o.a.b:=1  //! \$o\.a is Undefined[\s\S]*create \$o\.a first
//---
// object: setting a property of a text
var $o : Object
$o:={t: "x"}
$o.t.a:=1  //! Text has no property a
//---
// object: a computed path in an error
var $c : Collection
$c:=[{a: Null}]
$x:=$c[0].a.b  //! \$c\[0\]\.a is Null
//---
// object: methods and commands that return objects
//% method Give
#DECLARE -> $o : Object
$o:={a: {b: [5]}}
//% end
ASSERT(Give.a.b[0]=5)
ASSERT(Give().a.b[0]=5)
ASSERT(New object("a"; 7).a=7)
ASSERT({a: 8}.a=8)
ASSERT([1; 2; 3].length=3)
ASSERT([1; 2; 3][1]=2)
//---
// object: Null as a value
var $o : Object
$o:={a: 1}
$o.a:=Null
ASSERT($o.a=Null)
ASSERT(Value type($o.a)=Is null)
ASSERT(OB Is defined($o; "a"))
//---
// object: an undefined value in a literal makes no property
var $o; $p : Object
$o:={}
$p:={a: $o.x; b: 1}
ASSERT(OB Keys($p).join(",")="b")
//---
// object: an unassigned object as a value is Null
var $o; $p : Object
$p:={o: $o}
ASSERT(Value type($p.o)=Is null)
$p.q:=$o
ASSERT($p.q=Null)
//---
// object: in a circle
var $o : Object
$o:={n: 1}
$o.self:=$o
ASSERT($o.self.self.self.n=1)
$o.self.n:=2
ASSERT($o.n=2)
//---
// object: an object has no number
var $o : Object
$o:={}
$x:=$o[1]  //! wants a property name, got Number
//---
// object: names of Python's own are no properties
var $o : Object
$o:={}
ASSERT(Undefined($o.__class__))
ASSERT(Undefined($o.keys))
ASSERT(Undefined($o.items))
ASSERT(Undefined([1].__class__))
ASSERT(Undefined([1].append))
//---
// object: a function it does not have
var $o : Object
$o:={}
$o.nothing()  //! no function nothing
//---
// object: a value that is no function
var $o : Object
$o:={n: 5}
$x:=$o.n()  //! no function n
//---
// object: a function of Null
var $o : Object
$o.send()  //! cannot call send of Null: \$o is Null
//---
// collection: made by command and by literal
var $c; $d : Collection
$c:=New collection("a"; "b"; 1; 42; {})
$d:=["a"; "b"; 1; 42; {}]
ASSERT($c.length=5)
ASSERT($d.length=5)
ASSERT($c[0]=$d[0])
ASSERT($c[3]=$d[3])
ASSERT(New collection.length=0)
//---
// collection: elements count from 0
var $c : Collection
var $i : Integer
$c:=["a"; "b"; "c"]
ASSERT($c[0]="a")
ASSERT($c[2]="c")
$i:=1
ASSERT($c[$i]="b")
ASSERT($c[$i+1]="c")
ASSERT($c[$c.length-1]="c")
ASSERT(Undefined($c[3]))
//---
// collection: it grows with Null in between
var myCol : Collection
myCol:=New collection("A"; "B")
myCol[5]:="Z"
ASSERT(myCol.length=6)
ASSERT(myCol[2]=Null)
ASSERT(Value type(myCol[3])=Is null)
ASSERT(myCol[4]=Null)
ASSERT(myCol[5]="Z")
//---
// collection: a property of an object that is a collection grows
var $email : Object
$email:={attachments: ["a"]}
$email.attachments[1]:="b"
ASSERT($email.attachments.length=2)
$email.attachments[3]:="d"
ASSERT($email.attachments[2]=Null)
//---
// collection: properties of elements
var $c : Collection
$c:=[{n: 1}; {n: 2}]
$c[1].n:=20
$c[0].m:=5
ASSERT($c[1].n=20)
ASSERT($c[0].m=5)
$c[0]:={n: 9}
ASSERT($c[0].n=9)
ASSERT(Undefined($c[0].m))
//---
// collection: undefined elements are Null
var $o : Object
var $c : Collection
$o:={}
$c:=[1; $o.x; 2]
ASSERT($c.length=3)
ASSERT(Value type($c[1])=Is null)
$c.push($o.x)
ASSERT(Value type($c[3])=Is null)
//---
// collection: the length of one that was never assigned is 0
var $c : Collection
var $size : Integer
$size:=5
$size:=$c.length
ASSERT($size=0)
ASSERT($c.length=0)
//---
// collection: reading an element of Null
var $o : Object
$o:={c: Null}
$x:=$o.c[0]  //! \$o\.c is Null
//---
// collection: setting an element of nothing names the cure
var $c : Collection
$c[0]:="x"  //! \$c is Null[\s\S]*hint: create \$c first: \$c:=New collection
//---
// collection: setting an element of an undefined property
var $o : Object
$o:={}
$o.list[0]:="x"  //! \$o\.list
//---
// collection: a function of nothing
var $c : Collection
$c.push(1)  //! cannot call push of Null: \$c is Null
//---
// collection: a negative place
var $c : Collection
$c:=[1]
$c[-1]:=2  //! -1 is not the number of an element
//---
// collection: reading from a negative place
var $c : Collection
$c:=[1; 2]
ASSERT(Undefined($c[-1]))
//---
// collection: a text is no place
var $c : Collection
var $place : Text
$c:=[1]
$place:="0"
$x:=$c[$place]  //! wants a number, got Text
//---
// collection: a function that does not exist
var $c : Collection
$c:=[]
$c.append(1)  //! a collection has no function append
//---
// collection: functions in a row
var $col; $col2 : Collection
$col:=New collection(5; 20)
$col2:=$col.push(10; 100).sort()
ASSERT($col2.join(",")="5,10,20,100")
ASSERT($col=$col2)
//---
// collection: property paths
var $c : Collection
$c:=[{n: {v: 3}}; {n: {v: 1}}; {n: {v: 2}}]
ASSERT($c.min("n.v")=1)
ASSERT($c.max("n.v")=3)
ASSERT(Undefined($c.min("My.special.property")))
//---
// collection: in an object in a collection
var $c : Collection
$c:=[{list: [{list: [42]}]}]
ASSERT($c[0].list[0].list[0]=42)
$c[0].list[0].list[0]:=43
ASSERT($c[0].list[0].list[0]=43)
//---
// text: a character that does not exist is no error, as in interpreted 4D
var $t : Text
ASSERT($t[[1]]="")
$t[[1]]:="A"
ASSERT($t="")
$t:="abc"
ASSERT(($t[[4]]="") & ($t[[0]]="") & ($t[[-1]]=""))
$t[[4]]:="d"
$t[[0]]:="d"
ASSERT($t="abc")
//---
// text: characters count as Length does
var $t : Text:="a😀b"
ASSERT($t[[Length($t)]]="b")
ASSERT((Length($t[[2]])=1) & ($t[[1]]="a"))
$t[[4]]:="é"
ASSERT($t[[4]]="é")
ASSERT(Length($t)=4)
