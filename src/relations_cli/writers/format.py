"""What a format is: one record, whether it is for programs or for people, text or bytes."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, Literal

from msgspec import Struct

from relations_cli.errors import Remark
from relations_cli.query.answer import Answer
from relations_cli.query.table import Field, Table
from relations_cli.screen import Screen

Takes = Literal["rows", "events", "chronology"]
"""Rows of any question; events; events as a whole chronology, with the vocabulary that they use."""
Gives = Literal["text", "bytes", "files"]
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


Render = Callable[..., Parts]
"""Of an answer, and how."""


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
    home: str
    """Module and function, ``writers.csv:write``: imported where the format is asked for."""
    left_out: str = ""
    """A function of the same module that says what the format cannot hold of an answer; empty: it holds all."""

    @property
    def render(self) -> Render:
        """The function that renders an answer."""
        rendering: Render = self._function(self.home.partition(":")[2])
        return rendering

    def remarks(self, answer: Answer[Any]) -> Iterable[Remark]:
        """What of the answer the format leaves out."""
        said: Iterable[Remark] = self._function(self.left_out)(answer) if self.left_out else ()
        return said

    def can_take(self, table: Table) -> bool:
        """Whether it can give rows of that table."""
        return self.takes == "rows" or table.whole

    def _function(self, name: str) -> Any:  # noqa: ANN401 -- any function of the module
        return getattr(import_module(f"relations_cli.{self.home.partition(':')[0]}"), name)
