"""One date in words that is all of a text; in a range it may leave parts to the other end."""

import re
from typing import Final

from relations_cli.dates.reading import tokens
from relations_cli.dates.reading.spoken import NoDate, Spoken, Unreadable, of_tokens, one_sign, ordinal_ending
from relations_cli.dates.reading.tokens import SIGN_OF, VAGUE, Token
from relations_cli.dates.refusal import Refusal

# By the kinds of the tokens. In a range the year may stand at the other end, and the month of the 17th in "May 16-17,
# 2024".
_WHOLE: Final = frozenset({"y", "my", "ym", "mdy", "dmy", "ymd", "sy", "ys", "qy", "yq", "i", "k", "x"})
_PARTIAL: Final = frozenset({"m", "d", "md", "dm", "dy", "s", "q"})
_QUALIFYING: Final = frozenset("cvt")
_CHECKED: Final = frozenset("dixk")
_SAID_BEFORE: Final = frozenset({*SIGN_OF, *VAGUE})
_LAST_MONTH: Final = 12
_LAST_SEASON: Final = 24


def read(text: str, *, vague: bool) -> Spoken:
    """What one date in words says.

    Args:
        text: normalised, without range signs.
        vague: whether ``early``, ``mid`` and ``late`` may stand before it.

    Raises:
        Refusal: it is no date.
    """
    doubt = text[-1:] if text[-1:] in {"?", "~", "%"} else ""
    found = list(tokens.of_words(_words(text.removesuffix(doubt))))
    kinds = ""
    for token in found:
        if token.kind in _CHECKED:
            _check(token)
        kinds += "qy" if token.kind == "q" and token.year else token.kind
    before = _qualifiers(kinds, vague=vague) if kinds[:1] in _QUALIFYING else ""
    spoken = of_tokens(found, one_sign({doubt, *map(_sign, found[: len(before)])}) if before else doubt)
    shape = kinds[len(before) :]
    if shape[:1] == "w" and spoken.day:
        shape = shape[1:]
    elif "w" in shape:
        raise Unreadable("a weekday stands before a day", "write Sat 14 Oct 2006")
    if shape[:1] == "t" and shape[1:2] in {"x", "s", "d"}:
        shape = shape[1:]
    if shape not in _WHOLE and shape not in _PARTIAL:
        raise NoDate
    if "v" in before and (spoken.day or spoken.week or spoken.code > _LAST_SEASON):
        raise Refusal("early, mid and late go with a month, a season, a year or a decade", "leave the word out")
    return spoken


def _qualifiers(kinds: str, *, vague: bool) -> str:
    """The kinds of the tokens that qualify the date behind them: ``c. early``, ``the late``."""
    match = re.match("(?:c|v|t(?=v))+" if vague else "c+", kinds)
    return match[0] if match else ""


def _sign(token: Token) -> str:
    return "~" if token.kind == "v" else SIGN_OF.get(token.text, "")


def _words(text: str) -> list[str]:
    """The words in small letters, with no comma behind any but the last, and no "of" between any two.

    Both part the words of the date itself, and not those that qualify it.
    """
    text = "~ " + text[1:] if text[:1] == "~" else text
    words = re.sub(r"^(ca?\.)(?=\d)", r"\1 ", text.lower().replace(",", ", ")).split()
    bare: list[str] = []
    may_part = False
    for word in words[:-1]:
        is_said = word.rstrip(".,") not in _SAID_BEFORE
        name = word.removesuffix(",") if is_said else word
        if name != "of" or not may_part:
            bare.append(name)
        may_part = is_said
    return bare + words[-1:]


def _check(token: Token) -> None:
    """Refuse figures that can be no part of a date.

    Raises:
        Refusal: they are such.
    """
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
        is_range = month and not has_day
        hint = f"{token.year}..{token.year[:2]}{written}" if is_range else "YYYY-MM-DD"
        raise Refusal(f"there is no month {written}", f"write {hint}")
    if has_day and not day:
        raise Refusal("there is no day 0", "write YYYY-MM-DD")
