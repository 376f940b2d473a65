"""Exit codes that follow one rule, and pipes whose ends fit."""

import io
import json
import sys
from collections.abc import Callable

import pytest

from program import Inline, Write

LOG = "id,date,title,tags,places\nw1,2020-01-05,Wall,wall,Ostra\nw2,2020-04-06,Boat,boat,Mole\nw3,2021-02-01,Ice,ice,\n"
HEADER = "date,title\n"
OURS = json.dumps({
    "title": "T", "tags": {"ice": "Ice", "wall": "Walls"}, "events": [
        {"id": "a", "date": "2020", "title": "A", "tags": ["wall"], "places": ["Ostra"]},
        {"id": "b", "date": "2022", "title": "B", "places": ["Mole"]},
    ],
})  # fmt: skip
FILTERS = ("--tag", "--not-tag", "--place", "--actor", "--type", "--language")

Piped = Callable[[str], None]


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Piped:
    """Give a text: standard input has it."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.parametrize("option", FILTERS)
@pytest.mark.parametrize("command", ["list", "count", "tags", "search"])
def test_a_name_that_is_nowhere_is_a_mistake_in_every_file(
    write: Write, inline: Inline, option: str, command: str
) -> None:
    words = ("wall",) if command == "search" else ()
    for path in (write("log.csv", LOG), write("ours.json", OURS)):
        done = inline(command, *words, "-f", path, option, "zqx")

        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(f"timeline: {option}: there is no 'zqx'")


def test_the_nearest_name_in_use_is_offered(write: Write, inline: Inline) -> None:
    done = inline("list", "-f", write("log.csv", LOG), "--place", "Ostre")

    assert (done.code, done.err) == (2, "timeline: --place: there is no 'Ostre': did you mean Ostra?\n")


@pytest.mark.parametrize("option", FILTERS)
def test_a_name_in_a_file_without_events_is_none(write: Write, inline: Inline, option: str) -> None:
    for path in (write("h.csv", HEADER), write("none.json", '{"title": "T", "tags": {"a": "A"}, "events": []}')):
        done = inline("list", "-f", path, option, "zqx")

        assert (done.code, done.out) == (1, "")
    assert inline("show", "zqx", "-f", path).code == inline("around", "zqx", "-f", path).code == 1


def test_a_name_that_is_hidden_or_unused_finds_nothing(write: Write, inline: Inline) -> None:
    path = write("ours.json", OURS)

    assert inline("list", "-f", path, "--tag", "ice").code == 1
    hidden = inline("list", "-f", path, "--place", "Mole", "--as-of", "2021")
    assert (hidden.code, hidden.out) == (1, "")
    assert "there is no" not in hidden.err


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("w1\nw3\n", ["w1", "w3"]), ("w3\nw1", ["w3", "w1"]), ("w1\nw1\n", ["w1"]), ("w1\r\nw2\r\n", ["w1", "w2"]),
        ("w1\t2020\tWall\nw2\t2020-04\tBoat\n", ["w1", "w2"]), ("+3 d\tw2\t2020\n", ["w2"]), ("\ufeffw1\n", ["w1"]),
        ("w1\0w2\0", ["w1", "w2"]), ("\n\nw1\n \t\n", ["w1"]), ("Wall\tw1\tw2\n", ["w1"]),
    ],
)  # fmt: skip
def test_ids_come_from_the_first_cell_of_each_line_that_is_one(
    write: Write, inline: Inline, piped: Piped, text: str, ids: list[str]
) -> None:
    path = write("log.csv", LOG)
    piped(text)
    assert inline("show", "-", "-f", path, "--fields", "id").ids == ids
    piped(text)
    assert inline("around", "-", "-f", path, "--days", "0", "--fields", "id").ids == ids


@pytest.mark.parametrize(("text", "line"), [("w1\nw9\n", 2), ("w\n", 1), ("2020-01-05\n", 1), ("w1\n\nid,date\n", 3)])
def test_a_line_that_holds_no_id_is_named(write: Write, inline: Inline, piped: Piped, text: str, line: int) -> None:
    for command in ("show", "around"):
        piped(text)
        done = inline(command, "-", "-f", write("log.csv", LOG))

        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(
            f"timeline: standard input:{line}: no cell of '{text.splitlines()[line - 1]}' is an id"
        )


def test_ids_and_chronology_do_not_both_come_from_standard_input(
    inline: Inline, piped: Piped, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped("w1\n")
    for command in ("show", "around"):
        done = inline(command, "-", "-f", "-")
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert "both the ids and the chronology" in done.err
    monkeypatch.setenv("TIMELINE_FILE", "-")
    assert inline("show", "-").code == 2


def test_no_ids_show_nothing(write: Write, inline: Inline, piped: Piped) -> None:
    for command in ("show", "around"):
        piped("")
        assert inline(command, "-", "-f", write("log.csv", LOG)).code == 1


def test_what_a_question_prints_another_takes(write: Write, inline: Inline, piped: Piped) -> None:
    path = write("log.csv", LOG)
    piped(inline("search", "wall OR boat", "-f", path, "--sort", "date").out)
    rows = inline("around", "-", "-f", path, "--before", "120", "--after", "0").rows

    assert [(row[0], row[1], row[-1]) for row in rows] == [
        ("anchor", "w1", "w1"), ("-92 d", "w1", "w2"), ("anchor", "w2", "w2"),
    ]  # fmt: skip
    assert json.loads(inline("around", "w1", "w2", "-f", path, "-o", "json", "--days", "0").out)[1]["anchor"] == "w2"


def test_an_event_near_two_anchors_is_written_once(write: Write, inline: Inline) -> None:
    path, made = write("log.csv", LOG), write("made.json", "")
    assert inline("around", "w1", "w2", "-f", path, "--days", "100", "-o", made, "--force").code == 0

    assert inline("list", "-f", made, "--fields", "id").ids == ["w1", "w2"]
    assert inline("around", "w1", "w2", "-f", path, "--days", "100", "-o", "timeline").out.count("Boat") == 1
    assert inline("around", "w1", "w2", "-f", path, "--days", "100", "-o", "table").out.count("Boat") == 2
