"""The date that a text begins with, in every shape in which articles print one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relations_cli.dates import leading_date, parse_edtf
from relations_cli.dates.days import year_text
from relations_cli.errors import DateError

WHOLE = [
    ("July 23, 2012", "2012-07-23"),
    ("JULY 23 2012", "2012-07-23"),
    ("July 23,2012", "2012-07-23"),
    ("July. 14, 2007", "2007-07-14"),
    ("Sept. 3rd, 2001", "2001-09-03"),
    ("Tuesday, Sept. 11, 2001", "2001-09-11"),
    ("23 July 2012", "2012-07-23"),
    ("23rd of July, 2012", "2012-07-23"),
    ("13-Apr-2012", "2012-04-13"),
    ("2012, July 23", "2012-07-23"),
    ("2003   Jan 1", "2003-01-01"),
    ("2010 26 March", "2010-03-26"),
    ("1985 (Dec 12)", "1985-12-12"),
    ("2003 (Aug)", "2003-08"),
    ("1998 August", "1998-08"),
    ("July 2000", "2000-07"),
    ("1993", "1993"),
    ("the 1990s", "1990/1999"),
    ("1900s", "1900/1909"),
    ("1600s", "1600/1699"),
    ("600s", "0600/0699"),
    ("16th century", "1500/1599"),
    ("16th - 17th centuries", "1500/1699"),
    ("late 8th C.", "0700~/0799~"),
    ("44 BC", "-0043"),
    ("753–510 B.C.E.", "-0752/-0509"),
    ("27 BC - 180 AD", "-0026/0180"),
    ("ca. 265 BCE", "-0264~"),
    ("AD 79", "0079"),
    ("June 11,12, 1982", "1982-06-11/1982-06-12"),
    ("June 11, 14, 1982", "{1982-06-11,1982-06-14}"),
    ("20 and 21 January 2020", "2020-01-20/2020-01-21"),
    ("2003                    Jan 1", "2003-01-01"),
    ("2012-07-23", "2012-07-23"),
    ("2012/7/23", "2012-07-23"),
    ("2012-07", "2012-07"),
    ("August 27-29, 2003", "2003-08-27/2003-08-29"),
    ("27-29 August 2003", "2003-08-27/2003-08-29"),
    ("February 15/16, 2004", "2004-02-15/2004-02-16"),
    ("May 5 and 6, 1910", "1910-05-05/1910-05-06"),
    ("May 5 and 9, 1910", "{1910-05-05,1910-05-09}"),
    ("Nov. 2 to Dec. 13, 2005", "2005-11-02/2005-12-13"),
    ("Feb. 27-March 16, 1999", "1999-02-27/1999-03-16"),
    ("Oct. 14, 2006 – Dec. 22, 2017", "2006-10-14/2017-12-22"),
    ("Dec. 30 – Jan. 2, 2004", "2003-12-30/2004-01-02"),
    ("Dec. 30, 2003 – Jan. 2", "2003-12-30/2004-01-02"),
    ("1950, June 25 – 1953, July 27", "1950-06-25/1953-07-27"),
    ("January-February 2011", "2011-01/2011-02"),
    ("1950-53", "1950/1953"),
    ("2003–2008", "2003/2008"),
    ("From 2003 to 2007", "2003/2007"),
    ("Between May and July 2003", "2003-05/2003-07"),
    ("Since 2003", "2003/.."),
    ("2013 - present", "2013/.."),
    ("Spring 2021", "2021-21"),
    ("fall of 2003", "2003-23"),
    ("Spring/Summer 2003", "2003-21/2003-22"),
    ("Winter 2002-03", "2002-24"),
    ("Winter 2002 – May 2003", "2002-24/2003-05"),
    ("Q2 2002 to 5 May 2003", "2002-34/2003-05-05"),
    ("Q2 2024", "2024-34"),
    ("1st quarter 1992", "1992-33"),
    ("Fourth quarter of 1992", "1992-36"),
    ("early 2016", "2016~"),
    ("Mid-1990s", "1990~/1999~"),
    ("late May – early June 2024", "2024-05~/2024-06~"),
    ("c. 1950", "1950~"),
]

WITHOUT_YEAR = [
    ("Jan. 6", "2003-01-06", "day"),
    ("10 November", "2003-11-10", "day"),
    ("July", "2003-07", "month"),
    ("August 27-29", "2003-08-27/2003-08-29", "day"),
    ("February 15/16", "2003-02-15/2003-02-16", "day"),
    ("Nov. 2 to Dec. 13", "2003-11-02/2003-12-13", "day"),
    ("Dec. 30 – Jan. 2", "2003-12-30/2004-01-02", "day"),
    ("mid-January", "2003-01~", "month"),
    ("Winter", "2003-24", "season"),
]

BEHIND = ["", ": x", ":x", " – x", ", x", " Xyz", "\tx", ". X"]

NONE = [
    "In 1993 it began",
    "The 1994 accord breaks down",
    "Marching on",
    "Maybe",
    "Mayor Hill",
    "Junes",
    "1,993 men",
    "1993,000",
    "12345",
    "12:30 a.m.",
    "5 and 6 people",
    "From here on",
    "12 men",
    "(1993)",
    "",
    "June's end",
]


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize(("written", "edtf"), WHOLE)
def test_a_date_is_found_whatever_stands_behind_it(written: str, edtf: str, behind: str) -> None:
    date = leading_date(written + behind)

    assert date is not None
    assert (written + behind)[: date.length] == written
    assert date.edtf() == edtf
    assert not date.lacks_year


@pytest.mark.parametrize(("written", "edtf", "unit"), WITHOUT_YEAR)
def test_a_date_without_a_year_waits_for_one(written: str, edtf: str, unit: str) -> None:
    date = leading_date(f"{written}: x")

    assert date is not None
    assert (date.length, date.lacks_year, date.year, date.unit) == (len(written), True, None, unit)
    assert date.edtf(2003) == edtf
    with pytest.raises(DateError, match="year is missing"):
        date.edtf()


@pytest.mark.parametrize("text", NONE)
def test_no_date_stands_at_the_beginning(text: str) -> None:
    assert leading_date(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30 February 2003", "February 2003 has 28 days"),
        ("Friday, March 4, 1999", "that day is a Thursday"),
        ("4/5/2003", "which is the day"),
    ],
)
def test_a_date_that_is_none_is_found_and_says_why(text: str, why: str) -> None:
    date = leading_date(text)

    assert date is not None
    with pytest.raises(DateError, match=why):
        date.edtf()


def test_figures_are_read_in_the_order_that_the_article_shows() -> None:
    date = leading_date("4/5/2003: x")

    assert date is not None
    assert date.ordered(day_first=True).edtf() == "2003-05-04"
    assert date.ordered(day_first=False).edtf() == "2003-04-05"


def test_a_spaced_dash_may_be_a_separator() -> None:
    date = leading_date("July 4 – 7 missiles")

    assert date is not None
    assert date.is_loose
    assert date.alone is not None
    assert date.alone.edtf(2006) == "2006-07-04"


PIECES = st.sampled_from(
    [
        *"0123456789,.-–/&():;'% \t",
        "Jan. ",
        "July ",
        "May",
        "1993",
        "27",
        " to ",
        " and ",
        "the ",
        "of ",
        "early ",
        "Q3",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_no_text_is_refused_with_anything_but_a_date_error(text: str) -> None:
    date = leading_date(text)

    if date is None:
        return
    assert 0 < date.length <= 100
    for year in (None, 2003):
        try:
            edtf = date.edtf(year)
        except DateError:
            continue
        parse_edtf(edtf)
    assert date.year is None or date.year > 0
    assert 0 <= date.month <= 12


@given(
    st.integers(1, 998),
    st.sampled_from(
        [
            ("{last} BC", "{of}"),
            ("c. {last} B.C.", "{of}~"),
            ("May {last} BCE", "{of}-05"),
            ("May 5, {last} BC", "{of}-05-05"),
            ("Winter {last} BC", "{of}-24"),
            ("March – May {last} BC", "{of}-03/{of}-05"),
            ("March and May {last} BC", "{{{of}-03,{of}-05}}"),
            ("5–7 May {last} BC", "{of}-05-05/{of}-05-07"),
            ("Dec. 30 – Jan. 2, {last} BC", "{before}-12-30/{of}-01-02"),
            ("December {first} BC – January", "{before}-12/{of}-01"),
            ("December {first} BC – January {last} BC", "{before}-12/{of}-01"),
            ("winter {first}–{last} BC", "{before}-24"),
            ("{first}-{last} BC", "{before}/{of}"),
            ("from {first} BC to {last} BC", "{before}/{of}"),
            ("since {last} BC", "{of}/.."),
            ("{last} BC – AD 1", "{of}/0001"),
        ]
    ),
)
@example(1, ("{last} BC", "{of}"))
@example(1, ("March – May {last} BC", "{of}-03/{of}-05"))
@example(44, ("March – May {last} BC", "{of}-03/{of}-05"))
def test_a_year_bc_is_that_of_both_ends_and_1_bc_is_one(last: int, shape: tuple[str, str]) -> None:
    text, edtf = shape
    text = text.format(first=last + 1, last=last)
    date = leading_date(text)

    assert date is not None
    assert len(text) == date.length
    assert date.edtf() == edtf.format(before=year_text(-last), of=year_text(1 - last))


def test_a_given_year_0_is_1_bc_and_one_in_figures_is_none() -> None:
    date, figures = leading_date("May 5: it rains"), leading_date("0000-05-06: it rains")

    assert date is not None
    assert date.edtf(0) == "0000-05-05"
    assert figures is not None
    with pytest.raises(DateError, match="people have no year 0"):
        figures.edtf()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025-W23", "2025-06-02/2025-06-08"),
        ("2024-Q2", "2024-34"),
        ("2024-05-01..2024-05-03", "2024-05-01/2024-05-03"),
        ("2024-06..2024-07", "2024-06/2024-07"),
        ("2024-05-01/03", "2024-05-01/2024-05-03"),
        ("11.11.2002", "2002-11-11"),
        ("20220329", "2022-03-29"),
        ("19. Jahrhundert", "1800/1899"),
        ("XIXe siècle", "1800/1899"),
        ("XIX век", "1800/1899"),
        ("siglo XIX", "1800/1899"),
        ("XIX wiek", "1800/1899"),
        ("secolul al XIX-lea", "1800/1899"),
        ("19世紀", "1800/1899"),
        ("19세기", "1800/1899"),
        ("în 1990", "1990"),
        ("en 1990", "1990"),
    ],
)
def test_a_date_is_read_to_its_end(text: str, edtf: str) -> None:
    date = leading_date(f"{text}: The depot")

    assert date is not None
    assert (date.edtf(), date.length) == (edtf, len(text))
