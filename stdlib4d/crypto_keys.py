"""4D.CryptoKey: pairs of keys that encrypt, decrypt, sign and verify (API/CryptoKeyClass.md).

Where the page is silent: the digest is SHA256 unless another is asked, a signature of an ECDSA key is its two numbers
one after the other, as JSON Web Tokens want them (RFC 7518, section 3.4), and a salt of PSS is as long as the digest.
"""

from __future__ import annotations

from .blobs import bytes_of
from .errors import TYPE_MISMATCH, LanguageError
from .registry import attribute, command, function
from .values import UNDEFINED, NativeObject, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .host import Run
    from .values import Value

#: The error of a key or message that cannot be used.
BAD_KEY = 54
#: The sizes of RSA keys, in bits: what is smaller can be broken, what is larger takes minutes.
LEAST, MOST, USUAL = 1024, 16384, 2048
#: 4D's name of each curve, and that of the library.
_CURVES = {
    "prime256v1": "SECP256R1",
    "secp384r1": "SECP384R1",
    "secp521r1": "SECP521R1",
    "secp256k1": "SECP256K1",
}
_SYNONYMS = {"secp256r1": "prime256v1", "p-256": "prime256v1", "p-384": "secp384r1", "p-521": "secp521r1"}
_HASHES = {"SHA1": "SHA1", "SHA224": "SHA224", "SHA256": "SHA256", "SHA384": "SHA384", "SHA512": "SHA512"}


def load_private(name: str, pem: bytes) -> Any:
    """The private key of a PEM text; raises :class:`LanguageError`."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        return load_pem_private_key(pem, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise LanguageError(BAD_KEY, f"{name}: wanted a private key in PEM format") from None


def load_public(name: str, pem: bytes) -> Any:
    """The public key of a PEM text, or of a certificate; raises :class:`LanguageError`."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from cryptography.x509 import load_pem_x509_certificate

    try:
        if b"CERTIFICATE" in pem:
            return load_pem_x509_certificate(pem).public_key()
        return load_pem_public_key(pem)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise LanguageError(BAD_KEY, f"{name}: wanted a public key in PEM format") from None


def new_rsa(name: str, size: int) -> Any:
    """A new private RSA key of *size* bits; raises :class:`LanguageError`."""
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    if not LEAST <= size <= MOST:
        raise LanguageError(BAD_KEY, f"{name}: size: wanted {LEAST} to {MOST} bits, got {size}")
    return generate_private_key(65537, size)


class CryptoKey(NativeObject):
    """A public key, mostly with its private one."""

    class_name = "CryptoKey"

    def __init__(self, kind: str, private: Any, public: Any, pem: str) -> None:
        self._kind = kind
        self._private = private
        self._public = public
        self._pem = pem

    @staticmethod
    @command("4D.CryptoKey.new", 0, "( settings : Object ) : 4D.CryptoKey")
    def constructor(run: Run, settings: Value) -> CryptoKey:
        """Makes a new pair of keys, or takes the one in a PEM text."""
        return _made(settings if isinstance(settings, dict) else {})

    @attribute("type", "Text")
    def _type(self) -> str:
        """RSA, ECDSA or PEM: how it was made."""
        return self._kind

    @attribute("size", "Integer")
    def _size(self) -> Value:
        """The size of an RSA key in bits."""
        return self._public.key_size if self._is_rsa else UNDEFINED

    @attribute("curve", "Text")
    def _curve(self) -> Value:
        """The name of the curve of an ECDSA key."""
        if self._is_rsa:
            return UNDEFINED
        own = self._public.curve.name.upper()
        return next((name for name, known in _CURVES.items() if known == own), self._public.curve.name)

    @attribute("pem", "Text")
    def _pem_text(self) -> Value:
        """The text that it was taken from."""
        return self._pem or UNDEFINED

    @property
    def _is_rsa(self) -> bool:
        return hasattr(self._public, "encrypt")

    @function("getPrivateKey", "() : Text")
    def get_private_key(self) -> str:
        """The private key in PEM format, empty when there is none (.getPrivateKey())."""
        from cryptography.hazmat.primitives import serialization as s

        if self._private is None:
            return ""
        made: bytes = self._private.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption())
        return made.decode("ascii")

    @function("getPublicKey", "() : Text")
    def get_public_key(self) -> str:
        """The public key in PEM format (.getPublicKey())."""
        from cryptography.hazmat.primitives import serialization as s

        made: bytes = self._public.public_bytes(s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo)
        return made.decode("ascii")

    # -------------------------------------------------------------- encryption

    @function("encrypt", "( message : Text ; options : Object ) : Text")
    def encrypt(self, message: str, options: Value) -> str:
        """Encrypts a message with the public RSA key, by OAEP (.encrypt())."""
        name = "encrypt"
        self._want_rsa(name)
        data = _to_bytes(name, message, _word(options, "encodingDecrypted", "UTF-8"))
        try:
            made = self._public.encrypt(data, _oaep(name, options))
        except ValueError:
            raise LanguageError(
                BAD_KEY,
                f"encrypt: message: {len(data)} bytes are too many for a key of {self._public.key_size} bits",
            ) from None
        return _to_text(name, made, _word(options, "encodingEncrypted", "Base64"))

    @function("decrypt", "( message : Text ; options : Object ) : Object")
    def decrypt(self, message: str, options: Value) -> dict[str, Value]:
        """Decrypts a message with the private RSA key; a status object (.decrypt())."""
        name = "decrypt"
        self._want_rsa(name)
        self._want_private(name)
        padding = _oaep(name, options)
        try:
            data = _to_bytes(name, message, _word(options, "encodingEncrypted", "Base64"))
            made = self._private.decrypt(data, padding)
            text = _to_text(name, made, _word(options, "encodingDecrypted", "UTF-8"))
        except (ValueError, UnicodeDecodeError):
            return _status("the message was not encrypted with this key and algorithm")
        return {"success": True, "result": text}

    # -------------------------------------------------------------- signatures

    @function("sign", "( message : Text, Blob ; options : Object ) : Text")
    def sign(self, message: Value, options: Value) -> str:
        """Signs a text, as UTF-8, or a blob with the private key (.sign())."""
        name = "sign"
        self._want_private(name)
        data, digest = _message(message), _digest(name, options)
        if self._is_rsa:
            made = self._private.sign(data, _padding(options, digest), digest)
        else:
            from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
            from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

            size = self._width
            made = b"".join(
                part.to_bytes(size, "big")
                for part in decode_dss_signature(self._private.sign(data, ECDSA(digest)))
            )
        return _to_text(name, made, _word(options, "encoding", "Base64"))

    @function("verify", "( message : Text, Blob ; signature : Text ; options : Object ) : Object")
    def verify(self, message: Value, signature: str, options: Value) -> dict[str, Value]:
        """Tells whether a signature is that of a message; a status object (.verify())."""
        from cryptography.exceptions import InvalidSignature

        name = "verify"
        data, digest = _message(message), _digest(name, options)
        try:
            given = _to_bytes(name, signature, _word(options, "encoding", "Base64"))
            if self._is_rsa:
                self._public.verify(given, data, _padding(options, digest, verify=True), digest)
            else:
                self._verify_curve(given, data, digest)
        except (InvalidSignature, ValueError):
            return _status("the signature is not that of this message, key and algorithm")
        return {"success": True}

    def _verify_curve(self, given: bytes, data: bytes, digest: Any) -> None:
        from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
        from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

        size = self._width
        if len(given) != 2 * size:
            raise ValueError("not of this curve")
        numbers = int.from_bytes(given[:size], "big"), int.from_bytes(given[size:], "big")
        self._public.verify(encode_dss_signature(*numbers), data, ECDSA(digest))

    @property
    def _width(self) -> int:
        """The bytes of one number of a signature."""
        bits: int = self._public.curve.key_size
        return (bits + 7) // 8

    def _want_rsa(self, name: str) -> None:
        if not self._is_rsa:
            raise LanguageError(BAD_KEY, f"{name}: wanted an RSA key, an ECDSA key can only sign")

    def _want_private(self, name: str) -> None:
        if self._private is None:
            raise LanguageError(BAD_KEY, f"{name}: wanted a private key, got a public one")


def _made(settings: dict[str, Value]) -> CryptoKey:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    name = "4D.CryptoKey.new"
    kind = str(settings.get("type", "")).upper()
    if kind == "RSA":
        size = settings.get("size", USUAL)
        private = new_rsa(name, int(size) if isinstance(size, (int, float)) else 0)
        return CryptoKey(kind, private, private.public_key(), "")
    if kind == "ECDSA":
        wanted = str(settings.get("curve", "prime256v1")).lower()
        curve = _CURVES.get(_SYNONYMS.get(wanted, wanted))
        if curve is None:
            raise LanguageError(BAD_KEY, f"{name}: curve: wanted {', '.join(_CURVES)}, got {wanted}")
        private_curve = ec.generate_private_key(getattr(ec, curve)())
        return CryptoKey(kind, private_curve, private_curve.public_key(), "")
    if kind != "PEM":
        raise LanguageError(
            BAD_KEY, f'{name}: type: wanted RSA, ECDSA or PEM, got "{settings.get("type", "")}"'
        )
    pem = settings.get("pem")
    if pem.__class__ is not str:
        raise LanguageError(
            TYPE_MISMATCH, f"{name}: pem: wanted Text, got {type_name(settings.get('pem', UNDEFINED))}"
        )
    data = str(pem).encode("utf-8", "replace")
    private = load_private(name, data) if b"PRIVATE KEY" in data else None
    public = load_public(name, data) if private is None else private.public_key()
    if not isinstance(public, (rsa.RSAPublicKey, ec.EllipticCurvePublicKey)):
        raise LanguageError(BAD_KEY, f"{name}: pem: wanted an RSA or ECDSA key")
    return CryptoKey(kind, private, public, str(pem))


def _word(options: Value, name: str, otherwise: str) -> str:
    value = options.get(name) if isinstance(options, dict) else None
    return value if isinstance(value, str) and value else otherwise


def _digest(name: str, options: Value) -> Any:
    from cryptography.hazmat.primitives import hashes

    wanted = _word(options, "hash", "SHA256")
    known = _HASHES.get(wanted.upper().replace("-", ""))
    if known is None:
        raise LanguageError(BAD_KEY, f"{name}: hash: wanted {', '.join(_HASHES)}, got {wanted}")
    return getattr(hashes, known)()


def _oaep(name: str, options: Value) -> Any:
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP

    digest = _digest(name, options)
    return OAEP(MGF1(digest), digest, None)


def _padding(options: Value, digest: Any, verify: bool = False) -> Any:
    from cryptography.hazmat.primitives.asymmetric import padding

    if not (isinstance(options, dict) and options.get("pss") is True):
        return padding.PKCS1v15()
    return padding.PSS(padding.MGF1(digest), padding.PSS.AUTO if verify else padding.PSS.DIGEST_LENGTH)


def _message(message: Value) -> bytes:
    return message.encode("utf-8", "replace") if isinstance(message, str) else bytes_of(message)


def _to_bytes(name: str, text: str, encoding: str) -> bytes:
    """The bytes that *text* stands for; ``ValueError`` when it is no Base64."""
    from base64 import b64decode

    kind = encoding.lower()
    if kind == "utf-8":
        return text.encode("utf-8", "replace")
    if kind == "base64":
        return b64decode("".join(text.split()), validate=True)
    if kind == "base64url":
        return b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    raise _unknown(name, encoding)


def _to_text(name: str, data: bytes, encoding: str) -> str:
    from base64 import b64encode, urlsafe_b64encode

    kind = encoding.lower()
    if kind == "utf-8":
        return data.decode("utf-8")
    if kind == "base64":
        return b64encode(data).decode("ascii")
    if kind == "base64url":
        return urlsafe_b64encode(data).decode("ascii").rstrip("=")
    raise _unknown(name, encoding)


def _unknown(name: str, encoding: str) -> LanguageError:
    return LanguageError(BAD_KEY, f"{name}: encoding: wanted UTF-8, Base64 or Base64URL, got {encoding}")


def _status(message: str) -> dict[str, Value]:
    error = {"errCode": BAD_KEY, "message": message, "componentSignature": "4DRT"}
    return {"success": False, "errors": [error]}
