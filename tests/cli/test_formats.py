"""Formats are records: what a command can give follows from them, and text or bytes stream to where they go."""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from program import Inline, Write
from relations_cli import ask
from relations_cli.cli import COMMANDS, output
from relations_cli.cli.destination import Destination, destination
from relations_cli.cli.files import write_file
from relations_cli.cli.offered import EVERY, formats_for, formats_of, in_words
from relations_cli.cli.options import Look, Shape
from relations_cli.cli.session import Session
from relations_cli.cli.settings import Settings
from relations_cli.errors import UsageError
from relations_cli.query.claims import CLAIMS
from relations_cli.query.fields import EVENTS
from relations_cli.readers.registry import READERS
from relations_cli.screen import Screen
from relations_cli.writers import FEEDS, rendered
from relations_cli.writers.format import Format, How

SESSION = Session(environment={}, settings=Settings(), completing=lambda *_: [], spelling=str, short=str)
OF_EVENTS, OF_ROWS = formats_for(EVENTS), formats_for(CLAIMS)


def test_a_command_can_give_what_takes_its_rows() -> None:
    assert list(OF_EVENTS) == list(EVERY)
    assert list(OF_ROWS) == [name for name, one in EVERY.items() if one.takes == "rows"]
    assert {"table", "tsv", "csv", "json", "jsonl", "markdown", "markdown-table", "html-fragment", "svg"} <= set(
        OF_ROWS
    )
    assert {"timeline", "docx"} <= set(OF_EVENTS) - set(OF_ROWS)
    assert formats_of(import_module("relations_cli.cli.diff"))["markdown"].home == "views.difference:markdown"
    assert in_words(OF_ROWS).startswith("table (on a terminal the default), tsv (in a pipe), csv, json, jsonl")


WORDS = {"search": ["veto"], "show": ["2022-05-26"], "around": ["2022-05-26"], "changes": ["--since", "2024"]}
"""What a command does not answer without."""


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("schema", "open", "diff", "validate")])
def test_help_and_errors_list_just_what_the_command_can_give(command: str, inline: Inline) -> None:
    formats = formats_of(import_module(f"relations_cli.cli.{command}"))

    page = " ".join(inline(command, "--help").out.split())
    wrong = inline(command, *WORDS.get(command, []), "-o", "nosuch")

    assert f"{in_words(formats)}; or a file" in page
    assert wrong.err == f"timeline: --output: there is no 'nosuch': it is one of {', '.join(formats)}\n"


@pytest.mark.parametrize("one", EVERY.values(), ids=lambda one: one.name)
def test_every_format_of_the_registry_can_be_imported(one: Format) -> None:
    parts = rendered(one, ask("list"), How())  # nothing is drawn before a part is asked for

    assert isinstance(parts, Iterator)


@pytest.mark.parametrize(
    ("shape", "look", "expected"),
    [
        (Shape(), None, Destination(format=None)),
        (Shape(output="csv"), None, Destination(format=EVERY["csv"])),
        (Shape(output="CSV"), None, Destination(format=EVERY["csv"])),
        (Shape(json="id"), None, Destination(format=EVERY["json"])),
        (Shape(json="id", output="jsonl"), None, Destination(format=EVERY["jsonl"])),
        (Shape(output="a.csv"), None, Destination(format=EVERY["csv"], path="a.csv")),
        (Shape(output="a.NDJSON"), None, Destination(format=EVERY["jsonl"], path="a.NDJSON")),
        (Shape(output="./a", to="tsv"), None, Destination(format=EVERY["tsv"], path="./a")),
        (Shape(output="a.csv", to="svg"), None, Destination(format=EVERY["svg"], path="a.csv")),
        (Shape(to="svg"), None, Destination(format=EVERY["svg"])),
        (Shape(to="svg", output="timeline"), None, Destination(format=EVERY["svg"], drawn=True)),
        (Shape(to="svg"), Look(lanes="tag"), Destination(format=EVERY["svg"], drawn=True)),
        (Shape(), Look(lanes="tag"), Destination(format=EVERY["timeline"])),
        (Shape(output="-"), None, Destination(format=None)),
        (Shape(output="-", to="csv"), None, Destination(format=EVERY["csv"])),
        (Shape(output="csv", excel=True), None, Destination(format=EVERY["csv"])),
        (Shape(output="a.csv", excel=True), None, Destination(format=EVERY["csv"], path="a.csv")),
    ],
)
def test_where_a_result_goes_is_decided_once(shape: Shape, look: Look | None, expected: Destination) -> None:
    assert destination(shape, look, OF_EVENTS) == expected


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (Shape(output="foo"), "output: there is no 'foo': it is one of table, tsv, csv, json, jsonl, "),
        (Shape(output="timeline"), "output: 'timeline' takes events only: use it with list, search, around or show"),
        (Shape(output="a.foo"), "output: 'a.foo': the suffix says no format: use one of .tsv, .csv, .json, .jsonl,"),
        (Shape(output="a.b", to="table"), "to: there is no 'table': did you mean markdown-table?"),
        (Shape(to="csv"), "to: says the format of a file: name the file with -o, or the format alone with -o"),
        (Shape(output="-", to="nosuch"), "to: there is no 'nosuch': it is one of tsv, csv, json, jsonl"),
        (Shape(output="a.html"), "output: 'a.html': the suffix says no format: a page comes later; --to html-fragment"),
        (Shape(output="docx"), "output: 'docx' takes events only: use it with list, search, around or show"),
        (Shape(excel=True), "excel: is of csv only: write -o csv, or leave it out"),
        (Shape(excel=True, output="a.tsv"), "excel: is of csv only: write -o csv, or leave it out"),
        (Shape(json="id", fields="id"), "--json, --fields: both name the fields: give one of them"),
    ],
)
def test_what_cannot_be_given_is_refused_with_what_can(shape: Shape, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        destination(shape, None, OF_ROWS)

    assert str(raised.value).startswith(message)


def parts_of(*parts: Any) -> Iterator[Any]:
    yield from parts


def test_text_and_bytes_are_written_part_by_part(tmp_path: Path) -> None:
    path = tmp_path / "x"

    write_file(str(path), parts_of("é", "\n"), force=False)
    assert path.read_bytes() == b"\xc3\xa9\n"
    write_file(str(path), parts_of(b"\xff\x00", b"\r\n"), force=True)
    assert path.read_bytes() == b"\xff\x00\r\n"


def test_a_part_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def failing() -> Iterator[bytes]:
        yield b"new"
        raise UsageError("", None, "no more")

    with pytest.raises(UsageError):
        write_file(str(path), failing(), force=True)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_reach_standard_output_as_they_are(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from relations_cli.cli.streams import write

    write(parts_of(b"\xff\x00\r\n"))

    assert capfdbinary.readouterr().out == b"\xff\x00\r\n"


MINE = json.dumps(
    [
        {"id": "ev\x0eas_of\x0fz", "date": "2020", "title": "Once", "tags": ["x"], "type": "t"},
        {"id": "later", "date": "2021", "title": "Twice", "tags": ["y"], "type": "t"},
    ]
)


def test_a_total_alone_is_just_its_number(inline: Inline, write: Write) -> None:
    assert inline("count", "-f", write("a.json", MINE), "-o", "table").out == "2\n"


def test_lanes_are_drawn_in_every_form_that_is_drawn(inline: Inline, write: Write, tmp_path: Path) -> None:
    mine = write("a.json", MINE)
    picture, lanes = tmp_path / "a.svg", tmp_path / "lanes.svg"

    drawn = inline("list", "-f", mine, "--lanes", "tag", "-o", "timeline").out
    assert drawn == inline("list", "-f", mine, "--lanes", "tag", "-o", "table").out
    assert inline("list", "-f", mine, "-o", str(picture)).code == 0
    assert inline("list", "-f", mine, "--lanes", "tag", "-o", str(lanes)).code == 0
    assert picture.read_text(encoding="utf-8") != lanes.read_text(encoding="utf-8")


def test_a_picture_in_a_file_names_options_as_the_screen_does(inline: Inline, write: Write, tmp_path: Path) -> None:
    picture = tmp_path / "a.svg"

    inline("list", "-f", write("a.json", MINE), "-n", "1", "-o", str(picture))

    assert "--limit" in picture.read_text(encoding="utf-8").replace("&#45;", "-")


def test_markdown_of_two_equal_files_says_nothing(inline: Inline, write: Write) -> None:
    mine = write("a.json", MINE)

    done = inline("diff", mine, mine, "-o", "markdown")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_facet_is_refused_before_a_file_is_read(inline: Inline) -> None:
    assert "--spread: an event has no length in tag" in inline("count", "--by", "tag", "--spread", "-f", "/no").err


def test_an_id_of_a_file_is_no_parameter_of_a_message(inline: Inline, write: Write) -> None:
    whole = {
        "title": "T",
        "propositions": {"prop-1": {"text": "P"}},
        "events": json.loads(MINE),
    }

    done = inline("show", "-f", write("a.json", json.dumps(whole)), "ev", "prop-1")

    assert (done.code, done.out) == (2, "")
    assert r"an event" in done.err
    assert "--as-of" not in done.err


def test_csv_for_excel_begins_with_the_mark_of_utf_8(inline: Inline, tmp_path: Path) -> None:
    plain = inline("list", "-n", "2", "-o", "csv").out
    inline("list", "-n", "2", "-o", str(tmp_path / "x.csv"), "--excel")

    assert inline("list", "-n", "2", "-o", "csv", "--excel").out == f"\ufeff{plain}"
    assert (tmp_path / "x.csv").read_bytes() == f"\ufeff{plain}".encode()
    assert inline("count", "-f", str(tmp_path / "x.csv")).out == "2\n"


def test_what_is_no_text_is_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Format(name="picture", suffixes=(".pic",), gives="bytes", home="writers.csv:write")
    shown = Screen(terminal=True, width=80, colour=False)
    monkeypatch.setattr(output, "screen", lambda _color, _session: shown)

    with pytest.raises(UsageError) as raised:
        output.emit(ask("list"), Shape(output="picture"), SESSION, own={"picture": picture})

    assert str(raised.value) == "output: 'picture' is no text, and nothing for a terminal: name a file: -o out.pic"


def test_formats_lists_every_reader_and_writer_of_the_registries(inline: Inline) -> None:
    rows = json.loads(inline("formats", "-o", "json").out)

    assert [row["name"] for row in rows if row["use"] == "read"] == list(READERS)
    assert [row["name"] for row in rows if row["use"] == "written"] == [*EVERY, *(one.name for one in FEEDS)]
    assert all(row["keeps"] for row in rows)


@pytest.mark.parametrize("name", [name for name, one in EVERY.items() if not one.columns])
def test_a_format_without_columns_takes_no_fields(name: str, inline: Inline) -> None:
    done = inline("list", "-o", name, "--fields", "id")

    why = "leave them out, or write csv, tsv, json or jsonl"
    assert done.err == f"timeline: --fields: choose columns, and {name} has none to choose: {why}\n"
    assert (done.code, done.out) == (2, "")
