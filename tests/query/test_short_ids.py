"""The shortest part of an id that shows its event alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import frozen
from relations_cli.errors import UsageError
from relations_cli.model.facts import Chronology, Claim, Event, Proposition
from relations_cli.query import short_ids as module
from relations_cli.query.lookup import ids_named
from relations_cli.query.memory import Memory
from relations_cli.query.parsing import date_named
from relations_cli.query.short_ids import short_ids
from small import TODAY, asked

QUERY = asked()


def store(*ids: str, propositions: tuple[str, ...] = ()) -> Memory:
    """Events of those ids, which began on one day after the other from 1 March 2024 on."""
    claims = (Claim(by="x", stance="asserts"),)
    events = tuple(Event(id=one, date=f"2024-03-{1 + n % 28:02}", title="T") for n, one in enumerate(ids))
    return Memory(
        Chronology(
            title="", events=events, propositions={one: Proposition(text="", claims=claims) for one in propositions}
        )
    )


def shown(known: Memory, name: str) -> list[str]:
    """The events that ``show`` would show; the propositions, too."""
    try:
        events, others = ids_named(known, [name], QUERY)
    except UsageError:
        return []
    return events + others


def of(known: Memory) -> dict[str, str]:
    return dict(short_ids(known, known.ids(), QUERY))


@pytest.mark.parametrize(
    ("ids", "propositions", "expected"),
    [
        (("2020-flood", "2021-strike"), (), {"2020-flood": "f", "2021-strike": "s"}),
        (("ab", "b", "abc"), (), {"ab": "ab", "b": "b", "abc": "c"}),
        (("Harbour-X", "harbour-y"), (), {"Harbour-X": "X", "harbour-y": "y"}),
        (("7a", "b"), (), {"7a": "a", "b": "b"}),
        (("XXX", "XXXX"), (), {"XXX": "XXX", "XXXX": "XXXX"}),
        (("ßab", "s"), (), {"ßab": "a", "s": "s"}),
        (("A", "a"), (), {"A": "A", "a": "a"}),
        (("flood", "dam"), ("dam-cracked",), {"flood": "f", "dam": "dam"}),
        (("may", "a-m-y"), (), {"may": "ma", "a-m-y": "a-"}),
        (("2024-03-02", "2024-03-01"), (), {"2024-03-02": "3-02", "2024-03-01": "1"}),
        (("2024-02", "2024-03"), (), {"2024-02": "4-02", "2024-03": "3"}),
        (("3", "2024"), (), {"3": "3", "2024": "2"}),
        (("-x", "-xx"), (), {"-xx": "xx"}),
        (("x y", "x z", "y", "z"), (), {"x y": "x y", "x z": "x z", "y": "y", "z": "z"}),
        (("会议", "会谈", "김정은"), (), {"会议": "议", "会谈": "谈", "김정은": "김"}),
        (("straße", "strasse-2", "e"), (), {"straße": "straße", "strasse-2": "2", "e": "e"}),
    ],
)
def test_it_is_the_shortest_part_that_shows_the_event(
    ids: tuple[str, ...], propositions: tuple[str, ...], expected: dict[str, str]
) -> None:
    known = store(*ids, propositions=propositions)

    assert of(known) == expected
    assert all(shown(known, part) == [one] for one, part in expected.items())


_WORDS = st.sampled_from(
    [
        "2024",
        "03",
        "1",
        "may",
        "flood",
        "harbour",
        "a",
        "b",
        "Ferry",
        "spring",
        "会议",
        "é",
        "ß",
        "x y",
        "",
        "today",
        "z9",
    ]
)
_IDS = st.lists(_WORDS, min_size=1, max_size=3).map("-".join) | st.text("ab1-", min_size=1, max_size=5)


@given(st.lists(_IDS.filter(bool), unique=True, min_size=1, max_size=5), st.lists(_IDS.filter(bool), max_size=2))
@settings(max_examples=25)
def test_no_part_that_needs_no_quotes_is_shorter_and_none_is_of_another_event(
    ids: list[str], others: list[str]
) -> None:
    known = store(*ids, propositions=tuple(others))
    found = of(known)

    for one in ids:
        folded = one.casefold()
        every = {folded[at:end] for at in range(len(folded)) for end in range(at + 1, len(folded) + 1)}
        fit = [part for part in every if module._UNQUOTED.fullmatch(part) and shown(known, part) == [one]]  # noqa: SLF001
        if one in found:
            assert shown(known, found[one]) == [one]
            assert found[one].casefold() in folded
        assert not fit or len(found[one]) <= min(map(len, fit))


def test_every_event_of_the_chronology_is_shown_by_few_letters_whatever_is_known_on_the_day() -> None:
    known = Memory(frozen())
    found = of(known)

    assert list(found) == list(known.ids())
    assert max(map(len, found.values())) <= 8
    assert all(shown(known, part) == [one] for one, part in list(found.items())[::8])


def test_no_date_is_of_two_letters_figures_or_signs_nor_of_one() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"

    assert not [one for a in letters for b in ("", *letters, *".:/-") if date_named(one := a + b, TODAY)]


@pytest.mark.parametrize(
    ("own", "other", "begins", "expected"),
    [
        ("1999", "199-999", "1999-05", {"199-999": "9-"}),
        ("2020", "202-020", "2020-12-31", {"202-020": "2-"}),
        ("2020", "202-020", "2021-01-01", {"2020": "2020", "202-020": "2-"}),
        ("now", "no-ow", str(TODAY), {"no-ow": "o-"}),
        ("now", "no-ow", "2020", {"now": "now", "no-ow": "o-"}),
    ],
)
def test_an_id_is_no_part_of_its_own_where_it_is_a_date_in_which_another_event_begins(
    own: str, other: str, begins: str, expected: dict[str, str]
) -> None:
    events = (Event(id=own, date="1999", title="T"), Event(id=other, date=begins, title="T"))

    assert of(Memory(Chronology(title="", events=events))) == expected


def test_what_may_be_a_date_is_none_of_the_parts_where_too_many_would_have_to_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_READINGS", 0)

    assert of(store("1999", "199-999")) == {"199-999": "9-"}


def test_what_cannot_be_shown_as_it_is_is_no_part() -> None:
    known = store("会议-flood", "会谈-flood", "flood")

    assert dict(short_ids(known, known.ids(), QUERY, str.isascii)) == {"flood": "flood"}


def test_of_more_ids_than_can_be_compared_the_whole_id_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PARTS", 10)

    assert of(store("flood-one", "flood-two")) == {"flood-one": "flood-one", "flood-two": "flood-two"}
