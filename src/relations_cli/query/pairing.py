"""Which event of one file is which of another: by id, else by date and words."""

import re
from collections import defaultdict
from collections.abc import Iterable

from relations_cli.dates import parse_edtf, without_times
from relations_cli.dates.order import Place, in_time
from relations_cli.model.facts import Event

_ENOUGH_WORDS = 0.5
"""Share of common words from which two titles seem to tell of one event."""


def paired(old: Iterable[Event], new: Iterable[Event]) -> list[tuple[Event | None, Event | None]]:
    """Old and new version of each event, in the order of their dates; None where one file does not have it."""
    before = {event.id: event for event in old}
    pairs: list[tuple[Event | None, Event | None]] = []
    fresh = []
    for event in new:
        if event.id in before:
            pairs.append((before.pop(event.id), event))
        else:
            fresh.append(event)
    twins = _Twins(before.values() if fresh else ())
    for event in fresh:
        twin = twins.taken(event)
        pairs.append((before.pop(twin.id) if twin else None, event))
    pairs += [(event, None) for event in before.values()]
    return sorted(pairs, key=lambda pair: _when(pair[1] or pair[0]))


class WordIndex:
    """Which titles may have half of their words in common, without comparing every two."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, title in enumerate(titles):
            for word in title_words(title):
                self._holders[word].append(place)

    def like(self, title: str) -> set[int]:
        """The places of all titles that share half of the words with this one, and of some that do not.

        Two titles that share half of their words share one of the rarer half of either, or the next.
        """
        words = sorted(title_words(title), key=lambda word: (len(self._holders.get(word, ())), word))
        rare = words[: len(words) // 2 + 1]
        return {place for word in rare for place in self._holders.get(word, ())}


class _Twins:
    """Events that may be told again under another id, each to be taken once."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._left = dict(enumerate(events))
        self._index = WordIndex(event.title for event in self._left.values())

    def taken(self, event: Event) -> Event | None:
        """The first of the events, in their order, that overlaps it in time and has its words."""
        for place in sorted(self._index.like(event.title) & self._left.keys()):
            if _alike(self._left[place], event):
                return self._left.pop(place)
        return None


def _alike(one: Event, other: Event) -> bool:
    if one.date is None or other.date is None or not same_words(one.title, other.title):
        return False
    return parse_edtf(without_times(one.date)).overlaps(parse_edtf(without_times(other.date)))


def _when(event: Event | None) -> Place:
    return in_time(None if event is None else event.date)


def title_words(title: str) -> set[str]:
    """The words by which titles are compared, blind to case."""
    return set(re.findall(r"\w+", title.casefold()))


def same_words(one: str, other: str) -> bool:
    """Whether two titles have so many words in common that they seem to tell of one event."""
    words, others = title_words(one), title_words(other)
    return len(words & others) >= _ENOUGH_WORDS * max(len(words | others), 1)
