"""Where a reader finds what an event or a proposition rests on: the first of its sources that has a web address."""

from collections.abc import Iterable

from relations_cli.escaping import browser_address
from relations_cli.query.contested import Contested
from relations_cli.query.hit import Hit


def first_address(row: Hit | Contested) -> str | None:
    """The address of the first source that has one, else its archived copy; of a proposition, of its first claim.

    It is http or https and ASCII: all else is named in per cent, as a browser does it. None where there is none.
    """
    if isinstance(row, Hit):
        given: Iterable[str | None] = (one for source in row.event.sources for one in (source.url, source.archived))
    else:
        given = (claim.source for claim in row.subject.claims)
    return next((found for one in given if one and (found := browser_address(one))), None)
