"""Audience, tone and length act: in what is asked, without a model, in the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beffroi.drafting import Done, Draft, Request, from_files, run, shipped_modeles, to_files
from beffroi.drafting.ask import prefix, whole_messages
from beffroi.drafting.checks import check_all
from beffroi.drafting.checks.limits import count_words
from beffroi.drafting.context import check_context
from beffroi.drafting.inputs import complete
from beffroi.drafting.shorten import shorten
from beffroi.errors import BadModele, UnknownName
from beffroi.findings import CheckContext, Finding, Span
from drafting.acts import COUNCIL, TRAFFIC

MODELES = shipped_modeles()
CHOICES = [
    (modele.name, field.name, choice.value)
    for modele in MODELES.values()
    for field in modele.fields
    for choice in field.choices
]


def drafted(name: str, text: str = TRAFFIC, **options: str) -> Draft:
    item = MODELES[name].document_field
    assert item is not None
    request = Request(modele=name, values={item.name: text}, options=options)
    events = list(run(request, model=None, modeles=MODELES))
    assert isinstance(events[-1], Done)
    return events[-1].draft


def asked(name: str, **options: str) -> str:
    item = MODELES[name].document_field
    assert item is not None
    request = Request(modele=name, values={item.name: TRAFFIC}, options=options)
    inputs = complete(request, MODELES[name])
    return whole_messages(MODELES[name], inputs, "x")[0].content + str(
        prefix(MODELES[name], inputs)[0].content
    )


@pytest.mark.parametrize("name", MODELES)
def test_every_modele_has_a_length(name: str) -> None:
    item = MODELES[name].field("longueur")
    assert item is not None
    assert [choice.value for choice in item.choices] == ["courte", "moyenne", "longue"]


@pytest.mark.parametrize(("name", "field", "value"), CHOICES)
def test_each_choice_acts(name: str, field: str, value: str) -> None:
    """In what is asked of a model, or in what is given without one."""
    item = MODELES[name].field(field)
    assert item is not None
    if value != item.default:
        assert asked(name, **{field: value}) != asked(name) or (
            drafted(name, **{field: value}).text != drafted(name).text
        )


@pytest.mark.parametrize(("name", "field", "value"), CHOICES)
def test_what_was_chosen_is_in_the_provenance(name: str, field: str, value: str) -> None:
    text = "Le parc est fermé le 3 mai 2026. Il faut appeler le 02 41 00 12 34."
    assert drafted(name, text, **{field: value}).provenance.options[field] == value


def test_a_short_version_loses_nothing_that_binds_and_says_what_it_leaves() -> None:
    draft = drafted("langage-clair", longueur="courte")
    whole = drafted("langage-clair")
    assert len(draft.text.split()) < len(whole.text.split())
    for fact in ("7 avril 2026", "17 h", "rue du Four", "secours", "fourrière", "deux mois"):
        assert fact in draft.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Pourquoi" not in draft.text
    assert any("travaux de réfection" in notice for notice in draft.notices)
    assert not [f for f in draft.findings if f.severity != "information"]


def test_when_nothing_may_be_left_out_it_is_said() -> None:
    draft = drafted("langage-clair", "Le parc est fermé le 3 mai 2026.", longueur="courte")
    assert "Rien n’a pu être laissé de côté" in draft.notices[0]


@pytest.mark.parametrize("text", [TRAFFIC, COUNCIL])
@settings(max_examples=15, deadline=None)
@given(cut=st.integers(0, 2000))
def test_shortening_keeps_offsets_and_accounts_for_every_word(text: str, cut: int) -> None:
    text = text[:cut]
    for keeping in ("sans_motifs", "essentiel"):
        short = shorten(text, keeping)  # type: ignore[arg-type]
        assert len(short.text) == len(text)
        pairs = zip(short.text, text, strict=True)
        assert all(mine == theirs or mine == " " for mine, theirs in pairs)
        left = sum(len(words.split()) for words in short.left)
        assert len(short.text.split()) + left == len(text.split())


def test_what_the_comparison_would_miss_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    from beffroi.drafting import shorten as module

    alone = shorten(TRAFFIC, "sans_motifs")
    assert len(alone.left) == 1
    place = TRAFFIC.index("Considérant")
    miss = Finding(
        type="recours.omission",
        severity="a_verifier",
        title="",
        message="",
        source=Span(start=place, end=place + 3),
    )

    def missing(source: str, draft: str, context: CheckContext) -> list[Finding]:
        return [miss] if source != draft else []

    monkeypatch.setattr(module, "check_facts", missing)
    assert shorten(TRAFFIC, "sans_motifs").left == ()


def test_a_draft_over_the_length_that_was_asked_is_a_finding() -> None:
    modele = MODELES["langage-clair"]
    request = Request(modele=modele.name, values={"texte": TRAFFIC}, options={"longueur": "courte"})
    context = check_context(modele, complete(request, modele), request)
    found = check_all(TRAFFIC, TRAFFIC * 2, context)
    over = next(f for f in found if f.type == "longueur.depassee")
    assert over.severity == "a_verifier"
    assert context.max_words == count_words(TRAFFIC) * 120 // 100


@pytest.mark.parametrize(
    ("ton", "draft", "type_"),
    [
        ("neutre", "Vous devez payer.", "ton.adresse_directe"),
        ("direct", "Vous devez payer.", None),
    ],
)
def test_the_tone_is_checked(ton: str, draft: str, type_: str | None) -> None:
    modele = MODELES["langage-clair"]
    source = "Les usagers doivent payer."
    request = Request(modele=modele.name, values={"texte": source}, options={"ton": ton})
    context = check_context(modele, complete(request, modele), request)
    types = {f.type for f in check_all(source, draft, context) if f.type.startswith("ton.")}
    assert types == ({type_} if type_ else set())


def test_forbidden_things_of_a_modele_are_looked_for() -> None:
    modele = MODELES["publication"]
    source = "La fête aura lieu le 3 mai 2026. Programme : www.fete.example."
    request = Request(modele=modele.name, values={"texte": source})
    context = check_context(modele, complete(request, modele), request)
    draft = "Tu viens le 3 mai 2026 ? www.fete.example et https://autre.example/x."
    types = {f.type for f in check_all(source, draft, context)}
    assert {"ton.tutoiement", "ton.lien_absent_de_la_source"} <= types
    assert not any(
        t.startswith("ton.") for t in {f.type for f in check_all(source, source, context)}
    )


def test_the_audience_changes_the_sheet_and_its_glossary_is_no_invention() -> None:
    draft = drafted("langage-clair", public="enfant")
    assert "Que dois-tu faire" in draft.text
    assert "Les mots à connaître" in draft.text
    assert not [f for f in draft.findings if f.severity != "information"]
    help_first = drafted("langage-clair", public="personne-agee").text
    assert help_first.index("Qui peut vous aider") < help_first.index("Quand")


def test_a_definition_changed_by_hand_is_checked_again() -> None:
    draft = drafted("langage-clair", public="enfant")
    changed = draft.text.replace("fourrière :", "fourrière : amende de 500 €,")
    changed = changed.replace("fourrière\u00a0:", "fourrière : amende de 500 €,")
    assert changed != draft.text
    modele = MODELES["langage-clair"]
    request = Request(modele=modele.name, values={"texte": TRAFFIC}, options={"public": "enfant"})
    context = check_context(modele, complete(request, modele), request)
    assert any("ajout" in f.type for f in check_all(TRAFFIC, changed, context))


@pytest.mark.parametrize(
    ("given_", "value"),
    [("court", "courte"), ("Courte", "courte"), ("complète", "longue"), ("long", "longue")],
)
def test_a_choice_may_be_said_as_people_say_it(given_: str, value: str) -> None:
    assert drafted("langage-clair", longueur=given_).provenance.options["longueur"] == value


@pytest.mark.parametrize("word", ["lycéen", "Lycéens", "un lycéen", "LYCEEN"])
def test_so_may_an_audience(word: str) -> None:
    assert drafted("langage-clair", public=word).provenance.options["public"] == "lyceen"


@pytest.mark.parametrize("word", ["p", "xyz", "cou rte"])
def test_what_is_no_choice_is_refused_with_those_that_are(word: str) -> None:
    with pytest.raises(UnknownName) as caught:
        drafted("langage-clair", longueur=word)
    assert "courte, moyenne, longue" in caught.value.sentence


def test_silent_choices_leave_no_hole_in_what_is_asked() -> None:
    for name in MODELES:
        words = asked(name)
        assert "\n\n\n" not in words and "  " not in words and " \n" not in words
    assert "enfant de dix ans" in asked("langage-clair", public="enfant")
    assert "moins de mots possible" in asked("langage-clair", longueur="courte")
    assert "306" in asked("sms-alerte", longueur="moyenne")


def test_a_choice_survives_its_folder() -> None:
    for modele in MODELES.values():
        assert from_files(to_files(modele)) == modele


def test_an_unknown_trait_is_refused() -> None:
    files = dict(to_files(MODELES["langage-clair"]))
    files["modele.md"] = files["modele.md"].replace('fiche = ["neutre"]', 'fiche = ["joli"]')
    with pytest.raises(BadModele) as caught:
        from_files(files)
    assert "joli" in caught.value.sentence
