"""Language tags as BCP 47 has them: whether a text is one, and which of them a range means."""

import re
from functools import lru_cache

_TAG = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language, and what ISO 639-3 adds to it
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"  # extensions, private use
    r"|x(?:-[a-z0-9]{1,8})+)"
)
_IRREGULAR = frozenset(
    (
        *(
            "en-gb-oed",
            "i-ami",
            "i-bnn",
            "i-default",
            "i-enochian",
            "i-hak",
            "i-klingon",
            "i-lux",
            "i-mingo",
            "i-navajo",
        ),
        *("i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de"),
    )
)
"""Tags of before BCP 47 that are kept."""
_SCRIPT, _REGION = 4, 2  # letters


def is_language(text: str) -> bool:
    """Whether it is a well-formed tag (RFC 5646, section 2.1), blind to case: ``ru``, ``zh-Hans``, ``pt-BR``, ``und``.

    Nothing is looked up: that a tag is well formed does not say that there is such a language. Names of languages of
    five to eight letters, which the grammar reserves and nobody has registered, are none, so that ``Russian`` is none.
    """
    folded = text.casefold()
    return text.isascii() and (folded in _IRREGULAR or re.fullmatch(_TAG, folded) is not None)


@lru_cache(maxsize=1 << 10)  # the sources of a file are in a few
def in_usual_case(language: str) -> str:
    """A tag in the letters that RFC 5646 (section 2.1.1) recommends, ``zh-Hans-CN``; what is none as it is."""
    if not is_language(language):
        return language
    parts = language.lower().split("-")
    free = next((place for place, part in enumerate(parts) if len(part) == 1), len(parts))
    return "-".join(_cased(part) if 0 < place < free else part for place, part in enumerate(parts))


def _cased(part: str) -> str:
    """A script and a region as they are written; every other part in small letters."""
    return part.upper() if len(part) == _REGION else part.capitalize() if len(part) == _SCRIPT else part


def in_range(language: str, wanted: str) -> bool:
    """Whether a tag is meant by a basic language range (RFC 4647, 3.3.1): ``zh`` means ``zh-Hans``, ``*`` any."""
    tag, prefix = language.casefold(), wanted.casefold()
    return prefix in ("*", tag) or tag.startswith(f"{prefix}-")
