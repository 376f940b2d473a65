"""A status rests on the claims that hold it up, not on those that their party has taken back."""

from relations_cli.model.facts import Actor, Claim, Event, Stance
from relations_cli.model.grounds import grounds

ACTORS = {
    "russia": Actor(name="Russia", kind="state"),
    "peskov": Actor(name="Peskov", kind="person", parent="russia"),
    "seoul": Actor(name="Seoul", kind="state"),
}
TODAY = (2024, 6, 1)


def claim(by: str, stance: Stance, date: str | None) -> Claim:
    return Claim(by=by, stance=stance, date=date)


def dates(status: str, *claims: Claim, event: Event | None = None) -> list[str | None]:
    return [claim.date for claim, _ in grounds(status, claims, ACTORS, TODAY, event)]  # type: ignore[arg-type]


def test_claims_of_the_stance_count_in_the_order_of_their_days() -> None:
    later, first = claim("seoul", "asserts", "2024-03-01"), claim("russia", "asserts", "2024-02")

    assert dates("alleged", later, first, claim("peskov", "asserts", "2024-04-01")) == [
        "2024-02",
        "2024-03-01",
        "2024-04-01",
    ]


def test_what_the_party_took_back_does_not_count_even_if_another_of_it_had_said_it() -> None:
    taken_back = claim("peskov", "asserts", "2024-01-01")

    assert (
        dates("alleged", taken_back, claim("russia", "denies", "2024-01-02"), claim("seoul", "asserts", "2024")) == []
    )
    said_again = claim("russia", "asserts", "2024-01-03")
    assert dates("alleged", taken_back, claim("russia", "denies", "2024-01-02"), said_again) == ["2024-01-03"]


def test_the_strongest_stance_of_a_day_counts() -> None:
    confirmed, repeated = claim("russia", "confirms", "2024-01-01"), claim("russia", "confirms", "2024-01-02")

    assert dates("confirmed", confirmed, claim("peskov", "asserts", "2024-01-02"), repeated) == [
        "2024-01-01",
        "2024-01-02",
    ]


def test_what_was_said_later_than_the_day_of_the_question_does_not_count() -> None:
    assert dates("alleged", claim("seoul", "asserts", "2024-06-01"), claim("seoul", "asserts", "2024-06-02")) == [
        "2024-06-01"
    ]


def test_undated_claims_come_first_on_a_proposition_and_with_their_event_otherwise() -> None:
    undated, dated = claim("seoul", "asserts", None), claim("russia", "asserts", "2024-01-01")

    assert dates("alleged", dated, undated) == [None, "2024-01-01"]
    assert dates("alleged", dated, undated, event=Event(id="e", date="2024-02-01", title="E")) == ["2024-01-01", None]


def test_denied_and_uncontested_rest_on_nobody() -> None:
    assert dates("denied", claim("seoul", "denies", "2024-01-01")) == []
    assert dates("uncontested") == []
