"""What people fill in: a text to mask, the decisions of the review, an answer to restore."""

from __future__ import annotations

from django import forms

from beffroi.drafting.inputs import clean
from beffroi_web.confidentialite.models import Listed

#: Characters of a text reviewed on one page; longer ones go through a file or the command.
MOST = 200_000


class Text(forms.CharField):
    def to_python(self, value: object) -> str:
        return clean(super().to_python(value) or "")


class Review(forms.Form):
    """``ajouts``: one passage a line. ``bloquer``: nothing is given while a doubt remains."""

    texte = Text(
        label="Votre texte",
        strip=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 9, "class": "tall", "aria-describedby": "aide-texte"}),
        error_messages={
            "required": "Collez un texte.",
            "max_length": "Ce texte est trop long pour être relu sur une page : masquez-le par "
            "fichier, avec la commande « beffroi masquer ».",
        },
    )
    ajouts = Text(
        label="Masquer aussi, un passage par ligne",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "aria-describedby": "aide-ajouts"}),
    )
    bloquer = forms.BooleanField(label="Bloquer si doute", required=False)


class Answer(forms.Form):
    """``repere`` is the sealed table of this very request: it comes back from the page."""

    reponse = Text(
        label="La réponse reçue, avec ses repères",
        strip=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Collez la réponse reçue."},
    )
    repere = forms.CharField(widget=forms.HiddenInput, max_length=5 * MOST)


class AddLine(forms.Form):
    liste = forms.ChoiceField(label="Liste", choices=Listed.Kind.choices)
    ligne = forms.CharField(
        label="Nom, lieu ou contact",
        max_length=200,
        error_messages={"required": "Écrivez ce qu’il faut ajouter."},
    )
