"""One EDTF date and its parts as they are written, and the sign that holds for each of them."""

import pytest

from relations_cli.dates import Day, FuzzyDate, parse_edtf, periods
from relations_cli.dates.granule import read
from relations_cli.errors import DateError
from touching import months_of, years_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2004-06-11", ("2004", "06", "11", "")),
        ("2004-06", ("2004", "06", "", "")),
        ("2004", ("2004", "", "", "")),
        ("-0044-03-15", ("-0044", "03", "15", "")),
        ("198X-XX-1X", ("198X", "XX", "1X", "")),
        ("2001-21", ("2001", "21", "", "")),
        ("Y-17E7", ("Y-17E7", "", "", "")),
        ("1950S2", ("1950S2", "", "", "")),
        ("Y3388E2S3", ("Y3388E2S3", "", "", "")),
        ("~1950S2", ("1950S2", "", "", "")),
        ("2004?-06-~11", ("2004", "06", "11", "")),
        ("1985-04-12T23:20:30", ("1985", "04", "12", "23:20:30")),
        ("1985-04-12T23:20:30Z", ("1985", "04", "12", "23:20:30Z")),
        ("1985-04-12T23:20:30+04:30", ("1985", "04", "12", "23:20:30+04:30")),
        ("1985-04-12T23:20:30-04", ("1985", "04", "12", "23:20:30-04")),
    ],
)
def test_its_parts_are_kept_as_written(text: str, parts: tuple[str, ...]) -> None:
    date = read(text)

    assert (date.year, date.month, date.day, date.time) == parts


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2004", ("",)),
        ("2004-06", ("", "")),
        ("2004-06-11", ("", "", "")),
        ("2004-06-11%", ("%", "%", "%")),
        ("2004-06~-11", ("~", "~", "")),
        ("2004~-06-11", ("~", "", "")),
        ("~2004-06-11", ("~", "", "")),
        ("2004-~06-11", ("", "~", "")),
        ("2004-06-?11", ("", "", "?")),
        ("?2004-06~-%11", ("%", "~", "%")),
        ("?2004~", ("%",)),
        ("~2004~", ("~",)),
        ("%2004?", ("%",)),
        ("~2004%", ("%",)),
        ("%2004~", ("%",)),
        ("?2004-?06-11%", ("%", "%", "%")),
        ("2004%-06?-11", ("%", "?", "")),
        ("2004?-06~-11", ("%", "~", "")),
        ("2001?-21", ("?", "")),
        ("%1950S2", ("%",)),
    ],
)
def test_a_sign_holds_for_its_part_and_behind_one_for_all_to_the_left(text: str, flags: tuple[str, ...]) -> None:
    assert read(text).flags == flags


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2004", "year"),
        ("200X", "decade"),
        ("20XX", "century"),
        ("2XXX", "millennium"),
        ("XXXX", "year"),
        ("2X04", "year"),
        ("2X0X", "year"),
        ("Y20040", "year"),
        ("1950S2", "year"),
        ("2004-06", "month"),
        ("2004-XX", "month"),
        ("2004-06-XX", "day"),
        ("2004-22", "season"),
        ("2004-35", "quarter"),
        ("2004-38", "quadrimester"),
        ("2004-41", "semester"),
        ("2004-06-11T10:00:00", "second"),
    ],
)
def test_its_precision_is_that_of_its_last_part(text: str, precision: str) -> None:
    assert read(text).precision == precision == parse_edtf(text).precision


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1950S1", 1000, 1999),
        ("1950S2", 1900, 1999),
        ("1950S3", 1950, 1959),
        ("1950S4", 1950, 1950),
        ("-1950S2", -1999, -1900),
        ("-1950S4", -1950, -1950),
        ("0001S1", 0, 999),
        ("-0001S1", -999, 0),
        ("0000S2", 0, 99),
        ("Y17101E4S3", 171_000_000, 171_999_999),
        ("Y-17101E4S3", -171_999_999, -171_000_000),
        ("Y12345S5", 12_345, 12_345),
        ("Y1234567890S9", 1_234_567_890, 1_234_567_899),
        ("Y1234567890S10", 1_234_567_890, 1_234_567_890),
        ("Y123456789012345678S17", 123_456_789_012_345_670, 123_456_789_012_345_679),
    ],
)
def test_of_an_estimated_year_the_first_digits_are_sure(text: str, first: int, last: int) -> None:
    date = read(text)

    assert (date.lower, date.upper) == ((first, 1, 1), (last, 12, 31))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Y10000", 10_000),
        ("Y-10000", -10_000),
        ("Y1E4", 10_000),
        ("Y-1E4", -10_000),
        ("Y1E17", 10**17),
        ("Y123456789012345678", 123_456_789_012_345_678),
        ("Y12E16", 12 * 10**16),
        ("Y12345E0", 12_345),
    ],
)
def test_a_long_year_has_five_to_eighteen_digits(text: str, year: int) -> None:
    date = read(text)

    assert (date.lower, date.upper) == ((year, 1, 1), (year, 12, 31))


def test_nothing_is_near_what_has_not_even_a_century_and_it_is_said_which() -> None:
    for one, other in (("XXXX", "2022"), ("2022", "XXXX")):
        with pytest.raises(DateError) as raised:
            parse_edtf(one).distance_to(parse_edtf(other))

        error = raised.value
        assert (error.value, error.reason) == ("XXXX", "not even its century is known")
        assert error.hint == "nothing can be near it"


def test_of_very_many_years_and_months_the_first_are_counted() -> None:
    span = parse_edtf("Y-170000002/Y170000002")

    assert years_of(span, None) == list(range(-170_000_002, -170_000_002 + periods.MOST))
    assert years_of(span, parse_edtf("0001/..")) == list(range(1, periods.MOST + 1))
    months = months_of(parse_edtf("0001-01/9999-12"), None)
    assert (len(months), months[0], months[-1]) == (periods.MOST, "0001-01", "0834-04")
    years = months_of(parse_edtf("0001/Y20000"), None)
    assert (len(years), years[0], years[-1]) == (periods.MOST, "0001", "Y10000")


def test_the_window_of_all_days_touches_no_year_in_particular() -> None:
    everything = FuzzyDate.between(None, None)

    assert (years_of(everything, None), months_of(everything, everything)) == ([], [])
    assert years_of(everything, parse_edtf("2022/2024")) == [2022, 2023, 2024]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("[1670,1668,1669]", (1668, 1, 1), (1670, 12, 31)),
        ("{1670-05..1671,1668}", (1668, 1, 1), (1671, 12, 31)),
        ("[1668-12-25,1668-12-24]", (1668, 12, 24), (1668, 12, 25)),
    ],
)
def test_a_set_need_not_be_in_order(text: str, first: Day, last: Day) -> None:
    date = parse_edtf(text)

    assert (date.lower, date.upper, date.first_day, date.last_day) == (first, last, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("[2022-05-01..2022-05-01]", (2022, 5, 1), (2022, 5, 1)),
        ("2022-05-01/2022-05-01", (2022, 5, 1), (2022, 5, 1)),
        ("[2022..2022-05]", (2022, 1, 1), (2022, 5, 31)),
        ("2022/2022-05", (2022, 1, 1), (2022, 5, 31)),
        ("{2022-05..2022}", (2022, 5, 1), (2022, 12, 31)),
        ("2022-05/2022", (2022, 5, 1), (2022, 12, 31)),
        ("2022-05-31/2022-05", (2022, 5, 31), (2022, 5, 31)),
    ],
)
def test_an_end_may_lie_within_its_start_or_on_its_day(text: str, first: Day, last: Day) -> None:
    assert parse_edtf(text).spans == ((first, last),)


@pytest.mark.parametrize(
    "text",
    [
        "[XXXX..2004,2005]",
        "[2003,XXXX..2004]",
        "[1999..XXXX]",
        "[..XXXX]",
        "[XXXX..]",
        "{2003,XX20}",
        "XXXX/2004",
        "1999/XXXX",
        "XXXX/..",
        "../XXXX",
    ],
)
def test_one_masked_century_leaves_the_whole_undated(text: str) -> None:
    date = parse_edtf(text)

    assert date.undated is True
    assert (date.first_day, date.last_day, date.last_start) == (None, None, None)
