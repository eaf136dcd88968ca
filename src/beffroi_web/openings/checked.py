"""A body held to the schema of the OpenAPI document; what is wrong is said in French."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from beffroi.errors import EmptyText, InputError, TooLarge
from beffroi_web.openings.answers import body_of
from beffroi_web.openings.errors import BadCall
from beffroi_web.openings.openapi import SCHEMAS, resolved

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator


@cache
def validator(name: str) -> Validator:
    """The validator of the schema ``name`` (JSON Schema 2020-12, as OpenAPI 3.1 uses)."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(resolved(name))


def body(name: str) -> Callable[[HttpRequest], Mapping[str, Any]]:
    """Reads a body that follows the schema ``name``, absent fields given their default.

    Raises :class:`BadCall`, :class:`TooLarge` or :class:`EmptyText`.
    """

    def read(request: HttpRequest) -> Mapping[str, Any]:
        given = body_of(request)
        wrong = next(iter(sorted(validator(name).iter_errors(given), key=_rank)), None)
        if wrong is not None:
            raise _told(wrong)
        return {**_defaults(name), **given}

    return read


def _defaults(name: str) -> dict[str, Any]:
    fields = SCHEMAS[name]["properties"]
    return {field: item["default"] for field, item in fields.items() if "default" in item}


def _rank(error: ValidationError) -> tuple[int, str]:
    """The size first: what is too large needs another answer than what is badly made."""
    return (error.validator != "maxLength", str(list(error.absolute_path)))


_WORDS: dict[str, Callable[[ValidationError, str], str]] = {
    "required": lambda e, field: f"Le champ « {_missing(e)} » manque.",
    "additionalProperties": lambda e, field: f"Le champ « {_unknown(e)} » n’existe pas.",
    "enum": lambda e, field: (
        f"Le champ « {field} » vaut l’un de : {', '.join(map(str, e.validator_value))}."
    ),
    "type": lambda e, field: f"Le champ « {field} » n’est pas du bon type.",
}


def _told(error: ValidationError) -> InputError:
    field = ".".join(str(part) for part in error.absolute_path)
    if error.validator == "maxLength":
        return TooLarge(
            f"Le champ « {field} » dépasse {error.validator_value} caractères.",
            detail=error.message[:200],
        )
    if error.validator == "minLength":
        return EmptyText(f"Le champ « {field} » est vide.", next_step="Remplissez-le.")
    if not field and error.validator == "type":
        return BadCall("Le corps de la demande n’est pas un objet JSON.")
    words = _WORDS.get(str(error.validator))
    return BadCall(words(error, field) if words else None, detail=error.message[:200])


def _missing(error: ValidationError) -> str:
    return next(name for name in error.validator_value if name not in error.instance)


def _unknown(error: ValidationError) -> str:
    known = error.schema.get("properties", {})
    return next(str(name) for name in error.instance if name not in known)
