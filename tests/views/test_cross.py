"""The table of two facets: totals of distinct events at both ends, shades, columns that do not fit counted."""

from typing import Any

import pytest
from rich.cells import cell_len

import relations_cli
from drawings import TODAY
from golden import frozen
from relations_cli.model.facts import Chronology, Event
from relations_cli.query.count import count
from relations_cli.query.query import Query
from relations_cli.screen import Screen
from relations_cli.views.named import view_named

REAL = frozen()


def drawn(chronology: Chronology, by: str, width: int = 80, *, unicode: bool = True, **question: Any) -> list[str]:
    screen = Screen(terminal=True, width=width, colour=False, encoding="utf-8" if unicode else "ascii")
    return view_named("cross", count(chronology, Query.of(today=TODAY, **question), by=by))(screen).splitlines()


def tagged(*tags: str, date: str = "2020") -> Event:
    return Event(id="-".join([date, *tags]), date=date, title="T", tags=tags)


SMALL = Chronology(
    title="T",
    events=(tagged("walls", "ice"), tagged("walls"), tagged("walls", date="2023"), tagged("oil", date="2024")),
)


def test_rows_and_columns_end_with_the_number_of_distinct_events() -> None:
    assert drawn(SMALL, "year,tag") == [
        "▒ 1   █ 2",
        "",
        "YEAR   walls  ice  oil  TOTAL",
        "2020   ███ 2  ▒ 1    ·      2",
        "       2 years without an entry",
        "2023   ▒▒▒ 1    ·    ·      1",
        "2024       ·    ·  ▒ 1      1",
        "TOTAL      3    1    1      4",
        "a total counts each event once",
    ]


def test_without_colour_and_unicode_the_shades_are_signs() -> None:
    assert drawn(SMALL, "year,tag", unicode=False)[:4] == [
        ": 1   # 2",
        "",
        "YEAR   walls  ice  oil  TOTAL",
        "2020   ### 2  : 1    -      2",
    ]


def test_a_total_that_is_the_sum_needs_no_word_and_one_of_more_rows_than_shown_does() -> None:
    plain = Chronology(title="T", events=(tagged("a"), tagged("b")))

    assert drawn(plain, "year,tag")[-1].startswith("TOTAL")
    assert drawn(plain, "tag,year", limit=1)[-3:] == ["totals are of all rows", "", "1 more cut by limit"]


@pytest.mark.parametrize("width", [40, 60, 80, 140, 200])
@pytest.mark.parametrize("by", ["year,tag", "tag,year", "actor,weekday", "place,publisher", "month,type"])
def test_columns_that_do_not_fit_are_counted_and_no_line_is_too_long(by: str, width: int) -> None:
    lines = drawn(REAL, by, width)
    columns = len(count(REAL, Query.of(today=TODAY), by=by).columns)  # type: ignore[union-attr]
    (more,) = [line for line in lines if "more column" in line] or [""]

    assert max(map(cell_len, lines)) <= width
    total = next(line for line in lines if line.startswith("TOTAL"))
    assert len(total.split()) - 2 + int(more.split()[1] if more else 0) == columns


def test_of_periods_the_latest_columns_stand_of_others_the_fullest() -> None:
    years = next(line for line in drawn(REAL, "tag,year") if line.startswith("TAG"))
    tags = drawn(REAL, "year,tag", 60)

    assert years.split()[-3:] == ["2025", "2026", "TOTAL"]
    assert "third-states" in "".join(tags)


def test_of_periods_that_do_not_fit_the_empty_ones_go_first() -> None:
    some = Chronology(title="T", events=(tagged("a", date="1990"), tagged("a", date="2024")))
    lines = drawn(some, "tag,year", 60)
    (head,) = [line for line in lines if line.startswith("TAG")]

    assert head.split() == ["TAG", "1990", "2024", "TOTAL"]
    assert "and 33 more columns: output csv has all" in lines


@pytest.mark.parametrize(("reverse", "years"), [(False, ["2025", "2026"]), (True, ["2026", "2025"])])
def test_sorted_columns_that_fit_are_the_latest_in_either_direction(reverse: bool, years: list[str]) -> None:  # noqa: FBT001
    answer = relations_cli.ask("count", REAL, by="tag,year", order="value2", reverse=reverse, today=TODAY)
    lines = view_named("cross", answer)(Screen(terminal=True, width=80, colour=False)).splitlines()
    (head,) = [line.split() for line in lines if line.startswith("TAG")]

    assert (head[1:3] if reverse else head[-3:-1]) == years


@pytest.mark.parametrize(("width", "tags"), [(29, 3), (28, 2), (24, 2), (23, 1)])
def test_as_many_columns_stand_as_fit_to_the_cell(width: int, tags: int) -> None:
    (head,) = [line for line in drawn(SMALL, "year,tag", width) if line.startswith("YEAR")]

    assert head.split() == ["YEAR", *["walls", "ice", "oil"][:tags], "TOTAL"]


@pytest.mark.parametrize(("width", "years"), [(30, ["2020", "2021", "2022"]), (29, ["2020", "2022"])])
def test_empty_columns_stand_where_all_fit_to_the_cell(width: int, years: list[str]) -> None:
    some = Chronology(title="T", events=(tagged("a"), tagged("a", date="2022")))
    (head,) = [line for line in drawn(some, "tag,year", width) if line.startswith("TAG")]

    assert head.split() == ["TAG", *years, "TOTAL"]


def test_all_weekdays_stand_on_a_small_screen() -> None:
    (head,) = [line for line in drawn(REAL, "year,weekday", 60) if line.startswith("YEAR")]

    assert head.split() == ["YEAR", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "TOTAL"]


def test_a_long_head_goes_on_below_and_ends_in_dots() -> None:
    some = Chronology(title="T", events=(tagged("[b]long[/b] \x1b[31m" + "n" * 90), tagged("b")))
    lines = drawn(some, "year,tag")

    assert "…" in "".join(lines)
    assert "\x1b" not in "".join(lines)
    assert len({cell_len(line) for line in lines if line.startswith(("2020", "TOTAL"))}) == 1
    four = " ".join(letter * 12 for letter in "abcd")
    assert "…" not in "".join(drawn(Chronology(title="T", events=(tagged(four),)), "year,tag"))
