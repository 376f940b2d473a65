"""Ids that a file does not give: made of what an entry says, never of its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.reads import reading_of
from relations_cli.model.facts import Event
from relations_cli.model.identity import is_made, made_id, slug
from relations_cli.readers.entries.duplicates import told_apart
from relations_cli.readers.registry import read


def event(id_: str, title: str, date: str | None = "2020") -> Event:
    return Event(id=id_, date=date, title=title)


def test_an_id_holds_date_title_and_a_hash() -> None:
    assert made_id(event("", "Ships arrive in Öland")).startswith("2020-ships-arrive-in-oland-")
    assert made_id(event("", "日本", None)).startswith("undated-")
    assert made_id(event("", "A")) != made_id(Event(id="", date="2020", title="A", summary="more"))


@given(st.text(), st.dates().map(str) | st.none())
def test_an_id_that_is_made_is_known_as_such(title: str, date: str | None) -> None:
    assert is_made(made_id(event("", title, date)))


@pytest.mark.parametrize("given_one", ["1950-02-14-treaty", "a-1234ef", "undated", "2020-x-12345", "2020-X-123456"])
def test_an_id_that_somebody_gave_is_not(given_one: str) -> None:
    assert not is_made(given_one)


@given(st.text())
def test_a_slug_is_short_and_plain(title: str) -> None:
    made = slug(title)

    assert len(made) <= 40
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_what_is_told_twice_is_taken_once_and_what_shares_an_id_is_renamed() -> None:
    reading = reading_of("a.csv")
    several = [event("a", "A"), event("a", "B"), event("a", "A"), event("a", "C"), event("a-2", "D")]

    kept = told_apart([(one, (line, None)) for line, one in enumerate(several, 2)], reading)

    assert [(one.id, one.title) for one in kept] == [("a", "A"), ("a-2", "B"), ("a-3", "C"), ("a-2-2", "D")]
    assert [note.kind for note in reading.notes] == ["renamed", "duplicate", "renamed", "renamed"]
    assert "on line 2" in reading.notes[1].text()


def test_what_shares_id_and_title_and_has_another_date_is_no_duplicate() -> None:
    kept = told_apart([(event("a", "A", date), None) for date in ("2020", "2021", None)], reading_of("a.csv"))

    assert [(one.id, one.date) for one in kept] == [("a", "2020"), ("a-2", "2021"), ("a-3", None)]


@given(st.lists(st.sampled_from("abc"), max_size=30))
def test_ids_are_never_given_twice(ids: list[str]) -> None:
    kept = told_apart([(event(one, f"T{at}"), None) for at, one in enumerate(ids)], reading_of("a.csv"))

    assert len({one.id for one in kept}) == len(kept) == len(ids)


def test_what_a_duplicate_says_otherwise_is_told() -> None:
    reading = reading_of("a.csv")
    text = b"id,date,title,summary,tags\n7,2024,A,first,x\n7,2024,A,second,y\n7,2024,A,first,x\n"
    chronology = read(text, reading)

    assert [event.summary for event in chronology.events] == ["first"]
    assert [note.why for note in reading.notes] == ['left out; summary: second; tags: ["y"]', "left out"]
