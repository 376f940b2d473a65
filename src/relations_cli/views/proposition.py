"""A proposition on a sheet, and how the status of anything contested came to be what it is."""

from collections.abc import Iterable, Mapping, Sequence

from relations_cli.dates.order import in_order
from relations_cli.model.facts import Actor, Claim
from relations_cli.model.grounds import grounds
from relations_cli.model.wording import (
    claim_parts,
    claim_text,
    date_labels,
    date_words,
    days_text,
    known_words,
    labels_of,
    names_text,
    quote_text,
    standing_text,
)
from relations_cli.query.answer import Answer
from relations_cli.query.contested import Change, Contested
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.palette import HEAD, QUIET, stance_style, status_style
from relations_cli.views.sheet import Part, Sheet

_INDENT = 2


def with_history(answer: Answer[Contested]) -> View:
    """A view of propositions with their whole history, one below the other."""

    def view(screen: Screen) -> str:
        sheet = Sheet()
        for row in answer:
            sheet.rule()
            _write(sheet, row, answer)
        return sheet.text(screen)

    return view


def _write(sheet: Sheet, row: Contested, answer: Answer[Contested]) -> None:
    actors, claims = answer.vocabulary.actors, row.subject.claims
    _write_head(sheet, row, answer)
    sheet.heading("History")
    write_history(sheet, row.changes, actors, _INDENT)
    sheet.heading("Claims")
    _write_claims(sheet, claims, actors)
    addresses: dict[str, list[str]] = {claim.source: [] for claim in claims if claim.source}
    for claim in claims:
        if claim.source and claim.locator and claim.locator not in addresses[claim.source]:
            addresses[claim.source].append(claim.locator)
    if addresses:
        sheet.heading("Sources")
    for address, locators in addresses.items():
        sheet.add(Part(address, QUIET), f" ({'; '.join(locators)})" if locators else "", indent=_INDENT)
    if row.bearing:
        sheet.heading("Events that bear on it")
    for event, label in zip(row.bearing, date_labels(event.date for event in row.bearing), strict=True):
        sheet.add(event.title, Part(f" ({event.id})", QUIET), indent=_INDENT, label=label)


def _write_head(sheet: Sheet, row: Contested, answer: Answer[Contested]) -> None:
    """Write the proposition, its status, and who first asserted, corroborated and admitted it."""
    subject, actors = row.subject, answer.vocabulary.actors
    sheet.add(Part(subject.text, HEAD))
    sheet.add(Part(subject.id, QUIET))
    sheet.gap()
    status, denied_by = subject.standing.status, subject.standing.denied_by
    holds = grounds(status, subject.claims, actors, answer.query.day, subject.event)
    rests = standing_text(status, denied_by, actors, holds).removeprefix(status)
    sheet.add(Part(status, status_style(status)), rests, label=f"{'Status':<14}")
    labels = {"asserted": "Asserted", "corroborated": "Corroborated", "confirmed": "Admitted"}
    lags = {"corroborated": row.lag_corroborated, "confirmed": row.lag_admitted}
    for step, claim in row.steps:
        later = f", {days_text(lag)} after the first assertion" if (lag := lags.get(step)) else ""
        sheet.add(f"{date_words(claim.date)} by {names_text([claim.by], actors)}{later}", label=f"{labels[step]:<14}")


def _write_claims(sheet: Sheet, claims: Iterable[Claim], actors: Mapping[str, Actor]) -> None:
    """Write a line a claim in the order in which they were made, undated ones first."""
    ordered = in_order(claims, lambda claim: claim.date, without_first=True)
    for claim, label in zip(ordered, date_labels(claim.date for claim in ordered), strict=True):
        who, stance, said = claim_parts(claim, actors)
        sheet.add(who, Part(stance, stance_style(stance)), said, quote_text(claim), indent=_INDENT, label=label)


def write_history(
    sheet: Sheet, changes: Iterable[Change], actors: Mapping[str, Actor], indent: int, known: Sequence[str] = ()
) -> None:
    """Write a line a day on which the status, or the circle of those who deny, changed, with the claims that did it.

    Args:
        sheet: where to write.
        changes: in the order of time.
        actors: those of the file.
        indent: how far.
        known: dates from which an event could be known: the day that they end on stands for them.
    """
    every = list(changes)
    labels = labels_of([known_words(one.day, [claim.date for claim in one.claims] or known) for one in every])
    for change, label in zip(every, labels, strict=True):
        because = "; ".join(claim_text(claim, actors) for claim in change.claims)
        sheet.add(
            Part(change.status, status_style(change.status)),
            standing_text(change.status, change.denied_by, actors).removeprefix(change.status),
            Part(f" — {because}" if because else "", QUIET),
            indent=indent,
            label=label,
        )
