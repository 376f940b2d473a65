"""Reading tables and YAML with the installed `timeline`: whole processes, and that the time grows as the file does.

Run it with the Python of an environment in which the wheel and its extra readers are installed:

    python benchmarks/reading.py [--runs N]

The goals: 100,000 records of csv in 3 s, a YAML file of 1 MB in 2 s. Files are made anew, of different events, in a
folder of their own; the figures are medians.
"""

import argparse
import datetime
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

FIRST = datetime.date(1990, 1, 1)
MEGABYTE = 1_000_000


def days() -> Iterator[tuple[int, datetime.date]]:
    """Numbered days, which come again after 30 years."""
    number = 0
    while True:
        yield number, FIRST + datetime.timedelta(days=number % 11_000)
        number += 1


def table(records: int, write_day: str = "%Y-%m-%d") -> str:
    """A csv file of so many records."""
    lines = ["Date,Title,Description,Category,Source,Location"]
    for number, day in days():
        if number == records:
            break
        text = f'"A longer text, with a comma, about number {number}."'
        lines.append(f"{day:{write_day}},Event {number} happens,{text},a; b,https://example.org/{number},Minsk")
    return "\n".join(lines)


def yaml(size: int) -> str:
    """A YAML list of so many bytes."""
    parts: list[str] = []
    length = 0
    for number, day in days():
        parts.append(
            f"- date: {day}\n  title: Event {number} happens\n  description: A longer text about number {number}.\n"
            f"  tags: [a, b]\n  source: https://example.org/{number}\n"
        )
        length += len(parts[-1])
        if length >= size:
            break
    return "".join(parts)


def duplicates(records: int) -> str:
    """A csv file that tells one event again and again, under one id."""
    return "id,date,title\n" + "".join(f"a,2020,Event {number}\n" for number in range(records))


FILES: dict[str, tuple[str, Callable[[], str]]] = {
    "csv, 25,000 records": ("a.csv", lambda: table(25_000)),
    "csv, 100,000 records": ("b.csv", lambda: table(100_000)),
    "csv, 100,000, day first": ("c.csv", lambda: table(100_000, "%d/%m/%Y")),
    "csv, 100,000, in words": ("d.csv", lambda: table(100_000, "%d %B %Y")),
    "csv, 100,000 of one id": ("e.csv", lambda: duplicates(100_000)),
    "yaml, 1 MB": ("f.yml", lambda: yaml(MEGABYTE)),
    "yaml, 5 MB": ("g.yml", lambda: yaml(5 * MEGABYTE)),
}


def seconds(command: list[str]) -> float:
    """How long one run takes, its output read through a pipe."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the median of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    timeline = str(Path(sys.executable).with_name("timeline"))
    with tempfile.TemporaryDirectory() as folder:
        for name, (file, content) in FILES.items():
            path = Path(folder, file)
            path.write_text(content(), encoding="utf-8")
            taken = statistics.median(seconds([timeline, "list", "-f", str(path)]) for _ in range(runs))
            print(f"{name:<26}{taken:6.2f} s")


if __name__ == "__main__":
    main()
