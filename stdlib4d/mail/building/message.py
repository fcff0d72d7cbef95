"""Email objects as MIME: ``MAIL Convert to MIME`` and what ``send`` needs."""

from __future__ import annotations

from io import BytesIO

from ...errors import LanguageError
from ...registry import command
from ..problem import PROPERTY_INVALID, PROPERTY_MISSING, MailProblem, problem_in
from ..properties import mistyped, prop
from .body import BodyBuilder
from .charsets import MODES, UTF8_QP
from .headers import Envelope, header_block
from .origin import came_from_mime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from ...host import Run
    from ...values import Value
    from ..attachment import MailAttachment
    from .body import Chunk


class Mime:
    """A finished mail: its bytes with CRLF lines, and what a server must support to take it.

    ``eight_bit``: bytes over 127 in the body (RFC 6152). ``utf8``: UTF-8 in a header (RFC 6532), because an
    address has characters that no ASCII form stands for.
    """

    __slots__ = ("content", "eight_bit", "utf8")

    def __init__(self, content: bytes, eight_bit: bool, utf8: bool) -> None:
        self.content = content
        self.eight_bit = eight_bit
        self.utf8 = utf8


class Outgoing:
    """A mail with its envelope, ready for a server.

    ``sender`` and ``recipients`` are addresses without names; ``seven_bit`` builds the mail again without
    bytes over 127, for a server that does not offer 8BITMIME.
    """

    __slots__ = ("mime", "recipients", "sender", "seven_bit", "utf8")

    def __init__(
        self, mime: Mime, sender: str, recipients: tuple[str, ...], seven_bit: Callable[[], Mime]
    ) -> None:
        self.mime = mime
        self.sender = sender
        self.recipients = recipients
        self.seven_bit = seven_bit
        self.utf8 = mime.utf8 or not sender.isascii() or not all(map(str.isascii, recipients))


def build(
    mail: Mapping[str, Value],
    now: Callable[[], datetime],
    warn: Callable[[str], None],
    read: Callable[[MailAttachment], Iterable[bytes]],
    *,
    header_mode: str = UTF8_QP,
    body_mode: str = UTF8_QP,
    bcc: bool = False,
    eight_bit: bool = True,
    envelope: Envelope | None = None,
) -> Mime:
    """The Email object *mail* as MIME. Raises :class:`MailProblem`.

    Without an *envelope*, whose addresses are those that it is sent to, a mail that was read is built as it was read:
    nothing in it is refused, and nothing added that it does not need.

    *now* gives the Date of a mail without ``sendAt``; *warn* is told what is left out; *read* gets the content of an
    attachment, in pieces, and what it raises goes on; *bcc* keeps the Bcc header; without *eight_bit* no byte of the
    body is over 127.
    """
    part = BodyBuilder(header_mode, body_mode, warn, read, eight_bit=eight_bit).build(mail)
    sent = envelope is not None
    if envelope is None:
        envelope = Envelope(mail, warn if came_from_mime(mail) else None)
    head = header_block(mail, envelope, part.headers, header_mode, now, warn, bcc=bcc, complete=sent)
    content = _joined([f"{head}\r\n".encode("utf-8", "replace"), *part.chunks])
    return Mime(content, part.eight_bit, not head.isascii())


def _joined(chunks: list[Chunk]) -> bytes:
    """*chunks* as one, an attachment read after the other; besides the mail itself only a piece is in memory."""
    mail = BytesIO()
    for chunk in chunks:
        if isinstance(chunk, bytes):
            mail.write(chunk)
        else:
            mail.writelines(chunk())
    return mail.getvalue()


def outgoing(
    mail: Mapping[str, Value],
    now: Callable[[], datetime],
    warn: Callable[[str], None],
    read: Callable[[MailAttachment], Iterable[bytes]],
    *,
    header_mode: str = UTF8_QP,
    body_mode: str = UTF8_QP,
) -> Outgoing:
    """*mail* ready to be sent. Raises :class:`MailProblem`, also without ``from`` or any recipient.

    The sender of the envelope is the first address of ``sender``, or else of ``from``; the recipients are
    those of ``to``, ``cc`` and ``bcc``, each once.
    """
    envelope = Envelope(mail)
    if not envelope.from_:
        raise MailProblem(
            PROPERTY_MISSING, "mail.from: missing", "a mail needs the address that it comes from"
        )
    recipients: dict[tuple[str, str], str] = {}
    for _, email in envelope.to + envelope.cc + envelope.bcc:
        local, _, domain = email.rpartition("@")
        recipients.setdefault((local, domain.lower()), email)
    if not recipients:
        raise MailProblem(
            PROPERTY_MISSING, "mail.to: missing", "a mail needs an address in to, cc or bcc that it goes to"
        )

    def rebuilt(eight_bit: bool) -> Mime:
        return build(
            mail,
            now,
            warn,
            read,
            header_mode=header_mode,
            body_mode=body_mode,
            eight_bit=eight_bit,
            envelope=envelope,
        )

    sender = (envelope.sender or envelope.from_)[0][1]
    return Outgoing(rebuilt(True), sender, tuple(recipients.values()), lambda: rebuilt(False))


def charset_mode(owner: Mapping[str, Value], name: str, path: str) -> str:
    """The charset mode in the property *name*, ``mail mode UTF8`` where it is absent. Raises :class:`MailProblem`."""
    mode = prop(owner, name, "Text", path)
    if not mode:
        return UTF8_QP
    for known in MODES:
        if mode.upper() == known:
            return known
    raise MailProblem(
        PROPERTY_INVALID,
        f'{path}{name}: "{mode[:40]}" is not a mail mode',
        "one of " + ", ".join(MODES),
    )


@command("MAIL Convert to MIME", 1604, "( mail : Object {; options : Object } ) : Text")
def mail_convert_to_mime(run: Run, mail: Value, options: Value = None) -> str:
    """Converts an Email object into MIME text (commands/mail-convert-to-mime.md).

    The options are ``headerCharset``, ``bodyCharset`` and ``includeBccHeaders``. Lines end with CRLF. In the mode
    ISO-8859-1, whose bodies are 8-bit, each byte of the body is the character of that charset.
    """
    host = run.host
    try:
        if not isinstance(mail, dict):
            raise mistyped("mail", "Object", mail)
        chosen = options if isinstance(options, dict) else {}
        header_mode = charset_mode(chosen, "headerCharset", "options.")
        body_mode = charset_mode(chosen, "bodyCharset", "options.")
        bcc = bool(prop(chosen, "includeBccHeaders", "Boolean", "options."))

        def made(warn: Callable[[str], None], eight_bit: bool) -> Mime:
            return build(
                mail,
                host.now,
                warn,
                lambda attachment: attachment.pieces(run),
                header_mode=header_mode,
                body_mode=body_mode,
                bcc=bcc,
                eight_bit=eight_bit,
            )

        mime = made(host.warn, True)
        if mime.eight_bit and mime.utf8:
            # One Text cannot hold bytes of two charsets.
            mime = made(_silent, False)
    except MailProblem as problem:
        raise problem.as_error("MAIL Convert to MIME", "MIME", "") from None
    except LanguageError as problem:
        # The content of an attachment that cannot be read.
        raise problem_in("MAIL Convert to MIME", problem, "MIME", "") from problem
    return mime.content.decode("latin-1" if mime.eight_bit else "utf-8")


def _silent(text: str) -> None:
    """Takes a warning that the first building gave already."""
