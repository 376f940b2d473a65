"""What a chronology is about: sentences under headings, each number that its rows have."""

import io
import json
import sys

import pytest
from rich.cells import cell_len

from hostile import ran
from program import Write
from small import SMALL

EMPTY = '{"title": "", "events": []}'
ONE = '{"title": "T", "events": [{"id": "a", "date": "-0043", "title": "Ides", "landmark": true, "tags": ["x"]}]}'
UNDATED = '{"title": "T", "events": [{"id": "a", "date": null, "title": "A"}, {"id": "b", "date": null, "title": "B"}]}'


def test_a_page_says_it_in_sentences_under_headings() -> None:
    assert (
        ran("about", "-f", str(SMALL), "-o", "table", COLUMNS="80").out
        == f"""\
The bridge at Northgate

Invented, and awkward in every way that a chronology can be.

When
  25 events, 3 landmarks among them.
  The first: until 1850; the last: 2030; 3 undated.

Who and what
  9 actors, 5 tags, 4 types.

Who says so
  9 sources, 20 claims, 6 propositions.

Where it comes from
  Updated 1 Jun 2024.
  Licence: CC0-1.0
  File: {SMALL}
"""
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (EMPTY, ["No events.", "No actors, no tags, no types.", "No sources, no claims, no propositions."]),
        (ONE, ["1 event, 1 landmark among them.", "Dated 44 BC; none undated.", "No actors, 1 tag, no types."]),
        (UNDATED, ["2 events, no landmarks among them.", "All undated."]),
    ],
)
def test_what_is_not_there_is_said_in_words(write: Write, text: str, said: list[str]) -> None:
    lines = [line.strip() for line in ran("about", "-f", write("x.json", text), "-o", "table").out.splitlines()]

    assert [one for one in said if one not in lines] == []
    assert "Updated" not in "".join(lines)
    assert ("All undated." in lines) == (text == UNDATED)


def test_what_came_through_a_pipe_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EMPTY.encode())))

    assert ran("about", "-f", "-", "-o", "table").out.endswith("  It was read from standard input.\n")


@pytest.mark.parametrize("width", ["60", "80", "140", "200"])
def test_lines_fit_and_the_text_is_the_same_at_any_width(width: str) -> None:
    shown, coloured = (ran("about", "-o", "table", "--color", when, COLUMNS=width).out for when in ("never", "always"))

    assert all(cell_len(line) <= int(width) for line in shown.splitlines())
    assert coloured.replace("\x1b[1m", "").replace("\x1b[0m", "") == shown
    assert shown.split() == ran("about", "-o", "table", COLUMNS="92").out.split()


def test_rows_are_what_they_were() -> None:
    facts = json.loads(ran("about", "-f", str(SMALL), "-o", "json").out)

    assert (facts["events"], facts["licence"]) == (25, "CC0-1.0")
    assert ran("about", "-f", str(SMALL)).rows[0] == ["title", "The bridge at Northgate"]
    assert ran("about", "-f", str(SMALL), "-o", "table", "--fields", "name,value").out.startswith("NAME")
