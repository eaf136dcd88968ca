"""The page that writes an assistant: one form and four lists of rows."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from beffroi.assistants import Assistant
from beffroi_web.assistants import folder
from beffroi_web.assistants.folder_forms import (
    Documents,
    Examples,
    Subjects,
    Trials,
    WriteAssistant,
)
from beffroi_web.modeles.sheet import more

START = {
    "public": "agents",
    "place_max": "machine",
    "instruction": "Vous répondez aux questions d’après les documents de la collectivité.",
}


class Sheet:
    """``base`` fills the page; ``own`` says that it is the assistant being changed, not a copy.
    ``collections`` and ``modeles`` are what may be chosen."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        base: Assistant | None,
        own: bool,
        collections: list[str],
        modeles: list[tuple[str, str]],
    ) -> None:
        self._base, self._own = base, own
        self.refused = False
        self.main = WriteAssistant(
            data, initial=self._initial(), collections=collections, modeles=modeles
        )
        given = more(data)
        self.subjects = Subjects(given, prefix="sujets", initial=self._of(folder.subjects_initial))
        self.examples = Examples(
            given, prefix="exemples", initial=self._of(folder.examples_initial)
        )
        self.documents = Documents(
            given, prefix="documents", initial=self._of(folder.documents_initial)
        )
        self.trials = Trials(given, prefix="essais", initial=self._of(folder.trials_initial))

    def _initial(self) -> dict[str, Any]:
        if self._base is None:
            return dict(START)
        initial = folder.to_initial(self._base)
        if not self._own:
            initial["nom"], initial["titre"] = "", f"{self._base.title} (copie)"
        return initial

    def _of(self, rows: Any) -> list[dict[str, Any]]:
        return rows(self._base) if self._base else []  # type: ignore[no-any-return]

    def is_valid(self) -> bool:
        parts = (self.main, self.subjects, self.examples, self.documents, self.trials)
        self.refused = [part.is_valid() for part in parts].count(True) < len(parts)
        return not self.refused

    def refuse(self, sentence: str) -> None:
        self.main.add_error(None, sentence)
        self.refused = True

    def assistant(self) -> Assistant:
        """The assistant that the page describes. Raises :class:`BadAssistant`."""
        return folder.assistant_from(
            self.main.cleaned_data,
            self.subjects.cleaned_data,
            self.examples.cleaned_data,
            self.documents.cleaned_data,
            self.trials.cleaned_data,
            version=self._base.version + 1 if self._base and self._own else 1,
            base=self._base,
        )
