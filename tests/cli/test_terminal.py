"""On a terminal: colour when it is wanted, a pager where the result is longer than the screen, pictures."""

import json
import os
import re
import xml.etree.ElementTree as ET
from functools import lru_cache
from pathlib import Path

import pytest

from golden import CHRONOLOGY
from program import Inline, Run, Write
from terminals import on_a_terminal

LONG = ("list", "-f", str(CHRONOLOGY), "--since", "2026")
SHORT = ("list", "-f", str(CHRONOLOGY), "--since", "2026-10")


@lru_cache
def unpaged(*args: str) -> tuple[int, str]:
    """Exit code and all that is shown where there is no pager; asked once."""
    return on_a_terminal(*args, "--color", "never", lines=10, TIMELINE_PAGER="")


def script(path: Path, body: str) -> str:
    """A program of one's own."""
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("args", "env", "coloured"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        ((), {"TERM": "dumb"}, False),
        ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--no-color",), {"FORCE_COLOR": "1"}, False),
        (("--color", "auto"), {"NO_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal(args: tuple[str, ...], env: dict[str, str], coloured: bool) -> None:  # noqa: FBT001
    _, shown = on_a_terminal(*SHORT, *args, env=env)

    assert ("\x1b[" in shown) == coloured


@pytest.mark.parametrize(
    ("args", "env", "coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"CLICOLOR_FORCE": "1"}, True),
        ((), {"CLICOLOR_FORCE": "0"}, False),
        ((), {"FORCE_COLOR": ""}, False),
        (("--color", "always"), {}, True),
        (("--color=never",), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_in_a_pipe(timeline: Run, args: tuple[str, ...], env: dict[str, str], coloured: bool) -> None:  # noqa: FBT001
    done = timeline(*SHORT, "-o", "table", *args, env=env)

    assert ("\x1b[" in done.stdout) == coloured


@pytest.mark.parametrize("before", [("--color", "always"), ("--color=always",)])
def test_colour_before_the_command_holds_unless_one_follows_it(inline: Inline, before: tuple[str, ...]) -> None:
    assert "\x1b[" in inline(*before, *SHORT, "-o", "table").out
    assert "\x1b[" not in inline(*before, *SHORT, "-o", "table", "--color", "never").out
    assert "\x1b[" not in inline(*before, *SHORT, "-o", "table", "--no-color").out


@pytest.mark.parametrize(
    ("env", "sixteen"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "screen"}, True),
        ({"TERM": "xterm-16color"}, True),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "tmux-256color"}, False),
        ({"TERM": "alacritty"}, False),
    ],
)
def test_a_terminal_of_sixteen_colours_gets_no_others(env: dict[str, str], sixteen: bool) -> None:  # noqa: FBT001
    _, shown = on_a_terminal("contested", "-n", "5", env={"COLORTERM": "", **env})

    assert ("38;5;" not in shown) == sixteen
    assert re.search("\x1b\\[(1;)?(31|33)m" if sixteen else "\x1b\\[(1;)?38;5;", shown)


def test_options_before_a_command_that_has_no_use_for_them_do_no_harm(inline: Inline) -> None:
    assert inline("--no-pager", "--color", "never", "schema").code == 0
    assert inline("--no-pager").out == inline("--help").out
    assert inline("--no-pager", "help", "list").out == inline("list", "--help").out
    assert inline("--no-such", "list").code == 2


def test_a_wrong_colour_names_the_right_ones(inline: Inline) -> None:
    done = inline(*SHORT, "--color", "sometimes")

    assert (done.code, done.out) == (2, "")
    assert "auto, always, never" in done.err


def test_programs_output_is_never_coloured(timeline: Run) -> None:
    for name in ("tsv", "csv", "json", "jsonl"):
        assert "\x1b" not in timeline(*SHORT, "-o", name, "--color", "always").stdout


def test_a_long_result_goes_through_the_pager_and_a_short_one_does_not(tmp_path: Path) -> None:
    pager = script(tmp_path / "pager", 'echo "PAGED $LESS $LV"; cat > /dev/null')

    assert on_a_terminal(*LONG, lines=10, TIMELINE_PAGER=pager) == (0, "PAGED FRX -c\n")
    assert "PAGED" not in on_a_terminal(*SHORT, lines=50, TIMELINE_PAGER=pager)[1]
    assert "PAGED" not in on_a_terminal(*LONG, "--no-pager", lines=10, TIMELINE_PAGER=pager)[1]
    assert "PAGED" not in on_a_terminal("--no-pager", *LONG, lines=10, TIMELINE_PAGER=pager)[1]
    assert "PAGED" not in on_a_terminal(*LONG, lines=10, TIMELINE_PAGER=pager, TERM="dumb")[1]
    assert on_a_terminal(*LONG, lines=10, TIMELINE_PAGER=pager, LESS="-S")[1] == "PAGED -S -c\n"
    assert on_a_terminal(*LONG, "-o", "json", lines=10, PAGER=pager)[1] == "PAGED FRX -c\n"


def test_the_pager_is_told_the_encoding_of_what_it_gets(tmp_path: Path) -> None:
    pager = script(tmp_path / "pager", 'echo "PAGED $LESSCHARSET"; cat > /dev/null')

    assert on_a_terminal(*LONG, lines=10, PAGER=pager, LC_ALL="C")[1] == "PAGED utf-8\n"
    assert on_a_terminal(*LONG, lines=10, PAGER=pager, LESSCHARSET="dos")[1] == "PAGED dos\n"
    assert on_a_terminal(*LONG, lines=10, PAGER=pager, PYTHONIOENCODING="latin-1")[1] == "PAGED \n"


def test_the_pager_of_our_own_variable_comes_first_and_cat_or_nothing_is_none(tmp_path: Path) -> None:
    pager = script(tmp_path / "pager", "echo PAGED; cat > /dev/null")

    assert "PAGED" not in on_a_terminal(*LONG, lines=10, PAGER=pager, TIMELINE_PAGER="cat")[1]
    assert "PAGED" not in on_a_terminal(*LONG, lines=10, PAGER=pager, TIMELINE_PAGER="")[1]
    assert "PAGED" in on_a_terminal(*LONG, lines=10, PAGER="cat", TIMELINE_PAGER=pager)[1]


def test_a_pager_that_is_not_there_or_does_not_run_is_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_text("x", encoding="utf-8")

    for pager in ("no-such-pager-anywhere", str(broken), "false", "cat --no-such-option 2> /dev/null"):
        code, shown = on_a_terminal(*LONG, "--color", "never", lines=10, TIMELINE_PAGER=pager)
        assert code == 0
        assert "of 378 events" in shown


def test_quitting_the_pager_early_is_clean(tmp_path: Path) -> None:
    quitter = script(tmp_path / "quitter", "head -1 > /dev/null; echo BYE")

    assert on_a_terminal("list", "-o", "json", lines=10, TIMELINE_PAGER=quitter) == (0, "BYE\n")
    for end in ("exit 2", "kill -INT $$", "kill -PIPE $$"):
        ended = script(tmp_path / "ended", f"head -1 > /dev/null; echo BYE; {end}")
        assert on_a_terminal("list", "-o", "json", lines=10, TIMELINE_PAGER=ended) == (0, "BYE\n")


@pytest.mark.parametrize(
    "end", ["exit 1", "exit 2", "exit 126", "exit 127", "exit 3", "kill -TERM $$", "kill -SEGV $$"]
)
@pytest.mark.parametrize("args", [LONG, ("list", "-f", str(CHRONOLOGY), "-o", "json")], ids=["short", "beyond-a-pipe"])
def test_a_pager_that_ends_badly_before_it_has_read_is_passed_over(
    args: tuple[str, ...], end: str, tmp_path: Path
) -> None:
    pager = script(tmp_path / "pager", end)

    code, shown = on_a_terminal(*args, "--color", "never", lines=10, TIMELINE_PAGER=pager)

    said = "Terminated\n" if "TERM" in end else "Segmentation fault\n" if "SEGV" in end else ""  # by the shell
    assert (code, shown.removeprefix(said)) == unpaged(*args)


@pytest.mark.parametrize("pager", ["less --no-such-option-anywhere", "python3 -c", "cat /no/such/file >&2; exit 2"])
def test_a_pager_that_was_called_wrongly_is_passed_over(pager: str) -> None:
    code, shown = on_a_terminal(*LONG, "--color", "never", lines=10, TIMELINE_PAGER=f"exec 2> /dev/null; {pager}")

    assert (code, shown) == unpaged(*LONG)


@pytest.mark.parametrize("end", ["exit 2", "exit 130", "kill -INT $$", "kill -TERM $$"])
@pytest.mark.parametrize("args", [LONG, ("list", "-f", str(CHRONOLOGY), "-o", "json")], ids=["short", "beyond-a-pipe"])
def test_what_a_pager_has_shown_before_it_was_ended_is_not_shown_again(
    args: tuple[str, ...], end: str, tmp_path: Path
) -> None:
    pager = script(tmp_path / "pager", f"head -c 3 | tr -d '\\n'; echo SHOWN; {end}")

    assert on_a_terminal(*args, "--color", "never", lines=10, TIMELINE_PAGER=pager)[1].count("\n") <= 2


def test_an_interrupt_before_the_pager_has_read_ends_it(tmp_path: Path) -> None:
    pager = script(tmp_path / "pager", "kill -INT $$")

    assert on_a_terminal(*LONG, lines=10, TIMELINE_PAGER=pager) == (0, "")


def test_nothing_is_paged_in_a_pipe(timeline: Run, tmp_path: Path) -> None:
    pager = script(tmp_path / "pager", "echo PAGED")

    assert "PAGED" not in timeline("list", env={"TIMELINE_PAGER": pager}).stdout


@pytest.mark.parametrize(
    "args",
    [
        [*SHORT],
        ["list", "--since", "2026-08", "-o", "timeline", "--to", "svg"],
        ["show", "2022-05-26"],
        ["count", "--by", "year", "--since", "2020"],
        ["contested", "-n", "5"],
        ["figures", "--of", "troops"],
    ],
)
def test_any_view_is_a_picture_that_loads_nothing(inline: Inline, args: list[str]) -> None:
    done = inline(*args, *([] if "svg" in args else ["-o", "svg"]))

    assert done.code == 0
    root = ET.fromstring(done.out)  # noqa: S314 -- our own output
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    shown = "".join(root.itertext()) + "".join(one.get("href", "") for one in root.iter())
    assert not re.search("url\\(|@import|@font-face|<script|<image", done.out)
    assert set(re.findall('xmlns[^"]*', done.out)) == {"xmlns="}
    assert done.out.count("http") - shown.count("http") == 1
    assert done.out == inline(*args, *([] if "svg" in args else ["-o", "svg"])).out


def test_a_picture_of_hostile_data_is_xml(inline: Inline, write: Write) -> None:
    hostile = "\x1b[31mred \ufffe <b>&amp;</b>"
    events = [{"id": "a", "date": "2022", "title": hostile}]
    path = write("hostile.json", json.dumps({"title": hostile, "events": events}))

    drawn = inline("list", "-f", path, "-o", "svg").out

    assert r"\x1b[31mred" in "".join(ET.fromstring(drawn).itertext())  # noqa: S314
    assert "\x1b" not in drawn


def test_a_picture_in_a_file(inline: Inline, tmp_path: Path) -> None:
    path = tmp_path / "out.svg"

    assert inline(*SHORT, "-o", str(path)).code == 0
    assert ET.parse(path).getroot().tag.endswith("svg")  # noqa: S314 -- our own output


def test_a_timeline_draws_events_only(inline: Inline) -> None:
    done = inline("count", "--by", "year", "-o", "timeline")

    assert (done.code, done.out) == (2, "")
    assert "--output: 'timeline' takes events only: use it with list" in done.err


def test_lanes_are_drawn_by_type_tag_or_actor(inline: Inline) -> None:
    assert (
        inline("list", "--since", "2026-08", "--lanes", "tag").out
        == inline("list", "--since", "2026-08", "-o", "timeline", "--lanes", "tag").out
    )
    wrong = inline("list", "--lanes", "place")
    assert (wrong.code, wrong.out) == (2, "")
    assert "type, tag, actor" in wrong.err


def test_the_terminal_itself_says_how_wide_it_is() -> None:
    wide = on_a_terminal(*LONG, "--color", "never", columns=140)[1]
    narrow = on_a_terminal(*LONG, "--color", "never", columns=60)[1]

    assert max(map(len, narrow.splitlines())) <= 60 < max(map(len, wide.splitlines())) <= 140
    assert os.environ.get("COLUMNS") is None or wide
