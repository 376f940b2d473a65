"""The nearest names to a wrong one, and the errors that offer them."""

from collections.abc import Iterable
from typing import TypeVar

from relations_cli.errors import VALUE, UsageError
from relations_cli.escaping import shown_line

Choice = TypeVar("Choice", bound=str)


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words most like this one, best first: alike by letters, else those that hold it or begin like it."""
    import difflib  # 3 ms, and only an error needs it

    folded = {name.casefold(): name for name in known}
    wanted = word.casefold()
    close = difflib.get_close_matches(wanted, folded, n=most, cutoff=0.6)
    holding = [name for name in folded if len(wanted) > 1 and wanted in name and name not in close]
    return [folded[name] for name in [*close, *holding][:most]]


def did_you_mean(near: Iterable[str]) -> str:
    """The question that offers the names; empty where there are none."""
    names = " or ".join(shown_line(name) for name in near)
    return f"did you mean {names}?" if names else ""


def unknown(parameter: str, value: str, known: Iterable[str], listing: str) -> UsageError:
    """The error on a value that does not exist: with the nearest ones, or the command that lists them all."""
    hint = did_you_mean(nearest(value, known)) or f"{listing} lists them"
    return UsageError(parameter, value, f"there is no {VALUE}", hint)


def one_of(parameter: str, value: str, known: Iterable[Choice]) -> Choice:
    """The known value of that name, blind to case.

    Raises:
        UsageError: there is none; it names the nearest, or all of them.
    """
    choices = list(known)
    for choice in choices:
        if value.casefold() == choice:
            return choice
    hint = did_you_mean(nearest(value, choices)) or f"it is one of {', '.join(choices)}"
    raise UsageError(parameter, value, f"there is no {VALUE}", hint)
