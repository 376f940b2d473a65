"""What is asked and what is validated judge a file of others alike: what is refused, what is skipped, what is read."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program import Inline, Write
from readers.reads import reading_of
from relations_cli.errors import DataError
from relations_cli.readers.reading import Options
from relations_cli.readers.registry import read
from relations_cli.validation.reported import problems_of_entries

DAYS = st.sampled_from(["2020-01-02", "2021", "2022-03", "", "tomorrow", "2020-13-45", "31.2.2020"])
TEXTS = st.sampled_from(["Nets are mended", "", " ", "A\u200b"])
EXTRAS = st.sampled_from(["", "north", "x,y"])
ROWS = st.lists(st.tuples(DAYS, TEXTS, EXTRAS), min_size=1, max_size=6)


def table(rows: list[tuple[str, str, str]]) -> bytes:
    return "\n".join(["date\ttitle\tcolour", *("\t".join(row) for row in rows)]).encode()


def document(rows: list[tuple[str, str, str]]) -> bytes:
    return json.dumps({"timeline": [dict(zip(("when", "what", "colour"), row, strict=True)) for row in rows]}).encode()


def lines(rows: list[tuple[str, str, str]]) -> bytes:
    return b"\n".join(json.dumps(dict(zip(("when", "what", "colour"), row, strict=True))).encode() for row in rows)


def calendar(rows: list[tuple[str, str, str]]) -> bytes:
    events = [
        f"BEGIN:VEVENT\r\nDTSTART:{day.replace('-', '')}\r\nSUMMARY:{text}\r\nX-COLOUR:{colour}\r\nEND:VEVENT"
        for day, text, colour in rows
    ]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *events, "END:VCALENDAR", ""]).encode()


FORMS = st.sampled_from([("a.tsv", table), ("a.json", document), ("a.jsonl", lines), ("a.ics", calendar)])


def problems(data: bytes, name: str, severity: str) -> list[str]:
    found = problems_of_entries(data, name, name, Options(), str)
    return [one.reason for one in found if one.severity == severity]


@settings(max_examples=150)
@given(ROWS, FORMS)
def test_what_is_refused_is_an_error_and_what_is_counted_is_none(
    rows: list[tuple[str, str, str]], form: tuple[str, Any]
) -> None:
    name, made = form
    data = made(rows)
    reading = reading_of(name)
    try:
        read(data, reading)
    except DataError:
        assert problems(data, name, "error")
    else:
        assert problems(data, name, "error") == []
        counted = [note.reason() for note in reading.notes if note.kind == "wordless"]
        assert set(counted) <= set(problems(data, name, "warning"))


@settings(max_examples=60)
@given(ROWS, FORMS)
def test_each_error_is_an_entry_that_is_skipped(rows: list[tuple[str, str, str]], form: tuple[str, Any]) -> None:
    name, made = form
    data = made(rows)
    reading = reading_of(name, skip_bad=True)
    try:
        read(data, reading)
    except DataError:
        return
    skipped = {note.reason() for note in reading.notes if note.kind == "skipped"}
    assert set(problems(data, name, "error")) == skipped


@pytest.mark.parametrize("name", ["a.tsv", "a.json", "a.ics"])
def test_a_day_without_text_is_a_warning_where_it_is_counted(write: Write, inline: Inline, name: str) -> None:
    made = {"a.tsv": table, "a.json": document, "a.ics": calendar}[name]
    path = write(name, made([("2020-01-02", "Nets", ""), ("2020-01-03", "Sails", ""), ("2020-01-04", "", "")]).decode())

    listed, validated = inline("list", "-f", path), inline("validate", path)

    assert (listed.code, validated.code) == (0, 0)
    assert "1 entry skipped" in listed.err
    assert "warning: the entry of '2020-01-04' has no text" in validated.out
    assert "0 errors" in validated.err


def test_a_file_of_days_without_texts_is_refused_by_both(write: Write, inline: Inline) -> None:
    path = write("a.tsv", table([("2020-01-02", "Nets", ""), ("2020-01-03", "", ""), ("2020-01-04", "", "")]).decode())

    listed, validated = inline("list", "-f", path), inline("validate", path)

    assert (listed.code, validated.code) == (2, 2)
    assert "2 of 3 entries have no text" in listed.err
