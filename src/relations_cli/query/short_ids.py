"""The shortest part of an id that names its event alone, as ``lookup`` reads names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from relations_cli.dates import Day
from relations_cli.limits import PARTS, Budget
from relations_cli.query.parsing import date_named
from relations_cli.query.query import Query
from relations_cli.query.resolved import Resolved

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

_UNQUOTED = re.compile(r"\w[\w.:/-]*")
"""What a shell passes on as it is, and no option begins with."""
_READINGS = 10_000
"""How many parts are read as dates: a tenth of a millisecond each."""
_NO_DATE = 2
"""Signs of ASCII that are too few for a date."""


def short_ids(
    store: "Store", ids: Iterable[str], query: Query, can_show: Callable[[str], bool] = lambda _: True
) -> Mapping[str, str]:
    """Each of the ids, and the shortest part of it that ``ids_named`` takes for it alone; nothing of what has none.

    Of equally short ones a part of letters comes first, then one at the start of a word. It needs no quotes, the whole
    id aside, which is taken where no part will do, or where there are more ids than can be compared.

    Args:
        store: where the parts are looked up, on whatever day its events are known.
        ids: those of events in it.
        query: what "today" means.
        can_show: whether a text can be shown as it is, and so be typed.
    """
    every = [one.casefold() for one in (*store.ids(), *store.vocabulary.propositions)]
    names = list(dict.fromkeys(ids))
    is_date = _Dates(store, query)
    found: dict[str, str] = {}
    left, size = Budget(PARTS), 0
    wanted = {one: one.casefold() for one in names}
    while wanted and left.take(sum(map(len, every))):
        size += 1
        wanted = {one: folded for one, folded in wanted.items() if one not in found and len(folded) > size}
        alone = _alone(every, size, {part for folded in wanted.values() for part in _slices(folded, size)})
        for one, folded in wanted.items():
            fit = (part for part in _parts(one, folded, size, alone) if can_show(part))
            best = next((part for part in fit if not is_date.of_others(part, one)), None)
            if best is not None:
                found[one] = best
    for one in names:
        if one not in found and one[:1] not in ("", "-") and can_show(one) and not is_date.of_others(one, one):
            found[one] = one
    return {one: found[one] for one in names if one in found}


def _parts(whole: str, folded: str, size: int, alone: Container[str]) -> Sequence[str]:
    """The parts of that length that stand in no other id and need no quotes, the best first."""
    text = whole if len(folded) == len(whole) else folded  # the sharp s folds into two letters
    starts = [at for at, part in enumerate(_slices(folded, size)) if part in alone]
    starts.sort(key=lambda at: (not text[at : at + size].isalpha(), at > 0 and text[at - 1].isalnum(), at))
    return [text[at : at + size] for at in starts if _UNQUOTED.fullmatch(text, at, at + size)]


def _alone(every: Sequence[str], size: int, wanted: Container[str]) -> set[str]:
    """Those of the parts of that length that stand in one text only."""
    holders: dict[str, int] = {}
    for number, text in enumerate(every):
        for part in _slices(text, size):
            if part in wanted and holders.setdefault(part, number) != number:
                holders[part] = -1
    return {part for part, number in holders.items() if number >= 0}


def _slices(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(len(text) - size + 1)]


class _Dates:
    """Which parts are dates in which other events begin: ``show`` shows these."""

    def __init__(self, store: "Store", query: Query) -> None:
        self.store = store
        self.query = query
        self.left = Budget(_READINGS)

    @cached_property
    def begun(self) -> Sequence[tuple[Day, str]]:
        """The first day and the id of each event that has one, in the order of time."""
        hits = self.store.events(Resolved(day=self.query.day), fields=("id", "date")).hits
        days = [(None if hit.date is None else hit.date.first_day, hit.event.id) for hit in hits]
        return sorted((day, name) for day, name in days if day is not None)

    def of_others(self, part: str, own: str) -> bool:
        """Whether the part means other events than the one with that id, or might."""
        if len(part) <= _NO_DATE and part.isascii():
            return False
        if not self.left.take():
            return True
        date = date_named(part, self.query.today)
        if date is None or date.undated:
            return False
        return any(not {name for _, name in self._within(*span)} <= {own} for span in date.spans)

    def _within(self, first: Day | None, last: Day | None) -> Sequence[tuple[Day, str]]:
        """As many of the events that begin in the days as tell whether it is one."""
        at = 0 if first is None else bisect_left(self.begun, first, key=_day)
        end = len(self.begun) if last is None else bisect_right(self.begun, last, key=_day)
        return self.begun[at : min(end, at + 2)]


def _day(begun: tuple[Day, str]) -> Day:
    return begun[0]
