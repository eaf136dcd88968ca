"""Questions as people write them."""

from __future__ import annotations

import pytest

from beffroi.knowledge.acronyms import acronyms
from beffroi.knowledge.lexicon import shipped, sms
from beffroi.knowledge.phonetic import said, sound
from beffroi.knowledge.spelling import Speller, slips
from beffroi.knowledge.terms import STOP_WORDS, stems, tokens
from beffroi.knowledge.understand import Reader

FORMS = {
    "carte": 40, "identite": 40, "perte": 20, "certificat": 30, "immatriculation": 8,
    "inscription": 30, "ecole": 30, "maternelle": 9, "dechets": 9, "poubelle": 4, "cantine": 5,
    "assistante": 6, "vol": 9, "pacs": 9, "demenagement": 6, "enfant": 50,
}  # fmt: skip
READER = Reader(forms=FORMS, documents=100, lexicon=shipped())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("identitee", "identite"),
        ("didentité", "identite"),
        ("lecole", "ecole"),
        ("kart", "carte"),
        ("inscripsion", "inscription"),
        ("inscirption", "inscription"),
        ("demenagemant", "demenagement"),
        ("matternelle", "maternelle"),
    ],
)
def test_a_misspelt_word_is_read_as_one_of_the_documents(written: str, read: str) -> None:
    words = READER.read(written).understood.words
    assert read in words


@pytest.mark.parametrize("word", ["trottinette", "boulangerie", "éléphant", "2024", "enfants"])
def test_a_french_word_is_never_corrected(word: str) -> None:
    assert READER.read(word).understood.corrections == ()


@pytest.mark.parametrize(
    ("question", "stem"),
    [
        ("g perdu ma carte", "pert"),
        ("où trouver une nounou ?", "assist"),
        ("carte grise", "immatricul"),
        ("on m’a piqué mon sac", "vol"),
        ("je veux me pacser", "pac"),
        ("les poubelles", "dechet"),
    ],
)
def test_other_names_are_looked_for(question: str, stem: str) -> None:
    assert any(one.startswith(stem) for one in READER.read(question).sought)


def test_a_subject_that_documents_do_not_have_is_not_known() -> None:
    concepts = READER.read("un permis pour ma trottinette").concepts
    assert not any(c.known for c in concepts if c.names[0][0] == ("trottinet",))


def test_politeness_and_question_words_say_nothing() -> None:
    words = READER.read("Bonjour, pourriez-vous me dire pour la cantine svp merci").concepts
    assert ("cantin",) in {concept.names[0][0] for concept in words}
    assert len(words) <= 2


def test_slips_counts_a_swap_as_one() -> None:
    assert slips("ecoel", "ecole") == 1
    assert slips("kart", "carte") == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("kart", "carte"), ("lojement", "logement"), ("ekol", "ecole"), ("fot", "faute")],
)
def test_words_that_sound_alike(one: str, other: str) -> None:
    assert sound(other) in {sound(one), said(one)}


def test_acronyms_explained_by_documents() -> None:
    text = (
        "Le revenu de solidarité active (RSA), la carte mobilité inclusion (CMI), la mairie (BP)."
    )
    assert dict(acronyms(text)) == {
        "RSA": "revenu de solidarité active",
        "CMI": "carte mobilité inclusion",
    }


def test_stems_meet_without_accents() -> None:
    assert stems("Les écoles ÉLÉMENTAIRES") == stems("ecole elementaire")


def test_the_telephone_table_hides_no_grammar_word() -> None:
    assert not [short for short in sms() if short in STOP_WORDS and len(short) > 1]


def test_every_other_name_says_something() -> None:
    assert all(names and all(tokens(name) for name in names) for names in shipped().names.values())
    assert len(shipped().names) > 900


def test_a_speller_without_words_reads_nothing() -> None:
    assert Speller({}).read("bonjour") == ()
