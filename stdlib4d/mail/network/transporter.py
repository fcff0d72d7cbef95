"""What the transporters of all protocols have."""

from __future__ import annotations

import weakref

from ...registry import attribute
from ...values import NativeObject
from .log import Log
from .secret import Masker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...host import Host, Run
    from .session import Session
    from .settings import ServerSettings


class Transporter(NativeObject):
    """The way to one server. Its properties are read-only; password and token have none."""

    _settings: ServerSettings
    _log: Log

    def __init__(self, settings: ServerSettings, host: Host) -> None:
        self._settings = settings
        self._host = host

    @attribute("acceptUnsecureConnection", "Boolean")
    def _accept_unsecure(self) -> bool:
        return self._settings.accept_unsecure

    @attribute("authenticationMode", "Text")
    def _authentication_mode(self) -> str:
        return self._settings.authentication_mode

    @attribute("connectionTimeOut", "Integer")
    def _connection_timeout(self) -> int:
        return self._settings.connection_timeout

    @attribute("host", "Text")
    def _host_name(self) -> str:
        return self._settings.host

    @attribute("logFile", "Text")
    def _log_file(self) -> str:
        return self._settings.log_file

    @attribute("port", "Integer")
    def _port(self) -> int:
        return self._settings.port

    @attribute("user", "Text")
    def _user(self) -> str:
        return self._settings.user

    def _begin_log(self, run: Run) -> Masker:
        """Makes the log of a new session; returns what hides the secrets in it."""
        settings = self._settings
        mask = Masker((settings.password, settings.token))
        self._log = Log(run, settings.protocol.name, settings.log_file, mask)
        return mask

    def _close_at_end(self, session: Session) -> None:
        """Has *session* closed when the transporter is gone ("kept alive until the transporter is destroyed")."""
        from .ending import end

        weakref.finalize(self, end, self._host, session).atexit = False
