// Writes to each reader by name, over one kept connection.
// The text comes from the project method newsletter_text, which is the file beside this one.

var $readers : Collection
var $reader; $mail; $status : Object
var $transporter : 4D.SMTPTransporter
var $failed : Collection:=[]

$readers:=[ \
	{name: "Ann"; email: "ann@example.com"; language: "en"}; \
	{name: "Zoë"; email: "zoe@example.com"; language: "fr"}; \
	{name: "Bob"; email: "bob@example.com"; language: "en"}]

$transporter:=SMTP New transporter({host: "smtp.example.com"; port: 465; keepAlive: True})

For each ($reader; $readers.orderBy("name"))
	$mail:={from: "News <news@example.com>"; to: [$reader]}
	$mail.subject:=($reader.language="fr") ? "Les nouvelles" : "The news"
	$mail.textBody:=newsletter_text($reader)
	$mail.headers:=[{name: "List-Unsubscribe"; value: "<mailto:leave@example.com>"}]
	
	$status:=$transporter.send($mail)
	If (Not($status.success))
		$failed.push($reader.email+": "+$status.statusText)
	End if 
End for each 

ALERT(String($readers.length-$failed.length)+" of "+String($readers.length)+" sent")
If ($failed.length>0)
	ALERT($failed.join("\n"))
End if
