"""Settings and saved queries of the user's own: ``$XDG_CONFIG_HOME/timeline/config.toml``, or below ``~/.config``.

The command line comes before the environment, that before the file. It is never looked for in the working directory,
so that a downloaded folder cannot change what a command does.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NoReturn

from msgspec import Struct

from relations_cli.cli.streams import WHEN
from relations_cli.errors import DataError
from relations_cli.escaping import one_line, quoted
from relations_cli.suggesting import nearest

NO_CONFIG = "--no-config"
HELP = "help"
"""Reads like a command, and is none."""


class Settings(Struct, frozen=True):
    """What the file says; the defaults where there is none."""

    file: tuple[str, ...] = ()
    """The chronologies to read where neither --file nor TIMELINE_FILE names one."""
    color: str = "auto"
    pager: str | None = None
    alias: dict[str, str] = {}
    """Name of a saved query: its command line."""


def config_path() -> str:
    """Where the file would be."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(base, "timeline", "config.toml")


@cache
def settings() -> Settings:
    """The settings of this process; without a file, or with ``--no-config``, the defaults.

    Raises:
        DataError: the file is no TOML, or says what is no setting; with its line.
    """
    path = config_path()
    if NO_CONFIG in options_before(sys.argv[1:]) or not os.path.isfile(path):
        return Settings()
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise DataError(f"{one_line(path)}: cannot be read: {reason[:1].lower()}{reason[1:]}") from None
    return _parsed(text, path)


def _parsed(text: str, path: str) -> Settings:
    import tomllib  # 3 ms, and only who has a file pays them

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        line = "".join(one for one in place.partition(",")[0] if one.isdigit()) or str(text.count("\n") + 1)
        raise DataError(f"{one_line(path)}:{line}: {one_line(reason[:1].lower() + reason[1:])}") from None
    checked = {key: _checked(key, value, text, path) for key, value in given.items()}
    return Settings(**checked)


def _checked(key: str, value: Any, text: str, path: str) -> Any:  # noqa: ANN401 -- any TOML
    """The value of a setting.

    Raises:
        DataError: there is no such setting, or it is of another kind.
    """
    if key == "file":
        files = [value] if isinstance(value, str) else value
        if isinstance(files, list) and all(isinstance(one, str) for one in files):
            return tuple(os.path.expanduser(one) for one in files)
        _refuse(key, "a path, or a list of paths", text, path)
    if key == "color":
        return value if value in WHEN else _refuse(key, f"one of {', '.join(WHEN)}", text, path)
    if key == "pager":
        return value if isinstance(value, str) else _refuse(key, "a command line", text, path)
    if key == "alias":
        return _aliases(value, text, path)
    near = nearest(key, Settings.__struct_fields__)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(Settings.__struct_fields__)}"
    raise DataError(f"{one_line(path)}:{_line(key, text)}: there is no setting {quoted(key)}: {hint}")


def _aliases(value: object, text: str, path: str) -> dict[str, str]:
    if not isinstance(value, dict):
        _refuse("alias", "a table: [alias]", text, path)
    for name, line in value.items():
        if not isinstance(line, str) or not line.strip():
            _refuse(name, "a command line", text, path, below="alias")
        if name.startswith("-"):
            _refuse(name, "a name that is no option", text, path, below="alias")
    return value


def _refuse(key: str, expected: str, text: str, path: str, below: str = "") -> NoReturn:
    raise DataError(f"{one_line(path)}:{_line(key, text, below)}: {one_line(key)} has to be {expected}")


def _line(key: str, text: str, below: str = "") -> int:
    """The line on which a key stands, from 1; where it is one of a table, below the head of that."""
    first = _line(below, text) if below else 1
    names = (key, f'"{key}"', f"'{key}'")
    for number, line in enumerate(text.splitlines()[first - 1 :], start=first):
        name = line.strip().strip("[").removeprefix(f"{below}.")
        if any(name.startswith(one) and name.removeprefix(one).lstrip()[:1] in ("=", ".", "]") for one in names):
            return number
    return first


def options_before(args: Sequence[str]) -> Sequence[str]:
    """The words before the command, which are options; ``--color`` alone takes the word behind it."""
    at = 0
    while at < len(args) and args[at].startswith("-"):
        at += 2 if args[at] == "--color" else 1
    return args[:at]


def expanded(args: Sequence[str], commands: Mapping[str, str]) -> list[str]:
    """The arguments with a saved query in the place of its name.

    Raises:
        DataError: a mistake in the settings: an alias that hides a command, leads back to itself, or whose quotes do
            not close.
    """
    before = options_before(args)
    given = list(args[len(before) :])
    if not given or NO_CONFIG in before:
        return [*before, *given]
    saved = aliases(commands)
    seen: list[str] = []
    while given and given[0] in saved:
        name = given[0]
        if name in seen:
            raise DataError(f"{_place(seen[0])}: the alias {quoted(seen[0])} leads back to itself")
        seen.append(name)
        given = [*_words(name, saved[name]), *given[1:]]
        if given[:1] and given[0] in commands:
            break
    return [*before, *given]


def _words(name: str, line: str) -> list[str]:
    import shlex

    try:
        return shlex.split(line)
    except ValueError as error:
        raise DataError(f"{_place(name)}: the alias {quoted(name)}: {str(error).lower()}") from None


def aliases(commands: Mapping[str, str]) -> dict[str, str]:
    """The saved queries by name.

    Raises:
        DataError: one of them has the name of a command.
    """
    saved = settings().alias
    for name in saved:
        if name in commands or name == HELP:
            raise DataError(f"{_place(name)}: the alias {quoted(name)} has the name of a command: rename it")
    return saved


def _place(alias: str) -> str:
    """The file, and the line in it on which an alias stands."""
    with open(config_path(), encoding="utf-8") as file:
        return f"{one_line(config_path())}:{_line(alias, file.read(), below='alias')}"
