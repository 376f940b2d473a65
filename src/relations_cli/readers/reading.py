"""How a file is to be read, and what its reader left out, inferred or renamed on the way."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NoReturn, get_args

from msgspec import Struct, field

from relations_cli.errors import DataError
from relations_cli.escaping import one_line

Kind = Literal["undated", "skipped", "left out", "duplicate", "renamed", "inherited", "inferred", "merged", "said"]
KINDS: tuple[Kind, ...] = get_args(Kind)

Position = tuple[int, int | None]
"""Line and column, both from 1; a reader of lines knows no column."""

_COUNTED: Final[Mapping[Kind, tuple[str, str]]] = {
    "undated": ("1 event has no date", "{} events have no date"),
    "skipped": ("1 entry skipped", "{} entries skipped"),
    "left out": ("1 part left out", "{} parts left out"),
    "duplicate": ("1 duplicate left out", "{} duplicates left out"),
    "renamed": ("1 id given anew", "{} ids given anew"),
    "inherited": ("1 year taken from its context", "{} years taken from their context"),
    "merged": ("1 difference between the files", "{} differences between the files"),
}


class Note(Struct, frozen=True, kw_only=True):
    """One thing that a reader left out, inferred or renamed."""

    kind: Kind
    file: str
    """How messages call it."""
    position: Position | None
    """Where; None: the whole file."""
    text: str
    """What, and why, on one line."""

    def __str__(self) -> str:
        """The note as a line that editors can jump to."""
        return f"{placed(self.file, self.position)}: {self.text}"


class Options(Struct, frozen=True, kw_only=True):
    """How files are read, where they do not say it themselves."""

    reader: str | None = None
    """The format's name; None decides by the suffix, then by the content."""
    columns: Mapping[str, str] = {}
    """Role, such as date or title: the column or key that has it."""
    order: Literal["dmy", "mdy"] | None = None
    """Which part of a numeric date comes first; None: the file has to prove it."""
    pivot: int | None = None
    """The first of the hundred years that a year of two digits may mean; None: none is read."""
    encoding: str | None = None
    """The character encoding; None: UTF-8, else what the bytes say."""
    assume_year: int | None = None
    """The year of the first date of an article that gives none."""
    today: datetime.date = field(default_factory=datetime.date.today)
    """Until when, and a year longer, what recurs without an end is followed."""
    skip_bad: bool = False
    """Whether an entry that cannot be read is counted instead of refused."""


class Reading(Struct, kw_only=True):
    """One file while it is read: its name, how to read it, and the notes so far."""

    name: str
    """How messages call the file."""
    path: str = ""
    """Where it lies."""
    options: Options = Options()
    notes: list[Note] = field(default_factory=list)

    def note(self, kind: Kind, text: str, position: Position | None = None) -> None:
        """Keep what was left out, inferred or renamed."""
        self.notes.append(Note(kind=kind, file=self.name, position=position, text=one_line(text)))

    def refuse(self, text: str, position: Position | None = None) -> NoReturn:
        """Give up on the file.

        Raises:
            DataError: always; it names file, place and reason.
        """
        raise DataError(f"{placed(self.name, position)}: {one_line(text)}")

    def skip(self, text: str, position: Position | None = None) -> None:
        """Give up on an entry: it is counted where the options say so, else it is the end.

        Raises:
            DataError: bad entries are not to be skipped.
        """
        if not self.options.skip_bad:
            self.refuse(text, position)
        self.note("skipped", text, position)


def placed(name: str, position: Position | None) -> str:
    """The file with its line and column, as compilers write it."""
    where = [] if position is None else [str(one) for one in position if one is not None]
    return ":".join([one_line(name), *where])


def summary(notes: Iterable[Note]) -> str:
    """What was left out, inferred or renamed, in one line; empty where nothing was."""
    noted = list(notes)
    counts = Counter(note.kind for note in noted)
    parts = [
        one if counts[kind] == 1 else many.format(f"{counts[kind]:,}")
        for kind, (one, many) in _COUNTED.items()
        if counts[kind]
    ]
    parts += dict.fromkeys(note.text for note in noted if note.kind in {"inferred", "said"})
    if not parts:
        return ""
    files = list(dict.fromkeys(note.file for note in noted))
    where = one_line(files[0]) if len(files) == 1 else f"{len(files)} files"
    return f"{where}: {'; '.join(parts)} (--explain lists each)"
