"""In which order a page says what it has: what is the entry's own before what it is connected with."""

import datetime

import pytest
from msgspec.structs import replace

from golden import frozen
from hostile import ran
from relations_cli.query.query import Query
from relations_cli.query.select import answer_of
from relations_cli.screen import Screen
from relations_cli.views.detail import detailed
from relations_cli.views.sheet import Sheet
from small import SMALL

_ORDER = ("History", "Claims", "Sources", "Bears on", "Related")
_TERMINAL = Screen(terminal=True, width=80, height=24, colour=False)


def _headings(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if line in (*_ORDER, "Events that bear on it")]


@pytest.mark.parametrize("more", [[], ["--history"], ["--as-of", "2010"]])
@pytest.mark.parametrize("width", ["60", "80", "200"])
@pytest.mark.parametrize("color", ["never", "always"])
def test_sources_come_before_what_an_event_is_connected_with(more: list[str], width: str, color: str) -> None:
    done = ran("show", "collapse", "-f", str(SMALL), *more, "--color", color, COLUMNS=width)
    found = _headings(done.out.replace("\x1b[1m", "").replace("\x1b[0m", ""))

    assert found == [name for name in _ORDER if name in found]
    assert {"Claims", "Sources"} <= set(found)


def test_a_label_keeps_its_colour_where_its_text_stands_below_it() -> None:
    sheet = Sheet()
    sheet.add("A text", label="+ ", style="green")

    for width in (12, 80):
        assert "\x1b[38;5;2m+" in sheet.text(replace(_TERMINAL, width=width, colour=True)).replace("[32m", "[38;5;2m")


def test_sources_of_a_proposition_come_before_the_events_that_bear_on_it() -> None:
    found = _headings(ran("show", "sabotage", "-f", str(SMALL)).out)

    assert found == ["History", "Claims", "Sources", "Events that bear on it"]


def test_on_a_small_terminal_sources_begin_on_the_first_two_pages() -> None:
    query = Query.of(today=datetime.date(2026, 11, 26))
    for event in frozen().events[::4]:
        lines = detailed(answer_of(frozen(), query, [event.id]))(_TERMINAL).splitlines()

        assert "Sources" in lines[: 2 * 23]
        assert _headings("\n".join(lines)) == [name for name in _ORDER if name in lines]
