"""Generate password hash and Verify password hash."""

from __future__ import annotations

from typing import Any

import pytest

from interp import Interpreter
from stdlib4d import passwords
from stdlib4d.errors import LanguageError
from tests.support import do


def test_a_hash_knows_its_password() -> None:
    pytest.importorskip("bcrypt")
    made = do(passwords.generate_password_hash, "pässword", {"algorithm": "bcrypt", "cost": 4})
    assert len(made) == 60 and made[4:7] == "04$"
    assert made != do(passwords.generate_password_hash, "pässword", {"cost": 4})
    assert do(passwords.verify_password_hash, "pässword", made) is True
    assert do(passwords.verify_password_hash, "password", made) is False
    assert do(
        passwords.verify_password_hash,
        "x" * 72 + "y",
        do(passwords.generate_password_hash, "x" * 72, {"cost": 4}),
    )


def test_a_hash_of_others() -> None:
    pytest.importorskip("bcrypt")
    # From the tests of the reference implementation of bcrypt.
    known = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
    assert do(passwords.verify_password_hash, "U*U", known) is True
    assert do(passwords.verify_password_hash, "U*V", known) is False


@pytest.mark.parametrize(
    ("code", "arguments", "number"),
    [
        (passwords.generate_password_hash, ("a", {"algorithm": "BCRYPT"}), 850),
        (passwords.generate_password_hash, ("a", {"cost": 3}), 852),
        (passwords.generate_password_hash, ("a", {"cost": 32}), 852),
        (passwords.generate_password_hash, ("a", {"cost": "10"}), 852),
        (passwords.verify_password_hash, ("a", "5f4dcc3b5aa765d61d8327deb882cf99"), 850),
        (passwords.verify_password_hash, ("a", "$2b$10$short"), 851),
    ],
)
def test_error(code: Any, arguments: tuple[Any, ...], number: int) -> None:
    with pytest.raises(LanguageError) as caught:
        do(code, *arguments)
    assert caught.value.code == number


def test_a_long_hash_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("bcrypt")
    monkeypatch.setattr(passwords, "_QUICK", 3)
    script = "return Verify password hash($password; Generate password hash($password; {cost: 4}))"
    assert Interpreter().run(script, variables={"password": "a"}).value is True
