"""Who reads the journal, and in which form."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.test import Client

from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.journal import actions as journal
from beffroi_web.journal.actions import faults_of_witness, head_of
from beffroi_web.journal.export import _inert


def test_the_dpo_reads_filters_and_verifies(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    for number in range(60):
        journal.write(collectivite, None, "brouillon.cree", f"brouillon:{number}")
    client = signed_in(collectivite, Role.DPO)
    page = client.get("/journal/").content.decode()
    assert "brouillon:59" in page and "brouillon:1<" not in page and "Page 1 sur 2" in page
    assert "brouillon" not in client.get("/journal/?acte=compte.connexion").content.decode().split(
        "<tbody>"
    )[1].split("</tbody>")[0].replace("Brouillon", "")
    assert "telles qu’elles ont été écrites" in client.get("/journal/verifier/").content.decode()


@pytest.mark.parametrize("role", [Role.AGENT, Role.VALIDATEUR, Role.REFERENT, Role.ELU])
def test_the_others_do_not(
    role: str, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, role)
    for address in ("/journal/", "/journal/verifier/", "/journal/journal.csv"):
        assert client.get(address).status_code == 403


def test_exports_hold_every_line_and_themselves(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    journal.write(collectivite, None, "collectivite.creee", "", {"a": "é;\"'"})
    client = signed_in(collectivite, Role.DPO)
    answer = client.get("/journal/journal.json")
    lines = json.loads(answer.getvalue())
    assert [line["numero"] for line in lines] == list(range(1, len(lines) + 1))
    assert lines[-1]["acte"] == "journal.exporte"
    text = client.get("/journal/journal.csv").getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert rows[0]["empreinte"] == lines[0]["empreinte"]
    assert rows[0]["precisions"] == '{"a":"é;\\"\'"}'


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-1", "@x", "\t=1"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert _inert(cell) == f"'{cell}"


def test_a_note_in_a_drawer_is_still_in_the_chain(collectivite: Collectivite) -> None:
    journal.write(collectivite, None, "collectivite.creee")
    head = head_of(collectivite)
    journal.write(collectivite, None, "collectivite.reglee")
    assert faults_of_witness(collectivite, f"1:{head.hash}") == []
    assert faults_of_witness(collectivite, f"1:{'0' * 64}") != []
    assert faults_of_witness(collectivite, f"9:{head.hash}") != []
    assert faults_of_witness(collectivite, "n’importe quoi") != []
