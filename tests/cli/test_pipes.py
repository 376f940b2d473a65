"""Exit codes that follow one rule, and pipes whose ends fit."""

import csv
import io
import json
import sys
from collections.abc import Callable

import pytest

from program import Inline, Write
from relations_cli import ask, load

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


def test_bundled_is_the_shipped_chronology_wherever_a_file_may_stand(
    write: Write, inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, shipped = write("ours.csv", LOG), len(load().events)

    assert inline("count", "-f", "bundled").out == f"{shipped}\n"
    for more in ([], ["--from", "csv"], ["--map", "date=date"], ["--encoding", "ascii"]):
        assert inline("count", "-f", ours, "-f", "bundled", *more).out == f"{shipped + 3}\n"
    assert inline("validate", "bundled").code == inline("audit", "bundled").code == 0
    assert inline("diff", "bundled", "bundled").code == 0
    assert len(ask("list", "bundled")) == shipped
    about = {row[0]: row[1] for row in inline("about", "-f", "bundled").rows}
    assert about["file"].endswith("events.json")
    monkeypatch.setenv("TIMELINE_FILE", "bundled")
    assert inline("count").out == f"{shipped}\n"


def test_a_file_of_that_name_is_named_by_its_folder(
    write: Write, inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write("bundled", LOG).removesuffix("bundled"))
    for path in ("./bundled", "bund*", "bundle?"):
        done = inline("list", "-f", path, "--json", "id,origin")

        assert [row["id"] for row in json.loads(done.out)] == ["w1", "w2", "w3"]
        assert {row["origin"] for row in json.loads(done.out)} == {"./bundled"}


def test_events_say_where_they_come_from(
    write: Write, inline: Inline, piped: Piped, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("log.csv", LOG).removesuffix("log.csv")
    write("ours.json", OURS)
    monkeypatch.chdir(folder)

    def origins(*args: str) -> dict[str, int]:
        return {row[0]: int(row[1]) for row in inline("count", "--by", "origin", *args).rows}

    shipped = len(load().events)
    assert origins("-f", "log.csv", "-f", "./ours.json") == {"log.csv": 3, "./ours.json": 2}
    assert origins("-f", "*.csv", "-f", "bundled") == {"bundled": shipped, "log.csv": 3}
    assert origins("-f", folder) == {folder: 5}
    assert origins("-f", "ours.json", "-f", "bundled", "--origin", "ours.json", "--as-of", "2021") == {"ours.json": 1}
    piped(LOG)
    assert origins("-f", "-", "-f", "ours.json") == {"-": 3, "ours.json": 2}
    monkeypatch.delenv("TIMELINE_FILE")
    assert origins() == {"bundled": shipped}
    assert json.loads(inline("show", "w1", "-f", "log.csv", "--json", "origin").out) == [{"origin": "log.csv"}]
    assert json.loads(inline("around", "w1", "-f", "log.csv", "--json", "origin").out) == [{"origin": "log.csv"}]


def test_an_origin_can_be_asked(write: Write, inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("log.csv", LOG).removesuffix("log.csv")
    write("ours.json", OURS)
    write("none.csv", HEADER)
    monkeypatch.chdir(folder)
    files = ("-f", "log.csv", "-f", "ours.json", "-f", "none.csv")

    assert inline("list", *files, "--origin", "ours.json", "--fields", "id").ids == ["a", "b"]
    assert inline("count", *files, "--origin", "ours.json", "--origin", "LOG.csv").out == "5\n"
    assert inline("search", "wall", *files, "--origin", "ours.json", "--fields", "id").ids == ["a"]
    assert inline("list", *files, "--origin", "none.csv").code == 1
    wrong = inline("list", *files, "--origin", "our.json")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("timeline: --origin: there is no 'our.json': did you mean ours.json")


def test_an_event_that_two_files_hold_comes_from_the_first_and_a_renamed_one_from_its_own(
    write: Write, inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("a.csv", "id,date,title\nx,2020,X\ny,2021,Y\n").removesuffix("a.csv")
    write("b.csv", "id,date,title\nx,2020,X\ny,2022,Z\n")
    monkeypatch.chdir(folder)
    done = inline("list", "-f", "a.csv", "-f", "b.csv", "--fields", "id,origin")

    assert done.rows == [["x", "a.csv"], ["y", "a.csv"], ["y-2", "b.csv"]]


@pytest.mark.parametrize("suffix", ["json", "jsonl", "csv"])
def test_an_origin_is_worked_out_and_read_from_no_file(write: Write, inline: Inline, suffix: str) -> None:
    path, made = write("log.csv", LOG), write(f"made.{suffix}", "")
    assert inline("list", "-f", path, "--fields", "id,date,title,origin", "-o", made, "--force").code == 0
    (row, *_) = json.loads(inline("list", "-f", made, "--json", "origin,extra").out)

    assert row == {"origin": made, "extra": {}}
    assert "origin" not in next(csv.reader(io.StringIO(inline("list", "-f", made, "-o", "csv").out)))


def test_files_of_which_one_declares_nothing_are_written_as_a_valid_one(write: Write, inline: Inline) -> None:
    ours = write("log.csv", LOG.replace("places", "actors"))
    made = write("made.json", "")
    for filters in ([], ["--since", "2020"], ["--tag", "wall,un"], ["--as-of", "2021"]):
        assert inline("list", "-f", ours, "-f", "bundled", *filters, "-o", made, "--force").code == 0
        done = inline("validate", made)

        assert (done.code, done.out.replace("warning: the event has no source", "").count("warning")) == (0, 0)


def test_about_is_one_object_with_numbers(write: Write, inline: Inline) -> None:
    path, made = write("ours.json", OURS), write("about.json", "")
    told = json.loads(inline("about", "-f", path, "-o", "json").out)

    assert {key: told[key] for key in ("title", "first", "events", "undated", "tags", "sources", "file")} == {
        "title": "T", "first": "2020", "events": 2, "undated": 0, "tags": 2, "sources": 0, "file": path,
    }  # fmt: skip
    assert inline("about", "-f", path, "-o", made, "--force").code == 0
    with open(made, encoding="utf-8") as file:
        assert json.load(file) == told
    assert dict(inline("about", "-f", path).rows) == {key: str(value) for key, value in told.items()}
    assert {"name": "events", "value": 2} in json.loads(inline("about", "-f", path, "--json", "all").out)


def test_about_counts_what_tags_and_actors_list(write: Write, inline: Inline) -> None:
    for path in (write("log.csv", LOG.replace("places", "actors")), write("ours.json", OURS), "bundled"):
        told = json.loads(inline("about", "-f", path, "-o", "json").out)

        assert told["tags"] == len(inline("tags", "-f", path).rows)
        assert told["actors"] == len(inline("actors", "-f", path).rows)
