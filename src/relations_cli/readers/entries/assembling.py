"""The entries of a foreign file as a Chronology: dates read, titles found, ids made, and nothing lost unsaid."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec

from relations_cli.dates import parse_edtf
from relations_cli.errors import DataError, DateError, parameter
from relations_cli.escaping import one_line, quoted, unless_whole
from relations_cli.model.facts import Chronology, Event
from relations_cli.readers.entries.dating import Dating, is_clock
from relations_cli.readers.entries.duplicates import told_apart
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.hours import Placed, with_times, without_midnights
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.entries.numbers import says_hour
from relations_cli.readers.entries.sentences import first_sentence
from relations_cli.readers.entries.settling import dating_of
from relations_cli.readers.kept import note_kept
from relations_cli.readers.located.faults import DEEPEST_EXTRA, TOO_DEEP
from relations_cli.readers.located.mismatch import mismatch_of
from relations_cli.readers.located.strict import is_shallow
from relations_cli.readers.own.checks import check_claims
from relations_cli.readers.reading import Reading

_SAID: Final = frozenset(("sources", "tzid", "tzid_end", "recurrence-id"))
"""Names under ``extra`` of what is said elsewhere: what is left of sources, a zone whose offset the date has, and
which time of a series an event is instead of."""
_LONGEST_DATE = len("September 19, 2025")


def chronology_of(
    entries: Iterable[Entry], reading: Reading, *, title: str | None = None, lacking: str = ""
) -> Chronology:
    """The events of the entries, in their order.

    Args:
        entries: what the file says of each.
        reading: the file.
        title: of the chronology; None: made of the name of the file.
        lacking: what to give an entry without text in a format where that stands in one place alone: of such entries
            there may be any number beside one with a text. Empty: a column or key may have to be named.

    Raises:
        DataError: a date cannot be read, or an entry has no text, and such entries are not to be skipped; the dates
            could be read in two orders.
    """
    entries = list(entries)
    dating = dating_of(entries, reading)
    events: list[Placed] = []
    wordless = []
    titles_made = 0
    for entry in entries:
        if _is_wordless(entry):
            wordless.append(entry)
            continue
        read = _event(entry, dating, reading, lacking)
        if read is not None:
            events.append((read, entry.position))
            titles_made += read.title != entry.title and read.title != one_line(entry.title).strip()
    _leave_out(wordless, len(events), reading, lacking)
    kept = (((name for name in event.extra if name not in _SAID), (at,)) for at, (event, _) in enumerate(events))
    note_kept(kept, lambda path: events[int(path[0])][1], reading)
    if titles_made:
        those = (
            "the first sentence of the text" if titles_made == len(events) else f"of {titles_made:,} made of the text"
        )
        reading.note("inferred", "titles", why=those)
    events = without_midnights(events, entries, reading)
    return Chronology(title=title or reading.title, events=told_apart(events, reading))


def _leave_out(wordless: Sequence[Entry], others: int, reading: Reading, lacking: str) -> None:
    """Count the entries that have no text, of which a table of days or a calendar holds some.

    Raises:
        DataError: most have none, so that the text stands elsewhere; unless the user named where it does.
    """
    is_told = bool(lacking) or bool({"title", "summary"} & reading.options.columns.keys())
    are_most = not is_told and len(wordless) > others
    if wordless and (not others or (are_most and not reading.options.skip_bad)):
        how_many = (
            "no entry has a" if not others else f"{len(wordless):,} of {len(wordless) + others:,} entries have no"
        )
        how = lacking or f"name its column with {parameter('columns')} title=COLUMN"
        reading.refuse(f"{how_many} text", wordless[0].position, why=how)
    for entry in wordless:
        what = f"the entry of {quoted(_day_of(entry))} has no text"
        why = one_line(_said_by(entry))
        reading.note("skipped" if are_most else "wordless", what, entry.position, why=why, says=entry.end)


def _is_wordless(entry: Entry) -> bool:
    """Whether an entry has a date and nothing to say about it: a row of a grid of days, a blocked hour."""
    if entry.title.strip() or entry.summary.strip():
        return False
    return not one_line(entry.title).strip() and bool(_day_of(entry).strip())


def _is_only_its_date(title: str, entry: Entry, dating: Dating) -> bool:
    """Whether the title is how the date is shown, such as a label ``Sep 19, 2025``."""
    years = [end for end in (title[:4], title[-4:]) if end.isdecimal()]
    if len(title) > _LONGEST_DATE or not any(year in entry.date for year in years):
        return False
    try:
        return dating.read(title) == dating.read(entry.date)
    except DateError:
        return False


def _skip(entry: Entry, what: str, reading: Reading, why: str = "") -> None:
    """Give up on an entry; where it is counted, what it says is told.

    Raises:
        DataError: bad entries are not to be skipped.
    """
    if reading.options.skip_bad:
        why = one_line("; ".join(text for text in (entry.title, entry.summary, _said_by(entry)) if text))
    says = "; ".join(text for text in (unless_whole(entry.date), entry.end) if text)
    reading.skip(what, entry.position, why=why, says=says)


def _said_by(entry: Entry) -> str:
    """What an entry without a text says all the same."""
    sources = [text for source in entry.sources for text in (source.publisher, source.title, source.url) if text]
    others = [f"{key}: {value}" for key, value in (entry.own | entry.extra).items()]
    own = [*entry.tags, *entry.actors, *entry.places, *sources, *others]
    return "; ".join(text for text in (entry.type, entry.note, entry.id, *own) if text)


def _day_of(entry: Entry) -> str:
    return entry.edtf or entry.date


def _event(entry: Entry, dating: Dating, reading: Reading, lacking: str) -> Event | None:
    """The event of an entry, without an id if it has none; None: it was skipped."""
    text, title = entry.summary.strip(), _title(entry, dating)
    if not title:
        how = lacking or f"{parameter('columns')} title=NAME says which column or key holds it"
        _skip(entry, "the entry has no text", reading, why=how)
        return None
    try:
        date = _date(entry, dating)
    except DateError as error:
        _skip(entry, error.told(parameter), reading)
        return None
    if not is_shallow([entry.extra], DEEPEST_EXTRA):
        _skip(entry, TOO_DEEP, reading)
        return None
    if date is None:
        why = quoted(entry.unread) if entry.unread else ""
        what = f"{quoted(title)} has no date"
        reading.note("undated", what, entry.position, why=why, says=unless_whole(entry.unread))
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
        extra=with_times(entry, date, reading) if _may_have_times(entry, date) else entry.extra,
    )
    return _with_own(event, entry, reading) if entry.own else event


def _may_have_times(entry: Entry, date: str | None) -> bool:
    return "T" in (date or "") or ":" in entry.date or ":" in entry.end or bool(entry.hours) or is_clock(entry.end)


def _title(entry: Entry, dating: Dating) -> str:
    """The title, else the first sentence of the text; empty where there is neither."""
    title = one_line(entry.title).strip()
    text = entry.summary.strip()
    return first_sentence(untagged(text)) if not title or (text and _is_only_its_date(title, entry, dating)) else title


def _with_own(event: Event, entry: Entry, reading: Reading) -> Event | None:
    """The event with the keys of ours that the entry has, such as claims; None: it was skipped."""
    own: dict[str, Any] = entry.own
    try:
        whole = msgspec.convert(msgspec.to_builtins(event) | own, Event)
        check_claims(whole.claims, (), reading.name, lambda _: None)
    except msgspec.ValidationError as error:
        wrong = mismatch_of(error)
        reason, place = wrong.reason, wrong.place
    except DataError as error:
        reason, place = error.reason, error.place
    else:
        return whole
    within = place.removeprefix("$").removeprefix(".")  # the top is the entry, not the document
    says = "; ".join(filter(None, (entry.title, entry.summary, _said_by(entry), msgspec.json.encode(own).decode())))
    reading.skip(reason, entry.position, place=within, says=says)
    return None


def _date(entry: Entry, dating: Dating) -> str | None:
    """The date of the entry in EDTF.

    Raises:
        DateError: it cannot be read, or ends before it begins.
    """
    if entry.edtf is not None:
        return parse_edtf(entry.edtf).text
    if not entry.start:
        return dating.interval(entry.date, entry.end)
    date = dating.closest(entry.date, entry.start, entry.end)
    if not says_hour(entry.start) and date != dating.interval(entry.date, ""):
        entry.extra.setdefault("date", entry.date)
    return date
