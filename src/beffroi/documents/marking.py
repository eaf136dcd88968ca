"""What a file says of its own making: whether a model took part, which, and who read it.

Regulation (EU) 2024/1689 on artificial intelligence, article 50: a text written with a model that
informs the public on matters of public interest says so, in a manner that machines can read,
unless a person has reviewed it and answers for it. Beffroi always marks, and says who reviewed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Literal, Protocol, cast

from beffroi.documents.clean import clean

Edited = Literal["", "partie", "entier"]

#: Version of this set of fields, written in every file so that old ones stay readable.
SCHEMA = "1"
NAMESPACE = "urn:beffroi:provenance:1#"
PREFIX = "beffroi"

#: IPTC vocabulary of digital source types, which crawlers and archives know.
_IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Marking:
    """Same fields as :class:`beffroi.drafting.types.Provenance`, which this layer does not know.

    ``model`` is empty when no model took part. ``edited``: nothing changed by a person, a part,
    or everything (``"entier"``: nothing of the machine's text remains). ``options``: audience,
    tone, length… that were chosen, as :func:`told_options` writes them. ``visible``: a sentence
    for readers stands in the document, beside the fields for machines. Texts are kept on one
    line, without characters of command.
    """

    model: str = ""
    model_place: str = ""
    modele: str = ""
    modele_version: int | None = None
    created_at: datetime | None = None
    author: str = ""
    collectivite: str = ""
    reviewer: str = ""
    reviewed_at: datetime | None = None
    edited: Edited = ""
    options: str = ""
    source_sha256: str = ""
    visible: bool = True

    def __post_init__(self) -> None:
        for item in fields(self):
            if isinstance(value := getattr(self, item.name), str):
                line = " ".join(clean(value, Counter()).split("\n")).strip()
                object.__setattr__(self, item.name, line)

    @property
    def assisted(self) -> bool:
        """Whether a model took part."""
        return bool(self.model)

    @property
    def digital_source_type(self) -> str:
        """The term of the IPTC vocabulary that fits."""
        if not self.assisted or self.edited == "entier":
            return _IPTC + "digitalCreation"
        if self.reviewer:
            return _IPTC + "compositeWithTrainedAlgorithmicMedia"
        return _IPTC + "trainedAlgorithmicMedia"


class Traced(Protocol):
    """What :func:`marking_of` reads: ``beffroi.drafting.types.Provenance`` is one."""

    @property
    def modele(self) -> str: ...
    @property
    def modele_version(self) -> int: ...
    @property
    def model(self) -> str: ...
    @property
    def model_place(self) -> str | None: ...
    @property
    def created_at(self) -> datetime | None: ...
    @property
    def source_sha256(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def collectivite(self) -> str: ...
    @property
    def reviewer(self) -> str: ...
    @property
    def reviewed_at(self) -> datetime | None: ...
    @property
    def edited(self) -> Edited: ...
    @property
    def options(self) -> Mapping[str, str]: ...


def marking_of(provenance: Traced, *, visible: bool = True) -> Marking:
    """The marking of a draft from its provenance; ``visible`` is the collectivité's choice."""
    names = (item.name for item in fields(Marking) if item.name != "visible")
    values = {name: getattr(provenance, name) for name in names}
    values["model_place"] = provenance.model_place or ""
    values["options"] = told_options(provenance.options)
    return Marking(**values, visible=visible)


def told_options(options: Mapping[str, str]) -> str:
    """« public : lyceen, longueur : courte »."""
    return ", ".join(f"{name}\u00a0: {value}" for name, value in options.items() if value)


def sentence(marking: Marking) -> str:
    """What the reader of the document is told, in one sentence."""
    if not marking.assisted:
        made = "Texte rédigé sans modèle de langage"
    elif marking.edited == "entier":
        made = "Texte entièrement réécrit par une personne à partir du brouillon d’un modèle de "
        made += "langage"
    else:
        made = "Texte rédigé avec l’aide d’un modèle de langage"
    if not marking.reviewer:
        return f"{made}, pas encore relu par une personne."
    when = f" le {french_date(marking.reviewed_at)}" if marking.reviewed_at else ""
    return f"{made}, relu et validé par {marking.reviewer}{when}."


def french_date(moment: datetime) -> str:
    """« 1er mars 2026 »."""
    day = "1er" if moment.day == 1 else str(moment.day)
    return f"{day}\u00a0{_MONTHS[moment.month - 1]}\u00a0{moment.year}"


def described(marking: Marking) -> list[tuple[str, str]]:
    """Label and value, in French, for the person who asks what a file says of itself."""
    edited = {"": "aucune", "partie": "une partie du texte", "entier": "tout le texte"}
    version = f", version {marking.modele_version}" if marking.modele_version else ""
    lines = [
        ("Mention", sentence(marking)),
        ("Modèle de langage", marking.model or "aucun"),
        ("Lieu du modèle", marking.model_place),
        ("Modèle d’écriture", marking.modele + version if marking.modele else ""),
        ("Choix", marking.options),
        ("Créé le", french_date(marking.created_at) if marking.created_at else ""),
        ("Écrit pour", marking.author),
        ("Collectivité", marking.collectivite),
        ("Relu et validé par", marking.reviewer or "personne encore"),
        ("Relu le", french_date(marking.reviewed_at) if marking.reviewed_at else ""),
        ("Retouches d’une personne", edited[marking.edited]),
        ("Empreinte de la source", marking.source_sha256),
    ]
    return [(label, value) for label, value in lines if value]


def to_fields(marking: Marking) -> dict[str, str]:
    """Name → text, for any format that keeps properties; empty values are left out."""
    written = {
        "schema": SCHEMA,
        "assisted": "true" if marking.assisted else "false",
        "digitalSourceType": marking.digital_source_type,
    }
    for item in fields(marking):
        value = getattr(marking, item.name)
        if isinstance(value, bool):
            written[_camel(item.name)] = "true" if value else "false"
        elif value not in ("", None):
            text = value.isoformat() if isinstance(value, datetime) else str(value)
            written[_camel(item.name)] = text
    return written


def from_fields(values: Mapping[str, str]) -> Marking | None:
    """The marking that :func:`to_fields` wrote; ``None`` when ``values`` hold none.

    A value that cannot be read (a file altered by hand) is left at its default.
    """
    if "schema" not in values:
        return None
    marking = Marking()
    for item in fields(Marking):
        if (text := values.get(_camel(item.name))) is not None:
            try:
                changes = {item.name: _typed(item.name, text)}
                marking = replace(marking, **cast(dict[str, Any], changes))
            except ValueError:
                continue
    return marking


def _typed(name: str, text: str) -> object:
    if name == "visible":
        return text == "true"
    if name == "modele_version":
        return int(text)
    if name.endswith("_at"):
        return datetime.fromisoformat(text)
    if name == "edited" and text not in ("", "partie", "entier"):
        raise ValueError(text)
    return text


def to_json(marking: Marking) -> str:
    """The fields as one line of JSON."""
    return json.dumps(to_fields(marking), ensure_ascii=False)


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
