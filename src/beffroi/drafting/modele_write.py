"""A modèle → the texts of its folder, which read back as an equal modèle."""

from __future__ import annotations

from typing import Any

from beffroi.drafting.modele import Field, Modele, Trial
from beffroi.drafting.modele_choice import choice_table
from beffroi.drafting.modele_read import KINDS
from beffroi.drafting.modele_table import write_toml


def to_files(modele: Modele) -> dict[str, str]:
    """``modele`` as path → text; :func:`from_files` reads back an equal modèle."""
    files = {"modele.md": f"+++\n{write_toml(_front_matter(modele))}+++\n{modele.instruction}\n"}
    for example in modele.examples:
        head = f"+++\n{write_toml({'pour': dict(example.options)})}+++\n" if example.options else ""
        body = f"## Texte\n\n{example.given}\n\n## Résultat\n\n{example.good}\n"
        files[f"exemples/{example.name}.md"] = head + body
    for trial in modele.trials:
        files[f"essais/{trial.name}.toml"] = write_toml(_trial_table(trial))
    return files


def _front_matter(modele: Modele) -> dict[str, Any]:
    rules, output = modele.rules, modele.output
    return _filled(
        {
            "nom": modele.name,
            "titre": modele.title,
            "version": modele.version,
            "salle": modele.room,
            "but": modele.purpose,
            "public": modele.audience,
            "place_max": modele.farthest_place,
            "demarche": modele.approach,
            "champs": [_field_table(item) for item in modele.fields],
            "sortie": _filled(
                {
                    "genre": output.kind,
                    "caracteres_max": output.max_characters,
                    "mots_max": output.max_words,
                    "alphabet": output.alphabet,
                    "parties": list(output.parts),
                }
            ),
            "verifications": _filled(
                {
                    "nature": next(word for word, kind in KINDS.items() if kind == rules.kind),
                    "faits_obligatoires": sorted(rules.required),
                    "peut_omettre": sorted(rules.may_omit),
                    "interdit": sorted(rules.forbidden),
                }
            ),
            "sans_modele": _filled(
                {"procede": modele.floor.kind, "gabarit": modele.floor.template}
            ),
            "entier": _filled({"consigne": modele.whole}),
        }
    )


def _field_table(item: Field) -> dict[str, Any]:
    choices = [_filled(choice_table(choice)) for choice in item.choices]
    return _filled(
        {
            "nom": item.name,
            "titre": item.title,
            "genre": item.kind,
            "obligatoire": item.required,
            "defaut": item.default,
            "aide": item.help,
            "choix": choices,
        }
    )


def _trial_table(trial: Trial) -> dict[str, Any]:
    wanted = trial.expected
    return _filled(
        {
            "titre": trial.title,
            "valeurs": dict(trial.values),
            "options": dict(trial.options),
            "attendu": {
                **_filled(
                    {
                        "contient": list(wanted.contains),
                        "ne_dit_pas": list(wanted.silent_about),
                        "caracteres_max": wanted.max_characters,
                        "cite_au_moins": wanted.min_quotes,
                        "garde_tous_les_faits": wanted.keeps_every_fact,
                        "avec_modele_seulement": wanted.needs_model,
                    }
                ),
                "sans_point_bloquant": wanted.no_blocking,
            },
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` without its empty ones: an exported file holds nothing idle."""
    return {key: item for key, item in values.items() if item not in ("", None, False, [], {})}
