"""Answers that say little and an encoder that knows words only: for the tests of this room."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.terms import stems

SUBJECTS = {
    "velo": [
        "des pistes cyclables continues",
        "une piste cyclable jusqu’à la gare",
        "vélo protégé",
    ],
    "bus": ["plus de bus le soir", "des bus le dimanche", "le bus devrait passer plus souvent"],
    "arbres": ["planter des arbres sur la place", "plus d’arbres et d’ombre", "des arbres partout"],
    "parking": ["garder le parking du marché", "supprimer le parking du marché", "parking gratuit"],
}


class WordEmbedder:
    """A stand-in for the encoder: the same words give near vectors."""

    name = "mots"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for i, text in enumerate(texts):
            for word in stems(text):
                rows[i, int(hashlib.sha256(word.encode()).hexdigest(), 16) % 64] += 1
            rows[i, 0] += 0.01
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


LETTER = (
    "Nous refusons le projet de rocade qui détruira les jardins familiaux et les haies du bourg."
)
EXTRA = [
    "nsp",
    "",
    LETTER,
    LETTER.replace("refusons", "refusons tous"),
    "The buses are late and the roads are not safe for children in this town",
    "Mon fils a failli se faire renverser devant l’école Jules-Ferry, rue du Four",
    "Appelez-moi au 06 12 34 56 78 pour parler du parking du marché",
]
