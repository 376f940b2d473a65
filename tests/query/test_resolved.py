"""What a query means in one chronology, and that a store in memory answers it."""

import datetime
from typing import Any

import pytest

from relations_cli.dates import parse_edtf
from relations_cli.dates.periods import UNITS
from relations_cli.errors import UsageError
from relations_cli.model.facts import Actor, Chronology, Event, Source
from relations_cli.query.facets import FACETS
from relations_cli.query.memory import Memory
from relations_cli.query.query import Query
from relations_cli.query.resolved import Dates, Membership, Resolved, resolve
from relations_cli.query.select import select
from relations_cli.query.store import Sizes

TODAY = datetime.date(2026, 11, 26)
DAY = (2026, 11, 26)

STATES = Chronology(
    title="T",
    types={"visit": "A visit"},
    tags={"UN": "The UN", "oil": "Oil"},
    actors={
        "state": Actor(name="State", kind="state", aliases=("Realm",)),
        "ministry": Actor(name="Ministry", kind="organisation", parent="state"),
        "speaker": Actor(name="Speaker", kind="person", parent="ministry"),
        "other": Actor(name="Other", kind="state"),
    },
    events=(
        Event(
            id="a", date="2020-05", title="A", type="visit", tags=("UN", "un"), actors=("speaker",), places=("Here",)
        ),
        Event(id="b", date="2019", title="B", tags=("oil",), actors=("other",), related=("a",)),
        Event(id="c", date=None, title="C", sources=(Source(publisher="P", language="ru"), Source(publisher="P"))),
    ),
)
BARE = Chronology(title="T", events=(Event(id="a", date="2020", title="A", tags=("x",), actors=("who",)),))


def resolved(chronology: Chronology = STATES, /, **asked: Any) -> Resolved:
    return resolve(chronology, Query.of(today=TODAY, **asked), Memory(chronology).used)


def test_nothing_asked_is_nothing_but_the_day() -> None:
    assert resolved() == Resolved(day=DAY)


def test_names_are_as_the_chronology_spells_them_all_spellings_of_one() -> None:
    assert resolved(tags=["un", "OIL,un"]).members == (
        Membership("tags", frozenset({"UN", "un"})),
        Membership("tags", frozenset({"oil", "UN", "un"})),
    )
    assert resolved(not_tags="oil").members == (Membership("tags", frozenset({"oil"}), excluded=True),)
    assert resolved(types="VISIT").members == (Membership("types", frozenset({"visit"})),)
    assert resolved(places="here").members == (Membership("places", frozenset({"Here"})),)


def test_an_actor_stands_for_everyone_who_speaks_for_it() -> None:
    assert resolved(actors="realm").members == (Membership("actors", frozenset({"state", "ministry", "speaker"})),)
    assert resolved(actors="Ministry,other").members == (
        Membership("actors", frozenset({"ministry", "speaker", "other"})),
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"tags": "oli"}, "tags: there is no 'oli': did you mean oil?"),
        ({"not_tags": "oli"}, "not_tags: there is no 'oli': did you mean oil?"),
        ({"types": "zzz"}, "types: there is no 'zzz': `timeline count by type` lists them"),
        ({"actors": "spaeker"}, "actors: there is no 'spaeker': did you mean Speaker?"),
    ],
)
def test_a_name_that_a_vocabulary_should_have_is_refused(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        resolved(**asked)

    assert str(raised.value) == message


def test_where_there_are_no_events_a_strange_name_is_only_remarked() -> None:
    query = Query.of(today=TODAY, tags="y", actors="whom", places="nowhere")
    asked = resolve(BARE, query, Memory(BARE).used, is_empty=True)

    assert asked.members == (
        Membership("tags", frozenset()),
        Membership("actors", frozenset()),
        Membership("places", frozenset()),
    )
    assert [str(one) for one in asked.remarks] == [
        "tags: there is no 'y': `timeline tags` lists them",
        "actors: there is no 'whom': did you mean who?",
        "places: there is no 'nowhere': `timeline count by place` lists them",
    ]


def test_dates_are_groups_of_which_one_date_is_met_each() -> None:
    dates = resolved(
        since="2019", until="2020", on="2020-05", years=["2019", "2020"], anniversaries="05", starts=True
    ).dates

    assert dates.window is not None
    assert (dates.window.first_day, dates.window.last_day) == ((2019, 1, 1), (2020, 12, 31))
    assert dates.others == ((parse_edtf("2020-05"),), (parse_edtf("2019"), parse_edtf("2020")))
    assert dates.groups == ((dates.window,), *dates.others)
    assert dates.anniversaries == ((5, None),)
    assert dates.starts


@pytest.mark.parametrize("asked", [{"since": "2019"}, {"on": "2019"}, {"years": "2019"}, {"anniversaries": "05"}])
def test_whatever_is_asked_of_a_date_asks_for_one(asked: dict[str, Any]) -> None:
    assert resolved(**asked).dates
    assert not Dates(starts=True)


def test_the_rest_is_carried_over() -> None:
    asked = resolved(landmarks=True, statuses="denied,alleged", text="veto", as_of="2020-02")

    assert (asked.landmarks, asked.statuses, asked.text) == (True, ("denied", "alleged"), "veto")
    assert asked.as_of == asked.day == (2020, 2, 29)


def test_memory_gives_events_in_the_order_asked_for_and_counts_before_the_limit() -> None:
    store = Memory(STATES)

    found = store.events(Resolved(day=DAY), order="date", limit=1)
    assert [hit.event.id for hit in found.hits] == ["b"]
    assert (found.passing, found.undated) == (3, 0)
    assert [hit.event.id for hit in store.events(Resolved(day=DAY)).hits] == ["a", "b", "c"]
    assert [hit.event.id for hit in store.events(Resolved(day=DAY), order="date reversed").hits] == ["a", "b", "c"]
    dated = store.events(resolved(since="2020"))
    assert ([hit.event.id for hit in dated.hits], dated.undated) == (["a"], 1)


def test_memory_tells_its_sizes_names_and_ids() -> None:
    store = Memory(STATES)

    assert len(store) == 3
    assert store.sizes() == Sizes(events=3, claims=0, sources=2, related=1)
    assert store.sizes(["b", "nobody"]) == Sizes(events=1, claims=0, sources=0, related=1)
    assert list(store.ids()) == ["a", "b", "c"]
    assert list(store.named(["c", "nobody", "a"])) == ["c", "a"]
    assert set(store.used("types")) == {"visit"}
    assert set(store.used("tags")) == {"UN", "un", "oil"}
    assert store.known_on(None) is store
    assert list(store.known_on((2019, 12, 31)).ids()) == ["b", "c"]


@pytest.mark.parametrize("by", FACETS)
def test_memory_counts_as_the_rows_of_a_selection_do(by: Any) -> None:
    counts = Memory(STATES).count(Resolved(day=DAY), [by])

    assert counts.passing == len(select(STATES, Query.of(today=TODAY)))
    assert (
        counts.without[0] + sum(1 for hit in select(STATES, Query.of(today=TODAY)) if _has(hit, by)) == counts.passing
    )


def _has(hit: Any, by: str) -> bool:
    event = hit.event
    holds = {
        **dict.fromkeys(UNITS, event.date), "weekday": hit.date and hit.date.precision == "day",
        "hour": "T" in (event.date or ""),
        "tag": event.tags, "actor": event.actors, "place": event.places, "type": event.type,
        "publisher": event.sources, "language": event.sources, "kind": [one for one in event.sources if one.kind],
        "status": True, "origin": hit.origin, "stance": event.claims, "proposition": event.propositions,
    }  # fmt: skip
    return bool(holds[by])
