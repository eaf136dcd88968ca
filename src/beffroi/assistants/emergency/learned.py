"""The second line of the alarm: what no rule foresaw, by nearness of meaning to known cries.

Weights over the sentence encoder of this machine (no language model), learned by
``evals/assistants/train_alarm.py`` on phrases written for it. It only adds alarms to the rules.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np

from beffroi.embedding.types import Embedder

WEIGHTS = Path(__file__).with_name("poids.npz")
#: Likelihood from which it alarms; higher when the question is about paper,
#: higher still about a form to obtain (``urgence_sujet.txt``).
ENOUGH, ENOUGH_ON_PAPER, ENOUGH_ON_A_FORM = 0.5, 0.85, 0.95
#: Likelihood from which no document can make it doubt.
SURE = 0.85
#: Longer questions tell many things: the rules read them, the encoder would blur them.
LONGEST = 400


def likelihood(question: str, embedder: Embedder) -> float:
    """How near ``question`` is to the cries that were learned, 0 to 1."""
    if len(question) > LONGEST:
        return 0.0
    weights = _weights()
    vector = embedder.embed([question])[0]
    if vector.shape[0] + 1 != weights.shape[0]:  # another encoder: these weights mean nothing to it
        return 0.0
    score = float(vector @ weights[:-1] + weights[-1])
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    with np.load(WEIGHTS) as held:
        weights: np.ndarray[tuple[int], np.dtype[np.float32]] = held["poids"]
    return weights
