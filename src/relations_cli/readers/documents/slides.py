"""What our own slides of TimelineJS say beside its fields, as ``writers.timelinejs`` puts it."""

import re
from typing import Final

from relations_cli.dates import parse_tabular
from relations_cli.errors import DateError
from relations_cli.model.facts import Source
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.entries.within import is_within

_FOOTER: Final = re.compile(r"(.*)<footer>(?:<p>[^<]*</p>)?(?:<ul>(.*)</ul>)?</footer>", re.DOTALL)
_ITEM: Final = re.compile(
    r'(?:<cite>([^<]*)</cite>)?(?:: )?(?:<a href="([^"<>]*)">([^<]*)</a>|([^<]*?))(?:, )?(?:<time>([^<]*)</time>)?'
)


def date_of_words(words: object, start: str, end: str) -> str:
    """The words for a date where they are as we print one, since its parts say less; empty where they are not.

    Args:
        words: what the page shows in place of the parts.
        start: the first day, month or year.
        end: the last one; empty: the same.
    """
    if not isinstance(words, str):
        return ""
    try:
        date, first, last = parse_tabular(words), parse_tabular(start), parse_tabular(end or start)
    except DateError:
        return ""
    return words if str(date) == words and is_within(date, first, last) else ""


def without_footer(text: object) -> tuple[object, tuple[Source, ...]]:
    """The text of a slide without a footer of ours, and the sources that this lists; other texts as they are."""
    footed = _FOOTER.fullmatch(text) if isinstance(text, str) else None
    if footed is None:
        return text, ()
    items = [_ITEM.fullmatch(item) for item in re.findall("<li>(.*?)</li>", footed[2] or "", re.DOTALL)]
    if None in items:
        return text, ()
    return footed[1], tuple(_source(item) for item in items if item is not None)


def _source(item: re.Match[str]) -> Source:
    publisher, url, linked, title, date = (untagged(part) or None if part else None for part in item.groups())
    return Source(publisher=publisher, url=url, title=title if linked == url or linked is None else linked, date=date)
