"""The budgets of a file: each bounds what a file multiplies, in steps and never by the clock; none bounds its length.

What a plain file says costs what it is long. A few bytes of an archive, a rule, an alias or a nesting can stand for
millions: that is where a bound belongs. ``no_limits`` lifts them.
"""

import sys
from typing import Final

from msgspec import Struct

from relations_cli.errors import parameter

_MB: Final = 1 << 20


class Limits(Struct, frozen=True, kw_only=True):
    """How much one file may multiply; the defaults are what is kept unless the caller lifts it."""

    stream: int = 256 * _MB
    """Bytes of what has no length of its own: a pipe, a device, standard input."""
    packed: int = 32
    """Bytes that a packed byte may stand for, once ``packed_room`` is used up."""
    packed_room: int = _MB // 16
    """Bytes that any archive may hold."""
    times_of_event: int = 10_000
    """Times that one event of a calendar recurs."""
    times: int = 15_000
    """Times of all events of a calendar, of 500 characters each."""
    rule_days: int = 4_000_000
    """Days that the rules of a calendar look at; what a rule has to do besides is counted as days."""
    aliased: int = 100_000
    """Values of YAML that aliases and merge keys stand for, or 100 characters each."""
    folders: int = 100
    """Folders in folders: chronologies lie in a few."""
    depth: int = 200
    """Parts of a dotted key, which is a table within a table for each."""
    words: int = 100
    """Words and signs of a search."""


NESTING: Final = 100
"""Levels of arrays and objects in what is read. Not lifted: what we wrote deeper nobody could read again."""
PAIRS: Final = 300_000
"""Pairs of events of one day that an audit compares. Not lifted, nor are the next two: ask for less."""
WORD_PAIRS: Final = 2_000_000
"""Pairs of words of texts that a difference compares to mark what changed: what is left is marked whole."""
PERIODS: Final = 1_000_000
"""Periods over which the events of a count are spread, or pairs of their values; a hundred more for each of them."""
PARTS: Final = 3_000_000
"""Parts of ids that are compared for the shortest ones that name an event each."""
LIMITS: Final = Limits()
LIFTED: Final = Limits(**dict.fromkeys(Limits.__struct_fields__, sys.maxsize))


class Budget:
    """What is left of a limit while one file is read."""

    def __init__(self, limit: int) -> None:
        """Start with all of it."""
        self.left = limit

    def take(self, steps: int = 1) -> bool:
        """Whether so many steps are left; they are used up."""
        self.left -= steps
        return self.left >= 0


def lifted_by() -> str:
    """What lifts a limit, as a clause for the end of a message."""
    return f"{parameter('no_limits')} lifts the limit"
