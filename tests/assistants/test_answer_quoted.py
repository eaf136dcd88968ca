"""Without a model: the passages that answer, word for word, or « je ne trouve pas »."""

from __future__ import annotations

import pytest

from assistants.sources import CANTINE, index, last
from beffroi.assistants import Assistant, Contact, Passages, Piece, Turn, answer
from beffroi.assistants.follow import completed
from beffroi.errors import EmptyText

ACCUEIL = Assistant(
    name="accueil",
    title="Accueil",
    version=1,
    purpose="Répondre.",
    instruction="Vous répondez.",
    contact=Contact(office="l’accueil de la mairie", telephone="01 99 00 12 00"),
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Quel est le prix d’un repas à la cantine ?", "1 euro pour un quotient familial"),
        ("Avant quelle date inscrire mon fils au restaurant scolaire ?", "avant le 15 août"),
        ("Jusqu’à quand annuler un repas ?", "l’avant-veille ouvrée à 10 h"),
        ("Quelles pièces pour l’inscription au restaurant ?", "une attestation d’assurance"),
    ],
)
def test_the_passage_that_answers_is_quoted(question: str, words: str) -> None:
    got = last(answer(question, index=index(), assistant=ACCUEIL))
    assert got.status == "repondu"
    assert words in got.text
    assert words in got.citations[0].text


def test_every_citation_is_the_exact_substring_at_its_place() -> None:
    got = last(answer("Combien coûte un repas au restaurant scolaire ?", index=index()))
    for cited in got.citations:
        source = index().source(cited.document_id)
        assert source is not None
        assert cited.span.of(source.text) == cited.text
    for sentence in got.sentences:
        assert sentence.quoted
        assert sentence.text in got.citations[sentence.cites[0]].text


def test_passages_come_first_and_pieces_before_the_answer() -> None:
    events = list(answer("Quel est le prix du repas ?", index=index()))
    assert isinstance(events[0], Passages)
    assert all(isinstance(event, Piece) for event in events[1:-1])
    assert last(events).sentences == tuple(
        event.sentence for event in events if isinstance(event, Piece)
    )


def test_nothing_found_says_so_with_the_office() -> None:
    got = last(answer("Quelle est la hauteur du mont Ventoux ?", index=index(), assistant=ACCUEIL))
    assert got.status == "pas_trouve"
    assert got.citations == ()
    assert "Je ne trouve pas la réponse dans vos documents." in got.text
    assert "l’accueil de la mairie (01 99 00 12 00)" in got.text


def test_collections_of_the_person_and_of_the_assistant_both_narrow() -> None:
    asked = "Quel est le prix de l’entrée de la piscine ?"
    assert last(answer(asked, index=index())).status == "repondu"
    none = answer(asked, index=index(), collections=frozenset({"documents"}))
    assert last(none).status == "pas_trouve"
    school = Assistant(
        name="ecole",
        title="École",
        version=1,
        purpose="x",
        instruction="x",
        collections=("documents",),
    )
    assert last(answer(asked, index=index(), assistant=school)).status == "pas_trouve"


def test_a_blank_question_is_refused_before_any_event() -> None:
    with pytest.raises(EmptyText):
        answer("  \n", index=index())


@pytest.mark.parametrize(
    ("question", "leans"),
    [
        ("Et pour un mineur ?", True),
        ("Combien ?", True),
        ("Et si mon enfant est malade ?", True),
        ("Ça coûte combien ?", True),
        ("Quels documents faut-il pour renouveler une carte d’identité perdue ?", False),
    ],
)
def test_a_question_that_leans_is_completed(question: str, leans: bool) -> None:
    before = [Turn(question="Comment inscrire mon fils à la cantine ?", answer="…")]
    expected = f"{before[0].question} {question}" if leans else question
    assert completed(question, before) == expected


def test_the_completed_question_is_what_is_searched() -> None:
    own = index()
    history = [Turn(question="Quel est le prix du repas au restaurant scolaire ?", answer="…")]
    got = last(answer("Et pour l’annuler ?", index=own, history=history))
    assert own.searched == [
        "Quel est le prix du repas au restaurant scolaire ? Et pour l’annuler ?"
    ]
    assert got.question == "Et pour l’annuler ?"
    assert CANTINE.id in {cited.document_id for cited in got.citations}
