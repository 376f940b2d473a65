"""Which event of one file is which of another: the same as by comparing every one with every other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.dates import parse_edtf
from relations_cli.model.facts import Event
from relations_cli.query.pairing import paired, same_words, title_words

titles = st.lists(st.sampled_from(["ship", "arrives", "in", "the", "port", "leaves", "at", "dawn"]), max_size=5)
dates = st.sampled_from([None, "2020", "2020-05", "2020-05-03", "2021", "2019/2022"])
kept = st.lists(st.tuples(st.integers(0, 9), dates, titles), max_size=8, unique_by=lambda one: one[0])


def events(rows: list[tuple[int, str | None, list[str]]], prefix: str) -> list[Event]:
    return [Event(id=f"{prefix}{number}", date=date, title=" ".join(words)) for number, date, words in rows]


def by_hand(old: list[Event], new: list[Event]) -> set[tuple[str, str]]:
    left, pairs = list(old), set()
    for event in new:
        for one in left:
            if (
                one.date is not None
                and event.date is not None
                and parse_edtf(one.date).overlaps(parse_edtf(event.date))
                and same_words(one.title, event.title)
            ):
                left.remove(one)
                pairs.add((one.id, event.id))
                break
    return pairs


@given(kept, kept)
def test_events_are_paired_by_date_and_words(
    before: list[tuple[int, str | None, list[str]]], after: list[tuple[int, str | None, list[str]]]
) -> None:
    old, new = events(before, "a"), events(after, "b")

    found = paired(old, new)

    assert by_hand(old, new) == {(one.id, other.id) for one, other in found if one and other}
    assert sorted(event.id for event in old) == sorted(one.id for one, _ in found if one)
    assert sorted(event.id for event in new) == sorted(other.id for _, other in found if other)


@given(kept)
def test_an_id_pairs_first(rows: list[tuple[int, str | None, list[str]]]) -> None:
    same = events(rows, "a")

    assert all(one is not None and one == other for one, other in paired(same, same))


def pairs(old: list[Event], new: list[Event]) -> list[tuple[str | None, str | None]]:
    return [(one.id if one else None, other.id if other else None) for one, other in paired(old, new)]


def event(name: str, date: str | None, title: str = "A visit") -> Event:
    return Event(id=name, date=date, title=title)


def test_pairs_stand_in_the_order_of_their_new_dates_undated_last() -> None:
    old = [event("gone", "2001", "Gone"), event("moved", "1999", "Moved"), event("lost", None, "Lost")]
    new = [event("fresh", "2000", "Fresh"), event("moved", "2002", "Moved"), event("undated", None, "Undated")]

    assert pairs(old, new) == [
        (None, "fresh"), ("gone", None), ("moved", "moved"), (None, "undated"), ("lost", None),
    ]  # fmt: skip


def test_an_id_comes_before_date_and_words() -> None:
    old, new = [event("a", "2001"), event("b", "2001")], [event("c", "2001"), event("a", "1990", "Other")]

    assert pairs(old, new) == [("a", "a"), ("b", "c")]


def test_of_several_that_are_alike_the_first_is_taken_and_each_once() -> None:
    old = [event("a", "2001"), event("b", "2001"), event("c", "2001")]

    assert pairs(old, [event("x", "2001"), event("y", "2001")]) == [("a", "x"), ("b", "y"), ("c", None)]


def test_half_of_the_words_are_enough_and_fewer_are_not() -> None:
    old = [event("a", "2001", "one two three four")]

    assert pairs(old, [event("x", "2001", "One, TWO!")]) == [("a", "x")]
    assert pairs(old, [event("x", "2001", "one two five six")]) == [(None, "x"), ("a", None)]
    assert pairs(old, [event("x", "2002", "one two three four")]) == [("a", None), (None, "x")]


def test_undated_events_are_paired_by_id_only() -> None:
    assert pairs([event("a", None)], [event("b", None)]) == [(None, "b"), ("a", None)]
    assert pairs([event("a", None)], [event("a", None)]) == [("a", "a")]
    assert pairs([event("a", None)], [event("b", "2001")]) == [(None, "b"), ("a", None)]


def test_titles_are_compared_by_their_words_blind_to_case() -> None:
    assert title_words("The Ship's bell, rung: THE end") == {"the", "ship", "s", "bell", "rung", "end"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("one two", "one two three four", True),
        ("one two", "one two three four five", False),
        ("a b c", "B C D", True),
        ("a b", "b c", False),
        ("same", "SAME", True),
        ("", "", False),
        ("", "x", False),
        ("!", "?", False),
    ],
)
def test_half_of_all_words_in_common_seem_to_tell_of_one_event(one: str, other: str, alike: bool) -> None:  # noqa: FBT001
    assert same_words(one, other) is alike
    assert same_words(other, one) is alike
