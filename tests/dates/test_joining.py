"""Two dates side by side: whether they are one, and whether anything lies between them."""

import pytest

from relations_cli.dates.reading.joining import follow, joined
from relations_cli.dates.reading.spoken import Spoken

MAY, JUNE = Spoken(month=5), Spoken(month=6)


@pytest.mark.parametrize(
    ("first", "last", "nothing_between"),
    [
        (Spoken(day=5), Spoken(day=6), True),
        (Spoken(day=5), Spoken(day=7), False),
        (Spoken(day=5), Spoken(day=4), False),
        (Spoken(day=5, month=5), Spoken(day=6), True),
        (Spoken(day=5, month=5), Spoken(day=6, month=5), True),
        (Spoken(day=5, month=5), Spoken(day=6, month=6), False),
        (Spoken(day=5), Spoken(day=6, month=6), True),
        (MAY, JUNE, True),
        (JUNE, MAY, False),
        (MAY, Spoken(month=7), False),
        (Spoken(year="2003"), Spoken(year="2004"), True),
        (Spoken(year="2003"), Spoken(year="2005"), False),
        (Spoken(year="2003"), Spoken(year="2002"), False),
        (Spoken(year="2003"), MAY, False),
        (MAY, Spoken(year="2003"), False),
    ],
)
def test_the_next_day_month_or_year_follows(first: Spoken, last: Spoken, nothing_between: bool) -> None:  # noqa: FBT001
    assert follow(first, last) is nothing_between


@pytest.mark.parametrize(
    ("first", "last", "is_one"),
    [
        (Spoken(day=5, month=5), Spoken(day=7), True),
        (Spoken(day=5, month=5, year="2003"), Spoken(day=7), False),
        (Spoken(day=5, month=5, year="2003"), Spoken(day=7, year="2003"), True),
        (Spoken(day=5, month=5, year="2003"), Spoken(day=7, year="2004"), False),
        (MAY, Spoken(day=7), False),
        (Spoken(month=5, year="2003"), Spoken(day=7, year="2003"), False),
        (Spoken(day=5), Spoken(day=7, month=5), True),
        (Spoken(day=5), MAY, False),
    ],
)
def test_a_day_without_its_month_belongs_to_a_day_that_has_one(first: Spoken, last: Spoken, is_one: bool) -> None:  # noqa: FBT001
    assert (joined(first, last, "-", is_spaced=False) is not None) is is_one


@pytest.mark.parametrize(
    ("year", "day", "mark", "written"),
    [
        ("1994", 98, "-", "1998"),
        ("1994", 95, "-", "1995"),
        ("1994", 94, "-", None),
        ("1994", 31, "-", None),
        ("2003", 98, "/", "2098"),
        ("2003", 13, "/", "2013"),
        ("2003", 12, "/", None),
        ("2003", 4, "/", None),
        ("2003", 4, "-", "2004"),
        ("2003", 3, "-", None),
        ("-044", 50, "-", None),
    ],
)
def test_two_figures_behind_a_year_are_a_later_year_of_its_century(
    year: str, day: int, mark: str, written: str | None
) -> None:
    both = joined(Spoken(year=year), Spoken(day=day), mark, is_spaced=False)

    assert (both and both[1].year) == written
    assert joined(Spoken(year=year), Spoken(day=day), mark, is_spaced=True) is None
