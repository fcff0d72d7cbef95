"""4D.IMAPTransporter and ``IMAP New transporter`` (API/IMAPTransporterClass.md)."""

from __future__ import annotations

from ...errors import NOT_PERMITTED, NULL, LanguageError, NotPermitted
from ...registry import attribute, command, function
from ...values import type_name
from ..network.transporter import Transporter
from ..problem import CONNECTION_FAILED, NO_MESSAGE, PROPERTY_INVALID, REFUSED, MailProblem, problem_in
from ..properties import given, mistyped, prop
from .settings import IMAPSettings, read_settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any, TypeVar

    from ...host import Host, Run
    from ...values import Value
    from .connection import IMAPConnection
    from .notifier import IMAPNotifier
    from .session import IMAPSession

    T = TypeVar("T")

#: The constants ``IMAP all`` and ``IMAP read write state``, ``IMAP read only state``.
ALL = 1
READ_WRITE, READ_ONLY = 0, 1


class IMAPTransporter(Transporter):
    """Reads the mailboxes of one user of an IMAP server."""

    class_name = "IMAPTransporter"
    _settings: IMAPSettings

    def __init__(self, settings: IMAPSettings, host: Host) -> None:
        super().__init__(settings, host)
        self._session: IMAPSession | None = None
        self._notifier: IMAPNotifier | None = None

    @attribute("checkConnectionDelay", "Integer")
    def _check_delay(self) -> int:
        return self._settings.check_delay

    @attribute("notifier", "4D.IMAPNotifier")
    def _notifier_object(self) -> IMAPNotifier:
        if self._notifier is None:
            from .notifier import IMAPNotifier

            self._notifier = IMAPNotifier(self)
        return self._notifier

    @property
    def listener(self) -> Value:
        """The object with the callbacks of the notifier, ``None`` for none."""
        return self._settings.listener

    # -------------------------------------------------------------- the connection

    @function("checkConnection", "() : Object")
    def check_connection(self, run: Run) -> dict[str, Value]:
        """Connects where needed, asks the server, and returns the status of the connection (.checkConnection())."""
        status = self.status(run, "checkConnection", lambda session: session.do(_ask))
        for error in status.get("errors", ()):
            # As its page spells it, unlike those of the other functions.
            error["errCode"] = error.pop("errcode")
        return status

    # -------------------------------------------------------------- mailboxes

    @function("selectBox", "( name : Text {; state : Integer} ) : Object")
    def select_box(self, run: Run, name: str, state: int = READ_WRITE) -> Value:
        """Makes a mailbox the current one and returns its boxInfo object (.selectBox()).

        Messages of the one before that were flagged as deleted are removed. Where it cannot be selected, that is an
        error, the result is Null, and no mailbox is selected.
        """
        if state not in (READ_WRITE, READ_ONLY):
            problem = MailProblem(
                PROPERTY_INVALID,
                f"state: wanted {READ_WRITE} or {READ_ONLY}, got {state}",
                "pass IMAP read write state or IMAP read only state",
            )
            raise problem.as_error("selectBox", "IMAP", NULL)
        from .boxes import Box

        async def work(session: IMAPSession) -> Value:
            found = await session.select(Box(name, state == READ_ONLY))
            return {
                "name": name,
                "mailCount": session.way.exists,
                "mailRecent": found.recent,
                "id": found.id or (str(found.validity) if found.validity else ""),
                "flags": found.flags,
                "permanentFlags": found.permanent,
            }

        return self._value(run, "selectBox", work)

    @function("getBoxInfo", "( {name : Text} ) : Object")
    def get_box_info(self, run: Run, name: str | None = None) -> Value:
        """The boxInfo object of a mailbox, the current one without *name* (.getBoxInfo())."""
        from .boxes import box_info

        def work(session: IMAPSession) -> Coroutine[Any, Any, Value]:
            chosen = name or session.current().name
            return session.do(lambda way: box_info(way, chosen))

        return self._value(run, "getBoxInfo", work)

    @function("getBoxList", "( {parameters : Object} ) : Collection")
    def get_box_list(self, run: Run, parameters: Value = None) -> Value:
        """The mailboxes with their properties (.getBoxList())."""
        try:
            options = _options(parameters, "parameters")
            subscribed = bool(prop(options, "isSubscribed", "Boolean", "parameters."))
            properties = prop(options, "withBoxProperties", "Boolean", "parameters.")
            info = bool(prop(options, "withBoxInfo", "Boolean", "parameters."))
            names = _names(prop(options, "names", "Collection", "parameters."))
        except MailProblem as problem:
            raise problem.as_error("getBoxList", "IMAP", NULL) from None
        from .boxes import box_list

        return self._value(
            run,
            "getBoxList",
            lambda session: session.do(
                lambda way: box_list(
                    way, subscribed=subscribed, names=names, properties=properties is not False, info=info
                )
            ),
        )

    @function("getDelimiter", "() : Text")
    def get_delimiter(self, run: Run) -> Value:
        """The character between the levels in the names of mailboxes (.getDelimiter())."""
        from .boxes import delimiter

        return self._value(run, "getDelimiter", lambda session: session.do(delimiter), "")

    @function("createBox", "( name : Text ) : Object")
    def create_box(self, run: Run, name: str) -> dict[str, Value]:
        """Creates a mailbox, and those above it (.createBox())."""
        return self._act(run, "createBox", b"CREATE", name)

    @function("deleteBox", "( name : Text ) : Object")
    def delete_box(self, run: Run, name: str) -> dict[str, Value]:
        """Removes a mailbox with its messages (.deleteBox())."""
        return self.status(
            run,
            "deleteBox",
            lambda session: session.do(lambda way: session.delete_box(way, name), repeatable=False),
        )

    @function("renameBox", "( currentName : Text ; newName : Text ) : Object")
    def rename_box(self, run: Run, name: str, new: str) -> dict[str, Value]:
        """Gives a mailbox another name (.renameBox())."""
        return self.status(
            run,
            "renameBox",
            lambda session: session.do(lambda way: session.rename_box(way, name, new), repeatable=False),
        )

    @function("subscribe", "( name : Text ) : Object")
    def subscribe(self, run: Run, name: str) -> dict[str, Value]:
        """Adds a mailbox to those that are subscribed (.subscribe())."""
        return self._act(run, "subscribe", b"SUBSCRIBE", name, repeatable=True)

    @function("unsubscribe", "( name : Text ) : Object")
    def unsubscribe(self, run: Run, name: str) -> dict[str, Value]:
        """Removes a mailbox from those that are subscribed (.unsubscribe())."""
        return self._act(run, "unsubscribe", b"UNSUBSCRIBE", name, repeatable=True)

    # -------------------------------------------------------------- reading messages

    @function("getMail", "( msgNumber : Integer, Text {; options : Object} ) : Object")
    def get_mail(self, run: Run, which: int | str, options: Value = None) -> Value:
        """The Email object of a message, by its number or its unique id (.getMail())."""
        items, make = self._wanted("getMail", options)
        from .fetching import fetch_one

        async def work(session: IMAPSession) -> Value:
            mail = await session.do(lambda way: fetch_one(way, which, items, make), in_box=True)
            if mail is None:
                shown = f'the id "{which[:40]}"' if isinstance(which, str) else f"the number {which}"
                raise MailProblem(NO_MESSAGE, f'no message of "{session.current().name}" has {shown}')
            return mail

        return self._value(run, "getMail", work)

    @function(
        "getMails", "( ids : Collection, Integer {; endMsg : Integer, Object {; options : Object}} ) : Object"
    )
    def get_mails(self, run: Run, first: Value, second: Value = None, third: Value = None) -> Value:
        """The Email objects of messages, by their unique ids or a range of their numbers (.getMails())."""
        from .fetching import fetch_ids, fetch_range

        try:
            by_id = isinstance(first, list)
            if first is None or by_id == isinstance(second, int) or (by_id and third is not None):
                raise MailProblem(PROPERTY_INVALID, "wanted ids and options, or startMsg, endMsg and options")
            ids = [_text(one, f"ids[{at}]") for at, one in enumerate(first)] if by_id else []
        except MailProblem as problem:
            raise problem.as_error("getMails", "IMAP", NULL) from None
        items, make = self._wanted("getMails", second if by_id else third)

        async def work(session: IMAPSession) -> Value:
            async def fetched(way: IMAPConnection) -> tuple[Sequence[Value], Sequence[Value]]:
                if by_id:
                    return await fetch_ids(way, ids, items, make)
                return await fetch_range(way, first, second, items, make)

            found, missing = await session.do(fetched, in_box=True)
            return {"list": list(found), "notFound": list(missing)}

        return self._value(run, "getMails", work)

    @function("getMIMEAsBlob", "( msgNumber : Integer, Text {; updateSeen : Boolean} ) : Blob")
    def get_mime(self, run: Run, which: int | str, seen: bool = True) -> Value:
        """A message as the server has it, an empty blob when it has none (.getMIMEAsBlob())."""
        from .fetching import fetch_one
        from .messages import content_of, section

        items = f"({section(body=True, seen=seen)})"

        async def work(session: IMAPSession) -> bytes:
            found = await session.do(lambda way: fetch_one(way, which, items, content_of), in_box=True)
            return found or b""

        return self._value(run, "getMIMEAsBlob", work, b"")

    @function("numToID", "( startMsg : Integer ; endMsg : Integer ) : Collection")
    def num_to_id(self, run: Run, start: int, end: int) -> Value:
        """The unique ids of the messages in a range of numbers (.numToID())."""
        from .fetching import range_uids

        async def work(session: IMAPSession) -> Value:
            found = await session.do(lambda way: range_uids(way, start, end), in_box=True)
            return [str(uid) for uid in found]

        return self._value(run, "numToID", work)

    @function("searchMails", "( searchCriteria : Text ) : Collection")
    def search_mails(self, run: Run, text: str) -> Value:
        """The unique ids of the messages of the current mailbox that meet criteria (.searchMails())."""
        from .criteria import read_criteria
        from .messages import search

        try:
            criteria = read_criteria(text)
        except MailProblem as problem:
            raise problem.as_error("searchMails", "IMAP", NULL) from None

        async def work(session: IMAPSession) -> Value:
            found = await session.do(lambda way: search(way, criteria.pieces, criteria.charset), in_box=True)
            return [str(uid) for uid in found]

        return self._value(run, "searchMails", work)

    # -------------------------------------------------------------- changing messages

    @function("addFlags", "( msgIDs : Collection, Text, Integer ; keywords : Object ) : Object")
    def add_flags(self, run: Run, which: Value, keywords: Value) -> dict[str, Value]:
        """Adds flags to messages (.addFlags())."""
        return self._store(run, "addFlags", which, "+", keywords)

    @function("removeFlags", "( msgIDs : Collection, Text, Integer ; keywords : Object ) : Object")
    def remove_flags(self, run: Run, which: Value, keywords: Value) -> dict[str, Value]:
        """Removes flags from messages (.removeFlags())."""
        return self._store(run, "removeFlags", which, "-", keywords)

    @function("delete", "( msgsIDs : Collection, Integer ) : Object")
    def delete(self, run: Run, which: Value) -> dict[str, Value]:
        """Flags messages as deleted; expunge() removes them (.delete())."""
        return self._store(run, "delete", which, "+", {"$deleted": True})

    @function("expunge", "() : Object")
    def expunge(self, run: Run) -> dict[str, Value]:
        """Removes the messages that are flagged as deleted from the current mailbox (.expunge())."""
        from .messages import expunge

        async def work(session: IMAPSession) -> str:
            text = await session.do(expunge, in_box=True, repeatable=False)
            session.current().flagged = False
            return text

        return self.status(run, "expunge", work)

    @function("copy", "( msgsIDs : Collection, Integer ; destinationBox : Text ) : Object")
    def copy(self, run: Run, which: Value, box: str) -> dict[str, Value]:
        """Copies messages into another mailbox (.copy())."""
        from .messages import copy

        chosen = self._chosen("copy", which)
        return self.status(
            run,
            "copy",
            lambda session: session.do(lambda way: copy(way, chosen, box), in_box=True, repeatable=False),
        )

    @function("move", "( msgsIDs : Collection, Integer ; destinationBox : Text ) : Object")
    def move(self, run: Run, which: Value, box: str) -> dict[str, Value]:
        """Moves messages into another mailbox (.move())."""
        from .messages import move

        chosen = self._chosen("move", which)
        return self.status(
            run,
            "move",
            lambda session: session.do(lambda way: move(way, chosen, box), in_box=True, repeatable=False),
        )

    @function(
        "append", "( mailObj : Blob, Text, Object {; destinationBox : Text {; options : Object}} ) : Object"
    )
    def append(self, run: Run, mail: Value, box: str = "", options: Value = None) -> dict[str, Value]:
        """Puts a mail into a mailbox, the current one without *box* (.append()).

        The mail is an Email object, or MIME as it is, in a Blob or a Text.
        """
        failed = _failed("append")
        try:
            content, flags = _content(run, mail, _options(options, "options"))
        except MailProblem as problem:
            raise problem.as_error("append", "IMAP", failed) from None
        except LanguageError as error:
            # The content of an attachment that cannot be read.
            raise problem_in("append", error, "IMAP", failed) from error
        return self.status(run, "append", lambda session: session.append(box, flags, content))

    # -------------------------------------------------------------- the ways to the session

    def session(self, run: Run) -> IMAPSession:
        """The session, made when it is needed first."""
        if self._session is None or self._session.inherited:
            # asyncio and ssl: a script that only prepares a transporter does not wait for them.
            from .session import IMAPSession

            mask = self._begin_log(run)
            former = self._session
            self._session = IMAPSession(self._settings, self._host, mask, self._log)
            if former is not None:
                self._session.box = former.box
            self._close_at_end(self._session)
        self._log.of_process(run)
        return self._session

    def run(
        self, run: Run, name: str, work: Callable[[IMAPSession], Coroutine[Any, Any, T]], result: Value
    ) -> T:
        """The result of *work* with the session; what the host refuses is an error of *name*."""
        try:
            return self._host.loop.run_here(work(self.session(run)))
        except NotPermitted as refusal:
            raise LanguageError(
                NOT_PERMITTED, f"{name}: {refusal}", signature="IMAP", result=result
            ) from None

    def _value(
        self,
        run: Run,
        name: str,
        work: Callable[[IMAPSession], Coroutine[Any, Any, Value]],
        result: Value = NULL,
    ) -> Value:
        """What a function returns that reports failures as errors, with *result* then."""
        from ..network.failure import ConnectionFailure, ServerRefusal

        try:
            return self.run(run, name, work, result)
        except MailProblem as problem:
            raise problem.as_error(name, "IMAP", result) from None
        except (ServerRefusal, ConnectionFailure) as problem:
            refused = isinstance(problem, ServerRefusal)
            code, said = (
                (REFUSED, f"the server says: {problem.text}")
                if refused
                else (CONNECTION_FAILED, problem.text)
            )
            raise LanguageError(code, f"{name}: {said}", signature="IMAP", result=result) from None

    def status(
        self, run: Run, name: str, work: Callable[[IMAPSession], Coroutine[Any, Any, str]]
    ) -> dict[str, Value]:
        """The status object of a function that has one; *work* returns what the server says."""
        from ..network.failure import ConnectionFailure, ServerRefusal

        try:
            return {"success": True, "statusText": self.run(run, name, work, _failed(name))}
        except ServerRefusal as refusal:
            return {"success": False, "statusText": refusal.text}
        except ConnectionFailure as failure:
            return _with_error(CONNECTION_FAILED, failure.text)
        except MailProblem as problem:
            text = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
            return _with_error(problem.code, text)

    def _act(
        self, run: Run, name: str, verb: bytes, box: str, *, repeatable: bool = False
    ) -> dict[str, Value]:
        from .boxes import act

        return self.status(
            run, name, lambda session: session.do(lambda way: act(way, verb, box), repeatable=repeatable)
        )

    def _store(self, run: Run, name: str, which: Value, sign: str, keywords: Value) -> dict[str, Value]:
        from .flags import DELETED, flags_of
        from .messages import nothing, store

        chosen = self._chosen(name, which)
        try:
            if not isinstance(keywords, dict):
                raise mistyped("keywords", "Object", keywords)
            flags = flags_of(keywords, "keywords")
        except MailProblem as problem:
            raise problem.as_error(name, "IMAP", _failed(name)) from None

        async def work(session: IMAPSession) -> str:
            if not flags:
                return await session.do(nothing, in_box=True)
            if sign == "+" and DELETED in flags:
                session.current().flagged = True
            return await session.do(lambda way: store(way, chosen, sign, flags), in_box=True)

        return self.status(run, name, work)

    @staticmethod
    def _chosen(name: str, which: Value) -> list[str]:
        """The sets of unique ids for what a script calls messages."""
        from .fetching import uid_in
        from .messages import ALL as ALL_MESSAGES
        from .messages import sets

        try:
            if isinstance(which, int):
                if which != ALL:
                    raise MailProblem(
                        PROPERTY_INVALID, f"msgIDs: wanted IMAP all or ids, got {which}", "ids are texts"
                    )
                return [ALL_MESSAGES]
            if isinstance(which, str):
                which = [which]
            if not isinstance(which, list):
                raise mistyped("msgIDs", "Collection", which)
            uids = []
            for at, one in enumerate(which):
                uid = uid_in(_text(one, f"msgIDs[{at}]"))
                if uid is None:
                    raise MailProblem(
                        PROPERTY_INVALID, f'msgIDs[{at}]: "{one[:40]}" is not the id of a message'
                    )
                uids.append(uid)
        except MailProblem as problem:
            raise problem.as_error(name, "IMAP", _failed(name)) from None
        return list(sets(uids))

    @staticmethod
    def _wanted(name: str, options: Value) -> tuple[str, Callable[[Any], Value]]:
        """What is fetched for Email objects, and what makes them."""
        from .mails import ITEMS, mail_of
        from .messages import section

        try:
            given_options = _options(options, "options")
            with_body = prop(given_options, "withBody", "Boolean", "options.") is not False
            seen = prop(given_options, "updateSeen", "Boolean", "options.") is not False
        except MailProblem as problem:
            raise problem.as_error(name, "IMAP", NULL) from None
        items = f"({ITEMS} {section(body=with_body, seen=seen)})"
        return items, lambda found: mail_of(found, body=with_body)


async def _ask(way: IMAPConnection) -> str:
    return way.text(await way.command(b"NOOP"))


def _options(value: Value, where: str) -> dict[str, Value]:
    if not given(value):
        return {}
    if not isinstance(value, dict):
        raise mistyped(where, "Object", value)
    return value


def _names(listed: Value) -> list[str] | None:
    """The names in ``names``: texts, or objects with one."""
    if listed is None:
        return None
    return [
        _text(one.get("name"), f"parameters.names[{at}].name")
        if isinstance(one, dict)
        else _text(one, f"parameters.names[{at}]")
        for at, one in enumerate(listed)
    ]


def _text(value: Value, where: str) -> str:
    if not isinstance(value, str):
        raise mistyped(where, "Text", value)
    return value


def _content(run: Run, mail: Value, options: dict[str, Value]) -> tuple[bytes, list[str]]:
    """The bytes of a mail and its flags."""
    if isinstance(mail, bytes):
        return mail, []
    if isinstance(mail, str):
        from ...utf16 import joined

        return joined(mail).encode("utf-8", "replace"), []
    if not isinstance(mail, dict):
        raise mistyped("mailObj", "Object", mail)
    from ..building.message import build, charset_mode
    from .flags import SYSTEM, flags_in

    keywords = prop(mail, "keywords", "Object", "mail.")
    flags = flags_in(keywords)
    if flags:
        # Whether a mail was seen is nothing that its header says.
        mail = {**mail, "keywords": {key: keywords[key] for key in keywords if key.lower() not in SYSTEM}}
    mime = build(
        mail,
        run.host.now,
        run.host.warn,
        lambda attachment: attachment.pieces(run),
        header_mode=charset_mode(options, "headerCharset", "options."),
        body_mode=charset_mode(options, "bodyCharset", "options."),
        # It is kept, and not sent: without them a draft would have lost its recipients.
        bcc=True,
    )
    return mime.content, flags


def _failed(name: str) -> dict[str, Value]:
    return {"success": False, "statusText": f"{name} failed"}


def _with_error(code: int, text: str) -> dict[str, Value]:
    """A status without an answer of the server, with the errors that the reference wants then."""
    error = {"errcode": code, "message": text, "componentSignature": "IMAP"}
    return {"success": False, "statusText": text, "errors": [error]}


@command("IMAP New transporter", 1723, "( parameter : Object ) : 4D.IMAPTransporter")
def new_imap_transporter(run: Run, parameter: Value) -> IMAPTransporter:
    """Makes a transporter for an IMAP server; connects to nothing yet (commands/imap-new-transporter.md)."""
    try:
        if not isinstance(parameter, dict):
            raise MailProblem(PROPERTY_INVALID, f"parameter: wanted Object, got {type_name(parameter)}")
        settings = read_settings(parameter)
    except MailProblem as problem:
        raise problem.as_error("IMAP New transporter", "IMAP") from None
    return IMAPTransporter(settings, run.host)


# ``4D.IMAPTransporter.new(…)`` is the same command.
IMAPTransporter.constructor = staticmethod(new_imap_transporter)
