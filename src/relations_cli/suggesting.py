"""The nearest names to a wrong one, and the errors that offer them."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final, TypeVar

from msgspec import Struct

from relations_cli.errors import VALUE, UsageError
from relations_cli.escaping import shown_line

Choice = TypeVar("Choice", bound=str)
_NAMED: Final = 3
"""How many names a question offers."""
_WORD: Final = r"[^_\W]+"
_STEM: Final = 3
"""Letters beyond which the beginning of a word is enough."""
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


class Known(Struct, frozen=True, kw_only=True):
    """What there is in place of a wrong name, for the error that offers it."""

    names: Collection[str]
    """Every spelling."""
    listing: str
    """The command that lists them."""
    things: Mapping[str, str] = {}
    """What a spelling is of, as people read it, where several are of one; else it is of itself."""
    counts: Mapping[str, int] = {}
    """How often each thing is met."""
    meanings: Mapping[str, str] = {}
    """What a thing means, in words that somebody may have typed instead."""
    few: int = 0
    """How many things are named all where none is near."""

    def hint(self, wrong: str) -> str:
        """What to write instead."""
        holding = self._best(name for name in self.names if has_words(name, wrong, is_loose=False))
        if len(holding) > _NAMED:
            others = f"one of {len(holding) - 1} others"
            return f"did you mean {shown_line(holding[0])}, or {others}? {self.listing} lists them"
        if len(holding) > 1:
            return did_you_mean(holding)
        near: dict[str, str] = {}
        for name in nearest(wrong, self.names, most=3 * _NAMED):
            near.setdefault(self.things.get(name, name), name)
        if not near:
            meant = (thing for thing, meaning in self.meanings.items() if has_words(meaning, wrong))
            near = {thing: thing for thing in self._best(meant)}
        if not near and 0 < len(self.names) <= self.few:
            return f"it is one of {', '.join(map(shown_line, self.names))}"
        return did_you_mean([*near.values()][:_NAMED]) or f"{self.listing} lists them"

    def _best(self, names: Iterable[str]) -> list[str]:
        """The things that the spellings are of, the best known first, then by name."""
        things = {self.things.get(name, name) for name in names}
        return sorted(things, key=lambda thing: (-self.counts.get(thing, 0), thing))


def has_words(text: str, wanted: str, *, is_loose: bool = True) -> bool:
    """Whether a text has the words, one behind the other, blind to case; loosely: the last may be the start of one."""
    plain, words = (f" {' '.join(re.findall(_WORD, one.casefold()))} " for one in (text, wanted))
    stem = words.rstrip().removesuffix("s")
    return bool(stem) and (words in plain or (is_loose and len(stem) > _STEM and stem in plain))


def unknown(parameter: str, value: str, known: Iterable[str] | Known, listing: str = "") -> UsageError:
    """The error on a value that does not exist: with the nearest ones, or the command that lists them all."""
    if not isinstance(known, Known):
        known = Known(names=list(known), listing=listing)
    return UsageError(parameter, value, f"there is no {VALUE}", known.hint(value))


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
