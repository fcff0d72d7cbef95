"""Writes stdlib4d/stand_in_table.py: the commands of 4D's interface, by the syntax that the reference gives them.

``make_stand_ins.py PATH`` reads the pages in ``PATH/commands``; facts are taken from them (names, numbers, types), no
text.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "stdlib4d" / "stand_in_table.py"

#: The commands, by theme: all whose name starts so, and single ones.
FAMILIES = ("OBJECT ", "LISTBOX ", "WA ", "SPELL ", "FORM ")
NAMES = """
Activated; After; Before; Deactivated; Outside call; In break; In footer; In header; Clickcount;
Contextual click; Right click; Displayed line number; Drop position; Is waiting mouse up; Form event code;
SET TIMER; CALL SUBFORM CONTAINER; EXECUTE METHOD IN SUBFORM; POST KEY; POST CLICK; POST EVENT;
FILTER KEYSTROKE; Keystroke; GOTO OBJECT; Focus object; Get edited text; Is editing text; HIGHLIGHT TEXT;
GET HIGHLIGHT; EDIT ITEM; REJECT; ACCEPT; CANCEL; INVOKE ACTION; Action info; DIALOG; CLOSE WINDOW;
Current form window; Current form name; DRAG WINDOW; ERASE WINDOW; Find window; Frontmost window;
GET WINDOW RECT; Get window title; HIDE WINDOW; Is window maximized; Is window reduced; MAXIMIZE WINDOW;
MINIMIZE WINDOW; Next window; Open form window; Open window; REDRAW WINDOW; REDUCE RESTORE WINDOW;
RESIZE FORM WINDOW; SET WINDOW RECT; SET WINDOW TITLE; SHOW WINDOW; Window kind; WINDOW LIST; Window process;
CONVERT COORDINATES; HIDE TOOL BAR; SHOW TOOL BAR; Tool bar height; HIDE MENU BAR; SHOW MENU BAR;
Menu bar height; Menu bar screen; Caps lock down; Shift down; Windows Alt down; Windows Ctrl down;
Macintosh command down; Macintosh control down; Macintosh option down; PLAY; Pop up menu; Dynamic pop up menu;
SET CURSOR; MOUSE POSITION; SET ABOUT; REDRAW; SCREEN COORDINATES; SCREEN DEPTH; Screen height; Screen width;
Count screens; Get Application color scheme; SET APPLICATION COLOR SCHEME; Select RGB color; OPEN COLOR PICKER;
OPEN FONT PICKER; OPEN URL; SET DRAG ICON; FONT LIST; FONT STYLE LIST; Font file; SET RECENT FONTS;
LIST OF STYLE SHEETS; GET STYLE SHEET INFO; OPEN ADMINISTRATION WINDOW; OPEN RUNTIME EXPLORER;
OPEN SECURITY CENTER; OPEN SETTINGS WINDOW; CHANGE LICENSES; EDIT FORMULA; EDIT ACCESS; SHOW ON DISK;
METHOD OPEN PATH; NOTIFY RESOURCES FOLDER MODIFICATION; RELOAD PROJECT; SET UPDATE FOLDER; Last update log path;
APPEND MENU ITEM; Count menu items; Count menus; Create menu; DELETE MENU ITEM; DISABLE MENU ITEM;
ENABLE MENU ITEM; Get menu bar reference; Get menu item; GET MENU ITEM ICON; Get menu item key;
Get menu item mark; Get menu item method; Get menu item modifiers; Get menu item parameter;
GET MENU ITEM PROPERTY; Get menu item style; GET MENU ITEMS; Get menu title; Get selected menu item parameter;
INSERT MENU ITEM; Menu selected; RELEASE MENU; SET HELP MENU; SET MENU BAR; SET MENU ITEM; SET MENU ITEM ICON;
SET MENU ITEM MARK; SET MENU ITEM METHOD; SET MENU ITEM PARAMETER; SET MENU ITEM PROPERTY;
SET MENU ITEM SHORTCUT; SET MENU ITEM STYLE; GET PICTURE FROM PASTEBOARD; SET PICTURE TO PASTEBOARD;
COMPONENT LIST; PLUGIN LIST; Is license available; License usage; Get plugin access; SET PLUGIN ACCESS;
Is data file locked; Refresh license; SEND MESSAGE TO REMOTE USER; DROP REMOTE USER;
REJECT NEW REMOTE CONNECTIONS
"""
#: Commands of the families that do something without an interface, and that others declare.
NOT_HERE = {"FORM Event", "Form"}

#: Types of parameters and results as declarations have them; every other one is ``any``.
TYPES = {"Text", "Integer", "Real", "Boolean", "Date", "Time", "Object", "Collection", "Blob", "Operator"}
WIDTH = 110
#: What a variable gets whose type the page does not tell.
OUTPUTS = {"Array": "Integer array", "Variable": "any", "Field, Variable": "any"}
_OUTPUT = "\N{LEFTWARDS ARROW}"

TEMPLATE = '''"""The commands of 4D's interface: what a call of each looks like, see :mod:`stdlib4d.stand_ins`.

Written by scripts/make_stand_ins.py; change that, not this file.
"""

from __future__ import annotations

#: Command number to name, the signature of a call, and that of one with ``*`` in front: ``*`` where they differ in
#: nothing but this star and the name of an object behind it, which takes the place of the variable. Where there is no
#: such call there is none. The word behind ``Variable`` is the type of the value that the variable gets.
STAND_INS: dict[int, tuple[str, str | None, str | None]] = {{
{rows}}}
'''


def main(arguments: list[str]) -> int:
    """Writes the table; the result is the exit code."""
    if len(arguments) != 1:
        print("make_stand_ins.py PATH: the folder of the reference", file=sys.stderr)
        return 2
    rows = {}
    wanted = {name.strip() for name in NAMES.replace("\n", " ").split(";")}
    found = set()
    for path in sorted(Path(arguments[0], "commands").glob("*.md")):
        text = path.read_text("utf-8")
        name = text.partition("\n")[0].removeprefix("# ").strip()
        number = re.search(r"\| Command number \| (\d+) \|", text)
        if number is None or name in NOT_HERE or not (name.startswith(FAMILIES) or name in wanted):
            continue
        found.add(name)
        rows[int(number[1])] = (name, *signatures(name, text))
    for name in sorted(wanted - found):
        print(f"there is no page of {name}", file=sys.stderr)
    lines = []
    for number, (name, plain, starred) in sorted(rows.items()):
        if plain is not None and starred == plain.replace(
            "( object : any", "( star : Operator ; object : Text", 1
        ):
            starred = "*"
        fields = (quoted(name), quoted(plain), quoted(starred))
        line = f"    {number}: ({', '.join(fields)}),\n"
        if len(line) > WIDTH:
            line = f"    {number}: (\n" + "".join(f"        {field},\n" for field in fields) + "    ),\n"
        lines.append(line)
    TARGET.write_text(TEMPLATE.format(rows="".join(lines)), "utf-8")
    return 0


def quoted(text: str | None) -> str:
    """*text* as Python has it."""
    return "None" if text is None else f'"{text}"'


def signatures(name: str, text: str) -> tuple[str | None, str | None]:
    """The signature without and with ``*`` in front."""
    head = text[: text.index("\n## ")] if "\n## " in text else text
    outputs, types = table(head)
    forms: dict[bool, list[list[tuple[str, set[str], bool]]]] = {False: [], True: []}
    result = ""
    for line in re.findall(r"^\*\*" + re.escape(name) + r"\*\*(.*)$", head, re.MULTILINE | re.IGNORECASE):
        inside, _, after = line.rpartition(")") if ")" in line else ("", "", line)
        result = after.strip().lstrip(":").strip().split(",")[0] or result
        for form in expand(inside.strip().removeprefix("(").replace("\\*", "*")):
            parameters = parse(form, types, outputs)
            forms[bool(parameters) and parameters[0][0] == "*"].append(parameters)
    result = types.get("Function result", result) if result in ("", "any") else result
    result = "" if not result else result if result in TYPES else "any"
    plain, starred = (join(forms[star], result) for star in (False, True))
    return plain, starred


def table(head: str) -> tuple[set[str], dict[str, str]]:
    """Of the table of parameters: the names of those that come back, and the types."""
    outputs, types = set(), {}
    for row in re.findall(r"^\| (.+?) \| (.*?) \| (.*?) \|", head, re.MULTILINE):
        name = row[0].replace("\\", "")
        types[name] = row[1]
        if row[2].strip() == _OUTPUT and name != "Function result":
            outputs.add(name)
    return outputs, types


def expand(text: str) -> list[str]:
    """The forms that a syntax has by what may stand in front: a table is none of ours, ``*`` may be there or not."""
    text = re.sub(r"^\s*\{\s*\*aTable\* : Table\s*;?\s*\}\s*;?", "", text.strip())
    optional = re.match(r"^\{\s*\*\s*;\s*\}(.*)$", text, re.DOTALL)
    if optional is not None:
        return [optional[1], "* ; " + optional[1]]
    optional = re.match(r"^\{\s*\*\s*\}$", text)
    return ["", "*"] if optional is not None else [text]


def parse(text: str, types: dict[str, str], outputs: set[str]) -> list[tuple[str, set[str], bool]]:
    """The parameters of a form: name, types, whether it may be left out; one called ``...`` repeats."""
    found: list[tuple[str, set[str], bool]] = []
    depth = 0
    for part in re.split(r"([{};])", text):
        if part in "{};":
            depth += (part == "{") - (part == "}")
            continue
        if not part.strip():
            continue
        name, _, kinds = part.partition(" : ")
        name = name.strip().strip("*").strip() or "*"
        if name.startswith(("...", "\N{HORIZONTAL ELLIPSIS}")):
            found.append(("...", {"any"}, True))
            continue
        kind = kinds.strip() or types.get(name, "any") if name != "*" else "Operator"
        if name in outputs:
            wanted = {"Variable " + OUTPUTS.get(kind, kind.split(",")[0].strip())}
        else:
            wanted = {one.strip() if one.strip() in TYPES else "any" for one in kind.split(",")}
        found.append((name, {"any"} if "any" in wanted else wanted, depth > 0))
    if found and found[-1][0] == "*" and found[-1][2]:
        # It stands behind whatever of the others is left out.
        for index, (name, kinds_, optional) in enumerate(found):
            if optional and "any" not in kinds_:
                found[index] = (name, kinds_ | {"Operator"}, True)
    return found


def join(forms: list[list[tuple[str, set[str], bool]]], result: str) -> str | None:
    """One signature for all *forms*: a parameter takes what it takes in any, and is optional when it is in one."""
    if not forms:
        return None
    least = min(sum(not optional for _, _, optional in form) for form in forms)
    texts = []
    for index in range(max(map(len, forms))):
        here = [form[index] for form in forms if index < len(form)]
        kinds = set().union(*(kinds for _, kinds, _ in here))
        name = "star" if here[0][0] == "*" else re.sub(r"\W", "", here[0][0]) or "value"
        if here[0][0] == "...":
            texts.append(("...value", "any"))
            break
        variable = next((kind for kind in sorted(kinds) if kind.startswith("Variable ")), "")
        if variable:
            kinds = {variable} | kinds & {"Operator"}
        elif "any" in kinds:
            kinds = {"any"}
        texts.append((name, ", ".join(sorted(kinds, key=lambda kind: (kind != variable, kind)))))
    shown = ""
    for index, (name, kinds_) in enumerate(texts):
        opening = (" {" if index else "{") if index == least else " " if index else ""
        shown += f"{opening}{'; ' if index else ''}{name} : {kinds_}"
    shown += "}" if len(texts) > least else ""
    return (f"( {shown} )" if shown else "()") + (f" : {result}" if result else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
