"""Actors a line each: what gives way, which names are cut, and how that is said."""

import re
from typing import Any

import pytest
from rich.cells import cell_len

from drawings import TODAY
from golden import frozen
from relations_cli.model.facts import Actor, Chronology, Event
from relations_cli.query.query import Query
from relations_cli.query.terms import actors
from relations_cli.screen import Screen
from relations_cli.views.named import view_named

REAL = frozen()


def screen(width: int) -> Screen:
    return Screen(terminal=True, width=width, colour=False)


def shown(width: int, **question: Any) -> str:
    return view_named("terms", actors(REAL, Query.of(today=TODAY, **question)))(screen(width))


@pytest.mark.parametrize("width", [60, 70, 80, 100, 120, 140, 200])
@pytest.mark.parametrize("question", [{}, {"limit": 3}, {"tags": ["oil"]}, {"since": "2024-10", "until": "2024-10"}])
def test_an_actor_is_a_line(width: int, question: dict[str, Any]) -> None:
    rows = actors(REAL, Query.of(today=TODAY, **question)).rows
    lines = shown(width, **question).splitlines()

    _, *shown_rows = lines[: lines.index("")] if "" in lines else lines
    for line, row in zip(shown_rows, rows, strict=True):
        assert cell_len(line) <= width
        assert re.search(rf" {row.n}(?: |$)", line)
        assert row.id in line or row.name in line or "…" in line


def test_on_the_usual_terminal_the_names_of_all_actors_are_whole() -> None:
    usual = shown(80)

    assert all(row.name in usual for row in actors(REAL, Query.of(today=TODAY)))
    assert "…" not in usual
    assert re.search(r"^North Korea +\d+  1948–2026$", usual, re.MULTILINE)


def test_how_many_names_are_cut_is_said_and_who_has_no_name_is_named_by_the_id() -> None:
    people = {
        "a": Actor(name="An association with a very long name indeed, longer than lines are", kind="organisation")
    }
    events = (Event(id="e", date="-0043-03-15", title="T", actors=("a", "nobody-knows")),)
    answer = actors(Chronology(title="T", actors=people, events=events), Query.of(today=TODAY))

    lines = view_named("terms", answer)(screen(60)).splitlines()
    assert lines[1:] == [
        "An association with a very long name indeed,…  1  44 BC",
        "nobody-knows                                   1  44 BC",
        "",
        "1 name is cut: whole in tsv, csv and json",
    ]
    ascii_only = view_named("terms", answer)(Screen(terminal=True, width=60, colour=False, encoding="ascii"))
    assert ascii_only.splitlines()[1] == lines[1].replace("…", "~")


def test_an_id_that_is_longer_than_a_line_gives_way() -> None:
    known = Chronology(title="T", actors={"a-" * 60: Actor(name="Ann", kind="person")}, events=())

    assert view_named("terms", actors(known, Query.of(today=TODAY)))(screen(60)).splitlines()[1].split() == ["Ann", "0"]


def rows_of(width: int, *names: str) -> list[str]:
    """The rows of actors of those names, who took part in an event each."""
    events = tuple(Event(id=f"e{at}", date="2020", title="T", actors=(f"an{at}",)) for at, _ in enumerate(names))
    people = {f"an{at}": Actor(name=name, kind="person") for at, name in enumerate(names)}
    known = Chronology(title="T", actors=people, events=events)
    return view_named("terms", actors(known, Query.of(today=TODAY)))(screen(width)).splitlines()[1:]


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (31, "an0  Nameandson  1  2020   2020"), (30, "Nameandson  1  2020   2020"), (26, "Nameandson  1  2020   2020"),
        (25, "Nameandson  1  2020"), (20, "Nameandson  1  2020"), (19, "Nameands…  1  2020"),
        (18, "Nameand…  1  2020"),
    ],
)  # fmt: skip
def test_ids_then_days_then_names_give_way_to_the_cell(width: int, row: str) -> None:
    assert rows_of(width, "Nameandson")[0] == row


def test_a_name_that_just_fits_is_whole_beside_one_that_is_cut() -> None:
    assert rows_of(20, "Nameandson", "Nameandsons")[:2] == ["Nameandson  1  2020", "Nameandso…  1  2020"]


def test_on_the_smallest_screen_seven_letters_of_a_name_stand_above_the_rest() -> None:
    assert "Nameand…" in "".join(line.strip() for line in rows_of(12, "Nameandson"))


@pytest.mark.parametrize("name", [" " * 99, "中" * 99, "x" * 99, "e\u0301" * 99, "a " * 99])
def test_any_name_is_cut(name: str) -> None:
    events = (Event(id="e", date=None, title="T", actors=("a",)),)
    known = Chronology(title="T", actors={"a": Actor(name=name, kind="person")}, events=events)

    _, line, *_ = view_named("terms", actors(known, Query.of(today=TODAY)))(screen(60)).splitlines()
    assert cell_len(line) <= 60
    assert "…" in line
