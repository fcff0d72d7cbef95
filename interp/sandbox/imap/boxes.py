"""The commands of IMAP on mailboxes (RFC 3501 section 6.3, and what extends them)."""

from __future__ import annotations

import re

from ..mailboxes import DELIMITER, MailboxError, canonical
from .syntax import BadSyntax, mailbox
from .view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..mailboxes import Account, Mailbox
    from .session import Command, ImapSession
    from .syntax import Cursor

#: The options of LIST (RFC 5258, RFC 6154, RFC 5819).
_SELECTIONS = frozenset(("SUBSCRIBED", "REMOTE", "RECURSIVEMATCH", "SPECIAL-USE"))
_RETURNS = frozenset(("SUBSCRIBED", "CHILDREN", "SPECIAL-USE"))
_STATUS = frozenset(("MESSAGES", "RECENT", "UIDNEXT", "UIDVALIDITY", "UNSEEN"))
_USES = frozenset(("\\all", "\\archive", "\\drafts", "\\flagged", "\\junk", "\\sent", "\\trash"))


def _select(session: ImapSession, cursor: Cursor) -> str:
    return _open(session, cursor, read_only=False)


def _examine(session: ImapSession, cursor: Cursor) -> str:
    return _open(session, cursor, read_only=True)


def _open(session: ImapSession, cursor: Cursor, *, read_only: bool) -> str:
    name = _only_name(session, cursor)
    if session.view is not None:
        # RFC 7162 section 3.2.11; a SELECT that fails leaves none selected.
        session.say(b"OK [CLOSED] Previous mailbox closed.")
        session.deselect()
    box = _found(session.mine(), name)
    view = session.view = View(box, session.wake, read_only=read_only)
    session.say(b"FLAGS " + view.all_flags())
    permanent = b"()" if read_only else view.all_flags("\\*")
    session.say(b"OK [PERMANENTFLAGS " + permanent + b"] Flags permitted.")
    session.say(b"%d EXISTS" % len(view.messages))
    session.say(b"%d RECENT" % len(view.recent))
    unseen = next((number for number, message in enumerate(view.messages, 1) if not message.seen), 0)
    if unseen:
        session.say(b"OK [UNSEEN %d] First unseen." % unseen)
    session.say(b"OK [UIDVALIDITY %d] UIDs valid" % box.uidvalidity)
    session.say(b"OK [UIDNEXT %d] Predicted next UID" % box.uidnext)
    return "[READ-ONLY] Examine completed." if read_only else "[READ-WRITE] Select completed."


def _create(session: ImapSession, cursor: Cursor) -> str:
    account = session.mine()
    cursor.space()
    name = cursor.mailbox()
    uses: list[str] = []
    if cursor.take(b" (USE "):
        uses = cursor.list(cursor.flag)
        cursor.expect(b")")
    cursor.end()
    if any(use.lower() not in _USES for use in uses):
        raise MailboxError("Invalid special use.", "USEATTR")
    account.create(name, " ".join(use[:2].upper() + use[2:].lower() for use in uses))
    return "Create completed."


def _delete(session: ImapSession, cursor: Cursor) -> str:
    name = canonical(_only_name(session, cursor))
    session.mine().delete(name)
    if session.view is not None and session.view.box.gone:
        session.deselect()
    return "Delete completed."


def _rename(session: ImapSession, cursor: Cursor) -> str:
    account = session.mine()
    cursor.space()
    name = cursor.mailbox()
    cursor.space()
    new = cursor.mailbox()
    cursor.end()
    account.rename(name, new)
    return "Rename completed."


def _subscribe(session: ImapSession, cursor: Cursor) -> str:
    box = _found(session.mine(), _only_name(session, cursor))
    session.mine().subscriptions.add(box.name)
    return "Subscribe completed."


def _unsubscribe(session: ImapSession, cursor: Cursor) -> str:
    name = canonical(_only_name(session, cursor))
    session.mine().subscriptions.discard(name)
    return "Unsubscribe completed."


def _list(session: ImapSession, cursor: Cursor) -> str:
    account = session.mine()
    cursor.space()
    selected: set[str] = set()
    if cursor.sees(b"("):
        selected = {word.upper() for word in cursor.list(cursor.atom)}
        cursor.space()
    reference = cursor.mailbox()
    cursor.space()
    patterns = cursor.list(cursor.pattern) if cursor.sees(b"(") else [cursor.pattern()]
    returned: set[str] = set()
    status: list[str] = []
    if cursor.take(b" RETURN "):

        def option() -> None:
            word = cursor.word()
            returned.add(word)
            if word == "STATUS":
                cursor.space()
                status.extend(_status_items(cursor))

        cursor.list(option)
    cursor.end()
    unknown = (selected - _SELECTIONS) | (returned - _RETURNS - {"STATUS"})
    if unknown:
        raise BadSyntax(f"Unknown options: {' '.join(sorted(unknown))}")
    if selected == {"RECURSIVEMATCH"}:
        raise BadSyntax("RECURSIVEMATCH needs another option.")
    if patterns == [""] and not (selected or returned):
        # The root and the delimiter are asked for.
        session.say(b'LIST (\\Noselect) "%b" ""' % DELIMITER.encode())
        return "List completed."
    subscribed = "SUBSCRIBED" in selected
    names = account.subscriptions if subscribed else set(account.boxes)
    for name in _matching(names, reference, patterns, parents=not selected):
        box = account.boxes.get(name)
        if "SPECIAL-USE" in selected and (box is None or not box.use):
            continue
        attributes = _attributes(account, name)
        if subscribed or "SUBSCRIBED" in returned:
            attributes += ["\\Subscribed"] * (name in account.subscriptions)
        session.say(_listed(b"LIST", attributes, name))
        if status and box is not None:
            session.say(_status_reply(box, status))
    return "List completed."


def _lsub(session: ImapSession, cursor: Cursor) -> str:
    account = session.mine()
    cursor.space()
    reference = cursor.mailbox()
    cursor.space()
    pattern = cursor.pattern()
    cursor.end()
    names = account.subscriptions
    # RFC 3501 section 6.3.9: a parent that matches a "%" at the end is told as one that cannot be selected.
    for name in _matching(names, reference, [pattern], parents=pattern.endswith("%")):
        session.say(_listed(b"LSUB", [] if name in names else ["\\Noselect"], name))
    return "Lsub completed."


def _matching(names: Iterable[str], reference: str, patterns: list[str], *, parents: bool) -> list[str]:
    """The *names* that match, and with *parents* what is above others and matches, each after what is above it."""
    names = set(names)
    forms = [_form(reference + pattern) for pattern in patterns if pattern]
    if parents:
        names |= {name[: found.start()] for name in names for found in re.finditer(DELIMITER, name)}
    found = [name for name in names if any(form.fullmatch(name) for form in forms)]
    return sorted(found, key=lambda name: (name != "INBOX", name.split(DELIMITER)))


def _form(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"([*%])", re.sub(r"\*[*%]*|%+\*[*%]*", "*", pattern))
    first = canonical(pieces[0])
    pieces[0] = first
    return re.compile(
        "".join({"*": ".*", "%": f"[^{DELIMITER}]*"}.get(piece, re.escape(piece)) for piece in pieces)
    )


def _attributes(account: Account, name: str) -> list[str]:
    box = account.boxes.get(name)
    found = ["\\HasChildren" if any(account.below(name)) else "\\HasNoChildren"]
    if box is None:
        return ["\\Noselect", *found]
    # Something came that no session has seen yet.
    found.append("\\Marked" if any(message.recent for message in box.messages) else "\\UnMarked")
    return [*found, box.use] if box.use else found


def _listed(word: bytes, attributes: list[str], name: str) -> bytes:
    return b'%b (%b) "%b" %b' % (word, " ".join(attributes).encode(), DELIMITER.encode(), mailbox(name))


def _status(session: ImapSession, cursor: Cursor) -> str:
    account = session.mine()
    cursor.space()
    name = cursor.mailbox()
    cursor.space()
    items = _status_items(cursor)
    cursor.end()
    session.say(_status_reply(_found(account, name), items))
    return "Status completed."


def _status_items(cursor: Cursor) -> list[str]:
    items = cursor.list(cursor.word)
    unknown = [item for item in items if item not in _STATUS]
    if unknown or not items:
        raise BadSyntax(f"Invalid status item {' '.join(unknown)}".rstrip())
    return items


def _status_reply(box: Mailbox, items: list[str]) -> bytes:
    values = {
        "MESSAGES": len(box.messages),
        "RECENT": sum(message.recent for message in box.messages),
        "UIDNEXT": box.uidnext,
        "UIDVALIDITY": box.uidvalidity,
        "UNSEEN": sum(not message.seen for message in box.messages),
    }
    told = " ".join(f"{item} {values[item]}" for item in items)
    return b"STATUS %b (%b)" % (mailbox(box.name), told.encode())


def _append(session: ImapSession, cursor: Cursor) -> str:
    account = session.mine()
    cursor.space()
    name = cursor.mailbox()
    cursor.space()
    flags: list[str] = []
    if cursor.sees(b"("):
        flags = cursor.flags()
        cursor.space()
    date = None
    if cursor.sees(b'"'):
        date = cursor.date_time()
        cursor.space()
    if not cursor.sees(b"{"):
        raise BadSyntax("Expected a literal.")
    data = cursor.string()
    cursor.end()
    box = _found(account, name, "TRYCREATE")
    if not data:
        raise MailboxError("Can't save a zero byte message.")
    message = box.append(data, flags, date, by=session.view)
    return f"[APPENDUID {box.uidvalidity} {message.uid}] Append completed."


def _namespace(session: ImapSession, cursor: Cursor) -> str:
    session.mine()
    cursor.end()
    session.say(b'NAMESPACE (("" "%b")) NIL NIL' % DELIMITER.encode())
    return "Namespace completed."


def _found(account: Account, name: str, code: str = "NONEXISTENT") -> Mailbox:
    box = account.boxes.get(canonical(name))
    if box is None:
        raise MailboxError(f"Mailbox doesn't exist: {name}", code)
    return box


def _only_name(session: ImapSession, cursor: Cursor) -> str:
    session.mine()
    cursor.space()
    name = cursor.mailbox()
    cursor.end()
    return name


COMMANDS: Mapping[str, Command] = {
    "SELECT": _select,
    "EXAMINE": _examine,
    "CREATE": _create,
    "DELETE": _delete,
    "RENAME": _rename,
    "SUBSCRIBE": _subscribe,
    "UNSUBSCRIBE": _unsubscribe,
    "LIST": _list,
    "LSUB": _lsub,
    "STATUS": _status,
    "APPEND": _append,
    "NAMESPACE": _namespace,
}
