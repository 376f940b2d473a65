"""What changed between two chronologies, key by key."""

from typing import Any

import pytest
from msgspec.structs import replace

from relations_cli.model.facts import Chronology, Claim, Event, Figure, Proposition, Source
from relations_cli.query.diff import differences
from small import NOTE, asked

EVENT = Event(id="a", date="2022", title="A visit to the capital", tags=("x",))


def changed(old: Event, new: Event) -> list[tuple[str | None, str | None, str | None]]:
    rows = differences(Chronology(title="T", events=(old,)), asked(), new=Chronology(title="T", events=(new,)))
    assert {(row.kind, row.id, row.title, row.date) for row in rows} <= {("changed", new.id, new.title, new.date)}
    return [(row.field, row.old, row.new) for row in rows]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"title": "A visit to a capital"}, [("title", "A visit to the capital", "A visit to a capital")]),
        ({"date": "2022-05"}, [("date", "2022", "2022-05")]),
        ({"date": None}, [("date", "2022", None)]),
        ({"note": "N"}, [("note", None, "N")]),
        ({"landmark": True}, [("landmark", "false", "true")]),
        ({"tags": ("x", "y")}, [("tags", None, "y")]),
        ({"tags": ()}, [("tags", "x", None)]),
        ({"tags": ("y", "z")}, [("tags", "x", None), ("tags", None, "y"), ("tags", None, "z")]),
        ({"tags": ("x", "x")}, [("tags", "x", "x, x")]),
        ({"extra": {"k": 1}}, [("extra", None, '{"k":1}')]),
        (
            {"claims": (Claim(by="un", stance="asserts", date="2022", note="N"), Claim(by="us", stance="denies"))},
            [("claims", None, "2022 un asserts (N)"), ("claims", None, "us denies")],
        ),
        ({"sources": (Source(publisher="P", url="u"),)}, [("sources", None, '{"publisher":"P","url":"u"}')]),
        (
            {"date": "2022-05", "note": "N", "id": "b"},
            [("id", "a", "b"), ("date", "2022", "2022-05"), ("note", None, "N")],
        ),
    ],
)
def test_what_changed_is_told_key_by_key(fields: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    assert changed(EVENT, replace(EVENT, **fields)) == expected


def test_a_list_in_another_order_is_told_as_a_whole() -> None:
    both = replace(EVENT, tags=("x", "y"))
    sources = Source(publisher="P"), Source(publisher="Q")

    assert changed(both, replace(EVENT, tags=("y", "x"))) == [("tags", "x, y", "y, x")]
    assert changed(replace(EVENT, sources=sources), replace(EVENT, sources=sources[::-1])) == [
        ("sources", '[{"publisher":"P"},{"publisher":"Q"}]', '[{"publisher":"Q"},{"publisher":"P"}]')
    ]


def test_a_claim_that_differs_in_what_is_not_shown_is_told_all_the_same() -> None:
    one, other = (Claim(by="un", stance="asserts", figures=(Figure(of="m", low=low),)) for low in (1, 2))

    told = changed(replace(EVENT, claims=(one,)), replace(EVENT, claims=(other,)))
    assert told[:2] == [("claims", "un asserts", None), ("claims", None, "un asserts")]
    assert len(told) == 3


def test_added_and_removed_events_stand_where_their_dates_put_them() -> None:
    early, late = Event(id="early", date="1999", title="Old one"), Event(id="late", date="2023", title="New one")
    undated = Event(id="u", date=None, title="Lost")
    old = Chronology(title="T", events=(undated, early, EVENT))
    new = Chronology(title="T", events=(late, replace(EVENT, note="N")))

    rows = differences(old, asked(), new=new, notes=[NOTE])

    assert [(row.kind, row.id, row.title, row.date, row.field, row.old, row.new) for row in rows] == [
        ("removed", "early", "Old one", "1999", None, None, None),
        ("changed", "a", "A visit to the capital", "2022", "note", None, "N"),
        ("added", "late", "New one", "2023", None, None, None),
        ("removed", "u", "Lost", None, None, None, None),
    ]
    assert (rows.searched, rows.notes) == (2, (NOTE,))
    few = differences(old, asked(limit=1, reverse=True), new=new)
    assert ([row.id for row in few], few.left_out.limit) == (["u"], 3)


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ("2022-a-visit-0a1b2c", "2022-a-visit-ffffff", False),
        ("undated-a-visit-0a1b2c", "2022-05-03-a-visit-ffffff", False),
        ("2022-0a1b2c", "2022-ffffff", False),
        ("2022-a-visit-0a1b2c", "2022-a-visit", True),
        ("2022-a-visit", "2022-a-visit-0a1b2c", True),
        ("2022-a-visit-0a1b2", "2022-a-visit-0a1b2c", True),
        ("2022-a-visit-0A1B2C", "2022-a-visit-0a1b2c", True),
        ("visit-0a1b2c", "2022-a-visit-0a1b2c", True),
    ],
)
def test_an_id_that_was_made_is_no_change(old: str, new: str, is_told: bool) -> None:  # noqa: FBT001
    assert changed(replace(EVENT, id=old), replace(EVENT, id=new)) == ([("id", old, new)] if is_told else [])


def test_what_else_changed_beside_an_id_that_was_made_is_told() -> None:
    old, new = replace(EVENT, id="2022-a-visit-0a1b2c"), replace(EVENT, id="2022-a-visit-ffffff", note="N")

    assert changed(old, new) == [("note", None, "N")]


def test_propositions_follow_the_events_in_the_order_of_the_new_file() -> None:
    claim, denial = Claim(by="un", stance="asserts"), Claim(by="us", stance="denies", date="2022", note="No.")
    old = {"gone": Proposition(text="Gone"), "p": Proposition(text="P", claims=(claim,)), "q": Proposition(text="Q")}
    new = {
        "fresh": Proposition(text="Fresh"),
        "q": Proposition(text="Q"),
        "p": Proposition(text="P2", claims=(claim, denial)),
    }

    rows = differences(
        Chronology(title="T", events=(), propositions=old),
        asked(),
        new=Chronology(title="T", events=(EVENT,), propositions=new),
    )

    assert [(row.kind, row.id, row.title, row.date, row.field, row.old, row.new) for row in rows] == [
        ("added", "a", "A visit to the capital", "2022", None, None, None),
        ("added", "fresh", "Fresh", None, None, None, None),
        ("changed", "p", "P2", None, "text", "P", "P2"),
        ("changed", "p", "P2", None, "claims", None, "2022 us denies (No.)"),
        ("removed", "gone", "Gone", None, None, None, None),
    ]


def test_the_same_has_no_differences(small: Chronology) -> None:
    assert differences(small, asked(), new=small).rows == ()
