"""Files, folders and patterns: which files they stand for, each once."""

import os
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from relations_cli.errors import DataError, unreadable
from relations_cli.limits import LIMITS, Limits
from relations_cli.model.bundled import BUNDLED, bundled_path
from relations_cli.readers.addresses import refuse_address
from relations_cli.readers.containers.kind import LENGTH_OF_SQLITE, form_of_ours
from relations_cli.readers.links import distinct, home_of
from relations_cli.readers.notes import Note, counted
from relations_cli.readers.patterns import ANY_DEPTH, fixed_part, has_pattern, matching
from relations_cli.readers.reading import suffix_of
from relations_cli.readers.sniffing import DATABASES, FILES
from relations_cli.readers.walking import can_be_opened, note, walked

_PAGES: Final = frozenset((".md", ".markdown", ".mdown"))
_STDIN: Final = "-"
_NOWHERE: Final = "a link that leads nowhere is not followed"


class Group(Struct, kw_only=True):
    """The files that a path stands for, or what one match of a pattern does."""

    path: str
    files: list[str]
    """In order of names; those of a folder before those of its folders."""
    is_folder: bool = False
    is_named: bool = True
    """Whether somebody wrote the path itself: what is wrong with it is the end."""


def groups_of(path: str, notes: list[Note], limits: Limits = LIMITS) -> list[Group]:
    """What a path stands for: itself, what can hold events in the folder, or what matches the pattern.

    Args:
        path: a file, a folder, a pattern, ``bundled``, or ``-``.
        notes: takes what could not be read, which links were not followed, and which pipes and devices not opened.
        limits: how deep folders may lie.

    Raises:
        DataError: nothing matches the pattern, it is an address, or nobody can say where the path leads.
    """
    refuse_address(path)
    said: list[Note] = []
    try:
        groups = _groups(path, said, limits)
    except OSError as error:  # the current folder is gone
        raise unreadable(path, error) from None
    first = {(one.kind, home_of(one.file)): one for one in reversed(said)}  # several ways may lead to one file
    notes += reversed(first.values())
    return groups


def _groups(path: str, notes: list[Note], limits: Limits) -> list[Group]:
    if path == BUNDLED:
        return [Group(path=path, files=[bundled_path()])]
    if path == _STDIN or not has_pattern(path):
        if path == _STDIN or not os.path.isdir(path):
            return [Group(path=path, files=[path])]
        return _once([Group(path=path, files=_files(path, notes, limits), is_folder=True)], path, notes)
    found = [_no_word(one) for one in matching(path, notes, limits) if can_be_opened(one, notes)]
    if not found and not any(one.kind == "unread" for one in notes):
        passed = any(one.kind == "special" for one in notes)
        raise DataError("no file matches" + (": what does is a pipe, socket or device" if passed else ""), file=path)
    groups = _once(_matched(found, notes, limits, is_all=path.endswith(ANY_DEPTH)), fixed_part(path), notes)
    if not groups and not any(one.kind == "unread" for one in notes):
        raise no_events_in(path, notes)
    return groups


def _no_word(path: str) -> str:
    """A path that no word is taken for: what is matched is a file, whatever its name."""
    return os.path.join(os.curdir, path) if path == BUNDLED else path


def no_events_in(folder: str, passed: Iterable[Note] = ()) -> DataError:
    """The error on a folder that holds none; it counts what in it was not opened and may hold one."""
    others = "; ".join(counted(one for one in passed if one.kind == "special"))
    reason = "holds no chronology: it has no file of json, csv, yaml or the like"
    return DataError(f"{reason} ({others})" if others else reason, file=folder)


def is_page(path: str) -> bool:
    """Whether it is Markdown, which in a folder is an event where it begins with front matter."""
    return suffix_of(path) in _PAGES


def _matched(found: list[str], notes: list[Note], limits: Limits, *, is_all: bool) -> list[Group]:
    """A group for each match; what matches itself is no part of a folder that matches, too.

    Args:
        found: the matches.
        notes: takes folders that hold nothing.
        limits: how deep folders may lie.
        is_all: whether all that lies in a folder that matches does so itself.
    """
    groups, named = [], set(found)
    for one in found:
        if is_all and _leads_nowhere(one) and not _can_hold_events(one):
            note(notes, "link", one, _NOWHERE)
            continue
        if not os.path.isdir(one):
            groups.append(Group(path=one, files=[one], is_named=False))
            continue
        if is_all and not _can_hold_events(one):
            continue
        noted, files = len(notes), _files(one, notes, limits)
        if not files and not any(one.kind == "unread" for one in notes[noted:]):
            note(notes, "unread", one, no_events_in(one).reason)
        others = [file for file in files if file not in named]
        groups.append(Group(path=one, files=others, is_folder=True, is_named=False))
    return [group for group in groups if group.files]


def _files(folder: str, notes: list[Note], limits: Limits) -> list[str]:
    """The files in a folder and below it that can hold events."""
    files, folders = [], []
    for path, is_folder in walked(folder, notes, limits):
        if is_folder:
            folders.append(path)
        elif can_be_opened(path, notes) and _can_hold_events(path):
            files.append(path)
        elif _leads_nowhere(path):
            note(notes, "link", path, _NOWHERE)
    by_name = sorted(files)
    for path in folders:  # what has the name of a file
        if _can_hold_events(path) and not _lies_in(os.path.join(path, ""), by_name):
            note(notes, "unread", path, no_events_in(path).reason)
    return files


def _lies_in(folder: str, by_name: list[str]) -> bool:
    """Whether one of the files lies in the folder, or below it."""
    at = bisect_left(by_name, folder)
    return at < len(by_name) and by_name[at].startswith(folder)


def _leads_nowhere(path: str) -> bool:
    return os.path.islink(path) and not os.path.exists(path)


def _can_hold_events(path: str) -> bool:
    """Whether it may be a file of events, by its suffix; programs of all kinds keep databases, so of one the bytes."""
    suffix = suffix_of(path)
    return suffix in FILES or (suffix in DATABASES and _is_database_of_ours(path))


def _is_database_of_ours(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return form_of_ours(file.read(LENGTH_OF_SQLITE)) is not None
    except OSError:
        return False


def _once(groups: list[Group], base: str, notes: list[Note]) -> list[Group]:
    """The groups with each file once; a link to one that is there itself is noted.

    Args:
        groups: of paths below the base.
        base: a folder, which may be a link itself.
        notes: takes the links.
    """
    files = dict.fromkeys(file for group in groups for file in group.files)
    kept = set(distinct(files, base, notes))
    for group in groups:
        group.files = [file for file in group.files if file in kept and files.pop(file, True) is None]
    return [group for group in groups if group.files or group.is_named]
