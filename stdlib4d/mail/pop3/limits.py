"""How much is taken from a server, in bytes: what is longer ends the connection."""

from __future__ import annotations

#: An answer of one line; RFC 2449 has 512, challenges and the texts of some servers are longer.
LINE = 1 << 14
#: The capabilities.
CAPABILITIES = 1 << 16
#: The list of all mails: a million of them, with their ids.
LIST = 1 << 26
#: A mail.
MAIL = 1 << 28
