"""A result in a file: the whole of it or nothing, and never over a file that is there unasked."""

import os

from relations_cli.errors import OutputError
from relations_cli.escaping import one_line


def write_file(path: str, text: str, *, force: bool) -> None:
    """Write the text; a reader never sees half a file.

    Raises:
        OutputError: it exists and is not to be overwritten, or it could not be written.
    """
    exists = os.path.exists(path)
    if exists and os.path.isfile(path) and not force:
        raise OutputError(f"{one_line(path)}: exists: --force overwrites it")
    try:
        if exists and not os.path.isfile(path):  # a device or a pipe: replacing it would be a disaster
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        else:
            _replace(os.path.realpath(path), text)  # a link is written through, so that it stays one
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise OutputError(f"{one_line(path)}: could not be written: {reason}") from None


def _replace(path: str, text: str) -> None:
    """Write beside the file, then take its place; its permissions stay."""
    beside = f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "x", encoding="utf-8", newline="") as file:
            file.write(text)
        if os.path.exists(path):
            os.chmod(beside, os.stat(path).st_mode & 0o7777)
        os.replace(beside, path)
    finally:
        if os.path.exists(beside):
            os.remove(beside)
