"""The chronology of which the tests of the query layer ask."""

import pytest

from relations_cli.model.facts import Chronology
from relations_cli.readers.loading import load
from small import SMALL


@pytest.fixture(scope="session")
def small() -> Chronology:
    return load(str(SMALL))
