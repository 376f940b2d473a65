"""Saved queries: what the words of a command line stand for."""

from collections.abc import Mapping, Sequence

from relations_cli.cli import HELP, options_before
from relations_cli.cli.settings import Settings, line_of
from relations_cli.errors import DataError
from relations_cli.escaping import quoted


def expanded(args: Sequence[str], settings: Settings, commands: Mapping[str, str]) -> list[str]:
    """The arguments with a saved query in the place of its name.

    Raises:
        DataError: a mistake in the settings: an alias that hides a command, leads back to itself, or whose quotes do
            not close.
    """
    before = options_before(args)
    given = list(args[len(before) :])
    saved = aliases(settings, commands)
    seen: list[str] = []
    while given and given[0] in saved:
        name = given[0]
        if name in seen:
            raise _mistake(settings, seen[0], "leads back to itself")
        seen.append(name)
        given = [*_words(name, settings), *given[1:]]
        if given[:1] and given[0] in commands:
            break
    return [*before, *given]


def _words(name: str, settings: Settings) -> list[str]:
    import shlex

    try:
        return shlex.split(settings.alias[name])
    except ValueError as error:
        raise _mistake(settings, name, f": {str(error).lower()}") from None


def aliases(settings: Settings, commands: Mapping[str, str]) -> dict[str, str]:
    """The saved queries by name.

    Raises:
        DataError: one of them has the name of a command.
    """
    for name in settings.alias:
        if name in commands or name == HELP:
            raise _mistake(settings, name, "has the name of a command: rename it")
    return settings.alias


def _mistake(settings: Settings, name: str, what: str) -> DataError:
    """The error on a saved query, with the line on which it stands."""
    try:
        with open(settings.path, encoding="utf-8") as file:
            line = line_of(name, file.read(), below="alias")
    except (OSError, ValueError, MemoryError):  # it was read a moment ago: the mistake matters more than its line
        line = None
    between = "" if what.startswith(":") else " "
    return DataError(f"the alias {quoted(name)}{between}{what}", file=settings.path, line=line)
