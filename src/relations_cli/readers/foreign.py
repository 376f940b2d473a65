"""The entries of a foreign file as a Chronology: dates read, titles found, ids made, and nothing lost unsaid."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from relations_cli.dates import FuzzyDate, Order, is_ambiguous, order_shown, parse_edtf, parse_tabular
from relations_cli.errors import DateError
from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology, Event
from relations_cli.readers.entry import Entry, is_missing
from relations_cli.readers.identity import told_apart
from relations_cli.readers.reading import Position, Reading
from relations_cli.readers.sentences import first_sentence

_ORDER_NAMES = {"dmy": "day first", "mdy": "month first"}


def chronology_of(entries: Iterable[Entry], reading: Reading, *, title: str | None = None) -> Chronology:
    """The events of the entries, in their order.

    Raises:
        DataError: a date cannot be read, or an entry has no text, and such entries are not to be skipped; the dates
            could be read in two orders.
    """
    entries = list(entries)
    order = _order(entries, reading)
    events = []
    titles_made = 0
    for entry in entries:
        read = _event(entry, order, reading)
        if read is not None:
            events.append((read, entry.position))
            titles_made += not entry.title
    if titles_made:
        those = (
            "the first sentence of the text" if titles_made == len(events) else f"of {titles_made:,} made of the text"
        )
        reading.note("inferred", f"titles: {those}")
    return Chronology(title=title or reading.name, events=told_apart(events, reading))


def _order(entries: Sequence[Entry], reading: Reading) -> Order | None:
    """Whether numeric dates begin with the day or the month, decided over the whole file.

    Raises:
        DataError: nothing settles it, or entries contradict each other.
    """
    if reading.options.order is not None:
        return reading.options.order
    proof: dict[Order, tuple[str, Position | None]] = {}
    unsettled: tuple[str, Position | None] | None = None
    for entry in entries:
        for text in (entry.date, entry.end):
            if len(text) < len("1/1/20") or text[4:5] == "-":
                continue
            shown = order_shown(text)
            if shown is not None:
                proof.setdefault(shown, (text, entry.position))
            elif unsettled is None and is_ambiguous(text):
                unsettled = text, entry.position
    return _settled(proof, unsettled, reading)


def _settled(
    proof: Mapping[Order, tuple[str, Position | None]],
    unsettled: tuple[str, Position | None] | None,
    reading: Reading,
) -> Order | None:
    """What the file proves, given the first date that proves each order and the first that needs one.

    Raises:
        DataError: it proves none, or both.
    """
    if len(proof) > 1:
        one, other = proof["dmy"], proof["mdy"]
        reading.refuse(
            f"{quoted(other[0])} begins with the month, {quoted(one[0])}{_on(one[1])} with the day: "
            "give --dates dmy or mdy, with --skip-bad to leave the others out",
            other[1],
        )
    for order, (text, position) in proof.items():
        if unsettled is not None:
            reading.note(
                "inferred", f"dates read {_ORDER_NAMES[order]}, as {quoted(text)}{_on(position)} shows", position
            )
        return order
    if unsettled is not None:
        reading.refuse(
            f"{quoted(unsettled[0])} could be day first or month first, and no date of the file settles it: "
            "give --dates dmy or --dates mdy",
            unsettled[1],
        )
    return None


def _on(position: Position | None) -> str:
    return "" if position is None else f" on line {position[0]}"


def _event(entry: Entry, order: Order | None, reading: Reading) -> Event | None:
    """The event of an entry, without an id if it has none; None: it was skipped."""
    text = entry.summary.strip()
    title = one_line(entry.title).strip() or first_sentence(text)
    if not title:
        reading.skip("the entry has no text: name its column with --map title=COLUMN", entry.position)
        return None
    try:
        date = _date(entry, order, reading)
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


def _date(entry: Entry, order: Order | None, reading: Reading) -> str | None:
    """The date of the entry in EDTF.

    Raises:
        DateError: it cannot be read, or ends before it begins.
    """
    if entry.edtf is not None:
        return parse_edtf(entry.edtf).text
    start, end = (
        None if is_missing(text) else parse_tabular(text.strip(), order=order, pivot=reading.options.pivot)
        for text in (entry.date, entry.end)
    )
    return interval(start, end)


def interval(start: FuzzyDate | None, end: FuzzyDate | None) -> str | None:
    """The inclusive interval between two dates in EDTF, or the one that is given.

    Raises:
        DateError: it would end before it begins.
    """
    if start is None:
        return None if end is None else f"/{end.text.split('/')[-1]}"
    if end is None or end.text == start.text:
        return start.text
    text = f"{start.text.split('/')[0]}/{end.text.split('/')[-1]}"
    parse_edtf(text)
    return text
