"""Files of every shape that the readers know, each with what it holds, worked out by hand: see corpus/README.md."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from program import Inline, Outcome
from relations_cli.dates import parse_edtf
from relations_cli.dates.days import day_text

CORPUS = Path(__file__).parent / "corpus"
CASES = sorted(CORPUS.glob("*/*.expected.json"))
COUNTS = {
    "undated": r"(\d+) events? (?:has|have) no date",
    "skipped": r"(\d+) (?:entry|entries) skipped",
    "duplicates": r"(\d+) duplicates? left out",
    "renamed": r"(\d+) ids? given anew",
}


def runs() -> list[Any]:
    """Each file with its arguments and what is expected of that run."""
    found = []
    for case in CASES:
        expected = json.loads(case.read_text(encoding="utf-8"))
        for number, run in enumerate([expected, *expected.get("also", ())]):
            name = str(case.relative_to(CORPUS)).removesuffix(".expected.json")
            found.append(pytest.param(name, run, id=f"{name}-{number}" if number else name))
    return found


@pytest.mark.parametrize(("name", "expected"), runs())
def test_a_file_is_read_as_it_says(name: str, expected: dict[str, Any], inline: Inline) -> None:
    outcome = inline("list", "-f", str(CORPUS / name), *expected.get("arguments", ()), "--json", "all")

    if "error" in expected and not (outcome.code != 2 and "or_events" in expected):
        assert outcome.code == 2, outcome
        assert outcome.out == ""
        assert outcome.err.count("\n") == 1
        assert "\n" not in outcome.err.strip()
        for word in expected["error"]:
            assert re.search(rf"(?<!\w){re.escape(word)}(?!\w)", outcome.err), (word, outcome.err)
        return
    if outcome.code == 2:
        assert "or_error" in expected, outcome.err
        return
    if expected.get("trap"):
        assert outcome.code == 1
        assert outcome.err.count("\n") == 1
    events = expected["events"] if "error" not in expected else expected["or_events"]
    check_events(outcome, events, expected)
    if name.startswith("tables"):
        check_counts(outcome, expected)


def check_events(outcome: Outcome, events: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    """The events are these, in the order of their dates, or in that of the file."""
    found = json.loads(outcome.out) if outcome.out else []
    eras = [(era["date"], plain(era["title"])) for era in expected.get("eras", ())]
    found = [event for event in found if (event["date"], plain(event["title"])) not in eras]
    assert len(found) == len(events), [(event["date"], event["title"]) for event in found]
    if expected.get("order") == "any":
        found.sort(key=lambda event: plain(event["title"]).casefold())
        events = sorted(events, key=lambda event: plain(event["title"]).casefold())
    for event, one in zip(sorted(found, key=days_found), sorted(events, key=days_wanted), strict=True):
        check_event(event, one)
        check_beginning(event, one)


def check_beginning(event: dict[str, Any], wanted: dict[str, Any]) -> None:
    """The title begins as it should, or is the first words of what it should begin with, where it was cut."""
    starts = wanted.get("title_starts_any") or [wanted[name] for name in ("title_starts",) if name in wanted]
    title = plain(event["title"]).rstrip("\u2026.")
    assert not starts or any(title.startswith(plain(one)) or plain(one).startswith(title) for one in starts), event


def days_found(event: dict[str, Any]) -> tuple[str, str]:
    return (event["lower"] or "~", event["upper"] or "~")


def days_wanted(event: dict[str, Any]) -> tuple[str, str]:
    if "bounds" in event:
        first, last = event["bounds"]
        return (first, last)
    if event["date"] is None:
        return ("~", "~")
    date = parse_edtf(event["date"])
    return (day_text(date.first_day) if date.first_day else "~", day_text(date.last_day) if date.last_day else "~")


def check_event(event: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Every field that is expected."""
    if "date" in wanted:
        assert event["date"] == wanted["date"], event
    if "bounds" in wanted:
        assert [event["lower"], event["upper"]] == wanted["bounds"], event
    for name in ("title", "summary"):
        if name in wanted:
            assert plain(event[name] or "") == plain(wanted[name] or ""), event
    for name in ("tags", "actors", "places"):
        if name in wanted:
            assert event[name] == wanted[name], event
    check_lists(event, wanted)
    text = plain(f"{event['title']} {event['summary'] or ''}")
    for part in wanted.get("text_has", ()):
        assert plain(part) in text, event
    for part in wanted.get("text_lacks", ()):
        assert plain(part) not in text, event


def check_lists(event: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Sources, lists that hold at least something, the id and what is kept."""
    if "sources" in wanted:
        assert [source.get("url") for source in event["sources"]] == wanted["sources"], event
    for name, values in wanted.get("contains", {}).items():
        held = [one.get("url") or one.get("publisher") for one in event[name]] if name == "sources" else event[name]
        assert set(values) <= set(held), event
    if "id" in wanted:
        assert event["id"] == wanted["id"], event
    for key, value in wanted.get("extra", {}).items():
        assert str(event["extra"][key]) == str(value), event


def check_counts(outcome: Outcome, expected: dict[str, Any]) -> None:
    """What was left out, inferred or renamed is counted, and nothing else."""
    open_counts = set(expected.get("counts_open", ()))
    for name, pattern in COUNTS.items():
        match = re.search(pattern, outcome.err)
        count = int(match[1].replace(",", "")) if match else 0
        if name not in open_counts:
            assert count == expected.get("counts", {}).get(name, 0), (name, outcome.err)
    order = {"dmy": "day first", "mdy": "month first"}.get(expected.get("inferred", ""))
    for said in ("day first", "month first"):
        assert (said in outcome.err) == (said == order), outcome.err
    assert outcome.err.count("\n") <= 1


def plain(text: str) -> str:
    return " ".join(text.split()).removesuffix(".")
