"""The post office of the sandbox: whose mailboxes there are, and where a mail that was caught appears.

Any user and password are right, so an account comes into being with its first login, seeded with a small tree of
mailboxes and a few messages. Accounts differ by the user and by the domain of the server: ``imap.example.com`` and
``pop.example.com`` have the same mailboxes of one user, ``imap.example.org`` has others.
"""

from __future__ import annotations

import re
import threading

from .mailboxes import Account

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from .mail import CaughtMail

    Plant = Callable[[Account], None]

#: The first labels of names that tell the service, not whose server it is.
_SERVICE = re.compile(r"(?:(?:imap|pop|smtp)[\w-]*|mail\d*|mx\d*|submission|incoming|outgoing)\.(?=.*\.)")


class PostOffice:
    """The accounts.

    *mails* are those caught before there was an office; *plant* seeds a new account, by default as
    :func:`interp.sandbox.seeds.plant` does.
    """

    def __init__(
        self, now: Callable[[], datetime], mails: Sequence[CaughtMail] = (), plant: Plant | None = None
    ) -> None:
        self.now = now
        self.lock = threading.RLock()
        self._mails = list(mails)
        self._accounts: dict[tuple[str, str], Account] = {}
        self._plant = plant

    @property
    def accounts(self) -> list[Account]:
        """All accounts, the oldest first."""
        return list(self._accounts.values())

    def account(self, user: str, host: str = "") -> Account:
        """The account of *user* on the server *host*, made when there is none.

        Without *host* it is the oldest account of that user; made so, it goes to the first server that is dialled.
        """
        user, server = user.casefold(), domain(host)
        with self.lock:
            found = self._accounts.get((user, server))
            if found is None and not server:
                found = next((a for (name, _), a in self._accounts.items() if name == user), None)
            elif found is None and (user, "") in self._accounts:
                found = self._accounts[user, server] = self._accounts.pop((user, ""))
                found.server = server
            if found is None:
                found = self._open(user, server)
            return found

    def deliver(self, mail: CaughtMail) -> None:
        """Puts *mail* into the INBOX of its recipients, or of everybody when none of them has an account."""
        with self.lock:
            self._mails.append(mail)
            for account in self._meant(mail):
                account["INBOX"].append(mail.data, date=mail.received)

    def forget_parent(self) -> None:
        """Takes a new lock in a child made by ``fork``: a thread that is not there may hold the old one."""
        self.lock = threading.RLock()

    def _open(self, user: str, server: str) -> Account:
        account = Account(self, user, server)
        if self._plant is None:
            from .seeds import plant

            self._plant = plant
        self._plant(account)
        self._accounts[user, server] = account
        for mail in self._mails:
            if account in self._meant(mail):
                account["INBOX"].append(mail.data, date=mail.received)
        return account

    def _meant(self, mail: CaughtMail) -> list[Account]:
        named = {address.casefold() for address in mail.recipients}
        # A user whose name is no address has every address with it before the @.
        named |= {address.rpartition("@")[0] for address in named}
        return [account for account in self.accounts if account.user in named] or self.accounts


def domain(host: str) -> str:
    """The part of the name of a server that says whose it is."""
    name = host.casefold().removesuffix(".")
    found = _SERVICE.match(name)
    return name[found.end() :] if found else name
