"""The options that say which chronology is read, and how."""

import os
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct

from relations_cli.cli.declaring import option
from relations_cli.cli.session import Session
from relations_cli.cli.streams import say
from relations_cli.errors import Remark, Told, UsageError, parameter
from relations_cli.model.bundled import BUNDLED, Origins, bundled_path
from relations_cli.query.memory import Memory
from relations_cli.readers.loading import STDIN, load, load_all
from relations_cli.suggesting import one_of

if TYPE_CHECKING:  # the bundled chronology needs none of it
    from relations_cli.query.store import Store
    from relations_cli.readers.notes import Note
    from relations_cli.readers.reading import Options

INPUT = "Input"
DATE_ORDERS = ("dmy", "mdy")


_input = partial(option, group=INPUT)


class FileForm(Struct, frozen=True):
    """How files are read, where they do not say it themselves."""

    reader: Annotated[
        str | None,
        _input(
            "--from",
            metavar="FORMAT",
            help=(
                "The format, where suffix and content do not say it: json, jsonl, csv, tsv, xlsx, xls, ods, yaml, "
                "frontmatter, ics, text, markdown, html, docx, sqlite, eml, mbox, rss, atom, mermaid or markwhen."
            ),
            values="readers",
        ),
    ] = None
    columns: Annotated[
        list[str] | None,
        _input("--map", metavar="ROLE=COLUMN", help="Which columns hold what: date=Day,title=What,tags=Kind."),
    ] = None
    dates: Annotated[
        str | None,
        _input("--dates", metavar="ORDER", help="Numeric dates are dmy (day first) or mdy.", values="date_orders"),
    ] = None
    pivot: Annotated[
        int | None,
        _input("--pivot", metavar="YEAR", help="Years of two digits lie in the 100 years from YEAR on."),
    ] = None
    assume_year: Annotated[
        int | None,
        _input("--assume-year", metavar="YEAR", help="The year of an article's first date, where it gives none."),
    ] = None
    sheet: Annotated[
        str | None,
        _input("--sheet", metavar="NAME", help="The sheet of a workbook; else the one with the most dated rows."),
    ] = None
    no_header: Annotated[
        bool, _input("--no-header", help="A table has no header: --map date=1,title=2 says which columns hold what.")
    ] = False
    encoding: Annotated[
        str | None, _input("--encoding", metavar="NAME", help="The character encoding: cp1252, utf-16 and the like.")
    ] = None

    no_limits: Annotated[
        bool, _input("--no-limits", help="Read what a file multiplies (an archive, what recurs) without a bound.")
    ] = False

    def options(self, session: Session) -> "Options":
        """How to read, on the day of the session.

        Raises:
            UsageError: a value that is none.
        """
        from relations_cli.readers.reading import Options
        from relations_cli.readers.registry import reader_named

        return Options(
            reader=reader_named(self.reader),
            columns=_columns(self.columns or ()),
            dates=None if self.dates is None else one_of("dates", self.dates, DATE_ORDERS),  # type: ignore[arg-type]
            pivot=self.pivot,
            assume_year=self.assume_year,
            sheet=self.sheet,
            no_header=self.no_header,
            encoding=self.encoding,
            no_limits=self.no_limits,
            today=session.today,
        )


class Handling(FileForm, frozen=True):
    """What happens to what cannot be read as it is."""

    skip_bad: Annotated[
        bool, _input("--skip-bad", help="Leave out and count entries that cannot be read, instead of giving up.")
    ] = False
    explain: Annotated[
        bool, _input("--explain", help="List on standard error what was left out, inferred or renamed, with its line.")
    ] = False

    def options(self, session: Session) -> "Options":
        """How to read, and whether to go on where an entry cannot be read."""
        from msgspec.structs import replace

        return replace(super().options(session), skip_bad=self.skip_bad)

    def told(self, notes: "list[Note] | tuple[Note, ...]") -> tuple[Told, ...]:
        """What the reader is told: what could not be read, and one line, or all of them, on what was left out."""
        if not notes:
            return ()
        from relations_cli.readers.notes import summary, unread

        errors, others = unread(notes)
        if self.explain:
            return (*errors, *(Remark(note.told(parameter)) for note in others))
        line = summary(others)
        return (*errors, line) if line.text else tuple(errors)

    def said(self, told: Iterable[Told], session: Session) -> tuple[Remark, ...]:
        """What is left to tell with the answer, after what could not be read was said.

        That is said at once: whatever becomes of the question, it was asked of less than was meant.
        """
        remarks: list[Remark] = []
        for one in told:
            if isinstance(one, Remark):
                remarks.append(one)
                continue
            say(one, session.spelling)
            if not self.skip_bad:
                session.unread.append(str(one))
        return tuple(remarks)


class Input(Handling, frozen=True):
    """Which chronology."""

    file: Annotated[
        list[str] | None,
        _input(
            "--file",
            "-f",
            metavar="PATH",
            help=(
                "A chronology of yours: a file of any format, a folder or a pattern; bundled is the shipped "
                "one, - standard input; else TIMELINE_FILE, else bundled; repeated: merged."
            ),
        ),
    ] = None

    def load(self, session: Session) -> "tuple[Store, tuple[Told, ...]]":
        """What is asked, and what its reader should be told of it: an error is a file not read."""
        paths = self.paths(session)
        if not paths:
            if self.reader is not None:  # a format that there is not is refused, though the bundled one needs none
                from relations_cli.readers.registry import reader_named

                reader_named(self.reader)
            return Memory(load(), Origins([BUNDLED])), ()
        origins = Origins([], {})
        chronology, notes = load_all(paths, options=self.options(session), origins=origins)
        return Memory(chronology, origins), self.told(notes)

    def where(self, session: Session) -> str:
        """Where the chronology lies: its path or paths."""
        paths = self.paths(session)
        return ", ".join(map(_place, paths)) or bundled_path()

    def paths(self, session: Session) -> list[str]:
        """What is read, as it is named; nothing: the bundled one."""
        default = session.environment.get("TIMELINE_FILE")
        return self.file or ([default] if default else list(session.settings.file))


def _place(path: str) -> str:
    if path == STDIN:
        return path
    try:
        return bundled_path() if path == BUNDLED else os.path.abspath(path)
    except OSError:  # the current folder is gone: who opens the path will say so
        return path


def _columns(given: list[str] | tuple[str, ...]) -> dict[str, str]:
    """Role: column, of texts such as ``date=Day,title=What``.

    Raises:
        UsageError: a part has no ``=``, or there is no such role.
    """
    if not given:
        return {}
    from relations_cli.readers.entries.role_names import ROLES

    columns: dict[str, str] = {}
    for part in (part for text in given for part in text.split(",")):
        role, mark, column = part.partition("=")
        if not mark or not column.strip():
            raise UsageError("columns", part, "names no column", "write date=COLUMN,title=COLUMN")
        columns[one_of("columns", role.strip().replace("-", "_"), ROLES)] = column.strip()
    return columns
