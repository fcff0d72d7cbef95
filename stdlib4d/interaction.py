"""Talking to the user: the commands of the theme Messages that make sense without windows."""

from __future__ import annotations

from .registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value

#: Output types of ``LOG EVENT`` (theme Log Events).
INTO_DEBUG_MESSAGE = 1
INTO_STANDARD_OUTPUTS = 6
ERROR_MESSAGE = 2


@command("ALERT", 41, "( message : Text {; okButtonTitle : Text} )")
def alert(run: Run, message: str, ok: str = "OK") -> None:
    """Shows a message and waits until the user has seen it (commands/alert.md)."""
    run.host.say(message)


@command("CONFIRM", 162, "( message : Text {; okButtonTitle : Text {; cancelButtonTitle : Text}} )")
def confirm(run: Run, message: str, ok: str = "OK", cancel: str = "Cancel") -> None:
    """Asks a question; the variable OK is 1 for the first button, else 0 (commands/confirm.md)."""
    run.set_ok(int(run.host.confirm(message, ok, cancel)))


@command(
    "Request",
    163,
    "( message : Text {; defaultResponse : Text"
    " {; OKButtonTitle : Text {; CancelButtonTitle : Text}}} ) : Text",
)
def request(run: Run, message: str, default: str = "", ok: str = "OK", cancel: str = "Cancel") -> str:
    """Asks for a text and returns it; empty, with OK at 0, when cancelled (commands/request.md)."""
    answer = run.host.ask(message, default, ok, cancel)
    run.set_ok(int(answer is not None))
    return answer or ""


@command("MESSAGE", 88, "( message : Text )")
def message(run: Run, message: str) -> None:
    """Tells how far the work is, without waiting for the user (commands/message.md)."""
    run.host.warn(message)


@command(
    "LOG EVENT", 667, "( outputType : Integer, Text {; message : Text, Integer {; importance : Integer}} )"
)
def log_event(run: Run, first: Value, second: Value = 0, importance: int = 0) -> None:
    """Records a message in the chosen log (commands/log-event.md).

    The output type may be left out in front. Of the outputs only the standard ones and
    the debug message exist here: 4D keeps its logs when the application turns them on, and none does.
    """
    if first.__class__ is str or second.__class__ is not str:
        return
    if first == INTO_STANDARD_OUTPUTS and importance != ERROR_MESSAGE:
        run.host.say(second)
    elif first in (INTO_STANDARD_OUTPUTS, INTO_DEBUG_MESSAGE):
        run.host.warn(second)


@command("TRACE", 157, "")
def trace(run: Run) -> None:
    """Stops at the next line to step through the code (commands/trace.md).

    Where nobody is there to step, as in a program without an interface, the code goes on.
    """
    run.trace()


@command("BEEP", 151, "")
def beep() -> None:
    """Makes a sound in 4D; silent here (commands/beep.md)."""


@command("GOTO XY", 161, "( x : Integer ; y : Integer )")
def goto_xy(x: int, y: int) -> None:
    """Moves the place of the next message in a window; messages are lines here (commands/goto-xy.md)."""


@command("MESSAGES ON", 181, "")
def messages_on() -> None:
    """Switches the progress meters of 4D on; there are none here (commands/messages-on.md)."""


@command("MESSAGES OFF", 175, "")
def messages_off() -> None:
    """Switches the progress meters of 4D off; there are none here (commands/messages-off.md)."""


@command("DISPLAY NOTIFICATION", 910, "( title : Text ; text : Text {; duration : Integer} )")
def display_notification(run: Run, title: str, text: str, duration: int = 0) -> None:
    """Tells the user something in passing, 255 characters at most of each (commands/display-notification.md)."""
    run.host.warn(f"{title[:255]}: {text[:255]}")


@command("ON EVENT CALL", 190, "( eventMethod : Text {; processName : Text} )")
def on_event_call(run: Run, method: str, process: str = "") -> None:
    """Installs the method for clicks and keys, or removes it; there are none here (commands/on-event-call.md)."""
    run.settings["event method"] = method


@command("Method called on event", 705, ": Text")
def method_called_on_event(run: Run) -> str:
    """Returns the name of the method for events, empty when there is none (commands/method-called-on-event.md)."""
    method: str = run.settings.get("event method", "")
    return method


@command("FILTER EVENT", 321, "")
def filter_event() -> None:
    """Takes the current event from 4D; there is none here (commands/filter-event.md)."""
