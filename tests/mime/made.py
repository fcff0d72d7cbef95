"""A message together with what it says."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class File:
    """An attachment; ``follows_lines`` says that its bytes have the line ends of the message."""

    type: str
    content: bytes
    name: str = ""
    cid: str = ""
    disposition: str = "attachment"
    size: int | None = None
    follows_lines: bool = False


@dataclass
class Truth:
    """What a message says. An absent header is ``None``, a list of ``(name, email)`` for addresses."""

    addresses: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    subject: str | None = None
    comments: str | None = None
    date: str | None = None
    message_id: str | None = None
    in_reply_to: str | None = None
    references: list[str] | None = None
    keywords: list[str] = field(default_factory=list)
    #: Names of the headers, in order.
    header_names: list[str] = field(default_factory=list)
    #: ``(type, text, problem)`` of the text and HTML of the mail.
    texts: list[tuple[str, str, bool]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    #: The types as a tree: a text for a leaf, a pair of type and list for a multipart.
    structure: object = "text/plain"


@dataclass
class Made:
    """A message, its truth, and the traits that it was given."""

    number: int
    data: bytes
    truth: Truth
    traits: list[str]
