"""What people fill in: a question, its documents, a title."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from beffroi_web.assistants.attaching import Dropped
from beffroi_web.clarifier.forms import ACCEPTED, Text
from beffroi_web.knowledge.forms import SeveralFiles

#: Characters of a question.
LONGEST = 4000


class Attach(forms.Form):
    """Documents for this conversation only; ``dropped`` once the form is valid."""

    fichiers = SeveralFiles(
        label="Documents à joindre",
        accepted=ACCEPTED,
        error_messages={"required": "Choisissez au moins un fichier."},
    )

    @property
    def dropped(self) -> list[Dropped]:
        files = self.cleaned_data["fichiers"]
        return [Dropped(name=file.name, content=file.read()) for file in files]


class Ask(Attach):
    """A question, and the documents that go with it."""

    question = Text(
        label="Votre question",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "aria-describedby": "aide-question"}),
        error_messages={"required": "Écrivez votre question."},
    )
    fichiers = SeveralFiles(label="Joindre des documents", required=False, accepted=ACCEPTED)
    cle = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.initial.setdefault("cle", uuid.uuid4())


class Begin(Ask):
    """The first question: with which assistant."""

    assistant = forms.ChoiceField(label="À qui ?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, assistants: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["assistant"].choices = assistants  # type: ignore[attr-defined]
        self.initial.setdefault("assistant", assistants[0][0])


class Edit(forms.Form):
    question = Text(
        label="Votre question",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Écrivez votre question."},
    )


class Find(forms.Form):
    q = forms.CharField(
        label="Chercher dans mes conversations",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class Rename(forms.Form):
    titre = Text(label="Titre", max_length=200)
