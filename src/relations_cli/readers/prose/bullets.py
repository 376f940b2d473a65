"""What stands before an item of a list: a bullet, a dash or a number."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise


@cache
def bullet() -> re.Pattern[str]:
    """A bullet or a number with the spaces around it."""
    return re.compile(
        r"\s{0,80}(?:[*•·▪◦‣●○■►▶→✓⁃∙\uf0b7]|[-–—_*+>»~?]{1,3}(?=\s)|[o:](?=\s)|\(?\d{1,3}[.)](?=\s))\s{0,20}"
    )


def counted(texts: Sequence[str]) -> set[int]:
    """Which of the texts have a number before them that counts them: 1., 2., 3."""
    numbers = [(at, int(match[1])) for at, text in enumerate(texts) if (match := re.match(r"(\d{1,3})[.)]\s", text))]
    found: set[int] = set()
    for (at, number), (after, following) in pairwise(numbers):
        if following == number + 1 and (number == 1 or at in found):
            found.update((at, after))
    return found


def without_bullet(text: str, *, is_date: bool = False) -> str:
    """The text behind its bullet or number; before a date a dash is one without a space too."""
    match = bullet().match(text) or (re.match(r"\s{0,80}[-–—_*]{1,3}\s{0,20}", text) if is_date else None)
    return text[match.end() :] if match else text
