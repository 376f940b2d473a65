"""Where a result goes: terminal, pipe or file; formats, fields and files."""

import errno
import fcntl
import json
import os
import re
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import CHRONOLOGY
from program import Inline, Run
from relations_cli.cli.files import write_file
from terminals import on_a_terminal

FROZEN = ("-f", str(CHRONOLOGY))


@pytest.mark.parametrize("drawing", ["table", "timeline"])
@pytest.mark.parametrize(
    ("args", "env", "starred"),
    [
        ((), {"NO_COLOR": "1"}, True),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True),
        (("--color", "never"), {}, True),
        (("--no-color",), {"FORCE_COLOR": "1"}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1"}, False),
        ((), {}, False),
    ],
)
def test_where_colour_is_not_wanted_stars_mark_the_words_that_a_search_found(
    inline: Inline, monkeypatch: pytest.MonkeyPatch, drawing: str, args: tuple[str, ...], env: dict[str, str],
    starred: bool,  # noqa: FBT001
) -> None:  # fmt: skip
    for name, value in env.items():
        monkeypatch.setenv(name, value)

    shown = inline("search", "trolley", *FROZEN, "-o", drawing, *args).out

    assert ("*trolley*" in shown, "\x1b[" in shown) == (starred, not starred and bool(args or env))
    assert "*" not in inline("search", "trolley", *FROZEN, *args).out


def test_a_terminal_without_colour_keeps_the_marks_of_a_search() -> None:
    _, shown = on_a_terminal("search", "trolley", *FROZEN, NO_COLOR="1")

    assert "*trolley*" in shown
    assert "\x1b[" not in shown


def test_a_terminal_gets_a_table_with_heads_and_a_footer() -> None:
    _, shown = on_a_terminal("list", *FROZEN, "--since", "2026-10", NO_COLOR="1")

    lines = shown.splitlines()
    assert lines[:2] == ["↳ bears on a proposition", ""]
    assert lines[2].startswith("DATE")
    assert "TITLE" in lines[2]
    assert lines[3] == "2026"
    assert lines[4].startswith("  6 Oct")
    assert "3 of 378 events, oldest first; -r for the latest" in shown
    assert "\x1b" not in shown


def test_a_pipe_gets_tab_separated_values_without_heads(inline: Inline) -> None:
    assert (
        inline("list", *FROZEN, "--since", "2026-10").out
        == inline("list", *FROZEN, "--since", "2026-10", "-o", "tsv").out
    )
    assert inline("list", *FROZEN, "--since", "2026-10").out.count("\t") == 12


def test_colour_is_for_terminals_and_no_color_beats_force_color(timeline: Run) -> None:
    assert "\x1b[" in on_a_terminal("list", "--since", "2026-10")[1]
    assert "\x1b[" not in on_a_terminal("list", "--since", "2026-10", TERM="dumb")[1]
    assert "\x1b[" in timeline("list", "-o", "table", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in timeline("list", "-o", "table", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b[" not in timeline("list", "-o", "table", env={"NO_COLOR": ""}).stdout


def test_fields_choose_the_columns_of_every_format(inline: Inline) -> None:
    asked = ("list", *FROZEN, "--on", "2022-05-26", "--fields", "id,date,sources.url")
    first = "https://press.un.org/en/2022/sc14911.doc.htm"

    assert inline(*asked).rows[0][2].split(";")[0] == first
    assert inline(*asked, "-o", "csv").out.splitlines()[0] == "id,date,sources.url"
    (entry,) = json.loads(inline(*asked, "-o", "json").out)
    assert list(entry) == ["id", "date", "sources.url"]
    assert entry["sources.url"][0] == first
    assert (
        inline("list", *FROZEN, "--on", "2022-05-26", "--json", "id,date,sources.url").out
        == inline(*asked, "-o", "json").out
    )
    assert "SOURCES.URL" in inline(*asked, "-o", "table").out


def test_fields_reach_deep_inside(inline: Inline) -> None:
    (entry,) = json.loads(
        inline("show", "first-troop-transport", "--json", "propositions.claims.by,claims.figures.low").out
    )

    assert "dmitry-peskov" in entry["propositions.claims.by"]
    assert entry["claims.figures.low"] == [1500]


def test_json_all_is_json_and_help_lists_the_fields(inline: Inline) -> None:
    asked = ("list", *FROZEN, "--on", "2022-05-26")

    assert inline(*asked, "--json", "all").out == inline(*asked, "-o", "json").out
    lines = inline("list", "--fields", "help").out.splitlines()
    (entry,) = json.loads(inline(*asked, "-o", "json").out)
    assert [line.split("\t")[0] for line in lines] == list(entry)
    assert all(line.split("\t")[1] for line in lines)


@pytest.mark.parametrize("name", ["out.tsv", "out.csv", "out.json", "out.jsonl", "out.ndjson", "sub.dir/x.csv"])
def test_a_file_holds_what_its_suffix_says(inline: Inline, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)

    asked = ("list", *FROZEN, "--since", "2026-10")
    done = inline(*asked, "-o", str(path))

    assert (done.code, done.out) == (0, "")
    suffix = path.suffix.removeprefix(".").replace("ndjson", "jsonl")
    if suffix == "json":
        assert json.loads(path.read_text(encoding="utf-8"))["events"][0]["id"] == "2026-10-06-seoul-asks-moscow-to-stop"
        assert inline("list", "-f", str(path)).ids == inline(*asked).ids
    else:
        header = "id\tdate\ttitle\ttags\tstatus\n" if suffix == "tsv" else ""  # in a pipe, every line is a row
        assert _rows(path.read_bytes().decode()) == header + inline(*asked, "-o", suffix).out
    assert list(tmp_path.rglob("*.part")) == []


def _rows(text: str) -> str:
    """The lines of a file without what is said in a file alone, at their ends."""
    return re.sub(r',"(?:meanings|chronology)":\{.*\}(?=\}\n)', "", text)


def test_a_selection_in_a_file_keeps_statuses_and_says_what_it_left_out(inline: Inline, tmp_path: Path) -> None:
    path = str(tmp_path / "troops.json")

    done = inline("list", "--tag", "troops", "-o", path)

    assert "left out" in done.err
    assert (
        inline("list", "-f", path, "--fields", "id,status,propositions.status").out
        == inline("list", "--tag", "troops", "--fields", "id,status,propositions.status").out
    )
    assert inline("search", "DPRK", "-f", path, "--sort", "date").ids == [
        one for one in inline("search", "DPRK", "--sort", "date").ids if one in inline("list", "-f", path).ids
    ]


def test_an_existing_file_is_kept_unless_forced(inline: Inline, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine", encoding="utf-8")
    path.chmod(0o640)

    refused = inline("list", "-o", str(path))
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert path.read_text(encoding="utf-8") == "mine"

    assert inline("list", "-o", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("id,date,")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written_is_trouble_and_leaves_nothing(inline: Inline, tmp_path: Path) -> None:
    done = inline("list", "-o", str(tmp_path / "none" / "out.csv"))

    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
    assert inline("list", "-o", f"{tmp_path}/").code == 2


def test_a_wrong_request_does_not_touch_the_file(inline: Inline, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    assert inline("list", "--tag", "nothing", "-o", str(path)).code == 2
    assert not path.exists()


def test_to_says_the_format_where_the_suffix_does_not(inline: Inline, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"

    assert inline("list", *FROZEN, "--since", "2026-10", "-o", str(path)).code == 2
    assert inline("list", *FROZEN, "--since", "2026-10", "-o", str(path), "--to", "jsonl").code == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


def test_what_is_no_regular_file_is_written_to_and_never_replaced(inline: Inline, tmp_path: Path) -> None:
    """Asked of a pipe of its own: a broken guard would replace a device of the machine where tests run as root."""
    asked = ("list", "--since", "2026-10")
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    try:
        assert inline(*asked, "-o", str(path), "--to", "csv").code == 0
        assert stat.S_ISFIFO(path.stat().st_mode)
        assert os.read(reader, 65536).decode() == inline(*asked, "-o", "csv").out
    finally:
        os.close(reader)
    assert list(tmp_path.iterdir()) == [path]


def test_standard_output_by_its_name_is_written_to(timeline: Run, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("/dev/fd/1")

    assert timeline("list", "-o", str(link), "--to", "tsv").stdout == timeline("list").stdout
    assert link.is_symlink()


def test_a_link_is_written_through(inline: Inline, tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)

    assert inline("list", "-o", str(link), "--force").code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("id,")


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o007, 0])
def test_a_new_file_has_the_mode_of_the_umask(inline: Inline, tmp_path: Path, mask: int) -> None:
    path = tmp_path / "out.csv"
    before = os.umask(mask)
    try:
        assert inline("list", "-o", str(path)).code == 0
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


@given(st.integers(0, 0o7777))
def test_an_old_file_keeps_its_mode_but_lends_nobody_its_rights(mode: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "out.csv")
        path.write_text("mine", encoding="utf-8")
        path.chmod(mode)

        write_file(str(path), ["new"], force=True)

        assert stat.S_IMODE(path.stat().st_mode) == mode & 0o777
        path.chmod(0o600)
        assert path.read_text(encoding="utf-8") == "new"


def test_what_lies_on_a_file_system_without_modes_is_written_all_the_same(
    inline: Inline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    def unknown(*_: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fchmod", refused)
    monkeypatch.setattr(os, "fsync", unknown)
    monkeypatch.setattr(fcntl, "flock", unknown)

    assert inline("list", "-o", str(tmp_path / "out.csv")).code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


def test_a_link_to_what_is_not_there_makes_it(inline: Inline, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    first, second = tmp_path / "first.csv", tmp_path / "there" / "second.csv"
    first.symlink_to("there/second.csv")
    second.symlink_to("../target.csv")

    assert inline("list", "-o", str(first)).code == 0
    assert first.is_symlink()
    assert second.is_symlink()
    assert (tmp_path / "target.csv").read_text(encoding="utf-8").startswith("id,")
    assert inline("list", "-o", str(first)).code == 2, "now there is something"


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_link_to_itself_is_trouble_and_stays(inline: Inline, tmp_path: Path, more: tuple[str, ...]) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to("link.csv")

    done = inline("list", "-o", str(link), *more)

    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"{link}: could not be written: " in done.err
    assert link.is_symlink()


def test_a_file_that_cannot_be_looked_at_is_not_taken_for_none(
    inline: Inline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, look = tmp_path / "out.csv", os.stat
    path.write_text("mine", encoding="utf-8")

    def failing(one: object, *args: object, **options: object) -> os.stat_result:
        if one == str(path):
            raise OSError(errno.EIO, "Input/output error")
        return look(one, *args, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", failing)
        done = inline("list", "-o", str(path))
    assert (done.code, done.err) == (2, f"timeline: {path}: could not be written: input/output error\n")
    assert path.read_text(encoding="utf-8") == "mine"


def test_nothing_matched_writes_an_empty_result(inline: Inline) -> None:
    assert inline("list", "--until", "1900", "-o", "json").out == "[]\n"
    assert inline("list", "--until", "1900", "-o", "jsonl").out == ""
    assert inline("list", "--until", "1900", "-o", "csv").out.count("\n") == 1
    assert inline("list", "--until", "1900", "-o", "json").code == 1
