"""Whether a mail was written by a script, or read and is to be built again."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...values import Value


def came_from_mime(mail: Mapping[str, Value]) -> bool:
    """Whether *mail* has the structure that ``MAIL Convert from MIME`` gives, with the headers of its parts."""
    structure = mail.get("bodyStructure")
    return isinstance(structure, dict) and isinstance(structure.get("headers"), list)
