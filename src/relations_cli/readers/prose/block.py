"""A block of an article, with its line and its links; the lists that blocks make; all blocks of an article."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, Literal

import msgspec

from relations_cli.model.facts import Source

Kind = Literal["paragraph", "item", "heading", "row", "header"]

HEAD: Final = "the title that its head gives"
"""Why the title of a page is left out, where the article has another."""
PICTURE: Final = "the words that stand for a picture"
"""Why the alternative text of an image is left out."""
DATED: Final = "the words of a date that an attribute of theirs says in full"
"""Why the words of a time in a page are left out."""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between two breaks of an article."""

    line: int
    """Of the file, from 1."""
    text: str
    """Without markup, bullet and outer spaces; a tab or several spaces inside are kept."""
    kind: Kind = "paragraph"
    level: int = 0
    """Of a heading, from 1; 0 where it is none."""
    starts: int = 0
    """Of an item of a list that it begins: how deep that lies, more for more; 0 where it begins none."""
    more: tuple[str, ...] = ()
    """Further texts of its own: the other cells of a row."""
    sources: tuple[Source, ...] = ()
    """The addresses that it links to, in order."""
    is_link: bool = False
    """Whether its whole text is a link."""

    @property
    def whole(self) -> str:
        """All of its text."""
        return " ".join((self.text, *self.more))


class LeftOut(msgspec.Struct, frozen=True):
    """A part of the article that is in no entry."""

    line: int
    whole: str
    """All of its text."""
    why: str


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """What each form gives of an article."""

    blocks: list[Block]
    """In the order of the text."""
    title: str | None = None
    """From its head, where there is one."""
    around: tuple[LeftOut, ...] = ()
    """What of it is no block of the article: menus, feet, what is hidden, tables that are not read."""
    said: str | None = None
    """What of it cannot be read by lines."""
    is_unread: bool = False
    """Whether that is all of it."""


def once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each address once, in order, and what has none."""
    return tuple({source.url or source: source for source in sources}.values())


@cache
def bullet() -> re.Pattern[str]:
    """A bullet or a number with the spaces around it."""
    return re.compile(
        r"\s{0,80}(?:[*•·▪◦‣●○■►▶→✓✔☐☑☒⁃∙\uf0b7]|\[[ xX]\](?=\s)|[-–—_*+>»~?]{1,3}(?=\s)(?: \[[ xX]\](?=\s))?"
        r"|[o:](?=\s)|\(?\d{1,3}[.)](?=\s))\s{0,20}"
    )


def counted(texts: Sequence[str]) -> set[int]:
    """Which of the texts have a number before them that counts them: 1., 2., 3."""
    numbers = [(at, int(match[1])) for at, text in enumerate(texts) if (match := re.match(r"(\d{1,3})[.)]\s", text))]
    found: set[int] = set()
    for (at, number), (after, following) in pairwise(numbers):
        if following == number + 1 and (number == 1 or at in found):
            found.update((at, after))
    return found


def without_bullet(text: str, *, is_date: bool = False) -> str:
    """The text behind its bullet or number; before a date a dash is one without a space too."""
    match = bullet().match(text) or (re.match(r"\s{0,80}[-–—_*]{1,3}\s{0,20}", text) if is_date else None)
    return text[match.end() :] if match else text


def depth_of(block: Block) -> int:
    """How deep a block lies in lists, more for more; that of a row is 1, and 0 what is in no list."""
    return block.starts or int(block.kind == "row" or bullet().match(block.text) is not None)


def lists_of(blocks: Sequence[Block]) -> list[list[int]]:
    """The lists and tables of an article: of each the indexes of its items or rows, in order."""
    found: list[list[int]] = []
    opened: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        depth = depth_of(block)
        if depth or block.kind in {"heading", "paragraph"}:
            opened = {deep: items for deep, items in opened.items() if deep <= depth}
        if depth and depth not in opened:
            found.append(opened.setdefault(depth, []))
        if depth:
            opened[depth].append(index)
    return found
