"""A year before year 1 names what it dates, and is no option."""

import json
from pathlib import Path

import pytest

from hostile import ran


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["show", "-0043"], ["ides"]),
        (["show", "-0043-03-15"], ["ides"]),
        (["show", "-0043/-0040"], ["ides", "later"]),
        (["show", "now", "-0040", "-0043"], ["now", "later", "ides"]),
        (["show", "--", "-0043"], ["ides"]),
        (["around", "-n", "1", "-0043-03-15"], ["ides"]),
        (["around", "-0040", "-0043", "--days", "1", "--since", "-0040"], ["later"]),
    ],
)
def test_a_year_before_year_1_is_a_name_wherever_it_stands(tmp_path: Path, args: list[str], found: list[str]) -> None:
    dates = {"ides": "-0043-03-15", "later": "-0040", "now": "2024"}
    file = tmp_path / "x.json"
    events = [{"id": name, "date": date, "title": name, "sources": []} for name, date in dates.items()]
    file.write_text(json.dumps({"title": "T", "events": events}))

    done = ran(args[0], "-o", "jsonl", *args[1:], TIMELINE_FILE=str(file))

    assert (done.code, done.err) == (0, "")
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == found


def test_what_else_begins_with_a_dash_stays_an_option() -> None:
    done = ran("show", "-43")

    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "there is no such option" in done.err
