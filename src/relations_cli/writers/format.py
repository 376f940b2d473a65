"""What a format is: one record, whether it is for programs or for people, text or bytes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from relations_cli.query.table import Field, Table
from relations_cli.screen import Screen

Takes = Literal["rows", "events", "chronology"]
"""Rows of any question; events; events as a whole chronology, with the vocabulary that they use."""
Gives = Literal["text", "bytes"]
Parts = Iterator[str] | Iterator[bytes]
"""A result piece by piece, so that a large one streams."""


class How(Struct, frozen=True, kw_only=True):
    """How an answer is to be rendered, as far as the format has a choice."""

    fields: tuple[Field, ...] | None = None
    """Which columns; None: those that the format shows where none are asked for."""
    screen: Screen = Screen(terminal=False, width=80, colour=False)
    """What the output can show."""
    view: str | Callable[[Screen], str] = "table"
    """What draws the answer for people: the name of a view, or a function of a screen."""
    long: bool = False
    """In a table of events, the summary under each title."""
    lanes: str | None = None
    """Of a drawn timeline: the facet by which it has parallel lanes."""
    header: bool = False
    """Of rows that need none in a pipe: whether the names of their columns come first."""
    drawn: bool = False
    """Of a picture: whether it is of the drawn timeline."""
    template: str = ""
    """Of rows as the reader words them: a text with fields in braces."""
    end: str = "\n"
    """What ends a record of lines."""
    excel: bool = False
    """Of csv: whether it begins with the mark without which Excel does not take it for UTF-8."""
    numbered: bool = False
    """Of a document: whether its entries are numbered, as courts ask for."""
    detailed: bool = False
    """Whether a report says everything about each row, as ``show`` does."""
    histories: Mapping[str, Sequence[Any]] = {}
    """With everything about each event: by its id how statuses changed, as ``query.contested`` has it."""


class Format(Struct, frozen=True, kw_only=True):
    """A form in which an answer can be given."""

    name: str
    """As the command line takes it."""
    suffixes: tuple[str, ...] = ()
    """Of the files that hold it, each with its dot; none: it has to be named."""
    meaning: str = ""
    """When or how it is given, in a few words; empty where the name says it."""
    takes: Takes = "rows"
    gives: Gives = "text"
    keeps: str = ""
    """What it holds, in a few words, for the list of formats."""
    loses: str = ""
    """What it cannot hold, in a few words; empty: nothing."""
    needs: str = ""
    """The extra with the library that it needs; empty: none."""
    columns: bool = True
    """Whether it shows the fields that are asked for; one that holds all of an event has none to choose."""
    options: tuple[str, ...] = ()
    """Parameters that only it understands."""
    home: str
    """Module and function, ``writers.csv:write``: imported where the format is asked for."""
    left_out: str = ""
    """A function of the same module that says what the format cannot hold of an answer; empty: it holds all."""

    def can_take(self, table: Table) -> bool:
        """Whether it can give rows of that table."""
        return self.takes == "rows" or table.whole
