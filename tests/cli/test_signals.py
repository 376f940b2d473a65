"""Runs that are ended from outside: nothing half, nothing left, the signal's code and not a word.

No test waits for a while and hopes: the program says through a pipe where it is to be ended, and stays there.
"""

import fcntl
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from program import UNWATCHED, Inline
from relations_cli.cli.beside import beside, clear
from small import SMALL

PROGRAM = [sys.executable, "-m", "relations_cli"]
ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
pytestmark = pytest.mark.usefixtures("heard")
by_name = pytest.mark.parametrize("number", ENDING, ids=lambda one: one.name)

HALF_WAY = """
import os
from relations_cli.__main__ import main  # as the program begins: signals are answered from here on
from relations_cli.writers import csv

whole = csv.write

def halting(answer, how):
    parts = iter(list(whole(answer, how)))
    yield next(parts)
    yield "x" * 100_000  # more than is buffered: it is in the file
    os.write(1, b"!")
    os.read(0, 1)
    yield from parts

csv.write = halting
main()
"""
"""The program, which stops in the midst of writing a csv until it is sent a byte or a signal."""

HALTING_MODULE = """
import os
os.write(1, b"!")
os.read(0, 1)
"""


@contextmanager
def started(*command: str, **env: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that has said that it is where it is to be ended."""
    environment = UNWATCHED | {"TIMELINE_TODAY": "2026-11-26", "TIMELINE_FILE": str(SMALL)} | env
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, **pipes) as process:  # type: ignore[call-overload]
        try:
            assert process.stdout.read(1) == b"!", process.stderr.read().decode()
            yield process
        finally:
            process.kill()


def half_way(path: Path, *more: str) -> AbstractContextManager["subprocess.Popen[bytes]"]:
    return started(sys.executable, "-c", HALF_WAY, "list", "-o", str(path), *more)


def ended(process: "subprocess.Popen[bytes]", number: int) -> tuple[int, bytes, bytes]:
    """How it ended that was sent a signal: code, and what it said further."""
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def parts(folder: Path) -> list[Path]:
    return list(folder.glob("*.part"))


@by_name
def test_a_new_file_is_not_there_and_nothing_else_is_left(number: signal.Signals, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with half_way(path) as process:
        assert len(parts(tmp_path)) == 1

        assert ended(process, number) == (128 + number, b"", b"")
    assert list(tmp_path.iterdir()) == []


@by_name
def test_an_old_file_is_whole_and_nothing_else_is_left(number: signal.Signals, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine", encoding="utf-8")
    with half_way(path, "--force") as process:
        assert ended(process, number) == (128 + number, b"", b"")
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text(encoding="utf-8") == "mine"


@by_name
def test_a_link_stays_and_nothing_is_left_where_it_leads(number: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "link.csv"
    link.symlink_to("there/out.csv")
    with half_way(link) as process:
        assert len(parts(tmp_path / "there")) == 1
        ended(process, number)
    assert list(tmp_path.rglob("*.part")) == []
    assert link.is_symlink()
    assert not link.exists()


@by_name
def test_a_signal_while_a_file_is_read_ends_it(number: signal.Signals, tmp_path: Path) -> None:
    fifo, path = tmp_path / "fifo", tmp_path / "out.csv"
    os.mkfifo(fifo)
    command = [*PROGRAM, "list", "-f", str(fifo), "-o", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process, fifo.open("wb"):
        assert ended(process, number) == (128 + number, b"", b"")
    assert list(tmp_path.iterdir()) == [fifo]


@by_name
def test_a_signal_while_nobody_reads_the_answer_ends_it(number: signal.Signals) -> None:
    """More than the 64 KiB that a pipe holds."""
    command = [*PROGRAM, "list", "-o", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        code, _, err = ended(process, number)
    assert (code, err) == (128 + number, b"")


@pytest.mark.parametrize(
    ("module", "number"),
    [
        ("signal", signal.SIGINT),  # the very first: other signals do what they do to every process until then
        *((module, number) for module in ("typer", "msgspec") for number in ENDING),
    ],
)
def test_a_signal_in_the_first_milliseconds_is_no_traceback(
    module: str, number: signal.Signals, tmp_path: Path
) -> None:
    """While modules are loaded."""
    (tmp_path / f"{module}.py").write_text(HALTING_MODULE, encoding="utf-8")
    with started(*PROGRAM, "list", PYTHONPATH=str(tmp_path)) as process:
        assert ended(process, number) == (128 + number, b"", b"")


def test_a_signal_that_the_caller_ignores_is_ignored(tmp_path: Path) -> None:
    """As nohup and a shell's background jobs have it."""
    path = tmp_path / "out.csv"
    script = "trap '' HUP INT; exec \"$@\""
    command = ["bash", "-c", script, "bash", sys.executable, "-c", HALF_WAY, "list", "-o", str(path)]
    with started(*command) as process:
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGINT)
        process.communicate(b"!", timeout=60)
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_written_is_private_until_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine", encoding="utf-8")
    path.chmod(0o644)
    names = set()
    for _ in range(2):
        with half_way(path, "--force") as process:
            (part,) = parts(tmp_path)
            names.add(part.name)
            assert stat.S_IMODE(part.stat().st_mode) == 0o600
            process.communicate(b"!", timeout=60)
        assert process.returncode == 0
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert len(names) == 2


def test_the_next_run_removes_what_a_kill_has_left(inline: Inline, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    for _ in range(2):
        with half_way(path) as process:
            process.kill()
            process.wait()
    assert len(parts(tmp_path)) == 1, "the second run removes what the first has left"
    assert not path.exists()

    assert inline("list", "-o", str(path)).code == 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_run_that_is_refused_removes_it_as_well(inline: Inline, tmp_path: Path) -> None:
    path, link = tmp_path / "out.csv", tmp_path / "link.csv"
    path.write_text("mine", encoding="utf-8")
    link.symlink_to(path)
    with half_way(link, "--force") as process:
        process.kill()
        process.wait()
    assert len(parts(tmp_path)) == 1

    assert inline("list", "-o", str(path)).code == 2
    assert set(tmp_path.iterdir()) == {path, link}
    assert path.read_text(encoding="utf-8") == "mine"


def test_what_a_living_run_writes_is_left_to_it(inline: Inline, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with half_way(path, "--force") as process:
        assert inline("list", "-o", str(path)).code == 0
        assert len(parts(tmp_path)) == 1

        process.communicate(b"!", timeout=60)
    assert process.returncode == 0
    assert b"x" * 100_000 in path.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_comes_into_being_meanwhile_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with half_way(path) as process:
        path.write_text("mine", encoding="utf-8")
        _, err = process.communicate(b"!", timeout=60)
    assert process.returncode == 2
    assert err.decode() == f"timeline: {path}: exists: --force overwrites it\n"
    assert path.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


NAMES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["out.csv.", "out.csv", "out", "", ".out.csv.", "OUT.CSV.", "other.csv."]),
    st.text("0123456789abcdefABCg.-", min_size=1, max_size=18) | st.just("0123456789abcdef"),
    st.sampled_from([".part", ".PART", "part", ".part~", ".part.part", ""]),
).filter(lambda name: name not in ("out.csv", ".", ".."))


@given(st.sets(NAMES, max_size=6))
@example({"out.csv.0123456789abcdef.part", "out.csv.0123456789abcde.part", "out.csv.0123456789abcdeg.part"})
def test_nothing_but_what_has_a_name_of_ours_is_ever_removed(names: set[str]) -> None:
    with TemporaryDirectory() as folder:
        for name in names:
            Path(folder, name).touch()

        clear(os.path.join(folder, "out.csv"))

        middle = {name: name.removeprefix("out.csv.").removesuffix(".part") for name in names}
        ours = {
            name
            for name in names
            if name == f"out.csv.{middle[name]}.part"
            and len(middle[name]) == 16
            and set(middle[name]) <= set("0123456789abcdef")
        }
        assert set(os.listdir(folder)) == names - ours


def test_what_has_a_name_of_ours_and_is_no_file_of_ours_stays(tmp_path: Path) -> None:
    folder, pipe, link, locked, elsewhere = (tmp_path / f"out.csv.{one * 16}.part" for one in "01234")
    mine = tmp_path / "mine"
    mine.touch()
    folder.mkdir()
    os.mkfifo(pipe)
    link.symlink_to(mine)
    elsewhere.symlink_to("nowhere")
    with locked.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_SH)

        clear(str(tmp_path / "out.csv"))

        assert {one.name for one in tmp_path.iterdir()} == {
            one.name for one in (folder, pipe, link, locked, elsewhere, mine)
        }
    clear(str(tmp_path / "out.csv"))
    assert not locked.exists()


def test_what_belongs_to_somebody_else_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = tmp_path / "out.csv.0123456789abcdef.part"
    left.touch()
    monkeypatch.setattr(os, "geteuid", lambda: left.stat().st_uid + 1)

    clear(str(tmp_path / "out.csv"))

    assert left.exists()


def test_a_new_file_that_is_taken_for_a_leftover_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run may come between its making and its lock: it holds the lock for a moment, or has removed the file."""
    path, lock = str(tmp_path / "out.csv"), fcntl.flock
    stolen: list[str] = []

    def late(descriptor: int, operation: int) -> None:
        if len(stolen) < 2:
            (name,) = (one.name for one in parts(tmp_path))
            stolen.append(name)
            (tmp_path / name).unlink()
            if len(stolen) == 1:
                raise BlockingIOError
        lock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    with beside(path) as (name, _):
        assert [str(one) for one in parts(tmp_path)] == [name]
        assert os.path.basename(name) not in stolen
    assert list(tmp_path.iterdir()) == []
    assert len(stolen) == 2


@pytest.mark.parametrize("length", [2, 200, 232, 234, 236, 254])
def test_a_name_may_be_as_long_as_the_file_system_takes(length: int, inline: Inline, tmp_path: Path) -> None:
    path = tmp_path / ("ü" * length).encode()[:length].decode()

    assert inline("list", "-o", str(path), "--to", "csv").code == 0
    assert list(tmp_path.iterdir()) == [path]


def test_where_every_lock_is_said_to_be_held_a_file_is_written(
    tmp_path: Path, inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(fcntl, "flock", held)

    assert inline("list", "-o", str(tmp_path / "out.csv")).code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


def test_without_locks_a_file_is_written_and_nothing_is_removed(
    tmp_path: Path, inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows has none."""
    monkeypatch.setattr("relations_cli.cli.beside.fcntl", None)
    left = tmp_path / "out.csv.0123456789abcdef.part"
    left.touch()

    assert inline("list", "-o", str(tmp_path / "out.csv")).code == 0
    assert {one.name for one in tmp_path.iterdir()} == {"out.csv", left.name}
