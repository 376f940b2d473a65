"""What can go wrong, as values that say what, where and what to do, and the exit code of each.

    TimelineError                 the request or the data is wrong: exit 2
    ├── DateError (ValueError)    a date that cannot be read
    ├── DataError                 a file that cannot be read as a chronology
    ├── UsageError                a parameter, a value or an id that does not exist
    └── OutputError               a result that could not be written

A text may name a parameter (``parameter("since")``): Python shows it by its name, the command line as its option.

The codes are grep's (GNU grep manual, section 2.3): 0 something matched, 1 nothing did, 2 trouble.
"""

import re
from collections.abc import Callable
from enum import IntEnum

from relations_cli.escaping import quoted, shown, shown_line

Spelling = Callable[[str], str]
"""How a parameter is shown to whoever gave it: ``as_of`` by its option, by its name in Python."""

_BEFORE, _BEHIND = "\x0e", "\x0f"
"""Around the name of a parameter: controls, which no text of a file can bring, since they are escaped."""
IN_SHORT = "in_short_"
"""Before the name of a parameter that is meant by its shortest option."""
VALUE = f"{_BEFORE}{_BEHIND}"
"""Where the value stands in a reason that does not begin with it."""


NO_MEMORY = "not enough memory: give a smaller file, or parts of it"
"""The reason why a file cannot be read that is larger than what the process may have."""


class ExitCode(IntEnum):
    """What the process answers to its caller."""

    MATCHED = 0
    NOTHING = 1
    TROUBLE = 2
    INTERRUPTED = 130  # 128 + SIGINT, as shells count


def parameter(name: str, *, short: bool = False) -> str:
    """A parameter inside the text of an error or a remark; short: in a command to type, by its shortest option."""
    return f"{_BEFORE}{IN_SHORT if short else ''}{name}{_BEHIND}"


def spelt(text: str, spelling: Spelling = str) -> str:
    """The text with each parameter in it as the spelling shows it."""
    first, *rest = text.split(_BEFORE)
    parts = [part.partition(_BEHIND) for part in rest]
    return first + "".join(f"{spelling(name).removeprefix(IN_SHORT)}{behind}" for name, _, behind in parts)


class TimelineError(Exception):
    """Something that the caller can mend; ``str()`` is one line: what, where, what to do."""

    others: "tuple[TimelineError, ...]" = ()
    """What went wrong before it, each a line of its own."""

    def told(self, spelling: Spelling = str) -> str:
        """The error on one line, with each parameter as the spelling shows it."""
        return spelt(marked_line(self._text()), spelling)

    def _text(self) -> str:
        return str(self.args[0]) if self.args else type(self).__name__

    def __str__(self) -> str:
        return self.told()


class DateError(TimelineError, ValueError):
    """A date that cannot be read, or that does not exist."""

    def __init__(self, value: str | None, reason: str, hint: str = "", *, parameter: str = "") -> None:
        super().__init__(value, reason, hint)
        self.value = value
        """As it was given; None where the fault lies between two."""
        self.reason = reason
        """Behind the value, or with VALUE in its midst; the question that the value leaves open, or what to write."""
        self.hint = hint
        """What to write instead; empty where nothing is sure."""
        self.parameter = parameter
        """What was given it; empty: data."""

    def of(self, parameter: str) -> "DateError":
        """The same error of a value that a parameter was given."""
        return DateError(self.value, self.reason, self.hint, parameter=parameter)

    def _text(self) -> str:
        what = f"{parameter(self.parameter)}: " if self.parameter else ""
        if self.value is None or VALUE in self.reason:
            reason = self.reason.replace(VALUE, quoted(self.value or ""), 1)
            return f"{what}{reason}" + (f": {self.hint}" if self.hint else "")
        joint = " " if self.reason.endswith("?") else "; "
        return f"{what}{shown(self.value)}: {self.reason}" + (f"{joint}{self.hint}" if self.hint else "")


class DataError(TimelineError):
    """A file that is missing, not readable, or no chronology."""

    def __init__(
        self, reason: str, *, file: str = "", line: int | None = None, column: int | None = None, place: str = ""
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        """What is wrong, and what to do."""
        self.file = file
        """As the caller named it; empty: no file in particular."""
        self.line = line
        """From 1; None: the whole file."""
        self.column = column
        """From 1, in characters; None: the whole line."""
        self.place = place
        """The way to the value, as ``$.events[3].date``; empty in a file of lines."""

    def _text(self) -> str:
        where = placed(self.file, self.line, self.column)
        return (f"{where}: " if where else "") + self.reason + (f" @ {shown_line(self.place)}" if self.place else "")


def unreadable(file: str, error: OSError) -> DataError:
    """The error on a file that the system does not give; an empty name is shown as one."""
    return DataError(f"cannot be read: {(error.strerror or str(error)).lower()}", file=file or "''")


class UsageError(TimelineError):
    """A request that cannot be met as asked."""

    def __init__(self, parameter: str, value: str | None, reason: str, hint: str = "") -> None:
        super().__init__(parameter, value, reason, hint)
        self.parameter = parameter
        """Which one, by its name in Python; empty where it is none in particular."""
        self.value = value
        """As it was given; None where the fault lies not in it."""
        self.reason = reason
        """Behind the value, or with VALUE in its midst."""
        self.hint = hint
        """What to do."""

    def _text(self) -> str:
        what = f"{parameter(self.parameter)}: " if self.parameter else ""
        return f"{what}{self._reason()}" + (f": {self.hint}" if self.hint else "")

    def _reason(self) -> str:
        if self.value is None:
            return self.reason
        if VALUE in self.reason:
            return self.reason.replace(VALUE, quoted(self.value), 1)
        return f"{quoted(self.value)} {self.reason}"


class OutputError(TimelineError):
    """A result that could not be written."""

    def __init__(self, reason: str, *, file: str = "standard output") -> None:
        super().__init__(reason)
        self.reason = reason
        self.file = file
        """Where to."""

    def _text(self) -> str:
        return f"{shown_line(self.file)}: {self.reason}"


class Remark:
    """What a reader of a result should be told that is no error; ``str()`` is one line."""

    def __init__(self, text: str) -> None:
        self.text = text
        """May name parameters."""

    def told(self, spelling: Spelling = str) -> str:
        """The remark on one line, with each parameter as the spelling shows it."""
        return spelt(marked_line(self.text), spelling)

    def __str__(self) -> str:
        return self.told()


Told = Remark | TimelineError
"""What a reader can be told: an error may be worth no more than a word."""


def placed(file: str, line: int | None = None, column: int | None = None) -> str:
    """A file with its line and column, as compilers write it."""
    return ":".join([shown_line(file), *(str(one) for one in (line, column) if one is not None)])


def marked_line(text: str) -> str:
    """The text on one line; what names parameters in it stays."""
    parts = re.split(f"({_BEFORE}\\w*{_BEHIND})", text)
    return "".join(part if place % 2 else shown_line(part) for place, part in enumerate(parts))
