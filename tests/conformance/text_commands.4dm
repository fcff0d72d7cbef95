// Compare strings: the letters decide, unless the options say more
var $mixed; $capitals : Text
$mixed:="alpha Bravo charlie Delta Echo Fox-Trot"
$capitals:="Alpha Bravo Charlie Delta Echo Fox-Trot"
ASSERT(Compare strings($mixed; $capitals)=0)
ASSERT(Compare strings($mixed; $capitals; sk char codes)=1)
ASSERT(Compare strings($mixed; $capitals; sk char codes+sk case insensitive)=0)
ASSERT(Compare strings("a"; "b")=-1)
ASSERT(Compare strings("b"; "a")=1)
ASSERT(Compare strings(""; "")=0)
ASSERT(Compare strings(""; "a")=-1)
ASSERT(Compare strings("Alpha"; "âlphà"; sk char codes+sk case insensitive)#0)
ASSERT(Compare strings("É"; "é"; sk char codes+sk case insensitive)#0)
//---
// Compare strings: case and diacritics, one without the other
ASSERT(Compare strings("A"; "a"; sk case insensitive)=0)
ASSERT(Compare strings("a"; "à"; sk case insensitive)#0)
ASSERT(Compare strings("À"; "à"; sk case insensitive)=0)
ASSERT(Compare strings("a"; "à"; sk diacritic insensitive)=0)
ASSERT(Compare strings("a"; "A"; sk diacritic insensitive)#0)
ASSERT(Compare strings("à"; "À"; sk diacritic insensitive)#0)
ASSERT(Compare strings("à"; "A"; sk diacritic insensitive+sk case insensitive)=0)
ASSERT(Compare strings("a"; "A"; sk strict)#0)
ASSERT(Compare strings("a"; "à"; sk strict)#0)
ASSERT(Compare strings("été"; "été"; sk strict)=0)
ASSERT(Compare strings("e"+Char(0x0301); "é"; sk strict)=0)
ASSERT(Compare strings("e"+Char(0x0301); "é"; sk char codes)#0)
ASSERT(Compare strings("ete"; "été")=0)
//---
// Compare strings: small letters come first, accents before case
ASSERT(Compare strings("a"; "A"; sk strict)=-1)
ASSERT(Compare strings("cote"; "côte"; sk strict)=-1)
ASSERT(Compare strings("côte"; "Cote"; sk strict)=1)
ASSERT(Compare strings("Z"; "a"; sk strict)=1)
//---
// Compare strings: no wildcard
ASSERT(Compare strings("abcd"; "abc@")#0)
ASSERT(Compare strings("abc@"; "abcd")#0)
ASSERT(Compare strings("abc@"; "abc@")=0)
//---
// Compare strings: syllables of Japanese, in data that is not Japanese
ASSERT(Compare strings("イロハ"; "いろは")=0)
ASSERT(Compare strings("イロハ"; "いろは"; sk strict)#0)
ASSERT(Compare strings("イロハ"; "いろは"; sk kana insensitive)#0)
ASSERT(Compare strings("さつき"; "さっき")=0)
ASSERT(Compare strings("さつき"; "さっき"; sk strict)#0)
ASSERT(Compare strings("さつき"; "さっき"; sk case insensitive)=0)
ASSERT(Compare strings("うがい"; "うかい"; sk strict)#0)
ASSERT(Compare strings("うがい"; "うかい"; sk diacritic insensitive)=0)
ASSERT(Compare strings("ｱ"; "ア")=0)
ASSERT(Compare strings("ｱ"; "ア"; sk strict)#0)
ASSERT(Compare strings("ｱ"; "ア"; sk width insensitive)#0)
//---
// = : typographic, wide, composed and ignorable characters
ASSERT("d’accord"="d'accord")
ASSERT("“quoted”"="\"quoted\"")
ASSERT("wait…"="wait...")
ASSERT("ﬁsh"="fish")
ASSERT("ＨＥＬＬＯ"="hello")
ASSERT("Straße"="STRASSE")
ASSERT("Cœur"="coeur")
ASSERT("Æsir"="aesir")
ASSERT("Ø"="o")
ASSERT("ı"#"i")
ASSERT("İ"="i")
ASSERT("þ"#"th")
ASSERT("e"+Char(0x0301)="é")
ASSERT("n"="ñ")
ASSERT("n"="Ñ")
ASSERT("A"="å")
ASSERT("–"#"-")
ASSERT("1/2"#"½")
ASSERT("x²"="x2")
ASSERT("йод"="ЙОД")
ASSERT("ΑΒΓ"="αβγ")
ASSERT("日本"#"日木")
ASSERT("🎉"="🎉")
ASSERT("🎉"#"🎈")
//---
// Length: an ignorable character counts, though the text equals an empty one
var $one : Text:=Char(1)
ASSERT(Length($one)=1)
ASSERT($one="")
ASSERT("a"+$one+"b"="ab")
ASSERT("ab"=("a"+$one+"b"))
ASSERT(Char(Tab)#"")
ASSERT(Char(Carriage return)#Char(Line feed))
ASSERT(Length("Topaz")=5)
ASSERT(Length("Citizen")=7)
ASSERT(Length("")=0)
ASSERT(Length("🎉")=2)
//---
// < : the order of letters of any script
ASSERT("a"<"b")
ASSERT("a"<"B")
ASSERT("É"<"f")
ASSERT("œ">"od")
ASSERT("œ"<"of")
ASSERT("z"<"þ")
ASSERT("z"<"α")
ASSERT("я"<"日")
ASSERT("α"<"б")
ASSERT("€"<"1")
ASSERT("_"<"-")
ASSERT("abcd"<="abc@")
ASSERT(Not("abcd"<"abc@"))
ASSERT("ab"<"abc@")
ASSERT("日本語">="日@")
ASSERT(["z"; "é"; "日"; "e"; "þ"; "я"; "f"; "ß"; "-"; "1"].sort().join("")="-1éefßzþя日")
//---
// sorting: texts of several scripts in arrays, too
ARRAY TEXT($words; 0)
APPEND TO ARRAY($words; "日本")
APPEND TO ARRAY($words; "Zoë")
APPEND TO ARRAY($words; "étage")
APPEND TO ARRAY($words; "яблоко")
APPEND TO ARRAY($words; "eta")
SORT ARRAY($words; >)
ASSERT($words{1}+$words{2}+$words{3}+$words{4}+$words{5}="etaétageZoëяблоко日本")
ASSERT(Find in array($words; "ETAGE")=2)
ASSERT(Find in array($words; "日@")=5)
//---
// collections: find texts as = does
var $c : Collection:=["Zoë"; "d’or"; "日本"]
ASSERT($c.indexOf("zoe")=0)
ASSERT($c.indexOf("d'or")=1)
ASSERT($c.countValues("日本")=1)
ASSERT(["é"; "e"; "E"; "日"; "日"].distinct().length=2)
ASSERT(["é"; "e"; "E"; "é"].distinct(ck diacritical).length=3)
//---
// Position: examples
ASSERT(Position("ll"; "Willow")=3)
ASSERT(Position("day"; "Today is the first day"; 1)=3)
ASSERT(Position("day"; "Today is the first day"; 4)=20)
ASSERT(Position("DAY"; "Today is the first day"; 1; *)=0)
ASSERT(Position("DAY"; "Today is the first day"; *)=0)
ASSERT(Position("DAY"; "Today is the first day")=3)
ASSERT(Position("x"; "Willow")=0)
ASSERT(Position(""; "")=0)
ASSERT(Position(""; "abc")=0)
ASSERT(Position("abc@"; "xabcdef")=0)
ASSERT(Position("abc@"; "xabc@")=2)
var $length : Integer
ASSERT(Position("œ"; "Bœuf"; 1; $length)=2)
ASSERT($length=1)
ASSERT(Position("oe"; "Bœuf"; 1; $length)=2)
ASSERT($length=1)
ASSERT(Position("ss"; "Straße"; 1; $length)=5)
ASSERT($length=1)
ASSERT(Position("ß"; "Strasse"; 1; $length)=5)
ASSERT($length=2)
ASSERT(Position("ae"; "Æ"; *)=0)
//---
// Position: every occurrence of a word, whatever way it is written
var $text : Text:="Ægis, aegis and the AEgis"
var $start; $found; $count; $length : Integer
$start:=1
Repeat
	$found:=Position("aegis"; $text; $start; $length)
	If ($found>0)
		$count:=$count+1
		$start:=$found+$length
	End if
Until ($found=0)
ASSERT($count=3)
//---
// Position: ignorable characters are passed over, but not by code
ASSERT(Position("ab"; "xa"+Char(1)+"b")=2)
ASSERT(Position(Char(1); "xa"+Char(1)+"b")=0)
ASSERT(Position(Char(1); "xa"+Char(1)+"b"; *)=3)
ASSERT(Position(Char(Tab); "a"+Char(Tab))=2)
//---
// Position: options
var $l : Integer
ASSERT(Position("à"; "aAÀà"; 1; $l; sk strict)=4)
ASSERT(Position("à"; "aAÀà"; 1; $l; sk case insensitive)=3)
ASSERT(Position("À"; "aA"; 1; $l; sk diacritic insensitive)=2)
ASSERT(Position("where"; "somewhere, WHERE"; 1; $l; sk whole word+sk case insensitive)=12)
ASSERT(Position("where"; "somewhere"; 1; $l; sk whole word)=0)
ASSERT(Position("本"; "日本語"; 1; $l)=2)
ASSERT(Position("🎈"; "🎉🎈"; 1; $l)=3)
ASSERT($l=2)
ASSERT(Position("e"; "e"+Char(0x0301); 1; $l)=1)
ASSERT($l=2)
//---
// Replace string: examples
//% method same
#DECLARE($one : Text; $other : Text) : Boolean
return Compare strings($one; $other; sk char codes)=0
//% end
ASSERT(same(Replace string("Willow"; "ll"; "d"); "Widow"))
ASSERT(same(Replace string("Shout"; "o"; ""); "Shut"))
ASSERT(same(Replace string("a"+Char(Tab)+"b"; Char(Tab); ","; *); "a,b"))
ASSERT(same(Replace string("Crème brûlée"; "Brulee"; "caramel"); "Crème caramel"))
ASSERT(same(Replace string("Crème brûlée"; "Brulee"; "caramel"; *); "Crème brûlée"))
ASSERT(same(Replace string("aAaA"; "a"; "x"; 3); "xxxA"))
ASSERT(same(Replace string("aAaA"; "a"; "x"; 1; *); "xAaA"))
ASSERT(same(Replace string("abc"; ""; "x"); "abc"))
ASSERT(same(Replace string("abc"; "B"; ""); "ac"))
ASSERT(same(Replace string("Bœuf"; "oe"; "eu"); "Beuuf"))
ASSERT(same(Replace string("a"+Char(1)+"b"; Char(1); "-"); "a"+Char(1)+"b"))
ASSERT(same(Replace string("a"+Char(1)+"b"; Char(1); "-"; *); "a-b"))
ASSERT(same(Replace string("日本 日本"; "日"; "x"; 1); "x本 日本"))
ASSERT(same(Replace string("it’s"; "'"; "_"); "it_s"))
//---
// Uppercase, Lowercase: accents go, unless they are to be kept
//% method same
#DECLARE($one : Text; $other : Text) : Boolean
return Compare strings($one; $other; sk char codes)=0
//% end
ASSERT(same(Uppercase("hélène"); "HELENE"))
ASSERT(same(Uppercase("hélène"; *); "HÉLÈNE"))
ASSERT(same(Lowercase("DÉJÀ VU"); "deja vu"))
ASSERT(same(Lowercase("DÉJÀ VU"; *); "déjà vu"))
ASSERT(same(Uppercase("john 1!"); "JOHN 1!"))
ASSERT(same(Lowercase(""); ""))
ASSERT(same(Uppercase("ςσ"); "ΣΣ"))
ASSERT(same(Uppercase("й"); "Й"))
//---
// %: the words of texts of any script
ASSERT("Un été chaud"%"ETE")
ASSERT("l’arbre"%"arbre")
ASSERT("l'homme"%"homme")
ASSERT("Today's"%"Today's")
ASSERT(Not("Today's"%"Today"))
ASSERT("10,000 Jean-Pierre BC45"%"10,000")
ASSERT("10,000 Jean-Pierre BC45"%"Pierre")
ASSERT(Not("10,000 Jean-Pierre BC45"%"10"))
ASSERT("it costs 12.5€"%"12.5")
ASSERT("日本語のテスト"%"テスト")
ASSERT(Not("日本語のテスト"%"テス"))
ASSERT("日本語のテスト"%"テス@")
ASSERT("alpha bravo"%"@avo")
ASSERT(Not("alpha bravo"%"alpha b@"))
ASSERT(Not("alpha"%""))
//---
// GET TEXT KEYWORDS: the words, each once if asked for
ARRAY TEXT($words; 0)
GET TEXT KEYWORDS("10,000 Jean-Pierre BC45"; $words)
ASSERT(Size of array($words)=4)
ASSERT($words{1}="10,000")
ASSERT($words{2}="Jean")
ASSERT($words{3}="Pierre")
ASSERT($words{4}="BC45")
GET TEXT KEYWORDS("L'homme, l'arbre"; $words)
ASSERT(Size of array($words)=4)
ASSERT($words{1}="L'")
ASSERT($words{2}="homme")
ASSERT($words{3}="l'")
ASSERT($words{4}="arbre")
GET TEXT KEYWORDS("été ÉTÉ ete winter"; $words; *)
ASSERT(Size of array($words)=2)
GET TEXT KEYWORDS("été ÉTÉ ete winter"; $words)
ASSERT(Size of array($words)=4)
GET TEXT KEYWORDS("... !"; $words)
ASSERT(Size of array($words)=0)
GET TEXT KEYWORDS("日本語のテスト"; $words)
ASSERT($words{Size of array($words)}="テスト")
//---
// Change string, Insert string, Delete string: examples and limits
//% method same
#DECLARE($one : Text; $other : Text) : Boolean
return Compare strings($one; $other; sk char codes)=0
//% end
ASSERT(same(Change string("Acme"; "CME"; 2); "ACME"))
ASSERT(same(Change string("November"; "Dec"; 1); "December"))
ASSERT(same(Change string("abc"; ""; 2); "abc"))
ASSERT(same(Change string("abc"; "xyz"; 3); "abx"))
ASSERT(same(Change string("abc"; "x"; 0); "abc"))
ASSERT(same(Change string("abc"; "x"; 4); "abc"))
ASSERT(same(Insert string("The tree"; " green"; 4); "The green tree"))
ASSERT(same(Insert string("Shut"; "o"; 3); "Shout"))
ASSERT(same(Insert string("Indention"; "ta"; 6); "Indentation"))
ASSERT(same(Insert string("abc"; ""; 2); "abc"))
ASSERT(same(Insert string("abc"; "x"; 99); "abcx"))
ASSERT(same(Insert string("abc"; "x"; 0); "xabc"))
ASSERT(same(Delete string("Lamborghini"; 6; 6); "Lambo"))
ASSERT(same(Delete string("Indentation"; 6; 2); "Indention"))
ASSERT(same(Delete string("abcdef"; 3; 32000); "ab"))
ASSERT(same(Delete string(""; 1; 1); ""))
ASSERT(same(Delete string("abc"; 4; 1); "abc"))
ASSERT(same(Delete string("abc"; 1; 0); "abc"))
ASSERT(same(Delete string("abc"; -1; 2); "c"))
//---
// Substring, Character code, Char: examples and limits
ASSERT(Substring("08/04/62"; 4; 2)="04")
ASSERT(Substring("Emergency"; 1; 6)="Emerge")
ASSERT(Substring("Emergency"; 2)="mergency")
ASSERT(Substring("Emergency"; 8; 99)="cy")
ASSERT(Substring("Emergency"; 10)="")
ASSERT(Character code("ABC")=65)
ASSERT(Character code("a")#Character code("A"))
ASSERT(Character code("🎉")=0xD83C)
ASSERT(Char(65)="A")
ASSERT(Character code(Char(Carriage return))=13)
ASSERT(Char(0xD83C)+Char(0xDF89)="🎉")
//---
// Split string: examples
var $vt : Text:="John;Doe;120 jefferson st.;Riverside;; NJ; 08075"
var $c : Collection
$c:=Split string($vt; ";")
ASSERT($c.length=7)
ASSERT($c[4]="")
ASSERT($c[5]=" NJ")
$c:=Split string($vt; ";"; sk ignore empty strings)
ASSERT($c.length=6)
ASSERT($c[4]=" NJ")
$c:=Split string($vt; ";"; sk ignore empty strings+sk trim spaces)
ASSERT($c.length=6)
ASSERT(Length($c[4])=2)
ASSERT($c[5]="08075")
$c:=Split string("NameSmithage40"; "")
ASSERT($c.length=14)
ASSERT($c[4]="S")
ASSERT(Split string("a, b, c"; ", ").length=3)
ASSERT(Split string("abc"; ";").length=1)
//---
// Trim, Trim start, Trim end: white space goes from the ends
var $t : Text:="  Hello World! "+Char(Tab)+Char(Line feed)+Char(0x00A0)
ASSERT(Length(Trim($t))=12)
ASSERT(Length(Trim start($t))=(Length($t)-2))
ASSERT(Length(Trim end($t))=14)
ASSERT(Length(Trim("abc"))=3)
ASSERT(Length(Trim(" "))=0)
//---
// Match regex: a whole text, a place, the groups
ASSERT(Match regex(".*smith.*"; "John smith"))
ASSERT(Not(Match regex("smith"; "John smith")))
var $pos; $len : Integer
ASSERT(Match regex("<.*>"; "x <b>"; 1; $pos; $len))
ASSERT(($pos=3) & ($len=3))
ASSERT(Match regex("a.b"; "---a-b---"; 1; $pos; $len))
ASSERT(Not(Match regex("a.b"; "---a-b---"; 1; $pos; $len; *)))
ASSERT(Match regex("a.b"; "---a-b---"; 4; $pos; $len; *))
ARRAY LONGINT($places; 0)
ARRAY LONGINT($lengths; 0)
var $text : Text:="some stuff here"
ASSERT(Match regex("(.*)stuff(.*)"; $text; 1; $places; $lengths))
ASSERT(Substring($text; $places{1}; $lengths{1})="some ")
ASSERT(Substring($text; $places{2}; $lengths{2})=" here")
