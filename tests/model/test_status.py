"""The status ladder, when things were known, and the chronology as of a day."""

import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relations_cli.dates import Day
from relations_cli.model.facts import STANCES, Actor, Chronology, Claim, Event, Proposition, Source
from relations_cli.model.status import (
    Standing,
    as_of,
    by_end_of,
    claimed_on,
    event_standing,
    holding,
    known_from,
    stances,
    standing,
)
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
        # Of each party the latest side counts: Peskov speaks for Russia.
        ([claim("peskov", "denies", "2024-01-01"), claim("russia", "confirms", "2024-02-01")], "confirmed", ()),
        ([claim("russia", "confirms", "2024-01-01"), claim("peskov", "denies", "2024-02-01")], "denied", ("russia",)),
        # On that side the strongest stance counts, whoever of the party took it.
        ([claim("un", "corroborates", "2024-10-18"), claim("un", "asserts", "2024-10-24")], "corroborated", ()),
        ([claim("russia", "confirms", "2024-01-01"), claim("peskov", "asserts", "2024-02-01")], "confirmed", ()),
        # Who comes back from a denial starts anew.
        (
            [
                claim("un", "corroborates", "2024-01-01"),
                claim("un", "denies", "2024-01-02"),
                claim("un", "asserts", "2024-01-03"),
            ],
            "alleged",
            (),
        ),
        # On one day the stronger stance counts; what is denied as well, is denied before.
        ([claim("russia", "denies"), claim("peskov", "confirms")], "confirmed", ()),
        ([claim("un", "confirms", "2023"), claim("un", "denies"), claim("un", "asserts")], "alleged", ()),
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


RUNGS = ("confirmed", "corroborated", "alleged", "denied", "uncontested")


def _replayed(claims: list[Claim], actors: dict[str, Actor], day: Day) -> Standing:
    """The standing, told day by day: what each party stands for is changed by all that it says of a day at once."""
    stand: dict[str, list[str]] = {}
    for today in sorted({claimed_on(one) or (-(10**12), 1, 1) for one in claims}):
        said: dict[str, list[str]] = {}
        for one in claims:
            if (claimed_on(one) or (-(10**12), 1, 1)) == today <= day:
                said.setdefault(actors[one.by].parent or one.by if one.by in actors else one.by, []).append(one.stance)
        for who, words in said.items():
            holds = [] if "denies" in words else stand.get(who, [])
            holds = [word for word in holds if word != "denies"] + [word for word in words if word != "denies"]
            stand[who] = holds or ["denies"]
    every = {word for holds in stand.values() for word in holds}
    denied_by = {who for who, holds in stand.items() if holds == ["denies"]}
    if "confirms" in every:
        return Standing("confirmed", tuple(denied_by))
    if "corroborates" in every:
        return Standing("corroborated", tuple(denied_by))
    if "asserts" in every:
        return Standing("disputed" if denied_by else "alleged", tuple(denied_by))
    return Standing("denied" if denied_by else "uncontested", tuple(denied_by))


few_days = st.sampled_from([None, "2024-01", "2024-01-31", "2024-02-01", "2024-02-02", "2024-02"])
crowded = st.lists(
    st.builds(Claim, by=st.sampled_from([*ACTORS, "nobody"]), stance=st.sampled_from(STANCES), date=few_days),
    max_size=9,
)


@given(st.one_of(claims_strategy, crowded), days)
def test_the_status_is_what_a_replay_day_by_day_makes_of_the_claims(claims: list[Claim], on: datetime.date) -> None:
    for day in (LATE, (on.year, on.month, on.day), (2024, 1, 31), (2024, 2, 1)):
        reached, wanted = standing(claims, ACTORS, day), _replayed(claims, ACTORS, day)

        assert reached.status == wanted.status
        assert sorted(reached.denied_by) == sorted(wanted.denied_by)


@given(crowded.map(lambda claims: [replace(one, by="un") for one in claims if one.stance != "denies"]))
def test_the_status_of_a_party_that_never_denies_never_falls(claims: list[Claim]) -> None:
    days = sorted({claimed_on(one) or (1, 1, 1) for one in claims})
    reached = [RUNGS.index(standing(claims, ACTORS, day).status) for day in days]

    assert reached == sorted(reached, reverse=True)


@given(crowded, crowded)
def test_what_a_party_says_before_a_denial_is_as_if_it_had_not_been_said(
    before: list[Claim], since: list[Claim]
) -> None:
    early = [replace(one, by="un", date="2023-01-01") for one in before]
    since = [replace(one, date=one.date or "2024-01-01") for one in since]
    denial = claim("un", "denies", "2023-06-01")

    assert standing([*early, denial, *since], ACTORS, LATE) == standing([denial, *since], ACTORS, LATE)


@given(st.one_of(claims_strategy, crowded), st.randoms(use_true_random=False))
def test_what_counts_is_one_stance_a_party_whatever_the_order_of_claims(claims: list[Claim], random: Random) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    counting, turned = holding(claims, ACTORS, LATE), holding(shuffled, ACTORS, LATE)

    def told(held: dict[str, list[tuple[Claim, Day | None]]]) -> list[tuple[str, list[tuple[str, str, Day | None]]]]:
        return [(who, [(one.by, one.stance, made) for one, made in run]) for who, run in held.items()]

    assert told(counting) == told(turned)
    assert all(len({one.stance for one, _ in run}) == 1 for run in counting.values())
    assert stances(claims, ACTORS, LATE) == {who: run[-1] for who, run in counting.items()}


def test_evidence_outlasts_a_bare_word_of_the_same_party() -> None:
    """On 25 October the pictures of the 18th count, although the same party has only said so since."""
    claims = [
        claim("un", "asserts", "2024-10-01"),
        claim("un", "corroborates", "2024-10-18"),
        claim("un", "asserts", "2024-10-24"),
        claim("russia", "denies", "2024-10-20"),
    ]

    words = [standing(claims, ACTORS, (2024, 10, day)).status for day in (17, 18, 20, 25)]

    assert words == ["alleged", "corroborated", "corroborated", "corroborated"]
    assert stances(claims, ACTORS, (2024, 10, 25))["un"] == (claims[1], (2024, 10, 18))


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


def test_on_one_day_a_party_that_corroborates_and_confirms_has_confirmed() -> None:
    said = [claim("un", "confirms"), claim("un", "corroborates"), claim("un", "asserts"), claim("un", "denies")]

    for first in range(4):
        turned = said[first:] + said[:first]
        assert standing(turned, ACTORS, LATE).status == "confirmed"
        (latest,) = stances(turned, ACTORS, LATE).values()
        assert latest == (claim("un", "confirms"), (2024, 1, 1))


@pytest.mark.parametrize(
    ("weak", "strong"), [("denies", "asserts"), ("asserts", "corroborates"), ("corroborates", "confirms")]
)
def test_of_two_stances_of_a_party_on_one_day_the_stronger_counts_in_either_order(weak: str, strong: str) -> None:
    both = [claim("russia", weak), claim("peskov", strong)]

    for said in (both, both[::-1]):
        assert [one.stance for one, _ in stances(said, ACTORS, None).values()] == [strong]


def test_parties_stand_in_the_order_of_the_days_of_their_latest_claims() -> None:
    said = [
        claim("un", "asserts", "2024-01-01"),
        claim("russia", "denies", "2024-01-02"),
        claim("ukraine", "asserts", None),
        claim("un", "denies", "2024-01-03"),
    ]

    assert list(stances(said, ACTORS, None)) == ["ukraine", "russia", "un"]
    assert standing(said, ACTORS, LATE).denied_by == ("russia", "un")
    assert list(stances(said, ACTORS, (2024, 1, 2))) == ["ukraine", "un", "russia"]


def test_of_two_claims_alike_on_one_day_the_last_by_claimant_and_note_is_kept() -> None:
    one = Claim(by="peskov", stance="denies", date="2024-01-01", note="B")
    other = Claim(by="peskov", stance="denies", date="2024-01-01", note="A")
    state = Claim(by="russia", stance="denies", date="2024-01-01")

    for said in ([one, other], [other, one]):
        assert stances(said, ACTORS, None)["russia"] == (one, (2024, 1, 1))
    for said in ([state, one], [one, state]):
        assert stances(said, ACTORS, None)["russia"][0] == state


@pytest.mark.parametrize(
    ("made", "date", "day"),
    [
        (claim("un", "asserts", "2024-02"), None, (2024, 2, 29)),
        (claim("un", "asserts", None), None, None),
        (claim("un", "asserts", None), "2024-03", (2024, 3, 31)),
        (claim("un", "asserts", "2024-02"), "2024-03", (2024, 2, 29)),
    ],
)
def test_a_claim_is_made_on_its_last_day_or_when_its_event_is_known(made: Claim, date: str | None, day: Day) -> None:
    assert claimed_on(made, None if date is None else event(date=date)) == day


def test_what_is_known_from_a_day_is_known_at_its_end_and_what_has_none_always() -> None:
    assert by_end_of((2024, 1, 2), (2024, 1, 2))
    assert not by_end_of((2024, 1, 3), (2024, 1, 2))
    assert by_end_of(None, (-(10**9), 1, 1))


@pytest.mark.parametrize(
    ("date", "known"),
    [("../2001", None), ("/2001", None), ("XXXX", None), ("2001/..", (2001, 12, 31)), ("2001-05/", (2001, 5, 31)),
     ("[2001,2003]", (2003, 12, 31))],
)  # fmt: skip
def test_an_event_without_a_known_start_was_always_known(date: str, known: Day | None) -> None:
    assert known_from(event(date=date)) == known


def test_a_claim_without_a_last_day_says_nothing_of_when_the_event_was_known() -> None:
    open_claim, dated = claim("un", "asserts", "2024-05/.."), claim("un", "asserts", "2024-06-02")

    assert known_from(event(claims=(open_claim,))) == (2024, 3, 10)
    assert known_from(event(claims=(open_claim, dated))) == (2024, 6, 2)


def test_a_plan_keeps_its_deniers_and_an_undated_event_is_never_planned() -> None:
    denied = event(date="2024-06-18", known="2024-06-01", claims=(claim("un", "denies", "2024-06-02"),))

    assert event_standing(denied, ACTORS, (2024, 6, 17)) == Standing("planned", ("un",))
    assert event_standing(denied, ACTORS, (2024, 6, 18)) == Standing("denied", ("un",))
    assert event_standing(event(date=None), ACTORS, (1, 1, 1)) == Standing("uncontested")
    assert event_standing(event(date="../2050"), ACTORS, (1, 1, 1)) == Standing("uncontested")


@pytest.mark.parametrize(
    ("date", "last_before", "first_with"),
    [
        ("2024-03-10", (2024, 3, 9), (2024, 3, 10)),
        ("2024-03", (2024, 3, 30), (2024, 3, 31)),
        ("2024", (2024, 12, 30), (2024, 12, 31)),
        ("-0044-01", (-44, 1, 30), (-44, 1, 31)),
        ("2024-03-1X", (2024, 3, 18), (2024, 3, 19)),
        ("2024-03-10?", (2024, 3, 9), (2024, 3, 10)),
    ],
)
def test_events_sources_and_claims_are_there_at_the_end_of_their_last_day(
    date: str, last_before: Day, first_with: Day
) -> None:
    said = claim("un", "denies", "-0500"), claim("un", "asserts", date)
    old = event(id="old", date="-0500", sources=(Source(publisher="P", date=date),), claims=said)
    whole = chronology(old, event(id="new", date=date))

    before, after = as_of(whole, last_before), as_of(whole, first_with)

    assert ([one.id for one in before.events], [one.id for one in after.events]) == (["old"], ["old", "new"])
    assert (len(before.events[0].sources), len(after.events[0].sources)) == (0, 1)
    assert (len(before.events[0].claims), len(after.events[0].claims)) == (1, 2)


def test_the_day_on_which_an_event_could_be_known_comes_before_its_date() -> None:
    whole = chronology(
        event(id="later", date="2001-01-01", known="2002"), event(id="earlier", date="2003-01-01", known="2001")
    )

    assert [one.id for one in as_of(whole, (2001, 12, 31)).events] == ["earlier"]
    assert [one.id for one in as_of(whole, (2002, 12, 30)).events] == ["earlier"]
    assert [one.id for one in as_of(whole, (2002, 12, 31)).events] == ["later", "earlier"]


def test_an_undated_claim_of_an_event_is_there_as_soon_as_the_event() -> None:
    told = event(date="2001-05-03", known="2001-05-01", claims=(claim("un", "asserts", None),))

    (seen,) = as_of(chronology(told), (2001, 5, 1)).events
    assert seen.claims == told.claims


def test_a_proposition_without_claims_is_always_there_and_a_name_that_stands_for_none_is_kept() -> None:
    whole = chronology(
        event(date="2001-01-01", propositions=("bare", "later", "undeclared")),
        propositions={
            "bare": Proposition(text="B"),
            "later": Proposition(text="L", claims=(claim("un", "asserts", "2002"),)),
        },
    )

    seen = as_of(whole, (2001, 1, 1))
    assert list(seen.propositions) == ["bare"]
    assert seen.events[0].propositions == ("bare", "undeclared")


def test_a_claim_loses_the_event_and_the_address_that_were_published_later() -> None:
    made = Claim(by="un", stance="asserts", date="2001-01-01", event="e", source="http://once")
    late = Claim(by="un", stance="denies", date="2001-01-01", event="late", source="http://late")
    twice = Claim(by="un", stance="confirms", date="2001-01-01", event="nowhere", source="http://twice")
    sources = (
        Source(url="http://once", date="2001-01-01"), Source(url="http://late", date="2002"),
        Source(url="http://twice", date="2002"), Source(url="http://twice"),
    )  # fmt: skip
    whole = chronology(
        event(date="2001-01-01", sources=sources), event(id="late", date="2002"),
        propositions={"p": Proposition(text="P", claims=(made, late, twice))},
    )  # fmt: skip

    assert as_of(whole, (2001, 6, 1)).propositions["p"].claims == (
        made,
        Claim(by="un", stance="denies", date="2001-01-01"),
        twice,
    )


def test_a_note_is_more_than_none_where_all_else_is_alike() -> None:
    bare, noted = claim("un", "asserts"), Claim(by="un", stance="asserts", date="2024-01-01", note="A")

    for said in ([bare, noted], [noted, bare]):
        assert stances(said, ACTORS, None)["un"][0] == noted


def test_of_claims_that_differ_in_their_source_alone_the_later_in_the_file_is_kept() -> None:
    one, other = (Claim(by="un", stance="asserts", date="2024-01-01", source=url) for url in ("http://b", "http://a"))

    assert stances([one, other], ACTORS, None)["un"][0] == other


def test_an_undated_claim_of_an_event_counts_from_when_the_event_is_known() -> None:
    told = event(date="2024-03-10", known="2024-06-01", claims=(claim("un", "asserts", None),))

    assert event_standing(told, ACTORS, (2024, 5, 31)).status == "uncontested"
    assert event_standing(told, ACTORS, (2024, 6, 1)).status == "alleged"
    latest = stances([claim("un", "denies", None), claim("un", "asserts", "2024-05-31")], ACTORS, None, told)
    assert latest["un"] == (claim("un", "denies", None), (2024, 6, 1))


def test_an_event_with_claims_is_known_from_the_first_of_them_not_from_its_date() -> None:
    whole = chronology(event(date="2001-01-01", claims=(claim("un", "asserts", "2001-02-01"),)))

    assert as_of(whole, (2001, 1, 31)).events == ()
    assert len(as_of(whole, (2001, 2, 1)).events) == 1
