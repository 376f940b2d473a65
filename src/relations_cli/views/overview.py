"""What a chronology is about, in sentences."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from relations_cli.dates import parse_edtf
from relations_cli.query.answer import Answer
from relations_cli.query.terms import Fact
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.palette import HEAD
from relations_cli.views.sheet import Part, Sheet

_INDENT = 2
_Facts = Mapping[str, str | int]


def overview(answer: Answer[Fact]) -> View:
    """A page on what a chronology says of itself, how much it holds, and where it lies."""

    def view(screen: Screen) -> str:
        facts: _Facts = {row.name: row.value for row in answer}
        sheet = Sheet()
        sheet.add(Part(str(facts["title"]), HEAD))
        if "description" in facts:
            sheet.gap()
            sheet.add(str(facts["description"]))
        parts = {
            "When": _when(facts),
            "Who and what": [_sentence(*(_many(facts, what) for what in ("actors", "tags", "types")))],
            "Who says so": [_sentence(*(_many(facts, what) for what in ("sources", "claims", "propositions")))],
            "Where it comes from": _origin(facts),
        }
        for heading, sentences in parts.items():
            for place, sentence in enumerate(sentences):
                if not place:
                    sheet.heading(heading)
                sheet.add(sentence, indent=_INDENT)
        return sheet.text(replace(screen, terminal=True))  # prose breaks wherever it is shown

    return view


def _when(facts: _Facts) -> Iterator[str]:
    events, undated = int(facts["events"]), int(facts["undated"])
    yield _sentence(_many(facts, "events"), f"{_many(facts, 'landmarks')} among them" if events else "")
    dates = list(dict.fromkeys(str(parse_edtf(str(facts[name]))) for name in ("first", "last") if name in facts))
    if dates:
        span = f"The first: {dates[0]}; the last: {dates[1]}" if dates[1:] else f"Dated {dates[0]}"
        yield _sentence(f"{span}; {undated or 'none'} undated")
    elif events:
        yield _sentence("All undated")


def _origin(facts: _Facts) -> Iterator[str]:
    if "updated" in facts:
        yield f"Updated {parse_edtf(str(facts['updated']))}."
    if "licence" in facts:
        yield f"Licence: {facts['licence']}"
    if "file" in facts:
        yield "It was read from standard input." if facts["file"] == "-" else f"File: {facts['file']}"


def _many(facts: _Facts, what: str) -> str:
    """How many of it there are, ``no tags``, ``1 tag``, ``1,222 sources``."""
    number = int(facts[what])
    return f"{number:,} {what.removesuffix('s') if number == 1 else what}" if number else f"no {what}"


def _sentence(*parts: str) -> str:
    said = ", ".join(filter(None, parts))
    return f"{said[:1].upper()}{said[1:]}."
