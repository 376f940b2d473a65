"""Which version of our form a file is in: its ``$schema`` says it, ``chronology-1.schema.json``."""

import re
from typing import Final

FORM = 1
"""The newest form that is known here; a file whose ``$schema`` names no version is in the first."""

DATABASE: Final = 0x544C4E31
"""``TLN1``: the application id of a database of ours (https://www.sqlite.org/fileformat.html, section 1.3.17)."""
DATABASE_FORM: Final = 1
"""Its user version: the newest form of a database that is known here."""


def newer_form(schema: object) -> int | None:
    """The version that an address of our schema names, where it is newer than FORM; None for every other value."""
    named = re.search(r"(?:^|/)chronology-(\d{1,9})\.schema\.json$", schema) if isinstance(schema, str) else None
    return int(named[1]) if named and int(named[1]) > FORM else None


def too_new(form: int) -> str:
    """Why a file of a newer form is refused, and what to do."""
    return f"form {form} of a chronology is newer than form {FORM}, which this timeline reads: upgrade relations-cli"
