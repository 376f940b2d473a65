"""The words, figures and marks with which a text begins, as far as a date of some language goes."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from relations_cli.dates.names import MONTH_OF, SEASON_OF, WEEKDAY_OF
from relations_cli.dates.tongues.table import AT, BEHIND, BETWEEN, Meanings, folded, table
from relations_cli.dates.tongues.telling import Piece

_NOON: Final = 12
_WIDE: Final = "\u1100"
"""From here on letters need no space between words."""
_MAY_BE: Final = re.compile(r"[\d\s.,/\u2010-\u2014-]*(?:[^\W\d_]|[°º'’]|:[ae])")
"""Figures and marks, and right behind them a word or what begins an ending of figures."""
_WIDE_FIGURES: Final = frozenset({"ja", "ko", "zh"})
"""Where figures may be as wide as the other signs."""
_YEAR_FIRST: Final = frozenset({"hu", "ja", "ko", "zh"})
_MONTH_FIRST: Final = _YEAR_FIRST | {"es", "vi"}
_POINTED: Final = frozenset({"hr", "hu"})
"""Where the figures that end a date have a point, as ordinals have."""
_POINT: Final = re.compile(r"(?<=\d)\.(?=\s?(?:[:;,)\]|\u2013\u2014-]|$)|\t|\s\s)")
_SHORTEST_YEAR: Final = 3
_SHORTEST_NAME: Final = 3
"""Letters of a word behind which a point may be the end of the sentence."""
_FIRST: Final = frozenset({"before", "after", "since", "from", "between", "circa", "early", "mid", "late"})
"""Words with which a date begins."""
_UNTIL: Final = "<until"
_ABBREVIATED: Final = "C."
"""What a century is behind a point alone."""
_FIGURES: Final = re.compile(r"\d{1,4}(?!\d)", re.ASCII)


def _named(names: str) -> str:
    """Pattern of one of several names, as the folded text has them."""
    return f"(?:{normalize('NFKD', names).replace(' ', '|')})"


_HOUR: Final = _named("时 時 點 点 시")
_MINUTE: Final = _named("分 분")
_CLOCK: Final = re.compile(
    rf"(?:(?P<half>(?P<am>{_named('上午 早上 凌晨 午前 오전')})|{_named('下午 晚上 午後 오후')}) ?)?"
    r"(?P<h>[01]?\d|2[0-3])(?::(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?: ?(?:uhr|h|hod|ч)\b\.?)?"
    rf"|[.h](?P<m2>[0-5]\d)(?: ?(?:uhr|h)\b)?|{_HOUR}\s?(?:(?P<m3>[0-5]?\d){_MINUTE})?"
    r"| ?(?:h|uhr|heures?)\b(?: (?P<m4>[0-5]\d))?|(?= ?(?:bis|[-\u2013]) ?\d\d?(?::\d\d)? ?uhr\b))(?!\d|:\d)"
)
_POINTED_CLOCK: Final = re.compile(r"\d{1,2}\.\d\d(?! ?(?:uhr|h)\b)")
"""What may be a time behind ``at`` alone."""
_GAP: Final = re.compile(r"\s{0,3}")
_RANGES: Final = frozenset("-\u2013\u2014/~\u301c")
_WEEKDAY: Final = re.compile(r"\(([^()\d]{1,12})\)")
_ROMAN: Final = re.compile(r"(?<![^\W_])[IVX]{1,5}(?=(?:er?|[eè]me|-lea)?(?![^\W_]))")
"""Numbers of centuries."""
_ROMAN_FIGURES: Final = {"i": 1, "v": 5, "x": 10}
_COUNTED: Final = re.compile("[〇零一二三四五六七八九十元]{1,5}(?=[年月日号號])")
_DIGITS: Final = str.maketrans("〇零一二三四五六七八九元", "001234567891")


def pieces_of(text: str) -> tuple[list[Piece], frozenset[str]]:
    """The pieces of the date with which a text begins, and the languages that all of them are of; none for no word."""
    if not _MAY_BE.match(text):
        return [], frozenset()
    walk = _Walk(text)
    while walk.step():
        pass
    return walk.found()


class _Walk:
    """One walk over the beginning of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._head, self._ends = _with_figures(*folded(text), are_roman=_ROMAN.search(text) is not None)
        self._at = 0
        self._pieces: list[Piece] = []
        self._known: list[frozenset[str] | None] = [None]
        """The languages that are possible behind so many pieces; None: all."""

    def found(self) -> tuple[list[Piece], frozenset[str]]:
        """The pieces up to the last with which a date may end, and their languages."""
        while self._pieces and not _may_end(self._pieces[-1]):
            self._pieces.pop()
        tongues = self._known[len(self._pieces)]
        if not tongues or not any(piece.means for piece in self._pieces):
            return [], frozenset()
        end = self._pieces[-1].end
        if _POINT.match(self._text, end) or (tongues <= _POINTED and self._text[end : end + 1] == "."):
            self._pieces[-1] = self._pieces[-1]._replace(end=end + 1)
        return self._pieces, tongues

    def step(self) -> bool:
        """Take the next piece; whether there is one."""
        gap = _GAP.match(self._head, self._at)
        at = gap.end() if gap else self._at
        clock = _CLOCK.match(self._head, at)
        if clock is not None and (
            self._is_second() or self._is_at() or (self._is_behind() and not _POINTED_CLOCK.match(self._head, at))
        ):
            return self._take_clock(clock)
        figures = _FIGURES.match(self._head, at)
        if figures is not None:
            return self._take_figures(figures)
        weekday = _WEEKDAY.match(self._head, at)
        if weekday is not None and not any(piece.text in _RANGES for piece in self._pieces):
            means = self._weekdays(weekday[1])
            return bool(means) and self._add(weekday[1], means, at, weekday.end())
        return at < len(self._head) and (self._take_word(at) or self._take_mark(at))

    def _take_clock(self, clock: re.Match[str]) -> bool:
        if not BETWEEN.isdisjoint(self._pieces[-1].means.values()) and not self._is_second():  # "à" is "to" and "at"
            self._pieces[-1] = self._pieces[-1]._replace(means=dict.fromkeys(self._pieces[-1].means, AT))
        hour = clock["h"]
        if clock["half"] and int(hour) <= _NOON:
            hour = str(int(hour) % _NOON + _NOON * (not clock["am"]))
        minutes = clock["m"] or clock["m2"] or clock["m3"] or clock["m4"] or "0"
        seconds = f":{clock['s']}" if clock["s"] else ""
        return self._add(f"{hour}:{minutes:0>2}{seconds}", {}, *clock.span())

    def _is_second(self) -> bool:
        """Whether a time and what stands between two stand before the place."""
        return len(self._pieces) > 1 and ":" in self._pieces[-2].text and _is_between(self._pieces[-1])

    def _is_at(self) -> bool:
        """Whether a word for "at" stands before the place."""
        last = self._pieces[-1] if self._pieces else None
        if last is None or not last.means:
            return False
        return AT in last.means.values() or ("fr" in last.means and last.text == "a")

    def _take_figures(self, figures: re.Match[str]) -> bool:
        before, last = self._before(), self._pieces[-1] if self._pieces else None
        if last is not None and not last.means and (last.text[-1:].isdecimal() or not last.text):
            return False
        if last is not None and AT in last.means.values():
            return False
        if before is not None and _is_month(before.means) and len(figures[0]) < _SHORTEST_YEAR:
            months = {tongue: before.means[tongue] for tongue in before.means.keys() & self._tongues(_MONTH_FIRST)}
            if not months:
                return False
            self._known[-1] = frozenset(months)
        if not self._text[self._ends[figures.start()] - 1 : self._ends[figures.end() - 1]].isascii():
            self._known[-1] = self._tongues(_WIDE_FIGURES)
        return self._known[-1] != frozenset() and self._add(figures[0], {}, figures.start(), figures.end())

    def _take_word(self, at: int) -> bool:
        is_glued = at == self._at and bool(self._pieces) and self._pieces[-1].text.isdecimal()
        known = table()
        for size in known.sizes.get(self._head[at], ()):
            end = at + size
            key = self._head[at:end] if end <= len(self._head) else ""
            meanings = (is_glued and known.endings.get(key, ())) or known.words.get(key, ())
            means = self._in_order(self._means(key, meanings, end)) if meanings else {}
            if means:
                is_short = len(key) <= _SHORTEST_NAME or "." in key or any(said.islower() for said in means.values())
                return self._add(key, means, at, end + (is_short and self._head[end : end + 1] == "."))
        return False

    def _take_mark(self, at: int) -> bool:
        sign, behind = self._head[at], self._head[at + 1 : at + 2]
        is_glued = at == self._at and not behind.isspace()
        if sign == "." and self._pieces and self._pieces[-1].text.isdecimal() and not behind.isdecimal():
            return self._add("", {}, at, at + 1)
        if sign in _RANGES and self._is_behind():
            return self._add(sign, {}, at, at + 1, is_glued=is_glued)
        return sign == "," and self._is_behind() and self._add(sign, {}, at, at + 1)

    def _add(self, text: str, means: Mapping[str, str], start: int, end: int, *, is_glued: bool = False) -> bool:
        self._pieces.append(Piece(text, means, self._ends[start] - 1, self._ends[end - 1], is_glued))
        self._known.append(frozenset(means) if means else self._known[-1])
        self._at = end
        return True

    def _tongues(self, among: frozenset[str]) -> frozenset[str]:
        """Those of these languages that are still possible."""
        known = self._known[-1]
        return among if known is None else among & known

    def _means(self, key: str, meanings: Meanings, end: int) -> dict[str, str]:
        """What a word means in this place by the language."""
        means: dict[str, str] = {}
        behind, is_behind = self._head[end : end + 1], self._is_behind()
        is_open = behind.isalpha() if key[-1] >= _WIDE else behind.isalnum() and key[-1] != "'"
        for written, tongues in meanings:
            is_hour = written == "from" and is_behind and _CLOCK.match(self._head, end + 1)
            said = AT if is_hour else written
            is_last = said == AT or said in BETWEEN or said in BEHIND or said[:1] == "<"
            is_torn = is_open and (key[-1] < _WIDE or said.lower() in SEASON_OF or said[:1] == "<") and said != _UNTIL
            is_cut = said == _ABBREVIATED and behind != "."
            if is_torn or is_cut or (is_last and not is_behind) or (said in _FIRST and is_behind):
                continue
            for tongue in self._tongues(tongues):
                means.setdefault(tongue, "C" if said == _ABBREVIATED else said)
        return means

    def _weekdays(self, key: str) -> dict[str, str]:
        """What a word in brackets means, where it is a weekday."""
        meanings = table().words.get(key.rstrip("."), ())
        return {one: said for said, of in meanings if said.lower() in WEEKDAY_OF for one in self._tongues(of)}

    def _in_order(self, means: dict[str, str]) -> dict[str, str]:
        """What a word means that may stand in this place: a month behind its year only where the year comes first."""
        before = self._before()
        is_behind_year = before is not None and before.text.isdecimal() and len(before.text) >= _SHORTEST_YEAR
        if not is_behind_year or not _is_month(means):
            return means
        return {tongue: said for tongue, said in means.items() if tongue in _YEAR_FIRST}

    def _before(self) -> Piece | None:
        """The last piece that says something."""
        return next(
            (piece for piece in reversed(self._pieces) if piece.text and any(piece.means.values() or "1")), None
        )

    def _is_behind(self) -> bool:
        """Whether something of the date that is being written stands before the place."""
        for piece in reversed(self._pieces):
            if _is_between(piece):
                return False
            if _may_end(piece):
                return True
        return False


def _is_between(piece: Piece) -> bool:
    """Whether it stands between two dates or times."""
    return piece.text in _RANGES or not BETWEEN.isdisjoint(piece.means.values())


def _may_end(piece: Piece) -> bool:
    """Whether a date may end with it: with figures, a name, or what stands behind either."""
    if not piece.means:
        return piece.text[-1:].isdecimal()
    return any(map(may_end, piece.means.values()))


def may_end(said: str) -> bool:
    """Whether a date may end with a word that means this."""
    return said in BEHIND or said[:1] == "<" or said in {"#", "s", "present"} or _is_name(said)


def _is_name(said: str) -> bool:
    return said.lower() in MONTH_OF or said in SEASON_OF or said.lower() in WEEKDAY_OF


def _is_month(means: Mapping[str, str]) -> bool:
    return any(said.lower() in MONTH_OF for said in means.values())


def _with_figures(head: str, ends: list[int], *, are_roman: bool) -> tuple[str, list[int]]:
    """Numbers of Chinese signs before a sign of the calendar as figures, and Roman ones where a century is named."""
    found = [*_COUNTED.finditer(head)] if not head.isascii() else []
    if are_roman and not found and _century().search(head):
        found = [*re.compile(_ROMAN.pattern, re.IGNORECASE).finditer(head)]
    for match in reversed(found):
        figures, last = _number(match[0]), ends[match.end() - 1]
        head = head[: match.start()] + figures + head[match.end() :]
        ends = [*ends[: match.start()], *[last] * len(figures), *ends[match.end() :]]
    return head, ends


@cache
def _century() -> re.Pattern[str]:
    """A word for a century, or its number and the letters for one: ``XIX в.``."""
    names: dict[str, list[str]] = {said: [] for said in ("C", ">C", _ABBREVIATED)}
    for word, means in table().words.items():
        for said in names.keys() & {said for said, _ in means}:
            names[said].append(re.escape(word))
    short = rf"[ivx]{{1,5}}(?:er?|eme)?\s?(?:{'|'.join(names[_ABBREVIATED])})\."
    return re.compile(rf"(?<![^\W_])(?:(?:{'|'.join((*names['C'], *names['>C']))})(?![^\W_])|{short})")


def _number(signs: str) -> str:
    roman = [_ROMAN_FIGURES[sign] for sign in signs if sign in _ROMAN_FIGURES]
    if roman:
        return str(sum(-one if one < behind else one for one, behind in pairwise([*roman, 0])))
    tens, ten, ones = signs.translate(_DIGITS).partition("十")
    return str(int(tens or "1") * 10 + int(ones or "0")) if ten and "十" not in ones else tens
