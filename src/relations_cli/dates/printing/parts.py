"""The parts of one EDTF date in words: what is known of it, and what is not."""

from relations_cli.dates import clock
from relations_cli.dates.granule import Granule, read
from relations_cli.dates.names import SEASONS, month_name, short_month

Parts = tuple[str, list[str]]
"""What is known, and notes on what is not."""

_HEMISPHERES = {1: "northern hemisphere", 2: "southern hemisphere"}
_LAST_SEASON = 32


def in_parts(date: Granule) -> Parts | None:
    """What is known and what is not, or None where only the hull can be said (``1985-04-1X``, ``1X85``)."""
    if "S" in date.year:
        first, last = year_name(date.lower[0]), year_name(date.upper[0])
        written = date.year.partition("S")[0]
        hull = first if first == last else f"{first}–{last}" if date.lower[0] > 0 else f"{first} – {last}"
        return year_name(read(written).lower[0]), [f"estimated, {hull}"]
    year = _year(date)
    if year is None or _is_scattered(date.month) or _is_scattered(date.day):
        return None
    if date.precision in {"season", "quarter", "quadrimester", "semester"}:
        return _sub_year(date, year)
    return _by_unit(date, year)


def year_name(year: int) -> str:
    """The year as people count: four digits at least, so that it is read again; ``1 BC`` comes before ``0001``."""
    return f"{year:04d}" if year > 0 else f"{1 - year} BC"


def _is_scattered(mask: str) -> bool:
    return "X" in mask and mask != "XX"


def _year(date: Granule) -> str | None:
    """The year, the decade, the century; empty where nothing is known; None where only the hull can be said."""
    mask = date.year
    known = mask.rstrip("X")
    if not known:
        return ""
    masked = len(mask) - len(known)
    if "X" in known or (masked and mask.startswith("-")):
        return None
    if masked == 1:
        return f"{known}0s"
    if masked:
        return f"{known}{'0' * masked}–{known}{'9' * masked}"
    return year_name(date.lower[0])


def _by_unit(date: Granule, year: str) -> Parts:
    """Year, month and day, with what is masked as a note."""
    unknown = [name for name, mask in (("month", date.month), ("day", date.day)) if mask == "XX"]
    if not year:
        unknown.insert(0, "year")
    names = " and ".join([", ".join(unknown[:-1])] * (len(unknown) > 1) + unknown[-1:])
    notes = [f"{names} unknown"] if unknown else []
    month = int(date.month) if date.month.isdigit() else 0
    day = int(date.day) if date.day.isdigit() else 0
    if day and not month:
        notes.insert(0, f"day {day}")
    if not month:
        return year, notes
    named = f"{day} {short_month(month)}" if day else month_name(month)
    if not year:
        return named, notes
    joint = ", " if "X" in date.year else " "
    if date.time:
        return f"{named}{joint}{year}, {clock_name(date.time)}", notes
    return f"{named}{joint}{year}", notes


def clock_name(text: str) -> str:
    """A time as written, with its zone a space behind it."""
    time = clock.read(text)
    if time is None:
        return ""
    return time.time if not time.zone else f"{time.time} {'UTC' if time.zone == 'Z' else time.zone}"


def _sub_year(date: Granule, year: str) -> Parts:
    code = int(date.month)
    notes = [] if year else ["year unknown"]
    if code > _LAST_SEASON:
        name = {"quarter": f"Q{code - 32}", "semester": f"H{code - 39}"}.get(date.precision)
        if name is None:
            name = f"{month_name(date.lower[1])}–{month_name(date.upper[1])}"
    else:
        name = SEASONS[(code - 21) % 4 + 21]
        hemisphere = _HEMISPHERES.get((code - 21) // 4)
        notes += [hemisphere] if hemisphere else []
    if not year:
        return name, notes
    if "X" in date.year:
        return f"{name}, {year}", notes
    return f"{name} {_two_years(date) or year}", notes


def _two_years(date: Granule) -> str | None:
    """``2021–22`` for a winter, or None where it stays in its year."""
    first, last = date.lower[0], date.upper[0]
    if first == last:
        return None
    if first < 1:
        return f"{year_name(first)} – {year_name(last)}"
    if last % 100 == 0:
        return f"{year_name(first)}–{year_name(last)}"
    return f"{year_name(first)}–{last % 100:02d}"
