"""Which excerpt of an event a search shows: the best one, which costs FTS5 the square of the matches, or the first."""

import re
import unicodedata
from collections import Counter
from typing import Final

from relations_cli.limits import Budget
from relations_cli.query.hit import MARKS

BETWEEN: Final = MARKS[1] * 2
"""Between the marked columns of an event: no column holds two ends of a match beside each other."""
_FREE: Final = 50_000
"""Pairs of matches that FTS5 may compare in each event; ordinary texts have a few hundred."""
_PAIRS: Final = 50_000_000
"""Pairs besides, of all events: half a second's."""
_BEFORE, _LENGTH = 40, 120
"""Characters before the first match, and from there on."""


class Excerpts:
    """Counts what the best excerpts of a search cost, as an upper bound.

    FTS5 tries a window at each match and looks in each through all matches of the event.
    """

    def __init__(self, expression: str) -> None:
        """For a search as FTS5 takes it."""
        self._alike = Counter(_folded("".join(re.findall(r'"(\w)', expression))))
        self._left = Budget(_PAIRS)
        self.costly: set[int] = set()
        """Places of the events for which the best one costs too much."""

    def is_costly(self, place: int, *texts: str) -> bool:
        """Whether the best excerpt of an event costs more than is left.

        Words with the same first letter may match the same phrases, others do not; stemming leaves that letter alone.
        """
        most = max(self._alike.values(), default=0)
        if (sum(map(len, texts)) * most) ** 2 <= _FREE:
            return False
        letters = "".join(letter for text in texts for letter in re.findall(r"(?<![^\W_])[^\W_]", text))
        pairs = sum(self._alike[letter] for letter in _folded(letters)) ** 2
        if pairs <= _FREE or self._left.take(pairs):
            return False
        self.costly.add(place)
        return True


def first_of(marked: str) -> str:
    """The surroundings of the first match in marked columns, with dots where they are cut."""
    column = next((one for one in marked.split(BETWEEN) if MARKS[0] in one), "")
    at = max(0, column.find(MARKS[0]))
    before, after = column[max(0, at - _BEFORE) : at], column[at : at + _LENGTH]
    if at > _BEFORE:
        before = f"…{before.partition(' ')[2]}"
    if after.count(MARKS[0]) > after.count(MARKS[1]):
        after += MARKS[1]
    return f"{before}{after}{'…' if at + _LENGTH < len(column) else ''}"


def _folded(text: str) -> str:
    """The text without accents and cases."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).casefold()
