"""What the person gave, completed by what the modèle says: every field has a value, or an error."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from beffroi.drafting.modele import Choice, Field, Keeping, Modele, Trait
from beffroi.drafting.types import Request
from beffroi.errors import EmptyText, InputError, TooLarge, UnknownName

#: Characters of the text to work on; about 250 pages. Beyond, the person is told to cut it.
MAX_SOURCE = 1_000_000
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}
#: Marks that reorder what is shown: they could hide what the text says.
_BIDI = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))


@dataclass(frozen=True, kw_only=True, slots=True)
class Inputs:
    """``values`` of every field as text; ``choices`` those of the fields of kind ``choix``.

    ``source`` is the text to be faithful to; ``beside`` is what else the person gave, that the
    draft may say and need not.
    """

    values: Mapping[str, str]
    choices: Mapping[str, Choice]
    source: str
    beside: str = ""

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """What was chosen, in the order of the fields."""
        return tuple(self.choices.values())

    @property
    def traits(self) -> frozenset[Trait]:
        """What the choices change in the sheet that is given without a model."""
        return frozenset(trait for choice in self.chosen for trait in choice.traits)

    @property
    def keeps(self) -> Keeping:
        """How much of the text the choices keep: the strictest wins."""
        kept = {choice.keeps for choice in self.chosen}
        return next((word for word in ("essentiel", "sans_motifs") if word in kept), "")

    @property
    def opening(self) -> str:
        """The words with which the chosen tone begins a short message without a model."""
        return next((choice.floor for choice in self.chosen if choice.floor), "")

    @property
    def wording(self) -> dict[str, str]:
        """Field → what its choice says in a template without a model."""
        return {name: choice.floor for name, choice in self.choices.items()}

    def passages(self, default: int) -> int:
        """How many facts or sentences the choices take, ``default`` when none says."""
        return min((c.max_passages for c in self.chosen if c.max_passages), default=default)

    def characters(self, default: int | None) -> int | None:
        """The limit of the chosen channel and length, or that of the modèle."""
        limits = [choice.max_characters for choice in self.chosen if choice.max_characters]
        return min(limits) if limits else default


def complete(request: Request, modele: Modele) -> Inputs:
    """The values of ``request`` checked against the fields of ``modele``.

    Raises :class:`EmptyText`, :class:`TooLarge`, :class:`UnknownName` (a field or a choice that
    does not exist) or :class:`InputError` (a required field is empty).
    """
    given = {**request.options, **request.values}
    known = {item.name for item in modele.fields}
    strange = sorted(given.keys() - known)
    if strange:
        raise UnknownName(
            f"Le modèle « {modele.title} » n’a pas de champ « {strange[0]} ».",
            next_step=f"Ses champs : {', '.join(item.name for item in modele.fields)}.",
        )
    house = {
        "collectivite": request.collectivite,
        "mairie": town_hall(request.collectivite),
        "fiche": request.sheet,
    }
    values = {item.name: _value(item, given.get(item.name, ""), house) for item in modele.fields}
    choices = {
        item.name: _choice(item, values[item.name]) for item in modele.fields if item.choices
    }
    values |= {name: choice.value for name, choice in choices.items()}
    source, beside = _source(modele, values)
    return Inputs(values={**house, **values}, choices=choices, source=source, beside=beside)


def clean(text: str) -> str:
    """``text`` without null bytes, control characters and marks that reorder what is shown."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL | _BIDI)


def _value(item: Field, given: str, house: Mapping[str, str]) -> str:
    value = clean(given).strip() or Template(item.default).safe_substitute(house).strip()
    if value or not item.required:
        return _bounded(value)
    if item.kind == "document":
        raise EmptyText()
    raise InputError(f"Le champ « {item.title} » est vide.", next_step="Remplissez-le.")


def _bounded(value: str) -> str:
    if len(value) > MAX_SOURCE:
        raise TooLarge(detail=f"{len(value)} characters, at most {MAX_SOURCE}")
    return value


def _choice(item: Field, value: str) -> Choice:
    choice = item.choice(value) or _nearly(item, value)
    if choice is None:
        raise UnknownName(
            f"« {value} » n’est pas un choix pour « {item.title} ».",
            next_step="Choisissez : " + ", ".join(c.value for c in item.choices) + ".",
        )
    return choice


def _nearly(item: Field, value: str) -> Choice | None:
    """« court » for « courte », « Lycéen » for « lyceen »: the only choice whose value or title
    begins so, or is one letter short of it."""
    asked = _bare(value)
    if len(asked) < 3:
        return None
    found = [
        choice
        for choice in item.choices
        if any(_bare(name).startswith(asked) for name in (choice.value, choice.title))
        or asked.rstrip("es") == _bare(choice.value).rstrip("es")
    ]
    return found[0] if len(found) == 1 else None


def _bare(words: str) -> str:
    """Lower case, without accents nor article, words joined by hyphens."""
    flat = unicodedata.normalize("NFD", words.lower())
    plain = "".join(c for c in flat if not unicodedata.combining(c))
    plain = re.sub(r"^(?:un|une|le|la|les)\s+|^l[’']", "", plain.strip())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _source(modele: Modele, values: Mapping[str, str]) -> tuple[str, str]:
    """What the draft must be faithful to, and what it may say besides.

    The document, with the short fields beside; for a letter, what the agent typed as an answer,
    with the letter received beside; without a document, all that was typed.
    """
    names = {item.name: item.kind for item in modele.fields if item.kind != "choix"}
    if modele.rules.kind == "letter":
        main = [name for name, kind in names.items() if kind == "texte_long"]
    elif modele.document_field is not None:
        main = [modele.document_field.name]
    else:
        main = list(names)
    beside = [values[name] for name in names if name not in main and values[name]]
    return "\n\n".join(values[name] for name in main if values[name]), "\n".join(beside)


def town_hall(collectivite: str) -> str:
    """How a collectivité signs: « Commune de Saint-Aubin » → « Mairie de Saint-Aubin »."""
    name = collectivite.strip()
    if not name:
        return "La mairie"
    found = re.match(r"(?:commune|ville|mairie) (de |d[’'’]|du |des )(.+)", name, re.IGNORECASE)
    if found:
        return f"Mairie {found.group(1)}{found.group(2)}"
    known = re.match(r"(?:commun|métropole|départ|syndicat|région|agglo|pays|centre)", name, re.I)
    if known:
        return name
    return f"Mairie d’{name}" if re.match(r"[AEIOUYÉÈÊÂÎaeiouéèêâî]", name) else f"Mairie de {name}"
