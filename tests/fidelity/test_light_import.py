"""Importing the check reads neither the lexicon nor the grammar: an idle server stays small."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import beffroi.fidelity
from beffroi.french.lexicon import lexicon
print(lexicon.cache_info().currsize, "spacy" in sys.modules)
"""


def test_the_lexicon_waits_for_the_first_comparison() -> None:
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["0", "False"]
