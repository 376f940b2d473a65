"""Why a date cannot be read, before the message says which one."""

LONGEST = 200
"""Characters of the longest text that is looked at: no regular expression sees more."""


class Refusal(Exception):  # noqa: N818
    """Reason and hint; the parsers put the value before it and raise a DateError."""


def refuse_length(text: str) -> None:
    """Refuse what is empty or too long to be a date.

    Raises:
        Refusal: it is.
    """
    if not text:
        raise Refusal("a date is missing; write YYYY, YYYY-MM or YYYY-MM-DD")
    if len(text) > LONGEST:
        raise Refusal(f"{len(text)} characters are no date; {LONGEST} is the most")
