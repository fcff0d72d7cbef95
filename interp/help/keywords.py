"""The structures of the language, as help shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Keyword:
    """One structure: the words that lead to it (in lower case), how it is written, what it does."""

    title: str
    words: tuple[str, ...]
    forms: tuple[str, ...]
    summary: str
    page: str


KEYWORDS: tuple[Keyword, ...] = (
    Keyword(
        "If",
        ("if", "else", "end if"),
        ("If (condition)", "    statements", "Else", "    statements", "End if"),
        "Runs the first statements when the condition is true, otherwise those behind Else, which may be missing.",
        "Concepts/control-flow.md",
    ),
    Keyword(
        "Case of",
        ("case of", "end case"),
        ("Case of", "    : (condition)", "        statements", "    Else", "        statements", "End case"),
        "Runs the statements behind the first condition that is true, or those behind Else.",
        "Concepts/control-flow.md",
    ),
    Keyword(
        "While",
        ("while", "end while"),
        ("While (condition)", "    statements", "End while"),
        "Repeats the statements as long as the condition is true, which is tested before each turn.",
        "Concepts/control-flow.md",
    ),
    Keyword(
        "Repeat",
        ("repeat", "until"),
        ("Repeat", "    statements", "Until (condition)"),
        "Repeats the statements until the condition is true, which is tested behind each turn.",
        "Concepts/control-flow.md",
    ),
    Keyword(
        "For",
        ("for", "end for"),
        ("For ($counter; first; last {; step})", "    statements", "End for"),
        "Runs the statements with the counter at each number from the first to the last.",
        "Concepts/control-flow.md",
    ),
    Keyword(
        "For each",
        ("for each", "end for each"),
        (
            "For each ($element; collection {; begin {; end}}) {Until|While (condition)}",
            "    statements",
            "End for each",
        ),
        "Runs the statements for each element of a collection, or for each name of a property of an object.",
        "Concepts/control-flow.md",
    ),
    Keyword(
        "Use",
        ("use", "end use"),
        ("Use (shared)", "    statements", "End use"),
        "Locks a shared object or collection while the statements change it.",
        "Concepts/shared.md",
    ),
    Keyword(
        "Try",
        ("try", "catch", "end try"),
        ("Try", "    statements", "Catch", "    statements", "End try", "Try (expression)"),
        "Runs the statements; when one fails, goes on behind Catch, where Last errors tells why."
        " Try (expression) gives Undefined where the expression fails.",
        "Concepts/error-handling.md",
    ),
    Keyword(
        "return",
        ("return",),
        ("return {expression}",),
        "Ends the method with a result.",
        "Concepts/parameters.md",
    ),
    Keyword("break", ("break",), ("break",), "Leaves the loop.", "Concepts/control-flow.md"),
    Keyword(
        "continue",
        ("continue",),
        ("continue",),
        "Goes on with the next turn of the loop.",
        "Concepts/control-flow.md",
    ),
    Keyword(
        "var",
        ("var",),
        ("var $name {; $name} : Type", "var $name {: Type} := value"),
        "Declares variables: Text, Integer, Real, Boolean, Date, Time, Object, Collection, Blob, Picture,"
        " Pointer, Variant, 4D.Class or cs.Class.",
        "Concepts/variables.md",
    ),
    Keyword(
        "#DECLARE",
        ("#declare", "declare"),
        ("#DECLARE ($name : Type {; $name : Type}) {-> $result : Type}",),
        "Names the parameters of a method and its result; it is the first line.",
        "Concepts/parameters.md",
    ),
    Keyword(
        "Function",
        ("function", "end function"),
        ("Function {get|set} name ({$name : Type {; $name : Type}}) {-> $result : Type}", "    statements"),
        "Begins a function of a class, which ends where the next one begins; get and set make a computed property.",
        "Concepts/classes.md",
    ),
    Keyword(
        "Class constructor",
        ("class constructor", "class", "constructor"),
        ("{shared} {singleton} Class constructor ({$name : Type {; $name : Type}})", "    statements"),
        "Begins the function that sets up the objects which .new() makes of a class.",
        "Concepts/classes.md",
    ),
    Keyword(
        "Class extends",
        ("class extends", "extends"),
        ("Class extends Name",),
        "Makes a class inherit from another one; it is the first line.",
        "Concepts/classes.md",
    ),
    Keyword(
        "property",
        ("property",),
        ("property name {; name} {: Type} {:= value}",),
        "Declares properties of the objects of a class.",
        "Concepts/classes.md",
    ),
)
