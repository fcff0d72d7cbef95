"""Receiving mails from a drop: the POP3 transporter."""
