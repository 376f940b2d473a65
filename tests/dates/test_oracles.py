"""Where other libraries accept a date too, the bounds agree; their faults are listed one by one."""

import contextlib
import datetime
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from dateutil import parser as dateutil_parser
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.dates import Day, parse_edtf, parse_typed
from relations_cli.errors import DateError

TODAY = datetime.date(2026, 11, 23)
CASES = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
Bounds = tuple[Day, Day]


def by_dateutil(text: str) -> Bounds | None:
    """Dateutil's reading with two defaults: fields that agree were typed. None where it would only guess.

    Both years are leap, and day 31 is clamped to the month's end, so that the two results are the bounds.
    """
    numbers = re.findall(r"\d+", text, re.ASCII)
    is_figures = re.fullmatch(r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?", text, re.ASCII)
    if not (text.isascii() and text.isprintable() and (MONTH.search(text) or is_figures)):
        return None
    defaults = [datetime.datetime(1804, 1, 1), datetime.datetime(2396, 12, 31)]  # noqa: DTZ001  # as dateutil's own
    try:
        found = [dateutil_parser.parse(text, default=default) for default in defaults]
    except (ValueError, OverflowError):
        return None
    long = [int(number) for number in numbers if len(number) == 4]
    if any(one.time() != datetime.time() or one.tzinfo or [one.year] != long for one in found):
        return None
    lower, upper = found
    return (lower.year, lower.month, lower.day), (upper.year, upper.month, upper.day)


def by_edtf(text: str) -> Bounds | None:
    """The bounds that python-edtf gives, or None where it refuses, crashes, or has none."""
    from edtf import EDTFParseException
    from edtf import parse_edtf as parse

    # On some errors it prints to stdout
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            date: Any = parse(text)
            lower, upper = date.lower_strict(), date.upper_strict()
        except (EDTFParseException, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return None
    if not (isinstance(lower, tuple) and isinstance(upper, tuple)):
        return None
    return (lower[0], lower[1], lower[2]), (upper[0], upper[1], upper[2])


names = st.sampled_from(
    ["Jan", "feb.", "March", "Apr", "MAY", "june", "Jul", "Aug.", "September", "Oct.", "Nov", "December"]
)
numbers = st.one_of(st.integers(1, 31).map(str), st.integers(1000, 9999).map(str))
glue = st.sampled_from([" ", ", ", "-", "  "])


@settings(max_examples=600, deadline=None, derandomize=True)
@given(st.lists(st.one_of(names, numbers), min_size=1, max_size=3), st.lists(glue, min_size=2, max_size=2))
def test_dateutil_agrees_where_it_does_not_guess(words: list[str], glues: list[str]) -> None:
    text = "".join(word + join for word, join in zip(words, [*glues[: len(words) - 1], ""], strict=True))
    theirs = by_dateutil(text)
    try:
        ours = parse_typed(text, today=TODAY)
    except DateError:
        return

    if theirs is not None:
        assert theirs == (ours.lower, ours.upper)


@pytest.mark.parametrize(
    "text", ["2022", "2024-06", "2024-6-1", "July 2000", "Oct. 14, 2006", "14 October 2006", "2006 Oct 14", "Feb 2024"]
)
def test_dateutil_as_guarded_reads_common_forms(text: str) -> None:
    date = parse_typed(text, today=TODAY)

    assert by_dateutil(text) == (date.lower, date.upper)


FORMS = [
    *(case["input"] for case in CASES if case["kind"] == "edtf" and not case["error"]),
    *["2022-06", "2001-22", "2001-29", "2001-31", "2001-36", "2001-38", "2001-40", "1984?", "2004-06~", "2004-06-11%"],
    *["201X", "2004-XX", "1985-XX-XX", "201X~", "-1985", "-0001-02-28", "-0100/-0044", "1984~/2004-06", "Y17E7"],
    *["[1667,1668,1670..1672]", "[1667,1760-12]", "[1667?,1668~]", "2004-~06-11", "156X-12-25", "15XX-12-XX"],
    *["1560-XX-25", "1XXX-XX", "1XXX", "2004-06-XX/2004-07-03", "2004-02-01/2005-02-XX", "2001-21/2002-23", "1X85"],
]
# What python-edtf 5.0.2 gets wrong (dates.md, section 2.2).
DECEMBER_ONLY = "its winter ends on 31 December"
ALL_DIGITS = "it takes the year of significant digits for exact"
NO_CALENDAR = "it takes 29 February for a day of every year"
YEAR_ZERO = "it completes -000X to -0000, which does not exist"
NOT_CHECKED = "it takes what it can from the start of the text, or does not compare the ends"
FAULTS = {
    "2001-24": DECEMBER_ONLY,
    "2003-24": DECEMBER_ONLY,
    "2001-28": DECEMBER_ONLY,
    "2001-30": DECEMBER_ONLY,
    "1950S2": ALL_DIGITS,
    "-1950S2": ALL_DIGITS,
    "Y171010000S3": ALL_DIGITS,
    "Y3388E2S3": ALL_DIGITS,
    "156X-02-29": NO_CALENDAR,
    "XXXX-02-29": NO_CALENDAR,
    "-000X": YEAR_ZERO,
}
ACCEPTED = {
    "1950S0": NOT_CHECKED,
    "2022\n": NOT_CHECKED,
    "2004/2003": NOT_CHECKED,
    "2004-06-11/2004-06-10": NOT_CHECKED,
    "1900-02-29": NO_CALENDAR,
    "2023-02-29": NO_CALENDAR,
}


@pytest.mark.parametrize("text", [form for form in FORMS if form not in FAULTS])
def test_python_edtf_agrees_where_it_has_bounds(text: str) -> None:
    date = parse_edtf(text)
    theirs = by_edtf(text)

    if theirs is not None and date.lower is not None and date.upper is not None:  # it has ten years for unknown ends
        assert theirs == (date.lower, date.upper)


@pytest.mark.parametrize("text", FAULTS)
def test_python_edtf_still_has_the_faults_listed(text: str) -> None:
    date = parse_edtf(text)

    assert by_edtf(text) not in {None, (date.lower, date.upper)}


@pytest.mark.parametrize("text", [case["input"] for case in CASES if case["kind"] == "edtf" and case["error"]])
def test_python_edtf_accepts_nothing_that_we_refuse_but_its_faults(text: str) -> None:
    accepted = len(text) < 200 and by_edtf(text) is not None  # it takes 12 s for a set of 10,000 characters

    assert accepted == (text in ACCEPTED)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.dates(),
    st.sampled_from([10, 7, 4]),
    st.sampled_from(["", "?", "~", "%"]),
    st.dates(),
    st.sampled_from([10, 7, 4]),
)
def test_python_edtf_agrees_on_any_interval(
    one: datetime.date, size: int, sign: str, other: datetime.date, other_size: int
) -> None:
    text = f"{one.isoformat()[:size]}{sign}/{other.isoformat()[:other_size]}"
    try:
        date = parse_edtf(text)
    except DateError:
        return  # reversed, which it accepts

    assert by_edtf(text) == (date.lower, date.upper)
