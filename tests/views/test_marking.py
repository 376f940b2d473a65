"""The words of a text that were changed: nothing of either text is lost, and little is marked that both have."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import texts
from relations_cli.limits import WORD_PAIRS, Budget
from relations_cli.views.marking import marked_words
from relations_cli.views.palette import BAD, GOOD
from relations_cli.views.sheet import Part


def marked(old: str, new: str, pairs: int = WORD_PAIRS) -> list[Part]:
    return marked_words(old, new, Budget(pairs))


def said(old: str, new: str) -> str:
    return "".join(part.text for part in marked(old, new))


def side(parts: list[Part], gone: str) -> str:
    """One of the two texts, without its blanks: all but what only the other has."""
    kept = [part.text[2:-2] if part.style else part.text for part in parts if part.style != gone]
    return "".join("".join(kept).split())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2022", "2022-05", "[-2022-]{+2022-05+}"),
        ("A visit to Kim", "A short visit to Kim", "A {+short+} visit to Kim"),
        ("A short visit to Kim", "A visit to Kim", "A [-short-] visit to Kim"),
        ("Ships bring two men home", "Ships bring three men home", "Ships bring [-two-]{+three+} men home"),
        ("The ferry never ran at night", "The ferry ran", "The ferry [-never-] ran [-at night-]"),
        ("The ferry ran", "The ferry never ran at night", "The ferry {+never+} ran {+at night+}"),
        ("One thing", "Something else entirely", "[-One thing-]{+Something else entirely+}"),
        ("one two", "one three", "one [-two-]{+three+}"),
        ("one  two", "one two", "[-one  two-]{+one two+}"),
        ("北京举行会议", "北京召开会议", "北京[-举行-]{+召开+}会议"),
    ],
)
def test_what_came_and_went_is_marked(old: str, new: str, expected: str) -> None:
    assert said(old, new) == expected


@pytest.mark.parametrize(("number", "is_marked"), [(250, True), (400, True), (401, False)])
def test_long_texts_of_few_words_are_compared_up_to_a_number_of_words(number: int, is_marked: bool) -> None:  # noqa: FBT001
    words = ["walls" if at % 2 else "ice" for at in range(number)]

    assert (said(" ".join(words), " ".join(["oil", *words[1:]])).count("walls") == number // 2) == is_marked


many = st.lists(st.sampled_from(["a", "b", "the", "中", "e\u0301", "👩\u200d🚀"]), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=50)
@given(st.one_of(st.tuples(many, many), st.tuples(texts, texts)))
def test_both_texts_can_be_read_off(pair: tuple[str, str]) -> None:
    old, new = pair
    parts = marked(old, new)

    assert side(parts, BAD) == "".join(new.split())
    assert side(parts, GOOD) == "".join(old.split())


def test_texts_beyond_what_may_be_compared_are_marked_whole() -> None:
    old, new = "a b c d", "a b c e"

    assert marked(old, new, 116) == [Part("a b c"), Part(" "), Part("[-d-]", BAD), Part("{+e+}", GOOD), Part("")]
    assert marked(old, new, 115) == [Part(f"[-{old}-]", BAD), Part(f"{{+{new}+}}", GOOD)]
