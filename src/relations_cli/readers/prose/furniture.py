"""What is on a page and no entry: share links, comments, captions, bylines, copyright, related stories."""

import re
from functools import cache
from typing import Final

from relations_cli.dates.leading import leading
from relations_cli.readers.prose.blocks import Block
from relations_cli.readers.prose.openings import Opening

_SHORT: Final = 80
_DATELINE: Final = 80
_AROUND: Final = " :.…»>-–—*"
_LOOKED_AT: Final = 300

_AGENCIES: Final = (
    r"(?:Reuters|AP|AFP|UPI|Xinhua|Yonhap|Kyodo|KCNA|TASS|ITAR-TASS|Interfax|RIA Novosti|Bloomberg|CNN|BBC|ANI|IANS|PTI"
    r"|dpa|EFE|ANSA|VOA|RFE/RL|RFA|NK News|Anadolu|Al Jazeera|UN News|IRNA|Associated Press|RIA|CBC|MARKETWIRE"
    r"|PRNewswire|PR Newswire|Business Wire|GLOBE NEWSWIRE)"
)


@cache
def _closing() -> re.Pattern[str]:
    """A line that opens the part of a page that is no longer the article."""
    return re.compile(
        r"(?:\d{1,5} )?(?:comments?|responses?|replies|thoughts on .{0,80})(?: \(?\d{1,6}\)?)?(?: on .{0,80})?"
        r"|(?:leave|post|write|add) (?:a|your) (?:reply|comment)(?: .{0,40})?|cancel reply|join the (?:conversation|discussion)"
        r"|(?:related|recommended|similar|more|further|latest|recent|popular|trending|other|top|featured|previous|next)"
        r" (?:stories|articles?|posts?|news|content|links?|topics?|coverage|reading|reports?|items|on this story|from .{0,60})"
        r"|(?:most|more) (?:read|popular|viewed|shared|from .{0,60}|on this (?:story|topic)|about .{0,60})|related"
        r"|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|read (?:more|next|also)|up next|also read|see also|what to read next"
        r"|(?:share|print|email|tweet|save|bookmark) this(?: .{0,40})?|share(?: on .{0,40}| via .{0,40})?|tags?:? .{0,200}|tags|filed under:? ?.{0,120}"
        r"|categories:? ?.{0,120}|posted in .{0,120}|topics:? .{0,120}"
        r"|about the authors?|about us|contact us|newsletter.{0,40}|subscribe.{0,60}|sign up.{0,60}|follow us.{0,60}"
        r"|sources?|references?|notes?|end ?notes|footnotes|bibliography|external links|further reading|works cited"
        r"|navigation menu|archives?|post navigation|popular posts|recent (?:comments|posts)|sponsored.{0,40}|from the web"
        r"|trending now|sponsored content|promoted stories|around the web|back to top|in this section|explore more.{0,40}",
        re.IGNORECASE,
    )


@cache
def _noise() -> re.Pattern[str]:
    """A line that belongs to no entry wherever it stands."""
    return re.compile(
        rf"[-–—( ]{{0,4}}{_AGENCIES}[) .]{{0,2}}|"
        r"(?:advertisement|advert|ad|story continues below(?: advertisement)?|article continues (?:below|after).{0,40}|continue reading.{0,40}"
        r"|skip (?:to|past|advert).{0,60}|read more:? ?.{0,120}|also read:? .{0,120}|see also:? .{0,120}|related:? .{0,120}|watch:? .{0,120}"
        r"|click (?:here|to) .{0,80}|loading\.{0,3}|share|tweet|print|email|e-mail|copy link|facebook|twitter|whatsapp|linkedin|reddit|save|pocket|x"
        r"|enlarge(?: this image)?|toggle caption|hide caption|view image.{0,40}|image:? .{0,120}|play video|video"
        r"|\d{1,3} ?(?:of|/) ?\d{1,3}|page \d{1,4}(?: of \d{1,4})?|back to top|return to top|top|edit|\[edit\]|listen|transcript"
        r"|(?:updated?|published|posted|last (?:updated|modified|reviewed|edited)|first published|modified|created)\b:? ?.{0,80}"
        r"|\(?(?:research|reporting|additional reporting|editing|compiled|written|writing|edited|text|graphics?|photos?|produced|translated"
        r"|with (?:reporting|files))\b.{0,20} (?:by|from) .{0,160}"
        r"|.{0,80}\bcontributed (?:to )?this (?:report|story|article).{0,80}"
        r"|by [A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,4}.{0,60}"
        r"|(?:©|\(c\)|copyright\b).{0,200}|.{0,100}all rights reserved.{0,100}"
        r"|\((?:[A-Z][\w .&'’-]{0,40}, ?)?\d{1,2}/\d{1,2}/\d{2,4}(?:[;,] .{0,120})?\)"
        r"|.{0,20}required fields are marked.{0,20}|your email address will not be published\..{0,60}"
        r"|this (?:article|story|page|timeline|post|report) (?:was|has been|is) (?:originally |first |last )?(?:published|updated|posted).{0,160}"
        r")",
        re.IGNORECASE,
    )


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(
        r"\(?(?:photo(?:graph)?s?(?: by| credit)?|image(?: credit| source| caption)?|picture|caption|credit|file photo|video|graphic|illustration|map)\s{0,2}:"
        r"|FILE ?[-–—]|file (?:photo|image|picture)\b|In this .{0,60}(?:photo|image|picture)",
        re.IGNORECASE,
    )


_CREDIT_WORDS: Final = ("Photo", "photo", "Getty", "REUTERS", "via AP", "Image")
_CREDITS: Final = re.compile(
    r"\((?:AP|AFP|Reuters|EPA|KCNA|Kyodo)? ?(?:Photo|Image|Getty).{0,60}\)|/Getty Images|AP Photo/|REUTERS/[A-Z]|via REUTERS"
    r"|via AP\)|Getty Images\)?$|\bfile photo\b"
)


def closes_article(block: Block) -> bool:
    """Whether the block is a line behind which a page has comments, related stories, sources or share links."""
    if len(block.text) > _SHORT * 2:
        return False
    text = block.text.strip(_AROUND)
    return _closing().fullmatch(text) is not None


@cache
def _for_good() -> re.Pattern[str]:
    return re.compile(
        r"(?:\d{1,5} )?(?:comments?|responses?|replies|thoughts on .{0,80})(?: \(?\d{1,6}\)?)?(?: on .{0,80})?"
        r"|(?:leave|post|write|add) (?:a|your) (?:reply|comment)(?: .{0,40})?"
        r"|(?:related|recommended|similar|more|latest|recent|popular|trending|other|top|featured)"
        r" (?:stories|articles?|posts?|news|content|links?|coverage|reading|reports?|items|on this story|from .{0,60})"
        r"|(?:most|more) (?:read|popular|viewed|shared|from .{0,60}|on this (?:story|topic)|about .{0,60})|related"
        r"|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|up next|see also|what to read next"
        r"|sources?|references?|notes?|end ?notes|footnotes|bibliography|external links|further reading|works cited|archives?",
        re.IGNORECASE,
    )


def closes_for_good(block: Block) -> bool:
    """Whether what follows such a line is never an entry: comments, other stories, sources."""
    if len(block.text) > _SHORT:
        return False
    text = block.text.strip(_AROUND)
    return _for_good().fullmatch(text) is not None


def is_byline(block: Block) -> bool:
    """Whether a block says who wrote the article, or when it was published."""
    return len(block.text) <= _SHORT and _byline().fullmatch(block.text) is not None


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(
        r"[Bb]y [A-Z][\w.'’ ,&-]{2,80}|BY [A-Z .,]{2,80}|(?i:updated?|published|posted|last updated)\b.{0,80}"
    )


def is_source_line(block: Block) -> bool:
    """Whether a block only says where its entry is published: a bare address, or ``Source:`` with a link."""
    if not block.sources or len(block.text) > _LOOKED_AT:
        return False
    return re.match(r"(?i:sources?|via|links?) ?:|https?://\S{1,290}$", block.text) is not None


def why_furniture(block: Block) -> str | None:
    """Why a block that begins with no date is no part of an entry, or None where it may be one."""
    text = block.text
    if len(text) > _LOOKED_AT:
        return None
    if _caption().match(text) or _is_credited(text):
        return "a caption"
    if block.is_link and len(text) <= _SHORT and text[-1:] not in '.!?”"':
        return "a link alone"
    if _noise().fullmatch(text.strip()) or closes_article(block):
        return "of the page, not of the article"
    if _is_breadcrumb(text):
        return "a list of links"
    return None


def _is_breadcrumb(text: str) -> bool:
    parts = [part for part in re.split(r"\s[>»›|/·•]\s", text) if part]
    if parts[:1] and parts[0].lower() == "home":
        return True
    return len(parts) > 2 and all(len(part) <= 30 for part in parts)  # noqa: PLR2004


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[A-Z][A-Za-z .'’,-]{{0,40}})?\((?i:{_AGENCIES})\b[^)]{{0,30}}\)|[A-Z]{{3}}[A-Z ,.]{{0,40}}(?i:{_AGENCIES})\b"
    )


@cache
def _meta() -> re.Pattern[str]:
    """What stands behind the date of publication, of a comment or in an archive."""
    return re.compile(
        r"(?:by|par|von) [A-Z].{0,100}"
        r"|(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: \(?[A-Z]{2,5}\)?)?(?: ?[/|,·•].{0,60}| by .{0,60})?"
        r"|(?:at )?\d{1,2} ?[ap]\.?m\b\.?(?: \(?[A-Z]{2,5}\)?)?"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\(\d{1,5}\)|\d{1,4} (?:comments?|min(?:ute)?s?(?: read)?|views?|shares?|replies|likes?)\b.{0,80}"
        r"|.{0,60}\b\d{1,3} min(?:ute)?s? read\b.{0,60}"
        r"|(?:updated?|published|posted|last updated|modified|edited|reviewed)\b.{0,80}|reply|permalink"
        r"|(?:issue|edition|volume|vol\.|no\.|isbn|doi|pdf|download)\b.{0,60}",
        re.IGNORECASE,
    )


@cache
def _picture() -> re.Pattern[str]:
    return re.compile(r"(?:file )?(?:photo|image|picture|photograph|handout)\b", re.IGNORECASE)


def why_no_entry(block: Block, opening: Opening) -> str | None:
    """Why a block that begins with a date is no entry, or None where it may be one."""
    text = opening.text
    is_short = len(text) <= _LOOKED_AT
    why = None
    if is_short and _is_copyright(block.text):
        why = "a copyright line"
    elif _dateline().match(text[:_DATELINE]):
        why = "a dateline"
    elif _picture().match(text[:20]) or (is_short and _is_credited(text)):
        why = "a caption"
    elif text and not any(sign.isalpha() for sign in text[:_LOOKED_AT]):
        why = "figures without words"
    elif len(text) <= _SHORT * 2 and _meta().fullmatch(text.lstrip("/|•·,-–— ")):
        why = "a date of publication or of a comment"
    elif block.text[opening.date.length :][:4].lstrip()[:1] in {">", "»", "›"}:
        why = "a list of links"
    elif opening.separator in {"bar", "dash", "comma", "space", "gap"} and _is_only_dates(text):
        why = "a list of dates"
    return why


def _is_copyright(text: str) -> bool:
    lowered = text[:_SHORT].lower()
    return "©" in lowered or "copyright" in lowered or "all rights reserved" in lowered


def _is_credited(text: str) -> bool:
    """Whether a text ends with whose picture it is."""
    return any(word in text for word in _CREDIT_WORDS) and _CREDITS.search(text) is not None


def _is_only_dates(text: str) -> bool:
    """Whether nothing but dates and signs follows: the pages of an archive."""
    for _ in range(60):
        text = text.lstrip(" \t|•·,/-–—")
        if not text:
            return True
        date = leading(text)
        if date is None:
            return False
        text = text[date.length :]
    return True


def dateline_year(text: str) -> tuple[int, int] | None:
    """Year and month of the date in an agency's dateline: ``SEOUL, June 14, 2000 (AP) -``; None where there is none."""
    head = text[:120]
    match = re.match(r"(?:[A-Z][A-Za-z.'’ ,/()-]{1,60}?)[,:(]? ?\b(?=\w)", head)
    if match is None or not re.search(rf"\b{_AGENCIES}\b|^[A-Z]{{3,}}[^a-z]", head):
        return None
    sign = re.search(r" [-–—]{1,2} |[-–—]{2}|—", head)
    if sign is None:
        return None
    for start in re.finditer(r"\b(?=[A-Z\d])", head[: sign.start() + 1]):
        date = leading(head[start.start() : sign.start()])
        if date is not None and date.year is not None and date.month:
            return date.year, date.month
    return None
