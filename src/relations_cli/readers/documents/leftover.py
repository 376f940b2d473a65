"""What of a document is in no entry: the one place where it is noted, whatever shape the entries were found in."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec.structs import replace

from relations_cli.escaping import one_line, quoted
from relations_cli.readers.documents.datekeys import Found
from relations_cli.readers.documents.shapes import find_entries
from relations_cli.readers.documents.values import json_of
from relations_cli.readers.located.places import Locate, Path
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

_LONGEST: Final = 2_000
"""Characters of a value that a note repeats."""
_OF_THE_FORMAT: Final = frozenset(
    (
        ("type", '"FeatureCollection"'),
        ("version", '"https://jsonfeed.org/version/1.1"'),
        ("version", '"https://jsonfeed.org/version/1"'),
    )
)
"""What says of which form a document is, at its top."""


def note_leftover(document: object, found: Found, locate: Locate, reading: Reading) -> None:
    """Note each value that is in no entry, at the top of what is left; a document's title is that of its events."""
    if isinstance(document, list) and len(found) == len(document) and all(len(path) == 1 for path, _ in found):
        return
    quiet = Reading(name=reading.name, options=replace(reading.options, skip_bad=True))
    for path, value in _outside(document, found):
        if (
            _is_nothing(value)
            or (path == ("title",) and isinstance(value, str))
            or (path[-1], json_of(value)) in _OF_THE_FORMAT
        ):
            continue
        entries = [one for _, one in find_entries(value, quiet, len(path)) or () if isinstance(one, dict)]
        taken = next((step for step in found[0][0] if isinstance(step, str)), "")
        if entries and taken:
            why = f"those under {quoted(taken)} are taken, not {_shown(value)}"
            what = f"{len(entries):,} under {quoted(str(path[-1]))}"
            reading.note("left out", what, locate(path), why=why, says=_unless_whole(value))
        else:
            note_left(path[-1], value, locate(path), reading)


def note_left(step: str | int, value: object, position: Position | None, reading: Reading) -> None:
    """Note a key or an element that holds no event, with what it says."""
    name = quoted(step) if isinstance(step, str) else f"element {step + 1}"
    why = "" if _is_nothing(value) else _shown(value)
    reading.note("left out", f"{name} holds no event", position, why=why, says=_unless_whole(value))


def _shown(value: object) -> str:
    text = _text(value)
    return one_line(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\u2026")


def _unless_whole(value: object) -> str:
    """What a note repeats of a value in part alone."""
    text = _text(value)
    return text if len(text) > _LONGEST else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else json_of(value)


def _outside(document: object, found: Found) -> Iterator[tuple[Path, Any]]:
    """The values that are neither in an entry nor above one, each with its way."""
    entries = dict(reversed(found))
    if () in entries:
        return
    above: dict[Path, Any] = {}
    for path, entry in entries.items():
        for at in range(len(path)):
            above[path[:at]] = entry
    waiting: list[tuple[Path, Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop(0)
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            way = (*path, step)
            if way in above:
                waiting.append((way, inner))
            elif way not in entries and not _is_lent(step, inner, above[path]):
                yield way, inner


def _is_lent(key: object, value: object, entry: object) -> bool:
    """Whether an entry below has it, too, as the months of a year have the year; or it is the names of a table."""
    if not isinstance(entry, dict):
        return False
    if isinstance(value, list):
        return bool(value) and _names(value) == list(entry)[: len(value)]
    if key == "head" and isinstance(value, dict):  # of SPARQL's results, the names of what is in each
        return value.keys() <= {"vars", "link"} and set(value.get("vars", ())) >= entry.keys()
    extra = entry.get("extra")
    held = entry if key in entry else extra if isinstance(extra, dict) else {}
    return key in held and held[key] == value


def _names(value: Sequence[Any]) -> list[Any]:
    return [one.get("name") if isinstance(one, dict) else one for one in value]


def _is_nothing(value: object) -> bool:
    return value is None or value in ("", [], {})
