"""Blobs encrypted with RSA keys: ENCRYPT BLOB, DECRYPT BLOB and GENERATE ENCRYPTION KEYPAIR.

4D's own format is not published; this one is ours. The content is encrypted with AES in Galois counter mode, which
notices every change. Its key is that of a signature of the sender, from which only the public key recovers it. With a
recipient, all of this is encrypted once more, with a key that only the recipient's private key can read.
"""

from __future__ import annotations

from .blobs import DAMAGED, put_blob, scalar_in
from .crypto_keys import BAD_KEY, load_private, load_public, new_rsa
from .errors import LanguageError
from .references import Pointer, assign_through
from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: What an encrypted blob starts with: by the sender alone, and for a recipient.
_SENT, _SEALED = b"4dE\x01", b"4dE\x02"
_NONCE = 12
_KEY = 32


@command(
    "GENERATE ENCRYPTION KEYPAIR", 688, "( privKey : Variable ; pubKey : Variable {; length : Integer} )"
)
def generate_keypair(private: Pointer, public: Pointer, length: int = 512) -> None:
    """Makes a pair of RSA keys as PEM texts in blobs (commands/generate-encryption-keypair.md).

    Below 1024 bits, the documented default included, keys are no longer safe, nor made: they get 1024.
    """
    from cryptography.hazmat.primitives import serialization as s

    if not 512 <= length <= 2048:
        raise LanguageError(
            BAD_KEY, f"GENERATE ENCRYPTION KEYPAIR: length: wanted 512 to 2048 bits, got {length}"
        )
    key = new_rsa("GENERATE ENCRYPTION KEYPAIR", max(length, 1024))
    put_blob(private, key.private_bytes(s.Encoding.PEM, s.PrivateFormat.TraditionalOpenSSL, s.NoEncryption()))
    put_blob(public, key.public_key().public_bytes(s.Encoding.PEM, s.PublicFormat.PKCS1))


@command("ENCRYPT BLOB", 689, "( toEncrypt : Variable ; sendPrivKey : Blob {; recipPubKey : Blob} )")
def encrypt_blob(blob: Pointer, private: bytes, public: bytes | None = None) -> None:
    """Encrypts a blob with the sender's private key, and for one recipient only (commands/encrypt-blob.md)."""
    from secrets import token_bytes

    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

    name = "ENCRYPT BLOB"
    data = scalar_in(name, blob)
    key = token_bytes(_KEY)
    signature = _rsa(name, load_private(name, private)).sign(key, PKCS1v15(), _as_digest())
    made = _SENT + _sized(signature) + _locked(key, data)
    if public is not None:
        key = token_bytes(_KEY)
        try:
            wrapped = _rsa(name, load_public(name, public)).encrypt(key, _oaep())
        except ValueError:
            raise LanguageError(BAD_KEY, f"{name}: recipPubKey: wanted a key of 1024 bits or more") from None
        made = _SEALED + _sized(wrapped) + _locked(key, made)
    assign_through(blob, made)


@command("DECRYPT BLOB", 690, "( toDecrypt : Variable ; sendPubKey : Blob {; recipPrivKey : Blob} )")
def decrypt_blob(blob: Pointer, public: bytes, private: bytes | None = None) -> None:
    """Decrypts what ENCRYPT BLOB has encrypted (commands/decrypt-blob.md).

    What was changed, or needs another key, is an error and leaves the blob as it is.
    """
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    name = "DECRYPT BLOB"
    data = scalar_in(name, blob)
    sender = _rsa(name, load_public(name, public))
    recipient = None if private is None else _rsa(name, load_private(name, private))
    try:
        if data.startswith(_SEALED):
            if recipient is None:
                raise LanguageError(
                    BAD_KEY, f"{name}: recipPrivKey: this blob needs the key of its recipient"
                )
            wrapped, locked = _parted(data)
            data = _opened(recipient.decrypt(wrapped, _oaep()), locked)
        if not data.startswith(_SENT):
            raise ValueError("no encrypted blob")
        signature, locked = _parted(data)
        made = _opened(sender.recover_data_from_signature(signature, PKCS1v15(), SHA256()), locked)
    except (ValueError, InvalidSignature, InvalidTag):
        raise LanguageError(
            DAMAGED, f"{name}: toDecrypt: the blob was changed, or encrypted with other keys"
        ) from None
    assign_through(blob, made)


def _rsa(name: str, key: Any) -> Any:
    if not hasattr(key, "key_size") or hasattr(key, "curve"):
        raise LanguageError(BAD_KEY, f"{name}: wanted an RSA key")
    return key


def _as_digest() -> Any:
    """The key stands for a digest: so the public key recovers it from the signature."""
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
    from cryptography.hazmat.primitives.hashes import SHA256

    return Prehashed(SHA256())


def _oaep() -> Any:
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
    from cryptography.hazmat.primitives.hashes import SHA256

    return OAEP(MGF1(SHA256()), SHA256(), None)


def _sized(data: bytes) -> bytes:
    return len(data).to_bytes(2, "big") + data


def _parted(data: bytes) -> tuple[bytes, bytes]:
    """What :func:`_sized` wrote behind the first four bytes, and the rest."""
    size = int.from_bytes(data[4:6], "big")
    return data[6 : 6 + size], data[6 + size :]


def _locked(key: bytes, data: bytes) -> bytes:
    from secrets import token_bytes

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, None)


def _opened(key: bytes, locked: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).decrypt(locked[:_NONCE], locked[_NONCE:], None)
