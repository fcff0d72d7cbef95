// Commands of the interface: a 4D without one answers by itself (Admin/cli.md, --headless).

//---
// Windows have no reference, and closing one does nothing
var $window : Integer
$window:=Open form window("Invoice"; Plain form window; Horizontally centered; Vertically centered; *)
ASSERT($window=0)
SET WINDOW TITLE("Invoices"; $window)
CLOSE WINDOW($window)
ASSERT(Current form window=0)
ASSERT(Get window title="")
ASSERT(Not(Is window maximized($window)))

//---
// A dialog is one that the user has cancelled
OK:=1
DIALOG("Invoice"; {name: "Ann"})
ASSERT(OK=0)

//---
// Variables that a command fills get the empty value of their type
var $left; $top; $right; $bottom : Integer
$left:=7
OBJECT GET COORDINATES(*; "button"; $left; $top; $right; $bottom)
ASSERT(($left=0) & ($bottom=0))
var $button : Object
$left:=7
OBJECT GET COORDINATES($button; $left; $top; $right; $bottom)
ASSERT($left=0)
var $width : Integer
GET WINDOW RECT($left; $top; $width; $bottom)
ASSERT($width=0)

//---
// Arrays that a command fills have no elements
ARRAY TEXT($names; 3)
FONT LIST($names)
ASSERT(Size of array($names)=0)
LISTBOX GET ARRAYS(*; "list"; $columns; $headers; $variables; $headerVariables; $visible; $styles)
ASSERT(Type($columns)=Text array)
ASSERT(Type($visible)=Boolean array)
ASSERT(Size of array($columns)=0)

//---
// Objects of forms: with a name behind a star, or a variable
OBJECT SET TITLE(*; "button"; "Send")
OBJECT SET ENABLED(*; "button"; True)
OBJECT SET RGB COLORS(*; "button"; "#ff0000"; "white")
ASSERT(OBJECT Get title(*; "button")="")
ASSERT(Not(OBJECT Get enabled(*; "button")))
ASSERT(OBJECT Get pointer(Object named; "button")=Null)
var $field : Text
OBJECT SET VISIBLE($field; False)
ASSERT($field="")

//---
// No event, no form, and an object to keep data in
ASSERT(Form event code=0)
ASSERT(FORM Event=Null)
Form.name:="Ann"
ASSERT(Form.name="Ann")

//---
// The method that events would call is remembered
ON EVENT CALL("watch")
ASSERT(Method called on event="watch")
ON EVENT CALL("")
ASSERT(Method called on event="")

//---
// Menus, keys, sounds, the mouse
SET MENU BAR("Main")
APPEND MENU ITEM(1; "Send"; *)
ASSERT(Count menu items(1)=0)
ASSERT(Pop up menu("one;two")=0)
ASSERT(Dynamic pop up menu("")="")
POST KEY(Character code("a"))
PLAY("Ping")
SET TIMER(60)
SET CURSOR(2)
REDRAW WINDOW

OPEN URL("https://example.com")
ASSERT(Not(Shift down | Caps lock down | Windows Ctrl down))
var $x; $y : Real
var $pressed : Integer
MOUSE POSITION($x; $y; $pressed)
ASSERT($x+$y+$pressed=0)

//---
// There is no screen
ASSERT(Screen height+Screen width+Count screens=0)
ASSERT(Get Application color scheme="light")

//---
// Their arguments are evaluated and counted, as everywhere
//% method noted
#DECLARE($title : Text) : Text
<>noted:=$title
return $title
//% end
SET WINDOW TITLE(noted("Report"))
ASSERT(<>noted="Report")

//---
// Too few arguments
SET WINDOW TITLE() //! SET WINDOW TITLE: 1 to 2 arguments wanted, got 0

//---
// A wrong type
SET WINDOW TITLE(12) //! SET WINDOW TITLE: title: wanted Text, got Number

//---
// A variable wanted
OBJECT GET COORDINATES(*; "button"; 1; 2; 3; 4) //! there is no pointer to this
