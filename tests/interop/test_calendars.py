"""What draws time for others accepts what is written for it: khal, TimelineJS, Mermaid, markwhen."""

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from golden import CHRONOLOGY
from program import Inline
from programs import INTEROP, accepted, node, program

pytestmark = pytest.mark.interop

KHAL = """[calendars]
[[ours]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def test_khal_imports_the_calendar_twice_as_the_same_events(tmp_path: Path, inline: Inline) -> None:
    khal = [program("khal"), "-c", str(tmp_path / "config")]
    (tmp_path / "config").write_text(KHAL.format(folder=tmp_path), encoding="utf-8")
    (tmp_path / "calendar").mkdir()
    file = str(tmp_path / "x.ics")
    events = ["-f", str(CHRONOLOGY), "--since", "2022-05", "--until", "2022-06"]
    inline("list", *events, "-o", file)
    count = int(inline("count", *events).out)

    for _ in range(2):
        subprocess.run([*khal, "import", "--batch", "-a", "ours", file], check=True, capture_output=True, timeout=120)
    shown = subprocess.run(
        [*khal, "list", "--format", "{uid}|{start-long}|{end-long}|{title}", "--once", "2022-05-01", "70d"],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    ).stdout.splitlines()

    assert len(list((tmp_path / "calendar").iterdir())) == count
    rows = inline("list", *events, "--fields", "id,lower,upper,title").out.splitlines()
    expected = {
        f"{name}@relations-cli|{first}|{last}|{title}" for name, first, last, title in (row.split("\t") for row in rows)
    }
    assert expected <= set(shown)


PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="dist/css/timeline.css">
<script src="dist/js/timeline.js"></script><div id="drawn" style="width:1200px;height:700px"></div>
<pre id="errors"></pre><script>
const tell = one => { document.getElementById("errors").textContent += (one.message || one.reason) + "\\n"; };
addEventListener("error", tell);
addEventListener("unhandledrejection", tell);
new TL.Timeline("drawn", "data.json", {font: null});
</script>
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- as the library has it
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address at which a browser finds it, on this machine alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


HOSTILE = "date,title,summary\n2024,<script>throw 1</script><img src=x onerror=throw(2)>,<b onclick=x>&amp;</b>\n"
DEEP = "date,title\nY-13800000000,All begins\n2024-03-01/2025,Boats are sold\n"


@pytest.mark.parametrize("data", ["", HOSTILE, DEEP])
def test_timelinejs_draws_a_slide_an_event_without_an_error(
    data: str, site: tuple[Path, str], inline: Inline, tmp_path: Path
) -> None:
    node("@knight-lab/timelinejs")
    chromium = program("chromium")
    folder, address = site
    (folder / "x.csv").write_text(data, encoding="utf-8")
    inline(
        "list",
        "-f",
        str(folder / "x.csv") if data else str(CHRONOLOGY),
        "-o",
        f"{folder}/data.json",
        "--to",
        "timelinejs",
    )
    (folder / "dist").symlink_to(INTEROP / "node_modules" / "@knight-lab" / "timelinejs" / "dist")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")

    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom"]
    page = subprocess.run(
        [chromium, *options, f"--user-data-dir={tmp_path}/profile", f"{address}/index.html"],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    ).stdout

    events = json.loads((folder / "data.json").read_text(encoding="utf-8"))["events"]
    assert '<pre id="errors"></pre>' in page
    assert len(re.findall(r'class="tl-timemarker[ "]', page)) == len(events)
    assert len(re.findall(r'class="tl-slide[ "]', page)) == len(events) + 1  # the title is one
    drawn = page.partition('id="drawn"')[2].partition('<pre id="errors">')[0]
    assert not re.search(r"<script|<img src=.?x|<b ", drawn)


TORTURE = (
    *("a: b : c", "#1; #58; ;;", "%%{init: {}}%% x %% y", "click A call b()", "title x", "section y", "<b>&amp;</b>"),
    *("{} } { \\n `x`", "# x", "accTitle: x", "classDef x:y#1;", "style a:b#c;", "---", "[a](javascript:b)", "1: 2"),
    *(
        "#tag !id x",
        "2024: y",
        "// c",
        "every day",
        "now",
        "[ ] task",
        "group g",
        "end",
        "key: value",
        "&#35;x",
        "@a (b",
    ),
    *(
        "100% #a_b",
        "20% of *it*",
        "https://a.example/#b",
        "![x](https://a.example/b.png)",
        "[Kiel](location)",
        ".end .start",
    ),
)
"""Texts that mean something to one of them."""


@pytest.fixture
def tortured(tmp_path: Path) -> str:
    """A file of events whose titles, and whose summaries on lines of their own, are such texts."""
    rows = [
        {"id": f"e-{at}", "date": "2024-01-02", "title": title, "summary": "\n".join(TORTURE[at:])}
        for at, title in enumerate(TORTURE)
    ]
    (tmp_path / "tortured.json").write_text(json.dumps({"title": "a: b #c", "events": rows}), encoding="utf-8")
    return str(tmp_path / "tortured.json")


def decoded(text: str) -> str:
    """A text of Mermaid's parser, in which entities are marked until they are drawn."""
    return unescape(text.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")).strip()


@pytest.mark.parametrize("is_tortured", [False, True])
def test_mermaid_takes_each_event_with_its_date_and_title(tortured: str, inline: Inline, *, is_tortured: bool) -> None:
    asked = ["list", "-f", tortured if is_tortured else str(CHRONOLOGY)]
    text = inline(*asked, "-o", "mermaid").out

    found = accepted("mermaid", text, "mermaid")

    rows = [json.loads(line) for line in inline(*asked, "-o", "jsonl").out.splitlines()]
    titles = [decoded(title) for task in found["tasks"] for title in task["events"]]
    assert [" ".join(row["title"].split()) for row in rows] == titles
    assert len(found["tasks"]) <= len(rows)
    assert {row["lower"][:4] for row in rows} == {decoded(section) for section in found["sections"]}


def leaves(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The events of a tree of groups."""
    if "children" not in node:
        yield node
    for child in node.get("children", ()):
        yield from leaves(child)


@pytest.mark.parametrize("is_tortured", [False, True])
def test_markwhen_takes_each_event_with_its_days_title_and_id(
    tortured: str, inline: Inline, *, is_tortured: bool
) -> None:
    asked = ["list", "-f", tortured if is_tortured else str(CHRONOLOGY)]
    text = inline(*asked, "-o", "markwhen").out

    found = list(leaves(accepted("markwhen", text, "@markwhen/parser")["events"]))

    rows = [json.loads(line) for line in inline(*asked, "-o", "jsonl").out.splitlines()]
    assert [row["id"] for row in rows] == [event["id"] for event in found]
    titles = [event["firstLine"]["restTrimmed"].strip() for event in found]
    assert [row["title"] for row in rows] == [
        re.sub(r"&#\d+;", lambda one: unescape(one[0]), title) for title in titles
    ]
    for row, event in zip(rows, found, strict=True):
        first, end = (event["dateRangeIso"][name][:10] for name in ("fromDateTimeIso", "toDateTimeIso"))
        assert first == (row["lower"] or row["upper"])
        if row["lower_kind"] == row["upper_kind"] == "day":
            assert str(date.fromisoformat(end) - timedelta(days=1)) == row["upper"]
        assert event["tags"] == [re.sub("[^0-9A-Za-z_]", "_", tag) for tag in row["tags"]]
        assert set(event["properties"]) <= {"id", "edtf", "timezone", "type", "tags", "places", "actors"}
        assert not event.get("percent")
        assert event.get("completed") is None
        assert {block["type"] for block in event["supplemental"]} <= {"text", "listItem"}
