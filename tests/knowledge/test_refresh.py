"""What changed in a place, and what should be looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from beffroi.embedding.scripted import ScriptedEmbedder
from beffroi.knowledge import EmbeddedIndex, Source
from beffroi.knowledge.refresh import refresh, refresh_all
from beffroi.knowledge.remarks import remarks
from knowledge.sheets import index_of


@pytest.fixture
def index(tmp_path: Path) -> EmbeddedIndex:
    return EmbeddedIndex(tmp_path / "index", embedder=ScriptedEmbedder(), width=64)


def test_refreshing_tells_each_document_once(index: EmbeddedIndex, tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"Le règlement {name} vaut pour le gymnase.")
    assert refresh(index, str(folder), collection="r").counts == {"ajoute": 3}
    assert refresh(index, str(folder), collection="r").counts == {"inchange": 3}
    (folder / "a.txt").write_text("Le règlement a vaut pour la piscine.")
    (folder / "b.txt").unlink()
    (folder / "d.txt").write_text("Nouveau règlement.")
    (folder / "c.txt").write_bytes(b"")
    (done,) = refresh_all(index)
    assert done.counts == {"change": 1, "retire": 1, "ajoute": 1, "refuse": 1}
    assert {Path(kept.id).name for kept in index.kept()} == {"a.txt", "c.txt", "d.txt"}
    assert all(change.reason for change in done.changes)
    assert index.search("piscine").hits[0].source.id.endswith("a.txt")


def test_a_place_that_is_gone_takes_its_documents_with_it(
    index: EmbeddedIndex, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le marché a lieu le samedi.")
    refresh(index, str(path), collection="m")
    path.unlink()
    (done,) = refresh_all(index)
    assert done.counts == {"retire": 1}
    assert index.kept() == [] and index.roots() == []


def test_a_collection_that_changes_is_said(index: EmbeddedIndex, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le marché a lieu le samedi.")
    refresh(index, str(path), collection="m")
    done = refresh(index, str(path), collection="autre")
    assert done.changes[0].reason == "La collection a changé."
    assert index.search("marché", collections=frozenset({"autre"})).hits


def kinds(tmp_path: Path, *sources: Source) -> dict[str, tuple[str, ...]]:
    index = index_of(tmp_path / "i", *sources)
    return {r.kind: r.ids for r in remarks(index, today=date(2026, 11, 22))}


POOL = Source(id="a", title="Tarifs de la piscine 2023", text="L’entrée de la piscine coûte 4 €.")


def test_an_old_document_is_said(tmp_path: Path) -> None:
    assert kinds(tmp_path, replace(POOL, date=date(2019, 1, 1)))["ancien"] == ("a",)
    assert not kinds(tmp_path / "2", replace(POOL, date=date(2025, 1, 1)))


def test_an_earlier_version_is_said(tmp_path: Path) -> None:
    later = Source(id="b", title="Tarifs de la piscine 2024", text="Voir l’accueil.")
    assert kinds(tmp_path, POOL, later) == {"version": ("a", "b")}


def test_a_repealed_order_is_said(tmp_path: Path) -> None:
    first = Source(id="a", title="Arrêté n° 2019-12 sur le bruit", text="Le bruit est interdit.")
    second = Source(
        id="b", title="Arrêté n° 2024-03", text="L’arrêté municipal n° 2019-12 est abrogé."
    )
    assert kinds(tmp_path, first, second) == {"abroge": ("a", "b")}


def test_two_figures_for_one_thing_are_said(tmp_path: Path) -> None:
    other = Source(id="b", title="Piscine", text="L’entrée de la piscine coûte 5 €.")
    same = Source(id="c", title="Piscine d’été", text="L’entrée de la piscine coûte 4 €.")
    museum = Source(id="d", title="Musée", text="L’entrée du musée coûte 6 €.")
    assert kinds(tmp_path, POOL, other, museum)["contradiction"] == ("a", "b")
    assert "contradiction" not in kinds(tmp_path / "2", POOL, same, museum)
