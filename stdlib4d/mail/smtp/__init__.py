"""Sending mails: the SMTP transporter."""
