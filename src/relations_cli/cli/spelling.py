"""The option that gives a parameter: the table is the declarations of the commands themselves."""

import inspect
import sys
from functools import cache
from importlib import import_module
from typing import get_args

from relations_cli.cli import COMMANDS
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
def _options(home: str) -> dict[str, list[str]]:
    """The parameters of a command with their options; one at least of each is long."""
    parameters = inspect.signature(import_module(home).command).parameters.values()
    declared = [(one.name, info) for one in parameters for info in get_args(one.annotation)[1:]]
    # Where its declaration is an annotation, Typer takes the first name of an option for its default.
    written = {name: (info.default, *(info.param_decls or ())) for name, info in declared}
    options = {name: [one for one in names if str(one).startswith("-")] for name, names in written.items()}
    return {name: names for name, names in options.items() if any(one.startswith("--") for one in names)}


def options_of(command: str) -> list[str]:
    """All options of a command, long and short."""
    return [name for names in _options(f"relations_cli.cli.{command}").values() for name in names]
