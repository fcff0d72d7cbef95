// arrays: size
ARRAY TEXT($a; 3)
ASSERT(Size of array($a)=3)
ARRAY TEXT($a; 0)
ASSERT(Size of array($a)=0)
ARRAY LONGINT($t; 3; 2)
ASSERT(Size of array($t)=3)
ASSERT(Size of array($t{2})=2)
//---
// arrays: size of what is none
$a:="x"
$n:=Size of array($a)  //! Size of array: array: wanted Array, got Text
//---
// arrays: append
ARRAY TEXT($a; 0)
APPEND TO ARRAY($a; "x")
APPEND TO ARRAY($a; "y")
ASSERT(Size of array($a)=2)
ASSERT($a{2}="y")
ARRAY LONGINT($n; 1)
APPEND TO ARRAY($n; 2.5)
APPEND TO ARRAY($n; ?00:01:00?)
ASSERT($n{1}=0)
ASSERT($n{2}=3)
ASSERT($n{3}=60)
//---
// arrays: append to what does not exist
APPEND TO ARRAY($new; "x")
ASSERT(Size of array($new)=1)
ASSERT($new{1}="x")
ASSERT(Type($new)=Text array)
APPEND TO ARRAY($numbers; 2)
APPEND TO ARRAY($numbers; 2.5)
ASSERT($numbers{2}=2.5)
APPEND TO ARRAY(vNew; {a: 1})
ASSERT(vNew{1}.a=1)
//---
// arrays: append another type
ARRAY TEXT($a; 0)
APPEND TO ARRAY($a; 1)  //! APPEND TO ARRAY: value: wanted Text, got Number .error 54
//---
// arrays: append an object
ARRAY OBJECT($a; 0)
APPEND TO ARRAY($a; New object("a"; 1))
APPEND TO ARRAY($a; Null)
ASSERT($a{1}.a=1)
ASSERT($a{2}=Null)
APPEND TO ARRAY($a; "x")  //! wanted Object, got Text
//---
// arrays: append through a pointer
ARRAY DATE($a; 0)
$p:=->$a
APPEND TO ARRAY($p->; !2024-01-31!)
ASSERT(Size of array($p->)=1)
ASSERT($a{1}=!2024-01-31!)
//---
// arrays: append to a row
ARRAY LONGINT($t; 2; 1)
APPEND TO ARRAY($t{2}; 7)
ASSERT(Size of array($t{2})=2)
ASSERT(Size of array($t{1})=1)
ASSERT($t{2}{2}=7)
//---
// arrays: insert and delete
ARRAY TEXT($a; 3)
$a{0}:="zero"
$a{1}:="a"
$a{2}:="b"
$a{3}:="c"
INSERT IN ARRAY($a; 2)
ASSERT(Size of array($a)=4)
ASSERT($a{1}+$a{2}+$a{3}+$a{4}="abc")
ASSERT($a{2}="")
INSERT IN ARRAY($a; 100; 2)
ASSERT(Size of array($a)=6)
ASSERT($a{6}="")
INSERT IN ARRAY($a; 1; 0)
ASSERT(Size of array($a)=6)
DELETE FROM ARRAY($a; 5; 2)
DELETE FROM ARRAY($a; 2)
ASSERT(Size of array($a)=3)
ASSERT($a{1}+$a{2}+$a{3}="abc")
DELETE FROM ARRAY($a; 2; 10)
ASSERT(Size of array($a)=1)
DELETE FROM ARRAY($a; 2)
ASSERT(Size of array($a)=1)
ASSERT($a{0}="zero")
//---
// arrays: insert columns into the rows of an array
ARRAY TEXT($t; 2; 0)
INSERT IN ARRAY($t{1}; 1; 3)
$t{1}{3}:="x"
ASSERT(Size of array($t{1})=3)
ASSERT(Size of array($t{2})=0)
INSERT IN ARRAY($t; 1)
ASSERT(Size of array($t)=3)
ASSERT($t{2}{3}="x")
//---
// arrays: find
ARRAY TEXT($a; 4)
$a{0}:="Zero"
$a{1}:="Paris"
$a{2}:="Rome"
$a{3}:="Zürich"
$a{4}:="rome"
ASSERT(Find in array($a; "ROME")=2)
ASSERT(Find in array($a; "ROME"; 3)=4)
ASSERT(Find in array($a; "zurich")=3)
ASSERT(Find in array($a; "zero")=-1)
ASSERT(Find in array($a; "zero"; 0)=0)
ASSERT(Find in array($a; "Par@")=1)
ASSERT(Find in array($a; "@ICH")=3)
ASSERT(Find in array($a; "x"; 10)=-1)
ASSERT(Count in array($a; "rome")=2)
ASSERT(Count in array($a; "@r@")=4)
ASSERT(Count in array($a; "none")=0)
//---
// arrays: find in arrays of other types
ARRAY REAL($r; 2)
$r{1}:=0.1+0.2
$r{2}:=4
ASSERT(Find in array($r; 0.3)=1)
ASSERT(Find in array($r; 4)=2)
ARRAY BOOLEAN($b; 3)
$b{2}:=True
ASSERT(Find in array($b; True)=2)
ASSERT(Count in array($b; False)=2)
ARRAY DATE($d; 2)
$d{2}:=!2024-02-29!
ASSERT(Find in array($d; !2024-02-29!)=2)
ARRAY TIME($h; 2)
$h{2}:=?10:00:00?
ASSERT(Find in array($h; ?10:00:00?)=2)
ASSERT(Find in array($h; 36000)=2)
$x:=1
ARRAY POINTER($p; 2)
$p{2}:=->$x
ASSERT(Find in array($p; ->$x)=2)
//---
// arrays: find objects by reference
ARRAY OBJECT($objects; 100)
$o1:={a: 10; b: "xyz"}
$o2:={a: 10; b: "xyz"}
$objects{20}:=$o1
ASSERT(Find in array($objects; $o1)=20)
ASSERT(Find in array($objects; $o2)=-1)
ASSERT(Find in array($objects; {a: 10; b: "xyz"})=-1)
$objects{21}:=$o1
$objects{22}:=$o1
ASSERT(Count in array($objects; $o1)=3)
ASSERT(Count in array($objects; $o2)=0)
//---
// arrays: find another type
ARRAY LONGINT($a; 1)
$n:=Find in array($a; "1")  //! Find in array: value: wanted Integer, as the array has, got Text
//---
// arrays: find in a sorted array
ARRAY LONGINT($a; 0)
For each ($n; [10; 20; 20; 20; 30])
	APPEND TO ARRAY($a; $n)
End for each
ASSERT(Find in sorted array($a; 20; >; $first; $last))
ASSERT(($first=2) & ($last=4))
ASSERT(Not(Find in sorted array($a; 25; >; $first; $last)))
ASSERT(($first=5) & ($last=5))
ASSERT(Not(Find in sorted array($a; 99; >; $first)))
ASSERT($first=6)
ASSERT(Not(Find in sorted array($a; 1; >; $first)))
ASSERT($first=1)
SORT ARRAY($a; <)
ASSERT(Find in sorted array($a; 20; <; $first; $last))
ASSERT(($first=2) & ($last=4))
ASSERT(Not(Find in sorted array($a; 15; <; $first)))
ASSERT($first=5)
ASSERT(Find in sorted array($a; 10; <))
//---
// arrays: find in a sorted array of texts
ARRAY TEXT($a; 0)
For each ($t; ["test2"; "Zebra"; "ape"; "Test1"; "testing"; "tether"])
	APPEND TO ARRAY($a; $t)
End for each
SORT ARRAY($a)
ASSERT($a{1}="ape")
ASSERT(Find in sorted array($a; "test@"; >; $first; $last))
ASSERT(($first=2) & ($last=4))
ASSERT(Find in sorted array($a; "TESTING"; >; $first; $last))
ASSERT(($first=4) & ($last=4))
ASSERT(Not(Find in sorted array($a; "best@"; >; $first; $last)))
ASSERT(($first=2) & ($last=2))
ASSERT(Find in sorted array($a; "@r"; >; $first; $last))
ASSERT($first=5)
ASSERT(Not(Find in sorted array($a; "x@x"; >; $first; $last)))
ASSERT(($first=-1) & ($last=-1))
//---
// arrays: find in an array that has no order
ARRAY BOOLEAN($b; 3)
$b{2}:=True
ASSERT(Find in sorted array($b; True; >; $first; $last))
ASSERT(($first=2) & ($last=2))
//---
// arrays: copy
ARRAY TEXT($a; 2)
$a{0}:="zero"
$a{2}:="b"
COPY ARRAY($a; $copy)
ASSERT(Size of array($copy)=2)
ASSERT($copy{0}+$copy{2}="zerob")
$copy{2}:="changed"
ASSERT($a{2}="b")
ARRAY DATE($d; 5)
COPY ARRAY($a; $d)
ASSERT(Size of array($d)=2)
ASSERT($d{2}="b")
//---
// arrays: copies of numbers keep their type
ARRAY REAL($r; 2)
$r{1}:=1.5
ARRAY LONGINT($n; 0)
COPY ARRAY($r; $n)
ASSERT($n{1}=2)
ASSERT(Type($n)=LongInt array)
ARRAY LONGINT($t; 2; 3)
$t{2}{3}:=5
COPY ARRAY($t; $u)
$u{2}{3}:=6
ASSERT($t{2}{3}=5)
ASSERT($u{2}{3}=6)
COPY ARRAY($t{2}; $row)
ASSERT($row{3}=5)
//---
// arrays: copies of objects are references
ARRAY OBJECT($a; 1)
$a{1}:={n: 1}
COPY ARRAY($a; $b)
$b{1}.n:=2
ASSERT($a{1}.n=2)
//---
// arrays: sort
ARRAY TEXT($names; 4)
$names{1}:="d"
$names{2}:="B"
$names{3}:="a"
$names{4}:="ç"
$names{0}:="zero"
SORT ARRAY($names)
ASSERT($names{1}+$names{2}+$names{3}+$names{4}="aBçd")
ASSERT($names{0}="zero")
SORT ARRAY($names; <)
ASSERT($names{1}+$names{2}+$names{3}+$names{4}="dçBa")
SORT ARRAY($names; >)
ASSERT($names{1}="a")
ARRAY REAL($r; 3)
$r{1}:=10
$r{2}:=9.5
$r{3}:=-1
SORT ARRAY($r; >)
ASSERT(($r{1}=-1) & ($r{2}=9.5) & ($r{3}=10))
//---
// arrays: sort in step
ARRAY TEXT($company; 3)
ARRAY TEXT($name; 3)
$company{1}:="Zeta"
$company{2}:="Alpha"
$company{3}:="Zeta"
$name{1}:="1"
$name{2}:="2"
$name{3}:="3"
SORT ARRAY($company; $name; >)
ASSERT($name{1}+$name{2}+$name{3}="213")
SORT ARRAY($company; $name; <)
ASSERT($name{1}+$name{2}+$name{3}="132")
//---
// arrays: sort arrays of different sizes
ARRAY TEXT($a; 2)
ARRAY TEXT($b; 3)
SORT ARRAY($a; $b)  //! SORT ARRAY: array: wanted arrays of 2 elements, got one of 3
//---
// arrays: pointers have no order
ARRAY POINTER($a; 2)
SORT ARRAY($a)  //! wanted an array that has an order, got one of type Pointer
//---
// arrays: of two dimensions only the rows can be sorted
ARRAY LONGINT($t; 2; 2)
$t{1}{1}:=2
$t{1}{2}:=1
SORT ARRAY($t{1})
ASSERT($t{1}{1}=1)
SORT ARRAY($t)  //! wanted an array of one dimension
//---
// arrays: sort through a pointer
ARRAY LONGINT($a; 2)
$a{1}:=2
$a{2}:=1
$p:=->$a
SORT ARRAY($p->; >)
ASSERT($a{1}=1)
//---
// arrays: sort objects: Null first, the others keep their order
ARRAY OBJECT($a; 3)
$a{1}:={n: 1}
$a{3}:={n: 3}
SORT ARRAY($a)
ASSERT($a{1}=Null)
ASSERT($a{2}.n=1)
ASSERT($a{3}.n=3)
//---
// arrays: sort by several
ARRAY TEXT($city; 0)
ARRAY LONGINT($salary; 0)
ARRAY TEXT($name; 0)
For each ($row; ["Rome 10 a"; "Oslo 20 b"; "Rome 30 c"; "Oslo 40 d"])
	$parts:=Split string($row; " ")
	APPEND TO ARRAY($city; $parts[0])
	APPEND TO ARRAY($salary; Num($parts[1]))
	APPEND TO ARRAY($name; $parts[2])
End for each
MULTI SORT ARRAY($city; >; $salary; <; $name)
ASSERT($name{1}+$name{2}+$name{3}+$name{4}="dbca")
MULTI SORT ARRAY($name; $salary; >; $city)
ASSERT($name{1}+$name{2}+$name{3}+$name{4}="abcd")
//---
// arrays: sort by several, through pointers
ARRAY TEXT(cities; 3)
ARRAY TEXT(companies; 3)
cities{1}:="Rome"
cities{2}:="Oslo"
cities{3}:="Rome"
companies{1}:="A"
companies{2}:="B"
companies{3}:="C"
ARRAY POINTER($pointers; 2)
ARRAY LONGINT($sorts; 2)
$pointers{1}:=->cities
$sorts{1}:=1
$pointers{2}:=->companies
$sorts{2}:=-1
MULTI SORT ARRAY($pointers; $sorts)
ASSERT(companies{1}+companies{2}+companies{3}="BCA")
ASSERT(cities{1}="Oslo")
//---
// arrays: sort by nothing
ARRAY TEXT($a; 2)
ARRAY TEXT($b; 2)
MULTI SORT ARRAY($a; $b)  //! wanted an order for one array at least
//---
// arrays: to a collection
var $col : Collection
$col:=New collection(1; 2; 3; 4; 5; 6)
$same:=$col
ARRAY TEXT($fruits; 4)
$fruits{1}:="Orange"
$fruits{2}:="Banana"
$fruits{3}:="Apple"
$fruits{4}:="Grape"
ARRAY TO COLLECTION($col; $fruits)
ASSERT($col.length=4)
ASSERT($col.join(" ")="Orange Banana Apple Grape")
ASSERT($same.length=4)
ARRAY TIME($times; 1)
$times{1}:=?00:01:00?
ARRAY TO COLLECTION($new; $times)
ASSERT($new[0]=60)
//---
// arrays: to a collection of objects
var $col : Collection
ARRAY TEXT($city; 2)
ARRAY LONGINT($zip; 3)
$city{1}:="Cleveland"
$city{2}:="Blountsville"
$zip{1}:=35049
$zip{2}:=35031
ARRAY TO COLLECTION($col; $city; "cityName"; $zip; "Zip")
ASSERT($col.length=3)
ASSERT(JSON Stringify($col[0])="{\"cityName\":\"Cleveland\",\"Zip\":35049}")
ASSERT(JSON Stringify($col[2])="{\"Zip\":0}")
//---
// arrays: several to a collection want names
ARRAY TEXT($a; 1)
ARRAY TEXT($b; 1)
ARRAY TO COLLECTION($c; $a; $b; "b")  //! wanted a property name for each of several arrays
//---
// arrays: from a collection
ARRAY TEXT($a; 7)
COLLECTION TO ARRAY(New collection("Orange"; "Banana"; 3; Null; True); $a)
ASSERT(Size of array($a)=5)
ASSERT($a{1}+$a{2}+$a{3}+$a{4}="OrangeBanana3")
ARRAY LONGINT($n; 0)
COLLECTION TO ARRAY(New collection(1; 2.6; "12"; True; {}); $n)
ASSERT(($n{1}=1) & ($n{2}=3) & ($n{3}=12) & ($n{4}=1) & ($n{5}=0))
ARRAY OBJECT($o; 0)
COLLECTION TO ARRAY(New collection({a: 1}; 2); $o)
ASSERT($o{1}.a=1)
ASSERT($o{2}=Null)
//---
// arrays: from properties of a collection
var $col : Collection
$col:=New collection
ARRAY TEXT($city; 0)
ARRAY LONGINT($zip; 0)
$col.push({name: "Cleveland"; zc: 35049})
$col.push(5)
$col.push({name: "Adger"})
COLLECTION TO ARRAY($col; $city; "name"; $zip; "zc")
ASSERT(Size of array($city)=3)
ASSERT(Size of array($zip)=3)
ASSERT(($city{1}="Cleveland") & ($zip{1}=35049))
ASSERT(($city{2}="") & ($zip{2}=0))
ASSERT(($city{3}="Adger") & ($zip{3}=0))
//---
// arrays: as a property
var $children : Object
ARRAY TEXT($names; 3)
$names{1}:="Richard"
$names{2}:="Susan"
$names{3}:="James"
OB SET ARRAY($children; "Children"; $names)
ASSERT(JSON Stringify($children)="{\"Children\":[\"Richard\",\"Susan\",\"James\"]}")
APPEND TO ARRAY($names; "Brown")
ASSERT($children.Children.length=3)
OB SET ARRAY($children; "Manager"; $names{1})
ASSERT(JSON Stringify($children.Manager)="[\"Richard\"]")
ARRAY TEXT($read; 0)
OB GET ARRAY($children; "Children"; $read)
ASSERT(Size of array($read)=3)
ASSERT($read{3}="James")
OB GET ARRAY($children; "none"; $read)
ASSERT(Size of array($read)=0)
//---
// arrays: objects from a property are references
$staff:={list: [{name: "A"; age: 1}; {name: "B"; age: 2}]}
ARRAY OBJECT($refs; 0)
OB GET ARRAY($staff; "list"; $refs)
OB SET($refs{1}; "age"; 25)
ASSERT($staff.list[0].age=25)
//---
// arrays: names and types of properties
$o:={name: "Susan"; age: 4; girl: True; none: Null; list: [1]; sub: {}}
OB GET PROPERTY NAMES($o; $names; $types)
ASSERT(Size of array($names)=6)
ASSERT(($names{1}="name") & ($names{3}="girl"))
ASSERT(($types{1}=Is text) & ($types{2}=Is real) & ($types{3}=Is Boolean))
ASSERT(($types{4}=Is null) & ($types{5}=Is collection) & ($types{6}=Is object))
ARRAY TEXT(arrNames; 9)
OB GET PROPERTY NAMES({}; arrNames)
ASSERT(Size of array(arrNames)=0)
//---
// arrays: JSON
ARRAY TEXT($a; 2)
$a{1}:="John"
$a{2}:="Jim"
ASSERT(JSON Stringify array($a)="[\"John\",\"Jim\"]")
ARRAY TEXT($b; 0)
JSON PARSE ARRAY(JSON Stringify array($a); $b)
ASSERT(Size of array($b)=2)
ASSERT($b{2}="Jim")
ASSERT(JSON Stringify array(5)="[5]")
ARRAY OBJECT($o; 0)
APPEND TO ARRAY($o; {name: "John"; age: 35})
APPEND TO ARRAY($o; {name: "Jim"; age: 40})
$json:=JSON Stringify array($o)
ASSERT($json="[{\"name\":\"John\",\"age\":35},{\"name\":\"Jim\",\"age\":40}]")
ARRAY OBJECT($p; 0)
JSON PARSE ARRAY($json; $p)
ASSERT($p{2}.age=40)
ASSERT(Position(Char(10); JSON Stringify array($o; *))>0)
//---
// arrays: JSON that is no array
JSON PARSE ARRAY("{}"; $a)  //! JSON PARSE ARRAY: jsonString: wanted a JSON array, got Object
//---
// arrays: statistics
ARRAY REAL($a; 4)
$a{0}:=100
$a{1}:=2
$a{2}:=4
$a{3}:=4
$a{4}:=6
ASSERT(Sum($a)=16)
ASSERT(OK=1)
ASSERT(Average($a)=4)
ASSERT(Min($a)=2)
ASSERT(Max($a)=6)
ASSERT(Sum squares($a)=72)
ASSERT(Abs(Variance($a)-(8/3))<0.000001)
ASSERT(Abs((Std deviation($a)^2)-(8/3))<0.000001)
ARRAY REAL($none; 0)
ASSERT(Sum($none)+Average($none)+Max($none)+Min($none)+Variance($none)=0)
ARRAY LONGINT($t; 2; 2)
$t{1}{1}:=1
$t{2}{2}:=5
$t{0}{0}:=100
ASSERT(Sum($t)=6)
ASSERT(Max($t)=5)
ARRAY DATE($d; 2)
$d{1}:=!2024-01-31!
$d{2}:=!2023-01-31!
ASSERT(Max($d)=!2024-01-31!)
ASSERT(Min($d)=!2023-01-31!)
//---
// arrays: no statistics of texts
ARRAY TEXT($a; 1)
$n:=Sum($a)  //! Sum: series: wanted an array of type Integer or Real, got one of type Text
//---
// arrays: words of a text
GET TEXT KEYWORDS("10,000 Jean-Pierre BC45"; $words)
ASSERT(Size of array($words)=4)
ASSERT($words{1}="10,000")
ASSERT($words{4}="BC45")
GET TEXT KEYWORDS("L'homme et l'arbre"; $words)
ASSERT(Size of array($words)=5)
ASSERT(($words{1}="L'") & ($words{2}="homme") & ($words{4}="l'") & ($words{5}="arbre"))
GET TEXT KEYWORDS("a b A c"; $words)
ASSERT(Size of array($words)=4)
GET TEXT KEYWORDS("a b A c"; $words; *)
ASSERT(Size of array($words)=3)
ASSERT(($words{1}="a") & ($words{2}="b") & ($words{3}="c"))
//---
// arrays: the error stack
Try(throw(50042; "My error"))
GET LAST ERROR STACK($codes; $components; $texts)
ASSERT(Size of array($codes)=1)
ASSERT($codes{1}=50042)
ASSERT($components{1}="host")
ASSERT($texts{1}="My error")
//---
// output variables: Position
ASSERT(Position("œ"; "Bœuf"; 1; $length)=2)
ASSERT($length=1)
ASSERT(Position("oe"; "Bœuf"; 1; $length)=2)
ASSERT($length=1)
ASSERT(Position("œ"; "Boeuf"; 1; $length)=2)
ASSERT($length=2)
ASSERT(Position("x"; "Boeuf"; 1; $length)=0)
ASSERT($length=0)
ASSERT(Position("oe"; "Bœuf"; 1; $length; *)=0)
ASSERT(Position("uf"; "Bœuf"; 1; $length; *)=3)
ASSERT($length=2)
ASSERT(Position("day"; "Today is the first Day"; 1; $length; sk char codes)=3)
ASSERT(Position("Day"; "Today is the first Day"; 1; $length; sk char codes)=20)
ASSERT(Position("day"; "Today is the first Day"; 1; $length; sk whole word+sk case insensitive)=20)
ASSERT(Position("à"; "aà"; 1; $length; sk case insensitive)=2)
ASSERT(Position("à"; "aà"; 1; $length; sk diacritic insensitive)=1)
ASSERT(Position("A"; "aA"; 1; $length; sk strict)=2)
$o:={}
ASSERT(Position("a"; "ba"; 1; $o.length)=2)
ASSERT($o.length=1)
//---
// output variables: Position, replacing all
$string:="Hello Joelle et joel!"
$option:=sk case insensitive+sk diacritic insensitive
$p:=0
Repeat
	$p:=Position("joel"; $string; $p+1; $lengthFound; $option)
	If ($p>0)
		$string:=Substring($string; 1; $p-1)+"Joël"+Substring($string; $p+$lengthFound)
	End if
Until ($p<=0)
ASSERT($string="Hello Joëlle et Joël!")
ASSERT(Character code($string[[19]])=235)
//---
// output variables: Match regex
ASSERT(Match regex("a.b"; "---a-b---"; 1; $pos; $length))
ASSERT(($pos=4) & ($length=3))
ASSERT(Not(Match regex("a.b"; "---a-b---"; 1; $pos; $length; *)))
ASSERT(($pos=0) & ($length=0))
ASSERT(Match regex("a.b"; "---a-b---"; 4; $pos; $length; *))
ASSERT(Match regex("a.b"; "---a-b---"; 4; $pos; *))
ASSERT($pos=4)
ASSERT(Match regex("a.b"; "---a-b---"; 4; *))
ASSERT(Not(Match regex("a.b"; "---a-b---"; 5)))
$tags:=""
$start:=1
While (Match regex("<[a-z]+>"; "<b>x<i>y</i>"; $start; vPos; vLength))
	$tags+=Substring("<b>x<i>y</i>"; vPos; vLength)
	$start:=vPos+vLength
End while
ASSERT($tags="<b><i>")
//---
// output variables: Match regex, groups
ARRAY LONGINT($pos; 0)
ARRAY LONGINT($length; 9)
$text:="my stuff here"
ASSERT(Match regex("(.*)stuff(.*)|(x)"; $text; 1; $pos; $length))
ASSERT((Size of array($pos)=3) & (Size of array($length)=3))
ASSERT(($pos{0}=1) & ($length{0}=13))
ASSERT(Substring($text; $pos{1}; $length{1})="my ")
ASSERT(Substring($text; $pos{2}; $length{2})=" here")
ASSERT(($pos{3}=0) & ($length{3}=0))
ASSERT(Not(Match regex("nothing"; $text; 1; $pos; $length)))
ASSERT((Size of array($pos)=0) & ($pos{0}=0))
//---
// output variables: Match regex counts as Length does
$text:="😀ab😀"
ASSERT(Match regex("b"; $text; 1; $pos; $length))
ASSERT(($pos=4) & ($length=1))
ASSERT(Match regex("b.$"; $text; 4; $pos; $length; *))
ASSERT(($pos=4) & ($length=3))
//---
// output variables: an expression is none
$p:=Position("a"; "ba"; 1; 2+3)  //! there is no pointer to this
//---
// output variables: the type of the variable counts
var $t : Text
$p:=Position("a"; "ba"; 1; $t)  //! wanted Text, got Number
//---
// pointers: to nothing or a variable
var $p : Pointer
ASSERT(Is nil pointer($p))
ASSERT(Not(Is a variable($p)))
$x:=1
$p:=->$x
ASSERT(Not(Is nil pointer($p)))
ASSERT(Is a variable($p))
ARRAY TEXT($a; 2)
ASSERT(Is a variable(->$a))
ASSERT(Is a variable(->$a{1}))
//---
// pointers: what they point to
vName:="x"
RESOLVE POINTER(->vName; $name; $table; $field)
ASSERT(($name="vName") & ($table=-1) & ($field=-1))
ARRAY TEXT(atCities; 2)
RESOLVE POINTER(->atCities; $name; $table; $field)
ASSERT(($name="atCities") & ($table=-1) & ($field=-1))
var $p : Pointer
RESOLVE POINTER($p; $name; $table; $field)
ASSERT(($name="") & ($table=0) & ($field=0))
RESOLVE POINTER(->atCities{2}; $name; $table; $field)
ASSERT(($table=2) & ($field=-1))
//---
// pointers: to elements tell the array
ARRAY TEXT(atCities; 100; 50)
RESOLVE POINTER(->atCities{1}{5}; $name; $row; $column)
ASSERT(($name="atCities") & ($row=1) & ($column=5))
//---
// pointers: no pointer
RESOLVE POINTER("x"; $name; $table; $field)  //! RESOLVE POINTER: aPointer: wanted Pointer
//---
// arrays: a variable that a command made an array selects its elements
COLLECTION TO ARRAY(["a"; "b"]; $list)
$list:=2
ASSERT(($list=2) & ($list{1}="a"))
$list:=$list-1
ASSERT(($list{2}="b") & ($list=1))
//---
// arrays: an array that another method made
//% method MAKE
ARRAY TEXT(atMade; 3)
//% end
MAKE
atMade:=2
ASSERT((Size of array(atMade)=3) & (atMade=2))
//---
// arrays: an array assigned to another variable is the number of its element
ARRAY TEXT($a; 3)
$a:=2
$b:=$a
ASSERT($b=2)
ASSERT(Value type($b)=Is real)
//---
// arrays: declared again with the other number of dimensions, it is another array
ARRAY TEXT($a; 2; 3)
$a{1}{2}:="x"
ARRAY TEXT($a; 4)
ASSERT(Size of array($a)=4)
ASSERT($a{1}="")
ARRAY TEXT($a; 4; 2)
ASSERT(Size of array($a{4})=2)
$a{1}{2}:="y"
ARRAY TEXT($a; 5; 3)
ASSERT((Size of array($a{5})=3) & ($a{1}{2}="y"))
//---
// arrays: elements of objects are objects
ARRAY OBJECT($o; 2)
$o{1}:={a: 1}
ASSERT(OB Is defined($o{1}) & Not(OB Is defined($o{2})))
$o{1}:="x"  //! array element 1: wanted Object, got Text
//---
// arrays: elements of pointers are pointers
ARRAY POINTER($p; 1)
ASSERT(Is nil pointer($p{1}))
$p{1}:=->vTarget
$p{1}:=3  //! array element 1: wanted Pointer, got Number
//---
// variables: a command brings its result to the type of a process variable
C_TEXT(vtName)
RESOLVE POINTER(->vtOther; vtName; $table; $field)
ASSERT(vtName="vtOther")
C_LONGINT(vlName)
RESOLVE POINTER(->vtOther; vlName; $table; $field)  //! vlName: wanted Integer, got Text
