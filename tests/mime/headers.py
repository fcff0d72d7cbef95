"""Headers and what they say: each function gives the value as it is sent, and the truth."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from .dice import Dice
from .samples import Charset
from .words import encoded, folded, sentence, word

_FIRST = "Ann Bob Carol Dave Eve Frank Grace Heidi Ivan Judy".split()
_LAST = "Smith Jones Miller O'Neil Brown-Lee Lopez McKay Novak".split()
_DOMAINS = "example.com example.org mail.example.net sub.example.co.uk list.example.de".split()
_LOCAL = "ann bob.smith carol+news dave_77 e-mail first.last info no-reply x{y} o'neil a=b 50%off".split()

Address = tuple[str, str]


def email(rng: Dice) -> str:
    if rng.random() < 0.06 * rng.wild:
        return rng.choice(
            ('"john doe"@example.com', '"a,b"@example.org', "user@[192.168.2.1]", '"x@y"@example.net')
        )
    return f"{rng.choice(_LOCAL)}{rng.randint(1, 99)}@{rng.choice(_DOMAINS)}"


def mailbox(rng: Dice, raw: Charset | None) -> tuple[bytes, list[Address], str]:
    """One address or a group as it is sent, and what it says."""
    where = email(rng)
    name = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    kind = rng.odd(_MAILBOXES, ("bare", "plain", "plain", "quoted", "encoded"))
    simple = not where.startswith('"') and "[" not in where
    if raw is not None and kind in ("utf8", "idn"):
        kind = "bare"
    if kind == "raw" and raw is not None:
        name = sentence(rng, raw.script, 2)
        return f'"{name}" <{where}>'.encode(raw.codec), [(name, where)], "raw name"
    if kind == "utf8":
        name = sentence(rng, "all", 2)
        return f"{name} <{where}>".encode(), [(name, where)], "UTF-8 name"
    if kind == "idn":
        where = f"{rng.choice(('jörg', '用户', 'δοκιμή'))}@{rng.choice(('bücher.example', '例え.jp'))}"
        return f"{name} <{where}>".encode(), [(name, where)], "international address"
    if kind in ("encoded", "quoted encoded", "encoded comment"):
        text, name, special = encoded(rng, 3, phrase=True)
        if kind == "quoted encoded":
            wire = f'"{text}" <{where}>'
        elif kind == "encoded comment":
            wire = f"{where} ({text})"
        else:
            wire = f"{text} <{where}>"
        return wire.encode("latin-1"), [(name, where)], f"{kind}: {special}"
    if kind == "encoded comma":
        last = rng.choice(("Müller", "García", "Ødegård"))
        return (
            f"{word(f'{last}, Ann'.encode(), 'utf-8', 'Q').replace('=2C', ',')} <{where}>".encode(),
            [(f"{last}, Ann", where)],
            kind,
        )
    if kind == "group":
        members = [email(rng) for _ in range(rng.randint(0, 3))]
        title = rng.choice(
            ("Friends", '"The: team, all"', "undisclosed-recipients", "=?utf-8?Q?Gr=C3=BCppe?=")
        )
        return f"{title}: {', '.join(members)};".encode(), [("", one) for one in members], kind
    if kind == "named group":
        return f"Staff:{name} <{where}>;".encode(), [(name, where)], kind
    wire, truth = {
        "bare": (where, ("", where)),
        "angle": (f"<{where}>", ("", where)),
        "plain": (f"{name} <{where}>", (name, where)),
        "tight": (f"{name}<{where}>", (name, where)),
        "quoted": (f'"{name}" <{where}>', (name, where)),
        "comma": (f'"{name}, Dr." <{where}>', (f"{name}, Dr.", where)),
        "escaped": (f'"{name} \\"Bo\\" \\\\o/" <{where}>', (f'{name} "Bo" \\o/', where)),
        "semicolon": (f'"{name}; (x) <y>" <{where}>', (f"{name}; (x) <y>", where)),
        "double blank": (f'"{name}  Jr." <{where}>', (f"{name}  Jr.", where)),
        "dot": (f"J. R. {name} <{where}>", (f"J. R. {name}", where)),
        "address as name": (f'"{where if simple else name}" <{where}>', (where if simple else name, where)),
        "comment": (f"{where} ({name})", (name, where)),
        "nested comment": (f"{where} ({name} (work))", (f"{name} (work)", where)),
        "odd comment": (f"(home) {name} <{where}> (not the name)", (name, where)),
        "comment before": (f"(first) <{where}>", ("", where)),
        "route": (f"{name} <@one.example,@two.example:{where}>", (name, where)),
        "spaced": (f"{name} < {where} >", (name, where)),
        "obsolete": ("ann . smith @ example . com", ("", "ann.smith@example.com")),
        "no angle": (
            f"{name} {where if simple else 'a@b.example'}",
            (name, where if simple else "a@b.example"),
        ),
        "local": ("root", ("", "root")),
        "single quotes": (f"'{name}' <{where}>", (f"'{name}'", where)),
    }.get(kind, (where, ("", where)))
    return wire.encode(), [truth], kind


_MAILBOXES = [
    *(
        "bare angle plain quoted plain quoted bare comma escaped dot tight comment route spaced obsolete local".split()
    ),
    *("raw utf8 encoded encoded encoded group idn semicolon".split()),
    *(
        "quoted encoded;encoded comment;encoded comma;named group;double blank;address as name;nested comment".split(
            ";"
        )
    ),
    *("odd comment;comment before;no angle;single quotes".split(";")),
]


def mailboxes(rng: Dice, most: int, raw: Charset | None, traits: list[str]) -> tuple[bytes, list[Address]]:
    """The value of an address header."""
    if rng.random() < 0.03 * rng.wild:
        traits.append("nobody")
        return rng.choice((b"undisclosed-recipients:;", b"Undisclosed recipients: ;", b"(nobody)")), []
    wires: list[bytes] = []
    found: list[Address] = []
    for _ in range(rng.randint(1, most)):
        wire, truth, trait = mailbox(rng, raw)
        wires.append(wire)
        found += truth
        traits.append(f"address: {trait}")
    between = b", "
    if len(wires) > 1 and rng.random() < 0.25 * rng.wild:
        between = rng.choice((b"; ", b",", b" , ", b",\r\n\t", b", , ", b",\r\n "))
        traits.append("address: separators")
        if between == b"; " and any(wire.endswith(b";") for wire in wires):
            between = b", "
    value = between.join(wires)
    if rng.random() < 0.05 * rng.wild:
        value += b","
    if rng.random() < 0.3 and b"=?" not in value and b"  " not in value:
        value = folded(rng, value)
    return value, found


_SUBJECTS = "ascii encoded encoded encoded raw utf8 folded empty equals nul".split()


def subject(rng: Dice, raw: Charset | None, traits: list[str]) -> tuple[bytes, str]:
    kind = rng.odd(_SUBJECTS, ("ascii", "ascii", "encoded", "folded"))
    if kind == "encoded":
        wire, text, special = encoded(rng)
        traits.append(f"subject: {special}")
        return wire.encode("latin-1"), text
    traits.append(f"subject: {kind}")
    if raw is not None and kind in ("utf8", "idn"):
        kind = "bare"
    if kind == "raw" and raw is not None:
        text = sentence(rng, raw.script, 4)
        return text.encode(raw.codec), text
    if kind == "utf8":
        text = sentence(rng, "all", 4)
        return text.encode(), text
    if kind == "empty":
        return b"", ""
    if kind == "equals":
        return rng.choice(((b"a =? b ?= c", "a =? b ?= c"), (b"1=2? =?x", "1=2? =?x"), (b"50%?=", "50%?=")))
    if kind == "nul":
        return b"zero\0 byte", "zero byte"
    text = sentence(rng, "ascii", 12)
    wire = text.encode()
    return (folded(rng, wire) if kind == "folded" else wire), text


_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_NAMES = {"GMT": 0, "UT": 0, "Z": 0, "UTC": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300}
_NAMES |= {"MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "XYZ": 0, "-0000": 0}


def date(rng: Dice) -> tuple[bytes, str, str]:
    """A Date, the moment it names, and the name of what is special (RFC 5322 sections 3.3 and 4.3)."""
    minutes = rng.choice((0, 60, 120, -300, -480, 330, 345, -210, 540, 765, -720))
    zone = timezone(timedelta(minutes=minutes))
    moment = datetime.fromtimestamp(rng.randint(946684800, 1893456000), zone)
    kind = rng.odd(_DATES, ("plain",))
    year, month = f"{moment.year}", _MONTHS[moment.month - 1]
    day, clock = f"{moment.day}", f"{moment:%H:%M:%S}"
    weekday, offset = _DAYS[moment.weekday()], f"{moment:%z}"
    if kind == "named zone":
        offset, minutes = rng.choice(list(_NAMES.items()))
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    elif kind == "military zone":
        # RFC 5322 section 4.3: what they mean is not known, and so UTC.
        offset, moment = rng.choice("ABCKNXY"), moment.replace(tzinfo=UTC)
    elif kind == "no zone":
        offset, moment = "", moment.replace(tzinfo=UTC)
    elif kind == "two digits":
        year = f"{moment.year % 100:02d}"
    elif kind == "last century":
        moment = moment.replace(year=rng.randint(1970, 1999), day=min(moment.day, 28))
        year, day = f"{moment.year % 100:02d}", f"{moment.day}"
    elif kind == "three digits":
        year = f"{moment.year - 1900}"
    elif kind == "no second":
        moment = moment.replace(second=0)
        clock = f"{moment:%H:%M}"
    elif kind == "leap second":
        moment = moment.replace(second=59)
        clock = f"{moment:%H:%M}:60"
        moment += timedelta(seconds=1)
    elif kind == "wrong weekday":
        weekday = rng.choice(_DAYS)
    elif kind == "comment":
        offset += rng.choice((" (CEST)", " (Central (European) time)", " (x:y)"))
    elif kind == "one digit hour":
        clock = f"{moment.hour}:{moment:%M:%S}"
    elif kind == "small letters":
        month, weekday = month.lower(), weekday.lower()
    elif kind == "long month":
        month = f"{moment:%B}"
    text = f"{weekday}, {day} {month} {year} {clock} {offset}"
    if kind == "no weekday":
        text = f"{day} {month} {year} {clock} {offset}"
    elif kind == "comments":
        text = f"(a) {weekday} (b) , {day} (12) {month} {year} (c) {clock} (d) {offset}"
    elif kind == "asctime":
        text = f"{weekday} {month} {day} {clock} {year} {offset}"
    elif kind == "hyphens":
        text = f"{weekday}, {day}-{month}-{year} {clock} {offset}"
    elif kind == "two digit day":
        text = f"{weekday}, {moment.day:02d} {month} {year} {clock} {offset}"
    elif kind == "folded":
        text = f"{weekday},\r\n {day} {month} {year}\r\n\t{clock} {offset}"
    elif kind == "many blanks":
        text = f"{weekday} ,  {day}  {month}  {year}  {clock}   {offset}"
    elif kind == "spaced clock":
        text = f"{weekday}, {day} {month} {year} {clock.replace(':', ' : ')} {offset}"
    elif kind == "tight comma":
        text = f"{weekday},{day} {month} {year} {clock} {offset}"
    elif kind == "zone twice":
        text = f"{weekday}, {day} {month} {year} {clock} GMT{offset}"
    said = moment.astimezone(UTC)
    return text.strip().encode(), f"{said:%Y-%m-%dT%H:%M:%SZ}", kind


_DATES = [
    *["plain"] * 12,
    *(
        "named zone;military zone;no zone;two digits;last century;three digits;no second;leap second;comment".split(
            ";"
        )
    ),
    *(
        "wrong weekday;one digit hour;small letters;long month;no weekday;comments;asctime;hyphens;folded".split(
            ";"
        )
    ),
    *("two digit day;many blanks;spaced clock;tight comma;zone twice".split(";")),
]


def message_id(rng: Dice) -> str:
    return f"{rng.getrandbits(48):x}.{rng.randint(1, 999)}@{rng.choice(_DOMAINS)}"


def ids(rng: Dice, traits: list[str], most: int = 5) -> tuple[bytes, list[str]]:
    """Message ids as References and In-Reply-To have them."""
    found = [message_id(rng) for _ in range(rng.randint(1, most))]
    kind = rng.odd(("blanks", "folded", "tight", "commas", "junk", "bare", "comments"), ("blanks", "folded"))
    traits.append(f"ids: {kind}")
    if kind == "bare":
        return " ".join(found).encode(), found
    if kind == "junk":
        wire = f'Your message of "Mon, 1 Jan" <{found[0]}> ... ' + " ".join(f"<{one}>" for one in found[1:])
        return wire.strip().encode(), found
    between = {"folded": "\r\n\t", "tight": "", "commas": ", ", "comments": " (x) "}.get(kind, " ")
    return between.join(f"<{one}>" for one in found).encode(), found


def keywords(rng: Dice, traits: list[str]) -> tuple[bytes, list[str]]:
    found = list(dict.fromkeys(sentence(rng, "ascii", 2) for _ in range(rng.randint(1, 4))))
    kind = rng.odd(("encoded", "quoted", "tight"), ("plain",))
    traits.append(f"keywords: {kind}")
    if kind == "encoded":
        found = [*found, "Größe", "a, b"]
        return (
            ", ".join(found[:-2]) + f", {word('Größe'.encode(), 'utf-8', 'Q')}, =?utf-8?Q?a,_b?="
        ).encode(), found
    if kind == "quoted":
        found = [*found, "x, y"]
        return (", ".join(found[:-1]) + ', "x, y"').encode(), found
    return (("," if kind == "tight" else ", ").join(found)).encode(), found
