"""A small host and a run for the tests of the mail package, and certificates made on the spot."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from interp.loop import EventLoopThread
from stdlib4d.host import Host, NotPermitted


class Authority:
    """A certificate authority of the tests, its key and certificates in *folder*."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test CA")])
        self._certificate = self._build(
            name, name, self._key, self._key, days=(-1, 10), names=(), authority=True
        )
        self.ca_file = folder / "ca.pem"
        self.ca_file.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    def _build(
        self,
        subject: x509.Name,
        issuer: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        signer: ec.EllipticCurvePrivateKey,
        *,
        days: tuple[int, int],
        names: Sequence[str],
        authority: bool = False,
    ) -> x509.Certificate:
        now = datetime.datetime.now(datetime.UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + datetime.timedelta(days=days[0]))
            .not_valid_after(now + datetime.timedelta(days=days[1]))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if names:
            entries: list[x509.GeneralName] = []
            for name in names:
                try:
                    entries.append(x509.IPAddress(ipaddress.ip_address(name)))
                except ValueError:
                    entries.append(x509.DNSName(name))
            builder = builder.add_extension(x509.SubjectAlternativeName(entries), critical=False)
        return builder.sign(signer, hashes.SHA256())

    def server_context(
        self, *names: str, days: tuple[int, int] = (-1, 5), self_signed: bool = False
    ) -> ssl.SSLContext:
        """A server's context with a certificate for *names*, valid from and to *days* from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        issuer = subject if self_signed else self._certificate.subject
        signer = key if self_signed else self._key
        certificate = self._build(subject, issuer, key, signer, days=days, names=names)
        file = self.folder / f"{certificate.serial_number}.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


class World:
    """A host: every name and port leads to one server on this machine, files are kept in ``files``."""

    def __init__(self, port: int, ca_file: Path | None = None) -> None:
        self.port = port
        self.dialled: list[tuple[str, int]] = []
        self.files: dict[str, str] = {}
        self.warnings: list[str] = []
        self.permitted = True
        self.writable = True
        self._ca_file = ca_file
        self._loop = EventLoopThread()

    def say(self, text: str) -> None:
        raise AssertionError(text)

    def confirm(self, message: str, ok: str, cancel: str) -> bool:
        raise AssertionError(message)

    def ask(self, message: str, default: str, ok: str, cancel: str) -> str | None:
        raise AssertionError(message)

    def warn(self, text: str) -> None:
        self.warnings.append(text)

    def now(self) -> datetime.datetime:
        return datetime.datetime(2026, 3, 1, 12, 30, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))

    def ticks(self) -> float:
        return time.monotonic()

    def dial(self, host: str, port: int, timeout: float, service: str = "") -> socket.socket:
        if not self.permitted:
            raise NotPermitted("dialling needs the permission dial")
        self.dialled.append((host, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def tls_context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self._ca_file) if self._ca_file else None)

    def logs_folder(self) -> str:
        return "/project/Logs"

    def append_text(self, path: str, text: str) -> None:
        if not self.writable:
            raise PermissionError(13, "Permission denied")
        self.files[path] = self.files.get(path, "") + text

    def read_bytes(self, path: str) -> bytes:
        raise FileNotFoundError(path)

    @property
    def loop(self) -> EventLoopThread:
        return self._loop


class Script:
    """A run."""

    def __init__(self, world: World) -> None:
        self.host: Host = world
        self.shared: dict[str, Any] = {}
        self.processes = self
        self.number = 1
        self.errors: list[dict[str, Any]] = []

    def here(self) -> Script:
        """This process, which is the only one."""
        return self

    def set_ok(self, value: int) -> None:
        raise AssertionError("mail does not touch OK")

    def call(self, function: Any, this: Any, arguments: Sequence[Any]) -> Any:
        raise AssertionError("mail calls no 4D function")

    def call_chain(self) -> list[tuple[str, str, int]]:
        return []
