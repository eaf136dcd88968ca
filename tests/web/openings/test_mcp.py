"""``beffroi mcp``, asked by the real client of the SDK through the standard input."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import pytest

from beffroi_web.openings import actions
from web_served import served

Make = Callable[..., actions.Made]
SOURCES = str(Path(__file__).parents[3] / "src")
SOURCE = "La rue est fermée du 7 au 10 avril, sauf pour les riverains."


def ask(address: str, secret: str, calls: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """The tools that the client sees, and what each call gives: (failed, text, structure)."""
    from mcp import Client
    from mcp.client.stdio import StdioServerParameters

    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "beffroi", "mcp"],
        env={"PYTHONPATH": SOURCES, "BEFFROI_ADRESSE": address, "BEFFROI_CLE": secret},
    )

    async def talk() -> dict[str, Any]:
        async with Client(started, read_timeout_seconds=120) as client:
            tools = (await client.list_tools()).tools
            answers = []
            for name, arguments in calls:
                result: Any = await client.call_tool(name, arguments)
                text = " ".join(getattr(part, "text", "") for part in result.content)
                answers.append((result.is_error, text, result.structured_content))
            return {"tools": tools, "answers": answers}

    return anyio.run(talk)


def test_a_program_lists_verifies_drafts_and_masks(transactional_db: None, key: Make) -> None:
    calls = [
        ("lister_les_modeles", {}),
        ("verifier_une_reecriture", {"source": SOURCE, "reecriture": "La rue est fermée."}),
        (
            "ecrire_un_brouillon",
            {
                "modele": "langage-clair",
                "champs": {"texte": SOURCE},
                "sans_modele_de_langage": True,
            },
        ),
        ("masquer_les_donnees_personnelles", {"texte": "Écrire à Mme Jeanne Dupontel."}),
        ("ecrire_un_brouillon", {"modele": "inconnu", "champs": {}}),
        ("chercher_dans_les_documents", {"question": "piscine"}),
        ("poser_une_question", {"question": "piscine", "sans_modele_de_langage": True}),
    ]
    with served() as address:
        found = ask(address, key().secret, calls)
    assert all(tool.annotations.read_only_hint for tool in found["tools"])
    listed, verified, drafted, masked, unknown, searched, asked = found["answers"]
    assert "langage-clair" in {row["name"] for row in listed[2]["modeles"]}
    assert verified[2]["verdict"] != "fidele"
    assert drafted[2]["state"] == "brouillon" and "avril" in drafted[2]["text"]
    assert "Dupontel" not in masked[1] and "[FEMME_1]" in masked[1]
    assert searched[2]["passages"] == [] and asked[2]["status"] == "pas_trouve"
    assert unknown[0] and "Aucun modèle ne s’appelle" in unknown[1]


def test_the_rights_are_those_of_the_key(transactional_db: None, key: Make) -> None:
    with served() as address:
        found = ask(address, key(scopes=["verifier"]).secret, [("lister_les_modeles", {})])
    assert found["answers"][0][0] and "Cette clé n’ouvre pas" in found["answers"][0][1]


def test_a_site_that_is_away_is_said(key: Make, db: None) -> None:
    found = ask("http://127.0.0.1:9", key().secret, [("lister_les_modeles", {})])
    assert found["answers"][0][0] and "pas joignable" in found["answers"][0][1]


@pytest.mark.parametrize("module", ["beffroi.cli.mcp", "beffroi_web.openings.urls"])
def test_the_sdk_is_loaded_only_where_it_serves(module: str) -> None:
    code = (
        "import os, sys, tempfile; os.environ['BEFFROI_HOME'] = tempfile.mkdtemp();"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'beffroi_web.settings';"
        f"import django; django.setup(); import {module}; print('mcp' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": SOURCES, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "False"
