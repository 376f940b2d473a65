"""What is said of a text that is no date, to the letter: what is wrong, and what to write."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.dates import leading_date, parse_edtf, parse_tabular, parse_typed
from relations_cli.errors import DateError

TODAY = datetime.date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2024-05T10:00:00", "a time needs one plain day before it; write YYYY-MM-DDThh:mm"),
        ("-0000", "there is no year -0000; 0000 is 1 BC, -0001 is 2 BC"),
        ("Y2024", "Y is for years of more than four digits; write YYYY"),
        ("Y1234567890123456789", "a year has at most 18 digits"),
        ("[2022-05-01T10:00:00Z,2023]", "EDTF has no time of day in sets; write the days"),
        ("2022-05-01T10:00/2022-05-01T09:59", "'2022-05-01T09:59' ends before '2022-05-01T10:00' starts; swap them"),
        ("2022-05-01T24:00", "there is no such time of day as 24:00; write T00:00 of the next day"),
        ("2022-05-01T25:10", "there is no such time of day; write T00:00 to T23:59"),
        ("2022-05-01T23:59:60Z", "a leap second is no time of a civil day; write :59"),
        ("2022-05-01T09:15+25:00", "there is no such zone; write Z, or +hh:mm or -hh:mm"),
        ("2022-05-01T09:15:30,5", "the fraction of a second stands behind a point; write T09:15:30.5"),
        ("2022-05-01 09:15", "a T stands between day and time; write YYYY-MM-DDThh:mm"),
        ("../..", "one end of an interval needs a date; write 2022/.. or ../2022"),
        ("2022S5", "the year has 4 digits; write S1 to S4"),
    ],
)
def test_of_what_is_no_edtf(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)

    assert str(caught.value) == f"'{text}': {says}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0 May", "there is no day 0; write 1 to 31"),
        ("May 0000", "people have no year 0; write 0001 to 9999"),
        ("14 2006", "the month is missing; write it out, as in 14 Oct 2006"),
        (
            "twelve years ago",
            "'twelve' is no whole number up to ten in words, or any in figures; write 2 years ago",
        ),
        ("2021-22", "part of a year or range? write summer 2021 or 2021..2022"),
        ("..", "one end of a range needs a date; write 2022.. or ..2024"),
        ("? - ?", "one end of a range needs a date; write 2022.. or ..2024"),
        ("44 BC", "people write the years 0001 to 9999; earlier ones stand in data only"),
        ("-0001", "people write the years 0001 to 9999; earlier ones stand in data only"),
        ("2024-13", "there is no month 13; write YYYY-MM"),
        ("1914-18", "there is no month 18; write 1914..1918"),
        ("2024-21", "a part of a year is written in words; write spring 2024"),
        ("2024-25", "part of a year or range? write 2024..2025"),
        ("2024-30", "part of a year or range? write 2024..2030"),
        ("2035-32", "there is no month 32; write YYYY-MM"),
        ("2024-30-03", "there is no month 30; write 2024-03-30"),
        ("24", "a year has four digits; write 2024"),
        ("95", "a year has four digits; write 1995"),
        ("30-03-2024", "write 2024-03-30"),
        ("31/12/2024", "write 2024-12-31"),
        ("12/31/2024", "write 2024-12-31"),
        ("30.3.2024", "write 2024-03-30"),
        ("4/4/2024", "write 2024-04-04"),
        ("13/2/24", "write 2024-02-13"),
        ("31/12/24", "write 2024-12-31"),
        ("3/4/2024", "which is the day, which the month? write YYYY-MM-DD"),
        ("23/12/11", "which is the day, which the month? write YYYY-MM-DD"),
        ("31/02/2024", "February 2024 has 29 days; correct the day"),
        ("30/30/2024", "there is no month 30 and no month 30; write YYYY-MM-DD"),
        ("2024/03/30", "write it with hyphens: 2024-03-30"),
        ("3/2024", "write the year first: 2024-03"),
        ("30 03 2024", "write 2024-03-30"),
        ("2024 03 30", "write 2024-03-30"),
        ("30/03/2024 10:00", "write 2024-03-30"),
        ("30-Mar-2024", "write it with spaces: 30 Mar 2024"),
        ("13/2024", "there is no month 13; write YYYY-MM"),
        ("30.03.2024..31.12.2024", "write 2024-03-30..2024-12-31"),
        ("30/03/2024-31/12/2024", "write 2024-03-30..2024-12-31"),
        ("since 30/03/2024", "write 2024-03-30.."),
        ("until 30/03/2024", "write ..2024-03-30"),
        ("ივნისი 2024", "U+10D8 has no place in a date; write it in plain letters and figures"),
        ("２０２４", "U+FF12 has no place in a date; write 2024"),
        ("“2024”", "a typographic quotation mark has no place in a date; write 2024"),
        ("x", "this is no date; write 2024, 2024-06, 14 Oct 2006 or 2022..2024"),
        ("the. 14 Oct 2006", "this is no date; write 2024, 2024-06, 14 Oct 2006 or 2022..2024"),
        ("2024q2 2025", "this is no date; write 2024, 2024-06, 14 Oct 2006 or 2022..2024"),
        ("%", "this is no EDTF; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("[..]", "a set needs dates; write [1667,1668] or [1667..]"),
        ("{..}", "a set needs dates; write [1667,1668] or [1667..]"),
        ("../..", "more than one range sign; write 2022..2024"),
        ("since 2022..", "since and a range sign; write one of them"),
        ("..?", "one end of a range needs a date; write 2022.. or ..2024"),
        ("3000 years ago", "that lies outside the years 1 to 9999; write YYYY-MM-DD"),
        ("600s", "a decade or a century? write 0600..0609 or 0600..0699"),
        ("2024-W00", "ISO weeks are W01 to W52 or W53; write 2024-W01"),
        ("2021-W53", "2021 has no week 53; ISO weeks are W01 to W52 or W53"),
        ("20241301", "there is no month 13; write YYYY-MM-DD"),
        ("2001-00", "there is no month 00; write YYYY-MM-DD"),
        ("2024-6-0", "there is no day 0; write YYYY-MM-DD"),
        ("Sat 14 June 2024", "that day is a Friday; correct the weekday or the day"),
    ],
)
def test_of_what_is_typed(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_typed(text, today=TODAY)

    assert str(caught.value) == f"'{text}': {says}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0 BC", "people have no year 0; write 1 BC or AD 1"),
        ("14", "a year has four digits; write YYYY"),
        ("20200102106000", "no date is written so; write YYYY-MM-DD"),
        ("20200102105960", "no date is written so; write YYYY-MM-DD"),
        ("20200102240000", "no date is written so; write YYYY-MM-DD"),
        ("2020080723", "a day and a time, or the time since 1970? write YYYY-MM-DD"),
        ("1999010105", "a day and a time, or the time since 1970? write YYYY-MM-DD"),
        ("0 Aug 2020", "there is no day 0; write YYYY-MM-DD"),
        ("8/0/2020", "there is no day 0; write YYYY-MM-DD"),
        ("11st Aug 2020", "there is no day 11st; write 1 to 31"),
        ("20-2020", "there is no month 20; write YYYY-MM-DD"),
        ("1/2/0000", "people have no year 0; write 0001 to 9999"),
        ("8/2020 05:12", "a time of day goes with one day; write YYYY-MM-DD"),
        ("spring 2020 05:12", "a time of day goes with one day; write YYYY-MM-DD"),
        ("14th of October 2006 25:00", "there is no such time of day; write T00:00 to T23:59"),
        ("March 44 BC", "with BC only years are read; write 44 BC, 44 BC – AD 14, or -0043-03 in EDTF"),
        ("May 2020/June 2020", "this is no date; write 2024, 2024-06, 14 Oct 2006 or 2022..2024"),
        ("Decembr", "this is no date; write 2024, 2024-06, 14 Oct 2006 or 2022..2024"),
        ("X8", "this is no EDTF; write YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_of_what_a_cell_holds(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_tabular(text)

    assert str(caught.value) == f"'{text}': {says}"
    assert parse_tabular("20200102235959").text == "2020-01-02T23:59:59"


def test_of_a_pivot_that_leads_beyond_the_last_year() -> None:
    with pytest.raises(DateError) as caught:
        parse_tabular("8/25/20", pivot=9950)

    assert str(caught.value) == "'8/25/20': with pivot 9950 its year is 10020; give another"
    assert [parse_tabular("25th Aug 99", pivot=9900).text, parse_tabular("5/5/01", pivot=1).text] == [
        "9999-08-25",
        "0001-05-05",
    ]


def test_of_a_date_in_a_running_text_that_has_no_year() -> None:
    date = leading_date("5 May: x")

    assert date is not None
    with pytest.raises(DateError) as caught:
        date.edtf()
    assert str(caught.value) == "'5-5': the year is missing; add it, as in 14 Oct 2006 or July 2000"


@given(
    st.dates(datetime.date(1000, 1, 1)).filter(lambda day: day.day > 12),
    st.sampled_from("-/."),
    st.sampled_from(["{0}{2}{1}{2}{3}", "{1}{2}{0}{2}{3}", "{0:02d}{2}{1:02d}{2}{3}", "{1:02d}{2}{0:02d}{2}{3}"]),
)
def test_a_day_in_figures_that_has_one_reading_is_said(day: datetime.date, sign: str, form: str) -> None:
    text = form.format(day.day, day.month, sign, day.year)
    with pytest.raises(DateError) as caught:
        parse_typed(text, today=TODAY)

    assert str(caught.value).endswith(f": write {day}")
