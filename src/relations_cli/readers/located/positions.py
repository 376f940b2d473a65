"""Lines and columns of what stands at an offset."""

Position = tuple[int, int | None]
"""Line and column, both from 1, the column in characters; a reader of lines knows no column."""


def in_text(text: str, at: int) -> tuple[int, int]:
    """Line and column of a character of a text."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def in_bytes(data: bytes, at: int, encoding: str = "utf-8") -> tuple[int, int]:
    """Line and column of a byte of a text that is in the encoding, or was taken for it."""
    begin = data.rfind(b"\n", 0, at) + 1
    before = data[begin:at]
    try:
        width = len(before.decode(encoding, "replace"))
    except ValueError:  # a codec without replacements, such as idna, or a name that is no text
        width = len(before)
    return data.count(b"\n", 0, at) + 1, width + 1
