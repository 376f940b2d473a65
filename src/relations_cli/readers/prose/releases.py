"""How a heading of a changelog opens: with a version and the day of its release."""

import re
from functools import cache
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.readers.prose.opening import Opening

_LOOKED_AT: Final = 160
_FLAGS: Final = frozenset({"", "[YANKED", "YANKED", "(YANKED"})


@cache
def _release() -> re.Pattern[str]:
    version = r"(?:(?:[Vv]ersion|[Rr]elease) )?\[?[vV]?\d{1,6}(?:\.\d{1,6}){1,4}(?:[-.+]?[A-Za-z][\w.+-]{0,20})?\]?"
    return re.compile(rf"(?P<version>{version})(?:\s{{0,4}}(?:[-–—/:,|]|\(|released(?: on)?|on)\s{{0,4}}\(?|\s{{1,4}})")


def release(text: str) -> Opening | None:
    """A changelog's heading, the version as its text: ``1.2.0 - 2024-05-06``, ``[7.0.0] (2025-10-28)``."""
    match = _release().match(text[:_LOOKED_AT])
    if match is None:
        return None
    rest = text[match.end() :]
    date = leading(rest)
    if (
        date is None
        or date.unit != "day"
        or date.lacks_year
        or rest[date.length :].strip(" )]*.:-–—").upper() not in _FLAGS
    ):
        return None
    return Opening(date=date, separator="release", mark="", text=match["version"].replace("[", "").replace("]", ""))
