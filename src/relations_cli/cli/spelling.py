"""The option that gives a parameter: the table is the declarations of the commands themselves."""

import inspect
import sys
from functools import cache
from importlib import import_module
from typing import get_args

from relations_cli.cli import COMMANDS


def option_of(parameter: str) -> str:
    """How the command line gives a parameter, ``--as-of`` for ``as_of``; the name itself where it gives none."""
    homes = [f"relations_cli.cli.{name}" for name in COMMANDS]
    for home in sorted(homes, key=lambda one: one not in sys.modules):  # to import one takes 2 ms
        options = _options(home)
        if parameter in options:
            return options[parameter]
    return parameter


@cache
def _options(home: str) -> dict[str, str]:
    """The parameters of a command with their long options."""
    parameters = inspect.signature(import_module(home).command).parameters.values()
    declared = [(one.name, info) for one in parameters for info in get_args(one.annotation)[1:]]
    # Where its declaration is an annotation, Typer takes the first name of an option for its default.
    written = {name: (info.default, *(info.param_decls or ())) for name, info in declared}
    long = {name: [one for one in names if str(one).startswith("--")] for name, names in written.items()}
    return {name: names[0] for name, names in long.items() if names}
