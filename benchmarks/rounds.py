"""Commands that are timed side by side: each once per round, interleaved."""

import os
import statistics
from collections.abc import Callable, Mapping

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""In which they run: what they import is byte-compiled, and stays so."""


def medians(commands: Mapping[str, list[str]], runs: int, seconds: Callable[[list[str]], float]) -> dict[str, float]:
    """By the name of each command the median of what it took.

    Args:
        commands: what is timed, by name.
        runs: the number of rounds.
        seconds: runs a command; what that took.
    """
    for command in commands.values():
        seconds(command)  # byte-compiles what is not yet, and fills the disk's cache
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return {name: statistics.median(values) for name, values in times.items()}
