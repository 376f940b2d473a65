"""A result in a file: the whole of it or nothing, and never over a file that is there unasked."""

import os
from collections.abc import Iterable

from relations_cli.errors import OutputError, TimelineError


def write_file(path: str, parts: Iterable[str] | Iterable[bytes], *, force: bool) -> None:
    """Write text (in UTF-8) or bytes, part by part; a reader never sees half a file.

    Raises:
        OutputError: it exists and is not to be overwritten, or it could not be written.
    """
    exists = os.path.exists(path)
    if exists and os.path.isfile(path) and not force:
        raise OutputError("exists: --force overwrites it", file=path)
    try:
        if exists and not os.path.isfile(path):  # a device or a pipe: replacing it would be a disaster
            with open(path, "wb") as file:
                file.writelines(map(_bytes, parts))
        else:
            _replace(os.path.realpath(path), parts)  # a link is written through, so that it stays one
    except TimelineError:  # of what is written, not of the writing
        raise
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise OutputError(f"could not be written: {reason}", file=path) from None


def _replace(path: str, parts: Iterable[str] | Iterable[bytes]) -> None:
    """Write beside the file, then take its place; its permissions stay."""
    beside = f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "xb") as file:
            file.writelines(map(_bytes, parts))
        if os.path.exists(path):
            os.chmod(beside, os.stat(path).st_mode & 0o7777)
        os.replace(beside, path)
    finally:
        if os.path.exists(beside):
            os.remove(beside)


def _bytes(part: str | bytes) -> bytes:
    return part.encode() if isinstance(part, str) else part
