"""A view as a picture: what a terminal would show, by Rich's own export."""

import io
import re

from rich.console import Console
from rich.text import Text

from relations_cli.escaping import shown_line

_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""No character of XML 1.0 (section 2.2), and not among the controls that are shown as escapes."""


def picture(drawn: str, width: int, title: str) -> str:
    """The SVG of a drawn view, the same bytes for the same view; it links nothing on the web.

    Args:
        drawn: what a view gave, with its colours.
        width: columns.
        title: what stands in the window's frame; any text.
    """
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in drawn.translate(_NO_XML).split("\n")[:-1]:
        console.print(Text.from_ansi(line), soft_wrap=True, highlight=False, markup=False)
    exported = console.export_svg(title=shown_line(title).translate(_NO_XML), unique_id="timeline")
    # Rich links a font on the web; a reader of the picture should not be sent there.
    return re.sub(r"@font-face \{.*?\}\s*", "", exported, flags=re.DOTALL)
