"""The commands of a session for mails: where they go, which were caught, what servers said."""

from __future__ import annotations

import os

from .misuse import BadUsage
from .session import OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .session import Session


def sandbox(session: Session, argument: str) -> int:
    """``.sandbox``: whether mails are caught, and those that were."""
    host = session.workspace.host
    word, _, rest = argument.lower().partition(" ")
    if word in ("on", "off") and not rest:
        host.switch(word == "off")
        session.screen.note(_STATES[host.live])
    elif word == "":
        count = len(host.sandbox.mails)
        session.screen.text(
            f"{_STATES[host.live]}\n{count} mail{'s' * (count != 1)} caught: .sandbox inbox lists them"
        )
    elif word == "inbox" and not rest:
        from ..sandbox.report import inbox

        session.screen.text(inbox(host.sandbox.mails).rstrip("\n"))
    elif word == "open":
        from ..sandbox.report import arrival

        mails = host.sandbox.mails
        if not rest.strip().isdecimal() or not 1 <= int(rest) <= len(mails):
            have = f"1 to {len(mails)}" if mails else "none yet"
            raise BadUsage(
                f"the number of a caught mail, please: there are {have}"
                if mails
                else "no mail was caught yet"
            )
        session.screen.text(arrival(mails[int(rest) - 1], int(rest)).rstrip("\n"))
    else:
        raise BadUsage(f"what is {argument}?")
    return OK


_STATES = {
    False: "sandbox on: nothing leaves this machine, mails are caught",
    True: "sandbox off: mails go to real servers",
}


def log(session: Session, argument: str) -> int:
    """``.log``: the logs of mail servers."""
    word = argument.lower()
    if word in ("on", "off"):
        flag = int(word == "on")
        names = ("SMTP Log", "POP3 Log", "IMAP Log")
        code = "\n".join(f"SET DATABASE PARAMETER({name}; {flag})" for name in names)
        status = session.guarded(lambda: session.workspace.enter(code, "<log>"))
        if status == OK:
            session.screen.note(
                f"what is said to mail servers is{'' if flag else ' not'} written in the Logs folder"
            )
        return status
    if word and not word.isdecimal():
        raise BadUsage("on, off, or a number of lines")
    folder = session.workspace.host.logs_folder()
    logs = _logs(folder)
    if not logs:
        session.screen.note(
            f"{folder} has no logs: .log on begins some, and so does logFile of a transporter"
        )
        return OK
    with open(logs[-1], encoding="utf-8", errors="replace") as file:
        lines = file.read().splitlines()
    session.screen.note(logs[-1])
    session.screen.text("\n".join(lines[-int(word or "20") :]))
    return OK


def _logs(folder: str) -> list[str]:
    """The files of the Logs folder, the one that was written last at the end."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.is_file()]
    except OSError:
        return []
    return [path for _, path in sorted(found)]
