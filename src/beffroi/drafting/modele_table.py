"""Reading a TOML table strictly: every key is known, every value has its type, in French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from beffroi.errors import BadModele


class Table:
    """One table of a modèle file. Remembers which keys were asked for; the others are faults."""

    def __init__(self, values: Mapping[str, Any], *, origin: str) -> None:
        self._values, self._origin, self._asked = values, origin, set[str]()

    def _get(self, key: str, kind: type | tuple[type, ...], word: str) -> Any:
        self._asked.add(key)
        value = self._values.get(key)
        wrong_bool = isinstance(value, bool) and kind is not bool
        if value is not None and (wrong_bool or not isinstance(value, kind)):
            raise BadModele(f"Dans {self._origin}, « {key} » doit être {word}.")
        return value

    def text(self, key: str, *, required: bool = False, default: str = "") -> str:
        value = self._get(key, str, "un texte entre guillemets")
        if required and not (value or "").strip():
            raise BadModele(f"Dans {self._origin}, « {key} » manque ou est vide.")
        return default if value is None else str(value)

    def one_of(self, key: str, allowed: Sequence[str], *, default: str = "") -> str:
        value = self.text(key, required=not default, default=default)
        if value not in allowed:
            raise BadModele(
                f"Dans {self._origin}, « {key} » vaut « {value} ».",
                next_step=f"Choisissez : {', '.join(allowed)}.",
            )
        return value

    def number(self, key: str, *, required: bool = False) -> int | None:
        value = self._get(key, int, "un nombre entier, sans guillemets")
        if value is None and required:
            raise BadModele(f"Dans {self._origin}, « {key} » manque.")
        if value is not None and value <= 0:
            raise BadModele(f"Dans {self._origin}, « {key} » doit être plus grand que zéro.")
        return None if value is None else int(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self._get(key, bool, "true ou false, sans guillemets")
        return default if value is None else bool(value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._get(key, list, "une liste de textes") or []
        if not all(isinstance(item, str) for item in value):
            raise BadModele(f"Dans {self._origin}, « {key} » doit être une liste de textes.")
        return tuple(value)

    def mapping(self, key: str) -> dict[str, str]:
        value = self._get(key, dict, "une table") or {}
        return {str(name): str(item) for name, item in value.items()}

    def table(self, key: str) -> Table:
        value = self._get(key, dict, "une table")
        return Table(value or {}, origin=f"{self._origin}, partie « {key} »")

    def tables(self, key: str) -> list[Table]:
        value = self._get(key, list, "une suite de tables") or []
        if not all(isinstance(item, dict) for item in value):
            raise BadModele(f"Dans {self._origin}, « {key} » doit s’écrire [[{key}]].")
        place = f"{self._origin}, « {key} » n° "
        return [Table(item, origin=f"{place}{rank}") for rank, item in enumerate(value, start=1)]

    def finish(self) -> None:
        """Refuses keys that nobody asked for: a misspelt key must not pass in silence."""
        unknown = sorted(set(self._values) - self._asked)
        if unknown:
            names = ", ".join(f"« {name} »" for name in unknown)
            raise BadModele(
                f"Dans {self._origin}, Beffroi ne connaît pas {names}.",
                next_step="Corrigez l’orthographe de cette clé, ou retirez-la.",
            )


def write_toml(values: Mapping[str, Any]) -> str:
    """``values`` (texts, numbers, booleans, lists, tables, lists of tables) as TOML."""
    return "\n".join(_lines(values, "")).strip() + "\n"


def _lines(values: Mapping[str, Any], prefix: str) -> list[str]:
    plain = [f"{key} = {_scalar(item)}" for key, item in values.items() if not _is_table(item)]
    for key, item in values.items():
        if isinstance(item, Mapping):
            plain += ["", f"[{prefix}{key}]", *_lines(item, f"{prefix}{key}.")]
        elif _is_table(item):
            for row in item:
                plain += ["", f"[[{prefix}{key}]]", *_lines(row, f"{prefix}{key}.")]
    return plain


def _is_table(item: Any) -> bool:
    return isinstance(item, Mapping) or (
        isinstance(item, (list, tuple)) and bool(item) and isinstance(item[0], Mapping)
    )


def _scalar(item: Any) -> str:
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, int):
        return str(item)
    if isinstance(item, str):
        return _string(item)
    return "[" + ", ".join(_scalar(part) for part in item) + "]"


def _string(text: str) -> str:
    """A TOML basic string: quotes, backslashes and control characters are escaped."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    out = "".join(
        escapes.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c) for c in text
    )
    return f'"{out}"'
