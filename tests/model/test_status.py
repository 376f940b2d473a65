"""The status ladder, when things were known, and the chronology as of a day."""

import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relations_cli.dates import Day
from relations_cli.model.facts import STANCES, Actor, Chronology, Claim, Event, Proposition, Source
from relations_cli.model.status import as_of, by_end_of, event_standing, known_from, standing
from relations_cli.query.query import Query
from relations_cli.query.select import select

ACTORS = {
    "russia": Actor(name="Russia", kind="state"),
    "peskov": Actor(name="Dmitry Peskov", kind="person", parent="russia"),
    "ukraine": Actor(name="Ukraine", kind="state"),
    "un": Actor(name="United Nations", kind="organisation"),
}
LATE: Day = (2030, 1, 1)


def claim(by: str, stance: str, date: str | None = "2024-01-01") -> Claim:
    return Claim(by=by, stance=stance, date=date)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claims", "status", "denied_by"),
    [
        ([], "uncontested", ()),
        ([claim("ukraine", "asserts")], "alleged", ()),
        ([claim("russia", "denies")], "denied", ("russia",)),
        ([claim("ukraine", "asserts"), claim("russia", "denies")], "disputed", ("russia",)),
        ([claim("un", "corroborates"), claim("russia", "denies")], "corroborated", ("russia",)),
        ([claim("un", "corroborates"), claim("russia", "confirms")], "confirmed", ()),
        # Of each party only its latest stance counts: Peskov speaks for Russia.
        ([claim("peskov", "denies", "2024-01-01"), claim("russia", "confirms", "2024-02-01")], "confirmed", ()),
        ([claim("russia", "confirms", "2024-01-01"), claim("peskov", "denies", "2024-02-01")], "denied", ("russia",)),
        # On one day the stronger stance counts.
        ([claim("russia", "denies"), claim("peskov", "confirms")], "confirmed", ()),
        ([claim("un", "asserts"), claim("un", "corroborates")], "corroborated", ()),
        # A month counts from its last day, so the denial of the 20th is earlier.
        ([claim("russia", "confirms", "2024-01"), claim("russia", "denies", "2024-01-20")], "confirmed", ()),
        # An undated claim on a proposition always counts, before any dated one.
        ([claim("russia", "denies", None), claim("russia", "confirms", "1950-01-01")], "confirmed", ()),
    ],
)
def test_the_first_rung_that_fits_is_the_status(claims: list[Claim], status: str, denied_by: tuple[str, ...]) -> None:
    reached = standing(claims, ACTORS, LATE)

    assert (status, denied_by) == (reached.status, reached.denied_by)


def test_an_actor_that_nobody_declares_is_its_own_party() -> None:
    reached = standing([claim("somebody", "asserts"), claim("russia", "denies")], {}, LATE)

    assert reached.status == "disputed"


def test_a_circle_of_parents_does_not_hang() -> None:
    actors = {
        "a": Actor(name="A", kind="person", parent="b"),
        "b": Actor(name="B", kind="person", parent="a"),
    }

    assert standing([claim("a", "asserts")], actors, LATE).status == "alleged"


def event(**fields: object) -> Event:
    return Event(**({"id": "e", "date": "2024-03-10", "title": "E"} | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ({"date": "2023-09-10/2023-09-19"}, (2023, 9, 10)),
        ({"date": "2020-02"}, (2020, 2, 29)),
        ({"date": "2024-03-10", "known": "2024-03-18"}, (2024, 3, 18)),
        ({"date": "2024-03-10", "known": "1989"}, (1989, 12, 31)),
        ({"claims": (claim("un", "asserts", "2024-05-02"), claim("un", "asserts", "2024-04-01"))}, (2024, 4, 1)),
        ({"claims": (claim("un", "asserts", None),)}, (2024, 3, 10)),
        ({"date": None}, None),
    ],
)
def test_an_event_is_known_from(fields: dict[str, object], known: Day | None) -> None:
    assert known == known_from(event(**fields))


def test_an_announced_event_is_planned_until_its_first_day() -> None:
    visit = event(date="2024-06-18/2024-06-19", known="2024-06-17")

    assert event_standing(visit, {}, (2024, 6, 17)).status == "planned"
    assert event_standing(visit, {}, (2024, 6, 18)).status == "uncontested"


def chronology(*events: Event, **fields: object) -> Chronology:
    return Chronology(title="T", events=events, actors=ACTORS, **fields)  # type: ignore[arg-type]


def test_as_of_leaves_out_what_was_known_later() -> None:
    early = event(
        id="early",
        date="2024-01-01",
        related=("late", "other"),
        propositions=("p", "q"),
        claims=(claim("un", "asserts", "2024-01-05"), claim("un", "confirms", "2024-02-01")),
        sources=(
            Source(url="http://a", date="2024-01-02"),
            Source(url="http://b", date="2024-01"),
            Source(url="http://c"),
        ),
    )
    late = event(id="late", date="2024-03-01")
    whole = chronology(
        early,
        late,
        event(id="other", date="2023-01-01"),
        propositions={
            "p": Proposition(
                text="P",
                claims=(
                    Claim(by="un", stance="asserts", date="2024-01-10", event="late", source="http://b"),
                    Claim(by="russia", stance="denies", date="2024-05-01"),
                ),
            ),
            "q": Proposition(text="Q", claims=(claim("un", "asserts", "2024-04-01"),)),
        },
    )

    known = as_of(whole, (2024, 1, 20))

    assert [one.id for one in known.events] == ["early", "other"]
    seen = known.events[0]
    assert seen.related == ("other",)
    assert seen.propositions == ("p",)
    assert [one.stance for one in seen.claims] == ["asserts"]
    # January's issue may have come out on the 31st; what is undated stays.
    assert [source.url for source in seen.sources] == ["http://a", "http://c"]
    assert known.propositions.keys() == {"p"}
    assert known.propositions["p"].claims == (Claim(by="un", stance="asserts", date="2024-01-10"),)


def test_a_running_interval_has_no_end_yet() -> None:
    whole = chronology(event(date="2023-09-10/2023-09-19"))

    (hit,) = select(whole, Query.of(as_of="2023-09-13", today=datetime.date(2026, 1, 1)))

    assert hit.date is not None
    assert (hit.date.text, hit.date.upper, hit.date.upper_kind) == ("2023-09-10/..", None, "running")
    assert str(hit.date) == "from 10 Sep 2023, under way"


days = st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 12, 31))
edtf_dates = st.one_of(st.none(), days.map(str), days.map(lambda day: str(day)[:7]), days.map(lambda day: str(day)[:4]))
claims_strategy = st.lists(
    st.builds(Claim, by=st.sampled_from([*ACTORS, "nobody"]), stance=st.sampled_from(STANCES), date=edtf_dates),
    max_size=6,
)
events_strategy = st.lists(
    st.builds(
        Event,
        id=st.uuids().map(str),
        title=st.just("T"),
        date=edtf_dates,
        known=edtf_dates,
        claims=claims_strategy.map(tuple),
        sources=st.lists(st.builds(Source, url=st.just("http://x"), date=edtf_dates), max_size=2).map(tuple),
        propositions=st.sampled_from([(), ("p",)]),
    ),
    max_size=5,
    unique_by=lambda one: one.id,
)
chronologies = st.builds(
    lambda events, claims: chronology(*events, propositions={"p": Proposition(text="P", claims=tuple(claims))}),
    events_strategy,
    claims_strategy,
)


@given(claims_strategy, st.randoms(use_true_random=False), days)
def test_status_does_not_depend_on_the_order_of_claims(claims: list[Claim], random: Random, day: datetime.date) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    on = (day.year, day.month, day.day)

    assert standing(claims, ACTORS, on) == standing(shuffled, ACTORS, on)


@given(chronologies, days, days)
def test_what_is_known_on_a_day_is_known_on_every_later_day(
    whole: Chronology, one: datetime.date, other: datetime.date
) -> None:
    first, second = sorted([(one.year, one.month, one.day), (other.year, other.month, other.day)])
    before, after = as_of(whole, first), as_of(whole, second)

    known_later = {seen.id: seen for seen in after.events}
    for seen in before.events:
        later = known_later[seen.id]
        assert set(seen.sources) <= set(later.sources)
        assert len(seen.claims) <= len(later.claims)
        assert set(seen.related) <= set(later.related)
    assert before.propositions.keys() <= after.propositions.keys()


@given(chronologies)
def test_as_of_today_is_no_as_of_where_nothing_lies_in_the_future(whole: Chronology) -> None:
    today = datetime.date(2031, 1, 1)

    now = select(whole, Query.of(today=today))
    replayed = select(whole, Query.of(today=today, as_of="today"))

    assert [(hit.event, hit.status, hit.propositions) for hit in now] == [
        (hit.event, hit.status, hit.propositions) for hit in replayed
    ]


@given(chronologies, days)
def test_replaying_twice_is_replaying_once(whole: Chronology, day: datetime.date) -> None:
    on = (day.year, day.month, day.day)
    once = as_of(whole, on)

    assert as_of(once, on) == once
    assert all(by_end_of(known_from(seen), on) for seen in once.events)


def test_a_denial_withdrawn_then_admitted_then_withdrawn_again() -> None:
    """Denied, then admitted: confirmed; then withdrawn: not."""
    claims = [
        claim("russia", "denies", "2024-01-01"),
        claim("ukraine", "asserts", "2024-01-02"),
        claim("russia", "confirms", "2024-02-01"),
        claim("peskov", "denies", "2024-03-01"),
    ]

    words = [standing(claims, ACTORS, (2024, month, 15)).status for month in (1, 2, 3)]

    assert words == ["disputed", "confirmed", "disputed"]


def test_claims_after_the_day_do_not_count() -> None:
    whole = chronology(event(claims=(claim("un", "confirms", "2025-01-01"),)))
    (hit,) = select(whole, Query.of(today=datetime.date(2024, 6, 1)))

    assert hit.status == "uncontested"
    assert hit.event.claims  # nothing is hidden without --as-of
    assert replace(hit.event) == hit.event
