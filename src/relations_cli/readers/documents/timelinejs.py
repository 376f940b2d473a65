"""TimelineJS: JSON of version 3 (``start_date`` with year, month, day) and of version 2 (``timeline.date``)."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from relations_cli.escaping import one_line
from relations_cli.model.facts import Chronology, Source
from relations_cli.readers.documents.leftover import note_left
from relations_cli.readers.documents.slides import date_of_words, without_footer
from relations_cli.readers.documents.values import json_of
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.cell_values import sources_of
from relations_cli.readers.entries.date_parts import historians_date
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.located.places import Locate, Path, place_text
from relations_cli.readers.reading import Reading

_TIMES: Final = ("hour", "minute", "second", "millisecond")


def is_timelinejs(document: Mapping[str, Any]) -> bool:
    """Whether the document has the shape of one of the two versions."""
    events = document.get("events")
    if isinstance(events, list):
        is_slide = isinstance(document.get("title"), dict) and "text" in document["title"]
        return any(isinstance(event, dict) and isinstance(event.get("start_date"), dict) for event in events) or (
            not events and is_slide
        )
    timeline = document.get("timeline")
    dates = timeline.get("date") if isinstance(timeline, dict) else None
    if dates == []:
        return True
    return isinstance(dates, list) and any(isinstance(one, dict) and "startDate" in one for one in dates)


def read_document(document: Mapping[str, Any], locate: Locate, reading: Reading) -> Chronology:
    """The chronology of its slides; the title slide and the eras are no events.

    Raises:
        DataError: a slide has no date that can be read, or no text.
    """
    if isinstance(document.get("events"), list):
        title = _headline(document.get("title"))
        if document.get("title"):
            reading.note("left out", "the title slide is no event", locate(("title",)), why=_shown(document["title"]))
        entries = list(_slides(document["events"], locate, reading))
        _leave(document, (), {"events", "title", "eras", "scale"}, locate, reading)
    else:
        timeline = document["timeline"]
        title = _plain(timeline.get("headline"))
        entries = list(_dates(timeline["date"], locate, reading))
        _leave(document, (), {"timeline"}, locate, reading)
        _leave(timeline, ("timeline",), {"date", "headline", "era", "type"}, locate, reading)
        document = timeline
    _leave_eras_out(document, locate, reading)
    return chronology_of(entries, reading, title=title or None)


def _leave(holder: Mapping[str, Any], way: Path, known: Collection[str], locate: Locate, reading: Reading) -> None:
    for key in (key for key in holder if key not in known):
        note_left(key, holder[key], locate((*way, key)), reading)


def _leave_eras_out(holder: Mapping[str, Any], locate: Locate, reading: Reading) -> None:
    for key in ("eras", "era"):
        for at in range(len(holder[key]) if isinstance(holder.get(key), list) else 0):
            path: Path = (key, at) if "events" in holder else ("timeline", key, at)
            reading.note("left out", "an era is no event", locate(path), why=_shown(holder[key][at]))


def _slides(events: list[Any], locate: Locate, reading: Reading) -> Iterator[Entry]:
    for at, event in enumerate(events):
        position = locate(("events", at))
        if not isinstance(event, dict):
            reading.skip("expected a slide (an object)", position, place=place_text(("events", at)), says=_shown(event))
            continue
        text = _object(event.get("text"))
        group = _plain(event.get("group"))
        media = _object(event.get("media"))
        known = ("start_date", "end_date", "text", "media", "group", "unique_id")
        date, end = _date(event.get("start_date")), _date(event.get("end_date"))
        words = date_of_words(event.get("display_date"), date, end)
        summary, footed = without_footer(text.get("text"))
        extra = (
            {key: value for key, value in event.items() if key not in known}
            | ({"media": media} if media else {})
            | _rests(event)
        )
        if words:
            del extra["display_date"]
        yield Entry(
            position=position,
            date=words or date,
            end="" if words else end,
            title=_plain(text.get("headline")),
            summary=_plain(summary),
            id=_plain(event.get("unique_id")),
            tags=(group,) if group else (),
            sources=(*footed, *_media(media.get("url"), media.get("credit"))),
            extra=extra,
        )


def _rests(event: Mapping[str, Any]) -> dict[str, Any]:
    """What the parts of a slide say that no field holds, such as the words that stand for the date on the page."""
    shown = event.get("display_date") or _object(event.get("start_date")).get("display_date")
    rests = {
        key: {name: value for name, value in _object(event.get(key)).items() if name not in known and value}
        for key, known in _PARTS.items()
    }
    if shown and rests["start_date"].get("display_date") == shown:
        del rests["start_date"]["display_date"]
    return {key: rest for key, rest in rests.items() if rest} | ({"display_date": shown} if shown else {})


_PARTS: Final = {
    "start_date": {"year", "month", "day", *_TIMES},
    "end_date": {"year", "month", "day", *_TIMES},
    "text": {"headline", "text"},
}
"""Parts of a slide, and which of their keys are read."""


def _shown(value: object) -> str:
    return "" if value in (None, "", [], {}) else one_line(value if isinstance(value, str) else json_of(value))


def _dates(dates: list[Any], locate: Locate, reading: Reading) -> Iterator[Entry]:
    for at, one in enumerate(dates):
        position = locate(("timeline", "date", at))
        if not isinstance(one, dict):
            reading.skip(
                "expected an entry (an object)", position, place=place_text(("timeline", "date", at)), says=_shown(one)
            )
            continue
        asset = _object(one.get("asset"))
        tag = one.get("tag")
        known = ("startDate", "endDate", "headline", "text", "asset", "tag")
        yield Entry(
            position=position,
            date=_commas(one.get("startDate")),
            end=_commas(one.get("endDate")),
            title=_plain(one.get("headline")),
            summary=_plain(one.get("text")),
            tags=(tag,) if isinstance(tag, str) and tag else (),
            sources=_media(asset.get("media"), asset.get("credit")),
            extra={key: value for key, value in one.items() if key not in known} | ({"media": asset} if asset else {}),
        )


def _date(value: object) -> str:
    """A date of parts; years before 1 are historians' years: -2300 is 2300 BC, which EDTF counts as -2299."""
    if not isinstance(value, dict):
        return "" if value is None else str(value)
    year, month, day = (_plain(value.get(part)) for part in ("year", "month", "day"))
    return _at(historians_date(year, month, day), *(_plain(value.get(part)) for part in _TIMES))


def _at(date: str, hour: str, minute: str = "", second: str = "", millisecond: str = "") -> str:
    """The date at its hour, where that is a number and the date a day."""
    if not hour.isdecimal() or date.count("-") < 2:  # noqa: PLR2004
        return date
    fraction = f".{millisecond:0>3}" if millisecond.strip("0") else ""
    seconds = f":{second:0>2}{fraction}" if second else ""
    return f"{date}T{hour:0>2}:{minute or '0':0>2}{seconds}"


def _commas(value: object) -> str:
    """A date of version 2: ``2011,12,10``, with hours and minutes behind it perhaps, or as people write it."""
    text = _plain(value)
    parts = [part.strip() for part in text.split(",")]
    if all(part.lstrip("-").isdecimal() for part in parts if part) and parts[0]:
        month, day = [*parts[1:3], "", ""][:2]
        return _at(historians_date(parts[0], month, day), *[*parts[3:6], ""])
    return text


def _media(url: object, credit: object) -> tuple[Source, ...]:
    address = _plain(url)
    if not address.startswith(("http://", "https://")):
        return ()
    (source, *_) = sources_of(address)
    return (Source(url=source.url, publisher=_plain(credit) or None),)


def _headline(title: object) -> str:
    return _plain(_object(_object(title).get("text")).get("headline"))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _plain(value: object) -> str:
    return "" if value is None or isinstance(value, (dict, list, bool)) else untagged(str(value))
