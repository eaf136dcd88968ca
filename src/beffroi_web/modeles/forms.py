"""A modèle as a form: the same shape as its folder. Lists are written one line an item."""

from __future__ import annotations

from typing import Any, get_args

from django import forms
from django.forms import formset_factory

from beffroi.drafting.inputs import clean
from beffroi.drafting.modele import Approach, FieldKind, FloorKind, OutputKind
from beffroi.drafting.modele_read import KINDS
from beffroi_web.llm.forms import PLACES
from beffroi_web.modeles.models import Sharing

APPROACHES = {
    "entier": "Tout le texte d’un coup (court)",
    "phrases": "Phrase par phrase (long, fidèle)",
    "champs": "Des champs à remplir",
}
OUTPUTS = {
    "texte": "Un texte",
    "fiche": "Une fiche",
    "affiche": "Une affiche",
    "courrier": "Un courrier",
}
NATURES = {
    "clair": "Un texte clair",
    "sms": "Un SMS",
    "publication": "Une publication",
    "courrier": "Un courrier",
    "compte_rendu": "Un compte rendu",
    "affiche": "Une affiche",
    "public": "Une version pour un public",
    "synthese": "Une synthèse",
}
FLOORS = {
    "fiche": "Une fiche par questions, avec les passages exacts",
    "sms": "Un SMS avec les faits essentiels",
    "publication": "Une publication avec les faits essentiels",
    "affiche": "Une affiche avec les faits essentiels",
    "extraits": "Les passages les plus importants",
    "gabarit": "Un texte à trous (ci-dessous)",
}
KIND_NAMES = {
    "document": "Le texte à travailler",
    "texte": "Une ligne",
    "texte_long": "Plusieurs lignes",
    "choix": "Un choix dans une liste",
    "nombre": "Un nombre",
}
assert set(APPROACHES) == set(get_args(Approach)) and set(OUTPUTS) == set(get_args(OutputKind))
assert set(FLOORS) == set(get_args(FloorKind)) and set(KIND_NAMES) == set(get_args(FieldKind))
assert set(NATURES) == set(KINDS)


class Words(forms.CharField):
    """A text without the characters that hide what it says."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "")


class Lines(Words):
    """One item a line."""

    def __init__(self, **more: Any) -> None:
        rows = more.pop("rows", 3)
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **more)

    def clean(self, value: Any) -> Any:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class WriteModele(forms.Form):
    """What the front matter and the instruction say."""

    titre = Words(label="Titre", max_length=80)
    nom = Words(
        label="Nom court",
        max_length=60,
        help_text="En minuscules sans accent, avec des tirets : « lettre-aux-parents ».",
    )
    but = Words(label="À quoi sert-il ?", max_length=300, widget=_long(2))
    public = Words(label="Pour qui écrit-il ?", max_length=120, required=False)
    instruction = Words(
        label="Instruction donnée au modèle de langage",
        max_length=6000,
        widget=_long(9),
        help_text="En français, au présent. « $nom » y met la valeur d’un champ.",
    )
    demarche = forms.ChoiceField(label="Comment il travaille", choices=list(APPROACHES.items()))
    genre = forms.ChoiceField(label="Ce qu’il rend", choices=list(OUTPUTS.items()))
    caracteres_max = forms.IntegerField(
        label="Caractères au plus", required=False, min_value=20, max_value=100_000
    )
    mots_max = forms.IntegerField(
        label="Mots au plus", required=False, min_value=5, max_value=50_000
    )
    alphabet = forms.ChoiceField(
        label="Compter les caractères",
        choices=[("", "Comme un texte"), ("gsm7", "Comme un SMS")],
        required=False,
    )
    nature = forms.ChoiceField(label="Nature du texte, à vérifier", choices=list(NATURES.items()))
    faits_obligatoires = Lines(
        label="Faits obligatoires", help_text="Un par ligne : quoi, ou, quand, consigne…"
    )
    peut_omettre = Lines(
        label="Ce qu’il peut laisser", help_text="Un par ligne : reference_juridique, motif…"
    )
    interdit = Lines(label="Ce qui lui est interdit", help_text="Un par ligne : fait_ajoute…")
    procede = forms.ChoiceField(
        label="Sans modèle de langage, il rend", choices=list(FLOORS.items())
    )
    gabarit = Words(
        label="Texte à trous",
        required=False,
        max_length=4000,
        widget=_long(4),
        help_text="Les champs s’écrivent « $nom ». Une ligne dont le champ est vide disparaît.",
    )
    place_max = forms.ChoiceField(
        label="Jusqu’où ses données peuvent aller sans être masquées", choices=PLACES
    )


class WriteField(forms.Form):
    """One field that the person who uses the modèle fills in."""

    nom = Words(label="Nom", max_length=40, required=False)
    titre = Words(label="Ce que la personne lit", max_length=120, required=False)
    genre = forms.ChoiceField(label="Genre", choices=list(KIND_NAMES.items()), initial="texte")
    obligatoire = forms.BooleanField(label="Obligatoire", required=False)
    defaut = Words(label="Valeur par défaut", max_length=300, required=False)
    aide = Words(label="Aide", max_length=300, required=False)
    choix = Lines(
        label="Choix", help_text="Un par ligne : valeur | titre | consigne pour le modèle"
    )


class WriteExample(forms.Form):
    texte = Words(label="Texte donné", required=False, max_length=20_000, widget=_long(4))
    resultat = Words(label="Bon résultat", required=False, max_length=20_000, widget=_long(4))


class WriteTrial(forms.Form):
    """One essai: a text, and what must hold of the result."""

    titre = Words(label="Titre de l’essai", max_length=120, required=False)
    texte = Words(label="Texte donné", required=False, max_length=20_000, widget=_long(4))
    contient = Lines(label="Le résultat dit", help_text="Un élément par ligne.")
    ne_dit_pas = Lines(label="Le résultat ne dit pas", help_text="Un élément par ligne.")
    caracteres_max = forms.IntegerField(label="Caractères au plus", required=False, min_value=1)
    faits = forms.BooleanField(label="Garde tous les faits", required=False)


Fields = formset_factory(WriteField, extra=1, max_num=20)
Examples = formset_factory(WriteExample, extra=1, max_num=10)
Trials = formset_factory(WriteTrial, extra=1, max_num=20)


class Import(forms.Form):
    archive = forms.FileField(
        label="Archive zip d’un modèle",
        help_text="Le dossier du modèle, compressé : modele.md, exemples, essais.",
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )


class Share(forms.Form):
    partage = forms.ChoiceField(
        label="Qui peut l’employer ?", choices=Sharing.choices, widget=forms.RadioSelect
    )
