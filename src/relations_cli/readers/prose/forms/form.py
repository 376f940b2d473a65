"""Which form an article has, and the manuscript that each form gives."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from relations_cli.readers.prose.block import Manuscript
from relations_cli.readers.prose.forms.lines import blocks_of_text

Form = Literal["text", "markdown", "html"]

_SUFFIXES: Final[Mapping[str, Form]] = {
    **dict.fromkeys((".md", ".markdown", ".mdown"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
}
_LOOKED_AT: Final = 20_000


def form_of(text: str, suffix: str = "") -> Form:
    """The form of an article: by the suffix of its file (``.md``), then by what it looks like."""
    known = _SUFFIXES.get(suffix.lower())
    if known is not None:
        return known
    head = text[:_LOOKED_AT]
    if re.match(
        r"\ufeff?\s{0,400}<(?:!doctype|html|head|body|\?xml|!--|article|main|div|p|h[1-6])\b", head, re.IGNORECASE
    ):
        return "html"
    if len(re.findall(r"</?(?:p|div|li|h[1-6]|br|td|span)\b[^<>]{0,300}>", head, re.IGNORECASE)) >= 6:  # noqa: PLR2004
        return "html"
    marks = len(
        re.findall(r"^(?:#{1,6} \S|\*\*\S|[-*+] \*\*\S|\|.{0,300}\|[ \t]{0,9}$)|\]\(https?://", head, re.MULTILINE)
    )
    return "markdown" if marks >= 2 else "text"  # noqa: PLR2004


def manuscript_of(text: str, form: Form) -> Manuscript:
    """The manuscript of a text in one of the three forms.

    Raises:
        DataError: HTML, and the library that reads it is not installed.
    """
    match form:
        case "markdown":
            from relations_cli.readers.prose.forms.markdown import manuscript_of_markdown  # its library: 20 ms

            return manuscript_of_markdown(text)
        case "html":
            from relations_cli.readers.prose.forms.html import manuscript_of_html  # an extra

            return manuscript_of_html(text)
        case "text":
            return Manuscript(blocks=list(blocks_of_text(text)))
