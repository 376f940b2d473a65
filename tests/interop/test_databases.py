"""Programs that keep and show databases open what we write, and search it, as it is."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from program import Inline
from programs import program

pytestmark = pytest.mark.interop


@pytest.fixture
def made(inline: Inline, tmp_path: Path) -> Path:
    """The bundled chronology as a database, with its metadata beside it."""
    path = tmp_path / "x.db"
    done = inline("list", "-o", str(path), "--datasette")
    assert (done.code, done.err) == (0, "")
    return path


def ran(*args: str) -> str:
    done = subprocess.run(args, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def got(path: Path, address: str) -> Any:
    """What Datasette answers to an address."""
    return json.loads(
        ran(program("datasette"), str(path), "-m", str(path.with_name("metadata.json")), "--get", address)
    )


def found(inline: Inline, word: str) -> set[str]:
    return {row["id"] for row in json.loads(inline("search", word, "-o", "json").out)}


def test_datasette_searches_events_as_timeline_does(made: Path, inline: Inline) -> None:
    rows = got(made, "/x/events.json?_search=sanction&_shape=array&_size=max")

    assert {row["id"] for row in rows} == found(inline, "sanction")


def test_datasette_shows_title_licence_labels_and_facets(made: Path) -> None:
    metadata = got(made, "/-/metadata.json")
    page = got(made, "/x/events.json?_size=2&_labels=on&_facet_array=actors")

    assert metadata["license"] == "CC-BY-4.0"
    assert metadata["title"].startswith("Relations between Russia and North Korea")
    assert page["human_description_en"] == "sorted by in_time"
    assert set(page["facet_results"]) == {"type", "status", "year", "tags", "actors"}
    assert any(one["value"] == "Kim Jong Un" for one in page["facet_results"]["actors"]["results"])
    tags = got(made, "/x/event_tags.json?_size=1&_labels=on&_shape=array")
    assert set(tags[0]["event"]) == {"value", "label"}
    assert tags[0]["event"]["label"]


def test_datasette_draws_every_table_and_view(made: Path) -> None:
    described = json.loads(made.with_name("metadata.json").read_bytes())["databases"]["x"]["tables"]
    there = {one["name"] for one in got(made, "/x.json")["tables"]} | {
        one["name"] for one in got(made, "/x.json")["views"]
    }

    assert set(described) <= there
    for view in ("timeline", "contested", "claims_in_words", "figures_in_words", "citations", "parties"):
        assert got(made, f"/x/{view}.json?_size=1&_shape=array")


def test_sqlite_utils_searches_and_lists(made: Path, inline: Inline) -> None:
    rows = json.loads(ran(program("sqlite-utils"), "search", str(made), "events", "troops"))

    assert {row["id"] for row in rows} == found(inline, "troops")
    keys = json.loads(ran(program("sqlite-utils"), "rows", str(made), "parties", "--limit", "1"))
    assert set(keys[0]) == {"actor", "party", "name"}


def test_sqlite_itself_finds_no_fault(made: Path) -> None:
    sql = "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) FROM contested;"

    first, number = ran(program("sqlite3"), str(made), sql).split()
    assert first == "ok"
    assert int(number) > 50


def test_what_sqlite_utils_has_written_anew_is_read_again(made: Path, inline: Inline) -> None:
    before = inline("list", "-o", "json").out

    ran(program("sqlite-utils"), "vacuum", str(made))
    ran(program("sqlite-utils"), "transform", str(made), "sources", "--rename", "kind", "kind")
    assert inline("list", "-f", str(made), "-o", "json").out.replace(str(made), "bundled") == before
