"""Counts as bars of one line each; the vocabulary with years whose scale is said."""

import re
from typing import Any

import pytest
from rich.cells import cell_len

from drawings import TODAY
from golden import frozen
from relations_cli.model.facts import Chronology, Event
from relations_cli.query.count import count
from relations_cli.query.query import Query
from relations_cli.query.terms import actors, tags
from relations_cli.screen import Screen
from relations_cli.views.bars import bar, spark
from relations_cli.views.gaps import silence_lines
from relations_cli.views.named import view_named

REAL = frozen()


def screen(width: int) -> Screen:
    return Screen(terminal=True, width=width, colour=False)


def vocabulary(width: int, of: Any = tags, **question: Any) -> str:
    return view_named("terms", of(REAL, Query.of(today=TODAY, **question)))(screen(width))


@pytest.mark.parametrize("width", [12, 24, 40, 60, 140])
def test_a_bar_never_wraps(width: int) -> None:
    answer = count(REAL, Query.of(today=TODAY, limit=12), by="publisher")

    lines = view_named("counts", answer)(screen(width)).splitlines()[:-2]

    assert all(cell_len(line) <= width for line in lines)
    assert not [line for line in lines if line.startswith(tuple("▏▎▍▌▋▊▉█"))]
    starts = {line.index("█") for line in lines if "█" in line}
    assert len(starts) == 1


def test_a_run_of_empty_periods_is_a_line_and_a_single_one_a_row() -> None:
    dates = ["1950", "1970", "1972", *(f"1972-0{month}" for month in (1, 5))]
    some = Chronology(title="T", events=tuple(Event(id=date, date=date, title="T") for date in dates))

    def drawn(by: str) -> list[str]:
        answer = count(some, Query.of(today=TODAY), by=by)
        return [line.rstrip("█ ") for line in view_named("counts", answer)(screen(40)).splitlines()]

    assert drawn("year") == ["1950 1", "     19 years without an entry", "1970 1", "1971 0", "1972 3"]
    assert drawn("month")[2:] == ["1972-01 1", "1972    1", "        3 months without an entry", "1972-05 1"]


def test_weekdays_never_fold() -> None:
    some = Chronology(title="T", events=(Event(id="e", date="2024-02-29", title="T"),))

    shown = view_named("counts", count(some, Query.of(today=TODAY), by="weekday"))(screen(40))

    assert [line.split()[:2] for line in shown.splitlines()][:3] == [
        ["Monday", "0"],
        ["Tuesday", "0"],
        ["Wednesday", "0"],
    ]


def test_bars_are_in_eighths_and_none_is_none() -> None:
    assert [bar(n, 16, 2, unicode=True) for n in (0, 1, 8, 9, 16)] == ["", "▏", "█", "█▏", "██"]
    assert [bar(n, 16, 2, unicode=False) for n in (0, 1, 16)] == ["", "#", "##"]
    assert bar(1, 10_000, 40, unicode=True) == "▏"
    screen = Screen(terminal=True, width=20, colour=False)
    assert all(cell_len(line.plain) <= 20 for line in silence_lines("1,200 weeks without an entry", 9, screen))
    assert bar(1, 1, 0, unicode=True) == bar(1, 1, 0, unicode=False) == ""


def test_years_share_a_cell_where_there_are_many_and_how_many_is_said() -> None:
    assert spark([(2020, 1), (2022, 8)], range(2020, 2023), unicode=True) == "▁ █"
    assert len(spark([(1900, 1), (2000, 1)], range(1900, 2001), unicode=True)) == 34

    assert "1945–2026: a bar is 3 years, the highest is the row's busiest" in vocabulary(140)
    assert "2024–2026: a bar is a year" in vocabulary(140, since="2024", starts=True)
    assert "a bar is" not in vocabulary(60)


@pytest.mark.parametrize(("of", "width"), [*((tags, width) for width in (60, 80, 100, 140)), (actors, 140)])
def test_every_id_is_whole(width: int, of: Any) -> None:
    shown = re.sub(r"-\n +", "-", vocabulary(width, of))  # one is longer than a line of 60

    for term in of(REAL, Query.of(today=TODAY)):
        assert term.id in shown


def test_at_60_a_tag_stands_above_its_meaning() -> None:
    lines = vocabulary(60).splitlines()

    assert [line.split() for line in lines[:2]] == [["ID", "N", "FIRST", "LAST"], ["MEANING"]]
    assert lines[2].startswith("third-states")
    assert lines[3].split() == ["Positions", "and", "acts", "of", "third", "countries"]
