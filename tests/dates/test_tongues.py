"""Dates in other languages: every form that CLDR writes is read at every entrance, and no word of English for one."""

import contextlib
import datetime
from collections.abc import Callable, Iterator

import pytest
from babel.dates import format_date, format_interval, format_skeleton
from hypothesis import given, settings
from hypothesis import strategies as st

import tongues
from relations_cli.dates import (
    in_english,
    leading_date,
    parse_ancient,
    parse_prose,
    parse_tabular,
    parse_typed,
    tongues_of,
)
from relations_cli.dates.tongues.table import table
from relations_cli.errors import DateError

TODAY = datetime.date(2026, 11, 30)
STEP = datetime.timedelta(days=3)

WRITTEN = {
    "1er avril 2011": "2011-04-01",
    "Le 14 juillet 2011": "2011-07-14",
    "lundi 5 mars 2012": "2012-03-05",
    "du 5 au 7 mars 2020": "2020-03-05/2020-03-07",
    "5-7 mars 2020": "2020-03-05/2020-03-07",
    "vers 1920": "1920~",
    "20. August 2012": "2012-08-20",
    "MÄRZ 2020": "2020-03",
    "5. Mrz. 2020": "2020-03-05",
    "1. Jänner 2020": "2020-01-01",
    "vom 5. bis 7. März 2020": "2020-03-05/2020-03-07",
    "5.–7. März 2020": "2020-03-05/2020-03-07",
    "um 1920": "1920~",
    "1990 bis 1995": "1990/1995",
    "1920 à 1925": "1920/1925",
    "1a marzo 2012": "2012-03-01",
    "kesä 2012": "2012-22",
    "Sommer 2012": "2012-22",
    "Im Jahr 2012": "2012",
    "23 de julio de 2012": "2012-07-23",
    "del 5 al 7 de marzo de 2020": "2020-03-05/2020-03-07",
    "marzo 5 de 2012": "2012-03-05",
    "1º de maio de 2014": "2014-05-01",
    "De 5 a 7 de março de 2020": "2020-03-05/2020-03-07",
    "1° maggio 1998": "1998-05-01",
    "augustus 2001": "2001-08",
    "den 5 mars 2024": "2024-03-05",
    "d. 5. marts 2024": "2024-03-05",
    "5. maaliskuuta 2024": "2024-03-05",
    "maaliskuussa 2024": "2024-03",
    "vuonna 2024": "2024",
    "5 marca 2001 r.": "2001-03-05",
    "sierpień 2001": "2001-08",
    "od 5 do 7 marca 2001": "2001-03-05/2001-03-07",
    "5. března 2001": "2001-03-05",
    "v březnu 2001": "2001-03",
    "5 марта 2024 г.": "2024-03-05",
    "август 2001 года": "2001-08",
    "В МАРТЕ 2001 ГОДА": "2001-03",
    "с 5 по 7 марта 2001 года": "2001-03-05/2001-03-07",
    "около 1920 г.": "1920~",
    "11 листопада 2002 р.": "2002-11-11",
    "11 KASIM 2002": "2002-11-11",
    "Ağustos 2001": "2001-08",
    "5 ΜΑΡΤΙΟΥ 2024": "2024-03-05",
    "1η Μαΐου 2024": "2024-05-01",
    "2024. március 5.": "2024-03-05",
    "2024. március 5., kedd": "2024-03-05",
    "1 mai 2014": "2014-05-01",
    "ngày 5 tháng 3 năm 2024": "2024-03-05",
    "Tháng 8 năm 2001": "2001-08",
    "Tháng Năm 2001": "2001-05",
    "Năm 2003": "2003",
    "17 Agustus 1945": "1945-08-17",
    "2012年7月23日": "2012-07-23",
    "２０１２年７月２３日": "2012-07-23",
    "二〇一二年七月二十三日": "2012-07-23",
    "2012年7月": "2012-07",
    "2012年": "2012",
    "2012年春": "2012-21",
    "约1920年": "1920~",
    "1920年頃": "1920~",
    "2001年3月5日（月）": "2001-03-05",
    "平成24年7月23日": "2012-07-23",
    "令和元年5月": "2019-05",
    "2012년 7월 23일": "2012-07-23",
    "1920년경": "1920~",
    "Am 6. April 2024": "2024-04-06",
    "Am Samstag, dem 6. April 2024": "2024-04-06",
    "L'8 marzo 2024": "2024-03-08",
    "L’8 marzo 2024": "2024-03-08",
    "W dniu 5 marca 2024": "2024-03-05",
    "Pe 5 martie 2024": "2024-03-05",
    "5 Mart 2024'te": "2024-03-05",
}
BEFORE_CHRIST = {
    "44 v. Chr.": "-0043",
    "44 av. J.-C.": "-0043",
    "44 a. C.": "-0043",
    "44 до н. э.": "-0043",
    "44 p.n.e.": "-0043",
    "44 př. n. l.": "-0043",
    "44 eKr.": "-0043",
    "公元前44年": "-0043",
    "紀元前44年": "-0043",
    "기원전 44년": "-0043",
    "i. e. 44": "-0043",
}
CENTURIES = {
    "XIX в.": "1800/1899",
    "19 в.": "1800/1899",
    "XIX век": "1800/1899",
    "19 век": "1800/1899",
    "XIX ст.": "1800/1899",
    "конец XIX в.": "1800~/1899~",
    "XIX w.": "1800/1899",
    "19. st.": "1800/1899",
    "XIXe s.": "1800/1899",
    "sec. XIX": "1800/1899",
    "séc. XIX": "1800/1899",
}
MARKS = ["5", "12", "2012", "14:30", *"-–,/().〇十年月日", "元", "~"]
ENGLISH = [
    *(
        "mars 5 rover lands",
        "Mars rover lands in 2020",
        "set 20 goals",
        "out of 20 men",
        "do 5 things",
        "A 2012 report",
    ),
    *("may 5 men go", "march on 5 May", "Die 5 men", "sub 10 runs", "pro 2012 party", "de 2012", "fine 12 pounds"),
    *(
        "ago 5 years",
        "In August 2018 he left",
        "In April 2012, he left",
        "under December left",
        "Mart sold 12 houses",
        "on 5 May 2012",
        "to 2012",
        "In 2012",
        "A 6 April 2012 ruling",
        "An 8 August 2012 attack",
        "The Mars 2020 rover",
        "A Mars 2020 rover",
        "lip 3",
        "the 5",
        "a 5 May 2012 act",
    ),
]


def typed(text: str) -> str:
    return parse_typed(text, today=TODAY).text


def leading(text: str) -> str | None:
    """EDTF of the date that a text is with which a paragraph begins."""
    found = leading_date(f"{text}: X")
    assert found is None or found.length == len(text), found
    return None if found is None else found.edtf()


ENTRANCES = pytest.mark.parametrize(
    "read", [typed, lambda text: parse_tabular(text).text, lambda text: parse_prose(text).text, leading]
)


def test_the_table_is_what_its_source_makes_of_cldr() -> None:
    assert tongues.TABLE.read_text(encoding="utf-8") == tongues.text()


def forms(tongue: str) -> Iterator[tuple[str, str]]:
    """What CLDR writes for days and months of a year in a language, and their EDTF."""
    for month in range(1, 13):
        day = datetime.date(2012, month, 5 + month)
        yield from ((format_date(day, width, locale=tongue), f"{day}") for width in ("medium", "long", "full"))
        yield from ((format_skeleton(form, day, locale=tongue), f"{day}"[:7]) for form in ("yMMMM", "yMMM"))
        yield format_interval(day, day + STEP, "yMMMd", locale=tongue), f"{day}/{day + STEP}"


@pytest.mark.parametrize("tongue", tongues.TONGUES)
def test_every_form_of_cldr_is_read_in_small_letters_and_capitals(tongue: str) -> None:
    spoken = frozenset({tongue})
    for form, edtf in forms(tongue):
        is_season = form == "kesä 2012"  # which CLDR has for June
        for text in (form, form.upper()) if any(map(str.isalpha, form)) and not is_season else ():
            assert parse_tabular(text, tongues=lambda: spoken).text == edtf, text
            found = leading_date(text)
            assert found is not None, text
            assert (found.length, found.in_tongue(spoken).edtf()) == (len(text), edtf), text


@ENTRANCES
@pytest.mark.parametrize(("text", "edtf"), WRITTEN.items())
def test_a_date_in_another_language_is_read_at_every_entrance(read: Callable[[str], str], text: str, edtf: str) -> None:
    assert read(text) == edtf


@pytest.mark.parametrize(("text", "edtf"), (BEFORE_CHRIST | CENTURIES).items())
def test_years_before_christ_and_centuries(text: str, edtf: str) -> None:
    date = parse_ancient(text)

    assert date is not None
    assert (date.text, leading(text), parse_tabular(text).text) == (edtf, edtf, edtf)


@pytest.mark.parametrize(
    "text",
    [
        *("5. März 2024 14:30", "5. März 2024, 14:30 Uhr", "5. März 2024 um 14.30 Uhr", "5 mars 2024 à 14h30"),
        *("5 de marzo de 2024 a las 14:30", "den 5 mars 2024 kl. 14.30", "5 марта 2024 г. в 14:30"),
        *("2024年3月5日14时30分", "2024年3月5日 14:30", "2024년 3월 5일 14시 30분", "5. března 2024 ve 14:30"),
    ],
)
def test_a_day_in_another_language_may_have_its_time(text: str) -> None:
    english = in_english(text)

    assert english is not None
    assert parse_tabular(text) == parse_tabular(english)
    assert english.endswith("14:30")
    assert parse_tabular(text).lower == (2024, 3, 5)


def test_a_number_behind_a_day_is_no_time() -> None:
    found = leading_date("5. März um 14 Personen")

    assert found is not None
    assert found.length == len("5. März")


def test_figures_as_wide_as_letters_stand_in_dates_of_their_languages_alone() -> None:
    assert parse_tabular("２０１２年７月").text == "2012-07"
    for text in ("１4 Okt 2006", "５. März 2012", "２０１２"):
        with pytest.raises(DateError):
            parse_tabular(text)


@pytest.mark.parametrize(
    ("text", "date", "edtf"),
    [
        ("Seit März 2012: Ruhe", "Seit März 2012", "2012-03/.."),
        ("seit März 2012 ruht der Bau", None, None),
        ("2001年3月5日以降、工事", "2001年3月5日", "2001-03-05"),
        ("2001年3月5日から：工事", "2001年3月5日から", "2001-03-05/.."),
        ("2001年3月5日から7日まで工事", "2001年3月5日から7日まで", "2001-03-05/2001-03-07"),
        ("1999年前往北京", "1999年", "1999"),
        ("2001年春节晚会", "2001年", "2001"),
        ("5./6. März 2020: X", "5./6. März 2020", "2020-03-05/2020-03-06"),
        ("5. März. Die Brücke", "5. März", None),
        ("5 mars 2012 12 hommes", "5 mars 2012", "2012-03-05"),
    ],
)
def test_a_date_ends_where_its_words_do(text: str, date: str | None, edtf: str | None) -> None:
    found = leading_date(text)

    assert (None if found is None else text[: found.length]) == date
    assert found is None or found.lacks_year or found.edtf() == edtf


@pytest.mark.parametrize("text", ENGLISH)
def test_words_of_english_are_no_names_of_other_languages(text: str) -> None:
    assert leading_date(text) is None or leading_date(text) == leading_date(text.partition(" ")[0])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("30. Februar 2020", "'30. Februar 2020': February 2020 has 29 days; correct the day"),
        ("31 листопада 2020", "'31 листопада 2020': November 2020 has 30 days; correct the day"),
        ("dimanche 5 mars 2012", "'dimanche 5 mars 2012': that day is a Monday; correct the weekday or the day"),
        ("5 mars", "'5 mars': the year is missing; write July 2000"),
        (
            "5. listopada 2020",
            (
                "'5. listopada 2020': in several languages it is a date: 5 October 2020 in hr, 5 November 2020 in pl;"
                " write YYYY-MM-DD or YYYY-MM"
            ),
        ),
    ],
)
def test_what_is_no_date_in_its_language_is_refused_for_what_it_is(text: str, says: str) -> None:
    with pytest.raises(DateError) as refused:
        typed(text)

    assert str(refused.value) == says


def test_the_languages_of_dates_are_those_that_all_of_them_have() -> None:
    assert tongues_of(["5 mai 2012", "2012", "x", "3 juin 2012"]) == {"fr"}
    assert tongues_of(["5. svibnja 2012", "5. listopada 2012"]) == {"hr"}
    assert tongues_of(["5 juin 2012", "5. März 2012"]) == frozenset()
    assert tongues_of(["5 May 2012", "2012-03-04"]) == frozenset()


@pytest.mark.parametrize(("tongue", "edtf"), [("hr", "2020-10-05"), ("pl", "2020-11-05")])
def test_a_name_of_two_months_is_that_of_the_language_of_the_file(tongue: str, edtf: str) -> None:
    assert parse_tabular("5. listopada 2020", tongues=lambda: frozenset({tongue})).text == edtf


@given(st.lists(st.sampled_from([*table().words, *table().endings, *MARKS]), max_size=6))
@settings(max_examples=50)
def test_any_words_of_dates_are_one_or_a_date_error(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words)):
        for read in (typed, parse_tabular, parse_ancient):
            with contextlib.suppress(DateError):
                read(text)
        found = leading_date(text)
        assert found is None or 0 < found.length <= len(text)
