"""Names of months that mean different ones in two languages: the other dates of an article say which is meant."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from relations_cli.dates.tongues.hearing import common
from relations_cli.readers.prose.candidate import Candidate


def in_one_tongue(found: Sequence[Candidate]) -> Iterable[Candidate]:
    """The candidates with such a month in the language of all, where there is one; the others stay unsettled."""
    if not any(one.opening.date.readings for one in found):
        return found
    tongues = common(one.opening.date.tongues for one in found)
    return (replace(one, opening=replace(one.opening, date=one.opening.date.in_tongue(tongues))) for one in found)
