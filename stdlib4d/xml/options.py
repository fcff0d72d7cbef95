"""How 4D values are written as XML, and documents formatted (commands/xml-set-options.md)."""

from __future__ import annotations

STRING_ENCODING, DATE_ENCODING, TIME_ENCODING, INDENTATION, BINARY_ENCODING = 1, 2, 3, 4, 5
PICTURE_ENCODING, EXTERNAL_ENTITIES, CASE_SENSITIVITY, BYTE_ORDER_MARK, LINE_ENDING = 6, 7, 8, 9, 10

WITH_ESCAPING, RAW_DATA = 1, 2
BASE64, DATA_URI = 1, 2
INDENTED, NOT_INDENTED = 1, 2
CASE_SENSITIVE, CASE_INSENSITIVE = 1, 2
DEFAULT, ENABLED, DISABLED = 0, 1, 2
LF, CRLF, CR = 1, 2, 3
#: Of dates and times, as far as a number has a meaning for both.
ISO, LOCAL, DATETIME_LOCAL, UTC, DATETIME_UTC = 1, 2, 3, 4, 5
DATETIME_LOCAL_ABSOLUTE, DURATION, SECONDS = 1, 2, 4

#: By selector the values that it takes, its default first.
ALLOWED: dict[int, tuple[int, ...]] = {
    STRING_ENCODING: (WITH_ESCAPING, RAW_DATA),
    DATE_ENCODING: (ISO, LOCAL, DATETIME_LOCAL, UTC, DATETIME_UTC),
    TIME_ENCODING: (DATETIME_LOCAL_ABSOLUTE, DURATION, DATETIME_LOCAL, SECONDS, DATETIME_UTC),
    INDENTATION: (INDENTED, NOT_INDENTED),
    BINARY_ENCODING: (BASE64, DATA_URI),
    PICTURE_ENCODING: (1, 2),
    EXTERNAL_ENTITIES: (DISABLED, ENABLED),
    CASE_SENSITIVITY: (CASE_SENSITIVE, CASE_INSENSITIVE),
    BYTE_ORDER_MARK: (DEFAULT, ENABLED, DISABLED),
    LINE_ENDING: (DEFAULT, LF, CRLF, CR),
}


class Options(dict[int, int]):
    """The options of one document, by selector; one that was not set has its default."""

    def __missing__(self, selector: int) -> int:
        return ALLOWED[selector][0]

    @property
    def line_end(self) -> str:
        """What ends a line. The native end is LF where a path has slashes."""
        return {CRLF: "\r\n", CR: "\r"}.get(self[LINE_ENDING], "\n")
