"""What can be checked of the container files without an engine: their form and their words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml")


def test_compose_reads_and_builds_the_file_that_exists() -> None:
    compose = yaml.safe_load(Path("compose.yaml").read_text(encoding="utf-8"))
    service = compose["services"]["beffroi"]
    assert Path(service["build"], "Dockerfile").exists()
    volume, target = service["volumes"][0].split(":")
    assert volume in compose["volumes"]
    assert f"BEFFROI_HOME={target}" in Path("Dockerfile").read_text(encoding="utf-8")
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_the_dockerfile_copies_what_exists_and_is_not_root() -> None:
    text = Path("Dockerfile").read_text(encoding="utf-8")
    for words in re.findall(r"^COPY (?!--from)(.+)$", text, re.M):
        for name in words.split()[:-1]:
            assert Path(name).exists(), name
    orders = [line.split()[0] for line in text.splitlines() if re.match(r"[A-Z]+ ", line)]
    assert orders.count("FROM") == 2 and "USER" in orders and orders[-1] in ("CMD", "HEALTHCHECK")
    assert "--require-hashes" in text
