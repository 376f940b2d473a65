"""The JSON Schema (draft 2020-12) of a chronology, made from the model."""

from typing import Any

import msgspec

from relations_cli.model.facts import Chronology

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema: what structure a chronology has. What its dates and references say is ``validate``'s to check."""
    (made,), definitions = msgspec.json.schema_components((Chronology,), ref_template="#/$defs/{name}")
    return {"$schema": _DIALECT, "title": "A chronology", **made, "$defs": definitions}
