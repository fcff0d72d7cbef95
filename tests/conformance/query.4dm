// query: the language of query and indices of collections; the documented examples and more
//---
// query: by placeholder and by constant
var $c : Collection
$c:=New collection
$c.push(New object("name"; "Cleveland"; "zc"; 35049))
$c.push(New object("name"; "Blountsville"; "zc"; 35031))
$c.push(New object("name"; "Adger"; "zc"; 35006))
$c.push(New object("name"; "Clanton"; "zc"; 35046))
$c.push(New object("name"; "Clanton"; "zc"; 35045))
var $found : Collection
$found:=$c.query("name = :1"; "Cleveland")
ASSERT($found.length=1)
ASSERT($found[0]=$c[0]; "the elements themselves are found")
$found:=$c.query("zc > 35040")
ASSERT($found.extract("zc").equal([35049; 35046; 35045]))
ASSERT($c.indices("name = :1"; "Cleveland").equal([0]))
ASSERT($c.indices("zc > 35040").equal([0; 3; 4]))
ASSERT($c.query("name = :1"; "Nowhere").length=0)
ASSERT($c.length=5)
//---
// query: wildcards, null, dates
var $c; $r : Collection
$c:=[]
$c.push({name: "Smith"; dateHired: !2002-05-22!; age: 45})
$c.push({name: "Wesson"; dateHired: !2017-11-30!})
$c.push({name: "Winch"; dateHired: !2018-05-16!; age: 36})
$c.push({name: "Sterling"; dateHired: !1999-05-10!; age: Null})
$c.push({name: "Mark"; dateHired: !2002-01-01!})
ASSERT($c.query("name = :1"; "@in@").extract("name").equal(["Winch"; "Sterling"]))
$a:="W"
ASSERT($c.query("name # :1"; $a+"@").extract("name").equal(["Smith"; "Sterling"; "Mark"]))
ASSERT($c.query("age=null").extract("name").equal(["Wesson"; "Sterling"; "Mark"]))
ASSERT($c.query("age is null").length=3)
ASSERT($c.query("age # null").extract("name").equal(["Smith"; "Winch"]))
ASSERT($c.query("age is not null").length=2)
ASSERT($c.query("not(age = null)").length=2)
ASSERT($c.query("age = :1"; Null).length=0; "a placeholder cannot look for null")
ASSERT($c.query("age # :1"; Null).length=0)
ASSERT($c.query("dateHired < :1"; !2018-10-01!-90).length=5)
ASSERT($c.query("dateHired < :1"; !2017-11-30!).extract("name").equal(["Smith"; "Sterling"; "Mark"]))
ASSERT($c.query("dateHired > :1"; "2002-01-01").extract("name").equal(["Smith"; "Wesson"; "Winch"]))
ASSERT($c.query("dateHired <= 2002-01-01").extract("name").equal(["Sterling"; "Mark"]))
ASSERT($c.query("dateHired = '2002-01-01'").length=1)
ASSERT($c.query("dateHired # 2002-01-01").length=4)
ASSERT($c.query("name = 'S@'").length=2)
ASSERT($c.query("name = S@ and age = 45").length=1)
ASSERT($c.query("not(name=Smith)").length=4)
ASSERT($c.query("NOT name=Smith AND age = null").length=3)
ASSERT($c.query("missing = null").length=5)
//---
// query: not equal passes over what has no value
var $c : Collection
$c:=[{n: 1; info: {married: True}}; {n: 2; info: {married: False}}; {n: 3; info: {}}; {n: 4; info: {married: Null}}; {n: 5}]
ASSERT($c.query("info.married#true").extract("n").equal([2]))
ASSERT($c.query("info.married != true").extract("n").equal([2]))
ASSERT($c.query("not(info.married = true)").extract("n").equal([2]))
ASSERT($c.query("info.married#true | info.married=null").extract("n").equal([2; 3; 4; 5]))
ASSERT($c.query("info.married = true").extract("n").equal([1]))
ASSERT($c.query("info.married = false || info.married = true").extract("n").equal([1; 2]))
ASSERT($c.query("info.married = True").length=0; "true and false are case-sensitive")
//---
// query: comparators
var $c : Collection
$c:=[{t: "Été"; n: 1}; {t: "ete"; n: 2}; {t: "et@"; n: 3}; {t: "Hiver"; n: 4}; {t: "5"; n: 5}]
ASSERT($c.query("t = ete").extract("n").equal([1; 2]))
ASSERT($c.query("t == 'ETE'").extract("n").equal([1; 2]))
ASSERT($c.query("t = 'et@'").extract("n").equal([1; 2; 3]))
ASSERT($c.query("t === 'et@'").extract("n").equal([3]))
ASSERT($c.query("t is 'ET@'").extract("n").equal([3]))
ASSERT($c.query("t IS NOT 'et@'").extract("n").equal([1; 2; 4; 5]))
ASSERT($c.query("t !== 'et@'").extract("n").equal([1; 2; 4; 5]))
ASSERT($c.query("t # 'et@'").extract("n").equal([4; 5]))
ASSERT($c.query("n < 3").extract("n").equal([1; 2]))
ASSERT($c.query("n<=3").extract("n").equal([1; 2; 3]))
ASSERT($c.query("n>4").extract("n").equal([5]))
ASSERT($c.query("n >= 4.0").extract("n").equal([4; 5]))
ASSERT($c.query("n > -1").length=5)
ASSERT($c.query("t >= 'f'").extract("n").equal([4]))
ASSERT($c.query("t = 5").extract("n").equal([5]); "a constant without quotes may be a text")
ASSERT($c.query("n = 5").extract("n").equal([5]))
ASSERT($c.query("n = '5'").length=0)
ASSERT($c.query("n = :1"; "5").length=0)
ASSERT($c.query("n < 'z'").length=0)
ASSERT($c.query("n = 0.9999999").extract("n").equal([1]); "reals are compared to 10^-6")
ASSERT([{t: "the quick fox"}; {t: "foxes"}].query("t % 'fox'").length=1)
//---
// query: in, with lists and with collections
var $c : Collection
$c:=[{firstName: "Kim"; n: 1; r: 0.5}; {firstName: "Dixie"; n: 2; r: 1}; {firstName: "John"; n: 3}; {n: 4}]
ASSERT($c.query("firstName in :1"; New collection("Kim"; "Dixie")).extract("n").equal([1; 2]))
ASSERT($c.query("not (firstName in :1)"; New collection("John"; "Jane")).extract("n").equal([1; 2]))
ASSERT($c.query("firstName IN [\"kim\", \"j@\"]").extract("n").equal([1; 3]))
ASSERT($c.query("firstName in ['Kim',Dixie]").extract("n").equal([1; 2]))
ASSERT($c.query("n in [1, 3]").extract("n").equal([1; 3]))
ASSERT($c.query("n in[2]").extract("n").equal([2]))
ASSERT($c.query("n in []").length=0)
ASSERT($c.query("n in :1"; [2; 4; "3"]).extract("n").equal([2; 4]))
ASSERT($c.query("r in [0.5, 7]").extract("n").equal([1]))
ASSERT($c.query("firstName in [null, 'Kim']").extract("n").equal([1; 4]))
ASSERT($c.query("firstName in :names"; {parameters: {names: ["kim"]}}).extract("n").equal([1]))
ASSERT($c.query("n in [:1, :2]"; 1; 2).extract("n").equal([1; 2]))
//---
// query: and binds closer than or
var $c : Collection
$c:=[{a: 1; b: 1}; {a: 1; b: 2}; {a: 2; b: 1}; {a: 2; b: 2}]
ASSERT($c.indices("a = 1 or a = 2 and b = 2").equal([0; 1; 3]))
ASSERT($c.indices("b = 2 & a = 2 | a = 1").equal([0; 1; 3]))
ASSERT($c.indices("(a = 1 OR a = 2) AND b = 2").equal([1; 3]))
ASSERT($c.indices("a=1&&b=1||a=2&&b=2").equal([0; 3]))
ASSERT($c.indices("not(a = 1 and b = 1)").equal([1; 2; 3]))
ASSERT($c.indices("not(a = 1 or b = 1)").equal([3]))
ASSERT($c.indices("not(not(a = 1))").equal([0; 1]))
ASSERT($c.indices("not a = 1 and not b = 1").equal([3]))
ASSERT($c.indices("a = 1 and b = 1 and a = 1 or b = 2 or a = 7").equal([0; 1; 3]))
//---
// query: placeholders for paths and values
var $c : Collection
$c:=[{city: "Chicago"; sales: {userId: 1234}; name: "Smith"}; {city: "Paris"; sales: {userId: 5}; name: "Smith"}]
ASSERT($c.query(":1=:2"; "city"; "Chicago").length=1)
var $o : Object
$o:={attributes: {att: "city"}; parameters: {name: "Chicago"}}
ASSERT($c.query(":att=:name"; $o).length=1)
$o:={parameters: {userId: 1234; extraInfo: {name: "Smith"}}}
ASSERT($c.query("sales.userId = :userId and name = :extraInfo.name"; $o).length=1)
ASSERT($c.query("sales.userId = :userId and name=:1"; "Smith"; $o).length=1)
ASSERT($c.query(":1 = 1234 and :2 = 'Smith'"; "sales.userId"; "name").length=1)
ASSERT($c.query(":1 = 1234 and :2 = :userId"; "sales.userId"; "sales.userId"; $o).length=1)
ASSERT($c.query("name=:1 and city # :2"; "SMITH"; "chi@").extract("city").equal(["Paris"]))
ASSERT([{name: "John's Pizzas"}].query("name = :1"; "John's Pizzas").length=1)
ASSERT([{status: "public"; name: "x"}].query("status='public' & name=:1"; "x OR status='private'").length=0)
//---
// query: names that no path can write
var $c : Collection
$c:=[]
$c.push({name: "Marie"; number: 46; softwares: JSON Parse("{\"Word 10.2\":\"Installed\",\"Excel 11.3\":\"To be upgraded\"}")})
$c.push({name: "Sophie"; number: 47; softwares: JSON Parse("{\"Word 10.2\":\"Not installed\",\"Excel 11.3\":\"To be upgraded\"}")})
var $settings : Object
$settings:=New object
$settings.attributes:=New object("attName"; "name"; "attWord"; New collection("softwares"; "Word 10.2"))
$r:=$c.query(":attName = 'Marie' and :attWord = 'Installed'"; $settings)
ASSERT($r.length=1)
ASSERT($r[0].number=46)
//---
// query: references to objects and collections
var $o1:={a: 1}
var $o2:={a: 1}
var $o3:=$o1
var $col; $r : Collection
$col:=[{o: $o1}; {o: $o2}; {o: $o3}]
$r:=$col.query("o = :v"; {parameters: {v: $o3}})
ASSERT($r.length=2)
ASSERT($r[0].o=$o1)
ASSERT($r[1].o=$o1)
ASSERT($col.query("o # :v"; {parameters: {v: $o3}}).length=1)
$c1:=[1; 2; 3]
$c2:=[1; 2; 3]
$col:=[{c: $c1}; {c: $c2}; {c: $c1}]
ASSERT($col.query("c = :v"; {parameters: {v: $c1}}).length=2)
//---
// query: collections in paths
var $c : Collection
$c:=[{name: "A"; info: {coll: [{val: 1}; {val: 1}]}}; {name: "B"; info: {coll: [{val: 1}; {val: 0}]}}]
$c.push({name: "C"; info: {coll: [{val: 0}; {val: 0}]}})
ASSERT($c.query("info.coll[].val = :1"; 0).extract("name").join("")="BC")
ASSERT($c.query("info.coll[].val != :1"; 0).extract("name").join("")="A")
ASSERT($c.query("not(info.coll[].val = :1)"; 0).extract("name").join("")="A")
ASSERT($c.query("info.coll[a].val != :1"; 0).extract("name").join("")="AB")
ASSERT($c.query("info.coll[a].val = :1"; 0).extract("name").join("")="BC")
ASSERT($c.query("not(info.coll[a].val != :1)"; 0).extract("name").join("")="C")
ASSERT($c.query("info.coll.length = 2").length=3)
ASSERT([{t: ["x"; "y"]}; {t: ["z"]}].indices("t[] = 'y'").equal([0]))
$c:=[{n: 1; k: []}; {n: 2}; {n: 3; k: [{v: 7}]}; {n: 4; k: [{w: 7}]}]
ASSERT($c.query("k[].v = 7").extract("n").equal([3]))
ASSERT($c.query("k[].v # 8").extract("n").equal([1; 3]))
ASSERT($c.query("k[].v = null").extract("n").equal([2; 4]))
ASSERT([{a: [{b: [{c: 1}]}; {b: [{c: 2}]}]}].query("a[].b[].c = 2").length=1)
//---
// query: letters link conditions to one element
var $c : Collection
$c:=[]
$c.push({name: "martin"; places: {locations: [{kind: "home"; city: "paris"}]}})
$c.push({name: "smith"; places: {locations: [{kind: "home"; city: "lyon"}; {kind: "office"; city: "paris"}]}})
$q:="places.locations[].kind= :1 and places.locations[].city= :2"
ASSERT($c.query($q; "home"; "paris").extract("name").equal(["martin"; "smith"]))
$q:="places.locations[a].kind= :1 and places.locations[a].city= :2"
ASSERT($c.query($q; "home"; "paris").extract("name").equal(["martin"]))
$q:="places.locations[a].kind= :1 and places.locations[A].city= :2"
ASSERT($c.query($q; "home"; "paris").extract("name").equal(["martin"]); "letters have no case")
ASSERT($c.query("not("+$q+")"; "home"; "paris").extract("name").equal(["smith"]))
$q:="places.locations[a].kind=home and places.locations[b].kind=office and places.locations[a].city=lyon"
$q:=$q+" and places.locations[b].city=paris"
ASSERT($c.query($q).extract("name").equal(["smith"]))
$q:="(places.locations[x].kind=office or places.locations[x].kind=shop) and places.locations[x].city=paris"
ASSERT($c.query($q).extract("name").equal(["smith"]))
$q:="places.locations[x].kind=home and not(places.locations[x].city=paris)"
ASSERT($c.query($q).extract("name").equal(["smith"]))
$c:=[{n: 1; a: [{t: 1; b: [{u: 1; v: 2}]}]}; {n: 2; a: [{t: 1; b: [{u: 1; v: 1}]}; {t: 2; b: [{u: 1; v: 2}]}]}]
ASSERT($c.query("a[x].t=1 and a[x].b[y].u=1 and a[x].b[y].v=2").extract("n").equal([1]))
ASSERT($c.query("a[x].t=2 and a[x].b[].v=2").extract("n").equal([2]))
//---
// query: order by
var $c : Collection
$c:=[{n: "b"; a: {z: 1}}; {n: "c"; a: {z: 2}}; {n: "a"; a: {z: 2}}; {n: "d"}]
ASSERT($c.query("n # d order by n").extract("n").join("")="abc")
ASSERT($c.query("n = @ order by a.z desc, n asc").extract("n").join("")="acbd")
ASSERT($c.query("order by n desc").extract("n").join("")="dcba")
ASSERT($c.query("n = :1 order by :2"; "@"; "n").extract("n").join("")="abcd")
ASSERT($c.indices("n = @ order by n").equal([0; 1; 2; 3]); "places are ascending")
//---
// query: what is no object is not found
ASSERT([1; "a"; Null; [{n: 1}]; {n: 1}].query("n = 1").length=1)
ASSERT([1; "a"; Null; [{n: 1}]; {n: 1}].query("n # 2").length=1)
ASSERT([1; Null; {m: 1}].indices("n = null").equal([2]))
ASSERT([].query("n = 1").length=0)
//---
// query: objects of classes have computed properties
ASSERT([{f: Formula(1)}].query("f.source = '1'").length=1)
//---
// query: a missing comparator
$r:=[].query("name Smith")  //! query.*character 6: wanted a comparator, got Smith
//---
// query: nothing to look for
$r:=[].query("name = ")  //! query: queryString: character 8: wanted a value, got the end
//---
// query: an empty query
$r:=[].query("")  //! character 1: wanted a property path, got the end
//---
// query: something behind the end
$r:=[].query("name = John Smith")  //! character 13: wanted and, or, order by or the end, got Smith
//---
// query: an apostrophe in a text
$r:=[].query("comp.name = 'John's pizza' ")  //! character 26: the ' is not closed
//---
// query: a parenthesis that is not closed
$r:=[].query("(a = 1 or b = 2")  //! character 16: wanted and, or or \), got the end
//---
// query: double quotes
$r:=[].query("a = \"x\"")  //! character 5: wanted a value, got x
//---
// query: a value that was not passed
$r:=[].query("a = :1 and b = :2"; 5)  //! character 16: there is no value for :2
//---
// query: a name that was not passed
$r:=[].query("a = :name"; {parameters: {other: 1}})  //! character 5: there is no value for :name
//---
// query: formulas are not for collections
$r:=[].query("eval(This.a=1) and b = 2")  //! character 1: formulas are not supported in queries of collections
//---
// query: formula objects neither
$r:=[].query("b = 2 and :1"; Formula(This.a=1))  //! character 11: formulas are not supported
//---
// query: a formula instead of the query
$r:=[].query(Formula(This.a=1))  //! queryString: wanted Text, got 4D.Formula
//---
// query: references are for settings only
$r:=[].query("a = :1"; [1])  //! character 5: wanted a scalar value for :1, got Collection
//---
// query: references are equal or not
$r:=[].query("a < :v"; {parameters: {v: [1]}})  //! < cannot take Collection
//---
// query: in wants several values
$r:=[].query("a in :1"; 5)  //! character 6: in: wanted Collection, got Number
//---
// query: an index is no path
$r:=[].query("a[1].b = 2")  //! character 2: wanted a comparator, got \[
//---
// query: a placeholder for a path is a text
$r:=[].query(":1 = 2"; 5)  //! wanted a property path for :1, got Number
//---
// query: too deep
$r:=[].query(("("*300)+"a = 1"+(")"*300))  //! nested deeper than 200 levels
//---
// query: an error carries the name of the function
$r:=[].indices("name = ")  //! indices: queryString: character 8: wanted a value, got the end
