"""What may be shown of an answer: its exact words, personal data hidden."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context

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


#: Texts from which several processes read (a thousand take one or two seconds), and their parts.
MANY, PART = 20_000, 500


def shown_all(texts: Sequence[str]) -> Iterator[str]:
    """:func:`shown` of each text, in order; many are read by as many processes as cores."""
    if len(texts) < MANY:
        yield from map(shown, texts)
        return
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        yield from pool.map(shown, texts, chunksize=PART)
