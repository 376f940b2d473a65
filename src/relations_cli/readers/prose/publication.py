"""Dates of the article itself and of its neighbours: datelines, publication, comments, captions, archives."""

import re
from functools import cache
from typing import Final

from relations_cli.dates.reading.leading import leading
from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.furniture import AGENCIES, LOOKED_AT, SHORT, is_credited
from relations_cli.readers.prose.opening import Opening
from relations_cli.readers.prose.years import DATELINE

_MOST_DATES: Final = 60
_PICTURE: Final = r"(?i)(?:file )?(?:photo|image|picture|photograph|handout)\b"
_ON_A_PAGE: Final = r"(?i)\bat \d|\d ?[ap]\.?m\b"
"""How pages write the time of what is published on them: logs and diaries do otherwise."""
_CREDIT: Final = r"(?<=[.”\"]) ?\(Photos?: [^()]{1,40}\)$"
"""The credit of the picture that stood behind an entry: ``Talks begin. (Photo: Reuters)``."""
STAMP: Final = "a date of publication or of a comment"
"""Why a date with its time, or with who wrote, is no entry."""
FIGURES: Final = "figures without words"
"""Why a row of a table of numbers is no entry."""


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[A-Z][A-Za-z .'’,-]{{0,25}})?\((?i:{AGENCIES})\b[^)]{{0,30}}\)\s?(?:[-–—:]|$)"
        rf"|[A-Z]{{3}}[A-Z ,.]{{0,40}}{AGENCIES}\b"
        r"|\((?:[A-Z]{3}[A-Z ,.]{0,40}|(?:[A-Z][a-z]{1,20}){2,4})\)\s?[-–—]"
    )


@cache
def _meta() -> re.Pattern[str]:
    """What stands behind the date of publication, of a comment or in an archive."""
    zone = r"(?: \(?[A-Z]{2,5}\)?)?"
    return re.compile(
        r"by [A-Z].{0,100}|(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?"
        rf"{zone}(?: ?[/|,·•].{{0,60}}| by .{{0,60}})?"
        rf"|(?:at )?\d{{1,2}} ?[ap]\.?m\b\.?{zone}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\(\d{{1,5}}\)"
        r"|comments?:? \d{1,6}\b.{0,40}"
        r"|\d{1,4} (?:comments?|min(?:ute)?s?(?: read)?|views?|shares?|replies|likes?)\b.{0,80}"
        r"|.{0,60}\b\d{1,3} min(?:ute)?s? read\b.{0,60}"
        r"|(?:updated?|published|posted|last updated|modified|edited|reviewed)\b.{0,80}|reply|permalink"
        r"|(?:issue|edition|volume|vol\.|no\.|isbn|doi|pdf|download)\b.{0,60}",
        re.IGNORECASE,
    )


def why_no_entry(block: Block, opening: Opening) -> str | None:
    """Why a block that begins with a date is no entry, or None where it may be one."""
    text = opening.text
    is_short = len(text) <= LOOKED_AT
    why = None
    if is_short and re.search("(?i)©|copyright|all rights reserved", block.text[:SHORT]):
        why = "a copyright line"
    elif _dateline().match(text[:DATELINE]):
        why = "a dateline"
    elif re.match(_PICTURE, text[:20]) or (is_short and is_credited(re.sub(_CREDIT, "", text))):
        why = "a caption"
    elif (len(text) <= SHORT * 2 and _meta().fullmatch(text.lstrip("/|•·,-–— "))) or (
        opening.separator == "alone" and opening.date.first.clock and re.search(_ON_A_PAGE, block.text)
    ):
        why = STAMP
    elif block.text[opening.date.length :][:4].lstrip()[:1] in {">", "»", "›"}:
        why = "a list of links"
    elif opening.separator in {"bar", "dash", "comma", "space", "gap"} and _is_only_dates(text):
        why = "a list of dates"
    elif text and not any(map(str.isalpha, text[:LOOKED_AT])):
        why = FIGURES
    return why


def _is_only_dates(text: str) -> bool:
    """Whether nothing but dates and signs follows: the pages of an archive."""
    for _ in range(_MOST_DATES):
        text = text.lstrip(" \t|•·,/-–—")
        date = leading(text)
        if date is None:
            return not text
        text = text[date.length :]
    return True
