"""The text in a file: character sets, byte order marks, line ends (API/FileClass.md, .getText() and .setText())."""

from __future__ import annotations

import codecs

from ..errors import ARGUMENT_UNEXPECTED, LanguageError
from ..utf16 import joined

#: How line breaks are processed (theme System Documents).
UNCHANGED, NATIVE, CRLF, CR, LF = range(5)
#: The native line end is LF where a path has slashes.
_LINE_ENDS = {NATIVE: "\n", CRLF: "\r\n", CR: "\r", LF: "\n"}

#: By the number that IANA (MIBEnum) or 4D gives them (commands/convert-from-text.md).
_BY_NUMBER = {
    3: "ascii",
    4: "iso8859-1",
    5: "iso8859-2",
    6: "iso8859-3",
    7: "iso8859-4",
    8: "iso8859-5",
    9: "iso8859-6",
    10: "iso8859-7",
    11: "iso8859-8",
    12: "iso8859-9",
    13: "iso8859-10",
    17: "cp932",
    38: "euc_kr",
    39: "iso2022_jp",
    57: "gb2312",
    106: "utf-8",
    109: "iso8859-13",
    111: "iso8859-15",
    113: "gbk",
    1012: "utf-7",
    1013: "utf-16-be",
    1014: "utf-16-le",
    1015: "utf-16",
    1017: "utf-32",
    1018: "utf-32-be",
    1019: "utf-32-le",
    1250: "mac_latin2",
    1251: "mac_cyrillic",
    1253: "mac_greek",
    1254: "mac_turkish",
    1256: "mac_arabic",
    1257: "mac_latin2",
    2011: "cp437",
    2024: "cp932",
    2025: "gb2312",
    2026: "big5",
    2027: "mac_roman",
    2028: "cp037",
    2084: "koi8_r",
    **{2200 + page: f"cp12{page}" for page in range(50, 59)},
}

#: Names of that page that Python's codecs do not know.
_BY_NAME = {
    "ansi_x3.4-1986": "ascii",
    "iso646-us": "ascii",
    "cspc8codepage437": "cp437",
    "csibm037": "cp037",
    "ebcdic-cp-n": "cp037",
    "x-mac-roman": "mac_roman",
    "mac": "mac_roman",
    "csmacintosh": "mac_roman",
    "macce": "mac_latin2",
    "x-mac-ce": "mac_latin2",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-greek": "mac_greek",
    "x-mac-turkish": "mac_turkish",
    "x-mac-arabic": "mac_arabic",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "ms_kanji": "cp932",
    "csshiftjis": "cp932",
    "csiso2022jp": "iso2022_jp",
    "cskoi8r": "koi8_r",
    "cseuckr": "euc_kr",
    "csbig5": "big5",
    "csgb2312": "gb2312",
    "x-mac-chinesesimp": "gb2312",
    "gb_2312-80": "gb2312",
    "csiso58gb231280": "gb2312",
    "windows-31j": "cp932",
    "latin-9": "iso8859-15",
    "asmo-708": "iso8859-6",
    "ecma-114": "iso8859-6",
    "ecma-118": "iso8859-7",
}

#: UTF-32 first: its mark in little-endian order starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_BOM = "-no-bom"
#: Codecs of Python that are no character sets of files.
_NOT_FOR_FILES = frozenset(
    ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem")
)


def find(command: str, charset: str | int) -> tuple[str, bytes]:
    """The codec for a character set, by name or number, and the byte order mark that a file in it starts with.

    UTF-16 and UTF-32 without an order are little-endian. Raises :class:`LanguageError` for an unknown one.
    """
    codec = _BY_NUMBER.get(charset, "") if isinstance(charset, int) else codec_named(charset)
    if not codec:
        raise LanguageError(ARGUMENT_UNEXPECTED, f"{command}: charSet: there is no character set {charset}")
    if codec in ("utf-16", "utf-32"):
        codec += "-le"
    mark = next((mark for mark, name in _MARKS if name == codec), b"")
    if isinstance(charset, str) and charset.lower().endswith(_NO_BOM):
        mark = b""
    return codec, mark


def codec_named(name: str) -> str:
    """The codec for a character set by name; ``""`` when there is none."""
    plain = name.strip().lower().removesuffix(_NO_BOM)
    known = _BY_NAME.get(plain)
    if known is not None:
        return known
    try:
        found = codecs.lookup(plain)
    except (LookupError, ValueError):
        return ""
    if not found._is_text_encoding or found.name in _NOT_FOR_FILES:
        return ""
    return "utf-8" if found.name == "utf-8-sig" else found.name


def marked(data: bytes) -> tuple[str, int]:
    """The codec that the byte order mark of *data* stands for, ``""`` without one, and the length of the mark."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec, len(mark)
    return "", 0


def decoded(data: bytes, codec: str) -> str:
    """The text in *data*; a byte order mark decides over *codec*. What is no character becomes U+FFFD."""
    own, length = marked(data)
    return data[length:].decode(own or codec, "replace")


def encoded(text: str, codec: str) -> bytes:
    """*text* in a character set; what is not in it becomes a question mark."""
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return joined(text).encode(codec, "replace")


def with_breaks(command: str, text: str, mode: int) -> str:
    """*text* with its line ends, CRLF, CR or LF, processed as *mode* says."""
    if mode == UNCHANGED:
        return text
    if mode not in _LINE_ENDS:
        raise LanguageError(
            ARGUMENT_UNEXPECTED,
            f"{command}: breakMode: wanted 0 to 4, got {mode}",
            hint="Document unchanged, Document with native format, Document with CRLF, …",
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    end = _LINE_ENDS[mode]
    return text if end == "\n" else text.replace("\n", end)


def text_of(command: str, data: bytes, charset: str | int, mode: int) -> str:
    """The content of a text file as a text."""
    return with_breaks(command, decoded(data, find(command, charset)[0]), mode)


def data_of(command: str, text: str, charset: str | int | None, mode: int) -> bytes:
    """A text as the content of a file: UTF-8 without a byte order mark when no *charset* is given."""
    codec, mark = find(command, charset) if charset is not None else ("utf-8", b"")
    return mark + encoded(with_breaks(command, text, mode), codec)
