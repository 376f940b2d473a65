"""Words of a text dropped, doubled, exchanged and replaced by each other, by hurting dates and by hurting numbers."""

import re

from machine import hostile
from machine.chance import Chance

_TOKENS = re.compile(rb"(\w+|\s+|[^\w\s])")


def jumbled(data: bytes, chance: Chance, times: int) -> bytes:
    """The bytes with so many changes of words and signs."""
    tokens = _TOKENS.findall(data)
    for _ in range(times if tokens else 0):
        place, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        way = chance.randrange(8)
        if way == 0:
            tokens[place] = b""
        elif way == 1:
            tokens[place] *= chance.choice((2, 2, 9))
        elif way < 4:  # noqa: PLR2004
            tokens[place], tokens[other] = tokens[other], tokens[place]
        elif way == 4:  # noqa: PLR2004
            tokens[place] = tokens[other]
        elif way == 5:  # noqa: PLR2004
            tokens[place] = chance.choice(hostile.DATES).encode()
        elif way == 6:  # noqa: PLR2004
            tokens[place] = chance.choice(hostile.NUMBERS)[:300].encode()
        else:
            del tokens[place : place + 1 + chance.few(8)]
            if not tokens:
                break
    return b"".join(tokens)
