"""Lines of styled text: wrapped and coloured by Rich on a terminal, the same text as it is in a pipe."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from relations_cli.screen import Screen
from relations_cli.views.addresses import is_address, linked
from relations_cli.views.glyphs import legible, twinned
from relations_cli.views.palette import HEAD, QUIET

if TYPE_CHECKING:
    from rich.style import Style

_READABLE = 92
"""Columns beyond which a line of prose is hard to read."""
_LEAST_BESIDE = 16
"""Columns that a line has beside its label; where there are fewer, it begins below."""


class Part(NamedTuple):
    """A piece of a line."""

    text: str
    style: str = ""


class Line(NamedTuple):
    """A line of a sheet: what wraps stays to the right of the label."""

    parts: tuple[Part, ...]
    indent: int
    """Columns before the line."""
    label: str
    """As wide as its column, blanks included."""
    style: str = QUIET
    """Of the label."""


class Sheet:
    """Lines from top to bottom."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lines: list[Line] = []

    def add(self, *parts: Part | str, indent: int = 0, label: str = "", style: str = QUIET) -> None:
        """Add a line, whose text may be anything."""
        made = [part if isinstance(part, Part) else Part(part) for part in parts]
        self._lines.append(Line(tuple(made), indent, label, style))

    def heading(self, text: str) -> None:
        """Add a heading after a blank line."""
        self.gap()
        self.add(Part(text, HEAD))

    def gap(self) -> None:
        """Add a blank line, unless one stands there or nothing does."""
        if self._lines and self._lines[-1].parts:
            self._lines.append(Line((), 0, ""))

    def rule(self) -> None:
        """Add a rule, unless nothing stands above it."""
        if self._lines:
            self.gap()
            self.add(Part("———", QUIET))
            self.gap()

    def text(self, screen: Screen) -> str:
        """The sheet for a screen; in a pipe, unless colours are asked for, every line as long as it is."""
        if screen.terminal or screen.colour:
            return _drawn(self._lines, screen)
        return twinned("".join(_undrawn(line, screen) for line in self._lines), screen)


def _undrawn(line: Line, screen: Screen) -> str:
    text = "".join(legible(part.text, screen) for part in line.parts)
    return f"{' ' * line.indent}{line.label}{text}".rstrip() + "\n"


def _style(part: Part) -> "Style":
    from rich.style import Style

    return linked(part.text, part.style) if is_address(part.text) else Style.parse(part.style)


def _drawn(lines: Sequence[Line], screen: Screen) -> str:
    from rich.text import Text

    from relations_cli.views.console import draw, wrapped

    width = min(screen.width, _READABLE)
    drawn = []
    for line in lines:
        text = Text.assemble(*[(legible(part.text, screen), _style(part)) for part in line.parts])
        before = Text(" " * line.indent, no_wrap=True).append(line.label, line.style)
        after = line.indent + len(line.label)
        if line.label and width - after < _LEAST_BESIDE:
            drawn.append(Text(" " * line.indent, no_wrap=True).append(line.label.rstrip(), line.style))
            after = line.indent + 2
            before = Text(" " * after, no_wrap=True)
        for part in wrapped(text, width - after):
            drawn.append(before.append_text(part))
            before = Text(" " * after, no_wrap=True)
    return draw(replace(screen, width=width), *drawn)
