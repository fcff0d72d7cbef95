"""The server's side of the SASL mechanisms, which lets everybody in.

A mechanism is a generator: it yields challenges, is sent the responses and returns the user's name. It raises
``ValueError`` for a response that is not of its form; whatever the credentials are, they are right. A
mechanism whose client speaks first yields an empty challenge.
"""

from __future__ import annotations

import base64
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    Exchange = Generator[bytes, bytes, str]

#: RFC 7628 §3.1: the GS2 header of a client without channel binding; a comma in a name is ``=2C``.
_GS2 = re.compile(r"[nyp](?:=[^,]*)?,(?:a=([^,]*))?,")


def plain() -> Exchange:
    """RFC 4616: ``[authzid] NUL authcid NUL passwd``."""
    response = yield b""
    _, user, _ = response.decode().split("\0")
    return user


def login() -> Exchange:
    """draft-murchison-sasl-login: name and password, each asked for."""
    user = yield b"Username:"
    yield b"Password:"
    return user.decode()


def cram_md5(challenge: bytes) -> Exchange:
    """RFC 2195: ``name SP digest``, the digest 32 hexadecimal digits."""
    response = yield challenge
    user, _, digest = response.decode().rpartition(" ")
    if not re.fullmatch("[0-9a-f]{32}", digest):
        raise ValueError("no digest")
    return user


def xoauth2() -> Exchange:
    """Google's and Microsoft's: ``user=… ^A auth=Bearer … ^A ^A``."""
    response = yield b""
    fields = _fields(response.decode().removesuffix("\x01"))
    _check_bearer(fields)
    return fields["user"]


def oauthbearer() -> Exchange:
    """RFC 7628 §3.1: a GS2 header that names the user, then fields as XOAUTH2 has them."""
    response = yield b""
    header, _, rest = response.decode().removesuffix("\x01").partition("\x01")
    match = _GS2.fullmatch(header)
    if match is None:
        raise ValueError("no GS2 header")
    _check_bearer(_fields(rest))
    return (match[1] or "").replace("=2C", ",").replace("=3D", "=")


def _fields(text: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in text.removesuffix("\x01").split("\x01")]
    fields = {name: value for name, equals, value in pairs if equals}
    if len(fields) != len(pairs) or "auth" not in fields:
        raise ValueError("not a list of fields")
    return fields


def _check_bearer(fields: dict[str, str]) -> None:
    scheme, _, token = fields["auth"].partition(" ")
    if scheme.casefold() != "bearer" or not token:
        raise ValueError("no bearer token")
    if "user" in fields and not fields["user"]:
        raise ValueError("no user")


#: The mechanisms in the order a server offers them.
MECHANISMS = ("PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2", "OAUTHBEARER")
#: The ones whose client may answer the first challenge along with the command (RFC 4954 §4).
INITIAL_RESPONSE = frozenset(("PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"))

_SIMPLE: dict[str, Callable[[], Exchange]] = {
    "PLAIN": plain,
    "LOGIN": login,
    "XOAUTH2": xoauth2,
    "OAUTHBEARER": oauthbearer,
}


def begin(mechanism: str, challenge: bytes) -> Exchange | None:
    """The exchange of *mechanism* (upper case), ``None`` if there is none; *challenge* is for CRAM-MD5."""
    if mechanism == "CRAM-MD5":
        return cram_md5(challenge)
    start = _SIMPLE.get(mechanism)
    return start() if start is not None else None


def decode(line: bytes) -> bytes:
    """The Base64 of a response; ``=`` alone is the empty one (RFC 4954 §4). Raises ``ValueError``."""
    return b"" if line == b"=" else base64.b64decode(line, validate=True)
