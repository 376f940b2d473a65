"""Chance that is the same for the same seed, on every machine."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance(random.Random):
    """Draws for one case; a seed of text is hashed with SHA-512, so that it does not depend on the process."""

    def one_in(self, number: int) -> bool:
        """True once in so many times."""
        return self.randrange(number) == 0

    def pick(self, *ways: T) -> T:
        """One of these."""
        return ways[self.randrange(len(ways))]

    def some(self, of: Sequence[T], most: int = 3) -> list[T]:
        """A few of these, in their order, each once; often none."""
        count = min(self.randrange(most + 1), len(of))
        return [of[place] for place in sorted(self.sample(range(len(of)), count))]

    def few(self, most: int = 6) -> int:
        """A small number, from 0; small ones more often."""
        return min(self.randrange(most + 1), self.randrange(most + 1))


def chance_of(seed: str, number: int) -> Chance:
    """The chance of the case of that number; it does not depend on the cases before it."""
    return Chance(f"{seed}/{number}")
