"""The commands of the operator, as a terminal runs them, on an instance of their own."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from web.serving.test_supervisor import environment


def _run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "beffroi", *words],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )


def test_from_nothing_to_a_restored_instance(tmp_path: Path) -> None:
    """Authority, first account, journal, backup, loss, restoration."""
    home, archive = tmp_path / "instance", tmp_path / "copie.tar.gz"
    made = _run(home, "admin", "creer-collectivite", "Commune de Valmont", "--siren", "210000015")
    assert made.returncode == 0, made.stderr
    again = _run(home, "admin", "creer-collectivite", "commune de valmont")
    assert again.returncode == 3 and "déjà pris" in again.stderr
    invited = _run(
        home,
        *("admin", "creer-compte", "a@exemple.fr", "Anne", "--collectivite", "Commune de Valmont"),
        *("--role", "administrateur", "--adresse", "https://beffroi.exemple.fr"),
    )
    assert re.search(r"https://beffroi\.exemple\.fr/compte/invitation/[\w-]{40,}/", invited.stdout)

    good = _run(home, "journal", "verifier")
    assert good.returncode == 0 and "2 lignes" in good.stdout and "est entier" in good.stdout
    saved = _run(home, "sauvegarde", str(archive))
    assert saved.returncode == 0, saved.stderr

    with sqlite3.connect(home / "beffroi.sqlite3") as base:
        base.execute("DROP TRIGGER journal_no_delete")
        base.execute("DELETE FROM journal_entry WHERE number = 2")
    bad = _run(home, "journal", "verifier")
    assert bad.returncode == 1 and "a été altéré" in bad.stdout

    refused = _run(home, "restauration", str(archive))
    assert refused.returncode == 3 and "--remplacer" in refused.stderr
    assert _run(home, "restauration", str(archive), "--remplacer").returncode == 0
    assert _run(home, "journal", "verifier").returncode == 0
    assert list(home.glob("avant-restauration-*/beffroi.sqlite3"))


def test_an_unknown_authority_is_said(tmp_path: Path) -> None:
    _run(tmp_path, "admin", "creer-collectivite", "Ici")
    answer = _run(tmp_path, "journal", "verifier", "--collectivite", "Ailleurs")
    assert answer.returncode == 3 and "Connues : Ici" in answer.stderr
