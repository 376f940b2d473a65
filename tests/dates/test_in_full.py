"""How people read a date, row by row, and which words are read again."""

import datetime

import pytest

from relations_cli.dates import parse_edtf, parse_typed
from relations_cli.dates.names import MONTHS, WEEKDAYS

TODAY = datetime.date(2026, 11, 23)

# EDTF, words: these are read again as the same date
BOTH_WAYS = [
    ("2006-10-14", "14 Oct 2006"),
    ("2000-07", "July 2000"),
    ("2022", "2022"),
    ("0044", "0044"),
    ("0999-09-05", "5 Sep 0999"),
    ("2024-05-16/2024-05-17", "16–17 May 2024"),
    ("2024-05-30/2024-06-02", "30 May – 2 Jun 2024"),
    ("2006-10-14/2017-12-22", "14 Oct 2006 – 22 Dec 2017"),
    ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
    ("2006/2017", "2006–2017"),
    ("1940-06/1940-07", "June–July 1940"),
    ("2006-10/2017-12", "October 2006 – December 2017"),
    ("2006-10-14/2017", "14 Oct 2006 – 2017"),
    ("2022/..", "from 2022"),
    ("2023-09-10/..", "from 10 Sep 2023"),
    ("../2004", "until 2004"),
    ("2022/", "2022 – ?"),
    ("/2004", "? – 2004"),
    ("2016~", "c. 2016"),
    ("2016?", "2016?"),
    ("2016%", "c. 2016?"),
    ("2016-07~", "c. July 2016"),
    ("2016-07-04%", "c. 4 Jul 2016?"),
    ("1984?/2004~", "1984? – c. 2004"),
    ("1984~/..", "from c. 1984"),
    ("2024-05-16~/2024-05-17~", "c. 16 May 2024 – c. 17 May 2024"),
    ("2001-21", "spring 2001"),
    ("2021-24", "winter 2021–22"),
    ("1999-24", "winter 1999–2000"),
    ("2021-24?", "winter 2021–22?"),
    ("2001-21/2001-23", "spring 2001 – autumn 2001"),
    ("2001-34", "Q2 2001"),
    ("2001-41", "H2 2001"),
]

# EDTF, words: for people only
ONE_WAY = [
    ("201X", "2010s"),
    ("201X~", "c. 2010s"),
    ("20XX", "2000–2099"),
    ("1XXX", "1000–1999"),
    ("XXXX", "year unknown"),
    ("2004-XX", "2004 (month unknown)"),
    ("1985-04-XX", "April 1985 (day unknown)"),
    ("1985-XX-XX", "1985 (month and day unknown)"),
    ("XXXX-12-XX", "December (year and day unknown)"),
    ("XXXX-12-25", "25 Dec (year unknown)"),
    ("XXXX-XX-XX", "year, month and day unknown"),
    ("156X-12-25", "25 Dec, 1560s"),
    ("15XX-12", "December, 1500–1599"),
    ("1985-XX-25", "1985 (day 25, month unknown)"),
    ("1985-04-1X", "10–19 Apr 1985"),
    ("1985-04-1X~", "c. 10–19 Apr 1985"),
    ("1985-~04-1X", "10–19 Apr 1985 (month approximate)"),
    ("1984-1X", "October–December 1984"),
    ("1X85", "1085–1985"),
    ("-198X", "1990 BC – 1981 BC"),
    ("-19XX-XX-XX", "1 Jan 2000 BC – 31 Dec 1901 BC"),
    ("-0044-24", "winter 45 BC – 44 BC"),
    ("201X-21", "spring, 2010s"),
    ("XXXX-21", "spring (year unknown)"),
    ("2001-26", "summer 2001 (northern hemisphere)"),
    ("2001-29", "spring 2001 (southern hemisphere)"),
    ("2001-30", "summer 2001–02 (southern hemisphere)"),
    ("2001-37", "January–April 2001"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672"),
    ("{1667,1668,1670..1672}", "1667, 1668 and 1670–1672"),
    ("[1667]", "1667"),
    ("[..1760-12-03]", "3 Dec 1760 or earlier"),
    ("{1960-12..}", "December 1960 and later"),
    ("[1667?,1668~]", "1667? or c. 1668"),
    ("2004-06-~11", "11 Jun 2004 (day approximate)"),
    ("2004-06~-11", "11 Jun 2004 (year and month approximate)"),
    ("?2004-06-~11", "11 Jun 2004 (year uncertain, day approximate)"),
    ("2004-%06-11", "11 Jun 2004 (month approximate and uncertain)"),
    ("~2001-21", "spring 2001 (year approximate)"),
    ("2001-~21", "spring 2001 (season approximate)"),
    ("?2004-06-XX", "June 2004 (day unknown, year uncertain)"),
    ("0000", "1 BC"),
    ("-1985", "1986 BC"),
    ("-1985-04-12", "12 Apr 1986 BC"),
    ("-0100/-0044", "101 BC – 45 BC"),
    ("Y170000002", "170000002"),
    ("Y-17E7", "170000001 BC"),
    ("1950S2", "1950 (estimated, 1900–1999)"),
    ("1950S4", "1950 (estimated, 1950)"),
    ("Y3388E2S3", "338800 (estimated, 338000–338999)"),
    ("1985-04-12T23:20:30", "12 Apr 1985, 23:20:30"),
    ("2024-03-01T09:15", "1 Mar 2024, 09:15"),
    ("2024-03-01T09:15+09:00", "1 Mar 2024, 09:15 +09:00"),
    ("2024-03-01T09:15:30.25Z", "1 Mar 2024, 09:15:30.25 UTC"),
    ("2024-03-01T09:15/2024-03-01T17:40", "1 Mar 2024, 09:15–17:40"),
    ("2024-03-01T09:15Z/2024-03-01T17:40Z", "1 Mar 2024, 09:15 UTC – 17:40 UTC"),
    ("2024-03-01T22:00/2024-03-02T02:00", "1 Mar 2024, 22:00 – 2 Mar 2024, 02:00"),
    ("2024-03-01T22:00/2024-03-02", "1 Mar 2024, 22:00 – 2 Mar 2024"),
    ("2024-03-01/2024-03-01T18:30", "1 Mar 2024, until 18:30"),
    ("2024-03-01T22:00/..", "from 1 Mar 2024, 22:00"),
    ("2024-03-01T22:00/", "1 Mar 2024, 22:00 – ?"),
    ("1985-04-12T23:20:30Z", "12 Apr 1985, 23:20:30 UTC"),
    ("1985-04-12T23:20:30+04:30", "12 Apr 1985, 23:20:30 +04:30"),
    ("2008/2008", "2008"),
    ("2004-06-XX/2004-07-03", "June 2004 (day unknown) – 3 Jul 2004"),
]


# EDTF, words, words with the weekday where they differ: each form beside the commonest
FORMS = [
    ("2001-22", "summer 2001", None),
    ("2001-23", "autumn 2001", None),
    ("2001-24", "winter 2001–02", None),
    ("2001-25", "spring 2001 (northern hemisphere)", None),
    ("2001-27", "autumn 2001 (northern hemisphere)", None),
    ("2001-28", "winter 2001–02 (northern hemisphere)", None),
    ("2001-31", "autumn 2001 (southern hemisphere)", None),
    ("2001-32", "winter 2001 (southern hemisphere)", None),
    ("2001-33", "Q1 2001", None),
    ("2001-35", "Q3 2001", None),
    ("2001-36", "Q4 2001", None),
    ("2001-38", "May–August 2001", None),
    ("2001-39", "September–December 2001", None),
    ("2001-40", "H1 2001", None),
    ("-0044-28", "winter 45 BC – 44 BC (northern hemisphere)", None),
    ("-0044-30", "summer 45 BC – 44 BC (southern hemisphere)", None),
    ("-0044-36", "Q4 45 BC", None),
    ("-0044-39", "September–December 45 BC", None),
    ("-0044-41", "H2 45 BC", None),
    ("0000-24", "winter 1 BC – 0001", None),
    ("0001-24", "winter 0001–02", None),
    ("-0001-24", "winter 2 BC – 1 BC", None),
    ("9999-24", "winter 9999–10000", None),
    ("2099-24", "winter 2099–2100", None),
    ("1899-24", "winter 1899–1900", None),
    ("200X-24", "winter, 2000s", None),
    ("20XX-28", "winter, 2000–2099 (northern hemisphere)", None),
    ("XXXX-30", "summer (year unknown, southern hemisphere)", None),
    ("XXXX-33", "Q1 (year unknown)", None),
    ("201X-40", "H1, 2010s", None),
    ("XXXX-38", "May–August (year unknown)", None),
    ("201X-39", "September–December, 2010s", None),
    ("0000/0005", "1 BC – 0005", None),
    ("0001/0005", "0001–0005", None),
    ("0000-01/0000-02", "January–February 1 BC", None),
    ("-0001-01/-0001-02", "January–February 2 BC", None),
    ("0000-12-30/0000-12-31", "30–31 Dec 1 BC", "Sat 30 – Sun 31 Dec 1 BC"),
    ("0000-12-30/0001-01-01", "30 Dec 1 BC – 1 Jan 0001", "Sat 30 Dec 1 BC – Mon 1 Jan 0001"),
    ("2001-24/2001-24", "winter 2001–02", None),
    ("2001-21/2001-22", "spring 2001 – summer 2001", None),
    ("2001-05/2001-06-01", "May 2001 – 1 Jun 2001", "May 2001 – Fri 1 Jun 2001"),
    ("201X/2020", "2010s – 2020", None),
    ("2001/2001-05", "2001 – May 2001", None),
    ("1985-04-12T23:20:30-05", "12 Apr 1985, 23:20:30 -05", "Fri 12 Apr 1985, 23:20:30 -05"),
    ("1950S1", "1950 (estimated, 1000–1999)", None),
    ("0001S1", "0001 (estimated, 1 BC – 0999)", None),
    ("0100S3", "0100 (estimated, 0100–0109)", None),
    ("-1950S2", "1951 BC (estimated, 2000 BC – 1901 BC)", None),
    ("-0001S1", "2 BC (estimated, 1000 BC – 1 BC)", None),
    ("Y-17E7S2", "170000001 BC (estimated, 180000000 BC – 170000001 BC)", None),
    ("-1950S4", "1951 BC (estimated, 1951 BC)", None),
    ("Y12345S5", "12345 (estimated, 12345)", None),
    ("Y12345S1~", "c. 12345 (estimated, 10000–19999)", None),
    ("0001S4", "0001 (estimated, 0001)", None),
    ("1950S2?", "1950? (estimated, 1900–1999)", None),
    ("1X85-04", "April 1085 – April 1985", None),
    ("1X85-04-12", "12 Apr 1085 – 12 Apr 1985", None),
    ("198X-1X", "October 1980 – December 1989", None),
    ("1985-1X-1X", "10 Oct – 19 Dec 1985", None),
    ("1985-1X-XX", "1 Oct – 31 Dec 1985", None),
    ("1985-XX-1X", "10 Jan – 19 Dec 1985", None),
    ("198X-04-1X", "10 Apr 1980 – 19 Apr 1989", None),
    ("XXXX-04-1X", "10 Apr 1 BC – 19 Apr 9999", None),
    ("XXXX-1X", "October 1 BC – December 9999", None),
    ("-1X85", "1986 BC – 1086 BC", None),
    ("-198X-04", "April 1990 BC – April 1981 BC", None),
    ("-198X-04-12", "12 Apr 1990 BC – 12 Apr 1981 BC", None),
    ("Y12345~", "c. 12345", None),
    ("1985-XX", "1985 (month unknown)", None),
    ("198X-XX", "1980s (month unknown)", None),
    ("XXXX-XX", "year and month unknown", None),
    ("XXXX-XX-25", "day 25, year and month unknown", None),
    ("198X-XX-XX", "1980s (month and day unknown)", None),
    ("198X-XX-25", "1980s (day 25, month unknown)", None),
    ("198X-04-XX", "April, 1980s (day unknown)", None),
    ("19XX-04-XX", "April, 1900–1999 (day unknown)", None),
    ("1XXX-04-12", "12 Apr, 1000–1999", None),
    ("X985", "0985–9985", None),
    ("0XXX", "0000–0999", None),
    ("00XX", "0000–0099", None),
    ("000X", "0000s", None),
    ("-000X", "10 BC – 2 BC", None),
    ("?1985-04-XX", "April 1985 (day unknown, year uncertain)", None),
    (
        "1985?-04~-12",
        "12 Apr 1985 (year approximate and uncertain, month approximate)",
        "Fri 12 Apr 1985 (year approximate and uncertain, month approximate)",
    ),
    (
        "1985-?04-~12",
        "12 Apr 1985 (month uncertain, day approximate)",
        "Fri 12 Apr 1985 (month uncertain, day approximate)",
    ),
    (
        "?1985-~04-%12",
        "12 Apr 1985 (year uncertain, month approximate, day approximate and uncertain)",
        "Fri 12 Apr 1985 (year uncertain, month approximate, day approximate and uncertain)",
    ),
    ("1985~-04-12", "12 Apr 1985 (year approximate)", "Fri 12 Apr 1985 (year approximate)"),
    ("1985-04~-12", "12 Apr 1985 (year and month approximate)", "Fri 12 Apr 1985 (year and month approximate)"),
    ("1985-04-12~", "c. 12 Apr 1985", "c. Fri 12 Apr 1985"),
    ("~1985-?XX", "1985 (month unknown, year approximate, month uncertain)", None),
    ("1985?-XX-XX", "1985 (month and day unknown, year uncertain)", None),
    ("?XXXX-12-25", "25 Dec (year unknown, year uncertain)", None),
    ("~1985-1X", "October–December 1985 (year approximate)", None),
    ("2001~-21", "spring 2001 (year approximate)", None),
    ("2001-?33", "Q1 2001 (quarter uncertain)", None),
    ("2001-%40", "H1 2001 (semester approximate and uncertain)", None),
    ("2001-~37", "January–April 2001 (quadrimester approximate)", None),
    ("2001-21%", "c. spring 2001?", None),
    ("{1667}", "1667", None),
    ("[1667,1668]", "1667 or 1668", None),
    ("{1667..1668,1670}", "1667–1668 and 1670", None),
    ("[..1667]", "1667 or earlier", None),
    ("{..1667}", "1667 and earlier", None),
    ("[1667..]", "1667 or later", None),
    ("[1667-05-03..1667-05-04]", "3–4 May 1667", "Tue 3 – Wed 4 May 1667"),
    ("[1667,1668..]", "1667 or 1668 or later", None),
    ("[..1666,1668..]", "1666 or earlier or 1668 or later", None),
    ("/1985-04", "? – April 1985", None),
    ("1985-04/", "April 1985 – ?", None),
    ("../1985-04-12~", "until c. 12 Apr 1985", "until c. Fri 12 Apr 1985"),
    ("1985-04-12~/..", "from c. 12 Apr 1985", "from c. Fri 12 Apr 1985"),
    ("1985-04-12?/", "12 Apr 1985? – ?", "Fri 12 Apr 1985? – ?"),
    ("1985/1985", "1985", None),
    ("1985-04-12/1985-04-12", "12 Apr 1985", "Fri 12 Apr 1985"),
    ("1985~/1985~", "c. 1985", None),
    ("0999/1000", "0999–1000", None),
    ("2004-06-XX/2004-07-XX", "June 2004 (day unknown) – July 2004 (day unknown)", None),
    ("1984-XX/1985-XX", "1984 (month unknown) – 1985 (month unknown)", None),
    ("Y12345/Y12346", "12345 – 12346", None),
    ("1950S2/1960", "1950 (estimated, 1900–1999) – 1960", None),
    ("-0044/0044", "45 BC – 0044", None),
    ("-0044/-0043", "45 BC – 44 BC", None),
    ("0044-03/0044-04", "March–April 0044", None),
]


@pytest.mark.parametrize(("edtf", "words"), BOTH_WAYS)
def test_words_are_read_again_as_the_same_date(edtf: str, words: str) -> None:
    date = parse_edtf(edtf)

    assert words == str(date)
    assert date == parse_typed(words, today=TODAY)


@pytest.mark.parametrize(("edtf", "words"), ONE_WAY)
def test_words_for_people(edtf: str, words: str) -> None:
    assert words == str(parse_edtf(edtf))


@pytest.mark.parametrize(("edtf", "words", "with_weekday"), FORMS)
def test_every_form_is_said_in_words(edtf: str, words: str, with_weekday: str | None) -> None:
    date = parse_edtf(edtf)

    assert words == str(date)
    assert (with_weekday or words) == date.in_words(weekday=True)


@pytest.mark.parametrize("edtf", ["201X", "20XX", "201X~"])
def test_masked_years_are_read_again_with_the_same_bounds(edtf: str) -> None:
    date = parse_edtf(edtf)
    again = parse_typed(str(date), today=TODAY)

    assert (date.lower, date.upper) == (again.lower, again.upper)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1990s", "1990s"),
        ("perhaps 1990s", "1990s?"),
        ("c. 1990s?", "c. 1990s?"),
        ("2024-W23", "3–9 Jun 2024"),
        ("the 1990s..2004", "1990–2004"),
    ],
)
def test_typed_dates_in_words(typed: str, words: str) -> None:
    assert words == str(parse_typed(typed, today=TODAY))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-05-26", "Thu 26 May 2022"),
        ("2024-01-24~", "c. Wed 24 Jan 2024"),
        ("2024-05-16/2024-05-17", "Thu 16 – Fri 17 May 2024"),
        ("2024-05-30/2024-06-02", "Thu 30 May – Sun 2 Jun 2024"),
        ("2006-10-14/2017-12-22", "Sat 14 Oct 2006 – Fri 22 Dec 2017"),
        ("2006-10-14/2017", "Sat 14 Oct 2006 – 2017"),
        ("2006-10-14/..", "from Sat 14 Oct 2006"),
        ("/2006-10-14", "? – Sat 14 Oct 2006"),
        ("0000-01-01", "Sat 1 Jan 1 BC"),
        ("2022-05", "May 2022"),
        ("1985-04-XX", "April 1985 (day unknown)"),
        ("2022", "2022"),
        ("[2022-05-26,2022-05-27]", "Thu 26 May 2022 or Fri 27 May 2022"),
        ("{2022-05,2022-06-01}", "May 2022 and Wed 1 Jun 2022"),
        ("{2022-05-26..2022-05-28,2022-06-01..}", "Thu 26 – Sat 28 May 2022 and Wed 1 Jun 2022 and later"),
        ("[..2022-05-26]", "Thu 26 May 2022 or earlier"),
    ],
)
def test_weekdays_stand_before_days_only(edtf: str, words: str) -> None:
    assert words == parse_edtf(edtf).in_words(weekday=True)


@pytest.mark.parametrize("day", ["2022-05-26", "2024-05-16/2024-05-17", "2024-05-30/2024-06-02", "2016-07-04~"])
def test_weekdays_are_read_again(day: str) -> None:
    date = parse_edtf(day)

    assert date == parse_typed(date.in_words(weekday=True), today=TODAY)


def test_a_plain_day_is_printed_without_being_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    dates = [parse_edtf(text) for text in ("2006-10-14", "0001-01-02", "0000-12-31", "9999-12-31")]

    def read(text: str) -> object:
        raise AssertionError(text)

    monkeypatch.setattr("relations_cli.dates.granule.read", read)
    assert [str(date) for date in dates] == ["14 Oct 2006", "2 Jan 0001", "31 Dec 1 BC", "31 Dec 9999"]


def test_names_are_those_of_the_c_locale() -> None:
    assert tuple(datetime.date(2001, month, 1).strftime("%B") for month in range(1, 13)) == MONTHS
    assert tuple(datetime.date(2001, 1, day).strftime("%A") for day in range(1, 8)) == WEEKDAYS
