"""Statuses and their histories: what changed when, who still denies, how long until it was shown or admitted."""

import pytest

from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition, Stance
from relations_cli.model.status import STATUSES
from relations_cli.query.contested import Contested, contested, histories, propositions
from relations_cli.query.select import select
from small import NOTE, asked


def claim(by: str, stance: Stance, date: str | None) -> Claim:
    return Claim(by=by, stance=stance, date=date)


def of_one(*claims: Claim, as_of: str | None = None) -> Contested:
    """The row of a proposition with these claims; ``her`` speaks for ``us``."""
    actors = {"us": Actor(name="Us", kind="state"), "her": Actor(name="Her", kind="person", parent="us")}
    chronology = Chronology(
        title="T", actors=actors, propositions={"p": Proposition(text="P", claims=claims)}, events=()
    )
    (row,) = contested(chronology, asked(as_of=as_of))
    return row


def history(row: Contested) -> list[tuple[object, ...]]:
    return [
        (change.day, change.status, change.denied_by, [(one.by, one.stance) for one in change.claims])
        for change in row.changes
    ]


def rows(chronology: Chronology, **question: object) -> dict[str, Contested]:
    return {row.subject.id: row for row in contested(chronology, asked(**question))}


def test_the_latest_change_stands_first_and_of_one_day_propositions_before_events(small: Chronology) -> None:
    assert list(rows(small)) == [
        "reopening", "mending", "sabotage", "toll-of-dead", "collapse", "plans", "unborne", "always-said", "one-breath",
    ]  # fmt: skip
    assert list(rows(small, limit=2, reverse=True)) == ["one-breath", "always-said"]
    same_day = Chronology(
        title="T",
        propositions={name: Proposition(text="P", claims=(claim("x", "asserts", "2001"),)) for name in ("q", "p")},
        events=(Event(id="e", date="2001-12-31", title="E", claims=(claim("x", "asserts", "2001"),)),),
    )
    assert list(rows(same_day)) == ["q", "p", "e"]


@pytest.mark.parametrize(
    ("known", "made", "days"),
    [
        (None, ["2001-05-03"], [(2001, 5, 3)]),
        ("2001-05-09", ["2001-05-12"], [(2001, 5, 9), (2001, 5, 12)]),
        ("2001-05-09", ["2001-05-04"], [(2001, 5, 4)]),
        (None, [None], [(2001, 5, 1)]),
        ("2000", [None], [(2000, 12, 31), (2001, 5, 1)]),
    ],
)
def test_the_history_of_an_event_begins_when_somebody_knew_of_it(
    known: str | None, made: list[str | None], days: list[tuple[int, int, int]]
) -> None:
    claims = tuple(claim("x", "asserts", date) for date in made)
    event = Event(id="e", date="2001-05-01", title="E", known=known, claims=claims)

    (row,) = contested(Chronology(title="T", events=(event,)), asked())

    assert [change.day for change in row.changes] == days


def test_the_first_claims_stand_in_the_order_in_which_they_were_made() -> None:
    admitted_first = of_one(
        claim("us", "confirms", "2001-01-01"), claim("x", "corroborates", "2001-05-21"), claim("y", "asserts", "2002")
    )
    undated = of_one(claim("us", "confirms", "2001-01-01"), claim("x", "asserts", None))

    assert [(step, one.by) for step, one in admitted_first.steps] == [
        ("asserted", "us"), ("confirmed", "us"), ("corroborated", "x"),
    ]  # fmt: skip
    assert [(step, one.by) for step, one in undated.steps] == [("asserted", "x"), ("confirmed", "us")]
    assert of_one(claim("x", "denies", "2001")).steps == []


def test_each_row_is_asked_for_its_own_status(small: Chronology) -> None:
    every = rows(small)

    for status in STATUSES:
        assert list(rows(small, statuses=[status])) == [
            name for name, row in every.items() if row.subject.standing.status == status
        ]


def test_what_was_always_so_stands_last() -> None:
    said = {"p": Proposition(text="P", claims=(claim("x", "asserts", None),)),
            "q": Proposition(text="Q", claims=(claim("x", "asserts", "-0500"),))}  # fmt: skip

    assert list(rows(Chronology(title="T", propositions=said, events=()))) == ["q", "p"]


def test_a_history_has_a_row_a_day_on_which_status_or_deniers_changed(small: Chronology) -> None:
    assert history(rows(small)["sabotage"]) == [
        ((2001, 5, 4), "alleged", (), [("ana-sur", "asserts")]),
        ((2001, 5, 5), "disputed", ("north",), [("olaf-berg", "denies")]),
        ((2001, 6, 1), "corroborated", ("north",), [("observers", "corroborates")]),
        ((2003, 1, 31), "confirmed", (), [("north-roads", "confirms")]),
    ]
    assert history(rows(small)["toll-of-dead"]) == [
        ((2001, 5, 4), "alleged", (), [("ana-sur", "asserts")]),
        ((2001, 7, 1), "disputed", ("north",), [("north", "denies")]),
    ]


def test_on_one_day_the_strongest_stance_of_a_party_counts(small: Chronology) -> None:
    assert history(rows(small)["one-breath"]) == [
        ((1990, 2, 1), "alleged", (), [("olaf-berg", "asserts")]),
        ((1990, 2, 2), "confirmed", (), [("observers", "confirms")]),
    ]
    both = of_one(claim("us", "corroborates", "2001-01-01"), claim("her", "confirms", "2001-01-01"))
    assert history(both) == [((2001, 1, 1), "confirmed", (), [("her", "confirms")])]


def test_a_bare_word_after_evidence_of_the_same_party_is_no_change() -> None:
    said = of_one(
        claim("us", "asserts", "2001-10-01"),
        claim("her", "corroborates", "2001-10-18"),
        claim("x", "denies", "2001-10-20"),
        claim("us", "asserts", "2001-10-24"),
    )

    assert history(said) == [
        ((2001, 10, 1), "alleged", (), [("us", "asserts")]),
        ((2001, 10, 18), "corroborated", (), [("her", "corroborates")]),
        ((2001, 10, 20), "corroborated", ("x",), [("x", "denies")]),
    ]
    assert said.subject.standing.status == "corroborated"


def test_who_comes_back_from_a_denial_starts_anew() -> None:
    said = of_one(
        claim("us", "confirms", "2001-01-01"),
        claim("her", "denies", "2001-01-02"),
        claim("us", "asserts", "2001-01-03"),
        claim("us", "corroborates", "2001-01-04"),
        claim("us", "denies", "2001-01-05"),
        claim("her", "asserts", "2001-01-05"),
    )

    assert history(said) == [
        ((2001, 1, 1), "confirmed", (), [("us", "confirms")]),
        ((2001, 1, 2), "denied", ("us",), [("her", "denies")]),
        ((2001, 1, 3), "alleged", (), [("us", "asserts")]),
        ((2001, 1, 4), "corroborated", (), [("us", "corroborates")]),
        ((2001, 1, 5), "alleged", (), [("her", "asserts")]),
    ]


def test_undated_claims_on_a_proposition_were_always_there(small: Chronology) -> None:
    assert history(rows(small)["always-said"]) == [
        (None, "alleged", (), [("fisher", "asserts")]),
        ((1995, 12, 31), "disputed", ("herald",), [("herald", "denies")]),
    ]
    assert of_one(claim("x", "asserts", None)).changed is None
    assert history(of_one(claim("x", "asserts", None), claim("x", "denies", "-0001"))) == [
        (None, "alleged", (), [("x", "asserts")]),
        ((-1, 12, 31), "denied", ("x",), [("x", "denies")]),
    ]


def test_the_history_of_an_event_begins_when_it_is_known_and_knows_its_first_day(small: Chronology) -> None:
    assert history(rows(small)["reopening"]) == [
        ((2024, 5, 1), "planned", (), []),
        ((2024, 5, 2), "planned", ("south",), [("ana-sur", "denies")]),
    ]
    assert history(rows(small, as_of="2024-06-21")["reopening"]) == [
        ((2024, 5, 1), "planned", (), []),
        ((2024, 5, 2), "planned", ("south",), [("ana-sur", "denies")]),
        ((2024, 6, 20), "denied", ("south",), []),
    ]
    assert history(rows(small)["mending"]) == [((2010, 5, 26), "alleged", (), [("south", "asserts")])]
    assert history(rows(small)["collapse"]) == [
        ((2001, 5, 3), "disputed", ("north",), [("olaf-berg", "denies"), ("herald", "asserts")]),
        ((2001, 5, 10), "confirmed", (), [("north", "confirms")]),
    ]
    assert history(rows(small)["plans"]) == [((1999, 9, 9), "alleged", (), [("herald", "asserts")])]


def test_a_repetition_by_the_same_party_changes_nothing() -> None:
    said = of_one(claim("us", "denies", "2001"), claim("her", "denies", "2002"), claim("us", "denies", "2003"))

    assert history(said) == [((2001, 12, 31), "denied", ("us",), [("us", "denies")])]


def test_a_claim_that_changes_no_status_is_no_change_and_none_of_the_next() -> None:
    said = of_one(claim("x", "asserts", "2001"), claim("y", "asserts", "2002"), claim("us", "denies", "2003"))

    assert history(said) == [
        ((2001, 12, 31), "alleged", (), [("x", "asserts")]),
        ((2003, 12, 31), "disputed", ("us",), [("us", "denies")]),
    ]


def test_the_circle_of_those_who_deny_is_a_change_and_its_order_is_none() -> None:
    said = of_one(
        claim("x", "denies", "2001"),
        claim("us", "denies", "2002"),
        claim("x", "denies", "2003"),
        claim("us", "asserts", "2004"),
    )

    assert history(said) == [
        ((2001, 12, 31), "denied", ("x",), [("x", "denies")]),
        ((2002, 12, 31), "denied", ("x", "us"), [("us", "denies")]),
        ((2004, 12, 31), "disputed", ("x",), [("us", "asserts")]),
    ]


def test_a_history_ends_on_the_day_of_the_question() -> None:
    claims = (
        claim("x", "asserts", "2001-05-03"),
        claim("y", "confirms", "2024-06-15"),
        claim("z", "denies", "2024-06-16"),
    )

    assert [day for day, *_ in history(of_one(*claims))] == [(2001, 5, 3), (2024, 6, 15)]
    later = of_one(claim("z", "denies", "2024-06-16"))
    assert (history(later), later.changed, later.subject.standing.status) == ([], None, "uncontested")


def test_first_assertion_corroboration_and_admission_are_the_earliest_up_to_the_day() -> None:
    row = of_one(
        claim("x", "confirms", "2003-01-10"),
        claim("y", "confirms", "2003-01-01"),
        claim("x", "corroborates", "2001-02-03"),
        claim("z", "corroborates", "2001-02-02"),
        claim("x", "asserts", "2001-01-02"),
        claim("z", "asserts", "2001-01-01"),
        claim("us", "denies", "2000"),
    )

    assert (row.since, row.corroborated, row.admitted) == (
        claim("z", "asserts", "2001-01-01"),
        claim("z", "corroborates", "2001-02-02"),
        claim("y", "confirms", "2003-01-01"),
    )
    assert (row.lag_corroborated, row.lag_admitted) == (32, 730)


def test_evidence_and_admission_assert_too() -> None:
    shown, admitted = of_one(claim("x", "corroborates", "2001-01-01")), of_one(claim("x", "confirms", "2001-01-01"))

    assert (shown.since, shown.corroborated, shown.lag_corroborated) == (shown.corroborated, shown.since, 0)
    assert (admitted.since, admitted.lag_admitted, admitted.lag_corroborated) == (admitted.admitted, 0, None)


def test_claims_up_to_the_day_of_the_question_count_and_later_ones_do_not() -> None:
    row = of_one(claim("x", "asserts", "2024-06-15"), claim("y", "confirms", "2024-06-16"))

    assert row.since == claim("x", "asserts", "2024-06-15")
    assert (row.admitted, row.lag_admitted) == (None, None)


def test_a_lag_from_an_undated_assertion_is_not_known() -> None:
    row = of_one(claim("x", "asserts", None), claim("y", "confirms", "2001-01-01"))

    assert (row.since, row.lag_admitted) == (claim("x", "asserts", None), None)


def test_only_a_denial_asserts_nothing(small: Chronology) -> None:
    row = rows(small)["unborne"]

    assert (row.since, row.corroborated, row.admitted, row.lag_admitted) == (None, None, None, None)


def test_the_undated_claim_of_an_event_is_as_old_as_the_event_is_known() -> None:
    event = Event(
        id="e", date="2001-05-01", title="E", claims=(claim("x", "confirms", None), claim("y", "asserts", "2001-04-30"))
    )
    row = rows(Chronology(title="T", events=(event,)))["e"]

    assert row.since == claim("x", "confirms", None)
    earlier = Event(
        id="e", date="2001-05-01", title="E", known="2001-05-02",
        claims=(claim("x", "confirms", None), claim("y", "asserts", "2001-05-01")),
    )  # fmt: skip
    assert rows(Chronology(title="T", events=(earlier,)))["e"].since == claim("y", "asserts", "2001-05-01")


def test_propositions_by_id_come_in_the_order_asked_for_those_that_there_are(small: Chronology) -> None:
    answer = propositions(small, asked(), ["unborne", "nothing", "sabotage", "unclaimed"])

    assert [(row.subject.id, row.subject.standing.status) for row in answer] == [
        ("unborne", "denied"), ("sabotage", "confirmed"), ("unclaimed", "uncontested"),
    ]  # fmt: skip
    then = propositions(small, asked(as_of="2001-05-04"), ["sabotage", "toll-of-dead"])
    assert [(row.subject.id, row.subject.standing.status) for row in then] == [
        ("sabotage", "alleged"), ("toll-of-dead", "alleged"),
    ]  # fmt: skip
    assert propositions(small, asked(as_of="1996-06-05"), ["unborne"]).rows == ()


def test_a_proposition_by_id_knows_the_events_that_bear_on_it_by_then(small: Chronology) -> None:
    def bearing(name: str, **question: object) -> list[str]:
        (row,) = propositions(small, asked(**question), [name])
        return [event.id for event in row.bearing]

    assert bearing("sabotage") == ["accusation", "collapse", "inquiry"]
    assert bearing("sabotage", as_of="2001-05-04") == ["accusation", "collapse"]
    assert bearing("unborne") == []


def test_histories_are_the_events_own_and_those_of_its_propositions(small: Chronology) -> None:
    told = histories(select(small, asked(landmarks=True)))

    assert {name: [row.subject.id for row in several] for name, several in told.items()} == {
        "opening": ["opening"],
        "collapse": ["collapse", "toll-of-dead", "sabotage"],
        "reopening": ["reopening"],
    }
    assert history(told["opening"][0]) == [((1930, 6, 1), "uncontested", (), [])]
    assert [row.subject.kind for row in told["collapse"]] == ["event", "proposition", "proposition"]


def test_an_undated_claim_of_an_event_counts_in_its_history_from_when_the_event_is_known() -> None:
    claims = (claim("x", "asserts", "2001-05-01"), claim("us", "denies", None))
    event = Event(id="e", date="2001-05-01", title="E", known="2001-05-02", claims=claims)

    assert history(rows(Chronology(title="T", events=(event,)))["e"]) == [
        ((2001, 5, 1), "alleged", (), [("x", "asserts")]),
        ((2001, 5, 2), "disputed", ("us",), [("us", "denies")]),
    ]


def test_an_undated_claim_of_an_event_that_is_known_later_than_the_day_is_not_made_yet() -> None:
    event = Event(id="e", date="2001", title="E", known="2024-06-16", claims=(claim("x", "confirms", None),))

    row = rows(Chronology(title="T", events=(event,)))["e"]
    assert (row.since, row.admitted) == (None, None)


def test_notes_are_those_of_the_reader(small: Chronology) -> None:
    assert contested(small, asked(), notes=[NOTE]).notes == (NOTE,)
