"""Building the mails of :mod:`.mails` by a script, as users do."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from interp import Interpreter, Permissions

from .mails import Case

_SCRIPT = """
var $source : Object
var $attachment : 4D.MailAttachment
$mail.attachments:=[]
For each ($source; $sources)
	Case of
		: ($source.kind="path")
			$from:=$source.path
		: ($source.kind="file")
			$from:=File($source.path; fk platform path)
		: ($source.kind="zip")
			$from:=ZIP Read archive(File($source.archive; fk platform path)).root.file($source.disk)
		: ($source.kind="blob4d")
			$from:=4D.Blob.new($source.data)
		Else
			$from:=$source.data
	End case
	$attachment:=MAIL New attachment($from; $source.name; $source.cid; $source.type; $source.disposition)
	$mail.attachments.push($attachment)
End for each
return MAIL Convert to MIME($mail; $options)
"""


class Builder:
    """An interpreter that builds mails, with *folder* for the files that are attached; a context manager."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._interpreter = Interpreter(permissions=Permissions(read=True), package=str(folder))
        self._program = self._interpreter.compile(_SCRIPT)

    def build(self, case: Case) -> bytes:
        """The MIME of *case*, as the bytes that would be sent."""
        sources = [self._source(one, number) for number, one in enumerate(case.sources)]
        variables = {"mail": dict(case.mail), "sources": sources, "options": case.options}
        text = self._program.run(variables).value
        # A mail with an 8-bit body is a text of ISO-8859-1 (commands/mail-convert-to-mime.md).
        return text.encode("latin-1" if case.options.get("bodyCharset") == "ISO-8859-1" else "utf-8")

    def _source(self, source: dict[str, Any], number: int) -> dict[str, Any]:
        place = self.folder / str(number)
        place.mkdir(exist_ok=True)
        made = dict(source)
        if source["kind"] in ("path", "file"):
            file = place / source["disk"]
            file.write_bytes(source["data"])
            made |= {"path": str(file), "data": b""}
        elif source["kind"] == "zip":
            archive = place / "archive.zip"
            with zipfile.ZipFile(archive, "w") as written:
                written.writestr(source["disk"], source["data"])
            made |= {"archive": str(archive), "data": b""}
        return made

    def close(self) -> None:
        self._interpreter.close()

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
