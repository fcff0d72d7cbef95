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
