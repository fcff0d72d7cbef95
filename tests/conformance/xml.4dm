// xml: a tree of one element
$root:=DOM Create XML Ref("MyRoot")
ASSERT(OK=1)
ASSERT(Length($root)=16)
ASSERT(Match regex("[0-9A-F]{16}"; $root))
var $text : Text
DOM EXPORT TO VAR($root; $text)
ASSERT(OK=1)
ASSERT($text="<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>\n<MyRoot/>\n")
DOM CLOSE XML($root)
ASSERT(OK=1)
//---
// xml: namespaces of a tree
$root:=DOM Create XML Ref("My:Root"; "http://a"; "xmlns:two"; "http://b"; "plain"; "c")
var $text : Text
XML SET OPTIONS($root; XML indentation; XML no indentation)
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<My:Root xmlns:My=\"http://a\" xmlns:two=\"http://b\" plain=\"c\"/>"; $text)>0)
$root:=DOM Create XML Ref("svg"; "http://www.w3.org/2000/svg")
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"; $text)>0)
//---
// xml: a prefix needs a namespace
$root:=DOM Create XML Ref("My:Root")  //! nameSpace: My:Root has a prefix and needs one
//---
// xml: what is no name
$root:=DOM Create XML Ref("1st")  //! DOM Create XML Ref: "1st" is no name of an element
//---
// xml: elements on a path
var $text : Text
$root:=DOM Create XML Ref("RootElement")
$element:=DOM Create XML element($root; "/RootElement/Elem1/Elem2/Elem3[2]")
ASSERT(OK=1)
XML SET OPTIONS($root; XML indentation; XML no indentation)
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<RootElement><Elem1><Elem2><Elem3/><Elem3/></Elem2></Elem1></RootElement>"; $text)>0)
DOM GET XML ELEMENT NAME($element; $name)
ASSERT($name="Elem3")
//---
// xml: a path that exists gets a new element, at its number before the one there
var $text : Text
$root:=DOM Create XML Ref("R")
$path:="/R/E1/E2/E3"
$e:=DOM Create XML element($root; $path; "Font"; "Verdana"; "Size"; "10")
$e:=DOM Create XML element($root; $path; "Font"; "Verdana"; "Size"; "8")
$e:=DOM Create XML element($root; $path+"[2]"; "Font"; "Arial")
XML SET OPTIONS($root; XML indentation; XML no indentation)
DOM EXPORT TO VAR($root; $text)
$inner:="<E3 Font=\"Verdana\" Size=\"10\"/><E3 Font=\"Arial\"/><E3 Font=\"Verdana\" Size=\"8\"/>"
ASSERT(Position("<R><E1><E2>"+$inner+"</E2></E1></R>"; $text)>0)
//---
// xml: a name alone makes a child
$root:=DOM Create XML Ref("Root")
$one:=DOM Create XML element($root; "Elem1")
DOM SET XML ELEMENT VALUE($one; "Hello")
$two:=DOM Create XML element($one; "Deep/Deeper")
ASSERT(DOM Get parent XML element(DOM Get parent XML element($two))=$one)
var $text : Text
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<Elem1>Hello<Deep><Deeper/></Deep></Elem1>"; $text)>0)
//---
// xml: attributes from arrays
ARRAY TEXT($names; 3)
ARRAY LONGINT($values; 3)
For ($i; 1; 3)
	$names{$i}:="n"+String($i)
	$values{$i}:=$i*10
End for
$root:=DOM Create XML Ref("Root")
$e:=DOM Create XML element arrays($root; "a/b"; $names; $values)
ASSERT(DOM Count XML attributes($e)=3)
var $number : Integer
DOM GET XML ATTRIBUTE BY NAME($e; "n3"; $number)
ASSERT($number=30)
//---
// xml: the path leaves the root
$root:=DOM Create XML Ref("Root")
$e:=DOM Create XML element($root; "/Other/a")  //! xPath: "/Other/a": the root element is Root
//---
// xml: no name in a path
$root:=DOM Create XML Ref("Root")
$e:=DOM Create XML element($root; "a/2b")  //! DOM Create XML element: xPath: "a/2b"
//---
// xml: a path does not make elements without end
$root:=DOM Create XML Ref("Root")
$e:=DOM Create XML element($root; "a[999999999]")  //! wanted a number from 1 to 10000
//---
// xml: nothing is made with a wrong attribute
$root:=DOM Create XML Ref("Root")
$e:=Try(DOM Create XML element($root; "a"; "1x"; 5))
ASSERT(OK=0)
ASSERT(DOM Count XML elements($root; "a")=0)
//---
// xml: closed is closed
$root:=DOM Create XML Ref("Root")
$e:=DOM Create XML element($root; "a")
DOM CLOSE XML($root)
DOM GET XML ELEMENT NAME($e; $name)  //! DOM GET XML ELEMENT NAME: elementRef: no XML node goes by [0-9A-F]{16}
//---
// xml: only a root can be closed
$root:=DOM Create XML Ref("Root")
$e:=DOM Create XML element($root; "a")
DOM CLOSE XML($e)  //! is not the root of its tree
//---
// xml: references that are none
$wrong:=0
For each ($reference; [""; "0000000000000000"; "x"; "../etc/passwd"; "FFFFFFFFFFFFFFFF"; "__class__"])
	Try
		DOM GET XML ELEMENT NAME($reference; $name)
	Catch
		$wrong:=$wrong+1
		ASSERT(OK=0)
	End try
End for each
ASSERT($wrong=6)
//---
// xml: values in, values out
var $n : Real
var $i : Integer
var $b : Boolean
var $d : Date
var $t : Time
var $blob : Blob
var $text : Text
$root:=DOM Create XML Ref("Root")
DOM SET XML ELEMENT VALUE($root; 12.34)
DOM GET XML ELEMENT VALUE($root; $text)
ASSERT($text="12.34")
DOM GET XML ELEMENT VALUE($root; $n)
ASSERT($n=12.34)
DOM SET XML ELEMENT VALUE($root; True)
DOM GET XML ELEMENT VALUE($root; $text)
ASSERT($text="true")
DOM GET XML ELEMENT VALUE($root; $b)
ASSERT($b)
DOM SET XML ELEMENT VALUE($root; !2003-01-01!)
DOM GET XML ELEMENT VALUE($root; $text)
ASSERT($text="2003-01-01")
DOM GET XML ELEMENT VALUE($root; $d)
ASSERT($d=!2003-01-01!)
DOM SET XML ELEMENT VALUE($root; ?02:00:46?)
DOM GET XML ELEMENT VALUE($root; $text)
ASSERT($text="0000-00-00T02:00:46")
DOM GET XML ELEMENT VALUE($root; $t)
ASSERT($t=?02:00:46?)
SET BLOB SIZE($blob; 3; 65)
DOM SET XML ELEMENT VALUE($root; $blob)
DOM GET XML ELEMENT VALUE($root; $text)
ASSERT($text="QUFB")
SET BLOB SIZE($blob; 0)
DOM GET XML ELEMENT VALUE($root; $blob)
ASSERT((BLOB size($blob)=3) & ($blob{0}=65))
DOM SET XML ELEMENT VALUE($root; "0042")
DOM GET XML ELEMENT VALUE($root; $i)
ASSERT($i=42)
DOM GET XML ELEMENT VALUE($root; $untyped)
ASSERT(Value type($untyped)=Is text)
ASSERT($untyped="0042")
DOM SET XML ELEMENT VALUE($root; {}.nothing)
DOM GET XML ELEMENT VALUE($root; $text)
ASSERT($text="")
//---
// xml: options for dates, times and blobs
var $text : Text
var $blob : Blob
$root:=DOM Create XML Ref("Root")
XML SET OPTIONS($root; XML date encoding; XML UTC; XML time encoding; XML seconds)
DOM SET XML ATTRIBUTE($root; "d"; !2003-01-01!; "t"; ?02:00:46?)
DOM GET XML ATTRIBUTE BY NAME($root; "d"; $text)
ASSERT($text="2003-01-01Z")
DOM GET XML ATTRIBUTE BY NAME($root; "t"; $text)
ASSERT($text="7246")
XML SET OPTIONS($root; XML date encoding; XML datetime UTC)
XML SET OPTIONS($root; XML time encoding; XML duration)
DOM SET XML ATTRIBUTE($root; "d"; !2003-01-01!; "t"; ?02:00:46?)
DOM GET XML ATTRIBUTE BY NAME($root; "d"; $text)
ASSERT($text="2003-01-01T00:00:00Z")
DOM GET XML ATTRIBUTE BY NAME($root; "t"; $text)
ASSERT($text="PT02H00M46S")
XML SET OPTIONS($root; XML date encoding; XML local)
DOM SET XML ATTRIBUTE($root; "d"; !2003-01-01!)
DOM GET XML ATTRIBUTE BY NAME($root; "d"; $text)
ASSERT(Match regex("2003-01-01 [+-]\\d\\d:\\d\\d"; $text))
SET BLOB SIZE($blob; 3; 65)
XML SET OPTIONS($root; XML binary encoding; XML data URI scheme)
DOM SET XML ATTRIBUTE($root; "b"; $blob)
DOM GET XML ATTRIBUTE BY NAME($root; "b"; $text)
ASSERT($text="data:;base64,QUFB")
SET BLOB SIZE($blob; 0)
DOM GET XML ATTRIBUTE BY NAME($root; "b"; $blob)
ASSERT(BLOB size($blob)=3)
XML GET OPTIONS($root; XML date encoding; $date; XML string encoding; $string; XML external entity resolution; $external)
ASSERT(($date=XML local) & ($string=XML with escaping) & ($external=XML disabled))
XML SET OPTIONS($root; 99; 1)  //! XML SET OPTIONS: selector: wanted 1 to 10, got 99
//---
// xml: an option has few values
XML SET OPTIONS(DOM Create XML Ref("r"); XML indentation; 7)  //! value: wanted one of 1, 2 for option 4, got 7
//---
// xml: decoding
var $n : Real
var $b : Boolean
var $d : Date
var $t : Time
XML DECODE("8,5"; $n)
ASSERT($n=8.5)
XML DECODE("8.5"; $n)
ASSERT($n=8.5)
XML DECODE("1"; $b)
ASSERT($b)
XML DECODE("false"; $b)
ASSERT(Not($b))
XML DECODE("true"; $b)
ASSERT($b)
XML DECODE("0"; $b)
ASSERT(Not($b))
XML DECODE("2009-10-25T01:03:20+01:00"; $d)
ASSERT($d=!2009-10-25!)
XML DECODE("7246"; $t)
ASSERT($t=?02:00:46?)
XML DECODE("PT02H00M46S"; $t)
ASSERT($t=?02:00:46?)
XML DECODE("2009-10-25T01:03:20"; $t)
ASSERT($t=?01:03:20?)
XML DECODE("no date"; $d)
ASSERT($d=!00-00-00!)
XML DECODE("2009-13-45"; $d)
ASSERT($d=!00-00-00!)
XML DECODE("x"; $new)
ASSERT($new="x")
//---
// xml: what is special is escaped, or stands in CDATA
var $text; $cdata : Text
$root:=DOM Create XML Ref("Postulate")
DOM SET XML ELEMENT VALUE($root; "12<18 & \"so\"")
DOM SET XML ATTRIBUTE($root; "a"; "\"<\t&>")
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<Postulate a=\"&quot;&lt;&#9;&amp;>\">12&lt;18 &amp; \"so\"</Postulate>"; $text)>0)
DOM SET XML ELEMENT VALUE($root; "12<18]]>"; *)
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<![CDATA[12<18]]]]><![CDATA[>]]>"; $text)>0)
DOM GET XML ELEMENT VALUE($root; $text; $cdata)
ASSERT(($text="") & ($cdata="12<18]]>"))
//---
// xml: raw data is XML, or CDATA where it is none
var $text : Text
$root:=DOM Create XML Ref("r")
XML SET OPTIONS($root; XML string encoding; XML raw data; XML indentation; XML no indentation)
DOM SET XML ELEMENT VALUE($root; "a<b>c</b>")
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<r>a<b>c</b></r>"; $text)>0)
ASSERT(DOM Count XML elements($root; "b")=1)
DOM SET XML ELEMENT VALUE(DOM Get first child XML element($root); "a<b")
DOM EXPORT TO VAR($root; $text)
ASSERT(Position("<b><![CDATA[a<b]]></b>"; $text)>0)
//---
// xml: a value at a path; line ends become LF
var $text : Text
$root:=DOM Create XML Ref("r")
$e:=DOM Create XML element($root; "a/b")
DOM SET XML ELEMENT VALUE($root; "/r/a/b"; "one\r\ntwo\rthree")
DOM GET XML ELEMENT VALUE($e; $text)
ASSERT($text="one\ntwo\nthree")
DOM SET XML ELEMENT VALUE($root; "a/b"; "x"; *)
DOM GET XML ELEMENT VALUE($e; $text; $cdata)
ASSERT($cdata="x")
DOM SET XML ELEMENT VALUE($root; "a/c"; "x")  //! xPath: "a/c": it leads to nothing
//---
// xml: what XML cannot hold
$root:=DOM Create XML Ref("r")
DOM SET XML ELEMENT VALUE($root; "a"+Char(1))  //! DOM SET XML ELEMENT VALUE: the character U\+0001 cannot stand in XML
//---
// xml: half a character
$root:=DOM Create XML Ref("r")
DOM SET XML ATTRIBUTE($root; "a"; Char(0xD83D))  //! U\+D83D
//---
// xml: beyond the first plane
var $text : Text
$root:=DOM Create XML Ref("r")
DOM SET XML ELEMENT VALUE($root; Char(0xD83D)+Char(0xDE00))
DOM EXPORT TO VAR($root; $text)
$again:=DOM Parse XML variable($text)
DOM GET XML ELEMENT VALUE($again; $text)
ASSERT(Length($text)=2)
//---
// xml: an array is no value
ARRAY TEXT($a; 1)
DOM SET XML ELEMENT VALUE(DOM Create XML Ref("r"); $a)  //! DOM SET XML ELEMENT VALUE
//---
// xml: the number of an attribute counts their names in order
$r:=DOM Parse XML variable("<a size='10' Font='Verdana' N='1'/>")
ASSERT(DOM Count XML attributes($r)=3)
$names:=[]
var $name; $value : Text
For ($i; 1; 3)
	DOM GET XML ATTRIBUTE BY INDEX($r; $i; $name; $value)
	$names.push($name+"="+$value)
End for
ASSERT($names.join(" ")="Font=Verdana N=1 size=10")
DOM REMOVE XML ATTRIBUTE($r; "N")
ASSERT((OK=1) & (DOM Count XML attributes($r)=2))
Try
	DOM REMOVE XML ATTRIBUTE($r; "N")
Catch
	ASSERT(OK=0)
	ASSERT(Last errors[0].message="DOM REMOVE XML ATTRIBUTE: attribName: a has no attribute \"N\"")
End try
DOM GET XML ATTRIBUTE BY INDEX($r; 3; $name; $value)  //! attribIndex: a has 2 attributes, got 3
//---
// xml: an attribute that is not there
DOM GET XML ATTRIBUTE BY NAME(DOM Create XML Ref("r"); "x"; $v)  //! r has no attribute "x"
//---
// xml: from child to child
$r:=DOM Parse XML variable("<r>text<a>1</a><!--c--><b>2</b><c>3</c></r>")
var $name; $value : Text
$child:=DOM Get first child XML element($r; $name; $value)
$found:=$name+$value
While (OK=1)
	$child:=DOM Get next sibling XML element($child; $name; $value)
	If (OK=1)
		$found:=$found+$name+$value
	End if
End while
ASSERT($child="0000000000000000")
ASSERT($found="a1b2c3")
$child:=DOM Get last child XML element($r; $name; $value)
ASSERT($name+$value="c3")
$child:=DOM Get previous sibling XML element($child; $name)
ASSERT((OK=1) & ($name="b"))
$child:=DOM Get previous sibling XML element($child)
$child:=DOM Get previous sibling XML element($child)
ASSERT(OK=0)
ASSERT(DOM Get first child XML element(DOM Get last child XML element($r))="0000000000000000")
ASSERT(OK=0)
//---
// xml: parents up to the document and no further
$r:=DOM Parse XML variable("<r><a/></r>")
$a:=DOM Get first child XML element($r)
ASSERT(DOM Get parent XML element($a; $name; $value)=$r)
ASSERT(($name="r") & ($value=""))
ASSERT(DOM Get root XML element($a)=$r)
$document:=DOM Get parent XML element($r; $name)
ASSERT($name="#document")
ASSERT($document=DOM Get XML document ref($a))
ASSERT(DOM Get parent XML element($document)="0000000000000000")
ASSERT(OK=0)
//---
// xml: children by name and number
$r:=DOM Parse XML variable("<r><a n='1' m='x'>one</a><A>big</A><a>two</a></r>")
ASSERT(DOM Count XML elements($r; "a")=2)
ARRAY TEXT($names; 0)
ARRAY TEXT($values; 0)
$a:=DOM Get XML element($r; "a"; 1; $value; $names; $values)
ASSERT((OK=1) & ($value="one"))
ASSERT((Size of array($names)=2) & ($names{1}="n") & ($values{2}="x"))
$a:=DOM Get XML element($r; "a"; 2; $value)
ASSERT($value="two")
$a:=DOM Get XML element($r; "a"; 3; $value)
ASSERT((OK=0) & ($a="0000000000000000"))
XML SET OPTIONS($r; XML DOM case sensitivity; XML case insensitive)
ASSERT(DOM Count XML elements($r; "a")=3)
$a:=DOM Get XML element($r; "A"; 3; $value)
ASSERT($value="two")
//---
// xml: by XPath
$xml:="<bookstore><book><title lang=\"en\">Harry Potter</title><price>29.99</price></book>"
$xml:=$xml+"<book><title lang=\"fr\">Learning XML</title><price>39.95</price></book></bookstore>"
$r:=DOM Parse XML variable($xml)
var $value : Text
$found:=DOM Find XML element($r; "book[2]/title")
DOM GET XML ELEMENT VALUE($found; $value)
ASSERT($value="Learning XML")
$book:=DOM Find XML element($r; "/bookstore/book[2]")
ASSERT(DOM Find XML element($book; "title")=$found)
ASSERT(DOM Find XML element($book; "..")=$r)
ASSERT(DOM Find XML element($book; ".")=$book)
ARRAY TEXT($all; 0)
ASSERT(DOM Find XML element($r; "//title | //price"; $all)=$all{1})
ASSERT(Size of array($all)=4)
$counts:={}
For each ($path; ["*"; "book/*"; "//@lang"; "//title[@lang=\"fr\"]"; "book[title=\"Harry Potter\"]"; "book[price]"; \
	"book[last()]"; "//title[contains(@lang,'f')]"; "//*[local-name()='price']"; "//title/text()"; "book/node()"; "book[3]"; "BOOK"])
	$found:=DOM Find XML element($r; $path; $all)
	$counts[$path]:=Size of array($all)
	ASSERT(OK=Num($counts[$path]>0))
End for each
ASSERT(JSON Stringify(OB Values($counts))="[2,4,2,1,1,2,1,1,2,2,4,0,0]")
$found:=DOM Find XML element($r; "//title[2]/@lang")
ASSERT($found="0000000000000000")
$found:=DOM Find XML element($r; "book[2]/title/@lang")
DOM GET XML ELEMENT VALUE($found; $value)
ASSERT($value="fr")
DOM SET XML ELEMENT VALUE($found; "de")
DOM GET XML ATTRIBUTE BY NAME(DOM Find XML element($r; "book[2]/title"); "lang"; $value)
ASSERT($value="de")
//---
// xml: XPath by the names as written
$r:=DOM Parse XML variable("<svg xmlns='http://s' xmlns:x='http://x'><rect class='my bg'/><x:rect x:id='5'/><g xml:lang='en'/></svg>")
ASSERT(DOM Find XML element($r; "//rect[contains(@class,'bg')]")=DOM Get first child XML element($r))
$found:=DOM Find XML element($r; "/svg/x:rect[@x:id=5]"; $all)
ASSERT((OK=1) & (Size of array($all)=1))
DOM GET XML ELEMENT NAME($found; $name)
ASSERT($name="x:rect")
$found:=DOM Find XML element($r; "//*[@xml:lang='en']")
ASSERT(OK=1)
$found:=DOM Find XML element($r; "//y:rect")
ASSERT(OK=0)
//---
// xml: XPath sees what was changed
$r:=DOM Create XML Ref("r")
$a:=DOM Create XML element($r; "a")
ASSERT(DOM Find XML element($r; "a")=$a)
DOM SET XML ELEMENT NAME($a; "b")
ASSERT(DOM Find XML element($r; "b")=$a)
DOM REMOVE XML ELEMENT($a)
ASSERT(DOM Find XML element($r; "b")="0000000000000000")
//---
// xml: what is no XPath
$f:=DOM Find XML element(DOM Create XML Ref("r"); "a[")  //! DOM Find XML element: xPath: "a\["
//---
// xml: an XPath that leads to a value
$f:=DOM Find XML element(DOM Create XML Ref("r"); "count(*)")  //! it leads to a value, not to nodes
//---
// xml: no document function, no extensions
$f:=DOM Find XML element(DOM Create XML Ref("r"); "document('/etc/passwd')")  //! xPath
//---
// xml: by ID, anywhere
$r:=DOM Parse XML variable("<r><a id='x'><b id='y'/></a><c/></r>")
$c:=DOM Get last child XML element($r)
$found:=DOM Find XML element by ID($c; "y")
DOM GET XML ELEMENT NAME($found; $name)
ASSERT((OK=1) & ($name="b"))
$found:=DOM Find XML element by ID($c; "z")
ASSERT((OK=0) & ($found="0000000000000000"))
//---
// xml: nodes of every kind
var $text : Text
$r:=DOM Create XML Ref("r")
$d:=DOM Get XML document ref($r)
XML SET OPTIONS($r; XML indentation; XML no indentation)
$n:=DOM Append XML child node($r; XML DATA; "Hello")
$n:=DOM Append XML child node($r; XML element; "br")
$n:=DOM Append XML child node($r; XML CDATA; "12 < 18")
$n:=DOM Append XML child node($r; XML element; "<child>simon</child><child>eva</child>")
DOM GET XML ELEMENT VALUE($n; $text)
ASSERT($text="simon")
$n:=DOM Append XML child node($r; XML comment; "Hello world")
$n:=DOM Append XML child node($d; XML processing Instruction; "xml-stylesheet type=\"text/xsl\"")
$n:=DOM Append XML child node($d; XML DOCTYPE; "r SYSTEM \"Book.DTD\"")
$n:=DOM Append XML child node($d; XML DOCTYPE; "r SYSTEM \"Other.DTD\"")
DOM EXPORT TO VAR($r; $text)
$head:="<!DOCTYPE r SYSTEM \"Other.DTD\"><?xml-stylesheet type=\"text/xsl\"?>"
$body:="<r>Hello<br/><![CDATA[12 < 18]]><child>simon</child><child>eva</child><!--Hello world--></r>"
ASSERT(Substring($text; Position("?>"; $text)+2)=($head+$body))
DOM GET XML CHILD NODES($r; $kinds; $values)
ASSERT((Size of array($kinds)=6) & ($kinds{1}=XML DATA) & ($kinds{2}=XML element) & ($kinds{3}=XML CDATA) & ($kinds{6}=XML comment))
ASSERT(($values{1}="Hello") & ($values{3}="12 < 18") & ($values{2}=DOM Get first child XML element($r)))
DOM GET XML CHILD NODES($d; $kinds; $values)
ASSERT(($kinds{1}=XML DOCTYPE) & ($kinds{2}=XML processing Instruction) & ($kinds{3}=XML element))
ASSERT(DOM Get XML information($r; SYSTEM ID)="Other.DTD")
ASSERT(DOM Get XML information($r; DOCTYPE Name)="r")
ASSERT((DOM Get XML information($r; Encoding)="UTF-8") & (DOM Get XML information($r; Version)="1.0"))
$n:=DOM Append XML child node($d; XML DATA; "text")  //! a document takes comments, instructions and a type
//---
// xml: a wrong comment
$n:=DOM Append XML child node(DOM Create XML Ref("r"); XML comment; "a--b")  //! "--" cannot stand in a comment
//---
// xml: a wrong fragment
$n:=DOM Append XML child node(DOM Create XML Ref("r"); XML element; "<a><b></a>")  //! mismatched tag
//---
// xml: a fragment cannot leave its element
$n:=DOM Append XML child node(DOM Create XML Ref("r"); XML element; "</x><x>")  //! DOM Append XML child node
//---
// xml: a document type cannot smuggle
$n:=DOM Append XML child node(DOM Create XML Ref("r"); XML DOCTYPE; "r><evil/><!DOCTYPE r")  //! DOM Append XML child node
//---
// xml: identifiers of a document type
$r:=DOM Parse XML variable("<?xml version='1.0' encoding='ISO-8859-1'?><!DOCTYPE html PUBLIC '-//W3C//DTD' \"h.dtd\"><html/>")
ASSERT(DOM Get XML information($r; PUBLIC ID)="-//W3C//DTD")
ASSERT(DOM Get XML information($r; SYSTEM ID)="h.dtd")
ASSERT(DOM Get XML information($r; Encoding)="ISO-8859-1")
ASSERT(DOM Get XML information($r; DOCTYPE Name)="html")
ASSERT(DOM Get XML information(DOM Create XML Ref("x"); PUBLIC ID)="")
$x:=DOM Get XML information($r; 9)  //! xmlInfo: wanted 1 to 6, got 9
//---
// xml: copies of elements, before a child and at the end
var $text : Text
$from:=DOM Parse XML variable("<BookCatalog><Book><T>1</T></Book><Book><T>2</T></Book></BookCatalog>")
$to:=DOM Create XML Ref("BookCatalog")
$b:=DOM Append XML element($to; DOM Find XML element($from; "/BookCatalog/Book[1]"))
$b:=DOM Insert XML element($to; DOM Find XML element($from; "/BookCatalog/Book[2]"); 1)
XML SET OPTIONS($to; XML indentation; XML no indentation)
DOM EXPORT TO VAR($to; $text)
ASSERT(Position("<BookCatalog><Book><T>2</T></Book><Book><T>1</T></Book></BookCatalog>"; $text)>0)
$c:=DOM Insert XML element($to; DOM Create XML Ref("last"); 99)
ASSERT(DOM Get first child XML element($to)=$c)
DOM SET XML ELEMENT VALUE(DOM Find XML element($to; "Book[1]/T"); "changed")
DOM GET XML ELEMENT VALUE(DOM Find XML element($from; "Book[2]/T"); $text)
ASSERT($text="2")
//---
// xml: removed with all that is in it
$r:=DOM Parse XML variable("<r><a><b/></a><c/></r>")
$b:=DOM Find XML element($r; "a/b")
DOM REMOVE XML ELEMENT(DOM Find XML element($r; "a"))
ASSERT(OK=1)
ASSERT(DOM Count XML elements($r; "a")=0)
DOM GET XML ELEMENT NAME($b; $name)  //! no XML node goes by
//---
// xml: the root stays
DOM REMOVE XML ELEMENT(DOM Create XML Ref("r"))  //! the root cannot be removed
//---
// xml: an element of its own
var $text : Text
$r:=DOM Parse XML variable("<r><a>1</a></r>")
DOM EXPORT TO VAR(DOM Get first child XML element($r); $text)
ASSERT(Position("<a>1</a>"; $text)>0)
ASSERT(Position("<r>"; $text)=0)
//---
// xml: what cannot be read, and where
Try
	$r:=DOM Parse XML variable("<a>\n  <b></a>")
Catch
	ASSERT(OK=0)
	ASSERT(Last errors[0].componentSignature="xml ")
End try
XML GET ERROR(""; $text; $row; $column)
ASSERT(($text="mismatched tag") & ($row=2) & ($column>=6))
$r:=DOM Parse XML variable("<a/>")
XML GET ERROR($r; $text; $row)
ASSERT(($text="") & ($row=0))
//---
// xml: many things that are no XML
$wrong:=0
For each ($xml; [""; " "; "a"; "<a>"; "<a/><b/>"; "<a b=c/>"; "<a>&nope;</a>"; "<a b='1' b='2'/>"; "<?xml version='1.0'?>"; \
	" <?xml version='1.0'?><a/>"; "<a>"+Char(1)+"</a>"; "<a>"+Char(0xD800)+"</a>"; "<1/>"; "<a><![CDATA[</a>"; "<a>&#0;</a>"; \
	"<!DOCTYPE a [<!ENTITY x '&x;'>]><a>&x;</a>"; "<!DOCTYPE a SYSTEM 'http://example.invalid/a.dtd'><a>&x;</a>"])
	$r:=Try(DOM Parse XML variable($xml))
	$wrong:=$wrong+Num(OK=0)
End for each
ASSERT($wrong=17)
//---
// xml: entities of the text itself
var $text : Text
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ENTITY n 'Re<b/>place'>]><a c='&lt;'>by &n;&amp;&#65;</a>")
DOM GET XML ELEMENT VALUE($r; $text)
ASSERT($text="by Replace&A")
ASSERT(DOM Count XML elements($r; "b")=1)
//---
// xml: no billion laughs
$xml:="<!DOCTYPE a [<!ENTITY l0 'lol'>"
For ($i; 1; 12)
	$xml:=$xml+"<!ENTITY l"+String($i)+" '"+(("&l"+String($i-1)+";")*10)+"'>"
End for
$r:=DOM Parse XML variable($xml+"]><a>&l12;</a>")  //! DOM Parse XML variable: limit on input amplification
//---
// xml: no external entity
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]><a>&x;</a>")  //! the external entity x is not allowed
//---
// xml: no external entity by a parameter either
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ENTITY % x SYSTEM '/etc/passwd'>%x;]><a/>")  //! the external entity x is not allowed
//---
// xml: not without end in depth
$r:=DOM Parse XML variable(("<a>"*2000)+("</a>"*2000))  //! elements are nested deeper than 1000
//---
// xml: deep all the same
var $text : Text
$r:=DOM Parse XML variable(("<a>"*900)+"x"+("</a>"*900))
$all:=DOM Find XML element($r; "//a[not(a)]")
DOM GET XML ELEMENT VALUE($all; $text)
ASSERT($text="x")
DOM EXPORT TO VAR($r; $text)
$copy:=DOM Append XML element(DOM Create XML Ref("r"); $r)
ASSERT(OK=1)
//---
// xml: character sets
var $blob : Blob
For each ($encoding; ["UTF-8"; "UTF-16"; "ISO-8859-1"; "windows-1252"; "US-ASCII"])
	$r:=DOM Create XML Ref("r")
	DOM SET XML DECLARATION($r; $encoding; True)
	DOM SET XML ELEMENT VALUE($r; "é€")
	SET BLOB SIZE($blob; 0)
	DOM EXPORT TO VAR($r; $blob)
	$again:=DOM Parse XML variable($blob)
	ASSERT(DOM Get XML information($again; Encoding)=$encoding)
	DOM GET XML ELEMENT VALUE($again; $value)
	ASSERT($value="é€")
End for each
DOM SET XML DECLARATION($r; "no such set")
ASSERT(DOM Get XML information($r; Encoding)="UTF-8")
//---
// xml: marks and line ends
var $blob : Blob
$r:=DOM Parse XML variable("<r><a/></r>")
DOM EXPORT TO VAR($r; $blob)
ASSERT($blob{0}=0x3C)
XML SET OPTIONS($r; XML BOM; XML enabled; XML line ending; XML CRLF)
DOM EXPORT TO VAR($r; $blob)
ASSERT(($blob{0}=0xEF) & ($blob{1}=0xBB) & ($blob{2}=0xBF))
DOM EXPORT TO VAR($r; $text)
ASSERT(Position("<r>\r\n  <a/>\r\n</r>"; $text)>0)
$again:=DOM Parse XML variable($blob)
ASSERT(OK=1)
//---
// xml: files
//% sandbox
var $root; $ref; $value : Text
$root:=DOM Create XML Ref("Root")
$ref:=DOM Create XML element($root; "Elem1")
DOM SET XML ELEMENT VALUE($ref; "Hello")
DOM EXPORT TO FILE($root; "mydoc.xml")
ASSERT(OK=1)
DOM CLOSE XML($root)
$root:=DOM Parse XML source("mydoc.xml")
ASSERT(OK=1)
DOM GET XML ELEMENT VALUE(DOM Find XML element($root; "/Root/Elem1"); $value)
ASSERT($value="Hello")
ASSERT(DOM Parse XML source("")="0000000000000000")
ASSERT(OK=0)
DOM EXPORT TO FILE($root; "")
ASSERT(OK=0)
$root:=DOM Parse XML source("missing.xml")  //! DOM Parse XML source: .*/missing.xml: there is no such file \(error -43\)
//---
// xml: no address is read
//% sandbox
$r:=DOM Parse XML source("http://www.example.com/a.xml")  //! only files are read
//---
// xml: reading and writing need their permissions
$r:=DOM Parse XML source("/etc/passwd")  //! needs the permission 'read'
//---
// xml: writing needs a permission
DOM EXPORT TO FILE(DOM Create XML Ref("r"); "/tmp/x.xml")  //! needs the permission 'write'
//---
// xml: external entities where a script wants them, by its own permissions
//% sandbox
TEXT TO DOCUMENT("part.xml"; "<b>in a file</b>")
XML SET OPTIONS(""; XML external entity resolution; XML enabled)
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ENTITY x SYSTEM 'part.xml'>]><a>&x;</a>")
DOM GET XML ELEMENT VALUE(DOM Get first child XML element($r); $value)
ASSERT($value="in a file")
TEXT TO DOCUMENT("self.xml"; "<b>&x;</b>")
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ENTITY x SYSTEM 'self.xml'>]><a>&x;</a>")  //! DOM Parse XML variable
//---
// xml: external entities without permission
XML SET OPTIONS(""; XML external entity resolution; XML enabled)
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]><a>&x;</a>")  //! needs the permission 'read'
//---
// xml: external entities from the network
//% sandbox
XML SET OPTIONS(""; XML external entity resolution; XML enabled)
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1/x'>]><a>&x;</a>")  //! only files are read
//---
// xml: valid by the DTD in the text
$dtd:="<!DOCTYPE a [<!ELEMENT a (b*)><!ELEMENT b (#PCDATA)>]>"
$r:=DOM Parse XML variable($dtd+"<a><b>x</b></a>"; True)
ASSERT(OK=1)
$r:=DOM Parse XML variable($dtd+"<a><c/></a>")
ASSERT(OK=1)
$r:=DOM Parse XML variable($dtd+"<a><c/></a>"; True)  //! DOM Parse XML variable: (No declaration for element c|Element a content)
//---
// xml: valid by a DTD that is given as text
$dtd:="<?xml version=\"1.0\"?><!ELEMENT a (b)><!ELEMENT b EMPTY>"
$r:=DOM Parse XML variable("<!DOCTYPE a [<!ELEMENT a ANY>]><a><b/></a>"; True; $dtd)
ASSERT(OK=1)
$r:=DOM Parse XML variable("<a><b/><b/></a>"; True; $dtd)  //! DOM Parse XML variable
//---
// xml: valid by a file
//% sandbox
TEXT TO DOCUMENT("a.dtd"; "<!ELEMENT a (b)><!ELEMENT b EMPTY>")
$r:=DOM Parse XML variable("<a><b/></a>"; True; "a.dtd")
ASSERT(OK=1)
$xsd:="<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:include schemaLocation=\"more.xsd\"/>"
TEXT TO DOCUMENT("a.xsd"; $xsd+"<xs:element name=\"a\" type=\"number\"/></xs:schema>")
$xsd:="<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:simpleType name=\"number\">"
TEXT TO DOCUMENT("more.xsd"; $xsd+"<xs:restriction base=\"xs:integer\"/></xs:simpleType></xs:schema>")
$r:=DOM Parse XML variable("<a>5</a>"; True; "a.xsd")
ASSERT(OK=1)
$xsi:="xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"a.xsd\""
$r:=DOM Parse XML variable("<a "+$xsi+">5</a>"; True)
ASSERT(OK=1)
$r:=DOM Parse XML variable("<!DOCTYPE a SYSTEM \"a.dtd\"><a><b/></a>"; True)
ASSERT(OK=1)
$r:=Try(DOM Parse XML variable("<a "+$xsi+">x</a>"; True))
ASSERT(OK=0)
$r:=Try(DOM Parse XML variable("<!DOCTYPE a SYSTEM \"a.dtd\"><a/>"; True))
ASSERT(OK=0)
$r:=DOM Parse XML variable("<a>x</a>"; True; "a.xsd")  //! 'x' is not a valid value
//---
// xml: paths in a document are relative to it, others to the project
//% sandbox
CREATE FOLDER("sub/"; *)
TEXT TO DOCUMENT("sub/own.dtd"; "<!ELEMENT a EMPTY>")
TEXT TO DOCUMENT("other.dtd"; "<!ELEMENT a (b)>")
TEXT TO DOCUMENT("sub/a.xml"; "<!DOCTYPE a SYSTEM 'own.dtd'><a/>")
$r:=DOM Parse XML source("sub/a.xml"; True)
ASSERT(OK=1)
$r:=DOM Parse XML source("sub/a.xml"; True; "other.dtd")  //! DOM Parse XML source: Element a content
//---
// xml: nothing to validate by
$r:=DOM Parse XML variable("<a/>"; True)  //! there is no DTD and no schema to validate it by
//---
// xml: a DTD needs the permission to read it
$r:=DOM Parse XML variable("<a/>"; True; "/tmp/a.dtd")  //! needs the permission 'read'
//---
// xml: a DTD has no entities of other files
$dtd:="<?xml version=\"1.0\"?><!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;<!ELEMENT a EMPTY>"
$r:=DOM Parse XML variable("<a/>"; True; $dtd)  //! Entity 'x' not defined
//---
// xml: but where the script wants them, with permission
XML SET OPTIONS(""; XML external entity resolution; XML enabled)
$dtd:="<?xml version=\"1.0\"?><!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;<!ELEMENT a EMPTY>"
$r:=DOM Parse XML variable("<a/>"; True; $dtd)  //! needs the permission 'read'
//---
// xml: entities of a DTD are not in the network
//% sandbox
XML SET OPTIONS(""; XML external entity resolution; XML enabled)
$dtd:="<?xml version=\"1.0\"?><!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\">%x;<!ELEMENT a EMPTY>"
$r:=DOM Parse XML variable("<a/>"; True; $dtd)  //! only files are read
//---
// xml: no reference is used twice, and not too many trees are open
$first:=DOM Create XML Ref("r")
DOM CLOSE XML($first)
ASSERT(DOM Create XML Ref("r")#$first)
For ($i; 1; 1000)
	$r:=DOM Create XML Ref("r")  //! 1000 XML trees are open
End for
//---
// xml: a DTD in parts
//% sandbox
TEXT TO DOCUMENT("a.dtd"; "<!ENTITY % more SYSTEM 'b.dtd'>%more;<!ELEMENT a (b)>")
TEXT TO DOCUMENT("b.dtd"; "<!ELEMENT b EMPTY>")
XML SET OPTIONS(""; XML external entity resolution; XML enabled)
$r:=DOM Parse XML variable("<a><b/></a>"; True; "a.dtd")
ASSERT(OK=1)
$r:=DOM Parse XML variable("<a><b>x</b></a>"; True; "a.dtd")  //! Element b was declared EMPTY
