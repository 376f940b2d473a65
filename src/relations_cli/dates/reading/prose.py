"""Reads dates as articles print them: ``Oct. 14, 2006 – Dec. 22, 2017``, ``early 2016``, ``2022–present``."""

import re
from typing import Final

from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading import phrases
from relations_cli.dates.refusal import Refusal, refuse_length

# An article's "present" is not a day: what goes on has an open end.
_GRAMMAR: Final = phrases.Grammar(special=lambda _: None, now="..", vague=True)


def parse_prose(text: str) -> FuzzyDate:
    """The whole text as a date; ``early``, ``mid-`` and ``late`` make it approximate.

    Raises:
        DateError: it is no date, holds more than a date, or could mean two.
    """
    try:
        return read(text)
    except Refusal as refusal:
        raise refusal.of(text) from None


def read(text: str) -> FuzzyDate:
    """``parse_prose`` for a caller who knows a better name for the value.

    Raises:
        Refusal: it is no date, holds more than a date, or could mean two.
    """
    refuse_length(text)
    return phrases.parse(
        re.sub(r"\b(early|mid|late)[-\u2010\u2011](?=\w)", r"\1 ", text, flags=re.IGNORECASE), _GRAMMAR
    )
