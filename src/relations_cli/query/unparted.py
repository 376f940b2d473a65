"""Words of scripts that do not part them: what is typed is found within the text, as no tokenizer could part it.

Chinese, Japanese, Thai and their kin write no blanks; Korean glues compounds and particles to a noun. A scan of the
texts is faster than an index of them would be built, and finds one letter as well as many.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from math import log
from typing import Final

from relations_cli.query.hit import MARKS
from relations_cli.query.words import COLUMNS, Phrase

_SCRIPTS: Final = (
    "\u0e00-\u0fff\u1000-\u109f"  # Thai, Lao, Tibetan, Burmese
    "\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"  # Khmer, Tai, Shan
    "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"  # Hangul
    "\u3005-\u3007\u3021-\u302f\u3031-\u303c\u3040-\u30fa\u30fc-\u312f\u31a0-\u31ff\uff66-\uff9f"  # kana, Bopomofo
    "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\U00016fe0-\U0003ffff"  # Han, Yi
)
_UNPARTED = re.compile(f"[{_SCRIPTS}]")
_PARTED = f"[^\\W_{_SCRIPTS}]"
_JOINT = re.compile(f"(?<={_PARTED})(?=[{_SCRIPTS}])|(?<=[{_SCRIPTS}])(?={_PARTED})")
_CLUSTER = re.compile(
    "[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL
)
_SATURATION, _LENGTH = 1.2, 0.75
"""k1 and b of BM25, as FTS5 has them (https://www.sqlite.org/fts5.html, section 5.1.1)."""

Texts = Sequence[str]
"""Of an event, in the order of the columns."""


def is_unparted(text: str) -> bool:
    """Whether there is a letter of such a script."""
    return not text.isascii() and _UNPARTED.search(text) is not None


def jointed(text: str, joint: str) -> str:
    """The text with a joint wherever such a script meets a word of another: ``2024`` is one within ``2024年``."""
    return text if text.isascii() else _JOINT.sub(joint, text)


class Scan:
    """What a search finds within texts."""

    def __init__(self, rows: Sequence[Texts]) -> None:
        """Of so many events."""
        self._rows = rows
        self._found: dict[Phrase, dict[int, float]] = {}

    def having(self, phrase: Phrase) -> set[int]:
        """The places, from 1, of the events that have a phrase."""
        if phrase not in self._found:
            pattern, found = _pattern(phrase), dict[int, float]()
            for place, name, text in self._texts:
                if phrase.column in ("", name) and (many := sum(1 for _ in pattern.finditer(text))):
                    found[place] = found.get(place, 0) + many * COLUMNS[name]
            self._found[phrase] = found
        return set(self._found[phrase])

    @cached_property
    def _texts(self) -> list[tuple[int, str, str]]:
        """Each that has a letter of such a script, folded, with its event and its column."""
        return [
            (place, name, _folded(text)[0])
            for place, row in enumerate(self._rows, start=1)
            for text, name in zip(row, COLUMNS, strict=True)
            if is_unparted(text)
        ]

    def scores(self, phrases: Iterable[Phrase]) -> dict[int, float]:
        """BM25 of every event that has one of the phrases; the greater, the better."""
        lengths = [sum(map(len, row)) for row in self._rows]
        mean = sum(lengths) / max(1, len(lengths)) or 1
        scores: dict[int, float] = {}
        for phrase in phrases:
            many = len(self.having(phrase))
            rarity = max(1e-6, log((len(lengths) - many + 0.5) / (many + 0.5)))
            for place, count in self._found[phrase].items():
                dampened = count + _SATURATION * (1 - _LENGTH + _LENGTH * lengths[place - 1] / mean)
                scores[place] = scores.get(place, 0) + rarity * count * (_SATURATION + 1) / dampened
        return scores

    def marked(self, place: int, phrases: Sequence[Phrase]) -> list[str]:
        """The texts of an event with each match between MARKS."""
        columns = zip(COLUMNS, self._rows[place - 1], strict=True)
        return [marked(text, [one for one in phrases if one.column in ("", name)]) for name, text in columns]


def marked(text: str, phrases: Iterable[Phrase]) -> str:
    """A text that may hold MARKS, with these phrases marked, too."""
    plain, spans = _unmarked(text)
    folded, places = _folded(plain)
    for phrase in dict.fromkeys(phrases):
        spans += [(places[one.start()], _end(places, one.end())) for one in _pattern(phrase).finditer(folded)]
    parts, at = [], 0
    for start, end in _joined(spans):
        parts += [plain[at:start], MARKS[0], plain[start:end], MARKS[1]]
        at = end
    return "".join([*parts, plain[at:]])


@lru_cache(100)
def _pattern(phrase: Phrase) -> re.Pattern[str]:
    """What a phrase is within a folded text: a word of another script in it stays whole."""
    words = r"[\W_]*".join(re.escape(_folded(word)[0]) for word in phrase.words)
    first, last = phrase.words[0][0], phrase.words[-1][-1]
    before = "" if is_unparted(first) else f"(?<!{_PARTED})"
    return re.compile(f"{before}{words}" + ("" if is_unparted(last) or phrase.begins else f"(?!{_PARTED})"))


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text with one form of each letter (NFKC, no case), and where in the text each of its characters begins."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if len(folded) == len(text) and unicodedata.is_normalized("NFC", text) and not re.search("[\uff9e\uff9f]", text):
        return folded, range(len(text) + 1)
    letters, places = [], []
    for one in _CLUSTER.finditer(text):
        letters.append(unicodedata.normalize("NFKC", one[0]).casefold())
        places += [one.start()] * len(letters[-1])
    return "".join(letters), [*places, len(text)]


def _end(places: Sequence[int], end: int) -> int:
    """Where in a text the last character ends whose folding ends there, or goes on."""
    return next(place for place in places[end:] if place > places[end - 1])


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, and from where to where there were some."""
    first, *rest = text.split(MARKS[0])
    plain, spans = first, []
    for part in rest:
        inside, _, behind = part.partition(MARKS[1])
        spans.append((len(plain), len(plain) + len(inside)))
        plain += inside + behind
    return plain, spans


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those as one that overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
