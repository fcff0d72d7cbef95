"""Texts as people write them, and as nobody should."""

from __future__ import annotations

from random import Random

#: One word list for each script that mails are written in.
SCRIPTS: dict[str, tuple[str, ...]] = {
    "ascii": (
        "Lunch",
        "on",
        "Friday?",
        "Re:",
        "invoice",
        "#4711,",
        "50%",
        "a=b",
        "_x_",
        "(draft)",
        "it's",
        "--",
    ),
    "latin": ("Grüße", "aus", "Köln,", "café", "naïve", "Æther", "señor", "½", "«bon»", "ÿ", "Straße"),
    "europe": ("Łódź", "Příliš", "žluťoučký", "kůň", "İstanbul", "€", "“quoted”", "—", "Ő", "ș"),
    "greek": ("Καλημέρα", "κόσμε", "ὕψος", "Ω"),
    "cyrillic": ("Привет,", "мир", "Съешь", "ещё", "ґанок"),
    "hebrew": ("שלום", "עולם", "\u200fאב"),
    "arabic": ("مرحبا", "بالعالم", "لا"),
    "india": ("नमस्ते", "दुनिया", "தமிழ்", "ক্ষ"),
    "thai": ("สวัสดีชาวโลก", "ก็"),
    "chinese": ("你好，世界", "繁體中文", "𠮷野家", "。"),
    "japanese": ("こんにちは", "世界", "カタカナ", "会議の件", "、"),
    "windows japanese": ("～", "—", "①", "ｶﾀｶﾅ", "㈱", "髙﨑"),
    "korean": ("안녕하세요", "세계", "각"),
    "emoji": ("😀", "👩‍👩‍👧‍👦", "🇫🇷", "👍🏽", "❤️", "e\u0301\u0323"),
    # A mark of byte order is one only where a text begins.
    "odd": ("\u00a0", "\u200b", "a\ufeffb", "\u2028", "\u0085", "\u00ad", "\ufffd", "\U0010fffd"),
}

#: What somebody writes who wants a header or a part of his own.
INJECTIONS = (
    "\r\nBcc: evil@evil.example",
    "\nX-Evil: 1",
    "\rX-Evil: 2",
    "\r\n\r\n<p>evil</p>",
    "\r\n X-Evil: folded",
    "\0X-Evil: 3",
    "\x0b\x0c\x1b\x7f",
    "\r\n--boundary\r\nX-Evil: 4",
    "\r\n.\r\nMAIL FROM:<evil@evil.example>",
)

#: What has a meaning in headers.
MARKS = (
    *('"', "\\", "(", ")", "<", ">", "@", ",", ";", ":", "[", "]", "'", "*", "%", "%41", "''"),
    *("=?utf-8?q?evil?=", "=?", "?=", "=", "=41", "\t", "  ", "=?x?b?"),
)


def words(random: Random, most: int = 8) -> str:
    """Some words of one or two scripts."""
    names = random.sample(list(SCRIPTS), random.choice((1, 1, 1, 2, 3)))
    pool = [word for name in names for word in SCRIPTS[name]]
    return " ".join(random.choice(pool) for _ in range(random.randint(1, most)))


def long_word(random: Random) -> str:
    """A word that no line of a mail has room for, or an address of the Web."""
    size = random.choice((70, 77, 80, 200, 990, 998, 1001, 1500))
    kind = random.randrange(4)
    if kind == 0:
        return (
            "https://example.com/"
            + "a%20b-c_d/"[: random.randint(5, 10)] * (size // 10)
            + "?q=1&x=é"[: random.choice((4, 8))]
        )
    if kind == 1:
        return "".join(random.choice("abcdefghij0123456789") for _ in range(size))
    if kind == 2:
        return "".join(random.choice("日本語文字列漢字") for _ in range(size // 3))
    return "".join(random.choice("äöüÄÖÜßxyz") for _ in range(size // 2))


def line(random: Random) -> str:
    """A text of one line: a subject, a name, the value of a header."""
    made = words(random)
    roll = random.random()
    if roll < 0.15:
        made = f"{made} {long_word(random)} {words(random, 2)}"
    elif roll < 0.4:
        for _ in range(random.randint(1, 4)):
            at = random.randint(0, len(made))
            made = made[:at] + random.choice(MARKS) + made[at:]
    if random.random() < 0.1:
        made = " " * random.randint(0, 2) + made + " " * random.randint(0, 2)
    return made


def injected(random: Random, text: str) -> str:
    """*text*, at times with what would begin a header of its own."""
    if random.random() > 0.25:
        return text
    at = random.choice((0, len(text), random.randint(0, len(text))))
    return text[:at] + random.choice(INJECTIONS) + text[at:]


def body(random: Random) -> str:
    """A text of several lines, with all line ends that there are."""
    lines: list[str] = []
    for _ in range(random.choice((0, 1, 1, 3, 10, 40))):
        roll = random.random()
        if roll < 0.1:
            lines.append("")
        elif roll < 0.2:
            lines.append(
                random.choice((".", "..", ".x", "From nobody", "--", "-- ", "=", "= ", "=\t", " x", "\t"))
            )
        elif roll < 0.3:
            lines.append(long_word(random))
        elif roll < 0.4:
            lines.append(words(random) + random.choice((" ", "\t", "  ", "=", "=20")))
        else:
            lines.append(words(random, 30))
    end = random.choice(("\n", "\r\n", "\r", "\n"))
    made = end.join(lines)
    if random.random() < 0.3:
        made += end * random.randint(1, 3)
    if random.random() < 0.05:
        at = random.randint(0, len(made))
        made = made[:at] + random.choice(("\0", "\x07", "\x1a", "\x1b[0m", "\x0c", "\r\r\n")) + made[at:]
    return made
