"""A query in the words of people: the parameters of ``Query.of`` and of every question."""

from typing import TypedDict

from relations_cli.query.parsing import Names, Order


class Asked(TypedDict, total=False):
    """A query as people type it; what is left out asks for nothing. Several names: a comma, or a list of them."""

    since: str | None
    until: str | None
    on: str | None
    years: Names | None
    anniversaries: Names | None
    starts: bool
    tags: Names | None
    """A group a text, commas inside: one of each group."""
    not_tags: Names | None
    actors: Names | None
    """Grouped as tags are."""
    places: Names | None
    """Whole names: a comma is part of one."""
    types: Names | None
    landmarks: bool
    statuses: Names | None
    as_of: str | None
    text: str | None
    order: Order | None
    """Empty: rank for a search, else date."""
    limit: int | None
    reverse: bool
