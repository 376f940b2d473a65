"""Every format holds the rows that were selected: all of them, no others, in their order."""

import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from contextlib import closing

import pytest
import yaml
from icalendar import Calendar
from markdown_it import MarkdownIt
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from hostile import ran
from relations_cli.cli.offered import EVERY

TITLES = ["Zebra", "Apple", "Mango", "Kiwi", "Plum", "Fig", "Lemon"]
"""Of the events in order of time."""
DAYS = ["2020-01-01", "2020-03", "2021-05-06/2021-05-09", "2022-01-01T09:15", "2022~", "2023-02-03", None]
SELECTIONS: dict[str, list[str]] = {
    "": TITLES,
    "--limit 3": TITLES[:3],
    "--reverse": [*TITLES[5::-1], "Lemon"],
    "--sort title": sorted(TITLES),
    "--tag odd": ["Apple", "Kiwi", "Fig"],
    "--tag odd --reverse -n 2": ["Fig", "Kiwi"],
    "--since 2021 --until 2022": ["Mango", "Kiwi", "Plum"],
    "--sort title --reverse --tag even": ["Zebra", "Plum", "Mango", "Lemon"],
    "--tag odd --until 2019": [],
}
"""What is asked, and which events answer, in order: undated ones last in either direction of time."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    events = [
        {"id": title.lower(), "date": day, "title": title, "tags": ["odd"] if at % 2 else ["even"],
         "sources": [{"publisher": f"Of {title}", "title": f"About {title}", "url": f"https://a.example/{title}"}]}
        for at, (title, day) in enumerate(zip(TITLES, DAYS, strict=True))
    ]  # fmt: skip
    made = tmp_path_factory.mktemp("agreement") / "x.json"
    made.write_text(json.dumps({"title": "T", "events": events}), encoding="utf-8")
    return str(made)


def of_rows(out: bytes) -> list[str]:
    return [row["title"] for row in json.loads(out)]


def of_lines(out: bytes) -> list[str]:
    return [json.loads(line)["title"] for line in out.decode().splitlines()]


def of_csv(out: bytes) -> list[str]:
    return [row["title"] for row in csv.DictReader(io.StringIO(out.decode(), newline=""))]


def of_tsv(out: bytes) -> list[str]:
    return [line.split("\t")[2] for line in out.decode().splitlines()]


def of_yaml(out: bytes) -> list[str]:
    held = yaml.load(out, Loader=yaml.CSafeLoader)
    return [row["title"] for row in (held["events"] if isinstance(held, dict) else held or [])]


def of_markdown(out: bytes) -> list[str]:
    text = out.decode().partition("\n[^1]: ")[0]
    inline = [token.content for token in MarkdownIt("commonmark").parse(text) if token.type == "inline"]
    return [re.sub(r"^(?:\*\*.*?\*\*: )|\[\^\d+\]$", "", re.sub(r"\[\^\d+\]$", "", one)) for one in inline]


def of_table(out: bytes) -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(out.decode())
    cells = [token.content for token in tokens if token.type == "inline"]
    width = sum(token.type == "th_open" for token in tokens)
    return cells[width + 2 :: width] if width else []


def of_html(out: bytes) -> list[str]:
    items = LexborHTMLParser(out.decode()).css("ol:first-of-type > li > p")
    return [re.sub(r" \d+$", "", item.text().rpartition(": ")[2]) for item in items]


def of_xlsx(out: bytes) -> list[str]:
    with CalamineWorkbook.from_filelike(io.BytesIO(out)) as book:
        head, *rows = book.get_sheet_by_name("Events").to_python()
    return [str(row[head.index("title")]) for row in rows]


def of_docx(out: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(out)) as packed:
        root = ET.fromstring(packed.read("word/document.xml"))  # noqa: S314 -- our own
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = ["".join(text.text or "" for text in one.iter(f"{word}t")) for one in root.iter(f"{word}p")]
    return [one[1] for text in paragraphs if (one := re.fullmatch(rf"(?:.*[^“\w])?({'|'.join(TITLES)})[\s\d]*", text))]


def of_ics(out: bytes) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(out).walk("VEVENT")]


def of_slides(out: bytes) -> list[str]:
    return [slide["text"]["headline"] for slide in json.loads(out)["events"]]


def of_graph(out: bytes) -> list[str]:
    events = [node for node in json.loads(out)["@graph"] if node["@type"] == "Event"]
    return [node["name"] for node in events]


def of_sqlite(out: bytes) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(out)
        return [row[0] for row in database.execute("SELECT title FROM events ORDER BY seq")]


def found(pattern: str) -> Callable[[bytes], list[str]]:
    return lambda out: re.findall(pattern, out.decode())


READ: dict[str, Callable[[bytes], list[str]]] = {
    "json": of_rows, "jsonl": of_lines, "csv": of_csv, "tsv": of_tsv, "yaml": of_yaml, "markdown": of_markdown,
    "markdown-table": of_table, "html-fragment": of_html, "xlsx": of_xlsx, "docx": of_docx, "ics": of_ics,
    "timelinejs": of_slides, "jsonld": of_graph, "sqlite": of_sqlite, "mermaid": found("(?m)^ {8}.* : (.*)$"),
    "markwhen": found(r"(?m)^[^>\s\[-][^\n:]*(?::\d\d)?: (\w+) #"),
    "graphviz": found(r'"event/.*label="(?:[^"]*\\n)?(\w+)"'),
    "bibtex": found(r"(?m)^  title = \{\{About (\w+)\}\},$"),
    "csl-json": lambda out: [one["title"].removeprefix("About ") for one in json.loads(out)],
    "table": found(f"({'|'.join(TITLES)})"), "timeline": found(f"({'|'.join(TITLES)})"),
    "svg": found(f"({'|'.join(TITLES)})"),
}  # fmt: skip
"""The titles of the events, or of their sources, as a parser of the format has them."""
DATED = {"ics", "timelinejs", "mermaid", "markwhen"}
"""Formats that have no place for what is undated, which is said."""
IN_TIME = {"mermaid", "timeline"}
"""Formats that are drawn along a line of time, in its direction or the other."""


def test_every_format_is_read() -> None:
    assert set(READ) == set(EVERY)


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("asked", SELECTIONS)
def test_every_format_holds_the_rows_that_were_selected_in_their_order(name: str, asked: str, path: str) -> None:
    expected = [title for title in SELECTIONS[asked] if name not in DATED or title != "Lemon"]
    done = ran("list", "-f", path, *asked.split(), "-o", name)
    out = done.out.encode(errors="surrogateescape")

    held = READ[name](out) if out else []
    in_time = sorted(expected, key=SELECTIONS["--reverse" if "--reverse" in asked else ""].index)
    assert held == (in_time if name in IN_TIME else expected)
    if "Lemon" in SELECTIONS[asked] and name in DATED:
        assert "1 undated event left out" in done.err


CHOSEN: dict[str, Callable[[bytes], list[list[str]]]] = {
    "json": lambda out: [[*row, *map(str, row.values())] for row in json.loads(out)],
    "jsonl": lambda out: [[*row, *row.values()] for row in map(json.loads, out.decode().splitlines())],
    "yaml": lambda out: [[*row, *row.values()] for row in yaml.load(out, Loader=yaml.CSafeLoader)],
    "csv": lambda out: [[*row, *row.values()] for row in csv.DictReader(io.StringIO(out.decode(), newline=""))],
    "tsv": lambda out: [["title", "id", *line.split("\t")] for line in out.decode().splitlines()],
    "markdown-table": lambda out: _under(_bars(out)),
    "markdown": lambda out: _under(_bars(out)),
    "html-fragment": lambda out: _under(
        [[cell.text() for cell in row.css("th, td")] for row in LexborHTMLParser(out.decode()).css("tr")]
    ),
    "xlsx": lambda out: _under(_cells(out)),
    "table": lambda out: _under([line.split() for line in out.decode().casefold().splitlines()]),
}
"""Names and values of each row, where the format has columns."""


def _bars(out: bytes) -> list[list[str]]:
    lines = [line.strip("| ").split(" | ") for line in out.decode().splitlines()]
    return [lines[0], *lines[2:]]


def _cells(out: bytes) -> list[list[str]]:
    with CalamineWorkbook.from_filelike(io.BytesIO(out)) as book:
        return [[str(cell) for cell in row] for row in book.get_sheet_by_name("Events").to_python()]


def _under(lines: list[list[str]]) -> list[list[str]]:
    head, *rows = lines
    return [[*head, *row] for row in rows]


@pytest.mark.parametrize(
    "name", [name for name, one in EVERY.items() if one.columns and name not in ("svg", "timeline")]
)
def test_fields_choose_the_columns_of_every_format_that_has_some(name: str, path: str) -> None:
    done = ran("list", "-f", path, "--tag", "odd", "--fields", "title,id", "-o", name)

    expected = [["title", "id", title, title.lower()] for title in SELECTIONS["--tag odd"]]
    held = CHOSEN[name](done.out.encode(errors="surrogateescape"))
    assert [[one.casefold() for one in row] for row in held] == [[one.casefold() for one in row] for row in expected]


@pytest.mark.parametrize("name", [name for name, one in EVERY.items() if not one.columns])
def test_fields_are_refused_where_a_format_has_no_columns(name: str, path: str) -> None:
    done = ran("list", "-f", path, "--fields", "title", "-o", name)

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert f"{name} has none to choose" in done.err
