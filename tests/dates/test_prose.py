"""Dates as articles print them."""

import pytest

from program import named
from relations_cli.dates import parse_edtf, parse_prose
from relations_cli.errors import DateError

SAME_AS = [
    ("Oct. 14, 2006 – Dec. 22, 2017", "2006-10-14/2017-12-22"),
    ("Oct. 14, 2006-Dec. 22, 2017", "2006-10-14/2017-12-22"),
    ("Oct. 14, 2006 – 2017", "2006-10-14/2017"),
    ("Thursday, May 16, 2024", "2024-05-16"),
    ("May 16-17, 2024", "2024-05-16/2024-05-17"),
    ("May 16th-17th, 2024", "2024-05-16/2024-05-17"),
    ("16-17 May 2024", "2024-05-16/2024-05-17"),
    ("May 30-June 2, 2024", "2024-05-30/2024-06-02"),
    ("30 May-2 June 2024", "2024-05-30/2024-06-02"),
    ("June-July 1940", "1940-06/1940-07"),
    ("2006-2017", "2006/2017"),
    ("July 2000", "2000-07"),
    ("Spring 2020", "2020-21"),
    ("early 2016", "2016~"),
    ("mid 2016", "2016~"),
    ("mid-2016", "2016~"),
    ("Mid\u20112016", "2016~"),
    ("mid-October 2024", "2024-10~"),
    ("late October 2024", "2024-10~"),
    ("early spring 2020", "2020-21~"),
    ("early 2016 – late 2017", "2016~/2017~"),
    ("late May – early June 2024", "2024-05~/2024-06~"),
    ("about June 2020", "2020-06~"),
    ("probably 2016", "2016?"),
    ("2022–present", "2022/.."),
    ("May 2022 - present", "2022-05/.."),
    ("2022 to now", "2022/.."),
    ("since 2014", "2014/.."),
    ("until June 2024", "../2024-06"),
    ("from 2014 to 2016", "2014/2016"),
    ("2016?", "2016?"),
    ("2022/2024", "2022/2024"),
    ("201X", "201X"),
    ("2024-06-01", "2024-06-01"),
]

REFUSED = [
    ("May 16-17", "the year is missing"),
    ("May 16", "the year is missing"),
    ("May 16, 2024 – 17", "the year is missing"),
    ("01/02/2003", "which is the day"),
    ("In May 2024 he met 3 generals", "this is no date"),
    ("1863 or 1864", "alternatives"),
    ("2014-18", "2014..2018"),
    ("2001-24", "winter 2001"),
    ("early 14 Oct 2006", "leave the word out"),
    ("late Q2 2024", "leave the word out"),
    ("mid 2024-W23", "leave the word out"),
    ("mid-to-late 2016", "months"),
    ("present–2022", "this is no date"),
    ("today", "this is no date"),
    ("2 years ago", "this is no date"),
    ("last month", "last month"),
    ("Feb. 30, 2022", "February 2022 has 28 days"),
    ("May 31 – June 31, 2024", "June 2024 has 30 days"),
    ("Dec. 30 – Jan. 2, 2024", "ends before"),
    ("", "a date is missing"),
    ("mid-" * 100, "200 is the most"),
]


@pytest.mark.parametrize(("prose", "edtf"), SAME_AS)
def test_printed_date_stands_for_edtf(prose: str, edtf: str) -> None:
    assert parse_edtf(edtf) == parse_prose(prose)


@pytest.mark.parametrize("prose", ["the early 1990s", "late 1990s", "the late 1990s", "mid-1990s"])
def test_part_of_a_decade_is_the_decade_approximately(prose: str) -> None:
    date = parse_prose(prose)

    assert (
        date.lower,
        date.upper,
        date.precision,
        date.qualifier,
    ) == ((1990, 1, 1), (1999, 12, 31), "decade", "approximate")


@pytest.mark.parametrize(("prose", "message"), REFUSED, ids=named)
def test_what_is_no_single_date_is_refused(prose: str, message: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_prose(prose)

    assert message in str(raised.value)
