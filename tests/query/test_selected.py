"""Which events of the small chronology answer: dates of every kind, statuses, order, limit, and what is left out."""

from typing import Any

import pytest

from relations_cli.model.facts import Chronology, Claim, Event, Proposition, Source
from relations_cli.model.status import STATUSES
from relations_cli.query.answer import LeftOut
from relations_cli.query.count import count
from relations_cli.query.moment import PropositionState
from relations_cli.query.select import answer_of, select
from small import NOTE, asked, ids, refused

IN_ORDER = [
    "old-road", "ferry-starts", "survey", "war", "ferry-again", "opening", "speeches", "toll", "floods", "winter",
    "mines", "repairs", "decade", "collapse", "accusation", "inquiry", "report", "new-ferry", "mending", "fair",
    "reopening", "forecast", "plans", "legend", "hearsay",
]  # fmt: skip
UNDATED = ["plans", "legend", "hearsay"]


def test_the_order_is_first_day_last_day_place_in_the_file_and_undated_last(small: Chronology) -> None:
    assert ids(select(small, asked())) == IN_ORDER


def test_reverse_turns_what_is_dated_and_what_is_not_each_on_its_own(small: Chronology) -> None:
    assert ids(select(small, asked(reverse=True))) == IN_ORDER[:-3][::-1] + UNDATED[::-1]


def test_a_limit_cuts_after_the_order_and_is_counted(small: Chronology) -> None:
    answer = select(small, asked(limit=2, reverse=True))

    assert ids(answer) == ["forecast", "reopening"]
    assert (answer.left_out, answer.searched) == (LeftOut(limit=23), 25)
    assert select(small, asked(limit=25)).left_out == LeftOut()
    assert (ids(select(small, asked(limit=0))), select(small, asked(limit=0)).left_out.limit) == ([], 25)


def test_whole_asks_for_neither_limit_nor_reverse(small: Chronology) -> None:
    answer = select(small, asked(limit=2, reverse=True), whole=True)

    assert (ids(answer), answer.left_out) == (IN_ORDER, LeftOut())


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # An open start reaches back for ever, an unknown one only to what is known of it.
        ({"until": "1800"}, ["old-road"]),
        ({"until": "1850", "since": "1850-12-31"}, ["old-road"]),
        ({"on": "1851"}, []),
        ({"on": "1869"}, []),
        ({"on": "1870-01-01"}, ["ferry-starts"]),
        # An open end reaches on for ever, an unknown one only to what is known of it.
        ({"on": "1921"}, []),
        ({"on": "1920-12-31"}, ["ferry-again"]),
        ({"since": "2031"}, ["toll"]),
        ({"since": "2030-12-31"}, ["toll", "forecast"]),
        # Days are inclusive on both sides.
        ({"on": "1914-07-28"}, ["war"]),
        ({"on": "1914-07-27"}, []),
        ({"on": "1918-11-11"}, ["war"]),
        ({"on": "1918-11-12"}, []),
        ({"since": "1899-12-31", "until": "1914-07-28"}, ["survey", "war"]),
        # A set is its members, not the time between them.
        ({"on": "1932"}, ["toll"]),
        ({"on": "1933-04-30"}, ["toll", "floods"]),
        ({"on": "1931"}, ["toll", "floods"]),
        # A winter lies in two years.
        ({"years": ["1940"]}, ["toll", "winter"]),
        ({"years": ["1941"]}, ["toll", "winter"]),
        ({"years": ["1899,1950"]}, ["survey", "toll", "mines"]),
        ({"on": "1975-05"}, ["toll", "decade"]),
        # Two filters by date have both to fit.
        ({"since": "1930", "until": "1931", "on": "1930"}, ["opening", "speeches", "toll"]),
        ({"since": "1931", "until": "1931", "years": ["1930"]}, ["toll"]),
        ({"anniversaries": ["06"]}, ["opening", "speeches", "toll", "inquiry", "reopening"]),
        ({"anniversaries": ["06-01"]}, ["opening", "speeches", "toll"]),
        ({"anniversaries": ["02-29", "05-26"]}, ["mending", "fair"]),
        ({"anniversaries": ["06"], "since": "2001-06-30"}, ["toll", "inquiry", "reopening"]),
    ],
)
def test_a_filter_by_date_finds_what_shares_a_day_with_it(
    small: Chronology, question: dict[str, Any], found: list[str]
) -> None:
    answer = select(small, asked(**question))

    assert (ids(answer), answer.left_out) == (found, LeftOut(undated=3))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"since": "1930-06-01", "until": "1941"}, ["opening", "speeches", "toll", "floods", "winter"]),
        ({"since": "1930-06-02", "until": "1941"}, ["floods", "winter"]),
        ({"until": "1899"}, ["ferry-starts", "survey"]),
        ({"on": "1941"}, []),
        ({"years": ["1930", "1870"]}, ["ferry-starts", "opening", "speeches", "toll"]),
    ],
)
def test_starts_finds_what_begins_there(small: Chronology, question: dict[str, Any], found: list[str]) -> None:
    assert ids(select(small, asked(starts=True, **question))) == found


def test_only_undated_events_that_pass_the_other_filters_are_counted(small: Chronology) -> None:
    assert select(small, asked(since="1900", tags=["bridge"])).left_out.undated == 1
    assert select(small, asked(tags=["bridge"])).left_out.undated == 0


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        ("planned", ["reopening", "forecast"]),
        ("confirmed", ["collapse"]),
        ("disputed", []),
        ("alleged", ["mending", "plans"]),
        ("denied", []),
        ("planned,alleged", ["mending", "reopening", "forecast", "plans"]),
    ],
)
def test_a_status_is_the_events_own_whatever_it_bears_on(small: Chronology, statuses: str, found: list[str]) -> None:
    assert ids(select(small, asked(statuses=[statuses]))) == found


@pytest.mark.parametrize("day", [None, "1850", "2001-05-04", "2003"])
def test_the_events_of_each_status_are_those_that_say_so_of_themselves(small: Chronology, day: str | None) -> None:
    every = select(small, asked(as_of=day)).rows

    for status in STATUSES:
        found = select(small, asked(statuses=[status], as_of=day))
        counts = {row.value: row.n for row in count(small, asked(statuses=[status], as_of=day), by="status")}
        assert ids(found) == [hit.event.id for hit in every if hit.status == status]
        assert counts == ({status: len(found)} if found.rows else {})


@pytest.mark.parametrize(
    ("about", "found"),
    [
        (["sabotage"], ["collapse", "accusation", "inquiry"]),
        ("toll", ["collapse", "accusation"]),
        ("SABOTAGE,one-breath", ["ferry-again", "collapse", "accusation", "inquiry"]),
        (["one-breath", "sabotage"], ["ferry-again", "collapse", "accusation", "inquiry"]),
        ("unborne", []),
    ],
)
def test_events_bear_on_one_of_the_propositions(small: Chronology, about: Any, found: list[str]) -> None:
    assert ids(select(small, asked(about=about))) == found


def test_a_proposition_that_is_hidden_or_not_declared_can_be_asked_for(small: Chronology) -> None:
    events = (Event(id="e", date="2001", title="E", propositions=("none",)), Event(id="f", date="2002", title="F"))

    assert ids(select(small, asked(about="sabotage", as_of="1999"))) == []
    assert ids(select(Chronology(title="T", events=events), asked(about="non"))) == ["e"]


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        ("sabotge", "there is no 'sabotge': did you mean sabotage?"),
        ("collapse", "there is no 'collapse': `timeline contested` lists them"),
        ("o", "'o' is in 4 ids: sabotage, toll-of-dead, one-breath, unborne: give more of one"),
        ("sabotage,", "an empty name: give one, or several with commas between"),
    ],
)
def test_what_is_no_proposition_is_refused(small: Chronology, about: str, reason: str) -> None:
    with refused(reason):
        select(small, asked(about=about))


def test_status_and_propositions_are_those_of_the_day_of_the_question(small: Chronology) -> None:
    (now,) = [hit for hit in select(small, asked(on="2001-05-03")) if hit.event.id == "collapse"]
    (then,) = [hit for hit in select(small, asked(on="2001-05-03", as_of="2001-05-09")) if hit.event.id == "collapse"]

    assert (now.status, now.denied_by, now.day) == ("confirmed", (), (2024, 6, 15))
    assert (then.status, then.denied_by, then.day) == ("disputed", ("north",), (2001, 5, 9))
    assert [(state.id, state.status, state.denied_by) for state in now.propositions] == [
        ("toll-of-dead", "disputed", ("north",)),
        ("sabotage", "confirmed", ()),
    ]
    assert [(state.id, state.status, state.denied_by) for state in then.propositions] == [
        ("toll-of-dead", "alleged", ()),
        ("sabotage", "disputed", ("north",)),
    ]
    assert then.propositions[0].claims == small.propositions["toll-of-dead"].claims[:1]


def test_a_proposition_that_nobody_claims_is_uncontested_and_one_unknown_is_not_there(small: Chronology) -> None:
    road = next(iter(select(small, asked())))
    bare = Chronology(title="T", events=(Event(id="e", date="2001", title="E", propositions=("none",)),))

    assert road.propositions[1] == PropositionState(
        id="unclaimed", text="Nobody has said this", status="uncontested", denied_by=(), claims=()
    )
    assert next(iter(select(bare, asked()))).propositions == ()


def test_several_hits_share_the_state_of_a_proposition(small: Chronology) -> None:
    states = [state for hit in select(small, asked()) for state in hit.propositions if state.id == "sabotage"]

    assert len(states) == 3
    assert states[0] is states[1] is states[2]


def test_who_are_the_actors_and_claimants_with_those_they_speak_for_in_the_order_of_ids(small: Chronology) -> None:
    who = {hit.event.id: list(hit.who) for hit in select(small, asked())}

    assert who["speeches"] == ["north", "north-roads", "olaf-berg"]
    assert who["accusation"] == ["ana-sur", "herald", "north", "north-roads", "observers", "olaf-berg", "south"]
    assert who["mending"] == ["south"]
    assert who["plans"] == ["herald"]
    assert who["hearsay"] == []
    assert next(iter(select(small, asked()))).who == {"herald": small.actors["herald"]}


def test_as_of_hides_what_became_known_later_and_counts_it(small: Chronology) -> None:
    answer = select(small, asked(as_of="2001-05-04", since="2001", until="2001"))

    assert ids(answer) == ["toll", "collapse", "accusation"]
    assert answer.left_out == LeftOut(undated=3, later=7, later_claims=8, later_sources=3)
    assert answer.searched == 25


def test_a_reference_to_an_event_that_became_known_later_is_left_out_and_counted(small: Chronology) -> None:
    answer = select(small, asked(as_of="1930-06-01", tags=["trade"]))

    assert ids(answer) == ["old-road", "opening", "toll"]
    assert list(answer)[1].event.related == ("survey",)
    assert answer.left_out.later_related == 3


def test_an_interval_under_way_has_no_end_yet(small: Chronology) -> None:
    (hit,) = select(small, asked(as_of="1916", tags=["war"]))

    assert hit.date is not None
    assert (hit.date.text, hit.date.upper, hit.date.upper_kind) == ("1914-07-28/..", None, "running")
    assert ids(select(small, asked(as_of="1916", since="1917"))) == []
    assert ids(select(small, asked(as_of="1916", since="1916-12-31"))) == ["war"]


def test_a_date_that_says_nothing_is_undated_and_kept(small: Chronology) -> None:
    legend, hearsay = list(select(small, asked()))[-2:]

    assert legend.date is not None
    assert (legend.date.text, legend.is_dated) == ("XXXX", False)
    assert (hearsay.date, hearsay.is_dated) == (None, False)
    assert next(iter(select(small, asked()))).is_dated


def test_without_as_of_nothing_is_hidden_or_counted(small: Chronology) -> None:
    answer = select(small, asked(), [NOTE])

    assert (answer.left_out, answer.notes, answer.searched, len(answer)) == (LeftOut(), (NOTE,), 25, 25)
    assert answer.matched


def test_events_by_id_come_in_the_order_asked_for_each_once(small: Chronology) -> None:
    answer = answer_of(small, asked(limit=1), ["hearsay", "opening", "hearsay", "nothing"], [NOTE])

    assert ids(answer) == ["hearsay", "opening"]
    assert (answer.left_out, answer.notes, answer.searched) == (LeftOut(), (NOTE,), 25)


def test_events_by_id_are_as_known_on_the_day_and_only_their_own_losses_are_counted(small: Chronology) -> None:
    answer = answer_of(small, asked(as_of="2001-05-05"), ["report", "collapse", "opening"])

    assert ids(answer) == ["collapse", "opening"]
    collapse = next(iter(answer))
    assert (collapse.status, collapse.denied_by, collapse.day) == ("disputed", ("north",), (2001, 5, 5))
    # One own claim, two claims on sabotage, two on toll-of-dead; the source of the event that is hidden itself is none.
    assert answer.left_out == LeftOut(later=1, later_claims=5, later_sources=1)


def test_references_that_were_lost_are_counted_for_events_by_id() -> None:
    events = (
        Event(id="a", date="2001", title="A", related=("b", "c"), sources=(Source(publisher="P", date="2003"),)),
        Event(id="b", date="2002", title="B"),
        Event(id="c", date="2002", title="C", related=("b",)),
    )
    said = Proposition(text="P", claims=(Claim(by="x", stance="asserts", date="2002"),))
    chronology = Chronology(title="T", events=events, propositions={"p": said})

    assert answer_of(chronology, asked(as_of="2001"), ["a"]).left_out == LeftOut(later_related=2, later_sources=1)
    assert answer_of(chronology, asked(as_of="2001"), ["a", "c"]).left_out == LeftOut(
        later=1, later_related=2, later_sources=1
    )


def test_an_interval_by_id_runs_as_well(small: Chronology) -> None:
    (hit,) = answer_of(small, asked(as_of="1916"), ["war"])

    assert hit.date is not None
    assert hit.date.upper_kind == "running"
