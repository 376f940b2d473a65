"""An event in a drawing: its sign, the lines of its title, and what else of it matched a search."""

from rich.text import Text

from relations_cli.query.hit import Hit
from relations_cli.screen import Screen
from relations_cli.views.console import marked, wrapped
from relations_cli.views.glyphs import BEARS, glyph, status_sign
from relations_cli.views.palette import HEAD, QUIET, status_style


def sign_cells(hit: Hit, screen: Screen) -> Text:
    """The sign of its own status, else that it bears on a proposition, else a blank; and a blank."""
    sign = status_sign(hit.status, unicode=screen.unicode)
    if not sign and hit.propositions:
        return Text(f"{glyph(BEARS, unicode=screen.unicode)} ", style=QUIET)
    return Text(f"{sign or ' '} ", style=status_style(hit.status))


def title_lines(hit: Hit, screen: Screen, room: int) -> list[Text]:
    """The title with matched words marked, and how far it is from what was asked about, which itself stands out.

    Where its sign is that of a status, a second one before the title says that it bears on a proposition as well.
    """
    is_asked_for = hit.distance == "anchor" or hit.context == "hit"
    title = marked(hit.title or hit.event.title, screen, HEAD if is_asked_for else "")
    if hit.propositions and status_sign(hit.status, unicode=screen.unicode):
        title = Text(style=title.style).append(f"{glyph(BEARS, unicode=screen.unicode)} ", QUIET).append_text(title)
    if hit.distance is not None:
        # A number and its unit do not part at the end of a line.
        days = hit.distance.removesuffix(" d")
        title.append("  ").append(hit.distance if days == hit.distance else f"{days}d", QUIET)
    return wrapped(title, room)


def found_lines(hit: Hit, screen: Screen, room: int) -> list[Text]:
    """What matched outside the title."""
    return [] if hit.snippet is None else wrapped(marked(hit.snippet, screen, QUIET), room)
