"""Texts in the language of the user, from the XLIFF files in the Resources folder."""

from __future__ import annotations

from functools import lru_cache

from ..registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ..host import Run


@command("Localized string", 991, "( resName : Text ) : Text")
def localized_string(run: Run, name: str) -> str:
    """Returns the text of a resource name in the current language, and sets OK (commands/localized-string.md).

    An empty text when there is none. The language is English where there is a folder for it, otherwise that
    of the first ``.lproj`` folder (commands/get-database-localization.md).
    """
    found = None
    for content in _documents(run):
        found = _texts(content).get(name)
        if found is not None:
            break
    run.set_ok(int(found is not None))
    return found or ""


def _documents(run: Run) -> list[bytes]:
    """The contents of the XLIFF files of the current language."""
    files = run.host.files
    resources = files.folder("resources")
    if not resources or files.stat(resources) is None:
        return []
    languages = [name for name, is_folder in files.list(resources) if is_folder and name.endswith(".lproj")]
    if not languages:
        return []
    english = [name for name in languages if name.lower().startswith("en")]
    folder = f"{resources}/{(english or languages)[0]}"
    names = [name for name, is_folder in files.list(folder) if not is_folder and name.endswith(".xlf")]
    return [files.read(f"{folder}/{name}") for name in names]


@lru_cache(maxsize=64)
def _texts(content: bytes) -> dict[str, str]:
    """The texts of an XLIFF file by resource name: the target of a unit or, without one, its source.

    A file that is no XML has none.
    """
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        root = fromstring(content)
    except (ParseError, ValueError, LookupError):
        return {}
    texts: dict[str, str] = {}
    for unit in root.iter():
        name = unit.get("resname")
        if name is None or _tag(unit) != "trans-unit":
            continue
        parts = {_tag(part): "".join(part.itertext()) for part in unit}
        texts.setdefault(name, parts.get("target", parts.get("source", "")))
    return texts


def _tag(element: Element) -> str:
    """The name of *element* without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
