"""Who says so, and since when: claims, statuses and replays of real events."""

import json
import re

import pytest

from program import Inline
from small import SMALL


def status_of(inline: Inline, proposition: str, *args: str) -> dict[str, object]:
    """The row of a proposition among the contested."""
    rows = json.loads(inline("contested", "-o", "json", *args).out or "[]")
    return next((row for row in rows if row["id"] == proposition), {})


@pytest.mark.parametrize(
    ("day", "status", "denied_by"),
    [
        ("2024-10-09", None, None),
        ("2024-10-10", "denied", ["russia"]),
        ("2024-10-12", "denied", ["russia"]),
        ("2024-10-13", "disputed", ["russia"]),
        ("2024-10-22", "disputed", ["russia", "north-korea"]),
        ("2024-10-23", "corroborated", ["russia", "north-korea"]),
        ("2025-04-25", "corroborated", ["north-korea", "russia"]),
        ("2025-04-26", "confirmed", ["north-korea"]),
        ("2025-04-28", "confirmed", []),
    ],
)
def test_the_deployment_of_troops_was_denied_then_disputed_then_corroborated_then_admitted(
    inline: Inline, day: str, status: str | None, denied_by: list[str] | None
) -> None:
    row = status_of(inline, "troops-deployed", "--as-of", day)

    assert (row.get("status"), row.get("denied_by")) == (status, denied_by)


def test_the_lags_of_the_deployment_are_counted_from_the_first_assertion(inline: Inline) -> None:
    row = status_of(inline, "troops-deployed")

    assert row["since"] == "2024-10-13"
    assert (row["corroborated"], row["lag_corroborated"]) == ("2024-10-23", 10)
    assert (row["admitted"], row["lag_admitted"]) == ("2025-04-26", 195)
    assert row["changed"] == "2025-04-28"


def test_first_answers_are_kept_in_the_history_of_a_proposition(inline: Inline) -> None:
    out = inline("show", "troops-deployed").out
    history = out[out.index("\nHistory\n") : out.index("\nClaims\n")]

    lines = [line.strip() for line in history.splitlines() if line.strip()][1:]
    assert [line[:12].strip() for line in lines] == [
        "10 Oct 2024", "13 Oct 2024", "21 Oct 2024", "23 Oct 2024", "26 Apr 2025", "28 Apr 2025",
    ]  # fmt: skip
    assert "Dmitry Peskov denies" in lines[0]
    assert "North Korea denies" in lines[2]
    assert "Ukraine asserts" not in lines[2]  # said on that day as well, and changed nothing
    assert "denied" not in lines[-1].split(" — ")[0]


def test_the_first_transport_is_alleged_and_never_admitted_as_such(inline: Inline) -> None:
    (event,) = json.loads(inline("show", "2024-10-08-first-troop-transport", "-o", "json").out)

    assert event["status"] == "alleged"
    assert {claim["stance"] for claim in event["claims"]} == {"asserts"}
    assert {state["id"]: state["status"] for state in event["propositions"]}["troops-deployed"] == "confirmed"


def test_the_arms_shipments_of_autumn_2023_rest_on_propositions(inline: Inline) -> None:
    events = json.loads(inline("list", "--on", "2023-10", "--tag", "arms-transfers", "-o", "json").out)

    accused = [event for event in events if event["propositions"]]
    assert accused
    assert {event["status"] for event in accused} <= {"uncontested", "alleged"}
    assert {state["status"] for event in accused for state in event["propositions"]} >= {"corroborated"}


def test_a_visit_is_planned_on_its_eve(inline: Inline) -> None:
    def ferries(*args: str) -> list[list[str]]:
        return inline("list", "-f", str(SMALL), "--since", "2003", "-t", "ferry", "--fields", "id,status", *args).rows

    assert ferries("--as-of", "2003-02-09") == [["new-ferry", "planned"]]
    assert ferries("--as-of", "2003-02-10") == [["new-ferry", "uncontested"]]
    assert ferries("--as-of", "2003-01-14") == []
    assert ferries("--as-of", "2003-01-15", "--status", "planned") == [["new-ferry", "planned"]]


def test_a_journey_is_under_way_while_it_lasts(inline: Inline) -> None:
    journey = "2023-09-10-kim-russia-trip"
    (event,) = [
        event
        for event in json.loads(inline("list", "--as-of", "2023-09-13", "--year", "2023", "-o", "json").out)
        if event["id"] == journey
    ]

    assert (event["date"], event["upper"], event["upper_kind"]) == ("2023-09-10/..", None, "running")
    assert "from Sun 10 Sep 2023, under way" in inline("show", journey, "--as-of", "2023-09-13").out
    assert journey not in inline("list", "--as-of", "2023-09-13", "--since", "2023-09-14").ids
    assert {row[0]: row[1] for row in inline("list", "--as-of", "2023-09-19").rows}[journey] == (
        "2023-09-10/2023-09-19"
    )


def test_soviet_pilots_were_unknown_in_1960(inline: Inline) -> None:
    pilots = "1950-11-01-soviet-pilots-korean-war"

    assert pilots not in inline("list", "--as-of", "1960").ids
    assert pilots in inline("list", "--as-of", "1989").ids
    hidden = inline("show", pilots, "--as-of", "1960")
    assert (hidden.code, hidden.out) == (1, "")
    assert "later" in hidden.err


def test_the_satellite_is_uncontested_and_russian_help_alleged(inline: Inline) -> None:
    (event,) = json.loads(inline("list", "--on", "2023-11-21", "--tag", "space", "-o", "json").out)

    assert event["status"] == "uncontested"
    assert [state["status"] for state in event["propositions"]] == ["alleged"]


def test_the_icbm_quarrel_of_july_2017_is_disputed(inline: Inline) -> None:
    row = status_of(inline, "july-2017-icbm")

    assert row["status"] == "disputed"
    assert row["denied_by"] == ["russia"]


def test_a_statement_that_denies_is_never_corroborated(inline: Inline) -> None:
    events = json.loads(inline("list", "--type", "statement", "-o", "json").out)
    denials = [event for event in events if any(word in event["title"] for word in ("denies", "rumours", "lies"))]

    assert denials
    assert {event["status"] for event in denials} == {"uncontested"}


def test_status_filters_events_by_their_own_and_about_by_what_they_bear_on(inline: Inline) -> None:
    events = json.loads(inline("list", "--status", "disputed", "-o", "json").out)

    assert {event["status"] for event in events} == {"disputed"}
    both = set(inline("list", "--status", "alleged,disputed").ids)
    assert both == set(inline("list", "--status", "alleged").ids) | {event["id"] for event in events}
    rows = dict(inline("count", "--by", "status").rows)
    assert sum(map(int, rows.values())) == 378
    assert int(rows["disputed"]) == len(events)
    assert inline("count", "--status", "disputed").out == inline("count", "--by", "status", "--status", "disputed",
                                                                  "--fields", "n").out  # fmt: skip
    bearing = json.loads(inline("list", "--about", "troops-deployed", "-o", "json").out)
    assert bearing
    for event in bearing:
        assert "troops-deployed" in {state["id"] for state in event["propositions"]}
    assert (
        inline("list", "--about", "troops-10000,troops-deployed").ids
        == inline("list", "--about", "troops-10000", "--about", "troops-deployed").ids
    )


def test_claims_stand_in_the_order_in_which_they_were_made(inline: Inline) -> None:
    rows = inline("claims").rows
    dates = [row[0] for row in rows]

    assert len(rows) == 398
    assert [date[:4] for date in dates] == sorted(date[:4] for date in dates)
    assert all(len(row) == 7 for row in rows)


def test_what_moscow_denied_and_what_became_of_it(inline: Inline) -> None:
    rows = json.loads(inline("claims", "--by", "russia", "--stance", "denies", "-o", "json").out)

    assert {row["stance"] for row in rows} == {"denies"}
    assert {row["party"] for row in rows} == {"russia"}
    assert {"dmitry-peskov", "vasily-nebenzia"} <= {row["by"] for row in rows}
    now = {row["about"]: row["now"] for row in rows}
    assert now["troops-deployed"] == "confirmed"
    assert inline("claims", "--by", "Moscow", "--stance", "denies").ids == [row["date"] for row in rows]


def test_claims_on_a_proposition_between_two_days(inline: Inline) -> None:
    rows = inline("claims", "--about", "troops-deployed", "--since", "2024-10-10", "--until", "2024-10-13").rows

    assert [(row[0], row[1], row[2], row[3]) for row in rows] == [
        ("2024-10-10", "dmitry-peskov", "denies", "troops-deployed"),
        ("2024-10-13", "volodymyr-zelensky", "asserts", "troops-deployed"),
    ]
    assert rows[1][4] == "2024-10-13-zelensky-says-north-korea-sends-people"


def test_filters_narrow_claims_to_what_the_events_bear_on(inline: Inline) -> None:
    tagged = json.loads(inline("list", "--tag", "kursk", "-o", "json").out)
    subjects = {state["id"] for event in tagged for state in event["propositions"]} | {event["id"] for event in tagged}

    assert {row[3] for row in inline("claims", "--tag", "kursk").rows} <= subjects
    assert {row["now"] for row in json.loads(inline("claims", "--status", "disputed", "-o", "json").out)} == {
        "disputed"
    }


def test_contested_puts_the_latest_change_first_and_counts_own_claims_too(inline: Inline) -> None:
    rows = json.loads(inline("contested", "-o", "json").out)
    changed = [row["changed"] for row in rows]

    assert changed == sorted(changed, reverse=True)
    assert {row["kind"] for row in rows} == {"proposition", "event"}
    assert len(rows) == 79 + 21
    assert {row[1] for row in inline("contested", "--status", "disputed").rows} == {"disputed"}


def test_changes_are_what_became_known_whenever_it_happened(inline: Inline) -> None:
    rows = inline("changes", "--since", "1989-12", "--until", "1989-12").rows

    assert ["1989-12-31", "event", "1950-11-01-soviet-pilots-korean-war"] in [row[:3] for row in rows]
    week = inline("changes", "--since", "2024-10-18", "--until", "2024-10-23").rows
    days = [row[0] for row in week]
    assert days == sorted(days)
    assert min(days) >= "2024-10-18"
    assert max(days) <= "2024-10-23"
    assert {row[1] for row in week} > {"event", "asserts", "denies"}
    assert ["2024-10-18", "event", "2024-10-08-first-troop-transport"] in [row[:3] for row in week]
    assert ["2024-10-23", "corroborates", "troops-deployed"] in [row[:3] for row in week]
    assert (
        "Lloyd Austin corroborates: North Korean soldiers are deployed"
        in inline("changes", "--since", "2024-10-23", "--until", "2024-10-23").out
    )


def test_one_scale_is_drawn_and_needs_a_measure(inline: Inline) -> None:
    done = inline("figures", "--one-scale")
    given = ["figures", "--of", "killed"]
    scales = [
        len(re.findall(r"^ +0 +[\d,]+$", inline(*given, *how, "-o", "table").out, re.MULTILINE))
        for how in ([], ["--one-scale"])
    ]

    assert (done.code, done.out) == (2, "")
    assert done.err == "timeline: --one-scale: draws the figures of one measure: give --of too\n"
    assert scales == [4, 1]
    assert inline(*given, "--one-scale").out == inline(*given).out


def test_figures_are_every_number_in_the_order_given(inline: Inline) -> None:
    rows = inline("figures", "--of", "troops").rows

    assert ["2024-10-18", "national-intelligence-service-south-korea", "1500", "1500"] in [row[:4] for row in rows]
    assert all(len(row) == 6 for row in rows)
    measures = {row[0]: int(row[1]) for row in inline("figures").rows}
    assert measures["troops"] == len(rows)
    # "over 10,000" has no highest, "up to" no lowest: an empty cell, never a guess.
    every = [json.loads(inline("figures", "--of", measure, "-o", "json").out) for measure in measures]
    assert any(row["high"] is None for several in every for row in several)


def test_around_gives_distances_and_marks_the_anchor(inline: Inline) -> None:
    rows = inline("around", "2022-05-26-russia-china-veto", "--days", "1").rows

    assert [row[:2] for row in rows] == [
        ["anchor", "2022-05-26-russia-china-veto"],
        ["+1 d", "2022-05-27-us-sanctions-russian-banks"],
    ]
    by_date = inline("around", "2022-05-28", "--before", "2", "--after", "0").rows
    assert [row[0] for row in by_date] == ["-2 d", "-1 d"]
    assert inline("around", "2022-05-26", "--days", "0").rows[0][0] == "same day"
    during = {row[1]: row[0] for row in inline("around", "2023-09-13", "--days", "5").rows}
    assert during["2023-09-10-kim-russia-trip"] == "during"
    numbers = json.loads(inline("around", "2022-05-28", "--days", "2", "--json", "days,distance").out)
    assert numbers == [{"days": -2, "distance": "-2 d"}, {"days": -1, "distance": "-1 d"}]


def test_around_keeps_the_anchor_whatever_the_filters(inline: Inline) -> None:
    rows = inline("around", "2022-05-26-russia-china-veto", "--days", "60", "--tag", "trade").rows

    assert "anchor" in [row[0] for row in rows]
    others = {row[1] for row in rows if row[0] != "anchor"}
    assert others <= set(inline("list", "--tag", "trade").ids)


def test_show_history_has_a_line_a_day_of_change(inline: Inline) -> None:
    out = inline("show", "2024-10-08-first-troop-transport", "--history").out
    history = out[out.index("\nHistory\n") : out.index("\nClaims\n")]

    assert "18 Oct 2024" in history
    assert "alleged" in history
    assert "(troops-deployed)" in history
    assert "26 Apr 2025" in history


def test_show_as_of_hides_and_counts_what_was_learned_later(inline: Inline) -> None:
    out = inline("show", "2024-10-08-first-troop-transport", "--as-of", "2024-10-20").out

    assert "2025-04-28" not in out
    assert "Gerasimov" not in out.replace("Moscow and Pyongyang deny a deployment that autumn", "")
    assert "As known at the end of 20 Oct 2024. Learned since: " in out
    assert "Titles, summaries and notes are today's words." in out


def test_as_of_before_everything_matches_nothing_with_a_word_on_why(inline: Inline) -> None:
    done = inline("list", "--as-of", "1900")

    assert (done.code, done.out) == (1, "")
    assert done.err == "timeline: nothing matched: 378 of 378 events became known later than --as-of\n"


def test_as_of_a_year_is_its_end(inline: Inline) -> None:
    assert inline("list", "--as-of", "2023").out == inline("list", "--as-of", "2023-12-31").out


@pytest.mark.parametrize("command", ["list", "claims", "contested", "figures --of troops", "count", "tags", "actors",
                                     "search troops", "around 2024-10-20", "changes --since 2024"])  # fmt: skip
def test_as_of_works_on_every_command_that_selects(inline: Inline, command: str) -> None:
    then, now = inline(*command.split(), "--as-of", "2024-10-20"), inline(*command.split())

    assert then.code == 0
    assert then.out != now.out
    assert "2025-" not in then.out
