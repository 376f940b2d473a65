"""The language of a search: phrases, and the operators between them, parsed; errors say the character.

Capital ``AND``, ``OR`` and ``NOT``, a leading ``-`` and parentheses are operators; two things beside each other are
both asked for. ``NOT`` binds tightest, ``OR`` least. Everything else is words: a phrase is one in quotes, or the words
of a text between blanks (``note:veto``, ``Kim's``), of a column where one is named, and their beginning before ``*``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from msgspec import Struct

from relations_cli.errors import UsageError
from relations_cli.limits import LIMITS, lifted_by

# Column: weight of a match in it. "notes" is no name of a field, so that ``note:veto`` is a phrase of its words.
COLUMNS: Final = {
    "title": 10.0,
    "summary": 4.0,
    "actors": 2.0,
    "places": 2.0,
    "tags": 3.0,
    "notes": 1.0,
    "propositions": 2.0,
    "sources": 1.0,
}
PICTURED: Final = "".join(map(chr, range(0xFE00, 0xFE10)))
"""Marks that choose a picture for a letter: they part words, as other signs do."""
_LEXEME = re.compile(
    r"""(?P<minus>(?<![^\s(])[-\u2010-\u2015\u2212](?=[^\s()"]*[\w("]))"""  # between blanks it is punctuation
    r'|(?:[A-Za-z]+:)?"(?:[^"]|"")*"\*?|"|[()]|[^\s"()]+'
)
Operator = Literal["AND", "OR", "NOT"]
_TERM = re.compile(r'"[^"]*"\*?|\w+\*?')
_SIGNS: Final[dict[str, Operator | Literal["(", ")"]]] = {"AND": "AND", "OR": "OR", "NOT": "NOT", "(": "(", ")": ")"}
_PLAIN = {0x201C: '"', 0x201D: '"', 0x201E: '"', 0: " "}
_BINDS = {"NOT": 3, "AND": 2, "OR": 1}


class Phrase(Struct, frozen=True):
    """Words that stand beside each other."""

    words: tuple[str, ...]
    column: str = ""
    """The only one in which they may stand; empty: any."""
    begins: bool = False
    """Whether the last is the beginning of a word."""

    def __str__(self) -> str:
        """The phrase as FTS5 takes it."""
        column = f"{self.column}:" if self.column else ""
        return f'{column}"{" ".join(self.words)}"{"*" if self.begins else ""}'


Step = Phrase | Operator
"""Of an expression in postfix order: what follows its operands takes them up."""


class _Sign(Struct, frozen=True):
    """An operator or a parenthesis where it was typed."""

    means: Operator | Literal["(", ")"]
    typed: str
    at: int
    """From 1."""


def parsed(text: str) -> tuple[Step, ...]:
    """The search in postfix order; empty where it holds no word.

    Raises:
        UsageError: an operator or a parenthesis that cannot be one where it stands.
    """
    steps: list[Step] = []
    waiting: list[_Sign] = []
    before: Phrase | _Sign | None = None
    for item in _items(text):
        is_behind_text = isinstance(before, Phrase) or (before is not None and before.means == ")")
        if isinstance(item, Phrase) or item.means in ("(", "NOT"):
            if is_behind_text:
                _close(steps, waiting, "AND")
                waiting.append(_Sign("AND", "", 0))
            _put(item, steps, waiting)
        elif not is_behind_text:
            raise _misplaced(item, before)
        else:
            _close(steps, waiting, item.means)
            if item.means != ")":
                waiting.append(item)
            elif waiting:
                waiting.pop()
            else:
                raise _error(item, "closes nothing")
        before = item
    if isinstance(before, _Sign) and before.means != ")":
        raise _error(before, "is never closed" if before.means == "(" else "has no word behind it")
    _close(steps, waiting, ")")
    if waiting:
        raise _error(waiting[-1], "is never closed")
    return tuple(steps)


def wanted(steps: Iterable[Step]) -> list[Phrase]:
    """The phrases that may stand in what is found, without those that are to be left out."""
    stack: list[tuple[list[Phrase], list[Phrase]]] = []
    for step in steps:
        if isinstance(step, Phrase):
            stack.append(([step], []))
        elif step == "NOT":
            stack.append(stack.pop()[::-1])
        else:
            last, first = stack.pop(), stack.pop()
            stack.append((first[0] + last[0], first[1] + last[1]))
    return stack.pop()[0] if stack else []


def found(steps: Iterable[Step], having: Callable[[Phrase], set[int]], every: set[int]) -> set[int]:
    """The places of what a search finds.

    Args:
        steps: the search.
        having: the places of what has a phrase.
        every: all places.
    """
    stack: list[set[int]] = []
    for step in steps:
        if isinstance(step, Phrase):
            stack.append(having(step))
        elif step == "NOT":
            stack.append(every - stack.pop())
        else:
            last = stack.pop()
            stack.append(stack.pop() & last if step == "AND" else stack.pop() | last)
    return stack.pop() if stack else set()


def refuse_too_many(text: str) -> None:
    """Refuse a search whose words and signs cost too much together: that grows with their square.

    Raises:
        UsageError: they are more than ``limits.words``.
    """
    many = max(len(words_of(text)), sum(1 for _ in _lexemes(text)))
    if many > LIMITS.words:
        hint = f"{LIMITS.words} is the most: {lifted_by()}"
        raise UsageError("", None, f"a search of {many:,} words and signs", hint)


def words_of(text: str) -> list[str]:
    """The runs of letters, digits and their marks, as the tokenizer of a search sees them."""
    if text.isascii():
        return re.findall(r"[^\W_]+", text)
    words = "".join([one if one.isalnum() or _is_mark(one) else " " for one in text]).split()
    return [word for word in words if not all(map(_is_mark, word))]


def _is_mark(one: str) -> bool:
    """Whether a character is part of the letter before it, and no mere choice of its picture."""
    return unicodedata.category(one) in ("Mn", "Mc") and one not in PICTURED


def _items(text: str) -> list[Phrase | _Sign]:
    """What the text is made of, without parentheses around nothing.

    Raises:
        UsageError: nothing is to be left out.
    """
    items: list[Phrase | _Sign] = []
    for at, lexeme, is_minus in _lexemes(text.translate(_PLAIN).encode("utf-8", "replace").decode()):
        item = _item(lexeme, at, is_minus=is_minus)
        is_empty = item is None
        if isinstance(item, _Sign) and item.means == ")" and items and _means(items[-1]) == "(":
            items.pop()
            is_empty = True
        if not is_empty and item is not None:
            items.append(item)
        elif items and isinstance(items[-1], _Sign) and items[-1].means == "NOT":
            raise _error(items[-1], "has no word behind it")
    return items


def _means(item: Phrase | _Sign) -> str:
    return item.means if isinstance(item, _Sign) else ""


def _lexemes(text: str) -> Iterator[tuple[int, str, bool]]:
    """The place of each from 1, itself, and whether it is a minus that leaves out what follows."""
    for match in _LEXEME.finditer(text):
        if match[0] == '"':  # never closed: the rest is its phrase
            yield match.start() + 1, f'"{text[match.end() :]}"', False
            return
        yield match.start() + 1, match[0], match["minus"] is not None


def _item(lexeme: str, at: int, *, is_minus: bool) -> Phrase | _Sign | None:
    """What a lexeme is; None where it holds no word."""
    if is_minus or lexeme in _SIGNS:
        return _Sign("NOT" if is_minus else _SIGNS[lexeme], lexeme, at)
    column, _, rest = lexeme.partition(":")
    # "note:veto" names no column and "title:a:b" no word: such a lexeme is one phrase.
    if column.lower() not in COLUMNS or not _TERM.fullmatch(rest):
        column, rest = "", lexeme
    words = words_of(rest)
    return Phrase(tuple(words), column.lower(), rest.endswith("*")) if words else None


def _put(item: Phrase | _Sign, steps: list[Step], waiting: list[_Sign]) -> None:
    if isinstance(item, Phrase):
        steps.append(item)
    else:
        waiting.append(item)


def _close(steps: list[Step], waiting: list[_Sign], means: str) -> None:
    """Move what waits and binds at least as tightly as an operator, or all up to a parenthesis, to the steps."""
    while waiting and (operator := waiting[-1].means) != "(" and operator != ")":
        if _BINDS[operator] < _BINDS.get(means, 0):
            return
        steps.append(operator)
        waiting.pop()


def _misplaced(sign: _Sign, before: Phrase | _Sign | None) -> UsageError:
    """The error of a sign that has no text before it."""
    if isinstance(before, _Sign) and sign.means == ")":
        return _error(before, "has no word behind it")
    return _error(sign, "closes nothing" if sign.means == ")" else "has no word before it")


def _error(sign: _Sign, why: str) -> UsageError:
    example = "(text)" if sign.means in "()" else sign.typed
    hint = f"as text it stands in quotes of its own: '\"{example}\"'"
    return UsageError("", None, f"search: {sign.typed} at character {sign.at} {why}", hint)
