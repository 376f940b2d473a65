"""Parallel lanes: which there are and how they are headed, intervals and their ends, order, what has no lane."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from drawings import key_last
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.screen import Screen
from relations_cli.views.lane_choice import LaneOf, lanes_of
from relations_cli.views.lane_heads import lane_style, lane_widths
from relations_cli.views.named import view_named
from relations_cli.views.palette import QUIET

SCREEN = Screen(terminal=True, width=80, colour=False)


def chronology(*events: tuple[str | None, tuple[str, ...]]) -> Chronology:
    """Events of those dates and tags, titled ``<1>``, ``<2>`` and so on."""
    made = (Event(id=f"e{n}", date=date, title=f"<{n}>", tags=tags) for n, (date, tags) in enumerate(events, 1))
    return Chronology(title="Made up", events=tuple(made))


def lanes(known: Chronology, by: str = "tag", screen: Screen = SCREEN, **question: Any) -> list[str]:
    return key_last(view_named("lanes", select(known, Query.of(**question)), by=by)(screen))


def cells(number: int, lines: list[str]) -> str:
    """What stands in the lanes of an event, as close together as lanes can be."""
    line = next(line for line in lines if f"<{number}>" in line)
    at = min(line.index(one) for one in "●○┃┆" if one in line)
    return re.sub("(─| )+", "\\1", line[at:].split("<")[0].rstrip())


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
        assert lines[-5].startswith("undated")


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


def heads(lines: list[str]) -> list[str]:
    """The heads of lanes that stand one below the other, each with the number of its events."""
    return [line.split("╭ ")[1] for line in lines if "╭ " in line]


def test_lanes_are_the_eight_fullest_and_one_for_the_others_which_says_what_it_holds() -> None:
    fullest = [("2021", (tag,)) for tag in "abcdefgh" for _ in range(2)]
    known = chronology(*fullest, ("2022", ("rare", "scarce")), ("2023", ("rare", "a")))

    for width in (60, 80, 140, 200):
        lines = lanes(known, screen=replace(SCREEN, width=width))
        side_by_side = lines[0].split("  ")
        shown = heads(lines) or [one.strip() for one in side_by_side if one.strip()]
        assert shown == ["a 3", *(f"{tag} 2" for tag in "bcdefgh"), "others 2"]
        assert "others: rare 2, scarce 1" in lines
        assert cells(17, lines).endswith("┆ ○")
        assert cells(18, lines).startswith("○─")
        assert cells(18, lines).endswith("─○")
        assert not any("no lane" in line for line in lines)


def test_what_lanes_of_others_hold_is_said_in_two_lines_at_most() -> None:
    known = chronology(*[("2021", (f"tag{n:02}",)) for n in range(80)])

    for width in (60, 80, 140):
        lines = lanes(known, screen=replace(SCREEN, width=width))
        at = next(at for at, line in enumerate(lines) if line.startswith("others:"))
        said = " ".join(lines[at : at + 2])
        named = len(re.findall("tag[0-9]+", said))
        assert int(re.search(", ([0-9]+) more", said)[1]) == 72 - named  # type: ignore[index]
        assert heads(lines)[-1] == "others 72"


ASKED = Chronology(
    title="Made up",
    actors={
        "state": Actor(name="The State", kind="state", aliases=("Capital",)),
        "man": Actor(name="A Man", kind="person", parent="state"),
        "board": Actor(name="The Board", kind="organisation"),
    },
    propositions={
        one: Proposition(text=f"It is {one}", claims=(Claim(by="man", stance="asserts", date="2020-01-01"),))
        for one in ("dam-cracked", "pilot-asleep", "boat-lost")
    },
    events=tuple(
        Event(id=f"e{n}", date=f"202{n}", title=f"<{n}>", type=type_, tags=tags, actors=actors, propositions=about)
        for n, (type_, tags, actors, about) in enumerate(
            (
                ("flood", ("walls", "storms"), ("man", "board"), ("dam-cracked", "boat-lost")),
                ("ferry", ("Ferries", "ice"), ("state",), ("pilot-asleep",)),
                ("talk", ("walls", "Ferries"), ("board", "stranger"), ("dam-cracked", "pilot-asleep")),
            ),
            1,
        )
    ),
)


@pytest.mark.parametrize(
    ("by", "question", "expected"),
    [
        ("tag", {"tags": ["walls,ferries"]}, {"walls": "●┆●", "Ferries": "┆●●"}),
        ("tag", {"tags": ["FERRIES", "walls"]}, {"Ferries": "●", "walls": "●"}),
        ("tag", {"tags": ["ferries"]}, {"Ferries": "●●"}),
        ("type", {"types": ["talk,flood"]}, {"talk": "┆●", "flood": "●┆"}),
        ("type", {"types": ["talk", "FERRY"]}, {"talk": "┆●", "ferry": "●┆"}),
        ("actor", {"actors": ["board,capital,The State"]}, {"The Board": "●┆●", "The State": "●●┆"}),
        ("actor", {"actors": ["the state", "man"]}, {"The State": "●", "A Man": "●"}),
        ("actor", {"actors": ["Stranger"]}, {"stranger": "●"}),
        ("proposition", {"about": ["dam,pilot-asleep"]}, {"It is dam-cracked": "●┆●", "It is pilot-asleep": "┆●●"}),
    ],
)
def test_lanes_that_were_asked_for_are_the_lanes(by: str, question: Any, expected: dict[str, str]) -> None:
    for width in (60, 200):
        lines = lanes(ASKED, by, replace(SCREEN, width=width), **question)
        words = "\n".join(lines)
        shown = [re.sub("[^●○┆]", "", line).replace("○", "●") for line in lines if "<" in line]
        columns = ["".join(column) for column in zip(*shown, strict=True)]
        found = dict(zip(sorted(expected, key=words.index), columns, strict=True))
        assert list(expected.items()) == list(found.items())
        assert not any(one in words for one in ("storms", "ice", "others", "boat-lost"))


def test_of_lanes_there_are_eight_and_others_or_as_many_as_were_asked_for_or_as_there_is_room() -> None:
    known = chronology(*[("2020", (tag,)) for tag in "jihgfedcba"], ("2021", ("j", "a")))

    def heads_of(room: int, **question: Any) -> list[str]:
        return [lane.words for lane in lanes_of(select(known, Query.of(**question)), "tag", room)]

    assert heads_of(99) == [*"ajbcdefg", "others"]
    assert heads_of(3) == ["a", "j", "others"]
    assert heads_of(1) == ["others"]
    assert heads_of(10, tags=["a,b,c,d,e,f,g,h,i,j"]) == [*"abcdefghij"]
    assert heads_of(9, tags=["a,b,c,d,e,f,g,h,i,j"]) == [*"abcdefgh", "others"]
    (others,) = lanes_of(select(known, Query.of(tags=["b,c,j"])), "tag", 1)
    assert others.shares == ("j 2", "b 1", "c 1")


def test_heads_have_room_to_the_cell_and_the_lane_of_others_has_no_colour_of_its_own() -> None:
    one, others = LaneOf("one", frozenset("a"), 1), LaneOf("others", frozenset("bc"), 2, ("b 1", "c 1"))

    assert lane_widths([one, others], SCREEN, 17) == [7, 10]
    assert lane_widths([one, others], SCREEN, 16) == [2, 2]
    assert lane_style(one, 0) != QUIET
    assert lane_style(others, 0) == QUIET


def test_what_the_others_are_is_said_on_two_lines_at_most() -> None:
    known = chronology(*[("2020", (f"a-rather-long-tag-{n}",)) for n in range(40)])
    drawn = view_named("lanes", select(known, Query.of()), by="tag")(SCREEN).splitlines()

    assert drawn[0].startswith("others: a-rather-long-tag-")
    assert re.search("more$", drawn[1])


def test_a_lane_that_was_asked_for_is_there_though_it_is_empty() -> None:
    lines = lanes(ASKED, tags=["walls,ice"], until="2021")

    assert "walls 1" in lines[0]
    assert "ice 0" in lines[0]


def test_heads_of_lanes_stand_side_by_side_where_there_is_room_and_else_lead_to_their_lanes() -> None:
    known = chronology(("2020", ("sanctions", "missiles")))

    assert lanes(known, screen=replace(SCREEN, width=100))[0].strip() == "missiles 1  sanctions 1"
    assert heads(lanes(known, screen=replace(SCREEN, width=40))) == ["missiles 1", "sanctions 1"]
    long = chronology(*[("2020", ("a very long tag that goes on in a second line", "b")) for _ in range(13)])
    led = [line.strip()[:4] for line in lanes(long, screen=replace(SCREEN, width=40)) if "  <" not in line]
    assert led[:3] == ["╭ a ", "│ se", "│ ╭ "]


@given(
    st.lists(st.lists(st.sampled_from([*"abcdefghijk", "북한", "a\n[b]b[/b]", "x" * 90]), max_size=5), min_size=1),
    st.sampled_from([44, 60, 80, 140, 200]),
    st.booleans(),
)
@settings(max_examples=50)
def test_every_event_with_a_name_is_in_a_lane_and_no_line_is_too_wide(
    tags: list[list[str]],
    width: int,
    turned: bool,  # noqa: FBT001 -- drawn by Hypothesis
) -> None:
    known = chronology(*[(f"{2000 + n}", tuple(one)) for n, one in enumerate(tags)])

    lines = lanes(known, screen=replace(SCREEN, width=width), reverse=turned)

    assert all(cell_len(line) <= width for line in lines)
    bare = sum(not one for one in tags)
    assert sum("in no lane" in line for line in lines) == bool(bare)
    for number, own in enumerate(tags, 1):
        assert bool(set(cells(number, lines)) & {"●", "○"}) == bool(own) if any(tags) else True


def test_a_long_drawing_repeats_the_heads_of_its_lanes_at_its_foot() -> None:
    known = chronology(*[("2021", (tag,)) for tag in "abcabcabcabcabc"])

    lines = lanes(known)
    assert lines.count(lines[0]) == 2
    for many, heads_shown in ((12, 1), (13, 2)):
        some = lanes(chronology(*[("2021", ("a",))] * many))
        assert some.count(some[0]) == heads_shown
    narrow = lanes(known, screen=replace(SCREEN, width=30))
    assert [line.split("╰ ")[1] for line in narrow if "╰ " in line] == heads(narrow)[::-1] == ["c 5", "b 5", "a 5"]


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

    assert re.search("● +One$", title)
    assert re.search("┆ +Something about a needle$", found)


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
    assert "It was so 1" in lines[0]
    assert "1 event is in no lane, having no proposition" in lines
