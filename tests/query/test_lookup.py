"""What a name stands for: a date, an id, a part of one; and what is said where it stands for nothing or for several."""

import pytest

from relations_cli.errors import DateError
from relations_cli.model.facts import Chronology, Event, Proposition
from relations_cli.query.around import around
from relations_cli.query.lookup import ids_named, subject_id
from relations_cli.query.memory import Memory
from small import asked, refused


def named(chronology: Chronology, *names: str) -> tuple[list[str], list[str]]:
    return ids_named(Memory(chronology), names, asked())


def test_a_date_stands_for_the_events_that_begin_in_it_in_the_order_of_time(small: Chronology) -> None:
    assert named(small, "1930-06-01") == (["opening", "speeches", "toll"], [])
    assert named(small, "2001") == (["collapse", "accusation", "inquiry"], [])
    assert named(small, "May 2001") == (["collapse", "accusation"], [])
    assert named(small, "1915") == ([], [])  # the war is under way then, and begins earlier
    assert named(small, "1951") == ([], [])


def test_today_is_given() -> None:
    now = Chronology(title="T", events=(Event(id="e", date="2024-06-15", title="T"),))

    assert named(now, "today") == (["e"], [])
    assert named(now, "tomorrow") == ([], [])


def test_an_id_or_a_part_that_no_other_has_stands_for_one(small: Chronology) -> None:
    assert named(small, "Fair") == (["fair"], [])
    assert named(small, "hears") == (["hearsay"], [])
    assert named(small, "FERRY-A") == (["ferry-again"], [])
    assert named(small, "always") == ([], ["always-said"])


def test_an_exact_id_comes_before_those_that_hold_it_and_the_same_case_before_another() -> None:
    chronology = Chronology(
        title="T", events=tuple(Event(id=name, date=None, title="T") for name in ("ab", "AB", "a", "abc", "B"))
    )

    assert named(chronology, "ab") == (["ab"], [])
    assert named(chronology, "AB") == (["AB"], [])
    assert named(chronology, "aB") == (["ab"], [])
    assert named(chronology, "a") == (["a"], [])
    assert named(chronology, "b") == (["B"], [])


def test_names_are_resolved_in_their_order_each_once(small: Chronology) -> None:
    assert named(small, "hearsay", "sabotage", "1930-06-01", "toll-of", "opening", "war") == (
        ["hearsay", "opening", "speeches", "toll", "war"],
        ["sabotage", "toll-of-dead"],
    )


def test_an_id_that_looks_like_a_date_is_meant_where_nothing_begins_then() -> None:
    events = (
        Event(id="2001-05", date="2003", title="T"),
        Event(id="2002-01-fair", date="1999", title="T"),
        Event(id="other", date="2003-05", title="T"),
    )
    chronology = Chronology(title="T", events=events)

    assert named(chronology, "2001-05") == (["2001-05"], [])
    assert named(chronology, "2002-01") == (["2002-01-fair"], [])
    assert named(chronology, "2003") == (["2001-05", "other"], [])


def test_a_date_on_which_something_begins_stands_for_no_id_besides() -> None:
    events = (Event(id="begun", date="2001-05", title="T"), Event(id="about-2001", date="2003", title="T"))

    assert named(Chronology(title="T", events=events), "2001") == (["begun"], [])


def test_a_date_without_a_day_is_looked_for_among_the_ids() -> None:
    chronology = Chronology(title="T", events=(Event(id="xxxx-1", date=None, title="T"),))

    assert named(chronology, "XXXX") == (["xxxx-1"], [])


def test_an_open_start_begins_nowhere(small: Chronology) -> None:
    assert named(small, "1850") == ([], [])
    assert named(small, "1870") == (["ferry-starts"], [])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("opnening", "'opnening' is no date and in no id: did you mean opening or reopening or mending?"),
        ("qqqqqq", "'qqqqqq' is no date and in no id: `timeline list` shows the ids"),
        ("XXXX", "'XXXX' is no date and in no id: `timeline list` shows the ids"),
        ("", "'' is no date and in no id: `timeline list` shows the ids"),
    ],
)
def test_a_name_that_stands_for_nothing_is_refused_with_the_nearest(small: Chronology, name: str, reason: str) -> None:
    with refused(reason):
        named(small, name)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("30-03-2024", "'30-03-2024': write 2024-03-30"),
        ("13/2/24", "'13/2/24': write 2024-02-13"),
        ("3/2024", "'3/2024': write the year first: 2024-03"),
        ("1/2/2024", "'1/2/2024': which is the day, which the month? write YYYY-MM-DD"),
        ("2024-13", "'2024-13': there is no month 13; write YYYY-MM"),
        ("30.02.2024", "'30.02.2024': February 2024 has 29 days; correct the day"),
    ],
)
def test_figures_that_are_no_date_are_told_what_to_write_as_a_filter_tells_it(
    small: Chronology, name: str, reason: str
) -> None:
    for ask_of in (lambda: named(small, name), lambda: around(small, asked(), names=[name])):
        with pytest.raises(DateError) as raised:
            ask_of()
        assert str(raised.value) == reason


def test_figures_that_are_part_of_an_id_stand_for_it() -> None:
    assert named(many("30-03-2024", "x"), "30-03-2024") == (["30-03-2024"], [])


def test_where_there_are_no_events_a_name_stands_for_nothing() -> None:
    assert named(Chronology(title="T", events=()), "opnening") == ([], [])


def many(*ids: str) -> Chronology:
    return Chronology(title="T", events=tuple(Event(id=one, date=None, title="T") for one in ids))


def test_an_ambiguous_part_names_four_and_counts_the_others() -> None:
    with refused("'x' is in 2 ids: ax, bx: give more of one"):
        named(many("ax", "bx", "c"), "x")
    with refused("'x' is in 4 ids: ax, bx, cx, dx: give more of one"):
        named(many("ax", "bx", "cx", "dx"), "x")
    with refused("'X' is in 5 ids: ax, bx, cx, dx and 1 more: give more of one"):
        named(many("ax", "bx", "cx", "dx", "ex"), "X")
    with refused("'x' is in 6 ids: ax, bx, cx, dx and 2 more: give more of one"):
        named(many("ax", "bx", "cx", "dx", "ex", "fx"), "x")


def test_ids_that_begin_nearly_alike_are_the_nearest_where_the_whole_is_not() -> None:
    chronology = many("2022-05-26-a-long-title", "2022-05-27-another-long-title", "1999-01-01-elsewhere")

    with refused(
        "'2022-05-2z' is no date and in no id: did you mean 2022-05-27-another-long-title or 2022-05-26-a-long-title?"
    ):
        named(chronology, "2022-05-2z")


def test_four_of_the_nearest_are_named_at_most() -> None:
    chronology = many(*(f"2022-05-26-with-a-title-that-is-long-{n}" for n in range(6)))

    with refused("did you mean " + " or ".join(event.id for event in chronology.events[:4]) + "?"):
        named(chronology, "2022-05-2z")


def test_a_subject_is_a_proposition_before_an_event(small: Chronology) -> None:
    assert subject_id(Memory(small), "toll") == "toll-of-dead"
    assert subject_id(Memory(small), "Collapse") == "collapse"
    assert subject_id(Memory(small), "breath") == "one-breath"
    assert subject_id(Memory(small), "unborne") == "unborne"
    with refused("'un' is in 2 ids: unborne, unclaimed: give more of one"):
        subject_id(Memory(small), "un")
    with refused("'legnd' is no date and in no id: did you mean legend?"):
        subject_id(Memory(small), "legnd")


def test_control_characters_of_ids_and_names_are_shown() -> None:
    chronology = Chronology(
        title="T",
        events=(Event(id="a\x1bx", date=None, title="T"), Event(id="b\tx", date=None, title="T")),
        propositions={"p": Proposition(text="P")},
    )

    with refused("'x' is in 2 ids: a\\x1bx, b x: give more of one"):
        named(chronology, "x")
    with refused("'a\\x1bxq' is no date and in no id: did you mean a\\x1bx?"):
        named(chronology, "a\x1bxq")
