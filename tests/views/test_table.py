"""Tables: what stands beside what at which width, and that no cell is a sliver."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.text import Text

from drawings import HOSTILE, TODAY
from golden import frozen
from relations_cli.model.facts import Chronology, Claim, Event, Proposition, Source
from relations_cli.query.claims import claims
from relations_cli.query.context import search
from relations_cli.query.fields import chosen
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.screen import Screen
from relations_cli.views.console import plain, wrapped
from relations_cli.views.events import _tag_lines
from relations_cli.views.named import view_named
from relations_cli.views.palette import QUIET

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


def test_ids_and_tags_stand_beside_titles_only_where_these_have_enough() -> None:
    asked: dict[str, Any] = {"since": "2026-08", "tags": ["troops"]}
    shown = {width: listed(width, **asked).splitlines() for width in (80, 100, 140, 200)}
    heads = {width: lines[lines.index("") + 1].split() for width, lines in shown.items()}  # below the key

    assert heads == {
        80: ["DATE", "TITLE"],
        100: ["DATE", "TITLE"],
        140: ["DATE", "TITLE", "TAGS"],
        200: ["DATE", "TITLE", "TAGS", "ID"],
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
