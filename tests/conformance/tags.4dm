// tags: the example of the reference, in a way of its own
ARRAY TEXT($words; 2)
$words{1}:="hello"
$words{2}:="world"
$in:="<!--#4DEVAL $1--><!--#4DLOOP $2--><!--#4DEVAL $2->{$2->}--> <!--#4DENDLOOP-->"
PROCESS 4D TAGS($in; $out; "elements = "; ->$words)
ASSERT($out="elements = hello world ")
//---
// tags: a template without any, and an empty one
PROCESS 4D TAGS("<p>plain</p><!-- a comment -->"; $out)
ASSERT($out="<p>plain</p><!-- a comment -->")
PROCESS 4D TAGS(""; $out)
ASSERT($out="")
//---
// tags: texts are escaped, HTML is not
PROCESS 4D TAGS("<!--#4DTEXT $1-->|<!--#4DHTML $1-->|$4DTEXT($1)|$4DHTML(Uppercase($1))"; $out; "<b>&</b>")
ASSERT($out="&lt;b&gt;&amp;&lt;/b&gt;|<b>&</b>|&lt;b&gt;&amp;&lt;/b&gt;|<B>&</B>")
PROCESS 4D TAGS("<!--#4dtext $1+1-->,<!--#4DTEXT $2-->,<!--#4DTEXT $3.name-->,<!--#4DTEXT $3.none-->"; $out; 41; True; {name: "Ann"})
ASSERT($out="42,True,Ann,")
//---
// tags: their local variables are their own, process variables are everybody's
$name:="outside"
vtName:="process"
PROCESS 4D TAGS("<!--#4DEVAL $name:=\"inside\"--><!--#4DTEXT $name-->,<!--#4DTEXT vtName--><!--#4DEVAL vtName:=\"changed\"-->"; $out)
ASSERT($out="inside,process")
ASSERT(($name="outside") & (vtName="changed"))
//---
// tags: branches
$in:="<!--#4DIF ($1>10)-->big<!--#4DELSEIF ($1>5)-->middle<!--#4DELSE-->small<!--#4DENDIF-->"
PROCESS 4D TAGS($in; $out; 11)
ASSERT($out="big")
PROCESS 4D TAGS($in; $out; 6)
ASSERT($out="middle")
PROCESS 4D TAGS($in; $out; 1)
ASSERT($out="small")
$in:="<!--#4DIF ($1)-->[<!--#4DIF ($2)-->both<!--#4DENDIF-->]<!--#4DENDIF-->"
PROCESS 4D TAGS($in; $out; True; False)
ASSERT($out="[]")
PROCESS 4D TAGS($in; $out; False; True)
ASSERT($out="")
//---
// tags: loops by a condition, a method and an array
//% method three
#DECLARE($turn : Integer) : Boolean
<>turns:=<>turns+String($turn)
return $turn<4
//% end
PROCESS 4D TAGS("<!--#4DEVAL $i:=0--><!--#4DLOOP ($i<3)--><!--#4DEVAL $i:=$i+1--><!--#4DEVAL $i--><!--#4DENDLOOP-->"; $out)
ASSERT($out="123")
<>turns:=""
PROCESS 4D TAGS("<!--#4DLOOP three-->x<!--#4DENDLOOP-->"; $out)
ASSERT(($out="xxx") & (<>turns="01234"))
ARRAY LONGINT(alNumbers; 3)
alNumbers{2}:=5
PROCESS 4D TAGS("<!--#4DLOOP alNumbers--><!--#4DTEXT alNumbers-->:<!--#4DTEXT alNumbers{alNumbers}-->;<!--#4DENDLOOP-->"; $out)
ASSERT($out="1:0;2:5;3:0;")
//---
// tags: loops through collections and objects
PROCESS 4D TAGS("<!--#4DEACH $p in $1-->(<!--#4DTEXT $p.name-->)<!--#4DENDEACH-->"; $out; [{name: "Ann"}; {name: "Bob"}])
ASSERT($out="(Ann)(Bob)")
PROCESS 4D TAGS("<!--#4DEACH vKey in $1--><!--#4DTEXT vKey-->=<!--#4DTEXT $1[vKey]-->,<!--#4DENDEACH-->"; $out; {a: 1; b: 2})
ASSERT($out="a=1,b=2,")
PROCESS 4D TAGS("[<!--#4DEACH $p in $1-->x<!--#4DENDEACH-->]"; $out; [])
ASSERT($out="[]")
//---
// tags: code of several lines
$in:="<!--#4DCODE\nvar $sum : Integer\nvar $n : Integer\nFor each ($n; $1)\n  $sum:=$sum+$n // each one\nEnd for each\n--><!--#4DTEXT $sum-->"
PROCESS 4D TAGS($in; $out; [1; 2; 3])
ASSERT($out="6")
//---
// tags: methods
//% method greet
#DECLARE($path : Text) : Text
return "<i>"+$path+"</i>"
//% end
//% method raw
#DECLARE($path : Text) : Text
return Char(1)+"<i>"+$path+"</i>"
//% end
PROCESS 4D TAGS("<!--#4DSCRIPT/greet/Ann/1--><!--#4DSCRIPT/raw/x--><!--#4DTEXT greet(\"y\")-->"; $out)
ASSERT($out="&lt;i&gt;/Ann/1&lt;/i&gt;<i>/x</i>&lt;i&gt;y&lt;/i&gt;")
//---
// tags: what they write is processed again
PROCESS 4D TAGS("<!--#4DHTML $1-->"; $out; "a<!--#4DTEXT 1+1-->b")
ASSERT($out="a2b")
PROCESS 4D TAGS("<!--#4DTEXT $1-->"; $out; "a<!--#4DTEXT 1+1-->b")
ASSERT($out="a&lt;!--#4DTEXT 1+1--&gt;b")
//---
// tags: files are included
//% sandbox
Folder("/PACKAGE/parts").create()
File("/PACKAGE/parts/head.html").setText("<h1><!--#4DTEXT $1--></h1>")
PROCESS 4D TAGS("<!--#4DINCLUDE parts/head.html-->!"; $out; "Hi")
ASSERT($out="<h1>Hi</h1>!")
PROCESS 4D TAGS("<!--#4DBASE parts/--><!--#4DINCLUDE head.html-->"; $out; "Ho")
ASSERT($out="<h1>Ho</h1>")
PROCESS 4D TAGS("<!--#4DINCLUDE ../../etc/passwd-->"; $out)
ASSERT($out="@## 4DINCLUDE: wanted a path below the package@")
//---
// tags: what fails stands in its place
PROCESS 4D TAGS("a<!--#4DTEXT 1+-->b<!--#4DEVAL Date(5;6;7)-->c"; $out)
ASSERT($out="a<!--#4DTEXT 1+--> : ## @b@c")
PROCESS 4D TAGS("<!--#4DTEXT $1.a-->"; $out; Null)
ASSERT($out="<!--#4DTEXT $1.a--> : ## @ # -10717")
//---
// tags: a blob gets a blob
var $in; $out : Blob
TEXT TO BLOB("é<!--#4DTEXT 1+1-->"; $in; UTF8 text without length)
PROCESS 4D TAGS($in; $out)
ASSERT(BLOB to text($out; UTF8 text without length)="é2")
//---
// tags: a structure without its end
PROCESS 4D TAGS("<!--#4DIF (True)-->x"; $out)  //! <!--#4DIF \(True\)--> without its end
//---
// tags: a structure without its beginning
PROCESS 4D TAGS("x<!--#4DENDLOOP-->"; $out)  //! <!--#4DENDLOOP--> without its beginning
//---
// tags: structures that cross
PROCESS 4D TAGS("<!--#4DIF (True)--><!--#4DLOOP $1--><!--#4DENDIF--><!--#4DENDLOOP-->"; $out)  //! <!--#4DENDIF--> stands inside of <!--#4DLOOP \$1-->
//---
// tags: a template that writes itself
PROCESS 4D TAGS("<!--#4DHTML $1-->"; $out; "<!--#4DHTML $1-->")
ASSERT($out="@lead@ without an end@")
