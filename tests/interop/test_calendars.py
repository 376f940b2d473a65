"""What draws time for others accepts what is written for it: khal, TimelineJS, Mermaid, markwhen."""

import subprocess
from pathlib import Path

import pytest

from golden import CHRONOLOGY
from program import Inline
from programs import program

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
