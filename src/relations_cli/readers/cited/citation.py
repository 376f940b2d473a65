"""What a note cites: its links, with publisher, title and date where it says them as our own reports do."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from relations_cli.dates import parse_printed, parse_prose
from relations_cli.errors import DateError
from relations_cli.model.facts import Source

Told = Sequence[tuple[str, str, str]]
"""The words before each link of a note, its address, its own words; of what stands behind the last the words alone."""

WEB: Final = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_ARCHIVED: Final = "archived at "
_LONGEST: Final = 200
"""Of a note that is a source though it has no link."""
_MOST: Final = 20
"""Parts between commas, at the end of a note, in which its date is looked for."""
_STOPS: Final = frozenset(".!?…:;,")


def cited(told: Told, *, is_list: bool = False) -> tuple[Source, ...]:
    """The sources of a note; none of a remark, unless the notes are known to be a list of sources."""
    found: list[Source] = []
    for words, address, shown in told:
        if not address:
            found += [] if found or (_is_remark(words) and not is_list) else [_source(words)]
        elif words.endswith(_ARCHIVED) and not (found and found[-1].archived):
            of = found.pop() if found else _source(words.removesuffix(_ARCHIVED))
            found.append(replace(of, archived=address))
        elif not WEB.match(address):
            continue
        elif shown != address:
            found.append(Source(url=address, title=shown or None))
        else:
            is_ours = not words or words.endswith(", ")
            found.append(replace(_source(words) if is_ours else Source(), url=address))
    return tuple(one for one in found if one != Source())


def _is_remark(words: str) -> bool:
    """Whether a note without a link tells something: it ends as a sentence does, or begins within one."""
    text = words.strip()
    publisher, _, date = text.rpartition(", ")
    if _title(text) or (publisher and _printed(date)):
        return False
    is_within = text[:1].islower() and " " in text
    return not 0 < len(text) <= _LONGEST or text[-1] in _STOPS or is_within


def _source(words: str) -> Source:
    """Publisher, title and date, as far as words say them in that order."""
    text = words.strip().removesuffix(",")
    title = _title(text)
    if title:
        start, end = title
        publisher, date = text[:start].removesuffix(", "), _date(text[end:].removeprefix(", "))
        return Source(publisher=publisher or None, title=text[start + 1 : end - 1] or None, date=date)
    publisher, date = _dated(text)
    return Source(publisher=publisher or None, date=date)


def _title(text: str) -> tuple[int, int] | None:
    """Where a title in quotation marks begins, at the beginning or behind a comma, and where the last such ends."""
    opening = re.search(r"(?:^|(?<=, ))“", text)
    ends = [one.end() for one in re.finditer("”(?=, |$)", text[opening.end() :])] if opening else []
    return (opening.start(), opening.end() + ends[-1]) if opening and ends else None


def _dated(text: str) -> tuple[str, str | None]:
    """What stands before the date that ends a text, and the date; one that the program prints counts first."""
    parts = text.split(", ")
    for read in (_printed, _date):
        for at in range(max(0, len(parts) - _MOST), len(parts)):
            if date := read(", ".join(parts[at:])):
                return ", ".join(parts[:at]), date
    return text, None


def _printed(text: str) -> str | None:
    date = parse_printed(text)
    return None if date is None else date.text


def _date(text: str) -> str | None:
    if date := _printed(text):
        return date
    try:
        return parse_prose(text).text if re.search(r"\d", text) else None
    except DateError:
        return None
