"""Stretches of the inputs of one reader, each in a process of its own, which may die of one."""

import contextlib
import json
import mmap
import os
import re
import resource
import signal
import struct
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from machine.chance import chance_of
from machine.inputs import Input, input_of
from machine.judging import Judge

MEMORY = 3 * 2**30
"""Bytes of address space of a process."""
STUCK = 60.0
"""Seconds at one input, after which its process is ended."""
AGAIN = 40
"""One input in so many is written and read again."""
KEPT = 2
"""Of how many inputs that fall in one way the bytes are kept."""


@dataclass(kw_only=True)
class Tally:
    """What became of the inputs of a reader."""

    inputs: int = 0
    read: int = 0
    refused: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    """Seconds of work, and the number of the input."""
    seconds: float = 0.0
    """Of work, in all."""
    fell: int = 0
    faults: list[dict[str, Any]] = field(default_factory=list)
    """Of some of those that fell: number, what is wrong, and the file that was kept."""

    def add(self, other: "Tally") -> None:
        """Count what another has counted."""
        self.inputs += other.inputs
        self.read += other.read
        self.refused += other.refused
        self.slowest = max(self.slowest, other.slowest)
        self.seconds += other.seconds
        self.fell += other.fell
        self.faults += other.faults


def made(reader: str, seed: str, number: int) -> tuple[Input, bool]:
    """The input of that number, and whether it is written and read again."""
    chance = chance_of(f"{seed}/{reader}", number)
    return input_of(reader, chance), chance.one_in(AGAIN)


def signature(wrong: str) -> str:
    """What is wrong without what differs from one input to the next."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "…", wrong.partition(" @ ")[0])[:80] + wrong.rpartition(" @ ")[2][:60]


def tried(reader: str, seed: str, start: int, stop: int, found: Path) -> Tally:
    """What became of the inputs from one number to another.

    Args:
        reader: whose inputs.
        seed: of the run.
        start: the first.
        stop: the one behind the last.
        found: the folder for what falls.
    """
    whole = Tally()
    while start < stop:
        part, died = _in_a_child(reader, seed, start, stop, found)
        whole.add(part)
        if died is None:
            break
        at, how = died
        whole.add(tried(reader, seed, start, at, found))  # what it had counted died with it
        name = _kept(f"died-{reader}-{at}", made(reader, seed, at)[0].data, found)
        whole.add(Tally(inputs=1, fell=1, faults=[{"number": at, "wrong": how, "file": name}]))
        start = at + 1
    return whole


def _in_a_child(reader: str, seed: str, start: int, stop: int, found: Path) -> tuple[Tally, tuple[int, str] | None]:
    """What a process counted, or of which input it died and how."""
    progress = mmap.mmap(-1, 8)
    progress[:8] = struct.pack("q", start)
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(receiving)
            os.write(sending, json.dumps(vars(_work(reader, seed, start, stop, found, progress))).encode())
        except BaseException:  # noqa: BLE001 -- the machine's own: the parent sees a number only
            (found / f"machine-{reader}.txt").write_text(traceback.format_exc(), encoding="utf-8")
            os._exit(1)
        os._exit(0)
    os.close(sending)
    status = _watched(pid, progress)
    with os.fdopen(receiving, "rb") as pipe:
        told = pipe.read()
    if told:
        counted = json.loads(told)
        return Tally(**counted | {"slowest": tuple(counted["slowest"])}), None
    how = f"by signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else "by itself"
    number: int = struct.unpack("q", progress[:8])[0]
    return Tally(), (number, f"the process ended {how}")


def _watched(pid: int, progress: mmap.mmap) -> int:
    """The status with which a child ended; where it stays at one input, it is ended."""
    last, since = b"", time.monotonic()
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status
        if progress[:8] != last:
            last, since = progress[:8], time.monotonic()
        elif time.monotonic() - since > STUCK:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)


def _work(reader: str, seed: str, start: int, stop: int, found: Path, progress: mmap.mmap) -> Tally:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    judge, tally, kinds = Judge(), Tally(), dict[str, int]()
    for number in range(start, stop):
        progress[:8] = struct.pack("q", number)
        given, again = made(reader, seed, number)
        how, wrong, taken = judge.verdict(given, again=again)
        tally.inputs += 1
        tally.read += how == "read"
        tally.refused += how == "refused"
        tally.seconds += taken
        tally.slowest = max(tally.slowest, (round(taken, 3), number))
        if wrong:
            tally.fell += 1
            kind = signature(wrong)
            kinds[kind] = kinds.get(kind, 0) + 1
            if kinds[kind] <= KEPT:  # what a pipe holds is bounded: the others are counted
                file = _kept(f"{reader}-{number}-{given.name}", given.data, found)
                tally.faults.append({"number": number, "wrong": wrong[:400], "file": file})
    return tally


def _kept(name: str, data: bytes, found: Path) -> str:
    found.mkdir(parents=True, exist_ok=True)
    (found / name).write_bytes(data)
    return name
