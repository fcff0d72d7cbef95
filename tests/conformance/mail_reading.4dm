// MAIL Convert from MIME: the parts and values of a mail (API/EmailObjectClass.md, "Handling body part").
var $lf; $mime : Text
var $mail : Object
$lf:=Char(13)+Char(10)
$mime:="From: =?utf-8?Q?Doe,_J=C3=B6rg?= <j@example.org>"+$lf+"To: a@example.org, B <b@example.org>"+$lf
$mime:=$mime+"Date: Sun, 13 Sep 2020 18:11:53 +0200"+$lf+"Subject: =?utf-8?Q?caf?="+$lf+" =?utf-8?Q?=C3=A9?="+$lf
$mime:=$mime+"Message-ID: <1@example.org>"+$lf+"References: <2@x> <3@x>"+$lf+"Keywords: red, 4d"+$lf
$mime:=$mime+"Content-Type: multipart/mixed; boundary=B"+$lf+$lf+"--B"+$lf+"Content-Type: text/plain; charset=utf-8"+$lf+$lf+"Hi"+$lf+"you"+$lf
$mime:=$mime+"--B"+$lf+"Content-Type: text/html"+$lf+$lf+"<p>Hi</p>"+$lf+"--B"+$lf+"Content-Type: application/pdf"+$lf
$mime:=$mime+"Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.pdf; size=3"+$lf+"Content-Transfer-Encoding: base64"+$lf+$lf+"QUJD"+$lf+"--B--"+$lf
$mail:=MAIL Convert from MIME($mime)
ASSERT($mail.from[0].name="Doe, Jörg")
ASSERT($mail.from[0].email="j@example.org")
ASSERT($mail.to.length=2)
ASSERT($mail.to[0].name=Null)
ASSERT($mail.to[1].email="b@example.org")
ASSERT($mail.subject="café")
ASSERT($mail.sendAt="2020-09-13T16:11:53Z")
ASSERT($mail.messageId="1@example.org")
ASSERT($mail.references.join(" ")="2@x 3@x")
ASSERT($mail.keywords["4d"])
ASSERT($mail.headers[0].name="From")
ASSERT($mail.bodyStructure.type="multipart/mixed")
ASSERT($mail.bodyStructure.subParts[0].partId="p0001")
ASSERT($mail.bodyStructure.subParts[0].charset="utf-8")
ASSERT($mail.bodyStructure.subParts[1].type="text/html")
ASSERT($mail.bodyValues.p0001.value=("Hi"+Char(10)+"you"))
ASSERT($mail.bodyValues.p0001.isEncodingProblem=False)
ASSERT($mail.bodyValues.p0002.value="<p>Hi</p>")
ASSERT($mail.attachments.length=1)
ASSERT($mail.attachments[0].name="café.pdf")
ASSERT($mail.attachments[0].type="application/pdf")
ASSERT($mail.attachments[0].size=3)
ASSERT(BLOB to text($mail.attachments[0].getContent(); UTF8 text without length)="ABC")
//---
// A blob, damaged; what it says of the problem.
var $mime : Blob
var $mail : Object
TEXT TO BLOB("no header at all"; $mime; UTF8 text without length)
$mail:=MAIL Convert from MIME($mime)
ASSERT($mail.bodyStructure.type="text/plain")
ASSERT($mail.bodyValues.p0001.value="no header at all")
$mail:=MAIL Convert from MIME("Content-Transfer-Encoding: odd"+Char(10)+Char(10)+"x")
ASSERT($mail.bodyValues.p0001.isEncodingProblem)
ASSERT($mail.bodyStructure.encoding="odd")
//---
// There and back.
var $mail; $back : Object
$mail:=New object("from"; "a@x.org"; "to"; "b@x.org"; "subject"; "été"; "textBody"; "à"; "htmlBody"; "<b>à</b>")
$back:=MAIL Convert from MIME(MAIL Convert to MIME($mail))
ASSERT($back.subject="été")
ASSERT($back.bodyStructure.type="multipart/alternative")
ASSERT($back.bodyValues.p0001.value="à")
$back:=MAIL Convert from MIME(MAIL Convert to MIME($back))
ASSERT($back.bodyValues.p0002.value="<b>à</b>")
ASSERT($back.from[0].email="a@x.org")
//---
// Lines that end in CR alone; a charset by another name; a date as it was written once; an address with a comment.
var $cr; $mime : Text
var $mail : Object
$cr:=Char(13)
$mime:="From: ann@example.com (Ann Smith)"+$cr+"To: friends: bob@example.com, \"C, D\" <c@example.com>;"+$cr
$mime:=$mime+"Subject : =?x-sjis?B?k/qWew==?="+$cr+"Date: 13 Sep 99 16:11 EST (winter)"+$cr+$cr+"one"+$cr+"two"
$mail:=MAIL Convert from MIME($mime)
ASSERT($mail.from[0].name="Ann Smith")
ASSERT($mail.to.extract("email").join(" ")="bob@example.com c@example.com")
ASSERT($mail.to[1].name="C, D")
ASSERT($mail.subject="日本")
ASSERT($mail.sendAt="1999-09-13T21:11:00Z")
ASSERT($mail.bodyValues.p0001.value=("one"+Char(10)+"two"))
//---
// A boundary that nobody announced; names of files in sections, without quotes, and only on the type; uuencode.
var $lf; $mime : Text
var $files : Collection
$lf:=Char(10)
$mime:="Content-Type: multipart/mixed"+$lf+$lf+"--x"+$lf+"Content-Type: text/plain"+$lf+$lf+"Hi"+$lf
$mime:=$mime+"--x"+$lf+"Content-Type: application/pdf"+$lf+"Content-Disposition: attachment; filename*1=\"rt.pdf\"; filename*0*=utf-8''r%C3%A9po"+$lf+$lf+$lf
$mime:=$mime+"--x"+$lf+"Content-Type: image/png"+$lf+"Content-Disposition: inline; filename=my holiday (1).png"+$lf+"Content-ID: <a@b>"+$lf+$lf+$lf
$mime:=$mime+"--x"+$lf+"Content-Type: text/csv; name==?utf-8?Q?=C3=A9t=C3=A9.csv?="+$lf+"Content-Transfer-Encoding: x-uuencode"+$lf+$lf
$mime:=$mime+"begin 644 x"+$lf+"#86)C"+$lf+"`"+$lf+"end"+$lf
$files:=MAIL Convert from MIME($mime).attachments
ASSERT($files.extract("name").join("|")="réport.pdf|my holiday (1).png|été.csv")
ASSERT($files.extract("disposition").join("|")="attachment|inline|attachment")
ASSERT($files[1].cid="a@b")
ASSERT(BLOB to text($files[2].getContent(); UTF8 text without length)="abc")
//---
// An invitation and a mail within the mail are attachments; what their headers say beside the type is kept.
var $lf; $mime; $inner : Text
var $mail; $structure : Object
$lf:=Char(13)+Char(10)
$inner:="Subject:  two  blanks"+$lf+$lf+"Hello  "+$lf
$mime:="Content-Type: multipart/mixed; boundary=x"+$lf+$lf+"--x"+$lf+"Content-Type: text/calendar; method=REQUEST"+$lf+$lf+"BEGIN"+$lf
$mime:=$mime+"--x"+$lf+"Content-Type: message/rfc822"+$lf+$lf+$inner+$lf+"--x--"+$lf
$mail:=MAIL Convert from MIME($mime)
ASSERT($mail.attachments.extract("type").join("|")="text/calendar|message/rfc822")
ASSERT($mail.bodyStructure.subParts[0].headers[0].value="text/calendar; method=REQUEST")
ASSERT(BLOB to text($mail.attachments[1].getContent(); UTF8 text without length)=$inner)
//---
// Text in a charset that nobody knows, and bytes that are none of it.
var $mail : Object
$mail:=MAIL Convert from MIME("Content-Type: text/plain; charset=x-nobody"+Char(10)+Char(10)+"é")
ASSERT($mail.bodyValues.p0001.value="é")
ASSERT($mail.bodyValues.p0001.isEncodingProblem)
$mail:=MAIL Convert from MIME("Content-Type: text/plain; charset=utf-8"+Char(10)+"Content-Transfer-Encoding: quoted-printable"+Char(10)+Char(10)+"a=FF")
ASSERT($mail.bodyValues.p0001.value=("a"+Char(0xFFFD)))
ASSERT($mail.bodyValues.p0001.isEncodingProblem)
