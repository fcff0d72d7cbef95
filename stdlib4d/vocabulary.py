"""The names of 4D: every command with its number, every constant with its value, every class.

Data, not code: the lexer is handed :data:`NAMES`, whether or not the library has what they name. It is one text, sorted
by the names in lower case, because that loads in no time; ``COMMANDS`` and ``CONSTANTS`` are made of it when asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    #: Command name to command number.
    COMMANDS: dict[str, int | None]
    #: Constant name to value; ``None`` where the value is not known.
    CONSTANTS: dict[str, int | float | str | None]

#: The classes of the ``4D`` class store.
CLASSES = frozenset(
    (
        "Blob",
        "Class",
        "ClassStore",
        "Collection",
        "CryptoKey",
        "DataClass",
        "DataStore",
        "DataStoreImplementation",
        "Directory",
        "Document",
        "Email",
        "Entity",
        "EntitySelection",
        "File",
        "FileHandle",
        "Folder",
        "Formula",
        "Function",
        "HTTPAgent",
        "HTTPRequest",
        "IMAPNotifier",
        "IMAPTransporter",
        "IncomingMessage",
        "MailAttachment",
        "Method",
        "Object",
        "OutgoingMessage",
        "POP3Transporter",
        "QuotaManager",
        "Session",
        "Signal",
        "SMTPTransporter",
        "SystemWorker",
        "TCPConnection",
        "TCPEvent",
        "TCPListener",
        "UDPEvent",
        "UDPSocket",
        "Vector",
        "WebForm",
        "WebFormItem",
        "WebServer",
        "WebSocket",
        "WebSocketConnection",
        "WebSocketServer",
        "ZipArchive",
        "ZipFile",
        "ZipFolder",
    )
)


def __getattr__(name: str) -> object:
    if name not in ("COMMANDS", "CONSTANTS"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    commands: dict[str, int | None] = {}
    constants: dict[str, int | float | str | None] = {}
    for line in NAMES.splitlines():
        spelling, _, entry = line.partition("\t")
        if entry[0] == "C":
            commands[spelling] = int(entry[1:]) if entry[1:] else None
        else:
            constants[spelling] = _constant(entry)
    globals().update(COMMANDS=commands, CONSTANTS=constants)
    return globals()[name]


def _constant(entry: str) -> int | float | str | None:
    if entry[0] == '"':
        return entry[1:]
    if entry[0] == "?":
        return None
    return float(entry[1:]) if "." in entry else int(entry[1:])


#: A line for each name: its spelling, a tab, and ``C`` with a command number, ``#`` with a number, ``"`` with a
#: text, or ``?`` for a constant whose value is not known.
NAMES = """\
4D	C1709
4D Client Database Folder	#3
4D Client SOAP License	#808465465
4D Client Web License	#808465209
4D Desktop	#3
4D For OCI License	#808465208
4D Local Mode	#0
4D ODBC Pro License	#808464946
4D Remote Mode	#4
4D Remote Mode Timeout	#14
4D REST Test license	#808465719
4D Server	#5
4D Server Log Recording	#28
4D Server Timeout	#13
4D SOAP License	#808465464
4D SOAP Local License	#808531000
4D SOAP One Connection License	#825242680
4D SQL Server License	#808464949
4D SQL Server Local License	#808530485
4D SQL Server One Conn License	#825242165
4D user account	#1
4D user alias	#2
4D user alias or account	#0
4D View License	#808465207
4D Volume Desktop	#1
4D Web License	#808464945
4D Web Local License	#808530481
4D Web One Connection License	#825242161
4D Write License	#808464697
64 bit Version	#1
_o_4D Draw license	#808464694
_o_4D First	#6
_o_4D for ADO license	#808465714
_o_4D for MySQL license	#808465712
_o_4D for PostgreSQL license	#808465713
_o_4D for Sybase license	#808465715
_o_4D Interpreted desktop	#2
_o_4D Local mode scheduler	#10
_o_4D Mobile license	#808464439
_o_4D Remote mode scheduler	#12
_o_4D REST digest	#2
_o_4D Server scheduler	#11
_o_Accept action	#2
_o_Add subrecord action	#14
_o_Ala Macintosh	#1
_o_Ala Windows	#2
_o_American dictionary	#65792
_o_Automatic platform	#-1
_o_Cache writing mode	#26
_o_Cancel action	#1
_o_Clear action	#21
_o_Client IP address to listen	#23
_o_Client max Web requests size	#21
_o_Client maximum Web process	#20
_o_Client minimum Web process	#19
_o_Compositing mode	#4096
_o_Compositing mode form window	#4096
_o_Condensed	#32
_o_Copy action	#19
_o_Cut action	#18
_o_Database cache size	#9
_o_Database settings action	#32
_o_Delete record action	#7
_o_Delete subrecord action	#13
_o_Direct2D hardware SVG and editors	#2
_o_Direct2D mixed	#5
_o_Direct2D software SVG and editors	#4
_o_Edit subrecord action	#12
_o_English dictionary	#69632
_o_Extended	#64
_o_Extras folder	#2
_o_First page action	#10
_o_First record action	#5
_o_Form Has toolbar button Mac	#8192
_o_French dictionary	#262144
_o_Full Version	#0
_o_German dictionary	#131584
_o_Has toolbar button Mac	#8192
_o_Hidden modal dialog	#6
_o_Hide printing progress option	#14
_o_In contents	#3
_o_In drag	#4
_o_In go away	#6
_o_In grow	#5
_o_In menu bar	#1
_o_In system window	#2
_o_In zoom box	#8
_o_Index compacting	#4
_o_INTEL 386	#386
_o_INTEL 486	#486
_o_Invert objects	#37
_o_IP address to listen	#16
_o_Is float	#35
_o_Last page action	#11
_o_Last record action	#6
_o_lk display hor scrollbar	#2
_o_lk display ver scrollbar	#4
_o_lk footer height	#9
_o_lk header height	#1
_o_lk hor scrollbar position	#6
_o_lk ver scrollbar position	#7
_o_Mac control panels	#11
_o_Mac extensions	#10
_o_Mac OS 7	#0
_o_Mac OS 9	#3
_o_Mac shutdown items_all	#6
_o_Mac shutdown items_user	#7
_o_Mac theme	#4
_o_Macintosh 68K	#1
_o_Macintosh node	#860
_o_Maximum temporary memory size	#61
_o_Maximum Web process	#7
_o_Minimum Web process	#6
_o_MSC Action	#36
_o_Next page action	#8
_o_Next record action	#3
_o_No action	#0
_o_NonInverted objects	#0
_o_Norwegian dictionary	#589824
_o_Object Accept action	#2
_o_Object Add subrecord action	#14
_o_Object Automatic splitter action	#16
_o_Object Cancel action	#1
_o_Object Clear action	#21
_o_Object Copy action	#19
_o_Object Cut action	#18
_o_Object Database Settings action	#32
_o_Object Delete record action	#7
_o_Object Delete subrecord action	#13
_o_Object Edit subrecord action	#12
_o_Object First page action	#10
_o_Object First record action	#5
_o_Object Goto page action	#15
_o_Object Last page action	#11
_o_Object Last record action	#6
_o_Object MSC action	#36
_o_Object Next page action	#8
_o_Object Next record action	#3
_o_Object No standard action	#0
_o_Object Open back URL action	#37
_o_Object Open next URL action	#38
_o_Object Paste action	#20
_o_Object Previous page action	#9
_o_Object Previous record action	#4
_o_Object Quit action	#27
_o_Object Redo action	#31
_o_Object Refresh current URL action	#39
_o_Object Return to Design mode action	#35
_o_Object Select all action	#22
_o_Object Show Clipboard action	#23
_o_Object Stop loading URL action	#40
_o_Object Test Application action	#26
_o_Object Undo action	#17
_o_On Loading Record Event	#4
_o_On Mac Toolbar Button	#55
_o_Outline	#8
_o_Paste action	#20
_o_PDFCreator Printer name	"PDFCreator
_o_PHP max requests	#58
_o_PHP number of children	#57
_o_PHP privileges	#1
_o_PHP use external interpreter	#60
_o_PowerPC 601	#601
_o_PowerPC 603	#603
_o_PowerPC 604	#604
_o_PowerPC G3	#510
_o_Previous page action	#9
_o_Previous record action	#4
_O_qr 4D Chart area	#4
_o_qr 4D View area	#3
_O_qr font	#1
_o_qr view color toolbar	#5
_o_qr view column toolbar	#6
_o_qr view menubar	#1
_o_qr view operators toolbar	#4
_o_qr view standard toolbar	#2
_o_qr view style toolbar	#3
_o_QT animation compressor	"rle 
_o_QT compact video compressor	"cdvc
_o_QT graphics compressor	"smc 
_o_QT photo compressor	"jpeg
_o_QT raw compressor	"raw 
_o_QT video compressor	"rpza
_o_QuickTime support	#82
_o_Quit action	#27
_o_Real display precision	#32
_o_Redo action	#31
_o_Return to design mode	#35
_o_Select all action	#22
_o_Seq access optimization	#2
_o_Seq distinct values ratio	#3
_o_Seq order ratio	#1
_o_Seq query select ratio	#5
_o_Shadow	#16
_o_Show clipboard action	#23
_o_sk diacritical	#8
_o_Spanish dictionary	#196608
_o_Temporary memory size	#42
_o_Test application action	#26
_o_TLSv1_0	#1
_o_TLSv1_1	#2
_o_Undo action	#17
_o_Use PICT resource	#65536
_o_WA enable Java applets	#1
_o_WA enable JavaScript	#2
_o_WA enable plugins	#3
_o_Web conversion mode	#8
_o_Web Log recording	#29
_o_Web process with context	#-11
_o_WEDD signature	#36
_o_Windows 3_11, NT 3_51	#1
_o_Windows 9x	#2
_o_Windows node	#138
_o_wk list font family	"listFont
_o_wk page break inside	"pageBreakInside
ABORT	C156
ABORT PROCESS BY ID	C1634
Aborted	#-1
Abs	C99
Absolute path	#2
ACCEPT	C269
Access Privileges	"4D_access_group
ACCUMULATE	C303
ACK ASCII code	#6
Action info	C1442
Activate event	#8
Activate window bit	#0
Activate window mask	#1
Activated	C346
Active 4D Folder	#0
Active transaction	C1387
Activity all	#-1
Activity language	#1
Activity network	#2
Activity operations	#4
ACTIVITY SNAPSHOT	C1277
ADD RECORD	C56
Add to date	C393
ADD TO SET	C119
Additional text	"4D_additional_text
ADJUST BLOBS CACHE PRIORITY	C1431
ADJUST INDEX CACHE PRIORITY	C1430
ADJUST TABLE CACHE PRIORITY	C1429
After	C31
ak accept	"accept
ak add subrecord	"addSubrecord
ak automatic splitter	"automaticSplitter
ak background color	"backgroundColor
ak background color dialog	"backgroundColor/showDialog
ak cancel	"cancel
ak clear	"clear
ak compute expressions	"computeExpressions
ak copy	"copy
ak current form	#1
ak cut	"cut
ak database settings	"databaseSettings
ak delete record	"deleteRecord
ak delete subrecord	"deleteSubrecord
ak display subrecord	"displaySubrecord
ak edit subrecord	"editSubrecord
ak first page	"firstPage
ak first record	"firstRecord
ak font bold	"fontBold
ak font color	"color
ak font color dialog	"color/showDialog
ak font italic	"fontItalic
ak font linethrough	"fontLinethrough
ak font show dialog	"font/showDialog
ak font size	"fontSize
ak font style	"fontStyle
ak font underline	"fontUnderline
ak freeze expressions	"freezeExpressions
ak goto page	"gotoPage
ak last page	"lastPage
ak last record	"lastRecord
ak main form	#2
ak msc	"msc
ak next page	"nextPage
ak next record	"nextRecord
ak none	"
ak open back url	"openBackURL
ak open forward url	"openForwardURL
ak paste	"paste
ak previous page	"previousPage
ak previous record	"previousRecord
ak quit	"quit
ak redo	"redo
ak refresh current url	"refreshCurrentURL
ak return to design mode	"design
ak select all	"selectAll
ak show clipboard	"showClipboard
ak show reference	"visibleReferences
ak spell	"spell
ak standard action title	"4D_action_title
ak stop loading url	"stopLoadingURL
ak undo	"undo
ALERT	C41
Align bottom	#4
Align center	#3
Align default	#1
Align left	#2
Align right	#4
Align Top	#2
ALL RECORDS	C47
Allow alias files	#8
Allow deletion	#4
Alternate dialog box	#3
APPEND DATA TO PASTEBOARD	C403
Append document	C265
APPEND MENU ITEM	C411
APPEND TO ARRAY	C911
APPEND TO LIST	C376
Apple Event Manager	#-7
Application file	C491
Application info	C1599
Application type	C494
Application version	C493
Applications or Program Files	#16
APPLY TO SELECTION	C70
April	#4
Arctan	C20
Array 2D	#13
ARRAY BLOB	C1222
ARRAY BOOLEAN	C223
ARRAY DATE	C224
ARRAY INTEGER	C220
ARRAY LONGINT	C221
ARRAY OBJECT	C1221
ARRAY PICTURE	C279
ARRAY POINTER	C280
ARRAY REAL	C219
ARRAY STRING	C218
ARRAY TEXT	C222
ARRAY TIME	C1223
ARRAY TO COLLECTION	C1563
ARRAY TO LIST	C287
ARRAY TO SELECTION	C261
ASSERT	C1129
Asserted	C1132
Associated Standard Action	"4D_standard_action
Associated standard action name	"4D_standard_action_name
Asynchronous progress bar	#3
At sign	#64
At the Bottom	#393216
At the Top	#327680
Attribute background color	#8
Attribute bold style	#1
Attribute Executed on server	#8
Attribute folder name	#1024
Attribute font name	#5
Attribute Invisible	#1
Attribute italic style	#2
Attribute Published SOAP	#3
Attribute Published SQL	#7
Attribute Published Web	#2
Attribute Published WSDL	#4
Attribute Shared	#5
Attribute strikethrough style	#3
Attribute text color	#7
Attribute text size	#6
Attribute underline style	#4
August	#8
Austrian Schilling	"ATS
Auto insertion	#3
Auto key event	#5
Auto repair mode	#1
Auto Synchro Resources Folder	#48
Automatic	#3
Automatic style sheet	"__automatic__
Automatic style sheet_additional	"__automatic_additional_text__
Automatic style sheet_main	"__automatic_main_text__
Automatic style sheet_main text	?
Average	C2
Background color	#-2
Background color none	#-16
Backspace	#8
Backspace Key	#8
BACKUP	C887
Backup data settings	?
Backup history file	#19
BACKUP INFO	C888
Backup log file	#13
Backup Process	#-19
Backup settings file	#18
Backup settings file for data	#17
Backup structure settings	?
Barber shop	#2
BASE64 DECODE	C896
BASE64 ENCODE	C895
BEEP	C151
Before	C29
Before selection	C198
Begin SQL	C948
BEL ASCII code	#7
Belgian Franc	"BEF
Black	#15
Black and white	#0
Blank if null date	#100
Blank if null time	#100
Blob array	#31
BLOB PROPERTIES	C536
BLOB size	C605
BLOB TO DOCUMENT	C526
BLOB to integer	C549
BLOB to list	C557
BLOB to longint	C551
BLOB TO PICTURE	C682
BLOB to print settings	C1434
BLOB to real	C553
BLOB to text	C555
BLOB TO USERS	C850
BLOB TO VARIABLE	C533
Blue	#6
Bold	#1
Bold and Italic	#3
Bold and Underline	#5
Bool	C1537
Boolean array	#22
BOOLEAN ARRAY FROM SET	C646
Border Dotted	#2
Border Double	#5
Border None	#0
Border Plain	#1
Border Raised	#3
Border Sunken	#4
Border System	#6
BREAK LEVEL	C302
BRING TO FRONT	C326
Brown	#13
BS ASCII code	#8
BUILD APPLICATION	C871
Build application log file	#14
Build application settings	?
Build application settings file	#20
C_BLOB	C604
C_BOOLEAN	C305
C_COLLECTION	C1488
C_DATE	C307
C_GRAPH	C352
C_INTEGER	C282
C_LONGINT	C283
C_OBJECT	C1216
C_PICTURE	C286
C_POINTER	C301
C_REAL	C285
C_STRING	C293
C_TEXT	C284
C_TIME	C306
C_VARIANT	C1683
Cache flush periodicity	#95
Cache info	C1402
Cache Manager	#-4
Cache Priority high	#1000
Cache Priority low	#-900
Cache Priority normal	#0
Cache Priority very high	#30000
Cache Priority very low	?
Cache unload minimum size	#66
Call chain	C1662
CALL FORM	C1391
CALL SUBFORM CONTAINER	C1086
CALL WORKER	C1389
CAN ASCII code	#24
CANCEL	C270
CANCEL TRANSACTION	C241
Caps lock down	C547
Caps Lock key bit	#10
Caps Lock key mask	#1024
Carriage return	#13
CHANGE CURRENT USER	C289
CHANGE LICENSES	C637
CHANGE PASSWORD	C186
Change string	C234
Changed resource bit	#1
Changed resource mask	#2
Char	C90
Character code	C91
Character set	#17
CHECK LOG FILE	C799
Choice list	#0
Choose	C955
Circular log limitation	#90
ck ascending	#0
ck count values	#32
ck descending	#1
ck diacritical	#8
ck disable wildchar	#16
ck forget learning context	#128
ck ignore null or empty	#1
ck keep empty strings	#2
ck keep learning context	#0
ck keep null	#2
ck not shared	#0
ck resolve pointers	#1
ck shared	#16
CLEAR LIST	C377
CLEAR NAMED SELECTION	C333
CLEAR PASTEBOARD	C402
CLEAR SEMAPHORE	C144
CLEAR SET	C117
CLEAR VARIABLE	C89
Clickcount	C1332
Client character set	#24
Client HTTPS Port ID	#40
Client log Recording	#45
Client Manager Process	#-31
Client Max Concurrent Web Proc	#25
Client port ID	#22
Client Server Port ID	#35
Client Web Log Recording	#30
CLOSE DOCUMENT	C267
CLOSE PRINTING JOB	C996
CLOSE RESOURCE FILE	C498
CLOSE WINDOW	C154
Cluster BTree Index	#3
Code with tokens	#1
COLLECTION TO ARRAY	C1562
Color option	#8
COMBINE PICTURES	C987
Command key bit	#8
Command key mask	#256
Command name	C538
Compact address table	#131072
Compact compression mode	#1
Compact data file	C937
Compacting log file	#6
Compare strings	C1756
Compile project	C1760
Compiler process	#-29
COMPONENT LIST	C1001
COMPRESS BLOB	C534
CONFIRM	C162
Contextual click	C713
Control key bit	#12
Control key mask	#4096
Controller form window	#133056
CONVERT COORDINATES	C1365
CONVERT FROM TEXT	C1011
Convert path POSIX to system	C1107
Convert path system to POSIX	C1106
CONVERT PICTURE	C1002
Convert to text	C1012
COPY ARRAY	C226
COPY BLOB	C558
COPY DOCUMENT	C541
Copy list	C626
COPY NAMED SELECTION	C331
Copy parameters	C1790
COPY SET	C600
Copy XML Data Source	#1
Cos	C18
Count in array	C907
Count list items	C380
Count menu items	C405
Count menus	C404
Count parameters	C259
Count screens	C437
Count tasks	C335
Count user processes	C343
Count users	C342
CR ASCII code	#13
CREATE ALIAS	C694
CREATE DATA FILE	C313
Create deployment license	C1811
Create document	C266
CREATE EMPTY SET	C140
Create entity selection	C1512
CREATE FOLDER	C475
CREATE INDEX	C966
Create menu	C408
Create process	#32768
CREATE RECORD	C68
CREATE RELATED ONE	C65
CREATE SELECTION FROM ARRAY	C640
CREATE SET	C116
CREATE SET FROM ARRAY	C641
CREATE THUMBNAIL	C679
Created from execution dialog	#3
Created from Menu Command	#2
Crop	#100
cs	C1710
Currency symbol	#2
Current backup settings file	#1
Current client authentication	C1355
Current date	C33
Current default table	C363
Current form name	C1298
Current form table	C627
Current form window	C827
Current localization	#1
Current machine	C483
Current method name	C684
Current method path	C1201
Current process	C322
Current process debug log recording	#111
Current process name	C1392
Current Resources folder	#6
Current system user	C484
Current time	C178
Current user	C182
CUT NAMED SELECTION	C334
Dark Blue	#5
Dark Brown	#10
Dark Green	#9
Dark Grey	#11
Dark shadow color	#-3
Data bits 5	#0
Data bits 6	#2048
Data bits 7	#1024
Data bits 8	#3072
Data file	C490
Data file encryption status	C1609
Data folder	#9
Database Folder	#4
Database Folder Unix Syntax	#5
Database measures	C1314
Date	C102
Date array	#17
Date RFC 1123	#10
Date separator	#13
Date type	#2
Dates inside objects	#85
Day number	C114
Day of	C23
DB4D Cron	#-49
DB4D Flush cache	#-46
DB4D Garbage collector	#-47
DB4D Index builder	#-45
DB4D Listener	#-51
DB4D Mirror	#-50
DB4D Worker pool user	#-48
DC1 ASCII code	#17
DC2 ASCII code	#18
DC3 ASCII code	#19
DC4 ASCII code	#20
Deactivated	C347
Debug log file	#12
Debug Log Recording	#34
Dec	C9
December	#12
Decimal separator	#0
DECRYPT BLOB	C690
Decrypt data BLOB	C1774
Default Index Type	#0
Default localization	#0
DEFAULT TABLE	C46
defer	C1860
Deferred formulas	C1861
Degree	#0.017453292519943295
DEL ASCII code	#127
DELAY PROCESS	C323
Delayed	#1
DELETE DOCUMENT	C159
DELETE FOLDER	C693
DELETE FROM ARRAY	C228
DELETE FROM BLOB	C560
DELETE FROM LIST	C624
DELETE INDEX	C967
DELETE MENU ITEM	C413
Delete only if empty	#0
DELETE RECORD	C58
DELETE SELECTION	C66
Delete string	C232
DELETE USER	C615
Delete with contents	#1
Demo Version	#0
DESCRIBE QUERY EXECUTION	C1044
Description in Text Format	#0
Description in XML Format	#1
Design Process	#-2
Desktop	#15
Destination option	#9
Deutsche Mark	"DEM
Diagnostic log file	#11
Diagnostic log level	#86
Diagnostic Log Recording	#79
DIALOG	C40
DIFFERENCE	C122
Direct2D disabled	#0
Direct2D get active status	#74
Direct2D hardware	#1
Direct2D software	#3
Direct2D status	#69
Directory file	#16
Disable events others unchanged	#2
Disable highlight item color	#-11
DISABLE MENU ITEM	C150
Discover data key	C1639
Disk event	#7
DISPLAY NOTIFICATION	C910
DISPLAY RECORD	C105
DISPLAY SELECTION	C59
Displayed line number	C897
DISTINCT ATTRIBUTE PATHS	C1395
DISTINCT ATTRIBUTE VALUES	C1397
DISTINCT VALUES	C339
dk ascending	#0
dk auto merge	#32
dk can be stopped by user	#64
dk count values	#32
dk descending	#1
dk diacritical	#8
dk distinct values	#1
dk force drop if stamp changed	#2
dk keep ordered	#1
dk key as string	#1
dk no ranges	#1
dk non ordered	#0
dk reload if stamp changed	#1
dk silent mode	#1
dk status automerge failed	#6
dk status entity does not exist anymore	#5
dk status locked	#3
dk status serious error	#4
dk status serious validation error	#8
dk status stamp has changed	#2
dk status success	#0
dk status validation failed	#7
dk status wrong permission	#1
dk stop dropping on first error	#8
dk with primary key	#1
dk with stamp	#2
DLE ASCII code	#16
Do not compact index	#2
Do not create log file	#16384
Do not modify	#0
DOCTYPE Name	#3
DOCUMENT LIST	C474
DOCUMENT TO BLOB	C525
Document to text	C1236
Document unchanged	#0
Document URI	#6
Document with CR	#3
Document with CRLF	#2
Document with LF	#4
Document with native format	#1
Documents folder	#17
Does not exist	#-100
DOM Append XML child node	C1080
DOM Append XML element	C1082
DOM CLOSE XML	C722
DOM Count XML attributes	C727
DOM Count XML elements	C726
DOM Create XML element	C865
DOM Create XML element arrays	C1097
DOM Create XML Ref	C861
DOM EXPORT TO FILE	C862
DOM EXPORT TO VAR	C863
DOM Find XML element	C864
DOM Find XML element by ID	C1010
DOM Get first child XML element	C723
DOM Get last child XML element	C925
DOM Get next sibling XML element	C724
DOM Get parent XML element	C923
DOM Get previous sibling XML element	C924
DOM Get root XML element	C1053
DOM GET XML ATTRIBUTE BY INDEX	C729
DOM GET XML ATTRIBUTE BY NAME	C728
DOM GET XML CHILD NODES	C1081
DOM Get XML document ref	C1088
DOM Get XML element	C725
DOM GET XML ELEMENT NAME	C730
DOM GET XML ELEMENT VALUE	C731
DOM Get XML information	C721
DOM Insert XML element	C1083
DOM Parse XML source	C719
DOM Parse XML variable	C720
DOM REMOVE XML ATTRIBUTE	C1084
DOM REMOVE XML ELEMENT	C869
DOM SET XML ATTRIBUTE	C866
DOM SET XML DECLARATION	C859
DOM SET XML ELEMENT NAME	C867
DOM SET XML ELEMENT VALUE	C868
Double quote	#34
Double sided option	#11
Down Arrow Key	#31
DRAG WINDOW	C452
Drop position	C608
DROP REMOTE USER	C1633
ds	C1482
DUPLICATE RECORD	C225
Dynamic pop up menu	C1006
e number	#2.718281828459045
EDIT ACCESS	C281
EDIT FORMULA	C806
EDIT ITEM	C870
Editor theme folder	#12
ek errors from components	#2
ek global	#1
ek local	#0
EM ASCII code	#25
Enable events disable others	#0
Enable events others unchanged	#1
ENABLE MENU ITEM	C149
Encoding	#4
ENCRYPT BLOB	C689
Encrypt data BLOB	C1773
Encrypt data file	C1610
End Key	#4
End selection	C36
End SQL	C949
ENQ ASCII code	#5
Enter	#3
Enter Key	#3
EOT ASCII code	#4
Equal pictures	C1196
ERASE WINDOW	C160
Error Message	#2
ESC ASCII code	#27
Escape	#27
Escape Key	#27
ETB ASCII code	#23
ETX ASCII code	#3
Euro	"EUR
Euro converter	C676
Event Manager	#-8
Excluded list	#2
EXECUTE FORMULA	C63
EXECUTE METHOD	C1007
EXECUTE METHOD IN SUBFORM	C1085
EXECUTE ON CLIENT	C651
Execute on Client Process	#-14
Execute on server	C373
Execute on Server Process	#1
Executing	#0
EXIF Action	#6
EXIF Adobe RGB	#2
EXIF Aperture priority AE	#3
EXIF aperture value	"EXIF/ApertureValue
EXIF Auto	#0
EXIF Auto bracket	#2
EXIF Auto mode	#3
EXIF Average	#1
EXIF B	#6
EXIF brightness value	"EXIF/BrightnessValue
EXIF Cb	#2
EXIF Center weighted average	#2
EXIF Close	#2
EXIF Cloudy	#10
EXIF Color sequential area	#5
EXIF Color sequential linear	#8
EXIF color space	"EXIF/ColorSpace
EXIF components configuration	"EXIF/ComponentsConfiguration
EXIF compressed bits per pixel	"EXIF/CompressedBitsPerPixel
EXIF Compulsory flash firing	#1
EXIF Compulsory flash suppression	#2
EXIF contrast	"EXIF/Contrast
EXIF Cool white fluorescent	#14
EXIF Cr	#3
EXIF Creative	#5
EXIF Custom	#1
EXIF custom rendered	"EXIF/CustomRendered
EXIF D50	#23
EXIF D55	#20
EXIF D65	#21
EXIF D75	#22
EXIF date time digitized	"EXIF/DateTimeDigitized
EXIF date time original	"EXIF/DateTimeOriginal
EXIF Day white fluorescent	#13
EXIF Daylight	#1
EXIF Daylight fluorescent	#12
EXIF Detected	#3
EXIF Digital camera	#3
EXIF digital zoom ratio	"EXIF/DigitalZoomRatio
EXIF Distant	#3
EXIF EXIF version	"EXIF/ExifVersion
EXIF exposure bias value	"EXIF/ExposureBiasValue
EXIF exposure index	"EXIF/ExposureIndex
EXIF exposure mode	"EXIF/ExposureMode
EXIF Exposure portrait	#7
EXIF exposure program	"EXIF/ExposureProgram
EXIF exposure time	"EXIF/ExposureTime
EXIF F number	"EXIF/FNumber
EXIF file source	"EXIF/FileSource
EXIF Film scanner	#1
EXIF Fine weather	#9
EXIF flash	"EXIF/Flash
EXIF flash energy	"EXIF/FlashEnergy
EXIF Flash fired	"EXIF/Flash/Fired
EXIF flash function present	"EXIF/Flash/FunctionPresent
EXIF flash mode	"EXIF/Flash/Mode
EXIF flash pix version	"EXIF/FlashPixVersion
EXIF flash red eye reduction	"EXIF/Flash/RedEyeReduction
EXIF flash return light	"EXIF/Flash/ReturnLight
EXIF Flashlight	#4
EXIF focal len in 35 mm film	"EXIF/FocalLenIn35mmFilm
EXIF focal length	"EXIF/FocalLength
EXIF focal plane resolution unit	"EXIF/FocalPlaneResolutionUnit
EXIF focal plane X resolution	"EXIF/FocalPlaneXResolution
EXIF focal plane Y resolution	"EXIF/FocalPlaneYResolution
EXIF G	#5
EXIF gain control	"EXIF/GainControl
EXIF gamma	"EXIF/Gamma
EXIF High	#2
EXIF High gain down	#4
EXIF High gain up	#2
EXIF image unique ID	"EXIF/ImageUniqueID
EXIF ISO speed ratings	"EXIF/ISOSpeedRatings
EXIF ISOStudio tungsten	#24
EXIF Landscape	#8
EXIF Light fluorescent	#2
EXIF light source	"EXIF/LightSource
EXIF Low	#1
EXIF Low gain down	#3
EXIF Low gain up	#1
EXIF Macro	#1
EXIF maker note	"EXIF/MakerNote
EXIF Manual	#1
EXIF max aperture value	"EXIF/MaxApertureValue
EXIF metering Mode	"EXIF/MeteringMode
EXIF Multi segment	#5
EXIF Multi spot	#4
EXIF Night	#3
EXIF No detection function	#0
EXIF None	#0
EXIF Normal	#0
EXIF Not defined	#1
EXIF Not detected	#2
EXIF One chip color area	#2
EXIF Other	#255
EXIF Partial	#6
EXIF pixel X dimension	"EXIF/PixelXDimension
EXIF pixel Y dimension	"EXIF/PixelYDimension
EXIF Program AE	#2
EXIF R	#4
EXIF Reflection print scanner	#2
EXIF related sound file	"EXIF/RelatedSoundFile
EXIF Reserved	#1
EXIF s RGB	#1
EXIF saturation	"EXIF/Saturation
EXIF scene capture type	"EXIF/SceneCaptureType
EXIF Scene landscape	#1
EXIF Scene portrait	#2
EXIF scene type	"EXIF/SceneType
EXIF sensing method	"EXIF/SensingMethod
EXIF Shade	#11
EXIF sharpness	"EXIF/Sharpness
EXIF Shutter speed priority AE	#4
EXIF shutter speed value	"EXIF/ShutterSpeedValue
EXIF spectral sensitivity	"EXIF/SpectralSensitivity
EXIF Spot	#3
EXIF Standard	#0
EXIF Standard light A	#17
EXIF Standard light B	#18
EXIF Standard light C	#19
EXIF subject area	"EXIF/SubjectArea
EXIF subject dist range	"EXIF/SubjectDistRange
EXIF subject Distance	"EXIF/SubjectDistance
EXIF subject location	"EXIF/SubjectLocation
EXIF Three chip color area	#4
EXIF Trilinear	#7
EXIF Tungsten	#3
EXIF Two chip color area	#3
EXIF Uncalibrated	#-1
EXIF Unknown	#0
EXIF Unused	#0
EXIF user comment	"EXIF/UserComment
EXIF white balance	"EXIF/WhiteBalance
EXIF White fluorescent	#15
EXIF Y	#1
Exp	C21
EXPAND BLOB	C535
EXPORT DATA	C666
EXPORT DIF	C84
EXPORT STRUCTURE	C1311
Export structure file	C1565
EXPORT SYLK	C85
EXPORT TEXT	C167
Extended real format	#1
External Task	#-9
External window	#5
F1 Key	#-122
F10 Key	#-109
F11 Key	#-103
F12 Key	#-111
F13 Key	#-105
F14 Key	#-107
F15 Key	#-113
F2 Key	#-120
F3 Key	#-99
F4 Key	#-118
F5 Key	#-96
F6 Key	#-97
F7 Key	#-98
F8 Key	#-100
F9 Key	#-101
Fade to grey scale	#101
False	C215
Fast compression mode	#2
Favorite fonts	#1
Favorites Win	#14
February	#2
FF ASCII code	#12
Field	C253
Field attribute with name	#2
Field attribute with number	#1
Field name	C257
File	C1566
File name entry	#32
FILTER EVENT	C321
FILTER KEYSTROKE	C389
Find in array	C230
Find in field	C653
Find in list	C952
Find in sorted array	C1333
Find window	C449
Finnish Markka	"FIM
FIRST RECORD	C50
fk alias link	#0
fk applications folder	#116
fk data folder	#9
fk database folder	#4
fk desktop folder	#115
fk documents folder	#117
fk editor theme folder	#12
fk home folder	#118
fk ignore invisible	#8
fk licenses folder	#1
fk logs folder	#7
fk mobileApps folder	#10
fk overwrite	#4
fk platform path	#1
fk posix path	#0
fk recursive	#1
fk remote database folder	#3
fk resources folder	#6
fk symbolic link	#1
fk system folder	#100
fk user preferences folder	#0
fk web root folder	#8
Flip horizontally	#3
Flip vertically	#4
Floating window	#14
FLUSH CACHE	C297
Focus object	C278
Folder	C1567
FOLDER LIST	C473
Folder separator	"/
Font file	C1700
FONT LIST	C460
FONT STYLE LIST	C1362
Fonts	#1
Foreground color	#-1
Form	C1466
Form all pages	#2
Form Break0	#300
Form Break1	#301
Form Break2	#302
Form Break3	#303
Form Break4	#304
Form Break5	#305
Form Break6	#306
Form Break7	#307
Form Break8	#308
Form Break9	#309
FORM Convert to dynamic	C1570
Form current page	#1
Form Detail	#0
FORM EDIT	C1749
FORM Event	C1606
Form event code	C388
FORM FIRST PAGE	C250
Form Footer	#100
FORM Get color scheme	C1761
FORM Get current page	C276
FORM GET ENTRY ORDER	C1469
FORM GET HORIZONTAL RESIZING	C1077
FORM GET NAMES	C1167
FORM GET OBJECTS	C898
FORM GET PROPERTIES	C674
FORM GET VERTICAL RESIZING	C1078
FORM GOTO PAGE	C247
Form has full screen mode Mac	#65536
Form has no menu bar	#2048
Form Header	#200
Form Header1	#201
Form Header10	#210
Form Header2	#202
Form Header3	#203
Form Header4	#204
Form Header5	#205
Form Header6	#206
Form Header7	#207
Form Header8	#208
Form Header9	#209
Form inherited	#4
FORM LAST PAGE	C251
FORM LOAD	C1103
FORM NEXT PAGE	C248
FORM PREVIOUS PAGE	C249
FORM SCREENSHOT	C940
FORM SET ENTRY ORDER	C1468
FORM SET HORIZONTAL RESIZING	C892
FORM SET INPUT	C55
FORM SET OUTPUT	C54
FORM SET SIZE	C891
FORM SET VERTICAL RESIZING	C893
FORM theme	C1832
FORM UNLOAD	C1299
Formula	C1597
Formula from string	C1601
Formula in with virtual structure	#1
Formula out with tokens	#4
Formula out with virtual structure	#2
Four colors	#2
French Franc	"FRF
Friday	#6
Frontmost process	C327
Frontmost window	C447
FS ASCII code	#28
Full method text	#1
GENERATE CERTIFICATE REQUEST	C691
Generate digest	C1147
GENERATE ENCRYPTION KEYPAIR	C688
Generate password hash	C1533
Generate UUID	C1066
Generic PDF driver	"_4d_pdf_printer
Get 4D file	C1418
Get 4D folder	C485
Get adjusted blobs cache priority	C1428
Get adjusted index cache priority	C1427
Get adjusted table cache priority	C1426
GET ALLOWED METHODS	C908
Get Application color scheme	C1763
Get assert enabled	C1130
GET AUTOMATIC RELATIONS	C899
Get cache size	C1432
Get current printer	C788
Get database localization	C1009
Get database parameter	C643
Get default user	C826
GET DOCUMENT ICON	C700
Get document position	C481
GET DOCUMENT PROPERTIES	C477
Get document size	C479
Get edited text	C655
Get external data path	C1133
GET FIELD ENTRY PROPERTIES	C685
GET FIELD PROPERTIES	C258
GET FIELD RELATION	C920
GET FIELD TITLES	C804
Get file from pasteboard	C976
Get group access	C1738
GET GROUP LIST	C610
GET GROUP PROPERTIES	C613
GET HIGHLIGHT	C209
GET HIGHLIGHTED RECORDS	C902
Get indexed string	C510
GET LAST ERROR STACK	C1015
Get last update log path	C1301
GET LIST ITEM	C378
Get list item font	C954
GET LIST ITEM ICON	C951
GET LIST ITEM PARAMETER	C985
GET LIST ITEM PARAMETER ARRAYS	C1195
GET LIST ITEM PROPERTIES	C631
GET LIST PROPERTIES	C632
GET MACRO PARAMETER	C997
Get menu bar reference	C979
Get menu item	C422
GET MENU ITEM ICON	C983
Get menu item key	C424
Get menu item mark	C428
Get menu item method	C981
Get menu item modifiers	C980
Get menu item parameter	C1003
GET MENU ITEM PROPERTY	C972
Get menu item style	C426
GET MENU ITEMS	C977
Get menu title	C430
GET MISSING TABLE NAMES	C1125
GET PASTEBOARD DATA	C401
GET PASTEBOARD DATA TYPE	C958
Get Pathname	#3
Get picture file name	C1171
GET PICTURE FORMATS	C1406
GET PICTURE FROM LIBRARY	C565
GET PICTURE FROM PASTEBOARD	C522
GET PICTURE KEYWORDS	C1142
GET PICTURE METADATA	C1122
GET PICTURE RESOURCE	C502
Get plugin access	C846
Get pointer	C304
Get print marker	C708
GET PRINT OPTION	C734
Get print preview	C1197
GET PRINTABLE AREA	C703
GET PRINTABLE MARGIN	C711
Get printed height	C702
GET PROCESS VARIABLE	C371
GET QUERY DESTINATION	C1155
Get query limit	C1156
GET REGISTERED CLIENTS	C650
GET RELATION PROPERTIES	C686
GET RESOURCE	C508
Get resource name	C513
Get resource properties	C515
Get selected menu item parameter	C1005
GET SERIAL PORT MAPPING	C909
Get string resource	C506
GET STYLE SHEET INFO	C1256
Get subrecord key	C1137
GET SYSTEM FORMAT	C994
GET TABLE PROPERTIES	C687
GET TABLE TITLES	C803
Get text from pasteboard	C524
GET TEXT KEYWORDS	C1141
Get text resource	C504
GET USER LIST	C609
GET USER PROPERTIES	C611
GET WINDOW RECT	C443
Get window title	C450
Get XML Data Source	#0
GOTO OBJECT	C206
GOTO RECORD	C242
GOTO SELECTED RECORD	C245
GOTO XY	C161
GPS 2D	#2
GPS 3D	#3
GPS Above sea level	#0
GPS altitude	"GPS/Altitude
GPS altitude ref	"GPS/AltitudeRef
GPS area information	"GPS/AreaInformation
GPS Below sea level	#1
GPS Correction applied	#1
GPS Correction not applied	#0
GPS date time	"GPS/DateTime
GPS dest bearing	"GPS/DestBearing
GPS dest bearing ref	"GPS/DestBearingRef
GPS dest distance	"GPS/DestDistance
GPS dest distance ref	"GPS/DestDistanceRef
GPS dest latitude	"GPS/DestLatitude
GPS dest latitude deg	"GPS/DestLatitude/Deg
GPS dest latitude dir	"GPS/DestLatitude/Dir
GPS dest latitude min	"GPS/DestLatitude/Min
GPS dest latitude sec	"GPS/DestLatitude/Sec
GPS dest longitude	"GPS/DestLongitude
GPS dest longitude deg	"GPS/DestLongitude/Deg
GPS dest longitude dir	"GPS/DestLongitude/Dir
GPS dest longitude min	"GPS/DestLongitude/Min
GPS dest longitude sec	"GPS/DestLongitude/Sec
GPS differential	"GPS/Differential
GPS DOP	"GPS/DOP
GPS East	"E
GPS img direction	"GPS/ImgDirection
GPS img direction ref	"GPS/ImgDirectionRef
GPS km h	"K
GPS knots h	"K
GPS latitude	"GPS/Latitude
GPS latitude deg	"GPS/Latitude/Deg
GPS latitude dir	"GPS/Latitude/Dir
GPS latitude min	"GPS/Latitude/Min
GPS latitude sec	"GPS/Latitude/Sec
GPS longitude	"GPS/Longitude
GPS longitude deg	"GPS/Longitude/Deg
GPS longitude dir	"GPS/Longitude/Dir
GPS longitude min	"GPS/Longitude/Min
GPS longitude sec	"GPS/Longitude/Sec
GPS magnetic north	"M
GPS map datum	"GPS/MapDatum
GPS measure mode	"GPS/MeasureMode
GPS measurement in progress	"A
GPS measurement Interoperability	"V
GPS miles h	?
GPS niles h	"M
GPS north	"N
GPS Processing method	"GPS/ProcessingMethod
GPS Satellites	"GPS/Satellites
GPS south	"S
GPS Speed	"GPS/Speed
GPS Speed ref	"GPS/SpeedRef
GPS Status	"GPS/Status
GPS Track	"GPS/Track
GPS Track ref	"GPS/TrackRef
GPS true north	"T
GPS Version ID	"GPS/VersionID
GPS west	"W
GRAPH	C169
Graph background color	"graphBackgroundColor
Graph background opacity	"graphBackgroundOpacity
Graph background shadow color	"graphBackgroundShadowColor
Graph bottom margin	"bottomMargin
Graph colors	"colors
Graph column gap	"columnGap
Graph column width max	"columnWidthMax
Graph column width min	"columnWidthMin
Graph default height	"defaultHeight
Graph default width	"defaultWidth
Graph display legend	"displayLegend
Graph document background color	"documentBackgroundColor
Graph document background opacity	"documentBackgroundOpacity
Graph font color	"fontColor
Graph font family	"fontFamily
Graph font size	"fontSize
Graph left margin	"leftMargin
Graph legend font color	"legendFontColor
Graph legend icon gap	"legendIconGap
Graph legend icon height	"legendIconHeight
Graph legend icon width	"legendIconWidth
Graph legend labels	"legendLabels
Graph line width	"lineWidth
Graph number format	"numberFormat
Graph pie direction	"pieDirection
Graph pie font size	"pieFontSize
Graph pie shift	"pieShift
Graph pie start angle	"pieStartAngle
Graph plot height	"plotHeight
Graph plot radius	"plotRadius
Graph plot width	"plotWidth
Graph right margin	"rightMargin
GRAPH SETTINGS	C298
Graph top margin	"topMargin
Graph type	"graphType
Graph xGrid	"xGrid
Graph xMax	"xMax
Graph xMin	"xMin
Graph xProp	"xProp
Graph yGrid	"yGrid
Graph yMax	"yMax
Graph yMin	"yMin
Greek Drachma	"GRD
Green	#8
Grey	#14
GS ASCII code	#29
GZIP best compression mode	#-1
GZIP fast compression mode	#-2
Has full screen mode Mac	#65536
Has grow box	#4
Has highlight	#1
Has window title	#2
Has zoom box	#8
Help Key	#5
HH MM	#2
HH MM AM PM	#5
HH MM SS	#1
HIDE MENU BAR	C432
HIDE PROCESS	C324
HIDE TOOL BAR	C434
HIDE WINDOW	C436
Highlight menu background color	#-9
Highlight menu text color	#-10
HIGHLIGHT RECORDS	C656
HIGHLIGHT TEXT	C210
Highlight text background color	#-7
Highlight text color	#-8
Highlighted method text	#2
Home folder	#18
Home Key	#1
Horizontal concatenation	#1
Horizontally Centered	#65536
Hour min	#4
Hour Min Sec	#3
HT ASCII code	#9
html format	"html
HTML Root Folder	#8
HTTP AUTHENTICATE	C1161
HTTP basic	#1
HTTP client log	#7
HTTP Client log file	#24
HTTP compression	#6
HTTP Compression Level	#50
HTTP Compression Threshold	#51
HTTP debug log file	#9
HTTP DELETE method	"DELETE
HTTP digest	#2
HTTP disable log	#0
HTTP display auth dial	#4
HTTP enable log with all body parts	#7
HTTP enable log with request body	#3
HTTP enable log with response body	#5
HTTP enable log without body	#1
HTTP follow redirect	#2
HTTP Get	C1157
HTTP Get certificates folder	C1307
HTTP GET method	"GET
HTTP GET OPTION	C1159
HTTP HEAD method	"HEAD
HTTP Listener	#-56
HTTP log file	#8
HTTP Log flusher	#-58
HTTP max redirect	#3
HTTP OPTIONS method	"OPTIONS
HTTP Parse message	C1824
HTTP POST method	"POST
HTTP PUT method	"PUT
HTTP Request	C1158
HTTP reset auth settings	#5
HTTP SET CERTIFICATES FOLDER	C1306
HTTP SET OPTION	C1160
HTTP timeout	#1
HTTP TRACE method	"TRACE
HTTP Worker pool server	#-55
HTTPS port ID	#39
IDLE	C311
Idle Connections Timeout	#54
Ignore invisible	#8
IMAP all	#1
IMAP authentication CRAM MD5	"CRAM-MD5
IMAP authentication login	"LOGIN
IMAP authentication OAUTH2	"OAUTH2
IMAP authentication plain	"PLAIN
IMAP Log	#119
IMAP log file	#23
IMAP New transporter	C1723
IMAP read only state	#1
IMAP read write state	#0
IMPORT DATA	C665
IMPORT DIF	C86
IMPORT STRUCTURE	C1310
IMPORT SYLK	C87
IMPORT TEXT	C168
In break	C113
In contents	?
In footer	C191
In header	C112
In transaction	C397
Indexing Process	#-5
Indicator Asynchronous progress bar	?
Indicator Barber shop	?
Indicator Progress bar	?
Information Message	#0
INSERT IN ARRAY	C227
INSERT IN BLOB	C559
INSERT IN LIST	C625
INSERT MENU ITEM	C412
Insert string	C231
Int	C8
Integer array	#15
INTEGER TO BLOB	C548
INTEGRATE MIRROR LOG FILE	C1312
Intel Compatible	#586
Internal 4D localization	#3
Internal 4D Server Process	#-18
Internal date abbreviated	#6
Internal date long	#5
Internal date short	#7
Internal date short special	#4
Internal Timer Process	#-25
INTERSECTION	C121
Into 4D Commands Log	#3
Into 4D Debug Message	#1
Into 4D Diagnostic Log	#5
Into 4D Request Log	#2
Into current selection	#0
Into named selection	#2
Into set	#1
Into system standard outputs	#6
Into variable	#3
Into Windows Log Events	#0
INVOKE ACTION	C1439
IPTC action	#11900
IPTC aerial view	#11200
IPTC Byline	"IPTC/Byline
IPTC Byline title	"IPTC/BylineTitle
IPTC caption abstract	"IPTC/CaptionAbstract
IPTC category	"IPTC/Category
IPTC city	"IPTC/City
IPTC close up	#11800
IPTC contact	"IPTC/Contact
IPTC content location code	"IPTC/ContentLocationCode
IPTC content location name	"IPTC/ContentLocationName
IPTC copyright notice	"IPTC/CopyrightNotice
IPTC country primary location code	"IPTC/CountryPrimaryLocationCode
IPTC country primary location name	"IPTC/CountryPrimaryLocationName
IPTC couple	#10700
IPTC credit	"IPTC/Credit
IPTC Date time created	"IPTC/DateTimeCreated
IPTC Digital creation date time	"IPTC/DigitalCreationDateTime
IPTC edit status	"IPTC/EditStatus
IPTC expiration date time	"IPTC/ExpirationDateTime
IPTC exterior view	#11600
IPTC fixture identifier	"IPTC/FixtureIdentifier
IPTC full length	#10300
IPTC general view	#11000
IPTC group	#10900
IPTC half length	#10200
IPTC headline	"IPTC/Headline
IPTC headshot	#10100
IPTC Image orientation	"IPTC/ImageOrientation
IPTC Image type	"IPTC/ImageType
IPTC interior view	#11700
IPTC Keywords	"IPTC/Keywords
IPTC Language identifier	"IPTC/LanguageIdentifier
IPTC movie scene	#12400
IPTC night scene	#11400
IPTC Object Attribute reference	"IPTC/ObjectAttributeReference
IPTC Object cycle	"IPTC/ObjectCycle
IPTC Object name	"IPTC/ObjectName
IPTC off beat	#12300
IPTC Original transmission reference	"IPTC/OriginalTransmissionReference
IPTC Originating program	"IPTC/OriginatingProgram
IPTC panoramic view	#11100
IPTC performing	#12000
IPTC posing	#12100
IPTC profile	#10400
IPTC program version	"IPTC/ProgramVersion
IPTC province state	"IPTC/ProvinceState
IPTC rear view	#10500
IPTC Release date time	"IPTC/ReleaseDateTime
IPTC satellite	#11500
IPTC scene	"IPTC/Scene
IPTC single	#10600
IPTC source	"IPTC/Source
IPTC special instructions	"IPTC/SpecialInstructions
IPTC star rating	"IPTC/StarRating
IPTC sub Location	"IPTC/SubLocation
IPTC subject reference	"IPTC/SubjectReference
IPTC supplemental category	"IPTC/SupplementalCategory
IPTC symbolic	#12200
IPTC two	#10800
IPTC under water	#11300
IPTC Urgency	"IPTC/Urgency
IPTC Writer editor	"IPTC/WriterEditor
Irish Pound	"IEP
Is a document	#1
Is a folder	#0
Is a list	C621
Is a variable	C294
Is Alpha Field	#0
Is BLOB	#30
Is boolean	#6
Is collection	#42
Is color	#1
Is compiled mode	C492
Is current database a project	#112
Is data file locked	C716
Is Date	#4
Is DOM reference	#37
Is editing text	C1744
Is field number valid	C1000
Is field value Null	C964
Is float	#35
Is gray scale	#0
Is host database a project	#113
Is host database writable	#117
Is in print preview	C1198
Is in set	C273
Is Integer	#8
Is Integer 64 bits	#25
Is license available	C714
Is LongInt	#9
Is macOS	C1572
Is new record	C668
Is nil pointer	C315
Is not compressed	#0
Is null	#255
Is object	#38
Is Picture	#3
Is picture file	C1113
Is Pointer	#23
Is Real	#1
Is record loaded	C669
Is String Var	#24
Is Subtable	#7
Is table number valid	C999
Is Text	#2
Is Time	#11
Is Undefined	#5
Is user deleted	C616
Is variant	#12
Is waiting mouse up	C1422
Is window maximized	C1830
Is window reduced	C1831
Is Windows	C1573
Is XML	#36
ISO date	#8
ISO date GMT	#9
ISO L1 a acute	"&aacute;
ISO L1 a circumflex	"&acirc;
ISO L1 a grave	"&agrave;
ISO L1 a ring	"&aring;
ISO L1 a tilde	"&atilde;
ISO L1 a umlaut	"&auml;
ISO L1 ae ligature	"&aelig;
ISO L1 Ampersand	"&amp;
ISO L1 c cedilla	"&ccedil;
ISO L1 Cap A acute	"&Aacute;
ISO L1 Cap A circumflex	"&Acirc;
ISO L1 Cap A grave	"&Agrave;
ISO L1 Cap A ring	"&Aring;
ISO L1 Cap A tilde	"&Atilde;
ISO L1 Cap A umlaut	"&Auml;
ISO L1 Cap AE ligature	"&AElig;
ISO L1 Cap C cedilla	"&Ccedil;
ISO L1 Cap E acute	"&Eacute;
ISO L1 Cap E circumflex	"&Ecirc;
ISO L1 Cap E grave	"&Egrave;
ISO L1 Cap E umlaut	"&Euml;
ISO L1 Cap Eth Icelandic	"&ETH;
ISO L1 Cap I acute	"&Iacute;
ISO L1 Cap I circumflex	"&Icirc;
ISO L1 Cap I grave	"&Igrave;
ISO L1 Cap I umlaut	"&Iuml;
ISO L1 Cap N tilde	"&Ntilde;
ISO L1 Cap O acute	"&Oacute;
ISO L1 Cap O circumflex	"&Ocirc;
ISO L1 Cap O grave	"&Ograve;
ISO L1 Cap O slash	"&Oslash;
ISO L1 Cap O tilde	"&Otilde;
ISO L1 Cap O umlaut	"&Ouml;
ISO L1 Cap THORN Icelandic	"&THORN;
ISO L1 Cap U acute	"&Uacute;
ISO L1 Cap U circumflex	"&Ucirc;
ISO L1 Cap U grave	"&Ugrave;
ISO L1 Cap U umlaut	"&Uuml;
ISO L1 Cap Y acute	"&Yacute;
ISO L1 Copyright	"&copy;
ISO L1 e acute	"&eacute;
ISO L1 e circumflex	"&ecirc;
ISO L1 e grave	"&egrave;
ISO L1 e umlaut	"&euml;
ISO L1 eth Icelandic	"&eth;
ISO L1 Greater than	"&gt;
ISO L1 i acute	"&iacute;
ISO L1 i circumflex	"&icirc;
ISO L1 i grave	"&igrave;
ISO L1 i umlaut	"&iuml;
ISO L1 Less than	"&lt;
ISO L1 n tilde	"&ntilde;
ISO L1 o acute	"&oacute;
ISO L1 o circumflex	"&ocirc;
ISO L1 o grave	"&ograve;
ISO L1 o slash	"&oslash;
ISO L1 o tilde	"&otilde;
ISO L1 o umlaut	"&ouml;
ISO L1 Quotation mark	"&quot;
ISO L1 Registered	"&reg;
ISO L1 sharp s German	"&szlig;
ISO L1 thorn Icelandic	"&thorn;
ISO L1 u acute	"&uacute;
ISO L1 u circumflex	"&ucirc;
ISO L1 u grave	"&ugrave;
ISO L1 u umlaut	"&uuml;
ISO L1 y acute	"&yacute;
ISO L1 y umlaut	"&yuml;
ISO time	#8
Italian Lira	"ITL
Italic	#2
Italic and Underline	#6
January	#1
JSON Parse	C1218
JSON PARSE ARRAY	C1219
JSON Resolve pointers	C1478
JSON Stringify	C1217
JSON Stringify array	C1228
JSON TO SELECTION	C1235
JSON Validate	C1456
July	#7
June	#6
Key down event	#3
Key up event	#4
Keystroke	C390
Keywords Index	#-1
KILL WORKER	C1390
kp preview automatic	#0
kp preview none	#0
kp preview PDF	#2
kp preview XPS	#1
Last Backup Date	#0
Last backup file	#2
Last Backup information	#5
Last Backup Status	#2
Last errors	C1799
Last field number	C255
Last journal integration log file	#22
Last query path	C1045
Last query plan	C1046
LAST RECORD	C200
Last Restore Date	#0
Last Restore Status	#2
Last table number	C254
Last update log path	C1301
LAUNCH EXTERNAL PROCESS	C811
LDAP all levels	"sub
LDAP clear password	?
LDAP digest MD5 password	?
LDAP LOGIN	C1326
LDAP LOGOUT	C1327
LDAP password MD5	#0
LDAP password plain text	#1
LDAP root and next	"one
LDAP root only	"base
LDAP Search	C1328
LDAP SEARCH ALL	C1329
Left Arrow Key	#28
Legacy printing layer option	#16
Length	C16
Level	C101
LF ASCII code	#10
Libldap version	#114
Libsasl version	#115
Libzip version	#120
License info	C1489
License usage	C1782
Licenses Folder	#1
Light Blue	#7
Light Grey	#12
Light shadow color	#-4
Line feed	#10
List item parent	C633
List item position	C629
LIST OF CHOICE LISTS	C957
LIST OF STYLE SHEETS	C1255
LIST TO ARRAY	C288
LIST TO BLOB	C556
LISTBOX COLLAPSE	C1101
LISTBOX DELETE COLUMN	C830
LISTBOX DELETE ROWS	C914
LISTBOX DUPLICATE COLUMN	C1273
LISTBOX EXPAND	C1100
Listbox footer std deviation	#7
LISTBOX Get array	C1278
LISTBOX GET ARRAYS	C832
LISTBOX Get auto row height	C1502
LISTBOX GET CELL COORDINATES	C1330
LISTBOX GET CELL POSITION	C971
LISTBOX Get column formula	C1202
LISTBOX Get column width	C834
LISTBOX Get footer calculation	C1150
LISTBOX Get footers height	C1146
LISTBOX GET GRID	C1199
LISTBOX GET GRID COLORS	C1200
LISTBOX Get headers height	C1144
LISTBOX GET HIERARCHY	C1099
LISTBOX Get locked columns	C1152
LISTBOX Get number of columns	C831
LISTBOX Get number of rows	C915
LISTBOX GET OBJECTS	C1302
LISTBOX GET PRINT INFORMATION	C1110
LISTBOX Get property	C917
LISTBOX Get row color	C1658
LISTBOX Get row color as number	C1271
LISTBOX Get row font style	C1269
LISTBOX Get row height	C1408
LISTBOX Get rows height	C836
LISTBOX Get static columns	C1154
LISTBOX GET TABLE SOURCE	C1014
LISTBOX INSERT COLUMN	C829
LISTBOX INSERT COLUMN FORMULA	C970
LISTBOX INSERT ROWS	C913
LISTBOX MOVE COLUMN	C1274
LISTBOX MOVED COLUMN NUMBER	C844
LISTBOX MOVED ROW NUMBER	C837
LISTBOX SELECT BREAK	C1117
LISTBOX SELECT ROW	C912
LISTBOX SELECT ROWS	C1715
LISTBOX SET ARRAY	C1279
LISTBOX SET AUTO ROW HEIGHT	C1501
LISTBOX SET COLUMN FORMULA	C1203
LISTBOX SET COLUMN WIDTH	C833
LISTBOX SET FOOTER CALCULATION	C1140
LISTBOX SET FOOTERS HEIGHT	C1145
LISTBOX SET GRID	C841
LISTBOX SET GRID COLOR	C842
LISTBOX SET HEADERS HEIGHT	C1143
LISTBOX SET HIERARCHY	C1098
LISTBOX SET LOCKED COLUMNS	C1151
LISTBOX SET PROPERTY	C1440
LISTBOX SET ROW COLOR	C1270
LISTBOX SET ROW FONT STYLE	C1268
LISTBOX SET ROW HEIGHT	C1409
LISTBOX SET ROWS HEIGHT	C835
LISTBOX SET STATIC COLUMNS	C1153
LISTBOX SET TABLE SOURCE	C1013
LISTBOX SORT COLUMNS	C916
lk add to selection	#1
lk all	#0
lk allow wordwrap	#14
lk auto row height	#31
lk automatic	#2
lk background color	#1
lk background color array	#1
lk background color expression	#22
lk break row	#2
lk cell horizontal padding	#36
lk cell vertical padding	#37
lk column max width	#26
lk column min width	#25
lk column resizable	#15
lk control array	#3
lk current item expression	#38
lk current item pos expression	#39
lk detail form name	#19
lk display	#0
lk display footer	#8
lk display header	#0
lk display record	#2
lk display type	#21
lk do nothing	#0
lk double click on row	#18
lk edit record	#1
lk extra rows	#13
lk font color	#0
lk font color array	#0
lk font color expression	#23
lk font style expression	#24
lk footer average	#6
lk footer count	#5
lk footer custom	#1
lk footer max	#3
lk footer min	#2
lk footer std deviation	#7
lk footer sum	#4
lk footer sum squares	#9
lk footer variance	#8
lk header display	?
lk hide	#1
lk hide selection highlight	#16
lk highlight set	#27
lk hor scrollbar height	#3
lk inherited	#-255
lk last printed row number	#0
lk level	#3
lk lines	#1
lk manual	#0
lk meta expression	#34
lk movable rows	#35
lk multi style	#30
lk multiple	#2
lk named selection	#28
lk no	#0
lk none	#0
lk numeric format	#0
lk pixels	#0
lk printed height	#3
lk printed rows	#1
lk printing is over	#2
lk remove from selection	#2
lk replace selection	#0
lk resizing mode	#11
lk row height array	#4
lk row height unit	#17
lk row is disabled	#2
lk row is hidden	#1
lk row is not selectable	#4
lk row max height	#33
lk row min height	#32
lk selected items expression	#40
lk selection	#1
lk selection mode	#10
lk single	#1
lk single click edit	#29
lk sortable	#20
lk style array	#2
lk three states checkbox	#1
lk truncate	#12
lk ver scrollbar width	#5
lk with ellipsis	#1
lk without ellipsis	#0
lk yes	#1
Load 4D View document	C1528
Load list	C383
LOAD RECORD	C52
LOAD SET	C185
LOAD VARIABLES	C74
Localized document path	C1105
Localized string	C991
Locked	C147
LOCKED BY	C353
Locked records info	C1316
Locked resource bit	#4
Locked resource mask	#16
Log	C22
Log Command list	#80
Log debug	#3
Log error	#6
LOG EVENT	C667
Log File	C928
Log file	C928
Log File Process	#-20
LOG FILE TO JSON	C1352
Log info	#4
Log trace	#2
Log warn	#5
Logger process	#-57
Logs Folder	#7
LongInt array	#16
LONGINT ARRAY FROM SELECTION	C647
LONGINT TO BLOB	C550
Lowercase	C14
Luxembourg Franc	"LUF
Mac C string	#0
Mac OS	#2
Mac Pascal string	#1
Mac spool file format option	#13
Mac text with length	#2
Mac text without length	#3
Macintosh byte ordering	#1
Macintosh command down	C546
Macintosh control down	C544
Macintosh double real format	#2
Macintosh option down	C545
MacOS Printer Port	#0
MacOS Serial Port	#1
MAIL Convert from MIME	C1681
MAIL Convert to MIME	C1604
mail disposition attachment	"attachment
mail disposition inline	"inline
mail mode ISO2022JP	"US-ASCII_ISO-2022-JP_UTF8_QP
mail mode ISO88591	"ISO-8859-1
mail mode UTF8	"US-ASCII_UTF8_QP
mail mode UTF8 in base64	"US-ASCII_UTF8_B64
MAIL New attachment	C1644
Main 4D process	#-39
Main Process	#-1
Manual	#2
March	#3
Match regex	C1019
Max	C3
Max Concurrent Web Processes	#18
MAXIMIZE WINDOW	C453
Maximum Web requests size	#27
MAXINT	#32767
MAXLONG	#2147483647
MAXTEXTLENBEFOREV11	#32000
May	#5
MD5 digest	#0
MEMORY STATISTICS	C1118
Menu bar height	C440
Menu bar screen	C441
Menu selected	C152
Merged application	#2
MESSAGE	C88
MESSAGES OFF	C175
MESSAGES ON	C181
Method called on error	C704
Method called on event	C705
Method editor macro Process	#-17
METHOD Get attribute	C1169
METHOD GET ATTRIBUTES	C1334
METHOD GET CODE	C1190
METHOD GET COMMENTS	C1189
METHOD GET FOLDERS	C1206
METHOD GET MODIFICATION DATE	C1170
METHOD GET NAMES	C1166
METHOD Get path	C1164
METHOD GET PATHS	C1163
METHOD GET PATHS FORM	C1168
METHOD OPEN PATH	C1213
METHOD RESOLVE PATH	C1165
METHOD SET ACCESS MODE	C1191
METHOD SET ATTRIBUTE	C1192
METHOD SET ATTRIBUTES	C1335
METHOD SET CODE	C1194
METHOD SET COMMENTS	C1193
Millions of colors 24 bit	#24
Millions of colors 32 bit	#32
Milliseconds	C459
Min	C4
Min Sec	#7
Min TLS version	#105
MINIMIZE WINDOW	C454
mk cosine	"cosine
mk dot	"dot
mk euclidean	"euclidean
MM SS	#6
MOBILE APP REFRESH SESSIONS	C1596
MobileApps folder	#10
Mod	C98
Modal dialog	#9
Modal dialog box	#1
Modal form dialog box	#1
Modified	C32
Modified record	C314
MODIFY RECORD	C57
MODIFY SELECTION	C204
Monday	#2
Monitor Process	#-26
Monitored activity	C1713
Month of	C24
Mouse button bit	#7
Mouse button mask	#128
Mouse down event	#1
MOUSE POSITION	C468
Mouse up event	#2
Movable dialog box	#5
Movable form dialog box	#5
Movable form dialog box no title	#524293
MOVE DOCUMENT	C540
Move to Replaced files folder	#4
MSC Process	#-22
MULTI SORT ARRAY	C718
Multiline Auto	#0
Multiline No	#2
Multiline Yes	#1
Multiple files	#1
Multiple Selection	#2
NAK ASCII code	#21
Native byte ordering	#0
Native real format	#0
NBSP ASCII CODE	#160
Netherlands Guilder	"NLG
New collection	C1472
New data key	C1611
New file	#0
New file dialog	#1
New list	C375
New log file	C926
New object	C1471
New process	C317
New record	#-3
New shared collection	C1527
New shared object	C1526
New signal	C1641
Next Backup Date	#4
NEXT RECORD	C51
Next window	C448
No current record	#-1
NO DEFAULT TABLE	C993
No relation	#0
No Selection	#0
No such data in pasteboard	#-102
None	#0
Normal	#0
Not	C34
NOTIFY RESOURCES FOLDER MODIFICATION	C1052
November	#11
NUL ASCII code	#0
Null	C1517
Null event	#0
Num	C11
Number of copies option	#4
Number of formulas in cache	#92
OB Class	C1730
OB Copy	C1225
OB Entries	C1720
OB Get	C1224
OB GET ARRAY	C1229
OB GET PROPERTY NAMES	C1232
OB Get type	C1230
OB Instance of	C1731
OB Is defined	C1231
OB Is empty	C1297
OB Is shared	C1759
OB Keys	C1719
OB REMOVE	C1226
OB SET	C1220
OB SET ARRAY	C1227
OB SET NULL	C1233
OB Values	C1718
Object array	#39
Object current	#0
OBJECT DUPLICATE	C1111
Object First in entry order	";FirstObject
OBJECT Get action	C1457
OBJECT Get auto spellcheck	C1174
OBJECT GET BEST SIZE	C717
OBJECT Get border style	C1263
OBJECT Get context menu	C1252
OBJECT GET COORDINATES	C663
OBJECT Get corner radius	C1324
OBJECT Get data source	C1265
OBJECT Get data source formula	C1852
OBJECT GET DRAG AND DROP OPTIONS	C1184
OBJECT Get enabled	C1079
OBJECT Get enterable	C1067
OBJECT GET EVENTS	C1238
OBJECT Get filter	C1073
OBJECT Get focus rectangle invisible	C1178
OBJECT Get font	C1069
OBJECT Get font size	C1070
OBJECT Get font style	C1071
OBJECT Get format	C894
OBJECT Get help tip	C1182
OBJECT Get horizontal alignment	C707
OBJECT Get indicator type	C1247
OBJECT Get keyboard layout	C1180
OBJECT Get list name	C1072
OBJECT Get list reference	C1267
OBJECT GET MAXIMUM VALUE	C1245
OBJECT GET MINIMUM VALUE	C1243
OBJECT Get multiline	C1254
OBJECT Get name	C1087
OBJECT Get placeholder	C1296
OBJECT Get pointer	C1124
OBJECT GET PRINT VARIABLE FRAME	C1241
OBJECT GET RESIZING OPTIONS	C1176
OBJECT GET RGB COLORS	C1074
OBJECT GET SCROLL POSITION	C1114
OBJECT GET SCROLLBAR	C1076
OBJECT GET SHORTCUT	C1186
OBJECT Get style sheet	C1258
OBJECT GET SUBFORM	C1139
OBJECT GET SUBFORM CONTAINER SIZE	C1148
OBJECT Get subform container value	C1785
OBJECT Get text orientation	C1283
OBJECT Get three states checkbox	C1250
OBJECT Get title	C1068
OBJECT Get type	C1300
OBJECT Get value	C1743
OBJECT Get vertical alignment	C1188
OBJECT Get visible	C1075
OBJECT Is styled text	C1261
OBJECT MOVE	C664
Object named	#3
OBJECT SET ACTION	C1259
OBJECT SET AUTO SPELLCHECK	C1173
OBJECT SET BORDER STYLE	C1262
OBJECT SET CONTEXT MENU	C1251
OBJECT SET COORDINATES	C1248
OBJECT SET CORNER RADIUS	C1323
OBJECT SET DATA SOURCE	C1264
OBJECT SET DATA SOURCE FORMULA	C1851
OBJECT SET DRAG AND DROP OPTIONS	C1183
OBJECT SET ENABLED	C1123
OBJECT SET ENTERABLE	C238
OBJECT SET EVENTS	C1239
OBJECT SET FILTER	C235
OBJECT SET FOCUS RECTANGLE INVISIBLE	C1177
OBJECT SET FONT	C164
OBJECT SET FONT SIZE	C165
OBJECT SET FONT STYLE	C166
OBJECT SET FORMAT	C236
OBJECT SET HELP TIP	C1181
OBJECT SET HORIZONTAL ALIGNMENT	C706
OBJECT SET INDICATOR TYPE	C1246
OBJECT SET KEYBOARD LAYOUT	C1179
OBJECT SET LIST BY NAME	C237
OBJECT SET LIST BY REFERENCE	C1266
OBJECT SET MAXIMUM VALUE	C1244
OBJECT SET MINIMUM VALUE	C1242
OBJECT SET MULTILINE	C1253
OBJECT SET PLACEHOLDER	C1295
OBJECT SET PRINT VARIABLE FRAME	C1240
OBJECT SET RESIZING OPTIONS	C1175
OBJECT SET RGB COLORS	C628
OBJECT SET SCROLL POSITION	C906
OBJECT SET SCROLLBAR	C843
OBJECT SET SHORTCUT	C1185
OBJECT SET STYLE SHEET	C1257
OBJECT SET SUBFORM	C1138
OBJECT SET SUBFORM CONTAINER VALUE	C1784
OBJECT SET TEXT ORIENTATION	C1284
OBJECT SET THREE STATES CHECKBOX	C1249
OBJECT SET TITLE	C194
OBJECT SET VALUE	C1742
OBJECT SET VERTICAL ALIGNMENT	C1187
OBJECT SET VISIBLE	C603
Object subform container	#2
Object to path	C1548
Object type 3D button	#16
Object type 3D checkbox	#26
Object type 3D radio button	#23
Object type button grid	#20
Object type checkbox	#25
Object type combobox	#11
Object type dial	#28
Object type group	#21
Object type groupbox	#30
Object type hierarchical list	#6
Object type hierarchical popup menu	#13
Object type highlight button	#17
Object type invisible button	#18
Object type line	#32
Object type listbox	#7
Object type listbox column	#9
Object type listbox footer	#10
Object type listbox header	#8
Object type matrix	#35
Object type oval	#34
Object type picture button	#19
Object type picture input	#4
Object type picture popup menu	#14
Object type picture radio button	#24
Object type plugin area	#38
Object type popup dropdown list	#12
Object type progress indicator	#27
Object type push button	#15
Object type radio button	#22
Object type radio button field	#5
Object type rectangle	#31
Object type rounded rectangle	#33
Object type ruler	#29
Object type splitter	#36
Object type static picture	#2
Object type static text	#1
Object type subform	#39
Object type tab control	#37
Object type text input	#3
Object type unknown	#0
Object type view pro area	#42
Object type web area	#40
Object type write pro area	#41
Object with focus	#1
obk enterable	#1
obk not enterable	#0
obk not enterable not focusable	#2
October	#10
Old	C35
OLD RELATED MANY	C263
OLD RELATED ONE	C44
On Activate	#11
On After Edit	#45
On after host database exit	#4
On after host database startup	#2
On After Keystroke	#28
On After Sort	#30
On Alternative Click	#38
On application background move	#1
On application foreground move	#2
On Arrow Click	#38
On Background	#3
On Before Data Entry	#41
On before host database exit	#3
On before host database startup	#1
On Before Keystroke	#17
On Begin Drag Over	#46
On Begin URL Loading	#47
On Bound Variable Change	#54
On Clicked	#4
On Close Box	#22
On Close Detail	#26
On Collapse	#44
On Column Moved	#32
On Column Resize	#33
On Data Change	#20
On Deactivate	#12
On Delete Action	#58
On Deleting Record Event	#3
On Display Detail	#8
On Double Clicked	#13
On Drag Over	#21
On Drop	#16
On End URL Loading	#49
ON ERR CALL	C155
ON EVENT CALL	C190
On Exit database method	C905252
On Exit Process	#-16
On Expand	#43
On Footer Click	#57
On Getting Focus	#15
On Header	#5
On Header Click	#42
On Load	#1
On Load Record	#40
On Long Click	#39
On Losing Focus	#14
On Mac toolbar button	#55
On Menu Selected	#18
On Mouse Enter	#35
On Mouse Leave	#36
On Mouse Move	#37
On Mouse Up	#2
On object locked abort	#0
On object locked confirm	#2
On object locked retry	#1
On Open Detail	#25
On Open External Link	#52
On Outside Call	#10
On Page Change	#56
On Picture Scroll	#59
On Plug in Area	#19
On Printing Break	#6
On Printing Detail	#23
On Printing Footer	#7
On Resize	#29
On REST Authentication database method	C3367
On Row Moved	#34
On Row Resize	#60
On Saving Existing Record Event	#2
On Saving New Record Event	#1
On Scroll	#59
On Selection Change	#31
On Server Open Connection database method	C16001
On Startup database method	C905263
On the Left	#131072
On the Right	#196608
On Timer	#27
On Unload	#24
On URL Filtering	#51
On URL Loading Error	#50
On URL Resource Loading	#48
On Validate	#3
On VP Range Changed	#61
On VP Ready	#9
On Window Opening Denied	#53
ONE RECORD SELECT	C189
OPEN ADMINISTRATION WINDOW	C1047
OPEN COLOR PICKER	C1304
OPEN DATA FILE	C312
OPEN DATABASE	C1321
Open datastore	C1452
Open document	C264
OPEN FONT PICKER	C1303
Open form window	C675
OPEN PRINTING JOB	C995
Open resource file	C497
OPEN RUNTIME EXPLORER	C1781
OPEN SECURITY CENTER	C1018
OPEN SETTINGS WINDOW	C903
OPEN URL	C673
Open window	C153
OpenSSL version	#94
Operating system event	#15
Option key bit	#11
Option key mask	#2048
Orange	#2
ORDER BY	C49
ORDER BY ATTRIBUTE	C1407
ORDER BY FORMULA	C300
Order By Formula On Server	#47
Orientation 0°	#0
Orientation 180°	#180
Orientation 90° left	#270
Orientation 90° right	#90
Orientation option	#2
Other 4D Process	#-10
Other internal process	#-40
Other User Process	#4
Outside call	C328
Own XML Data Source	#2
Package open	#2
Package selection	#4
PAGE BREAK	C6
Page Down Key	#12
Page range option	#15
Page setup dialog	#1
Page Up Key	#11
Palette form window	#1984
Palette window	#1984
Paper option	#1
Paper source option	#5
Parity Even	#12288
Parity None	#0
Parity Odd	#4096
Parse formula	C1576
Pasteboard data size	C400
Path All objects	#-1
Path class	#32
Path Database method	#2
Path is POSIX	#1
Path is system	#0
Path Project form	#4
Path Project method	#1
Path Table form	#16
Path to object	C1547
Path Trigger	#8
Path volatile method	#128
PAUSE INDEXES	C1293
Pause logging	#121
PAUSE PROCESS	C319
Paused	#5
PC byte ordering	#2
PC double real format	#3
Period	#46
PHP Execute	C1058
PHP GET FULL RESPONSE	C1061
PHP GET OPTION	C1060
PHP interpreter IP address	#55
PHP interpreter port	#56
PHP Raw result	#2
PHP SET OPTION	C1059
Pi	#3.141592653589793
Picture array	#19
PICTURE CODEC LIST	C992
Picture data	"4PCT
Picture Document	"PICT
PICTURE LIBRARY LIST	C564
PICTURE PROPERTIES	C457
Picture size	C356
PICTURE TO BLOB	C692
Plain	#0
Plain dialog box	#2
Plain fixed size window	#4
Plain form window	#8
Plain form window no title	#524296
Plain no zoom box window	#0
Plain window	#8
PLAY	C290
PLUGIN LIST	C847
Pointer array	#20
POP RECORD	C177
Pop up form window	#32
Pop up menu	C542
Pop up window	#32
POP3 authentication APOP	"APOP
POP3 authentication CRAM MD5	"CRAM-MD5
POP3 authentication login	"LOGIN
POP3 authentication OAUTH2	"OAUTH2
POP3 authentication plain	"PLAIN
POP3 authentication user	"USER
POP3 Log	#116
POP3 log file	#21
POP3 New transporter	C1697
Port ID	#15
Portuguese Escudo	"PTE
Position	C15
Posix path	#4
POST CLICK	C466
POST EVENT	C467
POST KEY	C465
POST OUTSIDE CALL	C329
Power PC	#406
Preloaded resource bit	#2
Preloaded resource mask	#4
PREVIOUS RECORD	C110
Print dialog	#2
Print form	C5
Print Frame fixed with multiple records	#2
Print Frame fixed with truncation	#1
PRINT LABEL	C39
Print object	C1095
PRINT OPTION VALUES	C785
Print preview option	#18
PRINT RECORD	C71
PRINT SELECTION	C60
PRINT SETTINGS	C106
Print settings to BLOB	C1433
PRINTERS LIST	C789
Printing page	C275
PROCESS 4D TAGS	C816
Process aborted	C672
Process activity	C1495
Process info	C1843
Process number	C372
Process state	C330
Processes and sessions	#0
Processes only	#1
Progress bar	#1
Protected resource bit	#3
Protected resource mask	#8
Protocol DTR	#30
Protocol None	#0
Protocol XONXOFF	#20
PUBLIC ID	#1
Purgeable resource bit	#5
Purgeable resource mask	#32
Purple	#4
PUSH RECORD	C176
qr alternate background color	#9
qr average	#2
qr background color	#8
QR BLOB TO REPORT	C771
qr bold	#3
qr bottom border	#8
qr cmd 4D View destination	#2503
qr cmd add column	#2608
qr cmd alt back color palette	#1004
qr cmd automatic width	#2605
qr cmd average	#507
qr cmd back color palette	#1003
qr cmd back colors toolbar	#2052
qr cmd bold	#500
qr cmd borders	#2609
qr cmd center justified	#504
qr cmd columns toolbar	#2054
qr cmd count	#510
qr cmd default justified	#512
qr cmd delete column	#2601
qr cmd disk file destination	#2501
qr cmd edit column	#2603
qr cmd font color palette	#1002
qr cmd font dropdown	#1000
qr cmd format	#2606
qr cmd generate	#2008
qr cmd graph destination	#2502
qr cmd header and footer	#2005
qr cmd hide column	#2602
qr cmd hide line	#2607
qr cmd HTML file destination	#2504
qr cmd insert column	#2600
qr cmd italic	#501
qr cmd left justified	#503
qr cmd max	#509
qr cmd min	#508
qr cmd move left	#3002
qr cmd move right	#3003
qr cmd new	#2000
qr cmd open	#2001
qr cmd operators toolbar	#2051
qr cmd page setup	#2006
qr cmd plain	#511
qr cmd presentation	#2611
qr cmd print preview	#2007
qr cmd printer destination	#2500
qr cmd repeated values	#2604
qr cmd revert to save	#2004
qr cmd right justified	#505
qr cmd save	#2002
qr cmd save as	#2003
qr cmd standard deviation	#513
qr cmd standard toolbar	#2053
qr cmd style toolbar	#2050
qr cmd sum	#506
qr cmd totals spacing	#2610
qr cmd underline	#502
qr count	#16
QR Count columns	C764
qr cross report	#2
QR DELETE COLUMN	C749
QR DELETE OFFSCREEN AREA	C754
qr detail	#-2
QR EXECUTE COMMAND	C791
qr field separator	#3
QR Find column	C776
qr font name	#10
qr font size	#2
qr footer	#-5
QR Get area property	C795
QR GET BORDERS	C798
QR Get command status	C792
QR GET DESTINATION	C756
QR Get document property	C773
QR Get drop column	C747
QR GET HEADER AND FOOTER	C775
QR Get HTML template	C751
QR GET INFO COLUMN	C766
QR Get info row	C769
QR Get report kind	C755
QR Get report table	C758
QR GET SELECTION	C793
QR GET SORTS	C753
QR Get text property	C760
QR GET TOTALS DATA	C768
QR GET TOTALS SPACING	C762
qr grand total	#-3
qr header	#-4
qr HTML file	#5
QR INSERT COLUMN	C748
qr inside horizontal border	#32
qr inside vertical border	#16
qr italic	#4
qr justification	#7
qr left border	#1
qr list report	#1
qr max	#8
qr min	#4
QR MOVE COLUMN	C1325
QR NEW AREA	C1320
QR New offscreen area	C735
qr no dialog	"*
QR ON COMMAND	C790
qr printer	#1
qr printing dialog	#1
qr record separator	#4
QR REPORT	C197
QR REPORT TO BLOB	C770
qr right border	#4
QR RUN	C746
QR SET AREA PROPERTY	C796
QR SET BORDERS	C797
QR SET DESTINATION	C745
QR SET DOCUMENT PROPERTY	C772
QR SET HEADER AND FOOTER	C774
QR SET HTML TEMPLATE	C750
QR SET INFO COLUMN	C765
QR SET INFO ROW	C763
QR SET REPORT KIND	C738
QR SET REPORT TABLE	C757
QR SET SELECTION	C794
QR SET SORTS	C752
QR SET TEXT PROPERTY	C759
QR SET TOTALS DATA	C767
QR SET TOTALS SPACING	C761
qr standard deviation	#32
qr sum	#1
qr text color	#6
qr text file	#2
qr title	#-1
qr top border	#2
qr underline	#5
qr unit	#2
qr view contextual menus	#7
QUERY	C277
QUERY BY ATTRIBUTE	C1331
QUERY BY EXAMPLE	C292
QUERY BY FORMULA	C48
Query by formula joins	#49
Query by formula on server	#46
QUERY BY SQL	C942
QUERY SELECTION	C341
QUERY SELECTION BY ATTRIBUTE	C1424
QUERY SELECTION BY FORMULA	C207
QUERY SELECTION WITH ARRAY	C1050
QUERY WITH ARRAY	C644
QUIC session timeout	#135
QUIT 4D	C291
Quote	#39
Radian	#57.29577951308232
Random	C100
RDP Optimization	#133
Read and Write	#0
Read Mode	#2
READ ONLY	C145
Read only state	C362
READ PICTURE FILE	C678
READ WRITE	C146
Real array	#14
REAL TO BLOB	C552
RECEIVE BUFFER	C172
RECEIVE PACKET	C104
RECEIVE RECORD	C79
RECEIVE VARIABLE	C81
Recent fonts	#2
Record number	C243
Records in selection	C76
Records in set	C195
Records in table	C83
Recursive parsing	#1
Red	#3
Redim horizontal grow	?
Redim horizontal move	?
Redim vertical grow	?
Redim vertical move	?
Redim vertical none	?
REDRAW	C174
REDRAW WINDOW	C456
REDUCE RESTORE WINDOW	C1829
REDUCE SELECTION	C351
Refresh license	C1336
REGENERATE MISSING TABLE	C1126
REGISTER CLIENT	C648
Register data key	C1638
Regular window	#8
REJECT	C38
REJECT NEW REMOTE CONNECTIONS	C1635
RELATE MANY	C262
RELATE MANY SELECTION	C340
RELATE ONE	C42
RELATE ONE SELECTION	C349
RELEASE MENU	C978
RELOAD EXTERNAL DATA	C1135
RELOAD PROJECT	C1739
Remote connection sleep timeout	#98
REMOVE FROM SET	C561
REMOVE PICTURE FROM LIBRARY	C567
Renumber records	#1
Repair log file	#7
Replace string	C233
Replicated	#7
Request	C163
Request log file	#10
Required list	#1
Reset	#0
Resizable sheet window	#34
RESIZE FORM WINDOW	C890
Resize horizontal grow	#1
Resize horizontal move	#2
Resize horizontal none	#0
Resize vertical grow	#1
Resize vertical move	#2
Resize vertical none	#0
RESOLVE ALIAS	C695
RESOLVE POINTER	C394
RESOURCE LIST	C500
RESOURCE TYPE LIST	C499
RESTART 4D	C1292
RESTORE	C918
RESTORE INFO	C889
Restore Process	#-21
RESUME INDEXES	C1294
RESUME PROCESS	C320
RESUME TRANSACTION	C1386
ReturnKey	#13
Right Arrow Key	#29
Right click	C712
Right control key bit	#15
Right control key mask	#32768
Right option key bit	#14
Right option key mask	#16384
Right shift key bit	#13
Right shift key mask	#8192
Round	C94
Round corner window	#16
RS ASCII code	#30
Saturday	#7
SAVE LIST	C384
SAVE RECORD	C53
SAVE RELATED ONE	C43
SAVE SET	C184
SAVE VARIABLES	C75
SAX ADD PROCESSING INSTRUCTION	C857
SAX ADD XML CDATA	C856
SAX ADD XML COMMENT	C852
SAX ADD XML DOCTYPE	C851
SAX ADD XML ELEMENT VALUE	C855
SAX CLOSE XML ELEMENT	C854
SAX GET XML CDATA	C878
SAX GET XML COMMENT	C874
SAX GET XML DOCUMENT VALUES	C873
SAX GET XML ELEMENT	C876
SAX GET XML ELEMENT VALUE	C877
SAX GET XML ENTITY	C879
SAX Get XML node	C860
SAX GET XML PROCESSING INSTRUCTION	C875
SAX OPEN XML ELEMENT	C853
SAX OPEN XML ELEMENT ARRAYS	C921
SAX SET XML DECLARATION	C858
Scale	#1
Scale option	#3
Scaled to Fit	#2
Scaled to fit prop centered	#6
Scaled to fit proportional	#5
SCAN INDEX	C350
SCREEN COORDINATES	C438
SCREEN DEPTH	C439
Screen height	C188
Screen size	#0
Screen width	C187
Screen work area	#1
Select document	C905
Select folder	C670
SELECT LIST ITEMS BY POSITION	C381
SELECT LIST ITEMS BY REFERENCE	C630
SELECT LOG FILE	C345
Select RGB Color	C956
Select RGB color	C956
Selected list items	C379
Selected record number	C246
SELECTION RANGE TO ARRAY	C368
SELECTION TO ARRAY	C260
Selection to JSON	C1234
Self	C308
Semaphore	C143
SEND MESSAGE TO REMOTE USER	C1632
SEND PACKET	C103
SEND RECORD	C78
SEND VARIABLE	C80
September	#9
Sequence number	C244
Serial Port Manager	#-6
Server Base Process Stack Size	#53
Server Interface Process	#-15
ServerNet Listener	#-43
ServerNet Session manager	#-44
Session	C1714
Session info	C1844
Session storage	C1839
Sessions only	#2
SET ABOUT	C316
SET ALLOWED METHODS	C805
SET APPLICATION COLOR SCHEME	C1762
SET ASSERT ENABLED	C1131
SET AUTOMATIC RELATIONS	C310
SET BLOB SIZE	C606
SET BLOBS CACHE PRIORITY	C1425
SET CACHE SIZE	C1399
SET CHANNEL	C77
SET CURRENT PRINTER	C787
SET CURSOR	C469
SET DATABASE LOCALIZATION	C1104
SET DATABASE PARAMETER	C642
SET DEFAULT CENTURY	C392
SET DOCUMENT POSITION	C482
SET DOCUMENT PROPERTIES	C478
SET DOCUMENT SIZE	C480
SET DRAG ICON	C1272
SET ENVIRONMENT VARIABLE	C812
SET EXTERNAL DATA PATH	C1134
SET FIELD RELATION	C919
SET FIELD TITLES	C602
SET FIELD VALUE NULL	C965
SET FILE TO PASTEBOARD	C975
SET GROUP ACCESS	C1737
Set group properties	C614
SET HELP MENU	C1801
SET INDEX	C344
SET INDEX CACHE PRIORITY	C1401
SET LIST ITEM	C385
SET LIST ITEM FONT	C953
SET LIST ITEM ICON	C950
SET LIST ITEM PARAMETER	C986
SET LIST ITEM PROPERTIES	C386
SET LIST PROPERTIES	C387
SET MACRO PARAMETER	C998
SET MENU BAR	C67
SET MENU ITEM	C348
SET MENU ITEM ICON	C984
SET MENU ITEM MARK	C208
SET MENU ITEM METHOD	C982
SET MENU ITEM PARAMETER	C1004
SET MENU ITEM PROPERTY	C973
SET MENU ITEM SHORTCUT	C423
SET MENU ITEM STYLE	C425
SET PICTURE FILE NAME	C1172
SET PICTURE METADATA	C1121
SET PICTURE TO LIBRARY	C566
SET PICTURE TO PASTEBOARD	C521
SET PLUGIN ACCESS	C845
SET PRINT MARKER	C709
SET PRINT OPTION	C733
SET PRINT PREVIEW	C364
SET PRINTABLE MARGIN	C710
SET PROCESS VARIABLE	C370
SET QUERY AND LOCK	C661
SET QUERY DESTINATION	C396
SET QUERY LIMIT	C395
SET REAL COMPARISON LEVEL	C623
SET RECENT FONTS	C1305
SET TABLE CACHE PRIORITY	C1400
SET TABLE TITLES	C601
SET TEXT TO PASTEBOARD	C523
SET TIMEOUT	C268
SET TIMER	C645
SET UPDATE FOLDER	C1291
SET USER ALIAS	C1666
Set user properties	C612
SET WINDOW DOCUMENT ICON	C
SET WINDOW RECT	C444
SET WINDOW TITLE	C213
SHA1 digest	#1
SHA256 digest	#3
SHA512 digest	#4
Sheet form window	#33
Sheet window	#33
Shift down	C543
Shift key bit	#9
Shift key mask	#512
Short date day position	#15
Short date month position	#16
Short date year position	#17
Shortcut with Backspace	"[backspace]
Shortcut with Carriage Return	"[return]
Shortcut with Delete	"[del]
Shortcut with Down Arrow	"[down arrow]
Shortcut with End	"[end]
Shortcut with Enter	"[enter]
Shortcut with Escape	"[esc]
Shortcut with F1	"[F1]
Shortcut with F10	"[F10]
Shortcut with F11	"[F11]
Shortcut with F12	"[F12]
Shortcut with F13	"[F13]
Shortcut with F14	"[F14]
Shortcut with F15	"[F15]
Shortcut with F2	"[F2]
Shortcut with F3	"[F3]
Shortcut with F4	"[F4]
Shortcut with F5	"[F5]
Shortcut with F6	"[F6]
Shortcut with F7	"[F7]
Shortcut with F8	"[F8]
Shortcut with F9	"[F9]
Shortcut with Help	"[help]
Shortcut with Home	"[home]
Shortcut with Left Arrow	"[left arrow]
Shortcut with Page Down	"[page down]
Shortcut with Page Up	"[page up]
Shortcut with Right Arrow	"[right arrow]
Shortcut with Tabulation	"[tab]
Shortcut with Up Arrow	"[up arrow]
SHOW MENU BAR	C431
SHOW ON DISK	C922
SHOW PROCESS	C325
SHOW TOOL BAR	C433
SHOW WINDOW	C435
SI ASCII code	#15
Sin	C17
Single Selection	#1
Sixteen colors	#4
Size of array	C274
sk case insensitive	#2
sk char codes	#1
sk diacritic insensitive	#4
sk execute in current database	#0
sk execute in host database	#1
sk ignore empty strings	#1
sk kana insensitive	#8
sk strict	#0
sk trim spaces	#2
sk whole word	#32
sk width insensitive	#16
SMTP authentication CRAM MD5	"CRAM-MD5
SMTP authentication login	"LOGIN
SMTP authentication OAUTH2	"OAUTH2
SMTP authentication plain	"PLAIN
SMTP Log	#110
SMTP log file	#15
SMTP New transporter	C1608
SO ASCII code	#14
SOAP Client Fault	#1
SOAP DECLARATION	C782
SOAP Get info	C784
SOAP Input	#1
SOAP Method Name	#1
SOAP Output	#2
SOAP Process	#-33
SOAP REJECT NEW REQUESTS	C1636
SOAP Request	C783
SOAP SEND FAULT	C781
SOAP Server Fault	#2
SOAP Service Name	#2
SOH ASCII code	#1
SORT ARRAY	C229
SORT LIST	C391
SP ASCII code	#32
Space	#32
Spanish Peseta	"ESP
Speed 115200	#1022
Speed 1200	#94
Speed 1800	#62
Speed 19200	#4
Speed 230400	#1021
Speed 2400	#46
Speed 300	#380
Speed 3600	#30
Speed 4800	#22
Speed 57600	#0
Speed 600	#189
Speed 7200	#14
Speed 9600	#10
SPELL ADD TO USER DICTIONARY	C1214
SPELL CHECK TEXT	C1215
SPELL CHECKING	C900
SPELL Get current dictionary	C1205
SPELL GET DICTIONARY LIST	C1204
SPELL SET CURRENT DICTIONARY	C904
Spellchecker	#81
Split string	C1554
Spooler document name option	#12
SQL All Records	#-1
SQL Asynchronous	#1
SQL autocommit	#43
SQL CANCEL LOAD	C824
SQL Charset	#100
SQL Connection Time Out	?
SQL connection timeout	#5
SQL data chunk size	#6
SQL End selection	C821
SQL engine case Sensitivity	#44
SQL EXECUTE	C820
SQL EXECUTE SCRIPT	C1089
SQL EXPORT DATABASE	C1065
SQL EXPORT SELECTION	C1064
SQL Get current data source	C990
SQL GET DATA SOURCE LIST	C989
SQL GET LAST ERROR	C825
SQL GET OPTION	C819
SQL Listener	#-54
SQL LOAD RECORD	C822
SQL LOGIN	C817
SQL LOGOUT	C872
SQL Max Data Length	#3
SQL Max Rows	#2
SQL Method Execution Process	#-24
SQL Net Session manager	#-53
SQL On error abort	#1
SQL On error confirm	#2
SQL On error continue	#3
SQL Param In	#1
SQL Param In Out	#2
SQL Param Out	#4
SQL Param Set Size	#6
SQL Query Time Out	?
SQL query timeout	#4
SQL Server Port ID	#88
SQL SET OPTION	C818
SQL SET PARAMETER	C823
SQL Use Access Rights	"SQL_Use_Access_Rights
SQL Worker pool server	#-52
SQL_INTERNAL	";DB4D_SQL_LOCAL;
Square root	C539
srl log all	#0
srl log no response	#1
srl log response without body	#2
SSL cipher List	#64
ST 4D Expressions as sources	#2
ST 4D Expressions as values	#1
ST COMPUTE EXPRESSIONS	C1285
ST End highlight	#-1001
ST End text	#0
ST Expression type	#2
ST Expressions display mode	#1
ST FREEZE EXPRESSIONS	C1282
ST GET ATTRIBUTES	C1094
ST Get content type	C1286
ST Get expression	C1287
ST GET OPTIONS	C1290
ST Get plain text	C1092
ST Get text	C1116
ST GET URL	C1288
ST INSERT EXPRESSION	C1281
ST INSERT URL	C1280
ST Mixed type	#3
ST Picture type	#6
ST Plain type	#0
ST References	#1
ST References as spaces	#0
ST SET ATTRIBUTES	C1093
ST SET OPTIONS	C1289
ST SET PLAIN TEXT	C1136
ST SET TEXT	C1115
ST Start highlight	#-1000
ST Start text	#1
ST Tags as plain text	#64
ST Tags as XML code	#128
ST Text displayed with 4D Expression sources	#86
ST Text displayed with 4D Expression values	#85
ST Unknown tag type	#4
ST URL as labels	#4
ST URL as links	#8
ST Url type	#1
ST User links as labels	#16
ST User links as links	#32
ST User type	#5
ST Values	#0
Standard BTree Index	#1
Start a New Process	"4D_start_new_process
Start Menu Win_All	#8
Start Menu Win_User	#9
START MONITORING ACTIVITY	C1712
START SQL SERVER	C962
START TRANSACTION	C239
Startup Win_All	#4
Startup Win_User	#5
Std deviation	C26
Stop bits One	#16384
Stop bits One and a half	#-32768
Stop bits Two	#-16384
STOP MONITORING ACTIVITY	C1721
STOP SQL SERVER	C963
Storage	C1525
Strict mode	#0
String	C10
String array	#21
STRING LIST TO ARRAY	C511
String type with time zone	#1
String type without time zone	#0
Structure configuration	#1
Structure file	C489
Structure Settings	#0
STX ASCII code	#2
SUB ASCII code	#26
Substring	C12
Subtotal	C97
Sum	C1
Sum squares	C28
Sunday	#1
Super	C1706
Superimposition	#3
SUSPEND TRANSACTION	C1385
SVG EXPORT TO PICTURE	C1017
SVG Find element ID by coordinates	C1054
SVG Find element IDs by rect	C1109
SVG GET ATTRIBUTE	C1056
SVG SET ATTRIBUTE	C1055
SVG SHOW ELEMENT	C1108
SYN ASCII code	#22
System	#0
System Data Source	#2
System date abbreviated	#2
System date long	#3
System date long pattern	#8
System date medium pattern	#7
System date short	#1
System date short pattern	#6
System folder	C487
System fonts	#0
System heap resource bit	#6
System heap resource mask	#64
SYSTEM ID	#2
System info	C1571
System time AM label	#18
System time long	#11
System time long abbreviated	#10
System time long pattern	#5
System time medium pattern	#4
System time PM label	#19
System time short	#9
System time short pattern	#3
System Win	#12
System32 Win	#13
Tab	#9
Tab Key	#9
Table	C252
Table fragmentation	C1127
Table name	C256
Table Sequence Number	#31
Tan	C19
TCP authentication	#113
TCP DNS	#53
TCP finger	#79
TCP FTP Control	#21
TCP FTP Data	#20
TCP gopher	#70
TCP HTTP WWW	#80
TCP IMAP3	#220
TCP Kerberos	#88
TCP KLogin	#543
TCP nickname	#43
TCP NNTP	#119
TCP NTalk	#518
TCP NTP	#123
TCP PMCP	#1643
TCP PMD	#1642
TCP POP3	#110
TCP printer	#515
TCP RADACCT	#1646
TCP RADIUS	#1645
TCP remote Cmd	#514
TCP remote Exec	#512
TCP remote Login	#513
TCP Router	#520
TCP SMTP	#25
TCP SNMP	#161
TCP SNMPTRAP	#162
TCP SUN RPC	#111
TCP Talk	#517
TCP Telnet	#23
TCP TFTP	#69
TCP UUCP	#540
TCP UUCP RLOGIN	#541
TCP_NODELAY	#33
TCPUDP log recording	#131
Temporary folder	C486
Test path name	C476
Test semaphore	C652
Text array	#18
Text data	"TEXT
Text Document	"TEXT
TEXT TO ARRAY	C1149
TEXT TO BLOB	C554
TEXT TO DOCUMENT	C1237
Texture appearance	#2048
This	C1470
Thousand separator	#1
Thousands of colors	#16
throw	C1805
Thursday	#5
Tickcount	C458
TIFF Adobe deflate	#8
TIFF Artist	"TIFF/Artist
TIFF black is zero	#1
TIFF CCIRLEW	#32771
TIFF CCITT1D	#2
TIFF CIELab	#8
TIFF CM	#3
TIFF CMYK	#5
TIFF color Filter Array	#32803
TIFF Compression	"TIFF/Compression
TIFF Copyright	"TIFF/Copyright
TIFF Date time	"TIFF/DateTime
TIFF DCS	#32947
TIFF deflate	#32946
TIFF Document name	"TIFF/DocumentName
TIFF Epson ERF	#32769
TIFF horizontal	#1
TIFF Host computer	"TIFF/HostComputer
TIFF ICCLab	#9
TIFF Image description	"TIFF/ImageDescription
TIFF inches	#2
TIFF IT8BL	#32898
TIFF IT8CTPAD	#32895
TIFF IT8LW	#32896
TIFF IT8MP	#32897
TIFF ITULab	#10
TIFF JBIG	#34661
TIFF JBIG Black and White	#9
TIFF JBIGColor	#10
TIFF JPEG	#7
TIFF JPEG2000	#34712
TIFF JPEGThumbs Only	#6
TIFF Kodak DCR	#65000
TIFF Kodak KDC	#32867
TIFF Kodak262	#262
TIFF linear Raw	#34892
TIFF LZW	#5
TIFF Make	"TIFF/Make
TIFF MDIBinary level codec	#34718
TIFF MDIProgressive transform codec	#34719
TIFF MDIVector	#34720
TIFF mirror horizontal	#2
TIFF mirror horizontal and rotate270cw	#5
TIFF mirror horizontal and Rotate90cw	#7
TIFF mirror vertical	#4
TIFF MM	#4
TIFF Model	"TIFF/Model
TIFF next	#32766
TIFF Nikon NEF	#34713
TIFF none	#1
TIFF Orientation	"TIFF/Orientation
TIFF pack bits	#32773
TIFF Pentax PEF	#65535
TIFF Photometric interpretation	"TIFF/PhotometricInterpretation
TIFF Pixar film	#32908
TIFF Pixar log	#32909
TIFF Pixar log L	#32844
TIFF Pixar log Luv	#32845
TIFF Resolution unit	"TIFF/ResolutionUnit
TIFF RGB	#2
TIFF RGBPalette	#3
TIFF rotate180	#3
TIFF rotate270CW	#8
TIFF rotate90CW	#6
TIFF SGILog	#34676
TIFF SGILog24	#34677
TIFF Software	"TIFF/Software
TIFF Sony ARW	#32767
TIFF T4Group3Fax	#3
TIFF T6Group4Fax	#4
TIFF Thunderscan	#32809
TIFF transparency mask	#4
TIFF UM	#5
TIFF uncompressed	#1
TIFF white is zero	#0
TIFF XResolution	"TIFF/XResolution
TIFF YCb Cr	#6
TIFF YResolution	"TIFF/YResolution
Time	C179
Time array	#32
Time separator	#14
Time string	C180
Times in milliseconds	#1
Times in seconds	#0
Times inside objects	#109
Timestamp	C1445
Timestamp log file name	#262144
Tips delay	#102
Tips duration	#103
Tips enabled	#101
TLSv1_2	#3
TLSv1_3	#4
Tool bar height	C1016
tool4d	#6
Toolbar form window	#35
TRACE	C157
Transaction level	C961
TRANSFORM PICTURE	C988
Translate	#2
Transparency	#102
Trigger event	C369
Trigger level	C398
TRIGGER PROPERTIES	C399
Trim	C1853
Trim end	C1855
Trim start	C1854
True	C214
Trunc	C95
TRUNCATE TABLE	C1051
Truncated Centered	#1
Truncated non Centered	#4
Tuesday	#3
Two fifty six colors	#8
Type	C295
Uncooperative process threshold	?
Undefined	C82
Underline	#4
Unicode mode	#41
UNION	C120
UNLOAD RECORD	C212
UNREGISTER CLIENT	C649
Up Arrow Key	#30
Update event	#6
Update records	#65536
Uppercase	C13
US ASCII code	#31
Use AST interpreter	#106
USE CHARACTER SET	C205
Use default folder	#1
USE ENTITY SELECTION	C1513
Use legacy Network Layer	#87
Use legacy print rendering	#136
USE NAMED SELECTION	C332
Use PicRef	#131072
Use selected file	#2
USE SET	C118
Use Sheet Window	#16
Use structure definition	#0
User Data Source	#1
User in group	C338
User param value	#108
User Preferences_All	#2
User Preferences_User	#3
User Settings	#1
User settings file	#3
User settings file for data	#4
User settings for data file	#2
User system localization	#2
USERS TO BLOB	C849
UTF8 C string	#4
UTF8 text with length	#5
UTF8 text without length	#6
Validate password	C638
VALIDATE TRANSACTION	C240
Value type	C1509
VARIABLE TO BLOB	C532
VARIABLE TO VARIABLE	C635
Variance	C27
Verification log file	#5
Verify All	#16
VERIFY CURRENT DATA FILE	C1008
VERIFY DATA FILE	C939
Verify Indexes	#8
Verify password hash	C1534
Verify Records	#4
Version	#5
Version type	C495
Vertical concatenation	#2
Vertically Centered	#262144
vk 4D View Pro format	".4vp
vk auto fill type auto	#5
vk auto fill type clear values	#4
vk auto fill type copy cells	#0
vk auto fill type fill formatting only	#2
vk auto fill type fill series	#1
vk auto fill type fill without formatting	#3
vk auto fit type cell	#0
vk auto fit type cell with header	#1
vk clipboard options all	#0
vk clipboard options formatting	#2
vk clipboard options formulas	#3
vk clipboard options formulas and formatting	#5
vk clipboard options values	#1
vk clipboard options values and formatting	#4
vk copy paste header options all headers	#3
vk copy paste header options column headers	#2
vk copy paste header options no headers	#0
vk copy paste header options row headers	#1
vk csv format	".csv
vk current sheet	#-1
vk find flag exact match	#2
vk find flag ignore case	#1
vk find flag none	#0
vk find flag use wild cards	#4
vk find order by columns	#1
vk find order by rows	#0
vk find target formula	#8
vk find target tag	#4
vk find target text	#1
vk font size large	"large
vk font size larger	"larger
vk font size medium	"medium
vk font size small	"small
vk font size smaller	"smaller
vk font size x large	"x-large
vk font size x small	"x-small
vk font size xx large	"xx-large
vk font size xx small	"xx-small
vk font style italic	"italic
vk font style oblique	"oblique
vk font variant small caps	"small-caps
vk font weight 100	#100
vk font weight 200	#200
vk font weight 300	#300
vk font weight 400	#400
vk font weight 500	#500
vk font weight 600	#600
vk font weight 700	#700
vk font weight 800	#800
vk font weight 900	#900
vk font weight bold	"bold
vk font weight bolder	"bolder
vk font weight lighter	"lighter
vk header auto text blank	#0
vk header auto text letters	#2
vk header auto text numbers	#1
vk horizontal align center	#1
vk horizontal align general	#3
vk horizontal align left	#0
vk horizontal align right	#2
vk image layout center	#1
vk image layout none	#3
vk image layout stretch	#0
vk image layout zoom	#2
vk label alignment bottom center	#4
vk label alignment bottom left	#3
vk label alignment bottom right	#5
vk label alignment top center	#1
vk label alignment top left	#0
vk label alignment top right	#2
vk label visibility auto	#2
vk label visibility hidden	#1
vk label visibility visible	#0
vk line style dash dot	#9
vk line style dash dot dot	#11
vk line style dashed	#3
vk line style dotted	#4
vk line style double	#6
vk line style empty	#0
vk line style hair	#7
vk line style medium	#2
vk line style medium dash dot	#10
vk line style medium dash dot dot	#12
vk line style medium dashed	#8
vk line style slanted dash dot	#13
vk line style thick	#5
vk line style thin	#1
vk MS Excel format	".xlsx
vk numbers fit mode mask	#0
vk numbers fit mode overflow	#1
vk pattern full date time	"_fullDateTimePattern_
vk pattern long date	"_longDatePattern_
vk pattern long time	"_longTimePattern_
vk pattern month day	"_monthDayPattern_
vk pattern short date	"_shortDatePattern_
vk pattern short time	"_shortTimePattern_
vk pattern sortable date time	"_sortableDateTimePattern_
vk pattern universal sortable date time	"_universalSortableDateTimePattern_
vk pattern year month	"_yearMonthPattern_
vk pdf format	".pdf
vk position bottom	#2
vk position center	#1
vk position left	#0
vk position nearest	#3
vk position right	#2
vk position top	#0
vk print centering both	#3
vk print centering horizontal	#1
vk print centering none	#0
vk print centering vertical	#2
vk print page order auto	#0
vk print page order down then over	#1
vk print page order over then down	#2
vk print page orientation landscape	#2
vk print page orientation portrait	#1
vk print visibility hide	#1
vk print visibility inherit	#0
vk print visibility show	#2
vk print visibility show once	#3
vk reference style a1	#0
vk reference style r1c1	#1
vk resize mode normal	#0
vk resize mode split	#1
vk resize zero indicator default	#0
vk resize zero indicator enhanced	#1
vk scrollbar appearance mobile	#1
vk scrollbar appearance skin	#0
vk show resize tip both	#3
vk show resize tip column	#1
vk show resize tip none	#0
vk show resize tip row	#2
vk show scroll tip both	#3
vk show scroll tip horizontal	#1
vk show scroll tip none	#0
vk show scroll tip vertical	#2
vk sjs format	".sjs
vk tab strip position bottom	#0
vk tab strip position left	#2
vk tab strip position right	#3
vk tab strip position top	#1
vk table data range	#1
vk table full range	#0
vk table insert after	#1
vk table insert before	#0
vk table remove all	#0
vk table remove data	#2
vk table remove style	#1
vk text decoration double underline	#8
vk text decoration line through	#2
vk text decoration none	#0
vk text decoration overline	#4
vk text decoration underline	#1
vk vertical align bottom	#2
vk vertical align center	#1
vk vertical align top	#0
vk workbook	#-2
VOLUME ATTRIBUTES	C472
VOLUME LIST	C471
vss available	"available
vss error	"error
vss not available	"notAvailable
vss update required	"updateRequired
VT ASCII code	?
WA Back URL available	C1026
WA Create URL history menu	C1049
WA Enable contextual menu	#4
WA enable URL drop	#101
WA Enable Web inspector	#100
WA Evaluate JavaScript	C1029
WA EXECUTE JAVASCRIPT FUNCTION	C1043
WA Forward URL available	C1027
WA Get context	C1849
WA Get current URL	C1025
WA GET EXTERNAL LINKS FILTERS	C1033
WA Get last filtered URL	C1035
WA GET LAST URL ERROR	C1034
WA Get page content	C1038
WA Get page title	C1036
WA GET PREFERENCE	C1042
WA GET URL FILTERS	C1031
WA GET URL HISTORY	C1048
WA Next URLs	#1
WA OPEN BACK URL	C1021
WA OPEN FORWARD URL	C1022
WA OPEN URL	C1020
WA OPEN WEB INSPECTOR	C1736
WA Previous URLs	#0
WA REFRESH CURRENT URL	C1023
WA Run offscreen area	C1727
WA SET CONTEXT	C1848
WA SET EXTERNAL LINKS FILTERS	C1032
WA SET PAGE CONTENT	C1037
WA SET PREFERENCE	C1041
WA SET URL FILTERS	C1030
WA STOP LOADING URL	C1024
WA ZOOM IN	C1039
WA ZOOM OUT	C1040
Waiting for input output	#3
Waiting for internal flag	#4
Waiting for user event	#2
Warning Message	#1
wdl disable web log	#0
wdl enable with all body parts	#7
wdl enable with request body	#3
wdl enable with response body	#5
wdl enable without body	#1
Web Character set	#17
Web Client IP address to listen	#23
Web CORS enabled	#92
Web CORS settings	#93
Web debug log	#84
Web Event	C1734
Web Form	C1735
WEB GET BODY PART	C1212
WEB Get body part count	C1211
WEB Get current session ID	C1162
WEB GET HTTP BODY	C814
WEB GET HTTP HEADER	C697
WEB GET OPTION	C1209
WEB Get server info	C1531
WEB GET STATISTICS	C658
WEB GET VARIABLES	C683
Web HSTS enabled	#86
Web HSTS max age	#87
Web HTTP Compression Level	#50
Web HTTP Compression Threshold	#51
Web HTTP enabled	#88
Web HTTP TRACE	#85
Web HTTPS enabled	#89
Web HTTPS Port ID	#39
Web Inactive process timeout	#78
Web Inactive session timeout	#72
Web IP address to listen	#16
WEB Is secured connection	C698
WEB Is server running	C1313
WEB LEGACY CLOSE SESSION	C1208
WEB LEGACY GET SESSION EXPIRATION	C1207
Web legacy session	#70
Web Log Recording	#29
Web Max Concurrent Processes	#18
Web Max sessions	#71
Web Maximum requests size	#27
Web Port ID	#15
Web Process on 4D Remote	#-12
Web Process with no Context	#-3
Web SameSite Lax	"Lax
Web SameSite None	"None
Web SameSite Strict	"Strict
Web scalable session	#90
WEB SEND BLOB	C654
WEB SEND FILE	C619
WEB SEND HTTP REDIRECT	C659
WEB SEND RAW DATA	C815
WEB SEND TEXT	C677
WEB Server	C1674
Web server database	#1
Web server host database	#2
WEB Server list	C1716
Web server Process	#-13
Web server receiving request	#3
Web server spare process	#-32
WEB SERVICE AUTHENTICATE	C786
WEB SERVICE CALL	C778
Web Service Compression	#1
Web Service Detailed Message	#1
Web Service display auth dialog	#4
Web Service Dynamic	#0
Web Service Error Code	#0
Web Service Fault Actor	#3
WEB SERVICE Get info	C780
WEB SERVICE GET RESULT	C779
Web Service HTTP Compression	#6
Web Service HTTP Status code	#2
Web Service HTTP Timeout	#1
Web Service Manual	#3
Web Service Manual In	#1
Web Service Manual Out	#2
Web Service reset auth settings	#5
WEB SERVICE SET OPTION	C901
WEB SERVICE SET PARAMETER	C777
Web Service SOAP Header	#2
Web Service SOAP Version	#3
Web Service SOAP_1_1	#0
Web Service SOAP_1_2	#1
Web Session cookie domain	#81
Web Session cookie name	#73
Web Session cookie path	#82
Web session enable IP address validation	#83
Web Session IP address validation enabled	#83
WEB SET HOME PAGE	C639
WEB SET HTTP HEADER	C660
WEB SET OPTION	C5
WEB SET ROOT FOLDER	C634
WEB START SERVER	C617
WEB STOP SERVER	C618
WEB Validate digest	C946
Wednesday	#4
White	#0
Window kind	C445
WINDOW LIST	C442
Window process	C446
Windows	#3
Windows Alt down	C563
Windows Ctrl down	C562
Windows MIDI Document	"MID
Windows Sound Document	"WAV
Windows Video Document	"AVI
wk 4D Write Pro layout	#0
wk 4wp	#4
wk all insensitive	#30
wk always	#3
wk anchor all	#-1
wk anchor embedded	#-2
wk anchor first page	#-2
wk anchor horizontal align	"anchorHorizontalAlign
wk anchor horizontal offset	"anchorHorizontalOffset
wk anchor layout	"anchorLayout
wk anchor left page	#-3
wk anchor origin	"anchorOrigin
wk anchor page	"anchorPage
wk anchor right page	#-4
wk anchor section	"anchorSection
wk anchor vertical align	"anchorVerticalAlign
wk anchor vertical offset	"anchorVerticalOffset
wk append	#2
wk armenian	#19
wk author	"author
wk auto	#0
wk avoid	#1
wk avoid widows and orphans	"avoidWidowsAndOrphans
wk background clip	"backgroundClip
wk background color	"backgroundColor
wk background display mode	"backgroundDisplayMode
wk background height	"backgroundHeight
wk background image	"backgroundImage
wk background image url	"backgroundImageURL
wk background origin	"backgroundOrigin
wk background position horizontal	"backgroundPositionHorizontal
wk background position vertical	"backgroundPositionVertical
wk background repeat	"backgroundRepeat
wk background width	"backgroundWidth
wk bar	#4
wk baseline	#4
wk behind text	#0
wk body	#0
wk border box	#0
wk border color	"borderColor
wk border color bottom	"borderColorBottom
wk border color left	"borderColorLeft
wk border color right	"borderColorRight
wk border color top	"borderColorTop
wk border radius	"borderRadius
wk border style	"borderStyle
wk border style bottom	"borderStyleBottom
wk border style left	"borderStyleLeft
wk border style right	"borderStyleRight
wk border style top	"borderStyleTop
wk border width	"borderWidth
wk border width bottom	"borderWidthBottom
wk border width left	"borderWidthLeft
wk border width right	"borderWidthRight
wk border width top	"borderWidthTop
wk bottom	#1
wk bottom carry over row	"bottomCarryOverRow
wk break formula	"breakFormula
wk break paragraphs in formulas	"breakParagraphsInFormulas
wk break type	"breakType
wk capitalize	#1
wk case insensitive	#2
wk cell count	"cellCount
wk cell range	#6
wk center	#2
wk CID host domain name	"cidHostDomain
wk circle	#11
wk cjk ideographic	#24
wk club	#27
wk column break	#3
wk column count	"columnCount
wk column range	#7
wk column rule color	"columnRuleColor
wk column rule style	"columnRuleStyle
wk column rule width	"columnRuleWidth
wk column spacing	"columnSpacing
wk column width	"columnWidth
wk comma	"comma
wk company	"company
wk contain	#-1
wk container	"container
wk content box	#2
wk continuous section break	#5
wk cover	#-2
wk current page footer	#2
wk current page header	#1
wk current section default footer	#10
wk current section default header	#9
wk current section first footer	#4
wk current section first header	#3
wk current section left footer	#6
wk current section left header	#5
wk current section right footer	#8
wk current section right header	#7
wk custom	#29
wk dashed	#3
wk datasource	"dataSource
wk date creation	"dateCreation
wk date modified	"dateModified
wk debug format	#1
wk decimal	#3
wk decimal greek	#28
wk decimal leading zero	#13
wk default	#-1
wk default paragraph stylesheet	#1
wk diacritic insensitive	#4
wk diamond	#26
wk direction	"direction
wk disc	#10
wk display formula as symbol	"displayFormulaAsSymbol
wk do not recompute expressions	#2
wk docx	#7
wk dotted	#2
wk double	#4
wk dpi	"dpi
wk embedded pictures	"embeddedPictures
wk empty datasource	"emptyDatasource
wk end	"end
wk end text	#0
wk exclude from range	#1
wk expressions as source	#1
wk expressions as space	#2
wk expressions as value	#0
wk factur x	"facturX
wk false	#0
wk files	"files
wk find reverse	#65536
wk first column	"firstColumn
wk first page	#1
wk first row	"firstRow
wk font	"font
wk font bold	"fontBold
wk font default	"fontDefault
wk font family	"fontFamily
wk font italic	"fontItalic
wk font size	"fontSize
wk footer box	#1
wk formula highlight	"formulaHighlight
wk formula highlight color	"formulaHighlightColor
wk freeze expressions	#64
wk georgian	#20
wk google fonts tag	"googleFontsTag
wk groove	#6
wk header	"header
wk header and footer autofit	"headerAndFooterAutoFit
wk header box	#0
wk header row count	"headerRowCount
wk header rows	"headerRows
wk hebrew	#21
wk height	"height
wk hidden	#5
wk hide data row	"hideDataRow
wk hide table	"hideTable
wk hiragana	#22
wk hollow square	#25
wk HTML pretty print	"htmlPrettyPrint
wk html wysiwyg	#1
wk id	"id
wk image	"image
wk image alternate text	"imageAlternateText
wk image display mode	"imageDisplayMode
wk image expression	"imageExpression
wk image formula	"imageFormula
wk image url	"imageURL
wk import html expressions as text	#1
wk import log	"importLog
wk in front of text	#1
wk include in range	#0
wk inherit style from paragraph	#32
wk inline with text	#-1
wk inset	#8
wk inside	"Inside
wk justify	#5
wk kana insensitive	#8
wk katakana	#23
wk keep character style	#262144
wk keep paragraph styles	#128
wk keep with next	"keepWithNext
wk landscape	#1
wk layout unit	"userUnit
wk leading	"leading
wk left	#0
wk left page	#2
wk left to right	#0
wk line break	#0
wk line height	"lineHeight
wk link url	"linkUrl
wk list auto	#2147483647
wk list concat string format	?
wk list font	"listFont
wk list level count	?
wk list level index	?
wk list root style	?
wk list start number	"listStartNumber
wk list string format LTR	"listStringFormatLtr
wk list string format RTL	"listStringFormatRtl
wk list style image	"listStyleImage
wk list style image height	"listStyleImageHeight
wk list style image url	"listStyleImageURL
wk list style type	"listStyleType
wk lower greek	#18
wk lower latin	#14
wk lower roman	#15
wk lowercase	#2
wk margin	"margin
wk margin bottom	"marginBottom
wk margin left	"marginLeft
wk margin right	"marginRight
wk margin top	"marginTop
wk max picture DPI	"maxPictureDpi
wk middle	#2
wk mime html	#1
wk min height	"minHeight
wk min width	"minWidth
wk mixed	#-2147483648
wk modified	"modified
wk never	#0
wk new line style sheet	"newLineStyleSheet
wk no repeat	#3
wk none	#0
wk normal	#0
wk notes	"notes
wk offset	"offset
wk optimized for	"optimizedFor
wk outset	#9
wk outside	"Outside
wk override protected	#131072
wk owner	"owner
wk padding	"padding
wk padding bottom	"paddingBottom
wk padding box	#1
wk padding left	"paddingLeft
wk padding right	"paddingRight
wk padding top	"paddingTop
wk page break	#2
wk page break inside paragraph	"pageBreakInsideParagraph
wk page break inside row	"pageBreakInsideRow
wk page break inside table	"pageBreakInsideTable
wk page first number	"pageFirstNumber
wk page first right	"pageFirstRight
wk page height	"pageHeight
wk page index	"pageIndex
wk page margin	"pageMargin
wk page margin bottom	"pageMarginBottom
wk page margin left	"pageMarginLeft
wk page margin right	"pageMarginRight
wk page margin top	"pageMarginTop
wk page orientation	"pageOrientation
wk page size	"pageSize
wk page view mode	"pageMode
wk page width	"pageWidth
wk paper box	#3
wk paragraph break	#4
wk parent	"parent
wk pdf	#5
wk pdfa version	"pdfaVersion
wk pdfa2	"PDF/A-2
wk pdfa3	"PDF/A-3
wk point	"point
wk point or comma	"pointOrComma
wk portrait	#0
wk prepend	#1
wk print	"print
wk proportional	"proportional
wk proportional centered	"proportionalCentered
wk protected	"protected
wk protection enabled	"protectionEnabled
wk recompute expressions	#0
wk recompute formulas	"recomputeFormulas
wk references	#1
wk repeat	#0
wk repeat x	#1
wk repeat y	#2
wk replace	#0
wk replicated	"replicated
wk replicated centered	"replicatedCentered
wk resolution	"dpi
wk ridge	#7
wk right	#1
wk right page	#3
wk right to left	#1
wk row count	"rowCount
wk row range	#5
wk scaled to fit	"scaledToFit
wk screen	"screen
wk section break	#1
wk section index	"sectionIndex
wk section name	"sectionName
wk semi transparent	#5
wk shift down	#0
wk shift left	#3
wk shift right	#1
wk shift up	#2
wk show data row	"showDataRow
wk show placeholder row	"showPlaceholderRow
wk small uppercase	#4
wk solid	#1
wk spell enable	"spellEnabled
wk square	#12
wk start	"start
wk start text	#1
wk style sheet	"styleSheet
wk subject	"subject
wk subscript	#6
wk superscript	#5
wk svg	#8
wk system	"system
wk tab decimal separator	"tabDecimalSeparator
wk tab default	"tabDefault
wk tab stop leadings	"tabStopLeadings
wk tab stop offsets	"tabStopOffsets
wk tab stop types	"tabStopTypes
wk table	"table
wk table align	"tableAlign
wk table ID	"tableID
wk tabs	"tabs
wk text align	"textAlign
wk text box	#11
wk text color	"color
wk text indent	"textIndent
wk text linethrough color	"textLinethroughColor
wk text linethrough style	"textLinethroughStyle
wk text shadow color	"textShadowColor
wk text shadow offset	"textShadowOffset
wk text transform	"textTransform
wk text underline color	"textUnderlineColor
wk text underline style	"textUnderlineStyle
wk text wrap square	#3
wk text wrap square largest	#6
wk text wrap square left	#4
wk text wrap square right	#5
wk text wrap top bottom	#2
wk title	"title
wk top	#0
wk transparent	#-1
wk true	#1
wk truncated	"truncated
wk truncated centered	"truncatedCentered
wk type	"type
wk type body	#8
wk type character	#0
wk type container	#3
wk type default	#0
wk type image	#2
wk type image anchored	#200
wk type image inline	#100
wk type paragraph	#1
wk type table	#4
wk type table cell	#6
wk type table column	#7
wk type table row	#5
wk type text box	#300
wk unit cm	"cm
wk unit inch	"in
wk unit mm	"mm
wk unit percent	"%
wk unit pt	"pt
wk unit px	"px
wk upper latin	#16
wk upper roman	#17
wk uppercase	#3
wk use keyboard language	#524288
wk value unit not percentage	#-100000
wk value unit percentage	#-100001
wk values	#2
wk version	"version
wk vertical align	"verticalAlign
wk visible background and anchored elements	"visibleBackground
wk visible empty images	"visibleEmptyImages
wk visible footers	"visibleFooters
wk visible headers	"visibleHeaders
wk visible hidden characters	"visibleHiddenChars
wk visible horizontal ruler	"visibleHorizontalRuler
wk visible HTML WYSIWYG	"htmlWYSIWIGEnabled
wk visible page frames	"visiblePageFrames
wk visible references	"visibleReferences
wk visible table borders	?
wk visible vertical ruler	"visibleVerticalRuler
wk web page complete	#2
wk web page html 4D	#3
wk whitespace	?
wk whole word	#32
wk width	"width
wk width insensitive	#16
wk word	#6
wk zoom	"zoom
Worker pool in use	#-41
Worker pool spare	#-42
Worker process	#5
WP EXPORT VARIABLE	C1319
WP GET ATTRIBUTES	C1345
WP New	C1317
WP Selection range	C1340
WP SET ATTRIBUTES	C1342
Write Mode	#1
WRITE PICTURE FILE	C680
XML Base64	#1
XML binary encoding	#5
XML BOM	#9
XML case insensitive	#2
XML case sensitive	#1
XML CDATA	#7
XML comment	#2
XML Convert to PNG	#1
XML CR	#3
XML CRLF	#2
XML DATA	#6
XML data URI scheme	#2
XML date encoding	#2
XML datetime local	#3
XML datetime local absolute	#1
XML datetime UTC	#5
XML DECODE	C1091
XML default	#0
XML disabled	#2
XML DOCTYPE	#10
XML DOM case sensitivity	#8
XML duration	#2
XML element	#11
XML enabled	#1
XML end Document	#9
XML end Element	#5
XML entity	#8
XML external entity resolution	#7
xml format	"xml
XML GET ERROR	C732
XML GET OPTIONS	C1096
XML indentation	#4
XML ISO	#1
XML LF	#1
XML line ending	#10
XML local	#2
XML Native codec	#2
XML no indentation	#2
XML picture encoding	#6
XML processing Instruction	#3
XML raw data	#2
XML seconds	#4
XML SET OPTIONS	C1090
XML start Document	#1
XML start Element	#4
XML string encoding	#1
XML time encoding	#3
XML UTC	#4
XML with escaping	#1
XML with indentation	#1
XY Current form	#1
XY Current window	#2
XY Main window	#4
XY Screen	#3
Year of	C25
Yellow	#1
ZIP Compression LZMA	#2
ZIP Compression none	#1
ZIP Compression standard	#0
ZIP Compression XZ	#3
ZIP Create archive	C1640
ZIP Encryption AES128	#1
ZIP Encryption AES192	#2
ZIP Encryption AES256	#3
ZIP Encryption none	#0
ZIP Ignore invisible files	#8
ZIP Read archive	C1637
ZIP Without enclosing folder	#4
"""
