"""What people fill in on themes: a decision, a reading, a signature."""

from __future__ import annotations

from typing import Any

from django import forms

from beffroi.consultation.types import Result
from beffroi.drafting.inputs import clean


class Text(forms.CharField):
    """A text as people paste it, without null bytes."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "")


class Decision(forms.Form):
    """One decision on the themes: what it needs depends on the act."""

    NEEDS = {
        "renommer": ("theme", "titre"),
        "fusionner": ("theme", "vers"),
        "ranger": ("theme",),
        "deplacer": ("reponse",),
        "scinder": ("theme", "mot", "titre"),
        "creer": ("titre",),
        "supprimer": ("theme",),
    }
    acte = forms.ChoiceField(choices=[(act, act) for act in NEEDS])
    theme = forms.CharField(required=False, max_length=40)
    vers = forms.CharField(required=False, max_length=40)
    titre = Text(required=False, max_length=200)
    mot = Text(required=False, max_length=80)
    reponse = forms.IntegerField(required=False, min_value=1)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name in self.NEEDS.get(values.get("acte", ""), ()):
            if not values.get(name):
                self.add_error(name, "Il manque une précision pour cette décision.")
        return values

    @property
    def args(self) -> dict[str, Any]:
        names = {*self.NEEDS[self.cleaned_data["acte"]]}
        names |= {"vers"} if self.cleaned_data["acte"] in ("deplacer", "ranger") else set()
        return {name: self.cleaned_data[name] for name in sorted(names)}


class SignReport(forms.Form):
    """The signature: a deliberate tick."""

    lu = forms.BooleanField(
        label="J’ai relu ce rapport et je l’assume.",
        error_messages={"required": "Cochez la case quand vous avez relu le rapport."},
    )


def verdicts(data: Any, rows: list[int]) -> dict[int, bool]:
    """Row → well sorted or not, for the answers of the sample that were judged."""
    judged = {row: data.get(f"reponse-{row}") for row in rows}
    return {row: value == "oui" for row, value in judged.items() if value in ("oui", "non")}


def themes_of(result: Result) -> list[tuple[str, str]]:
    """Themes to choose from, sub-themes behind their theme."""
    parents = {theme.id: theme.title for theme in result.themes if theme.parent is None}
    return [
        (t.id, t.title if t.parent is None else f"{parents.get(t.parent, '')} : {t.title}")
        for t in result.themes
    ]
