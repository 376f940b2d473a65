"""The entries of a foreign file as a Chronology: dates read, titles found, ids made, and nothing lost unsaid."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from relations_cli.dates import parse_edtf
from relations_cli.errors import DateError
from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology, Event
from relations_cli.readers.dating import Dating, dating_of
from relations_cli.readers.entry import Entry
from relations_cli.readers.identity import told_apart
from relations_cli.readers.reading import Reading
from relations_cli.readers.sentences import first_sentence


def chronology_of(entries: Iterable[Entry], reading: Reading, *, title: str | None = None) -> Chronology:
    """The events of the entries, in their order.

    Raises:
        DataError: a date cannot be read, or an entry has no text, and such entries are not to be skipped; the dates
            could be read in two orders.
    """
    entries = list(entries)
    dating = dating_of(entries, reading)
    events = []
    titles_made = 0
    for entry in entries:
        read = _event(entry, dating, reading)
        if read is not None:
            events.append((read, entry.position))
            titles_made += not entry.title
    if titles_made:
        those = (
            "the first sentence of the text" if titles_made == len(events) else f"of {titles_made:,} made of the text"
        )
        reading.note("inferred", f"titles: {those}")
    return Chronology(title=title or reading.name, events=told_apart(events, reading))


def _event(entry: Entry, dating: Dating, reading: Reading) -> Event | None:
    """The event of an entry, without an id if it has none; None: it was skipped."""
    text = entry.summary.strip()
    title = one_line(entry.title).strip() or first_sentence(text)
    if not title:
        reading.skip("the entry has no text: --map title=NAME says which column or key holds it", entry.position)
        return None
    try:
        date = _date(entry, dating)
    except DateError as error:
        reading.skip(str(error), entry.position)
        return None
    if date is None:
        reading.note("undated", f"{quoted(title)} has no date", entry.position)
    own: dict[str, Any] = entry.own
    event = Event(
        id=entry.id,
        date=date,
        title=title,
        summary=None if text == title or not text else text,
        type=entry.type or None,
        note=entry.note or None,
        tags=entry.tags,
        actors=entry.actors,
        places=entry.places,
        sources=entry.sources,
        extra=entry.extra,
    )
    if not own:
        return event
    try:
        return msgspec.convert(msgspec.to_builtins(event) | own, Event)
    except msgspec.ValidationError as error:
        reason = re.sub(r" - at `\$\.?", " @ ", str(error)).rstrip("`").replace("`", "'")
        reading.skip(reason[0].lower() + reason[1:], entry.position)
        return None


def _date(entry: Entry, dating: Dating) -> str | None:
    """The date of the entry in EDTF.

    Raises:
        DateError: it cannot be read, or ends before it begins.
    """
    return dating.interval(entry.date, entry.end) if entry.edtf is None else parse_edtf(entry.edtf).text
