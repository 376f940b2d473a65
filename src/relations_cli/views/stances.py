"""Stances through time on a line: a sign a claim, dates at the ends, silences as long as they were or said in words."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.dates.days import day_number
from relations_cli.model.facts import Claim
from relations_cli.model.wording import day_words, time_text
from relations_cli.screen import Screen
from relations_cli.views.console import wrapped
from relations_cli.views.glyphs import glyph, stance_sign
from relations_cli.views.palette import QUIET, stance_style

_LONGEST_LINE = 60
_LONGEST_DATE = 16
_LEAST_DASH = 0.5
"""Of a cell: where a silence would be shorter, a longer one is cut if that helps."""
_LEAST_SILENCE = 2
"""Cells: what has to be left for each of the others."""


def stances_line(claims: Iterable[Claim], screen: Screen, indent: int) -> list[Text]:
    """The line, in as many lines as the screen needs; what has no day stands before it.

    Signs of one day stand side by side, so that none hides another. Between days the line is as long as the time, at
    least a cell; a silence that would leave the others no room is cut, and its length written where it is cut.

    Args:
        claims: of one subject, in any order.
        screen: what to draw for.
        indent: cells before the line, not drawn.
    """
    days, undated = _by_day(claims)
    line = Text()
    if undated:
        line.append("undated ", QUIET).append_text(_signs(undated, screen)).append("  " if days else "")
    if days:
        groups = [days[day] for day in sorted(days)]
        ends = [_date(group[0]) for group in (groups[0], groups[-1])]
        signs = sum(map(len, groups))
        room = min(screen.width - indent - line.cell_len - sum(map(len, ends)) - 2, _LONGEST_LINE) - signs
        line.append(f"{ends[0]} ", QUIET)
        for group, silence in zip(groups, ["", *_silences(sorted(days), room)], strict=True):
            line.append(glyph(silence, unicode=screen.unicode), QUIET).append_text(_signs(group, screen))
        if len(groups) > 1:
            return _ended(wrapped(line, screen.width - indent), Text(ends[1], QUIET), screen.width - indent)
    return wrapped(line, screen.width - indent)


def _by_day(claims: Iterable[Claim]) -> tuple[dict[int, list[Claim]], list[Claim]]:
    """Number of a day: the claims that were made by its end; and those that have no day."""
    days: dict[int, list[Claim]] = {}
    undated = []
    for claim in claims:
        day = parse_edtf(claim.date).last_day if claim.date else None
        if day is None:
            undated.append(claim)
        else:
            days.setdefault(day_number(day), []).append(claim)
    return days, undated


def _ended(lines: list[Text], end: Text, width: int) -> list[Text]:
    """The lines with that behind them, on a line of its own where the last has no room for the whole."""
    if lines[-1].cell_len + 1 + end.cell_len > width:
        return [*lines, end]
    return [*lines[:-1], lines[-1].append(" ").append_text(end)]


def _signs(claims: Iterable[Claim], screen: Screen) -> Text:
    signs = Text()
    for claim in claims:
        signs.append(stance_sign(claim.stance, unicode=screen.unicode), f"bold {stance_style(claim.stance)}")
    return signs


def _date(claim: Claim) -> str:
    date = parse_edtf(claim.date or "")
    return str(date) if len(str(date)) <= _LONGEST_DATE else day_words(date.last_day)


def _silences(days: Sequence[int], room: int) -> list[str]:
    """What is drawn between each two days, together as wide as the room unless they are too many."""
    lengths = [later - earlier for earlier, later in pairwise(days)]
    rest = dict(enumerate(lengths))
    cut: dict[int, str] = {}
    while len(rest) > 1 and min(rest.values()) / sum(rest.values()) * room < _LEAST_DASH:
        longest = max(rest, key=lambda at: rest[at])
        words = f"┄ {time_text(rest[longest])} ┄"
        if 2 * rest[longest] <= sum(rest.values()) or room - len(words) < _LEAST_SILENCE * (len(rest) - 1):
            break
        room -= len(words)
        cut[longest] = words
        del rest[longest]
    dashes = {at: max(int(length / sum(rest.values()) * room), 1) for at, length in rest.items()}
    while sum(dashes.values()) > room and max(dashes.values(), default=0) > 1:
        dashes[max(dashes, key=lambda at: dashes[at])] -= 1
    return [cut.get(at) or "─" * dashes[at] for at in range(len(lengths))]
