// The application, its parameters and files, the machine, its language, the pasteboard.

//---
// What the application is
ASSERT(Application type=tool4d)
ASSERT(Application type#4D Server)
ASSERT(Match regex("[0-9]{4}"; Application version))
ASSERT(Match regex("[FB][0-9]{7}"; Application version(*)))
ASSERT(Substring(Application version(*); 5)=Application version)
var $build : Integer:=-1
ASSERT(Application version($build)=Application version)
ASSERT($build>=0)
ASSERT((Version type & 2)=2)
ASSERT(Not(Version type ?? Merged application))
ASSERT(Not(Is compiled mode))
ASSERT(Not(Is compiled mode(*)))
ASSERT(License info=Null)
ASSERT(License usage=Null)

//---
// Database parameters: the defaults that the reference gives
ASSERT(Get database parameter(SMTP Log)=0)
ASSERT(Get database parameter(Circular log limitation)=50)
ASSERT(Get database parameter(Client Server port ID)=19813)
ASSERT(Get database parameter(Diagnostic log level)=Log info)
ASSERT(Get database parameter(Min TLS version)=TLSv1_3)
ASSERT(Get database parameter(Dates inside objects)=Date type)
ASSERT(Get database parameter(Remote connection sleep timeout)=172800)
ASSERT(Get database parameter(Tips enabled)=1)
ASSERT(Get database parameter(QUIC session timeout)=900)
var $text : Text
ASSERT(Get database parameter(PHP interpreter IP address; $text)=0)
ASSERT($text="127.0.0.1")
Get database parameter(Log command list; $text)
ASSERT($text="all")

//---
// Database parameters keep what they are set to
SET DATABASE PARAMETER(SMTP Log; 3)
SET DATABASE PARAMETER(Log command list; "277;341")
ASSERT(Get database parameter(SMTP Log)=3)
ASSERT(Get database parameter(IMAP Log)=0)
var $list : Text
ASSERT(Get database parameter(Log command list; $list)=0)
ASSERT($list="277;341")

//---
// The user's text is for the program after a restart
var $text : Text:="before"
SET DATABASE PARAMETER(User param value; "next")
ASSERT(Get database parameter(User param value; $text)=0)
ASSERT($text="")

//---
// What can only be read
SET DATABASE PARAMETER(OpenSSL version; 3) //! the parameter 94 can only be read

//---
// A number is no text
SET DATABASE PARAMETER(SMTP Log; "3") //! value: the parameter 110 is a number \(error 54\)

//---
// Dates in objects and in JSON as texts
var $o : Object:={}
var $day : Date:=!2013-08-28!
SET DATABASE PARAMETER(Dates inside objects; String type without time zone)
ASSERT(Get database parameter(Dates inside objects)=String type without time zone)
OB SET($o; "day"; $day)
ASSERT($o.day="2013-08-28T00:00:00.000Z")
ASSERT(JSON Stringify($day)="\"2013-08-28T00:00:00.000Z\"")
ASSERT(JSON Stringify({day: $day})="{\"day\":\"2013-08-28T00:00:00.000Z\"}")
ASSERT(JSON Stringify([$day]; *)="[\n\t\"2013-08-28T00:00:00.000Z\"\n]")
ASSERT(JSON Stringify(!00-00-00!)="\"\"")
ASSERT(JSON Parse("\"2017-07-13T23:00:00.000Z\""; Is date)=!2017-07-13!)
ASSERT(Value type(JSON Parse("\"2017-07-13\""))=Is text)
SET DATABASE PARAMETER(Dates inside objects; String type with time zone)
ASSERT(JSON Parse(JSON Stringify($day); Is date)=$day)
ASSERT(JSON Stringify($day)="\"2013-08-2@:00.000Z\"")
SET DATABASE PARAMETER(Dates inside objects; Date type)
ASSERT(JSON Stringify($day)="\"2013-08-28\"")
ASSERT(Value type(JSON Parse("\"2017-07-13\""))=Is date)

//---
// Times in objects and in JSON as milliseconds
var $o : Object:={}
SET DATABASE PARAMETER(Times inside objects; Times in milliseconds)
OB SET($o; "at"; ?20:00:00?)
ASSERT($o.at=72000000)
ASSERT(JSON Stringify(?20:00:00?)="72000000")
ASSERT(JSON Parse("72000000"; Is time)=?20:00:00?)
SET DATABASE PARAMETER(Times inside objects; Times in seconds)
OB SET($o; "at"; ?20:00:00?)
ASSERT($o.at=72000)
ASSERT(JSON Stringify(?20:00:00?)="72000")

//---
// There are three forms of dates
SET DATABASE PARAMETER(Dates inside objects; 3) //! value: the parameter 85 is from 0 to 2, got 3

//---
// Nobody has logged in: the Designer runs the code, and may have another name
ASSERT(Current user="Designer")
SET USER ALIAS("Kim")
ASSERT(Current user="Kim")
ASSERT(Current user(4D user alias)="Kim")
ASSERT(Current user(4D user account)="Designer")
SET USER ALIAS("")
ASSERT(Current user(4D user alias or account)="Designer")
ASSERT(Current user(4D user alias)="")
var $domain; $protocol : Text
$domain:="x"
ASSERT(Current client authentication($domain; $protocol)="")
ASSERT($domain="")

//---
// QUIT 4D ends the run
QUIT 4D
ASSERT(False)

//---
// QUIT 4D ends it out of a method, and no Try holds it
//% method leave
Try
	QUIT 4D
Catch
	ASSERT(False)
End try
//% end
leave
ASSERT(False)

//---
// The machine needs a permission
$name:=Current machine //! needs the permission 'read'

//---
//% sandbox
// The machine and its user
var $info : Object:=System info
ASSERT($info.machineName=Current machine)
ASSERT($info.userName=Current system user)
ASSERT(($info.cores>0) & ($info.cpuThreads>=$info.cores))
ASSERT($info.physicalMemory>1024)
ASSERT($info.uptime>0)
ASSERT(Length($info.osVersion)>0)
ASSERT(Length($info.osLanguage)>1)
ASSERT(Value type($info.networkInterfaces)=Is collection)
ASSERT($info.volumes[0].capacity>=$info.volumes[0].available)
ASSERT(Not($info.macRosetta))
var $activity : Object:=Application info
ASSERT($activity.headless)
ASSERT($activity.pid>0)
ASSERT($activity.uptime>=0)
ASSERT(Not($activity.launchedAsService))

//---
//% sandbox
// A script has no project and no data; nobody has logs before they are written
ASSERT(Structure file="")
ASSERT(Data file="")
ASSERT(Length(Application file)>0)
ASSERT(Get 4D file(Backup log file)="")
ASSERT(Get 4D file(SMTP log file)="")
TEXT TO DOCUMENT(Get 4D folder(Logs folder)+"4DSMTPLog_2.txt"; "x")
ASSERT(Get 4D file(SMTP log file)=(Get 4D folder(Logs folder)+"4DSMTPLog_2.txt"))

//---
//% sandbox
// Texts in several languages
var $resources : 4D.Folder:=Folder(fk resources folder)
var $head : Text:="<?xml version=\"1.0\"?><xliff version=\"1.0\"><file source-language=\"en\" target-language=\"fr\"><body>"
var $foot : Text:="</body></file></xliff>"
$resources.folder("en.lproj").file("a.xlf").setText($head+"<trans-unit resname=\"Shopping\"><source>Go shopping</source></trans-unit>"+$foot)
var $french : Text:="<group id=\"12\"><trans-unit id=\"15\" resname=\"Shopping\"><source>Shopping</source><target>Faire les courses</target></trans-unit><trans-unit id=\"16\" resname=\"Bye\"><source>Bye</source><target>Au revoir</target></trans-unit></group>"
$resources.folder("fr.lproj").file("a.xlf").setText($head+$french+$foot)
$resources.folder("fr_CA.lproj").file("a.xlf").setText($head+"<trans-unit resname=\"Shopping\"><source>Shopping</source><target>Magasiner</target></trans-unit>"+$foot)
SET DATABASE LOCALIZATION("en")
ASSERT((OK=1) & (Get database localization(Current localization)="en"))
ASSERT(Localized string("Shopping")="Go shopping")
ASSERT((Localized string("nothing")="") & (OK=0))
SET DATABASE LOCALIZATION("fr")
ASSERT(Localized string("Shopping")="Faire les courses")
ASSERT(OK=1)
SET DATABASE LOCALIZATION("fr-ca")
ASSERT(Localized string("Shopping")="Magasiner")
ASSERT(Localized string("Bye")="Au revoir")
ASSERT(Get indexed string(12; 16)="Au revoir")
ASSERT((Get indexed string(12; 17)="") & (OK=0))
ARRAY TEXT($all; 0)
STRING LIST TO ARRAY(12; $all)
ASSERT((Size of array($all)=2) & ($all{1}="Faire les courses"))
SET DATABASE LOCALIZATION("?")
ASSERT(OK=0)
ASSERT(Get database localization(Current localization)="fr-ca")
ASSERT(Get database localization(Internal 4D localization)="en")
ASSERT(Get database localization=Get database localization(Default localization))

//---
//% sandbox
// Documents in several languages
var $resources : 4D.Folder:=Folder(fk resources folder)
$resources.file("en.lproj/xsl/log.xsl").setText("en")
$resources.file("fr.lproj/xsl/log.xsl").setText("fr")
$resources.file("logo.txt").setText("all")
var $root : Text:=Get 4D folder(Current resources folder)
SET DATABASE LOCALIZATION("fr-ca")
ASSERT(Localized document path("xsl/log.xsl")=($root+"fr.lproj/xsl/log.xsl"))
SET DATABASE LOCALIZATION("de")
ASSERT(Localized document path("xsl/log.xsl")=($root+"en.lproj/xsl/log.xsl"))
ASSERT(Localized document path("logo.txt")=($root+"logo.txt"))
ASSERT(Localized document path("nothing.txt")="")
ASSERT(Localized document path("../secret")="")

//---
//% sandbox
// A damaged file of texts has none
Folder(fk resources folder).file("en.lproj/a.xlf").setText("<xliff>")
Folder(fk resources folder).file("en.lproj/b.xlf").setText("<xliff><trans-unit resname=\"a\"><source>A</source></trans-unit></xliff>")
ASSERT(Localized string("a")="A")

//---
// The pasteboard of the program
SET TEXT TO PASTEBOARD("Grüße")
ASSERT(OK=1)
ASSERT((Get text from pasteboard="Grüße") & (OK=1))
ASSERT(Pasteboard data size("com.4d.private.text.native")=10)
ASSERT(Pasteboard data size("TEXT")=10)
var $blob : Blob
TEXT TO BLOB("abc"; $blob; UTF8 text without length)
APPEND DATA TO PASTEBOARD("my.type"; $blob)
var $found : Blob
GET PASTEBOARD DATA("my.type"; $found)
ASSERT((OK=1) & (BLOB size($found)=3))
GET PASTEBOARD DATA TYPE($signatures; $natives; $names)
ASSERT((Size of array($signatures)=2) & ($signatures{2}="") & ($natives{2}="my.type"))
CLEAR PASTEBOARD
ASSERT((Get text from pasteboard="") & (OK=0))
ASSERT(Pasteboard data size("my.type")=-102)
GET PASTEBOARD DATA("my.type"; $found) //! the pasteboard has no data of the type my.type \(error -102\)

//---
//% sandbox
// Files in the pasteboard
SET FILE TO PASTEBOARD("a.txt")
SET FILE TO PASTEBOARD("/tmp/b.txt"; *)
ASSERT(Get file from pasteboard(1)=(Get 4D folder(Database folder)+"a.txt"))
ASSERT(Get file from pasteboard(2)="/tmp/b.txt")
ASSERT(Get file from pasteboard(3)="")
SET FILE TO PASTEBOARD("c.txt")
ASSERT(Get file from pasteboard(2)="")

//---
// Formats of the system
var $value : Text
GET SYSTEM FORMAT(Decimal separator; $value)
ASSERT($value=".")
GET SYSTEM FORMAT(Short date day position; $value)
ASSERT($value="2")
GET SYSTEM FORMAT(System date short pattern; $value)
ASSERT($value="MM/dd/yyyy")

//---
//% sandbox
// Properties of a document
TEXT TO DOCUMENT("a.txt"; "x")
SET DOCUMENT PROPERTIES("a.txt"; True; False; !00-00-00!; ?00:00:00?; !2020-02-29!; ?10:20:30?)
GET DOCUMENT PROPERTIES("a.txt"; $locked; $hidden; $createdOn; $createdAt; $changedOn; $changedAt)
ASSERT(($changedOn=!2020-02-29!) & ($changedAt=?10:20:30?) & Not($hidden))
SET DOCUMENT PROPERTIES("a.txt"; False; False; !00-00-00!; ?00:00:00?; !00-00-00!; ?00:00:00?)
GET DOCUMENT PROPERTIES("a.txt"; $locked; $hidden; $createdOn; $createdAt; $changedOn; $changedAt)
ASSERT(($changedOn=!2020-02-29!) & Not($locked))
TEXT TO DOCUMENT("a.txt"; "y")
SET DOCUMENT PROPERTIES("a.txt"; False; True; !00-00-00!; ?00:00:00?; !00-00-00!; ?00:00:00?) //! this system hides the files whose name starts with a full stop

//---
//% sandbox
// Volumes
ARRAY TEXT($volumes; 0)
VOLUME LIST($volumes)
ASSERT($volumes{1}="/")
var $size; $used; $free : Real
VOLUME ATTRIBUTES($volumes{1}; $size; $used; $free)
ASSERT((OK=1) & ($size>=($used+$free-1)) & ($free>=0))
VOLUME ATTRIBUTES("/no such volume/"; $size; $used; $free)
ASSERT((OK=0) & ($size=-1) & ($used=-1) & ($free=-1))

//---
//% sandbox
// Property lists
var $file : 4D.File:=File("/PACKAGE/info.plist")
ASSERT(OB Is empty($file.getAppInfo()))
$file.setAppInfo({Copyright: "A & B"; ProductVersion: 12; ratio: 1.5; ShipmentDate: "2023-04-22T06:00:00Z"; beta: True; list: [1; "x"; {deep: "y"}]})
ASSERT(Position("<date>2023-04-22T06:00:00Z</date>"; $file.getText())>0)
ASSERT(Position("<integer>12</integer>"; $file.getText())>0)
var $info : Object:=$file.getAppInfo()
ASSERT(($info.Copyright="A & B") & ($info.ProductVersion=12) & ($info.ratio=1.5) & $info.beta)
ASSERT($info.ShipmentDate="2023-04-22T06:00:00Z")
ASSERT($info.list[2].deep="y")
// What is there keeps its type, and what is not named stays
$file.setAppInfo({Copyright: 2024; ProductVersion: "13"; more: Null})
$info:=$file.getAppInfo()
ASSERT((Value type($info.Copyright)=Is text) & ($info.Copyright="2024"))
ASSERT((Value type($info.ProductVersion)=Is real) & ($info.ProductVersion=13))
ASSERT(($info.ratio=1.5) & ($info.list.length=3) & Undefined($info.more))
var $other : 4D.File:=File("/PACKAGE/a.txt")
$other.setAppInfo({a: 1})
ASSERT(Not($other.exists))
ASSERT(OB Is empty($other.getAppInfo()))

//---
//% sandbox
// A property list in binary form
TEXT TO DOCUMENT("a.plist"; "bplist00")
$info:=File("/PACKAGE/a.plist").getAppInfo() //! getAppInfo: /PACKAGE/a.plist: it is a property list in binary form

//---
//% sandbox
// A damaged property list
TEXT TO DOCUMENT("a.plist"; "<plist><dict>")
$info:=File("/PACKAGE/a.plist").getAppInfo() //! it is no property list that can be read

//---
//% sandbox
// Files of 4D itself
ASSERT(File(Diagnostic log file)=Null)
Folder("/LOGS").file("4DDiagnosticLogTool_1.txt").setText("x")
Folder("/LOGS").file("4DPOP3Log_9.txt").setText("x")
Folder("/LOGS").file("4DPOP3Log_10.txt").setText("x")
ASSERT(File(Diagnostic log file).fullName="4DDiagnosticLogTool_1.txt")
ASSERT(File(POP3 Log file).fullName="4DPOP3Log_10.txt")
ASSERT(File(Directory file)=Null)
Folder("/PACKAGE/Settings").file("directory.json").setText("{}")
ASSERT(File(Directory file).path="/PACKAGE/Settings/directory.json")
Folder("/DATA/Settings").file("directory.json").setText("{}")
ASSERT(File(Directory file).path="/DATA/Settings/directory.json")

//---
//% sandbox
// Icons are empty pictures
ASSERT(Folder("/PACKAGE").getIcon()=Null)
TEXT TO DOCUMENT("a.txt"; "x")
GET DOCUMENT ICON("a.txt"; $icon; 16)
ASSERT($icon=Null)
