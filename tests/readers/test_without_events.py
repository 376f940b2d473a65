"""A well-formed file without events is no error, of whatever format; one that is empty or something else is one."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import Inline, Write
from relations_cli.errors import DataError
from relations_cli.readers.loading import load
from relations_cli.readers.reading import Reading
from relations_cli.readers.registry import read
from relations_cli.validation import validate

CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%sEND:VCALENDAR\r\n"
BUSY = "BEGIN:VFREEBUSY\r\nUID:1\r\nEND:VFREEBUSY\r\n"
WITHOUT = (
    ("a.json", "[]"), ("a.json", "{}"), ("a.json", '{"title": "t"}'), ("a.json", '{"events": []}'),
    ("a.json", '{"title": "t", "events": []}'), ("a.json", '{"events": null}'), ("a.json", '{"events": {}}'),
    ("a.json", '{"$schema": "chronology-1.schema.json", "title": "t"}'), ("a.json", '{"tags": {"a": "b"}}'),
    ("a.json", '{"title": "t", "description": "d", "license": "MIT", "extra": {"a": 1}}'),
    ("a.json", '{"items": []}'), ("a.json", '{"data": {"items": []}}'), ("a.json", "\ufeff{}"), ("a", "{}"),
    ("a", "[]"), ("a.json", '{"timeline": {"headline": "H", "date": []}}'), ("a.geojson", '{"features": []}'),
    ("a.jsonl", ""), ("a.jsonl", "\n\n"),
    ("a.yaml", "events: []\n"), ("a.yaml", "[]\n"), ("a.yaml", "{}\n"), ("a.yaml", "title: t\n"),
    ("a.yaml", "events:\n"), ("a.yaml", "title: t\nlicense: MIT\nevents: []\n"), ("a.yml", "# none\ntimeline: []\n"),
    ("a.ics", CALENDAR % ""), ("a.ics", (CALENDAR % "") * 2), ("a.ics", CALENDAR % "X-WR-CALNAME:t\r\n"),
    ("a", CALENDAR % ""), ("a.csv", "date,title\n"), ("a.csv", "date,title"), ("a.csv", "date,title\n\n"),
    ("a.tsv", "date\ttitle\n"),
)  # fmt: skip
TOLD = (
    ("a.json", '{"features": [], "type": "FeatureCollection"}', "'type' holds no event"),
    ("a.json", '{"events": [], "foo": {"a": 1}}', "'foo' holds no event"),
    ("a.json", '{"title": {"text": {"headline": "x"}}, "events": []}', "the title slide is no event"),
    ("a.yaml", "foo: 1\nevents: []\n", "'foo' holds no event"),
    ("a.ics", CALENDAR % BUSY, "a VFREEBUSY is no event"),
    ("a.md", "Some words.\n", "'Some words.': no entry"),
)
NEITHER = (
    ("a.json", ""), ("a.json", " \n"), ("a.json", "null"), ("a.json", "3"), ("a.json", '"x"'), ("a.json", '{"foo": 1}'),
    ("a.json", '{"title": "t", "foo": 1}'), ("a.json", '{"title": 3}'), ("a.json", '{"foo": []}'), ("a.json", "[{}]"),
    ("a.json", '{"data": {"title": "lost"}}'), ("a.json", '{"title": "t", "updated": "soon"}'), ("a.json", "[3]"),
    ("a.json", '{"$schema": "chronology-9.schema.json"}'), ("a.json", '{"title": "t", "actors": {"u": 3}}'),
    ("a.yaml", ""), ("a.yaml", "# none\n"), ("a.yaml", "foo: 1\n"), ("a.yaml", "x\n"), ("a.yaml", "updated: soon\n"),
    ("a.ics", ""), ("a.ics", "hello\n"), ("a.csv", ""), ("a.csv", "\n"), ("a.txt", ""), ("a.md", ""),
)  # fmt: skip


@pytest.mark.parametrize(("name", "text"), WITHOUT)
def test_a_file_without_events_has_no_rows_and_no_problems(write: Write, inline: Inline, name: str, text: str) -> None:
    path = write(name, text)
    listed, validated = inline("list", "-f", path), inline("validate", path)

    assert (listed.code, listed.out) == (1, "")
    assert listed.err == "timeline: nothing matched, of 0 events (dates are inclusive)\n"
    assert (validated.code, validated.out) == (0, "")
    assert inline("count", "-f", path).rows == [["0"]]


@pytest.mark.parametrize(("name", "text", "told"), TOLD)
def test_what_stands_in_a_file_without_events_is_told(
    write: Write, inline: Inline, name: str, text: str, told: str
) -> None:
    path = write(name, text)
    listed, validated = inline("list", "-f", path, "--explain"), inline("validate", path)

    assert (listed.code, listed.out) == (1, "")
    assert told in listed.err
    assert validated.code == 0
    assert f"warning: {told}" in validated.out


@pytest.mark.parametrize(("name", "text"), NEITHER)
def test_an_empty_file_and_one_of_something_else_are_errors_for_everybody(
    write: Write, inline: Inline, name: str, text: str
) -> None:
    path = write(name, text)
    listed, validated = inline("list", "-f", path), inline("validate", path)

    assert (listed.code, listed.out, listed.err.count("\n")) == (2, "", 1)
    assert validated.code == 2
    assert ": error: " in validated.out


def test_what_a_chronology_without_events_says_of_itself_is_kept(write: Write, inline: Inline, tmp_path: Path) -> None:
    said: dict[str, Any] = {
        "title": "T", "description": "D", "license": "MIT", "tags": {"t": "T"}, "extra": {"k": [1]},
        "actors": {"u": {"name": "U", "kind": "state"}}, "updated": "2024",
    }  # fmt: skip
    path = write("a.json", json.dumps(said))

    assert inline("about", "-f", path).rows[0] == ["title", "T"]
    assert inline("tags", "-f", path).rows[0][0] == "t"
    assert inline("list", "-f", path, "-o", str(tmp_path / "x.json")).code == 1
    assert load(str(tmp_path / "x.json")) == load(path)


KEYS = st.sampled_from(("title", "events", "items", "data", "tags", "foo", "updated", "extra", "$schema", "timeline"))
VALUES = st.recursive(
    st.none() | st.sampled_from(("", "x", "2020", 3, True)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(VALUES)
def test_no_word_of_a_document_without_events_is_lost_unsaid(document: Any) -> None:
    data, reading = json.dumps(document).encode(), Reading(name="a.json", path="a.json")
    problems = [one for one in validate(data, "a.json", (2026, 11, 30)) if one.severity == "error"]
    try:
        chronology = read(data, reading)
    except DataError:
        assert problems
        return
    assert not problems
    told = {note.what.split("'")[1] for note in reading.notes if note.kind == "left out"}
    if isinstance(document, dict) and not chronology.events:
        kept = {"title", "tags", "updated", "extra", "$schema"}
        assert {key for key, value in document.items() if value and key not in kept} <= told | {
            "events",
            *_empty(document),
        }


def _empty(document: dict[str, Any]) -> set[str]:
    """Keys under which stands no word, however deep."""
    return {key for key, value in document.items() if isinstance(value, dict) and not any(map(_words, value.values()))}


def _words(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_words, value.values()))
    return bool(value)
