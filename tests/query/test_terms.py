"""The vocabulary with counts, and what a chronology says of itself."""

from msgspec.structs import replace

from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.terms import about, actors, tags
from small import NOTE, asked


def test_tags_stand_most_frequent_first_with_first_and_last_date_and_those_of_no_event(small: Chronology) -> None:
    answer = tags(small, asked())

    assert [(one.id, one.name, one.n, one.first, one.last) for one in answer] == [
        ("bridge", "The bridge itself", 14, "1899~", "2030"),
        ("ferry", "Crossing by boat", 5, "/1870", "2003-02-10"),
        ("trade", "Goods", 5, "../1850", "2020-02-29"),
        ("war", "Fighting", 3, "1914-07-28/1918-11-11", "2001-05-04"),
        ("idle", "Used by no event", 0, None, None),
    ]


def test_years_are_those_in_which_the_events_begin(small: Chronology) -> None:
    years = {one.id: one.years for one in tags(small, asked())}

    assert years["war"] == ((1914, 1), (1950, 1), (2001, 1))
    assert years["trade"] == ((1930, 2), (1970, 1), (2020, 1))  # an open start begins in none
    assert years["ferry"] == ((1870, 1), (1914, 1), (1920, 1), (1931, 1), (2003, 1))
    assert years["idle"] == ()


def test_of_a_part_only_its_own_tags_are_there(small: Chronology) -> None:
    answer = tags(small, asked(tags=["war"]))

    assert [(one.id, one.n) for one in answer] == [("war", 3), ("bridge", 1), ("ferry", 1)]


def test_limit_and_reverse_are_those_of_the_terms(small: Chronology) -> None:
    answer = tags(small, asked(limit=2, reverse=True))

    assert [one.id for one in answer] == ["idle", "war"]
    assert answer.left_out.limit == 3


def test_actors_carry_what_is_declared_and_those_that_are_not_their_id_alone(small: Chronology) -> None:
    answer = actors(small, asked())
    rows = {one.id: one for one in answer}

    assert [(one.id, one.n) for one in answer] == [
        ("north", 4), ("south", 4), ("ferrymen", 3), ("north-roads", 3), ("ana-sur", 2), ("fisher", 2),
        ("olaf-berg", 2), ("observers", 1), ("herald", 0),
    ]  # fmt: skip
    berg = rows["olaf-berg"]
    assert (berg.name, berg.kind, berg.parent, berg.aliases) == (
        "Olaf Berg", "person", "north-roads", ("Berg", "The Spokesman"),
    )  # fmt: skip
    assert (berg.first, berg.last, berg.years) == ("1930-06-01", "1950-11", ((1930, 1), (1950, 1)))
    assert (rows["north"].parent, rows["observers"].aliases) == ("", ())
    fisher = rows["fisher"]
    assert (fisher.name, fisher.kind, fisher.parent, fisher.aliases) == ("", "", "", ())
    # The undated one of the two has no date to be first or last.
    assert (fisher.first, fisher.last) == ("2001-05-03", "2001-05-03")


def test_limit_and_reverse_are_those_of_the_actors(small: Chronology) -> None:
    answer = actors(small, asked(limit=2, reverse=True))

    assert [(one.id, one.n) for one in answer] == [("herald", 0), ("observers", 1)]
    assert answer.left_out.limit == 7


def test_a_tag_named_twice_by_an_event_counts_once() -> None:
    chronology = Chronology(title="T", events=(Event(id="e", date="2001", title="E", tags=("a", "a")),))

    assert [(one.id, one.n, one.name) for one in tags(chronology, asked())] == [("a", 1, "")]


def test_a_chronology_says_what_it_holds(small: Chronology) -> None:
    answer = about(small, asked(), where="here.json")

    assert {fact.name: fact.value for fact in answer} == {
        "title": "The bridge at Northgate",
        "description": "Invented, and awkward in every way that a chronology can be.",
        "updated": "2024-06-01",
        "first": "../1850",
        "last": "2030",
        "events": 25,
        "undated": 3,
        "landmarks": 3,
        "types": len(small.types),
        "tags": len(tags(small, asked()).rows),
        "actors": len(actors(small, asked()).rows),
        "propositions": 6,
        "claims": 20,
        "sources": 9,
        "licence": "CC0-1.0",
        "file": "here.json",
    }


def test_what_a_chronology_does_not_say_of_itself_is_no_row() -> None:
    bare = Chronology(title="T", events=(Event(id="e", date=None, title="E"),))

    facts = {fact.name: fact.value for fact in about(bare, asked())}

    assert facts.keys().isdisjoint({"description", "updated", "first", "last", "licence", "file"})
    assert (facts["events"], facts["undated"], facts["claims"], facts["sources"]) == (1, 1, 0, 0)


def test_a_source_is_told_by_its_address_else_by_all_that_it_says() -> None:
    sources = (
        Source(publisher="P", url="http://a"),
        Source(publisher="Q", url="http://a"),
        Source(publisher="P", title="X"),
        Source(publisher="P", title="Y"),
        Source(publisher="P", title="X"),
    )
    chronology = Chronology(title="T", events=(Event(id="e", date="2001", title="E", sources=sources),))

    assert {fact.name: fact.value for fact in about(chronology, asked())}["sources"] == 3


def test_the_facts_are_those_of_the_whole_file_in_the_order_of_reading(small: Chronology) -> None:
    turned = replace(small, events=small.events[::-1])
    answer = about(turned, asked())

    assert [fact.name for fact in answer][:4] == ["title", "description", "updated", "first"]
    assert {fact.name: fact.value for fact in answer}["first"] == "../1850"


def test_notes_are_those_of_the_reader(small: Chronology) -> None:
    for question in (tags, actors, about):
        assert question(small, asked(), notes=[NOTE]).notes == (NOTE,)
