"""What our own calendars say of an event beside iCalendar's properties, as ``writers.ics`` puts it."""

import datetime
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from relations_cli.dates import FuzzyDate, parse_edtf
from relations_cli.dates.moments import Moments, moments
from relations_cli.errors import DateError
from relations_cli.model.facts import Source
from relations_cli.readers.entries.entry import Entry

_MARK: Final = "x-status"
"""Stands in each event of ours."""
_OF_US: Final = "@relations-cli"
_PRODUCT: Final = "-//relations-cli//"
_REST: Final = "--"
_DAY: Final = datetime.timedelta(days=1)


def as_written(entry: Entry, start: object, end: object) -> Entry:
    """The entry with what our own properties say, which are kept under ``extra`` of any other.

    What was moved in a calendar since is where it was moved to: the date that we wrote counts only where the event
    still begins and ends as that date does.

    Args:
        entry: as iCalendar has it.
        start: where the event begins.
        end: where it ends, exclusive; None: it does not say.
    """
    if _MARK not in entry.extra:
        return entry
    extra = dict(entry.extra)
    del extra[_MARK]
    if extra.get("transp") == "TRANSPARENT":
        del extra["transp"]
    date = _date(extra.get("x-edtf-date"))
    if date is not None and _is_still(moments(date), start, end):
        del extra["x-edtf-date"]
    else:
        date = None
    sources = _sources(extra.get("x-source"))
    if sources:
        del extra["x-source"]
    summary = entry.summary.split("\n")
    at = max((at for at, line in enumerate(summary) if line.rstrip() == _REST), default=len(summary))
    return replace(
        entry,
        edtf=date.text if date is not None else entry.edtf,
        summary="\n".join(summary[:at]),
        id=entry.id.removesuffix(_OF_US),
        type=next(iter(_texts(extra.pop("x-type", None))), entry.type),
        actors=_texts(extra.pop("x-actor", None)),
        places=_texts(extra.pop("x-place", None)) or entry.places,
        sources=sources or entry.sources,
        extra=extra,
    )


def is_from_us(product: str) -> bool:
    """Whether that is what our calendars say of the program that wrote them."""
    return product.startswith(_PRODUCT)


def _date(text: object) -> FuzzyDate | None:
    if not isinstance(text, str):
        return None
    try:
        return parse_edtf(text)
    except DateError:
        return None


def _is_still(written: Moments | None, start: object, end: object) -> bool:
    """Whether an event begins and ends where it was written; a day without an end is that day."""
    if written is None or type(start) is not type(written.start) or start != written.start:
        return False
    if isinstance(start, datetime.datetime) or start == datetime.date.max:
        return end == written.end
    return (end or written.start + _DAY) == written.end


def _sources(said: Any) -> tuple[Source, ...]:  # noqa: ANN401 -- as ``extra`` has it
    """The sources; none where one of them is not as we write them."""
    try:
        return tuple(msgspec.json.decode(text, type=Source) for text in _texts(said))
    except msgspec.MsgspecError:
        return ()


def _texts(said: Any) -> tuple[str, ...]:  # noqa: ANN401 -- as ``extra`` has it
    """The values of a property that may stand several times."""
    values = said if isinstance(said, list) else [said] if said else []
    return tuple(value if isinstance(value, str) else str(value.get("value", "")) for value in values)
