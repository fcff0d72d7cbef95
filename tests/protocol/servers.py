"""Real mail servers on loopback: Postfix takes mail in, Dovecot checks logins and serves the mailboxes.

Nothing of it leaves the machine: every domain is a local one. All files are in one temporary folder, all
processes are ended by their process ids.
"""

from __future__ import annotations

import contextlib
import imaplib
import os
import shutil
import signal
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from interp.sandbox.authority import Authority

POSTFIX = "/usr/sbin/postfix"
DOVECOT = "/usr/sbin/dovecot"
PACKAGES = "postfix dovecot-core dovecot-imapd dovecot-pop3d"

#: The user that owns the mailboxes: not one of the machine's, as virtual(8) refuses the real root.
MAIL_USER = 5000

#: Seconds to wait for a server to listen or to end.
PATIENCE = 15.0

#: User names and passwords; mail to any other address is delivered to :data:`CATCH_ALL`.
USERS = {
    "alice@example.test": "secret",
    "bob@example.test": "s3cret & longer",
    "käthe@example.test": "pässwort",
}
#: Bearer tokens for XOAUTH2 and OAUTHBEARER.
TOKENS = {"alice@example.test": "token-of-alice", "bob@example.test": "token-of-bob"}
CATCH_ALL = "catchall@example.test"
#: Users whose mailboxes are empty until a test takes one, and the password of all of them.
GUESTS = [f"guest{number}@example.test" for number in range(400)]
GUEST_PASSWORD = "secret"

#: Local parts of recipients that are refused, and the reply; 421 also hangs up.
FAULTS = {
    "reject550": "550 5.1.1 User unknown",
    "defer450": "450 4.2.1 Mailbox busy, try again",
    "full552": "552 5.2.2 Mailbox full",
    "close421": "421 4.3.2 Closing",
}


class ServersMissing(Exception):
    """The servers cannot run here; the message says why."""


@dataclass(frozen=True)
class Ports:
    """The ports on 127.0.0.1, free ones each time."""

    submission: int
    smtps: int
    imap: int
    imaps: int
    pop3: int
    pop3s: int


class MailServers:
    """Postfix and Dovecot from :meth:`start` to :meth:`stop`, with all their files in *folder*."""

    host = "localhost"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ports = Ports(*_free_ports(6))
        self.authority = Authority()
        #: Gives each guest once.
        self.guests = iter(GUESTS)
        self.ca_file = folder / "ca.pem"
        self._postfix: subprocess.Popen[bytes] | None = None
        self._dovecot: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts both, waits until they listen; raises :class:`ServersMissing` when they can't run here."""
        missing = [p for p in (POSTFIX, DOVECOT) if not os.access(p, os.X_OK)]
        if missing:
            raise ServersMissing(f"{' and '.join(missing)} not installed (apt-get install {PACKAGES})")
        if os.geteuid() != 0:
            raise ServersMissing("Postfix starts as root only")
        self.folder.chmod(0o755)
        (self.folder / "mail").mkdir()
        os.chown(self.folder / "mail", MAIL_USER, MAIL_USER)
        certificate, key = self.authority.issue("localhost", "127.0.0.1", "mail.example.test")
        self.ca_file.write_text(self.authority.certificate)
        (self.folder / "server.pem").write_text(certificate)
        _write_secret(self.folder / "server.key", key)
        try:
            self._start_dovecot()
            self._start_postfix()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Ends both and waits for it. May be called again."""
        # What we started of Postfix is a shell script that waits for the master process, which leads its own
        # group.
        pid_file = self.folder / "postfix" / "queue" / "pid" / "master.pid"
        if self._postfix is not None and pid_file.exists():
            _signal(int(pid_file.read_text()), self._postfix)
        for process in (self._postfix, self._dovecot):
            if process is not None:
                _end(process)
        self._postfix = self._dovecot = None

    def tls_context(self) -> ssl.SSLContext:
        """A client context that trusts these servers only."""
        return self.authority.client_context()

    def delivered(self, user: str, *, count: int = 1, containing: bytes = b"") -> list[bytes]:
        """The messages in the inbox of *user* that contain *containing*, oldest first, as stored (LF line
        ends).

        Waits until there are *count* of them and raises ``TimeoutError`` when they don't come.
        """
        end = time.monotonic() + PATIENCE
        while True:
            found = [data for data in self._inbox(user) if containing in data]
            if len(found) >= count:
                return found
            if time.monotonic() > end:
                raise TimeoutError(f"{user} has {len(found)} of {count} mails\n{self.logs()}")
            time.sleep(0.02)

    def empty(self, user: str) -> None:
        """Removes every mail from the inbox of *user*, by Dovecot, which would list files that are gone for a while."""
        context = ssl.create_default_context(cafile=str(self.ca_file))
        credentials = f"\0{user}\0{USERS[user]}".encode()
        with imaplib.IMAP4_SSL(self.host, self.ports.imaps, ssl_context=context) as client:
            client.authenticate("PLAIN", lambda _: credentials)
            _, (count,) = client.select("INBOX")
            if count != b"0":
                client.store("1:*", "+FLAGS.SILENT", "(\\Deleted)")
                client.expunge()

    def logs(self) -> str:
        """The last lines of both logs, for the message of a failing test."""
        parts = []
        for name in ("postfix.out", "postfix.log", "dovecot.log"):
            path = self.folder / name
            if path.exists():
                parts.append(f"{name}:\n" + "\n".join(path.read_text(errors="replace").splitlines()[-15:]))
        return "\n".join(parts)

    def _inbox(self, user: str) -> list[bytes]:
        found = []
        for path in self._files(user):
            try:
                found.append(path.read_bytes())
            except FileNotFoundError:
                # Dovecot has moved it from new/ to cur/: it is there the next time.
                continue
        return found

    def _files(self, user: str) -> list[Path]:
        inbox = self.folder / "mail" / user / "Maildir"
        files = [p for box in ("new", "cur") for p in (inbox / box).glob("*")]
        return sorted(files, key=lambda p: (p.stat().st_mtime_ns, p.name))

    def _start_dovecot(self) -> None:
        folder = self.folder
        for name in ("run", "state"):
            (folder / "dovecot" / name).mkdir(parents=True)
        for name, secrets in (("users", USERS | dict.fromkeys(GUESTS, GUEST_PASSWORD)), ("tokens", TOKENS)):
            lines = [f"{user}:{{PLAIN}}{secret}\n" for user, secret in secrets.items()]
            _write_secret(folder / "dovecot" / name, "".join(lines))
            shutil.chown(folder / "dovecot" / name, "dovecot")
        config = folder / "dovecot" / "dovecot.conf"
        config.write_text(self._dovecot_config())
        self._dovecot = _launch([DOVECOT, "-F", "-c", str(config)], folder / "dovecot.out")
        ports = self.ports
        for port in (ports.imap, ports.imaps, ports.pop3, ports.pop3s):
            self._await_port(port, self._dovecot)

    def _start_postfix(self) -> None:
        folder = self.folder / "postfix"
        for name in ("etc", "queue", "data"):
            (folder / name).mkdir(parents=True)
        shutil.chown(folder / "data", "postfix")
        boxes = [f"{user} {user}/Maildir/\n" for user in USERS]
        faults = [f"/^{name}@/ {reply}\n" for name, reply in FAULTS.items()]
        for name, text in (
            ("boxes", "".join(boxes)),
            ("faults", "".join(faults)),
            ("main.cf", self._postfix_main()),
            ("master.cf", self._postfix_master()),
        ):
            path = folder / "etc" / name
            path.write_text(text)
            # Postfix dozes as long as a configuration file looks as if it were still being written.
            os.utime(path, (time.time() - 60, time.time() - 60))
        # "postfix start" sleeps for two seconds, "start-fg" is there at once.
        command = [POSTFIX, "-c", str(folder / "etc"), "start-fg"]
        self._postfix = _launch(command, self.folder / "postfix.out")
        for port in (self.ports.submission, self.ports.smtps):
            self._await_port(port, self._postfix)

    def _await_port(self, port: int, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError as error:
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"no server on port {port}\n{self.logs()}") from error
                time.sleep(0.02)

    def _dovecot_config(self) -> str:
        folder, ports = self.folder, self.ports
        mail = f"{folder}/mail/%Lu"
        return f"""
base_dir = {folder}/dovecot/run
state_dir = {folder}/dovecot/state
log_path = {folder}/dovecot.log
auth_verbose = yes
listen = 127.0.0.1
protocols = imap pop3
first_valid_uid = {MAIL_USER}
mail_uid = {MAIL_USER}
mail_gid = {MAIL_USER}
mail_home = {mail}
mail_location = maildir:~/Maildir
mail_fsync = never
default_process_limit = 50
default_client_limit = 1000
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = no
auth_mechanisms = plain login cram-md5 apop xoauth2 oauthbearer
auth_failure_delay = 0
auth_username_chars =
# A token is checked as if it were a password, so that no OAuth server is needed.
passdb {{
  mechanisms = xoauth2 oauthbearer
  driver = passwd-file
  args = scheme=PLAIN username_format=%Lu {folder}/dovecot/tokens
}}
passdb {{
  mechanisms = plain login cram-md5 apop
  driver = passwd-file
  args = scheme=PLAIN username_format=%Lu {folder}/dovecot/users
}}
userdb {{
  driver = static
  args = uid={MAIL_USER} gid={MAIL_USER} home={mail} allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    special_use = \\Drafts
    auto = create
  }}
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
  mailbox Trash {{
    special_use = \\Trash
    auto = create
  }}
}}
# Without these a container that allows no chroot has no logins.
service anvil {{
  chroot =
  # No penalty for failed logins, which would be five seconds and more.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {ports.imap}
  }}
  inet_listener imaps {{
    port = {ports.imaps}
    ssl = yes
  }}
}}
service pop3-login {{
  chroot =
  service_count = 0
  inet_listener pop3 {{
    port = {ports.pop3}
  }}
  inet_listener pop3s {{
    port = {ports.pop3s}
    ssl = yes
  }}
}}
service auth {{
  unix_listener auth-client {{
    mode = 0666
  }}
}}
protocol imap {{
  mail_max_userip_connections = 100
}}
protocol pop3 {{
  pop3_uidl_format = %08Xu%08Xv
  mail_max_userip_connections = 100
}}
"""

    def _postfix_main(self) -> str:
        folder = self.folder
        postfix = folder / "postfix"
        return f"""
compatibility_level = 3.6
queue_directory = {postfix}/queue
data_directory = {postfix}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.test
mydestination =
mynetworks =
# Every domain is ours: nothing can leave the machine.
virtual_mailbox_domains = static:all
virtual_mailbox_maps = texthash:{postfix}/etc/boxes, static:{CATCH_ALL}/Maildir/
virtual_mailbox_base = {folder}/mail
virtual_uid_maps = static:{MAIL_USER}
virtual_gid_maps = static:{MAIL_USER}
virtual_minimum_uid = {MAIL_USER}
virtual_mailbox_limit = 0
# Not Dovecot's LMTP, which has no SMTPUTF8.
virtual_transport = virtual
default_transport = error:5.4.4 nothing is sent outside
relay_transport = error:5.4.4 nothing is sent outside
local_recipient_maps =
alias_maps =
alias_database =
smtpd_sasl_type = dovecot
smtpd_sasl_path = {folder}/dovecot/run/auth-client
smtpd_sasl_auth_enable = yes
smtpd_sasl_security_options = noanonymous
smtpd_tls_cert_file = {folder}/server.pem
smtpd_tls_key_file = {folder}/server.key
smtpd_tls_security_level = may
smtp_tls_security_level = none
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access regexp:{postfix}/etc/faults
message_size_limit = 52428800
mailbox_size_limit = 0
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
smtputf8_enable = yes
biff = no
in_flow_delay = 0
"""

    def _postfix_master(self) -> str:
        ports = self.ports
        return f"""
127.0.0.1:{ports.submission} inet n - n - - smtpd
127.0.0.1:{ports.smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


def _free_ports(count: int) -> list[int]:
    """Ports that were free a moment ago; held all at once, so that they differ."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for listener in sockets:
            listener.bind(("127.0.0.1", 0))
        return [listener.getsockname()[1] for listener in sockets]
    finally:
        for listener in sockets:
            listener.close()


def _write_secret(path: Path, text: str) -> None:
    path.touch(0o600)
    path.write_text(text)


def _launch(command: list[str], output: Path) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C in the test run is for pytest, which then stops the servers in order.
    with output.open("wb") as file:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True
        )


def _signal(pid: int, parent: subprocess.Popen[bytes]) -> None:
    """Asks the process *pid* to end if *parent* still waits for it: then it is no stranger by that number."""
    if parent.poll() is None:
        os.kill(pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            parent.wait(PATIENCE)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
