"""What text may reach a terminal, tsv, csv and json."""

import json

from hypothesis import given
from hypothesis import strategies as st

from relations_cli.escaping import ascii_json, csv_text, json_text, one_line, quoted, visible

CONTROLS = [
    chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
]


def test_every_control_is_shown_on_a_line() -> None:
    for control in CONTROLS:
        assert one_line(f"a{control}b") in (f"a\\x{ord(control):02x}b", f"a\\u{ord(control):04x}b", "a b")


def test_line_breaks_and_tabs_are_blanks_on_a_line() -> None:
    assert one_line("a\tb\r\nc\vd\fe\x85f\u2028g\u2029h") == "a b  c d e f g h"


def test_visible_keeps_line_feeds() -> None:
    assert visible("a\n\tb\x1b[31m") == "a\n\tb\\x1b[31m"


def test_a_long_value_is_cut_in_a_message() -> None:
    assert quoted("x" * 100) == f"'{'x' * 59}…'"
    assert quoted("\x1b[2J") == "'\\x1b[2J'"


def test_a_formula_gets_an_apostrophe() -> None:
    for start in "=+-@\t\r":
        assert csv_text(f"{start}cmd") == f"'{start}cmd"
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
def test_one_line_is_one_line_that_utf8_can_carry(text: str) -> None:
    shown = one_line(text)

    assert shown.splitlines() in ([shown], [])
    assert shown.encode().decode() == shown


@given(st.text("'=+-@\t\r ab"))
def test_an_apostrophe_taken_off_gives_the_text_again(text: str) -> None:
    written = csv_text(text)
    formula = ("=", "+", "-", "@", "\t", "\r")

    assert not written.startswith(formula)
    assert text == (written[1:] if written.startswith("'") and written.lstrip("'").startswith(formula) else written)
