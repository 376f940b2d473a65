"""A status rests on the claims that hold it up, not on those that their party has taken back."""

import pytest

from relations_cli.model.facts import STANCES, Actor, Claim, Event, Stance
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


def test_of_the_strongest_stance_of_a_party_on_a_day_every_claim_counts() -> None:
    one, other = claim("peskov", "confirms", "2024-01-01"), claim("russia", "confirms", "2024-01-01")
    weaker = [claim("russia", "corroborates", "2024-01-01"), claim("russia", "asserts", "2024-01-01")]

    rests_on = grounds("confirmed", [weaker[0], one, weaker[1], other], ACTORS, TODAY)

    assert rests_on == [(one, (2024, 1, 1)), (other, (2024, 1, 1))]
    assert grounds("corroborated", [weaker[0], one], ACTORS, TODAY) == []


@pytest.mark.parametrize(
    ("status", "stance"),
    [("confirmed", "confirms"), ("corroborated", "corroborates"), ("disputed", "asserts"), ("alleged", "asserts")],
)
def test_each_status_rests_on_its_own_stance(status: str, stance: Stance) -> None:
    said = [claim(f"actor-{one}", one, "2024-01-01") for one in STANCES]

    rests_on = grounds(status, said, ACTORS, TODAY)  # type: ignore[arg-type]
    assert [one.stance for one, _ in rests_on] == [stance]


def test_a_planned_event_rests_on_nobody() -> None:
    assert dates("planned", claim("seoul", "confirms", "2024-01-01"), claim("seoul", "asserts", "2024-01-01")) == []


def test_a_party_that_then_only_says_so_still_holds_up_what_it_has_shown() -> None:
    said = [
        claim("seoul", "asserts", "2024-01-01"),
        claim("seoul", "corroborates", "2024-01-18"),
        claim("seoul", "asserts", "2024-01-24"),
        claim("seoul", "corroborates", "2024-01-30"),
    ]

    assert dates("corroborated", *said) == ["2024-01-18", "2024-01-30"]
    assert dates("alleged", *said) == []


def test_who_comes_back_from_a_denial_holds_up_only_what_it_said_since() -> None:
    shown, denied = claim("russia", "corroborates", "2024-01-01"), claim("peskov", "denies", "2024-01-02")
    said, shown_again = claim("russia", "asserts", "2024-01-02"), claim("russia", "corroborates", "2024-01-04")

    assert dates("corroborated", shown, denied, said) == []
    assert dates("alleged", shown, denied, said) == ["2024-01-02"]
    assert dates("corroborated", shown, denied, said, shown_again) == ["2024-01-04"]


def test_undated_claims_on_a_proposition_are_one_day_before_all_others() -> None:
    assert dates("alleged", claim("seoul", "denies", None), claim("seoul", "asserts", None)) == [None]
    assert dates("alleged", claim("seoul", "asserts", None), claim("seoul", "denies", "-0500")) == []
