"""The date with which a running text in any language begins, by what it is in English."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from relations_cli.dates.reading.written import Leading
from relations_cli.dates.tongues.hearing import Heard, at_beginning

English = Callable[[str], Leading | None]
"""Reads the date with which an English text begins."""


def leading(text: str, english: English, translated: English) -> Leading | None:
    """The date, None where the text begins with none; where a text may be English or not, the longer date counts.

    A name that is of different months in different languages makes a date with ``readings``, one each.

    Args:
        text: what begins with it.
        english: reads an English text.
        translated: reads what was put into English, which begins with nothing but a date.
    """
    date = english(text)
    if date is not None and text[date.length : date.length + 1] == ":":
        return date
    found = [one for heard in at_beginning(text) if (one := _said(heard, text, translated)) is not None]
    longest = max((one.length for one in found), default=0)
    if date is not None and text[date.length : longest] in {"", "."}:
        return date
    meant = [one for one in found if one.length == longest]
    return _unsettled(meant) if len(meant) > 1 else meant[0] if meant else None


def _said(heard: Heard, text: str, english: English) -> Leading | None:
    """The date that one language says, with the length that it has in the text; None where that is none."""
    told = heard.told
    date = english(told.text + text[told.ends[len(told.text)] :])
    length = None if date is None else told.length(date.length)
    if date is None or length is None:
        return None
    alone = date.alone and replace(date.alone, length=told.length(date.alone.length) or length)
    return replace(date, length=length, alone=alone, tongues=heard.tongues)


def _unsettled(readings: Sequence[Leading]) -> Leading:
    """A date that has no month until a language is chosen."""
    first, tongues = readings[0], frozenset[str]().union(*(one.tongues for one in readings))
    return replace(first, first=replace(first.first, month=0), alone=None, tongues=tongues, readings=tuple(readings))
