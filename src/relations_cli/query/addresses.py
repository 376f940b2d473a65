"""Where a reader finds what an event or a proposition rests on: the first of its sources that has a web address."""

from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from relations_cli.query.contested import Contested
from relations_cli.query.hit import Hit

_AS_WRITTEN = "%!#$&'()*+,/:;=?@[]~"
"""What has a meaning in an address (RFC 3986, section 2.2), or stands for a byte already."""


def first_address(row: Hit | Contested) -> str | None:
    """The address of the first source that has one, else its archived copy; of a proposition, of its first claim.

    It is http or https and ASCII: all else is named in per cent, as a browser does it. None where there is none.
    """
    if isinstance(row, Hit):
        given: Iterable[str | None] = (one for source in row.event.sources for one in (source.url, source.archived))
    else:
        given = (claim.source for claim in row.subject.claims)
    return next((found for one in given if one and (found := _of_the_web(one))), None)


def _of_the_web(text: str) -> str | None:
    address = text.strip()
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that does not close
        return None
    is_web = parts.scheme in ("http", "https") and parts.hostname
    return quote(address, safe=_AS_WRITTEN, errors="replace") if is_web else None
