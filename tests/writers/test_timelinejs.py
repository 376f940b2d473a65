"""TimelineJS: dates have just the parts that are known, texts are inert HTML, and nothing is lost that it holds."""

import datetime
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dated import HELD
from program import Inline
from readers.reads import from_text
from relations_cli.dates import parse_edtf
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, remarks, rendered
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)


def written(*events: Event, **more: Any) -> str:
    chronology = Chronology(title="T", events=events, **more)
    return "".join(map(str, rendered(WRITERS["timelinejs"], select(chronology, Query.of(today=TODAY)), How())))


def slide(date: str, **more: Any) -> Any:
    """The one slide of an event."""
    return json.loads(written(Event(id="a", date=date, title="t", **more)))["events"][0]


@pytest.mark.parametrize(
    ("date", "start", "end", "words"),
    [
        ("2024-03-01", {"year": 2024, "month": 3, "day": 1}, None, None),
        ("2024-03", {"year": 2024, "month": 3}, None, None),
        ("2024", {"year": 2024}, None, None),
        ("0079", {"year": 79}, None, None),
        ("0000", {"year": -1}, None, None),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None, None),
        ("2024-03/2025", {"year": 2024, "month": 3}, {"year": 2025}, None),
        ("1948~", {"year": 1948}, None, "c. 1948"),
        ("2024-03?", {"year": 2024, "month": 3}, None, "March 2024?"),
        ("194X", {"year": 1940, "month": 1, "day": 1}, {"year": 1949, "month": 12, "day": 31}, "1940s"),
        ("2024-21", {"year": 2024, "month": 3, "day": 1}, {"year": 2024, "month": 5, "day": 31}, "spring 2024"),
        ("2022/..", {"year": 2022, "month": 1, "day": 1}, None, "from 2022"),
        ("[..1984]", {"year": 1984, "month": 12, "day": 31}, None, "1984 or earlier"),
        ("Y17000", {"year": 17000}, None, None),
        ("2024-03-01T09:15", {"year": 2024, "month": 3, "day": 1, "hour": 9, "minute": 15}, None, None),
        (
            "2024-03-01T09:15:30.5+09:00/2024-03-02",
            {"year": 2024, "month": 3, "day": 1, "hour": 9, "minute": 15, "second": 30},
            {"year": 2024, "month": 3, "day": 2},
            "1 Mar 2024, 09:15:30.5 +09:00 – 2 Mar 2024",
        ),
    ],
)
def test_a_date_has_the_parts_that_it_says_and_words_for_the_rest(
    date: str, start: dict[str, int], end: dict[str, int] | None, words: str | None
) -> None:
    found = slide(date)

    assert [start, end, words] == [found.get(name) for name in ("start_date", "end_date", "display_date")]


def test_where_a_year_is_of_deep_time_all_dates_are_years_with_words() -> None:
    document = json.loads(
        written(
            Event(id="a", date="Y-13800000000", title="a"),
            Event(id="b", date="2024-03-01/2025-01", title="b"),
            Event(id="c", date="2024-05-01T10:00", title="c"),
        )
    )

    assert document["scale"] == "cosmological"
    assert [tuple(map(one.get, ("start_date", "end_date", "display_date"))) for one in document["events"]] == [
        ({"year": -13800000001}, None, None),
        ({"year": 2024}, {"year": 2025}, "1 Mar 2024 – January 2025"),
        ({"year": 2024}, None, "1 May 2024, 10:00"),
    ]
    assert json.loads(written(Event(id="a", date="Y270000", title="a")))["scale"] == "human"
    assert json.loads(written(Event(id="a", date="Y275760", title="a")))["scale"] == "cosmological"


def test_a_slide_says_what_it_is() -> None:
    found = json.loads(
        written(
            Event(
                id="a",
                date="2024",
                title="Boats <b>sold</b>\u202e",
                summary="One &\ntwo.",
                type="sale",
                claims=(Claim(by="union", stance="denies", date="2024-03-02"),),
                sources=(
                    Source(publisher="P", title="Q", url="https://q.example/?a=1&b=2", date="2024-05"),
                    Source(url="javascript:alert(1)"),
                    Source(publisher="R", url="http://r.example/é"),
                ),
            ),
            description="All of it.",
            actors={"union": Actor(name="Union", kind="organisation")},
        )
    )

    assert found["title"] == {"text": {"headline": "T", "text": "<p>All of it.</p>"}}
    assert found["events"] == [
        {
            "unique_id": "a",
            "start_date": {"year": 2024},
            "group": "sale",
            "text": {
                "headline": "Boats &lt;b&gt;sold&lt;/b&gt;\\u202e",
                "text": (
                    "<p>One &amp;<br>two.</p><footer><p>denied by Union</p><ul>"
                    '<li><cite>P</cite>: <a href="https://q.example/?a=1&amp;b=2">Q</a>, <time>2024-05</time></li>'
                    "<li>javascript:alert(1)</li>"
                    '<li><cite>R</cite>: <a href="http://r.example/é">http://r.example/é</a></li></ul></footer>'
                ),
            },
        }
    ]


def test_undated_events_are_left_out_and_counted(inline: Inline, tmp_path: Any) -> None:
    events = [
        Event(id="a", date=None, title="t"),
        Event(id="b", date="XXXX", title="t"),
        Event(id="c", date="1", title="t"),
    ]
    answer = select(
        Chronology(title="T", events=(*events[:2], Event(id="c", date="0001", title="t"))), Query.of(today=TODAY)
    )

    assert [str(one) for one in remarks(WRITERS["timelinejs"], answer)] == ["2 undated events left out"]
    (tmp_path / "x.csv").write_text("date,title\n2024,a\n,b\n", encoding="utf-8")
    done = inline("list", "-f", str(tmp_path / "x.csv"), "-o", str(tmp_path / "x.json"), "--to", "timelinejs")
    assert "timeline: 1 undated event left out\n" in done.err
    assert len(json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["events"]) == 1


DATES = st.sampled_from(
    [
        *HELD,
        *("0079-08", "-0043-03-15", "0000", "Y17000", "2022-05-26/2022-05-27", "20XX", "-0300/-0200"),
    ]
)
characters = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co", "Mn", "Lo"])
said = (
    (st.text(characters, min_size=1, max_size=40) | st.sampled_from(["&amp; <br>", "<footer>", "a\\nb"]))
    .map(str.strip)
    .filter(bool)
)
sources = st.builds(
    Source,
    publisher=said,
    title=st.none() | said,
    url=st.sampled_from([None, "https://a.example/?q=1&amp=2;3", "http://a.example/é"]),
    date=st.none() | st.sampled_from(["2022", "2022-05-26"]),
)
events = st.builds(
    Event,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    date=DATES,
    title=said,
    summary=st.none() | st.lists(said, min_size=1, max_size=3).map("\n".join),
    sources=st.lists(sources, max_size=2).map(tuple),
)


@settings(max_examples=50)
@given(st.lists(events.filter(lambda event: event.summary != event.title), max_size=3, unique_by=lambda one: one.id))
def test_what_a_slide_can_hold_comes_back_as_it_was(several: list[Event]) -> None:
    again = from_text(written(*several), "x.json")

    assert {event.id: shown(event) for event in again.events} == {event.id: shown(event) for event in several}


def shown(event: Event) -> tuple[Event, tuple[object, ...]]:
    """An event with what its date says: words of a decade are read as those of its years."""
    date = parse_edtf(event.date or "")
    qualifier = (date.qualifier or "").replace("unspecified", "")
    return replace(event, date=None), (date.lower, date.upper, date.lower_kind, date.upper_kind, qualifier, date.clocks)


def test_what_a_slide_cannot_hold_is_what_the_table_says() -> None:
    event = Event(
        id="a", date="2024", title="t", type="sale", tags=("x",), actors=("y",), places=("z",),
        landmark=True, known="2025",
        claims=(Claim(by="x", stance="denies"),), propositions=("p",), related=("b",), note="n", extra={"k": 1},
    )  # fmt: skip

    (again,) = from_text(written(event), "x.json").events
    assert again == Event(id="a", date="2024", title="t", tags=("sale",))


@pytest.mark.parametrize(
    ("date", "parts", "words"),
    [
        ("2004-06-~11", "2004-06-11", "11 Jun 2004 (day approximate)"),
        ("156X-12-25", "1560-12-25/1569-12-25", "25 Dec, 1560s"),
        ("{1960,1961-12}", "1960-01-01/1961-12-31", "1960 and December 1961"),
        ("1950S2", "1900-01-01/1999-12-31", "1950 (estimated, 1900–1999)"),
    ],
)
def test_words_that_no_reader_of_dates_knows_are_kept_beside_the_parts(date: str, parts: str, words: str) -> None:
    (event,) = from_text(written(Event(id="a", date=date, title="t")), "x.json").events

    assert (event.date, event.extra) == (parts, {"display_date": words})


@pytest.mark.parametrize("words", ["Spring 1948", "c. 1950", "April 1948", "", "nonsense", "c. 1948 (or so)"])
def test_words_that_are_not_ours_for_the_date_are_kept_as_they_are(words: str) -> None:
    foreign = {"events": [{"start_date": {"year": 1948, "month": 3}, "text": {"headline": "t"}, "display_date": words}]}

    (event,) = from_text(json.dumps(foreign), "x.json").events
    assert (event.date, event.extra) == ("1948-03", {"display_date": words} if words else event.extra)


@pytest.mark.parametrize(
    "footer", ["<footer><ul><li><b>P</b></li></ul></footer>", "<footer>x</footer>", "x <footer></footer> y"]
)
def test_a_footer_that_is_not_ours_stays_in_the_text(footer: str) -> None:
    foreign = {"events": [{"start_date": {"year": 1948}, "text": {"headline": "t", "text": f"One. {footer}"}}]}

    (event,) = from_text(json.dumps(foreign), "x.json").events
    assert event.sources == ()
    assert event.summary is not None
    assert any(letter in event.summary for letter in "Pxy")
