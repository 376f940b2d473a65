"""The lines of a paragraph in Markdown, with the links of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from relations_cli.model.facts import Source
from relations_cli.readers.prose.forms.marks import with_tab
from relations_cli.readers.prose.forms.wrapping import Line

if TYPE_CHECKING:
    from markdown_it.token import Token


_NOTE = re.compile("\ufdd1([^\ufdd2]*)\ufdd2")


class _Inline:
    """The line of an inline token that is being read."""

    def __init__(self, number: int, notes: Mapping[str, Sequence[Source]]) -> None:
        self.number = number
        self.notes = notes
        self.text = ""
        self.plain = ""
        """What of it is no link."""
        self.sources: list[Source] = []
        self.link = ("", 0)
        """The address of the open link, and where its words begin."""

    def line(self) -> Line:
        """What was read."""
        is_link = bool(self.sources) and not any(map(str.isalnum, self.plain))
        return Line(number=self.number, text=self.text, sources=tuple(self.sources), is_link=is_link)

    def add(self, text: str) -> None:
        """Take a text up; marks of notes are the sources of these."""
        for label in _NOTE.findall(text):
            self.sources += self.notes[label]
        text = _NOTE.sub("", text)
        self.text += text
        if not self.link[0]:
            self.plain += text

    def end_link(self) -> None:
        """Take the open link up as a source, if it leads into the web."""
        url, start = self.link
        if re.match(r"https?://[^\s/]", url):
            self.sources.append(Source(url=url, title=self.text[start:].strip() or None))
        self.link = ("", 0)


def lines_of(
    token: "Token", number: int, notes: Mapping[str, Sequence[Source]] = MappingProxyType({})
) -> Iterator[Line]:
    """The lines of an inline token with the links of each.

    Args:
        token: of the library.
        number: of its first line.
        notes: the sources of each note that a mark stands for.
    """
    inline = _Inline(number, notes)
    for child in token.children or ():
        is_break = child.type == "html_inline" and re.match(r"<br\b", child.content, re.IGNORECASE) is not None
        if is_break or child.type in {"softbreak", "hardbreak"}:
            yield inline.line()
            if child.type == "hardbreak" or is_break:
                yield Line(number=number, text="")
            number += not is_break
            inline = _Inline(number, notes)
        elif child.type == "link_open":
            inline.link = (str(child.attrs.get("href", "")), len(inline.text))
        elif child.type == "link_close":
            inline.end_link()
        elif child.type in {"strong_close", "em_close"}:
            inline.text = with_tab(inline.text)
        elif child.type not in {"html_inline", "image"}:
            inline.add(child.content)
    yield inline.line()
