"""4D.SMTPTransporter and ``SMTP New transporter`` (API/SMTPTransporterClass.md)."""

from __future__ import annotations

import weakref

from ...errors import NOT_PERMITTED, LanguageError, NotPermitted
from ...registry import attribute, command, function
from ...values import NativeObject, type_name
from ..building.message import outgoing
from ..network.log import Log
from ..network.secret import Masker
from ..problem import PROPERTY_INVALID, MailProblem, problem_in
from ..properties import mistyped
from .settings import SMTPSettings, read_settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from ...host import Host, Run
    from ...values import Value
    from .session import SMTPSession

#: Seconds beyond the session's own limits after which a call ends in any case.
_GRACE = 10.0


class SMTPTransporter(NativeObject):
    """Sends mails through one SMTP server. Its properties are read-only; password and token have none."""

    class_name = "SMTPTransporter"

    def __init__(self, settings: SMTPSettings, host: Host) -> None:
        self._settings = settings
        self._host = host
        self._session: SMTPSession | None = None

    @attribute("acceptUnsecureConnection", "Boolean")
    def _accept_unsecure(self) -> bool:
        return self._settings.accept_unsecure

    @attribute("authenticationMode", "Text")
    def _authentication_mode(self) -> str:
        return self._settings.authentication_mode

    @attribute("bodyCharset", "Text")
    def _body_charset(self) -> str:
        return self._settings.body_charset

    @attribute("connectionTimeOut", "Integer")
    def _connection_timeout(self) -> int:
        return self._settings.connection_timeout

    @attribute("headerCharset", "Text")
    def _header_charset(self) -> str:
        return self._settings.header_charset

    @attribute("host", "Text")
    def _host_name(self) -> str:
        return self._settings.host

    @attribute("keepAlive", "Boolean")
    def _keep_alive(self) -> bool:
        return self._settings.keep_alive

    @attribute("logFile", "Text")
    def _log_file(self) -> str:
        return self._settings.log_file

    @attribute("port", "Integer")
    def _port(self) -> int:
        return self._settings.port

    @attribute("sendTimeOut", "Integer")
    def _send_timeout(self) -> int:
        return self._settings.send_timeout

    @attribute("user", "Text")
    def _user(self) -> str:
        return self._settings.user

    @function("send", "( mail : Object ) : Object")
    def send(self, run: Run, mail: Value) -> dict[str, Value]:
        """Sends a mail and returns the server's answer (API/SMTPTransporterClass.md, .send()).

        ``status`` and ``statusText`` are those of the server, or 0 and what is wrong with the connection. A mail that
        cannot be sent to any server, and an effect that the host refuses, are errors of the language.
        """
        failed = {"success": False, "status": 0, "statusText": "Failed to send email"}
        settings = self._settings
        try:
            if not isinstance(mail, dict):
                raise mistyped("mail", "Object", mail)
            ready = outgoing(
                mail,
                run.host.now,
                run.host.warn,
                lambda attachment: attachment.pieces(run),
                header_mode=settings.header_charset,
                body_mode=settings.body_charset,
            )
            return self._run(self._connection(run).send(ready), settings.sending)
        except MailProblem as problem:
            raise problem.as_error("send", "SMTP", failed) from None
        except NotPermitted as refusal:
            raise _refused("send", refusal, failed) from None
        except LanguageError as error:
            # The content of an attachment that cannot be read.
            raise problem_in("send", error, "SMTP", failed) from error

    @function("checkConnection", "() : Object")
    def check_connection(self, run: Run) -> dict[str, Value]:
        """Connects where needed and returns the status of the connection (.checkConnection())."""
        failed = {"success": False, "status": 0, "statusText": "Failed to check the connection"}
        try:
            return self._run(self._connection(run).check(), 2 * self._settings.connecting)
        except MailProblem as problem:
            raise problem.as_error("checkConnection", "SMTP", failed) from None
        except NotPermitted as refusal:
            raise _refused("checkConnection", refusal, failed) from None

    def _connection(self, run: Run) -> SMTPSession:
        if self._session is None or self._session.inherited:
            # asyncio, ssl and aiosmtplib: a script that only prepares a transporter does not wait for them.
            from .session import SMTPSession

            mask = Masker((self._settings.password, self._settings.token))
            self._log = Log(run, "SMTP", self._settings.log_file, mask)
            self._session = SMTPSession(self._settings, self._host, mask, self._log)
            farewell = weakref.finalize(self, _close, self._host, self._session)
            farewell.atexit = False
        self._log.of_process(run)
        return self._session

    def _run(self, work: Coroutine[Any, Any, dict[str, Value]], seconds: float) -> dict[str, Value]:
        try:
            return self._host.loop.run(work, seconds + _GRACE)
        except TimeoutError:
            text = f"{self._settings.where}: no answer within {seconds:g} seconds"
            return {"success": False, "status": 0, "statusText": text}


def _close(host: Host, session: SMTPSession) -> None:
    """Ends the connection of a transporter that is gone ("kept alive until the transporter is destroyed")."""
    if session.connected:
        try:
            host.loop.start(session.close())
        except RuntimeError:
            # The loop ended before the transporter, and its connections with it.
            pass


def _refused(name: str, refusal: NotPermitted, result: Value) -> LanguageError:
    return LanguageError(NOT_PERMITTED, f"{name}: {refusal}", signature="SMTP", result=result)


@command("SMTP New transporter", 1608, "( server : Object ) : 4D.SMTPTransporter")
def new_smtp_transporter(run: Run, server: Value) -> SMTPTransporter:
    """Makes a transporter for an SMTP server; connects to nothing yet (commands/smtp-new-transporter.md)."""
    try:
        if not isinstance(server, dict):
            raise MailProblem(PROPERTY_INVALID, f"server: wanted Object, got {type_name(server)}")
        settings = read_settings(server)
    except MailProblem as problem:
        raise problem.as_error("SMTP New transporter", "SMTP") from None
    return SMTPTransporter(settings, run.host)


# ``4D.SMTPTransporter.new(…)`` is the same command.
SMTPTransporter.constructor = staticmethod(new_smtp_transporter)
