"""Full text over a chronology: SQLite's FTS5 in memory, built when a search runs.

What a search may say is in ``words``. Each of its phrases is looked for by itself, and the operators are ours: FTS5
(https://www.sqlite.org/fts5.html, section 3) has no ``NOT`` that stands alone.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from relations_cli.dates.order import in_time
from relations_cli.errors import DataError
from relations_cli.model.facts import Event, Vocabulary
from relations_cli.query.excerpts import BETWEEN, Excerpts, first_of
from relations_cli.query.hit import MARKS
from relations_cli.query.indexing import TOKENIZER, texts_of
from relations_cli.query.unparted import Scan, is_unparted, jointed, marked
from relations_cli.query.words import COLUMNS, Phrase, found, parsed, wanted, words_of
from relations_cli.suggesting import Nearest

if TYPE_CHECKING:  # a protocol takes as long to make as ten structs
    from relations_cli.query.store import Store

_SNIPPET_TOKENS = 16
_HINTED = 12
"""Words that are compared with all words of the chronology where nothing was found."""
_COMPARED = 150_000
"""Steps of comparing them."""

_JOINT = "\x04"
"""Where a word meets a script that parts none: in the index only."""

_Found = tuple[float, str, str | None]
"""Score, the greater the better; marked title; marked snippet where the match lies outside the title."""
Match = tuple[int, str, str | None]
"""Rank from 1, marked title, marked snippet where the match lies outside the title."""


def ranked(store: "Store", text: str) -> dict[str, Match]:
    """Event id: match, of every event that matches, best first, of equal ones the earliest.

    Raises:
        DataError: SQLite cannot index or search it.
        UsageError: an operator or a parenthesis that cannot be one where it stands.
    """
    steps = parsed(text)
    if not steps:
        return {}
    # Of equal ones the earliest comes first, not the first of the file: a file that is written anew is in time.
    events = dict(sorted(store.named(store.ids()).items(), key=lambda one: in_time(one[1].date)))
    rows = list(_rows(store.vocabulary, events.values()))
    scan, phrases = Scan(rows), wanted(steps)
    within = [phrase for phrase in phrases if _is_within(phrase)]
    index = sqlite3.connect(":memory:")
    try:
        _fill(index, rows)
        places = found(
            steps,
            lambda phrase: scan.having(phrase) if _is_within(phrase) else _having(index, phrase),
            set(range(1, len(rows) + 1)),
        )
        best = _marked(index, " OR ".join([str(phrase) for phrase in phrases if phrase not in within]), places)
    except sqlite3.Error as error:
        raise DataError(f"the chronology cannot be searched: {str(error).lower()}") from None
    finally:
        index.close()
    if within:
        best = _with_scanned(best, scan, within, places)
    # What is found for words that it has not got is no better than another, and has nothing to mark.
    rest = [(place, (0.0, rows[place - 1][0], None)) for place in sorted(places - best.keys())]
    ids = list(events)
    return {
        ids[place - 1]: (rank, title, snippet)
        for rank, (place, (_, title, snippet)) in enumerate([*best.items(), *rest], start=1)
    }


def _is_within(phrase: Phrase) -> bool:
    return any(map(is_unparted, phrase.words))


def _fill(index: sqlite3.Connection, rows: Iterable[Sequence[str]]) -> None:
    index.execute("PRAGMA temp_store = MEMORY")  # sorting has no file of its own: no disk can be full
    index.execute(f'CREATE VIRTUAL TABLE event USING fts5({", ".join(COLUMNS)}, tokenize="{TOKENIZER}")')
    texts = ([text if text.isascii() else jointed(text, _JOINT) for text in row] for row in rows)
    index.executemany(f"INSERT INTO event VALUES ({', '.join('?' * len(COLUMNS))})", texts)  # noqa: S608


def _having(index: sqlite3.Connection, phrase: Phrase) -> set[int]:
    return {place for (place,) in index.execute("SELECT rowid FROM event WHERE event MATCH ?", (str(phrase),))}


def _marked(index: sqlite3.Connection, expression: str, places: set[int]) -> dict[int, _Found]:
    """What has a phrase of an expression, by its place, best first."""
    if not expression:
        return {}
    excerpts = Excerpts(expression)
    index.create_function("is_found", 1, places.__contains__)
    index.create_function("is_costly", 1 + len(COLUMNS), excerpts.is_costly)
    marked = " || :between || ".join(f"highlight(event, {at}, :open, :close)" for at in range(1, len(COLUMNS)))
    weights = ", ".join(map(str, COLUMNS.values()))
    # bm25 of a word that most events hold is about 0 for all: time breaks the tie.
    rows = index.execute(
        f"SELECT rowid, bm25(event, {weights}) AS score, highlight(event, 0, :open, :close),"  # noqa: S608
        f" CASE WHEN is_costly(rowid, {', '.join(COLUMNS)})"
        f" THEN {marked} ELSE snippet(event, -1, :open, :close, '…', :tokens) END FROM event"
        " WHERE event MATCH :expression AND is_found(rowid) ORDER BY score, rowid",
        dict(zip(("open", "close"), MARKS, strict=True))
        | {"tokens": _SNIPPET_TOKENS, "expression": expression, "between": BETWEEN},
    )
    hits: dict[int, _Found] = {}
    for place, score, title, snippet in rows:
        excerpt = None if MARKS[0] in title else first_of(snippet) if place in excerpts.costly else snippet
        hits[place] = (-score, title.replace(_JOINT, ""), excerpt and excerpt.replace(_JOINT, ""))
    return hits


def _with_scanned(
    best: dict[int, _Found], scan: Scan, phrases: Sequence[Phrase], places: set[int]
) -> dict[int, _Found]:
    """What the words have found, together with what lies within texts, best first."""
    together = dict(best)
    of_title, of_any = ([one for one in phrases if one.column in names] for names in (("", "title"), ("",)))
    for place, more in scan.scores(phrases).items():
        if place in places:
            first, *others = scan.marked(place, phrases)
            score, title, snippet = best.get(place, (0.0, first, None))
            title = marked(title, of_title)
            excerpt = first_of(BETWEEN.join(others)) if snippet is None else marked(snippet, of_any)
            together[place] = (score + more, title, None if MARKS[0] in title else excerpt)
    return dict(sorted(together.items(), key=lambda one: (-one[1][0], one[0])))


def _rows(vocabulary: Vocabulary, events: Iterable[Event]) -> Iterator[tuple[str, ...]]:
    return (tuple(map(_plain, texts_of(vocabulary, event))) for event in events)


def _plain(text: str) -> str:
    """The text without the marks of a match: data that holds these control characters must not pass for one."""
    return text if text.isprintable() else text.translate(dict.fromkeys(map(ord, (*MARKS, _JOINT))))


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
