"""What a transporter writes into logs (Debugging/debugLogFiles.md, "4DSMTPLog.txt, 4DPOP3Log.txt, and 4DIMAPLog.txt").

One entry for each exchange, with tabs between its columns: number of the operation, date and time (RFC 3339),
process, unique process, and what happened: the start of the session, ``S <`` for what the server said, ``C >`` for
what was sent, or the end of the session. Of mails the extended log has everything, the regular one has the header.
Credentials are masked. A process is never given the number of an earlier one, so that its number is unique, too.
"""

from __future__ import annotations

import re

from ...errors import NOT_PERMITTED, NotPermitted
from ..problem import LOG_FAILED, MailProblem
from .regular_log import regular_log
from .secret import MASK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...host import Run
    from .secret import Masker

#: Characters of a mail that are written at once.
PIECE = 1 << 20

#: Commands of SMTP, POP3 and IMAP that carry credentials, up to these; the name of the user may be seen.
_AUTHENTICATION = re.compile(
    r'\A((?:\S+ )?LOGIN (?:"(?:[^"\\]|\\.)*"|\S+)|(?:\S+ )?AUTHENTICATE \S+|AUTH \S+|PASS|APOP \S+) .+',
    re.IGNORECASE | re.DOTALL,
)


class Log:
    """The logs of one transporter: the extended one of its own, and the regular one of its protocol.

    False while neither records; then nothing needs to be given to it. Entries wait in memory until :meth:`write`.
    All but :meth:`write` and :meth:`of_process` is called on the loop's thread.

    Parameters
    ----------
    run: of the script that made the transporter; its host's clock and files are used.
    protocol: ``SMTP``, ``POP3`` or ``IMAP``.
    path: of the extended log, relative to the Logs folder or absolute; empty for none.
    mask: hides credentials.
    """

    def __init__(self, run: Run, protocol: str, path: str, mask: Masker) -> None:
        self._host = run.host
        self._protocol = protocol
        self._mask = mask
        self._regular = regular_log(run, protocol)
        self._process = 1
        self._number = 0
        self._entries: list[str | bytes] = []
        absolute = path.startswith(("/", "\\")) or path[1:3] in (":/", ":\\")
        self.path = path if absolute or not path else f"{run.host.logs_folder()}/{path}"

    def __bool__(self) -> bool:
        return bool(self.path) or self._regular.recording

    def of_process(self, run: Run) -> None:
        """Says whose work follows; to be called by each function of a transporter."""
        if self:
            self._process = run.processes.here().number

    def started(self, host: str, port: int, tls: str) -> None:
        """A session begins; *tls* says when it will be encrypted."""
        self.note(f"{self._protocol} session started: host {host}, port {port}, {tls}")

    def secured(self, version: str) -> None:
        """TLS is there, in *version*."""
        self.note(f"TLS established: {version}")

    def closed(self) -> None:
        """The session has ended."""
        self.note(f"{self._protocol} session closed")

    def note(self, text: str) -> None:
        """An entry about the session."""
        self._add(self._mask(text))

    def received(self, text: str) -> None:
        """What the server said, an entry for each line; lines are parted by LF or CRLF."""
        for line in self._mask(text).split("\n"):
            self._add(f"S < {line.removesuffix(chr(13))}")

    def sent(self, line: str) -> None:
        """A command. Credentials in it are hidden where the command or the masker shows that they are some.

        What is nothing but a credential (the steps of a SASL mechanism, a literal) is given as ``MASK``.
        """
        hidden = _AUTHENTICATION.sub(_with_mask, line)
        self._add(f"C > {self._mask(hidden)}")

    def sent_mail(self, content: bytes) -> None:
        """The MIME content of a mail that goes out, one entry."""
        self._add_mail("C > ", content)

    def received_mail(self, content: bytes) -> None:
        """The MIME content of a mail that came in, or of a part of it, one entry."""
        self._add_mail("S < ", content)

    def _add_mail(self, side: str, content: bytes) -> None:
        if self.path:
            # As it is, so that a large mail need not stand in memory a second time.
            self._extend(self._columns(side), content)
        if self._regular.recording:
            end = content.find(b"\r\n\r\n")
            header = content if end < 0 else content[:end]
            self._regular.add(self._columns(side + "".join(_texts(header))))

    def _add(self, text: str) -> None:
        if self:
            entry = self._columns(text)
            if self.path:
                self._extend(entry)
            self._regular.add(entry)

    def _columns(self, text: str) -> str:
        time = self._host.now().isoformat(timespec="milliseconds")
        return f"{time}\t{self._process}\t{self._process}\t{text}"

    def _extend(self, entry: str, content: bytes = b"") -> None:
        self._number += 1
        self._entries += (f"{self._number}\t{entry}", content, "\n")

    @property
    def waiting(self) -> bool:
        """Whether entries wait to be written."""
        return bool(self._entries) or self._regular.waiting

    def write(self) -> None:
        """Appends what waits to the files; raises :class:`MailProblem` when that fails with the extended one.

        A transporter writes when it opens a connection and again with a mail, right before that goes out: a mail
        whose log cannot be written is not sent.
        """
        self._regular.write()
        entries, self._entries = self._entries, []
        if not entries:
            return
        try:
            for text in _joined(entries):
                self._host.append_text(self.path, text)
        except NotPermitted as refusal:
            raise MailProblem(NOT_PERMITTED, f"logFile: {refusal}") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise MailProblem(
                LOG_FAILED,
                f"logFile: {self.path} cannot be written ({reason})",
                "leave logFile out, or name a file that can be written",
            ) from None

    def write_quietly(self) -> None:
        """Like :meth:`write`, for what the work is done of: that it fails is only told to who runs the script."""
        try:
            self.write()
        except MailProblem as problem:
            self._host.warn(problem.message)


def _with_mask(found: re.Match[str]) -> str:
    return f"{found[1]} {MASK}"


def _joined(entries: list[str | bytes]) -> Iterator[str]:
    """The text of *entries*, in pieces of about :data:`PIECE`."""
    waiting: list[str] = []
    size = 0
    for entry in entries:
        for text in (entry,) if isinstance(entry, str) else _texts(entry):
            waiting.append(text)
            size += len(text)
            if size >= PIECE:
                yield "".join(waiting)
                waiting.clear()
                size = 0
    yield "".join(waiting)


def _texts(content: bytes) -> Iterator[str]:
    """A mail as text, without the line ends at its end, in pieces of whole lines; what is not UTF-8 as ISO-8859-1."""
    end = len(content)
    while end and content[end - 1] in b"\r\n":
        end -= 1
    start = 0
    while start < end:
        stop = end
        if end - start > PIECE:
            stop = content.rfind(b"\n", start, start + PIECE) + 1 or start + PIECE
        piece = content[start:stop]
        try:
            text = piece.decode("utf-8")
        except UnicodeDecodeError:
            text = piece.decode("latin-1")
        yield text.replace("\r\n", "\n")
        start = stop
