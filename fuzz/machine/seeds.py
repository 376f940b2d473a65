"""Files to begin with: those of the tests, and new ones of every format, broken by chance."""

import json
from functools import cache
from pathlib import Path

from machine.chance import Chance
from machine.chronologies import Tree, chronology
from machine.containers import CONTAINERS, container
from machine.formats import FORMATS, entries
from machine.scratches import LONGEST, scratched
from machine.structures import restructured
from machine.trees import changed, written

REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("tests/readers/corpus", "tests/readers/prose/articles", "docs/examples", "tests/query")


@cache
def corpus() -> tuple[tuple[str, bytes], ...]:
    """The short files of the tests that somebody can read as a chronology: name and content."""
    found = []
    for folder in FOLDERS:
        for file in sorted((REPOSITORY / folder).rglob("*")):
            if file.is_file() and file.suffix != ".py" and not file.name.endswith(".expected.json"):
                found.append((file.name, file.read_bytes()))  # noqa: PERF401 -- three conditions in one line are none
    return tuple((name, data) for name, data in found if len(data) <= LONGEST)


def own(tree: Tree, chance: Chance) -> tuple[str, bytes]:
    """A tree of our own form as a file, perhaps changed in its structure."""
    times = chance.choice((0, 0, 1, 1, 2, 4))
    if chance.one_in(4):
        lines = [written(changed(event, chance, times if chance.one_in(3) else 0)) for event in tree["events"]]
        return "own.jsonl", "\n".join([*lines, ""]).encode()
    broken = changed(tree, chance, times) if times else tree
    indent = chance.pick(None, 1)
    return "own.json", written(broken, indent=indent, ascii_only=True).encode()


def a_file(chance: Chance) -> tuple[str, bytes]:
    """A file of any format, in most cases broken."""
    way = chance.randrange(10)
    if way < 3:  # noqa: PLR2004
        name, data = chance.choice(corpus())
        data = _restructured(name, data, chance)
        return name, scratched(data, chance, chance.choice((0, 0, 1, 2)))
    if way < 6:  # noqa: PLR2004
        name, data = own(chronology(chance, hostile_in=chance.choice((0, 10, 30))), chance)
        return name, scratched(data, chance, chance.choice((0, 0, 0, 0, 1, 2)))
    if chance.one_in(6):
        name = chance.choice(CONTAINERS)
        return name, container(name, chance)[:LONGEST]
    name = chance.choice(list(FORMATS))
    data = FORMATS[name](entries(chance, hostile_in=chance.choice((0, 4, 20))), chance).encode("utf-8", "replace")
    data = scratched(_restructured(name, data, chance), chance, chance.choice((0, 0, 0, 0, 1, 2)))
    return (f"{name}.gz" if data[:2] == b"\x1f\x8b" and chance.one_in(2) else name), data[:LONGEST]


def _restructured(name: str, data: bytes, chance: Chance) -> bytes:
    """The file, changed in its structure: a document of JSON as a tree, others in the way of their format."""
    times = chance.choice((0, 1, 1, 2, 3))
    if not name.endswith(".json"):
        return restructured(name, data, chance, times)
    try:
        return written(changed(json.loads(data), chance, times)).encode()
    except ValueError:  # with a byte order mark, or no JSON on purpose
        return data
