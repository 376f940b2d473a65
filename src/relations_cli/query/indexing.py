"""What of an event is searched, and how its words are told apart: the same in every index of a chronology."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from relations_cli.model.facts import Event, Vocabulary
from relations_cli.query.unparted import is_unparted, jointed
from relations_cli.query.words import PICTURED

TOKENIZER: Final = f"porter unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc' separators '{PICTURED}'"
"""Of FTS5 (https://www.sqlite.org/fts5.html, section 4.3): stems, accents off, marks as parts of their letters."""
_LONGEST: Final = 4
"""Letters of the parts of a text in a script that parts no words; most of its words have one or two."""
_LONGEST_BEGINNING: Final = 24
"""Letters of the parts with which a run of them begins: Korean has blanks, and glues particles to the end of a word."""
_JOINT: Final = "\n"


def texts_of(vocabulary: Vocabulary, event: Event) -> tuple[str, ...]:
    """The texts of an event that a search looks through, in the order of ``words.COLUMNS``."""
    return (
        event.title,
        event.summary or "",
        " · ".join([" · ".join(names_of(vocabulary, name)) for name in event.actors]),
        " · ".join(event.places),
        " · ".join(event.tags),
        event.note or "",
        " · ".join(_proposition_texts(vocabulary, event)),
        " · ".join([source.title for source in event.sources if source.title]),
    )


def names_of(vocabulary: Vocabulary, actor: str) -> tuple[str, ...]:
    """The name and the aliases of an actor; the id of one that the chronology does not declare."""
    known = vocabulary.actors.get(actor)
    return (actor,) if known is None else (known.name, *known.aliases)


def _proposition_texts(vocabulary: Vocabulary, event: Event) -> list[str]:
    known = vocabulary.propositions
    return [known[name].text for name in event.propositions if name in known]


def parts_of(texts: Iterable[str]) -> Iterator[str]:
    """What of texts an index of words finds only if it stands there by itself, each once.

    That is every few letters that stand beside each other in a script that parts no words, with what such a run of
    them begins, and what of another script touches it, such as ``2024`` in ``2024年``.
    """
    runs = (run for text in texts if is_unparted(text) for run in _runs(text))
    yield from dict.fromkeys(part for run in runs for part in _parts(run))


def _runs(text: str) -> Iterator[str]:
    """The pieces of the words that mix scripts, or have letters of such a one; as written, and in their plain forms."""
    for form in dict.fromkeys((text, unicodedata.normalize("NFKC", text))):
        for is_word, letters in groupby(form, _is_of_word):
            if is_word and is_unparted(word := "".join(letters)):
                yield from jointed(word, _JOINT).split(_JOINT)


def _is_of_word(one: str) -> bool:
    """Whether the tokenizer takes a character for a part of a word."""
    category = unicodedata.category(one)
    return category[0] in "LN" or (category in ("Co", "Mn", "Mc") and one not in PICTURED)


def _parts(run: str) -> Iterator[str]:
    if not is_unparted(run):
        yield run
        return
    for length in range(1, _LONGEST + 1):
        yield from (run[at : at + length] for at in range(len(run) - length + 1))
    yield from (run[:length] for length in range(_LONGEST + 1, min(len(run), _LONGEST_BEGINNING) + 1))
