"""What visitors write, and the settings of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django import forms

from beffroi_web.knowledge.models import Collection
from beffroi_web.public.models import PublicPage

LONGEST_QUESTION = 500


class Ask(forms.Form):
    question = forms.CharField(max_length=LONGEST_QUESTION)


class Write(forms.Form):
    """A message for a person. ``jeton`` is the answer to hand over, if the visitor agrees."""

    prenom_nom = forms.CharField(max_length=150)
    joindre = forms.CharField(max_length=200)
    message = forms.CharField(max_length=4000)
    accord = forms.BooleanField(required=False)
    jeton = forms.UUIDField(required=False)


class PageSettings(forms.ModelForm):
    """``assistant`` is chosen among those that ship and those that the authority shares."""

    assistant = forms.ChoiceField(
        label="Assistant qui répond",
        required=False,
        help_text="Ceux qui sont livrés, et ceux que toute la collectivité partage. Un assistant "
        "qui n’est plus partagé laisse la place à «\u00a0Vos documents\u00a0».",
    )

    class Meta:
        model = PublicPage
        fields = ("open", "slug", "assistant", "with_model", "model_answers", "sites")
        help_texts = {
            "slug": "Des lettres minuscules, des chiffres et des tirets : le nom de la commune.",
            "with_model": "Sans cette case, les réponses citent les documents mot pour mot, "
            "tout de suite. Avec elle, le modèle les rédige, et chaque phrase garde sa source.",
            "model_answers": "Au-delà, les réponses citent les documents.",
            "sites": "Une adresse par ligne, comme https://www.votre-commune.fr. Aucune : la page "
            "ne peut être incluse nulle part.",
        }
        widgets = {"sites": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, assistants: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assistant"].choices = list(assistants)  # type: ignore[attr-defined]

    def validate_unique(self) -> None:
        """Ours, below: Django's own would ask for rows without saying of which authority."""

    def validate_constraints(self) -> None:
        """One page an authority: the row in hand is the one that exists, or the first."""

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        rows = PublicPage.objects.across("an address is unique among all authorities")
        if rows.filter(slug=slug).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Une autre page a déjà cette adresse.")
        return slug

    def clean_sites(self) -> str:
        origins = []
        for line in self.cleaned_data["sites"].split():
            parts = urlsplit(line)
            host = re.fullmatch(r"[A-Za-z0-9.-]+(?::\d{1,5})?", parts.netloc)
            if parts.scheme not in ("http", "https") or not host:
                raise forms.ValidationError(f"« {line[:80]} » n’est pas l’adresse d’un site.")
            origins.append(f"{parts.scheme}://{parts.netloc.lower()}")
        return "\n".join(dict.fromkeys(origins))


class Sheet(forms.Form):
    """The sheet that was missing, written where the questions are read."""

    titre = forms.CharField(label="Titre de la fiche", max_length=300)
    texte = forms.CharField(
        label="Ce qu’il faut répondre",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    collection = forms.ModelChoiceField(
        label="Où la ranger", queryset=Collection.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, collections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collection"].queryset = collections  # type: ignore[attr-defined]
