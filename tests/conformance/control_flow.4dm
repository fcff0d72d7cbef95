// Concepts/control-flow.md: every structure
//---
// If: both branches, with and without Else
var $t : Text
If (1=1)
	$t+="a"
Else
	$t+="b"
End if
If (1=2)
	$t+="c"
Else
	$t+="d"
End if
If (1=2)
	$t+="e"
End if
If (1=1)
	$t+="f"
End if
ASSERT($t="adf")
//---
// If: empty branches
var $t : Text
If (True)
Else
	$t:="no"
End if
If (False)
	$t:="no"
Else
End if
If (True)
End if
ASSERT($t="")
//---
// If: nested in place of Case of
var $t : Text
var $n : Integer
For ($n; 1; 4)
	If ($n=1)
		$t+="One."
	Else
		If ($n=2)
			$t+="Two."
		Else
			If ($n=3)
				$t+="Three."
			Else
				$t+="other"
			End if
		End if
	End if
End for
ASSERT($t="One.Two.Three.other")
//---
// Case of: only the first true case runs
var $t : Text
var $n : Integer
For ($n; 1; 4)
	Case of
		: ($n=1)
			$t+="One."
		: ($n=2)
			$t+="Two."
		: ($n=1)
			$t+="never"
		: ($n=3)
			$t+="Three."
		Else
			$t+="other"
	End case
End for
ASSERT($t="One.Two.Three.other")
//---
// Case of: no case is true, no Else
var $t : Text
Case of
	: (1=2)
		$t:="a"
	: (1=3)
		$t:="b"
End case
ASSERT($t="")
//---
// Case of: empty cases, Else alone, nothing at all
var $t : Text
Case of
	: (1=1)
	: (1=1)
		$t:="no"
	Else
		$t:="no"
End case
Case of
	Else
		$t+="else"
End case
Case of
	: (1=2)
	Else
End case
Case of
End case
ASSERT($t="else")
//---
// Case of: comments before the first case, cases without parentheses
var $t : Text
var $x : Text
$x:="b"
Case of
	// nothing yet
	/* nor here */

	: $x="a"
		$t:="is a"
	: $x="b"
		$t:="is b"
End case
ASSERT($t="is b")
//---
// Case of: later conditions are not evaluated
var $o : Object
var $t : Text
Case of
	: ($o=Null)
		$t:="null"
	: ($o.a.b[3].c=1)
		$t:="no"
End case
ASSERT($t="null")
//---
// While: not entered when its condition is false
var $n : Integer
While (False)
	$n:=1
End while
ASSERT($n=0)
While ($n<5)
	$n:=$n+1
End while
ASSERT($n=5)
//---
// Repeat: runs once at least
var $n : Integer
Repeat
	$n:=$n+1
Until (True)
ASSERT($n=1)
Repeat
	$n+=1
Until ($n>=10)
ASSERT($n=10)
//---
// For: counts up, the counter has passed the end behind the loop
var $i; $sum : Integer
For ($i; 1; 100)
	$sum:=$sum+$i
End for
ASSERT($sum=5050)
ASSERT($i=101)
//---
// For: start and end are equal
var $i; $n : Integer
For ($i; 7; 7)
	$n+=1
End for
ASSERT($n=1)
ASSERT($i=8)
//---
// For: start is beyond the end
var $i; $n : Integer
For ($i; 5; 1)
	$n+=1
End for
ASSERT($n=0)
ASSERT($i=5)
//---
// For: counts down with a negative step
var $i; $n : Integer
var $t : Text
For ($i; 5; 1; -1)
	$t+=String($i)
End for
ASSERT($t="54321")
ASSERT($i=0)
For ($i; 1; 5; -1)
	$n+=1
End for
ASSERT($n=0)
//---
// For: steps of more than one
var $i : Integer
var $t : Text
For ($i; 2; 9; 3)
	$t+=String($i)+" "
End for
ASSERT($t="2 5 8 ")
ASSERT($i=11)
$t:=""
For ($i; 10; 1; -4)
	$t+=String($i)+" "
End for
ASSERT($t="10 6 2 ")
ASSERT($i=-2)
//---
// For: a step in a variable
var $i; $step : Integer
var $t : Text
$step:=-2
For ($i; 5; 1; $step)
	$t+=String($i)
End for
ASSERT($t="531")
$step:=2
$t:=""
For ($i; 1; 6; $step)
	$t+=String($i)
End for
ASSERT($t="135")
//---
// For: the expressions are evaluated once
var $i; $first; $last; $step; $n : Integer
$first:=1
$last:=3
$step:=1
For ($i; $first; $last; $step)
	$first:=100
	$last:=100
	$step:=50
	$n+=1
End for
ASSERT($n=3)
//---
// For: the end is a function that is called once
//% method End of it
#DECLARE($o : Object) -> $r : Integer
$o.calls+=1
$r:=4
//% end
var $i; $n : Integer
var $o : Object
$o:={calls: 0}
For ($i; 1; End of it($o))
	$n+=1
End for
ASSERT($n=4)
ASSERT($o.calls=1)
//---
// For: a counter changed in the loop changes the loop
var $i; $n : Integer
For ($i; 1; 10)
	$i:=$i+1
	$n+=1
End for
ASSERT($n=5)
ASSERT($i=11)
//---
// For: a Real counter
var $r : Real
var $n : Integer
For ($r; 0; 1; 0.25)
	$n+=1
End for
ASSERT($n=5)
ASSERT($r=1.25)
//---
// For: bounds that are no whole numbers
var $i; $n : Integer
For ($i; 1; 3.7)
	$n+=1
End for
ASSERT($n=3)
//---
// For: a process variable and an undeclared variable count
var $n : Integer
For (vCounter; 1; 4)
	$n+=vCounter
End for
ASSERT($n=10)
ASSERT(vCounter=5)
For ($undeclared; 1; 4)
	$n+=$undeclared
End for
ASSERT($n=20)
ASSERT($undeclared=5)
//---
// For: nested
var $i; $j : Integer
var $t : Text
For ($i; 1; 3)
	For ($j; $i; 3)
		$t+=String($i)+String($j)+" "
	End for
End for
ASSERT($t="11 12 13 22 23 33 ")
//---
// For: an undefined end counts as 0
var $i; $n : Integer
var $o : Object
$o:={}
For ($i; 1; $o.count)
	$n+=1
End for
ASSERT($n=0)
//---
// For: a text is no bound
var $i : Integer
For ($i; 1; "3")  //! For: wanted a number, got Text
End for
//---
// For each: the elements of a collection
var $nums : Collection
$nums:=New collection(10; 5001; 6665; 33; 1; 42; 7850)
var $item; $vEven; $vOdd; $vUnder; $vOver : Integer
For each ($item; $nums)
	If ($item%2=0)
		$vEven:=$vEven+1
	Else
		$vOdd:=$vOdd+1
	End if
	Case of
		: ($item<5000)
			$vUnder:=$vUnder+1
		: ($item>6000)
			$vOver:=$vOver+1
	End case
End for each
ASSERT($vEven=3)
ASSERT($vOdd=4)
ASSERT($vUnder=4)
ASSERT($vOver=2)
//---
// For each: the properties of an object, in the order of their creation
var $o : Object
var $property; $t : Text
$o:={z: 1; a: 2; M: 3}
$o.b:=4
For each ($property; $o)
	$t+=$property+" "
End for each
ASSERT($t="z a M b ")
//---
// For each: the documented change of properties
var $vObject : Object
$vObject:={firstname: "gregory"; lastname: "badikora"; age: 20}
For each ($property; $vObject)
	If (Value type($vObject[$property])=Is text)
		$vObject[$property]:=Uppercase($vObject[$property])
	End if
End for each
ASSERT(Compare strings($vObject.firstname; "GREGORY"; sk char codes)=0)
ASSERT(Compare strings($vObject.lastname; "BADIKORA"; sk char codes)=0)
ASSERT($vObject.age=20)
//---
// For each: begin and end
var $col; $col2 : Collection
$col:=New collection("a"; "b"; "c"; "d"; "e")
$col2:=New collection(1; 2; 3)
var $item : Text
For each ($item; $col; 0; 3)
	$col2.push($item)
End for each
ASSERT($col2.join(",")="1,2,3,a,b,c")
For each ($item; $col; -2; -1)
	$col2.push($item)
End for each
ASSERT($col2.join(",")="1,2,3,a,b,c,d")
//---
// For each: the rules of begin and end
var $c : Collection
var $i; $k : Integer
var $t : Text
$c:=[0; 1; 2; 3; 4; 5; 6; 7; 8; 9]
For each ($i; $c; -4; -2)
	$t+=String($i)
End for each
ASSERT($t="67")
$t:=""
For each ($i; $c; 7)
	$t+=String($i)
End for each
ASSERT($t="789")
$t:=""
For each ($i; $c; 7; 100)
	$t+=String($i)
End for each
ASSERT($t="789")
$t:=""
For each ($i; $c; -100; 2)
	$t+=String($i)
End for each
ASSERT($t="01")
$t:=""
For each ($i; $c; 5; 5)
	$t+=String($i)
End for each
ASSERT($t="")
$t:=""
For each ($i; $c; 8; 3)
	$t+=String($i)
End for each
ASSERT($t="")
//---
// For each: begin and end are ignored for an object
var $o : Object
var $p; $t : Text
$o:={a: 1; b: 2; c: 3}
For each ($p; $o; 1; 2)
	$t+=$p
End for each
ASSERT($t="abc")
//---
// For each: While is tested at the start, Until at the end
$colNum:=New collection(1; 2; 3; 4; 5; 6; 7; 8; 9; 10)
$total:=0
For each ($num; $colNum) While ($total<30)
	$total:=$total+$num
End for each
ASSERT($total=36)
$total:=1000
For each ($num; $colNum) Until ($total>30)
	$total:=$total+$num
End for each
ASSERT($total=1001)
$total:=1000
For each ($num; $colNum)While($total<30)
	$total:=$total+$num
End for each
ASSERT($total=1000)
//---
// For each: Until sees the item of its turn, While that of the turn that starts
var $n; $count : Integer
For each ($n; [1; 2; 3; 4]) Until ($n=3)
	$count+=1
End for each
ASSERT($count=3)
$count:=0
For each ($n; [1; 2; 3; 4]) While ($n<3)
	$count+=1
End for each
ASSERT($count=2)
//---
// For each: Until with continue
var $n; $count : Integer
For each ($n; [1; 2; 3; 4]) Until ($n=2)
	$count+=1
	continue
	$count+=100
End for each
ASSERT($count=2)
//---
// For each: with begin, end and a condition
var $n : Integer
var $t : Text
For each ($n; [1; 2; 3; 4; 5; 6]; 1; 5) While ($n<4)
	$t+=String($n)
End for each
ASSERT($t="23")
//---
// For each: elements added in the loop are not visited
var $c : Collection
var $n; $turns : Integer
$c:=[1; 2; 3]
For each ($n; $c)
	$c.push($n)
	$turns+=1
End for each
ASSERT($turns=3)
ASSERT($c.length=6)
//---
// For each: properties added in the loop are not visited
var $o : Object
var $p : Text
var $turns : Integer
$o:={a: 1; b: 2}
For each ($p; $o)
	$o[$p+$p]:=1
	$turns+=1
End for each
ASSERT($turns=2)
ASSERT(OB Keys($o).length=4)
//---
// For each: properties removed in the loop do not end it
var $o : Object
var $p : Text
var $turns : Integer
$o:={a: 1; b: 2; c: 3}
For each ($p; $o)
	OB REMOVE($o; "c")
	$turns+=1
End for each
ASSERT($turns=3)
//---
// For each: objects are references, scalars are not
var $c : Collection
var $o : Object
var $n : Integer
$c:=[{n: 1}; {n: 2}]
For each ($o; $c)
	$o.n:=$o.n*10
End for each
ASSERT($c[0].n=10)
ASSERT($c[1].n=20)
$c:=[1; 2]
For each ($n; $c)
	$n:=$n*10
End for each
ASSERT($c[0]=1)
//---
// For each: nothing to do
var $c : Collection
var $o : Object
var $x
var $turns : Integer
For each ($x; [])
	$turns+=1
End for each
For each ($x; {})
	$turns+=1
End for each
ASSERT($turns=0)
//---
// For each: an element of another type than the item
var $n : Integer
For each ($n; [1; 2; "three"; 4])  //! wanted Integer, got Text
End for each
//---
// For each: a Null element for a type without Null
var $n : Integer
For each ($n; [1; Null])  //! wanted Integer, got Null
End for each
//---
// For each: a Null element for a type with Null
var $o : Object
var $n : Integer
For each ($o; [{a: 1}; Null])
	$n+=1
End for each
ASSERT($n=2)
ASSERT($o=Null)
//---
// For each: not over a text
var $x
For each ($x; "abc")  //! For each: wanted Collection or Object, got Text
End for each
//---
// For each: a collection in a collection
var $row : Collection
var $n; $sum : Integer
For each ($row; [[1; 2]; [3]; []])
	For each ($n; $row)
		$sum+=$n
	End for each
End for each
ASSERT($sum=6)
//---
// break: in each loop
var $i; $n : Integer
For ($i; 1; 100)
	If ($i=4)
		break
	End if
End for
ASSERT($i=4)
While (True)
	$n+=1
	If ($n=5)
		break
	End if
End while
ASSERT($n=5)
Repeat
	$n+=1
	If ($n=8)
		break
	End if
Until (False)
ASSERT($n=8)
For each ($i; [1; 2; 3])
	If ($i=2)
		break
	End if
End for each
ASSERT($i=2)
//---
// break: ends the innermost loop only
var $i; $j; $n : Integer
For ($i; 1; 3)
	For ($j; 1; 10)
		If ($j=3)
			break
		End if
		$n+=1
	End for
End for
ASSERT($n=6)
ASSERT($i=4)
ASSERT($j=3)
//---
// continue: in a For, with its counter
var $text : Text
For ($i; 0; 9)
	If ($i=3)
		continue
	End if
	$text:=$text+String($i)
End for
ASSERT($text="012456789")
ASSERT($i=10)
//---
// continue: in a For whose counter is changed
var $text : Text
var $i : Integer
For ($i; 0; 9; 1)
	If ($i=3)
		$i:=6
		continue
	End if
	$text:=$text+String($i)
End for
ASSERT($text="012789")
//---
// continue: in a While
var $n; $sum : Integer
While ($n<5)
	$n+=1
	If ($n=2)
		continue
	End if
	$sum+=$n
End while
ASSERT($sum=13)
//---
// continue: in a Repeat, the condition is tested
var $n; $turns : Integer
Repeat
	$n+=1
	$turns+=1
	If ($turns>100)
		break
	End if
	continue
Until ($n=3)
ASSERT($n=3)
ASSERT($turns=3)
//---
// continue: in a For each
var $n; $sum : Integer
For each ($n; [1; 2; 3; 4])
	If ($n%2=0)
		continue
	End if
	$sum+=$n
End for each
ASSERT($sum=4)
//---
// continue: inside a Case of inside a loop
var $n : Integer
var $t : Text
For ($n; 1; 4)
	Case of
		: ($n=2)
			continue
		: ($n=4)
			break
	End case
	$t+=String($n)
End for
ASSERT($t="13")
ASSERT($n=4)
//---
// break: outside of a loop
var $n : Integer
If ($n=0)
	break  //! break outside of a loop
End if
//---
// continue: outside of a loop
continue  //! continue outside of a loop
//---
// return: ends the script
var $n : Integer
$n:=1
return
ASSERT(False)
//---
// return: the documented infinite loop
//% method Messages
var $message : Text
var $i : Integer
While (True)
	$i:=$i+1
	$message+=String($i)+"A "
	logged:=$message
	If ($i=5)
		return
	End if
	$message+=String($i)+"B "
	logged:=$message
End while
$message+=String($i)+"C "
logged:=$message
//% end
Messages
ASSERT(logged="1A 1B 2A 2B 3A 3B 4A 4B 5A ")
//---
// structures of every kind in each other
var $i; $n : Integer
var $t : Text
var $c : Collection
For ($i; 1; 2)
	While ($n<($i*2))
		Repeat
			For each ($c; [[1]; [2]])
				Case of
					: ($c[0]=1)
						If ($i=1)
							$t+="a"
						Else
							$t+="b"
						End if
					Else
						$t+="-"
				End case
			End for each
			$n+=1
		Until ($n%2=0)
	End while
End for
ASSERT($t="a-a-b-b-")
//---
// structures that do not match
If (True)
	While (True)
	End if  //! End while|End if
//---
// a structure that is never closed
If (True)
	$a:=1
//! End if
//---
// an Else too many
If (True)
Else
Else  //! Else
End if
//---
// break and continue inside of Try
var $i; $n : Integer
For ($i; 1; 5)
	Try
		If ($i=2)
			continue
		End if
		If ($i=4)
			break
		End if
		$n+=$i
	Catch
		ASSERT(False)
	End try
End for
ASSERT($n=4)
ASSERT($i=4)
//---
// conditions are read from left to right
var $a; $b : Integer
$a:=1
$b:=2
// ((($a=1) && $b)=2)
ASSERT($a=1 && $b=2)
// (($a=1) & $b) is no sum of conditions
ASSERT(($a=1) & ($b=2))
//---
// conditions without parentheses do not mean what they seem to
var $a; $b : Integer
If ($a=0 & $b=0)  //! & cannot take Boolean and Number
End if
//---
// For each: a process variable as the item
var $t : Text
For each (theItem; ["a"; "b"])
	$t+=theItem
End for each
ASSERT($t="ab")
ASSERT(theItem="b")
//---
// For each: the item keeps the last element
var $n : Integer
For each ($n; [1; 2; 3])
End for each
ASSERT($n=3)
//---
// For: a counter that is a property is refused
var $o : Object
$o:={}
For ($o.i; 1; 3)  //! counter of a For
End for
//---
// For each: a text is no position
var $n : Integer
For each ($n; [1; 2]; "a")  //! For: wanted a number, got Text
End for each
//---
// For each: an item of another type leaves the variable as it was
var $n : Integer
Try
	For each ($n; [3; "a"])
	End for each
Catch
	ASSERT(Last errors.length>0)
End try
ASSERT($n+1=4)
//---
// For: the counter may be an interprocess variable, and what a pointer points to
var $sum; $b : Integer
var $p : Pointer:=->$b
For (<>i; 1; 3)
	$sum:=$sum+<>i
End for
ASSERT(($sum=6) & (<>i=4))
For ($p->; 1; 3)
	$sum:=$sum+$b
End for
ASSERT(($sum=12) & ($b=4))
//---
// For each: the current item may be an interprocess variable
var $sum : Integer
For each (<>item; [1; 2; 3])
	$sum:=$sum+<>item
End for each
ASSERT($sum=6)
//---
// For: the counter is a variable
For (1; 1; 3)  //! the counter of a For is a variable
End for
//---
// For: an infinite bound on the side that it does not count to
$far:=1e308*10
$n:=0
For ($i; 1; 0-$far)
	$n+=1
End for
ASSERT(($n=0) & ($i=1))
For ($i; 1; $far; -1)
	$n+=1
End for
ASSERT(($n=0) & ($i=1))
//---
// For: CLEAR VARIABLE changes the counter as an assignment does
var $i; $turns : Integer
For ($i; 1; 3)
	$turns+=1
	If ($turns=2)
		CLEAR VARIABLE($i)
	End if
End for
ASSERT(($turns=5) & ($i=4))
