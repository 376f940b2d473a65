"""What must hold of whatever a reader makes of an input."""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

import msgspec

from machine.inputs import TODAY, Input
from machine.live import live_character
from machine.program import BUSY, Hang, bounded
from machine.sentry import watched
from relations_cli.dates import parse_edtf
from relations_cli.errors import TimelineError
from relations_cli.model.facts import Chronology
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read

NOWHERE = "/nowhere"
"""In which nothing may be written."""


class Wrong(Exception):  # noqa: N818 -- no error, but what is to be told
    """Something does not hold."""


class Judge:
    """Reads inputs with the descriptors of standard output and standard error led to files, where nothing may come."""

    def __init__(self) -> None:
        self.streams = [os.memfd_create(name) for name in ("out", "err")]
        for stream, number in zip(self.streams, (1, 2), strict=True):
            os.dup2(stream, number)

    def verdict(self, given: Input, *, again: bool = False) -> tuple[str, str, float]:
        """``read`` or ``refused``, what is wrong (empty where nothing is), and the seconds of work.

        Args:
            given: the input.
            again: whether what was read is written and read again, which takes as long once more.
        """
        start = time.process_time()
        try:
            with bounded(2 * BUSY), watched(NOWHERE) as deeds:
                how = self._read(given, again=again)
            wrong = "; ".join(deeds)
        except Wrong as error:
            how, wrong = "fell", str(error)
        except Hang:
            how, wrong = "fell", f"hangs: more than {2 * BUSY:.0f} s of work"
        except BaseException as error:  # noqa: BLE001 -- whatever escapes is a fault
            how, wrong = "fell", f"{type(error).__name__} escaped: {error} @ {_place(error)}"
        taken = time.process_time() - start
        wrong = wrong or self._printed()
        if not wrong and taken > BUSY:
            wrong = f"slow: {taken:.1f} s"
        return how, wrong, taken

    def _read(self, given: Input, *, again: bool) -> str:
        reading = Reading(name="fuzz", path=given.name, options=given.options)
        try:
            chronology = read(given.data, reading)
        except TimelineError as error:
            _check_line(str(error))
            return "refused"
        for note in reading.notes:
            _check_line(str(note))
        _check_events(chronology)
        written = msgspec.json.encode(chronology).decode()  # fails at half a character
        if all(note.kind != "skipped" for note in reading.notes):  # of which the line is told, and not every word
            _check_marks(given.marks, written, reading)
        if again:
            _check_again(chronology)
        return "read"

    def _printed(self) -> str:
        """What was printed since the last time; nothing may be."""
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        for stream in self.streams:
            size = os.fstat(stream).st_size
            if size:
                text = os.pread(stream, 300, 0)
                os.ftruncate(stream, 0)
                os.lseek(stream, 0, os.SEEK_SET)
                return f"printed: {text!r}"
        return ""


def _place(error: BaseException) -> str:
    """The last line of ours on the way to an error."""
    place, step = "", error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if "relations_cli" in name:
            place = f"{name.rpartition('relations_cli/')[2]}:{step.tb_lineno}"
        step = step.tb_next
    return place


def _check_line(text: str) -> None:
    if "\n" in text or (live := live_character(text)):
        raise Wrong(f"no plain line: {text[:300]!r}" if "\n" in text else f"a live {live}: {text[:300]!r}")


def _check_events(chronology: Chronology) -> None:
    ids = [event.id for event in chronology.events]
    if len(ids) != len(set(ids)):
        raise Wrong(f"ids given twice: {sorted(one for one in set(ids) if ids.count(one) > 1)[:3]}")
    for event in chronology.events:
        for date in (event.date, *(source.date for source in event.sources)):
            if date is not None:
                try:
                    parse_edtf(date)
                except TimelineError as error:
                    raise Wrong(f"a date that is no EDTF: {date!r}") from error


def _check_marks(marks: frozenset[str], written: str, reading: Reading) -> None:
    out = " ".join([written, *map(str, reading.notes)])
    lost = sorted(mark for mark in marks if mark not in out)
    if lost:
        raise Wrong(f"lost without a word: {lost}")


def _check_again(chronology: Chronology) -> None:
    """What is written as json is read again, event for event."""
    from relations_cli import ask
    from relations_cli.writers import CHRONOLOGY, rendered
    from relations_cli.writers.format import How

    written = "".join(map(str, rendered(CHRONOLOGY, ask("list", chronology, today=TODAY), How(header=True)))).encode()
    try:
        other = read(written, Reading(name="again", path="again.json", options=Options(today=TODAY)))
    except TimelineError as error:
        raise Wrong(f"what was written is refused: {error}") from error
    known: Callable[[Chronology], list[Any]] = lambda one: sorted(  # noqa: E731
        json.dumps([event.id, event.date, event.title, event.summary]) for event in one.events
    )
    if known(chronology) != known(other):
        raise Wrong("what was written is read as something else")
