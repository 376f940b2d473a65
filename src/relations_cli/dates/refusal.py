"""Why a date cannot be read, before the message says which one."""

from relations_cli.errors import DateError

LONGEST = 200
"""Characters of the longest text that is looked at: no regular expression sees more."""


class Refusal(Exception):  # noqa: N818
    """Why a text is no date, and what to write; whoever knows the text raises its DateError."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason, hint)
        self.reason = reason
        """What is wrong, or the question that the text leaves open."""
        self.hint = hint
        """What to write instead; empty where nothing is sure, or where the reason says it."""

    def of(self, text: str) -> DateError:
        """The error of that text."""
        return DateError(text, self.reason, self.hint)


def refuse_length(text: str) -> None:
    """Refuse what is empty or too long to be a date.

    Raises:
        Refusal: it is.
    """
    if not text:
        raise Refusal("a date is missing", "write YYYY, YYYY-MM or YYYY-MM-DD")
    if len(text) > LONGEST:
        raise Refusal(f"{len(text)} characters are no date", f"{LONGEST} is the most")
