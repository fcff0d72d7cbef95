"""Numbers and texts in blobs: the commands of the theme BLOB that write and read them, character sets, Base64."""

from __future__ import annotations

from .assign import int32
from .blobs import Blob4D, bytes_of, check_range, place_in, put_blob, write
from .errors import ARGUMENT_UNEXPECTED, TYPE_MISMATCH, VARIABLE_EXPECTED, LanguageError
from .references import Pointer, assign_through, dereference
from .registry import command
from .utf16 import joined, units
from .values import UNDEFINED, StarType, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from .host import Run
    from .values import Value

#: Byte orders (theme BLOB). The native one is that of PCs, on every machine.
_ORDERS: dict[int, Literal["little", "big"]] = {0: "little", 1: "big", 2: "little"}
#: Formats of texts (theme BLOB).
MAC_C, MAC_PASCAL, MAC_LENGTH, MAC_PLAIN, UTF8_C, UTF8_LENGTH, UTF8_PLAIN = range(7)
_PLAIN = (MAC_PLAIN, UTF8_PLAIN)
#: The longest text in a format of the Mac, and in a Pascal string.
_MAC_LONGEST = 32767
_PASCAL_LONGEST = 255


def _order(name: str, order: int) -> Literal["little", "big"]:
    found = _ORDERS.get(order)
    if found is None:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: byteOrder: wanted 0, 1 or 2, got {order}",
            hint="Native byte ordering, Macintosh byte ordering, PC byte ordering",
        )
    return found


# ------------------------------------------------------------------ whole numbers


@command(
    "INTEGER TO BLOB",
    548,
    "( integer : Integer ; blob : Variable {; byteOrder : Integer, Operator {; offset : Variable, Operator}} )",
)
def integer_to_blob(number: int, variable: Pointer, order: Value = 0, where: Value = None) -> None:
    """Writes the low 16 bits of a number into a blob (commands/integer-to-blob.md)."""
    _write_integer("INTEGER TO BLOB", number, 2, variable, order, where)


@command(
    "LONGINT TO BLOB",
    550,
    "( longint : Integer ; blob : Variable {; byteOrder : Integer, Operator {; offset : Variable, Operator}} )",
)
def longint_to_blob(number: int, variable: Pointer, order: Value = 0, where: Value = None) -> None:
    """Writes a number of 32 bits into a blob (commands/longint-to-blob.md)."""
    _write_integer("LONGINT TO BLOB", number, 4, variable, order, where)


def _write_integer(name: str, number: int, size: int, variable: Pointer, order: Value, where: Value) -> None:
    if isinstance(order, StarType):
        order, where = 0, order
    low = number & (1 << 8 * size) - 1
    write(name, low.to_bytes(size, _order(name, order)), variable, where)


@command(
    "BLOB to integer", 549, "( blob : Blob, 4D.Blob ; byteOrder : Integer {; offset : Variable} ) : Integer"
)
def blob_to_integer(blob: Value, order: int, offset: Pointer | None = None) -> int:
    """Reads a number of 16 bits, with its sign (commands/blob-to-integer.md)."""
    name = "BLOB to integer"
    return int.from_bytes(_taken(name, blob, offset, 2), _order(name, order), signed=True)


@command(
    "BLOB to longint", 551, "( blob : Blob, 4D.Blob ; byteOrder : Integer {; offset : Variable} ) : Integer"
)
def blob_to_longint(blob: Value, order: int, offset: Pointer | None = None) -> int:
    """Reads a number of 32 bits, with its sign (commands/blob-to-longint.md)."""
    name = "BLOB to longint"
    return int32(int.from_bytes(_taken(name, blob, offset, 4), _order(name, order)))


def _taken(name: str, blob: Value, offset: Pointer | None, size: int) -> bytes:
    """*size* bytes of *blob* from the number in *offset* on, which is moved behind them; error -111 outside."""
    data = bytes_of(blob)
    place = place_in(name, offset)
    check_range(name, "offset", place, size, len(data))
    if offset is not None:
        assign_through(offset, place + size)
    return data[place : place + size]


# ------------------------------------------------------------------ reals

#: Formats of reals (theme BLOB).
NATIVE_REAL, EXTENDED_REAL, MAC_REAL, PC_REAL = range(4)


def _real_format(name: str, form: int) -> str:
    """What :mod:`struct` calls the format; an empty text for the extended one."""
    if form not in range(4):
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: realFormat: wanted 0 to 3, got {form}",
            hint="Native real format, Extended real format, Macintosh double real format, PC double real format",
        )
    return ("<d", "", ">d", "<d")[form]


@command(
    "REAL TO BLOB",
    552,
    "( real : Real ; blob : Variable ; realFormat : Integer {; offset : Variable, Operator} )",
)
def real_to_blob(number: float, variable: Pointer, form: int, where: Value = None) -> None:
    """Writes a real of 8 bytes, or 10 in the extended format, into a blob (commands/real-to-blob.md)."""
    from struct import pack

    packed = _real_format("REAL TO BLOB", form)
    data = pack(packed, number) if packed else _extended(float(number))
    write("REAL TO BLOB", data, variable, where)


@command("BLOB to real", 553, "( blob : Blob, 4D.Blob ; realFormat : Integer {; offset : Variable} ) : Real")
def blob_to_real(blob: Value, form: int, offset: Pointer | None = None) -> float:
    """Reads a real of 8 bytes, or 10 in the extended format (commands/blob-to-real.md)."""
    from struct import unpack

    packed = _real_format("BLOB to real", form)
    data = _taken("BLOB to real", blob, offset, 8 if packed else 10)
    return float(unpack(packed, data)[0]) if packed else _from_extended(data)


# The extended real is that of 80 bits: sign and exponent, then 64 bits with the leading 1, the high byte first.
_BIAS = 16383
_SPECIAL = 0x7FFF


def _extended(number: float) -> bytes:
    from math import copysign, frexp, isinf, isnan

    sign = 0x8000 if copysign(1, number) < 0 else 0
    if isnan(number) or isinf(number):
        exponent, fraction = _SPECIAL, 3 << 62 if isnan(number) else 1 << 63
    elif number == 0:
        exponent, fraction = 0, 0
    else:
        part, power = frexp(abs(number))
        exponent, fraction = power - 1 + _BIAS, int(part * 2**64)
    return (sign | exponent).to_bytes(2, "big") + fraction.to_bytes(8, "big")


def _from_extended(data: bytes) -> float:
    from math import inf, ldexp, nan

    head, fraction = int.from_bytes(data[:2], "big"), int.from_bytes(data[2:], "big")
    exponent = head & _SPECIAL
    if exponent == _SPECIAL:
        size = inf if fraction << 1 & (1 << 64) - 1 == 0 else nan
    else:
        try:
            size = ldexp(fraction, exponent - _BIAS - 63)
        except OverflowError:
            size = inf
    return -size if head & 0x8000 else size


# ------------------------------------------------------------------ texts


def _codec(name: str, form: int) -> str:
    if form not in range(7):
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: textFormat: wanted 0 to 6, got {form}",
            hint="UTF8 C string, UTF8 text with length, UTF8 text without length, Mac C string, …",
        )
    return "utf-8" if form >= UTF8_C else "mac_roman"


@command(
    "TEXT TO BLOB",
    554,
    "( text : Text ; blob : Variable {; textFormat : Integer, Operator {; offset : Variable, Operator}} )",
)
def text_to_blob(text: str, variable: Pointer, form: Value = MAC_C, where: Value = None) -> None:
    """Writes a text into a blob, as a C string of the Mac when nothing else is asked (commands/text-to-blob.md).

    A Pascal string is cut off at 255 bytes.
    """
    name = "TEXT TO BLOB"
    if isinstance(form, StarType):
        form, where = MAC_C, form
    codec = _codec(name, form)
    data = joined(text).encode(codec, "replace")
    if form < UTF8_C and len(data) > _MAC_LONGEST:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{name}: text: wanted at most {_MAC_LONGEST} characters in this format, got {len(data)}",
            hint="UTF8 text has no limit",
        )
    if form in (MAC_C, UTF8_C):
        data += b"\0"
    elif form == MAC_PASCAL:
        data = data[:_PASCAL_LONGEST]
        data = bytes((len(data),)) + data
    elif form not in _PLAIN:
        data = len(data).to_bytes(2 if form == MAC_LENGTH else 4, "big") + data
    write(name, data, variable, where)


@command(
    "BLOB to text",
    555,
    "( blob : Blob, 4D.Blob ; textFormat : Integer {; offset : Variable {; textLength : Integer}} ) : Text",
)
def blob_to_text(blob: Value, form: int, offset: Pointer | None = None, length: int | None = None) -> str:
    """Reads a text from a blob; a text without length is as long as asked, or ends it (commands/blob-to-text.md)."""
    name = "BLOB to text"
    codec = _codec(name, form)
    data = bytes_of(blob)
    place = place_in(name, offset)
    check_range(name, "offset", place, 0, len(data))
    head, rest = 0, data[place:]
    if form in (MAC_C, UTF8_C):
        end = rest.find(b"\0")
        read, used = (rest, len(rest)) if end < 0 else (rest[:end], end + 1)
    elif form in _PLAIN:
        read, used = rest, len(rest)
    else:
        head = {MAC_PASCAL: 1, MAC_LENGTH: 2}.get(form, 4)
        end = head + int.from_bytes(rest[:head], "big")
        read, used = rest[head:end], min(end, len(rest))
    text = read.decode(codec, "replace")
    if form in _PLAIN and length is not None:
        text = joined(units(text)[: max(length, 0)])
        used = _bytes_read(read, text, codec)
    if offset is not None:
        assign_through(offset, place + used)
    return text


def _bytes_read(data: bytes, text: str, codec: str) -> int:
    """How many bytes at the start of *data* are *text*."""
    size = len(text.encode(codec, "replace"))
    if size <= len(data) and data[:size].decode(codec, "replace") == text:
        return size
    from codecs import getincrementaldecoder

    # What is no character was read as one byte or more: only the decoder knows how many.
    decoder = getincrementaldecoder(codec)("replace")
    found = 0
    for place in range(len(data)):
        found += len(decoder.decode(data[place : place + 1]))
        if found >= len(text):
            # A byte that ends what is no character, and is one itself, belongs to the rest.
            return place + (found == len(text))
    return len(data)


# ------------------------------------------------------------------ character sets

#: Names and numbers of the character sets without a byte order, which begin with a mark that tells it.
_WITH_MARK = {"utf-16": b"\xff\xfe", "utf-32": b"\xff\xfe\0\0", 1015: b"\xff\xfe", 1017: b"\xff\xfe\0\0"}


@command("CONVERT FROM TEXT", 1011, "( 4Dtext : Text ; charSet : Text, Integer ; convertedBLOB : Variable )")
def convert_from_text(run: Run, text: str, name: Value, variable: Pointer) -> None:
    """Writes a text in a character set into a blob (commands/convert-from-text.md).

    A character that is not in the set becomes a question mark. OK is 0, and the blob is empty, when the set is
    not known.
    """
    from .files import charset

    try:
        codec, _ = charset.find("CONVERT FROM TEXT", name)
    except LanguageError:
        run.set_ok(0)
        put_blob(variable, b"")
        return
    key = name.strip().lower() if isinstance(name, str) else name
    put_blob(variable, _WITH_MARK.get(key, b"") + charset.encoded(text, codec))
    run.set_ok(1)


@command("Convert to text", 1012, "( blob : Blob, 4D.Blob ; charSet : Text, Integer ) : Text")
def convert_to_text(run: Run, blob: Value, name: Value) -> str:
    """Returns the text that a blob holds in a character set (commands/convert-to-text.md).

    A byte order mark counts for more than the name of a set of Unicode. OK is 0, and the text empty, when the set
    is not known.
    """
    from .files import charset

    try:
        codec, _ = charset.find("Convert to text", name)
    except LanguageError:
        run.set_ok(0)
        return ""
    data = bytes_of(blob)
    run.set_ok(1)
    return charset.decoded(data, codec) if codec.startswith("utf") else data.decode(codec, "replace")


# ------------------------------------------------------------------ Base64


@command(
    "BASE64 ENCODE",
    895,
    "( toEncode : Variable, Text, Blob, 4D.Blob {; encoded : Variable, Operator {; * : Operator}} )",
)
def base64_encode(source: Value, target: Value = None, star: Value = None) -> None:
    """Encodes a text (as UTF-8) or a blob in Base64, in Base64URL with ``*`` (commands/base64-encode.md).

    The variable that gets it keeps its type; one without a value becomes a text.
    """
    from base64 import b64encode, urlsafe_b64encode

    if isinstance(target, StarType):
        target, star = None, target
    value = _content("BASE64 ENCODE", "toEncode", source)
    data = joined(value).encode("utf-8", "replace") if isinstance(value, str) else value
    made = b64encode(data) if star is None else urlsafe_b64encode(data).rstrip(b"=")
    _put_content("BASE64 ENCODE", source if target is None else target, made, "")


@command(
    "BASE64 DECODE",
    896,
    "( toDecode : Variable, Text, Blob, 4D.Blob {; decoded : Variable, Operator {; * : Operator}} )",
)
def base64_decode(source: Value, target: Value = None, star: Value = None) -> None:
    """Decodes a text or a blob in Base64, in Base64URL with ``*`` (commands/base64-decode.md).

    The variable that gets it keeps its type; one without a value gets that of the source. What is no Base64
    leaves it empty.
    """
    if isinstance(target, StarType):
        target, star = None, target
    value = _content("BASE64 DECODE", "toDecode", source)
    data = value.encode("utf-8", "replace") if isinstance(value, str) else value
    _put_content(
        "BASE64 DECODE", source if target is None else target, _decoded(data, star is not None), value
    )


def _decoded(data: bytes, for_urls: bool) -> bytes:
    from base64 import b64decode
    from binascii import Error

    # Lines of Base64 in mails and certificates are broken.
    data = data.translate(None, b" \t\r\n")
    if for_urls:
        if b"+" in data or b"/" in data:
            return b""
        data = data.rstrip(b"=")
        data += b"=" * (-len(data) % 4)
    try:
        return b64decode(data, b"-_" if for_urls else None, validate=True)
    except (Error, ValueError):
        return b""


def _content(name: str, what: str, source: Value) -> str | bytes:
    value = dereference(source) if isinstance(source, Pointer) else source
    if isinstance(value, (str, bytes)):
        return value
    if isinstance(value, Blob4D):
        return value.data
    raise LanguageError(TYPE_MISMATCH, f"{name}: {what}: wanted Text or Blob, got {type_name(value)}")


def _put_content(name: str, target: Value, data: bytes, otherwise: str | bytes) -> None:
    """Stores *data* in a variable of type Text or Blob; *otherwise* is of the type for one that has no value."""
    if not isinstance(target, Pointer):
        raise LanguageError(
            VARIABLE_EXPECTED,
            f"{name}: wanted a variable for the result, got {type_name(target)}",
            hint="pass the variable that is to get it as the second argument",
        )
    held = dereference(target)
    if isinstance(otherwise if held is UNDEFINED else held, str):
        assign_through(target, data.decode("utf-8", "replace"))
    else:
        put_blob(target, data)
