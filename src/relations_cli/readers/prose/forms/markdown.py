"""An article in Markdown (CommonMark with tables): its blocks, with the lines and the links of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec

from relations_cli.model.facts import Source
from relations_cli.readers.prose.block import Block, once
from relations_cli.readers.prose.forms.footnotes import without_footnotes
from relations_cli.readers.prose.forms.inline import lines_of
from relations_cli.readers.prose.forms.lines import joined
from relations_cli.readers.prose.forms.manuscript import LeftOut, Manuscript
from relations_cli.readers.prose.forms.rows import COLUMNS, MATRIX, is_matrix, row
from relations_cli.readers.prose.forms.wrapping import Line

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


def manuscript_of_markdown(text: str) -> Manuscript:
    """The manuscript of a text in Markdown; HTML in it is left to its text, comments are none."""
    from markdown_it import MarkdownIt  # 20 ms

    title, skipped = None, 0
    around: list[LeftOut] = []
    front = _FRONT_MATTER.match(text)
    if front:
        named = next((name for name in _TITLES if _field(front[2], name)), "")
        title = _field(front[2], named) if named else None
        lines = enumerate(front[2].split("\n"), start=2)
        around += [LeftOut.of(at, line.strip(), "a field of the page") for at, line in lines if _is_field(line, named)]
        skipped = front[0].count("\n")
        text = text[front.end() :]
    deepest = max(_FEWEST, min(_DEEPEST, _DEEPEST * _LINES // (text.count("\n") + 1)))
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": deepest}).enable("table")
    notes = without_footnotes(text, parser, skipped)
    around += notes.left_out
    text = notes.text
    has_marks = text.count("[") > _BRACKETS
    text = _marked(text) if has_marks else text
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    around += _unused(env, tokens, skipped)
    walk = _Walk(tokens, skipped, notes.sources)
    blocks = list(walk.blocks())
    if has_marks:
        blocks = [msgspec.structs.replace(block, text=block.text.replace(_MARK, "[")) for block in blocks]
    said = [*([MATRIX] if walk.has_matrix else []), *_too_deep(tokens, text, skipped, deepest)]
    return Manuscript(blocks=blocks, title=title, around=(*around, *walk.left_out), said="; ".join(said) or None)


def _marked(text: str) -> str:
    """The text with a mark in place of each bracket of a paragraph that has too many: none opens a link."""
    parts = re.split(r"(\n[ \t]*\n)", text)
    return "".join(part.replace("[", _MARK) if part.count("[") > _BRACKETS else part for part in parts)


def _unused(env: Mapping[str, Any], tokens: "Sequence[Token]", skipped: int) -> Iterator[LeftOut]:
    """The references, which the library takes out of the text, that nothing links to: ``[2003-05-04]: departure``."""
    links = {child.attrs.get("href") for token in tokens for child in token.children or ()}
    references = [(one.get("label") or label, one) for label, one in env.get("references", {}).items()]
    for label, one in (*references, *((one["label"], one) for one in env.get("duplicate_refs", ()))):
        if one["href"] not in links:
            text = " ".join(filter(None, (f"[{label}]: {one['href']}", one["title"])))
            yield LeftOut.of(one["map"][0] + 1 + skipped, text, "a reference that nothing links to")


def _too_deep(tokens: "Sequence[Token]", text: str, skipped: int, deepest: int) -> Iterator[str]:
    """A word on what lies deeper than the library looks, which it passes over in silence."""
    lines: list[str] = []
    for token in tokens:
        if token.level == deepest - 1 and token.map and token.type in {"list_item_open", "blockquote_open"}:
            lines = lines or text.split("\n")
            for at, line in enumerate(lines[slice(*token.map)], start=token.map[0]):
                if not _MARKERS.fullmatch(line):
                    where = f"line {at + 1 + skipped} lies more than {deepest} levels deep in lists and quotations"
                    yield f"{where}, and is not read: indent it less"
                    return


def _field(front: str, name: str) -> str | None:
    match = re.search(rf"^{name}[ \t]{{0,9}}[:=][ \t]{{0,9}}(.{{1,300}})$", front, re.MULTILINE)
    return match[1].strip().strip("\"'") if match else None


def _is_field(line: str, named: str) -> bool:
    """Whether a line of front matter says something besides the title."""
    return any(map(str.isalnum, line)) and not (named and re.match(rf"{named}[ \t]{{0,9}}[:=]", line))


def _numbered(tokens: "Sequence[Token]") -> set[int]:
    """The items, by identity, whose numbers do not count them: years, and days, which to Markdown are numbers, too."""
    found: set[int] = set()
    opened: list[list[Token]] = []
    for token in tokens:
        if token.tag in {"ol", "ul"}:
            items = opened.pop() if token.nesting < 0 else []
            infos = [item.info for item in items]
            first = int(infos[0]) if items and infos[0] else 1
            counted = [str(first + at) for at in range(len(infos))]
            if first > 1 or len(infos) == 1 or infos not in (counted, [str(first)] * len(infos)):
                found.update(id(item) for item in items if item.info)
            if token.nesting > 0:
                opened.append([])
        elif token.tag == "li" and token.nesting > 0:
            opened[-1].append(token)
    return found


class _Walk:
    """One walk over the tokens."""

    def __init__(self, tokens: "Sequence[Token]", skipped: int, notes: Mapping[str, Sequence[Source]]) -> None:
        self.left_out: list[LeftOut] = []
        self.has_matrix = False
        self._tokens = tokens
        self._skipped = skipped
        self._notes = notes
        self._line = 1
        self._level = self._items = self._starts = 0
        self._in_cell = self._in_matrix = False
        self._number = ""
        self._numbered = _numbered(tokens)
        self._cells: list[tuple[str, tuple[Source, ...]]] = []
        self._header: list[str] | None = None

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        for token in self._tokens:
            if token.map:
                self._line = token.map[0] + 1 + self._skipped
            if token.nesting:
                self._enter(token)
            if token.type == "tr_close":
                yield from self._row()
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type == "html_block":
                yield from joined(_bare_lines(_untagged(token.content), self._line))
            elif token.type in {"code_block", "fence"}:
                yield from joined(_bare_lines(token.content, self._line))

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
                self._cells = []
            case "table":
                self._header, self._in_matrix = None, False
            case _:
                pass

    def _row(self) -> Iterator[Block]:
        texts = [cell for cell, _ in self._cells]
        is_header = self._header is None
        if is_header:
            self._header = texts
            self._in_matrix = is_matrix(texts, is_header=True)
            self.has_matrix |= self._in_matrix
        if self._in_matrix:
            self.left_out.append(LeftOut.of(self._line, " ".join(filter(None, texts)), COLUMNS))
        else:
            sources = once(source for _, own in self._cells for source in own)
            made = row(self._line, texts, sources, None if is_header else self._header)
            self._header = self._header if made.kind == "heading" or not is_header else []
            yield made

    def _inline(self, token: "Token") -> Iterator[Block]:
        lines = list(lines_of(token, self._line, self._notes))
        if self._in_cell:
            text = " ".join(line.text for line in lines)
            self._cells.append((text, once(source for line in lines for source in line.sources)))
        else:
            if self._number:
                lines[0] = msgspec.structs.replace(lines[0], text=f"{self._number}. {lines[0].text}")
                self._number = ""
            for block in _of_lines(lines, self._level, is_item=self._items > 0):
                yield msgspec.structs.replace(block, starts=self._starts)
                self._starts = 0


def _of_lines(lines: list[Line], level: int, *, is_item: bool) -> Iterator[Block]:
    if level:
        text = " ".join(line.text.strip() for line in lines).strip()
        if text:
            sources = once(source for line in lines for source in line.sources)
            yield Block(line=lines[0].number, text=text, kind="heading", level=level, sources=sources)
        return
    yield from joined(lines, kind="item" if is_item else "paragraph", is_soft=True)


def _bare_lines(text: str, line: int) -> list[Line]:
    return [Line(number=number, text=one) for number, one in enumerate(text.split("\n"), start=line)]


def _untagged(html: str) -> str:
    """The text of HTML in Markdown: tags and comments are blanked, line ends are kept."""
    kept: list[str] = []
    position = 0
    while True:
        start = html.find("<", position)
        if start < 0:
            return "".join((*kept, html[position:]))
        kept.append(html[position:start])
        closing = "-->" if html.startswith("<!--", start) else ">"
        end = html.find(closing, start)
        if end < 0:
            return "".join(kept)
        end += len(closing)
        kept.append("\n" * html.count("\n", start, end) or " ")
        position = end
