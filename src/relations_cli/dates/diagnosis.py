"""What is wrong with a text that is no date: a guess at the reason, never at the date."""

import re
import unicodedata

from relations_cli.dates.names import SEASONS

WHICH = ("which is the day, which the month?", "write YYYY-MM-DD")

_NO_EDTF = (
    (r"(?s).*[^\x20-\x7e].*", ("EDTF is plain ASCII", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (r"[\dX?~%-]{10} \d\d:.*", ("a T stands between day and time", "write YYYY-MM-DDThh:mm")),
    (r".*\s.*", ("EDTF has no spaces", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (r".*[?~%]{2}.*", ("one sign is enough", "write % for uncertain and approximate")),
    (r"\.\.[?~%]|[?~%]\.\.", ("an open end has no qualifier", "write ..")),
    (r"\.\.|", ("a date is missing", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (r".*\.\..*", ("EDTF writes a range with a slash, and with dots in a set only", "write 2022/2024")),
    (r".*T24(?::00)*(?:Z|[+-].*)?", ("there is no such time of day as 24:00", "write T00:00 of the next day")),
    (r".*T\d\d:[0-5]\d:60.*", ("a leap second is no time of a civil day", "write :59")),
    (
        r".*T(?:2[4-9]|[3-9]\d|\d\d:[6-9]\d|\d\d:\d\d:[6-9]\d).*",
        ("there is no such time of day", "write T00:00 to T23:59"),
    ),
    (r".*T\d\d:\d\d(?::\d\d(?:\.\d+)?)?[Z+-].*", ("there is no such zone", "write Z, or +hh:mm or -hh:mm")),
    (r".*T\d\d:\d\d:\d\d,.*", ("the fraction of a second stands behind a point", "write T09:15:30.5")),
    (r".*T.*", ("no such time", "write YYYY-MM-DDThh:mm or hh:mm:ss, with Z or +hh:mm behind it if need be")),
    (r"\+.*", ("a year has no plus", "write YYYY, or Y and more digits")),
    (r"[\d-]*W.*", ("EDTF has no weeks", "write an interval of days")),
    (r"P.*", ("EDTF has no durations", "write an interval")),
    (r"unknown|open", ("write an unknown end as nothing and an open one as ..", "")),
    (r".*[ux].*", ("an unknown digit is a capital X", "write 198X")),
    (r"-?\d{1,3}", ("a year has four digits", "write YYYY")),
    (r"-?\d{8}", ("write YYYY-MM-DD", "")),
    (r"-?\d{5,}", ("a year of more than four digits starts with Y", "write Y and the digits")),
    (r"[\d-]+", ("months and days have two digits", "write YYYY, YYYY-MM or YYYY-MM-DD")),
)

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_UNIT = r"(?:day|week|month|quarter|year)s?"

_NO_DATE = (
    (rf"(\d{{1,2}})-({_MONTH})-(\d{{4}})", (r"write it with spaces: \1 \2 \3", "")),
    (r"(?:the )?early[ -](\d{4})", (r"write c. \1, or the months: \1-01..\1-04", "")),
    (r"(?:the )?mid[ -](\d{4})", (r"write c. \1, or the months: \1-05..\1-08", "")),
    (r"(?:the )?late[ -](\d{4})", (r"write c. \1, or the months: \1-09..\1-12", "")),
    (r"0?([1-9])[/.](\d{4})", (r"write the year first: \2-0\1", "")),
    (r"(1[0-2])[/.](\d{4})", (r"write the year first: \2-\1", "")),
    (r"(\d{1,2})[/.]\d{4}", (r"there is no month \1", "write YYYY-MM")),
    (rf"{_MONTH}|{_MONTH},? \d{{1,2}}[a-z]*|\d{{1,2}}[a-z]* {_MONTH}", ("the year is missing", "write July 2000")),
    (
        rf"{_MONTH},? \d{{1,2}},? '?\d\d|\d{{1,2}}[ -]{_MONTH}(?:,? |-)'?\d\d",
        ("a year has four digits", "write 14 Oct 2006"),
    ),
    (r"\d{4}[/.–]\d{1,2}", ("month or range?", "write 2024-06 or 2006..2024")),
    (r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}", WHICH),
    (r"[a-z]+ \d{4}–\d{2}", ("a season has one year", "write spring 2021 or winter 2021")),
    (r"'?\d0'?s", ("which century?", "write 1990s")),
    (r"\d{4}'?s", ("a decade ends in 0s: write 1990s, or 1993..1995", "")),
    (r"'?\d{1,3}", ("a year has four digits", "write YYYY")),
    (r"-\d+", ("people write the years 0001 to 9999", "earlier ones stand in data only")),
    (r"\d{4}-?w\d\d?-?\d", ("ISO weeks are W01 to W52 or W53, their days 1 to 7", "write 2024-W05-1")),
    (r"present", ("write now, or 2022..now", "")),
    (r"\d{5,}", ("a year has four digits", "write YYYY, YYYY-MM or YYYY-MM-DD")),
    (rf"(?:next|this)? ?{_DAY}", ("which one?", "write last friday or YYYY-MM-DD")),
    (rf"(?:last|next|past) .*{_UNIT}", ("write 3 months ago..now, or last month", "")),
    (rf"in .*{_UNIT}|.*{_UNIT} (?:from now|later|hence)", ("write the day as YYYY-MM-DD", "")),
    (rf".*\d ?{_UNIT}|\d+ ?[dwmqy]", ("which direction?", "write 2 years ago or YYYY-MM-DD")),
    (r".* or .*", ("alternatives are no range", "write [1863,1864]")),
    (r"between .*", ("write 2022..2024", "")),
    (r"before .*", ("is that day meant too?", "write until 2024")),
    (r"after .*", ("is that day meant too?", "write since 2022")),
    (r"(?:the )?(?:early|mid|late)[ -].*", ("write c. 2016, or the months: 2016-01..2016-04", "")),
    (r".* ?(?:bce?|ad|ce)\.?|ad .*", ("people write the years 0001 to 9999", "earlier ones stand in data only")),
)
"""What people write who mean a date, in any case; a reason may hold groups of its pattern."""

_NO_NUMBER = (
    (r"-.*", ("a date is no negative number", "write YYYY-MM-DD, and a year BC as 44 BC")),
    (r"\d{1,3}", ("a year has four digits", "write YYYY")),
    (r"\d{5}", ("a spreadsheet's day number?", "format the column as YYYY-MM-DD before saving it")),
    (r"\d{6}", ("a month or a number?", "write YYYY-MM")),
    (r"\d{10}|\d{12,13}", ("a number with a leading 0 is no date", "write YYYY-MM-DD")),
    (r".*", ("no date is written so", "write YYYY-MM-DD")),
)
"""Of a number in figures, before its point."""
_QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u2032\u2033\u00ab\u00bb"
_NO_QUOTES = str.maketrans("", "", _QUOTES)

_PARTS = SEASONS | {33 + at: f"Q{at + 1}" for at in range(4)} | {40: "H1", 41: "H2"}
"""As people write them, by EDTF's code; not those that are of one half of the globe, nor thirds of years."""


def why_not_edtf(text: str) -> tuple[str, str]:
    """Reason and hint for a text that the grammar of a single date does not cover."""
    found = next((why for pattern, why in _NO_EDTF if re.fullmatch(pattern, text)), None)
    return found or ("this is no EDTF", "write YYYY, YYYY-MM or YYYY-MM-DD")


def why_no_date(text: str) -> tuple[str, str] | None:
    """Reason and hint for a text that is no date in any grammar; None where there is none to give."""
    for pattern, (reason, hint) in _NO_DATE:
        match = re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE)
        if match:
            return match.expand(reason), hint
    return None


def why_no_number(text: str) -> tuple[str, str] | None:
    """Reason and hint for a number that is no date; None where the text is no number."""
    digits = text.lstrip("+-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()):
        return None
    return next(why for pattern, why in _NO_NUMBER if re.fullmatch(pattern, text.partition(".")[0]))


def why_no_sign(sign: str, text: str) -> tuple[str, str]:
    """Why a character cannot stand in a date, and the text in plain letters where it has such."""
    bare = "".join(str(unicodedata.digit(one, one)) for one in unicodedata.normalize("NFKC", text))
    bare = " ".join(bare.translate(_NO_QUOTES).replace("\u2013", "-").split())
    is_plain = bare and all(" " <= one <= "~" for one in bare)
    what = "a typographic quotation mark" if sign in _QUOTES else f"U+{ord(sign):04X}"
    return f"{what} has no place in a date", f"write {bare}" if is_plain else "write it in plain letters and figures"


def why_no_part(year: str, code: str) -> tuple[str, str]:
    """Why people do not write a part of a year by its code in EDTF, which may be a second year."""
    part = _PARTS.get(int(code))
    meant = [f"{part} {year}"] if part else []
    if int(code) > int(year[2:]):
        meant.append(f"{year}..{year[:2]}{code}")
    if not meant:
        return f"there is no month {code}", "write YYYY-MM"
    what = "a part of a year is written in words" if meant == [f"{part} {year}"] else "part of a year or range?"
    return what, f"write {' or '.join(meant)}"
