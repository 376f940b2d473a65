"""What became known in a time, whenever it happened."""

from relations_cli.model.facts import Chronology
from relations_cli.query.answer import LeftOut
from relations_cli.query.changes import changes
from small import NOTE, asked, refused


def news(chronology: Chronology, **question: object) -> list[tuple[str | None, str, str]]:
    return [(one.date, one.kind, one.id) for one in changes(chronology, asked(**question))]


def test_events_and_stances_stand_in_the_order_of_the_days_on_which_they_could_be_known(small: Chronology) -> None:
    assert news(small, since="1979-12-31", until="1995") == [
        ("1979-12-31", "event", "decade"),
        ("1989-12-31", "event", "mines"),
        ("1990-02-01", "denies", "one-breath"),
        ("1990-02-01", "asserts", "one-breath"),
        ("1990-02-02", "confirms", "one-breath"),
        ("1990-02-02", "corroborates", "one-breath"),
        ("1995-12-31", "denies", "always-said"),
    ]


def test_on_one_day_events_come_before_stances_and_propositions_before_events_as_titled(small: Chronology) -> None:
    assert news(small, since="2001-05-03", until="2001-05-04") == [
        ("2001-05-03", "event", "collapse"),
        ("2001-05-03", "asserts", "collapse"),
        ("2001-05-03", "denies", "collapse"),
        ("2001-05-04", "event", "accusation"),
        ("2001-05-04", "asserts", "sabotage"),
        ("2001-05-04", "asserts", "toll-of-dead"),
    ]


def test_the_window_is_inclusive_and_may_be_open(small: Chronology) -> None:
    assert news(small, since="2024-05-01", until="2024-05-01") == [("2024-05-01", "event", "reopening")]
    assert news(small, since="2024-05-02") == [
        ("2024-05-02", "denies", "reopening"), ("2024-06-15", "event", "forecast"),
    ]  # fmt: skip
    assert news(small, until="1914-07-28") == [("1899-12-31", "event", "survey"), ("1914-07-28", "event", "war")]
    assert news(small, since="2024-06-16") == []


def test_about_selects_what_a_stance_is_on_or_the_event_that_became_known(small: Chronology) -> None:
    assert news(small, since="1900", about="one-breath") == [
        ("1990-02-01", "denies", "one-breath"),
        ("1990-02-01", "asserts", "one-breath"),
        ("1990-02-02", "confirms", "one-breath"),
        ("1990-02-02", "corroborates", "one-breath"),
    ]
    assert news(small, since="2001-05-03", until="2001-05-04", about=["collapse"]) == [
        ("2001-05-03", "event", "collapse"),
        ("2001-05-03", "asserts", "collapse"),
        ("2001-05-03", "denies", "collapse"),
    ]


def test_what_was_always_known_or_is_undated_is_counted(small: Chronology) -> None:
    # Two events with an open or unknown start, two undated ones without a dated claim of their own, and one claim.
    assert changes(small, asked(since="2024")).left_out == LeftOut(undated=5)
    assert changes(small, asked(since="2024", tags=["trade"])).left_out == LeftOut(undated=2)


def test_the_other_filters_are_asked_of_the_events_and_of_what_they_bear_on(small: Chronology) -> None:
    assert news(small, since="1970", tags=["ferry"]) == [
        ("1990-02-01", "denies", "one-breath"),
        ("1990-02-01", "asserts", "one-breath"),
        ("1990-02-02", "confirms", "one-breath"),
        ("1990-02-02", "corroborates", "one-breath"),
        ("2003-01-15", "event", "new-ferry"),
    ]
    assert news(small, since="1900", until="1995", tags=["trade"], on="1930") == [
        ("1930-06-01", "event", "opening"),
        ("1930-06-01", "event", "toll"),
        ("1979-12-31", "event", "decade"),
        ("1995-12-31", "denies", "always-said"),
    ]


def test_a_row_says_who_took_which_stance_on_what_and_where(small: Chronology) -> None:
    rows = {(one.kind, one.id): one for one in changes(small, asked(since="1990"))}

    stance = rows["denies", "sabotage"]
    assert (stance.day, stance.text) == ((2001, 5, 5), "Olaf Berg denies: The bridge was blown up")
    assert (stance.event, stance.note, stance.source) == (None, "It was rust.", "https://north.example/answer")
    assert rows["asserts", "sabotage"].event == "accusation"
    assert rows["denies", "unborne"].text == "fisher denies: No event bears on this"
    event = rows["event", "report"]
    assert (event.text, event.event, event.note, event.source) == ("Northland prints a report", None, None, None)


def test_undated_claims_of_an_event_are_as_old_as_it(small: Chronology) -> None:
    assert news(small, since="2010", until="2010") == [
        ("2010-05-26", "event", "mending"),
        ("2010-05-26", "asserts", "mending"),
    ]


def test_limit_reverse_and_notes_are_those_of_the_news(small: Chronology) -> None:
    query = asked(since="2024", limit=2, reverse=True)
    answer = changes(small, query, notes=[NOTE])

    assert [one.id for one in answer] == ["forecast", "reopening"]
    assert (answer.left_out, answer.notes, answer.query) == (LeftOut(undated=5, limit=1), (NOTE,), query)


def test_as_of_hides_what_became_known_later(small: Chronology) -> None:
    assert news(small, since="2001-05-04", until="2003", as_of="2001-05-05") == [
        ("2001-05-04", "event", "accusation"),
        ("2001-05-04", "asserts", "sabotage"),
        ("2001-05-04", "asserts", "toll-of-dead"),
        ("2001-05-05", "denies", "sabotage"),
    ]


def test_a_question_without_a_window_is_refused(small: Chronology) -> None:
    for question in (asked(), asked(on="2001")):
        with refused("changes: since when? Give since DATE, such as since '3 months ago'"):
            changes(small, question)
