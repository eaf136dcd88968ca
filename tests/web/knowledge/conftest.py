"""A collection of documents, indexed for real with an encoder that costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi.embedding.scripted import WIDTH, ScriptedEmbedder
from beffroi.knowledge.index import EmbeddedIndex
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge import index
from beffroi_web.knowledge.models import Collection, Document

CANTINE = (
    "## Tarifs\n\nLe repas de la cantine coûte 4 euros et 20 centimes pour les familles du "
    "village.\n\n## Inscription\n\nL’inscription à la cantine se fait en mairie avant le 15 juin."
)
PISCINE = "La piscine municipale ouvre à 9 heures du mardi au dimanche. Elle ferme en août."


@pytest.fixture(autouse=True)
def own_index(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Each test has its own folder; the encoder shares out words."""
    settings.MEDIA_ROOT = tmp_path / "depots"
    opened: dict[int, EmbeddedIndex] = {}

    def of(collectivite: Collectivite) -> EmbeddedIndex:
        folder = tmp_path / f"index-{collectivite.pk}"
        return opened.setdefault(
            collectivite.pk, EmbeddedIndex(folder, embedder=ScriptedEmbedder(), width=WIDTH)
        )

    monkeypatch.setattr(index, "of", of)
    yield


@dataclass
class Shelf:
    """A browser and the collection that its person keeps."""

    client: Client
    collectivite: Collectivite
    row: Collection

    def give(self, *files: tuple[str, str | bytes]) -> Any:
        """Drop files and read them."""
        uploads = [
            SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
            for name, text in files
        ]
        answer = self.client.post(f"/documents/{self.row.pk}/deposer/", {"fichiers": uploads})
        run_waiting()
        return answer

    def paste(self, title: str, text: str, date: str = "") -> Document:
        address = f"/documents/{self.row.pk}/coller/"
        answer = self.client.post(address, {"titre": title, "texte": text, "date": date})
        assert answer.status_code == 302, answer.content.decode()
        run_waiting()
        return self.document(title)

    def document(self, title: str) -> Document:
        return Document.objects.for_(self.collectivite).get(title=title)

    def page(self, address: str) -> str:
        text = self.client.get(address).content.decode()
        return text.replace("\u00a0", " ").replace("\u202f", " ")

    def search(self, question: str) -> str:
        return self.page(f"/documents/?q={question}")


def collection(
    client: Client, collectivite: Collectivite, name: str = "Vie scolaire", readers: str = "maison"
) -> Collection:
    answer = client.post(
        "/documents/nouvelle/", {"nom": name, "description": "", "lecteurs": readers}
    )
    assert answer.status_code == 302, answer.content.decode()
    found: Collection = Collection.objects.for_(collectivite).get(name=name)
    return found


@pytest.fixture
def shelf(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Shelf:
    client = signed_in(collectivite, Role.REFERENT)
    return Shelf(client, collectivite, collection(client, collectivite))
