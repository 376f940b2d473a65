"""Throws mutated articles at the prose reader: it must read anything, in any form, without an exception.

Needs Atheris (``pip install atheris``), and runs until it finds something or its time is up. The seeds are the
articles of the tests:

    python fuzz/guided_prose.py -max_total_time=120 "$(mktemp -d)" tests/readers/prose/articles
"""

import sys
from typing import get_args

import atheris

with atheris.instrument_imports(include=["relations_cli"]):
    from relations_cli.dates import parse_edtf
    from relations_cli.readers.prose.article import read_article
    from relations_cli.readers.prose.forms.form import Form, form_of

FORMS: tuple[Form, ...] = get_args(Form)


def one_input(data: bytes) -> None:
    """Read the bytes as an article of a form that the last of them chooses, and check what every article promises."""
    text = data.decode("utf-8", "replace")
    form = FORMS[data[-1] % len(FORMS)] if data else form_of(text)
    article = read_article(text, form=form, assume_year=2003 if len(data) % 2 else None)
    lines = [entry.line for entry in article.passages]
    if lines != sorted(lines):
        raise AssertionError(f"lines do not rise: {lines}")
    for entry in article.passages:
        if entry.edtf is not None:
            parse_edtf(entry.edtf)
        if (entry.edtf is None) != bool(entry.note) or not entry.title:
            raise AssertionError(f"an undated entry says why, a dated one does not: {entry}")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
