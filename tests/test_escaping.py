"""What text may reach a terminal, tsv, csv and json."""

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import named
from relations_cli.escaping import ascii_json, csv_text, json_text, one_line, quoted, shown_line, visible

CONTROLS = [
    chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
]


def test_every_control_is_shown_on_a_line() -> None:
    for control in CONTROLS:
        assert shown_line(f"a{control}b") in (f"a\\x{ord(control):02x}b", f"a\\u{ord(control):04x}b", "a b")


def test_line_breaks_and_tabs_are_blanks_on_a_line() -> None:
    assert shown_line("a\tb\r\nc\vd\fe\x85f\u2028g\u2029h") == "a b  c d e f g h"


def test_visible_keeps_line_feeds() -> None:
    assert visible("a\n\tb\x1b[31m") == "a\n\tb\\x1b[31m"


DRAWS_NOTHING = [
    chr(code)
    for code in (
        0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010),
        *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0,
        *range(0xFFF0, 0xFFFC), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000),
    )
]  # fmt: skip
SIGNS = (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440))
DRAWN = set(map(chr, SIGNS))
"""Of the category Cf, what has a shape (Unicode's Prepended_Concatenation_Mark), and the joiners of hieroglyphs."""


def test_a_title_keeps_what_draws_nothing_but_shows_controls() -> None:
    assert one_line("Ver\xadei\u200bnigung\u200e \ufeff\U000e0041") == "Ver\xadei\u200bnigung\u200e \ufeff\U000e0041"
    for control in CONTROLS:
        assert one_line(f"a{control}b") in (f"a\\x{ord(control):02x}b", f"a\\u{ord(control):04x}b", "a b")
    assert one_line("a\tb\r\nc\vd\fe\x85f\u2028g\u2029h") == "a b  c d e f g h"


def test_what_draws_nothing_is_shown_among_letters_that_do_not_need_it() -> None:
    for one in DRAWS_NOTHING:
        code = ord(one)
        shown = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
        for before, after in (("a", "b"), ("", ""), (" ", " "), ("ж", "ω"), ("1", "2"), ("中", "")):
            if before == "中" and (0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF):
                continue  # a variant of the ideograph
            assert shown_line(f"{before}{one}{after}") == f"{before}{shown}{after}"
            assert csv_text(f"{before}{one}{after}") == f"{before}{shown}{after}"


def test_every_character_of_the_category_cf_is_shown_or_drawn() -> None:
    others = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"} - set(DRAWS_NOTHING)

    assert others <= DRAWN
    assert shown_line("".join(sorted(others))) == "".join(sorted(others))


ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
NEEDED = (
    ENGLAND, f"a{ENGLAND}{ENGLAND}b", "👩\u200d🚀", "👨\u200d👩\u200d👧\u200d👦", "👩🏽\u200d🚀", "❤\ufe0f",
    "❤\ufe0f\u200d🔥", "🏳\ufe0f\u200d🌈", "🏴\u200d☠\ufe0f", "👁\ufe0f\u200d🗨\ufe0f", "🙂\u200d↔\ufe0f",
    "☎\ufe0e", "1\ufe0f\u20e3", "ℹ\ufe0f", "می\u200cخواهم", "کار\u200cها", "نامه\u200cای", "١٤٤٥ ه\u200d",
    "क्\u200dष", "क्\u200cष", "র\u200d্য", "വന്\u200d", "ශ්\u200dරී", "వెబ్\u200cసైట్\u200c", "ಬ್ಲಾಗ್\u200c",
    "葛\U000e0100", "ᠠ\u180b", "ᠠ\u180eᠠ", "ព្រះ\u200bរាជា", "ภาษา\u200bไทย", "e\u0301\u034f\u0327", "\u0600١",
)  # fmt: skip


@pytest.mark.parametrize("text", NEEDED, ids=named)
def test_what_an_emoji_or_a_script_needs_stays(text: str) -> None:
    assert (shown_line(text), visible(text), csv_text(text)) == (text, text, text)
    assert json_text(f'"{text}"') == f'"{text}"'


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db", "a\u200c", "\u200d", "👩\u200d", "\u200d👩", "👩\u200d\u200d🚀", "👩\u200da",
        "a\ufe0f", "1\ufe0f", "❤\ufe0f\ufe0f", "\ufe0f", "م\u200c", "م\u200ca", "a\u200cم",
        "م\u200c\u200cم", "م،\u200c،م", "م\u200bم", "م\u200eم", "ก\u200ba", "葛\U000e0100\U000e0101",
        ENGLAND[:-1], ENGLAND[1:], ENGLAND[0] + ENGLAND[-1], f"{ENGLAND[0]}{ENGLAND[1] * 7}{ENGLAND[-1]}",
        "👩" + ENGLAND[1:], "ᠠ\u180b\u180b", "e\u034fx", "한\u3164", "\u115f\u1160", "a\U000e0041",
    ],
    ids=named,
)  # fmt: skip
def test_what_nothing_needs_is_shown(text: str) -> None:
    assert "\\" in shown_line(text)
    assert "\\u" in json_text(f'"{text}"')


def test_a_flag_of_no_place_is_not_shown_as_one() -> None:
    assert shown_line(ENGLAND[:-1]).isascii() is False
    assert not set(shown_line(ENGLAND[:-1])) & set(DRAWS_NOTHING)


@given(st.text(st.sampled_from([*"ab \n中", *DRAWS_NOTHING[:60], *CONTROLS, "\U000e0041", "\U000e007f"])))
def test_among_other_letters_nothing_that_draws_nothing_is_left(text: str) -> None:
    variants = {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}
    for shown in (shown_line(text), visible(text), csv_text(text)):
        assert not set(shown) & (set(DRAWS_NOTHING) - variants)
        assert not set(shown) & (set(CONTROLS) - set("\n\t\r"))
        assert not re.search("(?:^|[^中])[\ufe00-\ufe0f]", shown)


@given(
    st.lists(st.sampled_from(["a", "م", "क", "्", "👩", "🏴", "ก", "中", *ENGLAND, *DRAWS_NOTHING[:60], "\x1b"])).map(
        "".join
    )
)
def test_what_is_shown_is_shown_the_same_again(text: str) -> None:
    assert shown_line(shown_line(text)) == shown_line(text)
    assert csv_text(text).removeprefix("'") == visible(text).removeprefix("'")


@given(st.text(st.sampled_from(["a", "م", "👩", "🏴", "中", *ENGLAND, *DRAWS_NOTHING])))
def test_json_keeps_the_very_text_of_what_draws_nothing(text: str) -> None:
    encoded = json_text(json.dumps({text: text}, ensure_ascii=False))

    assert json.loads(encoded) == {text: text}
    assert not set(re.sub(r"\\u[0-9a-f]{4}", "", encoded)) - set(shown_line(text)) - set('{}": ')


def test_a_long_value_is_cut_in_a_message() -> None:
    assert quoted("x" * 100) == f"'{'x' * 59}…'"
    assert quoted("\x1b[2J") == "'\\x1b[2J'"


def test_a_formula_gets_an_apostrophe() -> None:
    for start in "=+-@\t\r":
        assert csv_text(f"{start}cmd") == f"'{start}cmd"
    for start in ("\n", "\r\n", "\u2028", "\u2029", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"):
        assert csv_text(f"{start}cmd") == f"'{start}cmd"
    assert csv_text("\n=1+1") == "'\n=1+1"
    assert csv_text("'＝1") == "''＝1"
    assert csv_text("a\n=1") == "a\n=1"
    assert csv_text("'=1") == "''=1"
    assert csv_text("'tis") == "'tis"
    assert csv_text("a=1") == "a=1"


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts)
def test_json_text_means_the_same_and_holds_no_control(text: str) -> None:
    encoded = json_text(json.dumps({text: [text]}, ensure_ascii=False))

    assert json.loads(encoded) == {text: [text]}
    assert not set(encoded) & set(CONTROLS)


@given(texts)
def test_ascii_json_means_the_same_and_is_ascii(text: str) -> None:
    encoded = ascii_json(json.dumps(text, ensure_ascii=False))

    assert encoded.isascii()
    assert json.loads(encoded) == text


@given(st.text())
def test_shown_line_is_shown_line_that_utf8_can_carry(text: str) -> None:
    for shown in (one_line(text), shown_line(text)):
        assert shown.splitlines() in ([shown], [])
        assert shown.encode().decode() == shown


@given(st.text("'=+-@\t\r ab"))
def test_an_apostrophe_taken_off_gives_the_text_again(text: str) -> None:
    written = csv_text(text)
    formula = ("=", "+", "-", "@", "\t", "\r")

    assert not written.startswith(formula)
    assert text == (written[1:] if written.startswith("'") and written.lstrip("'").startswith(formula) else written)
