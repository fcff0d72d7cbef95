// Checks the connection first, so that a wrong host or password is told apart from a refused mail.
// The port is 587: the connection begins in plain and becomes TLS before anybody logs in.

var $password : Text
var $transporter : 4D.SMTPTransporter
var $status : Object

$transporter:=SMTP New transporter({ \
	host: "smtp.example.com"; \
	port: 587; \
	user: "reports@example.com"; \
	password: $password; \
	connectionTimeOut: 10; \
	logFile: "reports.txt"})

$status:=$transporter.checkConnection()
If (Not($status.success))
	ALERT("No connection ("+String($status.status)+"): "+$status.statusText)
	return
End if

$status:=$transporter.send({ \
	from: "reports@example.com"; \
	to: [{name: "Ann"; email: "ann@example.com"}; {name: "Bob"; email: "bob@example.com"}]; \
	bcc: "archive@example.com"; \
	subject: "Daily report"; \
	textBody: "All is well."})

Case of 
	: ($status.success)
		ALERT("The server says: "+$status.statusText)
	: ($status.status=0)
		ALERT("The connection failed: "+$status.statusText)
	Else 
		ALERT("The server refused the mail ("+String($status.status)+"): "+$status.statusText)
End case
