"""What lies in a folder and below it: no link is followed, so that each walk has an end."""

import os
import stat
from collections.abc import Iterator

from relations_cli.errors import unreadable
from relations_cli.limits import Limits, lifted_by
from relations_cli.readers.notes import Kind, Note


def walked(folder: str, notes: list[Note], limits: Limits) -> Iterator[tuple[str, bool]]:
    """The path of all that lies below a folder and is not hidden, and whether it is a folder.

    Of each folder first what is none, in order of names, then what lies in its folders.

    Args:
        folder: where to look; empty is the current one.
        notes: takes folders that cannot be read or lie too deep, and links to folders, which are not followed.
        limits: how deep.
    """
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        try:
            entries = [entry for entry in entries_of(here) if not entry.name.startswith(".")]
        except OSError as error:
            not_readable(here, error, notes)
            continue
        inner = [os.path.join(here, entry.name) for entry in entries if entry.is_dir(follow_symlinks=False)]
        for entry in entries:
            path = os.path.join(here, entry.name)
            if not entry.is_dir(follow_symlinks=False) and not _leads_away(entry, path, notes):
                yield path, False
        yield from ((path, True) for path in inner)
        if depth < limits.folders:
            waiting += ((path, depth + 1) for path in reversed(inner))
        else:
            for path in inner:
                note(notes, "unread", path, f"lies more than {limits.folders} folders deep: {lifted_by()}")


def entries_of(folder: str) -> list["os.DirEntry[str]"]:
    """What a folder holds, in order of names; empty is the current one.

    Raises:
        OSError: it cannot be read.
    """
    with os.scandir(folder or ".") as entries:
        return sorted(entries, key=lambda entry: entry.name)


def can_be_opened(path: str, notes: list[Note]) -> bool:
    """Whether a path is no pipe, socket or device, which could wait for ever; one is noted.

    What is not there is for the one who opens it to say.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return True
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return True
    note(notes, "special", path, "a pipe, socket or device in a folder is not opened: name it to have it read")
    return False


def not_readable(path: str, error: OSError, notes: list[Note]) -> None:
    """Note that a folder or file could not be read."""
    note(notes, "unread", path or os.curdir, unreadable(path, error).reason)


def note(notes: list[Note], kind: Kind, file: str, what: str) -> None:
    """Note something of a file."""
    notes.append(Note(kind=kind, file=file, what=what))


def _leads_away(entry: "os.DirEntry[str]", path: str, notes: list[Note]) -> bool:
    """Whether it is a link to a folder, which is not followed; it is noted."""
    try:
        is_away = entry.is_symlink() and entry.is_dir()
    except OSError:  # the one who opens it will say why it cannot be
        return False
    if is_away:
        note(notes, "link", path, "a link to a folder is not followed: name it to have it read")
    return is_away
