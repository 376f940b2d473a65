"""A view as a picture: what a terminal would show, by Rich's own export."""

import io
import re

from rich.console import Console
from rich.text import Text


def picture(drawn: str, width: int, title: str) -> str:
    """The SVG of a drawn view, the same bytes for the same view; it links nothing on the web.

    Args:
        drawn: what a view gave, with its colours.
        width: columns.
        title: what stands in the window's frame.
    """
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in drawn.splitlines():
        console.print(Text.from_ansi(line), soft_wrap=True, highlight=False, markup=False)
    exported = console.export_svg(title=title, unique_id="timeline")
    # Rich links a font on the web; a reader of the picture should not be sent there.
    return re.sub(r"@font-face \{.*?\}\s*", "", exported, flags=re.DOTALL)
