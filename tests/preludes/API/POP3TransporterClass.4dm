//% message INBOX; ; 2026-05-01T08:00:00Z; 3
From: Ann Lee <ann@example.com>
Subject: Letter {number}

Dear reader, this is letter {number}.
//% end
//--- 0
//% answer secret
//--- 1
$POP3_transporter:=POP3 New transporter({host: "pop.example.com"; port: 995; user: "4d@gmail.com"; password: "xxxx"})
