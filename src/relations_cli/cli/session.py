"""What a run is given from outside: the environment, the settings, and the day."""

import datetime
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from relations_cli.cli.settings import Settings
from relations_cli.errors import VALUE, Spelling, UsageError

Completing = Callable[[str, Any, str], list[tuple[str, str]]]
"""Kind of value, Typer's context and what was typed: what a shell may offer, each with what it means."""


class Session(Struct, frozen=True, kw_only=True, dict=True):
    """A run of the program; ``cli.app.run`` makes it, commands hand it on."""

    environment: Mapping[str, str]
    settings: Settings
    completing: Completing
    spelling: Spelling
    """How the command line gives a parameter, ``--as-of`` for ``as_of``."""
    short: Spelling
    """The same by its shortest option, ``-r`` for ``reverse``."""
    unread: list[str] = field(default_factory=list)
    """What in a folder or a pattern could not be read: results are given, and the exit code says that they lack it."""

    @cached_property
    def today(self) -> datetime.date:
        """The local date, or the one that TIMELINE_TODAY fixes.

        Raises:
            UsageError: TIMELINE_TODAY is no date of the form YYYY-MM-DD.
        """
        fixed = self.environment.get("TIMELINE_TODAY")
        if not fixed:
            return datetime.datetime.now().astimezone().date()
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", fixed, re.ASCII):
                return datetime.date.fromisoformat(fixed)
        except ValueError:
            pass
        raise UsageError("", fixed, f"TIMELINE_TODAY: {VALUE} is no day", "write YYYY-MM-DD")
