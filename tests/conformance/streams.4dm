// variables in blobs: values of every type
var $blob : Blob
var $d : Date
var $h : Time
var $bytes; $back : Blob
SET BLOB SIZE($bytes; 3; 7)
$values:=["text é"+Char(0xD800); 5; -2.5; True; False; Null; !2024-05-03!; {a: 1}; [1; [2]]]
For each ($value; $values)
	VARIABLE TO BLOB($value; $blob; *)
	ASSERT(OK=1)
End for each
VARIABLE TO BLOB(?10:30:00?; $blob; *)
VARIABLE TO BLOB($bytes; $blob; *)
$offset:=0
For each ($value; $values)
	BLOB TO VARIABLE($blob; $read; $offset)
	ASSERT(OK=1)
	ASSERT([$read].equal([$value]; ck diacritical))
	ASSERT(Value type($read)=Value type($value))
End for each
BLOB TO VARIABLE($blob; $h; $offset)
ASSERT($h=?10:30:00?)
BLOB TO VARIABLE($blob; $back; $offset)
ASSERT((BLOB size($back)=3) & ($back{2}=7))
ASSERT($offset=BLOB size($blob))
BLOB TO VARIABLE($blob; $back; $offset)
ASSERT(OK=0)
ASSERT(BLOB size($back)=3)
//---
// variables in blobs: an object is copied, and refers to itself
var $blob : Blob
$o:={name: "x"; list: [1]}
$o.me:=$o
$o.again:=$o.list
VARIABLE TO BLOB($o; $blob)
$o.name:="changed"
BLOB TO VARIABLE($blob; $copy)
ASSERT($copy.name="x")
ASSERT($copy.me=$copy)
$copy.list.push(2)
ASSERT(($copy.again.length=2) & ($o.list.length=1))
//---
// variables in blobs: pointers in an object are followed
var $blob : Blob
vPointed:="value"
$o:={p: ->vPointed}
VARIABLE TO BLOB($o; $blob)
BLOB TO VARIABLE($blob; $copy)
ASSERT($copy.p="value")
//---
// variables in blobs: arrays
var $blob : Blob
ARRAY TEXT(atNames; 2)
atNames{0}:="zero"
atNames{2}:="b"
atNames:=2
ARRAY LONGINT(alRows; 2; 3)
alRows{2}{3}:=23
VARIABLE TO BLOB(atNames; $blob; *)
VARIABLE TO BLOB(alRows; $blob; *)
CLEAR VARIABLE(atNames)
$at:=0
BLOB TO VARIABLE($blob; atNames; $at)
ASSERT((Size of array(atNames)=2) & (atNames{2}="b") & (atNames{0}="zero") & (atNames=2))
BLOB TO VARIABLE($blob; $rows; $at)
ASSERT(($rows{2}{3}=23) & (Size of array($rows{1})=3))
//---
// variables in blobs: the methods of the reference's page, in a way of their own
//% method STORE
#DECLARE($blob : Pointer)
var $i : Integer
SET BLOB SIZE($blob->; 0)
For ($i; 2; Count parameters)
	VARIABLE TO BLOB(${$i}->; $blob->; *)
End for
//% end
//% method FETCH
#DECLARE($blob : Pointer)
var $i; $offset : Integer
For ($i; 2; Count parameters)
	BLOB TO VARIABLE($blob->; ${$i}->; $offset)
End for
//% end
vText:="one"
vNumber:=2
STORE(->vBlob; ->vText; ->vNumber)
vText:=""
vNumber:=0
FETCH(->vBlob; ->vText; ->vNumber)
ASSERT((vText="one") & (vNumber=2))
//---
// variables in blobs: objects keep their class
//% class Person
Class constructor($name : Text)
	This.name:=$name
Function hello : Text
	return "Hello "+This.name
//% end
//% sandbox
var $blob : Blob
VARIABLE TO BLOB(cs.Person.new("Ann"); $blob)
BLOB TO VARIABLE($blob; $person)
ASSERT(OB Instance of($person; cs.Person))
ASSERT($person.hello()="Hello Ann")
VARIABLE TO BLOB({file: File("/PACKAGE/a.txt"); folder: Folder("/PACKAGE/b"); blob: 4D.Blob.new()}; $blob)
BLOB TO VARIABLE($blob; $read)
ASSERT(OB Instance of($read.file; 4D.File) & ($read.file.path="/PACKAGE/a.txt"))
ASSERT(OB Instance of($read.folder; 4D.Folder) & ($read.folder.name="b"))
ASSERT(OB Instance of($read.blob; 4D.Blob))
//---
// variables in blobs: what is not streamable
var $blob : Blob
VARIABLE TO BLOB({f: Formula(1)}; $blob)  //! VARIABLE TO BLOB: variable: 4D.Formula cannot be written as bytes
//---
// variables in blobs: at an offset
var $blob : Blob
$at:=10
VARIABLE TO BLOB("x"; $blob; $at)
ASSERT(($at=BLOB size($blob)) & ($blob{9}=0) & ($at>11))
$at:=10
BLOB TO VARIABLE($blob; $x; $at)
ASSERT($x="x")
//---
// variables in blobs: a damaged blob
var $blob : Blob
$x:="kept"
VARIABLE TO BLOB({a: [1; 2; "three"]}; $blob)
For ($i; 0; BLOB size($blob)-1)
	var $less : Blob
	COPY BLOB($blob; $less; 0; 0; $i)
	SET BLOB SIZE($less; $i)
	BLOB TO VARIABLE($less; $x)
	ASSERT((OK=0) & ($x="kept"))
End for
BLOB TO VARIABLE($blob; $x)
ASSERT((OK=1) & ($x.a[2]="three"))
//---
// variables in documents
//% sandbox
var $time : Time:=?01:02:03?
vName:="Ann"
vCode:=12
SAVE VARIABLES("prefs"; vName; vCode; $time; !2024-05-03!; True)
ASSERT(OK=1)
LOAD VARIABLES("prefs"; $name; $code; $t; $d; $b)
ASSERT(OK=1)
ASSERT(($name="Ann") & ($code=12) & ($t=?01:02:03?) & ($d=!2024-05-03!) & $b)
LOAD VARIABLES("prefs"; $1st; $2nd; $3rd; $4th; $5th; $6th)
ASSERT(OK=0)
TEXT TO DOCUMENT("other"; "no variables")
LOAD VARIABLES("other"; $name)
ASSERT((OK=0) & ($name="Ann"))
//---
// variables in documents: no arrays
//% sandbox
ARRAY TEXT($list; 1)
SAVE VARIABLES("prefs"; $list)  //! SAVE VARIABLES: variable: wanted Text, Number, Date, Time or Boolean, got Array
