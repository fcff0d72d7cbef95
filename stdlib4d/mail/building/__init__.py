"""Writing mails: Email objects to MIME."""
