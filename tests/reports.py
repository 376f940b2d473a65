"""Chronologies for tests of reports, and how a report is read again."""

from collections.abc import Iterable

from hypothesis import strategies as st
from msgspec.structs import replace

from golden import frozen
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition, Source
from relations_cli.readers.reading import Reading
from relations_cli.readers.registry import read

CHRONOLOGY = frozen()
_NORTH = Source(
    publisher="The North", url="https://north.example/report", archived="https://archive.example/1", kind="official"
)
SMALL_REPORT = Chronology(
    title="A bridge",
    updated="1960-05-04",
    description="Of a bridge.",
    actors={
        "north": Actor(name="The North", kind="state"),
        "south": Actor(name="The South", kind="state"),
    },
    events=(
        Event(
            id="opens", date="1931-02-01", title="The *bridge* opens",
            sources=(
                Source(publisher="The Herald", title="Open", date="1931-02-02", url="https://herald.example/open?a=1&b=2"),
                _NORTH,
            ),
        ),
        Event(
            id="falls", date="1958%", title="The bridge falls",
            summary="A lorry is on it.\n\nTwo days later it is gone.",
            claims=(Claim(by="north", stance="asserts", date="1958"), Claim(by="south", stance="denies", date="1959")),
            sources=(_NORTH, Source(publisher="K. Berg", title="On paper", date="1958")),
        ),
        Event(id="plan", date=None, title="A plan", sources=(Source(publisher="The Herald"),)),
    ),
)  # fmt: skip
DATES = (
    "2022", "2022-05", "2022-05-26", "2021/2023-02", "2022/..", "../2020", "2022/", "/2020", "2022-05~", "2022?",
    "2022%", "2022-XX-XX", "2022-05-XX", "[2020,2022]", "{2020,2022}", "[..2020]", "[1991..]", "Y17000",
    "Y-13800000000", "-0043", "-0043-03-15", "2022-21", "2021-24", "2022-33", "2022-05-26T14:30", "2022-05-26T14:30Z",
    "2022-05-26T14:30+09:00", "2022-05-26T14:30:15", "2022-05-26T09:15/2022-05-26T11:00", "2022-05-26/2022-05-28",
    "2022-05-26/2022-06-02", "2022-05/2022-07", "1940/1945", "1940~/1945", "2022-05-26/..", "0044", "0001",
    "1898?/1900", "1500/1599", "2022-05~/2023", "2022-05-26T14:30/2022-05-27T01:00", "1964/2008-08",
    "[1667,1668,1670..1672]", "2004-06-~01", "?2004-~06-~01", "%2004-06-01", "2004-?21",
)  # fmt: skip
"""What words can say."""
LOSES: dict[str, str | None] = {
    "201X": "2010/2019",
    "20XX": "2000/2099",
    "1985-04-1X": "1985-04-10/1985-04-19",
    "19XX-12": "1900-12/1999",
}
"""What words say less exactly, and what is read of it."""

_word = st.sampled_from(
    ["harbour", "*wall*", "[x]", "a|b", "1984", "会议", "<b>", "_u_", "`c`", "$5", "“q”", "&amp;", "A&B", "~s~", "#1",
     "{y}", "x^2", "(again)", "it's", '"so"', "@x", "and", "with: colon", "=1+1"]
)  # fmt: skip
_sentence = st.lists(_word, max_size=5).map(lambda words: " ".join(["Something", *words, "ends"]))
_paragraph = _sentence.map(lambda text: f"{text}.")
_source = st.builds(
    Source,
    publisher=st.none() | st.sampled_from(["The Herald", "A_B, C & D", "Ministry (North)"]),
    title=st.none() | _sentence,
    date=st.none() | st.sampled_from(["2022", "2022-05", "2022-05-26"]),
    url=st.sampled_from(
        [
            None,
            "https://a.example/x?y=1&z=2",
            "http://b.example/a_b_(c)*d*",
            "https://c.example/%E8%81%94",
            "https://d.example",
        ]
    ),
    archived=st.none() | st.just("https://archive.example/1"),
).filter(lambda source: source.url or source.publisher)
_event = st.builds(
    Event,
    id=st.just(""),
    date=st.sampled_from([one for one in DATES if "T" not in one]),
    title=_sentence,
    summary=st.none() | st.lists(_paragraph, min_size=1, max_size=3).map("\n\n".join),
    sources=st.lists(_source, max_size=3, unique_by=lambda source: source.url or source).map(tuple),
)


def _made(events: list[Event]) -> Chronology:
    """Events with ids, of which the first has an ordinary date: without any, a list is no chronology to a reader."""
    numbered = [replace(one, id=f"e{n}", date=one.date if n else "1999-12-31") for n, one in enumerate(events)]
    return Chronology(title="T", events=tuple(numbered))


chronologies = st.lists(_event, min_size=2, max_size=4, unique_by=lambda event: event.title).map(_made)


def read_again(data: bytes, name: str) -> Chronology:
    """The chronology that the program makes of a file of that name."""
    return read(data, Reading(name=name, path=name))


def shown_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources as a report prints them: what is printed alike is one."""
    printed = (replace(source, kind=None, language=None, accessed=None) for source in sources)
    return tuple(dict.fromkeys(printed))


FULL = Chronology(
    title="T",
    actors={"north": Actor(name="The North", kind="state")},
    propositions={"that": Proposition(text="That it fell")},
    events=(
        Event(id="other", date="1957", title="Another thing"),
        Event(
            id="falls", date="1958-02", title="The bridge falls", summary="A lorry is on it.\n\nIt is gone.",
            type="event", tags=("bridges",), actors=("north",), places=("The river",), landmark=True, known="1958-03",
            claims=(Claim(by="north", stance="asserts", date="1958"),), propositions=("that",), related=("other",),
            sources=(
                Source(
                    publisher="K. Berg", title="On paper", url="https://a.example/1", date="1958-05", kind="official",
                    language="en", archived="https://archive.example/1", accessed="2020-01-01",
                ),
            ),
            note="Of a note.", extra={"height": 3},
        ),
    ),
)  # fmt: skip
"""Of which the second event has everything."""


def kept_of(again: Event) -> set[str]:
    """Which fields of that event, and of its source (``source.url``), another has alike."""
    event = FULL.events[1]
    assert all(event != replace(event, **{name: ()}) for name in event.__struct_fields__)
    kept = {name for name in event.__struct_fields__ if getattr(again, name) == getattr(event, name)}
    (source,), of = again.sources, event.sources[0]
    return kept | {f"source.{name}" for name in of.__struct_fields__ if getattr(source, name) == getattr(of, name)}


KEPT = {
    "date", "title", "summary", "source.publisher", "source.title", "source.url", "source.date", "source.archived",
}  # fmt: skip
"""What a report of that event says in a form that is read again; the formats say that all the rest is lost."""
LOST = (
    "ids", "types", "tags", "actors", "places", "landmarks", "known", "claims", "propositions", "related", "notes",
    "extra", "kind", "language", "day of access",
)  # fmt: skip
