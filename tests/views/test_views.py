"""Every view at 60, 80 and 140 columns, in colour and without, in ASCII, of real and of hostile data."""

import re
import unicodedata
from typing import Any

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from drawings import HOSTILE, TODAY, WIDTHS, drawings, golden_screens, screens
from golden import GOLDEN
from relations_cli.model.facts import Chronology, Claim, Event, Proposition
from relations_cli.query.contested import contested, propositions
from relations_cli.query.context import search
from relations_cli.query.query import Query
from relations_cli.screen import Screen
from relations_cli.views.console import plain
from relations_cli.views.named import view_named
from relations_cli.views.proposition import with_history

DRAWINGS, SCREENS = drawings(), screens()
_SEQUENCE = re.compile("\x1b(?:\\[[0-9;]*m|\\]8;[^\x1b]*\x1b\\\\)")
_CASES = [(name, screen) for name in DRAWINGS for screen in golden_screens(name)]


def goldens() -> dict[str, str]:
    """Golden file: what it should hold; none in ASCII where that shows nothing of its own."""
    made = {(name, screen): DRAWINGS[name]()(SCREENS[screen]) for name, screen in _CASES}
    return {
        f"views/{name}.{screen}.txt": shown
        for (name, screen), shown in made.items()
        if screen != "80-ascii" or shown != made.get((name, "80"))
    }


def _golden(name: str, screen: str) -> str:
    path = GOLDEN / "views" / f"{name}.{screen}.txt"
    if screen == "80-ascii" and not path.exists():
        return _golden(name, "80")
    return path.read_bytes().decode()


@pytest.mark.parametrize(("name", "screen"), _CASES)
def test_a_view_is_drawn_as_its_golden_file_says(name: str, screen: str) -> None:
    assert _golden(name, screen) == DRAWINGS[name]()(SCREENS[screen])


def test_no_golden_file_is_there_that_no_view_is_compared_with() -> None:
    assert {f"views/{path.name}" for path in (GOLDEN / "views").iterdir()} == goldens().keys()


@pytest.mark.parametrize("screen", list(SCREENS))
@pytest.mark.parametrize("name", list(DRAWINGS))
def test_no_line_is_wider_than_the_screen_or_ends_in_blanks(name: str, screen: str) -> None:
    shown = SCREENS[screen]

    for line in _SEQUENCE.sub("", DRAWINGS[name]()(shown)).splitlines():
        assert cell_len(line) <= shown.width, line
        assert line == line.rstrip()


@pytest.mark.parametrize("name", [name for name in DRAWINGS if "hostile" in name])
def test_hostile_data_is_text_on_every_screen(name: str) -> None:
    for screen in (*SCREENS.values(), *(replace(SCREENS[f"{width}"], colour=True) for width in WIDTHS)):
        shown = _SEQUENCE.sub("", DRAWINGS[name]()(screen))
        kinds = {unicodedata.category(one) for one in shown.replace("\n", "")}
        assert "Cc" not in kinds
        assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_markup_of_the_data_is_shown_and_not_followed() -> None:
    shown = DRAWINGS["table-hostile"]()(SCREENS["140"])

    assert "\\x1b[31mred\\x1b[0m [bold]markup[/bold] \\u202egnirts" in shown
    assert "[Undated] \\x00nul" in shown


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", list(DRAWINGS))
def test_colour_changes_no_text(name: str, width: int) -> None:
    screen = SCREENS[f"{width}"]
    plain, coloured = DRAWINGS[name]()(screen), DRAWINGS[name]()(replace(screen, colour=True))

    assert plain == _SEQUENCE.sub("", coloured)
    assert plain != coloured


@pytest.mark.parametrize("name", DRAWINGS)
def test_what_the_screen_cannot_show_has_a_twin_or_an_escape_that_is_measured(name: str) -> None:
    """Glyphs of the program have twins; of all drawings only those of hostile data hold escapes."""
    shown = DRAWINGS[name]()(SCREENS["80-ascii"])

    assert shown.isascii()
    assert all(len(line) <= SCREENS["80-ascii"].width for line in shown.splitlines())
    assert "hostile" in name or "\\u" not in shown


def test_a_screen_shows_the_characters_that_its_encoding_holds() -> None:
    screen = replace(SCREENS["80"], encoding="latin-1")

    assert plain("Zürich — 中", screen).plain == "Zürich - \\u4e2d"


@pytest.mark.parametrize(
    "name", ["table", "timeline", "lanes-tag", "counts", "terms-tags", "figures", "contested", "show"]
)
def test_a_view_is_there_for_the_narrowest_screen(name: str) -> None:
    assert DRAWINGS[name]()(Screen(terminal=True, width=20, colour=False))


@pytest.mark.parametrize("width", [20, 24, 40, 69, 71, 119, 200])
@pytest.mark.parametrize("name", [name for name in DRAWINGS if not name.startswith(("timeline", "lanes"))])
def test_lines_fit_at_any_width(name: str, width: int) -> None:
    for line in DRAWINGS[name]()(Screen(terminal=True, width=width, colour=False)).splitlines():
        assert cell_len(line) <= width, line


def test_the_table_drops_to_two_lines_an_event_and_shows_no_full_id_where_titles_need_the_room() -> None:
    narrow, usual, wide = (DRAWINGS["table"]()(SCREENS[width]) for width in ("60", "80", "140"))

    assert "TITLE" not in narrow
    assert "2023-09-13-vostochny-summit" not in usual
    assert "TAGS" not in usual
    assert "TAGS" in wide


def test_the_timeline_spans_intervals_and_names_silences() -> None:
    shown = DRAWINGS["timeline"]()(SCREENS["80"])
    lines = shown.splitlines()
    start = next(at for at, line in enumerate(lines) if "ten-day train journey" in line)
    end = next(at for at, line in enumerate(lines) if "Kinzhal" in line)

    assert "╭" in lines[start]
    assert all("│ │" in line or "● │" in line for line in lines[start + 1 : end])
    assert "╰" in lines[end]
    assert "— 3 years without an entry —" in DRAWINGS["timeline-early"]()(SCREENS["80"])


def test_a_reversed_timeline_runs_upwards() -> None:
    forwards, backwards = (
        [
            line
            for line in DRAWINGS[name]()(SCREENS["140"]).splitlines()
            if "●" in line[:18] and "on that day" not in line
        ]
        for name in ("timeline", "timeline-reversed")
    )

    def titles(lines: list[str]) -> list[str]:
        return [line[25:] for line in lines]

    assert titles(backwards) == titles(forwards)[::-1]
    turned = str.maketrans("╭╰", "╰╭")
    assert [line.translate(turned) for line in backwards[::-1]] == forwards


def test_lanes_of_more_tags_than_have_one_each_say_what_the_last_lane_holds() -> None:
    for width in ("60", "140"):
        shown = DRAWINGS["lanes-tag"]()(SCREENS[width])
        assert re.search("^others: \\S+ [0-9]+, ", shown)
        assert "no lane" not in shown


def test_a_page_in_a_pipe_is_the_same_text_without_wrapping() -> None:
    piped = Screen(terminal=False, width=80, colour=False)
    wide = Screen(terminal=True, width=92, colour=False)

    def letters(text: str) -> str:
        return "".join(text.split())

    assert letters(DRAWINGS["show"]()(piped)) == letters(DRAWINGS["show"]()(wide))


def test_a_page_in_a_pipe_is_coloured_where_that_is_asked_for() -> None:
    piped = Screen(terminal=False, width=80, colour=True)

    assert DRAWINGS["show"]()(piped) == DRAWINGS["show"]()(SCREENS["80-colour"])


def test_links_are_there_only_where_the_terminal_has_them() -> None:
    assert "\x1b]8;" in DRAWINGS["show"]()(SCREENS["80-colour"])
    assert "\x1b]8;" not in DRAWINGS["show"]()(SCREENS["80"])
    assert "\x1b]8;id=1;http://" in DRAWINGS["show"]()(SCREENS["80-colour"])


def test_five_thousand_events_are_drawn_without_a_pause() -> None:
    from msgspec.structs import replace

    from relations_cli.query.query import Query
    from relations_cli.query.select import select
    from relations_cli.views.named import view_named

    one = HOSTILE.events[0]
    many = replace(HOSTILE, events=tuple(replace(one, id=f"e{n}", date=f"{1000 + n // 5}") for n in range(5000)))
    answer = select(many, Query.of())

    for name, options in (("table", {}), ("timeline", {}), ("lanes", {"by": "tag"})):
        assert view_named(name, answer, **options)(SCREENS["80"]).count("markup") == 5000


def _contest(name: str, *claims: tuple[str, str, str]) -> str:
    """The view of a proposition with these claims, each by, stance and date, on one line."""
    made = tuple(Claim(by=by, stance=stance, date=date) for by, stance, date in claims)  # type: ignore[arg-type]
    known = Chronology(title="T", propositions={"p": Proposition(text="P", claims=made)}, events=())
    query = Query.of(today=TODAY)
    view = view_named(name, contested(known, query)) if name else with_history(propositions(known, query, ["p"]))
    return " ".join(view(replace(SCREENS["140"], width=300)).split())


def test_time_runs_forward_in_what_became_of_something_contested() -> None:
    made = (("a", "confirms", "2001-01-01"), ("b", "corroborates", "2001-05-21"), ("c", "asserts", "2002"))

    said = "asserted 1 Jan 2001; confirmed at once; last change 1 Jan 2001; corroborated after 140 days"
    assert said in _contest("contested", *made)
    page = _contest("", *made)
    assert page.index("Admitted") < page.index("Corroborated")


@pytest.mark.parametrize("name", ["table", "timeline", "lanes-tag", "figures", "contested"])
def test_what_signs_mean_comes_first_and_again_below_what_is_longer_than_a_screen(name: str) -> None:
    drawn = DRAWINGS[name]()
    flowing = drawn(SCREENS["140"]).splitlines()
    key = flowing[: flowing.index("")]

    assert 1 <= len(key) <= 3
    assert all(flowing.count(line) == 1 for line in key)
    for height, times in ((5, 2), (200, 1)):
        lines = drawn(replace(SCREENS["140"], height=height)).splitlines()
        assert lines[: len(key)] == key
        assert [lines.count(line) for line in key] == [times] * len(key)
        assert lines[len(key) : len(flowing)].count("") >= 1


@pytest.mark.parametrize(
    ("name", "options"),
    [("table", {}), ("table", {"long": True}), ("timeline", {}), ("lanes", {"by": "tag"}), ("lanes", {"by": "actor"})],
)
def test_without_colour_stars_mark_what_a_search_found_in_every_view_of_events(name: str, options: Any) -> None:
    event = Event(id="e", date="2020-01-01", title="A veto", summary="Another Veto in passing", tags=("t",))
    answer = search(Chronology(title="", events=(event,)), Query.of(text="veto"), context=0)

    for width in WIDTHS:
        plain = replace(SCREENS[f"{width}"], starred=True)
        assert "*veto*" in view_named(name, answer, **options)(plain)
        assert "*" not in view_named(name, answer, **options)(replace(plain, starred=False, colour=True))
