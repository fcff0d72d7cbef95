"""Scripts that let shells complete the command line, made of its own parser."""

from __future__ import annotations

import re
from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from dataclasses import dataclass

#: What options and arguments stand for paths of files and folders.
_FILES = frozenset(("FILE", "PATH", "DIR"))


@dataclass(frozen=True)
class _Option:
    flags: tuple[str, ...]
    help: str
    values: tuple[str, ...]
    takes_value: bool
    takes_file: bool


@dataclass(frozen=True)
class _Command:
    name: str
    help: str
    options: tuple[_Option, ...]
    values: tuple[str, ...]
    takes_file: bool


def script(shell: str, parser: ArgumentParser) -> str:
    """The script for ``bash``, ``zsh`` or ``fish`` that completes what *parser* takes."""
    (subparsers,) = (action for action in parser._actions if isinstance(action, _SubParsersAction))
    helps = {action.dest: action.help or "" for action in subparsers._choices_actions}
    # Without a command it is a session, with the options of that.
    own = tuple(
        {each.flags: each for each in _options(parser) + _options(subparsers.choices["repl"])}.values()
    )
    commands = tuple(_command(name, helps.get(name, ""), each) for name, each in subparsers.choices.items())
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](own, commands)


def _options(parser: ArgumentParser) -> list[_Option]:
    return [
        _Option(
            tuple(action.option_strings),
            _plain(action),
            tuple(map(str, action.choices or ())),
            action.nargs != 0,
            action.metavar in _FILES,
        )
        for action in parser._actions
        if action.option_strings and action.help != SUPPRESS
    ]


def _command(name: str, about: str, parser: ArgumentParser) -> _Command:
    places = [action for action in parser._actions if not action.option_strings]
    values = tuple(str(value) for action in places for value in action.choices or ())
    return _Command(
        name, about, tuple(_options(parser)), values, any(action.metavar in _FILES for action in places)
    )


def _plain(action: Action) -> str:
    """The first words of the help of an option, without what a shell would read as its own."""
    first = re.split(r"[;:]", action.help or "")[0]
    return re.sub(r"['\"\\`$\[\]]", "", first)


# ------------------------------------------------------------------ bash


_BASH = """\
_4dm() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} former=${{COMP_WORDS[COMP_CWORD-1]}} command="" words="" place
    for ((place = 1; place < COMP_CWORD; place++)); do
        case ${{COMP_WORDS[place]}} in
            {names}) command=${{COMP_WORDS[place]}}; break;;
        esac
    done
    COMPREPLY=()
    case "$command $former" in
{values}    esac
    if [[ -z $words ]]; then
        case $command in
            "") words="{own}";;
{commands}        esac
        # Nothing but options begins with a hyphen, and a file name is what readline completes by itself.
        if [[ -n $command && $current != -* ]]; then
            case $command in
{arguments}                *) words="";;
            esac
        fi
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _4dm 4dm
"""


def _bash(own: tuple[_Option, ...], commands: tuple[_Command, ...]) -> str:
    values = ""
    for name, options in [("", own), *((command.name, command.options) for command in commands)]:
        for option in options:
            if option.takes_value:
                cases = "|".join(f'"{name} {flag}"' for flag in option.flags)
                words = f'words="{" ".join(option.values)}"' if option.values else "return"
                values += f"        {cases}) {words};;\n"
    flags = {
        command.name: " ".join(f for option in command.options for f in option.flags) for command in commands
    }
    return _BASH.format(
        names="|".join(command.name for command in commands),
        own=" ".join([*(command.name for command in commands), *(f for option in own for f in option.flags)]),
        values=values,
        commands="".join(f'            {name}) words="{words}";;\n' for name, words in flags.items()),
        arguments="".join(
            f'                {command.name}) words="{" ".join(command.values)}";;\n'
            for command in commands
            if command.values
        ),
    )


# ------------------------------------------------------------------ zsh


_ZSH = """\
#compdef 4dm
_4dm() {{
    local context state line
    local -a commands=(
{commands}    )
    _arguments -C \\
{own}        '1:command:->command' \\
        '*::argument:->arguments'
    case $state in
        command) _describe command commands;;
        arguments)
            case $words[1] in
{arguments}            esac;;
    esac
}}
if [[ $funcstack[1] == _4dm ]]; then
    _4dm "$@"
else
    compdef _4dm 4dm
fi
"""


def _zsh(own: tuple[_Option, ...], commands: tuple[_Command, ...]) -> str:
    arguments = ""
    for command in commands:
        lines = [_zsh_option(option) for option in command.options]
        if command.values:
            lines.append(f"'*:argument:({' '.join(command.values)})'")
        elif command.takes_file:
            lines.append("'*:file:_files'")
        body = "".join(f" \\\n                    {line}" for line in lines)
        arguments += f"                {command.name}) _arguments{body};;\n"
    return _ZSH.format(
        commands="".join(f"        '{command.name}:{_quoted(command.help)}'\n" for command in commands),
        own="".join(f"        {_zsh_option(option)} \\\n" for option in own),
        arguments=arguments,
    )


def _zsh_option(option: _Option) -> str:
    value = ""
    if option.takes_value:
        value = f":value:({' '.join(option.values)})" if option.values else ":value:"
        if option.takes_file:
            value = ":file:_files"
    return " ".join(f"'*{flag}[{option.help}]{value}'" for flag in option.flags)


def _quoted(text: str) -> str:
    return text.replace("'", "").replace(":", "")


# ------------------------------------------------------------------ fish


def _fish(own: tuple[_Option, ...], commands: tuple[_Command, ...]) -> str:
    lines = ["complete -c 4dm -f"]
    lines += [_fish_option("__fish_use_subcommand", option) for option in own]
    for command in commands:
        about = _quoted(command.help)
        lines.append(f"complete -c 4dm -n __fish_use_subcommand -a {command.name} -d '{about}'")
        here = f"'__fish_seen_subcommand_from {command.name}'"
        lines += [_fish_option(here, option) for option in command.options]
        if command.values:
            lines.append(f"complete -c 4dm -n {here} -a '{' '.join(command.values)}'")
        elif command.takes_file:
            lines.append(f"complete -c 4dm -n {here} -F")
    return "\n".join(lines) + "\n"


def _fish_option(condition: str, option: _Option) -> str:
    names = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
    value = ""
    if option.takes_value:
        value = (
            " -r -F"
            if option.takes_file
            else f" -x -a '{' '.join(option.values)}'"
            if option.values
            else " -x"
        )
    return f"complete -c 4dm -n {condition} {names}{value} -d '{option.help}'"
