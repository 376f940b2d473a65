"""Every colour that carries a meaning has a contrast of 3:1 on light and on dark backgrounds, and a sign beside it."""

import ast
import re
from pathlib import Path

import pytest
from rich.color import ANSI_COLOR_NAMES, Color

from relations_cli.model.facts import STANCES
from relations_cli.model.status import STATUSES
from relations_cli.views import palette
from relations_cli.views.glyphs import BEARS, glyph, letters, stance_sign, status_sign

BACKGROUNDS = {"black": "#000000", "dark": "#1e1e1e", "white": "#ffffff", "solarized light": "#fdf6e3"}
COLOURS = sorted(
    set(re.findall(r"color\(\d+\)", " ".join([palette.status_style(one) for one in STATUSES]
                                             + [palette.stance_style(one) for one in STANCES]
                                             + [palette.hue(place) for place in range(8)]
                                             + [one for one in vars(palette).values() if isinstance(one, str)])))
)  # fmt: skip


def luminance(name: str) -> float:
    """Relative luminance (WCAG 2.2, definition of that name)."""
    channels = [value / 255 for value in Color.parse(name).get_truecolor()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("background", list(BACKGROUNDS))
def test_contrast_is_at_least_three_to_one(colour: str, background: str) -> None:
    one, other = sorted((luminance(colour), luminance(BACKGROUNDS[background])), reverse=True)

    assert (one + 0.05) / (other + 0.05) >= 3


def test_every_colour_has_its_like_among_sixteen() -> None:
    assert {f"color({number})" for number in palette.SIXTEEN} == set(COLOURS)


def test_no_type_or_lane_has_a_colour_or_a_letter_that_means_a_status_or_a_stance() -> None:
    meant = {palette.status_style(one) for one in STATUSES} | {palette.stance_style(one) for one in STANCES}
    hues = {palette.hue(place) for place in range(8)}
    sixteen = [{palette.SIXTEEN[int(one[6:-1])] for one in group if one} for group in (meant, hues)]

    assert (len(hues), meant & hues, sixteen[0] & sixteen[1]) == (8, set(), set())
    signs = [status_sign(one, unicode=False) for one in STATUSES] + [stance_sign(one, unicode=False) for one in STANCES]
    assert not any(map(str.isalnum, signs))


def test_no_view_has_a_colour_of_its_own_or_dims() -> None:
    own = {*ANSI_COLOR_NAMES, "dim", "reverse"}

    for path in Path(palette.__file__).parent.glob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        spelling = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "screen.short"]
        parameters = [argument for call in spelling for argument in call.args]  # 'reverse' is one, too
        for node in nodes:
            if node in parameters:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
                assert node.value not in own, path.name
                assert "color(" not in node.value or path.name == "palette.py", path.name


def test_no_two_statuses_or_stances_share_a_sign() -> None:
    for unicode in (True, False):
        signs = [status_sign(status, unicode=unicode) for status in STATUSES]
        assert len(set(signs)) == len(signs)
        stances = [stance_sign(stance, unicode=unicode) for stance in STANCES]
        assert len(set(stances)) == len(stances)
    assert all(status_sign(status, unicode=False).isascii() for status in STATUSES)


def test_the_sign_of_bearing_on_a_proposition_cannot_be_taken_for_a_status_or_a_stance() -> None:
    for unicode in (True, False):
        signs = {status_sign(status, unicode=unicode) for status in STATUSES}
        signs |= {stance_sign(stance, unicode=unicode) for stance in STANCES}
        assert glyph(BEARS, unicode=unicode) not in signs


def test_every_glyph_has_a_twin_of_its_width() -> None:
    for one in "●○│┆╭╰┃↓↑─━├┤┼◂▸…↳":
        assert glyph(one, unicode=False).isascii()
        assert len(glyph(one, unicode=False)) == 1
        assert glyph(one, unicode=True) == one


def test_letters_are_ones_own_where_they_are_free_and_never_shared() -> None:
    given = letters(["visit", "vote", "vv", "v"])

    assert given["visit"] == "V"
    assert len(set(given.values())) == 4
    many = letters([f"type {n}" for n in range(62)])
    assert len(set(many.values())) == 62
