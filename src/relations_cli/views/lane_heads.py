"""The heads of lanes: words side by side where there is room, else one below the other, each led to its lane."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from relations_cli.screen import Screen
from relations_cli.views.console import plain, wrapped
from relations_cli.views.glyphs import glyph
from relations_cli.views.lane_choice import LaneOf
from relations_cli.views.palette import QUIET, hue

NARROWEST = 2
"""Cells of a lane: a bullet, and room for what joins it to the next."""
_GAP = 2
"""Between two heads side by side."""


def lane_style(lane: LaneOf, place: int) -> str:
    """The colour of the lane at that place; what several share has none."""
    return QUIET if lane.shares else hue(place)


def lane_widths(lanes: Sequence[LaneOf], screen: Screen, room: int) -> list[int]:
    """The cells of each lane: as wide as its head where all heads have room, else the narrowest."""
    widths = [max(_head(lane, place, screen).cell_len + _GAP, NARROWEST) for place, lane in enumerate(lanes)]
    return widths if sum(widths) <= room else [NARROWEST] * len(lanes)


def head_lines(
    lanes: Sequence[LaneOf], widths: Sequence[int], margin: int, screen: Screen, *, foot: bool = False
) -> Iterator[Text]:
    """The lines of the heads above the lanes, or of the same words below them.

    Args:
        lanes: from the left to the right.
        widths: the cells of each.
        margin: cells to their left.
        screen: what to draw for.
        foot: whether they stand below.
    """
    heads = [_head(lane, place, screen) for place, lane in enumerate(lanes)]
    if heads and all(head.cell_len < width for head, width in zip(heads, widths, strict=True)):
        line = Text(" " * margin, no_wrap=True)
        for head, width in zip(heads, widths, strict=True):
            line.append_text(head).append(" " * (width - head.cell_len))
        yield line
        return
    for place in reversed(range(len(heads))) if foot else range(len(heads)):
        room = screen.width - margin - NARROWEST * (place + 1)
        for at, part in enumerate(wrapped(heads[place], room)):
            line = Text(" " * margin, no_wrap=True)
            for left in range(place):
                line.append(glyph("│ ", unicode=screen.unicode), lane_style(lanes[left], left))
            led = "  " if at and foot else "│ " if at else "╰ " if foot else "╭ "
            yield line.append(glyph(led, unicode=screen.unicode), lane_style(lanes[place], place)).append_text(part)


def _head(lane: LaneOf, place: int, screen: Screen) -> Text:
    style = lane_style(lane, place)
    return plain(lane.words, screen, f"bold {style}").append(f" {lane.number:,}", QUIET)
