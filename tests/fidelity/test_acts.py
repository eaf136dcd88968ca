"""Who does what, read by grammar: the same act done by someone else."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare

OTHERS = [
    ("Le prestataire, entendu le 3 mai, s’engage à livrer la version avant juin. La directrice prend note.", "La directrice s’engage à livrer la version avant juin. Le prestataire a été entendu le 3 mai."),  # noqa: E501
    ("Plusieurs bacs ont été endommagés dans la nuit.", "Des habitants ont endommagé plusieurs bacs dans la nuit."),  # noqa: E501
]  # fmt: skip
SAME = [
    ("La demande est signée par le propriétaire ou son mandataire.", "Le propriétaire signe la demande. Son mandataire peut aussi la signer."),  # noqa: E501
    ("Le maire demande au bureau d’étude de chiffrer la variante.", "Le maire veut que le bureau d’étude chiffre la variante."),  # noqa: E501
    ("L’usager informe son assureur.", "Vous informez votre assureur."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "draft"), OTHERS)
def test_another_who_acts_is_seen(source: str, draft: str) -> None:
    found = {f.type.split(".")[0] for f in compare(source, draft) if f.severity != "information"}
    assert found & {"role", "agent"}, found


@pytest.mark.parametrize(("source", "draft"), SAME)
def test_the_same_who_acts_passes(source: str, draft: str) -> None:
    found = [f for f in compare(source, draft) if f.type in ("role.sujet", "agent.ajout")]
    assert not found
