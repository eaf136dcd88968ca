"""A modèle: one use of the house, described by a folder. Frozen types, no I/O.

The words of the files are French (agents write them); :mod:`beffroi.drafting.modele_files` turns
them into these types and back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from beffroi.findings import Kind
from beffroi.llm.types import Place

FieldKind = Literal["document", "texte", "texte_long", "choix", "nombre"]
OutputKind = Literal["texte", "fiche", "affiche", "courrier"]
#: How the work is cut for the model: sentence by sentence, the whole at once, or fields to fill.
Approach = Literal["phrases", "entier", "champs"]
#: How much of a text is kept: all, all but reasons said elsewhere, or what binds the reader.
Keeping = Literal["", "sans_motifs", "essentiel"]
#: What a choice changes in the sheet that is given without a model: it speaks to « tu » or to
#: nobody, explains hard words, puts one sentence on a line, begins by who can help.
Trait = Literal["tutoie", "neutre", "mots", "une_ligne", "aide_d_abord"]
#: What is given back without a model.
FloorKind = Literal["fiche", "sms", "publication", "affiche", "gabarit", "extraits"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One value that a field of kind ``choix`` may take.

    ``instruction`` is what the prompt says of it, ``floor`` what the template without a model says;
    ``max_characters`` and ``max_words`` are the limits that it sets, ``max_share`` in percent of
    the words of the source; ``max_passages`` how many facts or sentences are taken. ``forbidden``
    adds to the rules of the modèle.
    """

    value: str
    title: str
    instruction: str = ""
    max_characters: int | None = None
    max_words: int | None = None
    max_share: int | None = None
    max_passages: int | None = None
    keeps: Keeping = ""
    traits: tuple[Trait, ...] = ()
    forbidden: frozenset[str] = frozenset()
    floor: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """What the person fills in. ``default`` may itself hold ``$collectivite``."""

    name: str
    title: str
    kind: FieldKind = "texte"
    required: bool = False
    default: str = ""
    help: str = ""
    choices: tuple[Choice, ...] = ()

    def choice(self, value: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.value == value), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """The form of the result; limits in characters (as the channel counts them) and words."""

    kind: OutputKind = "texte"
    max_characters: int | None = None
    max_words: int | None = None
    alphabet: Literal["", "gsm7"] = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """What the checks must hold: see :class:`beffroi.findings.CheckContext`."""

    kind: Kind = "plain"
    required: frozenset[str] = frozenset()
    may_omit: frozenset[str] = frozenset()
    forbidden: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Floor:
    """``template`` is a text with ``$fields``; parts whose fields are empty fall away."""

    kind: FloorKind
    template: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A worked example; ``options`` says for which choices it is best (none: for all)."""

    name: str
    given: str
    good: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Expected:
    """What must hold of a result. Texts are compared without regard to case and blanks.

    ``keeps_every_fact``: no finding says that a fact was lost, changed or added.
    ``quotes``: at least so many citations ``[n]``, each of an existing passage.
    """

    contains: tuple[str, ...] = ()
    silent_about: tuple[str, ...] = ()
    max_characters: int | None = None
    min_quotes: int | None = None
    keeps_every_fact: bool = False
    no_blocking: bool = True
    needs_model: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """An *essai*: inputs, and what must hold of the result, with and without a model."""

    name: str
    title: str
    values: Mapping[str, str]
    options: Mapping[str, str]
    expected: Expected


@dataclass(frozen=True, kw_only=True, slots=True)
class Modele:
    """A whole modèle. ``farthest_place``: where its data may go unmasked by default.

    ``whole`` is the instruction for a strong model, that writes at once what weaker ones write
    sentence by sentence; empty when the modèle is always written so.
    """

    name: str
    title: str
    version: int
    room: str
    purpose: str
    instruction: str
    fields: tuple[Field, ...]
    output: Output
    rules: Rules
    floor: Floor
    approach: Approach = "entier"
    audience: str = ""
    whole: str = ""
    farthest_place: Place = "machine"
    examples: tuple[Example, ...] = ()
    trials: tuple[Trial, ...] = ()

    @property
    def reference(self) -> str:
        """``name@version``, kept with every draft."""
        return f"{self.name}@{self.version}"

    def field(self, name: str) -> Field | None:
        return next((item for item in self.fields if item.name == name), None)

    @property
    def document_field(self) -> Field | None:
        """The field that holds the text to work on, if the modèle has one."""
        return next((item for item in self.fields if item.kind == "document"), None)
