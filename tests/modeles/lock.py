"""``python -m modeles.lock``: write the fingerprints of the modèles that ship."""

from __future__ import annotations

import json

from modeles.test_shipped import LOCK, MODELES, locked

if __name__ == "__main__":
    found = {name: locked(modele) for name, modele in MODELES.items()}
    LOCK.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
