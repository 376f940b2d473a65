"""Parallel lanes: intervals and their ends, order, legends, and what has no lane."""

from typing import Any

from msgspec.structs import replace

from drawings import key_last
from relations_cli.model.facts import Chronology, Claim, Event, Proposition
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.screen import Screen
from relations_cli.views.named import view_named

SCREEN = Screen(terminal=True, width=80, colour=False)


def chronology(*events: tuple[str | None, tuple[str, ...]]) -> Chronology:
    """Events of those dates and tags, titled ``<1>``, ``<2>`` and so on."""
    made = (Event(id=f"e{n}", date=date, title=f"<{n}>", tags=tags) for n, (date, tags) in enumerate(events, 1))
    return Chronology(title="Made up", events=tuple(made))


def lanes(known: Chronology, by: str = "tag", screen: Screen = SCREEN, **question: Any) -> list[str]:
    return key_last(view_named("lanes", select(known, Query.of(**question)), by=by)(screen))


def cells(number: int, lines: list[str]) -> str:
    """What stands in the lanes of an event."""
    line = next(line for line in lines if f"<{number}>" in line)
    at = min(line.index(one) for one in "●○┃┆" if one in line)
    return line[at:].split("<")[0].rstrip()


def test_every_interval_runs_down_its_lanes_however_many_there_are() -> None:
    known = chronology(
        *[(f"2000-01-{day:02d}/2000-03", (tag,)) for day, tag in enumerate("abcdefg", 1)], ("2000-02-01", ())
    )

    assert cells(8, lanes(known)) == "┃ ┃ ┃ ┃ ┃ ┃ ┃"


def test_the_longest_of_the_intervals_in_a_lane_decides_where_its_bar_ends() -> None:
    known = chronology(
        ("2000-01-01/2000-06-30", ("a",)),
        ("2000-01-02/2000-02-15", ("a",)),
        *[(f"2000-0{month}-01", ("b",)) for month in (2, 5, 7)],
    )

    lines = lanes(known)

    assert [cells(number, lines) for number in (3, 4, 5)] == ["● ┃", "● ┃", "● ┆"]


def test_open_and_unknown_ends_have_a_sign_beside_the_mark_and_in_the_legend() -> None:
    known = chronology(
        ("../1999", ("a",)), ("/1999-05-06", ("a",)), ("2022-01-01/", ("a",)), ("2023/..", ("a",)), ("2024", ("b",))
    )

    lines = lanes(known)

    assert [cells(number, lines)[:2] for number in (1, 2, 3, 4)] == ["○↑", "○⇡", "●⇣", "○↓"]
    assert cells(5, lines) == "┃ ○"
    signs = " ".join(lines[-4:])
    for meaning in ("● on that day", "○ not known to the day", "↑ began earlier", "⇡ start unknown", "↓ goes on"):
        assert meaning in signs


def test_undated_events_stay_last_in_either_direction_under_a_heading_of_their_own() -> None:
    known = chronology((None, ("a",)), ("2020-01-01", ("a",)), ("2021-01-01", ("b",)))

    for turned, order in ((False, ["<2>", "<3>", "<1>"]), (True, ["<3>", "<2>", "<1>"])):
        lines = lanes(known, reverse=turned)
        assert [line.split()[-1] for line in lines if "<" in line] == order
        assert lines[-6].startswith("undated")


def test_a_search_shows_where_the_words_stand_and_that_the_drawing_goes_by_date() -> None:
    event = Event(id="a", date="2020-01-01", title="Title", summary="There was a veto in it", tags=("t",))

    lines = lanes(Chronology(title="T", events=(event,)), text="veto")

    assert "There was a veto in it" in "\n".join(lines)
    assert lines[-1] == "1 of 1 event, oldest first"


def test_events_that_are_in_no_lane_are_counted() -> None:
    known = chronology(("2020", ("a",)), ("2021", ()), (None, ()))

    assert "2 events are in no lane, having no tag" in lanes(known)
    assert "3 events are in no lane, having no actor" in lanes(known, by="actor")
    assert "3 events are in no lane, having no type" in lanes(known, by="type")


def test_lanes_that_have_no_room_and_their_events_are_counted() -> None:
    known = chronology(("2020", ("a",)), *[("2021", (f"tag{n}",)) for n in range(30)])

    lines = lanes(known, screen=replace(SCREEN, width=60))

    shown = len(lines[0].split())
    assert f"{31 - shown} more tags have no lane for want of width; {31 - shown} events are in none" in " ".join(lines)


def test_no_two_lanes_share_a_head() -> None:
    known = chronology(*[("2021", (f"tag{n}",)) for n in range(80)])

    lines = lanes(known, screen=replace(SCREEN, width=240))

    heads = lines[0].split()
    assert len(heads) == len(set(heads)) == 62
    assert "18 more tags have no lane for want of letters; 18 events are in none" in lines


def test_a_long_drawing_repeats_the_heads_of_its_lanes_at_its_foot() -> None:
    lines = lanes(chronology(*[("2021", (tag,)) for tag in "abcabcabcabcabc"]))

    assert lines.count(lines[0]) == 2


def test_every_sign_has_an_ascii_twin() -> None:
    dates = ("../1998", "/1999", "2000-01-01/2001", "2000-05", "2005/", "2022/..", None)
    known = chronology(*[(date, ("a", "b", "c")[:: n % 2 + 1]) for n, date in enumerate(dates)])

    for turned in (False, True):
        drawn = "\n".join(lanes(known, screen=replace(SCREEN, encoding="ascii"), reverse=turned))
        assert drawn.isascii()


def test_what_else_matched_a_search_stands_below_the_title_beside_the_lanes() -> None:
    event = Event(id="e1", date="2000-01-02", title="One", summary="Something about a needle", tags=("a",))
    known = Chronology(title="Made up", events=(event,))

    _, _, title, found, *_ = lanes(known, text="needle")

    assert title.endswith("●   One")
    assert found.endswith("┆   Something about a needle")


def test_lanes_of_propositions_are_headed_by_their_texts() -> None:
    claims = (Claim(by="x", stance="asserts", date="2000"),)
    known = Chronology(
        title="Made up",
        propositions={"p": Proposition(text="It was so", claims=claims)},
        events=(
            Event(id="e1", date="2001", title="<1>", propositions=("p", "undeclared")),
            Event(id="e2", date="2002", title="<2>"),
        ),
    )

    lines = lanes(known, "proposition")

    assert (cells(1, lines), cells(2, lines)) == ("○ ↳", "┆")
    assert any("P It was so 1" in line for line in lines)
    assert "1 event is in no lane, having no proposition" in lines
