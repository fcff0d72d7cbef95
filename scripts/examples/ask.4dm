// Asks before it sends. On a terminal a person answers, otherwise the lines of --answers do;
// where the answers end, every question counts as cancelled.

var $recipient; $subject : Text
var $status : Object

$recipient:=Request("Send it to:"; "bob@example.com")
If (OK=1)
	$subject:=Request("Subject:"; "Hello")
End if 
If (OK=1)
	CONFIRM("Send \""+$subject+"\" to "+$recipient+"?"; "Send"; "Don't send")
End if 

If (OK=0)
	ALERT("Nothing was sent.")
	return 
End if 

$status:=SMTP New transporter({host: "smtp.example.com"; port: 465}).send({ \
	from: "ann@example.com"; \
	to: $recipient; \
	subject: $subject; \
	textBody: "Sent on "+String(Current date; "yyyy-MM-dd")+"."})

ALERT($status.success ? "Sent." : "Not sent: "+$status.statusText)
