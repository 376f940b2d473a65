"""The nearest names to a wrong one, and the errors that offer them."""

from collections.abc import Collection, Iterable
from typing import Final, TypeVar

from relations_cli.errors import VALUE, UsageError
from relations_cli.escaping import shown_line

Choice = TypeVar("Choice", bound=str)
_SHORT: Final = 16
"""Characters of a word that is compared in one step; twice as many take four."""


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words most like this one, best first: alike by letters, else those that hold it or begin like it."""
    import difflib  # 3 ms, and only an error needs it

    folded = {name.casefold(): name for name in known}
    wanted = word.casefold()
    close = difflib.get_close_matches(wanted, folded, n=most, cutoff=0.6)
    holding = [name for name in folded if len(wanted) > 1 and wanted in name and name not in close]
    return [folded[name] for name in [*close, *holding][:most]]


class Nearest:
    """The nearest names to the many wrong ones of a file, within what comparing them may cost together."""

    def __init__(self, steps: int = 40_000) -> None:
        """With so many steps: one is 3 µs or, where the words are alike, 40."""
        self._left = steps
        self._found: dict[tuple[str, str], list[str]] = {}

    def to(self, word: str, known: Collection[str], kind: str = "") -> list[str]:
        """As ``nearest`` gives them; none where no steps are left.

        Args:
            word: the wrong one.
            known: the right ones, the same for all words of a kind.
            kind: of what.
        """
        if (kind, word) not in self._found:
            steps = len(known) * (1 + (len(word) // _SHORT) ** 2)
            self._left -= steps
            self._found[kind, word] = nearest(word, known) if self._left >= 0 else []
        return self._found[kind, word]


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
