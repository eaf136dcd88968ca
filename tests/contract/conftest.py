"""The tiny real model that the contract tests run: SmolLM2-135M-Instruct.

``tools/check.py`` fetches it beforehand, by the product's own installer, into ``var/essais``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

TINY = Path("var/essais/modeles/smollm2-135m-instruct.gguf")


@pytest.fixture(scope="session")
def tiny_model() -> Path:
    path = Path(os.environ.get("BEFFROI_TEST_MODEL", TINY))
    if path.is_file():
        return path.resolve()
    message = f"le modèle d’essai manque ({path}) : lancez « make test »"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
