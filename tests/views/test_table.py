"""Tables: what stands beside what at which width, and that no cell is a sliver."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from rich.text import Text

import relations_cli
from drawings import HOSTILE, TODAY
from golden import frozen
from relations_cli.model.facts import Chronology, Claim, Event, Proposition, Source
from relations_cli.query.claims import claims
from relations_cli.query.context import search
from relations_cli.query.fields import chosen
from relations_cli.query.lookup import ids_named
from relations_cli.query.memory import Memory
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.screen import Screen
from relations_cli.views.console import plain, wrapped
from relations_cli.views.events import _tag_lines
from relations_cli.views.named import view_named
from relations_cli.views.palette import QUIET
from relations_cli.views.years import RowDate
from small import ids

REAL = frozen()


def screen(width: int) -> Screen:
    return Screen(terminal=True, width=width, colour=False)


def listed(width: int, chronology: Chronology = REAL, *, fields: str = "", **question: Any) -> str:
    answer = select(chronology, Query.of(today=TODAY, **question))
    return view_named("table", answer, fields=chosen(answer.table, fields) if fields else None)(screen(width))


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_every_title_is_there_whole_and_broken_at_blanks_only(width: int) -> None:
    shown = " ".join(listed(width, since="2026-08", fields="title").split())

    for hit in select(REAL, Query.of(today=TODAY, since="2026-08")):
        assert hit.event.title in shown


def test_signs_have_a_heading_and_tags_and_ids_stand_beside_titles_only_where_these_have_enough() -> None:
    asked: dict[str, Any] = {"since": "2026-08", "tags": ["troops"]}
    shown = {width: listed(width, **asked).splitlines() for width in (80, 100, 140, 200)}
    heads = {width: lines[lines.index("") + 1].split() for width, lines in shown.items()}  # below the key

    assert heads == {
        80: ["DATE", "TITLE", "SIGN"],
        100: ["DATE", "TITLE", "SIGN"],
        140: ["DATE", "TITLE", "SIGN", "TAGS", "ID"],
        200: ["DATE", "TITLE", "SIGN", "TAGS", "ID"],
    }


def test_tags_that_do_not_fit_are_counted() -> None:
    many = Chronology(title="", events=(Event(id="e", date="2024", title="T " * 30, tags=tuple("abcdefghijklmnop")),))

    row = listed(110, many).splitlines()[1]

    shown, more = re.search(r"(a, b.*) \+(\d+)$", row).groups()  # type: ignore[union-attr]
    assert len(shown.split(", ")) + int(more) == 16


def test_a_context_is_set_apart_and_what_was_found_has_a_sign_that_is_explained() -> None:
    answer = search(REAL, Query.of(today=TODAY, text="trolley"), context=1)

    for width in (60, 80):
        shown = view_named("table", answer)(screen(width))
        assert shown.count("▸") == sum(hit.context == "hit" for hit in answer) + 1
        assert "▸ found" in shown


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_claim_has_its_note_whole_and_every_id_on_one_line(width: int) -> None:
    answer = claims(REAL, Query.of(today=TODAY, tags=["troops"], limit=9))
    shown = view_named("table", answer)(screen(width))

    for row in answer:
        assert row.subject.id in shown
        assert row.claim.by in shown
    assert shown.count("former airmen") == 1
    assert min(len(line) for line in shown.splitlines() if line) > 3


def test_what_stands_beneath_a_row_has_its_name_in_upper_case() -> None:
    asked: dict[str, Any] = {"on": "2022-05-26", "fields": "id,title,date,sources.url,summary"}

    for width in (60, 80, 140):
        shown = listed(width, **asked)
        assert all(name in shown for name in ("ID", "TITLE", "DATE", "SOURCES.URL", "SUMMARY"))


def test_the_same_value_beneath_a_row_is_written_once() -> None:
    answer = claims(REAL, Query.of(today=TODAY, tags=["troops"], limit=1))
    (row,) = answer

    shown = view_named("table", answer)(screen(60))

    assert row.subject.id == row.event
    assert shown.count(row.subject.id) == 1
    assert "ABOUT, EVENT" in shown


def test_addresses_are_links_and_those_that_are_missing_leave_nothing() -> None:
    sources = (Source(publisher="p"), Source(url="https://a.example/x"), Source(url="https://b.example/" + "y" * 90))
    one = Chronology(title="", events=(Event(id="e", date="2024", title="T", sources=sources),))
    answer = select(one, Query.of(today=TODAY))

    shown = view_named("table", answer, fields=chosen(answer.table, "id,sources.url"))(replace(screen(60), colour=True))

    assert "]8;id=1;https://a.example/x\x1b" in shown
    assert shown.count("]8;id=2;https://b.example/" + "y" * 90) >= 2
    assert ";;" not in shown.replace("]8;;", "")


def test_hostile_fields_are_text() -> None:
    shown = listed(60, HOSTILE, fields="id,title,places,summary,extra,who")

    assert "\\x07bell" in shown
    assert not {one for one in shown if ord(one) < 32} - {"\n"}


@given(
    st.lists(st.text(alphabet="ab-/ \u00e9\u0301\u5e74,", min_size=1, max_size=9), max_size=14),
    st.integers(1, 24),
    st.integers(1, 3),
)
def test_as_many_tags_are_shown_as_there_are_lines_for(tags: list[str], width: int, height: int) -> None:
    def lines(shown: int) -> list[Text]:
        rest = f" +{len(tags) - shown}" if shown < len(tags) else ""
        return wrapped(plain((", ".join(tags[:shown]) + rest).strip(), screen(80), QUIET), width)

    fits = (found for shown in range(len(tags), -1, -1) if len(found := lines(shown)) <= height)

    assert _tag_lines(tags, width, height, screen(80)) == next(fits, [])


def test_an_event_wears_its_own_status_and_apart_from_it_that_it_bears_on_a_proposition() -> None:
    said = (Claim(by="x", stance="asserts", date="2000"), Claim(by="y", stance="denies", date="2000"))
    known = Chronology(
        title="T",
        propositions={"p": Proposition(text="It was so", claims=said)},
        events=(
            Event(id="a", date="2001", title="Bears", propositions=("p",)),
            Event(id="b", date="2001", title="Alleged", claims=said[:1]),
            Event(id="c", date="2001", title="Both", claims=said[:1], propositions=("p",)),
        ),
    )

    for name in ("table", "timeline"):
        drawn = view_named(name, select(known, Query.of(today=TODAY)))(screen(140))
        assert "≠" not in drawn
        assert "? alleged   ↳ bears on a proposition" in drawn
    long = view_named("table", select(known, Query.of(today=TODAY)), long=True)(screen(140))
    assert long.count("↳ bears on: It was so (p; disputed)") == 2


def dated(*dates: str | None, landmark: str = "") -> Chronology:
    """Events on these dates, titled ``<1>``, ``<2>`` and so on; a landmark is the one on that date."""
    made = (Event(id=f"e{n}", date=date, title=f"<{n}>", landmark=date == landmark) for n, date in enumerate(dates, 1))
    return Chronology(title="", events=tuple(made))


MIXED = dated(
    "-0043", "Y-13800000000", "Y-13800000000", "2019-05-06", "2020-03-04", "2021-04-30", "2021-05-03",
    "2021-12-30/2022-01-02", "2022", "2022", "2023-02/2023-05", "2023-06~", "2024-01-01/..", "../1999", "/1998", None,
)  # fmt: skip


def rows(width: int, chronology: Chronology, **question: Any) -> list[str]:
    """The lines below the heads, without the footer, blanks between columns as one."""
    lines = listed(width, chronology, **question).split("\n\n")[0].splitlines()
    return [re.sub("(?<=[^ ]) +", " ", line) for line in lines[lines[0].startswith("DATE") :]]


def test_a_year_is_said_once_as_a_heading_where_rows_share_it() -> None:
    """Not where one row alone would lose it, nor where the rows' dates are the year itself."""
    assert rows(100, MIXED) == [
        "until 1999 <14>", "13800000001 BC <2>", "13800000001 BC <3>", "44 BC <1>", "? – 1998 <15>", "6 May 2019 <4>",
        "4 Mar 2020 <5>",
        "2021", "  30 Apr <6>", "  3 May <7>", "  30 Dec 2021 – <8>", "  2 Jan 2022",
        "2022 <9>", "2022 <10>",
        "2023", "  February–May <11>", "  c. June <12>",
        "from 1 Jan 2024 <13>",
        "undated <16>",
    ]  # fmt: skip


def test_years_are_headings_in_either_direction_and_only_in_the_order_of_time() -> None:
    known = dated("2020-01-01", "2021-01-02", "2020-03-04", "2021-05-06")

    assert rows(80, known) == ["2020", "  1 Jan <1>", "  4 Mar <3>", "2021", "  2 Jan <2>", "  6 May <4>"]
    assert rows(80, known, reverse=True) == ["2021", "  6 May <4>", "  2 Jan <2>", "2020", "  4 Mar <3>", "  1 Jan <1>"]
    assert rows(80, known, order="date") == rows(80, known)
    assert rows(80, known, reverse=True, limit=1) == ["6 May 2021 <4>"]
    assert rows(60, known)[:5] == ["2020", "1 Jan", "  <1>", "4 Mar", "  <3>"]
    answer = select(known, Query.of(today=TODAY))
    turned = replace(answer, rows=tuple(answer.rows[at] for at in (0, 2, 1, 3)))
    shown = view_named("table", turned)(screen(80))
    assert not [line for line in shown.splitlines() if line in ("2020", "2021")]
    assert shown.count("2020") == shown.count("2021") == 2


def test_what_begins_infinitely_early_stands_under_no_year() -> None:
    assert rows(100, dated("../1999-05-06", "../1999-05-07")) == ["until 6 May 1999 <1>", "until 7 May 1999 <2>"]


def test_a_date_of_two_ends_breaks_between_them() -> None:
    date = RowDate(Text("3 May – 4 June"), 0)

    assert [line.plain for line in date.lines(9)] == ["3 May –", "4 June"]
    assert [line.plain for line in date.lines(14)] == ["3 May – 4 June"]
    assert [line.plain for line in RowDate(Text("3 May – 4 June"), 2).lines(11)] == ["  3 May –", "  4 June"]


_YEARS = {"2019-05-06": "2019", "2020": "2020", "2020-02": "2020", "2020-03-04/2021-02": "2020", "-0043-05": "44 BC"}


@given(st.lists(st.sampled_from(list(_YEARS)), min_size=1), st.booleans())
@settings(max_examples=40)
def test_of_each_row_the_year_is_said_beside_it_or_above(dates: list[str], turned: bool) -> None:  # noqa: FBT001
    heading, seen = "", 0
    for line in rows(100, dated(*dates), reverse=turned):
        row = re.search("^(.*) <([0-9]+)>", line)
        if row is None:
            heading = line if line in _YEARS.values() else heading
            continue
        seen += 1
        year = _YEARS[dates[int(row[2]) - 1]]
        assert year in row[1] or (row[1].startswith("  ") and year == heading)

    assert seen == len(dates)


def test_landmarks_are_marked_before_the_status_and_the_sign_is_explained() -> None:
    known = dated("2020-01-01", "2020-01-02", landmark="2020-01-02")

    for encoding, sign in (("utf-8", "★"), ("ascii", "@")):
        shown = view_named("table", select(known, Query.of()))(replace(screen(80), encoding=encoding)).splitlines()
        assert shown[0] == f"{sign} landmark"
        assert [line.split()[-1] for line in shown if "<" in line] == ["<1>", sign]
        assert shown[2].split() == ["DATE", "TITLE", "SIGN"]


def test_each_anchor_is_said_once_above_its_neighbours() -> None:
    known = dated("2020-01-01", "2020-01-02", "2021-01-01")
    near = relations_cli.ask("around", known, names=["e1", "e3"], days=10)
    lines = view_named("table", near)(screen(80)).splitlines()

    assert [line for line in lines if line in ("e1", "e3")] == ["e1", "e3"]
    assert sum("<" in line for line in lines) == 3


@pytest.mark.parametrize(("length", "has_ids"), [(30, True), (31, False)])
def test_an_id_that_no_glance_takes_in_is_not_shown(length: int, has_ids: bool) -> None:  # noqa: FBT001
    events = tuple(Event(id="x" * long, date="2020", title="T") for long in (length, length + 1, length + 2))
    shown = listed(140, Chronology(title="", events=events)).splitlines()

    assert shown[0].split() == ["DATE", "TITLE", *(["ID"] * has_ids)]
    assert ("x" * 31 in "".join(shown)) is False


@pytest.mark.parametrize("known", [REAL, HOSTILE], ids=["real", "hostile"])
def test_the_id_on_a_wide_screen_shows_its_event_alone(known: Chronology) -> None:
    answer = select(known, Query.of(today=TODAY, limit=12, reverse=True, as_of="2024-09-01"))

    for width in (119, 120, 140, 200):
        shown = view_named("table", answer)(screen(width)).splitlines()
        head = next(at for at, line in enumerate(shown) if line.startswith("DATE"))
        assert shown[head].endswith("  ID") == (width >= 120)
        at = shown[head].find("  ID")
        lines = shown[head + 1 : shown.index("", head)] if at > 0 else []
        parts = [line.rsplit("  ", 1)[-1].strip() for line in lines if cell_len(line) > at]
        found = [ids_named(Memory(known), [part], Query.of(today=TODAY)) for part in parts]
        assert found == ([([name], []) for name in ids(answer)] if at > 0 else [])
