"""What an editor should do next."""

import json
from typing import Any

import pytest

from program import Inline, Write

SOURCE = {"publisher": "P", "url": "https://example.org/1", "date": "2022-01-02"}
OTHER = {"publisher": "Q", "url": "https://example.org/2", "archived": "https://archive.org/2"}
EVENT: dict[str, Any] = {"id": "a", "date": "2022-01-01", "title": "A visit to the capital", "sources": [SOURCE, OTHER]}


@pytest.mark.parametrize(
    ("events", "more", "expected"),
    [
        ([EVENT], {}, []),
        ([EVENT | {"sources": []}], {}, [("one-source", "a", "no source")]),
        ([EVENT | {"sources": [SOURCE]}], {}, [("one-source", "a", "one source only")]),
        ([EVENT | {"sources": [SOURCE, SOURCE | {"url": "x"}]}], {}, [("one-publisher", "a", "2 sources, all of P")]),
        (
            [EVENT | {"claims": [{"by": "un", "stance": "asserts", "date": "2022-01-01"}]}],
            {},
            [("unsourced-claim", "a", "un asserts: where is that published?")],
        ),
        (
            [EVENT | {"claims": [{"by": "un", "stance": "asserts", "source": SOURCE["url"]}]}],
            {},
            [("undated-claim", "a", "un asserts: since when?")],
        ),
        (
            [EVENT | {"propositions": ["p"]}],
            {"propositions": {"p": {"text": "P", "claims": [
                {"by": "un", "stance": "asserts", "date": "2022-01-01", "source": SOURCE["url"]},
                {"by": "x", "stance": "denies", "date": "2022-01-02", "source": SOURCE["url"]},
            ]}}},
            [("unanswered", "p", "x denies, 2022-01-02: no answer since")],
        ),
        (
            [EVENT | {"known": "2021-12-01", "sources": [SOURCE | {"date": "2021-12-01"}, OTHER]}],
            {},
            [("past-plan", "a", "announced, its day has passed, and no source is of that day or later")],
        ),
        (
            [EVENT, EVENT | {"id": "b", "date": "2023-06-01"}],
            {},
            [("silence", "a", "then 516 days without an entry")],
        ),
        (
            [EVENT, EVENT | {"id": "b", "title": "The visit to the capital"}],
            {},
            [("twice", "a", "the same event as b?")],
        ),
        ([EVENT, EVENT | {"id": "b", "title": "Something else"}], {}, []),
    ],
)  # fmt: skip
def test_each_check_finds_what_it_looks_for(
    inline: Inline, write: Write, events: list[Any], more: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    path = write("x.json", json.dumps({"title": "T", "events": events} | more))

    done = inline("audit", "-f", path)

    assert done.code == 0
    assert [tuple(row) for row in done.rows] == expected
    said = [f"{many} no archived address: --archive names" in done.err for many in ("1 source has", "sources have")]
    assert any(said) or not events[0]["sources"]


def test_a_longer_silence_can_be_asked_for_and_archives_named(inline: Inline, write: Write) -> None:
    path = write("x.json", json.dumps({"title": "T", "events": [EVENT, EVENT | {"id": "b", "date": "2023-06-01"}]}))

    assert inline("audit", "-f", path, "--silence", "600").out == ""
    rows = json.loads(inline("audit", "-f", path, "--silence", "600", "--archive", "-o", "json").out)
    assert [(row["check"], row["id"], row["text"]) for row in rows] == [
        ("unarchived", "a", SOURCE["url"]),
        ("unarchived", "b", SOURCE["url"]),
    ]


def test_a_file_may_be_named_without_its_option(inline: Inline, write: Write) -> None:
    path = write("x.csv", "date,title\n2020,Ships arrive\n")

    assert inline("audit", path).out == inline("audit", "-f", path).out
    assert [row[0] for row in inline("audit", path).rows] == ["one-source"]
