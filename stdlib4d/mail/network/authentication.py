"""SASL mechanisms: which one, and what it says (RFC 4954, 3501 section 6.2.2, 5034)."""

from __future__ import annotations

import binascii
import hmac

from .failure import ConnectionFailure
from .secret import Secret, base64_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from .settings import ServerSettings

#: The strongest first: CRAM-MD5 and APOP do not send the password, the other three do. APOP and USER are POP3's.
PASSWORD_MECHANISMS = ("CRAM-MD5", "APOP", "PLAIN", "LOGIN", "USER")
#: XOAUTH2 is what the large providers have; OAUTHBEARER is RFC 7628.
TOKEN_MECHANISMS = ("XOAUTH2", "OAUTHBEARER")


def choose_mechanisms(settings: ServerSettings, offered: Collection[str]) -> tuple[str, ...]:
    """The mechanisms to try, in order; none where the script gave no credentials.

    *offered* is what the server announced, in capitals. A mode that the script asked for and that is not
    offered raises :class:`ConnectionFailure` with a text that says so.
    """
    mode = settings.authentication_mode
    if settings.token is not None and mode in ("", "OAUTH2"):
        found = tuple(name for name in TOKEN_MECHANISMS if name in offered)[:1]
        # "the OAuth 2 protocol is used (if allowed by the server)": a password that is there may still do.
        if found or mode or settings.password is None:
            return found or _refuse("OAUTH2", settings, offered)
    if not settings.user:
        return ()
    if mode:
        return (mode,) if mode in offered else _refuse(mode, settings, offered)
    possible = [name for name in PASSWORD_MECHANISMS if name in settings.protocol.modes]
    return tuple(name for name in possible if name in offered) or _refuse(
        "any of " + ", ".join(possible), settings, offered
    )


def _refuse(wanted: str, settings: ServerSettings, offered: Collection[str]) -> tuple[str, ...]:
    listed = ", ".join(sorted(name for name in offered if name.isprintable())) or "no authentication"
    raise ConnectionFailure(
        f"{settings.where}: the server does not offer {wanted} for authentication, it offers {listed}; "
        "set authenticationMode to one that it offers, or leave user and accessTokenOAuth2 out"
    )


def first_response(mechanism: str, settings: ServerSettings) -> str | None:
    """What goes with the AUTH command, base64; ``None`` for a mechanism that waits for the server."""
    if mechanism == "PLAIN":
        return base64_text(f"\0{settings.user}\0{_reveal(settings.password)}".encode("utf-8", "replace"))
    token = _reveal(settings.token)
    if mechanism == "XOAUTH2":
        return base64_text(f"user={settings.user}\1auth=Bearer {token}\1\1".encode("utf-8", "replace"))
    if mechanism == "OAUTHBEARER":
        user = settings.user.replace("=", "=3D").replace(",", "=2C")
        text = f"n,a={user},\1host={settings.host}\1port={settings.port}\1auth=Bearer {token}\1\1"
        return base64_text(text.encode("utf-8", "replace"))
    return None


def next_response(mechanism: str, settings: ServerSettings, step: int, challenge: str) -> str | None:
    """The answer to *challenge*, the text of a 334, at *step* 0, 1, …; ``None`` to give up."""
    if mechanism == "LOGIN" and step < 2:
        text = settings.user if step == 0 else _reveal(settings.password)
        return base64_text(text.encode("utf-8", "replace"))
    if mechanism == "CRAM-MD5" and step == 0:
        try:
            # RFC 2195: the digest of the challenge, with the password as key.
            key = hmac.new(
                _reveal(settings.password).encode("utf-8", "replace"),
                binascii.a2b_base64(challenge.encode("ascii", "replace")),
                "md5",
            )
        except ValueError:
            return None
        return base64_text(f"{settings.user} {key.hexdigest()}".encode("utf-8", "replace"))
    if step == 0 and mechanism == "XOAUTH2":
        # The server explains the refusal in the challenge; an empty answer fetches its code.
        return ""
    if step == 0 and mechanism == "OAUTHBEARER":
        return "AQ=="
    return None


def _reveal(secret: Secret | None) -> str:
    return secret.reveal() if secret is not None else ""
