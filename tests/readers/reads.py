"""How tests of readers give bytes to one, and what they ask of it."""

from relations_cli.model.facts import Chronology
from relations_cli.readers.notes import summary
from relations_cli.readers.reading import Options, Reading
from relations_cli.readers.registry import read


def reading_of(name: str, **options: object) -> Reading:
    return Reading(name=name, path=name, options=Options(**options))  # type: ignore[arg-type]


def from_text(text: str | bytes, name: str, **options: object) -> Chronology:
    """The chronology in the content of a file of that name."""
    return read(text.encode() if isinstance(text, str) else text, reading_of(name, **options))


def said(text: str | bytes, name: str, **options: object) -> tuple[Chronology, str]:
    """The chronology, and the line on what was left out, inferred or renamed."""
    reading = reading_of(name, **options)
    chronology = read(text.encode() if isinstance(text, str) else text, reading)
    return chronology, str(summary(reading.notes))


def told(chronology: Chronology) -> list[tuple[str | None, str]]:
    """Date and title of each event, in order."""
    return [(event.date, event.title) for event in chronology.events]
