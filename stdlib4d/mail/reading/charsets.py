"""The charsets that mails name, as senders mean them and not as the registry has them.

Text labelled ISO-8859-1 may have the quotes of Windows, GB2312 may be GBK, and Shift_JIS may have the characters of
vendors: each name stands for the largest charset that has it within.
"""

from __future__ import annotations

import codecs
import re

_NAMES = {
    "utf-8": "unicode11utf8 unicode20utf8 unicode-1-1-utf-8 unicode-2-0-utf-8 csutf8 utf8mb4 utf-8mb4 utf8-general-ci",
    "utf-7": "unicode-1-1-utf-7 unicode-2-0-utf-7 csunicode11utf7 cp65000",
    "utf-16": "csutf16 ucs-2 ucs2",
    "utf-16-le": "unicode unicodefeff csunicode iso-10646-ucs-2",
    "utf-16-be": "unicodefffe",
    "utf-32-be": "iso-10646-ucs-4 ucs-4 ucs-4be",
    "ascii": "ansi-x3.4-1968 ascii-7bit",
    "cp1252": "ansi latin latin-1 latin1 iso8859-1 iso-latin-1 isolatin1 8859-1 iso-8859-1-windows-3.1-latin-1",
    "iso8859-6": "iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i",
    "iso8859-7": "sun-eu-greek",
    "iso8859-8": "iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i visual logical",
    "cp1254": "iso8859-9 csisolatin5",
    "cp874": "iso8859-11 tis-620",
    "iso8859-15": "latin-9 latin9 csisolatin9",
    "koi8-r": "koi8 koi",
    "koi8-u": "koi8-ru",
    "cp720": "dos-720",
    "mac-roman": "mac macintosh csmacintosh",
    "mac-cyrillic": "mac-ukrainian",
    "mac-latin2": "mac-ce mac-centraleurope mac-centraleurroman maccenteuro",
    "mac-iceland": "mac-icelandic",
    "mac-romanian": "mac-romania",
    "cp932": (
        "shift-jis shiftjis sjis csshiftjis cswindows31j windows-31j ms-kanji mskanji ms932 ms-932 cp942 cp943 sjis-win"
        " shift-jis-ms mac-japanese"
    ),
    "iso-2022-jp": (
        "csiso2022jp iso2022-jp iso-2022-jp-1 iso-2022-jp-ms iso2022jp windows-iso2022jp cp50220 cp50221 cp50222"
        " jis jis7"
    ),
    "iso2022-jp-2": "csiso2022jp2",
    "euc_jp": "euc cseucpkdfmtjapanese cp51932 euc-jp-ms eucjp-ms eucjp-win",
    "gb18030": (
        "gb2312 gb-2312 gb-2312-80 gb-2312-1980 csgb2312 gbk ms936 cn-gb cp20936 cp54936 mac-chinesesimp"
    ),
    "hz": "hz-gb-2312 hzgb2312",
    "big5hkscs": "big5 big5-eten cn-big5 cp950 ms950 mac-chinesetrad",
    "cp949": (
        "euc-kr euckr cseuckr csksc56011987 iso-ir-149 korean ks-c-5601 ks-c-5601-1987 ks-c-5601-1989 ksc-5601 ksc5601"
        " ksc5601-1987 5601 kscii ms949 cp51949 mac-korean"
    ),
}
_CODECS = {name: codec for codec, names in _NAMES.items() for name in names.split()}
#: Names that say only that nobody knew.
_UNKNOWN = frozenset(
    ("", "unknown", "unknown-8bit", "x-unknown", "default", "default-charset", "none", "8bit")
)
#: Codecs of Python that are no charset of a mail: escapes, names of hosts, the machine's own.
_NO_CHARSETS = frozenset(
    "idna punycode undefined unicode-escape raw-unicode-escape mbcs oem charmap palmos".split()
)
_NAME = re.compile(r"[a-z0-9][a-z0-9.:+-]{0,50}")
_ISO = re.compile(r"iso-?8859-?(\d{1,2})")
_PAGE = re.compile(r"(?:windows|win|cp|ibm|dos|ms)-?(?:cp-?)?0{0,2}(\d{3,5})")


def codec_of(charset: str) -> str | None:
    """The name of Python's codec for the *charset* of a mail, ``None`` for one that nobody knows."""
    known = _KNOWN.get(charset)
    if known is not None:
        return known
    name = charset.strip().strip("\"'; \t").lower().replace("_", "-").replace(" ", "-")
    while name.startswith("x-") and name not in _UNKNOWN:
        name = name[2:]
    name = name.removeprefix("charset=")
    if name in _UNKNOWN or name in _NO_CHARSETS or not _NAME.fullmatch(name):
        return None
    tried = [name, name.partition(":")[0]]
    if (found := _ISO.fullmatch(tried[1])) is not None:
        tried.insert(0, f"iso8859-{found[1]}")
    elif (found := _PAGE.fullmatch(name)) is not None:
        tried.append(f"cp{found[1]}")
    for one in tried:
        if one in _CODECS:
            return _CODECS[one]
        try:
            info = codecs.lookup(one)
        except (LookupError, ValueError, UnicodeError):
            continue
        # Not one that makes bytes of bytes: zlib, base64, hex.
        codec = info.name.replace("_", "-")
        if info._is_text_encoding and codec not in _NO_CHARSETS:
            return "utf-8" if codec == "utf-8-sig" else _CODECS.get(codec, info.name)
    return None


#: The most common names, as they are mostly written.
_KNOWN = {name: name for name in ("utf-8", "ascii", "iso-2022-jp")} | {
    "UTF-8": "utf-8",
    "us-ascii": "ascii",
    "iso-8859-1": "cp1252",
    "ISO-8859-1": "cp1252",
    "windows-1252": "cp1252",
}
