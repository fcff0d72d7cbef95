// collections: the functions of collections, with the results that the reference states
//---
// collections: at, first, last
$c:=New collection(10; 20; 30; 40; 50)
ASSERT($c.at(0)=10)
ASSERT($c.at(1)=20)
ASSERT($c.at(-1)=50)
ASSERT($c.at(-2)=40)
ASSERT(Undefined($c.at(10)))
ASSERT($c.first()=10)
ASSERT($c.last()=50)
$c:=New collection
ASSERT(Undefined($c.first()))
ASSERT(Undefined($c.last()))
//---
// collections: average, sum, count
var $c : Collection
$c:=New collection(10; 20; "Monday"; True; 6)
ASSERT($c.average()=12)
ASSERT($c.sum()=36)
ASSERT($c.count()=5)
$c:=[]
ASSERT(Undefined($c.average()))
ASSERT($c.sum()=0)
$c.push(New object("name"; "Smith"; "salary"; 10000))
$c.push(New object("name"; "Wesson"; "salary"; 50000))
$c.push(New object("name"; "Gross"; "salary"; 10500.5))
ASSERT($c.average("salary")=23500.166666667)
ASSERT($c.sum("salary")=70500.5)
ASSERT(Undefined($c.average("nothing")))
ASSERT($c.sum("nothing")=0)
ASSERT(Undefined(["a"].average()))
$c:=New collection(20; 30; Null; 40)
$c.push(New object("name"; "Smith"; "salary"; 10000))
$c.push(New object("name"; "Wesson"; "salary"; 50000))
$c.push(New object("name"; "Gross"; "salary"; 10500))
$c.push(New object("lastName"; "Henry"; "salary"; 12000))
ASSERT($c.count()=7)
ASSERT($c.count("name")=3)
//---
// collections: countValues
$c:=New collection(1; 2; 5; 5; 5; 3; 6; 4)
ASSERT($c.countValues(5)=3)
ASSERT($c.countValues("5")=0)
$c:=[{name: "Smith"; age: 5}; {name: "Wesson"; age: 2}; {name: "Gross"; age: 5}]
ASSERT($c.countValues(5; "age")=2)
$letters:=New collection("a"; "b"; "c")
ASSERT(New collection(1; 2; $letters; 3).countValues($letters)=1)
ASSERT(New collection(1; 2; $letters; 3).countValues(["a"; "b"; "c"])=0)
//---
// collections: clear, combine, concat
var $c; $fruits; $d : Collection
$c:=New collection(1; 2; 5)
$d:=$c
ASSERT($c.clear().length=0)
ASSERT($d.length=0; "the collection itself is cleared")
$c:=New collection(1; 2; 3; 4; 5; 6)
$fruits:=New collection("Orange"; "Banana"; "Apple"; "Grape")
$c.combine($fruits; 3)
ASSERT(JSON Stringify($c)="[1,2,3,\"Orange\",\"Banana\",\"Apple\",\"Grape\",4,5,6]")
ASSERT([1; 2].combine([3]).equal([1; 2; 3]))
ASSERT([1; 2].combine([3]; 9).equal([1; 2; 3]))
ASSERT([1; 2].combine([3]; -1).equal([1; 3; 2]))
ASSERT([1; 2].combine([3]; -9).equal([3; 1; 2]))
$c:=New collection(1; 2; 3; 4; 5)
$fruits.push(New object("Intruder"; "Tomato"))
ASSERT(JSON Stringify($c.concat($fruits))="[1,2,3,4,5,\"Orange\",\"Banana\",\"Apple\",\"Grape\",{\"Intruder\":\"Tomato\"}]")
ASSERT($c.concat(6; 7; 8).equal([1; 2; 3; 4; 5; 6; 7; 8]))
ASSERT($c.length=5)
//---
// collections: copy
var $what : Text
$c:=New collection
$p:=->$what
$c.push(New object("alpha"; "Hello"; "num"; 1))
$c.push(New object("beta"; "You"; "what"; $p))
$c2:=$c.copy()
$c2[1].beta:="World!"
ASSERT($c[0].alpha+" "+$c2[1].beta="Hello World!")
ASSERT($c[1].beta="You")
$what:="You!"
$c3:=$c2.copy(ck resolve pointers)
ASSERT($c3[0].alpha+" "+$c3[1].what="Hello You!")
ASSERT($c2.copy()[1].what->="You!"; "pointers stay pointers without the option")
$o:=OB Copy($c2[1]; True)
ASSERT($o.what="You!")
ASSERT(OB Copy($c2[1]; ck resolve pointers).what="You!")
ASSERT(OB Copy($c2[1]).what->="You!")
//---
// collections: distinct
$c:=New collection
$c.push("a"; "b"; "c"; "A"; "B"; "c"; "b"; "b")
$c.push(New object("size"; 1))
$c.push(New object("size"; 3))
$c.push(New object("size"; 1))
ASSERT(JSON Stringify($c.distinct())="[\"a\",\"b\",\"c\",{\"size\":1},{\"size\":3},{\"size\":1}]")
ASSERT(JSON Stringify($c.distinct(ck diacritical))="[\"a\",\"A\",\"b\",\"B\",\"c\",{\"size\":1},{\"size\":3},{\"size\":1}]")
ASSERT($c.distinct("size").equal([1; 3]))
ASSERT(JSON Stringify($c.distinct("size"; ck count values))="[{\"value\":1,\"count\":2},{\"value\":3,\"count\":1}]")
ASSERT(JSON Stringify([3; 1; Null; 3].distinct(ck count values))="[{\"value\":1,\"count\":1},{\"value\":3,\"count\":2}]")
ASSERT(JSON Stringify(["a"; "A"; "a"].distinct(ck count values+ck diacritical))="[{\"value\":\"a\",\"count\":2},{\"value\":\"A\",\"count\":1}]")
//---
// collections: equal
$c:=New collection(New object("a"; 1; "b"; "orange"); 2; 3)
ASSERT(Not($c.equal(New collection(New object("a"; 1; "b"; "orange"); 2; 3; 4))))
ASSERT(Not(New collection(New object("1"; "a"; "b"; "orange"); 2; 3).equal($c)))
ASSERT($c.equal(New collection(New object("a"; 1; "b"; "ORange"); 2; 3)))
ASSERT(Not($c.equal(New collection(New object("a"; 1; "b"; "ORange"); 2; 3); ck diacritical)))
//---
// collections: every and some
$f:=Formula($1.value>0)
$c:=New collection
$c.push(5; 3; 1; 4; 6; 2)
ASSERT($c.every($f))
$c.push(-1)
ASSERT(Not($c.every($f)))
$f:=Formula(Value type($1.value)=$2)
$c:=[5; 3; 1]
ASSERT($c.every($f; Is real))
$c:=$c.push(New object("name"; "Cleveland"; "zc"; 35049))
ASSERT(Not($c.every($f; Is real)))
ASSERT(Not($c.every(4; $f; Is real)); "a start beyond the end")
ASSERT($c.every(-1; $f; Is object))
$c:=[-5; -3; -1]
ASSERT(Not($c.some(Formula($1.value>0))))
$c.push(1)
ASSERT($c.some(Formula($1.value>0)))
$c:=[1; -5; -3]
ASSERT($c.some(Formula($1.value>0)))
ASSERT(Not($c.some(1; Formula($1.value>0))))
ASSERT(Not($c.some(3; Formula(True))))
//---
// collections: extract
$c:=New collection
$c.push(New object("name"; "Cleveland"))
$c.push(New object("zip"; 5321))
$c.push(New object("name"; "Blountsville"))
$c.push(42)
ASSERT($c.extract("name").equal(["Cleveland"; "Blountsville"]))
ASSERT(JSON Stringify($c.extract("name"; ck keep null))="[\"Cleveland\",null,\"Blountsville\",null]")
//---
// collections: extract into objects
$c:=New collection
$c.push(New object("zc"; 35060))
$c.push(New object("name"; Null; "zc"; 35049))
$c.push(New object("name"; "Cleveland"; "zc"; 35049))
$c.push(New object("name"; "Adger"; "zc"; 35006))
ASSERT(JSON Stringify($c.extract("name"; "City"))="[{\"City\":null},{\"City\":\"Cleveland\"},{\"City\":\"Adger\"}]")
$t:="[{\"Zip\":35060},{\"City\":null,\"Zip\":35049},{\"City\":\"Cleveland\",\"Zip\":35049},{\"City\":\"Adger\",\"Zip\":35006}]"
ASSERT(JSON Stringify($c.extract("name"; "City"; "zc"; "Zip"))=$t)
ASSERT([{a: {b: 1}}].extract("a.b"; "x.y")[0].x.y=1)
//---
// collections: fill
$c:=New collection(1; 2; 3; "Lemon"; Null; ""; 4; 5)
ASSERT($c.fill("2").join(",")="2,2,2,2,2,2,2,2")
ASSERT($c.fill("Hello"; 5).join(",")="2,2,2,2,2,Hello,Hello,Hello")
ASSERT($c.fill(0; 1; 5).join(",")="2,0,0,0,0,Hello,Hello,Hello")
ASSERT($c.fill("world"; 1; -5).join(",")="2,world,world,0,0,Hello,Hello,Hello")
ASSERT($c.fill("x"; 3; 2).join(",")="2,world,world,0,0,Hello,Hello,Hello")
//---
// collections: filter
$c:=New collection("hello"; "world"; "red horse"; 66; "tim"; "san jose"; "miami")
$d:=$c.filter(Formula((Value type($1.value)=Is text) && (Length($1.value)<$2)); 6)
ASSERT($d.equal(["hello"; "world"; "tim"; "miami"]))
$f:=Formula(OB Get type($1; "value")=$2)
$c:=New collection(5; 3; 1; 4; 6; 2)
$c.push(New object("name"; "Cleveland"; "zc"; 35049))
ASSERT($c.filter($f; Is real).equal([5; 3; 1; 4; 6; 2]))
ASSERT($c.filter($f; Is object)[0]=$c[6])
//---
// collections: find and findIndex
$c:=New collection("hello"; "world"; 4; "red horse"; "tim"; "san jose")
ASSERT($c.find(Formula((Value type($1.value)=Is text) && (Length($1.value)<$2)); 5)="tim")
$c:=New collection
$c.push(New object("name"; "Cleveland"; "zc"; 35049))
$c.push(New object("name"; "Blountsville"; "zc"; 35031))
$c.push(New object("name"; "Adger"; "zc"; 35006))
$c.push(New object("name"; "Clanton"; "zc"; 35046))
$c.push(New object("name"; "Clanton"; "zc"; 35045))
ASSERT($c.find(Formula($1.value.name=$2); "Clanton").zc=35046)
$place:=$c.findIndex(Formula($1.value.name=$2); "Clanton")
ASSERT($place=3)
ASSERT($c.findIndex($place+1; Formula($1.value.name=$2); "Clanton")=4)
ASSERT($c.find(-1; Formula(True)).zc=35045)
ASSERT(Undefined($c.find(9; Formula(True))))
ASSERT($c.findIndex(9; Formula(True))=-1)
//---
// collections: flat and flatMap
ASSERT(New collection(1; 2; New collection(3; 4)).flat().equal([1; 2; 3; 4]))
$c:=New collection(1; 2; New collection(3; 4; New collection(5; 6)))
ASSERT(JSON Stringify($c.flat())="[1,2,3,4,[5,6]]")
ASSERT(JSON Stringify($c.flat(2))="[1,2,3,4,5,6]")
$c:=New collection(1; 2; New collection(3; 4; 5; 6; New collection(7; 8; New collection(9; 10))))
ASSERT($c.flat(MAXLONG).equal([1; 2; 3; 4; 5; 6; 7; 8; 9; 10]))
$c:=New collection(1; 2; 3; 4)
ASSERT(JSON Stringify($c.map(Formula(New collection($1.value*2))))="[[2],[4],[6],[8]]")
ASSERT($c.flatMap(Formula(New collection($1.value*2))).equal([2; 4; 6; 8]))
$c:=New collection("Hello how"; ""; "are you ?")
ASSERT(JSON Stringify($c.map(Formula(Split string($1.value; " "))))="[[\"Hello\",\"how\"],[],[\"are\",\"you\",\"?\"]]")
ASSERT($c.flatMap(Formula(Split string($1.value; " "))).join(",")="Hello,how,are,you,?")
$c:=New collection(1; 4; 9; 10; 20)
$f:=Formula(New collection($1.value; Round(($1.value/$2)*100; 2)))
ASSERT($c.flatMap($f; $c.sum()).equal([1; 2.27; 4; 9.09; 9; 20.45; 10; 22.73; 20; 45.45]))
ASSERT($c.map(Formula(Round(($1.value/$2)*100; 2)); $c.sum()).equal([2.27; 9.09; 20.45; 22.73; 45.45]))
//---
// collections: includes, indexOf, lastIndexOf
$obj:=New object("value"; 10)
$c:=New collection(1; 2; "Henry"; 5; 3; "Albert"; 6; 4; "Alan"; 5; $obj)
ASSERT($c.includes(3))
ASSERT($c.includes(5; 6))
ASSERT($c.includes("al@"))
ASSERT(Not($c.includes("Hello")))
ASSERT($c.includes($obj))
ASSERT(Not($c.includes(New object("value"; 10))))
ASSERT(Not($c.includes(1; 11)))
ASSERT($c.indexOf(3)=4)
ASSERT($c.indexOf(5; 5)=9)
ASSERT($c.indexOf("al@")=5)
ASSERT($c.indexOf("Hello")=-1)
ASSERT($c.indexOf($obj; -1)=10)
ASSERT([1; Null].indexOf(Null)=1)
$c:=Split string("a,b,c,d,e,f,g,h,i,j,e,k,e"; ",")
ASSERT($c.length=13)
ASSERT($c.lastIndexOf("e")=12)
ASSERT($c.lastIndexOf("e"; 6)=4)
ASSERT($c.lastIndexOf("e"; 15)=12)
ASSERT($c.lastIndexOf("e"; -2)=10)
ASSERT($c.lastIndexOf("x")=-1)
ASSERT($c.lastIndexOf("a"; 0)=-1)
//---
// collections: insert, push, pop, shift, unshift, remove, resize, length
$c:=New collection("a"; "b"; "c"; "d")
ASSERT($c.insert(2; "X").join("")="abXcd")
ASSERT($c.insert(-2; "Y").join("")="abXYcd")
ASSERT($c.insert(-10; "Hi").join("")="HiabXYcd")
ASSERT($c.insert(99; "!").join("")="HiabXYcd!")
$c:=New collection(1; 2)
$c.push(3)
$c.push(6; New object("firstname"; "John"))
ASSERT(JSON Stringify($c)="[1,2,3,6,{\"firstname\":\"John\"}]")
$stack:=New collection
$stack.push(1; 2)
ASSERT($stack.pop()=2)
$stack.push(New collection(4; 5))
ASSERT($stack.pop().equal([4; 5]))
ASSERT($stack.pop()=1)
ASSERT(Undefined($stack.pop()))
$c:=New collection(1; 2; 4; 5; 6; 7; 8)
ASSERT($c.shift()=1)
ASSERT($c.equal([2; 4; 5; 6; 7; 8]))
ASSERT(Undefined([].shift()))
$c:=New collection(1; 2)
ASSERT($c.unshift(4).equal([4; 1; 2]))
ASSERT($c.unshift(5).equal([5; 4; 1; 2]))
ASSERT($c.unshift(6; 7).equal([6; 7; 5; 4; 1; 2]))
$c:=New collection("a"; "b"; "c"; "d"; "e"; "f"; "g"; "h")
ASSERT($c.remove(3).join("")="abcefgh")
ASSERT($c.remove(3; 2).join("")="abcgh")
$c:=New collection("a"; "b"; "c"; "g"; "h")
ASSERT($c.remove(-8; 1).join("")="bcgh")
ASSERT($c.remove(-3; 1).join("")="bgh")
ASSERT($c.remove(5).join("")="bgh")
ASSERT([].remove(0).length=0)
ASSERT(JSON Stringify([].resize(3))="[null,null,null]")
ASSERT([].resize(10; 0).equal([0; 0; 0; 0; 0; 0; 0; 0; 0; 0]))
$c:=New collection(1; 2; 3).resize(5; New object("name"; "X"))
ASSERT(JSON Stringify($c)="[1,2,3,{\"name\":\"X\"},{\"name\":\"X\"}]")
ASSERT(New collection(1; 2; 3; 4; 5).resize(2).equal([1; 2]))
$c:=New collection("one"; "two"; "three")
$c[4]:="five"
ASSERT($c.length=5)
ASSERT($c.remove(0; 3).length=2)
//---
// collections: join
$c:=New collection(1; 2; 3; "Paris"; Null; ""; 4; 5)
ASSERT($c.join("|")="1|2|3|Paris|null||4|5")
ASSERT($c.join("|"; ck ignore null or empty)="1|2|3|Paris|4|5")
ASSERT([].join("|")="")
//---
// collections: min and max
$c:=New collection(200; 150; 55)
$c.push(New object("name"; "Smith"; "salary"; 10000))
$c.push(New object("name"; "Wesson"; "salary"; 50000))
$c.push(New object("name"; "Alabama"; "salary"; 10500))
ASSERT($c.max().name="Alabama")
ASSERT($c.max("salary")=50000)
ASSERT($c.max("name")="Wesson")
ASSERT($c.min()=55)
ASSERT($c.min("salary")=10000)
ASSERT($c.min("name")="Alabama")
ASSERT(Undefined([].max()))
ASSERT(Undefined([].min()))
//---
// collections: multiSort
var $col; $col2; $col3 : Collection
$col:=["A"; "C"; "B"]
$col2:=[1; 2; 3]
$col3:=[["Jim"; "Philip"; "Maria"]; ["blue"; "green"]; ["11"; 22; "33"]]
ASSERT($col.multiSort([$col2; $col3])=$col)
ASSERT($col.join("")="ABC")
ASSERT($col2.equal([1; 3; 2]))
ASSERT($col3[1].equal(["11"; 22; "33"]))
ASSERT($col3[2].equal(["blue"; "green"]))
ASSERT([3; 1; 2].multiSort().equal([1; 2; 3]))
$city:=["Paris"; "Lyon"; "Rabat"; "Eching"; "San Diego"]
$country:=["France"; "France"; "Morocco"; "Germany"; "US"]
$continent:=["Europe"; "Europe"; "Africa"; "Europe"; "America"]
$continent.multiSort([$country; {collection: $city; order: ck descending}])
ASSERT($continent.equal(["Africa"; "America"; "Europe"; "Europe"; "Europe"]))
ASSERT($country.equal(["Morocco"; "US"; "France"; "France"; "Germany"]))
ASSERT($city.equal(["Rabat"; "San Diego"; "Paris"; "Lyon"; "Eching"]))
$name:=[]
$name.push({firstname: "John"; lastname: "Smith"})
$name.push({firstname: "Alain"; lastname: "Martin"})
$name.push({firstname: "Jane"; lastname: "Doe"})
$name.push({firstname: "John"; lastname: "Doe"})
$address:=[{city: "Paris"}; {city: "Lyon"}; {city: "Eching"}; {city: "Berlin"}]
$name.multiSort(Formula($1.value.firstname<$1.value2.firstname); [$address])
ASSERT($name.extract("lastname").join(" ")="Martin Doe Smith Doe")
ASSERT($address.extract("city").join(" ")="Lyon Eching Paris Berlin")
//---
// collections: multiSort wants collections of one length
[1; 2].multiSort([[1]])  //! multiSort: colsToSort: wanted 2 elements in each, got 1
//---
// collections: orderBy
var $c; $c2 : Collection
$c:=[]
For ($i; 1; 10)
	$c.push({id: $i; value: Mod($i*7; 3)})
End for 
ASSERT($c.orderBy("value desc").extract("id").join(",")="2,5,8,1,4,7,10,3,6,9")
ASSERT($c.orderBy("value desc, id").extract("id").join(",")="2,5,8,1,4,7,10,3,6,9")
ASSERT($c.orderBy("value desc, id desc").extract("id").join(",")="8,5,2,10,7,4,1,9,6,3")
$crit:=[{propertyPath: "value"; descending: True}; {propertyPath: "id"; descending: False}]
ASSERT($c.orderBy($crit).extract("id").join(",")="2,5,8,1,4,7,10,3,6,9")
ASSERT($c.extract("id").join(",")="1,2,3,4,5,6,7,8,9,10")
$c:=[{name: "Cleveland"; phones: {p1: "01"; p2: "02"}}; {name: "Blountsville"; phones: {p1: "00"; p2: "03"}}]
ASSERT($c.orderBy("phones.p1 asc")[0].name="Blountsville")
ASSERT($c.orderBy([{propertyPath: "phones.p2"; descending: True}])[0].name="Blountsville")
ASSERT([3; 1; 2].orderBy(ck ascending).equal([1; 2; 3]))
ASSERT([3; 1; 2].orderBy(ck descending).equal([3; 2; 1]))
//---
// collections: orderByMethod
$c:=New collection
$c.push("33"; "4"; "1111"; "222")
ASSERT($c.orderBy().equal(["1111"; "222"; "33"; "4"]))
ASSERT($c.orderByMethod(Formula(Num($1.value)<Num($1.value2))).equal(["4"; "33"; "222"; "1111"]))
$c:=New collection("Orange"; "Apple"; "Grape"; "pear"; "Banana"; "fig"; "Blackberry"; "Passion fruit")
$d:=$c.orderByMethod(Formula(Length(String($1.value))>Length(String($1.value2))))
ASSERT($d.join(",")="Passion fruit,Blackberry,Orange,Banana,Apple,Grape,pear,fig")
//---
// collections: orderByMethod by the name of a method
//% method sortCollection
#DECLARE($toSort : Object; $option : Integer)
$toSort.result:=(Compare strings($toSort.value; $toSort.value2; $option)<0)
//% end
$c:=New collection("Alpha"; "Charlie"; "alpha"; "bravo"; "Bravo"; "charlie")
$t:=$c.orderByMethod("sortCollection"; sk char codes).join(",")
ASSERT(Compare strings($t; "Alpha,Bravo,Charlie,alpha,bravo,charlie"; sk char codes)=0)
$t:=$c.orderByMethod("sortCollection"; sk strict).join(",")
ASSERT(Compare strings($t; "alpha,Alpha,bravo,Bravo,charlie,Charlie"; sk char codes)=0)
//---
// collections: a formula that only names a method passes its parameters on
//% method sortCollection
#DECLARE($toSort : Object; $option : Integer)
$toSort.result:=(Compare strings($toSort.value; $toSort.value2; $option)<0)
//% end
$c:=New collection("Alpha"; "Charlie"; "alpha"; "bravo"; "Bravo"; "charlie")
ASSERT(Compare strings($c.orderByMethod(Formula(sortCollection); sk char codes)[3]; "alpha"; sk char codes)=0)
//---
// collections: reduce and reduceRight
$c:=New collection(5; 3; 5; 1; 3; 4; 4; 6; 2; 2)
ASSERT($c.reduce(Formula($1.accumulator*=$1.value); 1)=86400)
ASSERT($c.reduceRight(Formula($1.accumulator*=$1.value); 1)=86400)
ASSERT(Undefined([].reduce(Formula($1.accumulator+=$1.value))))
ASSERT([].reduce(Formula($1.accumulator+=$1.value); 7)=7)
ASSERT(["a"; "b"].reduce(Formula($1.accumulator:=$1.accumulator+$1.value+$2); "-"; "!")="-a!b!")
//---
// collections: reduce by the name of a method
//% method Flatten
#DECLARE($item : Object)
If ($item.accumulator=Null)
	$item.accumulator:=New collection
End if 
$item.accumulator.combine($item.value)
//% end
$c:=[[0; 1]; [2; 3]; [4; 5]; [6; 7]]
ASSERT($c.reduce("Flatten").equal([0; 1; 2; 3; 4; 5; 6; 7]))
ASSERT($c.reduceRight("Flatten").equal([6; 7; 4; 5; 2; 3; 0; 1]))
//---
// collections: reduce by a formula that only names a method
//% method Flatten
If ($1.accumulator=Null)
	$1.accumulator:=New collection
End if 
$1.accumulator.combine($1.value)
//% end
ASSERT([[0; 1]; [2; 3]].reduce(Formula(Flatten)).equal([0; 1; 2; 3]))
//---
// collections: callbacks that stop
//% method upToThree
#DECLARE($item : Object)
$item.result:=$item.value*10
$item.stop:=$item.value=3
//% end
ASSERT([1; 2; 3; 4].map("upToThree").equal([10; 20; 30]))
//---
// collections: reverse and slice
ASSERT(New collection(1; 3; 5; 2; 4; 6).reverse().equal([6; 4; 2; 5; 3; 1]))
$c:=New collection(1; 2; 3; 4; 5)
ASSERT($c.slice(0; 3).equal([1; 2; 3]))
ASSERT($c.slice(3).equal([4; 5]))
ASSERT($c.slice(1; -1).equal([2; 3; 4]))
ASSERT($c.slice(-3; -2).equal([3]))
ASSERT($c.slice(3; 1).length=0)
//---
// collections: sort
$c:=New collection("Tom"; 5; "Mary"; 3; "Henry"; 1; "Jane"; 4; "Artie"; 6; "Chip"; 2)
$d:=$c.sort()
ASSERT($d=$c)
ASSERT($c.join(",")="Artie,Chip,Henry,Jane,Mary,Tom,1,2,3,4,5,6")
ASSERT(New collection(10; 20).push(5; 3; 1; 4; 6; 2).sort().equal([1; 2; 3; 4; 5; 6; 10; 20]))
$c:=New collection(33; 4; 66; 1111; 222)
ASSERT($c.sort().equal([4; 33; 66; 222; 1111]))
ASSERT($c.sort(Formula(String($1.value)<String($1.value2))).equal([1111; 222; 33; 4; 66]))
ASSERT($c.sort(ck descending).equal([1111; 222; 66; 33; 4]))
$c:=New collection(5; 3; 9).push(7; 50).sort()
ASSERT($c.equal([3; 5; 7; 9; 50]))
//---
// collections: paths go through objects of classes and the length of collections
ASSERT([{a: [1; 2]}; {a: [3]}].sum("a.length")=3)
ASSERT([{f: Formula(1+2)}].extract("f.source").equal(["1+2"]))
