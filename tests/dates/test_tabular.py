"""Dates as tables write them: every shape, what is refused and why, and which order a date in figures proves."""

import datetime
import json
from pathlib import Path

import pytest
from dateutil import parser as dateutil_parser
from hypothesis import example, given, settings
from hypothesis import strategies as st

from program import named
from relations_cli.dates import Order, is_ambiguous, order_shown, parse_edtf, parse_prose, parse_tabular
from relations_cli.errors import DateError

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
ALWAYS = settings(deadline=None, derandomize=True)

DAY = "2020-08-07"
SAME_AS = [
    ("c. 1910–12", "1910~/1912"),
    ("c. 1920–25", "1920~/1925"),
    ("c1900", "1900~"),
    ("2020-08-07", DAY),
    ("2020-08-07T05:12", "2020-08-07T05:12"),
    ("2020-08-07T05:12:33", "2020-08-07T05:12:33"),
    ("2020-08-07T05:12:33.123", "2020-08-07T05:12:33.123"),
    ("2020-08-07T05:12:33.123456Z", "2020-08-07T05:12:33.123456Z"),
    ("2020-08-07T23:12:00-05:00", "2020-08-07T23:12:00-05:00"),
    ("2020-08-07T00:30+0200", "2020-08-07T00:30+02:00"),
    ("2020-08-07t05:12:00z", "2020-08-07T05:12:00Z"),
    ("2020-08-07T05", "2020-08-07T05:00"),
    ("20200807T051200Z", "2020-08-07T05:12:00Z"),
    ("2020-08-07 00:00:00", "2020-08-07T00:00:00"),
    ("2020-08-07 05:12:00.000", "2020-08-07T05:12:00.000"),
    ("2020-08-07 05:12:00.000 +02:00", "2020-08-07T05:12:00.000+02:00"),
    ("2020-08-07 05:12:00 UTC", "2020-08-07T05:12:00Z"),
    ("2020-08-07 23:59:59,5", "2020-08-07T23:59:59.5"),
    ("2020-08-07 12:05 am", "2020-08-07T00:05"),
    ("2020-08-07 12:05 PM", "2020-08-07T12:05"),
    ("2020-08-07 5:12 EST", "2020-08-07T05:12-05:00"),
    ("2020-08-07 5:12 GMT+9", "2020-08-07T05:12+09:00"),
    ("2020-08-07 5:12 BST", "2020-08-07T05:12"),
    ("2020-08-07 5:12 ACST", "2020-08-07T05:12"),
    ("2020-08-07 05:12 - 06:30", "2020-08-07T05:12/2020-08-07T06:30"),
    ("7 August 2020 05:12-06:30", "2020-08-07T05:12/2020-08-07T06:30"),
    ("8/25/2020 9:15 AM - 10:15 AM", "2020-08-25T09:15/2020-08-25T10:15"),
    ("25.8.2020 um 9:15 Uhr", "2020-08-25T09:15"),
    ("9:15 25/8/2020", "2020-08-25T09:15"),
    ("since 2020-08-07 05:12", "2020-08-07T05:12/.."),
    ("2020-08-07T05:12+01:00[Europe/Paris]", "2020-08-07T05:12+01:00"),
    ("c. 7 August 2020 05:12", "2020-08-07~"),
    ("7. August 2020, 14.30 Uhr", "2020-08-07T14:30"),
    ("7 August 2020, 14h30", "2020-08-07T14:30"),
    ("14:30, 7 August 2020", "2020-08-07T14:30"),
    ("2:30 pm on August 7, 2020", "2020-08-07T14:30"),
    ("August 7, 14:30, 2020", "2020-08-07T14:30"),
    ("7 August 2020 (14:30)", "2020-08-07T14:30"),
    ("7 August 2020, noon", "2020-08-07T12:00"),
    ("2020-8-7", DAY),
    ("2020/08/07", DAY),
    ("2020/8/7 5:12", "2020-08-07T05:12"),
    ("2020.08.07", DAY),
    ("25/8/2020", "2020-08-25"),
    ("8/25/2020", "2020-08-25"),
    ("08/25/2020 14:30", "2020-08-25T14:30"),
    ("8/25/2020 2:30 PM", "2020-08-25T14:30"),
    ("8/25/2020, 2:30:11 p.m.", "2020-08-25T14:30:11"),
    ("8/25/2020 2 pm", "2020-08-25T14:00"),
    ("25-08-2020", "2020-08-25"),
    ("25.8.2020", "2020-08-25"),
    ("25. 8. 2020", "2020-08-25"),
    ("5/5/2020", "2020-05-05"),
    ("05.05.2020", "2020-05-05"),
    ("8/2020", "2020-08"),
    ("08-2020", "2020-08"),
    ("20200807", DAY),
    ("20200807.0", DAY),
    ("20200807051233", "2020-08-07T05:12:33"),
    ("1898", "1898"),
    ("1898.0", "1898"),
    ("1898-00-00", "1898"),
    ("1898-05-00", "1898-05"),
    ("1898-00-00 00:00:00", "1898"),
    ("1596777120", "2020-08-07T05:12:00Z"),
    ("1596777120.25", "2020-08-07T05:12:00.25Z"),
    ("1596844799", "2020-08-07T23:59:59Z"),
    ("1596844800", "2020-08-08T00:00:00Z"),
    ("1596777120123", "2020-08-07T05:12:00.123Z"),
    ("1510010523", "2017-11-06T23:22:03Z"),
    ("159677712000", "1975-01-23T02:55:12Z"),
    ("2020080724", "2034-01-05T13:32:04Z"),  # no time of day
    ("202008070566", "1976-05-27T01:21:10.566Z"),
    ("2020023105", "2034-01-04T21:31:45Z"),  # no day
    ("23RD Aug 2020", "2020-08-23"),
    ("2020-Aug-7.", DAY),
    ("7th of August 2020 05:12", "2020-08-07T05:12"),
    ("2020-08-07T10:00 – 2020/08/08T10:00", "2020-08-07T10:00/2020-08-08T10:00"),
    ("7 August 2020", DAY),
    ("07 Aug 2020", DAY),
    ("7 Aug. 2020", DAY),
    ("7th August 2020", DAY),
    ("7th of August 2020", DAY),
    ("August 7, 2020", DAY),
    ("August 7th, 2020", DAY),
    ("Aug 7 2020", DAY),
    ("Friday, August 7, 2020", DAY),
    ("Fri 7 Aug 2020", DAY),
    ("2020 Aug 7", DAY),
    ("2020-Aug-07", DAY),
    ("7-Aug-2020", DAY),
    ("07/Aug/2020:05:12:33 +0000", "2020-08-07T05:12:33+00:00"),
    ("Aug 2020", "2020-08"),
    ("Aug-2020", "2020-08"),
    ("Fri Aug 07, 2020 05:12 UTC", "2020-08-07T05:12Z"),
    ("Fri, 07 Aug 2020 05:12:00 +0000", "2020-08-07T05:12:00+00:00"),
    ("Fri, 7 Aug 2020 05:12:00 GMT", "2020-08-07T05:12:00Z"),
    ("Fri Aug  7 05:12:00 2020", "2020-08-07T05:12:00"),
    ("Fri Aug  7 05:12:00 CEST 2020", "2020-08-07T05:12:00+02:00"),
    ("Fri Aug 07 05:12:00 +0000 2020", "2020-08-07T05:12:00+00:00"),
    ("Fri Aug 07 2020 05:12:00 GMT+0000 (Coordinated Universal Time)", "2020-08-07T05:12:00+00:00"),
    ("Friday, August 7th, 2020 at 5:12 pm", "2020-08-07T17:12"),
    ("3000 BC", "-2999"),
    ("1 BC", "0000"),
    ("c. 3200 BCE", "-3199~"),
    ("c.3200 BCE", "-3199~"),
    ("about 44 bc?", "-0043%"),
    ("44 B.C.", "-0043"),
    ("44 B.C.E.", "-0043"),
    ("AD 44", "0044"),
    ("A.D. 44", "0044"),
    ("44 AD", "0044"),
    ("44 CE", "0044"),
    ("10000 BC", "-9999"),
    ("10,001 BC", "Y-10000"),
    ("3200–3000 BC", "-3199/-2999"),
    ("100 to 44 BC", "-0099/-0043"),
    ("27 BC – AD 14", "-0026/0014"),
    ("27 BC - 14 AD", "-0026/0014"),
    ("2020-01-01 - 2020-02-01", "2020-01-01/2020-02-01"),
    ("2020-01-01 – 2020-02-01", "2020-01-01/2020-02-01"),
    ("2020-01-01 to 2020-02-01", "2020-01-01/2020-02-01"),
    ("2020-01-01T00:00:00/2020-02-01T00:00:00Z", "2020-01-01T00:00:00/2020-02-01T00:00:00Z"),
    ("2020-01-01T00:00:00/..", "2020-01-01T00:00:00/.."),
    ("/2020-01-01T00:00:00", "/2020-01-01T00:00:00"),
    ("2024-06-01..XXXX", "2024-06-01/XXXX"),
    ("20200101/20200201", "2020-01-01/2020-02-01"),
    ("25/8/2020 - 27/8/2020", "2020-08-25/2020-08-27"),
    ("12/31/2020–1/31/2021", "2020-12-31/2021-01-31"),
    ("25.8.2020-27.8.2020", "2020-08-25/2020-08-27"),
    ("25/8/2020 to 3 Sep 2020", "2020-08-25/2020-09-03"),
    ("early 2016 – 25/8/2020", "2016~/2020-08-25"),
    ("25/8/2020 – present", "2020-08-25/.."),
    ("25/8/2020 – ?", "2020-08-25/"),
    ("? – 25/8/2020", "/2020-08-25"),
    ("16–17 May 2024", "2024-05-16/2024-05-17"),
    ("7-Aug-2020 to 9-Aug-2020", "2020-08-07/2020-08-09"),
    ("2020-Q3", "2020-35"),
    ("Q3 2020", "2020-35"),
    ("Spring 2020", "2020-21"),
    ("early 2016", "2016~"),
    ("2020?", "2020?"),
    ("-0043", "-0043"),
    ("-0043-03-15", "-0043-03-15"),
    ("-0043-03-15T05:12:00", "-0043-03-15T05:12:00"),
    ("201X", "201X"),
    ("[1667,1668]", "[1667,1668]"),
    ("2022/..", "2022/.."),
    ("  2020-08-07\t\r\n", DAY),
    ("\u00a07\u00a0Aug\u202f2020\u00a0", DAY),
    ("'2020-08-07", DAY),
    ("' 25/8/2020", "2020-08-25"),
]

REFUSED = [
    ("8/7/2020", "'8/7/2020': which is the day, which the month? give dates dmy or dates mdy"),
    ("8.7.2020 14:30", "give dates dmy or dates mdy"),
    ("8/7/2020 - 9/7/2020", "give dates dmy or dates mdy"),
    ("8/7/20", "give dates dmy or dates mdy; and which century? give pivot YEAR"),
    ("8/25/20", "'8/25/20': which century? give pivot YEAR, the first of the 100 years that are meant"),
    ("25/08/20", "day, month or year first? unless it is the year, give dates dmy or dates mdy"),
    ("07-Aug-20", "which century? give pivot YEAR"),
    ("Aug-20", "which century? give pivot YEAR"),
    ("13/13/2020", "no month 13"),
    ("13/08/20/20", "an interval has one slash"),
    ("2020-13-01", "there is no month 13"),
    ("2020-02-30", "February 2020 has 29 days; correct the day"),
    ("30/2/2020", "February 2020 has 29 days; correct the day"),
    ("31.4.2020", "April 2020 has 30 days; correct the day"),
    ("2020-00-07", "there is no month 0"),
    ("0/8/2020", "there is no month 0"),
    ("8/0/2020", "there is no day 0"),
    ("0 Aug 2020", "there is no day 0"),
    ("31 Sep 2020 05:12", "September 2020 has 30 days"),
    ("Thu, 07 Aug 2020 05:12:00 +0000", "that day is a Friday"),
    ("0000-00-00", "no year 0"),
    ("1/2/0000", "no year 0"),
    ("0 BC", "no year 0"),
    ("15 March 44 BC", "with BC only years are read"),
    ("44 BC-14 AD", "with BC only years are read"),
    ("44 BC – 100 BC", "ends before"),
    ("202008", "a month or a number? write YYYY-MM"),
    ("43831", "a spreadsheet's day number?"),
    ("43831.25", "a spreadsheet's day number?"),
    ("20201301", "there is no month 13"),
    ("20200230", "February 2020 has 29 days"),
    ("20200807.5", "no date is written so"),
    ("-1596777120", "no negative number"),
    ("159677712", "no date is written so"),
    ("0159677712", "leading 0"),
    ("2020080705", "a day and a time, or the time since 1970?"),
    ("44", "a year has four digits"),
    ("1.5", "a year has four digits"),
    ("2020/08", "month or range?"),
    ("2020-21", "part of a year or range? write spring 2020 or 2020..2021"),
    ("2020-21/2021-22", "part of a year or range?"),
    ("2020-08-07 25:00", "there is no such time of day"),
    ("2020-08-07T24:00:00", "there is no such time of day as 24:00; write T00:00 of the next day"),
    ("2020-08-07 24:00", "there is no such time of day as 24:00; write T00:00 of the next day"),
    ("7 August 2020, 24:00", "there is no such time of day as 24:00; write T00:00 of the next day"),
    ("2020-08-07 23:59:60", "a leap second is no time of a civil day; write :59"),
    ("8/25/2020 23:59:60", "a leap second is no time of a civil day; write :59"),
    ("7 August 2020, 25:10", "there is no such time of day"),
    ("2020-08-07 05:12 +25:00", "there is no such zone"),
    ("8/25/2020 13:30 PM", "there is no such time of day"),
    ("2020-08 05:12", "a time of day goes with one day"),
    ("8/2020 05:12", "a time of day goes with one day"),
    ("Foo 7 Aug 2020", "this is no date"),
    ("c. 7/13/2020", "this is no date"),
    ("Aug 2020 05:12", "a time of day goes with one day"),
    ("7-Aug", "the year is missing"),
    ("n/a", "'n/a': this is no date"),
    ("unknown", "this is no date"),
    ("TBD", "this is no date"),
    ("Joint statement of 7 August 2020", "this is no date"),
    ("=DATE(2020;8;7)", "a formula is no date; save the values"),
    ('="2020-08-07"', "a formula is no date"),
    ("@SUM(A1)", "a formula is no date"),
    ("", "a date is missing"),
    (" \t", "a date is missing"),
    ("'", "a date is missing"),
    (" " * 191 + "2020-08-07", "200 is the most"),
    ("٢٠٢٠-٠٨-٠٧", "U+0662 has no place in a date"),
    ("２０２０", "U+FF12 has no place in a date"),
    ("²0200807", "U+00B2 has no place in a date"),
    ("2020-08-07\x00", "U+0000 has no place in a date"),
    ("2020-08-07\x1b[2J", "U+001B has no place in a date"),
]


@pytest.mark.parametrize(("cell", "edtf"), SAME_AS)
def test_cell_stands_for_edtf(cell: str, edtf: str) -> None:
    assert parse_edtf(edtf) == parse_tabular(cell)


@pytest.mark.parametrize("text", [case["input"] for case in VECTORS if case["kind"] in {"edtf", "human", "prose"}])
def test_a_cell_in_words_is_what_articles_mean_by_it(text: str) -> None:
    """Each text that the article reader takes is taken too; of a time, the day is."""
    try:
        expected = parse_prose(text)
    except DateError:
        return

    assert (expected.spans, expected.qualifier) == (parse_tabular(text).spans, parse_tabular(text).qualifier)


@pytest.mark.parametrize(("cell", "message"), REFUSED, ids=named)
def test_what_is_no_single_date_is_refused_with_a_reason(cell: str, message: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_tabular(cell)

    assert message in str(raised.value)
    assert str(raised.value).isprintable()


class TestOrder:
    @pytest.mark.parametrize("cell", ["8/7/2020", "08.07.2020", "8-7-2020 5:12 PM", "08. 07. 2020"])
    def test_the_order_says_which_part_is_the_day(self, cell: str) -> None:
        time = "T17:12" if "PM" in cell else ""

        assert parse_edtf(f"2020-07-08{time}") == parse_tabular(cell, order="dmy")
        assert parse_edtf(f"2020-08-07{time}") == parse_tabular(cell, order="mdy")

    @pytest.mark.parametrize("cell", ["8/7/2020 - 8/9/2020", "8/7/2020–8/9/2020"])
    def test_the_order_holds_for_both_ends_of_a_range(self, cell: str) -> None:
        assert parse_edtf("2020-07-08/2020-09-08") == parse_tabular(cell, order="dmy")
        assert parse_edtf("2020-08-07/2020-08-09") == parse_tabular(cell, order="mdy")

    @pytest.mark.parametrize(
        ("cell", "order"),
        [
            ("31/12/2020", "dmy"),
            ("12/31/2020", "mdy"),
            ("31.12.2020", "dmy"),
            (" 12-31-2020 05:12", "mdy"),
            ("'31/12/2020", "dmy"),
            ("31/12/2020 - 1/1/2021", "dmy"),
            ("1/2/2020 – 12/31/2020", "mdy"),
            ("31/12/99–3/1/00", "dmy"),
            ("1.2.2020-31.12.2020", "dmy"),
            ("12/31/20", "mdy"),
            ("31/12/99", "dmy"),
            ("29/2/2020", "dmy"),
            ("29/2/2021", None),
            ("1/2/2020", None),
            ("5/5/2020", None),
            ("13/13/2020", None),
            ("31/12/20", None),
            ("31/12/2020 - 12/31/2020", None),
            ("2020-12-31", None),
            ("2020/12/31", None),
            ("20201231", None),
            ("31 Dec 2020", None),
            ("31/12", None),
            ("", None),
            ("\x00" * 10, None),
            ("31/12/2020" * 1000, None),
        ],
    )
    def test_a_date_proves_an_order_where_the_other_gives_no_date(self, cell: str, order: Order | None) -> None:
        assert order == order_shown(cell)

    @pytest.mark.parametrize(
        "cell", ["1/2/2020", "01.02.2020", "1-2-2020 5:12", "1/2/20", "31/12/20", "20-08-07", "1/2/2020 - 31/12/2020"]
    )
    def test_what_has_two_readings_is_ambiguous(self, cell: str) -> None:
        assert is_ambiguous(cell)

    @pytest.mark.parametrize(
        "cell", ["5/5/2020", "31/12/2020", "30/2/2020", "13/13/2020", "2020-01-02", "1 Feb 2020", "1/2", "", "n/a"]
    )
    def test_what_has_one_reading_or_none_is_not(self, cell: str) -> None:
        assert not is_ambiguous(cell)


class TestPivot:
    @pytest.mark.parametrize(
        ("cell", "pivot", "edtf"),
        [
            ("07-Aug-50", 1950, "1950-08-07"),
            ("07-Aug-99", 1950, "1999-08-07"),
            ("07-Aug-00", 1950, "2000-08-07"),
            ("07-Aug-49", 1950, "2049-08-07"),
            ("7 Aug 20", 1930, "2020-08-07"),
            ("Aug-20", 1950, "2020-08"),
            ("Aug '20", 1850, "1920-08"),
            ("8/25/20", 1950, "2020-08-25"),
            ("8/25/20 5:12", 1900, "1920-08-25T05:12"),
            ("07-Aug-50", 2000, "2050-08-07"),
        ],
    )
    def test_a_year_of_two_digits_lies_in_the_100_years_from_the_pivot_on(
        self, cell: str, pivot: int, edtf: str
    ) -> None:
        assert parse_edtf(edtf) == parse_tabular(cell, pivot=pivot)

    def test_order_and_pivot_go_together(self) -> None:
        assert parse_edtf("2020-07-08") == parse_tabular("8/7/20", order="dmy", pivot=1950)
        assert parse_edtf("2020-08-07") == parse_tabular("8/7/20", order="mdy", pivot=1950)

    def test_the_pivot_decides_whether_there_is_a_29_february(self) -> None:
        assert parse_edtf("2000-02-29") == parse_tabular("29-Feb-00", pivot=1950)
        with pytest.raises(DateError, match="February 1900 has 28 days"):
            parse_tabular("29-Feb-00", pivot=1850)

    @pytest.mark.parametrize("pivot", [-500, 9990])
    def test_a_pivot_that_leaves_four_digits_is_refused(self, pivot: int) -> None:
        with pytest.raises(DateError, match="give another"):
            parse_tabular("07-Aug-89", pivot=pivot)

    def test_a_year_of_four_digits_needs_none(self) -> None:
        assert parse_edtf("1850-08-07") == parse_tabular("07-Aug-1850", pivot=1950)


FORMS = [
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%d %H:%M:%S"),
    *("%Y%m%d%H%M%S", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d %Y", "%A, %d %B %Y", "%a %b %d, %Y %H:%M UTC"),
    *("%a, %d %b %Y %H:%M:%S +0000", "%a %b %d %H:%M:%S %Y", "%d-%b-%Y", "%d/%b/%Y:%H:%M:%S +0000", "%d. %B %Y"),
]
NUMERIC = ["{}/{}/{:04d}", "{}-{}-{:04d}", "{}.{}.{:04d}", "{:02d}/{:02d}/{:04d}", "{:02d}.{:02d}.{:04d} 05:12"]
moments = st.datetimes(datetime.datetime(1000, 1, 1), datetime.datetime(9999, 12, 31))  # noqa: DTZ001  # no zone is read
numeric = st.tuples(
    st.integers(0, 33), st.sampled_from(["/", "-", ".", ". "]), st.integers(0, 33), st.integers(0, 9999)
).flatmap(
    lambda parts: st.sampled_from(
        [
            f"{parts[0]}{parts[1]}{parts[2]}{parts[1]}{parts[3]:04d}",
            f"{parts[0]:02d}{parts[1]}{parts[2]:02d}{parts[1]}{parts[3]:04d} 5:12 PM",
        ]
    )
)


PIECES = [
    *("7", "08", "31", "2020", "20", "0", "1596777120", "Aug", "May", "Fri", "BC", "AD", "c.", "th", "present", "?"),
    *("/", "-", ".", ". ", " ", ", ", "–", " to ", "05:12", "T", "Z", ":", " PM", "+0000", " UTC", "'"),
]


def _day(cell: str, order: Order | None = None, pivot: int | None = None) -> str | None:
    try:
        return parse_tabular(cell, order=order, pivot=pivot).text.partition("T")[0]
    except DateError:
        return None


class TestProperties:
    @ALWAYS
    @given(moments, st.sampled_from(FORMS))
    def test_a_day_that_strftime_writes_is_read_again(self, moment: datetime.datetime, form: str) -> None:
        date = parse_tabular(moment.strftime(form))

        assert (moment.year, moment.month, moment.day) == date.lower == date.upper
        if "%H" in form:
            assert f"T{moment:%H:%M}" in date.text

    @ALWAYS
    @given(moments, st.sampled_from(FORMS))
    def test_dateutil_agrees_on_full_dates(self, moment: datetime.datetime, form: str) -> None:
        cell = moment.strftime(form)
        if form.startswith("%d/%b"):
            return  # it takes the time for a part of the date

        assert f"{dateutil_parser.parse(cell):%Y-%m-%d}" == _day(cell)

    @ALWAYS
    @given(st.dates(), st.sampled_from(NUMERIC))
    def test_a_day_in_figures_is_read_in_its_order(self, day: datetime.date, form: str) -> None:
        assert f"{day}" == _day(form.format(day.day, day.month, day.year), "dmy")
        assert f"{day}" == _day(form.format(day.month, day.day, day.year), "mdy")

    @ALWAYS
    @given(st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)))
    def test_a_year_of_two_digits_is_read_with_its_pivot(self, day: datetime.date) -> None:
        assert f"{day}" == _day(f"{day:%d-%b-%y}", pivot=1950)
        assert f"{day}" == _day(f"{day:%d/%m/%y}", "dmy", 1950)
        assert f"{day}" == _day(f"{day:%m/%d/%y}", "mdy", 1950)

    @ALWAYS
    @given(st.datetimes(datetime.datetime(2001, 9, 10), datetime.datetime(2030, 1, 1)))  # noqa: DTZ001
    def test_seconds_and_milliseconds_give_the_day_of_utc(self, moment: datetime.datetime) -> None:
        seconds = int(moment.replace(tzinfo=datetime.UTC).timestamp())

        assert f"{moment:%Y-%m-%d}" == _day(str(seconds)) == _day(f"{seconds}999")

    @settings(ALWAYS, max_examples=1000)
    @given(numeric)
    @example("1/2/0000")
    def test_both_orders_agree_exactly_on_what_is_not_ambiguous(self, cell: str) -> None:
        assert (_day(cell, "dmy") != _day(cell, "mdy")) == is_ambiguous(cell)

    @settings(ALWAYS, max_examples=1000)
    @given(numeric)
    def test_no_order_is_needed_unless_ambiguous_and_none_is_assumed(self, cell: str) -> None:
        expected = None if is_ambiguous(cell) else _day(cell, "dmy")

        assert expected == _day(cell)

    @settings(ALWAYS, max_examples=1000)
    @given(st.one_of(numeric, st.dates().map("{0.month}/{0.day}/{0:%y}".format)))
    def test_what_a_date_proves_is_how_it_is_read(self, cell: str) -> None:
        order = order_shown(cell)
        if order is None:
            return
        numbers = [int(part) for part in cell.removesuffix(" 5:12 PM").replace("/", ".").replace("-", ".").split(".")]
        day = numbers[0] if order == "dmy" else numbers[1]

        assert not is_ambiguous(cell)
        assert parse_tabular(cell, pivot=1950).lower == parse_tabular(cell, order=order, pivot=1950).lower
        assert (parse_tabular(cell, pivot=1950).lower or (0, 0, 0))[2] == day

    @settings(ALWAYS, max_examples=3000)
    @given(
        st.one_of(
            st.text(max_size=210),
            st.text("0123456789/-.:TZ+ –'?~XBCAD", max_size=30),
            st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
        ),
        st.sampled_from([None, "dmy", "mdy"]),
        st.sampled_from([None, 1950, 9950, -1]),
    )
    @example("\ud800", None, None)
    @example("'", None, None)
    @example("–", "dmy", 1950)
    def test_any_text_is_a_date_or_a_date_error(self, text: str, order: Order | None, pivot: int | None) -> None:
        assert order_shown(text) in {None, "dmy", "mdy"}
        assert is_ambiguous(text) in {True, False}
        try:
            date = parse_tabular(text, order=order, pivot=pivot)
        except DateError as error:
            message = str(error)
        else:
            message = date.text
            again = parse_edtf(date.text)
            assert (date.spans, date.qualifier, date.undated) == (again.spans, again.qualifier, again.undated)
            assert date.precision in {again.precision, "week", "decade"}
        assert message.isprintable()


@ALWAYS
@given(
    shape=st.sampled_from(["{}/{}/2020", "{}.{}.20", "{:02d}-{:02d}-1998", "{}/{}/20"]),
    parts=st.tuples(st.integers(1, 31), st.integers(1, 31)),
    end=st.sampled_from(["?", "..", "now", "Today"]),
)
@example(shape="{}/{}/20", parts=(1, 2), end="?")
@example(shape="{}/{}/2020", parts=(25, 8), end="now")
def test_a_date_in_figures_asks_for_an_order_and_proves_one_as_the_start_of_an_open_range_too(
    shape: str, parts: tuple[int, int], end: str
) -> None:
    date = shape.format(*parts)

    assert order_shown(f"{date}–{end}") == order_shown(date)
    assert is_ambiguous(f"{date}–{end}") == is_ambiguous(date)
