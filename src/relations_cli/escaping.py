"""What text may reach a terminal, tsv, csv and json: data is hostile until it has passed here."""

import re
from collections.abc import Callable

# C0 and C1 controls but tab and line breaks, DEL, and lone surrogates, which UTF-8 cannot carry.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
_CONTROLS_BUT_LINES = f"\r{_CONTROLS}"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
_BREAKS = "\t\n\r\x0b\x0c\x85\u2028\u2029"
# What draws nothing, so that texts that look alike are not: Unicode's Default_Ignorable_Code_Point (the controls of
# direction, zero-width characters, fillers, variation selectors, tags) and the marks around annotations. The rest of
# the category Cf is drawn: the number signs of Arabic, the joiners of hieroglyphs.
_UNDRAWN = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_PRINTABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0").union(
    map(chr, range(0xFE00, 0xFE10)), map(chr, range(0xE0100, 0xE01F0))
)
"""What of it is a letter or a mark, so that ``str.isprintable`` lets it pass."""
# The flag of a part of a country, as England's: a black flag and its code in tags (UTS 51, ED-14a).
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
_PICTURE = (
    "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_CURSIVE = frozenset(("ADLAM", "ARABIC", "MANDAIC", "MANICHAEAN", "MONGOLIAN", "NKO", "PHAGS-PA", "SYRIAC"))
_JOINED = _CURSIVE.union(
    ("ARABIC-INDIC", "BALINESE", "BENGALI", "BRAHMI", "CHAKMA", "DEVANAGARI", "EXTENDED", "GRANTHA", "GUJARATI"),
    ("GURMUKHI", "JAVANESE", "KAITHI", "KANNADA", "KHMER", "LEPCHA", "LIMBU", "MALAYALAM", "MEETEI", "MODI"),
    ("MYANMAR", "NEWA", "ORIYA", "SHARADA", "SIDDHAM", "SINHALA", "SUNDANESE", "SYLOTI", "TAI", "TAMIL", "TELUGU"),
    ("TIBETAN", "TIRHUTA", "VEDIC"),
)
"""Scripts, by the first word of the names of their letters, in which a joiner changes what is drawn."""
_WITHOUT_BLANKS = frozenset(("KHMER", "LAO", "MYANMAR", "TAI", "THAI"))
_VARIED = frozenset(("CJK", "MYANMAR", "PHAGS-PA"))
_VIRAMA = 9
"""The combining class of the mark behind which a joiner says how a consonant is written, at the end of a word, too."""
_VARIATIONS = (*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0)))
_SHOWN = 60
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_WITH_HOST = r"https?://(?:[^/?#@\s]*@)?(?:\[[0-9a-f:.]+\]|[^/?#@:\s\[\]]+)(?::[0-9]*)?(?:[/?#]|$)"
_IN_NO_ADDRESS = r"[^!-~]|[\"<>\\^`{|}]"
_AS_WRITTEN = "%!#$&'()*+,/:;=?@[]~"
"""What has a meaning in an address (RFC 3986, section 2.2), or stands for a byte already."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What begins a cell that spreadsheets take for a formula."""
_OTHER_STARTS = ("\n", "\u2028", "\u2029", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
"""What some spreadsheets skip or fold before they look: line breaks, full-width and small forms."""


def _named(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004


def _json_named(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _escaped(text: str, controls: str, named: Callable[[re.Match[str]], str]) -> str:
    """The text with each of the controls named, and what draws nothing where nothing needs it."""

    def shown(match: re.Match[str]) -> str:
        return match[0] if len(match[0]) > 1 or _is_needed(match) else named(match)

    which = f"[{controls}{_UNDRAWN}]"
    return re.sub(f"{_FLAG}|{which}" if _FLAG[0] in text else which, shown, text)  # the alternative costs half as much


def _is_needed(match: re.Match[str]) -> bool:
    """Whether the emoji or the script around a character that draws nothing needs it."""
    rule = _RULES.get(match[0])
    text, at = match.string, match.start()
    return rule is not None and rule(text[max(at - 2, 0) : at], text[at + 1 : at + 2])


def _joins(before: str, after: str) -> bool:
    if re.search(f"{_PICTURE}\ufe0f?$", before) and re.match(_PICTURE, after):
        return True
    return _script(before) in _CURSIVE or _parts(before, after)


def _parts(before: str, after: str) -> bool:
    return _script(before) in _JOINED and (_script(after) in _JOINED or _combining(before[-1]) == _VIRAMA)


def _may_end_a_line(before: str, after: str) -> bool:
    return _script(before) in _WITHOUT_BLANKS and _script(after) in _WITHOUT_BLANKS


def _orders_marks(before: str, after: str) -> bool:
    return _script(before) != "" and _script(after) != "" and _combining(after) > 0


def _varies(before: str, after: str) -> bool:  # noqa: ARG001 -- as the other rules
    return _script(before) in _VARIED


def _varies_a_picture(before: str, after: str) -> bool:
    is_key = before[-1:] in tuple("0123456789#*") and after == "\u20e3"
    return is_key or re.search(f"{_PICTURE}$", before) is not None or _varies(before, after)


def _is_mongolian(before: str, after: str) -> bool:  # noqa: ARG001 -- as the other rules
    return _script(before) == "MONGOLIAN"


def _script(text: str) -> str:
    """The first word of the name of the letter, mark or digit at the end of a text; empty where there is none."""
    import unicodedata  # a shared library, which only such texts need

    last = text[-1:]
    if not last or last in _PRINTABLE or unicodedata.category(last)[0] not in "LMN":
        return ""
    return unicodedata.name(last, "").partition(" ")[0]


def _combining(one: str) -> int:
    import unicodedata  # as above

    return unicodedata.combining(one)


_RULES: dict[str, Callable[[str, str], bool]] = {
    **dict.fromkeys(_VARIATIONS, _varies),
    **dict.fromkeys("\ufe0e\ufe0f", _varies_a_picture),
    **dict.fromkeys("\u180b\u180c\u180d\u180e\u180f", _is_mongolian),
    "\u034f": _orders_marks,
    "\u200b": _may_end_a_line,
    "\u200c": _parts,
    "\u200d": _joins,
}
"""What draws nothing, and whether what stands before and behind it needs it; for the rest nothing does."""


def _is_plain(text: str) -> bool:
    return text.isprintable() and (text.isascii() or _PRINTABLE.isdisjoint(text))


def visible(text: str) -> str:
    r"""The text with each control but line feed and tab, and what draws nothing, as ``\x1b`` or ``\u202e``.

    What draws nothing stays where an emoji or a script needs it, such as the joiners of Persian and Hindi.
    """
    return text if _is_plain(text) else _escaped(text, _CONTROLS_BUT_LINES, _named)


def shown_line(text: str) -> str:
    """The text as one line of an output: each tab and line break a space, the rest as :func:`visible` shows it."""
    return text if _is_plain(text) else visible(re.sub(f"[{_BREAKS}]", " ", text))


def shown_lines(texts: list[str]) -> list[str]:
    """Each of the texts as :func:`shown_line` shows it."""
    return texts if _is_plain("".join(texts)) else [shown_line(text) for text in texts]


def xml_text(text: str) -> str:
    """The same without the characters that HTML and XML do not have, which are shown as text, too."""
    shown = shown_line(text)
    return shown if shown.isascii() else re.sub(f"[{_NO_CHARACTERS}]", _named, shown)


def web_address(text: str | None) -> str | None:
    """An address of the web as outputs link it, in ASCII; None for any text that is none.

    It is http or https with a host (RFC 3986, sections 3.1 and 3.2), without blanks, controls and what draws nothing;
    the scheme is small, and what no address holds as it is, is named in per cent. Blanks around it are no part of it.
    """
    address = (text or "").strip(" ")
    if not re.match(_WITH_HOST, address, re.IGNORECASE) or re.search(r"\s", address) or address != shown_line(address):
        return None
    scheme, rest = address.split(":", 1)
    return f"{scheme.lower()}:{re.sub(_IN_NO_ADDRESS, _in_per_cent, rest)}"


def _in_per_cent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def browser_address(text: str) -> str | None:
    """An address of the web as a browser asks for it that is told to: any character of it, if need be in per cent."""
    from urllib.parse import quote, urlsplit  # 2 ms, and few outputs have links

    address = text.strip()
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that does not close
        return None
    is_web = parts.scheme in ("http", "https") and parts.hostname
    return quote(address, safe=_AS_WRITTEN, errors="replace") if is_web else None


def one_line(text: str) -> str:
    """The text on one line, as a title is kept: each tab and line break becomes a space, other controls are shown.

    What else draws nothing stays, since it may be searched for and written to json; :func:`shown_line` is for outputs.
    """
    if text.isprintable():
        return text
    return re.sub(f"[{_CONTROLS}{_DIRECTIONS}]", _named, re.sub(f"[{_BREAKS}]", " ", text))


def xml_shown(text: str) -> str:
    r"""A text that is shown already, with the two characters that XML 1.0 holds not even so as ``\ufffe``."""
    return re.sub("[\ufffe\uffff]", _named, text)


_QUOTED = 60
"""Characters of a value that a message repeats."""


def quoted(value: str, longest: int = _QUOTED) -> str:
    """A value as an error message repeats it: on one line, cut where it is long, in single quotes."""
    cut = value if len(value) <= longest else value[: longest - 1] + "…"
    return f"'{shown_line(cut)}'"


def unless_whole(value: str) -> str:
    """The value where :func:`quoted` cuts it; else nothing."""
    return value if len(value) > _QUOTED else ""


def shown(text: str) -> str:
    """A date as an error repeats it: quoted, its letters as typed, what a terminal may obey escaped, and cut."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."
    return visible(repr(cut))


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula; also one that would be, without apostrophes before it."""
    return cell.lstrip("'").startswith(FORMULA_STARTS + _OTHER_STARTS)


def csv_text(text: str) -> str:
    """The text as a spreadsheet may open it: what would start a formula is prefixed with an apostrophe.

    A text that starts with an apostrophe itself before such a character gets one more, so that a reader that takes
    one off has the original again. Line feeds, carriage returns and tabs stay, since RFC 4180 quotes them.
    """
    shown = text if _is_plain(text) else _escaped(text, _CONTROLS, _named)
    return "'" + shown if is_formula(shown) else shown


def json_text(encoded: str) -> str:
    r"""An encoded JSON document with what :func:`visible` shows as ``\uXXXX``: it decodes to the same value."""
    if encoded.isascii() and "\x7f" not in encoded:
        return encoded
    return _escaped(encoded, "\x7f-\x9f\u2028\u2029\ud800-\udfff", _json_named)


def ascii_json(encoded: str) -> str:
    r"""An encoded JSON document in ASCII: it decodes to the same value (RFC 8259, section 7)."""
    return re.sub(r"[^\x00-\x7f]", _json_named, encoded)
