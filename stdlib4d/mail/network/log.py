"""The extended log of a transporter (Debugging/debugLogFiles.md, "4DSMTPLog.txt").

One entry for each exchange, with tabs between its columns: number of the operation, date and time (RFC 3339),
process, unique process, and what happened: the start of the session, ``S <`` for what the server
said, ``C >`` for what was sent, the whole mail among it, or the end of the session. Credentials are masked.
"""

from __future__ import annotations

from ...errors import NOT_PERMITTED, NotPermitted
from ..problem import LOG_FAILED, MailProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...host import Host
    from .secret import Masker

#: A script runs in one process, the first.
PROCESS = 1


class ExtendedLog:
    """The log file of one transporter; entries wait in memory until :meth:`write`.

    Parameters
    ----------
    host: whose clock and files are used.
    path: relative to the Logs folder, or absolute. With an empty text nothing is kept at all.
    mask: hides credentials.
    """

    def __init__(self, host: Host, path: str, mask: Masker) -> None:
        self._host = host
        self._mask = mask
        self._number = 0
        self._entries: list[str] = []
        absolute = path.startswith(("/", "\\")) or path[1:3] in (":/", ":\\")
        self.path = path if absolute or not path else f"{host.logs_folder()}/{path}"

    def __bool__(self) -> bool:
        return bool(self.path)

    def note(self, text: str) -> None:
        """An entry about the session."""
        self._add(self._mask(text))

    def received(self, code: int, text: str) -> None:
        """An answer of the server, an entry for each of its lines."""
        lines = self._mask(text).split("\n")
        for line in lines[:-1]:
            self._add(f"S < {code}-{line}")
        self._add(f"S < {code} {lines[-1]}")

    def sent(self, line: str) -> None:
        """A command, which the caller has masked if it is part of an authentication."""
        self._add(f"C > {line}")

    def sent_mail(self, content: bytes) -> None:
        """The MIME content of a mail, one entry, as it is."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode("latin-1")
        self._add("C > " + text.replace("\r\n", "\n").rstrip("\n"))

    def _add(self, text: str) -> None:
        if not self.path:
            return
        self._number += 1
        time = self._host.now().isoformat(timespec="milliseconds")
        self._entries.append(f"{self._number}\t{time}\t{PROCESS}\t{PROCESS}\t{text}\n")

    @property
    def waiting(self) -> bool:
        """Whether entries wait to be written."""
        return bool(self._entries)

    def write(self) -> None:
        """Appends what waits to the file; raises :class:`MailProblem` when that fails.

        A transporter writes when it opens a connection and again with the mail, right before that goes out: a mail
        whose log cannot be written is not sent.
        """
        text = "".join(self._entries)
        self._entries.clear()
        if not text:
            return
        try:
            self._host.append_text(self.path, text)
        except NotPermitted as refusal:
            raise MailProblem(NOT_PERMITTED, f"logFile: {refusal}") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise MailProblem(
                LOG_FAILED,
                f"logFile: {self.path} cannot be written ({reason}); the mail was not sent",
                "leave logFile out, or name a file that can be written",
            ) from None
