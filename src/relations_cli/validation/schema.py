"""The JSON Schema (draft 2020-12) of a chronology, made from the model."""

from typing import Any

import msgspec

from relations_cli.model.facts import Chronology
from relations_cli.validation.meaning import LONGEST_QUOTE

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema: what structure a chronology has. What its dates and references say is ``validate``'s to check."""
    (made,), definitions = msgspec.json.schema_components((Chronology,), ref_template="#/$defs/{name}")
    # A bound in the model's type would stop every reader at a long quote, where validate names it.
    text, _ = definitions["Claim"]["properties"]["quote"]["anyOf"]
    text["maxLength"] = LONGEST_QUOTE
    return {"$schema": _DIALECT, "title": "A chronology", **made, "$defs": definitions}
