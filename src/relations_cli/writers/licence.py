"""Where the text of a licence is, by its name."""

import re
from typing import Final

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


def licence_address(name: str | None) -> str | None:
    """The page of SPDX on a licence of its list (https://spdx.org/licenses/); None for what can be no name there."""
    return f"https://spdx.org/licenses/{name}.html" if name is not None and _NAME.fullmatch(name) else None
