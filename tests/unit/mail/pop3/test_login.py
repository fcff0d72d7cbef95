"""Logging in, over TLS or not."""

from __future__ import annotations

from typing import Any

import pytest

from stdlib4d.mail.problem import (
    CONNECTION_FAILED,
)
from tests.unit.mail.world import Authority

from .bench import (
    HOST,
    PASSWORD,
    USER,
    Bench,
    at,
    failing,
)


@pytest.mark.parametrize("mode", ["APOP", "CRAM-MD5", "LOGIN", "PLAIN", "USER", "OAUTH2", "OAUTH2 bearer"])
def test_modes(bench: Bench, mode: str) -> None:
    mechanisms = ("PLAIN", "LOGIN", "CRAM-MD5", "OAUTHBEARER" if mode.endswith("bearer") else "XOAUTH2")
    server = bench.serve(mechanisms=mechanisms)
    given = {"authenticationMode": mode.partition(" ")[0]}
    if mode.startswith("OAUTH2"):
        given.update(password="", accessTokenOAuth2=PASSWORD)
    status = bench.transporter(**given).check_connection(bench.run)
    assert status == {"success": True, "statusText": "welcome"}
    said = next(line for line in server.lines if line != "CAPA")
    wanted = {
        "APOP": f"APOP {USER} ",
        "USER": f"USER {USER}",
        "OAUTH2": "AUTH XOAUTH2",
        "OAUTH2 bearer": "AUTH OAUTHBEARER",
    }
    assert said.startswith(wanted.get(mode, f"AUTH {mode}"))
    assert PASSWORD not in said


@pytest.mark.parametrize(
    ("options", "first"),
    [
        ({"mechanisms": ("PLAIN", "LOGIN", "CRAM-MD5")}, "AUTH CRAM-MD5"),
        ({"mechanisms": ("LOGIN", "PLAIN")}, "APOP"),
        ({"mechanisms": ("LOGIN", "PLAIN"), "greeting": "+OK no stamp"}, "AUTH PLAIN"),
        ({"mechanisms": ("LOGIN",), "greeting": "+OK"}, "AUTH LOGIN"),
        ({"mechanisms": (), "greeting": "+OK"}, "USER"),
        ({"capabilities": None, "greeting": "+OK"}, "USER"),
        ({"capabilities": None}, "APOP"),
    ],
)
def test_the_most_secure_mode_is_the_default(bench: Bench, options: dict[str, Any], first: str) -> None:
    server = bench.serve(**options)
    assert bench.transporter().check_connection(bench.run)["success"] is True
    assert next(line for line in server.lines if line not in ("CAPA", "STLS")).startswith(first)


def test_a_timestamp_that_means_nothing(bench: Bench) -> None:
    server = bench.serve(fault=at("APOP", "-ERR no such command"))
    assert bench.transporter().check_connection(bench.run)["success"] is True
    assert server.lines[1].startswith("APOP ") and server.lines[2] == "AUTH PLAIN"


def test_a_refused_login_is_not_tried_in_another_way(bench: Bench) -> None:
    server = bench.serve(fault=at("APOP", "-ERR [AUTH] wrong"))
    status = bench.transporter().check_connection(bench.run)
    assert status == {"success": False, "statusText": "[AUTH] wrong"}
    assert not any(line.startswith(("AUTH", "USER", "PASS")) for line in server.lines)


def test_a_mode_that_the_server_does_not_offer(bench: Bench) -> None:
    bench.serve(greeting="+OK")
    for mode in ("APOP", "CRAM-MD5"):
        status = bench.transporter(authenticationMode=mode).check_connection(bench.run)
        assert (
            f"the server does not offer {mode} for authentication, it offers PLAIN, USER"
            in status["statusText"]
        )


def test_a_token_that_the_server_does_not_take(bench: Bench) -> None:
    bench.serve(mechanisms=("PLAIN",))
    given = {"accessTokenOAuth2": "tok3n", "password": None}
    assert "does not offer OAUTH2" in bench.transporter(**given).check_connection(bench.run)["statusText"]
    given["password"] = PASSWORD
    assert bench.transporter(**given).check_connection(bench.run)["success"] is True


def test_nobody_without_a_user(bench: Bench) -> None:
    bench.serve()
    status = bench.transporter(user="").check_connection(bench.run)
    assert status["success"] is False and "set user and password" in status["statusText"]


@pytest.mark.parametrize("mode", ["", "APOP", "USER"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\0"])
@pytest.mark.parametrize("place", ["user", "password"])
def test_no_command_can_be_smuggled_in(bench: Bench, mode: str, end: str, place: str) -> None:
    given = {"authenticationMode": mode, place: f"joe{end}DELE 1"}
    server = bench.serve(mechanisms=(), user=given.get("user", USER))
    status = bench.transporter(**given).check_connection(bench.run)
    assert status["success"] is False and "for authentication" in status["statusText"]
    assert set(server.lines) <= {"CAPA", "STLS"}


def test_base64_carries_what_commands_cannot(bench: Bench) -> None:
    bench.serve(mechanisms=("PLAIN",), user="joe\r\nsmith", password="a\r\nb")
    given = {"user": "joe\r\nsmith", "password": "a\r\nb"}
    assert bench.transporter(**given).check_connection(bench.run)["success"] is True


@pytest.mark.parametrize("mode", ["APOP", "CRAM-MD5", "LOGIN", "PLAIN", "USER", "OAUTH2"])
def test_secrets_are_seen_nowhere(bench: Bench, mode: str) -> None:
    secret = "s3cr3t-of-mine"
    # This server repeats what it was sent.
    bench.serve(mechanisms=("PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"), password="another")
    given = {"password": secret, "accessTokenOAuth2": secret} if mode == "OAUTH2" else {"password": secret}
    box = bench.transporter(authenticationMode=mode, logFile="pop.txt", **given)
    status = box.check_connection(bench.run)
    assert status["success"] is False
    error = failing(box.get_mail, bench.run, 1)
    seen = f"{status} {error.message} {box!r} {vars(box)} {bench.world.files}"
    assert secret not in seen
    assert (
        "POP3 session started: host pop.example.test, port 110" in bench.world.files["/project/Logs/pop.txt"]
    )
    assert not hasattr(box.read("password"), "strip") and "password" not in box.names()


@pytest.mark.parametrize("challenge", ["+ !!!", "+ ", "+ " + "A" * 10_000])
def test_strange_challenges(bench: Bench, challenge: str) -> None:
    server = bench.serve(mechanisms=("CRAM-MD5",))

    async def converse(reader: Any, writer: Any, argument: str) -> None:
        writer.write(challenge.encode() + b"\r\n")
        server.lines.append((await reader.readline()).decode().strip())
        writer.write(b"-ERR no\r\n")

    server._authenticate = converse  # type: ignore[method-assign]
    status = bench.transporter(authenticationMode="CRAM-MD5").check_connection(bench.run)
    assert status["success"] is False


def test_tls_from_the_start_on_995(bench: Bench, authority: Authority) -> None:
    bench.serve(tls=authority.server_context(HOST), implicit=True)
    box = bench.transporter(port=995, acceptUnsecureConnection=False)
    assert box.check_connection(bench.run)["success"] is True


@pytest.mark.parametrize("port", [110, 143, 993, 2110])
def test_stls_on_every_other_port(bench: Bench, authority: Authority, port: int) -> None:
    server = bench.serve(tls=authority.server_context(HOST))
    box = bench.transporter(port=port, acceptUnsecureConnection=False)
    assert box.check_connection(bench.run)["success"] is True
    assert server.lines[:3] == ["CAPA", "STLS", "CAPA"]


def test_stls_of_a_server_that_does_not_tell(bench: Bench, authority: Authority) -> None:
    server = bench.serve(tls=authority.server_context(HOST), capabilities=None)
    box = bench.transporter(acceptUnsecureConnection=False)
    assert box.check_connection(bench.run)["success"] is True
    assert server.lines[:2] == ["CAPA", "STLS"]


@pytest.mark.parametrize("capabilities", [None, ("UIDL", "USER")])
def test_plain_only_when_it_is_accepted(bench: Bench, capabilities: tuple[str, ...] | None) -> None:
    server = bench.serve(capabilities=capabilities, fault=at("STLS", "-ERR what?"))
    status = bench.transporter(acceptUnsecureConnection=False).check_connection(bench.run)
    assert status["success"] is False and len(status["errors"]) == 1
    assert "offers no STLS" in status["statusText"] and "acceptUnsecureConnection" in status["statusText"]
    assert set(server.lines) <= {"CAPA", "STLS"}
    assert bench.transporter().check_connection(bench.run)["success"] is True


@pytest.mark.parametrize("accept", [False, True])
def test_stls_is_offered_and_refused(bench: Bench, authority: Authority, accept: bool) -> None:
    bench.serve(tls=authority.server_context(HOST), fault=at("STLS", "-ERR not now"))
    status = bench.transporter(acceptUnsecureConnection=accept).check_connection(bench.run)
    assert status == (
        {"success": True, "statusText": "welcome"} if accept else {"success": False, "statusText": "not now"}
    )


@pytest.mark.parametrize("accept", [False, True])
def test_what_comes_before_tls_is_not_trusted(bench: Bench, authority: Authority, accept: bool) -> None:
    server = bench.serve(tls=authority.server_context(HOST), after_starttls=b"\r\n+OK injected")
    status = bench.transporter(acceptUnsecureConnection=accept).check_connection(bench.run)
    assert status["success"] is False and "cannot be trusted" in status["statusText"]
    assert server.lines == ["CAPA", "STLS"]


@pytest.mark.parametrize("port", [995, 110])
@pytest.mark.parametrize("kind", ["expired", "not yet valid", "self-signed", "of another"])
def test_certificates(bench: Bench, authority: Authority, port: int, kind: str) -> None:
    days = {"expired": (-9, -1), "not yet valid": (1, 9)}.get(kind, (-1, 5))
    name = "other.example.test" if kind == "of another" else HOST
    context = authority.server_context(name, days=days, self_signed=kind == "self-signed")
    server = bench.serve(tls=context, implicit=port == 995)
    box = bench.transporter(port=port)
    status = box.check_connection(bench.run)
    assert status["success"] is False and "certificate" in status["statusText"]
    assert status["errors"][0]["errCode"] == CONNECTION_FAILED
    assert failing(box.get_mail, bench.run, 1).code == CONNECTION_FAILED
    assert set(server.lines) <= {"CAPA", "STLS"}
