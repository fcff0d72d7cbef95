"""The commands of IMAP on the messages of the selected mailbox (RFC 3501 section 6.4, and what extends them)."""

from __future__ import annotations

from ..mailboxes import MailboxError, canonical
from .fetch import Items
from .syntax import BadSyntax

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..mailboxes import Message
    from .session import Command, ImapSession
    from .syntax import Cursor, Ranges
    from .view import View


def _check(session: ImapSession, cursor: Cursor) -> str:
    session.seen()
    cursor.end()
    return "Check completed."


def _close(session: ImapSession, cursor: Cursor) -> str:
    view = session.seen()
    cursor.end()
    if not view.read_only:
        view.box.remove(
            [message for message in view.messages if "\\Deleted" in message.flags and not message.gone]
        )
    session.deselect()
    return "Close completed."


def _unselect(session: ImapSession, cursor: Cursor) -> str:
    session.seen()
    cursor.end()
    session.deselect()
    return "Unselect completed."


def _expunge(session: ImapSession, cursor: Cursor) -> str:
    return _purge(session, cursor, uid=False)


def _uid_expunge(session: ImapSession, cursor: Cursor) -> str:
    return _purge(session, cursor, uid=True)


def _purge(session: ImapSession, cursor: Cursor, *, uid: bool) -> str:
    view = _writable(session)
    messages = view.messages
    if uid:
        cursor.space()
        messages = [message for _, message in view.chosen(cursor.ranges(), uid=True)]
    cursor.end()
    doomed = [message for message in messages if "\\Deleted" in message.flags and not message.gone]
    if doomed:
        view.box.remove(doomed)
    return "Expunge completed."


def _idle(session: ImapSession, cursor: Cursor) -> str:
    session.mine()
    cursor.end()
    session.ask(b"idling")
    session.idling = True
    if session.view is not None:
        session.put(session.view.updates(expunged=True))
    return ""


def _search(session: ImapSession, cursor: Cursor) -> str:
    return _look(session, cursor, uid=False)


def _uid_search(session: ImapSession, cursor: Cursor) -> str:
    return _look(session, cursor, uid=True)


def _look(session: ImapSession, cursor: Cursor, *, uid: bool) -> str:
    from .search import read_search

    view = session.seen()
    cursor.space()
    key = read_search(cursor, view)
    cursor.end()
    found = [
        message.uid if uid else number
        for number, message in enumerate(view.messages, 1)
        if not message.gone and key(number, message)
    ]
    session.say(b"".join([b"SEARCH", *(b" %d" % number for number in found)]))
    return "Search completed."


def _fetch(session: ImapSession, cursor: Cursor) -> str:
    return _read(session, cursor, uid=False)


def _uid_fetch(session: ImapSession, cursor: Cursor) -> str:
    return _read(session, cursor, uid=True)


def _read(session: ImapSession, cursor: Cursor, *, uid: bool) -> str:
    view, ranges = _addressed(session, cursor)
    items = Items(cursor, uid=uid)
    changes = view.box.changes
    missing = False
    for number, message in view.chosen(ranges, uid=uid):
        if message.gone:
            missing = True
        else:
            session.put(items.write(view, number, message))
    _told(view, changes)
    if missing and not uid:
        # RFC 2180 section 4.1.3: its number is in use until the client is told.
        raise MailboxError("Some of the requested messages no longer exist.", "EXPUNGEISSUED")
    return "Fetch completed."


def _store(session: ImapSession, cursor: Cursor) -> str:
    return _mark(session, cursor, uid=False)


def _uid_store(session: ImapSession, cursor: Cursor) -> str:
    return _mark(session, cursor, uid=True)


def _mark(session: ImapSession, cursor: Cursor, *, uid: bool) -> str:
    view, ranges = _addressed(session, cursor)
    sign = "+" if cursor.take(b"+") else "-" if cursor.take(b"-") else ""
    action = cursor.item()
    if action not in ("FLAGS", "FLAGS.SILENT"):
        raise BadSyntax("Invalid item.")
    cursor.space()
    given = cursor.flags()
    cursor.end()
    _writable(session)
    if any(flag.lower() == "\\recent" for flag in given):
        raise BadSyntax("\\Recent is the server's.")
    box = view.box
    flags = box.spelled(given)
    changes = box.changes
    chosen = view.chosen(ranges, uid=uid)
    if action == "FLAGS":
        session.put(view.keyword_news())
    for number, message in chosen:
        if message.gone:
            continue
        changed = message.flags | flags if sign == "+" else message.flags - flags if sign == "-" else flags
        box.flag(message, changed, by=view, known=view.known)
        if action == "FLAGS":
            extra = b"UID %d " % message.uid if uid else b""
            session.put(b"* %d FETCH (%bFLAGS %b)\r\n" % (number, extra, view.flags(message)))
    _told(view, changes)
    return "Store completed."


def _copy(session: ImapSession, cursor: Cursor) -> str:
    return _transfer(session, cursor, uid=False, move=False)


def _uid_copy(session: ImapSession, cursor: Cursor) -> str:
    return _transfer(session, cursor, uid=True, move=False)


def _move(session: ImapSession, cursor: Cursor) -> str:
    return _transfer(session, cursor, uid=False, move=True)


def _uid_move(session: ImapSession, cursor: Cursor) -> str:
    return _transfer(session, cursor, uid=True, move=True)


def _transfer(session: ImapSession, cursor: Cursor, *, uid: bool, move: bool) -> str:
    view, ranges = _addressed(session, cursor)
    name = cursor.mailbox()
    cursor.end()
    if move:
        _writable(session)
    target = session.mine().boxes.get(canonical(name))
    if target is None:
        raise MailboxError(f"Mailbox doesn't exist: {name}", "TRYCREATE")
    chosen = [message for _, message in view.chosen(ranges, uid=uid) if not message.gone]
    done = "Move completed." if move else "Copy completed."
    if not chosen:
        return "No messages found."
    copies = [target.append(message.data, message.flags, message.date) for message in chosen]
    code = f"[COPYUID {target.uidvalidity} {_uids(chosen)} {_uids(copies)}]"
    if not move:
        return f"{code} {done}"
    # RFC 6851 section 4.3: the numbers come before the messages go.
    session.say(f"OK {code} Moved UIDs.".encode())
    view.box.remove(chosen)
    return done


def _uids(messages: list[Message]) -> str:
    """Their UIDs as a sequence set."""
    found: list[list[int]] = []
    for message in messages:
        if found and found[-1][1] == message.uid - 1:
            found[-1][1] = message.uid
        else:
            found.append([message.uid, message.uid])
    return ",".join(f"{first}:{last}" if last > first else str(first) for first, last in found)


def _addressed(session: ImapSession, cursor: Cursor) -> tuple[View, Ranges]:
    view = session.seen()
    cursor.space()
    ranges = cursor.ranges()
    cursor.space()
    return view, ranges


def _writable(session: ImapSession) -> View:
    view = session.seen()
    if view.read_only:
        raise MailboxError("Mailbox is read-only.")
    return view


def _told(view: View, changes: int) -> None:
    """Tells the others where something changed after the change of that number."""
    if view.box.changes != changes:
        view.knows(changes)
        view.box.tell()


COMMANDS: Mapping[str, Command] = {
    "CHECK": _check,
    "CLOSE": _close,
    "UNSELECT": _unselect,
    "EXPUNGE": _expunge,
    "UID EXPUNGE": _uid_expunge,
    "IDLE": _idle,
    "SEARCH": _search,
    "UID SEARCH": _uid_search,
    "FETCH": _fetch,
    "UID FETCH": _uid_fetch,
    "STORE": _store,
    "UID STORE": _uid_store,
    "COPY": _copy,
    "UID COPY": _uid_copy,
    "MOVE": _move,
    "UID MOVE": _uid_move,
}
