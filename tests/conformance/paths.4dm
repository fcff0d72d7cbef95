// Paths of the system by the rules of Windows and of macOS (Concepts/paths.md and the pages of the commands).

//---
//% paths windows
// Windows: paths taken apart
var $o : Object
$o:=Path to object("C:\\first\\second\\fileZ")
ASSERT($o.parentFolder="C:\\first\\second\\")
ASSERT(($o.name="fileZ") & ($o.extension="") & Not($o.isFolder))
$o:=Path to object("\\images\\jan\\pict1.png"; Path is system)
ASSERT($o.parentFolder="\\images\\jan\\")
ASSERT(($o.name="pict1") & ($o.extension=".png"))
$o:=Path to object("C:\\4D\\Main\\4D.user\\")
ASSERT(($o.name="4D") & ($o.extension=".user") & $o.isFolder)
$o:=Path to object("C:\\")
ASSERT(($o.parentFolder="") & ($o.name="C:") & $o.isFolder)
$o:=Path to object("/first/second.bundle/"; Path is POSIX)
ASSERT(($o.parentFolder="/first/") & ($o.name="second") & ($o.extension=".bundle") & $o.isFolder)

//---
//% paths windows
// Windows: paths put together
var $o : Object:=Path to object("C:\\4D\\resources\\4D.jpg")
$o.name:="4DOld"
ASSERT(Object to path($o)="C:\\4D\\resources\\4DOld.jpg")
ASSERT(Object to path({parentFolder: "C:\\a"; name: "b"; isFolder: True})="C:\\a\\b\\")
ASSERT(Object to path({parentFolder: "/a/"; name: "b"; isFolder: True})="/a/b/")

//---
//% paths windows
//% sandbox
// Windows: conversions
ASSERT(Convert path POSIX to system("c:/docs/file 2.txt")="c:\\docs\\file 2.txt")
ASSERT(Convert path POSIX to system("c:/docs/file%202.txt"; *)="c:\\docs\\file 2.txt")
ASSERT(Convert path POSIX to system("/docs/file 2.txt")="C:\\docs\\file 2.txt")
ASSERT(Convert path system to POSIX("c:\\docs\\file 2.txt")="c:/docs/file 2.txt")
ASSERT(Convert path system to POSIX("c:\\docs\\file 2.txt"; *)="c:/docs/file%202.txt")
ASSERT(Convert path system to POSIX("\\\\srv\\tempo\\file.txt")="//srv/tempo/file.txt")
ASSERT(Convert path system to POSIX("a\\b")=(Convert path system to POSIX(Get 4D folder(Database folder Unix syntax))+"a/b"))
ASSERT(Folder separator="\\")
ASSERT(Is Windows & Not(Is macOS))

//---
//% paths windows
//% sandbox
// Windows: documents are those of this machine
var $folder : Text:=Get 4D folder(Database folder)
ASSERT(Substring($folder; 1; 3)="C:\\")
ASSERT($folder[[Length($folder)]]="\\")
CREATE FOLDER($folder+"sub"+Folder separator)
TEXT TO DOCUMENT($folder+"sub\\a.txt"; "here")
ASSERT(Test path name("sub\\a.txt")=Is a document)
ASSERT(Test path name("sub\\")=Is a folder)
ASSERT(Document to text("sub\\a.txt")="here")
ASSERT(File("/PACKAGE/sub/a.txt").getText()="here")
ASSERT(File("/PACKAGE/sub/a.txt").platformPath=($folder+"sub\\a.txt"))
ASSERT(Folder("/PACKAGE/sub").platformPath=($folder+"sub\\"))
ASSERT(File($folder+"sub\\a.txt"; fk platform path).getText()="here")
var $reference : Time:=Open document("sub\\a.txt"; Read mode)
ASSERT(Document=($folder+"sub\\a.txt"))
CLOSE DOCUMENT($reference)
ARRAY TEXT($names; 0)
DOCUMENT LIST($folder; $names; Recursive parsing)
ASSERT($names{1}="\\sub\\a.txt")
DOCUMENT LIST($folder; $names; Recursive parsing+Absolute path)
ASSERT($names{1}=($folder+"sub\\a.txt"))
DOCUMENT LIST($folder; $names; Recursive parsing+Posix path)
ASSERT($names{1}="sub/a.txt")
COPY DOCUMENT("sub\\a.txt"; "sub\\b.txt")
MOVE DOCUMENT("sub\\b.txt"; "c.txt")
ASSERT(Test path name($folder+"c.txt")=Is a document)
DELETE FOLDER("sub"; Delete with contents)
ASSERT(Test path name("sub\\a.txt")<0)

//---
//% paths windows
// Windows: what is no absolute path
$file:=File("sub\\a.txt"; fk platform path) //! File: path: wanted an absolute path

//---
//% paths windows
// Windows: other drives and network paths
ASSERT(File("D:\\a\\b.txt"; fk platform path).platformPath="D:\\a\\b.txt")
ASSERT(Folder("\\\\svr-internal\\tempo"; fk platform path).platformPath="\\\\svr-internal\\tempo\\")

//---
//% paths macos
// macOS: paths taken apart
var $o : Object
$o:=Path to object("osx:Users:john:Documents:Comments.text")
ASSERT($o.parentFolder="osx:Users:john:Documents:")
ASSERT(($o.name="Comments") & ($o.extension=".text") & Not($o.isFolder))
$o:=Path to object("osx:Users:oscargoldman:Desktop:Databases:")
ASSERT(($o.parentFolder="osx:Users:oscargoldman:Desktop:") & ($o.name="Databases") & $o.isFolder)
$o:=Path to object("osx:")
ASSERT(($o.parentFolder="") & ($o.name="osx") & $o.isFolder)
ASSERT(Object to path($o)="osx:")

//---
//% paths macos
//% sandbox
// macOS: conversions
ASSERT(Convert path POSIX to system("/Volumes/machd/file 2.txt")="machd:file 2.txt")
ASSERT(Convert path POSIX to system("/Volumes/machd/file%202.txt"; *)="machd:file 2.txt")
ASSERT(Convert path POSIX to system("/file 2.txt")="Macintosh HD:file 2.txt")
ASSERT(Convert path system to POSIX("Macintosh HD:file 2.txt")="/file 2.txt")
ASSERT(Convert path system to POSIX("disk2:file 2.txt")="/Volumes/disk2/file 2.txt")
ASSERT(Convert path system to POSIX("Macintosh HD:file 2.txt"; *)="/file%202.txt")
ASSERT(Convert path system to POSIX(":resources:images")=(Get 4D folder(Database folder Unix syntax)+"resources/images"))
ASSERT(Folder separator=":")
ASSERT(Is macOS & Not(Is Windows))

//---
//% paths macos
//% sandbox
// macOS: documents are those of this machine
var $folder : Text:=Get 4D folder(Database folder)
ASSERT(Position("Macintosh HD:"; $folder)=1)
CREATE FOLDER("sub")
TEXT TO DOCUMENT(":sub:a.txt"; "here")
ASSERT(Document to text($folder+"sub:a.txt")="here")
ASSERT(Test path name(":sub:")=Is a folder)
ASSERT(File("/PACKAGE/sub/a.txt").platformPath=($folder+"sub:a.txt"))
ASSERT(File($folder+"sub:a.txt"; fk platform path).path=Convert path system to POSIX($folder+"sub:a.txt"))
TEXT TO DOCUMENT("and/or.txt"; "x")
ASSERT(Folder("/PACKAGE").files().query("fullName = :1"; "and:or.txt").length=1)
ARRAY TEXT($volumes; 0)
VOLUME LIST($volumes)
ASSERT($volumes{1}="Macintosh HD")
VOLUME ATTRIBUTES("Macintosh HD"; $size; $used; $free)
ASSERT((OK=1) & ($size>0))

//---
// The notation of this system is that of POSIX
ASSERT(Folder separator="/")
ASSERT(Not(Is Windows | Is macOS))
