"""The host of a script whose mail must not leave the machine."""

from __future__ import annotations

from stdlib4d.host import NotPermitted

from ..host import LocalHost
from .sandbox import Sandbox

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Iterable, Mapping
    from typing import NoReturn, TextIO

    from ..host import Permissions
    from .office import Plant
    from .service import Keep


class SandboxHost(LocalHost):
    """A :class:`interp.host.LocalHost` whose every connection ends in its :attr:`sandbox`.

    Dialling needs no permission here, since nothing leaves the process; everything else does as it does
    there. *keep* is called with each mail caught, on the loop's thread, and *plant* with each new account (see
    :class:`interp.sandbox.sandbox.Sandbox`).
    """

    def __init__(
        self,
        permissions: Permissions,
        *,
        logs: str = "Logs",
        package: str = "",
        output: TextIO | None = None,
        answers: Iterable[str] | None = None,
        keep: Keep | None = None,
        verbose: bool = False,
        paths: str = "posix",
        places: Mapping[str, str] | None = None,
        plant: Plant | None = None,
    ) -> None:
        super().__init__(
            permissions,
            logs=logs,
            package=package,
            output=output,
            answers=answers,
            verbose=verbose,
            paths=paths,
            places=places,
        )
        self.sandbox = Sandbox(self.loop, self.now, keep=keep, plant=plant)

    def close(self) -> None:
        """Ends the sandbox, the loop and with them every connection; the mails stay."""
        self.sandbox.close()
        super().close()

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        """A connected, blocking socket to the server that plays *host*."""
        return self.sandbox.dial(host, port, timeout, service)

    def launch(self, command: str, *_: object, **__: object) -> NoReturn:
        """Refused: a program that is started could reach the network past the sandbox."""
        raise NotPermitted(f"starting {command.partition(' ')[0]} is not possible in the sandbox")

    def tls_context(self) -> ssl.SSLContext:
        """Verifies certificate and name, and trusts the sandbox only."""
        return self.sandbox.tls_context()
