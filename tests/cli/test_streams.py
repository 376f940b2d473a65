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
