"""Which words of a text were changed: ``[-old-]{+new+}``, as git marks them, so that nothing rests on colour."""

from collections.abc import Iterator, Sequence

from relations_cli.limits import Budget
from relations_cli.views.breaking import words
from relations_cli.views.palette import BAD, GOOD
from relations_cli.views.sheet import Part

_AT_LEAST = 100
"""Pairs that could be compared in the time that it takes to begin."""
_MOST_WORDS = 400
"""Of longer texts that repeat themselves a pair takes too long."""
_LEAST_ALIKE = 0.5
"""Where less of two texts is common, reading one after the other is easier."""


def marked_words(old: str, new: str, pairs: Budget) -> list[Part]:
    """The new text with the words that came, before them those that went; both whole where little is common.

    Args:
        old: the text as it was.
        new: the text as it is.
        pairs: how many pairs of words may be compared; without enough of them both texts are marked whole.
    """
    return marked_if_alike(old, new, pairs) or [*_marked(old, new)]


def marked_if_alike(old: str, new: str, pairs: Budget) -> list[Part]:
    """The same; nothing where little is common, or what is cannot be told."""
    from difflib import SequenceMatcher  # of all commands only diff compares texts

    if not pairs.take(_AT_LEAST):
        return []
    before, after = words(old), words(new)
    if max(len(before), len(after)) > _MOST_WORDS or not pairs.take(len(before) * len(after)):
        return []
    matcher = SequenceMatcher(None, [one.strip() for one in before], [one.strip() for one in after], autojunk=False)
    codes = matcher.get_opcodes()
    if matcher.ratio() < _LEAST_ALIKE or all(code == "equal" for code, *_ in codes):  # blanks alone differ
        return []
    return [part for code in codes for part in _parts(code, before, after)]


def _parts(code: tuple[str, int, int, int, int], before: Sequence[str], after: Sequence[str]) -> Iterator[Part]:
    name, start, end, first, last = code
    old, new = "".join(before[start:end]), "".join(after[first:last])
    if name == "equal":
        yield Part(new.rstrip())
    else:
        yield from _marked(old.strip(), new.strip())
    yield Part(_blanks(new) or _blanks(old))  # the last word of one text may stand amid the other


def _blanks(text: str) -> str:
    return text[len(text.rstrip()) :]


def _marked(old: str, new: str) -> Iterator[Part]:
    if old:
        yield Part(f"[-{old}-]", BAD)
    if new:
        yield Part(f"{{+{new}+}}", GOOD)
