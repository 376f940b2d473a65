"""Hostile texts in every place of a chronology, what must never reach an output, and the program run on them."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from typing import Any

from hypothesis import strategies as st

from program import Outcome
from relations_cli.cli import COMMANDS
from relations_cli.cli.app import run
from relations_cli.cli.offered import formats_of
from relations_cli.dates.periods import UNITS
from relations_cli.query.facets import FACETS
from relations_cli.views import LANES

BLINK = "\x1b[5;41m"
"""A style that nothing of ours has: where it comes out, the data has brought it."""
WELL_FORMED = (
    "👩\u200d🚀", "👨\u200d👩\u200d👧", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "❤\ufe0f", "می\u200cخواهم", "क्\u200dष", "1\ufe0f\u20e3",
)  # fmt: skip
"""What holds characters that draw nothing, and needs them."""
_NEEDED = re.compile("[👩👨👧्]\u200d|🏴[\U000e0060-\U000e007f]+|[❤1]\ufe0f|ی\u200c")
"""These characters, with what stands before them: a line may end behind them."""
PIECES = (
    "a", " ", "word", "中文", "e\u0301", *WELL_FORMED, BLINK, "\x1b]52;c;aGk=\x07",
    "\x1b]8;;http://x\x1b\\", "\x00", "\x07", "\x08", "\x0b", "\x0c", "\x7f", "\x85", "\x9b5m", "\n",
    "\n\n", "\r", "\r\n", "\t", "\u2028", "\u2029", "\x0e", "\x0f", "\x0esince\x0f", "\x01\x02",
    "\xad", "\u061c", "\u180e", "x\u200by", "x\u200cy", "x\u200dy", "\u200e", "\u200f", "\u202e",
    "\u2060", "\u2064", "\u2066", "\ufeff", "\ufff9", "\ufffb", "x\ufe0fy", "\U000e0001",
    "\U000e0041\U000e007f", "x\U000e01efx", "\ufffe", "<img src=x onerror=alert(1)>", "</script>",
    "<!--", "]]>", "&lt;", "&#27;", "\n\n<div>\n", "\n\n# h\n", "\n- i", "1. ", "![i](http://x)",
    "[l](javascript:x)", "<http://x>", "`", "``", "**b**", "~~s~~", "|", "\\", "> ", "+ ",
    "\n\n    code", "[red]r[/red]", "[/]", "[/bold]", "[link=http://x]l[/link]", "[@click=x]", "=1+1",
    "+1", "-1", "@x", "\t=1", "＝1", "＠x", "'", '"', ",", ";", "$(touch x)", "%s", "{0}", "-oevil.json",
    '=HYPERLINK("http://x","y")', "=cmd|'/C calc'!A0",
    "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\n", "\nATTACH:file:///x",
    "%%{init: {'theme': 'dark'}}%%", '\nclick a "javascript:x"', "\nsection x", " : y",
    "<!DOCTYPE x [<!ENTITY e 'z'>]>", "&e;",
    "<![CDATA[", "<?xml?>", '" onmouseover="x', "' style='x", "\n[^1]: http://x", "[^1]", "\n[l]: http://x",
    "[l]",    "\n===\n", "\n---\n", "a@b.example", "www.x.example", "https://x.example/<b>", "$x^2$", "\n~~~\n",
    "\n# h", "\\N\\L", "\\input{x}",
    "@comment{", "}}", "{{", "!!python/object:x", "&a *a", "\n...\n---\n",
    "@context", "@id", "'; DROP TABLE events; --",
    "\nid: x", "#x", "\n> x", "_x000D_", "<r>x</r>",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
TORTURE = tuple("".join(PIECES[at::6]) for at in range(6))
"""Every piece, in few texts."""
_LONGEST = 10_000
LONG = tuple(
    (piece * _LONGEST)[:_LONGEST]
    for piece in (
        "x",
        "a ",
        "<",
        "[",
        "](",
        "`",
        "\\",
        "_",
        "* ",
        "{",
        "&a;",
        "=",
        "%",
        "\u202e",
        "\n",
        "é",
        "http://",
        "'",
    )
)
"""Texts over which a rule that looks back, or ahead, would stand still."""


def document(texts: Sequence[str]) -> dict[str, Any]:
    """A chronology that holds the texts, any six or more, in every place that takes one."""
    at = iter(range(1_000_000))

    def text() -> str:
        return texts[next(at) % len(texts)]

    def unlike() -> str:
        return f"{text()}{next(at)}"

    actors, props, ids = ([unlike() for _ in range(3)] for _ in range(3))
    types, tags, measures = ([unlike() for _ in range(2)] for _ in range(3))

    def claims() -> list[dict[str, Any]]:
        return [
            {"by": actors[n % 3], "stance": stance, "date": f"2024-0{n + 1}-01", "note": text(), "event": ids[n % 3],
             "quote": text(), "locator": text(), "source": url,
             "figures": [{"of": measures[n % 2], "low": 5, "high": 50 + n}]}
            for n, stance in enumerate(("asserts", "denies", "corroborates", "confirms"))
        ]  # fmt: skip

    url = text()
    source = {
        "publisher": text(),
        "title": text(),
        "url": url,
        "date": "2024",
        "kind": "press",
        "language": text(),
        "archived": text(),
    }
    return {
        "title": text(),
        "description": text(),
        "license": text(),
        "updated": "2024-05-01",
        "types": {name: text() for name in types},
        "tags": {name: text() for name in tags},
        "measures": {name: text() for name in measures},
        "actors": {
            name: {"name": text(), "kind": "person", "aliases": [unlike()]} | ({"parent": actors[0]} if n else {})
            for n, name in enumerate(actors)
        },
        "propositions": {name: {"text": text(), "claims": claims()} for name in props},
        "events": [
            {
                "id": name, "date": date, "title": text(), "summary": text(), "type": types[n % 2], "tags": tags,
                "actors": actors, "places": [text(), text()], "claims": claims(), "propositions": props,
                "related": ids, "sources": [source, source | {"url": text()}], "note": text(),
                "extra": {text(): text(), "more": [{text(): text()}]},
            }
            for n, (name, date) in enumerate(zip(ids, ("2024-01-01", "2024-02/2024-03", None), strict=True))
        ],
        "extra": {text(): text()},
    }  # fmt: skip


def table(texts: Sequence[str]) -> str:
    """A csv of somebody else's with the texts in its header and its cells."""
    buffer = io.StringIO(newline="")
    rows = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    rows.writerow(["date", "title", "tags", "source", *(f"{text}{n}" for n, text in enumerate(texts))])
    for n, text in enumerate(texts):
        rows.writerow([("2024-01-01", "8/25/2020", "", text)[n % 4], f"t{text}", text, text, *texts])
    return buffer.getvalue().replace("\0", "")


def lines(texts: Sequence[str]) -> str:
    """The same as json lines."""
    return "".join(
        json.dumps({"date": ("2024-01-01", "2024", text)[n % 3], "title": f"t{text}", "place": text, text: texts})
        + "\n"
        for n, text in enumerate(texts)
    )  # fmt: skip


def wrong(texts: Sequence[str]) -> dict[str, str]:
    """By name, files that cannot be read as they are, each with the texts where it is wrong."""
    held = document(texts)
    first = held["events"][0]
    broken = {
        "key": held | {texts[0]: 1},
        "keys": held | {"events": [first | {f"{text}1": text for text in texts}]},
        "date": held | {"events": [first | {"date": text, "id": f"{text}{n}"} for n, text in enumerate(texts)]},
        "stance": held | {"events": [first | {"claims": [{"by": texts[1], "stance": texts[2]}]}]},
        "kind": held | {"actors": {texts[0]: {"name": texts[1], "kind": texts[2], texts[3]: ""}}},
        "type": held | {"tags": {texts[0]: [texts[1]]}, "title": [texts[2]]},
        "taken": held | {"events": [first, first]},
        "schema": held | {"$schema": f"chronology-{texts[0]}.schema.json"},
        "names": held | {"types": {}, "tags": {}, "actors": {}, "measures": {}, "propositions": {}},
        "alias": held
        | {"actors": {f"{n}{texts[0]}": {"name": texts[1], "kind": "person", "aliases": [texts[2]]} for n in "ab"}},
    }
    made = {f"{name}.json": json.dumps(one) for name, one in broken.items()}
    twice = json.dumps(texts[0])
    raw = "".join(f"BEGIN:VEVENT\r\nUID:{text}\r\nDTSTART:{text}\r\nSUMMARY:{text}\r\nEND:VEVENT\r\n" for text in texts)
    prose = "\n\n".join(f"January {n + 1}, 2024: {text}\n\nMarch {text}: {text}" for n, text in enumerate(texts))
    return made | {
        "twice.json": f'{{"title": "T", {twice}: 1, {twice}: 2, "events": []}}',
        "half.json": json.dumps(held)[:-40] + texts[0],
        "rows.jsonl": "".join(json.dumps({"date": text, "title": text, text: text}) + "\n" for text in texts)
        + texts[0],
        "cells.csv": f"{texts[0]},{texts[1]}\n" + "".join(f"2024-01-01,{text},{text}\n" for text in texts),
        "dates.csv": "date,title\n" + "".join(f'"{text.replace(chr(34), "")}",x\n' for text in texts),
        "tree.yaml": json.dumps(held, ensure_ascii=False),
        "loose.yaml": "events:\n" + "".join(f"- date: 2024-01-01\n  title: {text}\n" for text in texts),
        "page.md": f"---\ntitle: {texts[0]}\n{texts[1]}: 2\n---\n\n# {texts[2]}\n\n{prose}\n",
        "page.html": f"<html><body><h1>{texts[0]}</h1><p>{prose.replace(chr(10) * 2, '</p><p>')}</p></body></html>",
        "text.txt": prose,
        "dates.ics": f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{raw}END:VCALENDAR\r\n",
    }


def calls(path: str, other: str, name: str, subject: str, measure: str) -> Iterator[tuple[str, list[str]]]:
    """Every command with each of its ways to ask, and its arguments before the format.

    Args:
        path: a chronology.
        other: another one.
        name: the id of an event in the first.
        subject: the id of a proposition in it.
        measure: the id of a measure in it.
    """
    given = ["-f", path]
    asked: Mapping[str, list[list[str]]] = {
        "search": [["-f", path, "--", "word"], ["-f", path, "-C", "1", "--", "word a"]],
        "show": [[*given, *how, "--", one] for how in ([], ["--history"], ["--cite"]) for one in (name, subject)],
        "open": [[*given, "--print", "--", one] for one in (name, subject)],
        "around": [[*given, "2024-01-02"], [*given, "--", name], [*given, "2024-01-02", "--", name]],
        "changes": [[*given, "--since", "2020"]],
        "figures": [given, [*given, "--of", measure], [*given, "--of", measure, "--one-scale"]],
        "count": [given, *([*given, "--by", facet] for facet in FACETS if facet not in UNITS),
                  [*given, "--by", "actor,tag"], [*given, "--by", "week", "--by", "proposition", "--spread"]],
        "list": [given, [*given, "--as-of", "2024-02"], [*given, "--long"], [*given, "--explain"],
                 *([*given, "--lanes", lane] for lane in LANES)],
        "contested": [given],
        "diff": [[path, other], [other, path], ["--explain", path, other]],
        "validate": [[path], ["--strict", path, other]],
        "audit": [[path], ["--archive", path], ["--language", "ru,zh-Hans", path]],
        "schema": [[]],
    }  # fmt: skip
    for command in COMMANDS:
        for arguments in asked.get(command, [given]):
            yield command, arguments


def formats(command: str) -> list[list[str]]:
    """The options that ask for each form in which a command can be answered; a command without rows has one."""
    module = import_module(f"relations_cli.cli.{command}")
    if not module.TABLE.fields:
        return [[]]
    whole = ["--fields", "all"]
    plain = [["-o", name] for name in formats_of(module)]
    every = [["-o", name, *whole] for name, one in formats_of(module).items() if one.columns and name != "timeline"]
    coloured = [["-o", name, "--color", "always"] for name in ("table", "timeline") if name in formats_of(module)]
    return [[], ["--json", "all"], *plain, *every, *coloured]


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def ran(*args: str, terminal: bool = False, **environment: str) -> Outcome:
    """The program in this process, with both streams in UTF-8, on a fixed day."""
    streams = [(_Terminal if terminal else io.TextIOWrapper)(io.BytesIO(), "utf-8", newline="") for _ in range(2)]
    given = {"TIMELINE_TODAY": "2026-11-26", "XDG_CONFIG_HOME": "/nonexistent", "TIMELINE_PAGER": "", "TERM": "xterm"}
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        code = run(list(args), given | environment)
    out, err = (_content(stream) for stream in streams)
    return Outcome(code, out, err)


def _content(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw: Any = stream.buffer
    return str(raw.getvalue().decode(errors="surrogateescape"))  # bytes that are no text stay what they are


_UNDRAWN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_OURS = re.compile("\x1b(?:\\[[0-9;]*m|\\]8;(?:id=[0-9]+)?;[!-~]*\x1b\\\\)")
"""Colours and links, as our own views write them."""


def live(text: str, *, but: str = "\n", coloured: bool = False) -> list[str]:
    """What of an output a terminal would follow or hide; empty where it is inert.

    Args:
        text: the output.
        but: the controls that its format has.
        coloured: whether it may have colours and links.
    """
    found = [piece for piece in (BLINK,) if piece in text]
    rest = _OURS.sub("", text) if coloured else text
    rest = _NEEDED.sub("", rest)
    controls = {one for one in set(rest) if unicodedata.category(one) in ("Cc", "Cs")}.difference(but)
    found += [ascii(one) for one in rest if one in controls] if controls else []
    return found + [ascii(one) for one in _UNDRAWN.findall(rest)]
