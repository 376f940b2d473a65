"""What became known as the entries of a feed: newest first, each under an id that stays."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from msgspec import Struct

from relations_cli.errors import Remark
from relations_cli.escaping import shown_line, visible, xml_shown
from relations_cli.query.answer import Answer
from relations_cli.query.changes import News
from relations_cli.query.query import Query
from relations_cli.writers import citing
from relations_cli.writers.format import How

_YEAR: Final = re.compile(r"(?!0000)\d{4}-", re.ASCII)
"""What RFC 3339 and its readers know of years."""
_WINDOW: Final = ("today", "as_of", "window", "limit", "reverse", "order", "sort")
"""What a feed may be asked for with, and be the same feed the next day."""


class Item(Struct, frozen=True, kw_only=True):
    """An entry; nothing is escaped for its format yet."""

    id: str
    """A URN that stays whatever is said of the change later."""
    title: str
    updated: str
    """The day of the change, at its beginning in UTC (RFC 3339)."""
    address: str
    """Of the source, on the web; empty where it is nowhere there."""
    text: str
    """What was said, or happened; empty where nothing says it."""
    kind: str


class Head(Struct, frozen=True, kw_only=True):
    """What a feed says of itself."""

    id: str
    title: str
    description: str
    updated: str
    licence: str


def head(answer: Answer[News]) -> Head:
    """The feed: of one chronology and of what was asked, whatever the days; updated by the newest change alone."""
    vocabulary = answer.vocabulary
    title = xml_shown(shown_line(vocabulary.title)).strip() or "timeline"
    usual = Query(today=answer.query.today)
    asked = [
        (name, str(value))
        for name in Query.__struct_fields__
        if name not in _WINDOW and (value := getattr(answer.query, name)) != getattr(usual, name)
    ]
    first = answer.query.window.first_day if answer.query.window else None
    day = next((_at(text) for text in (vocabulary.updated, _text(first)) if text and _at(text)), "")
    return Head(
        id=_id("feed", vocabulary.title, *asked),
        title=title,
        description=xml_shown(shown_line(vocabulary.description or "")),
        updated=max((_at(_date(row)) for row in answer), default="") or day or "1970-01-01T00:00:00Z",
        licence=xml_shown(shown_line(vocabulary.license or "")),
    )


def items(answer: Answer[News]) -> Iterator[Item]:
    """The changes that a feed can hold, the newest first, of one day in the order of the rows; a day at a time."""
    rows = [row for row in answer if _at(_date(row))]
    rows.sort(key=_date, reverse=True)
    for _, of_day in groupby(rows, _date):
        yield from _items(answer, list(of_day))


def left_out(answer: Answer[News], _how: How) -> list[Remark]:
    """How many changes are of years that a feed cannot hold."""
    lost = sum(not _at(_date(row)) for row in answer)
    changes = "change" if lost == 1 else "changes"
    return [Remark(f"{lost:,} {changes} before the year 1 or after 9999 left out of the feed")] if lost else []


def _date(row: News) -> str:
    return row.date or ""


def _items(answer: Answer[News], rows: list[News]) -> Iterator[Item]:
    events = answer.store.named([row.id for row in rows if row.by is None])
    ids = _ids(rows[::-1])[::-1] if answer.query.reverse else _ids(rows)
    for row, name in zip(rows, ids, strict=True):
        event = events.get(row.id) if row.by is None else None
        found = [row.source] if event is None else [source.url for source in event.sources]
        text = row.note if event is None else event.summary
        yield Item(
            id=name,
            title=xml_shown(shown_line(row.text)).strip() or row.kind,
            updated=_at(row.date or ""),
            address=next(filter(None, map(citing.address, found)), ""),
            text=xml_shown(visible(text or "")).strip(),
            kind=row.kind,
        )


def _ids(rows: list[News]) -> list[str]:
    """The id of each of a day: who says what of what; what is said again is numbered, in the order of the file."""
    times = Counter[tuple[str | None, ...]]()
    found = []
    for row in rows:
        key = (row.kind, row.id, row.by, row.date)
        found.append(_id(*key, times[key]) if times[key] else _id(*key))
        times[key] += 1
    return found


def _id(*parts: object) -> str:
    """A UUID made of a hash of the parts (RFC 9562, section 5.8) as a URN; the module for them takes 3 ms to import."""
    made = hashlib.sha256(ascii(parts).encode()).hexdigest()
    groups = (made[:8], made[8:12], f"8{made[13:16]}", f"a{made[17:20]}", made[20:32])
    return f"urn:uuid:{'-'.join(groups)}"


def _text(day: tuple[int, int, int] | None) -> str:
    return "" if day is None else "{:04d}-{:02d}-{:02d}".format(*day)


def _at(day: str) -> str:
    """The beginning of a day in UTC; empty where it is none, or in no year of RFC 3339."""
    return f"{day}T00:00:00Z" if _YEAR.match(day) and re.fullmatch(r"[\d-]{10}", day) else ""
