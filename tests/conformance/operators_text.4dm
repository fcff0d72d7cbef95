// Concepts/string.md: operators and comparison of texts
//---
// text: the table of operators
ASSERT("abc"+"def"="abcdef")
ASSERT(("ab"*3)="ababab")
ASSERT("abc"="abc")
ASSERT(("abc"="abd")=False)
ASSERT("abc"#"abd")
ASSERT(Not("abc"#"abc"))
ASSERT("abd">"abc")
ASSERT(Not("abc">"abc"))
ASSERT("abc"<"abd")
ASSERT(Not("abc"<"abc"))
ASSERT("abd">="abc")
ASSERT(Not("abc">="abd"))
ASSERT("abc"<="abd")
ASSERT(Not("abd"<="abc"))
ASSERT("Alpha Bravo"%"Bravo")
ASSERT(Not("Alpha Bravo"%"ravo"))
//---
// text: the table of operators on declared variables
var $abc; $abd; $ab : Text
$abc:="abc"
$abd:="abd"
$ab:="ab"
ASSERT(($abc+$abd)="abcabd")
ASSERT(($ab*3)="ababab")
ASSERT($abc=$abc)
ASSERT(Not($abc=$abd))
ASSERT($abc#$abd)
ASSERT(Not($abc#$abc))
ASSERT($abd>$abc)
ASSERT(Not($abc>$abc))
ASSERT($abc<$abd)
ASSERT(Not($abc<$abc))
ASSERT($abd>=$abc)
ASSERT(Not($abc>=$abd))
ASSERT($abc<=$abd)
ASSERT(Not($abd<=$abc))
ASSERT(("x "+$abc)%$abc)
ASSERT(Not(("x "+$abc)%$ab))
//---
// text: the table of operators on properties
var $o : Object
$o:={abc: "abc"; abd: "abd"; ab: "ab"; n: 3}
ASSERT(($o.abc+$o.abd)="abcabd")
ASSERT(($o.ab*$o.n)="ababab")
ASSERT($o.abc=$o.abc)
ASSERT(Not($o.abc=$o.abd))
ASSERT($o.abc#$o.abd)
ASSERT(Not($o.abc#$o.abc))
ASSERT($o.abd>$o.abc)
ASSERT(Not($o.abc>$o.abc))
ASSERT($o.abc<$o.abd)
ASSERT(Not($o.abc<$o.abc))
ASSERT($o.abd>=$o.abc)
ASSERT(Not($o.abc>=$o.abd))
ASSERT($o.abc<=$o.abd)
ASSERT(Not($o.abd<=$o.abc))
ASSERT(("x "+$o.abc)%$o.abc)
//---
// text: case and diacritics do not count
ASSERT("a"="A")
ASSERT(Not("a"#"A"))
ASSERT("n"="ñ")
ASSERT("n"="Ñ")
ASSERT("A"="å")
ASSERT("é"="E")
ASSERT("ü">="U")
ASSERT(Not("ü">"U"))
ASSERT(Character code("A")=65)
ASSERT(Character code("a")=97)
ASSERT(Not(Character code("A")=Character code("a")))
var $a; $b : Text
$a:="Grüße"
$b:="GRUSSE"
ASSERT($a=$b)
//---
// text: the wildcard stands for any characters, or none
ASSERT("abcdefghij"="abc@")
ASSERT(Not("abc@"="abcdefghij"))
ASSERT("abcdefghij"="abcdefghij@")
ASSERT("abcdefghij"="@abcdefghij")
ASSERT("abcdefghij"="abcd@efghij")
ASSERT("abcdefghij"="@abcdefghij@")
ASSERT("abcdefghij"="@abcde@fghij@")
ASSERT(Not("abcdefghij"="abc@@fg"))
ASSERT("abcd"<="abc@")
ASSERT("abc"="@")
ASSERT(""="@")
ASSERT("ABCDEF"="abc@")
ASSERT(Not("ab"="abc@"))
ASSERT("aXbXc"="a@b@c")
ASSERT(Not("ac"="a@b@c"))
ASSERT(Not("aba"="ab@ba"))
ASSERT("abcdefghij"#"x@")
ASSERT(Not("abcdefghij"#"abc@"))
//---
// text: the wildcard in a variable and in a property
var $pattern; $text : Text
var $o : Object
$text:="abcdefghij"
$pattern:="abc@"
$o:={p: "@hij"; t: "abcdefghij"}
ASSERT($text=$pattern)
ASSERT($o.t=$pattern)
ASSERT($o.t=$o.p)
ASSERT(Not($pattern=$text))
ASSERT($o.t="ABC@")
ASSERT($o.t="@def@")
ASSERT(Not($o.t#"@def@"))
//---
// text: an At sign is told from a wildcard by its code
var $value : Text
$value:="end"
ASSERT($value[[Length($value)]]="@")
ASSERT(Character code($value[[Length($value)]])#64)
$value:="end@"
ASSERT(Character code($value[[Length($value)]])=At sign)
//---
// text: keywords are whole words
ASSERT("Alpha Bravo Charlie"%"Bravo")
ASSERT(Not("Alpha Bravo Charlie"%"vo"))
ASSERT(Not("Alpha Bravo Charlie"%"Alpha Bravo"))
ASSERT("Alpha,Bravo,Charlie"%"Alpha")
ASSERT("Software and Computers"%"comput@")
ASSERT("alpha bravo"%"BRAVO")
ASSERT("Today's mail"%"Today's")
ASSERT("pay 12.50 now"%"12.50")
ASSERT("well-known"%"known")
ASSERT(Not(""%"x"))
//---
// text: repetition takes whole, zero and negative numbers
ASSERT(("ab"*0)="")
ASSERT(Length("ab"*0)=0)
ASSERT(Length("ab"*-1)=0)
ASSERT(("ab"*1)="ab")
var $t : Text
$t:="-"
ASSERT(Length($t*1000)=1000)
//---
// text: a number times a text is an error
var $v
$v:=3*"ab"  //! \* cannot take Number and Text \(error 54\)
//---
// text: text and number do not add up
var $v
$v:="a"+1  //! \+ cannot take Text and Number
//---
// text: the hint of a sum says the cure
var $v; $n
$n:=1
$v:="a"+$n  //! hint: .*String
//---
// text: the documented sum of four types is an error
var $v
$v:="abc"+0.5+!1996-12-25!-?00:30:45?  //! cannot take
//---
// text: minus is no operator of texts
var $v
$v:="abc"-"a"  //! - cannot take Text and Text
//---
// text: a text and a number are not compared
var $o : Object
var $v : Boolean
$o:={n: 1}
$v:=($o.n="1")  //! = cannot take Number and Text
//---
// text: characters are read and written with double brackets
var $t : Text
$t:="hello"
ASSERT($t[[1]]="h")
ASSERT($t[[5]]="o")
ASSERT($t[[Length($t)]]="o")
$t[[1]]:=Uppercase($t[[1]])
ASSERT(Character code($t[[1]])=72)
$t[[5]]:="0"
ASSERT($t="hell0")
$t[[2]]:="xyz"
ASSERT($t="hxll0")
//---
// text: characters of a property
var $o : Object
$o:={name: "jane"}
ASSERT($o.name[[1]]="j")
$o.name[[1]]:="J"
ASSERT(Character code($o.name)=74)
//---
// text: the documented method that capitalizes words
//% method Capitalize_text
$0:=$1
$vlLen:=Length($0)
If ($vlLen>0)
	$0[[1]]:=Uppercase($0[[1]])
	For ($vlChar; 1; $vlLen-1)
		If (Position($0[[$vlChar]]; " !&()-{}:;<>?/,.=+*")>0)
			$0[[$vlChar+1]]:=Uppercase($0[[$vlChar+1]])
		End if
	End for
End if
//% end
var $t : Text
$t:=Capitalize_text("hello, my name is jane doe and i'm running for president!")
ASSERT(Compare strings($t; "Hello, My Name Is Jane Doe And I'm Running For President!"; sk char codes)=0)
//---
// text: an undefined operand counts as the empty text
var $o : Object
$o:=New object
ASSERT(("a"+$o.x)="a")
ASSERT(($o.x+"a")="a")
ASSERT(Length("a"*$o.x)=0)
//---
// text: what looks like a format is a question for a keyword
ASSERT(("say %s now"%"s")=True)
ASSERT(("%d"%"5")=False)
//---
// text: the order of digits, letters and blanks
ASSERT("1"<"a")
ASSERT("a"<"B")
ASSERT("B"<"c")
ASSERT(" a"<"a")
ASSERT("a"<"ab")
ASSERT(""<"a")
ASSERT("Z">"a")
ASSERT("é"<"f")
ASSERT("10"<"9")
//---
// text: comparison with an empty pattern
ASSERT(""="")
ASSERT(Not("a"=""))
ASSERT("a"#"")
//---
// text: tabs and line ends count
ASSERT("a\tb"#"a b")
ASSERT("a\nb"#"a\rb")
ASSERT("a "#"a")
