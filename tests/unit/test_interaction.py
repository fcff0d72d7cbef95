"""Messages and questions go through the host; OK tells how a question was answered."""

from __future__ import annotations

from stdlib4d import interaction
from tests.support import FakeWorld


def test_alert() -> None:
    world = FakeWorld()
    world.do(interaction.alert, "Hello", "Fine")
    world.do(interaction.message, "Working")
    world.do(interaction.trace)
    world.do(interaction.beep)
    assert world.host.said == ["Hello"]
    assert world.host.warned == ["Working"]
    assert world.ok == -1


def test_confirm() -> None:
    world = FakeWorld([True, False])
    world.do(interaction.confirm, "Sure?")
    assert world.ok == 1
    world.do(interaction.confirm, "Sure?", "Yes", "No")
    assert world.ok == 0
    assert world.host.asked == [("Sure?", "OK", "Cancel"), ("Sure?", "Yes", "No")]


def test_request() -> None:
    world = FakeWorld(["Ann", "", None])
    assert world.do(interaction.request, "Name?", "Bob") == "Ann"
    assert world.ok == 1
    assert world.do(interaction.request, "Name?") == ""
    assert world.ok == 1
    assert world.do(interaction.request, "Name?") == ""
    assert world.ok == 0
    assert world.host.asked[0] == ("Name?", "Bob", "OK", "Cancel")


def test_log_event() -> None:
    world = FakeWorld()
    world.do(interaction.log_event, "nowhere")
    world.do(interaction.log_event, "nowhere", 2)
    world.do(interaction.log_event, 3, "nowhere")
    world.do(interaction.log_event, 6, "out")
    world.do(interaction.log_event, 6, "err", 2)
    world.do(interaction.log_event, 1, "debug")
    assert world.host.said == ["out"]
    assert world.host.warned == ["err", "debug"]
