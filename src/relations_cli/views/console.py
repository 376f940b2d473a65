"""Rich on a leash: data enters as Text, never as markup, and comes out as one string."""

import re
from typing import Any

from rich.color import ColorSystem
from rich.style import Style
from rich.text import Text

from relations_cli.query.hit import MARKS
from relations_cli.screen import Screen
from relations_cli.views.breaking import breaks
from relations_cli.views.glyphs import legible, twinned
from relations_cli.views.palette import MATCH, PLAIN_MATCH, SIXTEEN


def draw(screen: Screen, *parts: Text) -> str:
    """The parts, one below the other; what may wrap is as wide as the screen, and no line has blanks at its end."""
    lines = [line for part in parts for line in ([part] if part.no_wrap else wrapped(part, screen.width))]
    text = Text("\n").join(lines)
    drawn = _coloured(text) if screen.colour else text.plain
    if screen.colour and screen.sixteen:
        drawn = re.sub("(?<=[\\[;])38;5;(\\d+)(?=[;m])", lambda match: str(SIXTEEN[int(match[1])]), drawn)
    return "".join(_trimmed(line) + "\n" for line in twinned(drawn, screen).split("\n"))


class Styles:
    """What rendering asks of Rich's console, whose import takes 13 ms: the style that a name stands for."""

    @staticmethod
    def get_style(name: str | Style, *, default: Style) -> Style:  # noqa: ARG004 -- as the console has it
        """The style of that name."""
        return name if isinstance(name, Style) else Style.parse(name)


def _coloured(text: Text) -> str:
    """The text with its styles as a terminal reads them; printed by a console it would take twice the time."""
    styles: Any = Styles()
    parts = [
        part if style is None else style.render(part, color_system=ColorSystem.EIGHT_BIT)
        for part, style, _ in text.render(styles)
    ]
    return _with_stable_ids("".join(parts))


def _with_stable_ids(drawn: str) -> str:
    """The text with its links numbered in order: the ids by which Rich joins the parts of a wrapped one are random."""
    numbers: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        return f"\x1b]8;id={numbers.setdefault(match[1], len(numbers) + 1)};"

    return re.sub("\x1b\\]8;id=([^;]*);", numbered, drawn)


def _trimmed(line: str) -> str:
    """The line without blanks at its end, between whose colours they may stand."""
    if not line.removesuffix("\x1b[0m").endswith((" ", "m")):
        return line
    body = re.sub("(?: |\x1b\\[[0-9;]*m)+$", "", line)
    return body + "".join(re.findall("\x1b\\[[0-9;]*m", line[len(body) :]))


def plain(text: str, screen: Screen, style: str | Style = "") -> Text:
    """A text of the data on one line, legible on the screen."""
    return Text(legible(text, screen), style=style)


def marked(text: str, screen: Screen, style: str = "") -> Text:
    """A text on one line whose matched words, between the marks of a search, stand out, by a style or by stars."""
    start, end = MARKS
    if start not in text:
        return plain(text, screen, style)
    shown = Text(style=style)
    for index, part in enumerate(text.split(start)):
        matched, _, rest = part.partition(end) if index else ("", "", part)
        sign = PLAIN_MATCH if matched and screen.starred else ""
        shown.append(f"{sign}{legible(matched, screen)}{sign}", style=MATCH)
        shown.append(legible(rest, screen))
    return shown


def wrapped(text: Text, width: int) -> list[Text]:
    """The lines of a text, at most so many cells wide, without blanks at their ends; an empty text has one line.

    A joiner at which a line ends keeps nothing apart any more, and is left out.
    """
    if text.cell_len <= width:
        return [text]
    lines = list(text.divide(breaks(text.plain, max(width, 2))))
    for line in lines:
        line.rstrip()
        if line.plain.endswith("\u200c"):
            line.right_crop(1)
    return [line for line in lines if line.plain]
