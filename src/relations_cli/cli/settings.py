"""Settings and saved queries of the user's own: ``$XDG_CONFIG_HOME/timeline/config.toml``, or below ``~/.config``.

The command line comes before the environment, that before the file. It is never looked for in the working directory,
so that a downloaded folder cannot change what a command does.
"""

import os
from collections.abc import Mapping
from typing import Any, NoReturn

from msgspec import Struct

from relations_cli.errors import DataError
from relations_cli.escaping import quoted, shown_line
from relations_cli.suggesting import did_you_mean, nearest

WHEN = ("auto", "always", "never")
"""When to colour."""

_KEYS = ("file", "color", "pager", "alias")


class Settings(Struct, frozen=True):
    """What the file says; the defaults where there is none."""

    file: tuple[str, ...] = ()
    """The chronologies to read where neither --file nor TIMELINE_FILE names one."""
    color: str = "auto"
    pager: str | None = None
    alias: dict[str, str] = {}
    """Name of a saved query: its command line."""
    path: str = ""
    """Where the file lies."""


def config_path(environment: Mapping[str, str]) -> str:
    """Where the file would be."""
    base = environment.get("XDG_CONFIG_HOME") or os.path.join(
        environment.get("HOME") or os.path.expanduser("~"), ".config"
    )
    return os.path.join(base, "timeline", "config.toml")


def settings_in(path: str) -> Settings:
    """The settings of a file; without one, the defaults.

    Raises:
        DataError: the file is no TOML, or says what is no setting; with its line.
    """
    if not os.path.isfile(path):
        return Settings()
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise DataError(f"cannot be read: {reason[:1].lower()}{reason[1:]}", file=path) from None
    except MemoryError:
        raise DataError("cannot be read: not enough memory", file=path) from None
    return _parsed(text, path)


def _parsed(text: str, path: str) -> Settings:
    import tomllib  # 3 ms, and only who has a file pays them

    from relations_cli.limits import LIMITS
    from relations_cli.readers.fences import longest_key

    if longest_key(text) > LIMITS.depth:
        raise DataError(f"a key of more than {LIMITS.depth} parts: no setting has so many", file=path)
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        line = "".join(one for one in place.partition(",")[0] if one.isdigit()) or str(text.count("\n") + 1)
        raise DataError(shown_line(reason[:1].lower() + reason[1:]), file=path, line=int(line)) from None
    except RecursionError:
        raise DataError("nested too deep for settings", file=path) from None
    except ValueError:  # Python converts no more than 4,300 digits
        raise DataError("a number of too many digits: no setting is a number", file=path) from None
    checked = {key: _checked(key, value, text, path) for key, value in given.items()}
    return Settings(**checked, path=path)


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
    hint = did_you_mean(nearest(key, _KEYS, most=1)) or f"there are {', '.join(_KEYS)}"
    raise DataError(f"there is no setting {quoted(key)}: {hint}", file=path, line=line_of(key, text))


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
    raise DataError(f"{shown_line(key)} has to be {expected}", file=path, line=line_of(key, text, below))


def line_of(key: str, text: str, below: str = "") -> int:
    """The line on which a key stands, from 1; where it is one of a table, below the head of that."""
    first = line_of(below, text) if below else 1
    names = (key, f'"{key}"', f"'{key}'")
    for number, line in enumerate(text.splitlines()[first - 1 :], start=first):
        name = line.strip().strip("[").removeprefix(f"{below}.")
        if any(name.startswith(one) and name.removeprefix(one).lstrip()[:1] in ("=", ".", "]") for one in names):
            return number
    return first
