"""What is no path but an address: nothing is fetched here."""

import os
import re
import shlex

from relations_cli.errors import DataError, parameter
from relations_cli.escaping import shown_line


def refuse_address(path: str) -> None:
    """Refuse what is an address and no path.

    Raises:
        DataError: it is one; it says how what lies there is read.
    """
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):/{1,2}(?=[^/]|/)|www\.", path)
    if match is None or os.path.exists(path):
        return
    if (match[1] or "").lower() == "file":
        local = re.sub(r"^[^:]*:(?://(?:localhost)?(?=/))?", "", path)
        raise DataError(f"is an address, no path: give {shown_line(local)}", file=path)
    piped = f"curl -sL {shlex.quote(shown_line(path))} | timeline ... {parameter('file', short=True)} -"
    raise DataError(f"is an address, and files are read: {piped}", file=path)
