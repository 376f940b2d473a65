"""Mermaid: sections of years, periods in words, and texts that say nothing to it."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.reads import from_text
from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, remarks, rendered
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)


def written(*events: Event, title: str = "T", **asked: Any) -> str:
    answer = select(Chronology(title=title, events=events), Query.of(today=TODAY, **asked))
    return "".join(map(str, rendered(WRITERS["mermaid"], answer, How())))


def of(*dates: str | None) -> list[Event]:
    return [Event(id=f"e{at}", date=date, title=f"E{at}") for at, date in enumerate(dates)]


def test_events_of_a_year_stand_in_its_section_and_those_of_a_date_in_its_period() -> None:
    assert written(*of("2024-03-01", "2023-05", "2024-03-01", "-0043", "../2023", "2024-03-01/2025"), title="A: b") == (
        "timeline\n"
        "    title A#58; b\n"
        "    section 2023\n"
        "        until 2023 : E4\n"
        "    section 44 BC\n"
        "        44 BC : E3\n"
        "    section 2023\n"
        "        May 2023 : E1\n"
        "    section 2024\n"
        "        1 Mar 2024 : E0\n"
        "                   : E2\n"
        "        1 Mar 2024 – 2025 : E5\n"
    )


def test_it_is_drawn_in_the_order_of_time_or_in_its_reverse() -> None:
    events = of("2023", "2024", "2025")

    assert [line[-2:] for line in written(*events).splitlines() if " : " in line] == ["E0", "E1", "E2"]
    assert [line[-2:] for line in written(*events, reverse=True).splitlines() if " : " in line] == ["E2", "E1", "E0"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("a: b; c#d", "a#58; b#59; c#35;d"),
        ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
        ("<b onclick=x>&amp;</b>", "#60;b onclick=x#62;#38;amp#59;#60;/b#62;"),
        ("two\nlines\t of\u2028it ", "two lines of it"),
        (" ", "(untitled)"),
    ],
)
def test_marks_are_entities(title: str, text: str) -> None:
    assert written(Event(id="a", date="2024", title=title)).endswith(f"        2024 : {text}\n")


@pytest.mark.parametrize("date", ["-0043-03-15", "Y17000", "2022-05-XX", "[..1984]", "2004-06-~11"])
def test_a_date_whose_words_are_not_read_again_stands_in_edtf(date: str) -> None:
    text = written(*of(date))

    assert f" {date} : E0" in text
    assert [event.date for event in from_text(text, "x.mmd").events] == [date]


def test_what_it_cannot_draw_is_counted() -> None:
    answer = select(Chronology(title="T", events=(*of(None, "2024"),)), Query.of(today=TODAY))
    many = Chronology(title="T", events=tuple(Event(id=f"e{at}", date="2024", title="x" * 10_000) for at in range(5)))

    assert [str(one) for one in remarks(WRITERS["mermaid"], answer)] == ["1 undated event left out"]
    (said,) = map(str, remarks(WRITERS["mermaid"], select(many, Query.of(today=TODAY))))
    assert said.startswith("Mermaid draws 50,000 characters, and these are 50,")


DATES = st.sampled_from(
    [
        *("2022", "2022-05", "2022-05-26", "2021/2023-02", "2022/..", "../2020", "2022-05~", "[2020,2022]", "1948?"),
        *("2022/", "2022-21", "0079-08", "2022-05-26T09:15", "2022-05-26T09:15:30Z", "0000", "Y17000", "-0300/-0200"),
        *("2022-05-26T09:15+09:00/2022-05-27T01:00-05:00", "2022-05-26T09:15/2022-05-27", "156X-12-25", "-0043-03-15"),
    ]
)
characters = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Cn", "Co", "Mn", "Lo"])
words = st.text(characters, min_size=1, max_size=12) | st.sampled_from(
    [":", "a:", "%%", "&amp;", "#58;", "<br>", "title", "---"]
)
titles = st.lists(words, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=50)
@given(st.lists(st.tuples(DATES, titles), max_size=4, unique=True), titles)
def test_dates_and_titles_come_back_as_they_were(several: list[tuple[str, str]], title: str) -> None:
    events = [Event(id=f"e{at}", date=date, title=text) for at, (date, text) in enumerate(several)]

    again = from_text(written(*events, title=title), "x.mmd")

    assert again.title == title
    assert sorted((event.date or "", event.title) for event in again.events) == sorted(several)
    assert not any(event.tags or event.extra for event in again.events)


def test_what_it_cannot_hold_is_all_else() -> None:
    event = Event(
        id="a", date="2024", title="t", summary="s", tags=("x",), sources=(Source(publisher="p"),), places=("q",)
    )

    (again,) = from_text(written(event), "x.mmd").events
    assert again == Event(id=again.id, date="2024", title="t")
    assert again.id != "a"
