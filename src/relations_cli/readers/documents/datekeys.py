"""Objects whose keys are dates: days, months, years, and the months and days in a year."""

import re
from collections.abc import Mapping
from typing import Any, Final

from relations_cli.dates import in_english
from relations_cli.readers.documents.evidence import names_of
from relations_cli.readers.entries.roles import roles_of
from relations_cli.readers.located.places import Path

Found = list[tuple[Path, Any]]
"""Entries with the way to each."""

_DATE_KEY: Final = re.compile(
    r"-?\d{4}(?:-\d\d?(?:-\d\d?)?)?(?:/[\d-]*)?|\d\d?[/.]\d\d?[/.]\d{4}|[A-Z][a-z]{2,8}\.? \d[\d, ]+"
    r"|\d\d? [A-Z][a-z]{2,8}\.? \d{4}"
)
_MONTH_KEY: Final = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?", re.IGNORECASE)
_DAY_KEY: Final = re.compile(r"\d\d?", re.ASCII)


def keyed_by_date(document: Mapping[Any, Any]) -> Found | None:
    """The entries of an object whose keys are dates, each a text, an object, or an array of them."""
    if not document or not all(_is_date(str(key)) for key in document):
        return None
    entries: Found = []
    for key, value in document.items():
        entries += [((key, *way), one) for way, one in _on_date(str(key), value)]
    texts = [str(one.get("title")) for _, one in entries if set(one) == {"date", "title"}]
    is_series = len(texts) == len(entries) and not any(re.search(r"[^\W\d_]", text) for text in texts)
    return None if is_series else entries


def _is_date(key: str) -> bool:
    """Whether a key is a date, in English or, with figures, in another language."""
    if _DATE_KEY.fullmatch(key):
        return True
    return any(map(str.isdecimal, key)) and in_english(key) is not None


def _is_month(key: str) -> bool:
    english = key if _MONTH_KEY.fullmatch(key) else in_english(key)
    return english is not None and _MONTH_KEY.fullmatch(english) is not None


def _on_date(date: str, value: object) -> Found:
    """The entries of a date; of a year, those of its months, and of a month, those of its days."""
    if isinstance(value, dict) and value:
        for is_part in (_is_month, _DAY_KEY.fullmatch):
            if all(is_part(str(key)) for key in value):
                return [
                    ((key, *way), one) for key, inner in value.items() for way, one in _on_date(f"{key} {date}", inner)
                ]
    found: Found = []
    for at, one in enumerate(value if isinstance(value, list) else [value]):
        given = one if isinstance(one, dict) else {"title": one}
        path: Path = (at,) if isinstance(value, list) else ()
        found.append((path, given if "date" in roles_of(names_of(given)) else {"date": date, **given}))
    return found
