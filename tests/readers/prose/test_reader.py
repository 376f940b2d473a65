"""An article on the command line: what is told of it, and what was taken from its context."""

from program import Inline, Write

ARTICLE = "How it came\n\nJune 19, 2024: The pact is signed.\n\nOct. 8: Troops are sent.\n\nShare this article\n"


def test_years_from_the_context_and_parts_left_out_are_counted(write: Write, inline: Inline) -> None:
    path = write("a.txt", ARTICLE)

    outcome = inline("list", "-f", path, "--fields", "date,title")

    assert outcome.out == "2024-06-19\tThe pact is signed.\n2024-10-08\tTroops are sent.\n"
    assert outcome.err == (
        f"timeline: {path}: 2 parts left out; 1 year taken from its context (--explain lists each)\n"
    )


def test_explain_says_from_where_a_year_was_taken(write: Write, inline: Inline) -> None:
    path = write("a.txt", ARTICLE)

    lines = inline("list", "-f", path, "--explain").err.splitlines()

    assert f"timeline: {path}:5: 'Troops are sent.': year 2024 from the entry on line 3" in lines
    assert len(lines) == 3


def test_a_text_without_dates_has_no_events_and_says_why(write: Write, inline: Inline) -> None:
    outcome = inline("list", "-f", write("a.txt", "How it came\n\nThe pact is signed.\n"))

    assert (outcome.code, outcome.out) == (1, "")
    assert "begins with a date" in outcome.err


def test_the_year_of_the_first_date_may_be_given(write: Write, inline: Inline) -> None:
    path = write("a.txt", "How it came\n\nJune 19: The pact is signed.\n\nOct. 8: Troops are sent.\n")

    assert inline("list", "-f", path, "--fields", "date").out == "\n\n"
    assert inline("list", "-f", path, "--assume-year", "2024", "--fields", "date").out == "2024-06-19\n2024-10-08\n"


def test_a_year_that_was_given_is_explained_by_its_option(write: Write, inline: Inline) -> None:
    path = write("a.txt", "How it came\n\nJune 19: The pact is signed.\n\nOct. 8: Troops are sent.\n")

    lines = inline("list", "-f", path, "--assume-year", "2024", "--explain").err.splitlines()

    assert f"timeline: {path}:3: 'The pact is signed.': year 2024 from --assume-year" in lines
