"""Filters that need no date: names as people spell them, and what is said of names that do not exist."""

import pytest
from msgspec.structs import replace

from relations_cli.model.facts import Actor, Chronology, Claim, Event, Source
from relations_cli.query.select import select
from small import NOTE, asked, ids, refused, told


def test_landmarks_are_those_marked_so(small: Chronology) -> None:
    assert ids(select(small, asked(landmarks=True))) == ["opening", "collapse", "reopening"]


def test_one_of_the_types_is_enough_blind_to_case(small: Chronology) -> None:
    assert ids(select(small, asked(types=["ACCIDENT,opening"]))) == ["opening", "winter", "collapse", "reopening"]
    assert ids(select(small, asked(types=["idle"]))) == []


def test_a_group_of_tags_is_any_and_several_groups_are_all(small: Chronology) -> None:
    assert ids(select(small, asked(tags=["war,trade", "Bridge"]))) == ["opening", "toll", "accusation"]
    assert ids(select(small, asked(tags=["war", "ferry"]))) == ["war"]


def test_an_event_with_one_of_the_unwanted_tags_is_left_out(small: Chronology) -> None:
    assert ids(select(small, asked(not_tags=["bridge,ferry", "trade"]))) == ["mines", "legend", "hearsay"]


def test_an_actor_stands_for_everyone_who_speaks_for_it_however_far_down(small: Chronology) -> None:
    everyone = ["war", "opening", "speeches", "toll", "mines", "repairs", "collapse", "report", "reopening"]

    assert ids(select(small, asked(actors=["north"]))) == everyone
    assert ids(select(small, asked(actors=["norrland"]))) == everyone
    assert ids(select(small, asked(actors=["RO"]))) == ["speeches", "toll", "mines", "repairs", "report"]
    assert ids(select(small, asked(actors=["north-roads", "ana-sur"]))) == ["repairs"]
    assert ids(select(small, asked(actors=["olaf-berg,observers"]))) == ["speeches", "mines", "inquiry"]


def test_an_id_is_meant_before_a_name_and_a_name_before_an_alias(small: Chronology) -> None:
    assert ids(select(small, asked(actors=["south"]))) == [
        "war", "opening", "repairs", "accusation", "new-ferry", "reopening",
    ]  # fmt: skip
    assert ids(select(small, asked(actors=["roads office"]))) == ["speeches", "toll", "mines", "repairs", "report"]
    assert ids(select(small, asked(actors=["berg"]))) == ["speeches", "mines"]


def test_one_of_the_places_is_enough_in_every_spelling_of_it(small: Chronology) -> None:
    assert ids(select(small, asked(places=["NORTHGATE"]))) == ["opening", "speeches", "toll", "collapse", "fair"]
    assert ids(select(small, asked(places=["Southgate", "northgate"]))) == [
        "opening", "speeches", "toll", "floods", "collapse", "fair", "legend",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [("types", "ACCIDENT,opening"), ("tags", "bridge,ferry"), ("actors", "north"), ("actors", "RO,observers"),
     ("places", "NORTHGATE")],
)  # fmt: skip
def test_what_is_asked_not_to_be_is_what_is_left_of_all(small: Chronology, name: str, value: str) -> None:
    having, lacking = (ids(select(small, asked(**{key: [value]}))) for key in (name, f"not_{name}"))

    assert having
    assert sorted([*having, *lacking]) == sorted(ids(select(small, asked())))


def test_one_source_of_a_publisher_or_of_a_kind_is_enough(small: Chronology) -> None:
    events = select(small, asked())
    for publisher in ("archive", "The Herald"):
        assert ids(select(small, asked(publishers=[publisher]))) == [
            hit.event.id
            for hit in events
            if any((source.publisher or "").casefold() == publisher.casefold() for source in hit.event.sources)
        ]
    for kinds in ({"press"}, {"archive", "official"}):
        assert ids(select(small, asked(kinds=",".join(kinds)))) == [
            hit.event.id for hit in events if any(source.kind in kinds for source in hit.event.sources)
        ]


def test_so_many_sources_are_the_least(small: Chronology) -> None:
    events = select(small, asked())
    for least in range(4):
        enough = [hit.event.id for hit in events if len(hit.event.sources) >= least]
        assert ids(select(small, asked(sources=least))) == enough
    with refused("-1 is less than none: give a number from 0", parameter="sources"):
        asked(sources=-1)


def test_what_has_no_date_is_asked_without_one(small: Chronology) -> None:
    events = select(small, asked())
    found = select(small, asked(undated=True))

    assert ids(found) == [hit.event.id for hit in events if hit.date is None or hit.date.undated]
    assert ids(found)
    assert found.left_out.undated == 0
    for name in ("since", "until", "on", "years", "anniversaries"):
        with refused(f"what has no date has none to ask for: leave out {name}", parameter="undated"):
            asked(undated=True, **{name: "01" if name == "anniversaries" else "2020"})


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ({"publishers": ["Herld"]}, "there is no 'Herld': did you mean The Herald?"),
        ({"publishers": ["qqq"]}, "there is no 'qqq': `timeline count by publisher` lists them"),
        ({"kinds": ["pres"]}, "there is no 'pres': did you mean press?"),
        ({"not_types": ["acident"]}, "there is no 'acident': did you mean accident?"),
        ({"not_actors": ["nobody at all"]}, "there is no 'nobody at all': `timeline actors` lists them"),
    ],
)
def test_a_facet_that_is_not_there_is_refused(small: Chronology, question: dict[str, list[str]], reason: str) -> None:
    (parameter,) = question
    with refused(reason, parameter=parameter):
        select(small, asked(**question))


def test_all_filters_have_to_fit(small: Chronology) -> None:
    assert ids(select(small, asked(tags=["bridge"], types=["opening"], landmarks=True, places=["Northgate"]))) == [
        "opening"
    ]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ({"tags": ["bridg"]}, "there is no 'bridg': did you mean bridge?"),
        ({"tags": ["qqq"]}, "there is no 'qqq': `timeline tags` lists them"),
        ({"not_tags": ["bridge,fery"]}, "there is no 'fery': did you mean ferry?"),
        ({"not_tags": ["qqq"]}, "there is no 'qqq': `timeline tags` lists them"),
        ({"types": ["talk"]}, "there is no 'talk': did you mean talks?"),
        ({"types": ["qqq"]}, "there is no 'qqq': `timeline count by type` lists them"),
        ({"actors": ["north,observer"]}, "there is no 'observer': did you mean observers?"),
        ({"actors": ["qqq,zzz"]}, "there is no 'qqq': `timeline actors` lists them"),
        ({"actors": ["ferryfolk"]}, "there is no 'ferryfolk': `timeline actors` lists them"),
        ({"places": ["Westgate"]}, "there is no 'Westgate': did you mean Southgate?"),
    ],
)
def test_a_name_that_is_neither_declared_nor_used_is_refused(
    small: Chronology, question: dict[str, list[str]], reason: str
) -> None:
    (parameter,) = question
    with refused(reason, parameter=parameter):
        select(small, asked(**question))


BARE = Chronology(
    title="Nothing is declared",
    events=(
        Event(id="a", date="2001", title="A", tags=("Red",), actors=("ann",), type="t", places=("Here",)),
        Event(id="b", date="2002", title="B", tags=("red", "blue")),
    ),
)


def test_without_a_declared_vocabulary_the_names_in_use_are_one() -> None:
    assert ids(select(BARE, asked(tags=["RED"]))) == ["a", "b"]
    assert ids(select(BARE, asked(actors=["Ann"], types=["T"]))) == ["a"]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ({"tags": ["blues"]}, "there is no 'blues': did you mean blue?"),
        ({"types": ["qq"]}, "there is no 'qq': `timeline count by type` lists them"),
        ({"not_tags": ["blues"]}, "there is no 'blues': did you mean blue?"),
        ({"actors": ["anne"]}, "there is no 'anne': did you mean ann?"),
        ({"actors": ["qq"]}, "there is no 'qq': `timeline actors` lists them"),
        ({"places": ["There"]}, "there is no 'There': did you mean Here?"),
        ({"places": ["qq"]}, "there is no 'qq': `timeline count by place` lists them"),
    ],
)
def test_an_unknown_name_is_a_mistake_where_nothing_is_declared_too(
    question: dict[str, list[str]], reason: str
) -> None:
    (parameter,) = question
    with refused(reason, parameter=parameter):
        select(BARE, asked(**question))


@pytest.mark.parametrize("field", ["tags", "not_tags", "types", "actors", "places", "languages"])
def test_a_name_is_no_mistake_where_there_are_no_events(small: Chronology, field: str) -> None:
    for nothing in (replace(small, events=()), replace(BARE, events=())):
        answer = select(nothing, asked(**{field: ["qq"]}), [NOTE])

        assert (ids(answer), answer.searched, told(answer)[0]) == ([], 0, "a note")
        assert told(answer)[1].startswith(f"{field}: there is no 'qq': ")


@pytest.mark.parametrize(
    ("field", "name"),
    [("tags", "blue"), ("types", "t"), ("actors", "ann"), ("actors", "bo"), ("places", "Here"), ("languages", "fr")],
)
def test_a_name_that_the_day_hides_is_none(field: str, name: str) -> None:
    late = Event(
        id="z", date="2009", title="Z", tags=("blue",), type="t", actors=("ann",), places=("Here",),
        sources=(Source(publisher="P", language="fr"),), claims=(Claim(by="bo", stance="asserts"),),
    )  # fmt: skip
    early = Event(id="y", date="2001", title="Y")
    answer = select(Chronology(title="T", events=(early, late)), asked(**{field: [name], "as_of": "2002"}))

    assert (ids(answer), told(answer)) == ([], [])


def test_a_name_that_is_declared_and_used_by_nothing_is_none() -> None:
    declared = replace(
        BARE, tags={"ice": "Ice"}, types={"fair": "A fair"}, actors={"bo": Actor(name="Bo", kind="person", parent="cy")}
    )
    for field, name in (("tags", "ICE"), ("types", "fair"), ("actors", "bo"), ("actors", "Cy")):
        answer = select(declared, asked(**{field: [name]}))

        assert (ids(answer), told(answer)) == ([], [])


def test_an_actor_that_is_declared_goes_with_one_that_is_only_used(small: Chronology) -> None:
    with_nobody = replace(small, actors={})

    assert ids(select(with_nobody, asked(actors=["NORTH-ROADS"]))) == ["toll", "repairs", "report"]
    assert ids(select(with_nobody, asked(actors=["north"]))) == ["war", "opening", "collapse", "reopening"]
