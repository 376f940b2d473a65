"""Every problem of a file, located by line and column; the JSON Schema of a chronology.

The readers stop at the first problem, and are fast. This package says all of them, and takes its time.
"""

from relations_cli.validation.problems import Problem
from relations_cli.validation.validate import validate

__all__ = ["Problem", "validate"]
