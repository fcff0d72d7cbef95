// language: Get pointer
ARRAY TEXT(atCities; 3; 6)
atCities{2}{6}:="New York"
$pointer:=Get pointer("atCities"+"{2}{6}")
ASSERT($pointer->="New York")
ASSERT($pointer=(->atCities{2}{6}))
RESOLVE POINTER($pointer; $name; $row; $column)
ASSERT(($name="atCities") & ($row=2) & ($column=6))
For ($i; 1; 3)
	$cell:=Get pointer("vCell"+String($i))
	$cell->:=$i*10
End for
ASSERT(vCell3=30)
Get pointer("<>shared")->:="all"
ASSERT(<>shared="all")
//---
// language: Get pointer wants a name of a process variable
$p:=Get pointer("$local")  //! Get pointer: varName: wanted the name of a process variable, got \$local
//---
// language: Get pointer to an element that is not there
ARRAY TEXT(atShort; 2)
$p:=Get pointer("atShort{3}")  //! there is no element 3
//---
// language: Self is nil outside of a form
ASSERT(Is nil pointer(Self))
//---
// language: Copy parameters
//% method ALL
#DECLARE($first : Text) : Collection
return Copy parameters
//% end
//% method REST
return Copy parameters(2)
//% end
ASSERT(JSON Stringify(ALL("a"; 2; True))="[\"a\",2,true]")
ASSERT(JSON Stringify(REST("a"; 2; True))="[2,true]")
ASSERT(REST().length=0)
ASSERT(REST("a").length=0)
ASSERT(Copy parameters.length=0)
$f:=Formula(Copy parameters(2))
ASSERT(JSON Stringify($f.call(Null; 1; 2; 3))="[2,3]")
ASSERT(JSON Stringify($f.apply(Null; [4; 5]))="[5]")
//---
// language: Copy parameters in a class
//% class Teller
Function list($kind : Text) : Text
	return $kind+Copy parameters(2).join(",")
//% end
ASSERT(cs.Teller.new().list("u"; "a"; "b")="ua,b")
//---
// language: assertions switched off are not evaluated
//% method COUNT
<>count:=<>count+1
return False
//% end
<>count:=0
ASSERT(Get assert enabled)
SET ASSERT ENABLED(False)
ASSERT(COUNT)
ASSERT(COUNT; "text")
$r:=Asserted(COUNT; "evaluated all the same")
$off:=Get assert enabled
SET ASSERT ENABLED(True; *)
ASSERT(<>count=1)
ASSERT(Not($off) & Not($r))
ASSERT(COUNT)  //! Assert failed: COUNT
//---
// language: CLEAR VARIABLE
var $t : Text:="x"
var $o : Object:={a: 1}
var $d : Date:=!2024-01-01!
<>inter:="x"
C_LONGINT(vlNumber)
vlNumber:=5
CLEAR VARIABLE($t)
CLEAR VARIABLE($o)
CLEAR VARIABLE($d)
CLEAR VARIABLE(<>inter)
CLEAR VARIABLE(vlNumber)
ASSERT(($t="") & ($o=Null) & ($d=!00-00-00!) & (vlNumber=0))
ASSERT(Undefined(<>inter))
ARRAY LONGINT($numbers; 3)
CLEAR VARIABLE($numbers)
ASSERT((Size of array($numbers)=0) & (Type($numbers)=LongInt array))
ARRAY TEXT(atRows; 2; 3)
$p:=->atRows
CLEAR VARIABLE($p->)
ASSERT(Size of array(atRows)=0)
$pt:=->$t
$t:="again"
CLEAR VARIABLE($pt->)
ASSERT($t="")
//---
// language: events and messages that a script without windows has none of
ON EVENT CALL("EVENTS")
ASSERT(Method called on event="EVENTS")
FILTER EVENT
ON EVENT CALL("")
ASSERT(Method called on event="")
MESSAGES OFF
MESSAGES ON
GOTO XY(1; 2)
DISPLAY NOTIFICATION("Export"; "The data is ready."; 3)
//---
// language: allowed methods
GET ALLOWED METHODS($allowed)
ASSERT(Size of array($allowed)=0)
ARRAY TEXT($mine; 2)
$mine{1}:="formula@"
$mine{2}:="Total_general"
SET ALLOWED METHODS($mine)
$mine{1}:="changed"
GET ALLOWED METHODS($allowed)
ASSERT((Size of array($allowed)=2) & ($allowed{1}="formula@"))
ARRAY LONGINT($numbers; 1)
SET ALLOWED METHODS($numbers)  //! SET ALLOWED METHODS: methodsArray: wanted a Text array
//---
// language: Command name
ASSERT(Command name(1)="Sum")
ASSERT(OK=1)
ASSERT(Command name(10; $info; $theme)="String")
ASSERT(($info ?? 0) & Not($info ?? 1) & ($theme="String"))
ASSERT(Command name(41; $info; $theme)="ALERT")
ASSERT($theme="Messages")
ASSERT(Command name(99999)="")
ASSERT(OK=0)
//---
// language: Parse formula
ASSERT(Parse formula("string(1+2)")="String(1+2)")
ASSERT(Parse formula("String:C10(Is Text)"; 0; $error)="String(Is text)")
ASSERT($error="")
ASSERT(Parse formula("uppercase(\"alert\")+string($x;3)"; Formula out with tokens)="Uppercase:C13(\"alert\")+String:C10($x;3)")
ASSERT(Parse formula("Value type($x)=Is text"; Formula out with tokens; $error)="Value type:C1509($x)=Is text:K8:3")
ASSERT(Parse formula("1+"; 0; $error)="1+")
ASSERT($error#"")
//---
// language: Compile project tells what is wrong
//% method GOOD
return 1
//% end
//% method BAD
var $i : Integer
If ($i=0)
//% end
//% class Wrong
Function f
	return 1+
//% end
$result:=Compile project({targets: []})
ASSERT(Not($result.success))
$errors:=$result.errors.query("isError = true")
ASSERT($errors.length=2)
ASSERT(($errors[0].code.methodName="BAD") & ($errors[0].code.type="projectMethod") & ($errors[0].line>=2))
ASSERT(($errors[1].code.className="Wrong") & ($errors[1].message#""))
ASSERT(Compile project(5).success)  //! Compile project: projectFile: wanted Object, got Number
//---
// language: Compile project where nothing is wrong
//% sandbox
//% method GOOD
return 1
//% end
ASSERT(Compile project.success & Undefined(Compile project.errors))
Folder("/PACKAGE/other/Project/Sources/Methods").create()
File("/PACKAGE/other/Project/other.4DProject").setText("{}")
File("/PACKAGE/other/Project/Sources/Methods/m.4dm").setText("End if")
$result:=Compile project(File("/PACKAGE/other/Project/other.4DProject"); {})
ASSERT(Not($result.success) & ($result.errors[0].code.methodName="m") & ($result.errors[0].lineInFile=1))
$result:=Compile project(File("/PACKAGE/none/Project/none.4DProject"))  //! Compile project: .*none

//---
// The paths of methods, put together and taken apart
ASSERT(METHOD Get path(Path project method; "sum")="sum")
ASSERT(METHOD Get path(Path database method; "onstartup")="[databaseMethod]/onStartup")
ASSERT(METHOD Get path(Path project form; "edit")="[projectForm]/edit/{formMethod}")
ASSERT(METHOD Get path(Path project form; "edit"; "ok")="[projectForm]/edit/ok")
ASSERT(METHOD Get path(Path class; "Person"; *)="[class]/Person")
ASSERT(METHOD Get path(Path volatile method; "made")="[volatile]/made")
var $type : Integer
var $table : Pointer
var $name; $object : Text
METHOD RESOLVE PATH("[databaseMethod]/onExit"; $type; $table; $name; $object)
ASSERT(($type=Path database method) & ($table=Null) & ($name="onExit") & ($object=""))
METHOD RESOLVE PATH("[projectForm]/edit/ok"; $type; $table; $name; $object)
ASSERT(($type=Path project form) & ($name="edit") & ($object="ok"))
METHOD RESOLVE PATH("[projectForm]/edit/{formMethod}"; $type; $table; $name; $object)
ASSERT(($type=Path project form) & ($name="edit") & ($object=""))
METHOD RESOLVE PATH("[class]/Person"; $type; $table; $name; $object; *)
ASSERT(($type=Path class) & ($name="Person"))
METHOD RESOLVE PATH("[volatile]/made"; $type; $table; $name; $object)
ASSERT(($type=Path volatile method) & ($name="made"))
METHOD RESOLVE PATH("sum"; $type; $table; $name; $object)
ASSERT(($type=Path project method) & ($name="sum"))

//---
// A database method that 4D does not have
$path:=METHOD Get path(Path database method; "onLunch") //! objectName: there is no database method onLunch

//---
// A trigger is that of a table
$path:=METHOD Get path(Path trigger; "a") //! methodType: there are no tables

//---
// The path of a table that is not there
var $type : Integer
var $table : Pointer
var $name; $object : Text
METHOD RESOLVE PATH("[tableForm]/People/edit/ok"; $type; $table; $name; $object) //! path: there is no table People

//---
// What is no path
var $type : Integer
var $table : Pointer
var $name; $object : Text
METHOD RESOLVE PATH("[methods]/sum"; $type; $table; $name; $object) //! wanted the path of a method
