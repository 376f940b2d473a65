"""Command lines, made of the program's own declarations: a new command or option is attacked as soon as it is there."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from machine import hostile
from machine.chance import Chance
from machine.values import OF_OPTIONS, PATTERNS, VALUES, Names


@dataclass(frozen=True)
class Declared:
    """An option of a command, or one of its arguments (without names)."""

    names: tuple[str, ...]
    metavar: str
    """Empty: a flag."""
    many: bool
    required: bool


@cache
def declared(command: str) -> tuple[Declared, ...]:
    """What a command takes, by its own declarations."""
    from relations_cli.cli.building import whole

    found = []
    for one in whole(command).params:
        names = tuple(one.opts) if one.param_type_name == "option" else ()
        many = bool(getattr(one, "multiple", False)) or one.nargs == -1
        metavar = "" if getattr(one, "is_flag", False) else one.metavar or "WORD"
        found.append(Declared(names, metavar, many, bool(one.required)))
    return tuple(one for one in found if _LEFT_OUT.isdisjoint(one.names))


_LEFT_OUT = {"--help", "--no-limits"}
"""What answers nothing, and what asks for a run without bounds."""


@cache
def formats(command: str) -> tuple[str, ...]:
    """The formats that a command can give, by its own declarations; those of a command without rows."""
    from relations_cli.cli.offered import formats_of

    return tuple(formats_of(import_module(f"relations_cli.cli.{command}")))


@cache
def fields(command: str) -> tuple[str, ...]:
    """The fields of its rows."""
    return (*import_module(f"relations_cli.cli.{command}").TABLE.fields, "all")


def line_for(chance: Chance, names: Names, command: str | None = None) -> list[str]:
    """A command line: mostly one that can be answered."""
    from relations_cli.cli import COMMANDS

    command = command or chance.choice(list(COMMANDS))
    line = [command]
    takes_files = False
    for one in declared(command):
        if not one.names:
            line += [_value(one, chance, names, command) for _ in range(_times(one, chance))]
        elif "--file" in one.names:
            takes_files = True
        elif chance.one_in(12 if one.metavar else 16) or one.names[-1] in _NEEDED.get(command, ()):
            line += _option(one, chance, names, command)
    if takes_files and names.files:
        for file in chance.some(names.files, 2) or names.files[:1]:
            line += ["-f", chance.choice(PATTERNS) if chance.one_in(15) else file]
    return _spoilt(line, chance) if chance.one_in(16) else line


_NEEDED = {"changes": ("--since",), "open": ("--print",)}
"""Options without which a command asks for them."""


def _times(one: Declared, chance: Chance) -> int:
    return int(one.required or chance.one_in(3)) + (chance.few(2) if one.many else 0)


def _option(one: Declared, chance: Chance, names: Names, command: str) -> list[str]:
    name = chance.choice(one.names)
    if not one.metavar:
        return [name]
    value = _value(one, chance, names, command)
    return [f"{name}={value}"] if name.startswith("--") and chance.one_in(3) else [name, value]


def _spoilt(line: list[str], chance: Chance) -> list[str]:
    """A command line with a word too many, too few, or of another kind."""
    place = chance.randrange(len(line))
    way = chance.randrange(4)
    if way == 0:
        return line[:place] + line[place + 1 :]
    if way == 1:
        return [*line[:place], chance.pick(hostile.text(chance), "--", "-", "-h", "--no-such", "help"), *line[place:]]
    if way == 2:  # noqa: PLR2004
        before = chance.pick(["--color", "always"], ["--no-pager"], ["--no-config"], ["--version"], ["help"])
        return [*before, *line]
    return [*line, *line[place:]]


def _value(one: Declared, chance: Chance, names: Names, command: str) -> str:
    if chance.one_in(20):
        return hostile.text(chance).replace("\x00", "")  # the kernel passes none
    if "FORMAT|FILE" in one.metavar and not chance.one_in(10):
        kind = chance.choice(formats(command) or ("json",))
        return chance.pick(kind, kind, kind, f"out.{kind}")
    if one.metavar == "FIELDS" and not chance.one_in(10):
        return ",".join(chance.choice(fields(command)) for _ in range(1 + chance.few(4)))
    for key in one.names:
        if key in OF_OPTIONS:
            return OF_OPTIONS[key](chance, names)
    if one.metavar in names.known and not chance.one_in(10):
        return ",".join(chance.choice(names.known[one.metavar]) for _ in range(chance.choice((1, 1, 1, 2))))
    return VALUES[one.metavar](chance, names)
