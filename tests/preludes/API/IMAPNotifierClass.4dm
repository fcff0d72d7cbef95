//% message INBOX
Subject: Old

//% end
//% class IMAPListener
Class constructor

Function onMailCreated($transporter : 4D.IMAPTransporter; $event : Object)
	<>created:=$event
	<>box:=$transporter.host
//% end
var $myToken : Text:="token-1"
