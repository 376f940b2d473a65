"""Trying a case: what is wrong with it, in a text; and whether two faults are the same one."""

import re

from machine.bench import Bench
from machine.case import Case
from machine.kinds import kind_of
from machine.program import Hang
from machine.verdict import Fault


def fault_in(case: Case, bench: Bench) -> str:
    """What is wrong, in a line; empty where everything holds. A law that falls over its own feet is a fault, too."""
    try:
        bench.open(case)
        kind_of(case.kind).check(case, bench)
    except Fault as fault:
        return str(fault).replace("\n", "\\n")
    except (Exception, Hang) as error:  # noqa: BLE001 -- an answer that a law cannot read
        return f"{type(error).__name__} in the law: {error}".replace("\n", "\\n")
    return ""


def signature(kind: str, fault: str) -> str:
    """A short name of the fault: equal for faults that look alike."""
    words = re.sub(r"'[^']*'|\"[^\"]*\"|\d+|U\+[0-9A-F]+", "#", fault)
    return f"{kind}: {words[:60]}"
