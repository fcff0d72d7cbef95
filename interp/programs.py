"""Other programs of this machine, started by a script; only imported when one does."""

from __future__ import annotations

import os
import shlex
import subprocess
import threading
from queue import SimpleQueue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import IO

    Sink = Callable[[str, bytes], None]

#: How much is read at once.
_CHUNK = 65536


class LocalProgram:
    """A running program. Threads read what it writes and hand it to a sink, as ``data`` and ``error``, then ``end``."""

    def __init__(
        self,
        command: str,
        sink: Sink,
        folder: str | None,
        environment: Mapping[str, str],
        timeout: float | None,
    ) -> None:
        arguments: str | list[str] = command if os.name == "nt" else shlex.split(command)
        if not arguments:
            raise FileNotFoundError(2, "no program is named")
        self._process = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, **environment},
        )
        self.pid = self._process.pid
        self.timed_out = False
        self._input: SimpleQueue[bytes | None] = SimpleQueue()
        self._timer = None if timeout is None else threading.Timer(timeout, self._expire)
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        readers = [
            threading.Thread(target=self._read, args=(stream, kind, sink), daemon=True)
            for stream, kind in ((self._process.stdout, "data"), (self._process.stderr, "error"))
        ]
        for reader in readers:
            reader.start()
        threading.Thread(target=self._feed, args=(self._process.stdin,), daemon=True).start()
        # The last: it needs all that is there by now.
        threading.Thread(target=self._await, args=(readers, sink), daemon=True).start()

    @property
    def exit_code(self) -> int | None:
        """What the program returned; ``None`` while it runs, and when a signal ended it."""
        code = self._process.returncode
        return None if code is None or code < 0 else code

    def write(self, data: bytes) -> None:
        """Writes to the input of the program; what it does not take any more is lost."""
        self._input.put(data)

    def close_input(self) -> None:
        """Tells the program that nothing more comes, once all is written."""
        self._input.put(None)

    def _feed(self, stream: IO[bytes]) -> None:
        # On a thread: a program that fills its output before it reads its input must not stop the script.
        try:
            while (data := self._input.get()) is not None:
                stream.write(data)
                stream.flush()
            stream.close()
        except OSError:
            # It has closed its input, or ended.
            return

    def terminate(self) -> None:
        """Ends the program; a second time does nothing."""
        if self._process.poll() is None:
            self._process.kill()

    def _expire(self) -> None:
        self.timed_out = self._process.poll() is None
        self.terminate()

    def _read(self, stream: IO[bytes], kind: str, sink: Sink) -> None:
        read = stream.read1  # type: ignore[attr-defined]
        while data := read(_CHUNK):
            sink(kind, data)
        stream.close()

    def _await(self, readers: list[threading.Thread], sink: Sink) -> None:
        self._process.wait()
        for reader in readers:
            reader.join()
        if self._timer is not None:
            self._timer.cancel()
        self._input.put(None)
        sink("end", b"")
