"""Markwhen: dates as it takes them, texts that begin nothing, and nothing lost that its lines can hold."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dated import HELD
from readers.reads import from_text
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Source
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.writers import WRITERS, remarks, rendered
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)


def written(*events: Event, title: str = "T", **more: Any) -> str:
    answer = select(Chronology(title=title, events=events, **more), Query.of(today=TODAY))
    return "".join(map(str, rendered(WRITERS["markwhen"], answer, How())))


@pytest.mark.parametrize(
    ("date", "head", "words"),
    [
        ("2024-03-01", "2024-03-01", None),
        ("2024-03", "2024-03", None),
        ("2024-03/2025", "2024-03/2025", None),
        ("0079", "0079", None),
        ("1948~", "1948", "c. 1948"),
        ("2022~/2023-05?", "2022/2023-05", "c. 2022 – May 2023?"),
        ("194X", "1940-01-01/1949-12-31", "1940s"),
        ("2024-21", "2024-03-01/2024-05-31", "spring 2024"),
        ("2022/..", "2022/now", "from 2022"),
        ("2029/..", "2029-01-01", "from 2029"),
        ("2022-05/", "2022-05-01", "May 2022 – ?"),
        ("../1984", "1984-12-31", "until 1984"),
        ("2024-03-01T09:15", "2024-03-01 09:15", "1 Mar 2024, 09:15"),
        ("2024-03-01T09:15:30Z/2024-03-02", "2024-03-01 09:15/2024-03-02", "1 Mar 2024, 09:15:30 UTC – 2 Mar 2024"),
        ("-0043-03-15", "44 BC", "15 Mar 44 BC"),
        ("-0299/-0199", "300 BC - 200 BC", "300 BC – 200 BC"),
        ("-0049/0050", "50 BC - 50 AD", "50 BC – 0050"),
    ],
)
def test_a_date_is_as_markwhen_takes_it_and_words_say_the_rest(date: str, head: str, words: str | None) -> None:
    lines = written(Event(id="a", date=date, title="t")).splitlines()

    assert lines[2] == f"{head}: t"
    assert [line for line in lines if line.startswith("- Date")] == ([f"- Date: {words}"] if words else [])


@pytest.mark.parametrize(
    ("date", "zone"),
    [
        ("2024-03-01T09:15Z", "UTC"),
        ("2024-03-01T09:15+09", "+09:00"),
        ("2024-03-01T09:15-05:30/2024-03-01T10:15-05:30", "-05:30"),
        ("2024-03-01T09:15-05:30/2024-03-02T10:15Z", None),
        ("2024-03-01T09:15", None),
    ],
)
def test_a_zone_is_a_property_where_it_is_one(date: str, zone: str | None) -> None:
    lines = written(Event(id="a", date=date, title="t")).splitlines()

    assert [line for line in lines if line.startswith("timezone")] == ([f'timezone: "{zone}"'] if zone else [])


def test_an_event_says_what_it_is() -> None:
    event = Event(
        id="a-b",
        date="1948~",
        title="Boats: sold  #now (50% !x) .end [x](y) <b>",
        summary="Two.\n2024: three\u202e\n\n# four",
        type="sale",
        tags=("boats", "arms-transfers", "42", "\u0442"),
        actors=("line",),
        places=("Kiel",),
        claims=(Claim(by="union", stance="denies", date="2024-03-02"),),
        sources=(
            Source(publisher="P", title="[Q]", url="https://q.example/?a=1#b", date="2024-05"),
            Source(publisher="P: (x)", title="Q", url="https://q.example/a_(b)"),
            Source(publisher="P", url="javascript:alert(1)"),
            Source(title="Q"),
            Source(publisher="(P) “x”"),
        ),
    )
    actors = {"line": Actor(name="The Line", kind="organisation"), "union": Actor(name="Union", kind="organisation")}

    assert written(event, title="A: #b", actors=actors).splitlines() == [
        'title: "A: \\u0023b"',
        "",
        "1948: Boats: sold &#35;now (50&#37; &#33;x) &#46;end [x]&#40;y) &#60;b> #boats #arms_transfers",
        'id: "a-b"',
        'edtf: "1948~"',
        'type: "sale"',
        'tags: ["boats","arms-transfers","42","\u0442"]',
        'places: ["Kiel"]',
        'actors: ["line"]',
        "> Two.",
        "> 2024: three\\u202e",
        ">",
        "> # four",
        "- Date: c. 1948",
        "- Status: denied by Union",
        "- Actors: The Line",
        "- Source: P: [&#91;Q&#93;](https://q.example/?a=1#b) (2024-05)",
        "- Source: P: (x): “Q” <https://q.example/a_(b)>",
        "- Source: P: ‹javascript:alert(1)›",
        "- Source: “Q”",
        "- Source: &#40;P) &#8220;x”",
    ]


def test_what_it_cannot_place_is_left_out_and_counted() -> None:
    events = [Event(id=f"e{at}", date=date, title="t") for at, date in enumerate([None, "Y17000", "-9999", "2024"])]
    answer = select(Chronology(title="T", events=tuple(events)), Query.of(today=TODAY))

    assert [str(one) for one in remarks(WRITERS["markwhen"], answer)] == [
        "1 undated event left out", "2 events left out whose years it cannot hold",
    ]  # fmt: skip
    assert [event.id for event in from_text(written(*events), "x.mw").events] == ["e3"]


DATES = st.sampled_from(
    [
        *HELD,
        *("2004-06-~11", "0001", "9998", "{1960,1961-12}", "1950S2", "156X-12-25", "0000", "2022-05-26T00:00"),
        *("-0043-03-15", "-0299/-0199", "2022-05-26/2022-05-26T10:00", "-0049/0050", "2029/.."),
    ]
)
characters = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Cn", "Co", "Mn", "Lo"])
words = st.text(characters, min_size=1, max_size=12) | st.sampled_from(
    [
        *(
            "#a",
            "!b",
            "[x]",
            "](c)",
            "<b>",
            "&#35;",
            ".end",
            "50%",
            "@d",
            "2024:",
            "now:",
            "//",
            ">",
            "- Source: x",
            "id:",
            "“x”",
        )
    ]
)
said = st.lists(words, min_size=1, max_size=4).map(" ".join)
sources = st.builds(
    Source,
    publisher=said,
    title=st.none() | said,
    url=st.sampled_from(
        [None, "https://a.example/?q=1,2;3#x", "https://a.example/b_(c)", "javascript:x", "https://a.example/é"]
    ),
    date=st.none() | st.sampled_from(["2022", "2022-05~"]),
)
events = st.builds(
    Event,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,30}", fullmatch=True),
    date=DATES,
    title=said,
    summary=st.none() | st.lists(said, min_size=1, max_size=3).map("\n".join),
    type=st.none() | said,
    tags=st.lists(said, max_size=3, unique=True).map(tuple),
    actors=st.lists(said, max_size=3, unique=True).map(tuple),
    places=st.lists(said, max_size=2).map(tuple),
    sources=st.lists(sources, max_size=2).map(tuple),
)


@settings(max_examples=50)
@given(
    st.lists(events.filter(lambda event: event.summary != event.title), max_size=3, unique_by=lambda one: one.id), said
)
def test_what_its_lines_can_hold_comes_back_as_it_was(several: list[Event], title: str) -> None:
    again = from_text(written(*several, title=title), "x.mw")

    assert again.title == title
    assert {event.id: event for event in again.events} == {event.id: event for event in several}


def test_what_its_lines_cannot_hold_is_what_the_table_says() -> None:
    event = Event(
        id="a", date="2024", title="t", landmark=True, known="2025", claims=(Claim(by="x", stance="denies"),),
        propositions=("p",), related=("b",), note="n", extra={"k": 1},
        sources=(Source(publisher="p", kind="press", language="en", archived="https://a.example"),),
    )  # fmt: skip

    assert from_text(written(event), "x.mw").events == (
        Event(id="a", date="2024", title="t", sources=(Source(publisher="p"),)),
    )


def test_an_event_whose_head_was_changed_is_of_its_head() -> None:
    text = written(Event(id="a", date="1948~", title="t"))

    assert [event.date for event in from_text(text.replace("1948: ", "1949: "), "x.mw").events] == ["1949"]


@pytest.mark.parametrize("lines", ["id: x", 'type: "x"\nid: 1', "> quoted\n- Source: x", 'id: "x'])
def test_lines_that_are_not_ours_are_the_summary(lines: str) -> None:
    (event,) = from_text(f"2024: t\n{lines}\n", "x.mw").events

    assert (event.summary, event.sources) == (lines, ())
