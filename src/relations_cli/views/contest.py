"""What is contested: status, sentence, how long it took to get there, and which stance was taken when."""

from rich.text import Text

from relations_cli.dates import Day, parse_edtf
from relations_cli.model.status import claimed_on
from relations_cli.model.wording import known_words, lag_text, names_text
from relations_cli.query.answer import Answer
from relations_cli.query.contested import Contested
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.footer import flowed, footer, keyed, stance_legend
from relations_cli.views.glyphs import glyph, status_sign
from relations_cli.views.palette import HEAD, QUIET, status_style
from relations_cli.views.stances import stances_line

_INDENT = 2


def contested_view(answer: Answer[Contested]) -> View:
    """A view of propositions and events with claims, a few lines each."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        parts: list[Text] = []
        for row in answer:
            first, *more = wrapped(_head(row, screen), screen.width - _INDENT)
            below = [*more, *wrapped(_facts(row, answer, screen), screen.width - _INDENT)]
            if len(row.subject.claims) > 1:
                below += stances_line(row.subject.claims, screen, _INDENT)
            parts += [first, *(Text(" " * _INDENT, no_wrap=True).append_text(line) for line in below), Text()]
        scale = Text(f"{glyph('─', unicode=screen.unicode)} time between them, a cell at least", QUIET)
        key = flowed([*stance_legend(screen), scale], screen.width)
        return draw(screen, *keyed(key, parts[:-1], screen), *footer(answer, screen))

    return view


def _head(row: Contested, screen: Screen) -> Text:
    status = row.subject.standing.status
    sign = status_sign(status, unicode=screen.unicode)
    head = Text().append(f"{sign} {status}".lstrip(), status_style(status)).append("  ")
    return head.append_text(plain(row.subject.text, screen, HEAD))


def _facts(row: Contested, answer: Answer[Contested], screen: Screen) -> Text:
    lags = {"corroborated": row.lag_corroborated, "confirmed": row.lag_admitted}
    last = known_words(row.changed, [claim.date for change in row.changes[-1:] for claim in change.claims])
    said: list[tuple[str, Day | None]] = [(f"last change {last}", row.changed)]
    for step, claim in row.steps:
        lag = lags.get(step)
        if step == "asserted" and claim.date:
            said.append((f"asserted {parse_edtf(claim.date)}", claimed_on(claim, row.subject.event)))
        elif lag is not None:
            said.append((f"{step} {lag_text(lag)}", claimed_on(claim, row.subject.event)))
    # Time runs forward; what was changed by a claim stands behind it
    facts = [text for text, _ in sorted([*said[1:], said[0]], key=lambda one: (one[1] is not None, one[1] or ()))]
    denied = names_text(row.subject.standing.denied_by, answer.vocabulary.actors)
    denial = f"; denied by {denied}" if denied else ""
    return plain(f"{'; '.join(facts)}{denial}  ({row.subject.id})", screen, QUIET)
