"""Ids that a file does not give: made of what an entry says, never of its place."""

from hypothesis import given
from hypothesis import strategies as st

from readers.reads import reading_of
from relations_cli.model.facts import Event
from relations_cli.model.identity import made_id, slug
from relations_cli.readers.entries.duplicates import told_apart


def event(id_: str, title: str, date: str | None = "2020") -> Event:
    return Event(id=id_, date=date, title=title)


def test_an_id_holds_date_title_and_a_hash() -> None:
    assert made_id(event("", "Ships arrive in Öland")).startswith("2020-ships-arrive-in-oland-")
    assert made_id(event("", "日本", None)).startswith("undated-")
    assert made_id(event("", "A")) != made_id(Event(id="", date="2020", title="A", summary="more"))


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


@given(st.lists(st.sampled_from("abc"), max_size=30))
def test_ids_are_never_given_twice(ids: list[str]) -> None:
    kept = told_apart([(event(one, f"T{at}"), None) for at, one in enumerate(ids)], reading_of("a.csv"))

    assert len({one.id for one in kept}) == len(kept) == len(ids)
