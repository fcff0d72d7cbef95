// Files and folders: API/FileClass.md, API/FolderClass.md, API/FileHandleClass.md, System Documents
//---
// files: an object for a file that need not exist
//% sandbox
var $file : 4D.File
$file:=File("/PACKAGE/Prefs/kate.myPrefs")
ASSERT(Not($file.exists))
ASSERT($file.fullName="kate.myPrefs")
ASSERT($file.name="kate")
ASSERT($file.extension=".myPrefs")
ASSERT($file.path="/PACKAGE/Prefs/kate.myPrefs")
ASSERT($file.parent.path="/PACKAGE/Prefs/")
ASSERT($file.isFile & Not($file.isFolder))
ASSERT($file.size=0)
ASSERT($file.create())
ASSERT($file.exists)
ASSERT(Not($file.create()))
$file.delete()
ASSERT(Not($file.exists))
$file.delete()
ASSERT(OB Instance of($file; 4D.File))
//---
// files: texts and their line ends
//% sandbox
var $file : 4D.File
var $lf; $cr : Text
$lf:=Char(10)
$cr:=Char(13)
$file:=Folder("/PACKAGE").file("Billing.txt")
$file.setText("id"+$cr+$lf+"3 thé"+$cr+"2 café"; "UTF-8-no-bom"; Document unchanged)
ASSERT($file.size=18)
ASSERT($file.getText("UTF-8"; Document with LF)=("id"+$lf+"3 thé"+$lf+"2 café"))
ASSERT($file.getText("UTF-8"; Document with CR)=("id"+$cr+"3 thé"+$cr+"2 café"))
ASSERT($file.getText("UTF-8"; Document with CRLF)=("id"+$cr+$lf+"3 thé"+$cr+$lf+"2 café"))
ASSERT($file.getText("UTF-8"; Document unchanged)=("id"+$cr+$lf+"3 thé"+$cr+"2 café"))
$file.setText("é"; "UTF-16")
ASSERT($file.size=4)
ASSERT($file.getText()="é")
$file.setText("é"; "ISO-8859-1")
ASSERT($file.size=1)
ASSERT($file.getText("ISO-8859-1")="é")
//---
// files: a path that is not absolute
//% sandbox
$file:=File("a.txt")  //! wanted an absolute path.*-45
//---
// files: a filesystem is not left
//% sandbox
$file:=File("/RESOURCES/../../a.txt")  //! leads out of /RESOURCES
//---
// files: a relative path that leads out of its filesystem
//% sandbox
ASSERT(Folder("/PACKAGE").file("../a.txt")=Null)
ASSERT(Folder("/PACKAGE/in").file("../a.txt").path="/PACKAGE/a.txt")
//---
// files: reading one that does not exist
//% sandbox
$text:=File("/PACKAGE/none.txt").getText()  //! getText: /PACKAGE/none\.txt: there is no such file \(error -43\)
//---
// files: copying, moving, renaming
//% sandbox
var $file; $copy : 4D.File
var $archive : 4D.Folder
$file:=File("/PACKAGE/ReadMe.txt")
$file.setText("read me")
$archive:=Folder("/PACKAGE/Archive")
ASSERT($archive.create())
$copy:=$file.copyTo($archive; "Copy.txt")
ASSERT($copy.path="/PACKAGE/Archive/Copy.txt")
$copy:=$file.copyTo($archive; "Copy.txt"; fk overwrite)
ASSERT($copy.getText()="read me")
$file:=$file.rename($file.name+"_new"+$file.extension)
ASSERT($file.fullName="ReadMe_new.txt")
$file:=$file.moveTo($archive)
ASSERT($file.path="/PACKAGE/Archive/ReadMe_new.txt")
ASSERT($archive.files().extract("fullName").join(",")="Copy.txt,ReadMe_new.txt")
$file.rename("Copy.txt")  //! something of that name already
//---
// files: a new name with a path in it
//% sandbox
$file:=File("/PACKAGE/a.txt")
$file.create()
$file.rename("../b.txt")  //! rename: newName: a name cannot contain /
//---
// folders: what is in them
//% sandbox
var $folder : 4D.Folder
$folder:=Folder("/PACKAGE/Archives2019")
ASSERT($folder.files().length=0)
$folder.file("January/.hidden").create()
$folder.file("January/bill.txt").create()
$folder.file("total.txt").create()
ASSERT($folder.path="/PACKAGE/Archives2019/")
ASSERT($folder.files().length=1)
ASSERT($folder.files(fk recursive).length=3)
ASSERT($folder.files(fk recursive+fk ignore invisible).length=2)
ASSERT($folder.folders().length=1)
ASSERT($folder.folders()[0].name="January")
ASSERT($folder.folder("January").files()[0].hidden)
For each ($file; $folder.files())
	ASSERT($file.parent.name="Archives2019")
End for each
$folder.delete(Delete with contents)
ASSERT(Not($folder.exists))
//---
// folders: one that is not empty
//% sandbox
Folder("/PACKAGE/a").file("b").create()
Folder("/PACKAGE/a").delete()  //! delete: /PACKAGE/a/: the folder is not empty \(error -47\)
//---
// folders: one that does not exist
//% sandbox
Folder("/PACKAGE/a").delete(Delete with contents)
Folder("/PACKAGE/a").delete()  //! there is no such folder \(error -120\)
//---
// files: handles (the example of API/FileHandleClass.md)
//% sandbox
var $f : 4D.File
var $fhandle : 4D.FileHandle
var $o : Object
var $lines : Collection
$f:=Folder(fk database folder).file("example.txt")
$fhandle:=$f.open("write")
For ($line; 1; 4)
	$fhandle.writeLine("Hello World"+String($line))
End for
$fhandle:=Null
$fhandle:=$f.open("append")
For ($line; 1; 4)
	$fhandle.writeLine("Hello New World!"+String($line))
End for
$fhandle:=Null
$o:=New object
$o.mode:="read"
$o.charset:="UTF-8"
$o.breakModeRead:=Document with CRLF
$fhandle:=$f.open($o)
ASSERT($fhandle.breakModeRead="crlf")
$text:=$fhandle.readText("!")
ASSERT(Substring($text; 1; 14)=("Hello World1"+Char(13)+Char(10)))
$lines:=New collection
$fhandle:=$f.open("read")
While (Not($fhandle.eof))
	$lines.push($fhandle.readLine())
End while
ASSERT($lines.length=8)
ASSERT($lines[7]="Hello New World!4")
$fhandle.offset:=6
ASSERT($fhandle.readLine()="World1")
//---
// files: a handle for reading does not write
//% sandbox
File("/PACKAGE/a").create()
File("/PACKAGE/a").open().writeText("x")  //! writeText: /PACKAGE/a is open in the mode "read"
//---
// documents: texts
//% sandbox
TEXT TO DOCUMENT("myTest.txt"; "This is a test")
ASSERT(Document to text("myTest.txt")="This is a test")
ASSERT(Document to text(Get 4D folder(Database folder)+"myTest.txt"; "UTF-8")="This is a test")
ASSERT(Test path name("myTest.txt")=Is a document)
ASSERT(Test path name(Get 4D folder(Database folder))=Is a folder)
ASSERT(Test path name("none")=-43)
//---
// documents: folders, copies, OK
//% sandbox
CREATE FOLDER("Archives")
ASSERT(OK=1)
CREATE FOLDER("Deep/er/"; *)
TEXT TO DOCUMENT("Archives/a"; "x")
COPY DOCUMENT("Archives/a"; "Deep/er/"; "b")
MOVE DOCUMENT("Deep/er/b"; "c")
ASSERT(Document to text("c")="x")
DELETE DOCUMENT("c")
ASSERT(OK=1)
DELETE FOLDER("Archives"; Delete with contents)
ASSERT(Test path name("Archives")=-43)
DELETE DOCUMENT("c")  //! DELETE DOCUMENT: c: there is no such file \(error -43\)
//---
// documents: packets
//% sandbox
var $doc : Time
$doc:=Create document("Note.txt")
ASSERT(OK=1)
SEND PACKET($doc; "Hello;World;")
CLOSE DOCUMENT($doc)
$doc:=Append document("Note.txt")
SEND PACKET($doc; "!")
CLOSE DOCUMENT($doc)
ASSERT(Get document size("Note.txt")=13)
$doc:=Open document("Note.txt"; Read Mode)
RECEIVE PACKET($doc; $text; 2)
ASSERT($text="He")
RECEIVE PACKET($doc; $text; ";")
ASSERT($text="llo")
ASSERT(Get document position($doc)=6)
RECEIVE PACKET($doc; $text; ";")
RECEIVE PACKET($doc; $text; ";")
ASSERT(($text="!") & (OK=1))
RECEIVE PACKET($doc; $text; ";")
ASSERT(($text="") & (OK=0))
CLOSE DOCUMENT($doc)
CLOSE DOCUMENT($doc)  //! no document is open by the number
//---
// documents: packets without a reference are those of SET CHANNEL
var $text : Text
Try
	SEND PACKET("Hello")
	ASSERT(False)
Catch
	ASSERT(Last errors[0].message="SEND PACKET: no document is open by SET CHANNEL@")
End try
Try
	RECEIVE PACKET($text; $text; 20)
	ASSERT(False)
Catch
	ASSERT(Last errors[0].message="RECEIVE PACKET: docRef: wanted Time, got Text")
End try
RECEIVE PACKET($text; 20)  //! no document is open by SET CHANNEL
//---
// documents: lists
//% sandbox
ARRAY TEXT($names; 0)
TEXT TO DOCUMENT("Text1.txt"; "")
CREATE FOLDER("Folder1")
TEXT TO DOCUMENT("Folder1/Text2.txt"; "")
DOCUMENT LIST(Get 4D folder(Database folder); $names)
ASSERT($names{1}="Text1.txt")
DOCUMENT LIST(Get 4D folder(Database folder); $names; Recursive parsing+Posix path)
ASSERT($names{2}="Folder1/Text2.txt")
FOLDER LIST(Get 4D folder(Database folder); $names)
ASSERT($names{1}="Folder1")
//---
// documents: nobody is there to choose one
//% sandbox
ASSERT(Select document(""; "*"; "Which one?"; 0)="")
ASSERT(OK=0)
ASSERT(Select folder("Where?")="")
$doc:=Open document("")
ASSERT(OK=0)
//---
// paths: taken apart and put together
var $o : Object
$o:=Path to object("/first/second.bundle/"; Path is POSIX)
ASSERT($o.parentFolder="/first/")
ASSERT($o.name="second")
ASSERT($o.extension=".bundle")
ASSERT($o.isFolder)
$o:=Path to object("/folder/.invisible"; Path is POSIX)
ASSERT(($o.name=".invisible") & ($o.extension="") & Not($o.isFolder))
$o.name:="shown"
ASSERT(Object to path($o)="/folder/shown")
//---
// archives: a folder goes in and comes out
//% sandbox
var $folder : 4D.Folder
var $status : Object
var $archive : 4D.ZipArchive
var $file : 4D.ZipFile
$folder:=Folder("/PACKAGE/Images")
$folder.file("in/a.txt").setText("alpha")
$status:=ZIP Create archive($folder; File("/PACKAGE/Images.zip"); ZIP Without enclosing folder)
ASSERT($status.success)
$archive:=ZIP Read archive(File("/PACKAGE/Images.zip"))
ASSERT($archive.root.folders()[0].name="in")
$file:=$archive.root.file("in/a.txt")
ASSERT($file.getText()="alpha")
ASSERT(Not($file.isWritable))
Folder("/PACKAGE/out").create()
$archive.root.copyTo(Folder("/PACKAGE/out"))
ASSERT(File("/PACKAGE/out/in/a.txt").getText()="alpha")
//---
// files: without permission
$text:=File("/PACKAGE/a").getText()  //! getText: reading .* needs the permission 'read' \(error -5000\)
//---
// files: writing without permission
File("/PACKAGE/a").setText("x")  //! setText: writing .* needs the permission 'write'
//---
// File: a property that it does not have
//% sandbox
var $file:=File("/PACKAGE/some.txt")
$file.setText("secret")
ASSERT(Undefined($file.anything))
