"""Full text over a chronology: SQLite's FTS5 in memory, built when a search runs.

What a search may say is in ``words``. Each of its phrases is looked for by itself, and the operators are ours: FTS5
(https://www.sqlite.org/fts5.html, section 3) has no ``NOT`` that stands alone.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relations_cli.errors import DataError
from relations_cli.model.facts import Event, Vocabulary
from relations_cli.query.excerpts import BETWEEN, Excerpts, first_of
from relations_cli.query.hit import MARKS
from relations_cli.query.words import COLUMNS, Phrase, found, parsed, wanted, words_of
from relations_cli.suggesting import Nearest

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

_SNIPPET_TOKENS = 16
_HINTED = 12
"""Words that are compared with all words of the chronology where nothing was found."""
_COMPARED = 150_000
"""Steps of comparing them."""

Match = tuple[int, str, str | None]
"""Rank from 1, marked title, marked snippet where the match lies outside the title."""


def ranked(store: "Store", text: str) -> dict[str, Match]:
    """Event id: match, of every event that matches, best first.

    Raises:
        DataError: SQLite cannot index or search it.
        UsageError: an operator or a parenthesis that cannot be one where it stands.
    """
    steps = parsed(text)
    if not steps:
        return {}
    events = store.named(store.ids())
    index = sqlite3.connect(":memory:")
    try:
        _fill(index, store.vocabulary, events.values())
        places = found(steps, lambda phrase: _having(index, phrase), set(range(1, len(events) + 1)))
        best = _marked(index, " OR ".join(map(str, wanted(steps))), places)
    except sqlite3.Error as error:
        raise DataError(f"the chronology cannot be searched: {str(error).lower()}") from None
    finally:
        index.close()
    ids = list(events)
    # What is found for words that it has not got is no better than another, and has nothing to mark.
    rest = {place: (_plain(events[ids[place - 1]].title), None) for place in sorted(places - best.keys())}
    return {ids[place - 1]: (rank, *match) for rank, (place, match) in enumerate((best | rest).items(), start=1)}


def _fill(index: sqlite3.Connection, vocabulary: Vocabulary, events: Iterable[Event]) -> None:
    index.execute("PRAGMA temp_store = MEMORY")  # sorting has no file of its own: no disk can be full
    index.execute(
        f"CREATE VIRTUAL TABLE event USING fts5({', '.join(COLUMNS)}, tokenize='porter unicode61 remove_diacritics 2')"
    )
    index.executemany(f"INSERT INTO event VALUES ({', '.join('?' * len(COLUMNS))})", _rows(vocabulary, events))  # noqa: S608


def _having(index: sqlite3.Connection, phrase: Phrase) -> set[int]:
    return {place for (place,) in index.execute("SELECT rowid FROM event WHERE event MATCH ?", (str(phrase),))}


def _marked(index: sqlite3.Connection, expression: str, places: set[int]) -> dict[int, tuple[str, str | None]]:
    """Of the places that have a phrase of an expression, best first: marked title, marked snippet."""
    if not expression:
        return {}
    excerpts = Excerpts(expression)
    index.create_function("is_found", 1, places.__contains__)
    index.create_function("is_costly", 1 + len(COLUMNS), excerpts.is_costly)
    marked = " || :between || ".join(f"highlight(event, {at}, :open, :close)" for at in range(1, len(COLUMNS)))
    weights = ", ".join(map(str, COLUMNS.values()))
    # bm25 of a word that most events hold is about 0 for all: their order in the file breaks the tie.
    rows = index.execute(
        f"SELECT rowid, highlight(event, 0, :open, :close), CASE WHEN is_costly(rowid, {', '.join(COLUMNS)})"  # noqa: S608
        f" THEN {marked} ELSE snippet(event, -1, :open, :close, '…', :tokens) END FROM event"
        f" WHERE event MATCH :expression AND is_found(rowid) ORDER BY bm25(event, {weights}), rowid",
        dict(zip(("open", "close"), MARKS, strict=True))
        | {"tokens": _SNIPPET_TOKENS, "expression": expression, "between": BETWEEN},
    )
    return {
        place: (title, None if MARKS[0] in title else first_of(snippet) if place in excerpts.costly else snippet)
        for place, title, snippet in rows
    }


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
        yield tuple(map(_plain, texts))


def _plain(text: str) -> str:
    """The text without the marks of a match: data that holds these control characters must not pass for one."""
    return text if text.isprintable() else text.translate({ord(mark): None for mark in MARKS})


def _proposition_texts(vocabulary: Vocabulary, event: Event) -> list[str]:
    known = vocabulary.propositions
    return [known[name].text for name in event.propositions if name in known]


def hints(store: "Store", text: str) -> tuple[str, ...]:
    """What to tell somebody whose search found nothing, a line each."""
    steps = parsed(text)
    if not steps:
        return ("search: there is no word to look for",)
    typed = [word for phrase in wanted(steps) for word in phrase.words]
    lines = [
        f"search: '{word}' was looked for as a word: write {word.upper()}" for word in typed if word in ("or", "not")
    ]
    events = store.named(store.ids()).values()
    known = {
        word
        for row in _rows(store.vocabulary, events)
        for column in row
        for word in words_of(column)
        if not word.isdigit()
    }
    folded = {word.casefold() for word in known}
    nearest = Nearest(_COMPARED)
    near = {
        word: alike
        for word in list(dict.fromkeys(typed))[:_HINTED]
        if word.casefold() not in folded and (alike := nearest.to(word, known))
    }
    lines += [f"search: nothing has '{word}': did you mean {' or '.join(alike)}?" for word, alike in near.items()]
    return tuple(lines)
