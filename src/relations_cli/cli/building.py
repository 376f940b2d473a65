"""A command of Typer's, with no more options than its line may name: to build one takes 60 µs, and there are 45."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

import typer

from relations_cli.cli.declaring import Names, narrowed, options_in
from relations_cli.cli.help import COMMAND_LINE_ERROR, ManualCommand
from relations_cli.errors import TimelineError


class _Narrow(ManualCommand):
    """A command that is whole again as soon as the line is wrong: what helps then looks at every option."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:  # noqa: ANN401
        """The context of the line, parsed.

        Raises:
            UsageError: the line is wrong, or Typer's own error.
        """
        try:
            return super().make_context(info_name, list(args), parent, **extra)
        except (COMMAND_LINE_ERROR, TimelineError):
            return whole(str(self.name)).make_context(info_name, args, parent, **extra)


def for_line(name: str, words: Sequence[str], given: Sequence[str]) -> Any:  # noqa: ANN401 -- Typer's own types are private
    """The command that answers one line as the whole one does.

    Args:
        name: a key of ``cli.COMMANDS``.
        words: those behind it.
        given: the parameters that what stands before it gives.
    """
    named = _named(options_in(_function(name)), words)
    return whole(name) if named is None else _narrow(name, named | frozenset(given))


def _named(options: Names, words: Sequence[str]) -> frozenset[str] | None:
    """The parameters that the words may name; None where one is of no option, as help is not.

    A value that looks like an option names one too many, which does no harm.
    """
    parameters = {option: parameter for parameter, names in options.items() for option in names}
    written: list[str] = []
    for word in words:
        if word.startswith("--"):
            written += [word.partition("=")[0]] if word != "--" else []
        elif word.startswith("-"):
            written += [f"-{letter}" for letter in word[1:] if not letter.isdigit() or f"-{letter}" in parameters]
    named = frozenset([parameters.get(one, "") for one in written])
    return None if "" in named else named


@lru_cache(maxsize=64)  # for a Python program that runs many lines
def _narrow(name: str, named: frozenset[str]) -> Any:  # noqa: ANN401
    return _built(name, narrowed(_function(name), named), _Narrow)


@lru_cache(maxsize=64)
def whole(name: str) -> Any:  # noqa: ANN401 -- Typer's own types are private
    """The command with all of its options."""
    return _built(name, _function(name), ManualCommand)


def _function(name: str) -> Callable[..., int]:
    function: Callable[..., int] = import_module(f"relations_cli.cli.{name}").command
    return function


def _built(name: str, function: Callable[..., int], kind: type[ManualCommand]) -> Any:  # noqa: ANN401
    one = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    one.command(name, cls=kind, help=import_module(function.__module__).__doc__)(function)
    return typer.main.get_command(one)
