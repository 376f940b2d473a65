"""The machine that attacks each reader: it has inputs for every one, the same for the same seed, and sees faults."""

import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import each_reader
from machine.chance import Chance
from machine.containers import CONTAINERS, container
from machine.inputs import FILES
from machine.snippets import LINES
from machine.stretches import Tally, made, tried
from machine.warming import warm
from relations_cli.errors import TimelineError
from relations_cli.model.facts import Chronology, Event
from relations_cli.readers.registry import READERS, read

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")


def test_every_reader_is_attacked() -> None:
    assert set(FILES) == {*READERS, "zip"}


def test_each_format_of_lines_has_lines_of_its_own() -> None:
    of_trees_and_tables = {".json", ".jsonl", ".csv", ".tsv", ".psv"}
    suffixes = {name[name.rfind(".") :] for names in FILES.values() for name in names if name not in CONTAINERS}

    assert suffixes - of_trees_and_tables == set(LINES)


@pytest.mark.parametrize("reader", FILES)
def test_a_few_inputs_of_each_reader_hold_and_are_the_same_ones_again(reader: str, tmp_path: Path) -> None:
    warm()
    tally = tried(reader, "smoke", 0, 12, tmp_path)

    assert tally.faults == []
    assert (tally.inputs, tally.fell) == (12, 0) == (tally.read + tally.refused, 0)
    assert [made(reader, "smoke", number) for number in range(12)] == [
        made(reader, "smoke", number) for number in range(12)
    ]


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_container_is_of_no_day(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = container(name, Chance("a"))
    monkeypatch.setattr(time, "time", lambda: 10**9)

    assert container(name, Chance("a")) == one


def fails(*_: object) -> Chronology:
    raise KeyError("x")


def prints(*_: object) -> Chronology:
    os.write(2, b"\nthread panicked\n")
    return Chronology(title="t", events=())


def says(*_: object) -> Chronology:
    os.write(1, b"one\n")
    return Chronology(title="t", events=())


class RawError(TimelineError):
    """An error that is shown as it is."""

    def __str__(self) -> str:
        return str(self.args[0])


def in_two_lines(*_: object) -> Chronology:
    raise RawError("one\ntwo")


def live(*_: object) -> Chronology:
    raise RawError("a \u2066 mark")


def twice(*_: object) -> Chronology:
    one = Event(id="a", date=None, title="x")
    return Chronology(title="t", events=(one, one))


def no_date(*_: object) -> Chronology:
    return Chronology(title="t", events=(Event(id="a", date="May 3", title="x"),))


def half(*_: object) -> Chronology:
    return Chronology(title="\ud800", events=())


def connects(*_: object) -> Chronology:
    socket.getaddrinfo("localhost", 80)
    return Chronology(title="t", events=())


def dies(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def loses(*given: Any) -> Chronology:
    chronology = read(*given)
    return Chronology(title=chronology.title, events=chronology.events[:-1])


@pytest.mark.parametrize(
    ("faulty", "wrong"),
    [
        (fails, "KeyError escaped: 'x'"),
        (prints, "printed: b'\\nthread panicked\\n'"),
        (says, "printed: b'one\\n'"),
        (in_two_lines, "no plain line"),
        (live, "a live U+2066"),
        (twice, "ids given twice: ['a']"),
        (no_date, "a date that is no EDTF: 'May 3'"),
        (half, "UnicodeEncodeError escaped"),
        (connects, "socket.getaddrinfo"),
        (dies, "the process ended by signal 9"),
        (loses, "lost without a word: ['w"),
    ],
)
def test_a_reader_with_a_fault_falls(
    faulty: Callable[..., Chronology], wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("machine.judging.read", faulty)

    tally = tried("csv", "planted", 0, 80, tmp_path)

    assert tally.inputs == 80
    assert tally.fell
    assert any(wrong in fault["wrong"] for fault in tally.faults)
    assert (tmp_path / tally.faults[0]["file"]).exists()


def test_a_reader_that_takes_too_long_falls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(*_: object) -> Chronology:
        while True:
            pass

    monkeypatch.setattr("machine.judging.read", hangs)
    monkeypatch.setattr("machine.judging.BUSY", 0.05)

    assert "hangs" in tried("csv", "planted", 0, 1, tmp_path).faults[0]["wrong"]


def test_counts_add_up_and_go_on_where_they_were_ended(tmp_path: Path) -> None:
    summary = tmp_path / "summary.json"
    line = ["--seed", "s", "--readers", "csv,mermaid", "--summary", str(summary), "--found", str(tmp_path)]

    assert each_reader.main([*line, "--inputs", "3"]) == 0
    assert each_reader.main([*line, "--inputs", "5"]) == 0

    tallies = each_reader.resumed(summary, "s")
    assert {name: (one.inputs, one.read + one.refused) for name, one in tallies.items()} == {
        "csv": (5, 5),
        "mermaid": (5, 5),
    }
    assert each_reader.resumed(summary, "another") == {}
    assert "| csv | 5 |" in each_reader.table(tallies)
    assert "csv 7: x falls" in each_reader.table({"csv": Tally(fell=1, faults=[{"number": 7, "wrong": "x falls"}])})
