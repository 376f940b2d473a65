"""What stands beside the figures of a date: capitals, points, dashes, weekdays, and the date as an error names it."""

import datetime
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.dates import FuzzyDate, leading_date, parse_edtf, parse_prose, parse_tabular, parse_typed
from relations_cli.dates.names import MONTHS, WEEKDAYS
from relations_cli.errors import DateError

TODAY = datetime.date(2026, 11, 23)
MONTH_WORDS = sorted({*MONTHS, *(name[:3] for name in MONTHS), "Sept", "Febr"})
WEEKDAY_WORDS = sorted({*WEEKDAYS, *(name[:3] for name in WEEKDAYS), "Tues", "Weds", "Thur", "Thurs"})
DIGITS = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Nd" and code > 0x7F]
"""Every decimal digit of Unicode that is not ASCII."""


def typed(text: str) -> FuzzyDate:
    return parse_typed(text, today=TODAY)


ENTRANCES = pytest.mark.parametrize("parse", [parse_edtf, typed, parse_prose, parse_tabular])


@st.composite
def in_any_case(draw: st.DrawFn, words: list[str]) -> str:
    """A word with each of its letters small or large."""
    word = draw(st.sampled_from(words))
    large = draw(st.lists(st.booleans(), min_size=len(word), max_size=len(word)))
    return "".join(sign.upper() if is_large else sign.lower() for sign, is_large in zip(word, large, strict=True))


@given(in_any_case(MONTH_WORDS))
def test_a_month_in_a_running_text_is_capitalised_or_all_capitals(word: str) -> None:
    is_name = word in {word.capitalize(), word.upper()}

    assert (leading_date(f"{word} 5, 2003") is not None) is is_name


@given(in_any_case(WEEKDAY_WORDS))
def test_a_weekday_in_a_running_text_is_capitalised_or_all_capitals(word: str) -> None:
    is_name = word in {word.capitalize(), word.upper()}

    assert (leading_date(f"{word} 5 May") is not None) is is_name


@pytest.mark.parametrize("word", ["may", "mAy", "maY", "MaY", "MAy", "mAY", "march", "mARCH", "MarcH"])
def test_a_verb_or_an_odd_word_is_no_month(word: str) -> None:
    assert leading_date(f"{word} 5, 2003") is None


@given(in_any_case(MONTH_WORDS))
def test_typed_months_are_read_in_any_case(word: str) -> None:
    if word.lower() != "febr":
        assert typed(f"5 {word} 2003") == typed(f"5 {word.capitalize()} 2003")


@pytest.mark.parametrize("behind", ["", " ", ": x", " x", " – x", "\tx", ", x"])
@pytest.mark.parametrize("word", MONTH_WORDS)
def test_the_point_behind_a_shortened_month_belongs_to_it_and_one_behind_a_whole_name_ends_a_sentence(
    word: str, behind: str
) -> None:
    is_short = len(word) == 3 or word in {"Sept", "Febr"}

    date = leading_date(f"{word}.{behind}")

    assert date is not None
    assert (word, date.length) == (word, len(word) + is_short)


@pytest.mark.parametrize("word", MONTH_WORDS)
def test_the_point_before_a_day_belongs_to_any_month(word: str) -> None:
    date = leading_date(f"{word}. 5: x")

    assert date is not None
    assert (word, date.length, date.day) == (word, len(f"{word}. 5"), 5)


@pytest.mark.parametrize("behind", [" May 5", " 5 May", ", May 5", ", 5th of May"])
@pytest.mark.parametrize("word", WEEKDAY_WORDS)
def test_the_point_behind_a_weekday_belongs_to_it(word: str, behind: str) -> None:
    date = leading_date(f"{word}.{behind}: x")

    assert date is not None
    assert (word, date.length, date.month, date.day) == (word, len(f"{word}.{behind}"), 5, 5)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("Winter 2002-2003", "2002-24"),
        ("Winter 2002–03", "2002-24"),
        ("Winter 2002/03", "2002-24"),
        ("Winter 1999 – 2000", "1999-24"),
        ("Spring 2003 – Summer 2004", "2003-21/2004-22"),
        ("Spring 2003-Summer 2004", "2003-21/2004-22"),
        ("Winter 2002 – Winter 2003", "2002-24/2003-24"),
        ("Summer 2003 to Summer 2004", "2003-22/2004-22"),
        ("2003 spring - 2004 summer", "2003-21/2004-22"),
        ("Q2 2003 – Q1 2004", "2003-34/2004-33"),
    ],
)
def test_a_season_and_a_bare_year_are_one_and_two_seasons_are_two(written: str, edtf: str) -> None:
    date = leading_date(f"{written}: x")

    assert date is not None
    assert (date.length, date.edtf()) == (len(written), edtf)
    assert date.end_year == parse_edtf(edtf).ends[0][0][0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("written", "is_loose"),
    [
        ("August 27-29, 2003", False),
        ("August 27–29, 2003", False),
        ("August 27 – 29, 2003", True),
        ("August 27 - 29, 2003", True),
        ("August 27 -29, 2003", False),
        ("August 27- 29, 2003", False),
        ("February 15/16, 2004", False),
        ("Nov. 2 to Dec. 13, 2005", False),
        ("20 and 21 January 2020", False),
        ("May and June 2003", False),
        ("From 2003 – 2007", False),
        ("Between May and July 2003", False),
        ("Spring 2003 – Summer 2004", True),
        ("Spring 2003–Summer 2004", False),
        ("May 5, 2003", False),
        ("2003", False),
    ],
)
def test_only_a_mark_with_spaces_on_both_sides_may_part_a_date_from_its_text(written: str, *, is_loose: bool) -> None:
    date = leading_date(f"{written}: x")

    assert date is not None
    assert (date.length, date.is_loose) == (len(written), is_loose)


@pytest.mark.parametrize(
    ("written", "named", "reason"),
    [
        ("30 February 2003", "2003-2-30", "February 2003 has 28 days"),
        ("31 June", "6-31", "the year is missing"),
        ("July", "7", "the year is missing"),
        ("Friday, March 4, 1999", "1999-3-4", "that day is a Thursday"),
        ("4/5/2003", "2003", "which is the day, which the month? write YYYY-MM-DD"),
        ("June 31, 1999 – July 2, 1999", "1999-6-31", "June 1999 has 30 days"),
    ],
)
def test_the_error_names_what_is_known_of_the_date_from_year_to_day(written: str, named: str, reason: str) -> None:
    date = leading_date(f"{written}: x")

    assert date is not None
    with pytest.raises(DateError) as raised:
        date.edtf()
    assert (raised.value.value, raised.value.reason) == (named, reason)


@pytest.mark.parametrize("text", ["2022 –", "– 2022", "2022 — ", "June 2022 –", "–14 Oct 2006", "c. 2022 –"])
@pytest.mark.parametrize("parse", [typed, parse_prose, parse_tabular])
def test_a_range_says_that_it_lacks_an_end_and_how_it_is_left_open(
    parse: Callable[[str], FuzzyDate], text: str
) -> None:
    with pytest.raises(DateError) as raised:
        parse(text)

    error = raised.value
    assert (error.value, error.reason, error.hint) == (text, "a range lacks an end", "write 2022.. or ..2024")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("the summer of 2001", "2001-22"),
        ("the spring 2024", "2024-21"),
        ("The Winter 2021–22", "2021-24"),
        ("the 14 Oct 2006", "2006-10-14"),
        ("the 14th of October 2006", "2006-10-14"),
        ("Sat the 14th of October 2006", "2006-10-14"),
        ("2024 spring", "2024-21"),
        ("spring, 2024", "2024-21"),
        ("2024, spring", "2024-21"),
    ],
)
@pytest.mark.parametrize("parse", [typed, parse_prose])
def test_an_article_stands_before_a_season_and_a_day(
    parse: Callable[[str], FuzzyDate], written: str, edtf: str
) -> None:
    assert parse(written) == parse_edtf(edtf)


@pytest.mark.parametrize("text", ["the May 2020", "the 2020", "the Q2 2020", "the Oct 14 2006"])
@pytest.mark.parametrize("parse", [typed, parse_prose])
def test_an_article_stands_before_no_month_and_no_year(parse: Callable[[str], FuzzyDate], text: str) -> None:
    with pytest.raises(DateError) as raised:
        parse(text)

    assert raised.value.reason == "this is no date"


@pytest.mark.parametrize(
    "text",
    [
        "Sat 2024",
        "Sat June 2024",
        "Sat spring 2024",
        "Sat 2024 spring",
        "2024 spring Sat",
        "spring 2024 Sat",
        "Oct 14 Sat 2006",
        "14 Oct 2006 Sat",
        "the Sat 14 Oct 2006",
    ],
)
@pytest.mark.parametrize("parse", [typed, parse_prose])
def test_a_weekday_stands_before_a_day_and_nowhere_else(parse: Callable[[str], FuzzyDate], text: str) -> None:
    with pytest.raises(DateError) as raised:
        parse(text)

    assert (raised.value.reason, raised.value.hint) == (
        "a weekday stands before a day",
        "write Sat 14 Oct 2006",
    )


@ENTRANCES
@given(digit=st.sampled_from(DIGITS), place=st.integers(0, 9))
def test_a_digit_of_another_script_is_no_figure_of_a_date(
    parse: Callable[[str], FuzzyDate], digit: str, place: int
) -> None:
    for text in ("2024-05-16", "2001-24", "14 Oct 06", "2022..2024", "2024-W23"):
        with pytest.raises(DateError) as raised:
            parse(text[:place] + digit + text[place + 1 :])

        assert raised.value.reason in {f"U+{ord(digit):04X} has no place in a date", "EDTF is plain ASCII"}


@given(digit=st.sampled_from(DIGITS), place=st.integers(0, 3))
def test_a_digit_of_another_script_begins_no_date_in_a_running_text(digit: str, place: int) -> None:
    assert leading_date("2024"[:place] + digit + "2024"[place + 1 :]) is None


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("Spring – Fall", "2003-21/2003-23"),
        ("May 2 – June", "2003-05-02/2003-06"),
        ("2003 May 5-7", "2003-05-05/2003-05-07"),
        ("2003 and May 2004", "2003/2004-05"),
        ("2003 and January 2005", "{2003,2005-01}"),
        ("June 2, June 3", "2003-06-02/2003-06-03"),
        ("From 2003 to now", "2003/.."),
        ("20th century", "1900/1999"),
    ],
)
def test_two_dates_are_one_with_what_stands_between_them(written: str, edtf: str) -> None:
    date = leading_date(f"{written}: x")

    assert date is not None
    assert (date.length, date.edtf(2003)) == (len(written), edtf)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Spring and fall: x", len("Spring")),
        ("May 2-June: x", len("May 2")),
        ("4/5/2003-6/7/2003: x", len("4/5/2003")),
        ("5 May 0 BC: x", len("5 May")),
        ("2003–2005 0 BC 4/5/2003: x", len("2003–2005")),
    ],
)
def test_what_a_date_does_not_share_ends_it(text: str, length: int) -> None:
    date = leading_date(text)

    assert date is not None
    assert date.length == length


@pytest.mark.parametrize("text", ["Since 2003–2005: x", "5 2003–98: x", "0 BC: x", "0 May 2003: x", "2500s: x"])
def test_what_could_be_no_date_begins_none(text: str) -> None:
    assert leading_date(text) is None


def test_how_exact_the_beginning_is_and_how_two_are_joined() -> None:
    found = {text: leading_date(text) for text in ("600s", "1990s", "Q1 2003", "June 11, 14, 1982", "2022 to now")}

    assert {text: (date.unit, date.month, date.joint) for text, date in found.items() if date} == {
        "600s": ("year", 0, "-"),
        "1990s": ("decade", 0, "-"),
        "Q1 2003": ("season", 1, "-"),
        "June 11, 14, 1982": ("day", 6, "&"),
        "2022 to now": ("year", 0, ">"),
    }
    alone = found["2022 to now"] and found["2022 to now"].alone
    assert alone is not None
    assert alone.edtf() == "2022"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-1-5", "2024-01-05"),
        ("20241231", "2024-12-31"),
        ("2003 ~", "2003~"),
        ("perhaps. 2022", "2022?"),
        ("1 year 1 quarter 1 month 1 week 1 day ago", "2025-07-15"),
    ],
)
def test_typed_figures_words_and_signs(text: str, edtf: str) -> None:
    assert typed(text) == parse_edtf(edtf)


def test_a_decade_begins_and_ends_somewhen_in_it() -> None:
    assert (typed("1950s").starts, typed("1950s").ends) == (parse_edtf("195X").spans, parse_edtf("195X").spans)


def test_a_winter_can_be_early_or_late() -> None:
    assert parse_prose("early winter 2020") == parse_edtf("2020-24~")
