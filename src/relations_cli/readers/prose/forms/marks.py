"""Marks in a text: stars, hashes, links of Markdown and of a wiki, addresses that are written out."""

import re
from collections.abc import Iterator
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.model.facts import Source

_DEEPEST: Final = 6
_LONGEST_DATE: Final = 60


def heading(text: str) -> tuple[int, str]:
    """The level and the text of a heading of Markdown or of a wiki; level 0 and the text as it is where it is none."""
    hashes = len(text) - len(text.lstrip("#"))
    if 1 <= hashes <= _DEEPEST and text[hashes : hashes + 1] == " ":
        return hashes, text.strip("# ")
    if text.startswith(("==", "= ")) and text.endswith(("==", " =")):
        return 2 if text[1] == "=" else 1, text.strip("= ")
    return 0, text


def unmarked(text: str) -> str:
    """The text without the marks that make it bold, or strike it; links of a wiki keep their words."""
    for mark in ("**", "__", "'''", "~~"):
        parts = text.split(mark, 2)
        if len(parts) > 2 and not parts[0].strip():  # noqa: PLR2004
            tab = "\t" if is_date(parts[1]) else ""  # that it is bold parts it from what follows
            text = f"{parts[0]}{parts[1]}{tab}{parts[2]}"
        text = text.replace(mark, "")
    text = text.replace("[edit]", "")  # a wiki's link beside each heading
    if "[[" in text:
        text = re.sub(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{0,200})\]\]", r"\1", text)
    return text.strip()


def is_date(text: str, *, has_year: bool = False) -> bool:
    """Whether a text is a date, if asked for with its year, and nothing else."""
    bare = text.strip()
    date = leading(bare) if len(bare) <= _LONGEST_DATE else None
    return date is not None and date.length == len(bare) and not (has_year and date.lacks_year)


def addresses(text: str) -> Iterator[Source]:
    """The addresses that are written out in a text."""
    found = re.findall(r"https?://[^\s<>\"'\])]{1,2000}", text) if "://" in text else ()
    return (Source(url=address.rstrip(".,;:!?")) for address in found)
