// 4D Write Pro: areas that hold HTML and pictures
//---
// an area goes into a mail with its pictures
var $picture; $mime : Blob
TEXT TO BLOB("GIF89a"; $picture; UTF8 text without length)
var $area:=WP New("<p>Grüße <img src=\"cid:logo\"></p>")
$area.pictures.push(MAIL New attachment($picture; "logo.gif"; "logo"))
WP EXPORT VARIABLE($area; $mime; wk mime html)
var $mail:=MAIL Convert from MIME($mime)
ASSERT($mail.bodyStructure.type="multipart/related")
ASSERT($mail.bodyValues.p0001.value="<p>Grüße <img src=\"cid:logo\"></p>")
ASSERT($mail.attachments[0].cid="logo")
ASSERT($mail.attachments[0].name="logo.gif")
ASSERT(BLOB to text($mail.attachments[0].getContent(); UTF8 text without length)="GIF89a")
$mail.from:="ann@example.com"
$mail.to:="bob@example.com"
ASSERT(Position("From: ann@example.com"; MAIL Convert to MIME($mail))>0)
//---
// a Text variable gets a text; an area may be a plain object, or come from another one
var $text : Text
WP EXPORT VARIABLE({html: "<b>x</b>"}; $text; wk mime html)
ASSERT($text="@Content-Type: text/html@<b>x</b>@")
WP EXPORT VARIABLE(WP New({html: "<i>y</i>"}); $text; wk mime html)
ASSERT($text="@<i>y</i>@")
ASSERT(WP New.html="")
//---
// another format is an error
var $blob : Blob
WP EXPORT VARIABLE(WP New; $blob; 2)  //! WP EXPORT VARIABLE: format: only wk mime html
//---
// what is no area is an error
var $blob : Blob
WP EXPORT VARIABLE({html: 5}; $blob; wk mime html)  //! WP EXPORT VARIABLE: wpDoc.html: wanted Text
//---
// an area as a .docx file, which is an archive
var $blob : Blob
WP EXPORT VARIABLE(WP New("<h1>Grüße</h1><p>All is <b>well</b>.</p>"); $blob; wk docx)
ASSERT(BLOB size($blob)>1000)
ASSERT(($blob{0}=80) & ($blob{1}=75))
ASSERT(MAIL New attachment($blob; "a.docx").getContent().size=BLOB size($blob))
//---
// a picture of an area is an attachment
var $blob : Blob
WP EXPORT VARIABLE({html: "a"; pictures: ["b"]}; $blob; wk docx)  //! WP EXPORT VARIABLE: wpDoc.pictures\[0\]: wanted 4D.MailAttachment, got Text
