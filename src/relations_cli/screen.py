"""What an output can show: a value that is worked out once and given to whatever draws."""

from msgspec import Struct

from relations_cli.errors import Spelling


class Screen(Struct, frozen=True, kw_only=True):
    """What the output can show."""

    terminal: bool
    width: int
    """Columns."""
    height: int | None = None
    """Lines; None: not known, as where nobody looks."""
    colour: bool
    sixteen: bool = False
    """Whether it has the 16 old colours only, which its user may have chosen."""
    starred: bool = False
    """Whether stars mark what colour would, since its reader wants none or cannot have any."""
    encoding: str = "utf-8"
    spelling: Spelling = str
    """How its reader gives a parameter."""
    short: Spelling = str
    """The same, in as few letters as it can be given."""

    @property
    def unicode(self) -> bool:
        """Whether it takes every glyph; otherwise their ASCII twins are used, and escapes for other characters."""
        return self.encoding.lower().replace("-", "").startswith("utf")
