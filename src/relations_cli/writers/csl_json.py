"""The sources of events as CSL-JSON, the form of citeproc and Zotero: an item a line."""

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from relations_cli.escaping import ascii_json, json_text, shown_line
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers import citing
from relations_cli.writers.format import How

left_out = citing.left_out

_KINDS: Final = {"press": "article-newspaper", "research": "report", "archive": "document"}
_IN: Final = {"article-newspaper": "container-title", "webpage": "container-title"}
"""Where the publisher stands; elsewhere it is the publisher."""
_PART: Final = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[^~?%]*)?([~?%])?", re.ASCII)
_SEASONS: Final = range(21, 25)
_MONTHS: Final = 12


def write(answer: Answer[Hit], how: How) -> Iterator[str]:
    """The array."""
    start = "[\n"
    for one in citing.cited(answer):
        text = json_text(msgspec.json.encode(_item(one)).decode())
        yield start + (text if how.screen.unicode else ascii_json(text))
        start = ",\n"
    yield "[]\n" if start == "[\n" else "\n]\n"


def _item(one: citing.Cited) -> dict[str, Any]:
    source = one.source
    url = citing.address(source.url)
    kind = _KINDS.get(source.kind or "") or ("webpage" if url else "document")
    publisher = shown_line(source.publisher or "")
    notes = [f"Archived: {shown_line(source.archived)}"] if source.archived else []
    if source.url and not url:
        notes.insert(0, shown_line(source.url))
    item = {
        "id": one.key,
        "type": kind,
        "title": one.title,
        "author": publisher and [{"literal": publisher}],
        _IN.get(kind, "publisher"): publisher,
        "issued": issued(source.date),
        "URL": url,
        "accessed": issued(source.accessed),
        "language": shown_line(source.language or ""),
        "note": ". ".join(notes),
    }
    return {name: value for name, value in item.items() if value}


def issued(text: str | None) -> dict[str, Any]:
    """An EDTF date as CSL says it: numbers where it has them, else words; years before Christ have no year 0."""
    if not text:
        return {}
    ends = [_PART.fullmatch(end) for end in text.split("/")]
    parts = [_numbers(end) for end in ends if end]
    if len(parts) != len(ends) or not all(parts) or (len(parts) > 1 and any(_season(end) for end in ends)):
        return {"literal": citing.date_words(text)}
    said: dict[str, Any] = {"date-parts": parts}
    if season := _season(ends[0]):
        said["season"] = season
    if any(end and end[4] for end in ends):
        said["circa"] = True
    return said


def _numbers(part: re.Match[str]) -> list[int]:
    """Year, month and day; none where CSL has no numbers for it."""
    year, month = int(part[1]), int(part[2] or 0)
    found = [year if year > 0 else year - 1, *(int(one) for one in (part[2], part[3]) if one)]
    if month in _SEASONS:
        return found[:1]
    return found if month <= _MONTHS else []


def _season(part: re.Match[str] | None) -> int:
    """From 1, spring, to 4; 0 where it is none."""
    month = int(part[2] or 0) if part else 0
    return month - _SEASONS.start + 1 if month in _SEASONS else 0
