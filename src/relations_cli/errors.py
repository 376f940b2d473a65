"""What can go wrong, each with a message that a reader can act on, and the exit code that goes with it.

    TimelineError                 the request or the data is wrong: exit 2
    ├── DateError (ValueError)    a date that cannot be read
    ├── DataError                 a file that cannot be read as a chronology
    ├── UsageError                an option, a value or an id that does not exist
    └── OutputError               a result that could not be written

The codes are grep's (GNU grep manual, section 2.3): 0 something matched, 1 nothing did, 2 trouble.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process answers to its caller."""

    MATCHED = 0
    NOTHING = 1
    TROUBLE = 2
    INTERRUPTED = 130  # 128 + SIGINT, as shells count


class TimelineError(Exception):
    """Something that the caller can mend; ``str()`` is one line: what, where, what to do."""


class DateError(TimelineError, ValueError):
    """A date that cannot be read, or that does not exist."""


class DataError(TimelineError):
    """A file that is missing, not readable, or no chronology."""


class UsageError(TimelineError):
    """A request that cannot be met as asked."""


class OutputError(TimelineError):
    """A result that could not be written."""
