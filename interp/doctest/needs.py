"""What commands need that only 4D itself has: a database, or an interface.

Data: names, by what the reference says of them. A first word stands for every command that begins with it. Where
the library has such a command, it stands in for the real one: what fails then fails for want of the interface.
"""

from __future__ import annotations

from stdlib4d.vocabulary import COMMANDS

DATABASE, INTERFACE = "needs-database", "needs-interface"

_FIRST_WORDS = {
    DATABASE: frozenset("ADJUST EXPORT IMPORT ORDER QUERY RELATE SQL".split()),
    INTERFACE: frozenset("FORM HIDE LISTBOX OBJECT PRINT Print QR SPELL ST WA WP".split()),
}

_LISTED = {
    DATABASE: """
    Active transaction; ADD RECORD; ADD TO SET; ALL RECORDS; APPLY TO SELECTION; ARRAY TO SELECTION; BACKUP;
    BACKUP INFO; Before selection; Begin SQL; BLOB TO USERS; Cache info; CANCEL TRANSACTION; CHANGE CURRENT
    USER; CHANGE PASSWORD; CHECK LOG FILE; CLEAR NAMED SELECTION; CLEAR SET; Compact data file; COPY NAMED
    SELECTION; COPY SET; CREATE DATA FILE; CREATE EMPTY SET; Create entity selection; CREATE INDEX; CREATE
    RECORD; CREATE RELATED ONE; CREATE SELECTION FROM ARRAY; CREATE SET; CREATE SET FROM ARRAY; Current default
    table; Current form table; Current user; CUT NAMED SELECTION; Data file; Data file encryption status;
    Decrypt data BLOB; DEFAULT TABLE; DELETE INDEX; DELETE RECORD; DELETE SELECTION; DELETE USER; DESCRIBE QUERY
    EXECUTION; DIFFERENCE; Discover data key; DISPLAY RECORD; DISPLAY SELECTION; Displayed line number; DISTINCT
    ATTRIBUTE PATHS; DISTINCT ATTRIBUTE VALUES; DISTINCT VALUES; DROP REMOTE USER; ds; DUPLICATE RECORD; EDIT
    ACCESS; Encrypt data BLOB; Encrypt data file; End selection; End SQL; Field; Field name; Find in field;
    FIRST RECORD; FLUSH CACHE; Get adjusted blobs cache priority; Get adjusted index cache priority; Get
    adjusted table cache priority; GET AUTOMATIC RELATIONS; Get cache size; Get default user; Get external data
    path; GET FIELD ENTRY PROPERTIES; GET FIELD PROPERTIES; GET FIELD RELATION; Get group access; GET GROUP
    LIST; GET GROUP PROPERTIES; GET HIGHLIGHTED RECORDS; GET MISSING TABLE NAMES; Get plugin access; GET QUERY
    DESTINATION; Get query limit; GET RELATION PROPERTIES; Get subrecord key; GET TABLE PROPERTIES; GET USER
    LIST; GET USER PROPERTIES; GOTO RECORD; GOTO SELECTED RECORD; HIGHLIGHT RECORDS; In transaction; INTEGRATE
    MIRROR LOG FILE; INTERSECTION; Is data file locked; Is field number valid; Is field value Null; Is in set;
    Is new record; Is record loaded; Is table number valid; Is user deleted; JSON TO SELECTION; Last field
    number; Last query path; Last query plan; LAST RECORD; Last table number; LOAD RECORD; LOAD SET; Locked;
    LOCKED BY; Locked records info; Log file; LOG FILE TO JSON; MEMORY STATISTICS; Modified; Modified record;
    MODIFY RECORD; MODIFY SELECTION; New data key; New log file; NEXT RECORD; NO DEFAULT TABLE; Old; OLD RELATED
    MANY; OLD RELATED ONE; ONE RECORD SELECT; OPEN DATA FILE; Open datastore; PAUSE INDEXES; POP RECORD;
    PREVIOUS RECORD; PUSH RECORD; READ ONLY; Read only state; READ WRITE; RECEIVE RECORD; Record number; Records
    in selection; Records in set; Records in table; REDUCE SELECTION; REGENERATE MISSING TABLE; Register data
    key; RELOAD EXTERNAL DATA; REMOVE FROM SET; RESTORE; RESTORE INFO; RESUME INDEXES; RESUME TRANSACTION; SAVE
    RECORD; SAVE RELATED ONE; SAVE SET; SCAN INDEX; SELECT LOG FILE; Selected record number; SELECTION RANGE TO
    ARRAY; SELECTION TO ARRAY; Selection to JSON; SEND RECORD; Sequence number; SET AUTOMATIC RELATIONS; SET
    BLOBS CACHE PRIORITY; SET CACHE SIZE; SET EXTERNAL DATA PATH; SET FIELD RELATION; SET FIELD VALUE NULL; SET
    GROUP ACCESS; Set group properties; SET INDEX; SET INDEX CACHE PRIORITY; SET PLUGIN ACCESS; SET QUERY AND
    LOCK; SET QUERY DESTINATION; SET QUERY LIMIT; SET TABLE CACHE PRIORITY; SET USER ALIAS; Set user properties;
    START SQL SERVER; START TRANSACTION; STOP SQL SERVER; SUSPEND TRANSACTION; Table; Table fragmentation; Table
    name; Transaction level; Trigger event; Trigger level; TRIGGER PROPERTIES; TRUNCATE TABLE; UNION; UNLOAD
    RECORD; USE ENTITY SELECTION; USE NAMED SELECTION; USE SET; User in group; USERS TO BLOB; Validate password;
    VALIDATE TRANSACTION; VERIFY CURRENT DATA FILE; VERIFY DATA FILE
    """,
    INTERFACE: """
    ACCEPT; ACCUMULATE; Activated; After; APPEND DATA TO PASTEBOARD; APPEND MENU ITEM; APPEND TO LIST; BEEP;
    Before; BLOB to print settings; BREAK LEVEL; BRING TO FRONT; CALL FORM; CALL SUBFORM CONTAINER; CANCEL; Caps
    lock down; CLEAR LIST; CLEAR PASTEBOARD; Clickcount; CLOSE PRINTING JOB; CLOSE WINDOW; Contextual click;
    CONVERT COORDINATES; Copy list; Count list items; Count menu items; Count menus; Count screens; Create menu;
    Current form name; Current form window; Deactivated; DELETE FROM LIST; DELETE MENU ITEM; DIALOG; DISABLE
    MENU ITEM; DISPLAY NOTIFICATION; DRAG WINDOW; Drop position; Dynamic pop up menu; EDIT FORMULA; EDIT ITEM;
    ENABLE MENU ITEM; ERASE WINDOW; EXECUTE METHOD IN SUBFORM; FILTER EVENT; FILTER KEYSTROKE; Find in list;
    Find window; Focus object; Font file; FONT LIST; FONT STYLE LIST; Form; Form event code; Frontmost process;
    Frontmost window; Get Application color scheme; Get current printer; Get edited text; GET FIELD TITLES; Get
    file from pasteboard; GET HIGHLIGHT; GET LIST ITEM; Get list item font; GET LIST ITEM ICON; GET LIST ITEM
    PARAMETER; GET LIST ITEM PARAMETER ARRAYS; GET LIST ITEM PROPERTIES; GET LIST PROPERTIES; Get menu bar
    reference; Get menu item; GET MENU ITEM ICON; Get menu item key; Get menu item mark; Get menu item method;
    Get menu item modifiers; Get menu item parameter; GET MENU ITEM PROPERTY; Get menu item style; GET MENU
    ITEMS; Get menu title; GET PASTEBOARD DATA; GET PASTEBOARD DATA TYPE; GET PICTURE FROM PASTEBOARD; Get print
    marker; GET PRINT OPTION; Get print preview; GET PRINTABLE AREA; GET PRINTABLE MARGIN; Get printed height;
    Get selected menu item parameter; GET STYLE SHEET INFO; GET TABLE TITLES; Get text from pasteboard; GET
    WINDOW RECT; Get window title; GOTO OBJECT; GOTO XY; GRAPH; GRAPH SETTINGS; HIGHLIGHT TEXT; In break; In
    footer; In header; INSERT IN LIST; INSERT MENU ITEM; INVOKE ACTION; Is a list; Is editing text; Is in print
    preview; Is waiting mouse up; Is window maximized; Is window reduced; Keystroke; Level; List item parent;
    List item position; LIST OF CHOICE LISTS; LIST OF STYLE SHEETS; Load list; Macintosh command down; Macintosh
    control down; Macintosh option down; MAXIMIZE WINDOW; Menu bar height; Menu bar screen; Menu selected;
    MESSAGES OFF; MESSAGES ON; Method called on event; MINIMIZE WINDOW; MOUSE POSITION; New list; Next window;
    ON EVENT CALL; OPEN COLOR PICKER; OPEN FONT PICKER; Open form window; OPEN PRINTING JOB; Open window;
    Outside call; PAGE BREAK; Pasteboard data size; PLAY; Pop up menu; POST CLICK; POST EVENT; POST KEY; POST
    OUTSIDE CALL; PRINTERS LIST; Printing page; REDRAW; REDRAW WINDOW; REDUCE RESTORE WINDOW; REJECT; RELEASE
    MENU; RESIZE FORM WINDOW; Right click; SAVE LIST; SCREEN COORDINATES; Screen height; Screen width; SELECT
    LIST ITEMS BY POSITION; SELECT LIST ITEMS BY REFERENCE; Selected list items; Self; SET ABOUT; SET
    APPLICATION COLOR SCHEME; SET CURRENT PRINTER; SET CURSOR; SET DRAG ICON; SET FIELD TITLES; SET FILE TO
    PASTEBOARD; SET HELP MENU; SET LIST ITEM; SET LIST ITEM FONT; SET LIST ITEM ICON; SET LIST ITEM PARAMETER;
    SET LIST ITEM PROPERTIES; SET LIST PROPERTIES; SET MENU BAR; SET MENU ITEM; SET MENU ITEM ICON; SET MENU
    ITEM MARK; SET MENU ITEM METHOD; SET MENU ITEM PARAMETER; SET MENU ITEM PROPERTY; SET MENU ITEM SHORTCUT;
    SET MENU ITEM STYLE; SET PICTURE TO PASTEBOARD; SET PRINT MARKER; SET PRINT OPTION; SET PRINT PREVIEW; SET
    PRINTABLE MARGIN; SET RECENT FONTS; SET TABLE TITLES; SET TEXT TO PASTEBOARD; SET TIMER; SET WINDOW DOCUMENT
    ICON; SET WINDOW RECT; SET WINDOW TITLE; SHOW MENU BAR; SHOW TOOL BAR; SHOW PROCESS; SHOW WINDOW; Shift down;
    SORT LIST; Subtotal; SVG Find element ID by
    coordinates; SVG Find element IDs by rect; SVG SHOW ELEMENT; Tool bar height; Window kind; WINDOW LIST;
    Window process; Windows Alt down; Windows Ctrl down
    """,
}

#: Classes of the 4D store.
CLASSES = {
    DATABASE: frozenset("dataclass datastore entity entityselection".split()),
    INTERFACE: frozenset("webform webformitem".split()),
}

#: How the methods of components begin that draw documents: 4D View Pro and 4D Write Pro.
COMPONENTS = ("vp ", "wp ")


#: The names that are listed above.
NAMES = {need: frozenset(" ".join(text.split()).split("; ")) for need, text in _LISTED.items()}


def _by_number() -> dict[int, str]:
    found: dict[int, str] = {}
    named = {name: need for need, names in NAMES.items() for name in names}
    for name, number in COMMANDS.items():
        need = named.get(name) or next(
            (n for n, words in _FIRST_WORDS.items() if name.split()[0] in words), None
        )
        if need is not None and number is not None:
            found[number] = need
    return found


#: Command number to DATABASE or INTERFACE.
NEEDS = _by_number()
