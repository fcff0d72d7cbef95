"""What parameters and properties mean, by their names.

Data: a declaration has the name, the types and the place of a parameter; here stands what it is for. A name that means
something else in one command has a line for it, with the command or the function in front.
"""

from __future__ import annotations

from functools import cache

#: Names of parameters and what they stand for. ``Command/name`` counts before ``name``, and
#: so do ``Class.function/name`` and ``Class/name``.
PARAMETERS = """\
IMAP New transporter/parameter\tthe server and the account: host, port, user, password and more
IMAPTransporter/parameter\tthe server and the account: host, port, user, password and more
IMAPTransporter/name\tthe name of the mailbox
IMAPTransporter/msgNumber\tthe number of the message, or its unique ID
IMAPTransporter/ids\tthe unique IDs of the messages, or the number of the first one
IMAPTransporter/parameters\tan object that says which mailboxes: isSubscribed, names
IMAPTransporter.getMail/options\tan object: withBody, updateSeen
IMAPTransporter.getMails/options\tan object: withBody, updateSeen
*\tchanges what the command does: see its summary
4Dtext\tthe text to encode
4Dvar\tgets the value, in its own type
CancelButtonTitle\twhat the second button says
OKButtonTitle\twhat the first button says
Position/*\tcompares character by character: case and accents count
Replace string/*\tcompares character by character: case and accents count
Uppercase/*\tkeeps the accents
Lowercase/*\tkeeps the accents
Super/param\ta value that its constructor gets
Undefined/expression\tthe expression
Collection.every/formula\twhat answers for an element: code; a number in front of it says where to begin
Collection.find/formula\twhat answers for an element: code; a number in front of it says where to begin
Collection.findIndex/formula\twhat answers for an element: code; a number in front of it says where to begin
Collection.some/formula\twhat answers for an element: code; a number in front of it says where to begin
C_STRING/size\tthe most characters, of no effect
aDate\tthe date
aPointer\tthe pointer
aString\tthe text
addTime\twhich part of a date is written with its time
algorithm\twhich digest: a constant of the theme Digest Type
alias\tthe other name of the user
arrayName\tthe array
aliasName\tthe name of the alias
aliasPath\twhere the alias is
aliasType\twhat kind of alias is made
anchor\twhere the place is counted from: 1 the beginning, 2 the end, 3 the current place
array\tthe array
arrElementRefs\tgets the references of all elements found
arrKeywords\tgets the words
arrProperties\tgets the names
arrTypes\tgets the types of the values
assertions\tTrue to check assertions, False to skip them
attrNames\tgets the names of the attributes
attrValue\tthe value of the attribute
attrValues\tgets the values of the attributes
attribIndex\twhich attribute, from 1
attribName\tthe name of the attribute
attribNamesArray\tthe names of the attributes
attribValue\tthe value of the attribute
attribValuesArray\tthe values of the attributes
bString\tthe text to compare with
blob\tthe blob
boolExpression\twhat has to be true
boolean\tthe condition
breakMode\thow the ends of lines are converted
buildNum\tgets the number of the build
byteOrder\twhich byte comes first: a constant of the theme BLOB
bytes\thow many bytes to read
cDATA\tgets the CDATA sections of the element
cancelButtonTitle\twhat the second button says
century\tthe century of two-digit years, such as 19
charCode\tthe code of the character
charSet\tthe character set: its name, or its MIBEnum number
character\tthe character
childElemName\tgets the name of the child
childElemValue\tgets the value of the child
childIndex\twhere among the children, from 1
childType\tthe kind of node
childTypesArr\tgets the kinds of the nodes
childValue\tthe content of the node
cid\tthe content ID by which an HTML body refers to it
class\tthe class
clientList\tgets the names of the clients
clientName\tthe name of the client
codesArray\tgets the numbers of the errors
col2\tthe collection whose elements are added
colsToSort\tmore collections, each perhaps with its order behind it
collection\tthe collection
collection2\tthe collection to compare with
column\tgets the column of the error
command\tthe number of the command
commandLine\tthe program with its arguments
comment\tthe comment
compressed\tgets how it is compressed, 0 for not at all
compression\twhich algorithm: a constant of the theme BLOB
content\tthe bytes to write
context\tthe project whose names the formula may use
convertedBLOB\tgets the encoded text
createdAt\tthe time of creation
createdOn\tthe date of creation
criteria\tproperties to sort by, each perhaps with asc or desc; or a constant for the order of values
criterion\twhich of the values: a number from 0, or a Boolean
currentName\tthe name the mailbox has now
currentSize\tgets the size in memory
data\tthe bytes or the text
dataType\tthe kind of data in the pasteboard
date\tthe date
days\thow many days to add
decoded\tgets the decoded bytes or text
defaultPath\twhere the selection begins
defaultResponse\twhat counts as the answer when nothing is typed
defaultValue\twhat fills the new elements
deleteOption\twhether a folder with content is deleted
delimiter\twhat stands between the elements
depth\thow many levels of collections are opened
description\tthe text of the error; of a signal, what it is for
destination\twhere the result goes
destinationBox\tthe mailbox that gets the messages
destinationFile\tthe archive that is made
destinationFolder\tthe folder that gets it
destinationName\tthe path of the copy
directories\tgets the names of the folders
directory\twhere the selection begins
disposition\thow it is shown: a constant of the theme Mail, attachment or inline
docPath\tthe path of the document
docRef\tthe reference of the open document
docType\tthe document type
document\tthe path of the document; of an open one, its reference
documents\tgets the names of the documents
domain\tgets the domain of the user
dstBLOB\tthe blob that gets the bytes
dstOffset\twhere they go, in bytes from 0
dstPathname\tthe new path
dstVar\tthe variable that gets the value
dtd\tthe path of the document type definition, or of the schema
duration\thow long; a delay is counted in ticks of a sixtieth of a second
element\tthe element
elementName\tthe name of the element
elementRef\tthe reference of the element
elementValue\tthe value of the element
encoded\tgets the encoded text or bytes
encoding\tthe character set of the document
end\twhere it ends; what stands there does not belong to it
endMsg\tthe number of the last message
epsilon\thow far apart two equal numbers may be
errorCode\tthe number of the error
errorMessage\tgets what is wrong
errorMethod\tthe project method that is called on errors; an empty text for none
errorStream\tgets what the program writes as errors
errorText\tgets the text of the error
eventMethod\tthe project method for events
exitFormula\tthe expression, with its variables as they are now
expandedSize\tgets the size when it is expanded
expr\tthe value
expression\tthe value to convert
extraParam\tvalues that the formula gets, too
fieldNum\tgets the number of the field
fieldVar\tthe variable
file\tthe file
fileName\tthe path of the file
filePath\tthe path of the file
fileToZip\tthe file or the folder to pack, or an object that describes several
fileType\tthe kind of document: its extension
fileTypes\twhich extensions may be chosen, parted by ;
filler\tthe value of the new bytes
find\tthe text to find
first\tthe order of this collection: ck ascending or ck descending
firstChar\tthe place of the first character, from 1
folder\twhich folder: a constant, or an object or path of one
folderPath\tthe path of the folder
formObjectName\tthe name of an object of the form
format\tthe format: a text, or the number of a known one
formatNames\tgets the names of the formats
formulaExp\tthe code: an expression, a call or an assignment
formula\tthe formula, or the name of a method, that is called
formulaString\tthe text of the formula
free\tgets the free space in bytes
fromCurrency\tthe currency of the value
groupWith\tthe shared object or collection whose group the copy joins
hash\tthe hash that a password was turned into
headerOnly\tTrue to read the header alone
howMany\thow many
icon\tgets the picture
id\twhat it is identified by
importance\thow important the message is: a constant of the theme Log Events
indentation\tTrue for lines and indents that people can read
index\twhich element; of collections from 0, of XML from 1
info\tgets more about the command; of a file, the properties to set
initValue\tthe value before the first element
inputStream\twhat the program reads
inputTemplate\tthe text with tags, or with a formula alone
intCompArray\tgets the parts of 4D that raised them
integer\tthe number
invisible\twhether it is hidden
jsonString\tthe text in JSON
keywords\tflags of messages, with True for each
languageCode\tthe code of the language, such as fr
languageType\twhich language: a constant of the theme 4D Environment
len\thow many bytes
length\thow long the keys are, in bits
lengthFound\tgets the length of what was found
length_found\tgets the length of what was found; arrays get those of the groups, too
lifespan\thow long the token is good, in seconds
lineOfText\tthe text, which gets the end of a line
locked\twhether it is locked
longint\tthe number
mail\tthe mail: an Email object, or its MIME text or blob
mailObj\tthe mail: an Email object, or its MIME text or blob
message\tthe text to show
messageText\twhat the error says
method\tthe name of the project method
methodName\tthe name of the project method
methodType\twhat kind of method the path leads to
methods\tgets how many calls wait for each client
methodsArray\tthe names of methods; @ stands for any characters
mime\tthe message: a blob or a text in MIME
mode\thow it is opened: to read, to write, or to go on at its end
modifiedAt\tthe time of the last change
modifiedOn\tthe date of the last change
months\thow many months to add
msgID\tthe unique ID of the message
msgIDs\tthe unique IDs of the messages, or IMAP all
msgNum\tthe number of the message
msgNumber\tthe number of the message, from 1
msgsIDs\tthe unique IDs of the messages, or IMAP all
name\tthe name
nameSpace\tthe namespace of the root
nameSpaceName\tthe prefix of a namespace
nameSpaceValue\tthe namespace of the prefix
nativeTypes\tgets the kinds as the system names them
newChars\twhat takes the place of the characters
newName\tthe new name
newString\twhat stands in place of it
nodeRefsArr\tgets the references or contents of the nodes
numChars\thow many characters
number\tthe number
number1\tthe number to divide
number2\tthe number that divides
object\tthe object
objectName\tthe name of what the method belongs to
offset\tthe place in bytes from 0; a variable moves on behind what was read or written
okButtonTitle\twhat the button says
oldString\tthe text to replace
option\twhat is done besides: a constant, or several added up
options\tan object, or constants added up, that say how
order\tthe order: True or ck ascending for upwards
outputResult\tgets the text that the tags turned into
outputStream\tgets what the program writes
outputType\twhere the message goes: a constant of the theme Log Events
overwrite\tfk overwrite to replace what is there
packet\tthe text or the bytes to write
param\ta value that the code gets
parameter\tthe numbers
parameters\tan object that says which
params\tthe values that the formula gets
parentElemName\tgets the name of the parent
parentElemValue\tgets the value of the parent
password\tthe password
path\tthe path
pathObject\tan object with the parts of a path
pathType\thow the path is written: fk posix path or fk platform path
pathname\tthe path
pattern\tthe regular expression
pid\tgets the number of the program's process
pivotYear\tthe first two-digit year of that century
places\thow many decimals; a negative number counts to the left
posFirst\tgets the place of the first element found
posLast\tgets the place of the last element found
pos_found\tgets the place of what was found; arrays get those of the groups, too
posixPath\ta path with / between its parts
prefix\tgets the prefix of the namespace
privKey\tgets the private key
privilege\tthe name of the privilege, or several, or an object with them
procedure\tthe name of the project method
process\tthe number of the process
processName\tthe name of the process
processNumber\tthe number of the process
projectFile\tthe file of the project to check
promoteId\twhat .promote() returned
property\tthe name of the property
propertyName\tthe name of the property
propertyPath\tthe property of the elements, perhaps of objects inside of them
protocol\tgets how the user was recognised
ptrTable\tgets a pointer to the table
pubKey\tgets the public key
queryString\tthe query: property, comparator and value, joined with and, or, not; :1 stands for a value behind it
real\tthe number
realFormat\thow it is laid out: a constant of the theme BLOB
receiveVar\tgets the text or the bytes
recipPrivKey\tthe private key of whoever gets it
recipPubKey\tthe public key of whoever gets it
ref\tthe reference of the element or of the document
relativePath\tthe path below Resources
resFile\tthe resource file
resID\tthe number of the list
resName\tthe name of the text
result\tgets what the method returns
root\tthe name of the root element
round\tthe number
row\tgets the line of the error
scope\twhich errors: a constant ek
searchCriteria\tthe search, as IMAP writes it
seconds\tseconds since midnight
segment\tthe number of the segment
selected\tgets the paths of the documents that were chosen
selector\twhich parameter: a constant
semaphore\tthe name of the semaphore
sendPrivKey\tthe private key of whoever sends it
sendPubKey\tthe public key of whoever sends it
separator\twhat parts the pieces; of a number, the decimal separator
series\tthe array
server\tthe server and the account: host, port, user, password and more
sessionID\twhich session
sessionId\twhich session
settings\twhich kind of key to make, or the text of one in PEM format
siblingElemName\tgets the name of the element
siblingElemValue\tgets the value of the element
signature\tthe signature to verify
signatures\tgets the kinds as 4D names them
size2\thow many columns; the first size is that of the rows
size\thow many; of documents and blobs, bytes
sort\t> or <: in which order
source\twhere it comes from
Substring/source\tthe text
Insert string/source\tthe text
Delete string/source\tthe text
Replace string/source\tthe text
Change string/source\tthe text
COPY ARRAY/source\tthe array to copy
COPY ARRAY/destination\tthe array that is overwritten
sourceElementRef\tthe element to copy
sourceName\tthe path of the document
srcBLOB\tthe blob that gives the bytes
srcOffset\twhere they begin, in bytes from 0
srcPathname\tthe path of the document
srcVar\tthe variable that gives the value
stack\tthe size of the stack: 0 for the usual one
standalone\tTrue for a document that needs no other
star\tchanges what the command does: see its summary
start\twhere to begin
startFrom\twhere to begin, from 0; a negative number counts from the end
startMsg\tthe number of the first message
state\twhether the mailbox may be changed: IMAP read only or IMAP read write state
statement\tthe code to run
SAX ADD PROCESSING INSTRUCTION/statement\tthe instruction
stop\thow many bytes or characters, or the character to read up to
stopChar\tthe text to read up to
strID\tthe number of the text in the list
string\tthe text
stringToSplit\tthe text to split
stringValue\tgets the value of a parameter that is a text
strings\tgets the texts
systemPath\ta path as the system writes it
tableNum\tgets the number of the table
tag\tthe name of the element
target\tthe name that the property gets in the result
targetElementRef\tthe element that gets it
targetPath\twhere the alias leads
text\tthe text
textArray\tgets the texts of the errors
textFormat\thow it is laid out: a constant of the theme BLOB
textLength\thow many bytes to read
textToWrite\tthe text to write
theme\tgets the theme of the command
thisObj\twhat This is in the formula
tickCount\thow many ticks of a sixtieth of a second to wait
time\thow many seconds until the end
timeValue\tthe time as a text, or seconds since midnight
timeout\thow many seconds to wait at most
title\tthe title
toCheck\tthe object or collection
toCurrency\tthe currency of the result
toDecode\tthe text or the bytes to decode
toDecrypt\tthe blob to decrypt, which becomes the plain one
toEncode\tthe text or the bytes to encode
toEncrypt\tthe blob to encrypt, which becomes the secret one
toSearch\tthe value to find
token\tthe token
type\twhat type the result gets; of an attachment, its MIME type
System folder/type\twhich folder: a constant of the theme System Folder
uniqueID\tthe unique number of the process
updateSeen\tFalse to leave a message unseen
used\tgets the used space in bytes
user\twhose name: 0 or nothing for the own one
vJson\tthe value to check
vSchema\tthe schema
vXmlVar\tgets the text or the bytes
validation\twhether the document is validated
value\tthe value
varName\tthe name of the variable
varValue\tthe value of the variable
variable\tthe variable
vector\tthe other vector
version\twhich version
volume\tthe name of the volume
volumes\tgets the names of the volumes
what\tthe text to insert
where\tthe place, from 1
window\tthe reference of the window
wpDoc\tthe 4D Write Pro area
x\tcolumn
xIndex\twhich file, from 1
xPath\tthe path to the element, in XPath
xmlInfo\twhich information: a constant of the theme XML
xmlValue\tthe text from the document
y\tline
years\thow many years to add
zipFile\tthe archive
"""

#: Properties that are no functions: what their values are, where the code that gives them does not say it.
PROPERTIES = """\
acceptUnsecureConnection\twhether an unencrypted connection will do
accessTokenOAuth2\tthe OAuth 2 token, as a text or an object
attachments\ta collection of attachments
authenticationMode\thow the user is authenticated
bcc\twho gets it unseen
bodyCharset\tthe charset and encoding of bodies
bodyStructure\tthe parts of the body
bodyValues\tthe texts of the parts
breakModeRead\thow ends of lines are read
breakModeWrite\thow ends of lines are written
cc\twho gets a copy
charset\tthe character set
checkConnectionDelay\tthe seconds of silence after which the connection is checked
cid\tthe content ID by which an HTML body refers to it
comments\ta header of its own for remarks
connectionTimeOut\tthe seconds that connecting may take
creationDate\tthe date of creation
creationTime\tthe time of creation
disposition\thow it is shown: attachment or inline
eof\twhether the end of the file is reached
exists\twhether it is there
extension\tthe end of the name, with its full stop
file\tthe file
from\twho it is from
fullName\tthe name with its extension
headerCharset\tthe charset and encoding of subjects and names
headers\tfurther header fields: objects with name and value
hidden\twhether it is hidden
host\tthe name or the address of the server
htmlBody\tthe message in HTML
inReplyTo\tthe ID of the message that it answers
isAlias\twhether it is an alias
isFile\twhether it is a file
isFolder\twhether it is a folder
isPackage\twhether it is a package of macOS
isStarted\twhether it calls functions now
isSubscribed\tTrue for subscribed mailboxes alone
isWritable\twhether it may be written to
keepAlive\twhether the connection stays open between two mails
keywords\tflags, with True for each
listener\tthe object whose functions are called
logFile\tthe name of the log file
messageId\tits own ID
mode\thow it was opened
modificationDate\tthe date of the last change
modificationTime\tthe time of the last change
name\tthe name
names\twhich mailboxes
notifier\twhat tells of changes in the mailbox
offset\tthe place in the file
original\twhere an alias leads
parent\tthe folder that it is in
password\tthe password of the user
path\tthe path with / between its parts
platformPath\tthe path as the system writes it
port\tthe port of the server
references\tthe IDs of the messages before it
replyTo\twho gets the answers
root\tthe folder with all that the archive holds
sendAt\tthe date of the mail
sender\twho sends it for somebody else
sendTimeOut\tthe seconds that sending a mail may take
size\tthe size in bytes
subject\tthe subject
textBody\tthe message as plain text
to\twho gets it
transporter\tthe transporter
type\tthe MIME type
updateSeen\tFalse to leave messages unseen
user\tthe name of the user
withBody\tFalse to read the header alone
"""


@cache
def _meanings(lines: str) -> dict[str, str]:
    return dict(line.split("\t") for line in lines.splitlines() if line)


def parameter(owner: str, name: str) -> str:
    """What the parameter *name* of the command or function *owner* is for; empty when nobody says it."""
    known = _meanings(PARAMETERS)
    keys = (f"{owner}/{name}", f"{owner.partition('.')[0]}/{name}", name)
    return next((known[key] for key in keys if key in known), "")


def property_(name: str) -> str:
    """What the property *name* of an object of a class is; empty when nobody says it."""
    return _meanings(PROPERTIES).get(name, "")
