"""Claims in words: names and sentences, ids only where they are asked for, the note with most of the room."""

from typing import Any

import pytest
from rich.cells import cell_len

from golden import CHRONOLOGY
from hostile import ran
from program import Outcome
from relations_cli.model.facts import Actor, Chronology, Claim, Event
from relations_cli.query.claims import claims
from relations_cli.screen import Screen
from relations_cli.views.named import view_named
from small import SMALL, asked

WIDTHS = ("20", "40", "60", "80", "109", "110", "140", "200")
IDS = ("ana-sur", "olaf-berg", "north-roads", "sabotage", "toll-of-dead", "2001-", "accusation")


def claimed(*args: str, width: str = "80") -> Outcome:
    return ran(
        "claims",
        "-f",
        str(SMALL),
        *args,
        "-o",
        "table",
        COLUMNS=width,
        TERM="xterm-256color",
        TIMELINE_TODAY="2024-06-15",
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_names_and_sentences_stand_where_ids_were(width: str) -> None:
    done = claimed(width=width)
    said = " ".join(done.out.split())

    assert done.code == 0
    assert not [one for one in IDS if one in said]
    assert all(cell_len(line) <= int(width) and line == line.rstrip() for line in done.out.splitlines())
    if width in ("60", "80"):
        assert "Olaf Berg denies ✓ confirmed The bridge was blown up It was rust." in said


@pytest.mark.parametrize("width", WIDTHS)
def test_ids_are_said_where_they_are_asked_for(width: str) -> None:
    said = "".join(claimed("--ids", width=width).out.split())

    assert all(one in said for one in IDS if one != "2001-")


def test_ids_change_nothing_for_programs() -> None:
    for form in ("tsv", "csv", "json", "jsonl"):
        plain, with_ids = (ran("claims", "-f", str(SMALL), *ids, "-o", form) for ids in ((), ("--ids",)))
        assert plain.out == with_ids.out


@pytest.mark.parametrize("width", ["60", "80", "110", "200"])
def test_what_all_claims_are_about_is_said_once_above_them(width: str) -> None:
    several = claimed("--about", "sabotage", width=width).out
    one = claimed("--about", "sabotage", "-n", "1", width=width).out

    assert several.splitlines()[:2] == ["✓ confirmed  The bridge was blown up", ""]
    assert several.count("The bridge was blown up") == 1
    assert one.count("The bridge was blown up") == 1


@pytest.mark.parametrize("width", ["110", "140", "200"])
def test_the_note_has_most_of_the_room_where_parts_stand_beside_each_other(width: str) -> None:
    done = ran("claims", "-f", str(CHRONOLOGY), "--since", "2024", "-n", "40", "-o", "table", COLUMNS=width)
    head = done.out.splitlines()[0]
    places = [head.index(name) for name in ("DATE", "WHO", "ABOUT", "NOTE")]

    widths = [second - first for first, second in zip(places, [*places[1:], int(width)], strict=True)]
    assert widths[3] == max(widths)


def drawn(width: int, *dates: str, name: str = "Ana", **how: Any) -> list[str]:
    """The view of claims that one actor made on those dates on an event, with its id."""
    said = tuple(Claim(by="ana", stance="asserts", date=date, note=date) for date in dates)
    known = Chronology(
        title="T",
        actors={"ana": Actor(name=name, kind="person")},
        events=(Event(id="walls", date="2020", title="Walls", claims=said),),
    )
    view = view_named("claims", claims(known, asked()), **how)
    return view(Screen(terminal=True, width=width, colour=False)).splitlines()


def test_a_claim_on_the_event_in_which_it_was_made_names_its_id_once() -> None:
    assert "by ana, on walls" in "\n".join(drawn(80, "2020", ids=True))
    assert "in walls" not in "\n".join(drawn(80, "2020", ids=True))


def test_what_is_claimed_stands_beside_its_date_down_to_sixteen_cells() -> None:
    assert drawn(22, "2020")[0] == "2020  Ana asserts"
    assert drawn(21, "2020")[:2] == ["2020", "  Ana asserts"]


def test_long_dates_break_rather_than_take_the_room_of_what_is_claimed() -> None:
    assert drawn(80, "2020-12-30/2021-01-02")[:2] == [
        "30 Dec 2020 –   Ana asserts",
        "2 Jan 2021      ? alleged  Walls",
    ]


def test_who_has_a_fifth_of_a_wide_screen() -> None:
    name = "A name of thirty-two characters"

    assert f"{name} asserts" in drawn(200, "2020", name=name)[1]
    assert f"{name} asserts" not in "\n".join(drawn(140, "2020", name=name))


def test_a_claim_without_a_note_says_its_figures_or_quotes_its_source() -> None:
    assert "(killed at least 40; lorries 3)" in claimed("--about", "toll-of-dead").out


def test_statuses_and_stances_are_words_without_colour_and_coloured_with_it() -> None:
    plain = claimed("--about", "sabotage").out
    coloured = claimed("--about", "sabotage", "--color", "always").out

    assert "\x1b" not in plain
    assert "\x1b[38;5;160mdenies\x1b[0m" in coloured
    assert "\x1b[38;5;28m✓ confirmed\x1b[0m" in coloured
