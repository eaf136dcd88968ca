"""Answers that must follow a JSON schema. The schema is enforced twice: by the engine that writes
(grammar or ``response_format``), and here, because a promise of an engine is not a proof."""

from __future__ import annotations

import json

from beffroi.errors import InvalidAnswer
from beffroi.llm.types import JsonSchema


def validated(text: str, schema: JsonSchema) -> str:
    """``text`` itself when it is JSON that follows ``schema``; raises ``InvalidAnswer`` if not."""
    from jsonschema import Draft202012Validator

    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidAnswer(detail=f"not JSON ({error}): {text[:200]!r}") from error
    problem = next(Draft202012Validator(schema).iter_errors(value), None)
    if problem is not None:
        raise InvalidAnswer(detail=f"{problem.json_path}: {problem.message}")
    return text
