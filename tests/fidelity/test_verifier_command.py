from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from beffroi.cli.verifier import command
from beffroi.documents import ExportFormat, Marking, write
from beffroi.errors import BadPairs


def _files(folder: Path, source: str, draft: str) -> list[str]:
    (folder / "source.txt").write_text(source, encoding="utf-8")
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    return [str(folder / "source.txt"), str(folder / "draft.txt")]


def test_two_files_as_json(tmp_path: Path) -> None:
    files = _files(tmp_path, "Délai : 2 mois.", "Délai : 3 mois.")
    result = CliRunner().invoke(command, [*files, "--json"])
    row = json.loads(result.output)
    assert result.exit_code == 1
    assert row["verdict"] == "infidele"
    assert row["findings"][0]["source_text"] == "2 mois"
    assert row["findings"][0]["draft_start"] == 8


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf"])
def test_documents_are_read(tmp_path: Path, suffix: ExportFormat) -> None:
    files = []
    for name, text in (
        ("source", "Délai : 2 mois pour agir."),
        ("draft", "Délai : 3 mois pour agir."),
    ):
        path = tmp_path / f"{name}.{suffix}"
        path.write_bytes(write(text, format=suffix, marking=Marking(visible=False)))
        files.append(str(path))
    result = CliRunner().invoke(command, files)
    assert result.exit_code == 1
    assert "2 mois" in result.output


def test_two_files_in_words(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, _files(tmp_path, "Délai : 2 mois.", "Délai : 2 mois."))
    assert result.exit_code == 0
    assert "Fidèle" in result.output


def test_pairs_keep_their_order_and_their_count(tmp_path: Path) -> None:
    pairs = [
        {"id": "a", "source": "Le 3 mai.", "rewrite": "Le 3 mai.", "kind": "sms"},
        {"id": "b", "source": "Le 3 mai.", "rewrite": "Bonjour.", "kind": "plain"},
    ]
    entry, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    entry.write_text("\n".join(json.dumps(p) for p in pairs), encoding="utf-8")
    assert CliRunner().invoke(command, ["--jsonl", str(entry), str(out)]).exit_code == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0] == {"id": "a", "verdict": "fidele", "findings": []}
    assert rows[1]["findings"][0]["draft_start"] is None
    assert set(rows[1]["findings"][0]) == {
        "type", "severity", "source_start", "source_end", "draft_start", "draft_end",
        "source_text", "draft_text", "message",
    }  # fmt: skip


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    entry = tmp_path / "in.jsonl"
    entry.write_text('{"id": "a"}\n', encoding="utf-8")
    result = CliRunner().invoke(command, ["--jsonl", str(entry), str(tmp_path / "out.jsonl")])
    assert isinstance(result.exception, BadPairs)
    assert "ligne 1" in str(result.exception)
