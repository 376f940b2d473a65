"""Days that leave their month to a heading: ``JANUARY``, and under it ``3: …`` and ``18-27: …``."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from relations_cli.dates.reading.leading import Leading
from relations_cli.dates.reading.spoken import Spoken
from relations_cli.readers.prose.block import Block, without_bullet
from relations_cli.readers.prose.candidate import Candidate, Candidates
from relations_cli.readers.prose.opening import Opening, Separator

_FEW: Final = 3
_LAST: Final = 31


def with_days(found: Candidates, blocks: Sequence[Block]) -> Candidates:
    """The candidates with the days under months that stand alone, where these are headings, or the days items or many.

    A day that runs back under a line that is no heading has lost its month: it has none, and its entry is undated.
    """
    dated = {one.index: one for one in found.all}
    days: list[Candidate] = []
    month = before = 0
    is_heading = is_list = False
    for index, block in enumerate(blocks):
        one = dated.get(index)
        if one is not None:
            date = one.date
            month = date.month if one.is_alone and date.unit == "month" and date.last is None else 0
            before = 0
            is_heading = one.block.kind == "heading"
        elif month or before:
            opened = _opening(block, month, 0 if is_heading else before)
            if opened is not None:
                before, month = max(before, opened.date.day), opened.date.month
                days.append(Candidate(index, block, opened))
                is_list |= is_heading or bool(block.starts)
    numbers = [one.date.day for one in days]
    is_numbering = numbers == list(range(1, len(days) + 1)) and all(one.opening.mark == "." for one in days)
    return found if is_numbering or (len(days) < _FEW and not is_list) else found.joined_by(days)


@cache
def _day() -> re.Pattern[str]:
    ending, weekday = r"(?:st|nd|rd|th|\.(?=\s?[-–/&:]))?", r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?"
    return re.compile(
        rf"(?:{weekday},? )?(?P<first>\d{{1,2}}){ending}(?:\s?[-–/&]\s?(?P<last>\d{{1,2}}){ending})?"
        rf"(?: \({weekday}\)|,? {weekday}(?=[:\s]))?"
        r"(?P<mark>\s{0,3}(?:[:\uff1a]|[-–—]{1,2}(?=\s))|[.)](?=\s)|\t|\s{2}|(?P<space> )(?=[A-Z]))\s{0,9}(?=[^\s\d])"
    )


def _opening(block: Block, month: int, before: int) -> Opening | None:
    """How a block opens with a day, of a month where it does not run back; None where it opens with none."""
    numbered = _day().match(block.text)
    bare = block.text if numbered else without_bullet(block.text, is_date=True)
    match = numbered or _day().match(bare)
    if match is None or (match["space"] and not block.starts):
        return None
    first, last = int(match["first"]), int(match["last"] or 0)
    if not 1 <= first <= _LAST or last > _LAST or (last and last <= first):
        return None
    date = Leading(
        length=match.end("first"),
        first=Spoken(day=first, month=month if first >= before else 0),
        last=Spoken(day=last) if last else None,
    )
    mark = match["mark"].strip()
    separator: Separator = "colon" if mark[:1] in {":", "\uff1a"} else "dash" if mark else "gap"
    return Opening(date=date, separator=separator, mark=mark, text=bare[match.end() :])
