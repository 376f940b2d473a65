"""The formats: golden output of hostile data, and that what json, jsonl and a file hold is read again the same."""

import csv
import datetime
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import GOLDEN, frozen
from program import Inline
from relations_cli.model.facts import STANCES, Actor, Chronology, Claim, Event, Figure, Proposition, Source
from relations_cli.query.answer import Answer
from relations_cli.query.fields import chosen
from relations_cli.query.hit import Hit
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.query.table import Field
from relations_cli.readers.documents.json import read as read_json
from relations_cli.readers.documents.jsonl import read as read_jsonl
from relations_cli.readers.loading import load
from relations_cli.readers.reading import Reading
from relations_cli.readers.tables.csv import read as read_csv
from relations_cli.writers import CHRONOLOGY, WRITERS, remarks, rendered
from relations_cli.writers.chronology import document
from relations_cli.writers.format import How
from small import SMALL

TODAY = datetime.date(2026, 11, 26)

HOSTILE = Chronology(
    title="Hostile",
    actors={"a": Actor(name="[bold]A[/]", kind="person", aliases=("\x1b[31mred",))},
    events=(
        Event(
            id="escape",
            date="2024-01-01",
            title="\x1b[31mred\x1b[0m [bold]markup[/bold] \u202egnirts",
            summary="two\nlines\tand\r\na \x0b \x0c \x85 \u2028 \u2029 break",
            tags=("=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tt"),
            actors=("a",),
            places=("북한", "e\u0301"),
            note="<script>alert(1)</script>",
        ),
        Event(id="formula", date=None, title='=HYPERLINK("http://x")', extra={"k": [1, {"a": None}]}),
        Event(id="quote", date="2024~", title="say \"yes\", 'no'; or, not"),
    ),
)


def written(answer: Answer[Any], name: str, fields: tuple[Field, ...] | None = None) -> str:
    return "".join(map(str, rendered(WRITERS[name], answer, How(fields=fields))))


def saved(answer: Answer[Hit]) -> tuple[str, list[str]]:
    """A file of json, and what is said of it."""
    return "".join(map(str, rendered(CHRONOLOGY, answer, How()))), [str(one) for one in remarks(CHRONOLOGY, answer)]


@pytest.fixture(scope="module")
def small() -> Chronology:
    return load(str(SMALL))


TEXTS = [name for name, one in WRITERS.items() if one.gives == "text"]
"""What golden files hold."""
WITH_IDS = [name for name in TEXTS if name not in ("markdown", "html-fragment")]


def goldens() -> dict[str, str]:
    """Golden file: what it should hold."""
    hostile = select(HOSTILE, Query.of(today=TODAY))
    may = select(frozen(), Query.of(today=TODAY, since="2022-05", until="2022-05"))
    return {f"hostile.{name}": written(hostile, name) for name in TEXTS} | {
        f"may-2022.{name}": written(may, name) for name in TEXTS
    }


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_data_is_written_as_the_golden_file_says(name: str) -> None:
    golden = (GOLDEN / f"hostile.{name}").read_bytes().decode()

    assert golden == written(select(HOSTILE, Query.of(today=TODAY)), name)


@pytest.mark.parametrize("name", TEXTS)
def test_the_real_chronology_of_may_2022_is_written_as_the_golden_file_says(name: str) -> None:
    golden = (GOLDEN / f"may-2022.{name}").read_bytes().decode()

    answer = select(frozen(), Query.of(today=TODAY, since="2022-05", until="2022-05"))
    assert golden == written(answer, name)


@pytest.mark.parametrize("name", [name for name in WITH_IDS if WRITERS[name].columns])
def test_every_writer_writes_the_selected_events_only(name: str, small: Chronology) -> None:
    answer = select(small, Query.of(today=TODAY, tags=["trade"], since="1930"))
    text = written(answer, name)

    assert [hit.event.id for hit in answer] == ["opening", "toll", "decade", "fair"]
    assert all(hit.event.id in text for hit in answer)
    others = {event.id for event in small.events} - {hit.event.id for hit in answer}
    assert not {re.split("[\t,]", line.removeprefix("| "))[0].split(" |")[0] for line in text.splitlines()} & others


def test_csv_is_read_by_pythons_own_reader_with_a_header() -> None:
    rows = list(csv.DictReader(io.StringIO(written(select(HOSTILE, Query.of(today=TODAY)), "csv"), newline="")))

    assert [row["id"] for row in rows] == ["escape", "quote", "formula"]
    assert rows[0]["tags"].startswith("'=cmd")
    assert rows[2]["title"].startswith("'=HYPERLINK")
    assert rows[1]["lower"] == "2024-01-01"
    assert rows[1]["precision"] == "year"


slugs = st.from_regex(r"[a-z][a-z0-9-]{0,7}", fullmatch=True)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
dates = st.sampled_from(
    ["2022", "2022-05", "2022-05-26", "2021/2023-02", "2022/..", "../2020", "2022-05~", "201X", "[2020,2022]", "Y17000"]
)
some_dates = st.none() | dates
claims = st.lists(
    st.builds(
        Claim,
        by=st.sampled_from(["russia", "peskov", "un"]),
        stance=st.sampled_from(STANCES),
        date=some_dates,
        note=st.none() | words,
        quote=st.none() | words,
        locator=st.none() | words,
        figures=st.lists(st.builds(Figure, of=slugs, low=st.none() | st.integers(0, 10**6)), max_size=2).map(tuple),
    ),
    max_size=3,
).map(tuple)
events = st.builds(
    Event,
    id=slugs,
    date=some_dates,
    title=words,
    summary=st.none() | words,
    type=st.none() | slugs,
    tags=st.lists(slugs, max_size=3, unique=True).map(tuple),
    actors=st.lists(st.sampled_from(["russia", "peskov", "un", "other"]), max_size=3, unique=True).map(tuple),
    places=st.lists(words, max_size=2).map(tuple),
    landmark=st.booleans(),
    known=some_dates,
    claims=claims,
    propositions=st.sampled_from([(), ("p",), ("p", "q")]),
    related=st.lists(slugs, max_size=2).map(tuple),
    sources=st.lists(
        st.builds(Source, publisher=words, url=st.none() | words, date=some_dates, language=st.none() | words),
        max_size=2,
    ).map(tuple),
    note=st.none() | words,
    extra=st.dictionaries(slugs, st.none() | st.booleans() | st.integers(-5, 5) | words, max_size=2),
)
chronologies = st.builds(
    lambda several, p, q: Chronology(
        title="T",
        actors={
            "russia": Actor(name="Russia", kind="state", aliases=("Moscow",)),
            "peskov": Actor(name="Peskov", kind="person", parent="russia"),
            "un": Actor(name="United Nations", kind="organisation"),
        },
        propositions={"p": Proposition(text="P", claims=p), "q": Proposition(text="Q", claims=q)},
        events=tuple(several),
    ),
    st.lists(events, max_size=4, unique_by=lambda event: event.id),
    claims,
    claims,
)

QUESTIONS: tuple[dict[str, Any], ...] = (
    {},
    {"since": "2022"},
    {"years": ["2021"], "reverse": True},
    {"as_of": "2021"},
    {"statuses": ["disputed", "alleged"]},
    {"landmarks": True},
)


def answered(chronology: Chronology) -> list[list[tuple[object, ...]]]:
    """What a chronology answers to several questions: everything that a hit holds but the actors nobody names."""

    def of(hit: Hit) -> tuple[object, ...]:
        return (hit.event, hit.date, hit.status, hit.denied_by, hit.propositions)

    return [[of(hit) for hit in select(chronology, Query.of(today=TODAY, **question))] for question in QUESTIONS]


@given(chronologies)
def test_json_and_jsonl_are_read_again_with_the_same_answers(chronology: Chronology) -> None:
    answer = select(chronology, Query.of(today=TODAY))

    from_json = read_json(written(answer, "json").encode(), Reading(name="x.json"))
    from_jsonl = read_jsonl(written(answer, "jsonl").encode(), Reading(name="x.jsonl"))

    expected = answered(chronology)
    assert expected == answered(from_json)
    assert expected == answered(from_jsonl)
    used = {name for event in chronology.events for name in event.actors}
    for name in used & {"russia", "un"}:
        asked = Query.of(today=TODAY, actors=[name])
        assert [hit.event for hit in select(chronology, asked)] == [hit.event for hit in select(from_json, asked)]


@given(chronologies)
def test_a_chronology_file_is_read_again_with_the_same_answers(chronology: Chronology) -> None:
    ids = {event.id for event in chronology.events}
    whole = select(chronology, Query.of(today=TODAY))

    again = read_json(saved(whole)[0].encode(), Reading(name="x.json"))

    def shape(one: Chronology) -> list[list[tuple[object, ...]]]:
        return [
            [
                (hit.event.id, hit.date, hit.status, hit.denied_by, hit.event.sources, hit.event.extra,
                 [name for name in hit.event.related if name in ids])
                for hit in select(one, Query.of(today=TODAY, **question))
            ]
            for question in QUESTIONS
        ]  # fmt: skip

    assert shape(chronology) == shape(again)


@given(chronologies)
def test_the_document_of_a_chronology_is_read_again_as_it_was(chronology: Chronology) -> None:
    assert chronology == read_json(document(chronology).encode(), Reading(name="x.json"))


@given(st.lists(st.text("'=+-@＝＋－＠ab", min_size=1), min_size=1, max_size=4))
def test_csv_is_read_again_with_the_same_cells_whatever_they_begin_with(texts: list[str]) -> None:
    several = tuple(Event(id=f"e{n}", date="2022", title="t", summary=text) for n, text in enumerate(texts))
    answer = select(Chronology(title="T", events=several), Query.of(today=TODAY))
    names = ("id", "date", "lower", "upper", "precision", "title", "summary")

    again = read_csv(written(answer, "csv", chosen(answer.table, names)).encode(), Reading(name="x.csv"))

    assert [event.summary or "" for event in again.events] == texts


def test_a_chronology_file_keeps_only_what_its_events_use(small: Chronology) -> None:
    text, remarks = saved(select(small, Query.of(today=TODAY, types=["accident"], landmarks=True)))
    data = json.loads(text)

    (collapse,) = data["events"]
    assert collapse["id"] == "collapse"
    assert "related" not in collapse
    assert (list(data["types"]), list(data["tags"]), list(data["measures"])) == (
        ["accident"], ["bridge"], ["killed", "lorries"],
    )  # fmt: skip
    assert list(data["actors"]) == ["north", "north-roads", "olaf-berg", "south", "ana-sur", "observers", "herald"]
    assert list(data["propositions"]) == ["sabotage", "toll-of-dead"]
    claims = [claim for one in data["propositions"].values() for claim in one["claims"]]
    assert all("event" not in claim for claim in claims)
    assert [claim.get("source") for claim in claims] == [
        None, None, "https://north.example/answer", None, None, None, "https://north.example/answer",
    ]  # fmt: skip
    # One related event; three times the event in which a claim was made; the report once, the speech twice.
    assert remarks == ["7 references to events and sources outside the selection left out of the file"]


def test_json_of_every_command_is_an_array_whose_entries_have_the_fields(inline: Inline) -> None:
    small_file = ("-f", str(SMALL))

    for args in (
        ["list", "--since", "2001"], ["search", "ferry"], ["show", "2001-05-03"], ["around", "2001-05-03"],
        ["claims", "-n", "2"], ["contested", "-n", "2"], ["changes", "--since", "2001"], ["figures"],
        ["figures", "--of", "killed"], ["count"], ["count", "--by", "year"], ["tags"], ["actors"],
        ["about", "--fields", "name,value"], ["search", "ferry", "-C", "1"], ["show", "sabotage"],
    ):  # fmt: skip
        array = json.loads(inline(*args, *small_file, "-o", "json").out)
        lines = [json.loads(line) for line in inline(*args, *small_file, "-o", "jsonl").out.splitlines()]
        assert array == lines
        assert array
        assert all(entry.keys() == array[0].keys() for entry in array)
        names = inline(*args, *small_file, "--fields", "help").out.splitlines()
        assert [line.split("\t")[0] for line in names] == list(array[0])
