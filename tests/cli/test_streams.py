"""Standard streams: pipes that close, devices that are full, streams that are not there, and interrupts."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from program import Run
from small import SMALL

PROGRAM = [sys.executable, "-m", "relations_cli"]


def shell(script: str, **env: str) -> "subprocess.CompletedProcess[str]":
    """A script in bash with pipefail, where "$@" is the program."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}", "bash", *PROGRAM],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"TIMELINE_TODAY": "2026-11-26"} | env,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("args", ["list -o json", "list -o csv", "list", "search sanctions -o json", "show 2024 2023"])
def test_a_closed_pipe_is_success_and_silent(args: str) -> None:
    """More than the 64 KiB that a pipe holds, whose reader goes away after a line."""
    done = shell(f'"$@" {args} | head -1 | wc -l')

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "1", "")


@pytest.mark.parametrize("command", ["list", "about", "validate", "diff here.json"])
@pytest.mark.parametrize("file", [".", "x.json", "*.json", "''", "../x"])
def test_in_a_folder_that_is_gone_a_path_is_named_as_what_cannot_be_read(
    command: str, file: str, tmp_path: Path
) -> None:
    (tmp_path / "gone").mkdir()
    (tmp_path / "here.json").write_text("[]")
    words = command.replace("here.json", f"{tmp_path}/here.json")
    option = "" if words.startswith(("validate", "diff")) else "-f"

    done = shell(f'cd {tmp_path}/gone; rmdir {tmp_path}/gone; "$@" {words} {option} {file}')

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"timeline: {file}: ")
    assert done.stderr.endswith(("cannot be read: no such file or directory\n", "no file matches\n"))
    assert done.stderr.count("\n") == 1


def test_no_width_that_is_said_costs_more_than_a_terminal_that_is_as_wide_as_one_can_be() -> None:
    widest = shell('"$@" count --by year -o table', COLUMNS="65535")

    assert widest.returncode == 0
    for columns in ("65536", "0999999999", "9" * 5000):
        done = shell('"$@" count --by year -o table', COLUMNS=columns)
        assert (done.returncode, done.stdout) == (0, widest.stdout)


def test_a_full_device_is_trouble_in_one_line() -> None:
    done = shell('"$@" list > /dev/full')

    assert done.returncode == 2
    assert done.stderr == "timeline: standard output: the result could not be written: No space left on device\n"


def test_help_on_a_full_device_is_trouble_in_one_line() -> None:
    done = shell('"$@" list --help > /dev/full')

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_closed_standard_output_is_trouble_in_one_line() -> None:
    done = shell('"$@" list >&-')

    assert done.returncode == 2
    assert done.stderr == "timeline: standard output is closed: nowhere to write the result to\n"


@pytest.mark.parametrize(
    "args", ["--help", "-h", "list --help", "help list", "--version", "", "schema", "list -h", "--show-completion bash"]
)
def test_help_on_a_closed_standard_output_is_trouble_in_one_line(args: str) -> None:
    done = shell(f'"$@" {args} >&-')

    assert done.returncode == 2
    assert done.stderr == "timeline: standard output is closed: nowhere to write the result to\n"


BAD = '{"title": "T", "events": [{"id": "a", "date": "20x", "title": "x"}]}'
ODD = '{"title": "T", "events": [{"id": "a", "date": "2020", "title": "x"}]}'


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ("validate bad.json", 2),
        ("validate bad.json -o json", 2),
        ("validate bad.json -o csv --fields reason", 2),
        ("validate odd.json", 0),
        ("validate odd.json --strict", 2),
        ("diff odd.json no.json", 1),
        ("diff odd.json no.json -o markdown", 1),
        ("list -f odd.json --since 2021", 1),
        ("list", 0),
        ("list --help", 0),
        ("--help", 0),
        ("--version", 0),
        ("schema", 0),
    ],
)
def test_a_closed_pipe_keeps_the_verdict(args: str, code: int, tmp_path: Path) -> None:
    """The reader has gone away before the program writes."""
    (tmp_path / "bad.json").write_text(BAD, encoding="utf-8")
    (tmp_path / "odd.json").write_text(ODD, encoding="utf-8")
    (tmp_path / "no.json").write_text(ODD.replace("2020", "2021"), encoding="utf-8")
    gone = "import os, sys; r, w = os.pipe(); os.dup2(w, 1); os.close(r); os.execv(sys.argv[1], sys.argv[1:])"

    done = shell(f'cd "{tmp_path}"; "{sys.executable}" -c "{gone}" "$@" {args}')

    assert (done.returncode, done.stdout) == (code, "")
    assert "rror" not in done.stderr.replace("1 error,", "").replace("0 errors,", "")


@pytest.mark.parametrize(("args", "code"), [("list --since 2022", 0), ("list --tag nothing", 2)])
def test_a_closed_standard_error_changes_nothing_else(args: str, code: int) -> None:
    done = shell(f'"$@" {args} 2>&-')

    assert done.returncode == code
    assert bool(done.stdout) == (code == 0)


def test_a_closed_standard_input_matters_only_where_it_is_read() -> None:
    assert shell(f'"$@" count -f {SMALL} <&-').stdout == "25\n"

    done = shell('"$@" list -f - <&-')
    assert done.returncode == 2
    assert done.stderr == "timeline: standard input is closed: give a file, or pipe one in\n"


@pytest.mark.usefixtures("heard")
def test_interrupted_is_130_without_a_traceback(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*PROGRAM, "list", "-f", str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    with open(fifo, "w", encoding="utf-8"):  # opens when the program reads: it is past its imports
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)

    assert (process.returncode, out, err) == (130, "", "")


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_output_is_utf8_whatever_the_locale(timeline: Run, locale: str) -> None:
    done = timeline("actors", "--fields", "aliases", env={"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0"})

    assert "조선" in done.stdout or "북한" in done.stdout
    assert done.returncode == 0


def test_pythonioencoding_decides_and_json_stays_valid(timeline: Run) -> None:
    import json

    plain = timeline("actors", "-o", "json", env={"PYTHONIOENCODING": "ascii"})
    usual = timeline("actors", "-o", "json")

    assert plain.stdout.isascii()
    assert json.loads(plain.stdout) == json.loads(usual.stdout)


def test_the_same_call_gives_the_same_bytes(timeline: Run) -> None:
    calls = [timeline("search", "sanctions OR troops", "-o", "json", env={"PYTHONHASHSEED": seed}) for seed in "12"]

    assert calls[0].stdout == calls[1].stdout
