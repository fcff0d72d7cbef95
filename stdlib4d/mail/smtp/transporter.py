"""4D.SMTPTransporter and ``SMTP New transporter`` (API/SMTPTransporterClass.md)."""

from __future__ import annotations

from ...errors import NOT_PERMITTED, LanguageError, NotPermitted
from ...registry import attribute, command, function
from ...values import type_name
from ..building.message import outgoing
from ..network.transporter import Transporter
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


class SMTPTransporter(Transporter):
    """Sends mails through one SMTP server."""

    class_name = "SMTPTransporter"
    _settings: SMTPSettings

    def __init__(self, settings: SMTPSettings, host: Host) -> None:
        super().__init__(settings, host)
        self._session: SMTPSession | None = None

    @attribute("bodyCharset", "Text")
    def _body_charset(self) -> str:
        return self._settings.body_charset

    @attribute("headerCharset", "Text")
    def _header_charset(self) -> str:
        return self._settings.header_charset

    @attribute("keepAlive", "Boolean")
    def _keep_alive(self) -> bool:
        return self._settings.keep_alive

    @attribute("sendTimeOut", "Integer")
    def _send_timeout(self) -> int:
        return self._settings.send_timeout

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

            mask = self._begin_log(run)
            self._session = SMTPSession(self._settings, self._host, mask, self._log)
            self._close_at_end(self._session)
        self._log.of_process(run)
        return self._session

    def _run(self, work: Coroutine[Any, Any, dict[str, Value]], seconds: float) -> dict[str, Value]:
        try:
            return self._host.loop.run(work, seconds + _GRACE)
        except TimeoutError:
            text = f"{self._settings.where}: no answer within {seconds:g} seconds"
            return {"success": False, "status": 0, "statusText": text}


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
