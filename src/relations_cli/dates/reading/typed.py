"""Reads dates as people type them on the command line: nothing is guessed, everything is read in full."""

import datetime

from relations_cli.dates import edtf
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading import phrases, relative
from relations_cli.dates.refusal import Refusal


def parse_typed(text: str, *, today: datetime.date) -> FuzzyDate:
    """What is typed on the command line: EDTF, words, ranges, and dates counted from today.

    Raises:
        DateError: it is no date, or could mean two; the message says what to write.
    """
    date = edtf.plain(text)
    if date is not None and not text.startswith("0000"):
        return date
    grammar = phrases.Grammar(
        special=lambda phrase: relative.read(phrase, today),
        now=today.isoformat(),
        vague=False,
    )
    try:
        return phrases.parse(text, grammar)
    except Refusal as refusal:
        raise refusal.of(text) from None
