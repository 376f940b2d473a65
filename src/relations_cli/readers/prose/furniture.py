"""What is on a page and in no entry: share links, comments, captions, bylines, source lines, related stories."""

import re
from functools import cache
from typing import Final

from relations_cli.readers.prose.block import Block
from relations_cli.readers.prose.stockphrases import ANYWHERE, FOOT, OTHER_PARTS, PUBLISHED

SHORT: Final = 80
"""Characters of the longest label, link or name."""
LOOKED_AT: Final = 300
"""Characters of the longest line that may be furniture: what is longer is a text."""
_AROUND: Final = " :.…»>-–—*"
_CRUMB: Final = 30
_CREDIT_WORDS: Final = ("Photo", "photo", "Getty", "REUTERS", "via AP", "Image")


@cache
def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(
        r"\(?(?:(?i:photo(?:graph)?s?(?: by| credit)?|image(?: credit| source| caption)?|picture|caption|credit"
        r"|file photo|video|graphic|illustration|map)\s{0,2}:|FILE ?[-–—]|(?i:file (?:photo|image|picture)\b)"
        r"|In this .{0,60}(?:photo|image|picture))"
    )


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        r"\((?:AP|AFP|Reuters|EPA|KCNA|Kyodo)? ?(?:Photo|Image|Getty).{0,60}\)|/Getty Images|AP Photo/|REUTERS/[A-Z]"
        r"|via REUTERS|via AP\)|Getty Images\)?$|\bfile photo\b"
    )


def is_credited(text: str) -> bool:
    """Whether a text says whose picture it goes with."""
    return any(word in text for word in _CREDIT_WORDS) and _credit().search(text) is not None


def closes_for_good(block: Block) -> bool:
    """Whether what follows a line is never an entry: comments, other stories, sources."""
    return len(block.text) <= SHORT and _pattern(*OTHER_PARTS).fullmatch(block.text.strip(_AROUND)) is not None


def closes_article(block: Block) -> bool:
    """Whether a line ends the article, if no more entries follow: also share links, tags, credits, a copyright."""
    if len(block.text) > LOOKED_AT:
        return False
    return _pattern(*OTHER_PARTS, *FOOT).fullmatch(block.text.strip(_AROUND)) is not None


@cache
def _status() -> re.Pattern[str]:
    statuses = "planned|confirmed|corroborated|disputed|alleged|denied"
    return re.compile(rf"Status: (?:{statuses})(?: by [^;]{{1,2000}})?(?:; denied by .{{1,2000}})?")


@cache
def _byline() -> re.Pattern[str]:
    name = r"[A-Z][\w.'’-]{0,30}"
    return re.compile(rf"By {name}(?:,? (?:and |& |for |of |the )?{name}){{0,7}}|BY [A-Z .,]{{2,80}}|(?i:{PUBLISHED})")


def is_byline(block: Block) -> bool:
    """Whether a block says who wrote the article, or when it was published."""
    return len(block.text) <= SHORT * 2 and _byline().fullmatch(block.text) is not None


def is_source_line(block: Block) -> bool:
    """Whether a block only says where its entry is published: a bare address, or ``Source:`` with a link."""
    if not block.sources or len(block.text) > LOOKED_AT:
        return False
    return re.match(r"(?i:sources?|via|links?) ?:|https?://\S{1,290}$", block.text) is not None


def why_furniture(block: Block) -> str | None:
    """Why a block that begins with no date is no part of an entry, or None where it may be one."""
    text = block.text
    if text.startswith("Status: ") and _status().fullmatch(text):
        return "a status, which follows from claims"
    if len(text) > LOOKED_AT:
        return None
    if _caption().match(text) or is_credited(text):
        return "a caption"
    if block.is_link and len(text) <= SHORT and text[-1:] not in '.!?”"':
        return "a link alone"
    if is_byline(block) or closes_article(block) or _pattern(*ANYWHERE).fullmatch(text.strip()):
        return "of the page, not of the article"
    return "a list of links" if _is_breadcrumb(text) else None


def _is_breadcrumb(text: str) -> bool:
    parts = [part for part in re.split(r"\s[>»›|/·•]\s", text) if part]
    if parts[:1] and parts[0].lower() == "home":
        return True
    return len(parts) > 2 and all(len(part) <= _CRUMB for part in parts)  # noqa: PLR2004
