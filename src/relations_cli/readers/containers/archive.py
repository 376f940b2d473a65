"""A zip archive as a folder is read: what can hold events is, the rest is told."""

from collections.abc import Callable
from itertools import chain, islice
from typing import Final, TypeAlias

from msgspec.structs import replace

from relations_cli.errors import DataError
from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology
from relations_cli.readers.containers.kind import container_of
from relations_cli.readers.containers.zipped import members
from relations_cli.readers.merging import Named, merge
from relations_cli.readers.notes import note_of
from relations_cli.readers.reading import Reading, suffix_of

Read: TypeAlias = Callable[[bytes, Reading], Chronology]

_IN_SYSTEMS: Final = ("__MACOSX/", ".")
"""How what systems leave in archives begins."""


def chronology_in(data: bytes, reading: Reading, read: Read, suffixes: frozenset[str]) -> Chronology:
    """The chronologies of the files in an archive, merged.

    Args:
        data: the archive.
        reading: it, while it is read.
        read: reads one file.
        suffixes: of files that can hold events.

    Raises:
        DataError: it is broken, or nothing in it can be read.
    """
    found: list[tuple[str, Chronology]] = []
    errors: list[DataError] = []
    files = members(data, reading)
    first = list(islice(files, 2))
    named = Named() if len(first) > 1 else None  # alone, the first of two counts
    for name, inner in chain(first, files):
        if any(part.startswith(_IN_SYSTEMS[1]) for part in name.split("/")) or name.startswith(_IN_SYSTEMS[0]):
            continue
        kind = container_of(inner, name)
        is_archive = kind == "zip"  # which may hold itself, or ever more
        if is_archive or (suffix_of(name) not in suffixes and kind != "sqlite"):
            why = "an archive: unpack it" if is_archive else "no file of events"
            reading.leave_out(name, phrase="{} in the archive", why=why)
            continue
        label = one_line(f"{reading.name}/{name}")
        before = len(reading.notes)
        try:
            chronology = read(inner, replace(reading, name=label, path=name, length=0))
            if named is not None:
                named.add(chronology.actors, label)
            found.append((label, chronology))
        except DataError as error:
            del reading.notes[before:]
            reading.notes.append(note_of(error))
            errors.append(error)
    if not found:
        if errors:
            raise errors[-1]
        reading.refuse("holds no chronology", why="it has no file of json, csv, yaml or the like")
    merged = merge(found, reading.notes) if len(found) > 1 else found[0][1]
    return replace(merged, title=reading.title)
