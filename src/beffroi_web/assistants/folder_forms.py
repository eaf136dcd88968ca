"""An assistant as a form: the same shape as its folder. Lists are written one line an item."""

from __future__ import annotations

from typing import Any, get_args

from django import forms
from django.forms import formset_factory

from beffroi.assistants.assistant import Audience
from beffroi.assistants.types import Status
from beffroi_web.llm.forms import PLACES
from beffroi_web.modeles.forms import Lines, Words
from beffroi_web.modeles.models import Sharing

AUDIENCES = {"agents": "Les agents", "habitants": "Les habitants, sur la page publique"}
STATUSES = {
    "repondu": "Il répond, avec un passage",
    "pas_trouve": "Il dit qu’il ne trouve pas",
    "hors_limites": "Il refuse, avec courtoisie",
    "urgence": "Il donne les numéros d’urgence",
}
assert set(AUDIENCES) == set(get_args(Audience)) and set(STATUSES) == set(get_args(Status))


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class WriteAssistant(forms.Form):
    """What the front matter and the instruction say. ``collections`` and ``modeles`` are the names
    that this person may choose among."""

    titre = Words(label="Titre", max_length=80)
    nom = Words(
        label="Nom court",
        max_length=60,
        help_text="En minuscules sans accent, avec des tirets : « guichet-etat-civil ».",
    )
    but = Words(label="À quoi sert-il ?", max_length=300, widget=_long(2))
    public = forms.ChoiceField(label="À qui parle-t-il ?", choices=list(AUDIENCES.items()))
    ton = Words(
        label="Son ton",
        max_length=300,
        required=False,
        help_text="« Simple et chaleureux, des phrases courtes. »",
    )
    instruction = Words(
        label="Son rôle et ses consignes",
        max_length=4000,
        widget=_long(6),
        help_text="En français, au présent. Court : le modèle de langage le relit à chaque fois.",
    )
    collections = forms.MultipleChoiceField(
        label="Ses documents",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucune case cochée : tous ceux que la personne a le droit de lire.",
    )
    modeles = forms.MultipleChoiceField(
        label="Les modèles d’écriture qu’il propose pour continuer",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    service = Words(label="Service à joindre quand il ne sait pas", max_length=120, required=False)
    telephone = Words(label="Téléphone", max_length=60, required=False)
    courriel = Words(label="Adresse électronique", max_length=120, required=False)
    horaires = Words(label="Horaires", max_length=200, required=False)
    proprietaire = Words(label="Qui en répond", max_length=120, required=False)
    revoir = forms.DateField(
        label="À relire le",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Passé ce jour, l’assistant le demande à son auteur.",
    )
    place_max = forms.ChoiceField(
        label="Jusqu’où ses questions peuvent aller sans être masquées", choices=PLACES
    )

    def __init__(
        self,
        *args: Any,
        collections: list[str],
        modeles: list[tuple[str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        kept = [name for name in self.initial.get("collections", []) if name not in collections]
        names = [*collections, *kept]
        self.fields["collections"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]
        known = {name for name, _ in modeles}
        other = [(n, n) for n in self.initial.get("modeles", []) if n not in known]
        self.fields["modeles"].choices = [*modeles, *other]  # type: ignore[attr-defined]


class WriteSubject(forms.Form):
    sujet = Words(label="Sujet", max_length=120, required=False)
    mots = Lines(label="Les mots qui le reconnaissent", help_text="Un par ligne.")
    reponse = Words(label="Ce qu’il répond alors", required=False, max_length=600, widget=_long(3))


class WriteExample(forms.Form):
    question = Words(label="Question", required=False, max_length=1000, widget=_long(3))
    reponse = Words(label="Bonne réponse", required=False, max_length=4000, widget=_long(3))


class WriteDocument(forms.Form):
    """A document that comes with the folder: the essais answer from these."""

    identifiant = Words(label="Identifiant", max_length=80, required=False)
    titre = Words(label="Titre", max_length=200, required=False)
    texte = Words(label="Texte", required=False, max_length=100_000, widget=_long(4))


class WriteTrial(forms.Form):
    """One essai: a question, and what must hold of the answer."""

    titre = Words(label="Titre de l’essai", max_length=120, required=False)
    question = Words(
        label="Question",
        required=False,
        max_length=1000,
        widget=_long(2),
        help_text="« $personne » y met tour à tour chacun des noms ci-dessous.",
    )
    statut = forms.ChoiceField(label="Ce qu’il doit faire", choices=list(STATUSES.items()))
    contient = Lines(label="La réponse dit", help_text="Un élément par ligne.")
    ne_dit_pas = Lines(label="La réponse ne dit pas", help_text="Un élément par ligne.")
    cite = Lines(label="La réponse cite", help_text="Un identifiant de document par ligne.")
    lisibilite_min = forms.IntegerField(
        label="Lisibilité, au moins (0 à 100)", required=False, min_value=0, max_value=100
    )
    meme_reponse_pour = Lines(
        label="Même réponse pour", help_text="Un nom par ligne : même réponse pour tous."
    )


class OneTrial(WriteTrial):
    """An essai written alone. ``documents`` are those of the folder: identifier, title."""

    cite = forms.MultipleChoiceField(
        label="La réponse cite",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Les documents du dossier de l’assistant.",
    )

    def __init__(self, *args: Any, documents: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["cite"].choices = documents  # type: ignore[attr-defined]
        for name in ("titre", "question"):
            self.fields[name].required = True
        if not documents:
            del self.fields["cite"]

    def clean(self) -> dict[str, Any]:
        return {"cite": [], **(super().clean() or {})}


Subjects = formset_factory(WriteSubject, extra=1, max_num=20)
Examples = formset_factory(WriteExample, extra=1, max_num=10)
Documents = formset_factory(WriteDocument, extra=1, max_num=20)
Trials = formset_factory(WriteTrial, extra=1, max_num=40)


class Import(forms.Form):
    archive = forms.FileField(
        label="Archive zip d’un assistant",
        help_text="Le dossier de l’assistant, compressé : assistant.md, exemples, essais.",
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )


class Share(forms.Form):
    partage = forms.ChoiceField(
        label="Qui peut l’employer ?", choices=Sharing.choices, widget=forms.RadioSelect
    )


class Give(forms.Form):
    siren = forms.RegexField(
        r"^\d{9}$",
        label="Numéro SIREN de l’autre collectivité",
        error_messages={"invalid": "Le numéro SIREN compte neuf chiffres."},
    )
