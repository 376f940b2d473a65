"""Look-alikes of published chronologies, a shape each, with exactly the entries that a person finds in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from relations_cli.dates import parse_edtf
from relations_cli.readers.prose.article import Article, read_article
from relations_cli.readers.prose.forms.form import form_of

FOLDER = Path(__file__).parent / "articles"
ARTICLES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")
TRAPS = [path for path in ARTICLES if path.stem.startswith("trap-")]


def read(path: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    return read_article(text, form=form_of(text, path.suffix))


def expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8"))
    return found


def test_there_are_thirty_shapes_and_five_traps() -> None:
    assert len(ARTICLES) >= 30
    assert len(TRAPS) >= 5


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_entry_is_found_and_nothing_else(path: Path) -> None:
    article = read(path)

    found = {
        "title": article.title,
        "entries": [[entry.line, entry.edtf, entry.title] for entry in article.passages],
        "left_out": len(article.left_out),
    }
    assert {key: expected(path)[key] for key in found} == found


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_what_is_said_of_an_entry_and_of_the_article(path: Path) -> None:
    article = read(path)

    notes = [entry.note for entry in article.passages if entry.note]
    assert notes == expected(path).get("notes", [])
    assert (expected(path).get("said") or "") in (article.said or "")
    assert bool(article.said) == bool(expected(path).get("said"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_dates_are_edtf_and_an_undated_entry_says_why(path: Path) -> None:
    for entry in read(path).passages:
        assert (entry.edtf is None) == bool(entry.note)
        if entry.edtf is not None:
            parse_edtf(entry.edtf)


@pytest.mark.parametrize("path", TRAPS, ids=lambda path: path.name)
def test_a_trap_has_no_entries_and_says_why(path: Path) -> None:
    article = read(path)

    assert article.passages == ()
    assert article.said
