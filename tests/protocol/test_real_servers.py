"""The real servers themselves, spoken to with clients that are not ours."""

from __future__ import annotations

import asyncio
import base64
import imaplib
import poplib
import smtplib
import ssl
import uuid

import aiosmtplib
import pytest

from .servers import CATCH_ALL, FAULTS, TOKENS, USERS, MailServers

ALICE = "alice@example.test"
BOB = "bob@example.test"
MECHANISMS = ("PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2", "OAUTHBEARER")


def bearer(mechanism: str, user: str, token: str) -> str:
    """The one response of XOAUTH2 or OAUTHBEARER."""
    if mechanism == "XOAUTH2":
        return f"user={user}\x01auth=Bearer {token}\x01\x01"
    return f"n,a={user},\x01host=localhost\x01port=587\x01auth=Bearer {token}\x01\x01"


def connect(servers: MailServers, *, implicit: bool) -> smtplib.SMTP:
    """A connection over TLS, verified."""
    context = servers.tls_context()
    if implicit:
        return smtplib.SMTP_SSL(servers.host, servers.ports.smtps, context=context, timeout=10)
    client = smtplib.SMTP(servers.host, servers.ports.submission, timeout=10)
    client.starttls(context=context)
    return client


def log_in(client: smtplib.SMTP, mechanism: str, user: str, secret: str) -> None:
    """Logs in with exactly this mechanism."""
    client.ehlo()
    if mechanism in ("XOAUTH2", "OAUTHBEARER"):
        client.auth(mechanism, lambda *_: bearer(mechanism, user, secret))
        return
    client.user, client.password = user, secret
    methods = {"PLAIN": client.auth_plain, "LOGIN": client.auth_login}
    client.auth(mechanism, methods.get(mechanism, client.auth_cram_md5))


def message(mark: str, text: str = "hello") -> bytes:
    """A message that *mark* finds again."""
    lines = ["From: alice@example.test", "To: bob@example.test", f"Subject: {mark}", "", text, ""]
    return "\r\n".join(lines).encode()


@pytest.fixture
def mark() -> str:
    """A word that no other mail has."""
    return uuid.uuid4().hex


@pytest.mark.parametrize("implicit", [False, True], ids=["starttls", "smtps"])
@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_every_mechanism_delivers(
    mail_servers: MailServers, mark: str, mechanism: str, implicit: bool
) -> None:
    secret = TOKENS[ALICE] if mechanism in ("XOAUTH2", "OAUTHBEARER") else USERS[ALICE]
    with connect(mail_servers, implicit=implicit) as client:
        log_in(client, mechanism, ALICE, secret)
        assert client.sendmail(ALICE, [BOB], message(mark)) == {}
    (stored,) = mail_servers.delivered(BOB, containing=mark.encode())
    assert stored.endswith(b"\n\nhello\n")


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_wrong_credentials_are_refused(mail_servers: MailServers, mechanism: str) -> None:
    with connect(mail_servers, implicit=True) as client, pytest.raises(smtplib.SMTPAuthenticationError) as e:
        log_in(client, mechanism, ALICE, "wrong")
    assert e.value.smtp_code == 535


def test_nobody_relays_without_login(mail_servers: MailServers) -> None:
    with connect(mail_servers, implicit=True) as client, pytest.raises(smtplib.SMTPRecipientsRefused):
        client.sendmail(ALICE, [BOB], message("nothing"))


@pytest.mark.parametrize("name", [n for n in FAULTS if n != "close421"])
def test_a_fault_refuses_one_recipient_of_two(mail_servers: MailServers, mark: str, name: str) -> None:
    with connect(mail_servers, implicit=True) as client:
        log_in(client, "PLAIN", ALICE, USERS[ALICE])
        refused = client.sendmail(ALICE, [f"{name}@example.test", BOB], message(mark))
    code, text = FAULTS[name].split(" ", 1)
    assert [(c, t.decode().startswith(text[:5])) for c, t in refused.values()] == [(int(code), True)]
    mail_servers.delivered(BOB, containing=mark.encode())


def test_421_closes_the_connection(mail_servers: MailServers) -> None:
    client = connect(mail_servers, implicit=True)
    log_in(client, "PLAIN", ALICE, USERS[ALICE])
    client.mail(ALICE)
    assert client.rcpt("close421@example.test")[0] == 421
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.noop()
    client.close()


def test_a_foreign_domain_goes_to_the_catch_all(mail_servers: MailServers, mark: str) -> None:
    with connect(mail_servers, implicit=True) as client:
        log_in(client, "PLAIN", ALICE, USERS[ALICE])
        client.sendmail(ALICE, ["someone@gmail.com"], message(mark))
    mail_servers.delivered(CATCH_ALL, containing=mark.encode())


def test_smtputf8_and_8_bit_arrive_untouched(mail_servers: MailServers, mark: str) -> None:
    user = "käthe@example.test"
    with connect(mail_servers, implicit=True) as client:
        client.ehlo()
        response = base64.b64encode(f"\0{user}\0{USERS[user]}".encode()).decode()
        assert client.docmd("AUTH", f"PLAIN {response}")[0] == 235
        client.sendmail(user, [user], message(mark, "Grüße\r\n.\r\n..ende"), ["SMTPUTF8", "BODY=8BITMIME"])
    (stored,) = mail_servers.delivered(user, containing=mark.encode())
    assert stored.endswith("\n\nGrüße\n.\n..ende\n".encode())


def test_a_certificate_of_an_unknown_authority_is_refused(mail_servers: MailServers) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        smtplib.SMTP_SSL(mail_servers.host, mail_servers.ports.smtps, context=ssl.create_default_context())


def test_aiosmtplib_delivers(mail_servers: MailServers, mark: str) -> None:
    async def send() -> None:
        client = aiosmtplib.SMTP(
            hostname=mail_servers.host,
            port=mail_servers.ports.submission,
            tls_context=mail_servers.tls_context(),
            start_tls=True,
        )
        async with client:
            await client.login(BOB, USERS[BOB])
            await client.sendmail(BOB, [ALICE], message(mark))

    asyncio.run(send())
    mail_servers.delivered(ALICE, containing=mark.encode())


def test_imap_and_pop3_serve_what_was_delivered(mail_servers: MailServers, mark: str) -> None:
    context = mail_servers.tls_context()
    with connect(mail_servers, implicit=True) as client:
        log_in(client, "PLAIN", ALICE, USERS[ALICE])
        client.sendmail(ALICE, [BOB], message(mark))
    mail_servers.delivered(BOB, containing=mark.encode())
    with imaplib.IMAP4(mail_servers.host, mail_servers.ports.imap) as imap:
        imap.starttls(context)
        imap.login(BOB, USERS[BOB])
        imap.select("INBOX")
        assert imap.search(None, "SUBJECT", mark)[1] != [b""]
        imap.close()
    with imaplib.IMAP4_SSL(mail_servers.host, mail_servers.ports.imaps, ssl_context=context) as imap:
        imap.authenticate("XOAUTH2", lambda _: bearer("XOAUTH2", BOB, TOKENS[BOB]).encode())
    pop = poplib.POP3_SSL(mail_servers.host, mail_servers.ports.pop3s, context=context)
    pop.apop(BOB, USERS[BOB])
    assert any(mark.encode() in b"\n".join(pop.retr(i + 1)[1]) for i in range(pop.stat()[0]))
    pop.quit()


def test_a_mailbox_can_be_emptied(mail_servers: MailServers) -> None:
    mail_servers.delivered(BOB)
    mail_servers.empty(BOB)
    assert mail_servers.delivered(BOB, count=0) == []
