"""Exit codes that follow one rule, and pipes whose ends fit."""

import json

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
