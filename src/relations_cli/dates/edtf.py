"""Reads EDTF, levels 0 to 2 (ISO 8601-2:2019; https://www.loc.gov/standards/datetime/), as data is written."""

from typing import Final

import msgspec

from relations_cli.dates.days import Bounds, day_number, month_length
from relations_cli.dates.fuzzy import FuzzyDate, Span, qualifier_of
from relations_cli.dates.refusal import Refusal, refuse_length
from relations_cli.escaping import shown

_SIGNS: Final = frozenset({"?", "~", "%"})
_CLOSING: Final = {"[": "]", "{": "}"}


def parse_edtf(text: str) -> FuzzyDate:
    """The date that an EDTF text stands for; seasons are meteorological, a time of day keeps the day as written.

    Raises:
        DateError: it is no EDTF, or there is no such day.
    """
    date = plain(text)
    if date is not None:
        return date
    try:
        return read(text)
    except Refusal as refusal:
        raise refusal.of(text) from None


def plain(text: str) -> FuzzyDate | None:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, and None for all else, without a regular expression.

    Nearly all of the data is of this kind, and every start of the program reads all of it.
    """
    digits = text.replace("-", "")
    # isdigit alone takes Arabic and superscript digits too
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 8:  # noqa: PLR2004
        return None
    size, year, month, of_month = len(text), int(digits[:4]), int(digits[4:6] or 1), int(digits[6:] or 1)
    if not (1 <= month <= 12 and 1 <= of_month <= month_length(year, month)):  # noqa: PLR2004
        return None
    if size == 10 and len(digits) == 8 and text[4] == text[7] == "-":  # noqa: PLR2004
        day = (year, month, of_month)
        spans, precision = ((day, day),), "day"
    elif size == 7 and len(digits) == 6 and text[4] == "-":  # noqa: PLR2004
        spans, precision = (((year, month, 1), (year, month, month_length(year, month))),), "month"
    elif size == len(digits) == 4:  # noqa: PLR2004
        spans, precision = (((year, 1, 1), (year, 12, 31)),), "year"
    else:
        return None
    return FuzzyDate(text, spans, precision, None, "day", "day", False, spans, spans)  # noqa: FBT003


def without_times(text: str) -> str:
    """An EDTF text with days where it has times: ``2024-03-01`` of an hour of it, or of two."""
    if "T" not in text:
        return text
    ends = [end.partition("T")[0] for end in text.split("/")]
    return ends[0] if ends[0] == ends[-1] else "/".join(ends)


def at_time(day: str, time: str) -> FuzzyDate | None:
    """A plain day, ``YYYY-MM-DD``, at a time; None where one of them is none."""
    from relations_cli.dates import clock  # days have none, and every start reads days

    date = plain(day)
    if date is None or date.precision != "day" or clock.read(time) is None:
        return None
    return FuzzyDate(
        text=f"{day}T{time}",
        spans=date.spans,
        precision=clock.precision(time),
        qualifier=None,
        lower_kind="day",
        upper_kind="day",
        undated=False,
        starts=date.starts,
        ends=date.ends,
    )


def _simple(text: str) -> FuzzyDate | None:
    """A plain date, perhaps with one qualifier behind it, or a day with a time."""
    if text[10:11] == "T":
        return at_time(text[:10], text[11:])
    if text[-1:] not in _SIGNS:
        return plain(text)
    date = plain(text[:-1])
    return None if date is None else msgspec.structs.replace(date, text=text, qualifier=qualifier_of(text))


def read(text: str) -> FuzzyDate:
    """``parse_edtf`` for a caller who knows a better name for the value.

    Raises:
        Refusal: it is no EDTF, or there is no such day.
    """
    refuse_length(text)
    if text[0] in _CLOSING:
        return _set(text)
    if "/" in text:
        return _interval(text)
    simple = _simple(text)
    if simple is not None:
        return simple
    from relations_cli.dates import granule  # imported and compiled in 2 ms

    date = granule.read(text)
    spans = ((date.lower, date.upper),)
    return FuzzyDate(text, spans, date.precision, qualifier_of(text), "day", "day", date.is_undated, spans, spans)


def _granule(text: str) -> tuple[Bounds | None, bool]:
    """The days of one end of an interval or one member of a set, and whether it is undated."""
    simple = _simple(text)
    if simple is not None:
        return simple.starts[0], False
    from relations_cli.dates import granule  # imported and compiled in 2 ms

    date = granule.read(text)
    return (date.lower, date.upper), date.is_undated


def _interval(text: str) -> FuzzyDate:
    if text.count("/") > 1:
        raise Refusal("an interval has one slash", "write YYYY-MM-DD/YYYY-MM-DD")
    first, last = text.split("/")
    if {first, last} <= {"", ".."}:
        raise Refusal("one end of an interval needs a date", "write 2022/.. or ../2022")
    start, no_start = (None, False) if first in {"", ".."} else _granule(first)
    end, no_end = (None, False) if last in {"", ".."} else _granule(last)
    if start and end and (end[1] < start[0] or ("T" in text and _runs_back(text, start, end))):
        raise Refusal(f"{shown(last)} ends before {shown(first)} starts", "swap them")
    lower = start[0] if start else end[0] if end and not first else None
    upper = end[1] if end else start[1] if start and not last else None
    return FuzzyDate(
        text=text,
        spans=((lower, upper),),
        precision="interval",
        qualifier=qualifier_of(text),
        lower_kind=_kind(first),
        upper_kind=_kind(last),
        undated=no_start or no_end,
        starts=(start,),
        ends=(end,),
    )


def _kind(end: str) -> str:
    return {"": "unknown", "..": "open"}.get(end, "day")


def _runs_back(text: str, start: Bounds, end: Bounds) -> bool:
    """Whether the time with which an interval ends lies before the one with which it starts."""
    from relations_cli.dates import clock  # days have none

    first, last = clock.of_date(text)
    return bool(first and last and last.is_before(first, days=day_number(start[0]) - day_number(end[1])))


def _set(text: str) -> FuzzyDate:
    if text[-1] != _CLOSING[text[0]]:
        raise Refusal(f"{text[0]} is not closed", f"write {_CLOSING[text[0]]} at the end")
    members = text[1:-1].split(",")
    starts: list[Bounds | None] = []
    ends: list[Bounds | None] = []
    undated = False
    for index, member in enumerate(members):
        start, end, unknown = _member(member, is_first=index == 0, is_last=index == len(members) - 1)
        starts.append(start)
        ends.append(end)
        undated |= unknown
    spans: list[Span] = [
        (start[0] if start else None, end[1] if end else None) for start, end in zip(starts, ends, strict=True)
    ]
    return FuzzyDate(
        text=text,
        spans=tuple(spans),
        precision="set",
        qualifier=qualifier_of(text),
        lower_kind="day" if starts[0] else "open",
        upper_kind="day" if ends[-1] else "open",
        undated=undated,
        starts=tuple(starts),
        ends=tuple(ends),
    )


def _member(text: str, *, is_first: bool, is_last: bool) -> tuple[Bounds | None, Bounds | None, bool]:
    """Start and end of a member, and whether it is undated: a date, ``a..b``, at the set's ends ``..a`` and ``b..``."""
    if "T" in text:
        raise Refusal("EDTF has no time of day in sets", "write the days")
    first, dots, last = text.partition("..")
    if not dots:
        granule, undated = _granule(text)
        return granule, granule, undated
    if not (first or last):
        raise Refusal("a set needs dates", "write [1667,1668] or [1667..]")
    if (not first and not is_first) or (not last and not is_last):
        raise Refusal("a set is open before its first or behind its last date only", "write [..1667,1668]")
    start, no_start = _granule(first) if first else (None, False)
    end, no_end = _granule(last) if last else (None, False)
    if start and end and end[1] < start[0]:
        raise Refusal(f"{shown(last)} ends before {shown(first)} starts", "swap them")
    return start, end, no_start or no_end
