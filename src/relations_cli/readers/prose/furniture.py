"""What pages print around an article and is in no entry: share links, comments, captions, bylines, related stories."""

import re
from functools import cache
from typing import Final

from relations_cli.readers.prose.block import Block

SHORT: Final = 80
"""Characters of the longest label, link or name."""
LOOKED_AT: Final = 300
"""Characters of the longest line that may be furniture: what is longer is a text."""
LINK: Final = "a link alone"
"""Why a line that is nothing but an address is in no entry."""
AGENCIES: Final = (
    r"(?:Reuters|AP|AFP|UPI|Xinhua|Yonhap|Kyodo|KCNA|TASS|ITAR-TASS|Interfax|RIA Novosti|Bloomberg|CNN|BBC|ANI|IANS"
    r"|PTI|dpa|EFE|ANSA|VOA|RFE/RL|RFA|NK News|Anadolu|Al Jazeera|UN News|IRNA|(?:The )?Associated Press|RIA|CBC"
    r"|MARKETWIRE|PR ?Newswire|Business Wire|GLOBE NEWSWIRE)"
)
"""Agencies whose name stands in a dateline or under a text."""

# What follows such a line is never an entry, whatever it begins with
OTHER_PARTS = (
    r"(?:\d{1,5} )?(?:comments?|responses?|replies|thoughts on .{0,80})(?: \(?\d{1,6}\)?)?(?: (?:on|to) .{0,80})?",
    r"(?:leave|post|write|add) (?:a|your) (?:reply|comment)(?: .{0,40})?",
    (
        r"(?:related|recommended|similar|more|latest|recent|popular|trending|other|top|featured) "
        r"(?:stories|articles?|posts?|news|content|links?|coverage|reading|reports?|items|comments|from .{0,60})"
    ),
    r"(?:most|more) (?:read|popular|viewed|shared|from .{0,60}|on this (?:story|topic)|about .{0,60})|related",
    r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|up next|see also|what to read next",
    r"sources?|references?|notes?|end ?notes|footnotes|bibliography|external links|further reading|works cited",
    r"archives?",
)

# These close an article where no more entries follow
FOOT = (
    r"cancel reply|join the (?:conversation|discussion)|(?:further|previous|next) (?:stories|articles?|posts?|reading)",
    r"read (?:more|next|also)|also read|(?:share|print|email|tweet|save|bookmark) this(?: .{0,40})?",
    r"share(?: on .{0,40}| via .{0,40})?|tags?|tags?: .{0,120}|filed under:? .{0,120}|categories: .{0,120}",
    r"posted in .{0,120}|topics: .{0,120}|about the authors?|about us|contact us|newsletters?|subscribe.{0,60}",
    r"sign up.{0,60}|follow us.{0,60}|navigation menu|post navigation|sponsored.{0,40}|from the web|trending now",
    r"promoted stories|around the web|back to top|in this section|explore more.{0,40}",
    rf"[-–—( ]{{0,4}}{AGENCIES}[) .]{{0,2}}|(?:©|\(c\)|copyright\b).{{0,200}}|.{{0,100}}all rights reserved.{{0,100}}",
    r"\(?(?:additional )?(?:reporting|research|editing|compiled|written|writing|edited) by .{0,160}",
    r"\(?(?:graphics?|photos?|produced|translated) by .{0,160}|\(?with (?:reporting|files) (?:by|from) .{0,120}",
    r".{0,80}\bcontributed (?:to )?this (?:report|story|article).{0,80}",
    r".{0,20}required fields are marked.{0,20}|your email address will not be published\..{0,60}",
    r"this (?:article|story|page|timeline|post) (?:was|has been) (?:\w{4,12} )?(?:published|updated|posted).{0,99}",
)

ANYWHERE = (
    r"advertisement|advert|ad|story continues below(?: advertisement)?|article continues (?:below|after).{0,40}",
    r"continue reading.{0,40}|skip (?:to|past|advert).{0,60}",
    r"(?:read more|also read|see also|related|watch|image): .{0,120}",
    r"read more|click (?:here|to) .{0,80}|loading\.{0,3}|share|tweet|print|e-?mail|copy link|facebook|twitter|whatsapp",
    r"linkedin|reddit|save|pocket|x|enlarge(?: this image)?|toggle caption|hide caption|view image.{0,40}|play video",
    r"video|\d{1,3} ?(?:of|/) ?\d{1,3}|page \d{1,4}(?: of \d{1,4})?|back to top|return to top|top|edit|\[edit\]|listen",
    r"transcript|sources?: .{0,160}",
    r"\((?:[A-Z][\w .&'’-]{0,40}, ?)?\d{1,2}/\d{1,2}/\d{2,4}(?:[;,] .{0,120})?\)",
)

PUBLISHED: Final = (
    r"(?:first |last )?(?:updated?|published|posted|modified|reviewed|edited|created)"
    r"(?: ?:| on\b| at\b| by\b|(?= (?:\d|(?-i:[A-Z])))).{0,80}"
)
_AROUND: Final = " :.…»>-–—*"
_CRUMB: Final = 30
_CREDIT: Final = (
    r"\((?:AP|AFP|Reuters|EPA|KCNA|Kyodo)? ?(?:Photo|Image|Getty).{0,60}\)|/Getty Images|AP Photo/|REUTERS/[A-Z]"
    r"|via REUTERS|via AP\)|Getty Images\)?$|\bfile photo\b"
)
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


def is_credited(text: str) -> bool:
    """Whether a text says whose picture it goes with."""
    return any(word in text for word in _CREDIT_WORDS) and re.search(_CREDIT, text) is not None


def closes_for_good(block: Block) -> bool:
    """Whether what follows a line is never an entry: comments, other stories, sources."""
    return len(block.text) <= SHORT and _pattern(*OTHER_PARTS).fullmatch(block.text.strip(_AROUND)) is not None


def closes_article(block: Block) -> bool:
    """Whether a line ends the article, if no more entries follow: also share links, tags, credits, a copyright."""
    if len(block.text) > LOOKED_AT:
        return False
    return _pattern(*OTHER_PARTS, *FOOT).fullmatch(block.text.strip(_AROUND)) is not None


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
    if block.kind == "header":
        return "the names of the columns of a table"
    if len(text) > LOOKED_AT:
        return None
    if _caption().match(text) or is_credited(text):
        return "a caption"
    if block.is_link and len(text) <= SHORT and text[-1:] not in '.!?”"':
        return LINK
    if is_byline(block) or closes_article(block) or _pattern(*ANYWHERE).fullmatch(text.strip()):
        return "of the page, not of the article"
    return "a list of links" if _is_breadcrumb(text) else None


def _is_breadcrumb(text: str) -> bool:
    parts = [part for part in re.split(r"\s[>»›|/·•]\s", text) if part]
    if parts[:1] and parts[0].lower() == "home":
        return True
    return len(parts) > 2 and all(len(part) <= _CRUMB for part in parts)  # noqa: PLR2004
