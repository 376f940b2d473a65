"""A text that is all a date: EDTF, one in words, or a range of both; what is typed and what articles print alike."""

import datetime
import re
from collections.abc import Callable
from typing import Final

import msgspec
from msgspec.structs import replace

from relations_cli.dates import edtf
from relations_cli.dates.diagnosis import why_no_part, why_no_sign
from relations_cli.dates.fuzzy import FuzzyDate
from relations_cli.dates.reading import spoken
from relations_cli.dates.reading.clock import halved, is_range, parted
from relations_cli.dates.reading.joining import is_one_season, lent, over_midnight, timed
from relations_cli.dates.reading.spoken import NoDate, Said, Spoken, Unreadable, one_sign
from relations_cli.dates.reading.tokens import NOW
from relations_cli.dates.refusal import Refusal, refuse_length

_SPACES_AND_DASHES: Final = str.maketrans("\u00a0\u202f\u2009\u2010\u2011\u2014", "   --\u2013")
EDTF_SIGNS: Final = frozenset("0123456789-/?~%XYEST:.,[]{}Z+")
"""No EDTF has others."""
_WINTER: Final = 24


def normal(text: str) -> str:
    """The text with one kind of space and two of dash, runs of spaces collapsed.

    Raises:
        Refusal: it is empty or too long, or a character in it has no place in a date.
    """
    refuse_length(text)
    plain = text.translate(_SPACES_AND_DASHES)
    for sign in plain:
        if sign != "–" and not " " <= sign <= "~":
            raise Refusal(*why_no_sign(sign, text.translate(_SPACES_AND_DASHES)))
    plain = " ".join(plain.split())
    refuse_length(plain)
    return plain


def _edtf(text: str) -> FuzzyDate:
    """A text in EDTF; refused where for people it means two things, or has a year that they do not write."""
    date = in_signs(text)
    if re.search(r"(?<![\dXY])-[\dX]{4}|(?<![\dE])0000(?!\d)", text, re.ASCII):
        raise Refusal("people write the years 0001 to 9999", "earlier ones stand in data only")
    return date


def in_signs(text: str) -> FuzzyDate:
    """A text in EDTF that has no other meaning to people.

    Raises:
        Unreadable: it is no EDTF.
        Refusal: it is two years to people.
    """
    if not EDTF_SIGNS.issuperset(text):
        raise NoDate
    _refuse_part_or_range(text)
    try:
        return edtf.read(text)
    except Refusal as refusal:
        raise Unreadable(refusal.reason, refusal.hint) from None


def _refuse_part_or_range(text: str) -> None:
    """Refuse an EDTF season or quarter that people take for two years, such as ``2001-24``."""
    collision = re.search(r"(?<!\d)(?<!\d/\d\d/)(\d{4})[?~%]?-[?~%]?(2[1-9]|3\d|4[01])(?!-?\d)", text, re.ASCII)
    if collision:
        raise Refusal(*why_no_part(*collision.groups()))


class Entrance(msgspec.Struct, frozen=True):
    """What sets one way of writing dates apart from the other."""

    now: str
    """EDTF of ``now``, ``present`` and ``today`` as the end of a range."""
    special: Callable[[str], Spoken | Said | None]
    """Single dates that are read besides, perhaps with a time; None for what is none."""
    vague: bool = False
    """Whether ``early``, ``mid`` and ``late`` may stand before a date."""
    today: datetime.date | None = None
    """For hints; None where nobody types."""

    def read(self, text: str) -> FuzzyDate:
        """The date that a text stands for: EDTF, a date in words, or a range of them.

        Raises:
            Refusal: it is no date, or could mean two.
        """
        written = normal(text)
        try:
            return _edtf(written)
        except Unreadable as refusal:
            no_edtf = refusal
        try:
            return self._words(written)
        except Unreadable as no_words:
            from relations_cli.dates.hints import hint  # for those who err

            known = hint(written, self.today)
            if known:
                raise Unreadable(*known) from None
            is_like_edtf = isinstance(no_words, NoDate) and EDTF_SIGNS.issuperset(written)
            raise no_edtf if is_like_edtf else no_words from None

    def _words(self, text: str) -> FuzzyDate:
        """A date or a range in words."""
        if self.vague:
            text = re.sub(r"\b(early|mid|late)-(?=\w)", r"\1 ", text, flags=re.IGNORECASE)
        first, sign, last = ends_of(halved(text))
        if not sign:
            said = self._single(text).said()
            date = edtf.read(said.text)
            if not said.precision:
                return date
            return replace(date, precision=said.precision, starts=date.spans, ends=date.spans)
        start = self._end(first, sign)
        end = Said(self.now, self.now) if last.lower() in NOW else self._end(last, sign)
        if isinstance(start, Spoken) and isinstance(end, Spoken):
            if start.is_clock and not end.clock:  # a dash between a time and its day
                return edtf.read(replace(end, clock=start.clock).said().text)
            start, end = timed(start, end)
            if sign in {"–", "-"} and start.code == _WINTER and is_one_season(start, end):
                return edtf.read(replace(start, sign=one_sign({start.sign, end.sign})).said().text)
            start, end = lent(start, end)
        lower = start.said().first
        if isinstance(start, Spoken) and isinstance(end, Spoken):
            end = over_midnight(start, end)
        upper = end.said().last
        if {lower, upper} <= {"", ".."}:
            raise Refusal("one end of a range needs a date", "write 2022.. or ..2024")
        return edtf.read(f"{lower}/{upper}")

    def _end(self, text: str, sign: str) -> Spoken | Said:
        """One end of a range: ``..`` in EDTF where it is open, nothing where it is unknown."""
        if text == "?":
            return Said("", "")
        if text in {"", ".."}:
            if sign[-2:] != "..":
                raise Unreadable("a range lacks an end", "write 2022.. or ..2024")
            return Said("..", "..")
        return self._single(text)

    def _single(self, text: str) -> Spoken | Said:
        """One date, perhaps at a time of day: of the special ones, in words, or in EDTF."""
        special = self.special(text)
        if special is not None:
            return special
        day, time = parted(text)
        if time:
            return self._single(day).at(time) if day else Spoken(clock=time)
        try:
            return spoken.read(text, vague=self.vague)
        except Unreadable:
            if {"/", "[", "{"}.isdisjoint(text) and EDTF_SIGNS.issuperset(text):
                return Said(_edtf(text).text, text)
            raise


PROSE: Final = Entrance("..", lambda _: None, vague=True)
"""What articles print: "present" is not a day there, for what goes on has no end."""

_OPENING: Final = r"(?i)(since|from|until) +(.+)"
"""A word that opens a range."""
_STRONG: Final = r"(?i) ?(– ?\.\.|\.\.|–) ?| (?:-|to|until|through) "
"""A range sign."""
_WEAK: Final = (
    r"(?ai)(?:(?<!\d)|(?<![a-z])[a-z]+\.?-)"  # Jan-2020-01 may be a day
    r"\d{4}-(?:\d\d?(?:-\d\d?"
    r"(?:(?:,? |T)\d\d?:\d\d(?::\d\d(?:\.\d+)?)? ?-\d\d(?::?\d\d)?)?)?"  # the offset of its time
    r"|[qh]\d|w\d\d?(?:-\d)?)(?!\d)"
    r"|(?<![\w-])\d\d?-(?:\d\d?|[a-z]{3,9})-(?:\d{4}|\d\d)(?![\w-])"
    r"|(?<=[\w.,])(-)(?=\w)"
)
"""A date in figures, or else a hyphen that may be a range sign."""
_WITH_OFFSET: Final = r"(?a)(?<![\d:T])\d\d?:\d\d(?::\d\d(?:\.\d+)?)?-\d\d?:\d\d$"


def ends_of(text: str) -> tuple[str, str, str]:
    """First end, range sign, last end: no sign where it is one date; only of ``..`` an end may be left out.

    Raises:
        Refusal: there is more than one range sign.
    """
    opened = re.fullmatch(_OPENING, text)
    word, rest = (opened[1].lower(), opened[2]) if opened else ("", text)
    found = list(re.finditer(_STRONG, rest)) or [match for match in re.finditer(_WEAK, rest) if match[1]]
    time = re.search(_WITH_OFFSET, rest) if found else None
    if time and not is_range(time[0]):
        found.pop()
    if len(found) > 1:
        raise Unreadable("more than one range sign", "write 2022..2024")
    if not found:
        return ("..", "..", rest) if word == "until" else (rest, ".." if word else "", "..")
    first, last = rest[: found[0].start()], rest[found[0].end() :]
    if word == "until" or (word and not (first and last)):
        raise Unreadable(f"{word} and a range sign", "write one of them")
    return first, found[0][0].strip(), last
