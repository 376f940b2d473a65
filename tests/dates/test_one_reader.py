"""What is typed, what articles print and what a line begins with: one lexicon and one grammar, so one date."""

import datetime
from contextlib import nullcontext

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from relations_cli.dates import leading_date, parse_prose, parse_tabular, parse_typed
from relations_cli.dates.names import MONTH_OF, MONTHS, SEASON_OF, WEEKDAY_OF
from relations_cli.dates.reading.spoken import ordinal_ending
from relations_cli.errors import DateError

WINTER = 24
TODAY = datetime.date(2026, 11, 23)
CIRCA = ["c. ", "ca. ", "circa ", "about ", "around ", "approximately "]
VAGUE = ["early ", "mid-", "late ", "the early ", "the late "]


@st.composite
def singles(draw: st.DrawFn, least: int = 1000, most: int = 2099, *, has_weekdays: bool = True) -> str:
    """One date of which every reader must think the same."""
    year = draw(st.integers(least, most))
    name = draw(st.sampled_from(sorted(MONTH_OF)))
    month = name.title() + draw(st.sampled_from(["", "" if name.title() in MONTHS else "."]))
    number = draw(st.integers(1, 28))
    day = f"{number}{draw(st.sampled_from(['', ordinal_ending(number)]))}"
    season = draw(st.sampled_from(sorted(SEASON_OF)))
    comma, of = draw(st.sampled_from(" ,")), draw(st.sampled_from([" ", " of "]))
    actual = datetime.date(year, MONTH_OF[name], number).weekday()
    weekdays = [f"{one.title()}{end} " for one, at in WEEKDAY_OF.items() if at == actual for end in ("", ".", ",")]
    weekday = draw(st.sampled_from(["", *weekdays])) if has_weekdays else ""
    return draw(
        st.sampled_from(
            [
                f"{year}",
                f"{month}{comma}{year}",
                f"{month}{of}{year}",
                f"{year}{comma}{month}",
                f"{weekday}{month} {day}{comma}{year}",
                f"{weekday}{day}{of}{month}{comma}{year}",
                f"{year}{comma}{month} {day}",
                f"{season}{comma}{year}",
                f"{season}{of}{year}",
                f"{year} {season}",
                f"Q{number % 4 + 1}{of}{year}",
                f"{year}-{MONTH_OF[name]:02d}",
                f"{year}-{MONTH_OF[name]:02d}-{number:02d}",
                f"{year // 100}{number % 9 + 1}0s",
                f"the {year // 100}{number % 9 + 1}0's",
            ]
        )
    )


@given(singles() | st.builds(str.__add__, st.sampled_from(CIRCA), singles(has_weekdays=False)))
@example("Febr. 7, 2003")
@example("c.2016")
@example("c. 7th of Sept., 2003")
def test_a_date_is_the_same_typed_printed_and_at_the_beginning_of_a_line(text: str) -> None:
    leading = leading_date(text)

    assert leading is not None
    assert len(text) == leading.length
    assert leading.edtf() == parse_prose(text).text == parse_typed(text, today=TODAY).text


@st.composite
def times(draw: st.DrawFn) -> str:
    """A time of day, or two, behind a day of words, as different people write it."""
    hour, minute = draw(st.integers(1, 11)), draw(st.integers(0, 59))
    until = draw(st.integers(0, 23))
    shapes = [
        *("{0}:{1:02d}", "at {0}:{1:02d} pm", "{0}h{1:02d}", "{0} h {1:02d}", "{0}.{1:02d} Uhr", "um {0} Uhr"),
        *("ca. {0}:{1:02d}", "(circa {0}:{1:02d})", "c. {0} pm", "{0} heures {1:02d}", "{0:02d}:{1:02d}-05:00"),
        *("{0:02d}:{1:02d}-{2:02d}:00", "{0:02d}:{1:02d}–{2:02d}:00", "2{3}:{1:02d} - {2:02d}:00", "2{3}:00-02:00"),
        *("{0:02d}:{1:02d}:30-{2:02d}:00", "{0}:{1:02d} to {2:02d}:00", "9 PM-2 AM", "{0:02d}:{1:02d} +09:00"),
    ]
    return draw(st.sampled_from(shapes)).format(hour, minute, until, hour % 4)


@given(st.sampled_from(["3 May 2022", "May 3, 2022", "2022-05-03", "2022-W18-2"]), st.sampled_from(" ,"), times())
@example("3 May 2022", " ", "22:00-02:00")
@example("2022-05-03", " ", "22:00-02:00")
@example("3 May 2022", ",", "13:30 PM")
@example("2022-W18-2", " ", "1 heures 00")
def test_a_time_behind_a_day_is_the_same_in_a_table_an_article_and_a_question(day: str, mark: str, time: str) -> None:
    text = f"{day}{mark.strip()} {time}"
    try:
        date = parse_typed(text, today=TODAY).text
    except DateError:
        date = ""
    leading = leading_date(f"{text}: X")

    assert leading is not None
    for read in (parse_prose, parse_tabular):
        with pytest.raises(DateError) if not date else nullcontext():
            assert read(text).text == date
    assert not date or (leading.edtf(), leading.length) == (date, len(text))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 May 2022, 22:00-02:00", "2022-05-03T22:00/2022-05-04T02:00"),
        ("31 December 2022 23:00–01:00", "2022-12-31T23:00/2023-01-01T01:00"),
        ("3 May 2022, 09:15-10:00", "2022-05-03T09:15/2022-05-03T10:00"),
        ("3 May 2022, 09:30-05:00", "2022-05-03T09:30-05:00"),
        ("2022-05-03 22:00-02:00", "2022-05-03T22:00-02:00"),
        ("2022-05-03T09:15-10:00", "2022-05-03T09:15-10:00"),
        ("3 May 2022 22:00:00-02:00", "2022-05-03T22:00:00-02:00"),
        ("2022-W18-2", "2022-05-03"),
        ("2022W182", "2022-05-03"),
        ("2026-W53-1", "2026-12-28"),
        ("2022-W18-2T09:15", "2022-05-03T09:15"),
        ("2022-W18-1 to 2022-W18-3", "2022-05-02/2022-05-04"),
        ("3 May 2022 (circa 16:00)", "2022-05-03T16:00"),
        ("3 May 2022, ca. 16:00", "2022-05-03T16:00"),
        ("3 May 2022 um 16 Uhr", "2022-05-03T16:00"),
        ("3 mai 2022 à 16 h 30", "2022-05-03T16:30"),
        ("3 mai 2022, 16h30", "2022-05-03T16:30"),
        ("3. Mai 2022, 16.30 Uhr", "2022-05-03T16:30"),
        ("3. Mai 2022, 22:00 bis 02:00 Uhr", "2022-05-03T22:00/2022-05-04T02:00"),
        ("3 мая 2022, 22:00-02:00", "2022-05-03T22:00/2022-05-04T02:00"),
        ("2022年5月3日 22:00-02:00", "2022-05-03T22:00/2022-05-04T02:00"),
    ],
)
def test_an_hour_a_night_and_a_day_of_a_week_are_read_at_every_entrance(text: str, edtf: str) -> None:
    leading = leading_date(f"{text}: X")

    assert leading is not None
    assert (leading.edtf(), text[leading.length :]) == (edtf, "")
    assert parse_tabular(text).text == parse_prose(text).text == parse_typed(text, today=TODAY).text == edtf


@pytest.mark.parametrize("text", ["3 May 2022, 13:30 PM", "2022-05-03 13:30 PM"])
def test_half_of_a_day_has_no_such_hour(text: str) -> None:
    for read in (parse_tabular, parse_prose):
        with pytest.raises(DateError, match="no such time of day"):
            read(text)
    leading = leading_date(text)

    assert leading is not None
    assert leading.edtf() == "2022-05-03"


@given(singles(has_weekdays=False), st.sampled_from(VAGUE))
def test_early_mid_and_late_say_the_same_in_an_article_wherever_it_is_read(date: str, vague: str) -> None:
    text = vague + date.removeprefix("the ")
    leading = leading_date(text)

    assert leading is not None
    assume(not leading.first.day and leading.first.code <= WINTER)
    assert len(text) == leading.length
    assert leading.edtf() == parse_prose(text).text


@given(singles(most=1499), singles(least=1501), st.sampled_from([" – ", "–", " to ", " until ", " through "]))
def test_a_range_that_is_all_of_a_line_is_the_same_typed_and_printed(first: str, last: str, mark: str) -> None:
    text = first + mark + last
    leading = leading_date(text)

    assert leading is not None
    assume(len(text) == leading.length)  # of "Spring 2003 to 2005" a line has less
    assert leading.edtf() == parse_prose(text).text == parse_typed(text, today=TODAY).text


@given(singles(), st.sampled_from([str.lower, str.upper, str.title, str.swapcase]))
def test_a_text_that_is_all_a_date_is_read_in_any_case(date: str, cased: object) -> None:
    assert callable(cased)
    assert parse_prose(cased(date)).text == parse_prose(date).text
