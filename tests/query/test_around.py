"""Neighbours in time: of a date, of an event, and of the hits of a search."""

import pytest

from relations_cli.model.facts import Chronology, Event
from relations_cli.query.answer import Answer
from relations_cli.query.around import around
from relations_cli.query.context import neighbours_of, search
from relations_cli.query.hit import Hit, each_once
from relations_cli.query.lookup import Exact
from relations_cli.query.query import Query
from relations_cli.query.show import show
from small import NOTE, asked, ids, refused, told


def near(
    chronology: Chronology, name: str, before: int = 0, after: int = 0, **question: object
) -> list[tuple[str, str | None, int | None]]:
    answer = around(chronology, asked(**question), names=name, before=before, after=after)
    return [(hit.event.id, hit.distance, hit.days) for hit in answer]


def dated(**dates: str | None) -> Chronology:
    return Chronology(title="T", events=tuple(Event(id=name, date=date, title="T") for name, date in dates.items()))


def test_days_are_counted_to_both_sides_and_are_inclusive(small: Chronology) -> None:
    close = [("collapse", "-1 d", -1), ("accusation", "anchor", 0)]

    assert near(small, "accusation", 1, 27, not_tags=["trade"]) == close
    assert near(small, "accusation", 1, 28, not_tags=["trade"]) == [*close, ("inquiry", "+28 d", 28)]
    assert near(small, "accusation", not_tags=["trade"]) == [("accusation", "anchor", 0)]


@pytest.mark.parametrize(
    ("typed", "found"), [("44 BC", ["ides"]), ("-0043", ["ides"]), ("AD 79", ["ash"]), ("19th century", ["steam"])]
)
def test_a_date_of_another_age_is_an_anchor_and_shows_what_begins_in_it(typed: str, found: list[str]) -> None:
    ages = dated(ides="-0043-03-15", ash="0079-08-24", steam="1825")

    assert [name for name, *_ in near(ages, typed)] == found
    assert [hit.event.id for hit in show(ages, asked(), names=typed) if isinstance(hit, Hit)] == found


def test_a_date_is_an_anchor_too(small: Chronology) -> None:
    assert near(small, "2001-05-05", 2, 0, not_tags=["trade"]) == [("collapse", "-2 d", -2), ("accusation", "-1 d", -1)]
    assert near(small, "2001-05-02", 0, 1, not_tags=["trade"]) == [("collapse", "+1 d", 1)]
    assert near(small, "2001-05-03", not_tags=["trade"]) == [("collapse", "same day", 0)]


@pytest.mark.parametrize(
    ("date", "anchor", "words"),
    [
        ("2001-05-03", "2001-05-03", "same day"),
        ("2001-05", "2001-05", "same time"),
        ("2001-05-01/2001-05-31", "2001-05", "same time"),
        ("2001-05", "2001-05-03", "same month"),
        ("2001", "2001-05-03", "same year"),
        ("2001", "2001-05", "same year"),
        ("2001-21", "2001-05", "same season"),
        ("200X", "2001", "same decade"),
        ("2001-05-01/2001-06-30", "2001-05-03", "during"),
        ("2001-05-03/2001-05-04", "2001-05-03", "during"),
        ("2001-05-02/2001-05-03", "2001-05-03", "during"),
        ("2001-05-03", "2001-05", "within"),
        ("2001-05-01", "2001-05", "within"),
        ("2001-05-31", "2001-05", "within"),
        ("2001-05-01/2001-05-09", "2001-05", "within"),
        ("2001-05-20/2001-06-20", "2001-05", "overlapping"),
        ("2001-04-20/2001-05-20", "2001-05", "overlapping"),
        # What is open has no bound on that side.
        ("../2001-05-03", "2001-05-03", "during"),
        ("../2001-05-03", "2001-05", "overlapping"),
        ("../2002", "2001-05", "during"),
        ("2001-05-03/..", "2001-05-03", "during"),
        ("2001-05-03/..", "2001-05", "overlapping"),
        ("2001/..", "2001-05", "during"),
        # An unknown end is the known one.
        ("2001-05-03/", "2001-05-03", "same day"),
        ("/2001-05-03", "2001-05", "within"),
    ],
)
def test_what_shares_a_day_with_the_anchor_is_said_in_words(date: str, anchor: str, words: str) -> None:
    assert near(dated(one=date), anchor) == [("one", words, 0)]


@pytest.mark.parametrize(
    ("date", "anchor", "words"),
    [
        ("2001-05", "../2002", "within"),
        ("2001-05-03", "2001/..", "within"),
        ("../2003", "../2002", "during"),
        ("../2001", "../2002", "within"),
        ("2001/..", "2002/..", "during"),
        ("2003/..", "2002/..", "within"),
        ("../2002", "../2002", "same time"),
        ("2000/..", "../2002", "overlapping"),
    ],
)
def test_the_anchor_itself_may_be_an_event_that_is_open(date: str, anchor: str, words: str) -> None:
    said = {name: words for name, words, _ in near(dated(one=date, anchor=anchor), "anchor")}

    assert said == {"one": words, "anchor": "anchor"}


def test_the_distance_to_a_long_anchor_is_that_to_its_nearest_day() -> None:
    some = dated(before="2000-12-30", inside="2001-05", after="2002-01-02", far="2002-01-03")

    assert near(some, "2001", 2, 2) == [("before", "-2 d", -2), ("inside", "within", 0), ("after", "+2 d", 2)]
    assert near(some, "2001", 1, 1) == [("inside", "within", 0)]


def test_the_anchor_stays_whatever_the_filters(small: Chronology) -> None:
    assert near(small, "fair", 10**4, 0, tags=["bridge"])[-2:] == [
        ("mending", "-3557 d", -3557),
        ("fair", "anchor", 0),
    ]
    assert near(small, "opening", tags=["war"]) == [("opening", "anchor", 0)]


def test_an_event_of_the_anchors_day_is_no_anchor(small: Chronology) -> None:
    assert near(small, "speeches") == [
        ("opening", "same day", 0), ("speeches", "anchor", 0), ("toll", "during", 0),
    ]  # fmt: skip


def test_undated_events_are_near_nothing(small: Chronology) -> None:
    everything = near(small, "1930", 10**6, 10**6)

    assert {"plans", "legend", "hearsay"}.isdisjoint(name for name, _, _ in everything)
    assert len(everything) == 22


def test_limit_and_reverse_are_those_of_the_neighbours(small: Chronology) -> None:
    query = asked(limit=2, reverse=True, not_tags=["trade"])
    answer = around(small, query, names="accusation", before=1, after=28, notes=[NOTE])

    assert ids(answer) == ["inquiry", "accusation"]
    assert (answer.left_out.limit, answer.notes) == (1, (NOTE,))
    assert list(answer.table.fields)[:2] == ["distance", "days"]


def test_neighbours_are_as_known_on_the_day(small: Chronology) -> None:
    assert near(small, "1950-11", as_of="1980", not_tags=["trade"]) == []
    assert near(small, "1950-11", not_tags=["trade"]) == [("mines", "same time", 0)]
    assert near(small, "mines", as_of="1980", not_tags=["trade"]) == []


def test_today_is_that_of_the_question(small: Chronology) -> None:
    assert near(small, "today", 0, 5, types=["opening"]) == [("reopening", "+5 d", 5)]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("2024..", "'2024..' has no first or last day: give a day, a month or an id"),
        ("..2024", "'..2024' has no first or last day: give a day, a month or an id"),
        ("XXXX", "'XXXX' has no first or last day: give a day, a month or an id"),
        ("sabotage", "'sabotage' is a proposition, which has no date: give a date or an event's id"),
        ("hearsay", "the event 'hearsay' is undated: give a date or another id"),
        ("legend", "the event 'legend' is undated: give a date or another id"),
        ("legnd", "'legnd' is no date and in no id: did you mean legend?"),
    ],
)
def test_an_anchor_that_has_no_days_is_refused(small: Chronology, name: str, reason: str) -> None:
    with refused(reason):
        near(small, name)


def test_where_there_are_no_events_nothing_is_near_a_name() -> None:
    assert ids(around(Chronology(title="T", events=()), asked(), names="opening")) == []


def test_several_anchors_have_each_its_own_neighbours_in_the_order_of_the_names() -> None:
    some = dated(a="2001-01-01", b="2001-01-03", c="2001-01-05", d="2001-02-01")
    answer = around(some, asked(), names=["d", "2001-01-04", "b", "d"], days=2, after=0)

    assert [(hit.anchor, hit.event.id, hit.distance) for hit in answer] == [
        ("d", "d", "anchor"), ("2001-01-04", "b", "-1 d"), ("b", "a", "-2 d"), ("b", "b", "anchor"),
    ]  # fmt: skip
    assert (answer.table.tsv[-1], answer.table.csv[-1]) == ("anchor", "anchor")
    assert [hit.distance for hit in each_once(answer)] == ["anchor", "-2 d", "anchor"]
    turned = around(some, asked(reverse=True, limit=3), names=["d", "2001-01-04", "b"], days=2, after=0)
    assert [hit.event.id for hit in turned] == ["b", "a", "b"]


def test_one_anchor_is_told_as_ever() -> None:
    some = dated(a="2001-01-01")

    assert "anchor" not in around(some, asked(), names=["a"]).table.fields
    assert around(some, asked(), names="a").rows[0].anchor is None


def test_an_exact_id_is_no_date_and_no_part_of_others_and_may_be_undated() -> None:
    some = Chronology(title="T", events=tuple(Event(id=one, date=date, title="T") for one, date in (
        ("2001", "1990"), ("2001-2", "2001"), ("x", None),
    )))  # fmt: skip
    answer = around(some, asked(), names=[Exact("2001"), Exact("x")], days=0)

    assert [(hit.anchor, hit.event.id) for hit in answer] == [("2001", "2001")]
    assert told(answer) == ["around: the event 'x' is undated: nothing is near it"]
    assert [row.event.id for row in show(some, asked(), names=[Exact("2001")]).rows] == ["2001"]  # type: ignore[union-attr]


def test_neighbours_are_counted_as_grep_does() -> None:
    assert neighbours_of(None, None, None) is None
    assert neighbours_of(2, None, None) == (2, 2)
    assert neighbours_of(2, 0, None) == (0, 2)
    assert neighbours_of(2, None, 1) == (2, 1)
    assert neighbours_of(None, 3, None) == (3, 0)
    assert neighbours_of(None, None, 3) == (0, 3)
    assert neighbours_of(0, None, None) == (0, 0)


def in_context(chronology: Chronology, query: Query, before: int, after: int) -> Answer[Hit]:
    return search(chronology, query, before=before, after=after)


def context(
    chronology: Chronology, text: str, neighbours: tuple[int, int], **question: object
) -> list[tuple[str, str | None, bool]]:
    answer = in_context(chronology, asked(text=text, order="date", **question), *neighbours)
    return [(hit.event.id, hit.context, hit.follows) for hit in answer]


def test_hits_stand_among_their_neighbours_in_time(small: Chronology) -> None:
    assert context(small, "divers", (1, 2)) == [
        ("winter", "context", True),
        ("mines", "hit", True),
        ("repairs", "context", True),
        ("decade", "context", True),
    ]
    assert context(small, "divers", (0, 0)) == [("mines", "hit", True)]


def test_where_neighbours_overlap_each_event_stands_once_and_gaps_are_told(small: Chronology) -> None:
    assert context(small, "divers OR seventies OR fair", (1, 1)) == [
        ("winter", "context", True),
        ("mines", "hit", True),
        ("repairs", "context", True),
        ("decade", "hit", True),
        ("collapse", "context", True),
        ("mending", "context", False),
        ("fair", "hit", True),
        ("reopening", "context", True),
    ]


def test_a_hit_that_is_the_neighbour_of_another_is_a_hit(small: Chronology) -> None:
    assert context(small, "divers OR repairs", (1, 0)) == [
        ("winter", "context", True),
        ("mines", "hit", True),
        ("repairs", "hit", True),
    ]


def test_at_the_ends_of_the_chronology_there_are_fewer_neighbours(small: Chronology) -> None:
    assert context(small, "carts old", (2, 1)) == [("old-road", "hit", True), ("ferry-starts", "context", True)]
    assert context(small, "experts", (1, 2)) == [("reopening", "context", True), ("forecast", "hit", True)]


def test_undated_hits_have_no_neighbours_and_are_none(small: Chronology) -> None:
    assert context(small, "legend OR drawings", (1, 1)) == [("plans", "hit", True), ("legend", "hit", True)]
    assert context(small, "legend", (1, 1)) == [("legend", "hit", True)]


def test_neighbours_are_of_the_whole_chronology_and_hits_pass_the_filters(small: Chronology) -> None:
    assert context(small, "ferry", (1, 0), tags=["war"]) == [("survey", "context", True), ("war", "hit", True)]


def test_neighbours_are_as_known_on_the_day_of_the_question(small: Chronology) -> None:
    assert context(small, "seventies", (2, 0), as_of="1980") == [
        ("winter", "context", True),
        ("repairs", "context", True),
        ("decade", "hit", True),
    ]


def test_reverse_turns_hits_and_neighbours_and_limit_counts_hits(small: Chronology) -> None:
    assert context(small, "divers OR fair", (1, 0), reverse=True) == [
        ("fair", "hit", True),
        ("mending", "context", True),
        ("mines", "hit", False),
        ("winter", "context", True),
    ]
    assert context(small, "divers OR fair", (1, 0), limit=1) == [("winter", "context", True), ("mines", "hit", True)]


def test_hits_keep_rank_and_marks_and_neighbours_have_none(small: Chronology) -> None:
    answer = search(small, asked(text="divers", order="date"), before=1, notes=[NOTE])

    assert [(hit.rank, hit.title) for hit in answer] == [(None, None), (1, "\x02Divers\x03 lay mines")]
    assert (answer.notes, list(answer.table.fields)[-1]) == ((NOTE,), "context")


def test_an_anchor_that_the_filters_left_out_has_its_status_all_the_same(small: Chronology) -> None:
    (collapse, _) = around(small, asked(tags=["war"]), names="collapse", before=0, after=1)

    assert (collapse.event.id, collapse.status, collapse.denied_by, collapse.day) == (
        "collapse", "confirmed", (), (2024, 6, 15),
    )  # fmt: skip
    assert [state.id for state in collapse.propositions] == ["toll-of-dead", "sabotage"]


def test_a_neighbour_of_a_hit_has_its_status_on_the_day_of_the_question(small: Chronology) -> None:
    collapse, accusation = in_context(small, asked(text="Ana", order="date", as_of="2001-05-09", tags=["war"]), 1, 0)

    assert (collapse.status, collapse.denied_by, accusation.event.id) == ("disputed", ("north",), "accusation")


def test_thirty_days_to_both_sides_are_near_where_nothing_else_is_said() -> None:
    some = dated(a="2001-01-01", b="2001-01-31", c="2001-03-02", d="2001-03-03", anchor="2001-01-31")

    assert ids(around(some, asked(), names="anchor")) == ["a", "b", "anchor", "c"]
    assert ids(around(some, asked(), names="anchor", days=31)) == ["a", "b", "anchor", "c", "d"]
    assert ids(around(some, asked(), names="anchor", days=31, before=0)) == ["b", "anchor", "c", "d"]
    assert ids(around(some, asked(), names="anchor", days=0, before=30)) == ["a", "b", "anchor"]


def test_a_search_without_neighbours_is_in_its_own_order(small: Chronology) -> None:
    ranked, in_time = search(small, asked(text="ferry"), notes=[NOTE]), search(small, asked(text="ferry"), context=0)

    assert [hit.rank for hit in ranked] == [1, 2, 3, 4, 5]
    assert (ranked.notes, list(ranked.table.fields)[-1]) == ((NOTE,), "snippet")
    assert ids(in_time) == ["ferry-starts", "war", "ferry-again", "floods", "new-ferry"]


def test_an_anchor_that_is_named_twice_is_one(small: Chronology) -> None:
    once, twice = (around(small, asked(), names=names, days=1) for names in (["accusation"], ["accusation"] * 2))

    assert ids(twice) == ids(once)
    assert (once.table is twice.table, "anchor" in twice.table.fields) == (True, False)
