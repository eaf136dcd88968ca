"""What speaks of something else is set aside with a reason; a danger never is."""

from __future__ import annotations

import pytest

from beffroi.consultation import Answer, listen
from beffroi.consultation.account import sort_rows
from consultation.said import SUBJECTS, WordEmbedder

COMMON = [text for _ in range(6) for subject in SUBJECTS.values() for text in subject]
QUESTION = "Que faut-il changer en ville ?"


def statuses(*added: str) -> list[tuple[int, str]]:
    texts = [*COMMON, *added]
    answers = [Answer(row=i, text=text) for i, text in enumerate(texts, start=1)]
    result = listen(answers, question=QUESTION, embedder=WordEmbedder())
    assert sum(result.accounting.values()) == len(texts)
    assert result.accounting["hors_sujet"] == sum(
        "parlent les autres" in r for r in result.reasons.values()
    )
    return [(row, reason) for row, reason in result.reasons.items() if row > len(COMMON)]


def test_a_recipe_is_off_topic_and_counted() -> None:
    ((_, reason),) = statuses("Le kiwi mûr contient beaucoup de vitamines")
    assert "ni de la question" in reason


@pytest.mark.parametrize(
    "text",
    [
        "un arbre sur la piste cyclable",
        "Lampadaire tombé rue Haute, danger immense",  # a danger
        "Chauves-souris",  # too short to be judged
        "Gribouille dort paisiblement. Martine tricote longuement. Odile fredonne gaiement. "
        "Firmin jardine souvent. Babette cuisine parfois.",  # five ideas
    ],
)
def test_what_may_be_an_idea_is_kept(text: str) -> None:
    assert statuses(text) == []


def test_few_answers_are_not_judged() -> None:
    answers = [
        Answer(row=i, text=text)
        for i, text in enumerate([*COMMON[:20], "Vive le kiwi bien mûr"], start=1)
    ]
    assert listen(answers, question=QUESTION, embedder=WordEmbedder()).accounting["hors_sujet"] == 0


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Gagnez 500 euros par jour, cliquez ici", "hors_sujet"),
        ("Je vends une commode en très bon état", "hors_sujet"),
        ("Bonjour, merci pour votre travail", "sans_reponse"),
        ("Merci de rouvrir la gare", "analysee"),
        ("Les soldes font venir du monde au centre-ville", "analysee"),
    ],
)
def test_small_ads_and_courtesy(text: str, status: str) -> None:
    assert sort_rows([Answer(row=1, text=text)])[0].status == status
