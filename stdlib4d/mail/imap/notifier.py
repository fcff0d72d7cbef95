"""4D.IMAPNotifier: callbacks for changes of a mailbox (API/IMAPNotifierClass.md)."""

from __future__ import annotations

import weakref

from ...access import property_of
from ...registry import attribute, command, function
from ...values import UNDEFINED, NativeObject
from ..problem import NOTIFIER_STARTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...host import Process, Run
    from ...values import Value
    from .idle import Listening
    from .session import IMAPSession
    from .transporter import IMAPTransporter


class IMAPNotifier(NativeObject):
    """Tells a script of changes in the selected mailbox of its transporter, while the script waits for something."""

    class_name = "IMAPNotifier"

    def __init__(self, transporter: IMAPTransporter | None = None) -> None:
        self._transporter = None if transporter is None else weakref.ref(transporter)
        self._listening: Listening | None = None
        self._process: Process | None = None

    @staticmethod
    @command("4D.IMAPNotifier.new", 0, "() : 4D.IMAPNotifier")
    def constructor(run: Run) -> IMAPNotifier:
        """A notifier of its own, which no transporter has: only that of a transporter can be started."""
        return IMAPNotifier()

    @attribute("isStarted", "Boolean")
    def _is_started(self) -> bool:
        return self._listening is not None

    @function("start", "() : Object")
    def start(self, run: Run) -> dict[str, Value]:
        """Begins to call the functions of the listener for changes of the selected mailbox (.start()).

        They run in the process that calls this, whenever it waits. The transporter does nothing else meanwhile.
        """
        reference = self._transporter
        transporter = None if reference is None else reference()
        if reference is None or transporter is None:
            return _alone()
        if self._listening is not None:
            return {"success": True, "statusText": "the notifier is started already"}
        from .idle import Listening

        listener, processes = transporter.listener, run.processes
        process = processes.here()
        made: list[Listening] = []

        def tell(name: str, event: dict[str, Value]) -> None:
            told = reference()
            callback = None if listener is None else property_of(listener, name)
            if told is not None and callback is not None and callback is not UNDEFINED:
                processes.post(process, callback, listener, (told, event))

        async def work(session: IMAPSession) -> str:
            listening = Listening(session, tell)
            text = await listening.start()
            made.append(listening)
            return text

        status = transporter.status(run, "start", work)
        if made:
            # As long as it is started the transporter is in use, whether or not a variable holds it.
            self._listening = made[0]
            self._process = process
            process.held.append(transporter)
        return status

    @function("stop", "() : Object")
    def stop(self, run: Run) -> dict[str, Value]:
        """Ends the calls for changes; the transporter can be used again (.stop())."""
        transporter = self._transporter() if self._transporter is not None else None
        if transporter is None:
            return _alone()
        listening, self._listening = self._listening, None
        if listening is None or self._process is None:
            return {"success": True, "statusText": "the notifier is not started"}
        held = self._process.held
        held[:] = [one for one in held if one is not transporter]
        return transporter.status(run, "stop", lambda session: listening.stop())


def _alone() -> dict[str, Value]:
    """The status of a notifier that a script made by itself."""
    text = "this notifier belongs to no transporter: use the notifier property of one"
    error = {"errcode": NOTIFIER_STARTED, "message": text, "componentSignature": "IMAP"}
    return {"success": False, "statusText": text, "errors": [error]}
