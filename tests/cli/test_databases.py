"""A database on the command line: its file, the metadata beside it, and what is refused before anything is written."""

import json
import os
from pathlib import Path

import pytest

from hostile import TORTURE, document, live
from program import Inline, Write
from small import SMALL

LIST = ("list", "-f", str(SMALL))


@pytest.mark.parametrize("name", ["x.sqlite", "x.sqlite3", "x.db", "x.SQLITE"])
def test_the_suffix_says_the_format_and_the_same_file_is_read(name: str, inline: Inline, tmp_path: Path) -> None:
    path = str(tmp_path / name)

    done = inline(*LIST, "-o", path)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert inline("list", "-f", path).out == inline(*LIST).out
    assert inline("list", "-f", path, "--tag", "war", "--actor", "olaf-berg").out == (
        inline(*LIST, "--tag", "war", "--actor", "olaf-berg").out
    )
    assert inline("validate", path).code == 0


def test_metadata_lies_beside_it_and_names_the_database(inline: Inline, tmp_path: Path) -> None:
    done = inline("list", "-o", str(tmp_path / "north.korea.db"), "--datasette")

    assert (done.code, done.err) == (0, "")
    assert sorted(os.listdir(tmp_path)) == ["metadata.json", "north.korea.db"]
    said = json.loads((tmp_path / "metadata.json").read_bytes())
    assert list(said["databases"]) == ["north.korea"]
    assert said["license_url"] == "https://spdx.org/licenses/CC-BY-4.0.html"


@pytest.mark.parametrize("there", ["x.db", "metadata.json"])
def test_both_are_written_or_neither(there: str, inline: Inline, tmp_path: Path) -> None:
    (tmp_path / there).write_text("old", encoding="utf-8")

    done = inline(*LIST, "-o", str(tmp_path / "x.db"), "--datasette")
    assert (done.code, done.err) == (2, f"timeline: {tmp_path / there}: exists: --force overwrites it\n")
    assert os.listdir(tmp_path) == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "old"
    assert inline(*LIST, "-o", str(tmp_path / "x.db"), "--datasette", "--force").code == 0
    assert sorted(os.listdir(tmp_path)) == ["metadata.json", "x.db"]
    assert inline("count", "-f", str(tmp_path / "x.db")).out == "25\n"


def test_where_the_metadata_cannot_be_written_there_is_no_database(inline: Inline, tmp_path: Path) -> None:
    (tmp_path / "metadata.json").mkdir()

    done = inline(*LIST, "-o", str(tmp_path / "x.db"), "--datasette", "--force")
    assert done.code == 2
    assert f"{tmp_path / 'metadata.json'}: is no file: nothing can take its place" in done.err
    assert os.listdir(tmp_path) == ["metadata.json"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("-o", "sqlite", "--datasette"), "--datasette: writes a file beside another: name that one: -o out.sqlite"),
        (("-o", "-", "--to", "sqlite", "--datasette"), "--datasette: writes a file beside another"),
        (("-o", "metadata.json", "--to", "sqlite", "--datasette"), "--datasette: writes a file of that name"),
        (("-o", "x.json", "--datasette"), "--datasette: is of sqlite only: write -o sqlite, or leave it out"),
        (("--datasette",), "--datasette: is of sqlite only"),
        (("-o", "sqlite", "--fields", "id"), "--fields: "),
        (("-o", "x.db", "--fields", "id"), "--fields: "),
    ],
)
def test_what_contradicts_itself_is_refused(
    given: tuple[str, ...], said: str, inline: Inline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    done = inline(*LIST, *given)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert os.listdir(tmp_path) == []


def test_other_rows_than_events_have_no_database(inline: Inline) -> None:
    takes = "takes events only: use it with list, search, around or show\n"

    assert inline("contested", "-o", "sqlite").err == f"timeline: --output: 'sqlite' {takes}"
    assert inline("contested", "-o", "x.db").err == f"timeline: --output: 'x.db': sqlite {takes}"


def test_metadata_of_hostile_texts_is_text(inline: Inline, write: Write, tmp_path: Path) -> None:
    path = write("h.json", json.dumps(document(TORTURE)))

    inline("list", "-f", path, "-o", str(tmp_path / "x.db"), "--datasette")
    text = (tmp_path / "metadata.json").read_bytes().decode()
    said = json.loads(text)
    assert live(text) == []
    assert {said["title"], said["description"], said["license"]} <= set(TORTURE)
    assert not [key for key in said if key.endswith(("_html", "url"))]
