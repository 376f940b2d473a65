"""What became known, day by day: events with their titles, stances in a sentence each."""

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from relations_cli.model.wording import day_words, known_words
from relations_cli.query.answer import Answer
from relations_cli.query.changes import News
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import footer, keyed
from relations_cli.views.glyphs import glyph, stance_sign
from relations_cli.views.palette import HEAD, QUIET, stance_style

_BULLET = "●"
_INDENT = "  "


def news(answer: Answer[News]) -> View:
    """A view of news: a heading a day, below it what became known on it, each with its sign and its id."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        return draw(screen, *keyed(_key(answer, screen), _days(answer, screen), screen), *footer(answer, screen))

    return view


def _key(answer: Answer[News], screen: Screen) -> Iterator[Text]:
    """What the sign of an event means, where there is one; that of a stance stands beside its word."""
    if any(row.by is None for row in answer):
        yield Text(f"{glyph(_BULLET, unicode=screen.unicode)} an event became known", QUIET)


def _days(answer: Answer[News], screen: Screen) -> Iterator[Text]:
    for place, (day, rows) in enumerate(groupby(answer, key=lambda row: row.day)):
        if place:
            yield Text()
        yield from wrapped(plain(day_words(day), screen, HEAD), screen.width)
        alike: dict[tuple[str, str | None, str, str], list[News]] = {}
        for row in rows:
            alike.setdefault((row.kind, row.by, row.id, known_words(row.day, row.dates)), []).append(row)
        for row, *again in alike.values():  # what somebody says twice on a day is said once
            before = Text(_INDENT, no_wrap=True).append_text(_sign(row, screen)).append(" ")
            for line in wrapped(_said(row, 1 + len(again), screen), screen.width - before.cell_len):
                yield before.append_text(line)
                before = Text(" " * (len(_INDENT) + 2), no_wrap=True)


def _sign(row: News, screen: Screen) -> Text:
    if row.by is None:
        return Text(glyph(_BULLET, unicode=screen.unicode))
    return Text(stance_sign(row.kind, unicode=screen.unicode), stance_style(row.kind))


def _said(row: News, times: int, screen: Screen) -> Text:
    """The title, or who takes which stance on what; then the id, how often where that is more than once, and when.

    What is dated no closer than a month stands on the last day of it, and says so.
    """
    said = Text()
    if row.by is not None:
        said.append_text(plain(row.by, screen)).append(" ").append(row.kind, stance_style(row.kind)).append(": ")
    often = f"; {times:,} claims" if times > 1 else ""
    date = known_words(row.day, row.dates)
    dated = f", dated {date}" if date != day_words(row.day) else ""
    return said.append_text(plain(row.about, screen)).append_text(plain(f" ({row.id}{often}){dated}", screen, QUIET))
