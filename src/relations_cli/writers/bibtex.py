"""The sources of events for BibLaTeX, an entry each; what LaTeX would obey is text."""

import re
from collections.abc import Iterator
from typing import Final

from relations_cli.escaping import shown_line
from relations_cli.model.facts import Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers import citing
from relations_cli.writers.format import How

left_out = citing.left_out

_KINDS: Final = {"press": "article", "research": "report", "archive": "misc"}
_LANGUAGES: Final = {
    "ar": "arabic", "bg": "bulgarian", "bn": "bengali", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "en-gb": "british", "en-us": "american", "es": "spanish", "et": "estonian",
    "fa": "persian", "fi": "finnish", "fr": "french", "he": "hebrew", "hi": "hindi", "hr": "croatian",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "ja": "japanese", "ko": "korean", "lt": "lithuanian",
    "lv": "latvian", "nb": "norsk", "nl": "dutch", "nn": "nynorsk", "no": "norsk", "pl": "polish",
    "pt": "portuguese", "pt-br": "brazilian", "ro": "romanian", "ru": "russian", "sk": "slovak",
    "sl": "slovenian", "sr": "serbian", "sv": "swedish", "th": "thai", "tr": "turkish", "uk": "ukrainian",
    "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
"""Babel's names of languages, by their tags."""
_YEAR: Final = r"-?\d\d(?:\d\d(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:\d\d|XX))?)?|\dX|XX)"
_DATE: Final = rf"{_YEAR}(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?)?[~?%]?"
_TAKEN: Final = re.compile(rf"{_DATE}|{_DATE}/(?:{_DATE})?|/{_DATE}", re.ASCII)
"""What BibLaTeX reads of EDTF (its manual, section 2.3.8): levels 0 and 1 without years of five digits."""
_SPECIAL: Final = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": "`{}", "\0": "{}",
    **{one: f"\\{one}" for one in "%&#_$"},
}  # fmt: skip
_BALANCED: Final = str.maketrans(_SPECIAL | {one: f"\\{one}" for one in "{}"})
_OTHER: Final = str.maketrans(_SPECIAL | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
_LIGATURE: Final = re.compile(r"(['<>,-])(?=\1)")
"""The first of two characters that LaTeX would make one sign of."""


def write(answer: Answer[Hit], how: How) -> Iterator[str]:  # noqa: ARG001 -- as every writer
    """An entry a source, a field a line."""
    for one in citing.cited(answer):
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(one))
        yield f"@{_kind(one.source)}{{{one.key},\n{lines}}}\n\n"


def latex(text: str) -> str:
    """The text on one line as LaTeX prints it, with braces that BibTeX can count."""
    text = shown_line(text)
    return _LIGATURE.sub("\\1\0", text).translate(_BALANCED if _is_balanced(text) else _OTHER)


def _is_balanced(text: str) -> bool:
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _kind(source: Source) -> str:
    return _KINDS.get(source.kind or "") or ("online" if citing.address(source.url) else "misc")


def _fields(one: citing.Cited) -> Iterator[tuple[str, str]]:
    source = one.source
    yield from _published(source)
    yield "title", f"{{{latex(one.title)}}}"
    if source.date:
        yield _dated(source.date, "date", "year")
    if url := citing.address(source.url):
        yield "url", url
    elif source.url:
        yield "howpublished", latex(source.url)
    yield from _kept(source)
    if source.language:
        yield _language(source.language)


def _published(source: Source) -> Iterator[tuple[str, str]]:
    """The publisher, whole, as author, and where the entry has to have it."""
    if not source.publisher:
        return
    publisher = f"{{{latex(source.publisher)}}}"
    yield "author", publisher
    if _kind(source) == "article":
        yield "entrysubtype", "newspaper"
        yield "journaltitle", publisher
    elif _kind(source) == "report":
        yield "type", "Report"
        yield "institution", publisher


def _kept(source: Source) -> Iterator[tuple[str, str]]:
    """When it was read, and where there is a copy."""
    notes = [f"Archived: {latex(source.archived)}"] if source.archived else []
    if source.accessed:
        name, day = _dated(source.accessed, "urldate", "")
        notes += [] if name else [f"Accessed: {day}"]
        if name:
            yield name, day
    if notes:
        yield "addendum", ". ".join(notes)


def _dated(text: str, exact: str, said: str) -> tuple[str, str]:
    """The date in the field for dates, or in words in the other."""
    plain = text.replace("..", "") if "/" in text else text
    return (exact, plain) if _TAKEN.fullmatch(plain) else (said, latex(citing.date_words(text)))


def _language(tag: str) -> tuple[str, str]:
    parts = tag.casefold().split("-")
    name = _LANGUAGES.get("-".join(parts[:2])) or _LANGUAGES.get(parts[0])
    return ("langid", name) if name else ("language", latex(tag))
