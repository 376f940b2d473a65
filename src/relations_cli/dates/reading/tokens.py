"""What a date is written with: names, figures and the marks between them, in one lexicon for all who read words."""

import datetime
import re
from functools import cache
from typing import Final, NamedTuple

from relations_cli.dates.days import year_text
from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF

LOOKED_AT: Final = 100
"""Characters of a text in which the date at its beginning must end."""
NOW: Final = frozenset({"now", "present", "today"})
"""The end of a range that has none yet."""
_CIRCA: Final = ("circa", "ca", "about", "around", "approximately")
SIGN_OF: Final = {
    **dict.fromkeys(("~", "c", "approx", *_CIRCA), "~"),
    **dict.fromkeys(("possibly", "perhaps", "probably"), "?"),
}
"""EDTF's qualifier by the word that stands before a date."""
VAGUE: Final = frozenset({"early", "mid", "late"})

_BEFORE: Final = {"q": 32, "h": 39}  # EDTF's code of the first quarter is 33, of the first half 40
_DECADES: Final = 1900  # the 1600s are a century, the 1900s more often ten years
_PAST: Final = "0000"
_FUTURE: Final = "2100"
_ORDINALS: Final = ("1st", "first", "2nd", "second", "3rd", "third", "4th", "fourth")
_YEAR: Final = r"(?P<y>\d{4})"
_NAMES: Final = "|".join(name for key in MONTH_OF for name in (key.capitalize(), key.upper()))
_DAY: Final = rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|ST|ND|RD|TH|\.(?= (?:{_NAMES})\b))?"
_DECADE: Final = r"(?P<x>\d{3}0|[1-9]00)['’]?s"
_SPACE: Final = re.compile(r"[ \t\u00a0\u202f\u2009\u2002\u2003]{0,40}")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_BEHIND: Final = {
    **dict.fromkeys("mw", re.compile("(?!['’])")),
    "c": re.compile("(?=[ 0-9])"),
    "f": re.compile("(?= )"),
}
"""By its kind, what may stand behind a word in a running text; else no figure."""
_NO_FIGURE: Final = re.compile("(?![0-9_])")
WORDS: Final = {
    **{name: ("m", number) for name, number in MONTH_OF.items()},
    **{name: ("w", number) for name, number in WEEKDAY_OF.items()},
    **{name: ("s", code) for name, code in SEASON_OF.items()},
    **dict.fromkeys(SIGN_OF, ("c", 0)),
    **dict.fromkeys(VAGUE, ("v", 0)),
    **dict.fromkeys(("from", "between", "since"), ("f", 0)),
    **dict.fromkeys((*NOW, "ongoing"), ("p", 0)),
    **dict.fromkeys(("to", "through", "thru", "until", "till"), ("-", 0)),
    **dict.fromkeys(("and", "or"), ("&", 0)),
    "the": ("t", 0),
    "of": ("o", 0),
}
"""Kind and number of a word in small letters."""
_NO_OPENING: Final = (SIGN_OF.keys() | VAGUE).difference(_CIRCA)
"""Those that on their own begin no date of a running text."""
_OPENING: Final = frozenset({"a", "ad", "beginning", "c", "ca", "end", "q", "start", "the", *VAGUE, *_ORDINALS})
"""Words with which a phrase may begin."""


class Token(NamedTuple):
    """One word, number or mark of a date."""

    kind: str
    """y year, m month, d day, w weekday, s season, q quarter or half, x decade, i figures of ISO 8601, k week of it,
    n day and month in either order, v vague, c circa, t the, o of, f from, between or since, p present, ``?`` what is
    none of these, and the marks ``,-&/()``."""
    text: str
    """As written."""
    end: int = 0
    """Where it ends in the text."""
    year: str = ""
    """In EDTF, where it says one."""
    number: int = 0
    """Of a name, a day or a week; 1 of a decade that is a century, and of a year with its era; of figures of ISO 8601
    month * 100 + day."""
    is_spaced: bool = False
    """Of what stands between two dates: whether spaces do so on both sides."""


def of_whole(text: str) -> list[Token]:
    """The tokens of a text that is nothing but a date, in small letters; what its figures say may be none."""
    return [_token(match) for match in _whole().finditer(text)]


def at_beginning(text: str) -> list[Token]:
    """The tokens with which a text begins, up to the first thing that no date has."""
    found: list[Token] = []
    position = 0
    while True:
        gap = _SPACE.match(text, position)
        start = gap.end() if gap else position
        token = _at(text, start)
        if token is None or token.kind == "?" or (token.kind == "d" and not token.number):
            break
        if token.kind == "x" and not _PAST < token.year < _FUTURE:  # the 0th century, the 2500s
            break
        # Marks and figures may follow without a space, but never two words
        if found and start == position and token.kind not in "-&/,()mqk" and found[-1].kind not in "-&/,(vmwc":
            break
        if start > position and token.kind in "-&/," and text[token.end : token.end + 1].isspace():
            token = token._replace(is_spaced=True)
        found.append(token)
        position = token.end
    return found


@cache
def _whole() -> re.Pattern[str]:
    """Each word of a whole text in small letters, and the commas behind them."""
    return re.compile(
        rf"(?:{_YEAR}|{_DAY}|{_DECADE}"
        r"|(?P<i>(?P<of>\d{4})(?P<mark>-|(?=\d{4}(?!\d)))(?P<month>\d{1,2})(?:(?P=mark)(?P<on>\d{1,2}))?)"
        r"|(?P<q>(?:\d{4}-?)?(?:q[1-4]|h[12]))"
        r"|(?P<g>\d{4}(?P<hyphen>-?)w\d\d(?P=hyphen)[1-7])|\d{4}-?w(?P<k>\d\d?)"
        r"|(?P<word>[a-z]+\.?|~))(?:(?![^ ,])|(?<=\A[~c])|(?<=\Aca)|(?<=\.)(?=\d))"  # ~2016, c2016, c.2016
        r"|(?<=[^ ,])(?P<other>,)"
        r"|(?P<none>,|[^ ,]+)",
        re.ASCII,
    )


@cache
def _running() -> re.Pattern[str]:
    """Figures, marks and phrases in a running text, which goes on: each looks at what stands behind it."""
    before = r"(?:BCE?(?![A-Za-z\d])|B\.C\.(?:E\.)?)"
    common = r"(?:(?:AD|CE)(?![A-Za-z\d])|A\.D\.|C\.E\.)"
    return re.compile(
        r"(?P<g>[12]\d{3}(?P<hyphen>-?)W\d\d(?P=hyphen)[1-7])(?!(?!T\d)[\w-])"
        r"|(?P<i>(?P<of>\d{4})(?P<mark>[-/.\u2010\u2011])(?P<month>1[0-2]|0?[1-9])"
        r"(?:(?P=mark)(?P<on>3[01]|[12]\d|0?[1-9])(?!\d)|(?<=[-\u2010\u2011]\d\d)(?![\d-])))"
        r"|[12]\d{3}(?P<e>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\d%A-Za-z])"
        rf"|(?P<j>\d{{1,2}}[-\u2010\u2011](?:{_NAMES})[-\u2010\u2011][12]\d{{3}}"
        r"|(?:1[0-2]|0?[1-9])/[12]\d{3}(?!/))(?!\d)"
        r"|(?P<n>(?:0?[1-9]|[1-3]\d)(?P<point>[-/.])(?:0?[1-9]|[1-3]\d)(?P=point)[12]\d{3})(?!\d)"
        rf"|(?P<a>\d{{1,4}} ?(?:{before}|{common})|(?:AD|A\.D\.) ?\d{{1,4}}(?![A-Za-z\d]))"
        rf"|(?P<b>\d{{1,4}})(?= ?[-\u2013] ?\d{{1,4}} ?{before})"
        r"|(?P<h>\d{1,2})(?:st|nd|rd|th)(?: [Cc]entur(?:y|ies)\b| ?C\.(?: A\.?D\b\.?)?"
        r"|(?= ?[-\u2013] ?\d{1,2}(?:st|nd|rd|th) [Cc]enturies))(?! B\.?C)"
        rf"|{_DECADE}\b(?! B\.?C)"
        rf"|{_YEAR}(?<=[12]\d{{3}})(?![\d%]|,\d{{3}}|\.\d)"
        rf"|(?P<r>(?i:{'|'.join(_ORDINALS)})) quarter\b"
        rf"|{_DAY}(?![\d%A-Za-z]|[:.]\d|,\d(?!\d{{3}}(?!\d)|\d?, ?[12]\d{{3}}))"
        r"|(?:(?<=\d)-)?(?:(?P<q>[Qq][1-4])\b|(?<=[\d-])[Ww](?P<k>\d\d)(?![\d-]))"
        r"|(?P<v>(?i:(?:the )?(?:early|mid|late|end of|beginning of|start of|(?:first|second) half of)))"
        r"(?:\b[- \u2010\u2011\u2013]?(?! ))"
        r"|(?P<c>[Cc][Aa]?\.(?=[ \d])|ca?(?=[12]\d{3}(?!\w))|~)"
        r"|(?P<dash>\.\.(?=\d| \d)|[-\u2010-\u2015\u2212]{1,2}(?!>)|\u2192|-{1,2}>)"
        r"|(?P<other>[,&/()])",
        re.ASCII,
    )


def _at(text: str, start: int) -> Token | None:
    """The token of a running text at a place, None where there is none."""
    letters = _LETTERS.match(text, start)
    if letters is None or letters[0].lower() in _OPENING:  # prose is matched against no more than its first letters
        match = _running().match(text, start)
        if match is not None:
            return _token(match)
    return None if letters is None else _word(text, letters)


def _word(text: str, letters: re.Match[str]) -> Token | None:
    """A word in a running text: names of months and days have capitals there, since may and march are verbs."""
    written, end = letters[0], letters.end()
    word = written.lower()
    kind, number = WORDS.get(word, ("", 0))
    if not kind or word in _NO_OPENING or not _BEHIND.get(kind, _NO_FIGURE).match(text, end):
        return None
    if kind in {"m", "w"}:
        if written[0].islower() or not (written[1:].islower() or written.isupper()):
            return None
        is_short = kind == "w" or len(word) == 3 or word in {"sept", "febr"}  # noqa: PLR2004
        end += text[end : end + 1] == "." and (is_short or bool(re.match(r" [0-9]", text[end + 1 : end + 3])))
    return Token(kind, text[letters.start() : end], end, "", number)


_KINDS: Final = {"e": "i", "j": "i", "r": "q", "h": "x", "a": "y", "b": "y", "dash": "-", "none": "?"}
"""By the group of a pattern, where it is not the kind itself."""


def _token(match: re.Match[str]) -> Token:
    group, written = match.lastgroup or "", match[0]
    kind, year, number = written if group == "other" else _KINDS.get(group, group), "", 0
    if group == "g":
        return _of_week(written, match.end())
    match group:
        case "i":
            year, number = match["of"], int(match["month"]) * 100 + int(match["on"] or 0)
        case "j":
            *day, name, year = re.split("[-/\u2010\u2011]", written)
            number = (MONTH_OF.get(name.lower()[:3]) or int(name)) * 100 + int("".join(day) or 0)
        case "d" | "k" | "e":
            year, number = written[:4] if group != "d" and written[0].isdigit() else "", int(match[group])
        case "q":
            year = written[:4] if written[0].isdigit() else ""
            number = _BEFORE[written[-2].lower()] + int(written[-1])
        case "r":
            number = _BEFORE["q"] + _ORDINALS.index(match["r"].lower()) // 2 + 1
        case "y" | "n":
            year = written[-4:]
        case "a" | "b" | "h" | "x":
            year, number = _years(group, written)
            kind = kind if year else "?"
        case "word":
            kind, number = _named(written)
    return Token(kind, written, match.end(), year, number)


def _of_week(written: str, end: int) -> Token:
    """The day of a week of ISO 8601, as other figures of that."""
    try:
        day = datetime.date.fromisoformat(written.upper())
    except ValueError:
        return Token("?", written, end)
    return Token("i", f"{day}", end, f"{day.year:04d}", day.month * 100 + day.day)


def _named(word: str) -> tuple[str, int]:
    """Kind and number of a word that may be abbreviated."""
    name = word.removesuffix(".")
    kind, number = WORDS.get(name, ("?", 0))
    return ("?", 0) if name != word and kind in "to" else (kind, number)


def _years(group: str, written: str) -> tuple[str, int]:
    """The year, in EDTF, of a century, a decade or an era, empty where there is none; and 1 for a century or an era."""
    number = int("".join(sign for sign in written if sign.isdigit()))
    if group in {"a", "b"}:
        is_before = group == "b" or "B" in written
        return (year_text(1 - number if is_before else number) if number else ""), 1
    year = number * 100 - 100 if group == "h" else number
    is_century = group == "h" or (year % 100 == 0 and year < _DECADES)
    return f"{year:04d}", int(is_century)
