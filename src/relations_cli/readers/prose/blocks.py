"""The blocks of an article: paragraphs, list items, headings and rows, each with its line and its links."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, Literal

import msgspec

from relations_cli.dates.reading.leading import leading
from relations_cli.model.facts import Source

Kind = Literal["paragraph", "item", "heading", "row"]

_WIDEST: Final = 110  # of a text that was wrapped by a program or a typist
_NARROWEST: Final = 40  # narrower ones are lists
_HOLDS_BACK: Final = 4  # columns by which a line of a wrapped text may miss the width
_TITLE: Final = 200
_LONGEST_DATE: Final = 60


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between two breaks of an article."""

    line: int
    """Of the file, from 1."""
    text: str
    """Without markup, bullet and outer spaces; a tab or several spaces inside are kept."""
    kind: Kind = "paragraph"
    level: int = 0
    """Of a heading, from 1; 0 where it is none."""
    sources: tuple[Source, ...] = ()
    """The addresses that it links to, in order."""
    is_link: bool = False
    """Whether its whole text is a link."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a text, with its indent."""

    number: int
    text: str
    sources: tuple[Source, ...] = ()
    is_link: bool = False


def blocks_of_text(text: str) -> list[Block]:
    """The blocks of a plain text: a line each, but for texts wrapped to a width, whose lines are joined again."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return list(joined([Line(number=number, text=row.rstrip()) for number, row in enumerate(rows, start=1)]))


def joined(lines: list[Line], *, kind: Kind = "paragraph", is_soft: bool = False) -> Iterator[Block]:
    """The blocks of lines; blank ones part them, and so does every line end where nothing was wrapped.

    Where line ends are soft, as in Markdown, only a line that begins with a date is a block of its own.
    """
    width, is_list = _width(lines), _is_list(lines)
    goes_on = _goes_on_softly if is_soft else _goes_on
    held: list[Line] = []
    for line in lines:
        if not line.text.strip():
            yield from _block(held, kind)
            held = []
        elif _is_rule(line.text):
            if held and _underlines(line.text, held):
                yield from _block(held, "heading", level=1 if line.text.strip()[0] in "=#*" else 2)
            else:
                yield from _block(held, kind)
            held = []
        else:
            if held and not goes_on(held, line, width, is_list=is_list):
                yield from _block(held, kind)
                held = []
            held.append(line)
    yield from _block(held, kind)


def _width(lines: list[Line]) -> int:
    """The width to which a text is wrapped, 0 where it is not: its longest line, if many lines come near it."""
    sizes = sorted(len(line.text) for line in lines if line.text)
    if not sizes:
        return 0
    # A few lines may be wider: an address, a row of a table
    widest = sizes[len(sizes) - 1 - len(sizes) // 30]
    return widest if _NARROWEST <= widest <= _WIDEST else 0


def _is_list(lines: list[Line]) -> bool:
    """Whether lines that begin with a date stand right under lines without a stop too often to be wrapped there."""
    dates = inside = 0
    before = ""
    for line in lines:
        bare = line.text.strip()
        if bare and leading(bare) is not None:
            dates += 1
            inside += bool(before) and before[-1] not in _ENDS
        before = bare
    return inside * 3 > dates


def _goes_on(held: list[Line], line: Line, width: int, *, is_list: bool) -> bool:
    """Whether a line goes on with the paragraph before it: its first word had no room there."""
    before = held[-1].text
    if not width or _bullet().match(line.text):
        return False
    first_word = line.text.split(maxsplit=1)[0]
    had_room = len(before) + 1 + len(first_word) <= width - _HOLDS_BACK
    is_hanging = _indent(line.text) > _indent(held[0].text)
    date = leading(line.text.strip())
    if date is not None:
        is_inside = (
            is_hanging and len(held[0].text) > _NARROWEST and line.text.strip()[date.length :][:1] in {" ", ".", ","}
        )
        if before.rstrip()[-1:] in _ENDS or ((had_room or is_list) and not is_inside):
            return False
    return is_hanging or not had_room


def _goes_on_softly(held: list[Line], line: Line, width: int, *, is_list: bool) -> bool:
    """Whether a line goes on with the one before: it begins with no date, and that one is more than a date."""
    before = held[-1].text.strip()
    date = leading(before) if len(held) == 1 else None
    if date is not None and not any(sign.isalnum() for sign in before[date.length :]):
        return False
    return leading(line.text.strip()) is None or _goes_on(held, line, width, is_list=is_list)


_ENDS: Final = frozenset('.!?:;)]”"')


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(
        r"\s{0,80}(?:[*•·▪◦‣●○■►▶→✓⁃∙\uf0b7]|[-–—_*+>»~?]{1,3}(?=\s)|o(?=\s)|\(?\d{1,3}[.)](?=\s))\s{0,20}"
    )


def _is_rule(text: str) -> bool:
    """Whether a line only draws a line."""
    bare = text.strip()
    return len(bare) > 2 and len(set(bare)) == 1 and bare[0] in "=-_*~#–—.+"  # noqa: PLR2004


def _underlines(rule: str, held: list[Line]) -> bool:
    return len(held) == 1 and rule.strip()[0] in "=-~" and len(held[0].text.strip()) < _TITLE


def _block(held: list[Line], kind: Kind, *, level: int = 0) -> Iterator[Block]:
    if not held:
        return
    text = " ".join(line.text.strip() for line in held)
    hashes = len(text) - len(text.lstrip("#"))
    if 1 <= hashes <= 6 and text[hashes : hashes + 1] == " ":  # noqa: PLR2004
        kind, level, text = "heading", hashes, text.strip("# ")
    elif text.startswith(("==", "= ")) and text.endswith(("==", " =")):
        kind, level, text = "heading", 2 if text[1] == "=" else 1, text.strip("= ")
    text = _unmarked(text)
    if text:
        yield Block(
            line=held[0].number,
            text=text,
            kind=kind,
            level=level,
            sources=once(source for line in held for source in (line.sources or addresses(line.text))),
            is_link=all(line.is_link for line in held),
        )


def with_tab(text: str) -> str:
    """The text; a date alone gets a tab: that it is bold, or an element of its own, parts it from what follows."""
    bare = text.strip()
    date = leading(bare) if len(bare) <= _LONGEST_DATE else None
    return f"{text}\t" if date is not None and date.length == len(bare) else text


def _unmarked(text: str) -> str:
    """The text without the stars that make it bold; links of Markdown keep their words."""
    if "**" in text or "__" in text or "'''" in text:
        for mark in ("**", "__", "'''"):
            parts = text.split(mark, 2)
            if len(parts) > 2 and not parts[0].strip():  # noqa: PLR2004
                text = f"{parts[0]}{with_tab(parts[1])}{parts[2]}"
            text = text.replace(mark, "")
    if "[edit]" in text:  # a wiki's link beside each heading
        text = text.replace("[edit]", "")
    if "[[" in text:
        text = re.sub(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{0,200})\]\]", r"\1", text)
    return text.strip()


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"https?://[^\s<>\"'\])]{1,2000}")


def addresses(text: str) -> Iterator[Source]:
    """The addresses that are written out in a text."""
    if "://" not in text:
        return
    for match in _address().finditer(text):
        yield Source(url=match[0].rstrip(".,;:!?"))


def once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each address once, in order."""
    return tuple({source.url: source for source in sources}.values())


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s{0,80}[-–—_*]{1,3}\s{0,20}")


def without_bullet(text: str, *, is_date: bool = False) -> str:
    """The text behind its bullet or number; before a date a dash is one without a space too."""
    match = _bullet().match(text) or (_dash().match(text) if is_date else None)
    return text[match.end() :] if match else text
