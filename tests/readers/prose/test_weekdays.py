"""The weekday beside a date in an article counts, whether the date is in words or in figures, before it or behind."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.dates.names import WEEKDAYS
from relations_cli.readers.prose.article import read_article

SHAPES = (
    "{weekday} {day}/{month}/{year}: C happens.", "{weekday}, {day}/{month}/{year}: C happens.",
    "{short}. {day}.{month}.{year}: C happens.", "{weekday} {iso}: C happens.",
    "{day}/{month}/{year} ({weekday}): C happens.",
    "{day}/{month}/{year}, {weekday}: C happens.", "{iso} ({short}): C happens.", "{weekday} {words}: C happens.",
    "{words} ({short}.): C happens.", "{words}, {weekday}: C happens.",
)  # fmt: skip


def passage(line: str, order: str) -> tuple[str | None, str]:
    """Date and note of the last entry of an article in which another date shows the order of figures."""
    article = read_article(f"How it came\n\n{order}: A starts.\n\n{order}: B goes on.\n\n{line}\n", form="text")
    *_, last = article.passages
    assert last.title == "C happens."
    return last.edtf, last.note


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 6), st.sampled_from(SHAPES))
def test_a_date_has_the_weekday_beside_it_or_is_undated_and_says_so(
    date: datetime.date, weekday: int, shape: str
) -> None:
    line = shape.format(
        weekday=WEEKDAYS[weekday], short=WEEKDAYS[weekday][:3], day=date.day, month=date.month, year=date.year,
        iso=date.isoformat(), words=f"{date.day} {date:%B} {date.year}",
    )  # fmt: skip

    actual = date.weekday()
    expected = (str(date), "") if weekday == actual else (None, f"that day is a {WEEKDAYS[actual]}")
    assert passage(line, "25/8/1890") == expected


@pytest.mark.parametrize(
    ("line", "order", "expected"),
    [
        ("Friday 4/5/2003: C happens.", "25/8/2002", (None, "that day is a Sunday")),
        ("Sunday 4/5/2003: C happens.", "25/8/2002", ("2003-05-04", "")),
        ("Saturday 4/5/2003: C happens.", "8/25/2002", ("2003-04-05", "")),
        ("Sunday 4/5/2003: C happens.", "8/25/2002", (None, "that day is a Saturday")),
        ("4/5/2003 (Fri): C happens.", "25/8/2002", (None, "that day is a Sunday")),
    ],
)
def test_the_order_of_figures_decides_which_day_the_weekday_is_asked_of(
    line: str, order: str, expected: tuple[str | None, str]
) -> None:
    assert passage(line, order) == expected


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("4-5 May 2003 (Sunday): C happens.", "2003-05-04/2003-05-05"),
        ("May 2003, Sunday: C happens.", "2003-05"),
        ("Sunday May 2003: C happens.", "2003-05"),
        ("Sunday, May 2003 - C happens.", "2003-05"),
        ("Sunday 2003: C happens.", "2003"),
        ("Sun. Spring 2003: C happens.", "2003-21"),
        ("Sunday May to June 2003: C happens.", "2003-05/2003-06"),
        ("Sunday 4 May 2003 (Monday): C happens.", "2003-05-04"),
    ],
)
def test_a_weekday_of_no_single_day_is_kept_in_a_note(line: str, date: str) -> None:
    found, note = passage(line, "25/8/2002")

    assert found == date
    assert note.endswith("day is written beside the date, which is no single day")
