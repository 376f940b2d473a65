"""Full text over a chronology: SQLite's FTS5 in memory, built when a search runs.

All words must match; ``OR``, ``NOT``, ``"phrases"``, ``pre*``, ``title:word`` and parentheses work as in FTS5
(https://www.sqlite.org/fts5.html, section 3). Whatever FTS5 would refuse is searched as a phrase of its words.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from relations_cli.errors import DataError, UsageError
from relations_cli.limits import LIMITS, lifted_by
from relations_cli.model.facts import Event, Vocabulary
from relations_cli.query.excerpts import BETWEEN, Excerpts, first_of
from relations_cli.query.hit import MARKS
from relations_cli.suggesting import Nearest

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

# Column: weight of a match in it. "notes" is no name of a field, so that ``note:veto`` is a phrase of its words.
_COLUMNS = {
    "title": 10.0,
    "summary": 4.0,
    "actors": 2.0,
    "places": 2.0,
    "tags": 3.0,
    "notes": 1.0,
    "propositions": 2.0,
    "sources": 1.0,
}
_SNIPPET_TOKENS = 16
_HINTED = 12
"""Words that are compared with all words of the chronology where nothing was found."""
_COMPARED = 150_000
"""Steps of comparing them."""
_DEEPEST = 20
"""Parentheses within each other: FTS5's parser takes about twice as many."""
_OPERATORS = ("AND", "OR", "NOT")
_LEXEME = r'(?:[A-Za-z]+:)?"(?:[^"]|"")*"\*?|"|[()]|[^\s"()]+'

Match = tuple[int, str, str | None]
"""Rank from 1, marked title, marked snippet where the match lies outside the title."""


def ranked(store: "Store", text: str) -> dict[str, Match]:
    """Event id: match, of every event that matches, best first.

    Raises:
        DataError: SQLite cannot index or search it.
    """
    expression = repaired(text)
    if not expression:
        return {}
    events = store.named(store.ids())
    ids = list(events)
    excerpts = Excerpts(expression)
    index = sqlite3.connect(":memory:")
    try:
        index.execute("PRAGMA temp_store = MEMORY")  # sorting has no file of its own: no disk can be full
        index.execute(
            f"CREATE VIRTUAL TABLE event USING fts5({', '.join(_COLUMNS)},"
            " tokenize='porter unicode61 remove_diacritics 2')"
        )
        places = ", ".join("?" * len(_COLUMNS))
        index.executemany(f"INSERT INTO event VALUES ({places})", _rows(store.vocabulary, events.values()))  # noqa: S608
        index.create_function("is_costly", 1 + len(_COLUMNS), excerpts.is_costly)
        marked = " || :between || ".join(f"highlight(event, {at}, :open, :close)" for at in range(1, len(_COLUMNS)))
        weights = ", ".join(map(str, _COLUMNS.values()))
        # bm25 of a word that most events hold is about 0 for all: their order in the file breaks the tie.
        found = index.execute(
            f"SELECT rowid, highlight(event, 0, :open, :close), CASE WHEN is_costly(rowid, {', '.join(_COLUMNS)})"  # noqa: S608
            f" THEN {marked} ELSE snippet(event, -1, :open, :close, '…', :tokens) END FROM event"
            f" WHERE event MATCH :expression ORDER BY bm25(event, {weights}), rowid",
            dict(zip(("open", "close"), MARKS, strict=True))
            | {"tokens": _SNIPPET_TOKENS, "expression": expression, "between": BETWEEN},
        )
        return {
            ids[rowid - 1]: (
                rank,
                title,
                None if MARKS[0] in title else first_of(snippet) if rowid in excerpts.costly else snippet,
            )
            for rank, (rowid, title, snippet) in enumerate(found, start=1)
        }
    except sqlite3.Error as error:
        raise DataError(f"the chronology cannot be searched: {str(error).lower()}") from None
    finally:
        index.close()


def refuse_too_many(text: str) -> None:
    """Refuse a search whose words and signs cost too much together: that grows with their square.

    Raises:
        UsageError: they are more than ``limits.words``.
    """
    many = max(len(_words(text)), sum(1 for _ in _lexemes(text)))
    if many > LIMITS.words:
        hint = f"{LIMITS.words} is the most: {lifted_by()}"
        raise UsageError("", None, f"a search of {many:,} words and signs", hint)


def _rows(vocabulary: Vocabulary, events: Iterable[Event]) -> Iterator[tuple[str, ...]]:
    actors = {name: " · ".join((actor.name, *actor.aliases)) for name, actor in vocabulary.actors.items()}
    for event in events:
        texts = (
            event.title,
            event.summary or "",
            " · ".join([actors.get(name, name) for name in event.actors]),
            " · ".join(event.places),
            " · ".join(event.tags),
            event.note or "",
            " · ".join(_proposition_texts(vocabulary, event)),
            " · ".join([source.title for source in event.sources if source.title]),
        )
        yield tuple([text if text.isprintable() else _unmarked(text) for text in texts])


def _unmarked(text: str) -> str:
    """The text without the marks of a match: data that holds these control characters must not pass for one."""
    return text.translate({ord(mark): None for mark in MARKS})


def _proposition_texts(vocabulary: Vocabulary, event: Event) -> list[str]:
    known = vocabulary.propositions
    return [known[name].text for name in event.propositions if name in known]


def repaired(text: str) -> str:
    """An FTS5 expression that never fails: what FTS5 would refuse is a phrase of its words, or not there.

    The operators around it keep their meaning; one without something on both sides is searched as a word.
    """
    typed = text.encode("utf-8", "replace").decode().translate({0x201C: '"', 0x201D: '"', 0: " "})
    items = _balanced([item for lexeme in _lexemes(typed) if (item := _item(lexeme))])
    if _depth(items) > _DEEPEST:
        items = [item for item in items if item not in ("(", ")")]
    parts: list[str] = []
    for index, item in enumerate(items):
        before = parts[-1] if parts else "("
        after = items[index + 1] if index + 1 < len(items) else ")"
        if item in _OPERATORS and (before in ("(", *_OPERATORS) or after in (")", *_OPERATORS)):
            item = f'"{item}"'  # noqa: PLW2901
        # FTS5 puts no AND of its own beside a parenthesis.
        if (item == "(" and before not in ("(", *_OPERATORS)) or (before == ")" and item not in (")", *_OPERATORS)):
            parts.append("AND")
        parts.append(item)
    return " ".join(parts)


def _lexemes(text: str) -> Iterator[str]:
    for match in re.finditer(_LEXEME, text):
        if match[0] == '"':  # never closed: the rest is its phrase
            yield f'"{text[match.end() :]}"'
            return
        yield match[0]


def _item(lexeme: str) -> str:
    """The lexeme as FTS5 takes it: an operator, a parenthesis or a phrase; empty where it holds no word."""
    if lexeme in (*_OPERATORS, "(", ")"):
        return lexeme
    column, colon, rest = lexeme.partition(":")
    # "note:veto" names no column and "title:a:b" no word: such a lexeme is one phrase.
    if column.lower() not in _COLUMNS or not re.fullmatch(r'"[^"]*"\*?|\w+\*?', rest):
        column, colon, rest = "", "", lexeme
    words = _words(rest)
    return f'{column}{colon}"{" ".join(words)}"{"*" if rest.endswith("*") else ""}' if words else ""


def _words(text: str) -> list[str]:
    """The runs of letters, digits and marks, as the tokenizer unicode61 sees them."""
    return re.findall(r"[\w\u0300-\u036f]+", text.replace("_", " "))


def _balanced(items: Sequence[str]) -> list[str]:
    """The items without parentheses that have no partner or nothing inside."""
    kept: list[str] = []
    open_at: list[int] = []
    for item in items:
        if item == "(":
            open_at.append(len(kept))
        elif item == ")":
            if not open_at:
                continue
            start = open_at.pop()
            if all(inside in ("(", ")") for inside in kept[start:]):
                del kept[start:]
                continue
        kept.append(item)
    for index in reversed(open_at):
        del kept[index]
    return kept


def _depth(items: Sequence[str]) -> int:
    """How many parentheses are open at once."""
    return max(accumulate((item == "(") - (item == ")") for item in items), default=0)


def hints(store: "Store", text: str) -> tuple[str, ...]:
    """What to tell somebody whose search found nothing, a line each."""
    typed = _words(text)
    if not repaired(text):
        return ("search: there is no word to look for",)
    lines = [
        f"search: '{word}' was looked for as a word: write {word.upper()}" for word in typed if word in ("or", "not")
    ]
    events = store.named(store.ids()).values()
    known = {
        word
        for row in _rows(store.vocabulary, events)
        for column in row
        for word in _words(column)
        if not word.isdigit()
    }
    folded = {word.casefold() for word in known}
    nearest = Nearest(_COMPARED)
    near = {
        word: alike
        for word in list(dict.fromkeys(typed))[:_HINTED]
        if word.casefold() not in folded and word not in _OPERATORS and (alike := nearest.to(word, known))
    }
    lines += [f"search: nothing has '{word}': did you mean {' or '.join(alike)}?" for word, alike in near.items()]
    return tuple(lines)
