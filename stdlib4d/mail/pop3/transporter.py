"""4D.POP3Transporter and ``POP3 New transporter`` (API/POP3TransporterClass.md)."""

from __future__ import annotations

import weakref

from ...errors import NOT_PERMITTED, LanguageError, NotPermitted
from ...registry import command, function
from ...values import type_name
from ..network.failure import ConnectionFailure, ServerRefusal
from ..network.settings import POP3, read_server
from ..network.transporter import Transporter
from ..problem import CONNECTION_FAILED, NO_MESSAGE, PROPERTY_INVALID, REFUSED, MailProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from ...host import Host, Run
    from ...values import Value
    from ..network.settings import ServerSettings
    from .session import POP3Session


class POP3Transporter(Transporter):
    """Receives mails from one POP3 server.

    Where a status object is not what a function returns, a server that cannot be reached or says no is an error of
    the language, and the result is Null (an empty blob for a blob).
    """

    class_name = "POP3Transporter"

    def __init__(self, settings: ServerSettings, host: Host) -> None:
        super().__init__(settings, host)
        self._session: POP3Session | None = None
        #: The session whose end is prepared.
        self._ending: POP3Session | None = None

    @function("checkConnection", "() : Object")
    def check_connection(self, run: Run) -> dict[str, Value]:
        """Connects where needed and returns the status of the connection (.checkConnection()).

        ``errors`` is there when the server gave no answer.
        """
        try:
            return _status(True, self._attempt(run, lambda session: session.check()))
        except ServerRefusal as refusal:
            return _status(False, refusal.text)
        except ConnectionFailure as failure:
            error = {"errCode": CONNECTION_FAILED, "message": failure.text, "componentSignature": "POP3"}
            return {**_status(False, failure.text), "errors": [error]}
        except (MailProblem, NotPermitted) as problem:
            raise _error(
                "checkConnection", problem, _status(False, "Failed to check the connection")
            ) from None

    @function("delete", "( msgNumber : Integer )")
    def delete(self, run: Run, number: int) -> None:
        """Marks a mail for deletion, which the end of the transporter carries out (.delete()).

        A second time does nothing; a mail that does not exist is an error.
        """
        if not self._call(run, "delete", lambda session: session.delete(number)):
            raise LanguageError(
                NO_MESSAGE, f"delete: there is no mail with the number {number}", signature="POP3"
            )

    @function("getBoxInfo", "() : Object")
    def get_box_info(self, run: Run) -> Value:
        """Returns the number of mails and their size, without those that are marked (.getBoxInfo())."""
        return self._call(run, "getBoxInfo", lambda session: session.box())

    @function("getMail", "( msgNumber : Integer {; headerOnly : Boolean } ) : Object")
    def get_mail(self, run: Run, number: int, header_only: bool = False) -> Value:
        """Returns a mail as an Email object, Null when there is none or it is marked (.getMail()).

        With *headerOnly* the object has no bodyStructure, bodyValues and attachments.
        """
        from ..reading.email import email_of, header_of

        if header_only:
            data = self._call(run, "getMail", lambda session: session.header(number))
            return None if data is None else header_of(data)
        data = self._call(run, "getMail", lambda session: session.mail(number))
        return None if data is None else email_of(data)

    @function("getMailInfo", "( msgNumber : Integer ) : Object")
    def get_mail_info(self, run: Run, number: int) -> Value:
        """Returns size and id of a mail, Null when there is none or it is marked (.getMailInfo())."""
        return self._call(run, "getMailInfo", lambda session: session.one(number))

    @function("getMailInfoList", "() : Collection")
    def get_mail_info_list(self, run: Run) -> Value:
        """Returns size, number and id of every mail that is not marked (.getMailInfoList())."""
        return self._call(run, "getMailInfoList", lambda session: session.all())

    @function("getMIMEAsBlob", "( msgNumber : Integer ) : Blob")
    def get_mime_as_blob(self, run: Run, number: int) -> bytes:
        """Returns a mail as it is; an empty blob when there is none or it is marked (.getMIMEAsBlob())."""
        data = self._call(run, "getMIMEAsBlob", lambda session: session.mail(number), b"")
        return b"" if data is None else data

    @function("undeleteAll", "()")
    def undelete_all(self, run: Run) -> None:
        """Removes the marks of .delete() (.undeleteAll())."""
        self._call(run, "undeleteAll", lambda session: session.undelete_all())

    def _call(
        self,
        run: Run,
        name: str,
        work: Callable[[POP3Session], Coroutine[Any, Any, Any]],
        result: Value = None,
    ) -> Any:
        """What *work* returns; *result* is what the function *name* returns where an error lets the run go on."""
        try:
            return self._attempt(run, work)
        except (ServerRefusal, ConnectionFailure, MailProblem, NotPermitted) as problem:
            raise _error(name, problem, result) from None

    def _attempt(self, run: Run, work: Callable[[POP3Session], Coroutine[Any, Any, Any]]) -> Any:
        session = self._connection(run)
        try:
            # Every wait of the session has a limit of its own, and a mail may take long.
            return self._host.loop.run_here(work(session))
        finally:
            if self._ending is not session:
                # Not before the loop has begun: at the end of Python, what was made last is ended first.
                self._ending = session
                from ..network.ending import end

                # The mails that it marked are deleted by that: the script goes on when it is done.
                weakref.finalize(self, end, self._host, session)

    def _connection(self, run: Run) -> POP3Session:
        session = self._session
        if session is None or session.inherited:
            # asyncio and ssl: a script that only prepares a transporter does not wait for them.
            from .session import POP3Session

            mask = self._begin_log(run)
            numbering = None if session is None else session.numbering
            session = self._session = POP3Session(self._settings, self._host, mask, self._log, numbering)
        self._log.of_process(run)
        return session


def _status(success: bool, text: str) -> dict[str, Value]:
    return {"success": success, "statusText": text}


def _error(name: str, problem: Exception, result: Value) -> LanguageError:
    """The error of the function *name* because of *problem*."""
    if isinstance(problem, MailProblem):
        return problem.as_error(name, "POP3", result)
    if isinstance(problem, ServerRefusal):
        code, text = (
            REFUSED,
            f"the server refused: {problem.text}" if problem.text else "the server refused",
        )
    elif isinstance(problem, ConnectionFailure):
        code, text = CONNECTION_FAILED, problem.text
    else:
        code, text = NOT_PERMITTED, str(problem)
    return LanguageError(code, f"{name}: {text}", signature="POP3", result=result)


@command("POP3 New transporter", 1697, "( server : Object ) : 4D.POP3Transporter")
def new_pop3_transporter(run: Run, server: Value) -> POP3Transporter:
    """Makes a transporter for a POP3 server; connects to nothing yet (commands/pop3-new-transporter.md)."""
    try:
        if not isinstance(server, dict):
            raise MailProblem(PROPERTY_INVALID, f"server: wanted Object, got {type_name(server)}")
        settings = read_server(server, POP3)
    except MailProblem as problem:
        raise problem.as_error("POP3 New transporter", "POP3") from None
    return POP3Transporter(settings, run.host)


# ``4D.POP3Transporter.new(…)`` is the same command.
POP3Transporter.constructor = staticmethod(new_pop3_transporter)
