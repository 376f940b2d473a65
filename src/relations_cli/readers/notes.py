"""What a reader left out, inferred or renamed on the way, as values; and how they are told."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

from msgspec import Struct

from relations_cli.errors import DataError, Remark, Spelling, marked_line, parameter, placed, spelt
from relations_cli.escaping import shown_line
from relations_cli.readers.located.positions import Position

Kind = Literal[
    "undated",
    "skipped",
    "wordless",
    "left out",
    "listed",
    "duplicate",
    "renamed",
    "inherited",
    "inferred",
    "kept",
    "merged",
    "said",
    "link",
    "special",
    "unread",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
_MOST_NAMED: Final = 8
UNCOUNTED: Final[Kind] = "listed"
"""What every file of its format says of itself, and parts of what is counted as one: no word of the summary, and no
problem of the file."""
PASSED: Final = frozenset(("link", "special", "left out"))
"""What is passed over on the way to files, or in them."""

_COUNTED: Final[Mapping[Kind, tuple[str, str]]] = {
    "undated": ("1 event has no date", "{} events have no date"),
    "skipped": ("1 entry skipped", "{} entries skipped"),
    "left out": ("1 part left out", "{} parts left out"),
    "duplicate": ("1 duplicate left out", "{} duplicates left out"),
    "renamed": ("1 id given anew", "{} ids given anew"),
    "inherited": ("1 year taken from its context", "{} years taken from their context"),
    "merged": ("1 difference between the files", "{} differences between the files"),
    "link": ("1 link not followed", "{} links not followed"),
    "special": ("1 pipe, socket or device not opened", "{} pipes, sockets or devices not opened"),
}
_COUNTED_AS: Final[Mapping[Kind, Kind]] = {"wordless": "skipped"}
"""A kind that is one number with another: an entry without text is skipped whether bad ones may be, or not."""


class Note(Struct, frozen=True, kw_only=True):
    """One thing that a reader left out, inferred or renamed; ``str()`` is a line that editors can jump to."""

    kind: Kind
    file: str
    """How messages call it."""
    position: Position | None = None
    """Where; None: the whole file."""
    what: str
    """What it is about, or all that is to be said; it may name parameters, as ``why`` may."""
    why: str = ""
    """The reason, or what was done about it; empty where ``what`` says it."""
    place: str = ""
    """The way to the value, as ``$.events[3].date``; empty in a file of lines."""
    says: str = ""
    """What is left out with it, where nothing else tells it: a list of all notes does."""

    def reason(self, spelling: Spelling = str) -> str:
        """What and why on one line, without the place."""
        return spelt(marked_line(reason(self.what, self.why)), spelling)

    def text(self, spelling: Spelling = str) -> str:
        """What and why on one line, with the place in a document."""
        return self.reason(spelling) + (f" @ {shown_line(self.place)}" if self.place else "")

    def told(self, spelling: Spelling = str) -> str:
        """The note as a line, with each parameter as the spelling shows it."""
        says = f"; it says {shown_line(self.says)}" if self.says else ""
        return f"{placed(self.file, *(self.position or ()))}: {self.text(spelling)}{says}"

    def __str__(self) -> str:
        return self.told()


def reason(what: str, why: str = "") -> str:
    """What is to be said and why, as one text."""
    return f"{what}: {why}" if why else what


def counted(notes: Iterable[Note]) -> list[str]:
    """What was left out, inferred or renamed: how many of each kind, and in words what has no number."""
    noted = list(notes)
    counts = Counter(_COUNTED_AS.get(note.kind, note.kind) for note in noted)
    parts = [
        one if counts[kind] == 1 else many.format(f"{counts[kind]:,}")
        for kind, (one, many) in _COUNTED.items()
        if counts[kind]
    ]
    parts += dict.fromkeys(note.text(parameter) for note in noted if note.kind in {"inferred", "said"})
    kept = list(dict.fromkeys(note.what for note in noted if note.kind == "kept"))
    more = f" and {len(kept) - _MOST_NAMED:,} more" if len(kept) > _MOST_NAMED else ""
    return [*parts, f"kept under extra: {', '.join(kept[:_MOST_NAMED])}{more}"] if kept else parts


def summary(notes: Iterable[Note]) -> Remark:
    """What was left out, inferred or renamed, in one line; its text is empty where nothing was."""
    noted = [note for note in notes if note.kind != UNCOUNTED]
    parts = counted(noted)
    if not parts:
        return Remark("")
    read = dict.fromkeys(note.file for note in noted if note.kind not in {"link", "special"})
    where = f"{len(read)} files: " if read else ""
    if len(files := list(read or dict.fromkeys(note.file for note in noted))) == 1:
        where = f"{shown_line(files[0])}: "
    return Remark(f"{where}{'; '.join(parts)} ({parameter('explain')} lists each)")


def unread(notes: Iterable[Note]) -> tuple[list[DataError], list[Note]]:
    """What could not be read, as the errors that they are, and the other notes."""
    noted = list(notes)
    errors = [
        DataError(note.reason(parameter), file=note.file, line=line, column=column, place=note.place)
        for note in noted
        if note.kind == "unread"
        for line, column in (note.position or (None, None),)
    ]
    return list({str(error): error for error in errors}.values()), [note for note in noted if note.kind != "unread"]


def note_of(error: DataError) -> Note:
    """The note that a file could not be read."""
    position = None if error.line is None else (error.line, error.column)
    return Note(kind="unread", file=error.file, position=position, what=error.reason, place=error.place)
