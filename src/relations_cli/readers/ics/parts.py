"""The parts of a calendar as its lines have them: where each begins, and every property that it says."""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct, field

EVENTS: Final = ("VEVENT", "VTODO", "VJOURNAL")
"""Parts of a calendar that are events: a task and a journal are of a day, too (RFC 5545, section 3.6)."""
KINDS: Final = (*EVENTS, "VFREEBUSY")
"""Parts of a calendar that somebody wrote."""
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
        text = _unescaped(self.text)
        meant = {name: value for name, value in self.parameters.items() if name not in _FORMS}
        return {"value": text, **meant} if meant else text

    def texts(self) -> list[str]:
        """The values of a list of texts, which commas part."""
        parts = [_unescaped(text).strip() for text in re.findall(r"(?:\\.|[^\\,])+", self.text)]
        return [part for part in parts if part]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


class Part(Struct):
    """One part of a calendar."""

    kind: str
    """As ``VEVENT``; ``VCALENDAR`` is the calendar itself."""
    line: int
    properties: list[Property] = field(default_factory=list)
    alarms: list["Part"] = field(default_factory=list)
    is_closed: bool = False

    def value(self, name: str) -> str:
        """The first value of a property as its line has it; empty where there is none."""
        return next((one.text for one in self.properties if one.name == name), "")


class Scan:
    """The parts of a file in its order, and its text without what says nothing of an event."""

    def __init__(self, text: str) -> None:
        """Read the lines of calendars."""
        self.parts: list[Part] = []
        """Of the kinds that somebody wrote, and the calendars themselves."""
        self._kept: list[str] = []
        self._calendar: Part | None = None
        self._part: Part | None = None
        self._alarm: Part | None = None
        self._others: list[str] = []
        for number, line in unfolded(text):
            verb, _, value = line.partition(":")
            kind = value.strip().upper()
            verb = verb.strip().upper()
            if self._is_of_an_alarm(verb, kind, line, number):
                continue
            self._kept.append(f"{verb}:VEVENT" if kind in EVENTS and verb in {"BEGIN", "END"} else line)
            if verb == "BEGIN":
                self._begin(kind, number)
            elif verb == "END":
                self._end(kind)
            elif line.strip() and not self._others:
                self._say(line, number)

    @property
    def text(self) -> str:
        """The text of calendars of events alone.

        A library refuses a file for an alarm, which says nothing of an event, and for any fault of a task or a journal.
        """
        return "\r\n".join((*self._kept, ""))

    @property
    def events(self) -> list[Part]:
        """The parts that are events, in order."""
        return [part for part in self.parts if part.kind in EVENTS]

    def _is_of_an_alarm(self, verb: str, kind: str, line: str, number: int) -> bool:
        """Take what an alarm says; one that is never closed ends where what it belongs to ends."""
        if verb == "BEGIN" and kind == "VALARM" and self._part is not None:
            self._alarm = Part(kind, number)
            self._part.alarms.append(self._alarm)
            return True
        if self._alarm is None:
            return False
        if verb == "END":
            self._alarm = None
            return kind == "VALARM"
        self._alarm.properties.append(_property(line, number))
        return True

    def _begin(self, kind: str, number: int) -> None:
        if kind in KINDS:
            self._part = Part(kind, number)
            self.parts.append(self._part)
        elif kind == "VCALENDAR":
            self._calendar, self._part = Part(kind, number), None
            self.parts.append(self._calendar)
        else:
            self._others.append(kind)
            return
        self._others.clear()

    def _say(self, line: str, number: int) -> None:
        owner = self._part or self._calendar
        if owner is not None:
            owner.properties.append(_property(line, number))

    def _end(self, kind: str) -> None:
        if self._others:
            self._others.pop()
        elif self._part is not None and kind == self._part.kind:
            self._part.is_closed, self._part = True, None
        elif self._calendar is not None and kind == "VCALENDAR":
            self._calendar.is_closed = True


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
