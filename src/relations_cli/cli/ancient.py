"""Years before year 1 among the names of dates: ``-0043`` begins as an option does."""

import re
from collections.abc import Iterable
from typing import Any

_YEAR = re.compile(r"-\d{4}\S*")


def behind_options(args: list[str], parameters: Iterable[Any]) -> list[str]:
    """The arguments with the names behind the options, where a year before year 1 is among them; else as they are.

    Args:
        args: as they were typed.
        parameters: the declared ones of the command.
    """
    declared = [one for one in parameters if one.param_type_name == "option" and not one.is_flag]
    valued = {name for one in declared for name in one.opts}
    options: list[str] = []
    names: list[str] = []
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            names += rest
        elif arg in valued:
            options += [arg, *([value] if (value := next(rest, None)) is not None else [])]
        elif arg.startswith("-") and arg != "-" and not _YEAR.fullmatch(arg):
            options.append(arg)
        else:
            names.append(arg)
    return [*options, "--", *names] if any(map(_YEAR.fullmatch, names)) else args
