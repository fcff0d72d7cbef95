"""The session of the user: one, as in a standalone 4D (API/SessionClass.md)."""

from __future__ import annotations

from .errors import TYPE_MISMATCH, LanguageError
from .registry import attribute, command, function
from .shared import StorageObject
from .values import NativeObject, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .quotas import QuotaManager
    from .values import Value

#: What the page says a standalone session is called when nobody gave it another name.
USER = "designer"


class UserSession(NativeObject):
    """The session that the code runs in.

    Its privileges are kept, and guard nothing: only web sessions are controlled by theirs.
    """

    class_name = "Session"
    shareable = True

    def __init__(self, run: Run, identifier: str) -> None:
        self._id = identifier
        self._since = run.processes.all()[0].created
        self._storage = StorageObject()
        self._privileges: list[str] = []
        self._quotas: QuotaManager | None = None
        self._host = run.host

    @attribute("id", "Text")
    def id(self) -> str:
        """The unique identifier."""
        return self._id

    @attribute("userName", "Text")
    def user_name(self) -> str:
        """The name of the user."""
        return USER

    @attribute("storage", "Object")
    def storage(self) -> StorageObject:
        """A shared object for all processes of the session."""
        return self._storage

    @attribute("info", "Object")
    def info(self) -> dict[str, Value]:
        """What is known of the session; of its machine, only where the script may look at the machine."""
        import sys

        from .host import NotPermitted
        from .processes import iso_moment

        try:
            machine = self._host.machine()["machineName"]
        except NotPermitted:
            machine = ""
        return {
            "type": "standalone",
            "userName": USER,
            "machineName": machine,
            "systemUserName": "",
            "IPAddress": "localhost",
            "hostType": {"win32": "windows", "darwin": "mac"}.get(sys.platform, sys.platform),
            "creationDateTime": iso_moment(self._since),
            "state": "active",
            "ID": self._id,
            "persistentID": "",
        }

    @attribute("quotas", "4D.QuotaManager")
    def quotas(self) -> QuotaManager:
        """Quotas for requests of the REST server."""
        if self._quotas is None:
            from .quotas import QuotaManager

            self._quotas = QuotaManager()
        return self._quotas

    @function("isGuest", "() : Boolean")
    def is_guest(self) -> bool:
        """Tells whether it is a session of a guest; only web sessions are."""
        return False

    @function("getPrivileges", "() : Collection")
    def get_privileges(self) -> list[Value]:
        """Returns the names of the privileges."""
        return list(self._privileges)

    @function("hasPrivilege", "( privilege : Text ) : Boolean")
    def has_privilege(self, privilege: str) -> bool:
        """Tells whether the session has a privilege."""
        return privilege in self._privileges

    @function("clearPrivileges", "() : Boolean")
    def clear_privileges(self) -> bool:
        """Takes all privileges away."""
        self._privileges = []
        return True

    @function("setPrivileges", "( privilege : Text, Collection, Object ) : Boolean")
    def set_privileges(self, given: Value) -> bool:
        """Gives the session privileges in place of those that it has.

        A name, a collection of names, or an object whose ``privileges`` is one or the other. Roles belong to web
        projects and stand for no privilege here.
        """
        if isinstance(given, dict):
            given = given.get("privileges", [])
        names = given if isinstance(given, list) else [given]
        for name in names:
            if name.__class__ is not str:
                raise LanguageError(
                    TYPE_MISMATCH, f"setPrivileges: privilege: wanted Text, got {type_name(name)}"
                )
        self._privileges = list(names)
        return True

    @function("promote", "( privilege : Text ) : Integer")
    def promote(self, privilege: str) -> int:
        """Adds no privilege to the process, and says so: 0. What can be added is declared by a web project."""
        return 0

    @function("demote", "( promoteId : Integer )")
    def demote(self, identifier: int) -> None:
        """Takes nothing away: nothing was added."""

    @function("createOTP", "( {lifespan : Integer} ) : Text")
    def create_otp(self, run: Run, lifespan: int = 10) -> str:
        """Returns a passcode for requests from the web, which there are none of."""
        from .language import generate_uuid

        return generate_uuid(run)

    @function("restore", "( token : Text ) : Boolean")
    def restore(self, token: str) -> bool:
        """Tells that no web session took the place of this one."""
        return False


@command("Session", 1714, ": 4D.Session")
def session(run: Run) -> UserSession:
    """Returns the session, the same for all processes (commands/session.md)."""
    found = run.processes.user_session
    if found is None:
        from .language import generate_uuid

        # Where two processes are the first at once, one of both sessions is everybody's.
        found = run.processes.shared_session(UserSession(run, generate_uuid(run)))
    return found  # type: ignore[no-any-return]


@command("Session info", 1844, "( sessionId : Text ) : Object")
def session_info(run: Run, identifier: str) -> dict[str, Value] | None:
    """Returns what is known of a session, Null for one that there is not (commands/session-info.md)."""
    own = session(run)
    return own.info() if identifier == own.id() else None


@command("Session storage", 1839, "( id : Text ) : Object")
def session_storage(run: Run, identifier: str) -> StorageObject | None:
    """Returns the storage of a session, Null for one that there is not (commands/session-storage.md)."""
    own = session(run)
    return own.storage() if identifier == own.id() else None
