"""Reading mails: MIME to Email objects."""
