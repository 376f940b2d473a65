"""Files that hold other forms: workbooks, documents and archives, most often broken inside or by their bytes."""

from collections.abc import Callable
from functools import cache

from machine.archives import archive
from machine.chance import Chance
from machine.formats import a_few
from machine.offices import OFFICES, repacked
from machine.scratches import scratched
from readers import offices
from relations_cli import ask
from relations_cli.writers import WRITERS, rendered
from relations_cli.writers.format import How

CONTAINERS = (*OFFICES, "a.xls", "a.db", "a.zip")
"""File names."""


def container(name: str, chance: Chance) -> bytes:
    """A container of that name."""
    if name == "a.xls":
        return chance.choice(_BROKEN)(offices.XLS, chance)
    if name == "a.db":
        return _flipped(_database(), chance) if chance.one_in(2) else _numbered(_database(), chance)
    if name == "a.zip":
        data = archive(chance, hostile_in=chance.choice((0, 0, 4, 20)))
    else:
        data = OFFICES[name](a_few(chance), chance)
    return scratched(repacked(data, chance, chance.choice((0, 0, 1, 1, 2))), chance, int(chance.one_in(8)))


@cache
def _database() -> bytes:
    """A database of ours: what it holds is the same each time, and broken otherwise."""
    parts = rendered(WRITERS["sqlite"], ask("list", limit=3), How())
    return b"".join(part if isinstance(part, bytes) else part.encode() for part in parts)


def _flipped(data: bytes, chance: Chance) -> bytes:
    changed = bytearray(data)
    for _ in range(1 + chance.few(12)):
        changed[chance.randrange(len(changed))] = chance.pick(0, 255, chance.randrange(256))
    return bytes(changed)


def _numbered(data: bytes, chance: Chance) -> bytes:
    """A length or a place is another."""
    changed = bytearray(data)
    place = 2 * chance.randrange(len(changed) // 2 - 2)
    number = chance.pick(0, 1, 2**16, 2**31, 2**32 - 1, 2**32 - 2, chance.randrange(2**16))
    changed[place : place + 4] = number.to_bytes(4, "little")
    return bytes(changed)


_BROKEN: tuple[Callable[[bytes, Chance], bytes], ...] = (
    _flipped,
    _flipped,
    _numbered,
    lambda data, chance: scratched(data, chance, 1),
)
