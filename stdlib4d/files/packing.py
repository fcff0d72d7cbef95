"""The bytes of a ZIP archive, as PKWARE's APPNOTE and WinZip's AES specification have them.

The standard library reads and writes neither XZ (method 95) nor AES (method 99), which the reference has; so archives
are written here, and such files in one are read here.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import lzma
import secrets
import struct
import zlib
from time import localtime

DEFLATED, STORED, LZMA, XZ = 8, 0, 14, 95
AES = 99
#: Constants of the theme ZIP: ``ZIP Compression …`` to the method of the format, and the usual level.
METHODS = {0: (DEFLATED, 6), 1: (STORED, 0), 2: (LZMA, 4), 3: (XZ, 4)}

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END_64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR_64 = struct.Struct("<4sIQI")
_AES_EXTRA = struct.Struct("<HHH2sBH")
_AES_ID = 0x9901
_ENCRYPTED, _END_MARKER, _UTF8 = 1, 2, 0x800
#: Bytes of a code that tells whether the password is right, and of one that tells whether the data are.
_VERIFIER, _MAC = 2, 10
_ROUNDS = 1000
_LARGEST = 2**32 - 1
_CHUNK = 1 << 16


class Packer:
    """Makes an archive of what is added to it.

    Parameters
    ----------
    compression: a key of :data:`METHODS`.
    level: 1 to 10, or 0 for the usual one.
    password: encrypts the files with AES; an empty one does not.
    strength: of the key: 1 for 128 bits, 2 for 192, 3 for 256.
    """

    def __init__(self, compression: int, level: int, password: str = "", strength: int = 3) -> None:
        self._method, usual = METHODS[compression]
        self._level = min(level, 9) or usual
        self._password = password.encode()
        self._strength = strength
        self._data = bytearray()
        self._directory = bytearray()
        self._count = 0

    def add(self, name: str, data: bytes | None, modified: float) -> None:
        """Adds a file, or a folder when there is no *data*; *name* is a relative path. Raises ``OSError``."""
        folder = data is None
        encoded = (name + "/" if folder else name).encode()
        method = STORED if not data else self._method
        packed = compress(data or b"", method, self._level)
        checksum, extra = zlib.crc32(data or b""), b""
        flags = _UTF8 | (_END_MARKER if method == LZMA else 0)
        actual = method
        if self._password and not folder:
            packed = encrypt(packed, self._password, self._strength)
            # Version 2 of the scheme: a checksum would tell something of short files.
            extra = _AES_EXTRA.pack(_AES_ID, 7, 2, b"AE", self._strength, method)
            checksum, flags, actual = 0, flags | _ENCRYPTED, AES
        offset = len(self._data)
        if offset + len(packed) > _LARGEST or len(encoded) > 0xFFFF:
            raise OSError(errno.EFBIG, "it is too large for an archive", name)
        version = 63 if method in (LZMA, XZ) else 51 if actual == AES else 20
        shared = (version, flags, actual, *_moment(modified), checksum, len(packed), len(data or b""))
        self._data += _LOCAL.pack(b"PK\3\4", *shared, len(encoded), len(extra)) + encoded + extra + packed
        mode = 0o40755 << 16 | 0x10 if folder else 0o100644 << 16
        made_by_unix = 3 << 8 | version
        self._directory += _CENTRAL.pack(
            b"PK\1\2", made_by_unix, *shared, len(encoded), len(extra), 0, 0, 0, mode, offset
        )
        self._directory += encoded + extra
        self._count += 1

    def finish(self) -> bytes:
        """The bytes of the archive."""
        place, size, count = len(self._data), len(self._directory), self._count
        if place > _LARGEST:
            raise OSError(errno.EFBIG, "the archive would be too large")
        end = b""
        if count > 0xFFFE:
            end = _END_64.pack(b"PK\6\6", 44, 3 << 8 | 45, 45, 0, 0, count, count, size, place)
            end += _LOCATOR_64.pack(b"PK\6\7", 0, place + size, 1)
            count = 0xFFFF
        end += _END.pack(b"PK\5\6", 0, 0, count, count, size, place, 0)
        return bytes(self._data + self._directory + end)


def _moment(modified: float) -> tuple[int, int]:
    """Time and date as DOS had them: the years from 1980 to 2107, two seconds apart."""
    found = tuple(localtime(modified)[:6])
    year, month, day, hour, minute, second = min(
        max(found, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 58)
    )
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


# ------------------------------------------------------------------ compression


def compress(data: bytes, method: int, level: int) -> bytes:
    """*data*, packed by a method of the format."""
    if method == DEFLATED:
        packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        return packer.compress(data) + packer.flush()
    if method == LZMA:
        # Its own header is that of the format with the size behind it.
        alone = lzma.compress(data, lzma.FORMAT_ALONE, preset=level)
        return b"\x09\x04\x05\x00" + alone[:5] + alone[13:]
    return lzma.compress(data, lzma.FORMAT_XZ, preset=level) if method == XZ else data


def decompress(data: bytes, method: int, size: int) -> bytes:
    """What *data* unpack to, which is *size* bytes; raises ``OSError``."""
    if method == STORED:
        return data
    try:
        if method == DEFLATED:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, size or 1)
        if method == XZ:
            return lzma.LZMADecompressor(lzma.FORMAT_XZ).decompress(data, size or 1)
        if method == LZMA and data[2:4] == b"\x05\x00":
            alone = data[4:9] + b"\xff" * 8 + data[9:]
            return lzma.LZMADecompressor(lzma.FORMAT_ALONE).decompress(alone, size or 1)
    except (zlib.error, lzma.LZMAError, EOFError) as problem:
        raise OSError(errno.EIO, str(problem)) from None
    raise OSError(errno.ENOTSUP, f"the compression {method} is not supported")


# ------------------------------------------------------------------ encryption


def encrypt(data: bytes, password: bytes, strength: int) -> bytes:
    """*data* behind their salt and the code of the password, with the code of the data at the end."""
    salt = secrets.token_bytes(4 + 4 * strength)
    key, signing, verifier = _keys(password, salt, strength)
    hidden = _crypt(data, key)
    return salt + verifier + hidden + hmac.digest(signing, hidden, "sha1")[:_MAC]


def decrypt(data: bytes, password: bytes, strength: int) -> bytes:
    """The inverse of :func:`encrypt`; ``OSError`` for a wrong password, or damaged data."""
    salt_size = 4 + 4 * strength
    salt, hidden, mac = data[:salt_size], data[salt_size + _VERIFIER : -_MAC], data[-_MAC:]
    key, signing, verifier = _keys(password, salt, strength)
    if not hmac.compare_digest(verifier, data[salt_size : salt_size + _VERIFIER]):
        raise OSError(errno.EIO, "the password is wrong")
    if not hmac.compare_digest(hmac.digest(signing, hidden, "sha1")[:_MAC], mac):
        raise OSError(errno.EIO, "its encrypted data are damaged")
    return _crypt(hidden, key)


def aes_of(extra: bytes) -> tuple[int, int]:
    """The strength and the method of compression that the fields behind a name tell; ``OSError`` when none does."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _AES_ID and size >= 7 and len(extra) >= 11:
            *_, strength, method = _AES_EXTRA.unpack_from(extra)
            if strength in (1, 2, 3):
                return strength, method
        extra = extra[4 + size :]
    raise OSError(errno.EIO, "it does not tell how it is encrypted")


def _keys(password: bytes, salt: bytes, strength: int) -> tuple[bytes, bytes, bytes]:
    size = 8 + 8 * strength
    made = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + _VERIFIER)
    return made[:size], made[size : 2 * size], made[2 * size :]


def _crypt(data: bytes, key: bytes) -> bytes:
    """AES in counter mode; the counter begins at 1, its lowest byte first, unlike in the mode that libraries have."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    blocks = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    made = bytearray()
    for start in range(0, len(data), _CHUNK):
        part = data[start : start + _CHUNK]
        first = start // 16 + 1
        counters = b"".join(n.to_bytes(16, "little") for n in range(first, first + -(-len(part) // 16)))
        stream = blocks.update(counters)[: len(part)]
        mixed = int.from_bytes(part, "little") ^ int.from_bytes(stream, "little")
        made += mixed.to_bytes(len(part), "little")
    return bytes(made)
