"""The chronologies of folders and patterns: what can be read is read, and each file that cannot is told."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from relations_cli.errors import DataError
from relations_cli.model.bundled import BUNDLED, Origins
from relations_cli.model.facts import Chronology
from relations_cli.readers.fences import has_front_matter
from relations_cli.readers.folders import Group, groups_of, is_page, no_events_in
from relations_cli.readers.merging import Named, merge
from relations_cli.readers.notes import PASSED, Note, counted, note_of, unread
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read
from relations_cli.readers.text import in_utf_8, unpacked
from relations_cli.readers.walking import note

Opened: TypeAlias = Callable[[str], tuple[bytes, str]]
"""Gives the bytes of a file, and how messages call it."""


class NothingReadError(DataError):
    """Of the files that folders and patterns stand for none can be read: the last error, with those before it."""

    def __init__(self, errors: Sequence[DataError], passed: Sequence[str] = ()) -> None:
        """Say first how much was passed over besides."""
        *others, last = errors
        super().__init__(last.reason, file=last.file, line=last.line, column=last.column, place=last.place)
        self.others = (*([DataError("; ".join(passed))] if passed else ()), *others)


def gathered(
    paths: Sequence[str], options: Options, notes: list[Note], opened: Opened, origins: Origins | None = None
) -> Chronology:
    """The chronologies of files, folders and patterns, merged into one.

    Args:
        paths: as somebody wrote them.
        options: how to read.
        notes: takes what was left out, inferred or renamed, and what in a folder or a pattern could not be read.
        opened: gives the bytes of a file.
        origins: takes which event comes from which path.

    Raises:
        DataError: a file that is named cannot be read, or a pattern matches nothing.
        NothingReadError: nothing can be read, and the options say not to go on.
    """
    groups = [group for path in paths for group in groups_of(path, notes, options.limits)]
    named = Named() if sum(len(group.files) for group in groups) > 1 else None  # alone, the first of two counts
    found = [one for group in groups for one in _chronology(group, options, notes, opened, named)]
    if not found:
        errors, others = unread(notes)
        if not options.skip_bad:
            raise NothingReadError(errors, counted(one for one in others if one.kind in PASSED))
        return Chronology(title=" + ".join(map(_title, paths)), events=())
    origins = Origins([], {}) if origins is None else origins
    origins.paths += dict.fromkeys(name for name, _ in found)
    return found[0][1] if len(found) == 1 else merge(found, notes, origins)


def in_folder(path: str, options: Options, notes: list[Note] | None, opened: Opened) -> Chronology:
    """The chronology of the files of a folder.

    Without notes nobody would be told what could not be read, so that it is an error.

    Raises:
        DataError: it holds no such file; or without notes, one cannot be read.
        NothingReadError: none can be read, and the options say not to go on.
    """
    said: list[Note] = []
    chronology = gathered([path], options, said, opened)
    if notes is not None:
        notes += said
    elif not options.skip_bad:
        for error in unread(said)[0]:
            raise error
    return chronology


def is_no_event(path: str, data: bytes, options: Options) -> bool:
    """Whether a file of a folder is a page without front matter; what cannot be decoded, its reader refuses."""
    if options.reader is not None or not is_page(path):
        return False
    quiet = Reading(name=path, path=path, options=options)
    try:
        return not has_front_matter(in_utf_8(unpacked(data, quiet), quiet))
    except DataError:
        return False


def files_in(
    groups: Iterable[Group], options: Options, notes: list[Note], opened: Opened
) -> Iterator[tuple[str, bytes, str]]:
    """Path and bytes of each file, and how messages call it; a page of a folder that is no event is passed over.

    Args:
        groups: the files.
        options: how they will be read.
        notes: takes what in a folder or a pattern cannot be opened or is no event.
        opened: gives the bytes of a file.

    Raises:
        DataError: a file that is named cannot be opened, or a folder that is named holds none.
    """
    for group in groups:
        is_silent = True
        for path in group.files:
            try:
                data, name = opened(path)
            except DataError as error:
                if not group.is_folder and group.is_named:
                    raise
                notes.append(note_of(error))
                is_silent = False
                continue
            if group.is_folder and is_no_event(path, data, options):
                note(notes, "left out", name, "a page without front matter is no event")
                continue
            is_silent = False
            yield path, data, name
        if is_silent and not any(_is_of(one, group.path) for one in notes if one.kind == "unread"):
            if group.is_named:
                raise no_events_in(group.path, [one for one in notes if _is_of(one, group.path)])
            note(notes, "unread", group.path, no_events_in(group.path).reason)


def _chronology(
    group: Group, options: Options, notes: list[Note], opened: Opened, named: Named | None
) -> list[tuple[str, Chronology]]:
    """The chronology of a group with its name; none where nothing of it can be read, which is noted.

    What gives a name to another actor than a file before it cannot be read beside that.

    Raises:
        DataError: it is a file that is named and cannot be read, or a folder without events.
    """
    if group.path == BUNDLED:  # whatever is said of how to read, it is said of the other files
        options = replace(options, reader=None, columns={}, encoding=None)
    found: list[tuple[str, Chronology]] = []
    for path, data, name in files_in([group], options, notes, opened):
        before = len(notes)
        try:
            chronology = read(data, Reading(name=name, path=path, options=options, notes=notes))
            if named is not None and (group.is_folder or not group.is_named):
                named.add(chronology.actors, name)
            found.append((path if group.is_folder else group.path, chronology))
        except DataError as error:
            if not group.is_folder and group.is_named:
                raise
            del notes[before:]  # of a file that is not read, no more than why
            notes.append(note_of(error))
    if not group.is_folder or not found:
        return found
    merged = replace(merge(found, notes), title=_title(group.path)) if len(found) > 1 else found[0][1]
    return [(group.path, merged)]


def _is_of(one: Note, path: str) -> bool:
    """Whether a note is of a path or of what lies below it."""
    return one.file == path or one.file.startswith(os.path.join(path, ""))


def _title(path: str) -> str:
    return Reading(name=os.path.basename(os.path.abspath(path))).title
