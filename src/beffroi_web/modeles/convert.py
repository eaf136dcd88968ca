"""A modèle ↔ the form that writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from beffroi.drafting import Modele, from_files, to_files
from beffroi.drafting.modele import Choice, Example, Expected, Field, Floor, Output, Rules, Trial
from beffroi.drafting.modele_read import KINDS

NATURE_OF = {kind: word for word, kind in KINDS.items()}
Row = Mapping[str, Any]


def to_initial(modele: Modele) -> dict[str, Any]:
    """What the main form shows of ``modele``."""
    return {
        "titre": modele.title,
        "nom": modele.name,
        "but": modele.purpose,
        "public": modele.audience,
        "instruction": modele.instruction,
        "demarche": modele.approach,
        "genre": modele.output.kind,
        "caracteres_max": modele.output.max_characters,
        "mots_max": modele.output.max_words,
        "alphabet": modele.output.alphabet,
        "nature": NATURE_OF[modele.rules.kind],
        "faits_obligatoires": "\n".join(sorted(modele.rules.required)),
        "peut_omettre": "\n".join(sorted(modele.rules.may_omit)),
        "interdit": "\n".join(sorted(modele.rules.forbidden)),
        "procede": modele.floor.kind,
        "gabarit": modele.floor.template,
        "place_max": modele.farthest_place,
    }


def fields_initial(modele: Modele) -> list[dict[str, Any]]:
    return [
        {
            "nom": item.name,
            "titre": item.title,
            "genre": item.kind,
            "obligatoire": item.required,
            "defaut": item.default,
            "aide": item.help,
            "choix": "\n".join(f"{c.value} | {c.title} | {c.instruction}" for c in item.choices),
        }
        for item in modele.fields
    ]


def examples_initial(modele: Modele) -> list[dict[str, Any]]:
    return [{"texte": item.given, "resultat": item.good} for item in modele.examples]


def trials_initial(modele: Modele) -> list[dict[str, Any]]:
    name = modele.document_field.name if modele.document_field else ""
    return [
        {
            "titre": item.title,
            "texte": item.values.get(name, ""),
            "contient": "\n".join(item.expected.contains),
            "ne_dit_pas": "\n".join(item.expected.silent_about),
            "caracteres_max": item.expected.max_characters,
            "faits": item.expected.keeps_every_fact,
        }
        for item in modele.trials
    ]


def modele_from(
    main: Row,
    fields: Iterable[Row],
    examples: Iterable[Row],
    trials: Iterable[Row],
    *,
    version: int,
    base: Modele | None,
) -> Modele:
    """The modèle that the forms describe, read back as its own folder would be.

    ``base`` is the modèle before: what the form does not show of it is kept. Raises
    :class:`BadModele` with what to correct.
    """
    found = tuple(_field(row, base) for row in fields if row.get("nom"))
    document = next((item.name for item in found if item.kind == "document"), "")
    modele = Modele(
        name=main["nom"],
        title=main["titre"],
        version=version,
        room="clarifier",
        purpose=main["but"],
        audience=main["public"],
        instruction=main["instruction"].strip(),
        whole=base.whole if base else "",
        approach=main["demarche"],
        farthest_place=main["place_max"],
        fields=found,
        output=_output(main, base),
        rules=_rules(main),
        floor=Floor(kind=main["procede"], template=main["gabarit"]),
        examples=_examples(examples, base),
        trials=_trials(trials, document, base),
    )
    return from_files(to_files(modele))


def _output(main: Row, base: Modele | None) -> Output:
    return Output(
        kind=main["genre"],
        max_characters=main["caracteres_max"],
        max_words=main["mots_max"],
        alphabet=main["alphabet"],
        parts=base.output.parts if base else (),
    )


def _rules(main: Row) -> Rules:
    return Rules(
        kind=KINDS[main["nature"]],
        required=frozenset(main["faits_obligatoires"]),
        may_omit=frozenset(main["peut_omettre"]),
        forbidden=frozenset(main["interdit"]),
    )


def _field(row: Row, base: Modele | None) -> Field:
    before = base.field(row["nom"]) if base else None
    choices = (
        tuple(_choice(line, before) for line in row["choix"]) if row["genre"] == "choix" else ()
    )
    return Field(
        name=row["nom"],
        title=row["titre"] or row["nom"],
        kind=row["genre"],
        required=row["obligatoire"],
        default=row["defaut"] or (choices[0].value if choices else ""),
        help=row["aide"],
        choices=choices,
    )


def _choice(line: str, before: Field | None) -> Choice:
    parts = [part.strip() for part in line.split("|", 2)] + ["", ""]
    kept = before.choice(parts[0]) if before else None
    value, title = parts[0], parts[1] or parts[0]
    if kept is None:
        return Choice(value=value, title=title, instruction=parts[2])
    return replace(kept, title=title, instruction=parts[2])


def _examples(rows: Iterable[Row], base: Modele | None) -> tuple[Example, ...]:
    known = {item.given: item for item in base.examples} if base else {}
    full = [row for row in rows if row.get("texte") and row.get("resultat")]
    return tuple(
        Example(
            name=f"{number:02d}",
            given=row["texte"].strip(),
            good=row["resultat"].strip(),
            options=known[row["texte"].strip()].options if row["texte"].strip() in known else {},
        )
        for number, row in enumerate(full, start=1)
    )


def _trials(rows: Iterable[Row], document: str, base: Modele | None) -> tuple[Trial, ...]:
    known = {item.title: item for item in base.trials} if base else {}
    full = [row for row in rows if row.get("titre")]
    return tuple(
        _trial(row, f"{number:02d}", document, known.get(row["titre"]))
        for number, row in enumerate(full, start=1)
    )


def _trial(row: Row, name: str, document: str, before: Trial | None) -> Trial:
    kept = before.expected if before else Expected()
    values = {**(before.values if before else {}), **({document: row["texte"]} if document else {})}
    return Trial(
        name=name,
        title=row["titre"],
        values={key: value for key, value in values.items() if value},
        options=before.options if before else {},
        expected=Expected(
            contains=tuple(row["contient"]),
            silent_about=tuple(row["ne_dit_pas"]),
            max_characters=row["caracteres_max"],
            min_quotes=kept.min_quotes,
            keeps_every_fact=row["faits"],
            no_blocking=kept.no_blocking,
            needs_model=kept.needs_model,
        ),
    )
