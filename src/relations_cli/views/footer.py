"""What stands under the rows of an answer: what the signs mean, how many rows there are, and what is not there."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any

from rich.text import Text

from relations_cli.escaping import shown_line
from relations_cli.model.facts import STANCES
from relations_cli.model.status import STATUSES
from relations_cli.model.wording import amounts_text, day_words
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.screen import Screen
from relations_cli.views.drawn_dates import BULLETS
from relations_cli.views.glyphs import BEARS, glyph, stance_sign, status_sign
from relations_cli.views.palette import QUIET, stance_style, status_style
from relations_cli.views.spans import ARROWS

_BETWEEN = "   "
"""Between two entries of a legend."""


def footer(answer: Answer[Any], screen: Screen, *, by_date: bool = False) -> list[Text]:
    """How many of how many, in which order, and what was left out; nothing where nobody looks, or there is no news.

    Args:
        answer: the rows.
        screen: what to draw for.
        by_date: of a drawing, whose rows stand in the order of time even where they were chosen by rank, and whose
            legend this follows at once.
    """
    said = _said(answer, screen, by_date=by_date) if screen.terminal else ""
    if not said:
        return []
    return [*([] if by_date else [Text()]), Text(said, style=QUIET)]


def _said(answer: Answer[Any], screen: Screen, *, by_date: bool) -> str:
    query, out = answer.query, answer.left_out
    parts = []
    if answer.table.whole and answer.rows:
        events = "event" if answer.searched == 1 else "events"
        shown = len({row.event.id for row in answer})  # an event near two anchors stands twice
        parts.append(f"{shown} of {answer.searched} {events}, {_order(answer, screen, by_date=by_date)}")
    if out.limit:
        is_best = _by_rank(answer) and (by_date or query.order == "date" or query.sort is not None)
        limit = screen.spelling("limit")
        which = "that fit less well" if is_best else "more"
        parts.append(f"{out.limit} {which} cut by {limit}")
    if out.undated:
        parts.append(f"{out.undated} undated left out")
    if query.as_of is not None:
        learned = {"event": out.later, "claim": out.later_claims, "source": out.later_sources}
        news = amounts_text(learned) or "no news"
        parts.append(f"as known at the end of {day_words(query.as_of)}, since when there are {news}")
    return "; ".join(parts)


def _order(answer: Answer[Any], screen: Screen, *, by_date: bool) -> str:
    field = answer.query.sort
    if field is not None and not by_date and field.casefold() != "date":
        back = "" if answer.query.reverse else f"; {screen.short('reverse')} for the reverse"
        return f"by {shown_line(field)}{', in reverse' if answer.query.reverse else back}"
    if answer.query.order == "rank" and field is None:
        return "oldest first" if by_date else f"best first; {screen.spelling('order')} date for the order in time"
    each = "" if by_date or "anchor" not in answer.table.fields else " around each"
    if answer.query.reverse:
        return f"latest first{each}"
    if _by_rank(answer) and answer.left_out.limit:  # in reverse they are the same
        return "oldest first"
    return f"oldest first{each}; {screen.short('reverse')} for the latest"


def _by_rank(answer: Answer[Any]) -> bool:
    """Whether a limit leaves those that fit best."""
    return answer.query.text is not None and "context" not in answer.table.fields


def legend(answer: Answer[Hit], screen: Screen) -> list[Text]:
    """The signs of the events' own statuses that occur, each with its word; and that of bearing on a proposition."""
    found = {hit.status for hit in answer}
    signs = [
        Text(style=QUIET).append(status_sign(status, unicode=screen.unicode), status_style(status)).append(f" {status}")
        for status in STATUSES
        if status in found and status != "uncontested"
    ]
    if any(hit.propositions for hit in answer):
        signs.append(Text(f"{glyph(BEARS, unicode=screen.unicode)} bears on a proposition", style=QUIET))
    return signs


def keyed(key: Iterable[Text], lines: Iterable[Text], screen: Screen) -> Iterator[Text]:
    """The lines below their key, which a pager shows first; above it once more where they exceed a screen."""
    said = list(key)
    yield from (*said, Text()) if said else ()
    drawn = list(lines)
    yield from drawn
    if said and screen.height is not None and len(said) + 1 + len(drawn) >= screen.height:
        yield from (Text(), *said)


def bullets_legend(
    answer: Answer[Hit], bullets: Iterable[str], arrows: Iterable[str], glyph_of: Callable[[str], str]
) -> list[Text]:
    """The bullets of events and the ends of intervals that occur, each with what it means.

    Args:
        answer: the events.
        bullets: those of its dated events.
        arrows: the ends that are no day.
        glyph_of: a glyph as it is drawn.
    """
    drawn = {*bullets, *arrows, *(["○"] if any(not hit.is_dated for hit in answer) else [])}
    meanings = (BULLETS | ARROWS).items()
    return [Text(f"{glyph_of(one)} {said}", style=QUIET) for one, said in meanings if one in drawn]


def stance_legend(screen: Screen, shown: Container[str] = STANCES) -> list[Text]:
    """The signs of the stances, or of those that are shown, each with its word."""
    return [
        Text(stance_sign(stance, unicode=screen.unicode), stance_style(stance)).append(f" {stance}", QUIET)
        for stance in STANCES
        if stance in shown
    ]


def flowed(entries: Sequence[Text], width: int) -> Iterator[Text]:
    """The entries of a legend on as few lines as they fit, none of them broken unless it is longer than a line."""
    line = Text(style=QUIET)
    for entry in entries:
        if line.plain and line.cell_len + len(_BETWEEN) + entry.cell_len > width:
            yield line
            line = Text(style=QUIET)
        line.append(_BETWEEN if line.plain else "").append_text(entry)
    if line.plain:
        yield line
