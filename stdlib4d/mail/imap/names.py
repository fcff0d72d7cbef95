"""Names of mailboxes: any text for the script, modified UTF-7 for the server (RFC 3501 section 5.1.3)."""

from __future__ import annotations

import binascii
import re

_SHIFTED = re.compile(r"[^\x20-\x25\x27-\x7e]+")
_ENCODED = re.compile(r"&([^-]*)-")


def encode_name(name: str) -> str:
    """*name* as a server knows it: printable ASCII, whatever is in it."""
    return _SHIFTED.sub(_encode, name)


def _encode(found: re.Match[str]) -> str:
    # An ampersand stands alone or beside other characters; only alone it has the short form.
    return "".join(
        "&-" * len(run) if run[0] == "&" else f"&{_base64(run)}-" for run in re.findall("&+|[^&]+", found[0])
    )


def _base64(text: str) -> str:
    data = text.encode("utf-16-be", "surrogatepass")
    return binascii.b2a_base64(data, newline=False).decode("ascii").rstrip("=").replace("/", ",")


def decode_name(raw: bytes) -> str:
    """The name that a server says; one that is not encoded as it should be is taken as it is."""
    name = raw.decode("utf-8", "replace")
    if "&" not in name:
        return name
    try:
        decoded = _ENCODED.sub(_decode, name)
    except ValueError:
        return name
    return decoded


def _decode(found: re.Match[str]) -> str:
    text = found[1]
    if not text:
        return "&"
    data = binascii.a2b_base64(
        text.replace(",", "/").encode("ascii") + b"=" * (-len(text) % 4), strict_mode=True
    )
    return data.decode("utf-16-be", "surrogatepass")


def is_inbox(name: str) -> bool:
    """Whether *name* is the one that has no case."""
    return name.upper() == "INBOX"
