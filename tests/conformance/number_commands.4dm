// String: numbers in the default format
ASSERT(String(2^15)="32768")
ASSERT(String(1/3)="0.3333333333333")
ASSERT(String(Arctan(1)*4)="3.14159265359")
ASSERT(String(Square root(2))="1.414213562373")
ASSERT(String(Log(-1))="")
ASSERT(String(1/0)="INF")
ASSERT(String(-1/0)="-INF")
ASSERT(String(-5)="-5")
ASSERT(String(0.1+0.2)="0.3")
ASSERT(String(Log(Exp(1)))="1")
//---
// String: numbers in formats
ASSERT(String(2^15; "###,##0 Inhabitants")="32,768 Inhabitants")
ASSERT(String(1/3; "##0.00000")="0.33333")
ASSERT(String(Arctan(1)*4; "##0.00")="3.14")
ASSERT(String(7; "00000")="00007")
ASSERT(String(42; "##0%")="42%")
ASSERT(String(50.3; "&xml")="50.3")
ASSERT(String(Num(1=1); "True;;False")="True")
ASSERT(String(Num(1=2); "True;;False")="False")
ASSERT(String(12.5; "|Money")="12.5")
ASSERT(String(Log(-1); "##0")="")
ASSERT(String(1/0; "##0")="INF")
//---
// String: hexadecimal numbers
ASSERT(String(-1; "&x")="0xFFFFFFFF")
ASSERT(String(-1; "&$")="$FFFFFFFF")
ASSERT(String(0 ?+ 7; "&x")="0x0080")
ASSERT(String(0 ?+ 7; "&$")="$80")
ASSERT(String(0 ?+ 14; "&x")="0x4000")
ASSERT(String(0 ?+ 14; "&$")="$4000")
//---
// String: each placeholder, for a positive number, a negative one and zero
//% method shows
#DECLARE($format : Text; $positive : Text; $negative : Text; $zero : Text) : Boolean
var $found : Text:=String(1234.5; $format)+"|"+String(-1234.5; $format)+"|"+String(0; $format)
return Compare strings($found; $positive+"|"+$negative+"|"+$zero; sk char codes)=0
//% end
ASSERT(shows("###"; "<<<"; "<<<"; ""))
ASSERT(shows("####"; "1234"; "<<<<"; ""))
ASSERT(shows("#######"; "1234"; "-1234"; ""))
ASSERT(shows("#####.##"; "1234.5"; "-1234.5"; ""))
ASSERT(shows("####0.00"; "1234.50"; "-1234.50"; "0.00"))
ASSERT(shows("#####0"; "1234"; "-1234"; "0"))
ASSERT(shows("+#####0;-#####0;0"; "+1234"; "-1234"; "0"))
ASSERT(shows("#####0DB;#####0CR;0"; "1234DB"; "1234CR"; "0"))
ASSERT(shows("#####0;(#####0)"; "1234"; "(1234)"; "0"))
ASSERT(shows("###,##0"; "1,234"; "-1,234"; "0"))
ASSERT(shows("##,##0.00"; "1,234.50"; "-1,234.50"; "0.00"))
ASSERT(shows("^^^^^^^"; "   1234"; "  -1234"; "       "))
ASSERT(shows("^^^,^^0"; "  1,234"; " -1,234"; "      0"))
ASSERT(shows("*******"; "***1234"; "**-1234"; "*******"))
ASSERT(shows("***,**0"; "**1,234"; "*-1,234"; "******0"))
ASSERT(shows("**,**0.00"; "*1,234.50"; "-1,234.50"; "*****0.00"))
ASSERT(shows("$^^^^0"; "$ 1234"; "$-1234"; "$    0"))
ASSERT(shows("$^,^^0.00;($^,^^0.00)"; "$1,234.50"; "($1,234.50)"; "$    0.00"))
ASSERT(shows("###;###;#"; "<<<"; "<<<"; "#"))
ASSERT(shows("&2"; "1.2e+3"; "-1.2e+3"; "0.0e+0"))
ASSERT(shows("&xml"; "1234.5"; "-1234.5"; "0"))
//---
// String: formats of numbers that are too big, small or short
ASSERT(String(-26; "##0")="-26")
ASSERT(String(-260; "##0")="<<<")
ASSERT(String(759.62; "&3")="7.60e+2")
ASSERT(String(0.00012; "&2")="1.2e-4")
ASSERT(String(9.99; "&2")="1.0e+1")
ASSERT(String(25000; "&/5")="6:56 AM")
ASSERT(String(12; "####0.##")="12")
ASSERT(String(1234; "$###,##0.00;($###,##0.00);")="$1,234.00")
ASSERT(String(0; "$###,##0.00;($###,##0.00);")="")
ASSERT(String(5551234; "###-####")="555-1234")
ASSERT(String(1234; "###-####")="1234")
ASSERT(String(-0.001; "##0.00")="0.00")
ASSERT(String(0.5; ".00")=".50")
//---
// String: numbers in a base
ASSERT(String(10; 2)="1010")
ASSERT(String(-10; 2)="-1010")
ASSERT(String(254; 16)="fe")
ASSERT(String(-16523461; 16)="-fc20c5")
ASSERT(String(Log(-1); 10)="NaN")
ASSERT(String(255; 0)="255")
ASSERT(String(35; 36)="z")
//---
// String: a base there is none of
$t:=String(1; 37)  //! base: wanted 2 to 36
//---
// String: what is no number
ASSERT(String("abc")="abc")
ASSERT(String("abc"; "###")="abc")
ASSERT(String(True)="True")
ASSERT(String(3>4)="False")
ASSERT(String(Null)="null")
var $o : Object:={}
ASSERT(String($o.nothing)="")
//---
// Num: the digits of a text
ASSERT(Num("ABCD")=0)
ASSERT(Num("A1B2C3")=123)
ASSERT(Num("123")=123)
ASSERT(Num("123.4")=123.4)
ASSERT(Num("–123")=-123)
ASSERT(Num("–123e2")=-12300)
ASSERT(Num("123e-2")=1.23)
ASSERT(Num("123-456")=123)
ASSERT(Num("-9")=-9)
ASSERT(Num("")=0)
ASSERT(Num("0xFF")=0)
ASSERT(Num("33,333.33"; ".")=33333.33)
ASSERT(Num("33.333,33"; ",")=33333.33)
ASSERT(Num("12 or 5"; " or ")=12.5)
//---
// Num: the digits of a base
ASSERT(Num("ff"; 16)=255)
ASSERT(Num("0xFF"; 16)=255)
ASSERT(Num("0xFF"; 0)=255)
ASSERT(Num("12"; 0)=12)
ASSERT(Num("2"; 2)=0)
ASSERT(Num("10.3"; 16)=16)
ASSERT(Num("123.20"; 10)=123)
ASSERT(Num("-101"; 2)=-5)
//---
// Num: what is no text
ASSERT(Num(True)=1)
ASSERT(Num(False)=0)
ASSERT(Num(4.5)=4.5)
var $o : Object:={}
ASSERT(Num($o.nothing)=0)
ASSERT((("Good"*Num(3<4))+("Bad"*Num(3>=4)))="Good")
//---
// Bool: the table of results
var $o : Object:={}
ASSERT(Bool($o.nothing)=False)
ASSERT(Bool(Null)=False)
ASSERT(Bool(True))
ASSERT(Bool(0)=False)
ASSERT(Bool(0.5))
ASSERT(Bool("True")=False)
ASSERT(Bool({})=False)
ASSERT(Choose(Bool($o.married); "Married"; "Single")="Single")
ASSERT(Not(Not(True)))
ASSERT(True:C214 & Not(False:C215))
//---
// Math: parts of numbers
ASSERT(Abs(-10.3)=10.3)
ASSERT(Abs(10.3)=10.3)
ASSERT(Int(123.4)=123)
ASSERT(Int(-123.4)=-124)
ASSERT(Dec(7.31)=0.31)
ASSERT(Dec(-7.31)=0.31)
ASSERT((Dec(7.31)*100)=31)
ASSERT(Dec(5)=0)
ASSERT(Round(16.857; 2)=16.86)
ASSERT(Round(32345.67; -3)=32000)
ASSERT(Round(29.8725; 3)=29.873)
ASSERT(Round(-1.5; 0)=-2)
ASSERT(Trunc(216.897; 1)=216.8)
ASSERT(Trunc(216.897; -1)=210)
ASSERT(Trunc(-216.897; 1)=-216.9)
ASSERT(Trunc(-216.897; -1)=-220)
ASSERT(Mod(3; 2)=1)
ASSERT(Mod(4; 2)=0)
ASSERT(Mod(3.5; 2)=0)
//---
// Math: functions
ASSERT(Exp(1)=2.718281828459)
ASSERT(Log(Exp(1))=1)
ASSERT(Square root(2)=1.414213562373)
ASSERT(Square root((4^2)+(3^2))=5)
ASSERT((Arctan(1)*4)=Pi)
ASSERT(Cos(0)=1)
ASSERT(Sin(Pi/2)=1)
ASSERT(Tan(45*Degree)=1)
ASSERT((Arctan(1)*Radian)=45)
var $i; $n : Integer
For ($i; 1; 100)
	$n:=Random
	ASSERT(($n>=0) & ($n<=32767))
	$n:=(Random%21)+10
	ASSERT(($n>=10) & ($n<=30))
End for
//---
// Euro converter: to the euro, from it, and by way of it
ASSERT(Euro converter(10000; French Franc; Euro)=1524.49)
ASSERT(Euro converter(1; Euro; Deutsche Mark)=1.96)
ASSERT(Euro converter(10000; French Franc; Italian Lira)=2951825)
ASSERT(Euro converter(1; Euro; Spanish Peseta)=166)
ASSERT(Euro converter(1; Euro; Belgian Franc)=40)
ASSERT(Euro converter(1; Euro; Luxembourg Franc)=40)
ASSERT(Euro converter(1; Euro; Greek Drachma)=340.75)
ASSERT(Euro converter(100; Belgian Franc; Deutsche Mark)=4.85)
ASSERT(Euro converter(5; Euro; Euro)=5)
//---
// Euro converter: a currency that never became the euro
$r:=Euro converter(1; "USD"; Euro)  //! fromCurrency: wanted the code of a currency
//---
// SET REAL COMPARISON LEVEL: reals are equal up to epsilon
ASSERT(Not(0.00001=0.00002))
ASSERT(0.000001=0.000002)
ASSERT(Not(0.000001=0.000003))
SET REAL COMPARISON LEVEL(0.1)
ASSERT(1.05=1.1)
ASSERT(Not(1.05#1.1))
var $r : Real:=2.05
ASSERT($r=2.1)
ASSERT($r#2.2)
ASSERT(1#2)
var $o : Object:={n: 2.05}
ASSERT($o.n=2.1)
SET REAL COMPARISON LEVEL(0)
ASSERT(0.000001#0.000002)
ASSERT("é"="E")
//---
// SET REAL COMPARISON LEVEL: never negative
SET REAL COMPARISON LEVEL(-1)  //! epsilon: wanted a positive number
//---
// %: the same of constants and of variables, beyond 32 bits too
var $big : Real:=2^33+5
var $any; $seven : Variant
$any:=2^33+5
$seven:=7
var $divisor : Integer:=7
ASSERT($big%7=((2^33+5)%7))
ASSERT(($big%7)=($any%7))
ASSERT(($big%$divisor)=($any%$seven))
ASSERT(($big%7)=Mod($big; 7))
ASSERT((10%2)=0)
ASSERT((10%3)=1)
ASSERT((10.5%2)=0)
ASSERT((-7%3)=-1)
//---
// what is not a number is neither below, nor above, nor equal
var $nan : Real:=Log(-1)
var $any : Variant
$any:=Log(-1)
ASSERT(Not($nan<=1))
ASSERT(Not($any<=1))
ASSERT(Not($nan>=1))
ASSERT(Not($any>=1))
ASSERT(Not($any<1))
ASSERT(Not($any=$any))
ASSERT($any#1)
