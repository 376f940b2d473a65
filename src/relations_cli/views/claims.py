"""Claims in words: who took which stance on what, what was said, and what became of it."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from relations_cli.model.wording import date_words, said_text
from relations_cli.query.answer import Answer
from relations_cli.query.claims import ClaimRow
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.columns import GAP, row_lines
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import footer
from relations_cli.views.glyphs import status_sign
from relations_cli.views.palette import HEAD, QUIET, stance_style, status_style

_COLUMNS_FROM = 110
"""Columns of a screen from which on each part has a column of its own."""
_LONGEST_DATE = 14
_LONGEST_WHO = 28
"""Cells; more on a screen of which that is less than a fifth."""
_OF_SUBJECTS = 0.4
"""Of the room that dates and names leave: as much as what claims are about may take from long notes."""
_LEAST_BESIDE = 16
"""Columns that a claim has beside its date; where there are fewer, it begins below."""
_INDENT = 2


def claims_view(answer: Answer[ClaimRow], *, ids: bool = False) -> View:
    """A view of claims in their order; what all of them are about stands above them, once.

    Args:
        answer: the claims.
        ids: the ids of actor, subject and event below each.
    """

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        subjects = {(row.subject.kind, row.subject.id) for row in answer}
        is_shared = len(subjects) == 1 and len(answer) > 1
        head = [*wrapped(_about(answer.rows[0], screen, HEAD), screen.width), Text()] if is_shared else []
        rows = [_parts(row, screen, is_shared=is_shared, ids=ids) for row in answer]
        lines = _beside(rows, screen) if screen.width >= _COLUMNS_FROM else _below(rows, screen)
        return draw(screen, *head, *lines, *footer(answer, screen))

    return view


_Parts = dict[str, Text]
"""The parts of a row by the head of their column; what is empty is not said."""


def _parts(row: ClaimRow, screen: Screen, *, is_shared: bool, ids: bool) -> _Parts:
    claim = row.claim
    who = Text().append_text(plain(row.by_name, screen, HEAD)).append(" ")
    who.append(claim.stance, stance_style(claim.stance))
    about = Text() if is_shared else _about(row, screen, QUIET)
    named = [f"by {claim.by}", f"on {row.subject.id}"]
    named += [f"in {row.event}"] if row.event not in (None, row.subject.id) else []
    return {
        "DATE": plain(date_words(claim.date), screen, "" if claim.date else QUIET),
        "WHO": who,
        "ABOUT": about,
        "NOTE": plain(said_text(claim), screen),
        "IDS": plain(", ".join(named), screen, QUIET) if ids else Text(),
    }


def _about(row: ClaimRow, screen: Screen, style: str) -> Text:
    """What became of it by the day of the question, and what the claim is on."""
    sign = status_sign(row.now, unicode=screen.unicode)
    became = Text().append(f"{sign} {row.now}".lstrip(), status_style(row.now))
    return became.append(GAP).append_text(plain(row.subject.text, screen, style))


def _below(rows: Sequence[_Parts], screen: Screen) -> Iterator[Text]:
    """Each part below the other, beside the date where there is room for it."""
    dates = _date_width(rows)
    room = screen.width - dates - len(GAP)
    for parts in rows:
        date, *others = parts.values()
        if room >= _LEAST_BESIDE:
            yield from row_lines([(wrapped(date, dates), dates, False), (_stacked(others, room), room, False)])
        else:
            yield from wrapped(date, screen.width)
            for line in _stacked(others, screen.width - _INDENT):
                yield Text(" " * _INDENT, no_wrap=True).append_text(line)


def _beside(rows: Sequence[_Parts], screen: Screen) -> Iterator[Text]:
    """Each part in a column, with heads; ids below the notes."""
    widths = {
        "DATE": _date_width(rows),
        "WHO": min(max(parts["WHO"].cell_len for parts in rows), max(_LONGEST_WHO, screen.width // 5)),
    }
    rest = screen.width - sum(widths.values()) - 2 * len(GAP)
    about, said = (max(parts[name].cell_len for parts in rows) for name in ("ABOUT", "NOTE"))
    if about:
        rest -= len(GAP)
        widths["ABOUT"] = max(min(about, max(int(rest * _OF_SUBJECTS), rest - said)), len("ABOUT"))
        rest -= widths["ABOUT"]
    widths["NOTE"] = rest
    yield from row_lines([([Text(name, HEAD)], width, False) for name, width in widths.items()])
    for parts in rows:
        cells = {name: wrapped(parts[name], width) for name, width in widths.items()}
        cells["NOTE"] = _stacked([parts["NOTE"], parts["IDS"]], rest)
        yield from row_lines([(cells[name], width, False) for name, width in widths.items()])


def _stacked(texts: Iterable[Text], width: int) -> list[Text]:
    return [line for text in texts if text for line in wrapped(text, width)]


def _date_width(rows: Sequence[_Parts]) -> int:
    """As wide as the longest date; of long ones, which break, as wide as their longest word."""
    dates = [parts["DATE"] for parts in rows]
    longest_word = max(Text(word).cell_len for date in dates for word in date.plain.split(" "))
    return max(longest_word, min(max(date.cell_len for date in dates), _LONGEST_DATE))
