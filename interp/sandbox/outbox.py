"""Keeps caught mails as files."""

from __future__ import annotations

import os
import re
import tempfile
from errno import ENOTDIR
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .mail import CaughtMail

#: The longest that a subject gets to be in a file's name, in bytes of UTF-8; file systems allow 255 in all.
SUBJECT_BYTES = 80


class Outbox:
    """A folder that each mail is written to as ``NNN-subject.eml``, byte for byte as it was sent.

    The numbers go on after the highest that the folder has. A file appears whole or not at all, and none that
    is there already is touched. Raises ``NotADirectoryError`` where a file stands in the way.
    """

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder).absolute()
        for place in (self.folder, *self.folder.parents):
            if place.exists():
                if not place.is_dir():
                    raise NotADirectoryError(
                        ENOTDIR, "the outbox needs a folder, and this is a file", str(place)
                    )
                break
        self._next = 0

    def keep(self, mail: CaughtMail) -> str:
        """Writes *mail* and returns the path of its file; raises ``OSError``. Makes the folder too."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".draft-", suffix=".tmp")
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(mail.data)
            draft.chmod(0o644 & ~_umask())
            return str(self._publish(draft, _slug(mail.data)))
        finally:
            draft.unlink()

    def _publish(self, draft: Path, slug: str) -> Path:
        """Gives the file at *draft* its name, which leaves it at *draft* too."""
        if not self._next:
            numbers = (re.match(r"\d+", path.name) for path in self.folder.iterdir())
            self._next = max((int(match[0]) for match in numbers if match is not None), default=0) + 1
        while True:
            path = self.folder / f"{self._next:03d}-{slug}.eml"
            self._next += 1
            try:
                # Unlike a rename, a link never replaces a file.
                path.hardlink_to(draft)
            except FileExistsError:
                continue
            return path


def _slug(data: bytes) -> str:
    """The subject as a part of a file's name: letters and digits of any script, parted by hyphens."""
    from .report import decoded, read

    subject = read(data[:65536].partition(b"\r\n\r\n")[0])["Subject"]
    words = re.findall(r"\w+", decoded(subject)) if subject is not None else []
    slug = "-".join(words).encode("utf-8", "ignore")[:SUBJECT_BYTES].decode("utf-8", "ignore").strip("-_")
    return slug or "no-subject"


def _umask() -> int:
    # There is no way to read it but to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
