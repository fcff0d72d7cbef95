// The IMAP transporter (API/IMAPTransporterClass.md, API/IMAPNotifierClass.md, commands/imap-new-transporter.md).

//---
// the properties and their default values; password and token are not among them
var $transporter : 4D.IMAPTransporter
$transporter:=IMAP New transporter({host: "imap.example.com"; password: "open sesame"; accessTokenOAuth2: "t0ken"})
ASSERT($transporter.host="imap.example.com")
ASSERT($transporter.port=993)
ASSERT(Not($transporter.acceptUnsecureConnection))
ASSERT($transporter.connectionTimeOut=30)
ASSERT($transporter.checkConnectionDelay=300)
ASSERT($transporter.authenticationMode="")
ASSERT($transporter.user="")
ASSERT($transporter.logFile="")
ASSERT($transporter.password=Null)
ASSERT($transporter.accessTokenOAuth2=Null)
ASSERT(OB Class($transporter).name="IMAPTransporter")
ASSERT(OB Instance of($transporter.notifier; 4D.IMAPNotifier))
ASSERT(Not($transporter.notifier.isStarted))

//---
// the constants
ASSERT(IMAP all=1)
ASSERT(IMAP read write state=0)
ASSERT(IMAP read only state=1)
$modes:=[IMAP authentication CRAM MD5; IMAP authentication login; IMAP authentication plain]
For each ($mode; $modes)
	ASSERT(4D.IMAPTransporter.new({host: "h"; authenticationMode: $mode}).authenticationMode=$mode)
End for each

//---
// every property is read-only
$transporter:=IMAP New transporter({host: "imap.example.com"})
$transporter.port:=143  //! read-only

//---
// a notifier is started and stopped by its functions alone
$transporter:=IMAP New transporter({host: "imap.example.com"})
$transporter.notifier.isStarted:=True  //! read-only

//---
// a host is mandatory
$transporter:=IMAP New transporter({port: 993})  //! IMAP New transporter: server.host: missing

//---
// a connection may be checked before each use
ASSERT(IMAP New transporter({host: "h"; checkConnectionDelay: 0}).checkConnectionDelay=0)
$transporter:=IMAP New transporter({host: "h"; checkConnectionDelay: -1})  //! server.checkConnectionDelay: wanted 0 or more, got -1

//---
// APOP is of POP3 alone
$transporter:=IMAP New transporter({host: "h"; authenticationMode: "APOP"})  //! "APOP" is not an authentication mode

//---
// a listener is an object
$transporter:=IMAP New transporter({host: "h"; listener: "no"})  //! server.listener: wanted Object, got Text

//---
// without the permission to dial nothing is read
$transporter:=IMAP New transporter({host: "localhost"})
$transporter.getBoxList()  //! getBoxList: .* needs the permission 'dial'

//---
// an error is caught, and the result is Null, or an empty blob or text
$transporter:=IMAP New transporter({host: "localhost"})
ASSERT(Try($transporter.selectBox("INBOX"))=Null)
ASSERT(Last errors[0].componentSignature="IMAP")
ASSERT(Try($transporter.getMails(1; 2))=Null)
ASSERT(BLOB size(Try($transporter.getMIMEAsBlob(1)))=0)
ASSERT(Try($transporter.getDelimiter())="")

//---
// arguments
$transporter:=IMAP New transporter({host: "localhost"})
$transporter.selectBox("INBOX"; 7)  //! state: wanted 0 or 1, got 7

//---
// a message is known by a text
$transporter:=IMAP New transporter({host: "localhost"})
$transporter.delete([1])  //! msgIDs\[0\]: wanted Text, got

//---
// Null is no range, and no ids
$transporter:=IMAP New transporter({host: "localhost"})
ASSERT(Try($transporter.getMails(Null))=Null)
ASSERT(Last errors[0].message="getMails: wanted ids@")
$transporter.getMails(Null; 3)  //! getMails: wanted ids and options, or startMsg, endMsg and options

//---
// criteria are read before anything is sent
$transporter:=IMAP New transporter({host: "localhost"})
$transporter.searchMails("SEEN WRONG")  //! searchCriteria: "WRONG" at character 6 is not a search key

//---
// the name of a flag
$transporter:=IMAP New transporter({host: "localhost"})
$flags:={}
$flags["two words"]:=True
$transporter.addFlags(IMAP all; $flags)  //! "two words" cannot be the name of a flag

//---
// a mailbox from its creation to its end
//% sandbox
var $transporter : 4D.IMAPTransporter
$transporter:=IMAP New transporter({host: "imap.example.com"; user: "kate@example.com"; password: "x"})
$name:="Bills"+$transporter.getDelimiter()+"Été"
ASSERT($transporter.createBox($name).success)
ASSERT(Not($transporter.createBox($name).success))
ASSERT($transporter.getBoxList({names: [$name]})[0].selectable)
$mail:={from: "kate@example.com"; to: "bob@example.com"; subject: "Käse"; textBody: "body"; keywords: {}}
$mail.keywords["$flagged"]:=True
$status:=$transporter.append($mail; $name)
ASSERT($status.success)
ASSERT(OB Keys($status).join(" ")="success statusText")
$info:=$transporter.selectBox($name)
ASSERT($info.mailCount=1)
$read:=$transporter.getMail(1)
ASSERT($read.subject="Käse")
ASSERT($read.keywords["$flagged"])
ASSERT($read.size>0)
ASSERT($read.receivedAt#"")
ASSERT($transporter.numToID(0; 0)[0]=$read.id)
ASSERT($transporter.searchMails("SUBJECT \"käse\"")[0]=$read.id)
$head:=$transporter.getMails([$read.id; "999"]; {withBody: False})
ASSERT($head.list[0].bodyValues=Null)
ASSERT($head.notFound[0]="999")
ASSERT($transporter.delete(IMAP all).success)
ASSERT($transporter.expunge().success)
ASSERT($transporter.getBoxInfo().mailCount=0)
ASSERT($transporter.deleteBox($name).success)
ASSERT(Not($transporter.expunge().success))

//---
// a notifier needs a mailbox
//% sandbox
$transporter:=IMAP New transporter({host: "imap.example.com"; user: "kate@example.com"; password: "x"})
$status:=$transporter.notifier.start()
ASSERT(Not($status.success))
ASSERT($status.errors.length=1)
ASSERT($status.errors[0].message=$status.statusText)

//---
// a listener is told of changes while the script waits, and not after stop
//% sandbox
$listener:={events: []}
$listener.onMailCreated:=Formula(This.events.push($2.type+" "+String($2.mailCount)+" "+$1.host))
$listener.onFlagsModified:=Formula(This.events.push($2.type+" "+String($2.msgNumber)+" "+$2.flags.join(" ")))
$listener.onMailDeleted:=Formula(This.events.push($2.type+" "+String($2.msgNumber)))
$user:={host: "imap.example.com"; user: "kate@example.com"; password: "x"}
$other:=IMAP New transporter($user)
ASSERT($other.createBox("Watched").success)
$user.listener:=$listener
$transporter:=IMAP New transporter($user)
$transporter.selectBox("Watched")
ASSERT($transporter.notifier.start().success)
ASSERT($transporter.notifier.isStarted)
ASSERT(Not($transporter.checkConnection().success))
ASSERT($other.append({from: "a@example.com"; subject: "new"; textBody: "x"}; "Watched").success)
For ($i; 1; 100)
	If ($listener.events.length<1)
		DELAY PROCESS(Current process; 3)
	End if
End for
ASSERT($listener.events[0]="mailCreated 1 imap.example.com")
$other.selectBox("Watched")
$flags:={}
$flags["$seen"]:=True
ASSERT($other.addFlags(IMAP all; $flags).success)
$signal:=New signal
For ($i; 1; 50)
	If ($listener.events.length<2)
		$signal.wait(0.1)
	End if
End for
ASSERT($listener.events[1]="FlagsModified 1 @\\Seen@")
ASSERT($transporter.notifier.stop().success)
ASSERT(Not($transporter.notifier.isStarted))
$count:=$listener.events.length
ASSERT($other.delete(IMAP all).success)
ASSERT($other.expunge().success)
DELAY PROCESS(Current process; 12)
ASSERT($listener.events.length=$count)
ASSERT($transporter.getBoxInfo().mailCount=0)

//---
// what a subscribed mailbox is like does not depend on whether all are asked for
//% sandbox
$transporter:=IMAP New transporter({host: "imap.example.com"; user: "kate@example.com"; password: "x"})
ASSERT($transporter.getBoxList({names: ["INBOX"]})[0].interesting)
ASSERT($transporter.getBoxList({names: ["INBOX"]; isSubscribed: True})[0].interesting)
ASSERT($transporter.createBox("Gone").success)
ASSERT($transporter.subscribe("Gone").success)
ASSERT($transporter.getBoxList({isSubscribed: True}).extract("name").includes("Gone"))
ASSERT($transporter.deleteBox("Gone").success)
ASSERT(Not($transporter.getBoxList({isSubscribed: True}).extract("name").includes("Gone")))

//---
// messages that were flagged as deleted are gone when the transporter is, by Null or out of scope
//% sandbox
//% method Sweep
#DECLARE($server : Object; $ids : Collection) : Boolean
var $transporter : 4D.IMAPTransporter
$transporter:=IMAP New transporter($server)
$transporter.selectBox("INBOX")
return $transporter.delete($ids).success
//% end
$server:={host: "imap.example.com"; user: "kate@example.com"; password: "x"}
$other:=IMAP New transporter($server)
$other.selectBox("INBOX")
$ids:=$other.numToID(0; 0)
$count:=$ids.length
For each ($id; $ids)
	ASSERT(Sweep($server; [$id]))
	$count:=$count-1
	ASSERT($other.getBoxInfo().mailCount=$count)
End for each
ASSERT($count=0)
$other.append({subject: "one"; textBody: "x"})
$transporter:=IMAP New transporter($server)
$transporter.selectBox("INBOX")
ASSERT($transporter.delete(IMAP all).success)
ASSERT($other.getBoxInfo().mailCount=1)
$transporter:=Null
ASSERT($other.getBoxInfo().mailCount=0)
