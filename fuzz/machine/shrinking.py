"""A failing case made smaller: fewer lines, fewer words, fewer files, fewer bytes, with the same fault."""

import time
from collections.abc import Iterator
from dataclasses import replace

from machine.bench import Bench
from machine.case import Case, without
from machine.tried import fault_in, signature

MOST = 200
"""Cases that are tried at most."""
LONGEST = 30.0
"""Seconds: a case that hangs is not tried that often."""


def shrunk(case: Case, fault: str, bench: Bench) -> Case:
    """The smallest case that was found with the same fault."""
    wanted = signature(case.kind, fault)
    left, end = MOST, time.monotonic() + LONGEST
    smaller = True
    while smaller:
        smaller = False
        for candidate in _smaller(case):
            if left <= 0 or time.monotonic() > end:
                break
            left -= 1
            found = fault_in(candidate, bench)
            if found and signature(case.kind, found) == wanted:
                case, fault, smaller = candidate, found, True
                break
    return replace(case, found=fault)


def _smaller(case: Case) -> Iterator[Case]:
    for place in range(len(case.lines)):
        if len(case.lines) > 1:
            yield replace(case, lines=case.lines[:place] + case.lines[place + 1 :])
    if not case.given:
        for name in case.files:
            yield without(case, name)
        yield from _shorter_lines(case)
        for name in case.links:
            yield replace(case, links={key: one for key, one in case.links.items() if key != name})
        for name in case.environment:
            yield replace(case, environment={key: one for key, one in case.environment.items() if key != name})
    for name, data in case.files.items():
        for part in _shorter(data):
            yield replace(case, files=case.files | {name: part})


def _shorter_lines(case: Case) -> Iterator[Case]:
    for place, line in enumerate(case.lines):
        for word in range(1, len(line)):
            fewer = line[:word] + line[word + 1 :]
            yield replace(case, lines=[*case.lines[:place], fewer, *case.lines[place + 1 :]])


def _shorter(data: bytes) -> Iterator[bytes]:
    """The data without a half, a quarter, an eighth and so on of it, at every place; lines before bytes."""
    lines = data.split(b"\n")
    if len(lines) > 2:  # noqa: PLR2004
        for size in _sizes(len(lines)):
            for start in range(0, len(lines), size):
                yield b"\n".join(lines[:start] + lines[start + size :])
    for size in _sizes(len(data)):
        if len(data) // size > 64:  # noqa: PLR2004 -- finer is not worth the runs
            return
        for start in range(0, len(data), size):
            yield data[:start] + data[start + size :]


def _sizes(length: int) -> Iterator[int]:
    size = length // 2
    while size >= 1:
        yield size
        size //= 2
