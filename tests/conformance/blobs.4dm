// blobs: size
var $b : Blob
ASSERT(BLOB size($b)=0)
SET BLOB SIZE($b; 4; 0xFF)
ASSERT(BLOB size($b)=4)
ASSERT($b{3}=255)
SET BLOB SIZE($b; 6)
ASSERT(($b{3}=255) & ($b{5}=0))
SET BLOB SIZE($b; 2)
ASSERT(BLOB size($b)=2)
SET BLOB SIZE(vxBlob; 100)
ASSERT(BLOB size(vxBlob)=100)
//---
// blobs: no memory
var $b : Blob
SET BLOB SIZE($b; 2000000000)  //! there is no memory for a blob of 2000000000 bytes .error -108
//---
// blobs: a size below nothing
var $b : Blob
SET BLOB SIZE($b; -1)  //! SET BLOB SIZE: size: wanted 0 or more, got -1
//---
// blobs: the size of a text
$n:=BLOB size("x")  //! BLOB size: blob: wanted Blob
//---
// blobs: insert and delete
var $b : Blob
TEXT TO BLOB("abcd"; $b; UTF8 text without length)
INSERT IN BLOB($b; 2; 3; 256+120)
ASSERT(BLOB to text($b; UTF8 text without length)="abxxxcd")
DELETE FROM BLOB($b; 1; 4)
ASSERT(BLOB to text($b; UTF8 text without length)="acd")
DELETE FROM BLOB($b; 2; 100)
ASSERT(BLOB size($b)=2)
INSERT IN BLOB($b; 2; 1)
ASSERT($b{2}=0)
//---
// blobs: insert outside
var $b : Blob
INSERT IN BLOB($b; 1; 1)  //! INSERT IN BLOB: offset: .*error -111
//---
// blobs: copy bytes
var $a; $b : Blob
TEXT TO BLOB("0123456789"; $a; UTF8 text without length)
COPY BLOB($a; $b; 2; 3; 4)
ASSERT(BLOB size($b)=7)
ASSERT(($b{0}=0) & ($b{3}=50) & ($b{6}=53))
COPY BLOB($a; $b; 0; 0; 1)
ASSERT(($b{0}=48) & (BLOB size($b)=7))
COPY BLOB($a; $b; 8; 0; 3)  //! COPY BLOB: srcOffset: 3 bytes at 8 are not in a blob of 10 bytes
//---
// blobs: assigned ones are copies
var $a; $b : Blob
SET BLOB SIZE($a; 2; 7)
$b:=$a
SET BLOB SIZE($a; 0)
ASSERT(BLOB size($b)=2)
//---
// blobs: texts, as the reference shows them
var $b : Blob
$cafe:="Café"
TEXT TO BLOB($cafe; $b; Mac C string)
ASSERT((BLOB size($b)=5) & ($b{3}=0x008E) & ($b{4}=0))
TEXT TO BLOB($cafe; $b; Mac Pascal string)
ASSERT((BLOB size($b)=5) & ($b{0}=4) & ($b{4}=0x008E))
TEXT TO BLOB($cafe; $b; Mac text with length)
ASSERT((BLOB size($b)=6) & ($b{0}=0) & ($b{1}=4))
TEXT TO BLOB($cafe; $b; Mac text without length)
ASSERT(BLOB size($b)=4)
TEXT TO BLOB($cafe; $b; UTF8 C string)
ASSERT((BLOB size($b)=6) & ($b{3}=0x00C3) & ($b{4}=0x00A9) & ($b{5}=0))
TEXT TO BLOB($cafe; $b; UTF8 text with length)
ASSERT((BLOB size($b)=9) & ($b{3}=5))
TEXT TO BLOB($cafe; $b; UTF8 text without length)
ASSERT(BLOB size($b)=5)
TEXT TO BLOB($cafe; $b)
ASSERT(BLOB size($b)=5)
TEXT TO BLOB(""; $b; UTF8 text with length)
ASSERT(BLOB size($b)=4)
//---
// blobs: texts there and back
var $b : Blob
For ($format; Mac C string; UTF8 text without length)
	TEXT TO BLOB("Café"; $b; $format)
	ASSERT(BLOB to text($b; $format)="Café")
	$offset:=0
	ASSERT(BLOB to text($b; $format; $offset)="Café")
	ASSERT($offset=BLOB size($b))
End for
//---
// blobs: texts one after the other
var $b : Blob
TEXT TO BLOB("é"; $b; UTF8 C string; *)
TEXT TO BLOB("two"; $b; UTF8 text with length; *)
TEXT TO BLOB("€uro"; $b; UTF8 text without length; *)
$at:=0
ASSERT(BLOB to text($b; UTF8 C string; $at)="é")
ASSERT($at=3)
ASSERT(BLOB to text($b; UTF8 text with length; $at)="two")
ASSERT($at=10)
ASSERT(BLOB to text($b; UTF8 text without length; $at; 2)="€u")
ASSERT($at=14)
ASSERT(BLOB to text($b; UTF8 text without length; $at; 99)="ro")
ASSERT($at=BLOB size($b))
//---
// blobs: a text at an offset
var $b : Blob
$at:=3
TEXT TO BLOB("ab"; $b; UTF8 text without length; $at)
ASSERT($at=5)
ASSERT((BLOB size($b)=5) & ($b{0}=0) & ($b{3}=97))
//---
// blobs: a format that is none
var $b : Blob
TEXT TO BLOB("a"; $b; 7)  //! TEXT TO BLOB: textFormat: wanted 0 to 6, got 7
//---
// blobs: whole numbers, as the reference shows them
SET BLOB SIZE(vxBlob; 100)
vlOffset:=50
INTEGER TO BLOB(518; vxBlob; Macintosh byte ordering; vlOffset)
ASSERT(BLOB size(vxBlob)=100)
ASSERT((vxBlob{50}=2) & (vxBlob{51}=6))
ASSERT(vlOffset=52)
var $b : Blob
LONGINT TO BLOB(0x01020304; $b; Macintosh byte ordering)
ASSERT((BLOB size($b)=4) & ($b{0}=1) & ($b{1}=2) & ($b{2}=3) & ($b{3}=4))
LONGINT TO BLOB(0x01020304; $b; PC byte ordering)
ASSERT((BLOB size($b)=4) & ($b{0}=4) & ($b{3}=1))
SET BLOB SIZE($b; 100)
LONGINT TO BLOB(0x01020304; $b; PC byte ordering; *)
ASSERT((BLOB size($b)=104) & ($b{100}=4) & ($b{103}=1))
INTEGER TO BLOB(1; $b; *)
ASSERT(BLOB size($b)=106)
INTEGER TO BLOB(1; $b)
ASSERT((BLOB size($b)=2) & ($b{0}=1))
//---
// blobs: whole numbers there and back
var $b : Blob
For each ($n; [0; 1; -1; 32767; -32768])
	For ($order; 0; 2)
		INTEGER TO BLOB($n; $b; $order)
		ASSERT(BLOB to integer($b; $order)=$n)
		LONGINT TO BLOB($n*65536; $b; $order)
		ASSERT(BLOB to longint($b; $order)=($n*65536))
	End for
End for each
SET BLOB SIZE($b; 0)
For ($i; 1; 5)
	LONGINT TO BLOB($i; $b; PC byte ordering; *)
End for
$at:=0
For ($i; 1; 5)
	ASSERT(BLOB to longint($b; PC byte ordering; $at)=$i)
End for
ASSERT($at=20)
$n:=BLOB to longint($b; PC byte ordering; $at)  //! BLOB to longint: offset: 4 bytes at 20 .*error -111
//---
// blobs: reals
var $b : Blob
REAL TO BLOB(1; $b; Extended real format)
ASSERT((BLOB size($b)=10) & ($b{0}=0x003F) & ($b{1}=0x00FF) & ($b{2}=0x0080) & ($b{3}=0))
REAL TO BLOB(1; $b; Native real format)
ASSERT(BLOB size($b)=8)
REAL TO BLOB(1; $b; Macintosh double real format)
ASSERT((BLOB size($b)=8) & ($b{0}=0x003F) & ($b{7}=0))
REAL TO BLOB(1; $b; PC double real format)
ASSERT(($b{7}=0x003F) & ($b{0}=0))
For each ($r; [0; -2.5; 3.14159; 1e300; -1e-300])
	For ($format; 0; 3)
		REAL TO BLOB($r; $b; $format)
		ASSERT(BLOB to real($b; $format)=$r)
	End for
End for each
SET BLOB SIZE($b; 100)
$at:=50
REAL TO BLOB(2.5; $b; PC double real format; $at)
ASSERT((BLOB size($b)=100) & ($at=58))
$at:=50
ASSERT(BLOB to real($b; PC double real format; $at)=2.5)
ASSERT($at=58)
//---
// blobs: character sets
var $b : Blob
CONVERT FROM TEXT("é€"; "UTF-8"; $b)
ASSERT(OK=1)
ASSERT((BLOB size($b)=5) & ($b{0}=0x00C3))
ASSERT(Convert to text($b; "utf-8")="é€")
CONVERT FROM TEXT("é"; "ISO-8859-1"; $b)
ASSERT((BLOB size($b)=1) & ($b{0}=0x00E9))
ASSERT(Convert to text($b; 4)="é")
ASSERT(Convert to text($b; "latin1")="é")
CONVERT FROM TEXT("é€"; "x-mac-roman"; $b)
ASSERT(($b{0}=0x008E) & (BLOB size($b)=2))
ASSERT(Convert to text($b; 2027)="é€")
CONVERT FROM TEXT("€"; "US-ASCII"; $b)
ASSERT((BLOB size($b)=1) & ($b{0}=63))
CONVERT FROM TEXT("a"; 1014; $b)
ASSERT((BLOB size($b)=2) & ($b{0}=97))
CONVERT FROM TEXT("a"; "UTF-16BE"; $b)
ASSERT((BLOB size($b)=2) & ($b{1}=97))
For each ($name; ["UTF-7"; "UTF-8"; "UTF-16"; "UTF-32"; "UTF-32LE"; "windows-1252"; "IBM437"])
	CONVERT FROM TEXT("Zoë"; $name; $b)
	ASSERT(OK=1)
	ASSERT(Convert to text($b; $name)="Zoë")
End for each
For each ($name; ["Shift_JIS"; "ISO-2022-JP"; "windows-31j"])
	CONVERT FROM TEXT("日本"; $name; $b)
	ASSERT(Convert to text($b; $name)="日本")
End for each
//---
// blobs: a byte order mark counts more than the name
var $b : Blob
CONVERT FROM TEXT(Char(0xFEFF)+"aé"; "UTF-16BE"; $b)
ASSERT(Convert to text($b; "UTF-8")="aé")
ASSERT(Length(Convert to text($b; "UTF-8"))=2)
//---
// blobs: a character set that is none
var $b : Blob
SET BLOB SIZE($b; 2)
CONVERT FROM TEXT("a"; "no-such-set"; $b)
ASSERT(OK=0)
ASSERT(BLOB size($b)=0)
ASSERT(Convert to text($b; "rot13")="")
ASSERT(OK=0)
//---
// blobs: Base64
var $text; $out : Text
var $b; $back : Blob
$text:="Zoë?>"
BASE64 ENCODE($text; $out)
ASSERT($out="Wm/Dqz8+")
ASSERT($text="Zoë?>")
BASE64 ENCODE($text; $out; *)
ASSERT($out="Wm_Dqz8-")
BASE64 ENCODE($text)
ASSERT($text="Wm/Dqz8+")
BASE64 DECODE($text)
ASSERT($text="Zoë?>")
BASE64 ENCODE($text; $b)
ASSERT(BLOB to text($b; UTF8 text without length)="Wm/Dqz8+")
BASE64 DECODE($b; $back)
ASSERT(BLOB size($back)=6)
BASE64 DECODE($b; $out)
ASSERT($out="Zoë?>")
$text:="a"
BASE64 ENCODE($text; *)
ASSERT($text="YQ")
BASE64 DECODE($text; $out; *)
ASSERT($out="a")
BASE64 ENCODE($back; $new)
ASSERT($new="Wm/Dqz8+")
//---
// blobs: what is no Base64
var $text; $out : Text
var $b : Blob
$out:="x"
SET BLOB SIZE($b; 3)
$text:="%%%"
BASE64 DECODE($text; $out)
ASSERT($out="")
BASE64 DECODE($text; $b)
ASSERT(BLOB size($b)=0)
$text:="Wm_Dqz8-"
BASE64 DECODE($text; $out)
ASSERT($out="")
$text:="Wm/D\r\nqz8+\r\n"
BASE64 DECODE($text; $out)
ASSERT($out="Zoë?>")
//---
// blobs: compression
var $b : Blob
For each ($mode; [Compact compression mode; Fast compression mode; GZIP best compression mode; GZIP fast compression mode])
	SET BLOB SIZE($b; 10000; 65)
	BLOB PROPERTIES($b; $compressed; $expanded; $current)
	ASSERT(($compressed=Is not compressed) & ($expanded=10000) & ($current=10000))
	COMPRESS BLOB($b; $mode)
	ASSERT(OK=1)
	BLOB PROPERTIES($b; $compressed; $expanded; $current)
	ASSERT($compressed=$mode)
	ASSERT(($expanded=10000) & ($current=BLOB size($b)) & ($current<1000))
	COMPRESS BLOB($b)
	ASSERT(BLOB size($b)=$current)
	EXPAND BLOB($b)
	ASSERT(OK=1)
	ASSERT((BLOB size($b)=10000) & ($b{9999}=65))
End for each
SET BLOB SIZE($b; 254)
COMPRESS BLOB($b)
ASSERT(OK=0)
ASSERT(BLOB size($b)=254)
//---
// blobs: expanding what is not compressed
var $b : Blob
SET BLOB SIZE($b; 300)
EXPAND BLOB($b)  //! EXPAND BLOB: blob: wanted a compressed blob, got one that is not .error -10600
//---
// blobs: expanding what is damaged
var $b : Blob
SET BLOB SIZE($b; 300; 7)
COMPRESS BLOB($b)
DELETE FROM BLOB($b; BLOB size($b)-1; 1)
EXPAND BLOB($b)  //! got a damaged one
//---
// blobs: objects
var $blob : 4D.Blob
$blob:=4D.Blob.new()
CONVERT FROM TEXT("Hello, World!"; "UTF-8"; $blob)
ASSERT(OB Instance of($blob; 4D.Blob))
ASSERT(Value type($blob)=Is object)
ASSERT(Convert to text($blob; "UTF-8")="Hello, World!")
ASSERT(BLOB to text($blob; UTF8 text without length)="Hello, World!")
ASSERT($blob.size=13)
$part:=$blob.slice(0; 5)
ASSERT(Convert to text($part; "UTF-8")="Hello")
ASSERT(Convert to text($blob.slice(-6); "UTF-8")="World!")
ASSERT(Convert to text($blob.slice(7; -1); "UTF-8")="World")
ASSERT($blob.slice(100).size=0)
ASSERT($blob.slice(5; 2).size=0)
ASSERT($blob.slice().size=13)
ASSERT(BLOB size($blob)=13)
//---
// blobs: objects of others
var $b : Blob
TEXT TO BLOB("abc"; $b; UTF8 text without length)
$one:=4D.Blob.new($b)
SET BLOB SIZE($b; 0)
ASSERT($one.size=3)
ASSERT(4D.Blob.new($one).size=3)
ASSERT(4D.Blob.new().size=0)
//---
// blobs: objects cannot be changed
var $blob : 4D.Blob
$blob:=4D.Blob.new()
SET BLOB SIZE($blob; 1)  //! SET BLOB SIZE: blob: wanted Blob, got 4D.Blob
//---
// blobs: a variable of their class, never assigned
var $blob : 4D.Blob
CONVERT FROM TEXT("Hello"; "UTF-8"; $blob)
ASSERT(OB Instance of($blob; 4D.Blob))
ASSERT($blob.size=5)
//---
// blobs: converted by assignment
var $b : Blob
var $object; $boxed : Object
SET BLOB SIZE($b; 3; 7)
$object:=New object("blob"; $b)
ASSERT(OB Instance of($object.blob; 4D.Blob))
SET BLOB SIZE($b; 0)
$b:=$object.blob
ASSERT(Value type($b)=Is BLOB)
ASSERT((BLOB size($b)=3) & ($b{2}=7))
$boxed:=$b
ASSERT(OB Instance of($boxed; 4D.Blob))
var $class : 4D.Blob
$class:=$b
ASSERT($class.size=3)
$list:=[$b]
$list.push($b)
$literal:={one: $b; two: {three: $b}}
ASSERT(OB Instance of($list[0]; 4D.Blob))
ASSERT(OB Instance of($list[1]; 4D.Blob))
ASSERT(OB Instance of($literal.two.three; 4D.Blob))
ASSERT(Generate digest($literal.one; MD5 digest)=Generate digest($b; MD5 digest))
ARRAY BLOB($blobs; 1)
$blobs{1}:=$literal.one
ASSERT(BLOB size($blobs{1})=3)
//---
// blobs: converted parameters
//% method sizes
#DECLARE($scalar : Blob; $object : 4D.Blob) : Integer
return BLOB size($scalar)+$object.size
//% end
var $b : Blob
SET BLOB SIZE($b; 3)
ASSERT(sizes($b; $b)=6)
ASSERT(sizes(4D.Blob.new($b); 4D.Blob.new($b))=6)
//---
// blobs: the bytes of an object
var $b : Blob
TEXT TO BLOB("abc"; $b; UTF8 text without length)
$blob:=4D.Blob.new($b)
ASSERT($blob[2]=99)
$byte:=$blob[3]  //! there is no byte 3 in a blob of 3
//---
// blobs: Base64 of an expression
var $out : Text
BASE64 ENCODE("a"+"b"; $out)
ASSERT($out="YWI=")
OB SET ARRAY(New object; "a"; 5)
BASE64 ENCODE("a")  //! wanted a variable for the result, got Text
//---
// blobs: an offset that is no number of a byte
var $blob : Blob
$at:=1e308*10
VARIABLE TO BLOB("x"; $blob; $at)  //! offset: no blob has a byte inf
