"""Claims, figures and statuses in words, for pages."""

from collections.abc import Iterable, Mapping
from typing import Any

from relations_cli.dates import Day, parse_edtf
from relations_cli.model.facts import Actor, Claim, Figure
from relations_cli.model.vocabulary import actor_name
from relations_cli.query.fields import day_text


def names_text(ids: Iterable[str], actors: Mapping[str, Actor]) -> str:
    """The actors as people read them, with commas between."""
    return ", ".join(actor_name(actors, actor) for actor in ids)


def standing_text(status: str, denied_by: Iterable[str], actors: Mapping[str, Actor]) -> str:
    """A status, and who denies."""
    names = names_text(denied_by, actors)
    return (
        f"{status}, denied by {names}" if names and status != "denied" else f"{status} by {names}" if names else status
    )


def claim_label(claim: Claim) -> str:
    """When it was said, as the label of a line."""
    return f"{str(parse_edtf(claim.date)) if claim.date else 'undated':<12} "


def claim_text(claim: Claim, actors: Mapping[str, Actor]) -> str:
    """Who takes which stance, in which words, with which figures."""
    said = f": {claim.note}" if claim.note else ""
    figures = "; ".join(figure_text(figure) for figure in claim.figures)
    return f"{names_text([claim.by], actors)} {claim.stance}{said}{f' ({figures})' if figures else ''}"


def figure_text(figure: Figure) -> str:
    """A figure with its measure: ``troops 1,500``, ``shells at least 1,000,000``, ``killed 300-600``."""
    return f"{figure.of} {number_text(figure)}"


def number_text(figure: Figure) -> str:
    """A figure without its measure: ``1,500``, ``at least 1,000,000``, ``300-600``; ``?`` where neither end is said."""
    if figure.low is not None and figure.high is not None:
        return f"{figure.low:,}" if figure.low == figure.high else f"{figure.low:,}-{figure.high:,}"
    if figure.low is not None:
        return f"at least {figure.low:,}"
    return "?" if figure.high is None else f"at most {figure.high:,}"


def day_words(day: Day | None) -> str:
    """A day as people read it; what holds from the start is undated."""
    text = day_text(day)
    return "undated" if text is None else str(parse_edtf(text)) if not text.startswith("+") else text


def made(claim: Claim) -> tuple[Any, ...]:
    """A key that puts claims in the order in which they were made, undated ones first."""
    return (1, parse_edtf(claim.date).sort_key) if claim.date else (0,)
