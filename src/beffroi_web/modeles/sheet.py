"""The page that writes a modèle: one form and three lists of rows."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from beffroi.drafting import Modele
from beffroi_web.modeles import convert
from beffroi_web.modeles.forms import Examples, Fields, Trials, WriteModele

START = [
    {"nom": "texte", "titre": "Texte de départ", "genre": "document", "obligatoire": True},
]


class Sheet:
    """``base`` fills the page; ``own`` says that it is the modèle being changed, not a copy."""

    def __init__(self, data: QueryDict | None, *, base: Modele | None, own: bool) -> None:
        self._base, self._own = base, own
        self.refused = False
        self.main = WriteModele(data, initial=self._initial())
        given = more(data)
        self.fields = Fields(
            given, prefix="champs", initial=convert.fields_initial(base) if base else START
        )
        self.examples = Examples(
            given, prefix="exemples", initial=convert.examples_initial(base) if base else []
        )
        self.trials = Trials(
            given, prefix="essais", initial=convert.trials_initial(base) if base else []
        )

    def _initial(self) -> dict[str, Any]:
        if self._base is None:
            return {"interdit": "fait_ajoute", "procede": "fiche", "place_max": "machine"}
        initial = convert.to_initial(self._base)
        if not self._own:
            initial["nom"], initial["titre"] = "", f"{self._base.title} (copie)"
        return initial

    def is_valid(self) -> bool:
        parts = (self.main, self.fields, self.examples, self.trials)
        self.refused = [part.is_valid() for part in parts].count(True) < len(parts)
        return not self.refused

    def refuse(self, sentence: str) -> None:
        self.main.add_error(None, sentence)
        self.refused = True

    def modele(self) -> Modele:
        """The modèle that the page describes. Raises :class:`BadModele`."""
        return convert.modele_from(
            self.main.cleaned_data,
            self.fields.cleaned_data,
            self.examples.cleaned_data,
            self.trials.cleaned_data,
            version=self._base.version + 1 if self._base and self._own else 1,
            base=self._base,
        )


def more(data: QueryDict | None) -> QueryDict | None:
    """What was sent, with one more empty row in the list that « Ajouter » names."""
    if data is None or "ajouter" not in data:
        return data
    more = data.copy()
    key = f"{data['ajouter']}-TOTAL_FORMS"
    more[key] = str(min(int(data.get(key, "0") or 0), 30) + 1)
    return more
