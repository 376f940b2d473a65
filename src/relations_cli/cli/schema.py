"""The JSON Schema (draft 2020-12) of a chronology, for editors and validators."""

import msgspec

from relations_cli.cli.declaring import shared_options
from relations_cli.cli.streams import write
from relations_cli.errors import ExitCode
from relations_cli.query.table import Table
from relations_cli.validation.schema import schema

TABLE = Table({}, (), ())
EXIT_CODES = (("0", "always"), ("2", "the schema could not be written"))
EXAMPLES = """\
timeline schema
timeline schema > chronology-1.schema.json
timeline schema | jq '."$defs" | keys'
"""


@shared_options
def command() -> int:
    write(msgspec.json.format(msgspec.json.encode(schema()), indent=1).decode() + "\n")
    return ExitCode.MATCHED
