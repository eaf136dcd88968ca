"""``python -m assistants.lock``: write the fingerprints of the assistants that ship."""

from __future__ import annotations

import json

from assistants.test_shipped_assistants import ASSISTANTS, LOCK, locked

if __name__ == "__main__":
    found = {name: locked(assistant) for name, assistant in ASSISTANTS.items()}
    LOCK.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
