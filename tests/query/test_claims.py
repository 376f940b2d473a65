"""The claims in the order in which they were made, and who made them."""

from typing import Any

import pytest
from msgspec.structs import replace

from relations_cli.model.facts import Chronology, Claim, Event
from relations_cli.query.answer import LeftOut
from relations_cli.query.claims import claims
from relations_cli.query.figures import figures
from small import NOTE, asked, refused, told

Row = tuple[str | None, str, str, str]

IN_ORDER: list[Row] = [
    ("1990-02-01", "north", "denies", "one-breath"),
    ("1990-02-01", "olaf-berg", "asserts", "one-breath"),
    ("1990-02-02", "observers", "confirms", "one-breath"),
    ("1990-02-02", "observers", "corroborates", "one-breath"),
    ("1995", "herald", "denies", "always-said"),
    ("1996-06-06", "fisher", "denies", "unborne"),
    ("1999-09-09", "herald", "asserts", "plans"),
    ("2001-05-03", "herald", "asserts", "collapse"),
    ("2001-05-03", "olaf-berg", "denies", "collapse"),
    ("2001-05-04", "ana-sur", "asserts", "sabotage"),
    ("2001-05-04", "ana-sur", "asserts", "toll-of-dead"),
    ("2001-05-05", "olaf-berg", "denies", "sabotage"),
    ("2001-05-10", "north", "confirms", "collapse"),
    ("2001-05-20", "herald", "asserts", "toll-of-dead"),
    ("2001-06-01", "observers", "corroborates", "sabotage"),
    ("2001-07-01", "north", "denies", "toll-of-dead"),
    ("2003-01", "north-roads", "confirms", "sabotage"),
    ("2024-05-02", "ana-sur", "denies", "reopening"),
    (None, "fisher", "asserts", "always-said"),
    (None, "south", "asserts", "mending"),
]


def made(
    chronology: Chronology, question: dict[str, Any] | None = None, *, about: Any = None, **narrowed: Any
) -> list[Row]:
    answer = claims(chronology, asked(about=about, **(question or {})), **narrowed)
    return [(row.claim.date, row.claim.by, row.claim.stance, row.subject.id) for row in answer]


def test_claims_stand_in_the_order_of_their_dates_then_of_the_file_undated_ones_last(small: Chronology) -> None:
    assert made(small) == IN_ORDER


def test_limit_and_reverse_are_those_of_the_claims(small: Chronology) -> None:
    assert made(small, {"reverse": True}) == IN_ORDER[::-1]
    assert made(small, {"limit": 3}) == IN_ORDER[:3]
    assert claims(small, asked(limit=3)).left_out == LeftOut(limit=17)


def test_a_claim_is_by_an_actor_or_somebody_who_speaks_for_it_by_any_name(small: Chronology) -> None:
    ours = [row for row in IN_ORDER if row[1] in {"north", "north-roads", "olaf-berg"}]

    assert made(small, by=["north"]) == made(small, by=["Norrland"]) == ours
    assert made(small, by=["ro"]) == [row for row in ours if row[1] != "north"]
    assert made(small, by=["berg"]) == [row for row in ours if row[1] == "olaf-berg"]
    assert made(small, by=["FISHER", "Ana Sur"]) == [row for row in IN_ORDER if row[1] in {"fisher", "ana-sur"}]


def test_one_of_the_stances_is_enough(small: Chronology) -> None:
    assert made(small, stance=["Confirms"]) == [row for row in IN_ORDER if row[2] == "confirms"]
    assert made(small, stance=["confirms", "denies"]) == [row for row in IN_ORDER if row[2] in {"confirms", "denies"}]


def test_claims_are_about_a_subject_by_part_of_its_id(small: Chronology) -> None:
    assert made(small, about=["toll"]) == [row for row in IN_ORDER if row[3] == "toll-of-dead"]
    assert made(small, about=["UNB", "plans"]) == [row for row in IN_ORDER if row[3] in {"unborne", "plans"}]
    assert made(small, about=["sabotage"], by=["north"], stance=["denies"]) == [
        ("2001-05-05", "olaf-berg", "denies", "sabotage")
    ]
    assert made(small, about=["opening"]) == []


def test_dates_are_asked_of_the_claims_and_undated_ones_are_counted(small: Chronology) -> None:
    answer = claims(small, asked(since="2001-05-04", until="2001-05-05"))

    assert [(row.claim.date, row.claim.by) for row in answer] == [
        ("2001-05-04", "ana-sur"),
        ("2001-05-04", "ana-sur"),
        ("2001-05-05", "olaf-berg"),
    ]
    assert answer.left_out == LeftOut(undated=2)
    assert made(small, {"on": "1995-05"}) == [("1995", "herald", "denies", "always-said")]
    assert made(small, {"on": "1995-05", "starts": True}) == []
    assert made(small, {"years": ["1990"], "anniversaries": ["02-02"]}) == IN_ORDER[2:4]
    assert claims(small, asked()).left_out == LeftOut()


def test_the_other_filters_are_asked_of_the_events(small: Chronology) -> None:
    assert made(small, {"tags": ["trade"]}) == [IN_ORDER[4], IN_ORDER[18]]
    assert made(small, {"tags": ["trade"], "since": "1995"}) == [IN_ORDER[4]]
    assert made(small, {"statuses": ["planned"]}) == [IN_ORDER[17]]
    assert made(small, {"as_of": "1995-12-31"}) == [*IN_ORDER[:5], IN_ORDER[18]]


def test_a_claim_is_made_in_the_event_that_it_names_else_in_the_one_that_it_is_about(small: Chronology) -> None:
    rows = {(row.claim.by, row.subject.id): row.event for row in claims(small, asked())}

    assert rows["ana-sur", "sabotage"] == "accusation"
    assert rows["herald", "collapse"] == "collapse"
    assert rows["north", "toll-of-dead"] is None
    elsewhere = Claim(by="x", stance="asserts", event="other")
    said = Chronology(title="T", events=(Event(id="e", date="2001", title="E", claims=(elsewhere,)),))
    assert [row.event for row in claims(said, asked())] == ["other"]


def test_a_row_says_who_spoke_for_whom_and_what_became_of_it(small: Chronology) -> None:
    rows = {(row.claim.by, row.subject.id): row for row in claims(small, asked())}

    berg = rows["olaf-berg", "sabotage"]
    assert (berg.by_name, berg.party, berg.now) == ("Olaf Berg", "north", "confirmed")
    fisher = rows["fisher", "unborne"]
    assert (fisher.by_name, fisher.party, fisher.now) == ("fisher", "fisher", "denied")
    then = {row.claim.by: row.now for row in claims(small, asked(as_of="2001-05-31", about=["sabotage"]))}
    assert then == {"ana-sur": "disputed", "olaf-berg": "disputed"}


def test_notes_come_before_what_else_is_said(small: Chronology) -> None:
    answer = claims(replace(small, events=()), asked(places=["nowhere"]), notes=[NOTE])

    assert told(answer) == ["a note", "places: there is no 'nowhere': `timeline count by place` lists them"]


def test_where_there_are_no_events_no_name_is_a_mistake(small: Chronology) -> None:
    for nothing in (replace(small, events=()), Chronology(title="T", events=())):
        assert not claims(nothing, asked(about=["nothing"]), by=["nobody"]).rows
        assert not figures(nothing, asked(), of="none").rows


def test_a_measure_that_a_filter_or_the_day_hides_is_no_mistake(small: Chronology) -> None:
    used = {figure.of for one in small.propositions.values() for claim in one.claims for figure in claim.figures}
    for name in used:
        assert not figures(replace(small, measures={}), asked(as_of="1000"), of=name.upper()).rows


@pytest.mark.parametrize(
    ("narrowed", "reason"),
    [
        ({"by": ["nort"]}, "there is no 'nort': did you mean north or north-roads?"),
        ({"by": ["north", "qqq"]}, "there is no 'qqq': `timeline actors` lists them"),
        ({"by": ["ferrymen"]}, "there is no 'ferrymen': `timeline actors` lists them"),
        ({"stance": ["denis"]}, "there is no 'denis': did you mean denies?"),
        ({"stance": ["x"]}, "there is no 'x': it is one of asserts, denies, corroborates, confirms"),
        ({"by": ["north,"]}, "an empty name: give one, or several with commas between"),
        ({"stance": [""]}, "an empty name: give one, or several with commas between"),
        ({"about": ["sabotge"]}, "'sabotge' is no date and in no id: did you mean sabotage?"),
    ],
)
def test_who_and_what_does_not_exist_is_refused(small: Chronology, narrowed: dict[str, Any], reason: str) -> None:
    (parameter,) = narrowed
    with refused(reason, parameter="" if parameter == "about" else parameter):
        made(small, **narrowed)


def test_somebody_who_claims_only_on_an_event_can_be_asked_for() -> None:
    said = Claim(by="Nobody", stance="asserts", date="2001")
    chronology = Chronology(title="T", events=(Event(id="e", date="2001", title="E", claims=(said,)),))

    assert made(chronology, by=["nobody"]) == [("2001", "Nobody", "asserts", "e")]


def test_the_answer_is_that_of_the_whole_question(small: Chronology) -> None:
    query = asked(since="2001", tags=["bridge"])

    assert claims(small, query).query == query
