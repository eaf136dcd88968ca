"""What may be shown of an answer: its exact words, personal data hidden."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from beffroi.privacy import Kind, detect

HIDDEN: Mapping[Kind, str] = {
    "person": "nom",
    "address": "adresse",
    "phone": "téléphone",
    "email": "courriel",
    "birth_date": "date de naissance",
    "plate": "plaque",
}


@lru_cache(maxsize=20_000)
def shown(text: str) -> str:
    """``text`` with each personal datum replaced by « [… masqué] »; nothing else changes."""
    parts, at = [], 0
    for mention in detect(text):
        parts += [text[at : mention.start], f"[{HIDDEN.get(mention.kind, 'identifiant')} masqué]"]
        at = mention.end
    return "".join([*parts, text[at:]])
