"""How the date of an event stands in a drawing: under which heading, in which words, by which bullet."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rich.cells import cell_len
from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.dates.days import year_text
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, in_order
from relations_cli.screen import Screen
from relations_cli.views.console import plain, wrapped
from relations_cli.views.palette import QUIET

EARLIER = "earlier"
"""The heading of what has no beginning."""
BULLETS = {"●": "on that day", "○": "not known to the day"}
"""What stands for an event in a drawing, and what it says of its date."""

_LONGEST, _NARROW_LONGEST, _SHORTEST = 16, 14, 6
_NARROW = 70
_EXACT = ("day", "minute", "second")


def in_time(answer: Answer[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The dated hits in the order of time, whichever way the answer runs, and the undated ones in its own order."""
    forwards = answer.rows[::-1] if answer.query.reverse else answer.rows
    dated = in_order(hit for hit in forwards if hit.is_dated)
    return dated, [hit for hit in answer if not hit.is_dated]


def heading_of(hit: Hit) -> str:
    """The year of its first day as people read it; EARLIER where it begins infinitely early."""
    first = None if hit.date is None else hit.date.first_day
    return EARLIER if first is None else _year_in_words(first[0])


@cache
def _year_in_words(year: int) -> str:
    return str(parse_edtf(year_text(year)))


def time_of(hit: Hit) -> str:
    """The date as people read it, without the year under whose heading it stands."""
    if hit.date is None:
        return ""
    words = str(hit.date)
    first, last = hit.date.first_day, hit.date.last_day
    if first is None or (last is not None and last[0] != first[0]):
        return words
    without = words.replace(f" {heading_of(hit)}", "")
    return without if re.search("[A-Z]", without) else words  # without a month there is nothing left to read


def date_lines(hit: Hit, screen: Screen) -> list[Text]:
    """The date on as many lines as it needs; what fits on none is broken between its ends first."""
    longest = _LONGEST if screen.width >= _NARROW else max(min(_NARROW_LONGEST, screen.width // 3), _SHORTEST)
    words = time_of(hit)
    ends = [words] if cell_len(words) <= longest else re.split("(?<= –) ", words)
    lines = [line for end in ends for line in wrapped(plain(end, screen, QUIET), longest)]
    for line in lines:
        line.rstrip()  # they stand at the right
    return lines


def date_column(hits: Sequence[Hit], dates: Iterable[Iterable[Text]]) -> int:
    """How wide a column has to be that holds the headings and the lines of the dates."""
    headings = (cell_len(heading_of(hit)) for hit in hits)
    return max([0, *headings, *(line.cell_len for lines in dates for line in lines)])


def is_exact(hit: Hit) -> bool:
    """Whether the event begins on a day that is known, and nothing about its date is in doubt."""
    if hit.date is None or hit.date.qualifier is not None or hit.date.lower_kind != "day":
        return False
    is_to_the_day = hit.date.precision == "interval" and hit.date.first_day == hit.date.last_start
    return hit.date.precision in _EXACT or is_to_the_day


def bullet_of(hit: Hit) -> str:
    """What stands for an event, one of BULLETS."""
    return "●" if is_exact(hit) else "○"
