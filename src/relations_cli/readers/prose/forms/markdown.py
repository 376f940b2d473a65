"""An article in Markdown (CommonMark with tables): its blocks, with the lines and the links of each."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from relations_cli.model.facts import Source
from relations_cli.readers.prose.block import Block, Kind, once
from relations_cli.readers.prose.forms.lines import Line, blocks_of_text, joined
from relations_cli.readers.prose.forms.manuscript import PICTURE, LeftOut, Manuscript
from relations_cli.readers.prose.forms.marks import with_tab
from relations_cli.readers.prose.forms.rows import Tables

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST: Final = 20
"""Levels of lists and quotations: the library's time grows with each, for every line."""
_LINES: Final = 10_000
"""Lines up to which that many are looked at; of more, fewer, but never less than the next."""
_FEWEST: Final = 8
_BRACKETS: Final = 1_000
"""Brackets of a paragraph in which links are looked for: the library's time grows with the square of their number."""
_MARK: Final = "\ufdd0"
"""No character: no text has it."""
_MARKERS: Final = re.compile(r"(?:[\s>*+-]|\d+[.)])*")
_FRONT_MATTER: Final = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]{0,9}\n(.{0,5000}?)\n(?:\1|\.\.\.)[ \t]{0,9}(?:\n|$)", re.DOTALL
)
_TITLES: Final = ("title", "headline", "subject", "name")
_TITLE: Final = re.compile(rf"({'|'.join(_TITLES)})[ \t]{{0,9}}[:=][ \t\"']{{0,9}}(?=.*\w)(.{{1,300}}?)[ \t\"']*$")
_TAG: Final = re.compile(r"<!--.*?(?:-->|$)|<[^>]*(?:>|$)", re.DOTALL)
_PICTURE: Final = re.compile(r"""<img\b[^<>]*?\balt\s{0,9}=\s{0,9}(["'])(.*?)\1""", re.IGNORECASE | re.DOTALL)


def manuscript_of_markdown(text: str) -> Manuscript:
    """The manuscript of a text in Markdown; HTML in it is left to its text, comments are none."""
    from markdown_it import MarkdownIt  # 20 ms

    title, fields, end = _front_matter(text)
    text = "\n" * text.count("\n", 0, end) + text[end:]
    deepest = max(_FEWEST, min(_DEEPEST, _DEEPEST * _LINES // (text.count("\n") + 1)))
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": deepest}).enable(["table", "strikethrough"])
    env: dict[str, Any] = {}
    tokens = parser.parse(_marked(text), env)
    for token in tokens:
        for part in (token, *(token.children or ())):
            part.content = part.content.replace(_MARK, "[")
    walk = _Walk(tokens)
    blocks = list(walk.blocks())
    around = (*fields, *_unused(env, tokens), *walk.left_out)
    said = "; ".join(filter(None, (walk.tables.said, *_too_deep(tokens, text, deepest))))
    return Manuscript(blocks=blocks, title=title, around=around, said=said or None)


def _front_matter(text: str) -> tuple[str | None, list[LeftOut], int]:
    """The title that front matter gives, its other fields, and where it ends."""
    front = _FRONT_MATTER.match(text)
    if front is None:
        return None, [], 0
    lines = front[2].split("\n")
    titles = [match for match in map(_TITLE.match, lines) if match]
    title = min(titles, key=lambda match: _TITLES.index(match[1]), default=None)
    fields = [(at, line) for at, line in enumerate(lines, start=2) if title is None or line is not title.string]
    others = [LeftOut(at, line.strip(), "a field of the page") for at, line in fields if re.search(r"\w", line)]
    return title and title[2], others, front.end()


def _marked(text: str) -> str:
    """The text with a mark in place of each bracket of a paragraph that has too many: none opens a link."""
    if text.count("[") <= _BRACKETS:
        return text
    parts = re.split(r"(\n[ \t]*\n)", text)
    return "".join(part.replace("[", _MARK) if part.count("[") > _BRACKETS else part for part in parts)


def _unused(env: Mapping[str, Any], tokens: "Sequence[Token]") -> Iterator[LeftOut]:
    """The references, which the library takes out of the text, that nothing links to: ``[2003-05-04]: departure``."""
    links = {child.attrs.get("href") for token in tokens for child in token.children or ()}
    references = [(one.get("label") or label, one) for label, one in env.get("references", {}).items()]
    for label, one in (*references, *((one["label"], one) for one in env.get("duplicate_refs", ()))):
        if one["href"] not in links:
            text = " ".join(filter(None, (f"[{label}]: {one['href']}", one["title"])))
            yield LeftOut(one["map"][0] + 1, text, "a reference that nothing links to")


def _too_deep(tokens: "Sequence[Token]", text: str, deepest: int) -> Iterator[str]:
    """A word on what lies deeper than the library looks, which it passes over in silence."""
    lines: list[str] = []
    for token in tokens:
        if token.level == deepest - 1 and token.map and token.type in {"list_item_open", "blockquote_open"}:
            lines = lines or text.split("\n")
            for at, line in enumerate(lines[slice(*token.map)], start=token.map[0] + 1):
                if not _MARKERS.fullmatch(line):
                    where = f"line {at} lies more than {deepest} levels deep in lists and quotations"
                    yield f"{where}, and is not read: indent it less"
                    return


def _numbered(tokens: "Sequence[Token]") -> set[int]:
    """The items, by identity, whose numbers do not count them: years, and days, which to Markdown are numbers, too."""
    found: set[int] = set()
    opened: list[list[Token]] = []
    for token in tokens:
        if token.type == "list_item_open":
            opened[-1].append(token)
        elif token.tag in {"ol", "ul"} and token.nesting > 0:
            opened.append([])
        elif token.tag in {"ol", "ul"}:
            items = opened.pop()
            numbers = [item.info for item in items]
            first = int(numbers[0] or 1)
            counted = [str(first + at) for at in range(len(numbers))]
            if first > 1 or len(numbers) == 1 or numbers not in (counted, [str(first)] * len(numbers)):
                found.update(map(id, items))
    return found


class _Walk:
    """One walk over the tokens."""

    def __init__(self, tokens: "Sequence[Token]") -> None:
        self.left_out: list[LeftOut] = []
        self.tables = Tables(self.left_out)
        self._tokens = tokens
        self._line = 1
        self._level = self._items = self._starts = 0
        self._in_cell = False
        self._number = ""
        self._numbered = _numbered(tokens)
        self._cells: list[str] = []
        self._sources: list[Source] = []

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        for token in self._tokens:
            if token.map:
                self._line = token.map[0] + 1
            self.left_out += (LeftOut(self._line, words, PICTURE) for words in _pictures_of(token))
            if token.nesting:
                self._enter(token)
            match token.type:
                case "tr_close":
                    yield from self.tables.row(self._line, self._cells, once(self._sources))
                case "inline":
                    yield from self._inline(list(_lines_of(token, self._line)))
                case "html_block":
                    yield from blocks_of_text(_TAG.sub(_line_ends, token.content), self._line)
                case "code_block" | "fence":
                    yield from blocks_of_text(token.content, self._line)

    def _enter(self, token: "Token") -> None:
        """Note that an element is entered (nesting 1) or left (-1)."""
        is_open = token.nesting > 0
        match token.tag:
            case "li":
                self._items += token.nesting
                self._starts = self._items if is_open else 0
                self._number = token.info if is_open and id(token) in self._numbered else ""
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = int(token.tag[1]) if is_open else 0
            case "td" | "th":
                self._in_cell = is_open
            case "tr" if is_open:
                self._cells, self._sources = [], []
            case "table":
                self.tables.begin()

    def _inline(self, lines: list[Line]) -> Iterator[Block]:
        if self._in_cell:
            self._cells.append(" ".join(line.text for line in lines))
            self._sources += (source for line in lines for source in line.sources)
            return
        if self._number:
            lines[0] = replace(lines[0], text=f"{self._number}. {lines[0].text}")
            self._number = ""
        kind: Kind = "item" if self._items else "paragraph"
        for block in _heading(lines, self._level) if self._level else joined(lines, kind=kind, is_soft=True):
            yield replace(block, starts=self._starts)
            self._starts = 0


def _heading(lines: Sequence[Line], level: int) -> Iterator[Block]:
    text = " ".join(line.text.strip() for line in lines).strip()
    if text:
        sources = once(source for line in lines for source in line.sources)
        yield Block(line=lines[0].number, text=text, kind="heading", level=level, sources=sources)


def _line_ends(tag: re.Match[str]) -> str:
    return "\n" * tag[0].count("\n") or " "


def _lines_of(token: "Token", number: int) -> Iterator[Line]:
    """The lines of an inline token with the links of each."""
    text = plain = address = ""
    start, sources = 0, list[Source]()

    def line() -> Line:
        is_link = bool(sources) and not any(map(str.isalnum, plain))
        return Line(number=number, text=text, sources=tuple(sources), is_link=is_link)

    for child in token.children or ():
        is_tag = child.type == "html_inline"
        is_break = is_tag and re.match(r"<br\b", child.content, re.IGNORECASE) is not None
        if is_break or child.type in {"softbreak", "hardbreak"}:
            yield line()
            if child.type != "softbreak":
                yield Line(number=number, text="")
            number += not is_tag
            text, plain, start, sources = "", "", 0, []
        elif child.type == "link_open":
            address, start = str(child.attrs.get("href", "")), len(text)
        elif child.type == "link_close":
            if re.match(r"https?://[^\s/]", address):
                sources.append(Source(url=address, title=text[start:].strip() or None))
            address = ""
        elif child.type in {"strong_close", "em_close", "s_close"}:
            text = with_tab(text)
        elif not is_tag and child.type != "image":
            text += child.content
            plain += "" if address else child.content
    yield line()


def _pictures_of(token: "Token") -> Iterator[str]:
    """The words that stand for the pictures of a token."""
    for part in (token, *(token.children or ())):
        is_html = part.type in {"html_block", "html_inline"}
        found = _PICTURE.findall(part.content) if is_html else [("", part.content)] if part.type == "image" else []
        yield from (html.unescape(words) for _, words in found if re.search(r"\w", words))
