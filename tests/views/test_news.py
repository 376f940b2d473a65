"""News by day: a heading a day, each stance said once, in a word that colour only repeats."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from hostile import ran
from program import Outcome, Write
from relations_cli.model.facts import STANCES
from small import SMALL

_SIGNS = {"event": "●", "asserts": "?", "denies": "✗", "corroborates": "+", "confirms": "✓"}


def changed(*args: str, form: str = "table", **environment: str) -> Outcome:
    given: dict[str, Any] = {"TIMELINE_TODAY": "2024-06-15", "TERM": "xterm-256color"} | environment
    return ran("changes", "-f", str(SMALL), "--since", "1990", *args, "-o", form, **given)


@pytest.mark.parametrize("args", [[], ["-r"], ["-n", "7"], ["--as-of", "2003"]])
@pytest.mark.parametrize("width", ["24", "60", "80", "140", "200"])
def test_each_day_is_a_heading_and_each_row_a_sentence_below_it(args: list[str], width: str) -> None:
    rows = changed(*args, form="tsv").rows
    lines = changed(*args, COLUMNS=width).out.splitlines()
    body = [line for line in lines if line and not line.startswith("●")]
    headings = [line for line in body if line[0].isdigit()]
    said = " ".join(" ".join(line.split()) for line in body)

    assert len(headings) == len({date for date, *_ in rows})
    assert all(cell_len(line) <= int(width) and line == line.rstrip() for line in lines)
    if int(width) >= 60:
        places = [said.find(f"{_SIGNS[kind]} {text} ({name})") for _, kind, name, text in rows]
        assert min(places) >= 0
        assert places == sorted(places)


def test_what_is_dated_by_its_month_alone_is_not_said_of_the_months_last_day(tmp_path: Path) -> None:
    claims = [
        {"by": "x", "stance": "asserts", "date": date, "source": "https://a.example"}
        for date in ("2024-04", "2024-04-30", "2024-03-05~")
    ]
    day, month = ({"id": f"e{n}", "date": date, "title": "T"} for n, date in enumerate(("2024-04-30", "2024-04")))
    contested = {"id": "c", "date": "2024-02", "title": "C", "claims": claims[:1]}
    events = [event | {"type": "t", "sources": [{"url": "https://a.example"}]} for event in (contested, day, month)]
    propositions = {"p": {"text": "P", "claims": claims}}
    file = tmp_path / "x.json"
    file.write_text(json.dumps({"title": "T", "types": {"t": "t"}, "events": events, "propositions": propositions}))

    said = ran("changes", "-f", str(file), "--since", "2024", "-o", "table", COLUMNS="200").out
    history = ran("show", "c", "--history", "-f", str(file), "-o", "table", COLUMNS="200").out
    summed = ran("contested", "--about", "c", "-f", str(file), "-o", "table", COLUMNS="200").out

    first, second = said.split("\n\n")[1:]
    assert first == "5 Mar 2024\n  ? x asserts: P (p), dated c. 5 Mar 2024"
    assert second.splitlines() == [
        "30 Apr 2024",
        "  ● C (c), dated April 2024",
        "  ● T (e1), dated April 2024",
        "  ● T (e0)",
        "  ? x asserts: P (p), dated April 2024",
        "  ? x asserts: P (p)",
        "  ? x asserts: C (c), dated April 2024",
    ]
    assert "    April 2024   alleged — x asserts" in history
    assert "asserted April 2024; last change April 2024" in summed
    assert "30 Apr" not in history + summed


def test_a_stance_is_said_once_in_a_word_and_coloured_as_everywhere() -> None:
    rows = changed(form="tsv").rows
    plain = changed(NO_COLOR="1").out
    coloured = changed("--color", "always").out

    for stance in STANCES:
        many = sum(kind == stance for _, kind, *_ in rows)
        assert len(re.findall(rf"\b{stance}\b", plain)) == many > 0
    assert "\x1b[38;5;160mdenies\x1b[0m: The bridge falls" in coloured
    assert "\x1b[38;5;28mconfirms\x1b[0m: The bridge falls" in coloured


def test_the_sign_of_an_event_is_explained_where_there_is_one() -> None:
    with_events, without = changed(), changed("--about", "sabotage", "--until", "2001")

    assert with_events.out.startswith("● an event became known\n\n")
    assert without.out.startswith("4 May 2001\n  ? Ana Sur asserts: The bridge was blown up (sabotage)\n")


def test_what_somebody_says_twice_on_a_day_is_said_once(write: Write) -> None:
    claim = {"by": "un", "stance": "asserts", "date": "2022-01-01"}
    twice = [claim | {"note": "One."}, claim | {"note": "Two."}, claim | {"date": "2022-01-02"}]
    event = {"id": "a", "date": "2021", "title": "T", "propositions": ["p"]}
    document = {"title": "T", "propositions": {"p": {"text": "P is so", "claims": twice}}, "events": [event]}

    done = ran("changes", "-f", write("x.json", json.dumps(document)), "--since", "2022", "-o", "table")
    assert done.out == (
        "1 Jan 2022\n  ? un asserts: P is so (p; 2 claims)\n\n2 Jan 2022\n  ? un asserts: P is so (p)\n"
    )


def test_deep_time_has_its_day(write: Write) -> None:
    path = write("x.json", '{"title": "T", "events": [{"id": "a", "date": "-0043-03-15", "title": "Ides"}]}')
    done = ran("changes", "-f", path, "--since=Y-13800000000", "-o", "table")

    assert done.out == "● an event became known\n\n15 Mar 44 BC\n  ● Ides (a)\n"


def test_a_history_says_of_what_was_known_in_a_month_that_month(tmp_path: Path) -> None:
    plans = ({"id": "plan", "known": "2024-02"}, {"id": "past", "date": "2024-05"})
    sources = [{"url": "https://a.example"}]
    events = [{"date": "2030-01-01", "title": "P", "sources": sources} | plan for plan in plans]
    file = tmp_path / "x.json"
    file.write_text(json.dumps({"title": "T", "events": events}))

    plan, past = (
        ran("show", name, "--history", "-f", str(file), TIMELINE_TODAY="2024-06-15").out for name in ("plan", "past")
    )

    assert "    February 2024 planned\n" in plan
    assert "    May 2024     uncontested\n" in past
