"""What in a folder or a pattern cannot be read: a line each, the rest is printed, and the exit code says it."""

import glob
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import relations_cli
from program import Inline, Outcome, Run
from relations_cli.errors import DataError
from relations_cli.limits import LIMITS
from relations_cli.readers import reading, walking
from relations_cli.readers.folders import groups_of
from relations_cli.readers.notes import Note
from relations_cli.readers.patterns import matching

GOOD = "date,title\n2020-01-01,Good\n"
NOBODY = 65534

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links, pipes and permissions as POSIX has them")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may enter, with one good file in it."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    (path / "good.csv").write_text(GOOD, encoding="utf-8")
    yield path
    shutil.rmtree(path, ignore_errors=True)


@contextmanager
def nobody() -> Iterator[None]:
    """As a user whom permissions bind, which they do not bind root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def as_nobody(inline: Inline, *args: str) -> Outcome:
    inline(*args)  # what is imported late may lie where nobody may look
    with nobody():
        return inline(*args)


def linked(path: Path, target: str) -> None:
    path.symlink_to(target)


def listening(path: Path) -> None:
    home = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is at most 107 bytes long
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(home)


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link that leads nowhere": (lambda at: linked(at / "x.json", "gone"), "x.json: cannot be read: no such file"),
    "a link to itself": (lambda at: linked(at / "x.json", "x.json"), "x.json: cannot be read: too many levels"),
    "a link through a file": (
        lambda at: linked(at / "x.json", "good.csv/x"),
        "x.json: cannot be read: not a directory",
    ),
    "a folder where a file is due": (lambda at: (at / "x.json").mkdir(), "x.json: holds no chronology"),
    "no JSON": (lambda at: (at / "x.json").write_bytes(b"[1,"), "x.json:1:4: no valid JSON"),
    "nothing": (lambda at: (at / "x.json").write_bytes(b""), "x.json: is empty"),
    "binary data": (lambda at: (at / "x.csv").write_bytes(bytes(range(256)) * 9), "x.csv: is no text"),
    "half a gzip file": (
        lambda at: (at / "x.csv.gz").write_bytes(b"\x1f\x8b\x08\0\0\0"),
        "x.csv.gz: the gzip file ends",
    ),
    "a bad row": (lambda at: (at / "x.csv").write_bytes(b"date,title\n2020-13,B\n"), "x.csv:2: '2020-13'"),
    "an error of the disk": (lambda at: linked(at / "x.json", "/proc/self/mem"), "x.json: cannot be read: "),
}
"""What is wrong: how it comes to be, and how its line begins behind the path."""


@pytest.mark.parametrize("pattern", ["", "/*", "/**", "/**/*", "/[xg]*"])
@pytest.mark.parametrize("fault", BROKEN)
def test_results_are_printed_and_what_lacks_is_a_line_and_exit_2(
    fault: str, pattern: str, folder: Path, inline: Inline
) -> None:
    make, says = BROKEN[fault]
    if "disk" in fault and not os.path.exists("/proc/self/mem"):
        pytest.skip("a file that refuses to be read is in /proc")
    make(folder)

    outcome = inline("list", "-f", f"{folder}{pattern}", "--fields", "title")

    assert (outcome.code, outcome.out) == (2, "Good\n")
    (line,) = outcome.err.splitlines()
    assert line.startswith(f"timeline: {folder}/{says}")
    assert inline("validate", f"{folder}{pattern}").code == 2


@pytest.mark.parametrize("fault", [fault for fault in BROKEN if fault != "a bad row"])
def test_with_skip_bad_the_code_says_what_matched(fault: str, folder: Path, inline: Inline) -> None:
    make, says = BROKEN[fault]
    make(folder)

    for more, code in ((), 0), (("--since", "2021"), 1):
        outcome = inline("list", "-f", str(folder), "--skip-bad", *more)
        assert outcome.code == code
        assert f"timeline: {folder}/{says}" in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "-o", "json"],
        ["list", "--since", "2021"],
        ["search", "good"],
        ["show", "2020-01-01"],
        ["count"],
        ["tags"],
        ["actors"],
        ["about"],
        ["claims"],
        ["contested"],
        ["changes", "--since", "2020"],
        ["figures"],
        ["around", "2020-01-01"],
        ["audit"],
        ["list", "--tag", "none"],
        ["list", "-o", "FOLDER/out/all.json"],
    ],
)
def test_no_command_passes_over_a_file_in_silence(words: list[str], folder: Path, inline: Inline) -> None:
    linked(folder / "x.json", "gone")
    linked(folder / "y.csv", "gone")
    (folder / "out").mkdir()

    outcome = inline(*(word.replace("FOLDER", str(folder)) for word in words), "-f", str(folder))

    assert outcome.code == 2
    assert outcome.err.splitlines()[:2] == [
        f"timeline: {folder}/{name}: cannot be read: no such file or directory" for name in ("x.json", "y.csv")
    ]


def test_of_a_file_that_is_not_read_no_more_is_said_than_why(folder: Path, inline: Inline) -> None:
    bad = folder / "bad.csv"
    bad.write_text("date,title\n25/12/2020,A\n,B\nsoon,C\n", encoding="utf-8")

    (line,) = inline("list", "-f", str(folder)).err.splitlines()

    assert line.startswith(f"timeline: {bad}:4: 'soon'")


def test_diff_says_what_it_lacks_on_either_side(folder: Path, inline: Inline) -> None:
    old, new = folder / "old", folder / "new"
    for one in (old, new):
        one.mkdir()
        (one / "a.csv").write_text(GOOD, encoding="utf-8")
        linked(one / "x.json", "gone")

    outcome = inline("diff", str(old), str(new))

    assert (outcome.code, outcome.err.count("cannot be read")) == (2, 2)
    assert inline("diff", str(old), str(new), "--skip-bad").code == 0


def test_where_nothing_can_be_read_each_is_told(folder: Path, inline: Inline) -> None:
    (folder / "good.csv").unlink()
    for name in ("x.json", "y.csv"):
        linked(folder / name, "gone")

    for words in (["list"], ["list", "-o", "json"], ["count"]):
        outcome = inline(*words, "-f", f"{folder}/*")
        assert (outcome.code, outcome.out) == (2, "")
        assert [line.split(": ")[1] for line in outcome.err.splitlines()] == [f"{folder}/x.json", f"{folder}/y.csv"]
    assert inline("list", "-f", str(folder), "--skip-bad").code == 1


def test_a_file_that_is_named_is_still_needed(folder: Path, inline: Inline) -> None:
    outcome = inline("list", "-f", str(folder), "-f", f"{folder}/none.csv", "--skip-bad")

    assert (outcome.code, outcome.out) == (2, "")


@pytest.mark.parametrize("pattern", ["", "/*", "/**/*.csv", "/*/*.csv", "/shut/*"])
def test_a_folder_that_may_not_be_read_is_told(pattern: str, folder: Path, inline: Inline) -> None:
    (folder / "open").mkdir()
    (folder / "open" / "a.csv").write_text(GOOD.replace("Good", "Deep"), encoding="utf-8")
    shut = folder / "shut"
    shut.mkdir()
    shut.chmod(0)
    try:
        outcome = as_nobody(inline, "list", "-f", f"{folder}{pattern}", "--fields", "title")
        skipped = as_nobody(inline, "list", "-f", f"{folder}{pattern}", "--skip-bad")
        checked = as_nobody(inline, "validate", f"{folder}{pattern}")
    finally:
        shut.chmod(0o755)

    line = f"timeline: {shut}: cannot be read: permission denied"
    assert (outcome.code, outcome.err) == (2, f"{line}\n")
    assert outcome.out == {"/shut/*": "", "/*/*.csv": "Deep\n"}.get(pattern, "Good\nDeep\n")
    assert (skipped.code, skipped.err.splitlines()[0]) == (1 if pattern == "/shut/*" else 0, line)
    assert (checked.code, checked.err.splitlines()[0]) == (2, line)


def test_a_file_that_may_not_be_read_is_told(folder: Path, inline: Inline) -> None:
    secret = folder / "secret.csv"
    secret.write_text(GOOD, encoding="utf-8")
    secret.chmod(0)

    outcome = as_nobody(inline, "list", "-f", str(folder), "--fields", "title")

    assert (outcome.code, outcome.out) == (2, "Good\n")
    assert outcome.err == f"timeline: {secret}: cannot be read: permission denied\n"


def test_a_folder_that_may_be_listed_and_not_entered_is_told(folder: Path, inline: Inline) -> None:
    half = folder / "half"
    half.mkdir()
    (half / "a.csv").write_text(GOOD, encoding="utf-8")
    half.chmod(0o444)
    try:
        for pattern in ("", "/*/*", "/*/*/x.csv"):
            outcome = as_nobody(inline, "list", "-f", f"{folder}{pattern}")
            assert outcome.code == 2
            assert f"timeline: {half}/a.csv: cannot be read: permission denied\n" in outcome.err
    finally:
        half.chmod(0o755)


def test_a_file_that_vanishes_is_told(folder: Path, inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    fleeting = folder / "fleeting.csv"
    fleeting.write_text(GOOD, encoding="utf-8")

    def listed(path: str, notes: list[Note]) -> bool:
        Path(path).unlink() if path == str(fleeting) else None
        return original(path, notes)

    original = walking.can_be_opened
    monkeypatch.setattr("relations_cli.readers.folders.can_be_opened", listed)

    outcome = inline("list", "-f", str(folder))

    assert (outcome.code, outcome.err) == (2, f"timeline: {fleeting}: cannot be read: no such file or directory\n")


@pytest.mark.parametrize("name", ["a\nb\x1b]52;c;x\x07.json", "<img src=x>.csv", "\udcff.json", "-o x.yaml"])
def test_whatever_a_file_is_called_its_line_is_one_and_plain(name: str, folder: Path, timeline: Run) -> None:
    linked(folder / name, "gone")

    for words in (["list", "-f", str(folder)], ["list", "-f", f"{folder}/*"], ["validate", str(folder)]):
        done = timeline(*words)
        (line,) = [line for line in done.stderr.splitlines() if "warnings in" not in line]
        assert line.endswith(": cannot be read: no such file or directory")
        assert line.isprintable()
        assert done.returncode == 2


def test_a_reader_that_goes_away_does_not_make_it_whole(folder: Path) -> None:
    linked(folder / "x.json", "gone")
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        [sys.executable, "-m", "relations_cli", "list", "-f", str(folder)],
        stdout=write,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    os.close(write)
    assert done.returncode == 2
    assert done.stderr == f"timeline: {folder}/x.json: cannot be read: no such file or directory\n"


def test_validate_goes_on_where_a_file_that_is_named_cannot_be_read(folder: Path, inline: Inline) -> None:
    bad = folder / "bad.csv"
    bad.write_text("date,title\n2020-13,B\n", encoding="utf-8")

    outcome = inline("validate", str(folder / "none.csv"), str(bad), str(folder / "empty"), str(folder / "good.csv"))

    assert outcome.code == 2
    assert outcome.out.startswith(f"{bad}:2:1: error: '2020-13'")
    assert outcome.err.splitlines() == [
        f"timeline: {folder}/none.csv: cannot be read: no such file or directory",
        f"timeline: {folder}/empty: cannot be read: no such file or directory",
        "timeline: 1 error, 0 warnings in 2 files",
    ]


def test_standard_input_that_is_closed_is_told_once(inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    for words in (["list", "-f", "-"], ["validate", "-"]):
        outcome = inline(*words)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == "timeline: standard input is closed: give a file, or pipe one in\n"


@pytest.mark.parametrize("words", [["list", "-f"], ["validate"]])
def test_a_folder_that_is_named_and_may_not_be_read_is_told(words: list[str], folder: Path, inline: Inline) -> None:
    shut = folder / "shut"
    shut.mkdir()
    shut.chmod(0)
    try:
        outcome = as_nobody(inline, *words, str(shut))
    finally:
        shut.chmod(0o755)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"timeline: {shut}: cannot be read: permission denied\n"


def test_python_is_told_as_well(folder: Path) -> None:
    linked(folder / "x.json", "gone")
    linked(folder / "loop", ".")

    answer = relations_cli.ask("list", str(folder))

    assert [hit.event.title for hit in answer] == ["Good"]
    assert [str(note) for note in answer.notes] == [
        f"{folder}/x.json: cannot be read: no such file or directory",
        f"{folder}/loop: 1 link not followed (explain lists each)",
    ]
    with pytest.raises(DataError, match="cannot be read"):
        relations_cli.load(str(folder))


@pytest.mark.parametrize("pattern", ["", "/*", "/**", "/**/*.csv"])
def test_links_in_a_circle_end_and_each_file_is_read_once(pattern: str, folder: Path, inline: Inline) -> None:
    for name in ("a", "b", "z"):
        linked(folder / name, ".")
    linked(folder / "0.csv", "good.csv")
    (folder / "deep").mkdir()
    linked(folder / "deep" / "up", "..")
    (folder / "deep" / "2.csv").write_text(GOOD.replace("Good", "Deep"), encoding="utf-8")

    outcome = inline("list", "-f", f"{folder}{pattern}", "--fields", "title")

    assert (outcome.code, sorted(outcome.ids)) == (0, ["Deep", "Good"])
    assert "5 links not followed" in outcome.err
    assert "duplicate" not in outcome.err
    assert inline("validate", f"{folder}{pattern}").code == 0


def test_links_do_not_double_the_ways_with_each_part_of_a_pattern(folder: Path, inline: Inline) -> None:
    for name in ("a", "b", "c"):
        linked(folder / name, ".")

    for pattern in ("/*" * 40 + "/*.csv", "/**/*" * 20, "/*/**" * 20 + "/*.csv"):
        outcome = inline("list", "-f", f"{folder}{pattern}", "--fields", "title")
        assert (outcome.code, outcome.out) == (0, "Good\n")


def test_a_link_is_counted_in_the_summary_and_told_with_explain(folder: Path, inline: Inline) -> None:
    linked(folder / "loop", ".")

    assert inline("list", "-f", str(folder)).err == (
        f"timeline: {folder}/loop: 1 link not followed (--explain lists each)\n"
    )
    assert inline("list", "-f", str(folder), "--explain").err == (
        f"timeline: {folder}/loop: a link to a folder is not followed: name it to have it read\n"
    )
    assert inline("validate", str(folder)).err == "timeline: 0 errors, 0 warnings in 1 file; 1 link not followed\n"
    linked(folder / "lost", "gone")
    for pattern in ("", "/**"):  # neither is a file of which something could be said
        assert inline("list", "-f", f"{folder}{pattern}", "--fields", "title") == Outcome(
            code=0, out="Good\n", err="timeline: 2 links not followed (--explain lists each)\n"
        )


@pytest.mark.parametrize("command", [["list", "-f"], ["list", "--skip-bad", "-f"], ["validate"]])
def test_a_pattern_that_matches_nothing_that_holds_events_is_one_line(
    command: list[str], folder: Path, inline: Inline
) -> None:
    (folder / "empty").mkdir()
    linked(folder / "empty" / "loop", ".")
    linked(folder / "empty" / "lost", "gone")

    done = inline(*command, f"{folder}/empty/**")

    assert (done.code, done.out) == (2, "")
    assert (
        done.err == f"timeline: {folder}/empty/**: holds no chronology: it has no file of json, csv, yaml or the like\n"
    )


def test_a_link_that_is_named_and_a_link_to_a_file_elsewhere_are_followed(folder: Path, inline: Inline) -> None:
    inner = folder / "inner"
    inner.mkdir()
    linked(inner / "a.csv", "../good.csv")
    linked(folder / "way", "inner")

    for path in (inner, folder / "way", folder / "wa?", folder / "w*" / "a.csv"):
        outcome = inline("list", "-f", str(path), "--fields", "title")
        assert (outcome.code, outcome.out, outcome.err) == (0, "Good\n", "")


def pipe_behind(path: Path) -> None:
    os.mkfifo(path.parent / ".pipe")
    linked(path, ".pipe")


SPECIAL: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a socket": listening,
    "a link to a device": lambda at: linked(at, "/dev/zero"),
    "a link to a pipe": pipe_behind,
}


@pytest.mark.parametrize("pattern", ["", "/*", "/**", "/[xg]*"])
@pytest.mark.parametrize("name", ["x.json", "x"])
@pytest.mark.parametrize("special", SPECIAL)
def test_a_pipe_socket_or_device_in_a_folder_is_not_opened(
    special: str, name: str, pattern: str, folder: Path, inline: Inline
) -> None:
    SPECIAL[special](folder / name)

    outcome = inline("list", "-f", f"{folder}{pattern}", "--fields", "title")

    assert (outcome.code, outcome.out) == (0, "Good\n")
    assert "1 pipe, socket or device not opened" in outcome.err
    assert inline("validate", f"{folder}{pattern}").code == 0


def test_a_pattern_that_only_a_pipe_matches_is_refused(folder: Path, inline: Inline) -> None:
    os.mkfifo(folder / "x.json")

    outcome = inline("list", "-f", f"{folder}/x*")

    assert outcome.code == 2
    assert outcome.err.endswith("/x*: no file matches: what does is a pipe, socket or device\n")


@pytest.mark.parametrize("pattern", ["", "/", "/**", "*"])
@pytest.mark.parametrize("name", ["x.json", "x"])
@pytest.mark.parametrize("special", SPECIAL)
def test_what_is_not_opened_in_a_folder_without_files_is_counted(
    special: str, name: str, pattern: str, tmp_path: Path, inline: Inline
) -> None:
    folder = tmp_path / "only"
    folder.mkdir()
    SPECIAL[special](folder / name)

    for outcome in (inline("list", "-f", f"{folder}{pattern}"), inline("validate", f"{folder}{pattern}")):
        assert (outcome.code, outcome.out) == (2, "")
        assert "only: holds no chronology" in outcome.err or pattern in {"/", "/**"}
        assert "holds no chronology" in outcome.err
        assert outcome.err.count("1 pipe, socket or device not opened") == 1


def test_what_is_passed_over_is_counted_where_all_else_cannot_be_read(tmp_path: Path, inline: Inline) -> None:
    folder = tmp_path / "only"
    (folder / "way").mkdir(parents=True)
    os.mkfifo(folder / "x.json")
    linked(folder / "link", "way")
    (folder / "y.csv").write_text("", encoding="utf-8")

    first, second = inline("list", "-f", str(folder)).err.splitlines()

    assert first == "timeline: 1 link not followed; 1 pipe, socket or device not opened"
    assert second.startswith(f"timeline: {folder}/y.csv: is empty")


def test_a_pipe_that_is_named_is_read(folder: Path, timeline: Run) -> None:
    pipe = folder / "x.csv"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(GOOD, "utf-8"), daemon=True)
    writer.start()

    done = timeline("list", "-f", str(pipe), "--fields", "title")

    assert (done.returncode, done.stdout) == (0, "Good\n")
    writer.join(timeout=20)


def test_what_a_shell_puts_in_place_of_a_command_is_read(folder: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("process substitution needs bash")
    script = f"'{sys.executable}' -m relations_cli list --fields title -f <(cat '{folder}/good.csv')"

    done = subprocess.run([bash, "-c", script], capture_output=True, encoding="utf-8", check=False, timeout=60)

    assert (done.returncode, done.stdout) == (0, "Good\n")


def test_folders_end_somewhere(folder: Path, inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMITS", replace(LIMITS, folders=3))
    deep = folder.joinpath(*"abcde")
    deep.mkdir(parents=True)
    (deep / "x.csv").write_text(GOOD, encoding="utf-8")

    for pattern in ("", "/**/*.csv"):
        outcome = inline("list", "-f", f"{folder}{pattern}", "--fields", "title")
        assert (outcome.code, outcome.out) == (2, "Good\n")
        assert f"{folder}/a/b/c/d: lies more than 3 folders deep: --no-limits lifts the limit" in outcome.err
        assert inline("list", "-f", f"{folder}{pattern}", "--fields", "title", "--no-limits").code == 0


def test_folders_a_hundred_deep_are_read(folder: Path, inline: Inline) -> None:
    deep = folder.joinpath(*"d" * LIMITS.folders)
    deep.mkdir(parents=True)
    (deep / "x.csv").write_text("date,title\n2021,Deep\n", encoding="utf-8")

    assert LIMITS.folders == 100
    assert inline("list", "-f", str(folder), "--fields", "title").out == "Good\nDeep\n"


def test_a_thousand_folders_in_each_other_are_no_trouble(folder: Path, inline: Inline) -> None:
    home = Path.cwd()
    try:
        os.chdir(folder)
        for _ in range(1000):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(home)
    try:
        outcome = inline("list", "-f", f"{folder}/**", "--fields", "title")
    finally:
        subprocess.run(["rm", "-rf", str(folder / "d")], check=True)

    assert (outcome.code, outcome.out) == (2, "Good\n")
    assert len(outcome.err.splitlines()) == 1


def test_a_page_in_utf_16_or_packed_is_an_event_of_its_folder(folder: Path, inline: Inline) -> None:
    pytest.importorskip("yaml")
    page = "---\ndate: 2021\ntitle: Paged\n---\nWhat happened there.\n"
    for encoding in ("utf-16", "utf-16-le", "utf-8"):
        (folder / "page.md").write_bytes(page.encode(encoding))
        assert inline("list", "-f", str(folder), "--fields", "title").out == "Good\nPaged\n"


def test_list_and_validate_pass_over_the_same_pages(folder: Path, inline: Inline) -> None:
    (folder / "README.md").write_bytes(b"# 2020-13-45: no event\n\n2020-02-31 to read\n")

    assert inline("list", "-f", str(folder)).err == (
        f"timeline: {folder}/README.md: 1 part left out (--explain lists each)\n"
    )
    assert inline("validate", str(folder)).err == "timeline: 0 errors, 0 warnings in 1 file; 1 part left out\n"


def test_completion_says_nothing_of_it(folder: Path, timeline: Run) -> None:
    linked(folder / "x.json", "gone")
    (folder / "tagged.json").write_text(json.dumps([{"date": "2020", "title": "T", "tags": ["oil"]}]), encoding="utf-8")

    words = {"COMP_WORDS": f"timeline list -f {folder} --tag o", "COMP_CWORD": "5"}
    done = timeline(env={"_TIMELINE_COMPLETE": "complete_bash", **words})

    assert (done.stdout.split(), done.stderr) == (["oil"], "")


NAMES = st.sampled_from(["a", "b.csv", "c.json", ".h", "x y", "[1]", "é.csv"])
PARTS = st.sampled_from(["*", "**", "*.csv", "a", "?", "[!a]*", ".*", "[[]1]", "b.csv", "a*", "é*"])


def grown(at: Path, tree: Any) -> None:
    for name, inner in tree.items():
        if inner is None:
            (at / name).touch()
        else:
            (at / name).mkdir()
            grown(at / name, inner)


@given(
    st.dictionaries(NAMES, st.recursive(st.none(), lambda inner: st.dictionaries(NAMES, inner, max_size=4))),
    st.lists(PARTS, min_size=1, max_size=4),
)
def test_a_pattern_without_links_matches_what_the_library_says(tree: Any, parts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as top:
        grown(Path(top), tree)
        pattern, notes = os.path.join(top, *parts), list[Note]()

        assume(glob.has_magic(pattern))
        found = {path.rstrip("/") for path in matching(pattern, notes)}

        # the library lets a file stand for a folder before the last **
        expected = {path for path in glob.glob(pattern, recursive=True) if os.path.lexists(path)}
        assert found == {path.rstrip("/") for path in expected}
        assert notes == []


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "d/", "d/e/", "f/"]),
            st.sampled_from(["a", "b.csv", "c.json"]),
            st.sampled_from(
                [".", "..", "d", "../f", "one.csv", "../two.csv", "d/e/three.csv", "b.csv", "gone", "../d/e"]
            ),
        ),
        max_size=6,
        unique_by=lambda link: link[:2],
    ),
    st.sampled_from(["", "/**", "/**/*.csv", "/*", "/**/**/*", "/*/**"]),
)
def test_whatever_links_there_are_each_file_is_read_once(links: list[tuple[str, str, str]], pattern: str) -> None:
    with tempfile.TemporaryDirectory() as outside:
        top = os.path.join(outside, "top")  # where a link leads out of it, too, there is nothing else
        for name in ("one.csv", "f/two.csv", "d/e/three.csv"):
            path = Path(top, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(GOOD, encoding="utf-8")
        for home, name, target in links:
            Path(top, home, name).symlink_to(target)
        notes: list[Note] = []

        files = [file for group in groups_of(f"{top}{pattern}", notes) for file in group.files]

        real = [os.path.realpath(file) for file in files if os.path.exists(file)]
        assert len(set(real)) == len(real)
        everything = {os.path.realpath(Path(top, name)) for name in ("one.csv", "f/two.csv", "d/e/three.csv")}
        missing = {"/*/**": {os.path.realpath(f"{top}/one.csv")}}.get(pattern, set())
        assert everything - missing <= set(real)
        told = {note.file for note in notes} | set(files)
        ways = [os.path.join(top, home, name) for home, name, _ in links]
        if pattern in {"", "/**"}:  # without a suffix a link to a file is as little a chronology as the file is
            assert {way for way in ways if pattern or not os.path.isfile(way)} <= told


def test_a_folder_with_the_name_of_a_file_is_told_whatever_lies_behind_it(folder: Path, inline: Inline) -> None:
    (folder / "a.csv").mkdir()
    (folder / "b.csv").mkdir()
    (folder / "b.csv" / "c.csv").write_text(GOOD, encoding="utf-8")

    outcome = inline("list", "-f", str(folder), "--fields", "title")

    assert (outcome.code, outcome.out) == (2, "Good\n")
    assert outcome.err.count("holds no chronology") == outcome.err.count("a.csv: holds no chronology") == 1
