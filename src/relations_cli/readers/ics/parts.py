"""The parts of a calendar as its lines have them: where each begins, and every property that it says."""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct, field

CALENDAR: Final = "VCALENDAR"
ZONE: Final = "VTIMEZONE"
_OF_ZONES: Final = frozenset((CALENDAR, ZONE, "STANDARD", "DAYLIGHT"))
EVENTS: Final = ("VEVENT", "VTODO", "VJOURNAL")
"""Parts of a calendar that are events: a task and a journal are of a day, too (RFC 5545, section 3.6)."""
_OF_EVENTS: Final = "METHOD"
"""What a calendar says that holds for its events; for a fault in anything else the library refuses the file."""
_FORMS: Final = frozenset(("VALUE", "TZID", "ENCODING", "FMTTYPE", "CHARSET"))
"""Parameters that say how a value is written, and nothing of what it means."""
_ESCAPED: Final = re.compile(r"\\([\\;,nN])")


class Property(Struct, frozen=True):
    """One property: a name, its parameters and its value."""

    line: int
    """The line on which it begins, from 1."""
    name: str
    """In capitals; empty: the line is no property."""
    parameters: dict[str, str]
    text: str
    """The value as the line has it; of a line that is no property, the whole."""

    def kept(self) -> Any:  # noqa: ANN401 -- as ``extra`` has it
        """The value with what its parameters mean, for ``extra``."""
        text, meant = _unescaped(self.text), self.meant()
        return {"value": text, **meant} if meant else text

    def meant(self) -> dict[str, str]:
        """Those of its parameters that say more than how the value is written."""
        return {name: value for name, value in self.parameters.items() if name not in _FORMS}

    def plain(self) -> str:
        """The value as it is meant, where it is a text."""
        return _unescaped(self.text)

    def told(self) -> str:
        """The name, what its parameters say and the value, as a note says them."""
        text = ", ".join((*self.parameters.values(), self.text))
        return f"{self.name}: {text}" if self.name else text

    def texts(self) -> list[str]:
        """The values of a list of texts, which commas part."""
        parts = [_unescaped(text).strip() for text in re.findall(r"(?:\\.|[^\\,])+", self.text)]
        return [part for part in parts if part]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


class Part(Struct):
    """One part of a calendar, or of a part of it."""

    kind: str
    """As ``VEVENT``; ``VCALENDAR`` is the calendar itself."""
    line: int
    properties: list[Property] = field(default_factory=list)
    within: list["Part"] = field(default_factory=list)
    """Parts of this one, such as alarms."""
    is_closed: bool = False

    def value(self, name: str) -> str:
        """The first value of a property as its line has it; empty where there is none."""
        return next((one.text for one in self.properties if one.name == name), "")


class Scan:
    """The parts of a file in its order, and its text without what says nothing of an event."""

    def __init__(self, text: str) -> None:
        """Read the lines of calendars."""
        self.calendars: list[Part] = []
        self.outside: list[Property] = []
        """Lines before, between and behind calendars, and ends of what was never begun."""
        self._kept: list[str] = []
        self._open: list[Part] = []
        for number, line in unfolded(text):
            verb, _, value = line.partition(":")
            kind = value.strip().upper()
            verb = verb.strip().upper()
            if verb == "BEGIN" and (self._open or kind == CALENDAR):
                self._begin(kind, number)
            elif verb == "END" and any(part.kind == kind for part in self._open):
                self._end(kind)
            elif line.strip() and (verb == "END" or not self._open):
                self.outside.append(_property(line, number))
            elif line.strip():
                said = _property(line, number)
                self._open[-1].properties.append(said)
                if len(self._open) > 1 or said.name in {"", _OF_EVENTS}:
                    self._keep(line)

    @property
    def text(self) -> str:
        """The text of calendars of events alone.

        A library refuses a file for an alarm, which says nothing of an event, and for any fault of what is no event.
        """
        return "\r\n".join((*self._kept, ""))

    @property
    def parts(self) -> list[Part]:
        """The parts of all calendars, in order."""
        return [part for calendar in self.calendars for part in calendar.within]

    @property
    def events(self) -> list[Part]:
        """The parts that are events, in order."""
        return [part for part in self.parts if part.kind in EVENTS]

    def _keep(self, line: str) -> None:
        """Keep a line for the library, unless it is within what says nothing to it."""
        kinds = [part.kind for part in self._open]
        is_of_zone = ZONE in kinds and all(kind in _OF_ZONES for kind in kinds)
        if is_of_zone or (kinds[0] == CALENDAR and all(kind in EVENTS for kind in kinds[1:]) and len(kinds) <= 2):  # noqa: PLR2004
            self._kept.append(line)

    def _begin(self, kind: str, number: int) -> None:
        part = Part(kind, number)
        if kind == CALENDAR:
            self._open.clear()
            self.calendars.append(part)
        else:
            self._open[-1].within.append(part)
        self._open.append(part)
        self._keep(f"BEGIN:{_known_as(kind)}")

    def _end(self, kind: str) -> None:
        """Close a part, and those within it that never are."""
        while self._open[-1].kind != kind:
            self._open.pop()
        self._keep(f"END:{_known_as(kind)}")
        self._open.pop().is_closed = True


def _known_as(kind: str) -> str:
    return "VEVENT" if kind in EVENTS else kind


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines, each with those that continue it (section 3.1), and the number of the first of them."""
    held: list[str] = []
    first = 0
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line[:1] in {" ", "\t"} and held:
            held.append(line[1:])
            continue
        if held:
            yield first, "".join(held)
        held, first = [line], number
    yield first, "".join(held)


_CONTENT: Final = re.compile(
    r'([A-Za-z0-9.-]+)((?:;[^=;:"]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL
)
_PARAMETER: Final = re.compile(r';([^=;:"]+)=((?:"[^"]*"|[^";:])*)')


def _property(line: str, number: int) -> Property:
    match = _CONTENT.fullmatch(line)
    if match is None:
        return Property(number, "", {}, line)
    parameters = {name.upper(): value.replace('"', "") for name, value in _PARAMETER.findall(match[2])}
    return Property(number, match[1].upper(), parameters, match[3])
