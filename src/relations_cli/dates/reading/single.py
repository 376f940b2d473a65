"""The shapes of one date in words; and one that is all of a text, or in a range leaves parts to the other end."""

import re
from typing import Final

from relations_cli.dates.days import month_length
from relations_cli.dates.reading import tokens
from relations_cli.dates.reading.spoken import NoDate, Spoken, Unreadable, of_tokens, one_sign, ordinal_ending
from relations_cli.dates.reading.tokens import SIGN_OF, Token
from relations_cli.dates.refusal import Refusal

_SHAPES: Final = "md,?y|do?mo?,?y|mo?,?y|md|do?m|d,?y|y,?md|y,?m|i|so?,?y|y,?s|qo?,?y|yq|x|y|m|s|d"
"""One date by the kinds of its tokens, the longest first: at most one comma, before or behind the year."""
_LOOSE: Final = r"y\((?:md|dm|m|s)\)|md\(y\)|y,?dm|y,?[cv]+(?:md|dm|m)|n|si|yk"
"""Those that are a date in a running text only."""
_CHECKED: Final = frozenset("dixk")
_LAST_MONTH: Final = 12
_LAST_SEASON: Final = 24


RUNNING: Final = re.compile(rf"(?:w,?)?(?:t(?=[vcxsq]))?[vc]*(?:t(?=[xsq]))?(?:{_LOOSE}|{_SHAPES})")
"""One date of a running text: the 1990s and the summer of 2003, but not the 1994 of "The 1994 accord"."""
_WHOLE: Final = re.compile(rf"w?(?:t(?=[xsd]))?(?:{_SHAPES}|k|q)")
"""One date that is all of a text, without what qualifies it; of a range, as much of it as one end may say."""


def read(text: str, *, vague: bool) -> Spoken:
    """What one date in words says; in a range, some of it may stand at the other end: ``May 16-17, 2024``.

    Args:
        text: normalised, without range signs.
        vague: whether ``early``, ``mid`` and ``late`` may stand before it.

    Raises:
        Refusal: it is no date.
    """
    doubt = text[-1:] if text[-1:] in {"?", "~", "%"} else ""
    found = tokens.of_whole(text.removesuffix(doubt).lower())
    for token in found:
        if token.kind in _CHECKED:
            _check(token)
    kinds = "".join("qy" if token.kind == "q" and token.year else token.kind for token in found)
    # Commas and "of" part the words of the date itself, and not those that qualify it
    kinds = re.sub("(?<=[^cv])[,o](?=.)", "", kinds)
    shape = re.sub("^[cv]*(?:t(?=v)[cv]*)*" if vague else "^c*", "", kinds)
    before = found[: len(kinds) - len(shape)]
    spoken = of_tokens(found, one_sign({doubt, *(SIGN_OF.get(token.text.rstrip("."), "~") for token in before)}))
    if "w" in shape[bool(spoken.day) :]:
        raise Unreadable("a weekday stands before a day", "write Sat 14 Oct 2006")
    if not _WHOLE.fullmatch(shape):
        raise NoDate
    is_vague = any(token.kind == "v" for token in before)
    if is_vague and (spoken.day or spoken.week or spoken.code > _LAST_SEASON):
        raise Refusal("early, mid and late go with a month, a season, a year or a decade", "leave the word out")
    return spoken


def _check(token: Token) -> None:
    """Refuse figures that can be no part of a date."""
    match token.kind:
        case "d" if not token.number or token.text.lstrip("0123456789") not in {"", ordinal_ending(token.number)}:
            raise Refusal(f"there is no day {token.text}", "write 1 to 31")
        case "i":
            _check_figures(token)
        case "x" if token.year.endswith("00"):
            year = token.year
            raise Refusal("a decade or a century?", f"write {year}..{year[:3]}9 or {year}..{year[:2]}99")
        case "k" if not token.number:
            raise Refusal("ISO weeks are W01 to W52 or W53", "write 2024-W01")


def _check_figures(token: Token) -> None:
    month, day = divmod(token.number, 100)
    written = token.text[5:].partition("-")[0] if "-" in token.text else token.text[4:6]
    has_day = token.text.count("-") != 1
    if not 1 <= month <= _LAST_MONTH:
        hint = "YYYY-MM-DD"
        if month and not has_day:
            is_range = int(written) > int(token.year[2:])
            hint = f"{token.year}..{token.year[:2]}{written}" if is_range else "YYYY-MM"
        elif "-" in token.text and 1 <= day <= _LAST_MONTH and 1 <= month <= month_length(int(token.year), day):
            hint = f"{token.year}-{day:02d}-{month:02d}"
        raise Refusal(f"there is no month {written}", f"write {hint}")
    if has_day and not day:
        raise Refusal("there is no day 0", "write YYYY-MM-DD")
