// formulas: the documented examples, with other values
var $f : 4D.Function
$f:=Formula(1+2)
$o:=New object("f";$f)
ASSERT($o.f()=3)
ASSERT($f.call($o)=3)
ASSERT($f.apply($o)=3)
$value:=10
$o:=New object("f";Formula($value))
$value:=20
ASSERT($o.f()=10)
$o:=New object("f";Formula($1+$2))
ASSERT($o.f(10;20)=30)
$o:={fullName: Formula(This.firstName+" "+This.lastName)}
$o.firstName:="John"
$o.lastName:="Smith"
ASSERT($o.fullName()="John Smith")
$calc:=Formula(This.total:=This.price*This.quantity)
$feta:=New object("name";"Feta";"price";12.5;"quantity";5;"calc";$calc)
$feta.calc()
ASSERT($feta.total=62.5)
$c:=[3;1;2].map(Formula($1.value*10))
ASSERT($c[0]=30)
ASSERT([3;1;2].filter(Formula($1.value>1)).length=2)
$sum:=[1;2;3;4].reduce(Formula($1.accumulator+=$1.value);0)
ASSERT($sum=10; String($sum))
$s:=[3;1;2].sort(Formula($1.result:=($1.value<$1.value2)))
ASSERT($s[0]=1)
ASSERT($f.source="1+2")
ASSERT($o["fullName"]()="John Smith")
ASSERT(JSON Stringify({a: $f})="{\"a\":\"[object Formula]\"}")
//---
// methods from text: parameters and This
$m:=4D.Method.new("#DECLARE($a : Integer; $b : Integer) : Integer"+Char(13)+"return $a*$b")
ASSERT(OB Instance of($m; 4D.Method) & OB Instance of($m; 4D.Function))
ASSERT($m.call(Null; 10; 5)=50)
ASSERT($m.apply(Null; [10; 2])=20)
$o:={name: "John"; times: $m}
ASSERT($o.times(2; 3)=6)
$o.hello:=4D.Method.new("#DECLARE($t : Text) : Text\nreturn $t+This.name")
ASSERT($o.hello("Hello ")="Hello John")
ASSERT($o["hello"]("Hi ")="Hi John")
ASSERT([1; 2; 3].map(4D.Method.new("return $1.value*2"))[2]=6)
//---
// methods from text: what they are made of
$m:=4D.Method.new("var $i : Integer\r\nreturn $i\n"; "m_zero")
ASSERT($m.name="m_zero")
ASSERT(Undefined(4D.Method.new("return 1").name))
ASSERT($m.source="var $i : Integer\rreturn $i\r")
//---
// methods from text: checked
$check:=4D.Method.new("var $a : Integer:=1\nIf ($a=1)\n"; "m").checkSyntax()
ASSERT(Not($check.success))
ASSERT(($check.errors[0].isError) & ($check.errors[0].lineNumber>=2) & ($check.errors[0].message#""))
$check:=4D.Method.new("return 1").checkSyntax()
ASSERT($check.success & Undefined($check.errors))
$check:=4D.Method.new("return $never").checkSyntax()
ASSERT($check.success & Not($check.errors[0].isError))
//---
// methods from text: a wrong one is an error when it is called
$m:=4D.Method.new("return 1+"; "broken")
$r:=$m.call()  //! broken: line 1: .*error 48
//---
// methods from text: written to a blob
var $b : Blob
VARIABLE TO BLOB(4D.Method.new("return 42"; "answer"); $b)
BLOB TO VARIABLE($b; $m)
ASSERT(($m.call()=42) & ($m.name="answer"))
//---
// a project method as a formula: This is the object that it is called on
//% method Greeting
#DECLARE($word : Text; $more : Text) : Text
return $word+" "+String(This.name)+$more
//% end
var $person:={name: "Ann"}
$person.greet:=Formula(Greeting)
ASSERT($person.greet("hello")="hello Ann")
ASSERT($person.greet("hello"; "!"; "too many")="hello Ann!")
ASSERT($person.greet.call({name: "Bob"}; "hi")="hi Bob")
ASSERT($person.greet.apply({name: "Bob"}; ["hi"; "!"])="hi Bob!")
//---
// a project method: This is Null where nothing but its name calls it
//% method Whose
return This=Null
//% end
ASSERT(Whose)

//---
// The source of a method, spelled as 4D does
var $m : 4D.Method:=4D.Method.new("#declare( $a:Real ;$b : Text )->$r:Text\n// a string\n$r:=uppercase(\"string\")+string($a)")
ASSERT($m.source="#DECLARE($a : Real; $b : Text) -> $r : Text\r// a string\r$r:=Uppercase(\"string\")+String($a)")
ASSERT($m.call(Null; 2)="STRING2")
ASSERT(4D.Method.new("if (\nuppercase").source="if (\ruppercase")
