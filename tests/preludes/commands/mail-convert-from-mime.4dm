//--- 0
//% file Mails/templateMail.txt
From: Ann <ann@example.com>
To: bob@example.com
Subject: Hello

Hello!
//% end
//--- 1
var WParea : Object:={html: "<p>Hello</p>"}
