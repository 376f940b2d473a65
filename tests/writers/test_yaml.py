"""YAML: every text comes back from any reader as it was, and a chronology is read again whole."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from program import Inline, Write
from readers.test_read_again import JSON, TEXTS, TODAY, answers, calls, chronologies
from relations_cli import ask
from relations_cli.errors import DataError
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.readers.loading import load
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.screen import Screen
from relations_cli.writers import WRITERS, rendered
from relations_cli.writers.chronology import selection
from relations_cli.writers.format import How
from small import SMALL

AWKWARD = (
    "yes", "No", "on", "OFF", "null", "~", "true", "y", "", " ", "a ", " a", "-", "- a", "? a", ": a", "a:", "a: b",
    "a:b", "a #b", "#a", "a#b", "&a", "*a", "!a", "|", ">", "@a", "`a", "%a", "{a}", "[a]", "a, b", "'a'", '"a"',
    "a\\b", "---", "...", "012", "0x1f", "0o17", "1_000", "1:30", "1e3", ".5", ".inf", ".nan", "-.inf",
    "2020-01-01", "2020", "5.", "+5", "<<", "=", "a\nb", "a\n\nb", "\na", "a\n", "a\n b", " a\nb", "a\n  \nb",
    "a\n\tb", "a\r\nb", "a\n# b", "a\n---\nb", "é", "中文", "\u2028", "\x85", "\ufeff", "\ufffe", "\uffff",
    "\U000e0001", "\U0001f600", "\x7f", "x" * 1100, "\0", "https://x.org/a?b=c&d#e", "https://x.org/a", "a — b",
    "\t", "a\tb", "\u00adx", "a\u200bb", "\\ud83d\\ude00",
)  # fmt: skip
TEXT = st.sampled_from(AWKWARD) | TEXTS


def written(answer: Answer[Any], how: How | None = None) -> str:
    return "".join(map(str, rendered(WRITERS["yaml"], answer, how or How())))


def read_again(text: str) -> Chronology:
    return read(text.encode(), Reading(name="x.yaml", path="x.yaml", options=Options(today=TODAY)))


def with_extra(extra: dict[str, Any]) -> Chronology:
    event = {"id": "a", "date": "2020", "title": "A", "extra": extra}
    return msgspec.convert({"title": "T", "events": [event], "extra": extra}, Chronology)


@settings(max_examples=50)
@given(chronologies())
def test_a_chronology_is_read_again_equal(chronology: Chronology) -> None:
    answer = ask("list", chronology, today=TODAY)

    text = written(answer)
    again = read_again(text)
    assert again == selection(answer)
    assert answers(again, calls(chronology)) == answers(chronology, calls(chronology))
    assert yaml.safe_load(text) == msgspec.json.decode(msgspec.json.encode(selection(answer)))


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_every_awkward_text_comes_back_wherever_it_stands(text: str) -> None:
    held = {
        "title": text, "description": text, "tags": {text: text},
        "events": [{"id": text, "date": None, "title": text, "summary": text, "tags": [text, "a"], "places": [text],
                    "extra": {text: [text, {text: text}, [[text], text]]}}],
    }  # fmt: skip
    chronology = msgspec.convert(held, Chronology)
    answer = ask("list", chronology, today=TODAY)

    for is_unicode in (True, False):
        screen = Screen(terminal=False, width=80, colour=False, encoding="utf-8" if is_unicode else "ascii")
        out = written(answer, How(screen=screen))
        assert is_unicode or out.isascii()
        assert yaml.safe_load(out) == msgspec.json.decode(msgspec.json.encode(chronology))
        assert yaml.load(out, Loader=yaml.CSafeLoader) == yaml.safe_load(out)
        assert read_again(out) == chronology


@settings(max_examples=50)
@given(st.dictionaries(TEXT, st.recursive(JSON, lambda inner: st.lists(inner, max_size=3), max_leaves=5), max_size=3))
def test_what_a_file_keeps_besides_comes_back_with_its_types(extra: dict[str, Any]) -> None:
    chronology = with_extra(extra)

    text = written(ask("list", chronology, today=TODAY))
    assert msgspec.json.encode(read_again(text)) == msgspec.json.encode(chronology)
    assert yaml.safe_load(text) == msgspec.json.decode(msgspec.json.encode(chronology))


@pytest.mark.parametrize("number", [0, -5, 5.0, 1e16, 5e-324, 1.5e300, 2**63, -(10**40), 0.1])
def test_numbers_come_back_as_numbers(number: float) -> None:
    claim = {"by": "a", "stance": "asserts", "figures": [{"of": "m", "low": number, "high": number}]}
    whole = {
        "title": "T", "propositions": {"low": {"text": "5", "claims": [claim]}}, "tags": {"extra": "5", "high": "1e5"},
        "events": [{"id": "5", "date": "2020", "title": "5", "claims": [claim], "extra": {"n": number}}],
    }  # fmt: skip
    chronology = msgspec.convert(whole, Chronology)

    again = read_again(written(ask("list", chronology, today=TODAY)))
    assert msgspec.json.encode(again) == msgspec.json.encode(chronology)


def test_the_bundled_file_is_read_again_whole(inline: Inline, tmp_path: Path, bundled: Chronology) -> None:
    path, again = str(tmp_path / "x.yaml"), str(tmp_path / "x.json")

    assert inline("list", "-o", path).code == 0
    done = inline("list", "-f", path, "-o", again)
    assert (done.code, done.err) == (0, "")
    inline("list", "-o", str(tmp_path / "y.json"))
    assert (tmp_path / "x.json").read_bytes() == (tmp_path / "y.json").read_bytes()
    assert load(path).propositions == bundled.propositions


def test_rows_of_every_question_are_maps_of_their_fields(inline: Inline) -> None:
    for command in (["claims"], ["contested"], ["count", "--by", "year"], ["tags"], ["about"], ["figures"]):
        given = [*command, "-f", str(SMALL)]
        assert yaml.load(inline(*given, "-o", "yaml").out, Loader=yaml.CSafeLoader) == json.loads(
            inline(*given, "-o", "json").out
        )
    done = inline("list", "-f", str(SMALL), "-n", "1", "--fields", "id,tags,date", "-o", "yaml")
    assert [list(row) for row in yaml.safe_load(done.out)] == [["id", "tags", "date"]]


def test_entries_with_all_their_fields_are_read_as_those_of_json_are(inline: Inline, tmp_path: Path) -> None:
    for name in ("x.yaml", "x.json"):
        inline("list", "-f", str(SMALL), "--fields", "all", "-o", str(tmp_path / name))

    ours, theirs = (load(str(tmp_path / name)) for name in ("x.yaml", "x.json"))
    assert ours.events == theirs.events
    assert (ours.actors, ours.propositions) == (theirs.actors, theirs.propositions)


def test_references_outside_a_selection_are_counted_where_it_is_a_chronology(inline: Inline, tmp_path: Path) -> None:
    whole = inline("list", "--tag", "un", "-o", str(tmp_path / "x.yaml"))
    fields = inline("list", "--tag", "un", "--fields", "id", "-o", str(tmp_path / "y.yaml"))

    assert "outside the selection left out of the file" in whole.err
    assert fields.err == ""


HAND = """\
title: By hand
tags: {t: A tag}
propositions:
  p:
    text: It was said
    claims:
    - {by: u, stance: denies, date: 2020, figures: [{of: n, low: 1000}]}
events:
- id: a  # a comment
  date: 2020
  title: 1984
  tags: [t]
  landmark: true
  propositions: [p]
  summary: >
    In two
    lines
  extra: {n: 5, s: "5", yes: no}
"""


def test_a_chronology_that_is_written_by_hand_is_read_whole(write: Write, inline: Inline) -> None:
    path = write("x.yaml", HAND)
    (event,) = (chronology := load(path)).events

    assert (event.date, event.title, event.landmark) == ("2020", "1984", True)
    assert event.extra == {"n": 5, "s": "5", "yes": "no"}
    assert chronology.propositions["p"].claims[0].figures[0].low == 1000
    assert chronology.propositions["p"].claims[0].date == "2020"
    assert inline("claims", "-f", path, "--fields", "by,stance,about").out == "u\tdenies\tp\n"
    assert inline("validate", path).code == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("stance: denies", "stance: shouts", "x.yaml:7:23: invalid enum value 'shouts'"),
        ("date: 2020\n", "date: 2020-13\n", "x.yaml:10:9: "),
        ("low: 1000", "low: '1000'", "x.yaml:7:66: expected"),
        ("low: 1000", "low: .nan", "expected 'int | float | null', got 'str'"),
        ("title: By hand\n", "title: By hand\n$schema: chronology-9.schema.json\n", "x.yaml:2:10: form 9 of"),
        ("  landmark: true", "  landmark: maybe", "x.yaml:13:13: expected 'bool', got 'str'"),
    ],
)
def test_a_mistake_in_one_of_ours_is_told_with_its_place(old: str, new: str, said: str, write: Write) -> None:
    with pytest.raises(DataError) as raised:
        load(write("x.yaml", HAND.replace(old, new)))

    assert said in str(raised.value)


def test_what_only_looks_like_ours_is_read_as_before(write: Write) -> None:
    events = "- {id: a, date: 2020, title: A, author: B}\n"

    in_list = load(write("x.yaml", events))
    in_map = load(write("y.yaml", f"title: T\nevents:\n{events}"))
    assert in_list.events == in_map.events
    assert in_map.events[0].extra == {"author": "B"}
