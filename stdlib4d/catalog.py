"""Which module declares which command, class and function, so that none is imported before use.

Written by scripts/make_catalog.py; change the declarations, not this file.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from .registry import Declaration

#: Command number to the module below ``stdlib4d`` that declares it.
COMMAND_MODULES: dict[int, str] = {
    1: "array_values",  # Sum
    2: "array_values",  # Average
    3: "array_values",  # Max
    4: "array_values",  # Min
    8: "numeric",  # Int
    9: "numeric",  # Dec
    10: "conversion",  # String
    11: "conversion",  # Num
    12: "text",  # Substring
    13: "text",  # Uppercase
    14: "text",  # Lowercase
    15: "text",  # Position
    16: "text",  # Length
    17: "numeric",  # Sin
    18: "numeric",  # Cos
    19: "numeric",  # Tan
    20: "numeric",  # Arctan
    21: "numeric",  # Exp
    22: "numeric",  # Log
    23: "dates",  # Day of
    24: "dates",  # Month of
    25: "dates",  # Year of
    26: "array_values",  # Std deviation
    27: "array_values",  # Variance
    28: "array_values",  # Sum squares
    33: "dates",  # Current date
    34: "language",  # Not
    41: "interaction",  # ALERT
    63: "execution",  # EXECUTE FORMULA
    74: "variables",  # LOAD VARIABLES
    75: "variables",  # SAVE VARIABLES
    88: "interaction",  # MESSAGE
    90: "text",  # Char
    91: "text",  # Character code
    94: "numeric",  # Round
    95: "numeric",  # Trunc
    98: "numeric",  # Mod
    99: "numeric",  # Abs
    100: "numeric",  # Random
    102: "conversion",  # Date
    103: "files.packets",  # SEND PACKET
    104: "files.packets",  # RECEIVE PACKET
    114: "dates",  # Day number
    143: "workers",  # Semaphore
    144: "workers",  # CLEAR SEMAPHORE
    151: "interaction",  # BEEP
    155: "execution",  # ON ERR CALL
    156: "execution",  # ABORT
    157: "interaction",  # TRACE
    159: "files.documents",  # DELETE DOCUMENT
    161: "interaction",  # GOTO XY
    162: "interaction",  # CONFIRM
    163: "interaction",  # Request
    175: "interaction",  # MESSAGES OFF
    178: "dates",  # Current time
    179: "conversion",  # Time
    180: "conversion",  # Time string
    181: "interaction",  # MESSAGES ON
    182: "application",  # Current user
    190: "interaction",  # ON EVENT CALL
    226: "arrays",  # COPY ARRAY
    227: "arrays",  # INSERT IN ARRAY
    228: "arrays",  # DELETE FROM ARRAY
    229: "arrays",  # SORT ARRAY
    230: "arrays",  # Find in array
    231: "text",  # Insert string
    232: "text",  # Delete string
    233: "text",  # Replace string
    234: "text",  # Change string
    264: "files.packets",  # Open document
    265: "files.packets",  # Append document
    266: "files.packets",  # Create document
    267: "files.packets",  # CLOSE DOCUMENT
    274: "arrays",  # Size of array
    291: "application",  # QUIT 4D
    294: "pointers",  # Is a variable
    295: "language",  # Type
    304: "pointers",  # Get pointer
    308: "pointers",  # Self
    311: "language",  # IDLE
    315: "pointers",  # Is nil pointer
    317: "processes",  # New process
    319: "processes",  # PAUSE PROCESS
    320: "processes",  # RESUME PROCESS
    321: "interaction",  # FILTER EVENT
    322: "processes",  # Current process
    323: "processes",  # DELAY PROCESS
    324: "processes",  # HIDE PROCESS
    325: "processes",  # SHOW PROCESS
    326: "processes",  # BRING TO FRONT
    327: "processes",  # Frontmost process
    330: "processes",  # Process state
    335: "processes",  # Count tasks
    342: "processes",  # Count users
    343: "processes",  # Count user processes
    370: "process_variables",  # SET PROCESS VARIABLE
    371: "process_variables",  # GET PROCESS VARIABLE
    372: "processes",  # Process number
    373: "processes",  # Execute on server
    392: "dates",  # SET DEFAULT CENTURY
    393: "dates",  # Add to date
    394: "pointers",  # RESOLVE POINTER
    400: "pasteboard",  # Pasteboard data size
    401: "pasteboard",  # GET PASTEBOARD DATA
    402: "pasteboard",  # CLEAR PASTEBOARD
    403: "pasteboard",  # APPEND DATA TO PASTEBOARD
    458: "dates",  # Tickcount
    459: "dates",  # Milliseconds
    471: "files.documents",  # VOLUME LIST
    472: "files.documents",  # VOLUME ATTRIBUTES
    473: "files.lists",  # FOLDER LIST
    474: "files.lists",  # DOCUMENT LIST
    475: "files.documents",  # CREATE FOLDER
    476: "files.documents",  # Test path name
    477: "files.documents",  # GET DOCUMENT PROPERTIES
    478: "files.documents",  # SET DOCUMENT PROPERTIES
    479: "files.packets",  # Get document size
    480: "files.packets",  # SET DOCUMENT SIZE
    481: "files.packets",  # Get document position
    482: "files.packets",  # SET DOCUMENT POSITION
    483: "application",  # Current machine
    484: "application",  # Current system user
    485: "files.paths",  # Get 4D folder
    486: "files.paths",  # Temporary folder
    487: "files.paths",  # System folder
    489: "application",  # Structure file
    490: "application",  # Data file
    491: "application",  # Application file
    492: "application",  # Is compiled mode
    493: "application",  # Application version
    494: "application",  # Application type
    495: "application",  # Version type
    510: "localization",  # Get indexed string
    511: "localization",  # STRING LIST TO ARRAY
    523: "pasteboard",  # SET TEXT TO PASTEBOARD
    524: "pasteboard",  # Get text from pasteboard
    525: "files.documents",  # DOCUMENT TO BLOB
    526: "files.documents",  # BLOB TO DOCUMENT
    532: "variables",  # VARIABLE TO BLOB
    533: "variables",  # BLOB TO VARIABLE
    534: "blobs",  # COMPRESS BLOB
    535: "blobs",  # EXPAND BLOB
    536: "blobs",  # BLOB PROPERTIES
    538: "command_names",  # Command name
    539: "numeric",  # Square root
    540: "files.documents",  # MOVE DOCUMENT
    541: "files.documents",  # COPY DOCUMENT
    548: "blob_content",  # INTEGER TO BLOB
    549: "blob_content",  # BLOB to integer
    550: "blob_content",  # LONGINT TO BLOB
    551: "blob_content",  # BLOB to longint
    552: "blob_content",  # REAL TO BLOB
    553: "blob_content",  # BLOB to real
    554: "blob_content",  # TEXT TO BLOB
    555: "blob_content",  # BLOB to text
    558: "blobs",  # COPY BLOB
    559: "blobs",  # INSERT IN BLOB
    560: "blobs",  # DELETE FROM BLOB
    605: "blobs",  # BLOB size
    606: "blobs",  # SET BLOB SIZE
    623: "numeric",  # SET REAL COMPARISON LEVEL
    635: "process_variables",  # VARIABLE TO VARIABLE
    642: "parameters",  # SET DATABASE PARAMETER
    643: "parameters",  # Get database parameter
    648: "processes",  # REGISTER CLIENT
    649: "processes",  # UNREGISTER CLIENT
    650: "processes",  # GET REGISTERED CLIENTS
    651: "processes",  # EXECUTE ON CLIENT
    652: "workers",  # Test semaphore
    667: "interaction",  # LOG EVENT
    670: "files.lists",  # Select folder
    672: "processes",  # Process aborted
    676: "numeric",  # Euro converter
    684: "language",  # Current method name
    688: "encryption",  # GENERATE ENCRYPTION KEYPAIR
    689: "encryption",  # ENCRYPT BLOB
    690: "encryption",  # DECRYPT BLOB
    693: "files.documents",  # DELETE FOLDER
    694: "files.documents",  # CREATE ALIAS
    695: "files.documents",  # RESOLVE ALIAS
    700: "files.documents",  # GET DOCUMENT ICON
    704: "execution",  # Method called on error
    705: "interaction",  # Method called on event
    718: "arrays",  # MULTI SORT ARRAY
    719: "xml.sources",  # DOM Parse XML source
    720: "xml.sources",  # DOM Parse XML variable
    721: "xml.sources",  # DOM Get XML information
    722: "xml.trees",  # DOM CLOSE XML
    723: "xml.navigation",  # DOM Get first child XML element
    724: "xml.navigation",  # DOM Get next sibling XML element
    725: "xml.navigation",  # DOM Get XML element
    726: "xml.navigation",  # DOM Count XML elements
    727: "xml.content",  # DOM Count XML attributes
    728: "xml.content",  # DOM GET XML ATTRIBUTE BY NAME
    729: "xml.content",  # DOM GET XML ATTRIBUTE BY INDEX
    730: "xml.content",  # DOM GET XML ELEMENT NAME
    731: "xml.content",  # DOM GET XML ELEMENT VALUE
    732: "xml.trees",  # XML GET ERROR
    805: "execution",  # SET ALLOWED METHODS
    811: "programs",  # LAUNCH EXTERNAL PROCESS
    812: "programs",  # SET ENVIRONMENT VARIABLE
    816: "tags",  # PROCESS 4D TAGS
    851: "xml.sax_writing",  # SAX ADD XML DOCTYPE
    852: "xml.sax_writing",  # SAX ADD XML COMMENT
    853: "xml.sax_writing",  # SAX OPEN XML ELEMENT
    854: "xml.sax_writing",  # SAX CLOSE XML ELEMENT
    855: "xml.sax_writing",  # SAX ADD XML ELEMENT VALUE
    856: "xml.sax_writing",  # SAX ADD XML CDATA
    857: "xml.sax_writing",  # SAX ADD PROCESSING INSTRUCTION
    858: "xml.sax_writing",  # SAX SET XML DECLARATION
    859: "xml.sources",  # DOM SET XML DECLARATION
    860: "xml.sax_reading",  # SAX Get XML node
    861: "xml.sources",  # DOM Create XML Ref
    862: "xml.sources",  # DOM EXPORT TO FILE
    863: "xml.sources",  # DOM EXPORT TO VAR
    864: "xml.navigation",  # DOM Find XML element
    865: "xml.structure",  # DOM Create XML element
    866: "xml.content",  # DOM SET XML ATTRIBUTE
    867: "xml.structure",  # DOM SET XML ELEMENT NAME
    868: "xml.content",  # DOM SET XML ELEMENT VALUE
    869: "xml.structure",  # DOM REMOVE XML ELEMENT
    873: "xml.sax_reading",  # SAX GET XML DOCUMENT VALUES
    874: "xml.sax_reading",  # SAX GET XML COMMENT
    875: "xml.sax_reading",  # SAX GET XML PROCESSING INSTRUCTION
    876: "xml.sax_reading",  # SAX GET XML ELEMENT
    877: "xml.sax_reading",  # SAX GET XML ELEMENT VALUE
    878: "xml.sax_reading",  # SAX GET XML CDATA
    879: "xml.sax_reading",  # SAX GET XML ENTITY
    895: "blob_content",  # BASE64 ENCODE
    896: "blob_content",  # BASE64 DECODE
    905: "files.lists",  # Select document
    907: "arrays",  # Count in array
    908: "execution",  # GET ALLOWED METHODS
    910: "interaction",  # DISPLAY NOTIFICATION
    911: "arrays",  # APPEND TO ARRAY
    921: "xml.sax_writing",  # SAX OPEN XML ELEMENT ARRAYS
    923: "xml.navigation",  # DOM Get parent XML element
    924: "xml.navigation",  # DOM Get previous sibling XML element
    925: "xml.navigation",  # DOM Get last child XML element
    955: "language",  # Choose
    958: "pasteboard",  # GET PASTEBOARD DATA TYPE
    975: "pasteboard",  # SET FILE TO PASTEBOARD
    976: "pasteboard",  # Get file from pasteboard
    991: "localization",  # Localized string
    994: "system_format",  # GET SYSTEM FORMAT
    1007: "execution",  # EXECUTE METHOD
    1009: "localization",  # Get database localization
    1010: "xml.navigation",  # DOM Find XML element by ID
    1011: "blob_content",  # CONVERT FROM TEXT
    1012: "blob_content",  # Convert to text
    1015: "array_exchange",  # GET LAST ERROR STACK
    1019: "text",  # Match regex
    1053: "xml.navigation",  # DOM Get root XML element
    1066: "language",  # Generate UUID
    1080: "xml.structure",  # DOM Append XML child node
    1081: "xml.navigation",  # DOM GET XML CHILD NODES
    1082: "xml.structure",  # DOM Append XML element
    1083: "xml.structure",  # DOM Insert XML element
    1084: "xml.content",  # DOM REMOVE XML ATTRIBUTE
    1088: "xml.navigation",  # DOM Get XML document ref
    1090: "xml.settings",  # XML SET OPTIONS
    1091: "xml.values",  # XML DECODE
    1096: "xml.settings",  # XML GET OPTIONS
    1097: "xml.structure",  # DOM Create XML element arrays
    1104: "localization",  # SET DATABASE LOCALIZATION
    1105: "localization",  # Localized document path
    1106: "files.paths",  # Convert path system to POSIX
    1107: "files.paths",  # Convert path POSIX to system
    1129: "language",  # ASSERT
    1130: "language",  # Get assert enabled
    1131: "language",  # SET ASSERT ENABLED
    1132: "language",  # Asserted
    1141: "array_exchange",  # GET TEXT KEYWORDS
    1147: "language",  # Generate digest
    1164: "method_paths",  # METHOD Get path
    1165: "method_paths",  # METHOD RESOLVE PATH
    1217: "json_text",  # JSON Stringify
    1218: "json_text",  # JSON Parse
    1219: "array_exchange",  # JSON PARSE ARRAY
    1220: "objects",  # OB SET
    1224: "objects",  # OB Get
    1225: "objects",  # OB Copy
    1226: "objects",  # OB REMOVE
    1227: "array_exchange",  # OB SET ARRAY
    1228: "array_exchange",  # JSON Stringify array
    1229: "array_exchange",  # OB GET ARRAY
    1230: "objects",  # OB Get type
    1231: "objects",  # OB Is defined
    1232: "array_exchange",  # OB GET PROPERTY NAMES
    1233: "objects",  # OB SET NULL
    1236: "files.documents",  # Document to text
    1237: "files.documents",  # TEXT TO DOCUMENT
    1292: "application",  # RESTART 4D
    1297: "objects",  # OB Is empty
    1317: "mail.write_pro",  # WP New
    1319: "mail.write_pro",  # WP EXPORT VARIABLE
    1333: "arrays",  # Find in sorted array
    1355: "application",  # Current client authentication
    1389: "workers",  # CALL WORKER
    1390: "workers",  # KILL WORKER
    1391: "workers",  # CALL FORM
    1392: "processes",  # Current process name
    1418: "application",  # Get 4D file
    1445: "dates",  # Timestamp
    1456: "json_schema",  # JSON Validate
    1466: "forms",  # Form
    1471: "objects",  # New object
    1472: "collection",  # New collection
    1478: "json_pointers",  # JSON Resolve pointers
    1489: "application",  # License info
    1495: "processes",  # Process activity
    1509: "language",  # Value type
    1525: "shared",  # Storage
    1526: "shared",  # New shared object
    1527: "shared",  # New shared collection
    1533: "passwords",  # Generate password hash
    1534: "passwords",  # Verify password hash
    1537: "conversion",  # Bool
    1547: "files.paths",  # Path to object
    1548: "files.paths",  # Object to path
    1554: "text",  # Split string
    1562: "array_exchange",  # COLLECTION TO ARRAY
    1563: "array_exchange",  # ARRAY TO COLLECTION
    1566: "files.file",  # File
    1567: "files.folder",  # Folder
    1571: "application",  # System info
    1572: "application",  # Is macOS
    1573: "application",  # Is Windows
    1576: "command_names",  # Parse formula
    1599: "application",  # Application info
    1601: "execution",  # Formula from string
    1604: "mail.building.message",  # MAIL Convert to MIME
    1606: "forms",  # FORM Event
    1608: "mail.smtp.transporter",  # SMTP New transporter
    1634: "processes",  # ABORT PROCESS BY ID
    1637: "files.zip",  # ZIP Read archive
    1640: "files.zip",  # ZIP Create archive
    1641: "signals",  # New signal
    1644: "mail.attachment",  # MAIL New attachment
    1662: "language",  # Call chain
    1666: "application",  # SET USER ALIAS
    1681: "mail.reading.email",  # MAIL Convert from MIME
    1697: "mail.pop3.transporter",  # POP3 New transporter
    1714: "sessions",  # Session
    1718: "objects",  # OB Values
    1719: "objects",  # OB Keys
    1720: "objects",  # OB Entries
    1723: "mail.imap.transporter",  # IMAP New transporter
    1730: "objects",  # OB Class
    1731: "objects",  # OB Instance of
    1756: "text",  # Compare strings
    1759: "shared",  # OB Is shared
    1760: "compilation",  # Compile project
    1799: "language",  # Last errors
    1805: "language",  # throw
    1839: "sessions",  # Session storage
    1843: "processes",  # Process info
    1844: "sessions",  # Session info
    1853: "text",  # Trim
    1854: "text",  # Trim start
    1855: "text",  # Trim end
}

#: Class name to the module below ``stdlib4d`` that declares it.
CLASS_MODULES: dict[str, str] = {
    "Blob": "blobs",
    "Class": "user_classes",
    "ClassStore": "user_classes",
    "CryptoKey": "crypto_keys",
    "Directory": "files.folder",
    "Document": "files.file",
    "File": "files.file",
    "FileHandle": "files.handle",
    "Folder": "files.folder",
    "Formula": "functions",
    "Function": "objects",
    "IMAPNotifier": "mail.imap.notifier",
    "IMAPTransporter": "mail.imap.transporter",
    "MailAttachment": "mail.attachment",
    "Method": "method_objects",
    "Object": "objects",
    "POP3Transporter": "mail.pop3.transporter",
    "QuotaManager": "quotas",
    "SMTPTransporter": "mail.smtp.transporter",
    "Session": "sessions",
    "Signal": "signals",
    "SystemWorker": "programs",
    "Vector": "vector",
    "ZipArchive": "files.zip",
    "ZipFile": "files.zip",
    "ZipFolder": "files.zip",
}

#: Name of a function of Collection to the module below ``stdlib4d`` that declares it.
COLLECTION_MODULES: dict[str, str] = {
    "at": "collection",
    "average": "collection_values",
    "clear": "collection",
    "combine": "collection",
    "concat": "collection",
    "copy": "collection",
    "count": "collection_values",
    "countValues": "collection_values",
    "distinct": "collection_values",
    "equal": "collection_values",
    "every": "collection_calls",
    "extract": "collection",
    "fill": "collection",
    "filter": "collection_calls",
    "find": "collection_calls",
    "findIndex": "collection_calls",
    "first": "collection",
    "flat": "collection",
    "flatMap": "collection_calls",
    "includes": "collection_values",
    "indexOf": "collection_values",
    "indices": "query",
    "insert": "collection",
    "join": "collection",
    "last": "collection",
    "lastIndexOf": "collection_values",
    "map": "collection_calls",
    "max": "collection_values",
    "min": "collection_values",
    "multiSort": "collection_calls",
    "orderBy": "collection_values",
    "orderByMethod": "collection_calls",
    "pop": "collection",
    "push": "collection",
    "query": "query",
    "reduce": "collection_calls",
    "reduceRight": "collection_calls",
    "remove": "collection",
    "resize": "collection",
    "reverse": "collection",
    "shift": "collection",
    "slice": "collection",
    "some": "collection_calls",
    "sort": "collection_calls",
    "sum": "collection_values",
    "unshift": "collection",
}


def load(module: str) -> ModuleType:
    """The module of this package with that dotted name, imported when it has not been yet."""
    name = __package__ + "." + module
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def _complete(module: ModuleType) -> None:
    """Waits while another thread is still importing *module*."""
    __import__(module.__name__)


def find_command(number: int) -> Declaration | None:
    """The declaration of the command with that number; ``None`` when the library does not have it.

    The negative number is that of the form with ``*`` in front, where it takes other arguments then.
    """
    module = COMMAND_MODULES.get(number)
    if module is None:
        from .stand_ins import find

        return find(number)
    from .registry import declarations

    loaded = load(module)
    found: dict[int, Declaration] | None = loaded.__dict__.get("_declared_commands")
    if found is None:
        _complete(loaded)
        found = loaded.__dict__["_declared_commands"] = declarations(loaded)
    return found[number]


def find_collection_function(name: str) -> Declaration | None:
    """The declaration of the function of Collection with that name; ``None`` when there is none."""
    module = COLLECTION_MODULES.get(name)
    if module is None:
        return None
    from .registry import functions

    loaded = load(module)
    found: dict[str, Declaration] | None = loaded.__dict__.get("_declared_functions")
    if found is None:
        _complete(loaded)
        found = loaded.__dict__["_declared_functions"] = functions(loaded)
    return found[name]


def find_class(name: str) -> type | None:
    """The Python class behind the 4D class *name*; ``None`` when the library does not have it."""
    module = CLASS_MODULES.get(name)
    if module is None:
        return None
    from .values import NativeObject

    loaded = load(module)
    _complete(loaded)
    for value in vars(loaded).values():
        if isinstance(value, type) and issubclass(value, NativeObject) and value.class_name == name:
            return value
    return None
