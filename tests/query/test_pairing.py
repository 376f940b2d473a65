"""Which event of one file is which of another: the same as by comparing every one with every other."""

from hypothesis import given
from hypothesis import strategies as st

from relations_cli.dates import parse_edtf
from relations_cli.model.facts import Event
from relations_cli.query.pairing import paired, same_words

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
