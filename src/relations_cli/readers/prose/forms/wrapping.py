"""Whether a line of a text goes on with the one before: texts are wrapped to a width by a program or a typist."""

import re
from functools import cache
from typing import Final

import msgspec

from relations_cli.dates.reading.leading import leading
from relations_cli.model.facts import Source
from relations_cli.readers.prose.bullets import bullet

_WIDEST: Final = 110  # of a text that was wrapped by a program or a typist
_NARROWEST: Final = 40  # narrower ones are lists
_HOLDS_BACK: Final = 4  # columns by which a line of a wrapped text may miss the width
_ENDS: Final = frozenset('.!?:;)]”"')


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a text, with its indent."""

    number: int
    text: str
    sources: tuple[Source, ...] = ()
    is_link: bool = False


class Wrapping(msgspec.Struct, frozen=True, kw_only=True):
    """How the lines of a text are wrapped."""

    width: int
    """In characters; 0 where they are not."""
    is_list: bool
    """Whether lines that begin with a date stand right under lines without a stop too often to be wrapped there."""

    @classmethod
    def of(cls, lines: list[Line]) -> "Wrapping":
        """How these lines are wrapped."""
        return cls(width=_width(lines), is_list=_is_list(lines))

    def goes_on(self, held: list[Line], line: Line) -> bool:
        """Whether a line goes on with the paragraph before it: its first word had no room there."""
        before = held[-1].text
        if not self.width or bullet().match(line.text) or (len(held) == 1 and _diary_head().match(before)):
            return False
        first_word = line.text.split(maxsplit=1)[0]
        had_room = len(before) + 1 + len(first_word) <= self.width - _HOLDS_BACK
        is_hanging = _indent(line.text) > _indent(held[0].text)
        date = leading(line.text.strip())
        told = leading(line.text.strip()[3:]) if line.text.lstrip().startswith("On ") else None
        if told is not None and told.unit == "day" and told.year and before.rstrip()[-1:] in _ENDS:
            return False
        if date is not None:
            behind = line.text.strip()[date.length :][:1]
            is_inside = is_hanging and len(held[0].text) > _NARROWEST and behind in {" ", ".", ","}
            if before.rstrip()[-1:] in _ENDS or ((had_room or self.is_list) and not is_inside):
                return False
        return is_hanging or not had_room

    def goes_on_softly(self, held: list[Line], line: Line) -> bool:
        """Whether a line goes on with the one before: it begins with no date, and that one is more than a date."""
        before = held[-1].text.strip()
        date = leading(before) if len(held) == 1 else None
        if date is not None and not any(map(str.isalnum, before[date.length :])):
            return False
        return leading(line.text.strip()) is None or self.goes_on(held, line)


@cache
def _diary_head() -> re.Pattern[str]:
    """A day and a time in brackets, behind which a diary has its title on a line of its own."""
    return re.compile(r"\[[^\[\]]{0,30}\d[:.]\d\d[^\[\]]{0,12}\] \S")


def _width(lines: list[Line]) -> int:
    """The width to which a text is wrapped, 0 where it is not: its longest line, if many lines come near it."""
    sizes = sorted(len(line.text) for line in lines if line.text)
    if not sizes:
        return 0
    # A few lines may be wider: an address, a row of a table
    widest = sizes[len(sizes) - 1 - len(sizes) // 30]
    return widest if _NARROWEST <= widest <= _WIDEST else 0


def _is_list(lines: list[Line]) -> bool:
    """Whether lines that begin with a date stand right under lines without a stop too often to be wrapped there."""
    dates = inside = 0
    before = ""
    for line in lines:
        bare = line.text.strip()
        if bare and leading(bare) is not None:
            dates += 1
            inside += bool(before) and before[-1] not in _ENDS
        before = bare
    return inside * 3 > dates


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
