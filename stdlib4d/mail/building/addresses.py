"""Mail addresses: the forms that a script may write, and how a header shows them.

API/EmailObjectClass.md, "Email Addresses": a Text with one or several addresses, an Object with ``name`` and
``email``, or a Collection of these. The grammar of the Text form is that of RFC 5322 section 3.4, read
leniently: ``;`` parts addresses as ``,`` does (the example of commands/smtp-new-transporter.md uses it),
and groups are flattened. Line ends may part a list; within a name they are blanks, within an address a mistake.
"""

from __future__ import annotations

import re

from ..problem import ADDRESS_INVALID, PROPERTY_MISSING, MailProblem
from ..properties import given, mistyped
from .words import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ...values import Value

#: Display name (an empty text for none) and address.
Address = tuple[str, str]

# Possessive and disjoint, so that hostile text costs linear time. An open quote takes the rest of the text.
_TOKEN = re.compile(
    r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|\[[^\[\]\\]*+\]|[()<>,;:]|[^"()<>,;:\[\\]++|.',
    re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_ATOM = r'[^\s"()<>,;:\\\[\]@\x00-\x1f\x7f]+'
_ADDRESS = re.compile(
    rf'(?:{_ATOM}|"(?:[^"\\\x00-\x1f\x7f]|\\[^\x00-\x1f\x7f])*")@(?:{_ATOM}|\[[^\s\[\]\\<>\x00-\x1f\x7f]+\])'
)
# Between angle brackets, what is no address: as long as a line has room for, and nothing that begins something else.
_HOLDABLE = re.compile(r"[!#-'*+./-9=?A-Z^-~-][ !#-'*+./-9=?@A-Z^-~-]{0,900}(?<! )|")
# A word, an address, and both with what parts them from the next one; no two ways to read a text.
_PLAIN = (
    r"[A-Za-z0-9_+-]{1,60}(?:\.[A-Za-z0-9_+-]{1,60}){0,4}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){0,4}"
)
_SIMPLE = re.compile(
    rf"(?:([A-Za-z0-9'-]{{1,60}}(?: [A-Za-z0-9'-]{{1,60}}){{0,5}}) <({_PLAIN})>|({_PLAIN}))(?:[,;] ?(?!\Z)|\Z)"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
#: RFC 5321 section 4.5.3.1: 64 octets before the ``@``, 255 after it.
_LONGEST = 320
# Characters that IDNA 2008 keeps and the older mapping of Python's codec turns into other domains.
_DEVIATION = re.compile("[\u00df\u03c2\u200c\u200d]")
_DOT = re.compile("[.\u3002\uff0e\uff61]")


def read_addresses(value: Value, where: str) -> tuple[Address, ...]:
    """The addresses in *value*, any of the documented forms; none for Null, Undefined and blank texts.

    *where* names the property in messages (``mail.to``). Raises :class:`MailProblem`.
    """
    if not given(value):
        return ()
    if isinstance(value, str):
        return parse_addresses(value, where)
    if isinstance(value, dict):
        return (_from_object(value, where),)
    if isinstance(value, list):
        found: list[Address] = []
        for index, item in enumerate(value):
            if isinstance(item, dict):
                found.append(_from_object(item, f"{where}[{index}]"))
            elif isinstance(item, str):
                found.extend(parse_addresses(item, f"{where}[{index}]"))
            elif given(item):
                raise mistyped(f"{where}[{index}]", "Object or Text", item)
        return tuple(found)
    raise mistyped(where, "Text, Object or Collection", value)


def read_foreign(items: list[Value], where: str, warn: Callable[[str], None]) -> tuple[Address, ...]:
    """The addresses in *items*, which may be those of a mail that was read: nothing in them is refused.

    A local name without a domain, or nothing at all, stays where the address should be. What no header can hold is
    left out, and *warn* is told.
    """
    found: list[Address] = []
    for index, item in enumerate(items):
        place = f"{where}[{index}]"
        try:
            found.extend(read_addresses([item], where))
        except MailProblem as problem:
            if not isinstance(item, dict):
                raise
            name, email = item.get("name") or "", item.get("email")
            email = "" if not given(email) else email
            if not isinstance(name, str) or not isinstance(email, str):
                raise
            if not _HOLDABLE.fullmatch(email) or not (email or name.strip()):
                warn(f"{place}: left out, {problem.message.partition(': ')[2]}")
            else:
                found.append((name.strip(), email))
    return tuple(found)


def _from_object(value: dict[str, Value], where: str) -> Address:
    name, email = value.get("name"), value.get("email")
    if not given(name):
        name = ""
    if not isinstance(name, str):
        raise mistyped(f"{where}.name", "Text", name)
    if not given(email) or (isinstance(email, str) and not email.strip()):
        raise MailProblem(
            PROPERTY_MISSING,
            f"{where}.email: missing",
            'an address needs the property email, as in {name: "Somebody"; email: "somebody@domain.com"}',
        )
    if not isinstance(email, str):
        raise mistyped(f"{where}.email", "Text", email)
    return name.strip(), _checked(email.strip(" \t\r\n"), f"{where}.email")


def _checked(email: str, where: str) -> str:
    """*email* with an ASCII domain where IDNA gives one."""
    if _CONTROL.search(email):
        raise MailProblem(
            ADDRESS_INVALID, f"{where}: {_excerpt(email)} has a control character or a line break"
        )
    if len(email) > _LONGEST:
        raise MailProblem(ADDRESS_INVALID, f"{where}: {_excerpt(email)} is longer than {_LONGEST} characters")
    if not _ADDRESS.fullmatch(email):
        raise MailProblem(
            ADDRESS_INVALID,
            f"{where}: {_excerpt(email)} is not a mail address",
            "write somebody@domain.com or Somebody <somebody@domain.com>",
        )
    if email.isascii():
        return email
    local, _, domain = email.rpartition("@")
    # A local part that is not ASCII needs a server that takes UTF-8 in addresses: it takes the domain, too.
    if domain.isascii() or not local.isascii():
        return email
    try:
        return f"{local}@{_ascii_domain(domain)}"
    except UnicodeError:
        raise MailProblem(ADDRESS_INVALID, f"{where}: {_excerpt(email)} has no usable domain") from None


def _ascii_domain(domain: str) -> str:
    """*domain* by IDNA; raises ``UnicodeError`` where it is none."""
    if not _DEVIATION.search(domain):
        return domain.encode("idna").decode("ascii")
    import unicodedata

    labels: list[str] = []
    for label in _DOT.split(domain):
        if _DEVIATION.search(label):
            label = unicodedata.normalize("NFKC", label.lower()).encode("punycode").decode("ascii")
            label = f"xn--{label}"
        else:
            label = label.encode("idna").decode("ascii")
        if not 0 < len(label) < 64:
            raise UnicodeError("a label is empty or too long")
        labels.append(label)
    return ".".join(labels)


def _excerpt(text: str) -> str:
    short = text if len(text) <= 60 else text[:57] + "..."
    return '"' + _CONTROL.sub("?", short) + '"'


def parse_addresses(text: str, where: str = "address") -> tuple[Address, ...]:
    """The addresses written in *text*; none for a blank one. Linear time. Raises :class:`MailProblem`.

    ``a@x``, ``Name <a@x>``, ``"Name, quoted" <a@x>``, ``Name a@x``, ``a@x (Name)`` and groups
    (``team: a@x, b@x;``), parted by ``,`` or ``;``.
    """
    simple = _simple(text)
    if simple:
        return simple
    text = text.strip()
    found: list[Address] = []
    mailbox = _Mailbox(where)
    depth = 0
    for token in _TOKEN.findall(text):
        if depth:
            depth += (token == "(") - (token == ")")
            if depth:
                mailbox.comment.append(token)
        elif token == "(":
            depth = 1
        elif mailbox.open and token != ">":
            mailbox.angle.append(token)
        elif token == "<":
            mailbox.begin_angle()
        elif token == ">":
            mailbox.end_angle()
        elif token in ",;":
            mailbox.finish(found)
            mailbox = _Mailbox(where)
        elif token == ":":
            # The name of a group; one with an address in it is a mistake that would lose the address.
            if mailbox.closed or "@" in "".join(mailbox.words):
                raise mailbox.unreadable(token)
            mailbox = _Mailbox(where)
        else:
            mailbox.words.append(token)
    if depth:
        raise MailProblem(ADDRESS_INVALID, f"{where}: {_excerpt(text)} has a ( that is not closed")
    mailbox.finish(found)
    return tuple(found)


def _simple(text: str) -> tuple[Address, ...]:
    """The addresses in *text* where they are as most are, ``ann@x.y`` or ``Ann Lee <ann@x.y>``; else none."""
    if len(text) > 1000:
        return ()
    found: list[Address] = []
    place = 0
    while place < len(text):
        one = _SIMPLE.match(text, place)
        email = one and (one[2] or one[3])
        if not one or not email or len(email) > _LONGEST:
            return ()
        found.append((one[1] or "", email))
        place = one.end()
    return tuple(found)


class _Mailbox:
    """One address while it is read: the words outside ``<>``, what is inside, the comment."""

    __slots__ = ("angle", "closed", "comment", "open", "where", "words")

    def __init__(self, where: str) -> None:
        self.where = where
        self.words: list[str] = []
        self.angle: list[str] = []
        self.comment: list[str] = []
        self.open = False
        self.closed = False

    def unreadable(self, token: str = "") -> MailProblem:
        text = "".join([*self.words, *(["<", *self.angle] if self.angle else []), token]).strip()
        return MailProblem(
            ADDRESS_INVALID,
            f"{self.where}: {_excerpt(text)} is not a mail address",
            "write somebody@domain.com or Somebody <somebody@domain.com>",
        )

    def begin_angle(self) -> None:
        if self.closed:
            raise self.unreadable("<")
        self.open = True

    def end_angle(self) -> None:
        if not self.open:
            raise self.unreadable(">")
        self.open, self.closed = False, True
        self.words.append("")  # what stands after > is not part of the name

    def finish(self, found: list[Address]) -> None:
        """Adds the address to *found*; nothing where separators follow one another."""
        if self.open:
            raise self.unreadable()
        if self.closed:
            end = self.words.index("")
            if "".join(self.words[end:]).strip():
                raise self.unreadable()
            email = "".join(self.angle).strip(" \t")
            if email.startswith("@"):  # an obsolete route, RFC 5322 section 4.4
                email = email.partition(":")[2]
            name = unquoted(self.words[:end])
        else:
            raw = "".join(self.words).strip()
            if not raw:
                return
            name, email = "", raw
            if not _ADDRESS.fullmatch(raw):
                before, _, last = raw.rpartition(" ")
                if "@" not in before and _ADDRESS.fullmatch(last):
                    name, email = unquoted(_TOKEN.findall(before)), last
        name = clean(name or unquoted(self.comment)).strip()
        found.append((name, _checked(email, self.where)))


def unquoted(tokens: list[str]) -> str:
    """*tokens* as one text, quoted ones without quotes and escapes."""
    return "".join(
        _ESCAPE.sub(r"\1", token[1:-1]) if len(token) > 1 and token[0] == '"' == token[-1] else token
        for token in tokens
    ).strip()
