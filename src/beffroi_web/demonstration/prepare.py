"""``python -m beffroi_web.demonstration.prepare``: database and commune, in a process that ends."""

from __future__ import annotations

from beffroi_web.serving.prepare import migrate

if __name__ == "__main__":
    migrate()
    from beffroi_web.demonstration.seed import seed

    seed()
