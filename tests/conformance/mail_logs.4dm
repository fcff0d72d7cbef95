// The regular logs of mail (Debugging/debugLogFiles.md; commands/set-database-parameter.md, "SMTP Log").

//---
// a log is off, is switched on with the number of its first file, and off again
//% sandbox
ASSERT(Get database parameter(SMTP Log)=0)
SET DATABASE PARAMETER(SMTP Log; 4)
ASSERT(Get database parameter(SMTP Log)=4)
ASSERT(Get database parameter(POP3 Log)=0)
ASSERT(Folder(fk logs folder).file("4DSMTPLog_4.txt").exists)
ASSERT(Get 4D file(SMTP log file)=Folder(fk logs folder).file("4DSMTPLog_4.txt").platformPath)
SET DATABASE PARAMETER(SMTP Log; 0)
ASSERT(Get database parameter(SMTP Log)=0)

//---
// the three protocols have a log each
//% sandbox
SET DATABASE PARAMETER(POP3 Log; 1)
SET DATABASE PARAMETER(IMAP Log; 2)
ASSERT(Folder(fk logs folder).files().extract("fullName").orderBy().join(" ")="4DIMAPLog_2.txt 4DPOP3Log_1.txt")

//---
// a number below 0 is none
SET DATABASE PARAMETER(IMAP Log; -1)  //! the number of a log is from 0 to 2147483647, got -1
//---
// nor is one without an end
SET DATABASE PARAMETER(IMAP Log; 1e309)  //! the number of a log is from 0 to 2147483647, got inf

//---
// five columns; the header of a mail, not its text; no password
//% sandbox
SET DATABASE PARAMETER(SMTP Log; 1)
$server:={host: "smtp.example.com"; port: 465; user: "kate@example.com"; password: "open sesame"}
$server.authenticationMode:=SMTP authentication plain
$status:=SMTP New transporter($server).send({from: "kate@example.com"; to: "bob@example.com"; subject: "Log me"; textBody: "not me"})
ASSERT($status.success)
$lines:=Split string(Folder(fk logs folder).file("4DSMTPLog_1.txt").getText(); "\n"; sk ignore empty strings)
$first:=Split string($lines[0]; "\t")
ASSERT($first.length=5)
ASSERT($first[0]="1")
ASSERT(Match regex("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)"; $first[1]))
ASSERT($first[2]=String(Current process))
ASSERT($first[4]="SMTP session started: host smtp.example.com, port 465, TLS")
$text:=$lines.join("\n")
ASSERT(Position("\tC > AUTH PLAIN ****\n"; $text; *)>0)
ASSERT(Position("\tS < 235 "; $text; *)>0)
ASSERT(Position("\nSubject: Log me\n"; $text; *)>0)
ASSERT(Position("not me"; $text; *)=0)
ASSERT(Position("open sesame"; $text; *)=0)
$encoded:="\u0000kate@example.com\u0000open sesame"
BASE64 ENCODE($encoded)
ASSERT(Position($encoded; $text; *)=0)

//---
// every process writes into one log, with its own number
//% sandbox
//% method Sending
#DECLARE($signal : 4D.Signal)
$server:={host: "smtp.example.com"; port: 465; keepAlive: False}
$status:=SMTP New transporter($server).send({from: "a@example.com"; to: "b@example.com"; subject: Current process name})
Use ($signal)
	$signal.process:=Current process
	$signal.success:=$status.success
End use
$signal.trigger()
//% end
SET DATABASE PARAMETER(SMTP Log; 1)
$signal:=New signal
$number:=New process("Sending"; 0; "other"; $signal)
ASSERT($signal.wait(20))
ASSERT($signal.success)
$lines:=Split string(Folder(fk logs folder).file("4DSMTPLog_1.txt").getText(); "\n")
ASSERT(Split string($lines[0]; "\t").slice(2; 4).join(" ")=(String($signal.process)+" "+String($signal.process)))

//---
// a file that has the name is replaced; the same number again changes nothing
//% sandbox
$log:=Folder(fk logs folder).file("4DSMTPLog_1.txt")
$log.setText("of last time")
SET DATABASE PARAMETER(SMTP Log; 1)
ASSERT($log.getText()="")
$status:=SMTP New transporter({host: "smtp.example.com"; port: 465}).checkConnection()
$text:=$log.getText()
ASSERT(Position("C > NOOP"; $text)>0)
SET DATABASE PARAMETER(SMTP Log; 1)
ASSERT($log.getText()=$text)

//---
// Circular log limitation is the number of files that stay
//% sandbox
$folder:=Folder(fk logs folder)
$folder.create()
For ($i; 1; 4)
	$folder.file("4DSMTPLog_"+String($i)+".txt").setText("old")
End for
$folder.file("4DSMTPLog_x.txt").setText("another's")
SET DATABASE PARAMETER(Circular log limitation; 2)
SET DATABASE PARAMETER(SMTP Log; 7)
ASSERT($folder.files().extract("fullName").orderBy().join(" ")="4DSMTPLog_4.txt 4DSMTPLog_7.txt 4DSMTPLog_x.txt")
