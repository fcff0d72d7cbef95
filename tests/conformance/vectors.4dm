// vectors: components, length and collection
var $vector : 4D.Vector
$vector:=4D.Vector.new([0.123; -0.456; 0.789])
ASSERT($vector.length=3)
ASSERT($vector[0]=0.123)
ASSERT($vector[2]=0.789)
ASSERT($vector[3]=Null)
ASSERT($vector[-1]=Null)
$collection:=$vector.toCollection()
ASSERT($collection.equal([0.123; -0.456; 0.789]))
$collection.push(1)
ASSERT($vector.length=3)
ASSERT(OB Instance of($vector; 4D.Vector))
ASSERT(Value type(4D.Vector.new([1])[0])=Is real)
//---
// vectors: what was given can change, the vector does not
$numbers:=[1; 2]
$vector:=4D.Vector.new($numbers)
$numbers[0]:=5
ASSERT($vector[0]=1)
$vector[0]:=5  //! 4D\.Vector
//---
// vectors: cosine similarity looks at the direction alone
$a:=4D.Vector.new([1; 2; 3])
ASSERT(Round($a.cosineSimilarity(4D.Vector.new([2; 4; 6])); 12)=1)
ASSERT(Round($a.cosineSimilarity(4D.Vector.new([-1; -2; -3])); 12)=-1)
ASSERT(4D.Vector.new([1; 0]).cosineSimilarity(4D.Vector.new([0; 1]))=0)
ASSERT(4D.Vector.new([0; 0]).cosineSimilarity(4D.Vector.new([0; 1]))=0)
ASSERT(Round(4D.Vector.new([1E200; 1E200]).cosineSimilarity(4D.Vector.new([1E-200; 1E-200])); 12)=1)
$similarity:=4D.Vector.new([3; 4]).cosineSimilarity(4D.Vector.new([4; 3]))
ASSERT(Round($similarity; 12)=0.96)
//---
// vectors: dot product and distance
$a:=4D.Vector.new([1; 2; 3])
$b:=4D.Vector.new([4; -5; 6])
ASSERT($a.dotSimilarity($b)=12)
ASSERT(4D.Vector.new([0; 0]).euclideanDistance(4D.Vector.new([3; 4]))=5)
ASSERT($a.euclideanDistance($a)=0)
//---
// vectors: the nearest of several places
$places:=[{name: "far"; at: [40; 3]}; {name: "near"; at: [9; 20]}]
$here:=4D.Vector.new([8.8; 20.3])
For each ($place; $places)
	$place.distance:=$here.euclideanDistance(4D.Vector.new($place.at))
End for each
ASSERT($places.orderBy("distance asc")[0].name="near")
//---
// vectors: both must be of one size
$a:=4D.Vector.new([1; 2; 3])
$a.dotSimilarity(4D.Vector.new([1; 2]))  //! dotSimilarity: vector: wanted 3 components, got 2
//---
// vectors: only numbers
$a:=4D.Vector.new([1; "2"])  //! 4D.Vector.new: parameter\[1\]: wanted a number, got Text
//---
// vectors: wanted, not any object
4D.Vector.new([1]).cosineSimilarity({})  //! cosineSimilarity: vector: wanted 4D.Vector, got Object
//---
// vectors: bytes and back
var $blob : Blob
var $read : Object
$o:={vector: 4D.Vector.new([0.5; -2])}
VARIABLE TO BLOB($o; $blob)
BLOB TO VARIABLE($blob; $read)
ASSERT(OB Instance of($read.vector; 4D.Vector))
ASSERT($read.vector.toCollection().equal([0.5; -2]))
SET BLOB SIZE($blob; BLOB size($blob)-1)
BLOB TO VARIABLE($blob; $read)
ASSERT(OK=0)
//---
// vectors: they can be shared
$shared:=New shared object("vector"; 4D.Vector.new([1; 2]))
ASSERT($shared.vector.length=2)
