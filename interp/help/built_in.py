"""The commands that the compiler does itself, as help shows them: no declaration in the library has them.

Lines as in :data:`interp.help.table.COMMANDS`: number, name, signature, summary and page.
"""

from __future__ import annotations

BUILT_IN = """\
82	Undefined	( expression : any ) : Boolean	Tells whether an expression has no value; without parentheses it is that value.	commands/undefined.md
89	CLEAR VARIABLE	( variable : Variable )	Gives a variable the empty value of its type.	commands/clear-variable.md
214	True	: Boolean	The Boolean value True.	commands/true.md
215	False	: Boolean	The Boolean value False.	commands/false.md
218	ARRAY STRING	( length : Integer ; arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Text values, or changes its size; two sizes make rows and columns.	
219	ARRAY REAL	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Real values, or changes its size; two sizes make rows and columns.	commands/array-real.md
220	ARRAY INTEGER	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Integer values, or changes its size; two sizes make rows and columns.	commands/array-integer.md
221	ARRAY LONGINT	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Integer values, or changes its size; two sizes make rows and columns.	commands/array-longint.md
222	ARRAY TEXT	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Text values, or changes its size; two sizes make rows and columns.	commands/array-text.md
223	ARRAY BOOLEAN	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Boolean values, or changes its size; two sizes make rows and columns.	commands/array-boolean.md
224	ARRAY DATE	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Date values, or changes its size; two sizes make rows and columns.	commands/array-date.md
259	Count parameters	: Integer	Returns with how many arguments the method was called.	commands/count-parameters.md
279	ARRAY PICTURE	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Picture values, or changes its size; two sizes make rows and columns.	commands/array-picture.md
280	ARRAY POINTER	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Pointer values, or changes its size; two sizes make rows and columns.	commands/array-pointer.md
282	C_INTEGER	( ...variable : Variable )	Declares variables or parameters of the type Integer, as old code does; var is the newer way.	Concepts/variables.md
283	C_LONGINT	( ...variable : Variable )	Declares variables or parameters of the type Integer, as old code does; var is the newer way.	Concepts/variables.md
284	C_TEXT	( ...variable : Variable )	Declares variables or parameters of the type Text, as old code does; var is the newer way.	Concepts/variables.md
285	C_REAL	( ...variable : Variable )	Declares variables or parameters of the type Real, as old code does; var is the newer way.	Concepts/variables.md
286	C_PICTURE	( ...variable : Variable )	Declares variables or parameters of the type Picture, as old code does; var is the newer way.	Concepts/variables.md
293	C_STRING	( size : Integer ; ...variable : Variable )	Declares variables or parameters of the type Text, as old code does; var is the newer way.	Concepts/variables.md
301	C_POINTER	( ...variable : Variable )	Declares variables or parameters of the type Pointer, as old code does; var is the newer way.	Concepts/variables.md
305	C_BOOLEAN	( ...variable : Variable )	Declares variables or parameters of the type Boolean, as old code does; var is the newer way.	Concepts/variables.md
306	C_TIME	( ...variable : Variable )	Declares variables or parameters of the type Time, as old code does; var is the newer way.	Concepts/variables.md
307	C_DATE	( ...variable : Variable )	Declares variables or parameters of the type Date, as old code does; var is the newer way.	Concepts/variables.md
604	C_BLOB	( ...variable : Variable )	Declares variables or parameters of the type Blob, as old code does; var is the newer way.	Concepts/variables.md
1216	C_OBJECT	( ...variable : Variable )	Declares variables or parameters of the type Object, as old code does; var is the newer way.	Concepts/variables.md
1221	ARRAY OBJECT	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Object values, or changes its size; two sizes make rows and columns.	commands/array-object.md
1222	ARRAY BLOB	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Blob values, or changes its size; two sizes make rows and columns.	commands/array-blob.md
1223	ARRAY TIME	( arrayName : Variable ; size : Integer {; size2 : Integer} )	Makes an array of Time values, or changes its size; two sizes make rows and columns.	commands/array-time.md
1470	This	: Object	The object whose function runs: of a class, or of a formula.	commands/this.md
1488	C_COLLECTION	( ...variable : Variable )	Declares variables or parameters of the type Collection, as old code does; var is the newer way.	Concepts/variables.md
1517	Null	: any	The value Null, which stands for nothing.	commands/null.md
1683	C_VARIANT	( ...variable : Variable )	Declares variables or parameters of the type Variant, as old code does; var is the newer way.	Concepts/variables.md
1597	Formula	( formulaExp : any ) : 4D.Function	Makes a formula of code, which keeps the local variables in it as they are now.	commands/formula.md
1706	Super	( {...param : any} ) : Object	The class that this one extends: its constructor when called, its functions behind a full stop.	commands/super.md
1709	4D	: Object	The classes of 4D, such as 4D.File; new makes an object of one.	commands/4d.md
1710	cs	: Object	The classes of the project; new makes an object of one.	commands/cs.md
1790	Copy parameters	( {startFrom : Integer} ) : Collection	Returns the arguments of the method as a collection, from that number on.	commands/copy-parameters.md
1860	defer	( exitFormula : any )	Has an expression evaluated when the method ends, however it ends.	commands/defer.md
1861	Deferred formulas	: Collection	Returns the formulas that defer has left for the end of the method.	commands/deferred-formulas.md
"""

#: The variables that 4D keeps (Concepts/variables.md): name, type and what they say.
SYSTEM_VARIABLES = """\
OK	Integer	Is 1 when a dialog was accepted or a command has worked, else 0.
Document	Text	The path of the document that was opened or made last.
Error	Integer	The code of the error, in a method that ON ERR CALL has installed.
Error line	Integer	The line of the error, in a method that ON ERR CALL has installed.
Error method	Text	The method of the error, in a method that ON ERR CALL has installed.
Error formula	Text	The code of the line with the error, in a method that ON ERR CALL has installed.
FldDelimit	Integer	The code of the character between fields, in texts that are imported or exported.
RecDelimit	Integer	The code of the character between records, in texts that are imported or exported.
"""
