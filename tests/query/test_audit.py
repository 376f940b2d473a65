"""What an editor should do next, check by check."""

from typing import Any

import pytest

from relations_cli.model.facts import Chronology, Claim, Event, Proposition, Source, Stance
from relations_cli.query.audit import CHECKS, audit
from small import NOTE, asked, told

FAR = 10**6
"""A silence that no chronology has."""
TWO = (Source(publisher="P", archived="x"), Source(publisher="Q", archived="x"))


CHECKLIST = Source(publisher="L", kind="checklist", archived="x")


def tasks(
    *events: Event, silence: int = FAR, archive: bool = False, question: dict[str, Any] | None = None, **more: Any
) -> list[tuple[str, str, str]]:
    answer = audit(
        Chronology(title="T", events=events, **more), asked(**(question or {})), silence=silence, archive=archive
    )
    return [(task.check, task.id, task.text) for task in answer]


def event(name: str = "e", date: str | None = "2001", title: str | None = None, **fields: Any) -> Event:
    return Event(**({"id": name, "date": date, "title": title or name, "sources": TWO} | fields))


def claim(by: str, stance: Stance, date: str | None = "2001", source: str | None = "http://a") -> Claim:
    return Claim(by=by, stance=stance, date=date, source=source)


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ((), [("one-source", "e", "no source")]),
        ((Source(publisher="P"),), [("one-source", "e", "one source only")]),
        ((Source(publisher="P"), Source(publisher="P")), [("one-publisher", "e", "2 sources, all of P")]),
        (
            (Source(publisher="P"), Source(publisher="P"), Source(url="u")),
            [("one-publisher", "e", "3 sources, all of P")],
        ),
        ((Source(url="u"), Source(url="v")), []),
        # A checklist repeats what others say.
        ((Source(publisher="P"), CHECKLIST), [("one-source", "e", "one source only, and a checklist")]),
        ((Source(publisher="P"), CHECKLIST, CHECKLIST), [("one-source", "e", "one source only, and checklists")]),
        ((CHECKLIST,), [("one-source", "e", "no source but a checklist")]),
        ((CHECKLIST, CHECKLIST), [("one-source", "e", "no source but checklists")]),
        (
            (Source(publisher="P"), CHECKLIST, Source(publisher="P")),
            [("one-publisher", "e", "2 sources, all of P")],
        ),
        ((*TWO, CHECKLIST), []),
        (TWO, []),
    ],
)
def test_an_event_needs_two_sources_of_different_publishers(
    sources: tuple[Source, ...], found: list[tuple[str, str, str]]
) -> None:
    assert tasks(event(sources=sources)) == found


def test_a_claim_needs_a_date_and_a_source() -> None:
    said = (claim("un", "asserts", None), claim("us", "denies", source=None), claim("x", "confirms"))

    assert tasks(event(claims=said)) == [
        ("undated-claim", "e", "un asserts: since when?"),
        ("unsourced-claim", "e", "us denies: where is that published?"),
    ]
    on_it = {"p": Proposition(text="P", claims=(*said, claim("us", "confirms", "2002")))}
    assert tasks(event(propositions=("p",)), event("f", propositions=("p",)), propositions=on_it) == [
        ("undated-claim", "p", "un asserts: since when?"),
        ("unsourced-claim", "p", "us denies: where is that published?"),
    ]


def test_only_propositions_on_which_the_events_bear_are_looked_at() -> None:
    on_it = {"p": Proposition(text="P", claims=(claim("un", "asserts", None),))}

    assert tasks(event(), propositions=on_it) == []


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        # The last word is a denial, of what others still say.
        ((claim("un", "asserts", "2001-01-01"), claim("us", "denies", "2001-01-02")), "us denies, 2001-01-02"),
        ((claim("us", "denies", "2001-01-02"), claim("un", "asserts", "2001-01-01")), "us denies, 2001-01-02"),
        ((claim("un", "confirms", "2001-01-01"), claim("us", "denies", "2001-01-02")), "us denies, 2001-01-02"),
        ((claim("un", "asserts", None), claim("us", "denies", "2001-01-02")), "us denies, 2001-01-02"),
        ((claim("us", "denies", "2001-01-02"),), "us denies, 2001-01-02"),
        # Somebody has come back to it.
        ((claim("us", "denies", "2001-01-02"), claim("un", "asserts", "2001-01-03")), None),
        ((claim("us", "denies", None), claim("un", "asserts", "2001-01-01")), None),
        # Who also says it on that day has denied it first.
        ((claim("us", "denies", "2001-01-02"), claim("us", "asserts", "2001-01-02")), None),
    ],
)
def test_a_denial_that_is_the_last_word_waits_for_an_answer(claims: tuple[Claim, ...], found: str | None) -> None:
    on_it = {"p": Proposition(text="P", claims=claims)}

    waiting = [task for task in tasks(event(propositions=("p",)), propositions=on_it) if task[0] != "undated-claim"]
    assert waiting == ([] if found is None else [("unanswered", "p", f"{found}: no answer since")])


def test_a_proposition_that_nobody_claims_waits_for_nothing() -> None:
    assert tasks(event(propositions=("p",)), propositions={"p": Proposition(text="P")}) == []


def test_a_denial_after_the_day_of_the_question_waits_for_nothing_yet() -> None:
    on_it = {"p": Proposition(text="P", claims=(claim("us", "denies", "2024-06-16"),))}

    assert tasks(event(propositions=("p",)), propositions=on_it) == []


PAST = ("past-plan", "e", "announced, its day has passed, and no source is of that day or later")


@pytest.mark.parametrize(
    ("fields", "is_past"),
    [
        ({"date": "2001-05-02", "known": "2001-05-01"}, True),
        ({"date": "2001-05-02", "known": "2001-05-02"}, False),
        ({"date": "2001-05-02", "known": "2001-05-03"}, False),
        ({"date": "2001-05-02", "known": "2001-05"}, False),  # it may have been known on the 31st only
        ({"date": "2001-05-02", "known": None}, False),
        ({"date": None, "known": "2001-05-01"}, False),
        # It has passed when its last day has.
        ({"date": "2024-06-14", "known": "2001"}, True),
        ({"date": "2024-06-15", "known": "2001"}, False),
        ({"date": "2024-06-10/2024-06-14", "known": "2001"}, True),
        ({"date": "2024-06-10/2024-06-15", "known": "2001"}, False),
        ({"date": "2002/..", "known": "2001"}, False),
        ({"date": "../2002", "known": "2001"}, False),
        # A source of its first day or later tells of it; an undated or earlier one does not.
        ({"date": "2001-05-02/2001-05-04", "known": "2001-05-01", "sources": ("2001-05-01", None)}, True),
        ({"date": "2001-05-02/2001-05-04", "known": "2001-05-01", "sources": ("2001-05-01", "2001-05-02")}, False),
        ({"date": "2001-05-02/2001-05-04", "known": "2001-05-01", "sources": ("2001-05-03", "2001-05-01")}, False),
        ({"date": "2001-05-02", "known": "2001-05-01", "sources": ("2001-05", "2001-04")}, False),
        ({"date": "2001-05-02", "known": "2001-05-01", "sources": ("2001-05-01/..", "2001-04")}, True),
    ],
)
def test_a_plan_whose_day_has_passed_needs_a_source_of_that_day_or_later(
    fields: dict[str, Any],
    is_past: bool,  # noqa: FBT001
) -> None:
    dates = fields.get("sources", ())
    sources = tuple(Source(publisher=f"P{n}", date=date) for n, date in enumerate(dates)) or TWO

    assert tasks(event(**fields | {"sources": sources})) == ([PAST] if is_past else [])


def test_a_plan_is_judged_on_the_day_of_the_question() -> None:
    plan = event(date="2001-05-02", known="2001-05-01")

    assert tasks(plan, question={"as_of": "2001-05-02"}) == []
    assert tasks(plan, question={"as_of": "2001-05-03"}) == [PAST]


def test_a_silence_is_longer_than_the_days_asked_for() -> None:
    two = event("a", "2001-01-01"), event("b", "2001-01-11")

    assert tasks(*two, silence=9) == [("silence", "a", "then 10 days without an entry")]
    assert tasks(*two, silence=10) == []


def test_a_silence_begins_with_the_last_day_of_whatever_lasted_longest() -> None:
    long, short, after = event("a", "2001"), event("b", "2001-03-01"), event("c", "2002-01-31")
    (task,) = audit(Chronology(title="T", events=(long, short, after)), asked(), silence=20, archive=False)
    assert (task.id, task.text, task.other, task.date) == ("a", "then 31 days without an entry", "c", "2001")


def test_of_two_that_end_together_the_first_begins_the_silence() -> None:
    assert tasks(event("a", "2001"), event("b", "2001-12-31"), event("c", "2003"), silence=5) == [
        ("silence", "a", "then 366 days without an entry")
    ]


def test_what_is_open_or_undated_begins_and_ends_no_silence() -> None:
    some = event("o", "../1990"), event("p", "1995/.."), event("a", "2001-01-01"), event("b", "2001-01-11")

    assert tasks(*some, event("u", None), silence=9) == [("silence", "a", "then 10 days without an entry")]


def test_two_events_of_one_date_with_most_words_in_common_may_be_one() -> None:
    one, other = event("a", title="A visit to the capital"), event("b", title="The visit to the capital")
    elsewhen, unlike = event("c", "2002", title=one.title), event("d", title="Something else")
    (task,) = audit(Chronology(title="T", events=(one, other, elsewhen, unlike)), asked(), silence=FAR, archive=False)
    assert (task.check, task.id, task.text, task.other) == ("twice", "a", "the same event as b?", "b")


def test_events_that_share_no_actor_are_two() -> None:
    ann, bob = event("a", title="A visit", actors=("ann",)), event("b", title="A visit", actors=("bob",))
    both, nobody = event("c", title="A visit", actors=("bob", "ann")), event("d", title="A visit")

    assert [task[1:] for task in tasks(ann, bob, both, nobody)] == [
        ("a", "the same event as c?"),
        ("a", "the same event as d?"),
        ("b", "the same event as c?"),
        ("b", "the same event as d?"),
        ("c", "the same event as d?"),
    ]
    assert tasks(event("a", None, title="Same"), event("b", None, title="Same")) == []


@pytest.mark.parametrize(
    ("publisher", "url", "found"),
    [
        ("Reuters via Yahoo News", "https://news.yahoo.com/1", "Reuters via Yahoo News at news.yahoo.com"),
        ("Reuters via The Daily", "https://daily.example/1", "Reuters via The Daily"),
        ("Reuters VIA MSN", None, "Reuters VIA MSN"),
        ("Yahoo News", "HTTPS://UK.News.Yahoo.com./1", "Yahoo News at uk.news.yahoo.com"),
        (None, "https://msn.com", "msn.com"),
        (None, "https://user@www.msn.com:443/a", "www.msn.com"),
        ("Viacom", "https://viacom.example/", None),
        ("P", "https://notyahoo.com/", None),
        ("P", "https://yahoo.com.example/", None),
        ("P", "https://example.org/?u=https://yahoo.com/", None),
        ("P", "https://example.org@yahoo.example/", None),
        ("P", "yahoo.com", None),
        ("P", "https://[", None),
        ("P", None, None),
    ],
)
def test_what_passes_on_what_another_has_published_is_named(
    publisher: str | None, url: str | None, found: str | None
) -> None:
    one = event(sources=(Source(publisher=publisher, url=url, archived="x"), Source(publisher="Q", archived="x")))

    wanted = [] if found is None else [("aggregator", "e", f"{found}: where is the original?")]
    assert [task for task in tasks(one) if task[0] == "aggregator"] == wanted


def test_what_passes_on_an_original_that_is_named_as_well_is_passed_over() -> None:
    copies = (Source(publisher="Reuters via X"), Source(publisher="reuters", url="https://msn.com/1"))

    assert [check for check, _, _ in tasks(event(sources=copies))] == ["aggregator", "aggregator"]
    assert tasks(event(sources=(*copies, Source(publisher="Reuters")))) == []


def test_http_addresses_are_named() -> None:
    addresses = ("http://a.example/", "HTTP://B.example/", "https://c.example/?x=http://d.example/")
    sources = tuple(Source(publisher=f"P{n}", url=url, archived="http://x") for n, url in enumerate(addresses))

    assert tasks(event(sources=sources)) == [("http", "e", url) for url in addresses[:2]]


def test_a_source_of_several_events_without_an_archived_address_counts_once() -> None:
    source = Source(publisher="P", url="https://1")
    several = Chronology(title="T", events=tuple([event(f"e{n}", sources=(source,)) for n in range(3)]))

    counted, named = (audit(several, asked(), silence=FAR, archive=archive) for archive in (False, True))

    assert told(counted) == ["audit: 1 source has no archived address: archive names it"]
    assert [task.id for task in named if task.check == "unarchived"] == ["e0", "e1", "e2"]


def test_sources_without_an_archived_address_are_counted_or_named() -> None:
    sources = (
        Source(publisher="P", url="https://1"), Source(publisher="Q", url="https://2", archived="http://a"),
        Source(publisher="R"), Source(publisher="S", url="https://4"),
    )  # fmt: skip
    one = Chronology(title="T", events=(event(sources=sources),))

    counted, named = (audit(one, asked(), silence=FAR, archive=archive, notes=[NOTE]) for archive in (False, True))

    assert counted.rows == ()
    assert told(counted) == ["a note", "audit: 2 sources have no archived address: archive names them"]
    single = audit(Chronology(title="T", events=(event(sources=sources[:3]),)), asked(), silence=FAR)
    assert told(single) == ["audit: 1 source has no archived address: archive names it"]
    assert named.notes == (NOTE,)
    assert [(task.check, task.id, task.date, task.text) for task in named] == [
        ("unarchived", "e", "2001", "https://1"),
        ("unarchived", "e", "2001", "https://4"),
    ]
    assert audit(Chronology(title="T", events=(event(),)), asked()).notes == ()


def test_checks_stand_one_after_the_other_the_worst_first(small: Chronology) -> None:
    found = list(audit(small, asked(), silence=12 * 365, archive=True))

    order = [task.check for task in found]
    assert order == sorted(order, key=CHECKS.index)
    assert list(dict.fromkeys(order)) == [
        "unanswered", "one-source", "one-publisher", "undated-claim", "unsourced-claim", "past-plan", "silence",
        "unarchived",
    ]  # fmt: skip
    assert [task.id for task in found if task.check == "one-source"][:4] == [
        "accusation", "old-road", "mending", "plans",
    ]  # fmt: skip
    assert [task.id for task in found if task.check == "one-source"][-3:] == ["forecast", "legend", "hearsay"]
    assert [(task.id, task.text) for task in found if task.check == "past-plan"] == [("new-ferry", PAST[2])]
    assert [(task.id, task.other, task.text) for task in found if task.check == "silence"] == [
        ("ferry-starts", "survey", "then 10228 days without an entry"),
        ("decade", "collapse", "then 7794 days without an entry"),
        ("survey", "war", "then 5322 days without an entry"),
    ]
    assert [task.id for task in found if task.check == "unanswered"] == ["toll-of-dead", "always-said"]
    assert [task.id for task in found if task.check == "unarchived"] == [
        "collapse", "collapse", "accusation", "opening", "report", "new-ferry",
    ]  # fmt: skip


def test_of_a_check_the_most_contested_comes_first_then_the_order_of_time() -> None:
    says, denies = (claim("a", "asserts"), claim("b", "denies"))
    first = {
        "disputed-by-two": (says, denies, claim("c", "denies")),
        "disputed-much-said": (says, denies, claim("c", "asserts"), claim("d", "asserts")),
        "disputed": (says, denies),
        "denied": (denies,),
        "alleged": (says,),
        "corroborated": (claim("a", "corroborates"), denies),
        "confirmed": (claim("a", "confirms"),),
        "to-be-claimed": (claim("a", "asserts", "2030"), claim("c", "asserts", "2030")),
        "quiet": (),
    }
    events = [event(name, f"19{70 - at}", claims=said, sources=()) for at, (name, said) in enumerate(first.items())]

    found = tasks(*events, event("quiet-and-later", "1999", sources=()))
    assert [name for check, name, _ in found if check == "one-source"] == [*first, "quiet-and-later"]


def test_an_event_is_as_contested_as_what_it_bears_on() -> None:
    on_it = {"p": Proposition(text="P", claims=(claim("a", "asserts"), claim("b", "denies")))}
    events = (event("a", "1999", sources=()), event("b", "2001", sources=(), propositions=("p",)))

    found = tasks(*events, propositions=on_it)
    assert [name for check, name, _ in found if check == "one-source"] == ["b", "a"]


def test_the_plan_whose_day_passed_longest_ago_comes_first() -> None:
    dates = {"b": "1999", "a": "1995", "c": "2000", "long": "1994/1997"}
    plans = [event(name, date, known="1990", sources=()) for name, date in dates.items()]

    assert [name for check, name, _ in tasks(*plans) if check == "past-plan"] == ["a", "long", "b", "c"]


def test_limit_and_reverse_are_those_of_the_tasks(small: Chronology) -> None:
    worst = audit(small, asked(limit=1), silence=FAR)
    slightest = audit(small, asked(limit=1, reverse=True), silence=FAR)

    assert [(task.check, task.id) for task in (*worst, *slightest)] == [
        ("unanswered", "toll-of-dead"),
        ("past-plan", "new-ferry"),
    ]


def test_a_year_without_an_entry_is_a_silence_where_nothing_else_is_said() -> None:
    first, second, third = event("a", "2001-01-01"), event("b", "2002-01-01"), event("c", "2003-01-02")

    (task,) = audit(Chronology(title="T", events=(first, second, third)), asked())
    assert (task.check, task.id, task.text) == ("silence", "b", "then 366 days without an entry")


def test_many_events_of_one_day_are_compared_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relations_cli.query.audit.PAIRS", 10)
    few, many = (
        audit(Chronology(title="T", events=tuple(event(f"e{at}", title="T") for at in range(number))), asked())
        for number in (5, 6)
    )
    says = "no more than 10 pairs are compared: ask for fewer events, with since and until"

    assert [sum(task.check == "twice" for task in answer) for answer in (few, many)] == [10, 10]
    assert [any(says in str(note) for note in answer.notes) for answer in (few, many)] == [False, True]
