"""The application itself: what it is, its version, its files, its end (theme 4D Environment)."""

from __future__ import annotations

from .registry import command
from .values import StarType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .references import Pointer
    from .values import Value

#: The release of 4D whose reference this library follows: 21 R3, in the four digits of its short form.
RELEASE = "2130"
BUILD = 0
TOOL4D = 6
BITS_64 = 1
#: Keys of :attr:`stdlib4d.host.Run.settings`.
ALIAS = "user alias"
#: The account of a project without users of its own.
DESIGNER = "Designer"
ALIAS_OR_ACCOUNT, ACCOUNT, ONLY_ALIAS = 0, 1, 2


@command("Application type", 494, "() : Integer")
def application_type() -> int:
    """Returns 6: tool4d is what this program stands in for (commands/application-type.md)."""
    return TOOL4D


@command("Application version", 493, "( {buildNum : Variable, Operator {; star : Operator}} ) : Text")
def application_version(build: Pointer | StarType | None = None, star: StarType | None = None) -> str:
    """Returns the version of 4D that this library follows, with * the long form (commands/application-version.md)."""
    if isinstance(build, StarType):
        star = build
    elif build is not None:
        build.put(BUILD)
    return RELEASE if star is None else f"F{BUILD:03d}{RELEASE}"


@command("Version type", 495, "() : Integer")
def version_type() -> int:
    """Returns the bits of a version: 64 bits, and no merged application (commands/version-type.md)."""
    return 1 << BITS_64


@command("Is compiled mode", 492, "( {star : Operator} ) : Boolean")
def is_compiled_mode(star: StarType | None = None) -> bool:
    """Returns false: code runs from its source (commands/is-compiled-mode.md)."""
    return False


@command("Application info", 1599, "() : Object")
def application_info(run: Run) -> dict[str, Value]:
    """Returns what is known of the running program (commands/application-info.md)."""
    return {"headless": True, "launchedAsService": False, **run.host.activity()}


@command("License info", 1489, "() : Object")
def license_info() -> None:
    """Returns Null, as where no licence is in use (commands/license-info.md)."""


@command("QUIT 4D", 291, "( {time : Integer} )")
def quit_4d(run: Run, time: int = 0) -> None:
    """Ends the program: of a project, On Exit still runs (commands/quit-4d.md). *time* is for servers."""
    run.quit()


@command("RESTART 4D", 1292, "( {time : Integer {; message : Text}} )")
def restart_4d(run: Run, time: int = 0, message: str = "") -> None:
    """Ends the program, and a project begins again (commands/restart-4d.md). The arguments are for servers."""
    run.set_ok(1)
    run.quit(restart=True)


# ------------------------------------------------------------------ files


def structure_path(run: Run) -> str:
    """The path of the project file on the disk; an empty text when no project runs."""
    return run.host.files.folder("structure")


@command("Structure file", 489, "( {star : Operator} ) : Text")
def structure_file(run: Run, star: StarType | None = None) -> str:
    """Returns the path of the project file; empty when a script runs without one (commands/structure-file.md)."""
    return run.host.files.rules.to_system(structure_path(run))


@command("Data file", 490, "( {segment : Integer} ) : Text")
def data_file(run: Run, segment: int = 0) -> str:
    """Returns the path of the data file that was named for the run, which nobody opens (commands/data-file.md)."""
    return run.host.files.rules.to_system(run.host.files.folder("data file"))


@command("Application file", 491, "() : Text")
def application_file(run: Run) -> str:
    """Returns the path of the program that runs the script (commands/application-file.md)."""
    return run.host.files.rules.to_system(run.host.files.folder("application"))


@command("Get 4D file", 1418, "( file : Integer {; star : Operator} ) : Text")
def get_4d_file(run: Run, number: int, star: StarType | None = None) -> str:
    """Returns the path of one of 4D's own files, empty when there is none (commands/get-4d-file.md)."""
    from .files.file import built_in

    found = built_in(run.host.files, number)
    return "" if found is None else run.host.files.rules.to_system(found.disk)


# ------------------------------------------------------------------ the machine and its user


@command("Is macOS", 1572, "() : Boolean")
def is_macos(run: Run) -> bool:
    """Tells whether macOS is the system whose rules hold (commands/is-macos.md)."""
    return run.host.files.rules.system == "macos"


@command("Is Windows", 1573, "() : Boolean")
def is_windows(run: Run) -> bool:
    """Tells whether Windows is the system whose rules hold (commands/is-windows.md)."""
    return run.host.files.rules.system == "windows"


@command("System info", 1571, "() : Object")
def system_info(run: Run) -> dict[str, Value]:
    """Returns what is known of the machine (commands/system-info.md)."""
    return run.host.machine()


@command("Current machine", 483, "() : Text")
def current_machine(run: Run) -> str:
    """Returns the name of the machine in the network (commands/current-machine.md)."""
    found: str = run.host.machine()["machineName"]
    return found


@command("Current system user", 484, "() : Text")
def current_system_user(run: Run) -> str:
    """Returns the name of the system's user (commands/current-system-user.md)."""
    found: str = run.host.machine()["userName"]
    return found


@command("Current user", 182, "( {user : Integer} ) : Text")
def current_user(run: Run, which: int = ALIAS_OR_ACCOUNT) -> str:
    """Returns the alias or the account of the user (commands/current-user.md).

    Nobody logs in here, as in a project without users: the account is the Designer's.
    """
    alias: str = run.settings.get(ALIAS, "")
    if which == ONLY_ALIAS:
        return alias
    return DESIGNER if which == ACCOUNT else alias or DESIGNER


@command("SET USER ALIAS", 1666, "( alias : Text )")
def set_user_alias(run: Run, alias: str) -> None:
    """Gives the user another name, or none with an empty text (commands/set-user-alias.md)."""
    run.settings[ALIAS] = alias


@command("Current client authentication", 1355, "( {domain : Variable ; protocol : Variable} ) : Text")
def current_client_authentication(domain: Pointer | None = None, protocol: Pointer | None = None) -> str:
    """Returns empty texts: nobody vouches for the user (commands/current-client-authentication.md)."""
    for variable in (domain, protocol):
        if variable is not None:
            variable.put("")
    return ""
