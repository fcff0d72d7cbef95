"""The regular log of a protocol: ``4DSMTPLog_n.txt`` and its like (commands/set-database-parameter.md, "SMTP Log").

One for all processes of a program, in the Logs folder, switched on by ``SET DATABASE PARAMETER``. A file that has
reached its size is followed by the next number; a file that has this name already is replaced. How many are kept is
the parameter ``Circular log limitation``.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections import deque

from ...errors import NotPermitted
from ..problem import LOG_FAILED, MailProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ...host import Host, Run

#: Bytes from which on a file is full: 10 MB.
FULL = 10 * 2**20
#: Key of :attr:`stdlib4d.host.Run.shared`.
_LOGS = "mail logs"


class RegularLog:
    """The log of one protocol; records nothing until :meth:`start`. Any thread may call it.

    Entries wait in memory until :meth:`write` and get their numbers there, so that those of several connections
    stand in the order of their numbers.
    """

    def __init__(self, protocol: str) -> None:
        self._protocol = protocol
        self._host: Host | None = None
        self._keep: Callable[[], float] = lambda: 0
        self._entries: deque[str] = deque()
        self._writing = allocate_lock()
        #: The number of the file, its bytes, and the number of the last entry.
        self._number = self._size = self._operation = 0

    @property
    def recording(self) -> bool:
        """Whether entries are wanted."""
        return self._host is not None

    @property
    def waiting(self) -> bool:
        """Whether entries wait to be written."""
        return bool(self._entries)

    def start(self, host: Host, number: int, keep: Callable[[], float]) -> None:
        """Begins with the file *number*. *keep* tells how many files may stay, 0 for all.

        Raises :class:`MailProblem` when the file cannot be written; where writing is not permitted there is no log.
        """
        self.stop()
        with self._writing:
            self._number, self._operation, self._keep = number, 0, keep
            path = self._path(host)
            try:
                self._begin(host)
            except NotPermitted as refusal:
                # The parameter may be set all the same: a script does not depend on its log.
                host.warn(f"{refusal}: the log is not recorded")
                return
            except (OSError, ValueError) as error:
                raise MailProblem(LOG_FAILED, f"{path} cannot be written ({_reason(error)})") from None
            self._host = host

    def stop(self) -> None:
        """Writes what waits, and records no more."""
        self.write()
        self._host = None

    def add(self, entry: str) -> None:
        """Takes the columns behind the first one, a line without its end."""
        if self._host is not None:
            self._entries.append(entry)

    def write(self) -> None:
        """Appends what waits. Where that fails the log ends, and whoever runs the script is told."""
        with self._writing:
            host = self._host
            if host is None:
                self._entries.clear()
                return
            try:
                self._append(host)
            except (OSError, ValueError, NotPermitted) as error:
                self._host = None
                host.warn(f"{self._path(host)} cannot be written ({_reason(error)}): the log has ended")

    def _append(self, host: Host) -> None:
        batch: list[str] = []
        while self._entries:
            if self._size >= FULL:
                host.append_text(self._path(host), "".join(batch))
                batch.clear()
                self._number += 1
                self._begin(host)
            self._operation += 1
            line = f"{self._operation}\t{self._entries.popleft()}\n"
            batch.append(line)
            self._size += len(line.encode("utf-8", "replace"))
        if batch:
            host.append_text(self._path(host), "".join(batch))

    def _begin(self, host: Host) -> None:
        """Makes the file of the number at hand, empty, in place of one that is there."""
        try:
            host.files.make_folder(host.logs_folder(), parents=True)
        except FileExistsError:
            pass
        host.files.write(self._path(host), b"")
        self._size = 0
        self._remove_oldest(host)

    def _remove_oldest(self, host: Host) -> None:
        keep = int(self._keep())
        start, end = self._name.split("*")
        if keep < 1:
            return
        folder = host.logs_folder()
        found: list[tuple[float, int, str]] = []
        try:
            for name, is_folder in host.files.list(folder):
                number = name.removeprefix(start).removesuffix(end)
                if is_folder or name != start + number + end or not number.isdecimal():
                    continue
                path = f"{folder}/{name}"
                info = host.files.stat(path)
                if info is not None and int(number) != self._number:
                    found.append((info.modified, int(number), path))
        except NotPermitted:
            # Who may write, but not look, keeps them all.
            return
        for _, _, path in sorted(found)[: max(0, len(found) + 1 - keep)]:
            host.files.delete(path)

    @property
    def _name(self) -> str:
        return f"4D{self._protocol}Log_*.txt"

    def _path(self, host: Host) -> str:
        return f"{host.logs_folder()}/{self._name.replace('*', str(self._number))}"


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def regular_log(run: Run, protocol: str) -> RegularLog:
    """The regular log of *protocol* (``SMTP``, ``POP3``, ``IMAP``) in the program of *run*."""
    logs: dict[str, RegularLog] = run.shared.setdefault(_LOGS, {})
    return logs.setdefault(protocol, RegularLog(protocol))
