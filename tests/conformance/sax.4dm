// sax: a document, element by element
//% sandbox
$doc:=Create document("a.xml")
SAX SET XML DECLARATION($doc; "UTF-8"; True)
SAX ADD XML DOCTYPE($doc; "Books SYSTEM \"Book.DTD\"")
SAX ADD XML COMMENT($doc; "Created by 4D")
SAX ADD PROCESSING INSTRUCTION($doc; "xml-stylesheet type=\"text/xsl\" href=\"style.xsl\"")
SAX OPEN XML ELEMENT($doc; "Books"; "count"; 2)
SAX OPEN XML ELEMENT($doc; "Book"; "Font"; "Arial"; "Style"; "\"Bold\"")
SAX ADD XML ELEMENT VALUE($doc; "a < b & c")
ASSERT(OK=1)
SAX CLOSE XML ELEMENT($doc)
SAX OPEN XML ELEMENT($doc; "Book")
SAX ADD XML CDATA($doc; "if (a < b)")
CLOSE DOCUMENT($doc)
$text:=Document to text("a.xml")
$expected:="<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>\n<!DOCTYPE Books SYSTEM \"Book.DTD\">\n"
$expected:=$expected+"<!--Created by 4D-->\n<?xml-stylesheet type=\"text/xsl\" href=\"style.xsl\"?>\n<Books count=\"2\">\n"
$expected:=$expected+"  <Book Font=\"Arial\" Style=\"&quot;Bold&quot;\">a &lt; b &amp; c</Book>\n"
$expected:=$expected+"  <Book><![CDATA[if (a < b)]]></Book>\n</Books>\n"
ASSERT($text=$expected)
$r:=DOM Parse XML source("a.xml")
ASSERT(DOM Count XML elements($r; "Book")=2)
//---
// sax: a declaration comes by itself
//% sandbox
$doc:=Create document("a.xml")
XML SET OPTIONS($doc; XML indentation; XML no indentation)
SAX OPEN XML ELEMENT($doc; "a")
SAX OPEN XML ELEMENT($doc; "b")
CLOSE DOCUMENT($doc)
ASSERT(Document to text("a.xml")="<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?><a><b></b></a>")
//---
// sax: options of a document
//% sandbox
var $blob : Blob
SET BLOB SIZE($blob; 3; 65)
$doc:=Create document("a.xml")
XML SET OPTIONS($doc; XML indentation; XML no indentation; XML date encoding; XML UTC)
XML GET OPTIONS($doc; XML date encoding; $form)
ASSERT($form=XML UTC)
SAX OPEN XML ELEMENT($doc; "a"; "d"; !2003-01-01!)
SAX ADD XML ELEMENT VALUE($doc; $blob)
XML SET OPTIONS($doc; XML string encoding; XML raw data)
SAX ADD XML ELEMENT VALUE($doc; "<b/>")
SAX ADD XML ELEMENT VALUE($doc; "<b/>"; *)
SAX ADD XML ELEMENT VALUE($doc; {}.nothing)
CLOSE DOCUMENT($doc)
$text:=Document to text("a.xml")
ASSERT(Substring($text; Position("<a"; $text))="<a d=\"2003-01-01Z\">QUFB<b/>&lt;b/&gt;</a>")
//---
// sax: other character sets and line ends
//% sandbox
$doc:=Create document("a.xml")
XML SET OPTIONS($doc; XML line ending; XML CRLF)
SAX SET XML DECLARATION($doc; "UTF-16"; False)
SAX OPEN XML ELEMENT($doc; "a")
SAX ADD XML ELEMENT VALUE($doc; "é")
CLOSE DOCUMENT($doc)
var $blob : Blob
DOCUMENT TO BLOB("a.xml"; $blob)
ASSERT(($blob{0}=0xFF) & ($blob{1}=0xFE))
$text:=Convert to text($blob; "UTF-16")
ASSERT(Position(" ?>\r\n<a>é</a>\r\n"; $text)>0)
$r:=DOM Parse XML source("a.xml")
DOM GET XML ELEMENT VALUE($r; $value)
ASSERT($value="é")
$doc:=Open document("a.xml"; Read Mode)
Repeat
	$event:=SAX Get XML node($doc)
	If ($event=XML DATA)
		SAX GET XML ELEMENT VALUE($doc; $value)
	End if
Until ($event=XML end Document)
CLOSE DOCUMENT($doc)
ASSERT($value="é")
//---
// sax: attributes from arrays, and one by one
//% sandbox
ARRAY TEXT($names; 2)
ARRAY REAL($values; 2)
$names{1}:="one"
$names{2}:="two"
$values{1}:=1.5
$values{2}:=2
$doc:=Create document("a.xml")
SAX OPEN XML ELEMENT ARRAYS($doc; "Book"; $names; $values; "last"; "x")
CLOSE DOCUMENT($doc)
ASSERT(Position("<Book one=\"1.5\" two=\"2\" last=\"x\"></Book>"; Document to text("a.xml"))>0)
//---
// sax: added to what is there
//% sandbox
TEXT TO DOCUMENT("a.xml"; "<?xml version=\"1.0\"?>")
$doc:=Append document("a.xml")
SAX OPEN XML ELEMENT($doc; "a")
SAX CLOSE XML ELEMENT($doc)
CLOSE DOCUMENT($doc)
ASSERT(Document to text("a.xml")="<?xml version=\"1.0\"?>\n<a></a>\n")
//---
// sax: a value needs an element
//% sandbox
SAX ADD XML ELEMENT VALUE(Create document("a.xml"); "x")  //! SAX ADD XML ELEMENT VALUE: document: no element is open
//---
// sax: CDATA needs an element
//% sandbox
SAX ADD XML CDATA(Create document("a.xml"); "x")  //! SAX ADD XML CDATA: document: no element is open
//---
// sax: nothing to close
//% sandbox
SAX CLOSE XML ELEMENT(Create document("a.xml"))  //! no element is open
//---
// sax: one root
//% sandbox
$doc:=Create document("a.xml")
SAX OPEN XML ELEMENT($doc; "a")
SAX CLOSE XML ELEMENT($doc)
SAX OPEN XML ELEMENT($doc; "b")  //! its root element is closed
//---
// sax: a declaration that comes late
//% sandbox
$doc:=Create document("a.xml")
SAX OPEN XML ELEMENT($doc; "a")
SAX SET XML DECLARATION($doc; "UTF-8")  //! its declaration comes before anything else
//---
// sax: no name
//% sandbox
SAX OPEN XML ELEMENT(Create document("a.xml"); "a b")  //! SAX OPEN XML ELEMENT: "a b" is no name of an element
//---
// sax: a comment cannot end early
//% sandbox
$doc:=Create document("a.xml")
SAX ADD XML COMMENT($doc; "--><evil/><!--")  //! "--" cannot stand in a comment
//---
// sax: an instruction cannot end early
//% sandbox
$doc:=Create document("a.xml")
SAX ADD PROCESSING INSTRUCTION($doc; "a ?><evil/>")  //! cannot stand in a processing instruction
//---
// sax: the document must be open for writing
//% sandbox
TEXT TO DOCUMENT("a.xml"; "")
$doc:=Open document("a.xml"; Read Mode)
Try
	SAX OPEN XML ELEMENT($doc; "a")
Catch
	ASSERT(OK=0)
	ASSERT(Last errors[0].errCode=-61)
End try
//---
// sax: no document is open
SAX OPEN XML ELEMENT(?00:00:09?; "a")  //! SAX OPEN XML ELEMENT: docRef: no document is open by the number 9
//---
// sax: every event
//% sandbox
$xml:="<?xml version=\"1.0\" encoding=\"ISO-8859-1\" standalone=\"yes\"?><!--c--><?PI TextProcess?>"
$xml:=$xml+"<!DOCTYPE body [<!ENTITY name \"Replacement\"><!--no--><?no no?>]>"
$xml:=$xml+"<s:body Att1=\"111\" Att2=\"222\">by &name;!<c><![CDATA[MyCData]]></c></s:body>"
TEXT TO DOCUMENT("a.xml"; $xml; "ISO-8859-1")
$doc:=Open document("a.xml"; "xml"; Read Mode)
$events:=[]
var $bytes : Blob
Repeat
	$event:=SAX Get XML node($doc)
	ASSERT(OK=1)
	$events.push($event)
	Case of
		: ($event=XML start Document)
			SAX GET XML DOCUMENT VALUES($doc; $encoding; $version; $standalone)
			ASSERT(($encoding="ISO-8859-1") & ($version="1.0") & ($standalone=True))
		: ($event=XML comment)
			SAX GET XML COMMENT($doc; $text)
			ASSERT($text="c")
		: ($event=XML processing Instruction)
			SAX GET XML PROCESSING INSTRUCTION($doc; $name; $value)
			ASSERT(($name="PI") & ($value="TextProcess"))
		: ($event=XML start Element)
			SAX GET XML ELEMENT($doc; $name; $prefix; $names; $values)
			If ($name="body")
				ASSERT($prefix="s")
				ASSERT((Size of array($names)=2) & ($names{2}="Att2") & ($values{2}="222"))
			Else
				ASSERT(($name="c") & ($prefix="") & (Size of array($names)=0))
			End if
		: ($event=XML entity)
			SAX GET XML ENTITY($doc; $name; $value)
			ASSERT(($name="name") & ($value="Replacement"))
		: ($event=XML DATA)
			SAX GET XML ELEMENT VALUE($doc; $text)
			ASSERT(($text="by ") | ($text="!"))
		: ($event=XML CDATA)
			SAX GET XML CDATA($doc; $text)
			ASSERT($text="MyCData")
			SAX GET XML CDATA($doc; $bytes)
			ASSERT(BLOB to text($bytes; UTF8 text without length)="MyCData")
		: ($event=XML end Element)
			SAX GET XML ELEMENT($doc; $name; $prefix; $names; $values)
	End case
Until ($event=XML end Document)
ASSERT($name="body")
ASSERT(SAX Get XML node($doc)=XML end Document)
CLOSE DOCUMENT($doc)
ASSERT(JSON Stringify($events)="[1,2,3,4,6,8,6,4,7,5,5,9]")
//---
// sax: a blob is read from base64
//% sandbox
TEXT TO DOCUMENT("a.xml"; "<a>QUFB</a>")
var $blob : Blob
$doc:=Open document("a.xml"; Read Mode)
Repeat
Until (SAX Get XML node($doc)=XML DATA)
SAX GET XML ELEMENT VALUE($doc; $blob)
ASSERT((BLOB size($blob)=3) & ($blob{2}=65))
//---
// sax: a text is one event, however long
//% sandbox
TEXT TO DOCUMENT("a.xml"; "<a>"+("0123456789é"*20000)+"</a>")
$doc:=Open document("a.xml"; Read Mode)
$events:=[]
Repeat
	$events.push(SAX Get XML node($doc))
	If ($events[$events.length-1]=XML DATA)
		SAX GET XML ELEMENT VALUE($doc; $value)
	End if
Until ($events[$events.length-1]=XML end Document)
ASSERT(JSON Stringify($events)="[1,4,6,5,9]")
ASSERT(Length($value)=220000)
//---
// sax: what is no XML
//% sandbox
TEXT TO DOCUMENT("a.xml"; "<a>\n</b>")
$doc:=Open document("a.xml"; Read Mode)
$event:=SAX Get XML node($doc)  //! SAX Get XML node: mismatched tag \(row 2, column 3\) \(error -9911\)
//---
// sax: an empty document
//% sandbox
$doc:=Create document("a.xml")
$event:=SAX Get XML node($doc)  //! SAX Get XML node: no element found
//---
// sax: no external entities
//% sandbox
TEXT TO DOCUMENT("a.xml"; "<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]><a>&x;</a>")
$doc:=Open document("a.xml"; Read Mode)
$event:=SAX Get XML node($doc)  //! the external entity x is not allowed
//---
// sax: no billion laughs, in texts nor in attributes
//% sandbox
$xml:="<!DOCTYPE a [<!ENTITY l0 'lol'>"
For ($i; 1; 12)
	$xml:=$xml+"<!ENTITY l"+String($i)+" '"+(("&l"+String($i-1)+";")*10)+"'>"
End for
TEXT TO DOCUMENT("a.xml"; $xml+"]><a>&l12;</a>")
$doc:=Open document("a.xml"; Read Mode)
Repeat
	$event:=SAX Get XML node($doc)
Until ($event=XML end Document)
CLOSE DOCUMENT($doc)
TEXT TO DOCUMENT("a.xml"; $xml+"]><a b='&l12;'/>")
$doc:=Open document("a.xml"; Read Mode)
Repeat
	$event:=SAX Get XML node($doc)  //! limit on input amplification
Until ($event=XML end Document)
//---
// sax: not without end in depth
//% sandbox
TEXT TO DOCUMENT("a.xml"; ("<a>"*3000)+("</a>"*3000))
$doc:=Open document("a.xml"; Read Mode)
$event:=SAX Get XML node($doc)  //! elements are nested deeper than 1000
//---
// sax: what was not asked for
//% sandbox
TEXT TO DOCUMENT("a.xml"; "<a/>")
$doc:=Open document("a.xml"; Read Mode)
$event:=SAX Get XML node($doc)
SAX GET XML CDATA($doc; $value)  //! SAX GET XML CDATA: document: wanted a node of kind 7, got one of kind 1
//---
// sax: nothing was read
//% sandbox
SAX GET XML COMMENT(Create document("a.xml"); $value)  //! SAX GET XML COMMENT: document: nothing was read yet
