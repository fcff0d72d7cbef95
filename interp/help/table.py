"""What there is to say of each command, function and property: the declarations and their docstrings.

Written by scripts/make_catalog.py; change the declarations, not this file.
"""

from __future__ import annotations

#: A line for each command: number, name, signature, summary, page of the reference.
COMMANDS = r"""
1	Sum	( series : Array ) : Real	Returns the sum of the elements.	commands/sum.md
2	Average	( series : Array ) : Real	Returns the arithmetic mean of the elements, 0 when there are none.	commands/average.md
3	Max	( series : Array ) : any	Returns the greatest number or date, 0 (or no date) when there is none.	commands/max.md
4	Min	( series : Array ) : any	Returns the least number or date, 0 (or no date) when there is none.	commands/min.md
8	Int	( number : Real ) : Real	Returns the greatest whole number that is not above the number.	commands/int.md
9	Dec	( number : Real ) : Real	Returns the part after the decimal point, never negative.	commands/dec.md
10	String	( expression : any {; format : Text, Integer {; addTime : Time}} ) : Text	Returns a value as text, in a format or, for a number, in a base.	commands/string.md
11	Num	( expression : Text, Boolean, Real, Undefined, Null {; separator : Text, Integer} ) : Real	Returns a value as number; what is no digit in a text is passed over.	commands/num.md
12	Substring	( source : Text ; firstChar : Integer {; numChars : Integer} ) : Text	Returns a part of the text, from a position to the end or of a given length.	commands/substring.md
13	Uppercase	( aString : Text {; * : Operator} ) : Text	Returns the text in capitals, without accents unless `*` is passed.	commands/uppercase.md
14	Lowercase	( aString : Text {; * : Operator} ) : Text	Returns the text in small letters, without accents unless `*` is passed.	commands/lowercase.md
15	Position	( find : Text ; aString : Text {; start : Integer, Operator {; lengthFound : Variable, Operator {; options : Integer, Operator}}} ) : Integer	Returns where a text first occurs in another, 0 when it does not.	commands/position.md
16	Length	( string : Text ) : Integer	Returns the number of characters.	commands/length.md
17	Sin	( number : Real ) : Real	Returns the sine of an angle in radians.	commands/sin.md
18	Cos	( number : Real ) : Real	Returns the cosine of an angle in radians.	commands/cos.md
19	Tan	( number : Real ) : Real	Returns the tangent of an angle in radians.	commands/tan.md
20	Arctan	( number : Real ) : Real	Returns the angle, in radians, that has a tangent.	commands/arctan.md
21	Exp	( number : Real ) : Real	Returns the power of e; beyond the greatest real it is infinite.	commands/exp.md
22	Log	( number : Real ) : Real	Returns the natural logarithm; of a negative number there is none.	commands/log.md
23	Day of	( date : Date ) : Integer	Returns the day of the month, 0 for the null date.	commands/day-of.md
24	Month of	( aDate : Date ) : Integer	Returns the month, 0 for the null date.	commands/month-of.md
25	Year of	( date : Date ) : Integer	Returns the year, 0 for the null date.	commands/year-of.md
26	Std deviation	( series : Array ) : Real	Returns the standard deviation of the elements as a sample.	commands/std-deviation.md
27	Variance	( series : Array ) : Real	Returns the variance of the elements as a sample, 0 for fewer than two.	commands/variance.md
28	Sum squares	( series : Array ) : Real	Returns the sum of the squares of the elements.	commands/sum-squares.md
33	Current date	( {* : Operator} ) : Date	Returns today's date.	commands/current-date.md
34	Not	( boolean : Boolean, Undefined ) : Boolean	Returns the opposite of a Boolean.	commands/not.md
41	ALERT	( message : Text {; okButtonTitle : Text} )	Shows a message and waits until the user has seen it.	commands/alert.md
63	EXECUTE FORMULA	( statement : Text )	Runs a line of code given as text.	commands/execute-formula.md
74	LOAD VARIABLES	( document : Text ; variable : Variable {; ...variable : Variable} )	Reads variables in the order in which SAVE VARIABLES has written them.	commands/load-variables.md
75	SAVE VARIABLES	( document : Text ; variable : any {; ...variable : any} )	Writes texts, numbers, dates, times and Booleans into a document.	commands/save-variables.md
88	MESSAGE	( message : Text )	Tells how far the work is, without waiting for the user.	commands/message.md
90	Char	( charCode : Integer ) : Text	Returns the character with a UTF-16 code.	commands/char.md
91	Character code	( character : Text ) : Integer	Returns the UTF-16 code of the first character, 0 for an empty text.	commands/character-code.md
94	Round	( round : Real ; places : Integer ) : Real	Returns the number rounded to decimal places, a half away from zero.	commands/round.md
95	Trunc	( number : Real ; places : Integer ) : Real	Returns the number cut to decimal places, downwards.	commands/trunc.md
98	Mod	( number1 : Real ; number2 : Real ) : Real	Returns the remainder of a whole division; both numbers are rounded first.	commands/mod.md
99	Abs	( number : Real ) : Real	Returns the number without its sign.	commands/abs.md
100	Random	: Integer	Returns a random whole number from 0 to 32767.	commands/random.md
102	Date	( expression : Text, Date, Undefined, Null ) : Date	Returns the date that a text tells, as ISO or as month, day and year.	commands/date.md
103	SEND PACKET	( docRef : Time, Text, Blob, 4D.Blob {; packet : Text, Blob, 4D.Blob} )	Writes a text, in UTF-8, or a blob to an open document.	commands/send-packet.md
104	RECEIVE PACKET	( docRef : Time, Variable ; receiveVar : Variable, Text, Integer {; stop : Text, Integer} )	Reads up to a text or a number of characters into a variable; bytes into a Blob variable.	commands/receive-packet.md
114	Day number	( aDate : Date ) : Integer	Returns the day of the week, 1 for Sunday; 2 for the null date.	commands/day-number.md
143	Semaphore	( semaphore : Text {; tickCount : Integer} ) : Boolean	Sets a semaphore; returns True if another process has it, at the end of the wait.	commands/semaphore.md
144	CLEAR SEMAPHORE	( semaphore : Text )	Clears a semaphore that this process has set.	commands/clear-semaphore.md
151	BEEP		Makes a sound in 4D; silent here.	commands/beep.md
155	ON ERR CALL	( errorMethod : Text {; scope : Integer} )	Installs the project method that is called on errors; an empty name removes it.	commands/on-err-call.md
156	ABORT	()	Ends the process.	commands/abort.md
157	TRACE		Stops at the next line to step through the code.	commands/trace.md
159	DELETE DOCUMENT	( document : Text )	Deletes a document; it is an error when there is none.	commands/delete-document.md
161	GOTO XY	( x : Integer ; y : Integer )	Moves the place of the next message in a window; messages are lines here.	commands/goto-xy.md
162	CONFIRM	( message : Text {; okButtonTitle : Text {; cancelButtonTitle : Text}} )	Asks a question; the variable OK is 1 for the first button, else 0.	commands/confirm.md
163	Request	( message : Text {; defaultResponse : Text {; OKButtonTitle : Text {; CancelButtonTitle : Text}}} ) : Text	Asks for a text and returns it; empty, with OK at 0, when cancelled.	commands/request.md
175	MESSAGES OFF		Switches the progress meters of 4D off; there are none here.	commands/messages-off.md
178	Current time	( {* : Operator} ) : Time	Returns the time of day.	commands/current-time.md
179	Time	( timeValue : Text, Integer, Undefined, Null ) : Time	Returns the time that a text or a number of seconds tells.	commands/time.md
180	Time string	( seconds : Integer ) : Text	Returns a number of seconds as HH:MM:SS, on beyond 24 hours.	commands/time-string.md
181	MESSAGES ON		Switches the progress meters of 4D on; there are none here.	commands/messages-on.md
182	Current user	( {user : Integer} ) : Text	Returns the alias or the account of the user.	commands/current-user.md
190	ON EVENT CALL	( eventMethod : Text {; processName : Text} )	Installs the method for clicks and keys, or removes it; there are none here.	commands/on-event-call.md
226	COPY ARRAY	( source : Array ; destination : Variable )	Makes an array a copy of another, element 0 with it.	commands/copy-array.md
227	INSERT IN ARRAY	( array : Array ; where : Integer {; howMany : Integer} )	Inserts empty elements before a place, at the end when it is beyond.	commands/insert-in-array.md
228	DELETE FROM ARRAY	( array : Array ; where : Integer {; howMany : Integer} )	Removes elements from a place on, as many as there are.	commands/delete-from-array.md
229	SORT ARRAY	( array : Array {; ...array : Array, Operator} )	Sorts an array, and others in step with it; `<` at the end is descending.	commands/sort-array.md
230	Find in array	( array : Array ; value : any {; start : Integer} ) : Integer	Returns the place of the first element with a value, -1 when there is none.	commands/find-in-array.md
231	Insert string	( source : Text ; what : Text ; where : Integer ) : Text	Returns the text with another inserted before a position.	commands/insert-string.md
232	Delete string	( source : Text ; where : Integer ; numChars : Integer ) : Text	Returns the text without a number of characters from a position.	commands/delete-string.md
233	Replace string	( source : Text ; oldString : Text ; newString : Text {; howMany : Integer, Operator {; * : Operator}} ) : Text	Returns the text with occurrences of one text replaced by another.	commands/replace-string.md
234	Change string	( source : Text ; newChars : Text ; where : Integer ) : Text	Returns the text with characters overwritten from a position.	commands/change-string.md
264	Open document	( document : Text {; fileType : Text, Integer {; mode : Integer}} ) : Time	Opens a document at its beginning.	commands/open-document.md
265	Append document	( document : Text {; fileType : Text} ) : Time	Opens a document at its end.	commands/append-document.md
266	Create document	( document : Text {; fileType : Text} ) : Time	Makes an empty document, whatever was there, and opens it.	commands/create-document.md
267	CLOSE DOCUMENT	( docRef : Time )	Closes a document.	commands/close-document.md
274	Size of array	( array : Array ) : Integer	Returns the number of elements, of rows when there are two dimensions.	commands/size-of-array.md
291	QUIT 4D	( {time : Integer} )	Ends the program: of a project, On Exit still runs.	commands/quit-4d.md
294	Is a variable	( aPointer : Pointer, Null, Undefined ) : Boolean	Tells whether a pointer points to a variable that has a value.	commands/is-a-variable.md
295	Type	( fieldVar : any ) : Integer	Returns the type number of a variable's value.	commands/type.md
304	Get pointer	( varName : Text ) : Pointer	Returns a pointer to a process or interprocess variable, or an element of it.	commands/get-pointer.md
308	Self	: Pointer	Returns a nil pointer: no method belongs to an object of a form here.	commands/self.md
311	IDLE		Lets 4D handle events; there are none here.	commands/idle.md
315	Is nil pointer	( aPointer : Pointer, Null, Undefined ) : Boolean	Tells whether a pointer points to nothing.	commands/is-nil-pointer.md
317	New process	( method : Text ; stack : Integer {; name : Text, Operator {; param : any, Operator {; ...param : any, Operator}}} ) : Integer	Starts a process that runs a project method; returns its number.	commands/new-process.md
319	PAUSE PROCESS	( process : Integer )	Suspends a process until RESUME PROCESS; the main process goes on.	commands/pause-process.md
320	RESUME PROCESS	( process : Integer )	Lets a paused or delayed process go on.	commands/resume-process.md
321	FILTER EVENT		Takes the current event from 4D; there is none here.	commands/filter-event.md
322	Current process	: Integer	Returns the number of the process that calls it.	commands/current-process.md
323	DELAY PROCESS	( process : Integer ; duration : Real )	Delays a process for a number of ticks of 1/60 second.	commands/delay-process.md
324	HIDE PROCESS	( process : Integer )	Makes a process invisible, save the main process.	commands/hide-process.md
325	SHOW PROCESS	( process : Integer )	Makes a process visible.	commands/show-process.md
326	BRING TO FRONT	( process : Integer )	Does nothing: there are no windows.	commands/bring-to-front.md
327	Frontmost process	( {* : Operator} ) : Integer	Returns 1: without windows, the main process is where the user would be.	commands/frontmost-process.md
330	Process state	( process : Integer ) : Integer	Returns the state of a process.	commands/process-state.md
335	Count tasks	: Integer	Returns the highest number of a living process.	commands/count-tasks.md
342	Count users	: Integer	Returns 1: that is the answer of a standalone 4D.	commands/count-users.md
343	Count user processes	: Integer	Returns the number of living processes.	commands/count-user-processes.md
370	SET PROCESS VARIABLE	( process : Integer ; dstVar : any ; expr : any {; ...(dstVar : any ; expr : any)} )	Writes variables of another process.	commands/set-process-variable.md
371	GET PROCESS VARIABLE	( process : Integer ; srcVar : any ; dstVar : Variable {; ...(srcVar : any ; dstVar : Variable)} )	Reads variables of another process; nothing happens where there is none.	commands/get-process-variable.md
372	Process number	( name : Text {; * : Operator} ) : Integer	Returns the number of the process of that name or unique ID, 0 for none.	commands/process-number.md
373	Execute on server	( procedure : Text ; stack : Integer {; name : Text, Operator {; param : any, Operator {; ...param : any, Operator}}} ) : Integer	Starts a process on this machine, which is its own server.	commands/execute-on-server.md
392	SET DEFAULT CENTURY	( century : Integer {; pivotYear : Integer} )	Sets which years two digits mean: from the pivot year on those of the century, below of the next one.	commands/set-default-century.md
393	Add to date	( date : Date ; years : Integer ; months : Integer ; days : Integer ) : Date	Returns the date so many years, months and days later.	commands/add-to-date.md
394	RESOLVE POINTER	( aPointer : Pointer, Null, Undefined ; varName : Variable ; tableNum : Variable ; fieldNum : Variable )	Returns the name of the variable that a pointer points to.	commands/resolve-pointer.md
400	Pasteboard data size	( dataType : Text ) : Integer	Returns the bytes that there are of a type, -102 for none.	commands/pasteboard-data-size.md
401	GET PASTEBOARD DATA	( dataType : Text ; data : Variable )	Puts the data of a type into a Blob variable.	commands/get-pasteboard-data.md
402	CLEAR PASTEBOARD	()	Empties the pasteboard.	commands/clear-pasteboard.md
403	APPEND DATA TO PASTEBOARD	( dataType : Text ; data : Blob, 4D.Blob )	Adds data under a type.	commands/append-data-to-pasteboard.md
458	Tickcount	: Integer	Returns a running count of sixtieths of a second.	commands/tickcount.md
459	Milliseconds	: Integer	Returns a running count of milliseconds, to measure time with.	commands/milliseconds.md
471	VOLUME LIST	( volumes : Variable )	Fills an array with the names of the volumes: where there are neither letters nor names, the folders where they are.	commands/volume-list.md
472	VOLUME ATTRIBUTES	( volume : Text ; size : Variable ; used : Variable ; free : Variable )	Tells how large a volume is, and how full, in bytes; -1 where there is none.	commands/volume-attributes.md
473	FOLDER LIST	( pathname : Text ; directories : Variable )	Fills an array with the names of the folders in a folder.	commands/folder-list.md
474	DOCUMENT LIST	( pathname : Text ; documents : Variable {; options : Integer} )	Fills an array with the names or paths of the documents in a folder.	commands/document-list.md
475	CREATE FOLDER	( folderPath : Text {; * : Operator} )	Makes a folder, with * those above it too.	commands/create-folder.md
476	Test path name	( pathname : Text ) : Integer	Tells whether a path is that of a document, a folder, or nothing.	commands/test-path-name.md
477	GET DOCUMENT PROPERTIES	( document : Text ; locked : Variable ; invisible : Variable ; createdOn : Variable ; createdAt : Variable ; modifiedOn : Variable ; modifiedAt : Variable )	Tells whether a document is locked or hidden, and its dates.	commands/get-document-properties.md
478	SET DOCUMENT PROPERTIES	( document : Text ; locked : Boolean ; invisible : Boolean ; createdOn : Date ; createdAt : Time ; modifiedOn : Date ; modifiedAt : Time )	Locks a document or not, and gives it dates.	commands/set-document-properties.md
479	Get document size	( document : Text, Time {; * : Operator} ) : Real	Returns the size in bytes of a document, open or not.	commands/get-document-size.md
480	SET DOCUMENT SIZE	( docRef : Time ; size : Real )	Cuts an open document, or fills it up with zeros.	commands/set-document-size.md
481	Get document position	( docRef : Time ) : Real	Returns where the next packet begins, in bytes.	commands/get-document-position.md
482	SET DOCUMENT POSITION	( docRef : Time ; offset : Real {; anchor : Integer} )	Says where the next packet begins.	commands/set-document-position.md
483	Current machine	() : Text	Returns the name of the machine in the network.	commands/current-machine.md
484	Current system user	() : Text	Returns the name of the system's user.	commands/current-system-user.md
485	Get 4D folder	( {folder : Integer, Operator {; options : Object, Operator {; * : Operator}}} ) : Text	Returns the path of one of 4D's folders.	commands/get-4d-folder.md
486	Temporary folder	() : Text	Returns the path of the system's folder for temporary files.	commands/temporary-folder.md
487	System folder	( {type : Integer} ) : Text	Returns the path of a folder of the system; empty for those of other systems.	commands/system-folder.md
489	Structure file	( {star : Operator} ) : Text	Returns the path of the project file; empty when a script runs without one.	commands/structure-file.md
490	Data file	( {segment : Integer} ) : Text	Returns the path of the data file that was named for the run, which nobody opens.	commands/data-file.md
491	Application file	() : Text	Returns the path of the program that runs the script.	commands/application-file.md
492	Is compiled mode	( {star : Operator} ) : Boolean	Returns false: code runs from its source.	commands/is-compiled-mode.md
493	Application version	( {buildNum : Variable, Operator {; star : Operator}} ) : Text	Returns the version of 4D that this library follows, with * the long form.	commands/application-version.md
494	Application type	() : Integer	Returns 6: tool4d is what this program stands in for.	commands/application-type.md
495	Version type	() : Integer	Returns the bits of a version: 64 bits, and no merged application.	commands/version-type.md
510	Get indexed string	( resID : Integer ; strID : Integer {; resFile : Time} ) : Text	Returns a text by the numbers of its group and itself.	commands/get-indexed-string.md
511	STRING LIST TO ARRAY	( resID : Integer ; strings : Variable {; resFile : Time} )	Fills an array with the texts of a group, leaves it alone without one.	commands/string-list-to-array.md
523	SET TEXT TO PASTEBOARD	( text : Text )	Makes a text all that is in the pasteboard.	commands/set-text-to-pasteboard.md
524	Get text from pasteboard	() : Text	Returns the text in the pasteboard; OK is 0 without one.	commands/get-text-from-pasteboard.md
525	DOCUMENT TO BLOB	( document : Text ; blob : Variable )	Reads the content of a file into a Blob variable.	commands/document-to-blob.md
526	BLOB TO DOCUMENT	( document : Text ; blob : Blob, 4D.Blob )	Makes a blob the content of a file.	commands/blob-to-document.md
532	VARIABLE TO BLOB	( variable : any ; blob : Variable {; offset : Variable, Operator} )	Writes a variable of any type into a blob.	commands/variable-to-blob.md
533	BLOB TO VARIABLE	( blob : Blob ; variable : Variable {; offset : Variable} )	Reads a variable that VARIABLE TO BLOB has written.	commands/blob-to-variable.md
534	COMPRESS BLOB	( blob : Variable {; compression : Integer} )	Compresses a blob of 255 bytes or more; one that is compressed stays as it is.	commands/compress-blob.md
535	EXPAND BLOB	( blob : Variable )	Expands a blob that COMPRESS BLOB, or gzip, has compressed.	commands/expand-blob.md
536	BLOB PROPERTIES	( blob : Blob, 4D.Blob ; compressed : Variable {; expandedSize : Variable {; currentSize : Variable}} )	Tells how a blob is compressed, and its sizes.	commands/blob-properties.md
538	Command name	( command : Integer {; info : Variable {; theme : Variable}} ) : Text	Returns the name of a command, what it is fit for, and its theme.	commands/command-name.md
539	Square root	( number : Real ) : Real	Returns the square root; of a negative number there is none.	commands/square-root.md
540	MOVE DOCUMENT	( srcPathname : Text ; dstPathname : Text )	Moves or renames a document.	commands/move-document.md
541	COPY DOCUMENT	( sourceName : Text ; destinationName : Text {; newName : Text, Operator {; * : Operator}} )	Copies a document or, when the path ends with a slash, a folder.	commands/copy-document.md
548	INTEGER TO BLOB	( integer : Integer ; blob : Variable {; byteOrder : Integer, Operator {; offset : Variable, Operator}} )	Writes the low 16 bits of a number into a blob.	commands/integer-to-blob.md
549	BLOB to integer	( blob : Blob, 4D.Blob ; byteOrder : Integer {; offset : Variable} ) : Integer	Reads a number of 16 bits, with its sign.	commands/blob-to-integer.md
550	LONGINT TO BLOB	( longint : Integer ; blob : Variable {; byteOrder : Integer, Operator {; offset : Variable, Operator}} )	Writes a number of 32 bits into a blob.	commands/longint-to-blob.md
551	BLOB to longint	( blob : Blob, 4D.Blob ; byteOrder : Integer {; offset : Variable} ) : Integer	Reads a number of 32 bits, with its sign.	commands/blob-to-longint.md
552	REAL TO BLOB	( real : Real ; blob : Variable ; realFormat : Integer {; offset : Variable, Operator} )	Writes a real of 8 bytes, or 10 in the extended format, into a blob.	commands/real-to-blob.md
553	BLOB to real	( blob : Blob, 4D.Blob ; realFormat : Integer {; offset : Variable} ) : Real	Reads a real of 8 bytes, or 10 in the extended format.	commands/blob-to-real.md
554	TEXT TO BLOB	( text : Text ; blob : Variable {; textFormat : Integer, Operator {; offset : Variable, Operator}} )	Writes a text into a blob, as a C string of the Mac when nothing else is asked.	commands/text-to-blob.md
555	BLOB to text	( blob : Blob, 4D.Blob ; textFormat : Integer {; offset : Variable {; textLength : Integer}} ) : Text	Reads a text from a blob; a text without length is as long as asked, or ends it.	commands/blob-to-text.md
558	COPY BLOB	( srcBLOB : Blob, 4D.Blob ; dstBLOB : Variable ; srcOffset : Integer ; dstOffset : Integer ; len : Integer )	Copies bytes of a blob into another, which grows as far as needed.	commands/copy-blob.md
559	INSERT IN BLOB	( blob : Variable ; offset : Integer ; len : Integer {; filler : Integer} )	Inserts bytes with a value, 0 when none is given.	commands/insert-in-blob.md
560	DELETE FROM BLOB	( blob : Variable ; offset : Integer ; len : Integer )	Removes bytes, as many as there are from an offset on.	commands/delete-from-blob.md
605	BLOB size	( blob : Blob, 4D.Blob ) : Integer	Returns the number of bytes.	commands/blob-size.md
606	SET BLOB SIZE	( blob : Variable ; size : Integer {; filler : Integer} )	Makes a blob shorter, or longer by bytes with a value, 0 when none is given.	commands/set-blob-size.md
623	SET REAL COMPARISON LEVEL	( epsilon : Real )	Sets how far apart equal reals may be, 0.000001 at first.	commands/set-real-comparison-level.md
635	VARIABLE TO VARIABLE	( process : Integer ; dstVar : any ; srcVar : Variable {; ...(dstVar : any ; srcVar : Variable)} )	Writes variables of another process, whole arrays too.	commands/variable-to-variable.md
642	SET DATABASE PARAMETER	( selector : Integer ; value : Real, Text )	Changes a parameter for this run.	commands/set-database-parameter.md
643	Get database parameter	( selector : Integer {; stringValue : Variable} ) : Real	Returns a parameter, or puts it into stringValue when it is a text.	commands/get-database-parameter.md
648	REGISTER CLIENT	( {clientName : Text {; * : Operator}} )	Does nothing in a standalone 4D.	commands/register-client.md
649	UNREGISTER CLIENT	()	Does nothing in a standalone 4D.	commands/unregister-client.md
650	GET REGISTERED CLIENTS	( clientList : Variable ; methods : Variable )	Empties both arrays: no client is registered.	commands/get-registered-clients.md
651	EXECUTE ON CLIENT	( clientName : Text ; methodName : Text {; ...param : any} )	Does nothing: no client is registered.	commands/execute-on-client.md
652	Test semaphore	( semaphore : Text ) : Boolean	Tells whether a semaphore is set.	commands/test-semaphore.md
667	LOG EVENT	( outputType : Integer, Text {; message : Text, Integer {; importance : Integer}} )	Records a message in the chosen log.	commands/log-event.md
670	Select folder	( {message : Text {; defaultPath : Text, Integer {; options : Integer}}} ) : Text	Asks for a folder, and returns its path; the end of the input cancels.	commands/select-folder.md
672	Process aborted	: Boolean	Tells whether the process is about to be aborted.	commands/process-aborted.md
676	Euro converter	( value : Real ; fromCurrency : Text ; toCurrency : Text ) : Real	Returns an amount in another currency of Euroland, by way of the euro.	commands/euro-converter.md
684	Current method name	: Text	Returns the name of the running method.	commands/current-method-name.md
688	GENERATE ENCRYPTION KEYPAIR	( privKey : Variable ; pubKey : Variable {; length : Integer} )	Makes a pair of RSA keys as PEM texts in blobs.	commands/generate-encryption-keypair.md
689	ENCRYPT BLOB	( toEncrypt : Variable ; sendPrivKey : Blob {; recipPubKey : Blob} )	Encrypts a blob with the sender's private key, and for one recipient only.	commands/encrypt-blob.md
690	DECRYPT BLOB	( toDecrypt : Variable ; sendPubKey : Blob {; recipPrivKey : Blob} )	Decrypts what ENCRYPT BLOB has encrypted.	commands/decrypt-blob.md
693	DELETE FOLDER	( folder : Text {; deleteOption : Integer} )	Deletes a folder, when it is empty or told to delete its contents.	commands/delete-folder.md
694	CREATE ALIAS	( targetPath : Text ; aliasPath : Text )	Makes a symbolic link; nothing happens without a target.	commands/create-alias.md
695	RESOLVE ALIAS	( aliasPath : Text ; targetPath : Variable )	Tells where a link leads; OK is 0 when it is none.	commands/resolve-alias.md
700	GET DOCUMENT ICON	( docPath : Text ; icon : Variable {; size : Integer} )	Gives the variable no picture: documents have no icons here.	commands/get-document-icon.md
704	Method called on error	( {scope : Integer} ) : Text	Returns the name of the method that is called on errors.	commands/method-called-on-error.md
705	Method called on event	: Text	Returns the name of the method for events, empty when there is none.	commands/method-called-on-event.md
718	MULTI SORT ARRAY	( array : Array {; ...sort : Array, Operator} )	Sorts arrays in step by those that are followed by `>` or `<`.	commands/multi-sort-array.md
719	DOM Parse XML source	( document : Text {; validation : Boolean {; dtd : Text}} ) : Text	Makes a tree of a file, which may have to be valid.	commands/dom-parse-xml-source.md
720	DOM Parse XML variable	( variable : Blob, 4D.Blob, Text {; validation : Boolean {; dtd : Text}} ) : Text	Makes a tree of a text or blob, which may have to be valid.	commands/dom-parse-xml-variable.md
721	DOM Get XML information	( elementRef : Text ; xmlInfo : Integer ) : Text	Returns a property of a tree: encoding, version, identifiers ….	commands/dom-get-xml-information.md
722	DOM CLOSE XML	( elementRef : Text )	Frees a whole tree, by the reference of its root.	commands/dom-close-xml.md
723	DOM Get first child XML element	( elementRef : Text {; childElemName : Variable {; childElemValue : Variable}} ) : Text	Returns the first child that is an element.	commands/dom-get-first-child-xml-element.md
724	DOM Get next sibling XML element	( elementRef : Text {; siblingElemName : Variable {; siblingElemValue : Variable}} ) : Text	Returns the next element beside one.	commands/dom-get-next-sibling-xml-element.md
725	DOM Get XML element	( elementRef : Text ; elementName : Text ; index : Integer {; elementValue : Variable {; attrNames : Variable {; attrValues : Variable}}} ) : Text	Returns a child by name and number, with its value and attributes.	commands/dom-get-xml-element.md
726	DOM Count XML elements	( elementRef : Text ; elementName : Text ) : Integer	Returns how many children have a name.	commands/dom-count-xml-elements.md
727	DOM Count XML attributes	( elementRef : Text ) : Integer	Returns the number of attributes.	commands/dom-count-xml-attributes.md
728	DOM GET XML ATTRIBUTE BY NAME	( elementRef : Text ; attribName : Text ; attribValue : Variable )	Reads an attribute by its name.	commands/dom-get-xml-attribute-by-name.md
729	DOM GET XML ATTRIBUTE BY INDEX	( elementRef : Text ; attribIndex : Integer ; attribName : Variable ; attribValue : Variable )	Reads an attribute by its number in the order of their names.	commands/dom-get-xml-attribute-by-index.md
730	DOM GET XML ELEMENT NAME	( elementRef : Text ; elementName : Variable )	Reads the name of an element.	commands/dom-get-xml-element-name.md
731	DOM GET XML ELEMENT VALUE	( elementRef : Text ; elementValue : Variable {; cDATA : Variable} )	Reads the text of an element, and that of its CDATA sections.	commands/dom-get-xml-element-value.md
732	XML GET ERROR	( elementRef : Text ; errorText : Variable {; row : Variable {; column : Variable}} )	Tells why the last text was no XML, and where.	commands/xml-get-error.md
805	SET ALLOWED METHODS	( methodsArray : Array )	Designates the methods that a user may enter; it restricts no execution.	commands/set-allowed-methods.md
811	LAUNCH EXTERNAL PROCESS	( fileName : Text {; inputStream : Variable, Text, Blob {; outputStream : Variable {; errorStream : Variable {; pid : Variable}}}} )	Starts a program, waits for its end unless told otherwise, and returns what it wrote.	commands/launch-external-process.md
812	SET ENVIRONMENT VARIABLE	( varName : Text ; varValue : Text )	Sets a variable for the programs that are started; an empty value resets it.	commands/set-environment-variable.md
816	PROCESS 4D TAGS	( inputTemplate : Text, Blob ; outputResult : Variable {; ...param : any} )	Fills in a template with tags, which get the parameters as $1, $2 ….	commands/process-4d-tags.md
851	SAX ADD XML DOCTYPE	( document : Time ; docType : Text )	Writes a document type, as it was given.	commands/sax-add-xml-doctype.md
852	SAX ADD XML COMMENT	( document : Time ; comment : Text )	Writes a comment.	commands/sax-add-xml-comment.md
853	SAX OPEN XML ELEMENT	( document : Time ; tag : Text {; ...(attribName : Text ; attribValue : any)} )	Writes the start tag of an element.	commands/sax-open-xml-element.md
854	SAX CLOSE XML ELEMENT	( document : Time )	Writes the end tag of the element that was opened last.	commands/sax-close-xml-element.md
855	SAX ADD XML ELEMENT VALUE	( document : Time ; data : any {; * : Operator} )	Writes a value into the open element; raw where the options say so, but for *.	commands/sax-add-xml-element-value.md
856	SAX ADD XML CDATA	( document : Time ; data : Blob, 4D.Blob, Text )	Writes a CDATA section into the open element; of a blob, its bytes as UTF-8.	commands/sax-add-xml-cdata.md
857	SAX ADD PROCESSING INSTRUCTION	( document : Time ; statement : Text )	Writes a processing instruction.	commands/sax-add-processing-instruction.md
858	SAX SET XML DECLARATION	( document : Time ; encoding : Text {; standalone : Boolean {; indentation : Boolean}} )	Writes the declaration, before anything else.	commands/sax-set-xml-declaration.md
859	DOM SET XML DECLARATION	( elementRef : Text ; encoding : Text {; standalone : Boolean {; indentation : Boolean}} )	Sets character set and the standalone property of a tree.	commands/dom-set-xml-declaration.md
860	SAX Get XML node	( document : Time ) : Integer	Reads on to the next node and returns its kind.	commands/sax-get-xml-node.md
861	DOM Create XML Ref	( root : Text {; nameSpace : Text {; ...(nameSpaceName : Text ; nameSpaceValue : Text)}} ) : Text	Makes a tree of a root element with its namespaces.	commands/dom-create-xml-ref.md
862	DOM EXPORT TO FILE	( elementRef : Text ; filePath : Text )	Writes a tree into a file.	commands/dom-export-to-file.md
863	DOM EXPORT TO VAR	( elementRef : Text ; vXmlVar : Variable )	Writes a tree into a Text or Blob variable.	commands/dom-export-to-var.md
864	DOM Find XML element	( elementRef : Text ; xPath : Text {; arrElementRefs : Variable} ) : Text	Returns the first node at an XPath, and all of them in an array.	commands/dom-find-xml-element.md
865	DOM Create XML element	( elementRef : Text ; xPath : Text {; ...(attribName : Text ; attrValue : any)} ) : Text	Makes an element at a path, with attributes.	commands/dom-create-xml-element.md
866	DOM SET XML ATTRIBUTE	( elementRef : Text ; attribName : Text ; attrValue : any {; ...(attribName : Text ; attrValue : any)} )	Sets attributes of an element.	commands/dom-set-xml-attribute.md
867	DOM SET XML ELEMENT NAME	( elementRef : Text ; elementName : Text )	Renames an element.	commands/dom-set-xml-element-name.md
868	DOM SET XML ELEMENT VALUE	( elementRef : Text ; xPath : any {; elementValue : any {; * : Operator}} )	Sets the text of an element, or of the one at a path, as CDATA with *.	commands/dom-set-xml-element-value.md
869	DOM REMOVE XML ELEMENT	( elementRef : Text )	Removes an element with all that is in it.	commands/dom-remove-xml-element.md
873	SAX GET XML DOCUMENT VALUES	( document : Time ; encoding : Variable ; version : Variable ; standalone : Variable )	Reads what the declaration says.	commands/sax-get-xml-document-values.md
874	SAX GET XML COMMENT	( document : Time ; comment : Variable )	Reads a comment.	commands/sax-get-xml-comment.md
875	SAX GET XML PROCESSING INSTRUCTION	( document : Time ; name : Variable ; value : Variable )	Reads target and data of a processing instruction.	commands/sax-get-xml-processing-instruction.md
876	SAX GET XML ELEMENT	( document : Time ; name : Variable ; prefix : Variable ; attrNames : Variable ; attrValues : Variable )	Reads name, prefix and attributes of an element; at its end no attributes.	commands/sax-get-xml-element.md
877	SAX GET XML ELEMENT VALUE	( document : Time ; value : Variable )	Reads a text; into a Blob variable the bytes that it is in base64.	commands/sax-get-xml-element-value.md
878	SAX GET XML CDATA	( document : Time ; value : Variable )	Reads a CDATA section.	commands/sax-get-xml-cdata.md
879	SAX GET XML ENTITY	( document : Time ; name : Variable ; value : Variable )	Reads name and value of an entity that the text refers to.	commands/sax-get-xml-entity.md
895	BASE64 ENCODE	( toEncode : Variable, Text, Blob, 4D.Blob {; encoded : Variable, Operator {; * : Operator}} )	Encodes a text (as UTF-8) or a blob in Base64, in Base64URL with `*`.	commands/base64-encode.md
896	BASE64 DECODE	( toDecode : Variable, Text, Blob, 4D.Blob {; decoded : Variable, Operator {; * : Operator}} )	Decodes a text or a blob in Base64, in Base64URL with `*`.	commands/base64-decode.md
905	Select document	( directory : Text, Integer ; fileTypes : Text ; title : Text ; options : Integer {; selected : Variable} ) : Text	Asks for a document, and returns its name.	commands/select-document.md
907	Count in array	( array : Array ; value : any ) : Integer	Returns how many elements have a value.	commands/count-in-array.md
908	GET ALLOWED METHODS	( methodsArray : Variable )	Fills an array with what SET ALLOWED METHODS got.	commands/get-allowed-methods.md
910	DISPLAY NOTIFICATION	( title : Text ; text : Text {; duration : Integer} )	Tells the user something in passing, 255 characters at most of each.	commands/display-notification.md
911	APPEND TO ARRAY	( array : Variable ; value : any )	Adds an element at the end of an array.	commands/append-to-array.md
921	SAX OPEN XML ELEMENT ARRAYS	( document : Time ; tag : Text {; ...(attribNamesArray : Array, Text ; attribValuesArray : any)} )	Writes the start tag of an element, its attributes from arrays or single.	commands/sax-open-xml-element-arrays.md
923	DOM Get parent XML element	( elementRef : Text {; parentElemName : Variable {; parentElemValue : Variable}} ) : Text	Returns the parent: of the root the document, of that none.	commands/dom-get-parent-xml-element.md
924	DOM Get previous sibling XML element	( elementRef : Text {; siblingElemName : Variable {; siblingElemValue : Variable}} ) : Text	Returns the element before one.	commands/dom-get-previous-sibling-xml-element.md
925	DOM Get last child XML element	( elementRef : Text {; childElemName : Variable {; childElemValue : Variable}} ) : Text	Returns the last child that is an element.	commands/dom-get-last-child-xml-element.md
955	Choose	( criterion : Boolean, Integer ; value : any {; ...value : any} ) : any	Returns the value that a Boolean or a position from 0 selects.	commands/choose.md
958	GET PASTEBOARD DATA TYPE	( signatures : Variable ; nativeTypes : Variable {; formatNames : Variable} )	Fills arrays with the types of the data there is.	commands/get-pasteboard-data-type.md
975	SET FILE TO PASTEBOARD	( file : Text {; star : Operator} )	Puts the path of a file there, with * behind those that are.	commands/set-file-to-pasteboard.md
976	Get file from pasteboard	( xIndex : Integer ) : Text	Returns the path of a file by its number from 1.	commands/get-file-from-pasteboard.md
991	Localized string	( resName : Text ) : Text	Returns a text in the current language by its name; OK is 0 without one.	commands/localized-string.md
994	GET SYSTEM FORMAT	( format : Integer ; value : Variable )	Puts a format or a separator into a variable.	commands/get-system-format.md
1007	EXECUTE METHOD	( methodName : Text {; result : Variable, Operator {; ...param : any}} )	Runs the project method of that name and stores what it returns.	commands/execute-method.md
1009	Get database localization	( {languageType : Integer, Operator {; star : Operator}} ) : Text	Returns the code of a language; texts are compared as in English.	commands/get-database-localization.md
1010	DOM Find XML element by ID	( elementRef : Text ; id : Text ) : Text	Returns the first element of the tree with an attribute id.	commands/dom-find-xml-element-by-id.md
1011	CONVERT FROM TEXT	( 4Dtext : Text ; charSet : Text, Integer ; convertedBLOB : Variable )	Writes a text in a character set into a blob.	commands/convert-from-text.md
1012	Convert to text	( blob : Blob, 4D.Blob ; charSet : Text, Integer ) : Text	Returns the text that a blob holds in a character set.	commands/convert-to-text.md
1015	GET LAST ERROR STACK	( codesArray : Variable ; intCompArray : Variable ; textArray : Variable )	Fills arrays with the codes, the components and the descriptions of the errors that Last errors returns.	commands/get-last-error-stack.md
1019	Match regex	( pattern : Text ; aString : Text {; start : Integer {; pos_found : Variable, Operator {; length_found : Variable, Operator {; * : Operator}}}} ) : Boolean	Tells whether a regular expression fits a whole text, or occurs in it.	commands/match-regex.md
1053	DOM Get root XML element	( elementRef : Text ) : Text	Returns the root of the tree of a node.	commands/dom-get-root-xml-element.md
1066	Generate UUID	( {version : Integer} ) : Text	Returns a new UUID of version 4 or 7 as 32 hexadecimal digits.	commands/generate-uuid.md
1080	DOM Append XML child node	( elementRef : Text ; childType : Integer ; childValue : any ) : Text	Appends a text, CDATA, comment, instruction, document type or element.	commands/dom-append-xml-child-node.md
1081	DOM GET XML CHILD NODES	( elementRef : Text ; childTypesArr : Variable ; nodeRefsArr : Variable )	Reads types, and values or references, of all children.	commands/dom-get-xml-child-nodes.md
1082	DOM Append XML element	( targetElementRef : Text ; sourceElementRef : Text ) : Text	Appends a copy of an element to the children of another.	commands/dom-append-xml-element.md
1083	DOM Insert XML element	( targetElementRef : Text ; sourceElementRef : Text ; childIndex : Integer ) : Text	Puts a copy of an element before a child of another.	commands/dom-insert-xml-element.md
1084	DOM REMOVE XML ATTRIBUTE	( elementRef : Text ; attribName : Text )	Removes an attribute; it is an error when there is none.	commands/dom-remove-xml-attribute.md
1088	DOM Get XML document ref	( elementRef : Text ) : Text	Returns the node above the root of a tree.	commands/dom-get-xml-document-ref.md
1090	XML SET OPTIONS	( ref : Text, Time ; selector : Integer ; value : Integer {; ...(selector : Integer ; value : Integer)} )	Sets options of a tree or of a document that is written.	commands/xml-set-options.md
1091	XML DECODE	( xmlValue : Text ; 4Dvar : Variable )	Converts a text of XML to the type of a variable.	commands/xml-decode.md
1096	XML GET OPTIONS	( ref : Text, Time ; selector : Integer ; value : Variable {; ...(selector : Integer ; value : Variable)} )	Reads options of a tree or of a document that is written.	commands/xml-get-options.md
1097	DOM Create XML element arrays	( elementRef : Text ; xPath : Text {; ...(attribNamesArray : Array ; attribValuesArray : Array)} ) : Text	Makes an element at a path, with attributes from arrays.	commands/dom-create-xml-element-arrays.md
1104	SET DATABASE LOCALIZATION	( languageCode : Text {; star : Operator} )	Changes the language; OK is 0 for what is no code of one.	commands/set-database-localization.md
1105	Localized document path	( relativePath : Text ) : Text	Returns the path of a document in the folder of the language.	commands/localized-document-path.md
1106	Convert path system to POSIX	( systemPath : Text {; * : Operator} ) : Text	Returns a path of the system as an absolute POSIX path, with * encoded.	commands/convert-path-system-to-posix.md
1107	Convert path POSIX to system	( posixPath : Text {; * : Operator} ) : Text	Returns an absolute POSIX path, with * an encoded one, as a path of the system.	commands/convert-path-posix-to-system.md
1129	ASSERT	( boolExpression : Boolean {; messageText : Text} )	Raises error -10518 when the condition is false.	commands/assert.md
1130	Get assert enabled	: Boolean	Tells whether assertions are checked.	commands/get-assert-enabled.md
1131	SET ASSERT ENABLED	( assertions : Boolean {; * : Operator} )	Switches assertions off, and on again; then what they test is not evaluated.	commands/set-assert-enabled.md
1132	Asserted	( boolExpression : Boolean {; messageText : Text} ) : Boolean	Returns the condition, and raises error -10518 when it is false.	commands/asserted.md
1141	GET TEXT KEYWORDS	( text : Text ; arrKeywords : Variable {; * : Operator} )	Fills an array with the words of a text, each only once with `*`.	commands/get-text-keywords.md
1147	Generate digest	( param : Blob, Text ; algorithm : Integer {; * : Operator} ) : Text	Returns the digest of a text (as UTF-8) or blob, hexadecimal or, with `*`, Base64URL.	commands/generate-digest.md
1164	METHOD Get path	( methodType : Integer {; objectName : Text, Operator {; formObjectName : Text, Operator {; * : Operator}}} ) : Text	Returns the path of a method, whether there is one or not.	commands/method-get-path.md
1165	METHOD RESOLVE PATH	( path : Text ; methodType : Variable ; ptrTable : Variable ; objectName : Variable ; formObjectName : Variable {; * : Operator} )	Takes a path apart: its type, a table, a name and the name of an object.	commands/method-resolve-path.md
1217	JSON Stringify	( value : any {; * : Operator} ) : Text	Returns a value as JSON text, on several lines with `*`.	commands/json-stringify.md
1218	JSON Parse	( jsonString : Text {; type : Integer, Operator {; * : Operator}} ) : any	Returns the value that a JSON text describes, as a given type when one is asked for.	commands/json-parse.md
1219	JSON PARSE ARRAY	( jsonString : Text ; array : Variable )	Fills an array with the elements of a JSON array.	commands/json-parse-array.md
1220	OB SET	( object : Object ; property : Text ; value : any {; ...(property : Text ; value : any)} )	Creates or changes properties of an object.	commands/ob-set.md
1224	OB Get	( object : Object ; property : Text {; type : Integer} ) : any	Returns the value of a property, converted when a type is given.	commands/ob-get.md
1225	OB Copy	( object : Object {; option : Boolean, Integer {; groupWith : Collection, Object}} ) : Object	Returns a deep copy of an object; its pointers resolved, or shared, when asked for.	commands/ob-copy.md
1226	OB REMOVE	( object : Object ; property : Text )	Removes a property; nothing happens when there is none.	commands/ob-remove.md
1227	OB SET ARRAY	( object : Variable, Object ; property : Text ; array : any )	Stores the elements of an array in a property, as a collection.	commands/ob-set-array.md
1228	JSON Stringify array	( array : any {; * : Operator} ) : Text	Returns an array as JSON text, on several lines with `*`.	commands/json-stringify-array.md
1229	OB GET ARRAY	( object : Object ; property : Text ; array : Variable )	Fills an array with the elements of a property that is a collection.	commands/ob-get-array.md
1230	OB Get type	( object : Object ; property : Text ) : Integer	Returns the type number of a property's value.	commands/ob-get-type.md
1231	OB Is defined	( object : Object, Undefined {; property : Text} ) : Boolean	Tells whether an object, or a property of it, exists.	commands/ob-is-defined.md
1232	OB GET PROPERTY NAMES	( object : Object ; arrProperties : Variable {; arrTypes : Variable} )	Fills arrays with the names of the properties of an object and the type numbers of their values.	commands/ob-get-property-names.md
1233	OB SET NULL	( object : Object ; property : Text )	Stores Null in a property.	commands/ob-set-null.md
1236	Document to text	( fileName : Text {; charSet : Text, Integer {; breakMode : Integer}} ) : Text	Returns the content of a file as a text.	commands/document-to-text.md
1237	TEXT TO DOCUMENT	( fileName : Text ; text : Text {; charSet : Text, Integer {; breakMode : Integer}} )	Makes a text the content of a file.	commands/text-to-document.md
1292	RESTART 4D	( {time : Integer {; message : Text}} )	Ends the program, and a project begins again.	commands/restart-4d.md
1297	OB Is empty	( object : Object, Undefined ) : Boolean	Tells whether an object does not exist or has no property.	commands/ob-is-empty.md
1317	WP New	( {source : Text, Object} ) : Object	Returns an area with an HTML text, or with what another area holds.	commands/wp-new.md
1319	WP EXPORT VARIABLE	( wpDoc : Object ; destination : Variable ; format : Integer {; option : any} )	Exports an area into a variable: as MIME with its pictures, for MAIL Convert from MIME, or as a .docx file.	commands/mail-convert-from-mime.md
1333	Find in sorted array	( array : Array ; value : any ; order : Operator {; posFirst : Variable {; posLast : Variable}} ) : Boolean	Tells whether a sorted array has a value, and between which places.	commands/find-in-sorted-array.md
1355	Current client authentication	( {domain : Variable ; protocol : Variable} ) : Text	Returns empty texts: nobody vouches for the user.	commands/current-client-authentication.md
1389	CALL WORKER	( process : Text, Integer ; formula : Object, Text {; ...param : any} )	Asks a worker to run a formula or a project method; the name of a new one makes it.	commands/call-worker.md
1390	KILL WORKER	( {process : Text, Integer} )	Empties the messages of a worker and ends it after its current task.	commands/kill-worker.md
1391	CALL FORM	( window : Integer ; formula : Object, Text {; ...param : any} )	Does nothing: there are no windows with forms.	commands/call-form.md
1392	Current process name	: Text	Returns the name of the process that calls it.	commands/current-process-name.md
1418	Get 4D file	( file : Integer {; star : Operator} ) : Text	Returns the path of one of 4D's own files, empty when there is none.	commands/get-4d-file.md
1445	Timestamp	: Text	Returns the current moment in GMT as ISO text with milliseconds.	commands/timestamp.md
1456	JSON Validate	( vJson : Object, Collection ; vSchema : Object ) : Object	Returns an object with success and, where it is false, errors.	commands/json-validate.md
1466	Form	() : Object	Returns the object of the current form.	commands/form.md
1471	New object	( {...(property : Text ; value : any)} ) : Object	Returns a new object, filled with the given properties.	commands/new-object.md
1472	New collection	( {...value : any} ) : Collection	Returns a new collection of the given values.	commands/new-collection.md
1478	JSON Resolve pointers	( object : Object {; options : Object} ) : Object	Puts in place of the JSON pointers in an object what they point to.	commands/json-resolve-pointers.md
1489	License info	() : Object	Returns Null, as where no licence is in use.	commands/license-info.md
1495	Process activity	( {sessionID : Text, Integer {; options : Integer}} ) : Object	Returns all processes; its parameters mean something on a server only.	commands/process-activity.md
1509	Value type	( expression : any ) : Integer	Returns the type number of a value; all numbers are real.	commands/value-type.md
1525	Storage	: Object	Returns the shared object that all processes find without being handed it.	commands/storage.md
1526	New shared object	( {...(property : Text ; value : any)} ) : Object	Returns a new shared object, filled with the given properties.	commands/new-shared-object.md
1527	New shared collection	( {...value : any} ) : Collection	Returns a new shared collection of the given values.	commands/new-shared-collection.md
1533	Generate password hash	( password : Text {; options : Object} ) : Text	Returns a hash of a password, another one each time.	commands/generate-password-hash.md
1534	Verify password hash	( password : Text ; hash : Text ) : Boolean	Tells whether a hash was made of that password.	commands/verify-password-hash.md
1537	Bool	( expression : any ) : Boolean	Returns a value as Boolean: true for True and for numbers other than 0.	commands/bool.md
1547	Path to object	( path : Text {; pathType : Integer} ) : Object	Takes a path apart: parentFolder, name, extension, isFolder.	commands/path-to-object.md
1548	Object to path	( pathObject : Object ) : Text	Puts a path together from the properties of an object.	commands/object-to-path.md
1554	Split string	( stringToSplit : Text ; separator : Text {; options : Integer} ) : Collection	Returns the parts of a text between separators.	commands/split-string.md
1562	COLLECTION TO ARRAY	( collection : Collection ; array : Variable {; propertyName : Text {; ...(array : Variable ; propertyName : Text)}} )	Fills arrays with the elements of a collection, or with properties of them.	commands/collection-to-array.md
1563	ARRAY TO COLLECTION	( collection : Variable ; array : Array {; ...propertyName : Array, Text} )	Replaces the elements of a collection by those of an array.	commands/array-to-collection.md
1566	File	( path : Text, Integer {; pathType : Integer, Operator {; * : Operator}} ) : 4D.File	Returns a file object for an absolute path; the file need not exist.	commands/file.md
1567	Folder	( path : Text, Integer {; pathType : Integer, Operator {; * : Operator}} ) : 4D.Folder	Returns a folder object for an absolute path; the folder need not exist.	commands/folder.md
1571	System info	() : Object	Returns what is known of the machine.	commands/system-info.md
1572	Is macOS	() : Boolean	Tells whether macOS is the system whose rules hold.	commands/is-macos.md
1573	Is Windows	() : Boolean	Tells whether Windows is the system whose rules hold.	commands/is-windows.md
1576	Parse formula	( formula : Text {; options : Integer, Variable {; errorMessage : Variable}} ) : Text	Returns a formula with the names of commands and constants as 4D spells them.	commands/parse-formula.md
1599	Application info	() : Object	Returns what is known of the running program.	commands/application-info.md
1601	Formula from string	( formulaString : Text {; context : Integer} ) : any	Returns the formula that a text describes.	commands/formula-from-string.md
1604	MAIL Convert to MIME	( mail : Object {; options : Object } ) : Text	Converts an Email object into MIME text.	commands/mail-convert-to-mime.md
1606	FORM Event	() : Object	Returns Null: no event has happened in a form.	commands/form-event.md
1608	SMTP New transporter	( server : Object ) : 4D.SMTPTransporter	Makes a transporter for an SMTP server; connects to nothing yet.	commands/smtp-new-transporter.md
1634	ABORT PROCESS BY ID	( uniqueID : Integer )	Does nothing: only a server aborts processes so.	commands/abort-process-by-id.md
1637	ZIP Read archive	( zipFile : 4D.File {; password : Text} ) : 4D.ZipArchive	Opens an archive to look at what is in it.	commands/zip-read-archive.md
1640	ZIP Create archive	( fileToZip : Object ; destinationFile : 4D.File {; options : Integer} ) : Object	Packs a file, a folder, or what an object describes; returns a status.	commands/zip-create-archive.md
1641	New signal	( {description : Text} ) : 4D.Signal	Returns a new signal.	commands/new-signal.md
1644	MAIL New attachment	( file : 4D.File, 4D.ZipFile, Blob, 4D.Blob, Text {; name : Text {; cid : Text {; type : Text {; disposition : Text}}}} ) : 4D.MailAttachment	Makes an attachment of a file, of one in an archive, or of a blob.	commands/mail-new-attachment.md
1662	Call chain	: Collection	Returns the active calls, innermost first, as objects.	commands/call-chain.md
1666	SET USER ALIAS	( alias : Text )	Gives the user another name, or none with an empty text.	commands/set-user-alias.md
1681	MAIL Convert from MIME	( mime : Blob, Text ) : Object	Converts MIME into an Email object.	commands/mail-convert-from-mime.md
1697	POP3 New transporter	( server : Object ) : 4D.POP3Transporter	Makes a transporter for a POP3 server; connects to nothing yet.	commands/pop3-new-transporter.md
1714	Session	: 4D.Session	Returns the session, the same for all processes.	commands/session.md
1718	OB Values	( object : Object ) : Collection	Returns the values of the properties, in order.	commands/ob-values.md
1719	OB Keys	( object : Object ) : Collection	Returns the names of the properties, in order.	commands/ob-keys.md
1720	OB Entries	( object : Object ) : Collection	Returns the properties as objects with key and value, in order.	commands/ob-entries.md
1723	IMAP New transporter	( parameter : Object ) : 4D.IMAPTransporter	Makes a transporter for an IMAP server; connects to nothing yet.	commands/imap-new-transporter.md
1730	OB Class	( object : Object, Undefined ) : Object	Returns the class of an object, Null when there is no object.	commands/ob-class.md
1731	OB Instance of	( object : Object, Undefined ; class : any ) : Boolean	Tells whether an object belongs to a class or to one that extends it.	commands/ob-instance-of.md
1756	Compare strings	( aString : Text ; bString : Text {; options : Integer} ) : Integer	Returns -1, 0 or 1 as the first text is lower, equal or higher.	commands/compare-strings.md
1759	OB Is shared	( toCheck : Object, Collection ) : Boolean	Tells whether an object or collection is shared.	commands/ob-is-shared.md
1760	Compile project	( {projectFile : Object {; options : Object}} ) : Object	Checks the syntax of the project at hand, or of another one.	commands/compile-project.md
1799	Last errors	: Collection	Returns the stack of errors, Null when there was none.	commands/last-errors.md
1805	throw	( {errorCode : Integer, Object {; description : Text}} )	Raises an error of the script's own.	commands/throw.md
1839	Session storage	( id : Text ) : Object	Returns the storage of a session, Null for one that there is not.	commands/session-storage.md
1843	Process info	( processNumber : Integer ) : Object	Returns what is known of a process, Null where there is none.	commands/process-info.md
1844	Session info	( sessionId : Text ) : Object	Returns what is known of a session, Null for one that there is not.	commands/session-info.md
1853	Trim	( aString : Text ) : Text	Returns the text without white space at both ends.	commands/trim.md
1854	Trim start	( aString : Text ) : Text	Returns the text without white space at its start.	commands/trim-start.md
1855	Trim end	( aString : Text ) : Text	Returns the text without white space at its end.	commands/trim-end.md
"""

#: A line for each class: name, summary, page of the reference, signature of ``new``.
CLASSES = r"""
Collection	An ordered list of values of any types, counted from 0.	API/CollectionClass.md	
Blob	A blob as an object: its bytes never change.	API/BlobClass.md	( {blob : Blob, 4D.Blob} ) : 4D.Blob
Class	A class of a project, as a value.	API/ClassClass.md	
ClassStore	What the command `cs` returns: the classes of the project.	API/ClassStoreClass.md	
CryptoKey	A public key, mostly with its private one.	API/CryptoKeyClass.md	( settings : Object ) : 4D.CryptoKey
Directory	A folder to read, on the disk or in an archive.	API/Directory.md	
Document	A file to read, on the disk or in an archive.	API/Document.md	
File	A file on the disk, which need not exist.	API/FileClass.md	( path : Text, Integer {; pathType : Integer, Operator {; * : Operator}} ) : 4D.File
FileHandle	An open file and a place in it.	API/FileHandleClass.md	
Folder	A folder on the disk, which need not exist.	API/FolderClass.md	( path : Text, Integer {; pathType : Integer, Operator {; * : Operator}} ) : 4D.Folder
Formula	Code that a script can hold and call; `code` takes the object that This is, and the arguments.	API/FormulaClass.md	
Function	The class of everything that can be called.	API/FunctionClass.md	
IMAPNotifier	Tells a script of changes in the selected mailbox of its transporter, while the script waits for something.	API/IMAPNotifierClass.md	() : 4D.IMAPNotifier
IMAPTransporter	Reads the mailboxes of one user of an IMAP server.	API/IMAPTransporterClass.md	( parameter : Object ) : 4D.IMAPTransporter
MailAttachment	Something that goes along with a mail; never changes.	API/MailAttachmentClass.md	( file : 4D.File, 4D.ZipFile, Blob, 4D.Blob, Text {; name : Text {; cid : Text {; type : Text {; disposition : Text}}}} ) : 4D.MailAttachment
Method	A piece of code with parameters, compiled when it is called for the first time.	API/MethodClass.md	( source : Text {; name : Text} ) : 4D.Method
Object	The class that all objects inherit from.	Concepts/object.md	() : 4D.Object
POP3Transporter	Receives mails from one POP3 server.	API/POP3TransporterClass.md	( server : Object ) : 4D.POP3Transporter
QuotaManager	The quotas for requests of the web.	API/QuotaManagerClass.md	
SMTPTransporter	Sends mails through one SMTP server.	API/SMTPTransporterClass.md	( server : Object ) : 4D.SMTPTransporter
Session	The session that the code runs in.	API/SessionClass.md	
Signal	A signal, which a script may give properties of its own, between Use and End use.	API/SignalClass.md	
SystemWorker	A program that runs beside the script.	API/SystemWorkerClass.md	( commandLine : Text {; options : Object} ) : 4D.SystemWorker
Vector	A list of numbers with a direction and a length, to compare with others.	API/VectorClass.md	( parameter : Collection ) : 4D.Vector
ZipArchive	An archive that is open for reading, until nothing refers to it or to what is in it.	API/ZipArchiveClass.md	
ZipFile	A file in an archive.	API/ZipFileClass.md	
ZipFolder	A folder in an archive.	API/ZipFolderClass.md	
"""

#: A line for each function and property of a class: class, name, signature or type, summary.
MEMBERS = r"""
Collection	at	( index : Integer ) : any	Returns an element; a negative index counts from the end, one beyond it gives Undefined.
Collection	average	( {propertyPath : Text} ) : Real	Returns the mean of the numbers, Undefined when there are none.
Collection	clear	() : Collection	Removes all elements and returns the collection.
Collection	combine	( col2 : Collection {; index : Integer} ) : Collection	Inserts the elements of another collection, at the end or at a position; returns the collection.
Collection	concat	( value : any {; ...value : any} ) : Collection	Returns a new collection with values, or the elements of collections, at the end.
Collection	copy	( {option : Integer {; groupWith : Collection, Object}} ) : Collection	Returns a deep copy; the pointers in it are resolved, and it is shared, when asked for.
Collection	count	( {propertyPath : Text} ) : Real	Returns how many elements, or values of a property, are not Null.
Collection	countValues	( value : any {; propertyPath : Text} ) : Real	Returns how often a value occurs.
Collection	distinct	( {propertyPath : Text, Integer {; options : Integer}} ) : Collection	Returns the different values, sorted, without Null; with their counts when asked for.
Collection	equal	( collection2 : Collection {; option : Integer} ) : Boolean	Tells whether another collection has the same contents, in all depth.
Collection	every	( formula : any {; ...param : any} ) : Boolean	Tells whether the answer is true for all elements; false when the start is beyond the end.
Collection	extract	( propertyPath : Text {; target : Text, Integer {; ...path : Text}} ) : Collection	Returns a new collection of the values of a property, or of objects with some of the properties.
Collection	fill	( value : any {; startFrom : Integer {; end : Integer}} ) : Collection	Sets all elements, or those of a part, to a value and returns the collection.
Collection	filter	( formula : any {; ...param : any} ) : Collection	Returns a new collection of the elements that the answer is true for.
Collection	find	( formula : any {; ...param : any} ) : any	Returns the first element that the answer is true for, Undefined when there is none.
Collection	findIndex	( formula : any {; ...param : any} ) : Integer	Returns the position of the first element that the answer is true for, -1 when there is none.
Collection	first	() : any	Returns the first element, Undefined when the collection is empty.
Collection	flat	( {depth : Integer} ) : Collection	Returns a new collection in which inner collections are replaced by their elements, to a depth.
Collection	flatMap	( formula : any {; ...param : any} ) : Collection	Returns a new collection of the answers; a collection among them gives its elements.
Collection	includes	( toSearch : any {; startFrom : Integer} ) : Boolean	Tells whether a value occurs at or after a position.
Collection	indexOf	( toSearch : any {; startFrom : Integer} ) : Integer	Returns where a value first occurs at or after a position, -1 when it does not.
Collection	indices	( queryString : Text {; ...value : any} ) : Collection	Returns a new collection of the places, ascending, of the objects that match a query.
Collection	insert	( index : Integer ; element : any ) : Collection	Inserts an element before a position and returns the collection.
Collection	join	( delimiter : Text {; option : Integer} ) : Text	Returns the elements as one text with a delimiter between them.
Collection	last	() : any	Returns the last element, Undefined when the collection is empty.
Collection	lastIndexOf	( toSearch : any {; startFrom : Integer} ) : Integer	Returns where a value last occurs at or before a position, -1 when it does not.
Collection	length	Integer	Returns the number of elements.
Collection	map	( formula : any {; ...param : any} ) : Collection	Returns a new collection of the answers.
Collection	max	( {propertyPath : Text} ) : any	Returns the element that a sort puts last, Undefined when there is none.
Collection	min	( {propertyPath : Text} ) : any	Returns the element that a sort puts first, Undefined when there is none.
Collection	multiSort	( {first : any {; colsToSort : Collection}} ) : Collection	Sorts the collection and, in step with it, others; by value or as a formula says.
Collection	orderBy	( {criteria : Text, Collection, Integer} ) : Collection	Returns a new collection in the order of the values or of properties.
Collection	orderByMethod	( formula : any {; ...extraParam : any} ) : Collection	Returns a new collection in the order that the code says.
Collection	pop	() : any	Removes the last element and returns it, Undefined when the collection is empty.
Collection	push	( element : any {; ...element : any} ) : Collection	Appends elements and returns the collection.
Collection	query	( queryString : Text {; ...value : any} ) : Collection	Returns a new collection of the objects that match a query, in the order that it asks for.
Collection	reduce	( formula : any {; initValue : any {; ...param : any}} ) : any	Returns the accumulator after a call for each element, from left to right.
Collection	reduceRight	( formula : any {; initValue : any {; ...param : any}} ) : any	Returns the accumulator after a call for each element, from right to left.
Collection	remove	( index : Integer {; howMany : Integer} ) : Collection	Removes elements from a position on and returns the collection.
Collection	resize	( size : Integer {; defaultValue : any} ) : Collection	Sets the number of elements, new ones hold the default value, and returns the collection.
Collection	reverse	() : Collection	Returns a new collection with the elements in reverse order.
Collection	shift	() : any	Removes the first element and returns it, Undefined when the collection is empty.
Collection	slice	( startFrom : Integer {; end : Integer} ) : Collection	Returns a new collection with the elements of a part, the end not included.
Collection	some	( formula : any {; ...param : any} ) : Boolean	Tells whether the answer is true for at least one element.
Collection	sort	( {order : any {; ...extraParam : any}} ) : Collection	Sorts the elements, by value or as the code says, and returns the collection.
Collection	sum	( {propertyPath : Text} ) : Real	Returns the sum of the numbers, 0 when there are none.
Collection	unshift	( value : any {; ...value : any} ) : Collection	Inserts values at the start, in their order, and returns the collection.
Blob	size	Real	The number of bytes.
Blob	slice	( {start : Real {; end : Real}} ) : 4D.Blob	Returns the bytes from a start to before an end; negative ones count from the end of the blob.
CryptoKey	curve	Text	The name of the curve of an ECDSA key.
CryptoKey	decrypt	( message : Text ; options : Object ) : Object	Decrypts a message with the private RSA key; a status object.
CryptoKey	encrypt	( message : Text ; options : Object ) : Text	Encrypts a message with the public RSA key, by OAEP.
CryptoKey	getPrivateKey	() : Text	The private key in PEM format, empty when there is none.
CryptoKey	getPublicKey	() : Text	The public key in PEM format.
CryptoKey	pem	Text	The text that it was taken from.
CryptoKey	sign	( message : Text, Blob ; options : Object ) : Text	Signs a text, as UTF-8, or a blob with the private key.
CryptoKey	size	Integer	The size of an RSA key in bits.
CryptoKey	type	Text	RSA, ECDSA or PEM: how it was made.
CryptoKey	verify	( message : Text, Blob ; signature : Text ; options : Object ) : Object	Tells whether a signature is that of a message; a status object.
Directory	copyTo	( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.Folder	Copies the folder with its contents into a folder that exists and returns the copy.
Directory	creationDate	Date	
Directory	creationTime	Integer	
Directory	exists	Boolean	
Directory	extension	Text	
Directory	file	( path : Text ) : 4D.File	Returns the file at a path relative to the folder; Null when it leads out of it.
Directory	files	( {options : Integer} ) : Collection	Returns the files in the folder, by name; none when it does not exist.
Directory	folder	( path : Text ) : 4D.Folder	Returns the folder at a path relative to the folder; Null when it leads out of it.
Directory	folders	( {options : Integer} ) : Collection	Returns the folders in the folder, by name; none when it does not exist.
Directory	fullName	Text	
Directory	getIcon	( {size : Integer} ) : Picture	Returns an empty picture: there is no desktop that gives files icons.
Directory	hidden	Boolean	
Directory	isAlias	Boolean	
Directory	isFile	Boolean	
Directory	isFolder	Boolean	
Directory	isPackage	Boolean	
Directory	modificationDate	Date	
Directory	modificationTime	Integer	
Directory	name	Text	
Directory	original	4D.Folder	
Directory	parent	4D.Folder	
Directory	path	Text	
Directory	platformPath	Text	
Document	copyTo	( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.File	Copies the file into a folder that exists and returns the copy.
Document	creationDate	Date	
Document	creationTime	Integer	
Document	exists	Boolean	
Document	extension	Text	
Document	fullName	Text	
Document	getContent	() : 4D.Blob	Returns the whole content.
Document	getIcon	( {size : Integer} ) : Picture	Returns an empty picture: there is no desktop that gives files icons.
Document	getText	( {charSet : Text, Integer {; breakMode : Integer}} ) : Text	Returns the content as a text; a byte order mark decides over charset.
Document	hidden	Boolean	
Document	isAlias	Boolean	
Document	isFile	Boolean	
Document	isFolder	Boolean	
Document	isWritable	Boolean	
Document	modificationDate	Date	
Document	modificationTime	Integer	
Document	name	Text	
Document	original	4D.File, 4D.Folder	
Document	parent	4D.Folder	
Document	path	Text	
Document	platformPath	Text	
File	copyTo	( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.File	Copies the file into a folder that exists and returns the copy.
File	create	() : Boolean	Makes an empty file and the folders around it; false when there is one already.
File	createAlias	( destinationFolder : 4D.Folder ; aliasName : Text {; aliasType : Integer} ) : 4D.File	Makes a symbolic link to the file, whatever kind of alias is asked for.
File	creationDate	Date	
File	creationTime	Integer	
File	delete	()	Deletes the file; nothing happens when there is none.
File	exists	Boolean	
File	extension	Text	
File	fullName	Text	
File	getAppInfo	() : Object	Returns the properties in a property list, an empty object for any other file.
File	getContent	() : 4D.Blob	Returns the whole content.
File	getIcon	( {size : Integer} ) : Picture	Returns an empty picture: there is no desktop that gives files icons.
File	getText	( {charSet : Text, Integer {; breakMode : Integer}} ) : Text	Returns the content as a text; a byte order mark decides over charset.
File	hidden	Boolean	
File	isAlias	Boolean	
File	isFile	Boolean	
File	isFolder	Boolean	
File	isWritable	Boolean	
File	modificationDate	Date	
File	modificationTime	Integer	
File	moveTo	( destinationFolder : 4D.Folder {; newName : Text} ) : 4D.File	Moves the file into a folder that exists and returns it there.
File	name	Text	
File	open	( {mode : Text, Object} ) : 4D.FileHandle	Opens the file to read or write parts of it.
File	original	4D.File, 4D.Folder	
File	parent	4D.Folder	
File	path	Text	
File	platformPath	Text	
File	rename	( newName : Text ) : 4D.File	Gives the file another full name and returns it with that.
File	setAppInfo	( info : Object )	Writes properties into a property list; does nothing to any other file.
File	setContent	( content : Blob, 4D.Blob )	Makes content the whole content of the file, which need not exist yet.
File	setText	( text : Text {; charSet : Text, Integer {; breakMode : Integer}} )	Makes text the whole content of the file, which need not exist yet.
File	size	Real	
FileHandle	breakModeRead	Text	
FileHandle	breakModeWrite	Text	
FileHandle	charset	Text	
FileHandle	eof	Boolean	
FileHandle	file	4D.File	
FileHandle	getSize	() : Real	Returns the size of the file in bytes.
FileHandle	mode	Text	
FileHandle	offset	Real	
FileHandle	readBlob	( bytes : Real ) : 4D.Blob	Returns the next count bytes, fewer at the end of the file.
FileHandle	readLine	() : Text	Returns the text up to the next line end, without it.
FileHandle	readText	( {stopChar : Text} ) : Text	Returns the text up to stopChar, or to the end; nothing when there is no stopChar.
FileHandle	setSize	( size : Real )	Cuts the file at size bytes, or fills it up with zeros.
FileHandle	writeBlob	( blob : 4D.Blob, Blob )	Writes bytes at the place.
FileHandle	writeLine	( lineOfText : Text )	Writes a text and a line end at the place.
FileHandle	writeText	( textToWrite : Text )	Writes a text at the place, its line ends replaced.
Folder	copyTo	( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.Folder	Copies the folder with its contents into a folder that exists and returns the copy.
Folder	create	() : Boolean	Makes the folder and those around it; false when it exists already.
Folder	createAlias	( destinationFolder : 4D.Folder ; aliasName : Text {; aliasType : Integer} ) : 4D.File	Makes a symbolic link to the folder, whatever kind of alias is asked for.
Folder	creationDate	Date	
Folder	creationTime	Integer	
Folder	delete	( {option : Integer} )	Deletes the folder, when it is empty or option is Delete with contents.
Folder	exists	Boolean	
Folder	extension	Text	
Folder	file	( path : Text ) : 4D.File	Returns the file at a path relative to the folder; Null when it leads out of it.
Folder	files	( {options : Integer} ) : Collection	Returns the files in the folder, by name; none when it does not exist.
Folder	folder	( path : Text ) : 4D.Folder	Returns the folder at a path relative to the folder; Null when it leads out of it.
Folder	folders	( {options : Integer} ) : Collection	Returns the folders in the folder, by name; none when it does not exist.
Folder	fullName	Text	
Folder	getIcon	( {size : Integer} ) : Picture	Returns an empty picture: there is no desktop that gives files icons.
Folder	hidden	Boolean	
Folder	isAlias	Boolean	
Folder	isFile	Boolean	
Folder	isFolder	Boolean	
Folder	isPackage	Boolean	
Folder	modificationDate	Date	
Folder	modificationTime	Integer	
Folder	moveTo	( destinationFolder : 4D.Folder {; newName : Text} ) : 4D.Folder	Moves the folder into a folder that exists and returns it there.
Folder	name	Text	
Folder	original	4D.Folder	
Folder	parent	4D.Folder	
Folder	path	Text	
Folder	platformPath	Text	
Folder	rename	( newName : Text ) : 4D.Folder	Gives the folder another full name and returns it with that.
Formula	apply	( {thisObj : Object {; params : Collection}} ) : any	Runs the code with This and the elements of a collection as its arguments.
Formula	call	( {thisObj : Object {; ...params : any}} ) : any	Runs the code with This and the given arguments.
Formula	source	Text	The text of the code.
IMAPNotifier	isStarted	Boolean	
IMAPNotifier	start	() : Object	Begins to call the functions of the listener for changes of the selected mailbox.
IMAPNotifier	stop	() : Object	Ends the calls for changes; the transporter can be used again.
IMAPTransporter	acceptUnsecureConnection	Boolean	
IMAPTransporter	addFlags	( msgIDs : Collection, Text, Integer ; keywords : Object ) : Object	Adds flags to messages.
IMAPTransporter	append	( mailObj : Blob, Text, Object {; destinationBox : Text {; options : Object}} ) : Object	Puts a mail into a mailbox, the current one without box.
IMAPTransporter	authenticationMode	Text	
IMAPTransporter	checkConnection	() : Object	Connects where needed, asks the server, and returns the status of the connection.
IMAPTransporter	checkConnectionDelay	Integer	
IMAPTransporter	connectionTimeOut	Integer	
IMAPTransporter	copy	( msgsIDs : Collection, Integer ; destinationBox : Text ) : Object	Copies messages into another mailbox.
IMAPTransporter	createBox	( name : Text ) : Object	Creates a mailbox, and those above it.
IMAPTransporter	delete	( msgsIDs : Collection, Integer ) : Object	Flags messages as deleted; expunge() removes them.
IMAPTransporter	deleteBox	( name : Text ) : Object	Removes a mailbox with its messages.
IMAPTransporter	expunge	() : Object	Removes the messages that are flagged as deleted from the current mailbox.
IMAPTransporter	getBoxInfo	( {name : Text} ) : Object	The boxInfo object of a mailbox, the current one without name.
IMAPTransporter	getBoxList	( {parameters : Object} ) : Collection	The mailboxes with their properties.
IMAPTransporter	getDelimiter	() : Text	The character between the levels in the names of mailboxes.
IMAPTransporter	getMIMEAsBlob	( msgNumber : Integer, Text {; updateSeen : Boolean} ) : Blob	A message as the server has it, an empty blob when it has none.
IMAPTransporter	getMail	( msgNumber : Integer, Text {; options : Object} ) : Object	The Email object of a message, by its number or its unique id.
IMAPTransporter	getMails	( ids : Collection, Integer {; endMsg : Integer, Object {; options : Object}} ) : Object	The Email objects of messages, by their unique ids or a range of their numbers.
IMAPTransporter	host	Text	
IMAPTransporter	logFile	Text	
IMAPTransporter	move	( msgsIDs : Collection, Integer ; destinationBox : Text ) : Object	Moves messages into another mailbox.
IMAPTransporter	notifier	4D.IMAPNotifier	
IMAPTransporter	numToID	( startMsg : Integer ; endMsg : Integer ) : Collection	The unique ids of the messages in a range of numbers.
IMAPTransporter	port	Integer	
IMAPTransporter	removeFlags	( msgIDs : Collection, Text, Integer ; keywords : Object ) : Object	Removes flags from messages.
IMAPTransporter	renameBox	( currentName : Text ; newName : Text ) : Object	Gives a mailbox another name.
IMAPTransporter	searchMails	( searchCriteria : Text ) : Collection	The unique ids of the messages of the current mailbox that meet criteria.
IMAPTransporter	selectBox	( name : Text {; state : Integer} ) : Object	Makes a mailbox the current one and returns its boxInfo object.
IMAPTransporter	subscribe	( name : Text ) : Object	Adds a mailbox to those that are subscribed.
IMAPTransporter	unsubscribe	( name : Text ) : Object	Removes a mailbox from those that are subscribed.
IMAPTransporter	user	Text	
MailAttachment	cid	Text	
MailAttachment	disposition	Text	
MailAttachment	getContent	() : 4D.Blob	Returns the content.
MailAttachment	name	Text	
MailAttachment	path	Text	
MailAttachment	platformPath	Text	
MailAttachment	size	Integer	
MailAttachment	type	Text	
Method	apply	( {thisObj : Object {; params : Collection}} ) : any	Runs the code with This and the elements of a collection as its arguments.
Method	call	( {thisObj : Object {; ...params : any}} ) : any	Runs the code with This and the given arguments.
Method	checkSyntax	() : Object	Tells whether the code can be compiled, with its errors and warnings.
Method	name	Text	The name that the method was given; undefined when it got none.
Method	source	Text	The text as 4D spells it, its lines parted by carriage returns.
POP3Transporter	acceptUnsecureConnection	Boolean	
POP3Transporter	authenticationMode	Text	
POP3Transporter	checkConnection	() : Object	Connects where needed and returns the status of the connection.
POP3Transporter	connectionTimeOut	Integer	
POP3Transporter	delete	( msgNumber : Integer )	Marks a mail for deletion, which the end of the transporter carries out.
POP3Transporter	getBoxInfo	() : Object	Returns the number of mails and their size, without those that are marked.
POP3Transporter	getMIMEAsBlob	( msgNumber : Integer ) : Blob	Returns a mail as it is; an empty blob when there is none or it is marked.
POP3Transporter	getMail	( msgNumber : Integer {; headerOnly : Boolean } ) : Object	Returns a mail as an Email object, Null when there is none or it is marked.
POP3Transporter	getMailInfo	( msgNumber : Integer ) : Object	Returns size and id of a mail, Null when there is none or it is marked.
POP3Transporter	getMailInfoList	() : Collection	Returns size, number and id of every mail that is not marked.
POP3Transporter	host	Text	
POP3Transporter	logFile	Text	
POP3Transporter	port	Integer	
POP3Transporter	undeleteAll	()	Removes the marks of .delete().
POP3Transporter	user	Text	
QuotaManager	currentValues	Object	What there is: no entity sets.
QuotaManager	defaultEntitySetTimeout	Integer	The timeout of entity sets in seconds, at most the longest.
QuotaManager	maxEntitySetTimeout	Integer	The longest timeout of an entity set in seconds; undefined for any.
QuotaManager	nbEntitySets	Integer	How many entity sets there may be; undefined for any number.
SMTPTransporter	acceptUnsecureConnection	Boolean	
SMTPTransporter	authenticationMode	Text	
SMTPTransporter	bodyCharset	Text	
SMTPTransporter	checkConnection	() : Object	Connects where needed and returns the status of the connection.
SMTPTransporter	connectionTimeOut	Integer	
SMTPTransporter	headerCharset	Text	
SMTPTransporter	host	Text	
SMTPTransporter	keepAlive	Boolean	
SMTPTransporter	logFile	Text	
SMTPTransporter	port	Integer	
SMTPTransporter	send	( mail : Object ) : Object	Sends a mail and returns the server's answer.
SMTPTransporter	sendTimeOut	Integer	
SMTPTransporter	user	Text	
Session	clearPrivileges	() : Boolean	Takes all privileges away.
Session	createOTP	( {lifespan : Integer} ) : Text	Returns a passcode for requests from the web, which there are none of.
Session	demote	( promoteId : Integer )	Takes nothing away: nothing was added.
Session	getPrivileges	() : Collection	Returns the names of the privileges.
Session	hasPrivilege	( privilege : Text ) : Boolean	Tells whether the session has a privilege.
Session	id	Text	The unique identifier.
Session	info	Object	What is known of the session; of its machine, only where the script may look at the machine.
Session	isGuest	() : Boolean	Tells whether it is a session of a guest; only web sessions are.
Session	promote	( privilege : Text ) : Integer	Adds no privilege to the process, and says so: 0.
Session	quotas	4D.QuotaManager	Quotas for requests of the REST server.
Session	restore	( token : Text ) : Boolean	Tells that no web session took the place of this one.
Session	setPrivileges	( privilege : Text, Collection, Object ) : Boolean	Gives the session privileges in place of those that it has.
Session	storage	Object	A shared object for all processes of the session.
Session	userName	Text	The name of the user.
Signal	description	Text	The text that tells what it is for.
Signal	signaled	Boolean	Whether it was triggered.
Signal	trigger	()	Lets every process go on that waits for it.
Signal	wait	( {timeout : Real} ) : Boolean	Waits until it is triggered, or timeout seconds, and returns whether it was.
SystemWorker	closeInput	()	Tells it that nothing more comes.
SystemWorker	commandLine	Text	The command line.
SystemWorker	currentDirectory	4D.Folder	The folder it runs in.
SystemWorker	dataType	Text	Whether the response is a text or a blob.
SystemWorker	encoding	Text	The character set of the response; of a blob, undefined.
SystemWorker	errors	Collection	The errors of its execution; undefined when there is none.
SystemWorker	exitCode	Integer	What it returned; undefined while it runs, or when it was ended.
SystemWorker	hideWindow	Boolean	Whether its window is hidden, on Windows.
SystemWorker	pid	Integer	The number that the system knows it by.
SystemWorker	postMessage	( message : Text, Blob )	Writes to its input.
SystemWorker	response	Text, Blob	All that it wrote, once it has ended.
SystemWorker	responseError	Text	All that it wrote as errors, once it has ended.
SystemWorker	terminate	()	Ends it, and a wait for it.
SystemWorker	terminated	Boolean	Whether it has ended.
SystemWorker	timeout	Integer	The seconds after which it is ended; undefined when there is no limit.
SystemWorker	wait	( {timeout : Real} ) : 4D.SystemWorker	Waits until it has ended and its callbacks have run, or for some seconds.
Vector	cosineSimilarity	( vector : 4D.Vector ) : Real	Returns the cosine of the angle between two vectors, -1 to 1.
Vector	dotSimilarity	( vector : 4D.Vector ) : Real	Returns the sum of the products of the components.
Vector	euclideanDistance	( vector : 4D.Vector ) : Real	Returns the straight distance between the points of two vectors.
Vector	length	Integer	The number of components.
Vector	toCollection	() : Collection	Returns a new collection of the components.
ZipArchive	root	4D.ZipFolder	
ZipFile	copyTo	( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.File	Copies the file into a folder that exists and returns the copy.
ZipFile	creationDate	Date	
ZipFile	creationTime	Integer	
ZipFile	exists	Boolean	
ZipFile	extension	Text	
ZipFile	fullName	Text	
ZipFile	getContent	() : 4D.Blob	Returns the whole content.
ZipFile	getIcon	( {size : Integer} ) : Picture	Returns an empty picture: there is no desktop that gives files icons.
ZipFile	getText	( {charSet : Text, Integer {; breakMode : Integer}} ) : Text	Returns the content as a text; a byte order mark decides over charset.
ZipFile	hidden	Boolean	
ZipFile	isAlias	Boolean	
ZipFile	isFile	Boolean	
ZipFile	isFolder	Boolean	
ZipFile	isWritable	Boolean	
ZipFile	modificationDate	Date	
ZipFile	modificationTime	Integer	
ZipFile	name	Text	
ZipFile	original	4D.File, 4D.Folder	
ZipFile	parent	4D.Folder	
ZipFile	path	Text	
ZipFile	platformPath	Text	
ZipFolder	copyTo	( destinationFolder : 4D.Folder {; newName : Text, Integer {; overwrite : Integer}} ) : 4D.Folder	Copies the folder with its contents into a folder that exists and returns the copy.
ZipFolder	creationDate	Date	
ZipFolder	creationTime	Integer	
ZipFolder	exists	Boolean	
ZipFolder	extension	Text	
ZipFolder	file	( path : Text ) : 4D.File	Returns the file at a path relative to the folder; Null when it leads out of it.
ZipFolder	files	( {options : Integer} ) : Collection	Returns the files in the folder, by name; none when it does not exist.
ZipFolder	folder	( path : Text ) : 4D.Folder	Returns the folder at a path relative to the folder; Null when it leads out of it.
ZipFolder	folders	( {options : Integer} ) : Collection	Returns the folders in the folder, by name; none when it does not exist.
ZipFolder	fullName	Text	
ZipFolder	getIcon	( {size : Integer} ) : Picture	Returns an empty picture: there is no desktop that gives files icons.
ZipFolder	hidden	Boolean	
ZipFolder	isAlias	Boolean	
ZipFolder	isFile	Boolean	
ZipFolder	isFolder	Boolean	
ZipFolder	isPackage	Boolean	
ZipFolder	modificationDate	Date	
ZipFolder	modificationTime	Integer	
ZipFolder	name	Text	
ZipFolder	original	4D.Folder	
ZipFolder	parent	4D.Folder	
ZipFolder	path	Text	
ZipFolder	platformPath	Text	
"""
