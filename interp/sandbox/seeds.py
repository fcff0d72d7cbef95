"""What a new account of the sandbox has: a small tree of mailboxes, and a few messages of different kinds."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta, timezone

from .mailboxes import DELIMITER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .mailboxes import Account

#: Mailboxes and their special use.
TREE = (
    ("Drafts", "\\Drafts"),
    ("Sent", "\\Sent"),
    ("Junk Email", "\\Junk"),
    ("Trash", "\\Trash"),
    ("documents", ""),
    ("Bills", ""),
    (f"Bills{DELIMITER}Atlas Corp", ""),
    (f"Bills{DELIMITER}Nova Orion Industries", ""),
    ("予定", ""),
)
#: A picture of one pixel.
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
_REPORT = base64.encodebytes(b"region;units;revenue\r\nNorth;120;3480.00\r\nSouth;95;2755.00\r\n").decode()

#: Mailbox, flags, minutes before now that it came, and the message without To and Date.
_MESSAGES: tuple[tuple[str, tuple[str, ...], int, str], ...] = (
    (
        "INBOX",
        ("\\Seen", "\\Answered"),
        60 * 24 * 40,
        """From: Marta Quiroga <marta@harbor.example>
Subject: Lunch on Thursday?
Message-ID: <lunch.1@harbor.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Hi,

shall we try the new place by the harbor on Thursday at noon?

Marta
""",
    ),
    (
        "INBOX",
        ("\\Seen",),
        60 * 24 * 21,
        """From: Product News <news@4d-news.example>
Subject: 4D new feature: mail in every script
Message-ID: <feature.2@4d-news.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="alternative-2"

--alternative-2
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Mail can be read and sent from any script =E2=80=93 see for yourself.
--alternative-2
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><h1>Mail in every script</h1><p>It can be read and sent =E2=80=
=93 <b>see for yourself</b>.</p></body></html>
--alternative-2--
""",
    ),
    (
        "INBOX",
        ("\\Flagged",),
        60 * 24 * 9,
        f"""From: "Okoro, Ada" <ada.okoro@ledger.example>
Cc: controlling@ledger.example
Subject: Reports for the third quarter
Message-ID: <reports.3@ledger.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="mixed-3"

--mixed-3
Content-Type: text/plain; charset=us-ascii

The figures are attached. Please check the ones of the south.
--mixed-3
Content-Type: text/csv; name="third quarter.csv"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="third quarter.csv"

{_REPORT}--mixed-3--
""",
    ),
    (
        "INBOX",
        (),
        60 * 24 * 4,
        """From: =?UTF-8?B?5L2Q6Jek6Iqx5a2Q?= <hanako@sakura.example>
Subject: =?ISO-2022-JP?B?GyRCMnE1RCROJCpDTiRpJDsbKEI=?=
Message-ID: <kaigi.4@sakura.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

5p2l6YCx44Gu5pyo5puc5pel44CB5Y2I5YmNMTDmmYLjgYvjgonkvJrorbDjgpLooYzjgYTjgb7j
gZnjgIINCuOCiOOCjeOBl+OBj+OBiumhmOOBhOOBl+OBvuOBmeOAgg0K
""",
    ),
    (
        "INBOX",
        ("$Forwarded",),
        60 * 26,
        f"""From: Tomas Lind <tomas@atelier.example>
Subject: The new sign
Message-ID: <sign.5@atelier.example>
MIME-Version: 1.0
Content-Type: multipart/related; boundary="related-5"

--related-5
Content-Type: text/html; charset=us-ascii

<html><body><p>This is how it looks: <img src="cid:sign@atelier.example"></p></body></html>
--related-5
Content-Type: image/png; name="sign.png"
Content-Transfer-Encoding: base64
Content-Disposition: inline; filename="sign.png"
Content-ID: <sign@atelier.example>

{_PIXEL}
--related-5--
""",
    ),
    (
        "INBOX",
        (),
        95,
        """From: Marta Quiroga <marta@harbor.example>
Subject: Re: Lunch on Thursday?
Message-ID: <lunch.6@harbor.example>
In-Reply-To: <lunch.reply@harbor.example>
References: <lunch.1@harbor.example> <lunch.reply@harbor.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

Booked. The caf\xe9 next door is open, too.
""",
    ),
    (
        "Drafts",
        ("\\Seen", "\\Draft"),
        300,
        """From: me@example.com
Subject: Invitation
Message-ID: <invitation.7@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Dear all,
""",
    ),
    (
        "Sent",
        ("\\Seen",),
        60 * 24 * 39,
        """From: me@example.com
Subject: Re: Lunch on Thursday?
Message-ID: <lunch.reply@harbor.example>
In-Reply-To: <lunch.1@harbor.example>
References: <lunch.1@harbor.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Gladly!
""",
    ),
    (
        "Junk Email",
        (),
        60 * 50,
        """From: "You WON" <prize@lottery.example>
Subject: =?UTF-8?Q?Your_prize_=F0=9F=8E=81_is_waiting?=
Message-ID: <prize.9@lottery.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><a href="http://lottery.example/">Claim it now</a></body></html>
""",
    ),
    (
        f"Bills{DELIMITER}Atlas Corp",
        ("\\Seen",),
        60 * 24 * 15,
        """From: billing@atlas.example
Subject: Invoice 2041
Message-ID: <invoice.2041@atlas.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Amount due: 310.00
""",
    ),
)


def plant(account: Account) -> None:
    """Seeds the *account*: makes the :data:`TREE`, all of it subscribed, and puts the messages in."""
    for name, use in TREE:
        account.create(name, use)
    account.subscriptions.update(account)
    user = (
        account.user if "@" in account.user else f"{account.user or 'me'}@{account.server or 'example.com'}"
    )
    address = user if user.isascii() and user.isprintable() and " " not in user else "me@example.com"
    zone = timezone(timedelta(hours=1))
    now = account.now().astimezone(zone).replace(microsecond=0)
    for name, flags, minutes, text in _MESSAGES:
        date = now - timedelta(minutes=minutes)
        first, _, rest = text.partition("\n")
        first = first.replace("me@example.com", address)
        lines = f"{first}\nTo: {address}\nDate: {written(date)}\n{rest}"
        account[name].append(lines.encode("latin-1"), flags, date)


def written(date: datetime) -> str:
    """*date* as a Date header has it."""
    day = "Mon Tue Wed Thu Fri Sat Sun".split()[date.weekday()]
    month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[date.month - 1]
    return f"{day}, {date.day} {month} {date.year:04d} {date:%H:%M:%S %z}"
