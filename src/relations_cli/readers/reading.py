"""How a file is to be read, and one file while it is."""

import datetime
import os
from collections.abc import Mapping
from typing import Literal, NoReturn

from msgspec import Struct, field

from relations_cli.errors import DataError, marked_line
from relations_cli.escaping import quoted, unless_whole
from relations_cli.limits import LIFTED, LIMITS, Limits
from relations_cli.readers.located.positions import Position
from relations_cli.readers.notes import Kind, Note, reason


def suffix_of(path: str) -> str:
    """The suffix in lower case with its dot, that of what is packed where the file is."""
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]


class Options(Struct, frozen=True, kw_only=True):
    """How files are read, where they do not say it themselves."""

    reader: str | None = None
    """The format's name; None decides by the suffix, then by the content."""
    columns: Mapping[str, str] = {}
    """Role, such as date or title: the column or key that has it."""
    dates: Literal["dmy", "mdy"] | None = None
    """Which part of a numeric date comes first; None: the file has to prove it."""
    pivot: int | None = None
    """The first of the hundred years that a year of two digits may mean; None: none is read."""
    sheet: str | None = None
    """Of a workbook, the sheet; None: the one with the most dated rows."""
    no_header: bool = False
    """Whether the first record of a table is one as the others, and columns are known by their places, from 1."""
    encoding: str | None = None
    """The character encoding; None: UTF-8, else what the bytes say."""
    assume_year: int | None = None
    """The year of the first date of an article that gives none."""
    today: datetime.date = field(default_factory=datetime.date.today)
    """Until when, and a year longer, what recurs without an end is followed."""
    skip_bad: bool = False
    """Whether an entry that cannot be read is counted instead of refused."""
    no_limits: bool = False
    """Whether a file may multiply what it holds without a bound."""

    @property
    def limits(self) -> Limits:
        """How much a file may multiply."""
        return LIFTED if self.no_limits else LIMITS


class Reading(Struct, kw_only=True):
    """One file while it is read: its name, how to read it, and the notes so far.

    What it is told may name parameters; where it comes from a file or a library, it is made one line before.
    """

    name: str
    """How messages call the file."""
    path: str = ""
    """Where it lies."""
    options: Options = Options()
    length: int = 0
    """Bytes of the file as it lies there, packed or not, by which its budgets grow; 0: not known."""
    notes: list[Note] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    """What is told no second time."""

    @property
    def limits(self) -> Limits:
        """How much the file may multiply."""
        return self.options.limits

    @property
    def suffix(self) -> str:
        """That of the file, in lower case, with its dot."""
        return suffix_of(self.path)

    @property
    def title(self) -> str:
        """The name as the title of what has none; bytes that are no text, which no file of ours can hold, are shown."""
        return self.name.encode("utf-8", "backslashreplace").decode()

    def note(
        self,
        kind: Kind,
        what: str,
        position: Position | None = None,
        *,
        why: str = "",
        place: str = "",
        says: str = "",
    ) -> None:
        """Keep what was left out, inferred or renamed."""
        self.notes.append(
            Note(kind=kind, file=self.name, position=position, what=what, why=why, place=place, says=says)
        )

    def leave_out(self, text: str, position: Position | None = None, *, phrase: str = "{}", why: str = "") -> None:
        """Note a text of the file that is in no event.

        Args:
            text: as the file has it; where a message cuts it, a list of all notes has the whole.
            position: of it.
            phrase: what is to be said, with its place for the text.
            why: it is left out.
        """
        self.note("left out", phrase.format(quoted(text)), position, why=why, says=unless_whole(text))

    def note_once(self, kind: Kind, what: str, position: Position | None = None, *, why: str = "") -> None:
        """Keep what holds of many entries, where it holds first."""
        if what not in self.said:
            self.said.add(what)
            self.note(kind, what, position, why=why)

    def refuse(self, what: str, position: Position | None = None, *, why: str = "", place: str = "") -> NoReturn:
        """Give up on the file.

        Raises:
            DataError: always; it says file, place and reason.
        """
        line, column = position or (None, None)
        raise DataError(marked_line(reason(what, why)), file=self.name, line=line, column=column, place=place)

    def skip(
        self, what: str, position: Position | None = None, *, why: str = "", place: str = "", says: str = ""
    ) -> None:
        """Give up on an entry: it is counted where the options say so, else it is the end.

        Args:
            what: is wrong.
            position: of the entry.
            why: it is wrong, or what to do.
            place: the way to the value.
            says: all that the entry says, which is told where it is counted.

        Raises:
            DataError: bad entries are not to be skipped.
        """
        if not self.options.skip_bad:
            self.refuse(what, position, why=why, place=place)
        self.note("skipped", what, position, why=why, place=place, says=says)
