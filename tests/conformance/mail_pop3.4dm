// The POP3 transporter (API/POP3TransporterClass.md, commands/pop3-new-transporter.md).

//---
// the properties and their default values; password and token are not among them
var $transporter : 4D.POP3Transporter
$transporter:=POP3 New transporter({host: "pop.example.com"; password: "open sesame"; accessTokenOAuth2: "t0ken"})
ASSERT($transporter.host="pop.example.com")
ASSERT($transporter.port=995)
ASSERT(Not($transporter.acceptUnsecureConnection))
ASSERT($transporter.connectionTimeOut=30)
ASSERT($transporter.authenticationMode="")
ASSERT($transporter.user="")
ASSERT($transporter.logFile="")
ASSERT($transporter.password=Null)
ASSERT($transporter.accessTokenOAuth2=Null)
ASSERT(OB Instance of($transporter; 4D.POP3Transporter))
ASSERT(OB Class($transporter).name="POP3Transporter")

//---
// what is given, and the function new of the class
$server:={host: " pop.example.com "; port: 110; user: "kate"; connectionTimeOut: 5; logFile: "a.txt"; acceptUnsecureConnection: True}
$server.authenticationMode:="apop"
$transporter:=4D.POP3Transporter.new($server)
ASSERT($transporter.host="pop.example.com")
ASSERT($transporter.port=110)
ASSERT($transporter.user="kate")
ASSERT($transporter.connectionTimeOut=5)
ASSERT($transporter.logFile="a.txt")
ASSERT($transporter.acceptUnsecureConnection)
ASSERT($transporter.authenticationMode="APOP")
// The transporter keeps what the object was then.
$server.port:=995
ASSERT($transporter.port=110)

//---
// every property is read-only
$transporter:=POP3 New transporter({host: "pop.example.com"})
$transporter.user:="kate"  //! read-only

//---
// the modes by their constants
$modes:=[POP3 authentication APOP; POP3 authentication CRAM MD5; POP3 authentication login; POP3 authentication plain; POP3 authentication user]
For each ($mode; $modes)
	ASSERT(POP3 New transporter({host: "h"; authenticationMode: $mode}).authenticationMode=$mode)
End for each
ASSERT($modes.join(" ")="APOP CRAM-MD5 LOGIN PLAIN USER")

//---
// a host is mandatory
$transporter:=POP3 New transporter({port: 995})  //! POP3 New transporter: server.host: missing

//---
// a mode that there is not
$transporter:=POP3 New transporter({host: "h"; authenticationMode: "NTLM"})  //! "NTLM" is not an authentication mode

//---
// OAUTH2 wants its token
$transporter:=POP3 New transporter({host: "h"; authenticationMode: POP3 authentication OAUTH2})  //! server.accessTokenOAuth2: missing

//---
// the wrong type of a property
$transporter:=POP3 New transporter({host: "h"; port: "pop3"})  //! server.port: wanted Integer, got Text

//---
// without the permission to dial nothing is read
$transporter:=POP3 New transporter({host: "localhost"})
$transporter.getBoxInfo()  //! getBoxInfo: .* needs the permission 'dial'

//---
// an error is caught, and the result is Null
$transporter:=POP3 New transporter({host: "localhost"})
ASSERT(Try($transporter.getMail(1))=Null)
ASSERT(Last errors[0].componentSignature="POP3")
ASSERT(BLOB size(Try($transporter.getMIMEAsBlob(1)))=0)

//---
// a check tells success and a text; there is no status, as SMTP has one
//% sandbox
$status:=POP3 New transporter({host: "pop.example.com"; user: "kate@example.com"}).checkConnection()
ASSERT($status.success)
ASSERT($status.statusText#"")
ASSERT(OB Keys($status).join(" ")="success statusText")

//---
// a mail that was sent is read: its number, size and id, the mail as an object and as it is
//% sandbox
$user:={host: "mail.example.com"; user: "bob@example.com"; password: "x"}
$before:=POP3 New transporter($user).getBoxInfo().mailCount
$sending:=SMTP New transporter({host: "mail.example.com"; port: 465})
$mail:={from: "Kate <kate@example.com>"; to: "bob@example.com"; subject: "Käse"; textBody: ".dot\n..dots\nend"}
ASSERT($sending.send($mail).success)

$transporter:=POP3 New transporter($user)
$box:=$transporter.getBoxInfo()
$list:=$transporter.getMailInfoList()
ASSERT($box.mailCount=($before+1))
ASSERT($list.length=$box.mailCount)
ASSERT($list.sum("size")=$box.size)
$info:=$list[$list.length-1]
ASSERT($info.number=$box.mailCount)
ASSERT(Value type($info.id)=Is text)
ASSERT(Value type($info.size)=Is real)
$found:=$transporter.getMailInfo($info.number)
ASSERT($found.id=$info.id)
ASSERT($found.size=$info.size)
ASSERT($found.number=Null)

$read:=$transporter.getMail($info.number)
ASSERT($read.subject="Käse")
ASSERT($read.from[0].name="Kate")
ASSERT($read.from[0].email="kate@example.com")
ASSERT($read.bodyValues.p0001.value=".dot\n..dots\nend@")
ASSERT($read.id=Null)
ASSERT($read.receivedAt=Null)
ASSERT($read.size=Null)
$blob:=$transporter.getMIMEAsBlob($info.number)
ASSERT(BLOB size($blob)=$info.size)
ASSERT(MAIL Convert from MIME($blob).messageId=$read.messageId)

$head:=$transporter.getMail($info.number; True)
ASSERT($head.subject="Käse")
ASSERT($head.headers.length=$read.headers.length)
ASSERT($head.bodyStructure=Null)
ASSERT($head.bodyValues=Null)
ASSERT($head.attachments=Null)
ASSERT($transporter.getMail($info.number; False).bodyValues#Null)

//---
// what does not exist
//% sandbox
$transporter:=POP3 New transporter({host: "mail.example.com"; user: "bob@example.com"})
For each ($number; [0; -1; 999])
	ASSERT($transporter.getMail($number)=Null)
	ASSERT($transporter.getMail($number; True)=Null)
	ASSERT($transporter.getMailInfo($number)=Null)
	ASSERT(BLOB size($transporter.getMIMEAsBlob($number))=0)
End for each
$transporter.delete(999)  //! delete: there is no mail with the number 999

//---
// a mail that is marked is not there, until all marks are removed
//% sandbox
$transporter:=POP3 New transporter({host: "mail.example.com"; user: "bob@example.com"})
$count:=$transporter.getBoxInfo().mailCount
$size:=$transporter.getMailInfo(1).size
$transporter.delete(1)
ASSERT($transporter.getMail(1)=Null)
ASSERT($transporter.getMailInfo(1)=Null)
ASSERT(BLOB size($transporter.getMIMEAsBlob(1))=0)
ASSERT($transporter.getBoxInfo().mailCount=($count-1))
ASSERT($transporter.getMailInfoList()[0].number=2)
$transporter.undeleteAll()
ASSERT($transporter.getMailInfo(1).size=$size)
ASSERT($transporter.getBoxInfo().mailCount=$count)

//---
// marked mails are deleted when the transporter is Null, and the rest gets new numbers
//% sandbox
$server:={host: "mail.example.com"; user: "bob@example.com"}
$transporter:=POP3 New transporter($server)
$ids:=$transporter.getMailInfoList().extract("id")
$transporter.delete(1)
$transporter.delete(3)
$transporter:=Null
$ids.remove(2).remove(0)
$list:=POP3 New transporter($server).getMailInfoList()
ASSERT($list.extract("id").equal($ids))
ASSERT($list[0].number=1)
ASSERT($list[$list.length-1].number=$list.length)

//---
// … or out of scope
//% sandbox
//% method Sweep
#DECLARE($server : Object) : Integer
var $transporter : 4D.POP3Transporter
$transporter:=POP3 New transporter($server)
For each ($info; $transporter.getMailInfoList())
	$transporter.delete($info.number)
End for each
return $transporter.getBoxInfo().mailCount
//% end
$server:={host: "mail.example.com"; user: "bob@example.com"}
ASSERT(Sweep($server)=0)
ASSERT(POP3 New transporter($server).getBoxInfo().mailCount=0)
ASSERT(POP3 New transporter($server).getMailInfoList().length=0)

//---
// the marks are of one transporter, and nothing is deleted as long as an object has it
//% sandbox
$server:={host: "mail.example.com"; user: "bob@example.com"}
$transporter:=POP3 New transporter($server)
$count:=$transporter.getBoxInfo().mailCount
$transporter.delete(1)
$o:={kept: [$transporter]}
$transporter:=Null
ASSERT($o.kept[0].getBoxInfo().mailCount=($count-1))
$o.kept[0].undeleteAll()
$o.kept.clear()
ASSERT(POP3 New transporter($server).getBoxInfo().mailCount=$count)
