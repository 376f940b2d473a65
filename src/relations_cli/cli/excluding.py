"""The words of a search that begin with ``-``: they leave out, and are easily taken for options."""

import re
from collections.abc import Iterable
from typing import Any

from relations_cli.errors import VALUE, UsageError

_NUMBERED = re.compile(r"-[nABC][\s=]*-?\d+")


def behind_options(args: list[str], parameters: Iterable[Any]) -> list[str]:
    """The arguments with the words behind the options; one that begins with ``-`` and must have been quoted is words.

    No option may be glued to letters, since ``-north`` is a word to leave out for who types it.

    Args:
        args: as they were typed.
        parameters: the declared ones of the command.

    Raises:
        UsageError: one begins as an option does, and may mean a word.
    """
    declared = [one for one in parameters if one.param_type_name == "option"]
    flags = {name for one in declared if one.is_flag for name in one.opts}
    valued = {name for one in declared for name in one.opts} - flags
    options: list[str] = []
    words: list[str] = []
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            words += rest
        elif arg in valued:
            value = next(rest, None)
            if value is None:
                return args  # which is refused for it
            options += [arg, value]
        elif arg.startswith("--") or arg in flags or _NUMBERED.fullmatch(arg):
            options.append(arg)
        elif not arg.startswith("-") or arg == "-" or _is_quoted(arg, valued | flags):
            words.append(arg)
        else:
            raise _glued(arg, words, valued, flags)
    return [*options, "--", *words] if words else options


def _is_quoted(arg: str, options: set[str]) -> bool:
    """Whether a shell can have made one word of it only where it was quoted, and it is no option with its value."""
    return re.search(r"""[\s"()]""", arg) is not None and not (arg[:2] in options and arg[2].isspace())


def _glued(arg: str, words: list[str], valued: set[str], flags: set[str]) -> UsageError:
    from shlex import join

    quoted = join([" ".join([*words, arg])])
    hint = f"to leave a word out, write timeline search {quoted if words else f'-- {quoted}'}"
    name, value = arg[:2], arg[2:].strip()
    if not value or name not in valued | flags:
        return UsageError("", arg, f"search: {VALUE} is no option", hint)
    apart = f"{name} {value}" if name in valued else f"{name} -{value}"
    return UsageError("", arg, f"search: {VALUE} is an option glued to letters", f"{hint}, for the option {apart}")
