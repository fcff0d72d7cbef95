// commands/smtp-new-transporter.md: scripts in the mail sandbox
//---
// sandbox: a mail is sent to whatever host the script names
//% sandbox
var $server; $email; $status : Object
var $transporter : 4D.SMTPTransporter
$server:=New object
$server.host:="smtp.example.com"
$server.port:=465
$server.user:="kate@example.com"
$server.password:="secret"
$transporter:=SMTP New transporter($server)
ASSERT($transporter.host="smtp.example.com")
$email:=New object
$email.subject:="my first mail"
$email.from:="kate@example.com"
$email.to:="bob@example.com;eve@example.com"
$email.textBody:="Hello World"
$status:=$transporter.send($email)
ASSERT($status.success)
//---
// sandbox: a transporter without a host
//% sandbox
var $server : Object
$server.host:="smtp.example.com"  //! create \$server first: \$server:=New object
