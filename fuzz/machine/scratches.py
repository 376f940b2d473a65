"""Bytes, changed without knowing what they mean: cut, spliced, doubled, flipped, in another encoding, packed."""

import gzip
from collections.abc import Callable

from machine import hostile
from machine.chance import Chance

LONGEST = 16_384
"""Bytes of a file, so that a run stays short."""


def scratched(data: bytes, chance: Chance, times: int) -> bytes:
    """The bytes, changed so many times."""
    for _ in range(times):
        data = chance.choice(_WAYS)(data, chance)[:LONGEST]
    return data


def packed(data: bytes) -> bytes:
    """The bytes with gzip; the same ones every day."""
    return gzip.compress(data, mtime=0)


def _span(data: bytes, chance: Chance) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.few(60))


def _cut(data: bytes, chance: Chance) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: Chance) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: Chance) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 40)) + data[end:]


def _insert(data: bytes, chance: Chance) -> bytes:
    start, _ = _span(data, chance)
    what = chance.pick(chance.choice(hostile.BYTES), hostile.text(chance).encode(), hostile.date(chance).encode())
    return data[:start] + what + data[start:]


def _flip(data: bytes, chance: Chance) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _lines(data: bytes, chance: Chance) -> bytes:
    """A line elsewhere, or several times."""
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.choice((0, 1, 2, 20))):
        lines.insert(chance.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _breaks(data: bytes, chance: Chance) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\r", b"\x85", b"\x00\n")))


def _recode(data: bytes, chance: Chance) -> bytes:
    name = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "latin-1", "utf-7"))
    return data.decode("utf-8", "replace").encode(name, "replace")


def _pack(data: bytes, chance: Chance) -> bytes:
    whole = packed(data)
    return whole[: chance.randrange(len(whole))] if chance.one_in(3) else whole


_WAYS: tuple[Callable[[bytes, Chance], bytes], ...] = (
    _cut, _drop, _drop, _double, _double, _insert, _insert, _insert, _flip, _flip, _lines, _lines, _breaks, _recode,
    _pack,
)  # fmt: skip
