"""What is contested: status, sentence, when which stance was taken along a line of time, and how long it took."""

from collections.abc import Sequence

from rich.padding import Padding
from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.dates.days import day_number
from relations_cli.model.facts import Claim
from relations_cli.query.answer import Answer
from relations_cli.query.contested import Contested
from relations_cli.views import Screen, View
from relations_cli.views.console import draw, plain
from relations_cli.views.footer import flowed, footer, stance_legend
from relations_cli.views.glyphs import glyph, stance_sign, status_sign
from relations_cli.views.palette import HEAD, QUIET, stance_style, status_style
from relations_cli.views.words import day_words, names_text

_INDENT = 2
_LONGEST_LINE = 60
_LEAST_LINE = 10
_WEIGHT = {stance: weight for weight, stance in enumerate(("asserts", "denies", "corroborates", "confirms"))}


def contested_view(answer: Answer[Contested]) -> View:
    """A view of propositions and events with claims, a few lines each."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        days = [day for row in answer for claim in row.subject.claims if (day := _day(claim)) is not None]
        span = (min(days), max(days)) if days else (0, 0)
        parts: list[Text | Padding] = []
        for row in answer:
            parts += [
                _head(row, screen),
                *[Padding(line, (0, 0, 0, _INDENT)) for line in _body(row, answer, span, screen)],
            ]
            parts.append(Text())
        parts += flowed(stance_legend(screen), screen.width)
        said = footer(answer) if screen.terminal else ""
        return draw(screen, *parts, *([Text(said, style=QUIET)] if said else []))

    return view


def _head(row: Contested, screen: Screen) -> Text:
    status = row.subject.standing.status
    sign = status_sign(status, unicode=screen.unicode)
    head = Text().append(f"{sign} {status}".lstrip(), status_style(status)).append("  ")
    return head.append_text(plain(row.subject.text, HEAD))


def _body(row: Contested, answer: Answer[Contested], span: tuple[int, int], screen: Screen) -> list[Text]:
    facts = []
    if row.since is not None and row.since.date:
        facts.append(f"asserted {parse_edtf(row.since.date)}")
    if row.lag_corroborated is not None:
        facts.append(f"corroborated after {_days(row.lag_corroborated)}")
    if row.lag_admitted is not None:
        facts.append(f"confirmed after {_days(row.lag_admitted)}")
    facts.append(f"last change {day_words(row.changed)}")
    denied = names_text(row.subject.standing.denied_by, answer.chronology.actors)
    lines = [plain("; ".join(facts) + (f"; denied by {denied}" if denied else "") + f"  ({row.subject.id})", QUIET)]
    room = min(screen.width - _INDENT, _LONGEST_LINE)
    if room >= _LEAST_LINE:
        lines.append(_stances(row.subject.claims, span, room, screen))
    return lines


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"


def _day(claim: Claim) -> int | None:
    day = parse_edtf(claim.date).last_day if claim.date else None
    return None if day is None else day_number(day)


def _stances(claims: Sequence[Claim], span: tuple[int, int], room: int, screen: Screen) -> Text:
    """A sign for each stance where it was taken between the first and the last day of all rows; the strongest shows."""
    first, last = span
    cells: dict[int, str] = {}
    for claim in claims:
        day = _day(claim)
        if day is not None:
            at = round((day - first) / max(last - first, 1) * (room - 1))
            if at not in cells or _WEIGHT[claim.stance] > _WEIGHT[cells[at]]:
                cells[at] = claim.stance
    line = Text()
    for at in range(room):
        stance = cells.get(at)
        if stance is None:
            line.append(glyph("─", unicode=screen.unicode), QUIET)
        else:
            line.append(stance_sign(stance, unicode=screen.unicode), f"bold {stance_style(stance)}")
    return line
