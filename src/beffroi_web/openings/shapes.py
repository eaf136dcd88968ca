"""What the schemas of the API are made of: limits, texts, records, lists, references."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

JSON = "application/json"
#: Characters of one text. A page holds about 3,000.
LONGEST = 300_000
LONGEST_COMPARED = 100_000
LONGEST_WRITTEN = 60_000

Schema = dict[str, Any]


def text(description: str, *, most: int = LONGEST, least: int = 0) -> Schema:
    schema: Schema = {"type": "string", "description": description, "maxLength": most}
    return {**schema, "minLength": least} if least else schema


def record(properties: Mapping[str, Schema], *, optional: tuple[str, ...] = ()) -> Schema:
    """An object whose fields are all required but for ``optional``, and no other allowed."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


NUMBER_OR_NONE: Schema = {"type": ["integer", "null"]}
STRING: Schema = {"type": "string"}
IDENTIFIER: Schema = {
    "type": ["string", "integer", "null"],
    "description": "Le vôtre ; il revient tel quel.",
}
COUNTS: Schema = {"type": "object", "additionalProperties": {"type": "integer"}}
