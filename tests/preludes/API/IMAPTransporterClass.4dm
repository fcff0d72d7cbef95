// Eight messages in INBOX: three about features, the first of them read, two reports, three others.
//% mailbox Drafts
//% mailbox documents
//% message INBOX; \Seen; 2026-05-01T08:00:00Z
From: news@example.com
Subject: 4D new feature: sandbox

One.
//% end
//% message INBOX; ; 2026-05-02T08:00:00Z; 2
From: news@example.com
Subject: 4D new feature: number {number}

More.
//% end
//% message INBOX; \Flagged; 2026-05-03T08:00:00Z
From: ada@example.com
Subject: Reports of April

Figures.
//% end
//% message INBOX; \Seen $Label; 2026-05-04T08:00:00Z
From: ada@example.com
Subject: reports of May

Figures.
//% end
//% message INBOX; ; 2026-05-05T08:00:00Z; 3
From: ann@example.com
Subject: Letter {number}

Dear reader, this is letter {number}.
//% end
//--- 4, 7, 19, 28, 29
//% answer secret
//--- 6
//% message Junk Email; \Seen; 2026-05-03T08:00:00Z; 3
Subject: Prize {number}

//% end
//--- 7, 28, 29
//% mailbox Bills
//% mailbox Bills/Nova Orion Industries
//--- 7
//% mailbox Bills/Atlas Corp
//--- 9-11
$server:={host: "imap.example.com"; port: 993; user: "4d@gmail.com"; password: "xxxx"}
//--- 10, 11
//% mailbox Bills
//% mailbox Bills/Atlas Corp
//% message Bills/Atlas Corp
Subject: Bill

//% end
//--- 13
//% message INBOX; ; 2026-05-06T08:00:00Z; 20
From: ann@example.com
Subject: Note {number}

Text.
//% end
//--- 19
//% mailbox Invoices
//% mailbox Invoices/Paid
//% message Invoices
Subject: Invoice

//% end
//--- 28
//% mailbox Bills/Atlas Corp; unsubscribed
//--- 29
//% mailbox Bills/Atlas Corp
