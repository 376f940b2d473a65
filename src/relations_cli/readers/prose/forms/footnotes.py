"""Footnotes of Markdown (GitHub's, pandoc's): ``[^1]`` in the text, and ``[^1]: where it is published`` elsewhere."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from relations_cli.model.facts import Source
from relations_cli.readers.prose.forms.manuscript import LeftOut
from relations_cli.readers.prose.forms.notes import cited

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BEFORE, BEHIND = "\ufdd1", "\ufdd2"
"""Around the label of a note that the text refers to: no characters, so that no text has them."""
_NOTE: Final = re.compile(r"^\[\^([^\]\s\ufdd1\ufdd2]{1,99})\]:[ \t]{0,9}(.*)$", re.MULTILINE)
_LINK: Final = re.compile(r"<(https?://[^\s<>]+)>", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"(?<!\\)((?:\\\\)*)[ \t]?\[\^([^\]\s]{1,99})\](?!:)")


class Footnotes(msgspec.Struct, frozen=True):
    """A text without its footnotes, and what they said."""

    text: str
    """As long in lines."""
    sources: dict[str, tuple[Source, ...]]
    """Of each label."""
    left_out: tuple[LeftOut, ...]


def without_footnotes(text: str, parser: "MarkdownIt", skipped: int) -> Footnotes:
    """The text, with marks in place of references to notes that cite something, and without these notes.

    Args:
        text: Markdown.
        parser: reads what a note says.
        skipped: lines of the file before the text.
    """
    found: dict[str, tuple[Source, ...]] = {}
    left_out: list[LeftOut] = []
    for match in _NOTE.finditer(text) if "[^" in text else ():
        sources = cited(list(_told(parser.parseInline(match[2]), _LINK.findall(match[2]))))
        if sources and match[1] not in found:
            found[match[1]] = sources
            left_out.append(LeftOut.of(text.count("\n", 0, match.start()) + 1 + skipped, match[0], "a note"))
    if not found:
        return Footnotes(text, {}, ())

    def emptied(match: re.Match[str]) -> str:
        return "" if match[1] in found else match[0]

    def marked(match: re.Match[str]) -> str:
        return f"{match[1]}{BEFORE}{match[2]}{BEHIND}" if match[2] in found else match[0]

    return Footnotes(_REFERENCE.sub(marked, _NOTE.sub(emptied, text)), found, tuple(left_out))


def _told(tokens: "list[Token]", written: list[str]) -> Iterator[tuple[str, str]]:
    """The words before each link, and its address; an autolink's is as it is written, since the library alters it."""
    words = address = ""
    autolinks = sum(child.markup == "autolink" for one in tokens for child in one.children or ()) // 2
    as_written = iter(written if len(written) == autolinks else ())
    for token in (child for one in tokens for child in one.children or ()):
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            address = next(as_written, address) if token.markup == "autolink" else address
        elif token.type == "link_close":
            yield words, address
            words = address = ""
        elif address:
            continue
        elif token.type in {"softbreak", "hardbreak"}:
            words += " "
        else:
            words += token.content
    yield words, ""
