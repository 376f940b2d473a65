"""Hostile data in every place of a chronology, through every command, in every format: what comes out is inert."""

import csv
import io
import itertools
import json
import re
import sqlite3
import time
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from contextlib import chdir, closing
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from golden import CHRONOLOGY
from hostile import LONG, TORTURE, calls, document, formats, lines, live, ran, table, texts, wrong
from program import Outcome
from relations_cli.cli import COMMANDS
from relations_cli.cli.offered import EVERY, formats_of
from relations_cli.errors import TimelineError
from relations_cli.escaping import FORMULA_STARTS
from relations_cli.readers.loading import load
from relations_cli.views.named import VIEWS, view_named
from relations_cli.writers import FEEDS

NAME = "\x1b[5;41m\n\u202e<img>[red]"
"""Of a file."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile") / NAME
    made.mkdir()
    return made


def written(folder: Path, several: "list[str] | tuple[str, ...]") -> dict[str, Any]:
    """Files of every kind that hold the texts; and ids of an event and of a proposition."""
    held, other = document(several), document(several[::-1])
    paths = {name: str(folder / name) for name in ("old.json", "new.json", "x.csv", "x.jsonl")}
    for path, text in zip(
        paths.values(), (json.dumps(held), json.dumps(other), table(several), lines(several)), strict=True
    ):
        Path(path).write_bytes(text.encode())
    return paths | {
        "event": held["events"][0]["id"],
        "proposition": next(iter(held["propositions"])),
        "measure": next(iter(held["measures"])),
    }


def asked(files: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    """Each call and each form: the command, its arguments, the options on form."""
    ours = calls(files["old.json"], files["new.json"], files["event"], files["proposition"], files["measure"])
    foreign = [
        (command, [*arguments, "--skip-bad"])
        for path in (files["x.csv"], files["x.jsonl"])
        for command, arguments in (
            ("list", ["-f", path]), ("list", ["-f", path, "--explain"]), ("count", ["-f", path, "--by", "tag"]),
            ("tags", ["-f", path]), ("about", ["-f", path]), ("diff", [path, files["x.csv"], "--explain"]),
            ("around", ["-f", path, "2024"]), ("audit", [path]),
        )
    ]  # fmt: skip
    checked = [("validate", [path]) for path in (files["x.csv"], files["x.jsonl"])]
    return [
        (command, arguments, form) for command, arguments in [*ours, *foreign, *checked] for form in formats(command)
    ]


def is_inert(done: Outcome, command: str, arguments: list[str], form: list[str]) -> None:
    """Assert what holds of every output: no control, no hidden text, no markup, a record a line."""
    assert "mistake in timeline" not in done.err
    assert done.code in (0, 1, 2)
    assert live(done.err) == []
    assert all(line.startswith("timeline: ") for line in done.err.splitlines())
    name = form[1] if form[:1] == ["-o"] else "json" if form[:1] == ["--json"] else ""
    if done.out:
        checked(name, done.out, tuple(form))
    if name in ("json", "jsonl") and arguments[:2] and command in READ_AS_IT_IS and "old.json" in "".join(arguments):
        rows = (
            json.loads(done.out or "[]") if name == "json" else [json.loads(line) for line in done.out.split("\n")[:-1]]
        )
        assert not re.search(r"\\x[0-9a-f]{2}|\\u[0-9a-f]{4}", "\n".join(_strings(rows)))


@lru_cache(maxsize=512)
def checked(name: str, out: str, form: tuple[str, ...]) -> None:
    """Assert what holds of a format: once of one text, however many calls give it."""
    CHECKS[name](out, list(form))


def _drawn(out: str, form: list[str]) -> None:
    assert live(out, but="\n\t" if not form else "\n", coloured="always" in form) == []


def _tsv(out: str, _form: list[str]) -> None:
    assert live(out, but="\n\t") == []
    assert len({line.count("\t") for line in out.split("\n")[:-1]}) <= 1
    assert out == "" or out.endswith("\n")


def _csv(out: str, _form: list[str]) -> None:
    assert live(out, but="\n\t\r") == []
    head, *rows = csv.reader(io.StringIO(out, newline=""))
    assert {len(row) for row in rows} <= {len(head)}
    starts = (*FORMULA_STARTS, "\n", "＝", "＋", "－", "＠")
    assert [cell for row in rows for cell in row if cell.startswith(starts) and not re.fullmatch(r"-?\d+", cell)] == []


def _json(out: str, _form: list[str]) -> None:
    assert live(out) == []
    assert json.loads(out) is not None


def _jsonl(out: str, _form: list[str]) -> None:
    assert live(out) == []
    assert all(json.loads(line) for line in out.split("\n")[:-1])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from itertools.chain(value, *map(_strings, value.values()))
    elif isinstance(value, list):
        yield from itertools.chain.from_iterable(map(_strings, value))


_OF_MARKDOWN = {
    *(f"{name}_{step}" for name in ("bullet_list", "list_item", "paragraph", "strong", "em", "heading")
      for step in ("open", "close")),
    *(f"{name}_{step}" for name in ("table", "thead", "tbody", "tr", "th", "td") for step in ("open", "close")),
    "inline", "text", "text_special", "code_inline", "softbreak", "hardbreak",
}  # fmt: skip


def _markdown(out: str, form: list[str]) -> None:
    assert live(out) == []
    body, notes = without_notes(out)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    every = [*tokens, *(one for token in tokens for one in token.children or ())]
    assert {token.type for token in every} <= _OF_MARKDOWN
    lines = [line for line in body.split("\n") if re.match(" *(- |#|[|])", line)]
    opened = sum(token.type in ("list_item_open", "heading_open", "tr_open") for token in tokens)
    assert opened == sum(not re.fullmatch(r"\|(?: ---:? \|)+", line) for line in lines)
    if form[:2] == ["-o", "markdown-table"]:
        assert {token.type for token in tokens if token.level == 0} <= {"table_open", "table_close"}
        assert len(set(_cells_of_rows(tokens))) <= 1
    for note in notes:
        links = [one for token in MarkdownIt("commonmark").parse(note) for one in token.children or ()]
        assert {one.type for one in links} <= {"text", "text_special", "link_open", "link_close"}
        assert all(str(one.attrs["href"]).startswith("http") for one in links if one.type == "link_open")


def without_notes(out: str) -> tuple[str, list[str]]:
    """A text in Markdown without its footnotes and the references to them; and what these say."""
    notes = re.findall(r"^\[\^\d+\]: (.*)$", out, re.MULTILINE)
    body = re.sub(r"^\[\^\d+\]: .*\n", "", out, flags=re.MULTILINE)
    return re.sub(r" ?(?<!\\)\[\^\d+\]", "", body), notes


def _cells_of_rows(tokens: list[Any]) -> Iterator[int]:
    cells = 0
    for token in tokens:
        cells += token.type in ("td_open", "th_open")
        if token.type == "tr_close":
            yield cells
            cells = 0


_OF_HTML = {
    "ol", "ul", "li", "p", "strong", "em", "time", "sup", "a", "cite", "dl", "dt", "dd", "section", "h2", "h3",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def _html(out: str, _form: list[str]) -> None:
    assert live(out) == []
    root = ET.fromstring(f"<body>{out}</body>")  # noqa: S314 -- our own
    assert {element.tag for element in root.iter()} <= {*_OF_HTML, "body"}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert (element.tag, name) in {
                ("time", "datetime"), ("a", "href"), ("a", "rel"), ("li", "id"), ("th", "scope"),
            }  # fmt: skip
            assert name != "href" or re.match("(https?://|#timeline-)[!-~]+$", value)
    held = LexborHTMLParser(f"<!doctype html><title>t</title>{out}")
    assert held.body is not None
    # a parser of HTML sees the very tree that one of XML sees: no text of the data is markup to either
    seen = [node.tag for node in held.body.traverse(include_text=False)]
    assert seen == ["body", *(element.tag for element in root.iter() if element is not root)]


def _docx(out: str, _form: list[str]) -> None:
    with zipfile.ZipFile(io.BytesIO(out.encode(errors="surrogateescape"))) as packed:
        parts = {
            name: packed.read(name).decode(errors="replace")
            for name in packed.namelist()
            if name[-4:] in (".xml", "rels")
        }
    texts = [element.text or "" for element in ET.fromstring(parts["word/document.xml"]).iter()]  # noqa: S314 -- ours
    assert live("".join(texts)) == []
    assert "instrText" not in parts["word/document.xml"]
    relations = ET.fromstring(parts["word/_rels/document.xml.rels"])  # noqa: S314 -- ours
    outside = [one.attrib["Target"] for one in relations if one.attrib.get("TargetMode") == "External"]
    assert all(re.fullmatch("https?://[!-~]+", target) for target in outside)


def _svg(out: str, _form: list[str]) -> None:
    assert live(out) == []
    root = ET.fromstring(out)  # noqa: S314 -- our own
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "style", "rect", "g", "text", "tspan", "a"}
    attributes = [one for element in root.iter() for one in element.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name.endswith("}href")]
    assert all(re.fullmatch("https?://[!-~]+", value) for name, value in attributes if name == "href")


def _yaml(out: str, _form: list[str]) -> None:
    assert live(out) == []
    assert yaml.load(out, Loader=yaml.CSafeLoader) is not None


def _jsonld(out: str, _form: list[str]) -> None:
    assert live(out) == []
    graph = json.loads(out)["@graph"]
    assert {key for node in graph for key in node if key.startswith("@")} <= {"@id", "@type"}
    assert all(re.fullmatch("#[!-~]+", node["@id"]) for node in graph)
    addresses = [one for node in graph for source in node.get("citation", ()) for one in (source.get("url"),) if one]
    assert all(re.fullmatch("https?://[!-~]+", one) for one in addresses)


def _sqlite(out: str, _form: list[str]) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(out.encode("utf-8", "surrogateescape"))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = {row[:2] for row in database.execute("SELECT type, name FROM sqlite_master")}
        ours = "INSERT INTO events_fts(events_fts) VALUES ('rebuild')"
        assert not [name for kind, name in names if kind == "trigger" or not re.fullmatch("[a-z_0-9]+", name)]
        database.execute(ours)


def _ics(out: str, _form: list[str]) -> None:
    assert max(len(line.encode()) for line in out.split("\r\n")) <= 75
    unfolded = out.replace("\r\n ", "")
    assert live(unfolded.replace("\r\n", "\n")) == []
    calendar = Calendar.from_ical(out)
    names = {"NAME", "PRODID", "VERSION", "CALSCALE", "X-WR-CALNAME"}
    assert set(calendar) == names
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT"}
    for event in calendar.walk("VEVENT"):
        assert set(event) <= {
            "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL", "TRANSP",
            "X-EDTF-DATE", "X-STATUS", "X-TYPE", "X-PLACE", "X-ACTOR", "X-SOURCE",
        }  # fmt: skip
        assert re.fullmatch("https?://[!-~]+", event.get("URL", "http://x"))
    assert unfolded.count("\r\n") == unfolded.count("\n")


def _timelinejs(out: str, _form: list[str]) -> None:
    assert live(out) == []
    document = json.loads(out)
    for slide in (document["title"], *document["events"]):
        html = LexborHTMLParser("".join(slide["text"].values()) + slide.get("group", ""))
        for element in html.css("body *"):
            assert element.tag in {"p", "br", "footer", "ul", "li", "cite", "a", "time"}
            assert set(element.attributes) <= {"href"}
            assert re.fullmatch(r"https?://\S+", element.attributes.get("href") or "http://x")


def _mermaid(out: str, _form: list[str]) -> None:
    assert live(out) == []
    first, title, *lines = out.split("\n")[:-1]
    assert first == "timeline"
    assert title.startswith("    title ")
    for line in lines:
        assert re.fullmatch(r"    section \d+(?: BC)?|        [^:]* : [^:]+", line)
    assert not re.search(r"%%|[<>&{}]|javascript:", out)


def _markwhen(out: str, _form: list[str]) -> None:
    assert live(out) == []
    title, *events = out.removesuffix("\n").split("\n\n")
    assert isinstance(json.loads(title.removeprefix("title: ")), str)
    for event in events:
        head, *lines = event.split("\n")
        assert re.match(r"\d{4}[-/\d :]*(?:now)?: |\d+ BC", head)
        for line in lines:
            assert re.match(
                r'(id|edtf|timezone|type|tags|places|actors): ["\[][^#]*$|>($| )|- (Date|Status|Actors|Source): ', line
            )
        assert re.findall("<[a-z!/][^>]*>", event) == re.findall(r"<https?://\S+>", event)
        assert not re.search(r"\]\((?!https?://)|!\[[^\]]*\]\(", event)


def _graphviz(out: str, _form: list[str]) -> None:
    """Outside of quotes there are only words of the language; inside no escape but ours, and no entity."""
    assert live(out) == []
    quoted = re.findall(r'"((?:[^"\\\n]|\\.)*)"', out)
    rest = re.sub(r'"(?:[^"\\\n]|\\.)*"', "", out)
    assert re.fullmatch(r"digraph timeline \{[\w\s=,.;\[\]>-]*\}\n", rest)
    for text in quoted:
        assert set(re.findall(r"\\(.)", text)) <= {"n", "\\", '"'}
        if not re.match("https?://", text):
            assert re.search("&(?!amp;)", text) is None


def _bibtex(out: str, _form: list[str]) -> None:
    """Braces are balanced as BibTeX counts them; of LaTeX there are only the signs that stand for characters."""
    assert live(out) == []
    depth, entries = 0, 0
    for one in re.findall("[@{}]", out):
        entries += one == "@" and depth == 0
        depth += {"{": 1, "}": -1}.get(one, 0)
        assert depth >= 0
    assert depth == 0
    assert entries == len(re.findall("(?m)^@", out))
    fields = [line for line in out.splitlines() if line.startswith("  ") and not line.startswith("  url = ")]
    names = set(re.findall(r"\\([a-zA-Z]+|.)", "\n".join(fields)))
    assert names <= {"textbackslash", "textasciitilde", "textasciicircum", "textbraceleft", "textbraceright",
                     "{", "}", *"%&#_$"}  # fmt: skip
    assert not [line for line in fields if re.search(r"(?<!\\)[%&#_$~^]", line)]
    urls = re.findall("(?m)^  url = (.*),$", out)
    assert all(re.fullmatch(r"\{https?://[^{}\\\s]+\}", url) for url in urls)


def _csl(out: str, form: list[str]) -> None:
    _json(out, form)
    assert all(live(text, but="") == [] for text in _strings(json.loads(out)))
    assert all(re.fullmatch("https?://[!-~]+", item.get("URL", "http://x")) for item in json.loads(out))


def _atom(out: str, _form: list[str]) -> None:
    assert live(out, but="\n\t") == []
    root = ET.fromstring(out)  # noqa: S314 -- our own
    space = "{http://www.w3.org/2005/Atom}"
    tags = {element.tag.removeprefix(space) for element in root.iter()}
    assert tags <= {"feed", "id", "title", "subtitle", "updated", "published", "author", "name", "rights", "generator",
                    "entry", "link", "summary", "content", "category"}  # fmt: skip
    links = [element.get("href", "") for element in root.iter(f"{space}link")]
    assert all(re.fullmatch("https?://[!-~]+", link) for link in links)
    parsed = feedparser.parse(out.encode())
    assert not parsed.bozo
    assert len(parsed.entries) == out.count("<entry>")


def _jsonfeed(out: str, form: list[str]) -> None:
    _json(out, form)
    items = json.loads(out)["items"]
    assert all(live(text, but="\n\t") == [] for text in _strings(items))
    assert all(re.fullmatch("https?://[!-~]+", item.get("url", "http://x")) for item in items)


def _xlsx(out: str, _form: list[str]) -> None:
    with zipfile.ZipFile(io.BytesIO(out.encode(errors="surrogateescape"))) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    for name, part in parts.items():
        root = ET.fromstring(part)  # noqa: S314 -- our own
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert not tags & {"f", "script", "dataValidation", "externalReference", "ddeLink", "oleObject"}
        assert live("".join(root.itertext()), but="\n\t") == []
        if name.endswith(".rels"):
            outside = [one.attrib["Target"] for one in root if one.attrib.get("TargetMode") == "External"]
            assert all(re.fullmatch("(?i:https?)://[!-~]+", target) for target in outside)


Check = Callable[[str, list[str]], None]
CHECKS: dict[str, Check] = {
    "": _drawn, "table": _drawn, "timeline": _drawn, "svg": _svg,
    "tsv": _tsv, "csv": _csv, "json": _json, "jsonl": _jsonl, "markdown": _markdown,
    "yaml": _yaml, "jsonld": _jsonld, "sqlite": _sqlite,
    "ics": _ics, "timelinejs": _timelinejs, "mermaid": _mermaid, "markwhen": _markwhen,
    "graphviz": _graphviz, "bibtex": _bibtex, "csl-json": _csl, "atom": _atom, "jsonfeed": _jsonfeed,
    "xlsx": _xlsx, "markdown-table": _markdown,
    "html-fragment": _html, "docx": _docx,
}  # fmt: skip


def test_every_format_of_every_command_is_asked_for_and_has_a_checker() -> None:
    every = {*EVERY, *(one.name for one in FEEDS)}
    offered = {name: set(formats_of(import_module(f"relations_cli.cli.{name}"))) for name in COMMANDS}
    asked_for = {name: {form[1] for form in formats(name) if form[:1] == ["-o"]} for name in COMMANDS}

    assert {command for command, names in asked_for.items() if names != offered[command]} <= WITHOUT_ROWS
    assert set().union(*offered.values()) == every == set(CHECKS) - {""}


WITHOUT_ROWS = {command for command in COMMANDS if not import_module(f"relations_cli.cli.{command}").TABLE.fields}
"""Commands that have no rows."""


def test_every_view_is_drawn_by_a_call_that_is_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = set()

    def spying(name: str, answer: object, **options: Any) -> Any:
        drawn.add(name)
        return view_named(name, answer, **options)

    for module in ("views.drawing", "cli.claims"):
        monkeypatch.setattr(f"relations_cli.{module}.view_named", spying)
    for command, arguments, form in asked(written(folder, ["a", "b", "c", "d", "e", "f"])):
        if form in ([], ["-o", "timeline"]):
            ran(command, *form, *arguments, terminal=True, COLUMNS="80")

    assert drawn == set(VIEWS)


WHOLE_FILES = (
    ["x.json"], ["x.jsonl"], ["x.yaml"], ["x.csv", "--excel"], ["x.docx", "--numbered"], ["x.sqlite", "--datasette"],
    ["x.svg"], ["x.svg", "--lanes", "tag"], ["x.xlsx"], ["x.ics"],
)  # fmt: skip
"""What a file, or an option of one format, has besides."""


@pytest.mark.parametrize("to", WHOLE_FILES, ids=" ".join)
def test_files_are_inert_as_streams_are(to: list[str], folder: Path) -> None:
    files = written(folder, TORTURE)
    path = folder / to[0]
    assert ran("list", "-f", files["old.json"], "-o", str(path), *to[1:], "--force").code == 0

    raw = path.read_bytes()
    text = raw.removeprefix("\ufeff".encode()) if "--excel" in to else raw
    CHECKS[path.suffix[1:]](text.decode(errors="surrogateescape"), [])
    if "--datasette" in to:
        told = (folder / "metadata.json").read_text(encoding="utf-8")
        assert live(told) == []
        assert "_html" not in told


@pytest.mark.parametrize("at", [0, 6, 12])
def test_a_title_of_ten_thousand_characters_is_inert_in_every_format(at: int, folder: Path) -> None:
    path, held = str(folder / "old.json"), document(["a", "b", "c", "d", "e", "f"])
    for event, pair in zip(
        held["events"], zip(LONG[at : at + 6 : 2], LONG[at + 1 : at + 6 : 2], strict=True), strict=True
    ):
        event |= {"title": pair[0], "summary": pair[1], "tags": [pair[0][:9]]}
        event["sources"][0] |= {"title": pair[1], "publisher": pair[0]}
    Path(path).write_text(json.dumps(held), encoding="utf-8")
    for form in (one for one in formats("list") if "all" not in one):
        began = time.process_time()
        is_inert(ran("list", *form, "-f", path), "list", ["-f", path], form)
        assert time.process_time() - began < SLOW


SLOW = 10
"""Seconds for three events, on a machine that is busy with other things."""


READ_AS_IT_IS = set(COMMANDS) - {"validate", "schema", "diff", "audit"}
"""Commands whose json has the very texts of a file of ours; the others have words about them."""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_piece_is_inert_in_every_format_of_a_command(command: str, folder: Path) -> None:
    for one, arguments, form in asked(written(folder, TORTURE)):
        if one == command:
            is_inert(ran(command, *form, *arguments), command, arguments, form)
            if not form:
                is_inert(ran(command, *arguments, terminal=True, COLUMNS="60"), command, arguments, ["always"])


@settings(max_examples=100)
@given(several=st.lists(texts, min_size=6, max_size=6), data=st.data())
def test_any_texts_are_inert_in_any_answer(folder: Path, several: list[str], data: st.DataObject) -> None:
    command, arguments, form = data.draw(st.sampled_from(asked(written(folder, several))))

    is_inert(ran(command, *form, *arguments), command, arguments, form)


def refusal(path: str) -> str:
    """What Python shows of the error on a file; empty where it can be read."""
    try:
        load(path)
    except TimelineError as error:
        return str(error)
    return ""


def assert_a_wrong_file_is_told_inert(path: Path, content: str) -> None:
    path.write_bytes(content.encode(errors="replace"))
    asking = (
        ("list", ["-f", str(path)]),
        ("list", ["-f", str(path), "--skip-bad", "--explain"]),
        ("validate", [str(path)]),
    )
    for command, arguments in asking:
        is_inert(ran(command, *arguments), command, arguments, [])
    for form in (["-o", "csv"], ["-o", "tsv"], ["-o", "json"]):
        is_inert(ran("validate", str(path), *form), "validate", [], form)
    assert live(refusal(str(path)), but="") == []


@pytest.mark.parametrize("name", wrong(TORTURE))
def test_every_piece_is_told_inert_in_a_file_that_is_wrong(name: str, folder: Path) -> None:
    assert_a_wrong_file_is_told_inert(folder / name, wrong(TORTURE)[name])


@settings(max_examples=60)
@given(several=st.lists(texts, min_size=6, max_size=6), name=st.sampled_from(list(wrong(TORTURE))))
def test_what_is_said_of_a_wrong_file_is_inert(folder: Path, several: list[str], name: str) -> None:
    assert_a_wrong_file_is_told_inert(folder / name, wrong(several)[name])


KEPT = ("id", "title", "summary", "type", "tags", "actors", "places", "related", "claims", "note", "extra")
"""What json has as the file has it."""


@settings(max_examples=30)
@given(several=st.lists(texts, min_size=6, max_size=6), reverse=st.booleans())
def test_json_holds_the_very_texts_and_a_row_an_event(folder: Path, several: list[str], *, reverse: bool) -> None:
    files = written(folder, several)
    events = {event["id"]: event for event in document(several)["events"]}
    path = ["list", "-f", files["old.json"], *(["-r"] if reverse else [])]

    rows = json.loads(ran(*path, "-o", "json").out)

    assert [{key: row[key] for key in KEPT} for row in rows] == [
        {key: events[row["id"]][key] for key in KEPT} for row in rows
    ]
    assert rows == [json.loads(line) for line in ran(*path, "-o", "jsonl").out.split("\n")[:-1]]
    ids = [row["id"] for row in rows]
    cells = list(csv.reader(io.StringIO(ran(*path, "-o", "csv", "--fields", "id,title").out, newline="")))
    assert len(cells) == 1 + len(ids)
    assert ran(*path, "-o", "tsv", "--fields", "id,title").out.count("\n") == len(ids)
    assert ran(*path, "-o", "tsv", "--fields", "id,title").out.count("\t") == len(ids)


WORDS: tuple[list[str], ...] = (
    ["list", "--tag"], ["list", "--actor"], ["list", "--place"], ["list", "--type"],
    ["list", "--status"], ["list", "--json"], ["list", "--fields"],
    ["list", "--json", "id", "--fields"], ["list", "--since"], ["list", "--until"], ["list", "--on"],
    ["list", "--year"], ["list", "--as-of"], ["list", "-n"], ["list", "-f"], ["list", "--color"],
    ["list", "--lanes"], ["list", "-o"], ["list", "--to", "csv", "-o"],
    ["list", "-o", "/x/y.csv", "--to"], ["list", "-f", "x", "--from"], ["show", "--"],
    ["around", "--"], ["claims", "--about"], ["claims", "--by"], ["claims", "--stance"],
    ["figures", "--of"], ["count", "--by"], ["search", "--"], ["search", "--sort", "rank", "--"],
    ["search", "a", "--sort"], ["validate", "--"], ["validate", "--encoding"],
    ["diff", "x.json", "--"], ["audit", "--"], ["changes", "--since"], [], ["help"], ["--"], ["list"],
    ["list", "--map"], ["list", "--dates"], ["list", "--pivot"], ["list", "--anniversary"],
)  # fmt: skip


@settings(max_examples=80)
@given(st.sampled_from(WORDS), texts, st.sampled_from(["", "-", "--"]))
def test_any_word_that_is_typed_is_repeated_on_a_line_and_inert(
    folder: Path, before: list[str], word: str, dash: str
) -> None:
    with chdir(folder):  # the word may be one that writes a file
        done = ran(*before, f"{dash}{word}", TIMELINE_FILE=str(CHRONOLOGY))

    assert "mistake in timeline" not in done.err
    assert live(done.err) == []
    assert all(line.startswith("timeline: ") for line in done.err.splitlines())
    if done.code == 2:
        assert (done.out, done.err.count("\n")) == ("", 1)


@settings(max_examples=30)
@given(st.lists(texts, min_size=2, max_size=2, unique=True), st.sampled_from([["--help"], ["list"], ["no-such"], []]))
def test_settings_are_repeated_inert(folder: Path, words: list[str], args: list[str]) -> None:
    (folder / "timeline").mkdir(exist_ok=True)
    key, value = (json.dumps(word, ensure_ascii=True).replace("\x7f", "\\u007f") for word in words)
    for said in (f"[alias]\n{key} = {value}\n", f"{key} = {value}\n", f"color = {value}\n", f"file = {value}\n"):
        (folder / "timeline" / "config.toml").write_text(said, encoding="utf-8")

        done = ran(*args, XDG_CONFIG_HOME=str(folder))

        assert "mistake in timeline" not in done.err
        assert live(done.out, but="\n\t") == live(done.err) == []
        assert done.err.count("\n") <= 1


REFUSED = (
    "there.json", "there.csv", "there.svg", "folder.json", "no/such.json", "there.json/x.csv",
    "a\0.json", "\ud800/\udcff.csv", "\n/\n.json", f"{'x' * 300}.json", "x.nosuch", "x.", "./", "-o/x",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_a_refused_file_is_one_line_and_nothing_is_written(command: str, tmp_path: Path) -> None:
    files = written(tmp_path, ["a", "b", "c", "d", "e", "f"])
    for name in ("there.json", "there.csv", "there.svg"):
        (tmp_path / name).write_text("held", encoding="utf-8")
    (tmp_path / "folder.json").mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    of_each_file = {str(arguments[:2]): arguments for one, arguments, _ in asked(files) if one == command}

    for to, arguments in itertools.product(REFUSED, of_each_file.values()):
        done = ran(command, "-o", f"{tmp_path}/{to}", *arguments)

        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err
        assert done.err.startswith("timeline: ")
        assert live(done.err) == []
        assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in ("there.json", "there.csv", "there.svg")} == {
        "held"
    }
