// Sends one mail, as text and as HTML.
// The password stays out of the script: 4dm run --secret password=SMTP_PASSWORD send.4dm

var $password : Text
var $server; $mail; $status : Object

$server:={host: "smtp.example.com"; port: 465; user: "ann@example.com"; password: $password}

$mail:={from: "Ann <ann@example.com>"; to: "bob@example.com, Carol <carol@example.com>"}
$mail.subject:="Lunch on Friday?"
$mail.textBody:="Noon, at the café?"
$mail.htmlBody:="<p>Noon, at the <b>café</b>?</p>"

$status:=SMTP New transporter($server).send($mail)

If ($status.success)
	ALERT("The mail is on its way.")
Else
	ALERT("The mail was not sent: "+$status.statusText)
End if
