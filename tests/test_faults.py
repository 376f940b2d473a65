"""Faults of the machine, one at each call that can have one: one line, exit code 2, the old file whole, nothing left.

A counter fails the first call, then the second, and so on, until a run passes without a fault.
"""

import builtins
import codecs
import errno
import gzip
import io
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import relations_cli
from relations_cli.cli import COMMANDS
from relations_cli.cli.app import run
from relations_cli.model.bundled import bundled_path
from small import SMALL

OLD = "what was there\n"
PACKAGE = os.path.dirname(relations_cli.__file__)
opened_and_lost = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""A file whose opening succeeds and fails is closed by nobody."""
BEGUN = 10
"""So many calls lie outside of where a run answers errors, at its beginning and at its end."""
ENVIRONMENT = {"TIMELINE_TODAY": "2024-06-15", "XDG_CONFIG_HOME": "/nonexistent"}
FAULTS = {
    **{errno.errorcode[one]: OSError(one, os.strerror(one)) for one in (28, 5, 13, 24, 12)},
    "memory": MemoryError(),
}
by_fault = pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)


class Faults:
    """Lets every call through but the nth."""

    def __init__(self, fault: BaseException, nth: int = 0) -> None:
        self.fault = fault
        self.nth = nth
        """0: none."""
        self.count = 0
        self.call = ""
        self.file = ""
        """Which call failed, and on which file."""

    def called(self, call: str, file: str) -> None:
        self.count += 1
        if self.count == self.nth:
            self.call, self.file = call, re.sub(r"\.[0-9a-f]{16}\.part$", "", file)
            raise self.fault


class Watched(io.FileIO):
    """A file that fails when its turn comes."""

    def __init__(self, faults: Faults, name: str, file: Any, mode: str, **options: Any) -> None:
        self.faults = faults
        self.shown = name
        super().__init__(file, mode, **options)

    def _called(self, call: str) -> None:
        self.faults.called(call, self.shown)

    def read(self, *args: Any) -> Any:
        self._called("read")
        return super().read(*args)

    def readall(self) -> Any:
        self._called("read")
        return super().readall()

    def readinto(self, buffer: Any) -> Any:
        self._called("read")
        return super().readinto(buffer)

    def write(self, data: Any) -> Any:
        self._called("write")
        return super().write(data)

    def close(self) -> None:
        is_open = not self.closed
        super().close()
        if is_open:
            self._called("close")


def watched_open(faults: Faults) -> Callable[..., Any]:
    def opened(file: Any, mode: str = "r", buffering: int = -1, **options: Any) -> Any:
        assert buffering == -1
        faults.called("open", str(file))
        opener = options.pop("opener", None)
        raw = Watched(faults, str(file), file, mode.replace("b", "").replace("t", ""), opener=opener)
        buffered = io.BufferedReader(raw) if raw.readable() else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, **options)

    return opened


def watched_call(faults: Faults, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*args: Any, **options: Any) -> Any:
        faults.called(name, next((str(one) for one in args if isinstance(one, str | os.PathLike)), ""))
        return call(*args, **options)

    return counted


def codec(faults: Faults, name: str) -> codecs.CodecInfo | None:
    """UTF-8 by the name ``watched``."""
    utf_8 = codecs.lookup("utf-8")
    decode = watched_call(faults, "decode", utf_8.decode)
    return codecs.CodecInfo(utf_8.encode, decode, name="watched") if name == "watched" else None


CALLS = ("open", "fsync", "fchmod", "replace", "urandom", "scandir")
PASSED_OVER = {"scandir", "close"}
"""To look for what killed runs have left is no duty; and what is on the disk is there, whatever closing it says."""
ANOTHER_WAY = ("open", tempfile.gettempdir())
"""Where no file without a name can be made, one is made and loses its name."""


@contextmanager
def injected(faults: Faults, folder: Path) -> Iterator[None]:
    """The calls of the machine, with a fault among them; ``out``, ``err`` and ``in`` are the standard streams."""
    with pytest.MonkeyPatch.context() as patch:
        out = Watched(faults, "standard output", folder / "out", "w")
        given = Watched(faults, "standard input", folder / "in", "r")
        patch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(out)))
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(given)))
        patch.setattr(sys, "stderr", (folder / "err").open("w", encoding="utf-8"))
        for name in CALLS:
            patch.setattr(os, name, watched_call(faults, name, getattr(os, name)))
        patch.setattr(builtins, "open", watched_open(faults))
        codecs.register(watched_codec := partial(codec, faults))
        try:
            yield
        finally:
            codecs.unregister(watched_codec)
            faults.nth = 0
            for stream in (sys.stdout, sys.stdin, sys.stderr):
                stream.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A file of every kind that is read."""
    table = b"date,title\n2020,A\n2021,B\n"
    (tmp_path / "in").write_bytes(SMALL.read_bytes())
    (tmp_path / "in.json").write_bytes(SMALL.read_bytes())
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(table))
    (tmp_path / "many").mkdir()
    (tmp_path / "many" / "a.csv").write_bytes(table)
    (tmp_path / "many" / "b.csv").write_bytes(table)
    (tmp_path / "home" / "timeline").mkdir(parents=True)
    (tmp_path / "home" / "timeline" / "config.toml").write_text('[alias]\nall = "list -f in.json"\nlist = "list"\n')
    (tmp_path / "results").mkdir()
    return tmp_path


def outcome(faults: Faults, line: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Exit code and standard error of a run with that fault, in the folder, where ``results/old.csv`` holds OLD."""
    for one in (folder / "results").iterdir():
        one.unlink()
    (folder / "results" / "old.csv").write_text(OLD, encoding="utf-8")
    monkeypatch.chdir(folder)
    with injected(faults, folder):
        code = run(line.split(), ENVIRONMENT)
    return code, (folder / "err").read_text(encoding="utf-8")


def each(
    fault: BaseException, line: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Faults, int, str]]:
    """Every run of the command line with the fault at one call, in their order."""
    nth = 1
    while True:
        faults = Faults(fault, nth)
        code, err = outcome(faults, line, folder, monkeypatch)
        if not faults.call:
            assert code != 2, err
            return
        yield faults, code, err
        nth += 1


ANSWERS = [
    "list",
    "list -f in.json",
    "list -f in.json -o svg",
    "list -f -",
    "list -f in.csv.gz",
    "list -f many -o json",
    "search a -f in.json",
    "claims -f in.json -o csv",
    "show survey -f in.json",
    "open collapse -f in.json --print",
    "around survey -f in.json",
    "count -f in.json --by year -o json",
    "contested -f in.json",
    "changes -f in.json --since 1900",
    "figures -f in.json",
    "tags -f in.json",
    "actors -f in.json",
    "audit in.json",
    "about -f in.json",
    "validate many -o json",
    "diff in.json in.csv.gz -o markdown",
    "formats",
    "schema",
    "--help",
    "list --help",
    "--version",
]


def test_every_command_is_among_them() -> None:
    assert set(COMMANDS) <= {line.split()[0] for line in ANSWERS}


@pytest.mark.parametrize("fault", ["EIO", "memory"])
@pytest.mark.parametrize("line", ANSWERS)
def test_a_fault_while_it_reads_or_answers_is_one_line_that_names_the_file(
    line: str, fault: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = list(each(FAULTS[fault], line, folder, monkeypatch))

    assert {"write"} <= {faults.call for faults, *_ in runs}
    for faults, code, err in runs:
        assert (code, err.count("\n")) == (2, 1), (faults.call, faults.file, err)
        named = "the bundled chronology" if faults.file == bundled_path() else faults.file
        is_named = err.startswith(f"timeline: {named}: ")
        assert is_named or faults.call == "scandir" or (fault == "memory" and "--help" in line), (faults.call, err)
        assert "a mistake in timeline itself" not in err


@pytest.mark.parametrize(
    "to",
    [
        *("new.csv", "old.csv --force", "new.json", "new.jsonl", "new.svg", "link.csv", "new.db", "new.ics"),
        *("new.xlsx", "new.docx", "new.md", "new.jsonld", "new.yaml"),
    ],
)
@by_fault
def test_a_fault_while_it_writes_a_file_leaves_the_old_one_and_nothing_else(
    to: str, fault: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"list -f in.json -o results/{to}"
    if to == "link.csv":
        (folder / "link.csv").symlink_to("results/new.csv")
        line = "list -f in.json -o link.csv"
    calls = []
    _, unharmed = outcome(Faults(fault, 0), line, folder, monkeypatch)
    for faults, code, err in each(fault, line, folder, monkeypatch):
        calls.append(faults.call)
        names = {one.name for one in (folder / "results").iterdir()}
        if code == 0:
            assert faults.call in PASSED_OVER or (faults.call, faults.file) == ANOTHER_WAY
            assert err == unharmed
            continue
        assert (code, err.count("\n")) == (2, 1), (faults.call, err)
        named = "in.json" if faults.file == "in.json" else line.split()[4]
        assert err.startswith(f"timeline: {named}: "), (faults.call, err)
        assert names == {"old.csv"}, (faults.call, names)
        assert (folder / "results" / "old.csv").read_text(encoding="utf-8") == OLD
    assert {"open", "read", "write", "fsync", "fchmod", "replace", "scandir", "close"} <= set(calls)


@by_fault
def test_a_fault_while_it_writes_a_database_and_its_metadata_leaves_none_without_them(
    fault: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for faults, code, err in each(fault, "list -f in.json -o results/new.db --datasette", folder, monkeypatch):
        names = {one.name for one in (folder / "results").iterdir()}
        if code == 0:
            assert faults.call in PASSED_OVER
            assert names == {"old.csv", "new.db", "metadata.json"}
        else:
            assert (code, err.count("\n")) == (2, 1), (faults.call, err)
            assert names in ({"old.csv"}, {"old.csv", "metadata.json"}), (faults.call, names)
            assert names == {"old.csv"} or faults.call == "replace"


@pytest.mark.parametrize("kilobytes", [0, 1, 64, 300])
@pytest.mark.parametrize("name", ["new.csv", "old.csv"])
def test_a_file_that_grows_too_large_for_its_user_leaves_the_old_one(kilobytes: int, name: str, tmp_path: Path) -> None:
    """A fault that is no pretence."""
    old = tmp_path / "old.csv"
    old.write_text(OLD, encoding="utf-8")
    script = f'ulimit -f {kilobytes}; exec "$@"'
    command = ["bash", "-c", script, "bash", sys.executable, "-B", "-m", "relations_cli"]
    done = subprocess.run(
        [*command, "list", "-o", str(tmp_path / name), "--force"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | ENVIRONMENT,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"timeline: {tmp_path / name}: could not be written: file too large\n"
    assert list(tmp_path.iterdir()) == [old]
    assert old.read_text(encoding="utf-8") == OLD


@by_fault
def test_settings_that_cannot_be_read_are_one_line_that_names_them(
    fault: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "home" / "timeline" / "config.toml").write_text('[alias]\nall = "list -f in.json"\n', encoding="utf-8")
    monkeypatch.setitem(ENVIRONMENT, "XDG_CONFIG_HOME", str(folder / "home"))
    runs = list(each(fault, "all", folder, monkeypatch))

    told = [err for faults, code, err in runs if faults.file.endswith("config.toml") and code == 2]
    assert len(told) >= 3, "open, read, close"
    assert all("config.toml: cannot be read: " in err for err in told)


def test_a_mistake_in_the_settings_is_told_though_they_cannot_be_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENVIRONMENT, "XDG_CONFIG_HOME", str(folder / "home"))
    for nth in range(1, 9):
        faults = Faults(OSError(errno.EIO, "Input/output error"), nth)
        code, err = outcome(faults, "list", folder, monkeypatch)
        assert (code, err.count("\n")) == (2, 1)
        assert "config.toml" in err


@pytest.mark.parametrize("fault", [UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no character"), MemoryError()])
@pytest.mark.parametrize("line", ["list -f many --encoding watched", "validate many -o json --encoding watched"])
def test_a_fault_while_it_decodes_is_trouble_and_no_mistake(
    line: str, fault: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = [(code, err) for faults, code, err in each(fault, line, folder, monkeypatch) if faults.call == "decode"]

    assert len(runs) >= 2
    for code, err in runs:
        assert code == 2, err
        assert "a mistake in timeline itself" not in err


@pytest.mark.parametrize(
    "fault", [sqlite3.OperationalError("disk I/O error"), sqlite3.DataError("too big"), MemoryError()]
)
def test_a_fault_of_the_index_is_one_line(
    fault: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    connect = sqlite3.connect
    for nth in range(1, 10):
        faults = Faults(fault, nth)

        class Watching(sqlite3.Connection):
            def execute(self, *args: Any) -> Any:
                faults.called("execute", "")  # noqa: B023
                return super().execute(*args)

            def executemany(self, *args: Any) -> Any:
                faults.called("executemany", "")  # noqa: B023
                return super().executemany(*args)

        monkeypatch.setattr(sqlite3, "connect", partial(connect, factory=Watching))
        code = run(["search", "river", "-f", str(SMALL)], ENVIRONMENT)
        err = capsys.readouterr().err
        if not faults.call:
            assert nth > 4
            return
        assert (code, err.count("\n")) == (2, 1)
        assert "a mistake in timeline itself" not in err
    pytest.fail("it never passed")


@pytest.mark.parametrize(("line", "code"), [("list --tag none", 2), ("list --until 1000", 1)])
def test_a_standard_error_that_fails_changes_no_exit_code(
    line: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where it can be sent nowhere else."""
    monkeypatch.setattr(sys, "stderr", Unwritable())
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert run(line.split(), ENVIRONMENT) == code


class Unwritable(io.StringIO):
    """A stream that nobody hears, and that is no file."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EIO, "Input/output error")

    def fileno(self) -> int:
        raise OSError(errno.EMFILE, "Too many open files")


class Calls:
    """A run that writes a file, in which any call of ours or to others may fail, as it begins or as it ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "out.csv"
        self.fails(0, MemoryError())
        self.whole = self.path.read_bytes()
        self.fails(0, MemoryError())
        self.number = self.count

    def fails(self, nth: int, fault: BaseException) -> tuple[int | None, str]:
        """Exit code, or None where the fault itself came through, and standard error."""
        self.count = 0
        self.path.write_text(OLD, encoding="utf-8")

        def profile(frame: FrameType, _event: str, _arg: object) -> None:
            if frame.f_code.co_filename.startswith(PACKAGE):
                self.count += 1
                if self.count == nth:
                    raise fault

        err = io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stderr", err)
            sys.setprofile(profile)
            try:
                code = run(["list", "-f", str(SMALL), "-o", str(self.path), "--force"], ENVIRONMENT)
            except type(fault):
                return None, ""
            finally:
                sys.setprofile(None)
        return code, err.getvalue()

    def holds(self) -> bool:
        """Whether the old file is whole or the new one, and nothing else there."""
        return os.listdir(self.folder) == ["out.csv"] and (self.path.read_bytes() == OLD.encode() or self.is_whole())

    def is_whole(self) -> bool:
        """Whether it is the new one: a fault where something is only thrown away has no consequence in Python."""
        return self.path.read_bytes() == self.whole


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Calls:
    return Calls(tmp_path_factory.mktemp("calls"))


@opened_and_lost
@settings(max_examples=60)
@given(st.data())
def test_memory_may_end_at_any_call(calls: Calls, data: st.DataObject) -> None:
    nth = data.draw(st.integers(BEGUN, calls.number - BEGUN))

    code, err = calls.fails(nth, MemoryError())

    assert calls.holds()
    if code == 0:
        assert calls.is_whole()
    else:
        assert code == 2
        assert re.fullmatch("timeline: .*not enough memory.*\n", err)


@opened_and_lost
@settings(max_examples=60)
@given(st.data())
def test_an_interrupt_may_come_at_any_call(calls: Calls, data: st.DataObject) -> None:
    nth = data.draw(st.integers(1, calls.number))

    code, err = calls.fails(nth, KeyboardInterrupt())

    assert calls.holds()
    assert code in (None, 130) or calls.is_whole()
    assert err == ""


@pytest.mark.parametrize("fault", [FAULTS["EIO"], FAULTS["memory"], UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no")])
@pytest.mark.parametrize("file", ["in.json", "in.csv.gz", "many --encoding watched"])
def test_a_fault_while_a_shell_completes_is_silence(
    file: str, fault: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"timeline list -f {file} --year "
    asked = {"_TIMELINE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
        monkeypatch.setitem(ENVIRONMENT, name, value)
    outcome(Faults(fault, 0), "", folder, monkeypatch)
    offered = (folder / "out").read_text(encoding="utf-8").split()
    calls = set()
    for faults, code, err in each(fault, "", folder, monkeypatch):
        calls.add(faults.call)
        assert (code, err) == (0, ""), (faults.call, faults.file)
        assert (folder / "out").read_text(encoding="utf-8").split() in ([], offered)
    assert {"open", "read"} <= calls
    assert offered == ["2020", "2021"] or "json" in file


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to so much memory")
def test_a_file_for_which_memory_does_not_suffice_is_one_line_that_names_it(tmp_path: Path) -> None:
    """A fault that is no pretence."""
    import resource

    path, room = tmp_path / "long.csv", 64 << 20
    outcomes = []
    for rows in (1, 150_000):
        path.write_text("date,title\n" + "2020,A thing was seen\n" * rows, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-B", "-m", "relations_cli", "list", "-f", str(path)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=os.environ | ENVIRONMENT,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (room, room)),
        )
        outcomes.append((done.returncode, done.stdout.count("\n"), done.stderr))
    if outcomes[0] != (0, 1, ""):
        pytest.skip("this Python needs more memory to begin with")

    assert outcomes[1] == (2, 0, f"timeline: {path}: not enough memory: give a smaller file, or parts of it\n")
