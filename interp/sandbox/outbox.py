"""Keeps caught mails as files."""

from __future__ import annotations

import os
import re
import tempfile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .mail import CaughtMail

#: The longest that a subject gets to be in a file's name, in bytes of UTF-8; file systems allow 255 in all.
SUBJECT_BYTES = 80


class Outbox:
    """A folder that each mail is written to as ``NNN-subject.eml``, byte for byte as it was sent.

    The numbers go on after the highest that the folder has. A file appears whole or not at all, and none that
    is there already is touched.
    """

    def __init__(self, folder: str) -> None:
        self.folder = os.path.abspath(folder)
        self._next = 0

    def keep(self, mail: CaughtMail) -> str:
        """Writes *mail* and returns the path of its file; raises ``OSError``. Makes the folder where needed."""
        os.makedirs(self.folder, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=self.folder, prefix=".draft-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(mail.data)
            os.chmod(draft, 0o644 & ~_umask())
            return self._publish(draft, _slug(mail.data))
        finally:
            os.unlink(draft)

    def _publish(self, draft: str, slug: str) -> str:
        """Gives the file at *draft* its name, which leaves it at *draft* too."""
        if not self._next:
            numbers = (re.match(r"\d+", name) for name in os.listdir(self.folder))
            self._next = max((int(match[0]) for match in numbers if match is not None), default=0) + 1
        while True:
            path = os.path.join(self.folder, f"{self._next:03d}-{slug}.eml")
            self._next += 1
            try:
                # Unlike a rename, a link never replaces a file.
                os.link(draft, path)
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
