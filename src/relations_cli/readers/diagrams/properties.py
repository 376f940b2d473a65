"""What our own timelines of markwhen say below the head of an event, as ``writers.markwhen`` puts it."""

import re
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from relations_cli.dates import parse_edtf, parse_tabular
from relations_cli.errors import DateError
from relations_cli.model.facts import Source
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.within import is_within

_PROPERTY: Final = re.compile(r'(id|edtf|timezone|type|tags|places|actors): (["\[].*)')
_REST: Final = re.compile(r"- (?:Date|Status|Actors): .*")
_SOURCE: Final = re.compile(
    r"(?:(.+?): )?(?:\[([^\]]*)\]\(([^()]*)\)|“(.*)”)?"
    r"(?:(?:^|(?<=”) |(?<=: ))(?:<(\S+)>|‹(.+)›))?(?:(?:^|(?<=[”>›)]) |(?<=: ))\((.+?)\))?"
)
"""Publisher, title as a link with its address, or title and address apart, date: one of them at least."""
_WORDS: Final = re.compile(r"- Source: (.*)")


def plain(text: str) -> str:
    """The text with the entities of marks as what they stand for."""
    return re.sub(r"&#(\d{2,4});", lambda match: chr(int(match[1])), text)


def as_written(entry: Entry) -> Entry:
    """The entry with what lines of ours say, where the first of them is an ``id``; any other as it is."""
    lines = entry.summary.split("\n")
    said: dict[str, Any] = {}
    while lines and (match := _PROPERTY.fullmatch(lines[0])):
        try:
            said[match[1]] = msgspec.json.decode(match[2])
        except msgspec.DecodeError:
            break
        del lines[0]
    if "id" not in said:
        return replace(entry, title=plain(entry.title), summary=plain(entry.summary))
    rest = [line for line in lines if not line.startswith(">")]
    summary = [plain(line.removeprefix(">").removeprefix(" ")) for line in lines if line.startswith(">")]
    sources = [source for line in rest if (source := _source(line)) is not None]
    others = [line for line in rest if _source(line) is None and not _REST.fullmatch(line)]
    tags = _texts(said.get("tags"))
    return replace(
        entry,
        id=str(said["id"]),
        edtf=_date(said.get("edtf"), entry),
        title=plain(entry.title),
        type=str(said.get("type", "")),
        summary="\n".join([*summary, *others]),
        tags=(*(tag for tag in entry.tags if not _is_made_of(tag, tags)), *tags),
        actors=_texts(said.get("actors")),
        places=_texts(said.get("places")),
        sources=tuple(sources),
    )


def _is_made_of(hashtag: str, tags: tuple[str, ...]) -> bool:
    return any(hashtag == re.sub(r"[^0-9A-Za-z_]", "_", tag) for tag in tags)


def _date(text: object, entry: Entry) -> str | None:
    """The date that says more than the head of the event, while it is still that of the head."""
    try:
        date = parse_edtf(str(text))
        first, last = parse_tabular(entry.date), parse_tabular(entry.end or entry.date)
    except DateError:
        return None
    return date.text if is_within(date, first, last) else None


def _source(line: str) -> Source | None:
    """The source of a line; None where it has none."""
    words = _WORDS.fullmatch(line)
    if words is None:
        return None
    parts = _SOURCE.fullmatch(words[1])
    if parts is None or not any(parts.groups()[1:]):
        return Source(publisher=plain(words[1]))
    publisher, linked, link, title, url, other, date = (part and plain(part) for part in parts.groups())
    return Source(publisher=publisher, title=linked or title, url=link or url or other, date=date)


def _texts(said: object) -> tuple[str, ...]:
    return tuple(map(str, said)) if isinstance(said, list) else ()
