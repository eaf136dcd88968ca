"""One choice of a field of a modèle (audience, tone, length, channel) ↔ its table in the file."""

from __future__ import annotations

from typing import Any, cast, get_args

from beffroi.drafting.modele import Choice, Keeping, Trait
from beffroi.drafting.modele_table import Table
from beffroi.errors import BadModele

#: What the file writes when everything of the text is kept.
ALL = "tout"
_KEEPING = (ALL, *(word for word in get_args(Keeping) if word))


def read_choice(table: Table) -> Choice:
    """The choice that ``table`` describes. Raises :class:`BadModele`."""
    keeps = table.one_of("garde", _KEEPING, default=ALL)
    found = Choice(
        value=table.text("valeur", required=True),
        title=table.text("titre", required=True),
        instruction=table.text("consigne"),
        max_characters=table.number("caracteres_max"),
        max_words=table.number("mots_max"),
        max_share=table.number("part_max"),
        max_passages=table.number("passages_max"),
        keeps=cast(Keeping, "" if keeps == ALL else keeps),
        traits=_traits(table.texts("fiche")),
        forbidden=frozenset(table.texts("interdit")),
        floor=table.text("gabarit"),
    )
    table.finish()
    return found


def _traits(words: tuple[str, ...]) -> tuple[Trait, ...]:
    strange = [word for word in words if word not in get_args(Trait)]
    if strange:
        raise BadModele(
            f"Un choix demande à la fiche « {strange[0]} », que Beffroi ne sait pas faire.",
            next_step=f"Choisissez : {', '.join(get_args(Trait))}.",
        )
    return cast(tuple[Trait, ...], words)


def choice_table(choice: Choice) -> dict[str, Any]:
    """``choice`` as its table, empty values included."""
    return {
        "valeur": choice.value,
        "titre": choice.title,
        "consigne": choice.instruction,
        "caracteres_max": choice.max_characters,
        "mots_max": choice.max_words,
        "part_max": choice.max_share,
        "passages_max": choice.max_passages,
        "garde": choice.keeps,
        "fiche": list(choice.traits),
        "interdit": sorted(choice.forbidden),
        "gabarit": choice.floor,
    }
