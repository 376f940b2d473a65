"""How people read a date: ``14 Oct 2006 – 22 Dec 2017``, ``c. 2016?``, ``April 1985 (day unknown)``.

Day, month name, year: an order that nobody takes for another. Plain spaces, since they grep and paste.
"""

from relations_cli.dates import granule
from relations_cli.dates.days import Day, edtf_text, weekday, year_text
from relations_cli.dates.granule import Granule
from relations_cli.dates.names import WEEKDAYS, month_name, short_month
from relations_cli.dates.printing.parts import clock_name, in_parts, year_name

_CLOSED = ("", "..")
_DAYS = ("day", "minute", "second")


def in_words(text: str, *, is_decade: bool = False, is_running: bool = False, weekday: bool = False) -> str:
    """A date in words.

    Args:
        text: its EDTF, valid.
        is_decade: whether an interval of years was given as a decade.
        is_running: whether an open end is one that is yet to come.
        weekday: whether a single day, and both ends of an interval of days, carry their weekday.
    """
    if not weekday and _is_plain_day(text):
        return f"{int(text[8:])} {short_month(int(text[5:7]))} {year_name(int(text[:4]))}"
    if text.startswith(("[", "{")):
        return _set(text, with_weekday=weekday)
    if is_decade:
        return _decade(text)
    if "/" not in text:
        return _granule(granule.read(text), with_weekday=weekday)
    first, last = text.split("/")
    words = _interval(first, last, with_weekday=weekday)
    return f"{words}, under way" if is_running else words


def _is_plain_day(text: str) -> bool:
    """Whether it is ``YYYY-MM-DD``, as nearly all dates are, and need not be read anew."""
    return len(text) == 10 and text[4] == text[7] == "-" and text.isascii() and text.replace("-", "").isdigit()  # noqa: PLR2004


def _decade(text: str) -> str:
    """A decade that was typed: EDTF has it only as an interval of years."""
    circa = "c. " if "~" in text or "%" in text else ""
    doubt = "?" if "?" in text or "%" in text else ""
    return f"{circa}{text[:4]}s{doubt}"


def _granule(date: Granule, *, with_weekday: bool = False) -> str:
    """One date with its qualifiers: in short where one sign holds for all its parts, else part by part."""
    base, notes = in_parts(date) or (_interval(*_hull(date), with_weekday=False), [])
    if with_weekday and date.precision in _DAYS and date.lower == date.upper:
        base = f"{_weekday(date.lower)} {base}"
    signs = set(date.flags)
    sign = date.flags[0] if len(signs) == 1 else ""
    if len(signs) > 1:
        notes = [*notes, _doubts(date)]
    if not base:
        base, notes = ", ".join(notes), []
    circa = "c. " if sign in {"~", "%"} else ""
    doubt = "?" if sign in {"?", "%"} else ""
    return f"{circa}{base}{doubt}" + (f" ({', '.join(notes)})" if notes else "")


def _doubts(date: Granule) -> str:
    """``year and month approximate``; ``year uncertain, day approximate``."""
    names = ("year", "month" if date.precision in {"month", "day"} else date.precision, "day")
    of_sign: dict[str, list[str]] = {}
    for name, sign in zip(names, date.flags, strict=False):
        of_sign.setdefault(sign, []).append(name)
    of_sign.pop("", None)
    meaning = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
    return ", ".join(f"{' and '.join(parts)} {meaning[sign]}" for sign, parts in of_sign.items())


def _hull(date: Granule) -> tuple[str, str]:
    """First and last day, month or year on which a scattered mask may lie, in EDTF."""
    lower, upper = date.lower, date.upper
    if not date.month:
        return year_text(lower[0]), year_text(upper[0])
    if date.precision == "month":
        return f"{year_text(lower[0])}-{lower[1]:02d}", f"{year_text(upper[0])}-{upper[1]:02d}"
    return edtf_text(lower), edtf_text(upper)


def _interval(first: str, last: str, *, with_weekday: bool) -> str:
    """An interval by its ends in EDTF."""
    if first in _CLOSED and last in _CLOSED:
        return "any time"  # only a window is open at both ends
    start = None if first in _CLOSED else granule.read(first)
    end = None if last in _CLOSED else granule.read(last)
    if start is None or end is None:
        words = _granule(start or end or granule.read(first), with_weekday=with_weekday)
        return _half(words, first, last)
    if first == last:
        return _granule(start, with_weekday=with_weekday)
    if end.time and first[:10] == last[:10]:
        return f"{_granule(start, with_weekday=with_weekday)}{_until(start.time, end.time)}"
    short = None if set(first + last) & set("?~%XSYT") else _shortened(start, end, with_weekday=with_weekday)
    if short is not None:
        return short
    return f"{_granule(start, with_weekday=with_weekday)} – {_granule(end, with_weekday=with_weekday)}"


def _half(words: str, first: str, last: str) -> str:
    """An interval of which one end is open or unknown."""
    if first in _CLOSED:
        return f"until {words}" if first else f"? – {words}"
    return f"from {words}" if last else f"{words} – ?"


def _until(start: str, end: str) -> str:
    """The time with which an interval within a day ends, behind the one with which it starts."""
    name = clock_name(end)
    if not start:
        return f", until {name}"
    return f" – {name}" if " " in clock_name(start) + name else f"–{name}"


def _shortened(start: Granule, end: Granule, *, with_weekday: bool) -> str | None:
    """Two ends of one precision with what they share written once, or None where they share nothing."""
    (year, month, day), (end_year, end_month, end_day) = start.lower, end.lower
    precision = start.precision if start.precision == end.precision else ""
    if precision == "year" and year > 0:
        return f"{year_name(year)}–{year_name(end_year)}"
    if year != end_year:
        return None
    if precision == "month":
        return f"{month_name(month)}–{month_name(end_month)} {year_name(year)}"
    if precision != "day":
        return None
    if with_weekday:
        before = f"{_weekday(start.lower)} {day}"
        behind = f"{_weekday(end.lower)} {end_day} {short_month(end_month)} {year_name(year)}"
        return f"{before} – {behind}" if month == end_month else f"{before} {short_month(month)} – {behind}"
    behind = f"{end_day} {short_month(end_month)} {year_name(year)}"
    return f"{day}–{behind}" if month == end_month else f"{day} {short_month(month)} – {behind}"


def _set(text: str, *, with_weekday: bool) -> str:
    """``1667, 1668 or 1670–1672``: one of them; with ``and``: all of them."""
    joint = "or" if text[0] == "[" else "and"
    members = [_member(member, joint, with_weekday=with_weekday) for member in text[1:-1].split(",")]
    if len(members) == 1:
        return members[0]
    return f"{', '.join(members[:-1])} {joint} {members[-1]}"


def _member(text: str, joint: str, *, with_weekday: bool) -> str:
    first, dots, last = text.partition("..")
    if not dots:
        return _granule(granule.read(text), with_weekday=with_weekday)
    if first and last:
        return _interval(first, last, with_weekday=with_weekday)
    words = _granule(granule.read(first or last), with_weekday=with_weekday)
    return f"{words} {joint} {'later' if first else 'earlier'}"


def _weekday(day: Day) -> str:
    return WEEKDAYS[weekday(day)][:3]
