"""What a result in a format must be, whatever it holds."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

import yaml

from machine.live import live_html
from relations_cli.cli import COMMANDS

_FORMULA = re.compile("[\r\n\t\x00]*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_WEB = re.compile("https?://[!-~]+$")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")
_NO_RESULT = {"help", "--help", "-h", "--fields=help", "--json=help", "--version"}
"""Words after which something else is printed than a result."""
OBJECT = "object"
"""The json of ``about``, which is no array of rows, unless fields are asked for."""
_LIVE_ELEMENTS = ("script", "foreignObject", "image", "iframe", "animate", "set", "use")


def outputs(line: Sequence[str]) -> list[str]:
    """What a command line gives for ``-o``, each time; it may hang on it, as in ``-ro x.csv`` and ``-ox.csv``."""
    line = _options(line)
    found: list[str] = []
    for place, word in enumerate(line):
        behind = line[place + 1 : place + 2]
        if word.startswith("--output="):
            found.append(word.partition("=")[2])
        elif word == "--output":
            found += behind
        elif short := re.fullmatch("-[A-Za-z]*?o(.*)", word, re.DOTALL):
            found += [short[1]] if short[1] else behind
    return found


def _options(line: Sequence[str]) -> Sequence[str]:
    """The words among which options are: those before ``--``."""
    return line[: line.index("--")] if "--" in line else line


def form_of(line: Sequence[str]) -> str:
    """The format that a command line asks for on standard output; empty: none, or a file."""
    form, line = "", _options(line)
    for place, word in enumerate(line):
        behind = line[place + 1] if place + 1 < len(line) else ""
        if (word == "--json" and behind != "help") or word.startswith("--json="):
            form = "json"
    form = (outputs(line) or [form])[-1]
    if not _NO_RESULT.isdisjoint(line):
        return ""
    if form == "json" and not any(word.startswith(("--json", "--fields")) for word in line):
        return OBJECT if next((word for word in line if word in COMMANDS), "") == "about" else form
    return form if form in FORMS else ""


def fault_of_form(text: str, form: str) -> str:
    """What is wrong with a result in that format; empty where nothing is."""
    try:
        return (FORMS | {OBJECT: _object})[form](text)
    except (ValueError, csv.Error, ET.ParseError) as error:
        return f"cannot be read: {error}"


def _json(text: str) -> str:
    if text and not isinstance(json.loads(text), list):
        return "no array"
    return ""


def _object(text: str) -> str:
    return "" if not text or isinstance(json.loads(text), dict) else "no object"


def _jsonl(text: str) -> str:
    for line in text.split("\n")[:-1]:
        if not isinstance(json.loads(line), dict):
            return f"a line that is no object: {line[:60]}"
    return "" if text.endswith("\n") or not text else "the last line has no end"


def _yaml(text: str) -> str:
    try:
        return "" if not text or yaml.load(text, Loader=yaml.CSafeLoader) is not None else "nothing"
    except yaml.YAMLError as error:
        return f"cannot be read: {error}"


def _database(text: str) -> str:
    return "" if not text or text.startswith("SQLite format 3\0") else "no database"


def _ics(text: str) -> str:
    lines = text.split("\r\n")
    if text and (lines[0], lines[-2:]) != ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""]):
        return "no whole calendar"
    return "a line that is too long" if any(len(line.encode()) > 75 for line in lines) else ""  # noqa: PLR2004 -- RFC 5545


def _mermaid(text: str) -> str:
    return "" if not text or text.startswith("timeline\n") else "no timeline"


def _markwhen(text: str) -> str:
    return "" if not text or text.startswith("title: ") else "no heading"


def _packed(text: str) -> str:
    return "" if not text or text.startswith("PK") else "no archive"


def _tsv(text: str) -> str:
    tabs = {line.count("\t") for line in text.split("\n")[:-1]}
    return f"rows of {sorted(tabs)} tabs" if len(tabs) > 1 else ""


def _csv(text: str) -> str:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if len({len(row) for row in rows}) > 1:
        return "rows of different length"
    for cell in (cell for row in rows for cell in row):
        if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
            return f"a cell that is a formula: {cell[:40]!r}"
    return ""


def _svg(text: str) -> str:
    if not text:
        return ""
    for element in ET.fromstring(text).iter():  # noqa: S314 -- expat expands nothing that the program has not written
        name = element.tag.rpartition("}")[2]
        is_led = any("href" in key and not _WEB.match(value) for key, value in element.attrib.items())
        if name in _LIVE_ELEMENTS or is_led or any(key.lower().startswith("on") for key in element.attrib):
            return f"a live element: {name}"
    return ""


def _markdown(text: str) -> str:
    live = live_html(text)
    return f"live HTML: {live!r}" if live else ""


def _graphviz(text: str) -> str:
    rest = re.sub(r'"(?:[^"\\\n]|\\.)*"', "", text)
    return "a text that is not quoted" if text and not re.fullmatch(r"digraph timeline \{[^<{}]*\}\n", rest) else ""


def _bibtex(text: str) -> str:
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    return "braces that are not balanced" if depth else ""


def _atom(text: str) -> str:
    names = {element.tag.rpartition("}")[2] for element in ET.fromstring(text).iter()} if text else set()  # noqa: S314
    return f"a live element: {sorted(names)}" if names & {*_LIVE_ELEMENTS, "img", "iframe", "a"} else ""


def _html(text: str) -> str:
    for element in ET.fromstring(f"<body>{text}</body>").iter():  # noqa: S314 -- expat expands nothing of ours
        for name, value in element.attrib.items():
            if element.tag in _LIVE_ELEMENTS or name.startswith("on") or name == "style":
                return f"a live element: {element.tag}"
            if name == "href" and not _WEB.match(value) and not value.startswith("#timeline-"):
                return f"a link that leads elsewhere: {value[:40]!r}"
    return ""


def _drawn(_text: str) -> str:
    return ""


FORMS: dict[str, Callable[[str], str]] = {
    "json": _json,
    "jsonl": _jsonl,
    "tsv": _tsv,
    "csv": _csv,
    "yaml": _yaml,
    "jsonld": _object,
    "sqlite": _database,
    "xlsx": _packed,
    "ics": _ics,
    "timelinejs": _object,
    "mermaid": _mermaid,
    "markwhen": _markwhen,
    "svg": _svg,
    "markdown": _markdown,
    "graphviz": _graphviz,
    "bibtex": _bibtex,
    "csl-json": _json,
    "atom": _atom,
    "jsonfeed": _object,
    "markdown-table": _markdown,
    "html-fragment": _html,
    "docx": _packed,
    "table": _drawn,
    "timeline": _drawn,
}
"""Each format that goes to standard output; a test holds that the program has no other."""
