"""What claims are about: propositions and events as titled, those that a query's events have to do with."""

import pytest

from relations_cli.model.facts import Chronology
from relations_cli.query.answer import LeftOut
from relations_cli.query.subjects import subjects, without_dates
from relations_cli.query.table import Table
from small import NOTE, asked


def found(chronology: Chronology, **question: object) -> list[tuple[str, str]]:
    return [(subject.kind, subject.id) for subject in subjects(chronology, asked(**question))]


PROPOSITIONS = [("proposition", name) for name in ("sabotage", "toll-of-dead", "one-breath", "always-said", "unborne")]
EVENTS = [("event", name) for name in ("collapse", "mending", "reopening", "plans")]


def test_without_a_filter_every_proposition_with_claims_and_every_event_with_claims_is_one(small: Chronology) -> None:
    assert found(small) == PROPOSITIONS + EVENTS
    assert found(small, limit=1, reverse=True) == PROPOSITIONS + EVENTS
    assert found(small, text="bridge OR ferry OR carts OR drawings") == PROPOSITIONS[:4] + EVENTS


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"tags": ["ferry"]}, [("proposition", "one-breath")]),
        ({"types": ["talks"]}, [("proposition", "sabotage"), ("proposition", "toll-of-dead")]),
        (
            {"landmarks": True},
            [*PROPOSITIONS[:2], ("event", "collapse"), ("event", "reopening")],
        ),
        ({"until": "1850"}, [("proposition", "always-said")]),
        ({"as_of": "1990-02-01"}, [("proposition", "one-breath"), ("proposition", "always-said")]),
        ({"as_of": "1996-06-06"}, [*PROPOSITIONS[2:]]),
        ({"statuses": ["disputed"]}, [("proposition", "toll-of-dead"), ("proposition", "always-said")]),
        ({"statuses": ["denied,planned"]}, [("proposition", "unborne"), ("event", "reopening")]),
        ({"statuses": ["confirmed"], "tags": ["bridge"]}, [("proposition", "sabotage"), ("event", "collapse")]),
        ({"about": ["sabotage"]}, [("proposition", "sabotage")]),
        ({"about": "coll,one-b"}, [("proposition", "one-breath"), ("event", "collapse")]),
        ({"about": ["unborne"]}, [("proposition", "unborne")]),
        ({"about": ["sabotage"], "tags": ["ferry"]}, []),
        ({"about": ["sabotage"], "statuses": ["disputed"]}, []),
    ],
)
def test_a_filter_narrows_them_to_what_its_events_bear_on(
    small: Chronology, question: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert found(small, **question) == expected


def test_a_subject_carries_its_text_claims_and_standing_on_the_day(small: Chronology) -> None:
    sabotage, *_, reopening, _ = subjects(small, asked())

    assert (sabotage.text, sabotage.event) == ("The bridge was blown up", None)
    assert sabotage.claims == small.propositions["sabotage"].claims
    assert (sabotage.standing.status, sabotage.standing.denied_by) == ("confirmed", ())
    assert (reopening.text, reopening.standing.status) == ("The bridge is to open again", "planned")
    assert reopening.standing.denied_by == ("south",)
    assert reopening.event is not None
    assert (reopening.event.id, reopening.claims) == ("reopening", reopening.event.claims)


def test_the_answer_is_that_of_the_whole_question(small: Chronology) -> None:
    query = asked(since="2001", text="bridge")
    answer = subjects(small, query, [NOTE])

    assert (answer.query, answer.searched, answer.left_out) == (query, 25, LeftOut(undated=3))
    assert answer.notes == (NOTE,)
    assert answer.table == Table({}, (), ())  # they are an answer on the way to another


def test_a_query_without_its_dates_keeps_the_rest() -> None:
    query = asked(since="2001", on="2002", years=["2003"], anniversaries=["05"], starts=True, tags=["x"], limit=3)

    assert without_dates(query) == asked(tags=["x"], limit=3)
