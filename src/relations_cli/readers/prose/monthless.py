"""Days that leave their month to a heading: ``JANUARY``, and under it ``3: …`` and ``18-27: …``."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from relations_cli.dates.names import month_name
from relations_cli.readers.prose.block import Block, without_bullet
from relations_cli.readers.prose.candidate import Candidate, Candidates
from relations_cli.readers.prose.opening import STRONG, Opening, opening_of

_FEW: Final = 3
_PARTS: Final = STRONG - {"alone", "clock"} | {"point"}
_POINT: Final = r"(?<=\d)\.(?=\s?[-–/&:])"
_WEEKDAY: Final = r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? "


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


def _opening(block: Block, month: int, before: int) -> Opening | None:
    """How a block opens with a day, of a month where it does not run back; None where it opens with none."""
    for text in (block.text, without_bullet(block.text, is_date=True)):
        day = re.sub(_POINT, "", re.sub(_WEEKDAY, "", text))
        found = opening_of(f"{month_name(month or 1)} {day}") if day[:1].isdigit() else None
        if found is None or not found.date.lacks_year or not found.date.day or not found.text[:1].strip("0123456789"):
            continue
        is_item = found.separator == "space" and block.starts and found.text[0].isupper()
        if found.separator in _PARTS or is_item:
            first = replace(found.date.first, month=month if found.date.day >= before else 0)
            separator = found.separator if found.separator in STRONG else "gap"
            return replace(found, date=replace(found.date, first=first), separator=separator)
    return None
