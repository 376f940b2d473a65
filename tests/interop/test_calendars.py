"""What draws time for others accepts what is written for it: khal, TimelineJS, Mermaid, markwhen."""

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from golden import CHRONOLOGY
from program import Inline
from programs import INTEROP, node, program

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
