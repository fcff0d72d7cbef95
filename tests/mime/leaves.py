"""Parts without parts: texts and files, as clean and as damaged as they come, and what they hold."""

from __future__ import annotations

import base64
import binascii
import quopri
from dataclasses import dataclass

from .dice import Dice
from .made import File
from .samples import CHARSETS, COMMON, Charset
from .words import encoded, sentence, word


@dataclass
class Leaf:
    """A part as it is sent: its header lines and its content, with what it says."""

    type: str
    headers: list[bytes]
    body: bytes
    text: str | None = None
    problem: bool = False
    file: File | None = None


# ------------------------------------------------------------------ transfer encodings


_BASE64 = [
    *["clean"] * 5,
    *"junk;no padding;pieces;garbage;one line;short lines;blanks;footer;pads".split(";"),
]
_QUOTED = [
    *["clean"] * 4,
    *"small letters;soft blanks;trailing blanks;broken escapes;long lines;all;last soft".split(";"),
]


def base64_lines(rng: Dice, data: bytes, traits: list[str]) -> bytes:
    """*data* as base64, as programs and relays leave it."""
    plain = base64.b64encode(data)
    width = 76
    kind = rng.odd(_BASE64, ("clean",))
    traits.append(f"base64: {kind}")
    if kind == "one line":
        return plain + b"\r\n"
    if kind == "short lines":
        width = rng.choice((4, 7, 20, 60))
    if kind == "no padding":
        plain = plain.rstrip(b"=")
    if kind == "pads":
        plain += b"=="
    if kind == "pieces" and len(data) > 4:
        cut = rng.randint(1, len(data) - 1)
        plain = base64.b64encode(data[:cut]) + b"\r\n" + base64.b64encode(data[cut:])
        return plain + b"\r\n"
    lines = [plain[at : at + width] for at in range(0, len(plain), width)] or [b""]
    if kind == "junk":
        junk = rng.choice((b"!", b" ", b"\t", b"*-", b"\x80\xff", b"%"))
        lines = [line[: len(line) // 2] + junk + line[len(line) // 2 :] for line in lines]
    if kind == "garbage":
        lines.insert(rng.randint(0, len(lines) - 1), rng.choice((b"!!!! ####", b"~~~", b"<>")))
    if kind == "blanks":
        lines = [line + b"  " for line in lines]
    body = b"\r\n".join(lines) + b"\r\n"
    if kind == "footer" and plain.endswith(b"="):
        body += b"\r\n_______________\r\nThe list: info at example.com\r\n"
    return body


def quoted_lines(rng: Dice, data: bytes, traits: list[str]) -> bytes:
    """*data* (lines with CRLF) as quoted-printable, as programs and relays leave it."""
    kind = rng.odd(_QUOTED, ("clean",))
    traits.append(f"quoted-printable: {kind}")
    if kind == "all":
        lines = data.split(b"\r\n")
        return b"\r\n".join(
            b"=\r\n".join(
                b"".join(b"=%02X" % byte for byte in line[at : at + 20])
                for at in range(0, max(len(line), 1), 20)
            )
            for line in lines
        )
    if kind == "long lines":
        return b"\r\n".join(
            b"".join(
                b"=%02X" % byte if byte > 126 or byte == 61 or byte < 32 else bytes((byte,)) for byte in line
            )
            for line in data.split(b"\r\n")
        ).replace(b" \r\n", b"=20\r\n")
    text = quopri.encodestring(data.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    if kind == "small letters":
        head, *rest = text.split(b"=")
        text = b"=".join([head, *(piece[:2].lower() + piece[2:] for piece in rest)])
    elif kind == "soft blanks":
        text = text.replace(b"=\r\n", rng.choice((b"= \r\n", b"=\t\r\n", b"=  \t\r\n")))
    elif kind == "trailing blanks":
        text = b"\r\n".join(
            line if line.endswith(b"=") else line + rng.choice((b" ", b"\t", b""))
            for line in text.split(b"\r\n")
        )
    elif kind == "last soft":
        text += b"="
    return text


def uu_lines(data: bytes) -> bytes:
    lines = [binascii.b2a_uu(data[at : at + 45]).rstrip(b"\n") for at in range(0, len(data), 45)]
    return b"begin 644 data.bin\r\n" + b"\r\n".join(lines) + b"\r\n`\r\nend\r\n"


# ------------------------------------------------------------------ texts


def text_leaf(rng: Dice, kind: str, raw: Charset | None, traits: list[str]) -> Leaf:
    """A ``text/…`` part of the type *kind*; where *raw* is given, bytes over 127 are of this charset."""
    special = rng.odd(_TEXTS, ("labelled",))
    if raw is not None:
        special = "raw"
    traits.append(f"text: {special}")
    charset = rng.odd(CHARSETS, COMMON)
    if special == "raw":
        assert raw is not None
        charset = raw
    script = charset.script
    unlabelled = special in (
        "none",
        "plain",
        "unlabelled",
        "unlabelled latin",
        "meta",
        "uu inside",
        "flowed",
        "from line",
    )
    if unlabelled or special in ("nul", "bom", "unknown", "wrong ascii", "malformed"):
        script = {"unlabelled": "all", "unlabelled latin": "western", "meta": charset.script}.get(
            special, "ascii"
        )
        script = "all" if special in ("bom", "unknown", "wrong ascii", "malformed") else script
    lines = [sentence(rng, script, 14) for _ in range(rng.randint(1, 6))]
    if rng.random() < 0.3:
        lines.insert(rng.randint(0, len(lines)), "")
    if rng.random() < 0.3:
        lines.append("")
    if special == "uu inside":
        lines += ["begin 644 a.txt", "#86)C", "`", "end"]
    elif special == "flowed":
        lines = [f"{line} " for line in lines] + ["> quoted", "-- ", "me"]
    elif special == "from line":
        lines += [">From the start", "--", "- dash", "..", "."]
    if kind == "html":
        lines = [f"<p>{line}</p>" for line in lines]
        if special == "meta":
            lines.insert(
                0,
                f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset.label}">',
            )
    text = "\n".join(lines)
    label = f"; charset={rng.choice(('{}', chr(34) + '{}' + chr(34))).format(charset.label)}"
    wide = charset.codec.startswith("utf-16")
    data = b""
    problem = False
    if unlabelled:
        label = ""
        codec = {"unlabelled latin": "latin-1", "meta": charset.codec}.get(special, "utf-8")
        if special == "meta" and (wide or kind != "html"):
            codec, lines = "utf-8", lines[kind == "html" :]
            text = "\n".join(lines) if charset.codec == "utf-8" or kind != "html" else text
            text = _holding(text, "utf-8")
            if wide and kind == "html":
                text = "<p>plain</p>"
        data = _encoded(text, codec)
        problem = special == "unlabelled latin" and not data.isascii()
    elif special == "bom":
        label, data = "; charset=utf-8", b"\xef\xbb\xbf" + text.encode()
    elif special == "unknown":
        label, data, problem = "; charset=x-no-such-charset", text.encode(), True
    elif special == "wrong ascii":
        label, data = "; charset=us-ascii", text.encode()
        problem = not data.isascii()
    elif special == "malformed":
        label, data, problem = "; charset=utf-8", text.encode() + b" \xff \xc3", True
        text += " \ufffd \ufffd"
    elif special == "nul":
        text += " nul\0byte"
        data = text.encode()
        label = "; charset=utf-8"
    else:
        data = _encoded(text, charset.codec)
    wide = wide and data == text.encode(charset.codec)
    data = _with_crlf(data, charset.codec if wide else "")

    encoding = rng.choice(("8bit", "quoted-printable", "base64", "base64", "quoted-printable"))
    if special in ("raw", "flowed", "uu inside", "plain", "none", "from line"):
        encoding = rng.choice(("8bit", "7bit", ""))
    if special == "nul":
        encoding = "8bit"
    if special == "uuencode":
        encoding = "x-uuencode"
    if wide:
        encoding = "base64"
    if special == "odd encoding":
        encoding = rng.choice(("x-strange", "utf-8"))
        problem = True
        if wide:
            text, label = "<p>plain</p>", "; charset=utf-8"
            data = text.encode()
    if encoding == "base64":
        body = base64_lines(rng, data, traits)
    elif encoding == "quoted-printable":
        body = quoted_lines(rng, data, traits)
        if traits[-1].endswith("broken escapes"):
            # What is no code stands for itself (RFC 2045 section 6.7).
            body += b"\r\n100=ZZ =4 =xy =="
            more = "\n100=ZZ =4 =xy =="
            text, data = text + more, data
            body = body[:-2] + b"=q"
            text = text[:-2] + "=q"
    elif encoding == "x-uuencode":
        body = uu_lines(data)
    else:
        body = data
    headers = []
    written = f"text/{kind}{label}"
    if special == "flowed":
        written += "; format=flowed; delsp=no"
    elif special == "commented":
        written = f"(a) text (b) / {kind} (c){label.replace('; charset=', '; (d) charset (e) = (f) ')} (g)"
    elif special == "no semicolon" and label:
        written = f"text/{kind} charset={charset.label}"
    elif special == "capitals":
        written = f"TEXT/{kind.title()}; CHARSET={charset.label.upper()}"
    elif special == "folded":
        written = f"text/{kind};\r\n\tcharset={charset.label};\r\n x-other=1"
    if special != "none" or kind == "html":
        headers.append(f"Content-Type: {written}".encode())
    if encoding:
        spelled = rng.odd(
            (encoding.upper(), f"{encoding} (comment)", f" {encoding} ", f'"{encoding}"'), (encoding,)
        )
        if spelled != encoding:
            traits.append("encoding: spelled otherwise")
        headers.append(f"Content-Transfer-Encoding: {spelled}".encode())
    if rng.random() < 0.15:
        headers.append(b"Content-Disposition: inline")
    return Leaf(f"text/{kind}", headers, body, text, problem)


_TEXTS = (
    *("labelled",) * 14,
    *"none plain unlabelled meta bom unknown malformed nul flowed commented capitals folded uuencode".split(),
    *("unlabelled latin;wrong ascii;uu inside;odd encoding;no semicolon;from line".split(";")),
)


def _encoded(text: str, codec: str) -> bytes:
    return text.encode(codec)


def _holding(text: str, codec: str) -> str:
    return text.encode(codec, "replace").decode(codec)


def _with_crlf(data: bytes, codec: str) -> bytes:
    if codec.startswith("utf-16"):
        text = data.decode(codec)
        return text.replace("\n", "\r\n").encode(codec)
    return data.replace(b"\n", b"\r\n")


# ------------------------------------------------------------------ files

_TYPES = (
    "application/pdf image/png application/zip application/octet-stream audio/mpeg text/csv text/plain"
    " application/msword"
).split()
_EXTENSIONS = "pdf png zip bin mp3 csv txt doc".split()


def file_leaf(rng: Dice, raw: Charset | None, traits: list[str], *, inline: bool = False) -> Leaf:
    """A part that goes along with a mail."""
    index = 1 if inline else rng.randrange(len(_TYPES))
    kind, extension = _TYPES[index], _EXTENSIONS[index]
    name, on_type, on_disposition = file_name(rng, extension, raw, traits)
    content = rng.randbytes(rng.choice((0, 1, 2, 3, 10, 57, 58, 200, 1000)))
    headers: list[bytes] = []
    cid = ""
    if inline or rng.random() < 0.15:
        cid = f"part{rng.randint(1, 999)}.{rng.getrandbits(20):x}@example.com"
        form = rng.odd(("{}", " < {} > ", "<{}> (x)"), ("<{}>",))
        headers.append(f"Content-ID: {form.format(cid)}".encode())
    follows = False
    encoding = rng.odd(("base64", "base64", "x-uuencode", "quoted-printable", "7bit"), ("base64",))
    if encoding == "base64":
        body = base64_lines(rng, content, traits)
    elif encoding == "x-uuencode":
        body = uu_lines(content)
    else:
        follows = True
        content = "\r\n".join(sentence(rng, "ascii", 9) for _ in range(3)).encode()
        body = content if encoding == "7bit" else quoted_lines(rng, content, traits)
        if encoding == "quoted-printable" and traits[-1].endswith("last soft"):
            body = body.removesuffix(b"=")
    size = len(content) if rng.random() < 0.2 else None
    disposition = rng.odd(("inline", ""), ("inline",)) if inline else "attachment"
    shown = (
        disposition
        if rng.random() > 0.2 * rng.wild
        else rng.choice((disposition.upper(), disposition.title()))
    )
    headers.insert(0, b"Content-Type: " + kind.encode() + on_type)
    headers.append(f"Content-Transfer-Encoding: {encoding}".encode())
    if disposition or on_disposition or size is not None:
        more = b"" if size is None else f"; size={size}".encode()
        if not disposition:
            # The word itself is missing, as some programs leave it out.
            written = rng.choice((b"", b" ")) + on_disposition + more
            headers.append(b"Content-Disposition: " + written.strip())
        else:
            headers.append(b"Content-Disposition: " + shown.encode() + on_disposition + more)
    made = File(kind, content, name, cid, disposition or ("inline" if cid else "attachment"), size, follows)
    return Leaf(kind, headers, body, file=made)


def _percent(data: bytes) -> str:
    return "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"%{byte:02X}" for byte in data)


def file_name(rng: Dice, extension: str, raw: Charset | None, traits: list[str]) -> tuple[str, bytes, bytes]:
    """A name, and the parameters that say it in Content-Type and in Content-Disposition."""
    special = rng.odd(_NAMES, ("quoted", "token", "encoded", "extended"))
    traits.append(f"file name: {special}")
    text, charset = "", CHARSETS[0]
    while not text or "/" in text or "\\" in text:
        charset = rng.odd(CHARSETS, COMMON)
        text = sentence(rng, charset.script, 3)
    name = f"{text}.{extension}"
    plain = f"{sentence(rng, 'ascii', 2)}.{extension}"
    one = plain.replace(" ", "-")
    label = charset.label
    escaped = _percent(name.encode(charset.codec))

    def both(name: str, parameter: str, second: str | None = None) -> tuple[str, bytes, bytes]:
        return name, b"", f"; filename{parameter}".encode()

    match special:
        case "none":
            return "", b"", b""
        case "quoted":
            return plain, f'; name="{plain}"'.encode(), f'; filename="{plain}"'.encode()
        case "token":
            return both(one, f"={one}")
        case "blanks unquoted":
            return both(plain, f"={plain}")
        case "brackets unquoted":
            return both(f"copy (1) of {one}", f"=copy (1) of {one}")
        case "brackets":
            return both(f"copy (1).{extension}", f'="copy (1).{extension}"')
        case "only on type":
            return plain, f'; name="{plain}"'.encode(), b""
        case "encoded" | "encoded unquoted" | "encoded on type":
            wire, said, how = encoded(rng, 3, phrase=True)
            if how in ("adjoining", "beside"):
                wire, said = word("Übersicht".encode(), "utf-8", "B"), "Übersicht"
            said = said.replace("/", "")
            if special == "encoded on type":
                return said, f'; name="{wire}"'.encode("latin-1"), b""
            quote = "" if special == "encoded unquoted" else '"'
            return said, b"", f"; filename={quote}{wire}{quote}".encode("latin-1")
        case "extended":
            return both(name, f"*={label}''{escaped}")
        case "extended language":
            return both(name, f"*={label}'en-us'{escaped}")
        case "extended quoted":
            return both(name, f"*=\"{label}''{escaped}\"")
        case "extended small":
            return both(
                name,
                f"*={label}''{escaped.lower()}" if escaped.lower() == escaped else f"*={label}''{escaped}",
            )
        case "both":
            return name, b"", f"; filename=\"fallback.{extension}\"; filename*={label}''{escaped}".encode()
        case "both turned":
            return name, b"", f"; filename*={label}''{escaped}; filename=\"fallback.{extension}\"".encode()
        case "sections":
            long = f"{'-'.join([one] * 3)}"
            cut = rng.randint(1, len(long) - 1)
            return both(long, f'*0="{long[:cut]}";\r\n filename*1="{long[cut:]}"')
        case "sections extended" | "sections turned":
            pieces = [escaped[at : at + 30] for at in range(0, len(escaped), 30)]
            written = [
                f"filename*{at}*={label + chr(39) * 2 if not at else ''}{piece}"
                for at, piece in enumerate(pieces)
            ]
            if special == "sections turned":
                rng.shuffle(written)
            return name, b"", (";\r\n " + ";\r\n ".join(written)).encode()
        case "sections mixed":
            return (
                name + "-" + one,
                b"",
                (
                    f"; filename*0*={label}''{escaped};\r\n filename*1=\"-{one}\"".encode()
                    if charset.codec not in ("utf-16", "utf-16-le", "utf-16-be", "utf-7", "iso2022_kr", "hz")
                    else f"; filename*={label}''{_percent((name + '-' + one).encode(charset.codec))}".encode()
                ),
            )
        case "sections of a word":
            made = word("Übersicht der Kosten.pdf".encode(), "utf-8", "B")
            return both("Übersicht der Kosten.pdf", f'*0="{made[:20]}"; filename*1="{made[20:]}"')
        case "no asterisk":
            return both("Übersicht.pdf", "=UTF-8''%C3%9Cbersicht.pdf")
        case "utf8":
            said = f"Übersicht 概要.{extension}"
            return both(said, f'="{said}"')
        case "raw":
            if raw is None:
                return both(plain, f'="{plain}"')
            said = f"{sentence(rng, raw.script, 2)}.{extension}"
            return said, b"", b'; filename="' + said.encode(raw.codec) + b'"'
        case "semicolon":
            return both(f"a;b, c=d.{extension}", f'="a;b, c=d.{extension}"')
        case "escaped":
            return both(f'a "b" c.{extension}', f'="a \\"b\\" c.{extension}"')
        case "unescaped":
            return both(f'a "b" c.{extension}', f'="a "b" c.{extension}"')
        case "comment":
            return both(one, f"={one} (as of today)")
        case "spaced":
            return both(plain, f' = "{plain}"')
        case "folded":
            return name, b"", f";\r\n\tfilename*={label}''{escaped}".encode()
        case "capitals":
            return plain, b"", f'; FILENAME="{plain}"; X="y"'.encode()
        case "unclosed":
            return both(plain, f'="{plain}')
        case "twice":
            return plain, b"", f'; filename="{plain}"; filename="other.x"'.encode()
    raise ValueError(special)


_NAMES = [
    *["quoted"] * 6,
    *(
        "none;token;blanks unquoted;brackets unquoted;brackets;only on type;encoded;encoded unquoted".split(
            ";"
        )
    ),
    *(
        "encoded on type;extended;extended language;extended quoted;both;both turned;sections;unclosed".split(
            ";"
        )
    ),
    *(
        "sections extended;sections turned;sections mixed;sections of a word;no asterisk;utf8;raw;twice".split(
            ";"
        )
    ),
    *("semicolon;escaped;unescaped;comment;spaced;folded;capitals".split(";")),
]
