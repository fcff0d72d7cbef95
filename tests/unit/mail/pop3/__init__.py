"""Receiving by POP3, with a server that misbehaves where a test wants it to."""
