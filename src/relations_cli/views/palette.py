"""One palette: what each style means, legible on light and on dark backgrounds, never the only sign of a meaning.

Every colour has a luminance between 0.14 and 0.27, so that its contrast is at least 3:1 on black, white and the common
themes between (WCAG 2.2, 1.4.11); a test works it out. Colours are numbers of the 256 that terminals share.
"""

HEAD = "bold"
QUIET = "color(243)"
MATCH = "bold underline"
PLAIN_MATCH = "*"
"""On both sides of a match where there are no styles, as Markdown and mails have it."""
LINK = "underline color(31)"

GOOD = "color(28)"
BAD = "color(160)"
DOUBT = "color(166)"
CALM = "color(32)"
LATER = "color(133)"

_STATUS = {
    "planned": LATER,
    "confirmed": GOOD,
    "corroborated": CALM,
    "disputed": BAD,
    "alleged": DOUBT,
    "denied": BAD,
}
_STANCE = {"asserts": DOUBT, "denies": BAD, "corroborates": CALM, "confirms": GOOD}
_HUES = ("color(30)", "color(98)", "color(130)", "color(64)", "color(162)", "color(68)", "color(131)", "color(103)")
"""Of types and lanes: none is a status's or a stance's, nor is its like of the 16."""

SIXTEEN = {
    28: 32, 30: 96, 31: 36, 32: 36, 64: 92, 68: 34, 98: 94, 103: 37, 130: 93, 131: 91, 133: 35, 160: 31, 162: 95,
    166: 33, 243: 90,
}  # fmt: skip
"""Each colour's number among the 256: what sets its like of the 16 (ECMA-48, SGR)."""


def status_style(status: str) -> str:
    """The style of a status; nothing for uncontested."""
    return _STATUS.get(status, "")


def stance_style(stance: str) -> str:
    """The style of a stance."""
    return _STANCE.get(stance, "")


def hue(place: int) -> str:
    """The style of the kind at that place of a legend; hues come again after eight."""
    return _HUES[place % len(_HUES)]
