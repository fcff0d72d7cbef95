// Attachments: commands/mail-new-attachment.md, API/MailAttachmentClass.md, API/EmailObjectClass.md
//---
// attachments: a file gives its name, its type and its paths
//% sandbox
var $file : 4D.File
var $attachment : 4D.MailAttachment
$file:=File("/PACKAGE/Report.PDF")
$file.setText("%PDF"; "UTF-8-no-bom")
$attachment:=MAIL New attachment($file)
ASSERT(OB Instance of($attachment; 4D.MailAttachment))
ASSERT($attachment.name="Report.PDF")
ASSERT($attachment.type="application/pdf")
ASSERT($attachment.disposition=mail disposition attachment)
ASSERT($attachment.cid=Null)
ASSERT($attachment.size=Null)
ASSERT($attachment.path="/PACKAGE/Report.PDF")
ASSERT($attachment.platformPath=$file.platformPath)
ASSERT(OB Instance of($attachment.getContent(); 4D.Blob))
ASSERT(Convert to text($attachment.getContent(); "UTF-8")="%PDF")
//---
// attachments: every parameter
//% sandbox
var $file : 4D.File
var $attachment : 4D.MailAttachment
$file:=File("/PACKAGE/a.png")
$file.setText("x")
$attachment:=MAIL New attachment($file; "logo.gif"; "4D"; "video/mpeg"; mail disposition attachment)
ASSERT($attachment.name="logo.gif")
ASSERT($attachment.cid="4D")
ASSERT($attachment.type="video/mpeg")
ASSERT($attachment.disposition="attachment")
$attachment:=4D.MailAttachment.new($file; ""; "4D"; "")
ASSERT($attachment.name="a.png")
ASSERT($attachment.type="image/png")
ASSERT($attachment.disposition=mail disposition inline)
// The table of parameters has a blank for no cid.
$attachment:=MAIL New attachment($file; ""; " ")
ASSERT($attachment.disposition="attachment")
$attachment:=MAIL New attachment($file; ""; ""; ""; mail disposition inline)
ASSERT($attachment.disposition="inline")
//---
// attachments: the type by the extension
var $blob : Blob
var $expected : Object
var $extension : Text
$expected:={jpg: "image/jpeg"; JPEG: "image/jpeg"; png: "image/png"; gif: "image/gif"; pdf: "application/pdf"}
$expected.doc:="application/msword"
$expected.xls:="application/vnd.ms-excel"
$expected.ppt:="application/vnd.ms-powerpoint"
$expected.zip:="application/zip"
$expected.gz:="application/gzip"
$expected.json:="application/json"
$expected.js:="application/javascript"
$expected.ps:="application/postscript"
$expected.xml:="application/xml"
$expected.htm:="text/html"
$expected.html:="text/html"
$expected.mp3:="audio/mpeg"
$expected.docx:="application/octet-stream"
$expected.txt:="application/octet-stream"
For each ($extension; $expected)
	ASSERT(MAIL New attachment($blob; "name."+$extension).type=$expected[$extension]; $extension)
End for each
ASSERT(MAIL New attachment($blob; "pdf").type="application/octet-stream")
//---
// attachments: a blob, of either kind; a random name without extension where there is none
var $blob : Blob
var $first; $second : 4D.MailAttachment
CONVERT FROM TEXT("abc"; "UTF-8"; $blob)
$first:=MAIL New attachment($blob)
$second:=MAIL New attachment(4D.Blob.new($blob); "")
ASSERT(Length($first.name)>8)
ASSERT(Position("."; $first.name)=0)
ASSERT($first.name#$second.name)
ASSERT($first.type="application/octet-stream")
ASSERT($first.path=Null)
ASSERT($first.platformPath=Null)
// The blob of before, whatever the variable holds now.
SET BLOB SIZE($blob; 0)
ASSERT(Convert to text($first.getContent(); "UTF-8")="abc")
ASSERT($second.getContent().size=3)
//---
// attachments: a path of the system, and a simple file name
//% sandbox
var $attachment : 4D.MailAttachment
File("/PACKAGE/a.json").setText("{}"; "UTF-8-no-bom")
$attachment:=MAIL New attachment("a.json")
ASSERT($attachment.name="a.json")
ASSERT($attachment.type="application/json")
ASSERT($attachment.path=File(File("/PACKAGE/a.json").platformPath; fk platform path).path)
$attachment:=MAIL New attachment(File("/PACKAGE/a.json").platformPath; "b.xml")
ASSERT($attachment.name="b.xml")
ASSERT($attachment.type="application/json")
ASSERT($attachment.getContent().size=2)
//---
// attachments: paths of Windows
//% sandbox
//% paths windows
var $attachment : 4D.MailAttachment
File("/PACKAGE/Pictures/4D.jpg").setText("x"; "UTF-8-no-bom")
$attachment:=MAIL New attachment("Pictures\\4D.jpg"; ""; "4D")
ASSERT($attachment.name="4D.jpg")
ASSERT($attachment.type="image/jpeg")
ASSERT($attachment.disposition="inline")
ASSERT($attachment.platformPath=File("/PACKAGE/Pictures/4D.jpg").platformPath)
//---
// attachments: a file in an archive
//% sandbox
var $attachment : 4D.MailAttachment
var $zip : 4D.ZipArchive
File("/PACKAGE/a.html").setText("<p>"; "UTF-8-no-bom")
ASSERT(ZIP Create archive(File("/PACKAGE/a.html"); File("/PACKAGE/a.zip")).success)
$zip:=ZIP Read archive(File("/PACKAGE/a.zip"))
$attachment:=MAIL New attachment($zip.root.file("a.html"))
ASSERT($attachment.name="a.html")
ASSERT($attachment.type="text/html")
ASSERT($attachment.getContent().size=3)
$attachment:=MAIL New attachment($zip.root.file("b.html"))  //! MAIL New attachment: .*b\.html: there is no such file in the archive
//---
// attachments: a file that is not there
//% sandbox
$attachment:=MAIL New attachment(File("/PACKAGE/none.pdf"))  //! MAIL New attachment: /PACKAGE/none\.pdf: there is no such file \(error -43\)
//---
// attachments: a path to nothing
//% sandbox
$attachment:=MAIL New attachment("none.pdf")  //! MAIL New attachment: .*/none\.pdf: there is no such file \(error -43\)
//---
// attachments: a folder
//% sandbox
Folder("/PACKAGE/in").create()
$attachment:=MAIL New attachment("in")  //! MAIL New attachment: .*/in: it is a folder, not a file
//---
// attachments: an empty path
$attachment:=MAIL New attachment("")  //! path: wanted the path of a file, got an empty text
//---
// attachments: without the permission to read
$attachment:=MAIL New attachment("/etc/hostname")  //! MAIL New attachment: .*permission
//---
// attachments: a file that is gone when the mail is built
//% sandbox
var $attachment : 4D.MailAttachment
File("/PACKAGE/a.pdf").setText("x")
$attachment:=MAIL New attachment(File("/PACKAGE/a.pdf"))
File("/PACKAGE/a.pdf").delete()
$mime:=MAIL Convert to MIME({attachments: [$attachment]})  //! MAIL Convert to MIME: attachment: /PACKAGE/a\.pdf: there is no such file
//---
// attachments: something else than a file
$attachment:=MAIL New attachment({name: "a"})  //! file: wanted 4D.File or 4D.ZipFile or Blob or 4D.Blob or Text, got Object
//---
// attachments: a type that is none
var $blob : Blob
$attachment:=MAIL New attachment($blob; "a"; ""; "text")  //! type: "text" is not a content type
//---
// attachments: a type that would start another header
var $blob : Blob
$attachment:=MAIL New attachment($blob; "a"; ""; "text/plain"+Char(13)+Char(10)+"Bcc: x@y.z")  //! is not a content type
//---
// attachments: a disposition that is none
var $blob : Blob
$attachment:=MAIL New attachment($blob; "a"; ""; ""; "hidden")  //! disposition: "hidden" is neither attachment nor inline
//---
// attachments: a cid that no header can hold
var $blob : Blob
$attachment:=MAIL New attachment($blob; "a"; "a b")  //! "a b" cannot be a cid
//---
// attachments: properties are read-only
var $blob : Blob
var $attachment : 4D.MailAttachment
$attachment:=MAIL New attachment($blob; "a")
$attachment.name:="b"  //! 4D.MailAttachment.name is read-only
//---
// attachments: a mail with a picture and a file is sent
//% sandbox
var $server; $email; $status : Object
var $blob : Blob
$server:={host: "smtp.example.com"; port: 465; user: "kate@example.com"; password: "secret"}
$email:={from: "kate@example.com"; to: "bob@example.com"; subject: "with attachments"}
CONVERT FROM TEXT("GIF89a"; "UTF-8"; $blob)
File("/PACKAGE/Größe.pdf").setText("%PDF"; "UTF-8-no-bom")
$email.attachments:=New collection(MAIL New attachment(File("/PACKAGE/Größe.pdf")))
$email.attachments[1]:=MAIL New attachment($blob; "logo.gif"; "logo")
$email.htmlBody:="<img src='cid:logo'>"
$status:=SMTP New transporter($server).send($email)
ASSERT($status.success)
$mime:=MAIL Convert to MIME($email)
ASSERT(Position("Content-ID: <logo>"; $mime)>Position("multipart/related"; $mime))
ASSERT(Position("filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf"; $mime)>0)
ASSERT(Position("R0lGODlh"; $mime)>0)
//---
// attachments: a mail with one as bytes and back
//% sandbox
var $blob : Blob
var $mail; $back : Object
File("/PACKAGE/a.pdf").setText("%PDF"; "UTF-8-no-bom")
$mail:={subject: "s"; attachments: [MAIL New attachment(File("/PACKAGE/a.pdf"); "b.pdf"; "c"; ""; "attachment")]}
VARIABLE TO BLOB($mail; $blob)
File("/PACKAGE/a.pdf").delete()
BLOB TO VARIABLE($blob; $back)
ASSERT($back.subject="s")
ASSERT(OB Instance of($back.attachments[0]; 4D.MailAttachment))
ASSERT($back.attachments[0].name="b.pdf")
ASSERT($back.attachments[0].cid="c")
ASSERT($back.attachments[0].type="application/pdf")
ASSERT($back.attachments[0].disposition="attachment")
ASSERT($back.attachments[0].path="/PACKAGE/a.pdf")
ASSERT($back.attachments[0].size=Null)
ASSERT(Convert to text($back.attachments[0].getContent(); "UTF-8")="%PDF")
