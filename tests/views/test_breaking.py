"""Lines end where a reader would end them, and never within a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from relations_cli.views.breaking import breaks
from relations_cli.views.console import wrapped


def lines(text: str, width: int) -> list[str]:
    return [line.plain for line in wrapped(Text(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 9, ["one two", "three"]),
        ("one two", 3, ["one", "two"]),
        ("a well-known fact", 9, ["a", "well-", "known", "fact"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("2022-05-26-veto", 8, ["2022-05-", "26-veto"]),
        ("https://x.org/a/b", 10, ["https://x.", "org/a/b"]),
    ],
)
def test_lines_end_after_blanks_and_long_words_after_hyphens(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_chinese_and_japanese_break_between_ideographs_but_not_before_a_stop() -> None:
    assert lines("金正恩访问俄罗斯。", 8) == ["金正恩访", "问俄罗", "斯。"]
    assert lines("「平壌」へ", 4) == ["「平", "壌」", "へ"]


def test_no_line_ends_between_a_hyphen_and_its_mark() -> None:
    assert lines("abc-\u0301d", 4) == ["abc-\u0301", "d"]


def test_korean_breaks_at_its_blanks() -> None:
    assert lines("북한과 러시아 회담", 8) == ["북한과", "러시아", "회담"]


ACCENTED, FLAG = "e\u0301\u0323", "\U0001f1f0\U0001f1f5"
DEVANAGARI = "\u0915\u093e"
ASTRONAUT, THUMB = "\U0001f469\u200d\U0001f680", "\U0001f44d\U0001f3fd"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
PERSIAN = "\u06cc\u200c"


@pytest.mark.parametrize("one", [ACCENTED, FLAG, DEVANAGARI, ASTRONAUT, THUMB, ENGLAND, PERSIAN])
def test_what_a_reader_takes_for_one_character_stays_whole(one: str) -> None:
    starts = breaks(one * 5, cell_len(one))

    assert starts == [len(one) * at for at in range(1, 5)]


def test_a_joiner_at_which_a_line_ends_is_left_out() -> None:
    assert lines("\u0645\u06cc\u200c\u062e\u0648", 2) == ["\u0645\u06cc", "\u062e\u0648"]


@given(st.text(), st.integers(2, 30))
def test_no_line_is_wider_than_asked_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    text = "".join(one for one in text if one.isprintable())
    shown = lines(text, width)

    assert "".join("".join(shown).split()) == "".join(text.split())
    for line in shown:
        assert cell_len(line) <= width or all(cell_len(one) != 1 for one in line[1:])


def test_a_style_goes_on_in_the_next_line() -> None:
    first, second = wrapped(Text().append("one two", "bold"), 4)

    assert [(first.plain, first.spans[0].style), (second.plain, second.spans[0].style)] == [
        ("one", "bold"),
        ("two", "bold"),
    ]
