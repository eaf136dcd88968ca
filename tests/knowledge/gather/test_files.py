"""Files, folders and mailboxes."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from beffroi.errors import InputError
from beffroi.knowledge.gather import gather


def test_a_folder_gives_every_file_or_says_why_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La piscine ouvre à 9 h.")
    (tmp_path / "sous").mkdir()
    (tmp_path / "sous" / "b.md.txt").write_text("# Cantine\n\nLe repas coûte 3 €.")
    (tmp_path / "c.jsonl").write_text('{"id": "x", "titre": "X", "texte": "Un texte."}\n')
    (tmp_path / ".caché").write_text("non")
    (tmp_path / "image.bin").write_bytes(bytes(range(256)))
    found = gather(str(tmp_path), collection="c")
    assert found.met == 4
    assert {d.source.id.rpartition("/")[2] for d in found.documents} == {"a.txt", "b.md.txt", "x"}
    assert len(found.refused) == 1 and found.refused[0].reason


def test_a_mailbox_gives_one_document_a_message(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "courrier.mbox")
    for number in (1, 2, 2):
        message = EmailMessage()
        message["Message-ID"] = f"<{number}@valmorin.example>"
        message["Subject"] = f"Demande {number}"
        message["Date"] = "Mon, 06 May 2024 10:00:00 +0200"
        message.set_content("Bonjour,\n\nquand ouvre la piscine ?")
        box.add(message)
    box.close()
    found = gather(str(tmp_path / "courrier.mbox"), collection="c")
    assert [d.source.id for d in found.documents] == ["1@valmorin.example", "2@valmorin.example"]
    assert found.documents[0].source.title == "Demande 1"
    assert found.met == 3 and found.refused[0].reason == "Message en double."


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="n’existe pas"):
        gather(str(tmp_path / "rien"), collection="c")
