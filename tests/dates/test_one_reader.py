"""What is typed, what articles print and what a line begins with: one lexicon and one grammar, so one date."""

import datetime

from hypothesis import assume, example, given
from hypothesis import strategies as st

from relations_cli.dates import leading_date, parse_prose, parse_typed
from relations_cli.dates.names import MONTH_OF, MONTHS, SEASON_OF, WEEKDAY_OF
from relations_cli.dates.reading.spoken import ordinal_ending

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
    comma, of = draw(st.sampled_from([" ", ", "])), draw(st.sampled_from([" ", " of "]))
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
