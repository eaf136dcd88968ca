"""The settings of the language model."""

from __future__ import annotations

from typing import Any

from django import forms

from beffroi_web.llm.models import Kind, ModelChoice

PLACES = [
    ("machine", "Cette machine"),
    ("maison", "Un serveur de la collectivité, ou de son syndicat"),
    ("france_ue", "Un hébergeur en France ou dans l’Union européenne"),
    ("ailleurs", "Ailleurs, ou vous ne savez pas"),
]


class ChooseModel(forms.ModelForm):
    """An empty key keeps the one that is stored."""

    key = forms.CharField(
        label="Clé d’accès",
        required=False,
        strip=True,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Laissez vide pour garder la clé déjà enregistrée. Elle n’est jamais réaffichée.",
    )
    url = forms.URLField(
        label="Adresse du serveur",
        required=False,
        assume_scheme="https",
        help_text="Compatible OpenAI, jusqu’à /v1 : Albert, Mistral, Ollama, vLLM, llama.cpp…",
        error_messages={"invalid": "Écrivez une adresse, comme https://serveur/v1."},
    )
    place = forms.ChoiceField(
        label="Où vont les données ?",
        choices=PLACES,
        help_text="Votre charte en dépend : les données personnelles ne sortent que masquées.",
    )

    class Meta:
        model = ModelChoice
        fields = ["kind", "url", "key", "model", "place", "context_tokens", "strong"]
        labels = {
            "kind": "Quel modèle de langage employer ?",
            "strong": "C’est un grand modèle : il peut écrire un texte entier d’un coup",
        }
        widgets = {"kind": forms.RadioSelect}
        help_texts = {
            "model": "Tel que le serveur le nomme.",
            "strong": "Sans cette case, il écrit phrase par phrase : plus long, plus sûr. "
            "Dans les deux cas, les faits sont contrôlés.",
            "context_tokens": "Combien il lit à la fois ; 8192 convient le plus souvent.",
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("kind") == Kind.SERVEUR:
            for name in ("url", "model"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, "Il faut le remplir pour employer votre serveur.")
        return values
