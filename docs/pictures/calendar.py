"""The picture of a calendar, khal with an .ics of ours, by Chromium: ``python docs/pictures/calendar.py``."""

import os
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
WIDTH, LINES = 100, 24
CONFIG = """[calendars]
[[relations]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
firstweekday = 0
"""
THEME = TerminalTheme((255, 255, 255), (30, 30, 30), [(30, 30, 30)] * 8)


def run(*command: str) -> str:
    """What a program says, in a terminal of that width."""
    environment = os.environ | {"TIMELINE_TODAY": "2026-11-26", "COLUMNS": str(WIDTH), "LC_TIME": "C"}
    return subprocess.run(command, capture_output=True, check=True, env=environment, encoding="utf-8").stdout


def main() -> None:
    """Write the calendar of a month, let khal import and show it, and take the picture."""
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/x.ics"
        run(sys.executable, "-m", "relations_cli", "list", "--since", "2024-06", "--until", "2024-06", "-o", file)
        (Path(folder) / "config").write_text(CONFIG.format(folder=folder), encoding="utf-8")
        (Path(folder) / "calendar").mkdir()
        khal = ("khal", "--color", "-c", f"{folder}/config")
        run(*khal, "import", "--batch", "-a", "relations", file)
        shown = run(*khal, "calendar", "--once", "--format", "{start-end-time-style} {title}", "2024-06-01", "30d")
        console = Console(record=True, width=WIDTH, file=StringIO())
        console.print(Text.from_ansi("\n".join(shown.splitlines()[:LINES])), no_wrap=True, overflow="ellipsis")
        page = console.export_html(
            theme=THEME,
            inline_styles=True,
            code_format='<meta charset="utf-8"><pre style="font:15px/1.35 monospace">{code}',
        )
        (Path(folder) / "page.html").write_text(page, encoding="utf-8")
        options = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/profile",
            "--hide-scrollbars",
        )
        picture = ("--window-size=930,520", f"--screenshot={HERE / 'calendar.png'}", f"file://{folder}/page.html")
        run("chromium", *options, *picture)


if __name__ == "__main__":
    main()
