"""A certificate authority for one run: it vouches for whatever name a script dials.

Nothing trusts it but the context that :meth:`Authority.client_context` makes, and its key never leaves the
process.
"""

from __future__ import annotations

import os
import ssl
import tempfile
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

#: Days that certificates are valid, counted from the start of the run; they begin a day earlier, as clocks
#: differ.
DAYS = 365


class Authority:
    """Makes certificates on demand (EC P-256): importing the means takes 0.1 s, each one 5 ms."""

    def __init__(self) -> None:
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import ec

        self._key = ec.generate_private_key(ec.SECP256R1())
        self._leaf_key = ec.generate_private_key(ec.SECP256R1())
        self._servers: dict[str, ssl.SSLContext] = {}
        self._client: ssl.SSLContext | None = None
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "4D mail sandbox authority")])
        builder = _builder(self._name, self._name, self._key.public_key(), self._key.public_key(), None)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        builder = builder.add_extension(_usage(ca=True), critical=True)
        self._certificate = builder.sign(self._key, hashes.SHA256())
        #: The authority's own certificate, PEM.
        self.certificate = self._certificate.public_bytes(serialization.Encoding.PEM).decode()

    def issue(self, *names: str, valid: tuple[timedelta, timedelta] | None = None) -> tuple[str, str]:
        """A server certificate for *names* (host names, IDNA too, and IP addresses) and its key, both PEM.

        *valid* is its begin and end, counted from now. Raises ``ValueError`` for what cannot be a host name.
        """
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.x509.oid import ExtendedKeyUsageOID

        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "4D mail sandbox")])
        public = self._leaf_key.public_key()
        builder = _builder(subject, self._name, public, self._key.public_key(), valid)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(_usage(ca=False), critical=True)
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False
        )
        builder = builder.add_extension(
            x509.SubjectAlternativeName([_general_name(n) for n in names]), critical=False
        )
        certificate = builder.sign(self._key, hashes.SHA256())
        key = self._leaf_key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return certificate.public_bytes(serialization.Encoding.PEM).decode(), key.decode()

    def server_context(self, name: str) -> ssl.SSLContext:
        """The TLS context of the server called *name*; the same one each time. Raises ``ValueError``."""
        context = self._servers.get(name)
        if context is None:
            context = server_context(*self.issue(name))
            self._servers[name] = context
        return context

    def client_context(self) -> ssl.SSLContext:
        """A context that verifies certificate and name and trusts this authority only; the same each time."""
        if self._client is None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            context.load_verify_locations(cadata=self.certificate)
            self._client = context
        return self._client


def server_context(certificate: str, key: str) -> ssl.SSLContext:
    """A server's context, TLS 1.2 or later, with this certificate and key (both PEM)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # The ssl module reads a key from a file only; mkstemp makes one that nobody else can open.
    handle, path = tempfile.mkstemp(suffix=".pem")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(certificate + key)
        context.load_cert_chain(path)
    finally:
        Path(path).unlink()
    return context


def ascii_name(host: str) -> str:
    """*host* as the resolver and TLS spell it (IDNA, no dot at the end); ``ValueError`` if it is none."""
    name = host.removesuffix(".")
    if not name or not name.isprintable() or any(c in " /@\\[]" for c in name):
        raise ValueError(f"{host!r} is not a host name")
    return name.encode("idna").decode()


def _general_name(name: str) -> x509.GeneralName:
    import ipaddress

    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(ascii_name(name))


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    issuer_key: ec.EllipticCurvePublicKey,
    valid: tuple[timedelta, timedelta] | None,
) -> x509.CertificateBuilder:
    from datetime import UTC, datetime, timedelta

    from cryptography import x509

    now = datetime.now(UTC)
    begin, end = valid or (timedelta(days=-1), timedelta(days=DAYS))
    builder = x509.CertificateBuilder(subject_name=subject, issuer_name=issuer, public_key=key)
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now + begin).not_valid_after(now + end)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    # RFC 5280 §4.2.1.1, which Python 3.13 began to insist on.
    return builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False
    )


def _usage(*, ca: bool) -> x509.KeyUsage:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
