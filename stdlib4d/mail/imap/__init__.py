"""Reading mailboxes: the IMAP transporter and its notifier."""
