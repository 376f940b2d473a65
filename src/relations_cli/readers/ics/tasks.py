"""The days of a task of a calendar, as those of an event."""

import datetime
from copy import copy
from typing import Any

from relations_cli.readers.ics.vevent import day_of


def take_due_day(task: Any) -> None:  # noqa: ANN401 -- the library's types are loose
    """Let a task last from its start until it is due; without a start it is of the day on which it is due, else done.

    The day on which it is due belongs to it.
    """
    if "DTSTART" in task:
        if day_of(task, "DUE") is not None:
            task["DTEND"] = _inclusive(task["DUE"])
        return
    start = next((name for name in ("DUE", "COMPLETED") if name in task), "")
    if day_of(task, start) is not None:
        task["DTSTART"] = task[start]


def _inclusive(due: Any) -> Any:  # noqa: ANN401
    """The property as an end, which is exclusive where it is a day."""
    moment = due.dt
    if isinstance(moment, datetime.datetime) or moment == datetime.date.max:
        return due
    end = copy(due)
    end.dt = moment + datetime.timedelta(days=1)
    return end
