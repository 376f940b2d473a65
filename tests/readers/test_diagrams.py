"""Mermaid and markwhen: dates as far as they hold them, and nothing else in silence."""

import time

import pytest

from readers.reads import from_text, reading_of, told
from relations_cli.errors import DataError
from relations_cli.readers.registry import read

MERMAID = """---
config:
  theme: base
---
timeline
    title History of a harbour
    %% a comment
    section Steam
        2002 : Wall
        2004 : Crane : Light<br>house
             : Buoys
    section Diesel
        May 2005 : Ferry, at 09:30
"""
MARKWHEN = """title: Bells
description: of a town

// a comment
section Towers
1 june 2009-now: Bell of the hall #bronze
Cast by hand
by two brothers
2010-05-06/2011: Second bell
after !first 3 days: Third bell
endSection
12/2012: Fourth bell
"""


def explained(text: str, name: str) -> list[str]:
    reading = reading_of(name)
    read(text.encode(), reading)
    return [str(note) for note in reading.notes]


def test_each_event_of_a_period_is_one_and_a_section_is_a_tag() -> None:
    chronology = from_text(MERMAID, "a.mmd")

    assert told(chronology) == [
        ("2002", "Wall"),
        ("2004", "Crane"),
        ("2004", "Light house"),
        ("2004", "Buoys"),
        ("2005-05", "Ferry, at 09:30"),
    ]
    assert [event.tags for event in chronology.events] == [("Steam",)] * 4 + [("Diesel",)]
    assert chronology.title == "History of a harbour"
    assert explained(MERMAID, "a.mmd") == [
        "a.mmd:1: 2 lines of settings above the timeline: they say how it is drawn: config:; theme: base",
        "a.mmd:7: '%% a comment': a comment",
    ]


def test_another_diagram_is_refused_by_its_name() -> None:
    with pytest.raises(DataError, match="a Mermaid diagram that is no timeline"):
        from_text("graph TD\n A --> B\n", "a.mmd")


def test_ranges_tags_and_texts_below_are_read_and_what_is_relative_is_said() -> None:
    chronology = from_text(MARKWHEN, "a.mw")

    assert told(chronology) == [
        ("2009-06-01/..", "Bell of the hall"),
        ("2010-05-06/2011", "Second bell"),
        (None, "Third bell"),
        ("2012-12", "Fourth bell"),
    ]
    first, _, third, fourth = chronology.events
    assert first.summary == "Cast by hand\nby two brothers"
    assert first.tags == ("Towers", "bronze")
    assert third.extra == {"when": "after !first 3 days"}
    assert fourth.tags == ()
    assert explained(MARKWHEN, "a.mw") == [
        "a.mw:4: '// a comment': a comment",
        "a.mw:2: 'description: of a town': it stands above the first event",
        "a.mw:10: 'Third bell' has no date",
        "a.mw:10: 'when': kept under extra, of 1 event",
    ]


def test_a_period_without_an_event_is_said() -> None:
    assert explained("timeline\n2002\n2003 : Wall\n", "a.mmd") == ["a.mmd:2: '2002': a period without an event"]


def test_a_heading_ends_those_of_its_depth() -> None:
    text = "# Towers\n## North\n2001: One\n## South\n2002: Two\n# Walls\n2003: Three\n"

    tags = [event.tags for event in from_text(text, "a.mw").events]
    assert tags == [("Towers", "North"), ("Towers", "South"), ("Walls",)]


def test_a_title_may_have_a_colon_and_a_period_may_be_no_date() -> None:
    text = "timeline\n title History : of things\n section Late: times\n Bronze Age : Pots\n 44 BC : Knives\n"
    text += " title Other\n"
    chronology = from_text(text, "a.mmd")

    assert chronology.title == "History : of things"
    assert told(chronology) == [(None, "Pots"), ("-0043", "Knives")]
    assert [event.tags for event in chronology.events] == [("Late: times",)] * 2
    assert explained(text, "a.mmd") == [
        "a.mmd:6: 'title Other': another title stands above",
        "a.mmd:4: 'Pots' has no date: 'Bronze Age'",
        "a.mmd:4: 'when': kept under extra, of 1 event",
    ]


def test_a_date_that_is_wrong_is_refused_in_a_period() -> None:
    with pytest.raises(DataError, match="there is no month 13"):
        from_text("timeline\n 2002-13 : Wall\n", "a.mmd")


def test_what_begins_like_a_date_is_in_no_other_event() -> None:
    text = "---\ntitle: Bells\n---\nsection War #war\n2013: One\n2014:\nnow: Two\n=that: Three\n2015 - now: Four\n"
    chronology = from_text(text, "a.mw")

    assert chronology.title == "Bells"
    assert told(chronology) == [("2013", "One"), (None, "Two"), (None, "Three"), ("2015/..", "Four")]
    assert [event.summary for event in chronology.events] == [None] * 4
    assert chronology.events[0].tags == ("War", "war")
    assert "a.mw:6: the entry of '2014' has no text: War; war" in explained(text, "a.mw")


@pytest.mark.parametrize("space", [" ", "\t"])
def test_space_before_a_colon_is_looked_through_once(space: str) -> None:
    line = f"timeline\n 2002 : Wall{space * 60_000}x : Crane\n"

    began = time.process_time()
    events = from_text(line, "a.mmd").events
    assert [event.title[:4] for event in events] == ["Wall", "Cran"]
    assert time.process_time() - began < 1
