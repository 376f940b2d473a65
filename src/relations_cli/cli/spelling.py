"""The option that gives a parameter: the table is the declarations of the commands themselves."""

import sys
from functools import cache
from importlib import import_module

from relations_cli.cli import COMMANDS
from relations_cli.cli.declaring import Names, options_in
from relations_cli.errors import IN_SHORT


def option_of(parameter: str) -> str:
    """How the command line gives a parameter, ``--as-of`` for ``as_of``, ``-f`` for ``file`` in short; else itself."""
    if parameter.startswith(IN_SHORT):
        return short_option_of(parameter.removeprefix(IN_SHORT))
    return next((name for name in _names(parameter) if name.startswith("--")), parameter)


def short_option_of(parameter: str) -> str:
    """The same by its shortest option, ``-r`` for ``reverse``."""
    return min(_names(parameter), key=len, default=parameter)


def _names(parameter: str) -> list[str]:
    homes = [f"relations_cli.cli.{name}" for name in COMMANDS]
    for home in sorted(homes, key=lambda one: one not in sys.modules):  # to import one takes 2 ms
        options = _options(home)
        if parameter in options:
            return options[parameter]
    return []


@cache
def _options(home: str) -> Names:
    """The parameters of a command with those of its options that are written in a long way, too."""
    options = options_in(import_module(home).command)
    return {name: names for name, names in options.items() if any(one.startswith("--") for one in names)}


def options_of(command: str) -> list[str]:
    """All options of a command, long and short."""
    return [name for names in _options(f"relations_cli.cli.{command}").values() for name in names]
