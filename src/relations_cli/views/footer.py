"""What stands under the rows of an answer: what the signs mean, how many rows there are, and what is not there."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from relations_cli.model.facts import STANCES
from relations_cli.model.status import STATUSES
from relations_cli.query.answer import Answer, Hit
from relations_cli.views import Screen
from relations_cli.views.glyphs import most_doubtful, stance_sign, status_sign
from relations_cli.views.palette import QUIET, stance_style, status_style
from relations_cli.views.words import day_words

_BETWEEN = "   "
"""Between two entries of a legend."""


def footer(answer: Answer[Any]) -> str:
    """How many of how many, in which order, and what was left out; empty where there is nothing to say."""
    query, out = answer.query, answer.left_out
    parts = []
    if answer.table.whole and answer.rows:
        parts.append(f"{len(answer)} of {answer.searched} events, {_order(answer)}")
    if out.limit:
        parts.append(f"{out.limit} more cut by --limit")
    if out.undated:
        parts.append(f"{out.undated} undated left out")
    if query.as_of is not None:
        learned = {"event": out.later, "claim": out.later_claims, "source": out.later_sources}
        counts = ", ".join(f"{n} {what}{'' if n == 1 else 's'}" for what, n in learned.items() if n)
        parts.append(f"as known at the end of {day_words(query.as_of)}, since when there are {counts or 'no news'}")
    return "; ".join(parts)


def _order(answer: Answer[Any]) -> str:
    if answer.query.order == "rank":
        return "best first; --sort date for the order in time"
    return "latest first" if answer.query.reverse else "oldest first; -r for the latest"


def legend(answer: Answer[Hit], screen: Screen) -> list[Text]:
    """The signs of the statuses that occur, each with its word."""
    found = {most_doubtful(hit) for hit in answer}
    return [
        Text(style=QUIET).append(status_sign(status, unicode=screen.unicode), status_style(status)).append(f" {status}")
        for status in STATUSES
        if status in found and status != "uncontested"
    ]


def stance_legend(screen: Screen) -> list[Text]:
    """The signs of the stances, each with its word."""
    return [
        Text(stance_sign(stance, unicode=screen.unicode), stance_style(stance)).append(f" {stance}", QUIET)
        for stance in STANCES
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
