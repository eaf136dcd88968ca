"""The texts of a modèle folder → types. Every fault names the file, the key and what to write."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import cast, get_args

from beffroi.drafting.modele import (
    Approach,
    Example,
    Expected,
    Field,
    FieldKind,
    Floor,
    FloorKind,
    Modele,
    Output,
    OutputKind,
    Rules,
    Trial,
)
from beffroi.drafting.modele_choice import read_choice
from beffroi.drafting.modele_table import Table
from beffroi.errors import BadModele
from beffroi.findings import Kind
from beffroi.llm.types import Place
from beffroi.prompts import fields_of, parse_toml, split_front_matter

#: French word of the file ↔ kind of text for the checks.
KINDS: dict[str, Kind] = {
    "clair": "plain",
    "sms": "sms",
    "publication": "social",
    "courrier": "letter",
    "compte_rendu": "minutes",
    "affiche": "poster",
    "public": "audience",
    "synthese": "summary",
}
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FIELD_NAME = re.compile(r"[a-z_][a-z0-9_]*")
#: Fields that every prompt may use beside those of the modèle.
HOUSE_FIELDS = frozenset({"collectivite", "mairie", "fiche", "exemple_entree", "exemple_sortie"})


def read_modele(text: str, *, examples: tuple[Example, ...], trials: tuple[Trial, ...]) -> Modele:
    """``modele.md`` and the rest of its folder as one modèle, its names checked."""
    meta, body = split_front_matter(text, origin="modele.md")
    table = Table(meta, origin="modele.md")
    modele = Modele(
        name=table.text("nom", required=True),
        title=table.text("titre", required=True),
        version=table.number("version", required=True) or 1,
        room=table.text("salle", default="clarifier"),
        purpose=table.text("but", required=True),
        audience=table.text("public"),
        farthest_place=cast(Place, table.one_of("place_max", get_args(Place), default="machine")),
        approach=cast(Approach, table.one_of("demarche", get_args(Approach), default="entier")),
        fields=tuple(_field(item) for item in table.tables("champs")),
        output=_output(table.table("sortie")),
        rules=_rules(table.table("verifications")),
        floor=_floor(table.table("sans_modele")),
        instruction=body,
        whole=_whole(table.table("entier")),
        examples=examples,
        trials=trials,
    )
    table.finish()
    _check_names(modele)
    return modele


def _field(table: Table) -> Field:
    found = Field(
        name=table.text("nom", required=True),
        title=table.text("titre", required=True),
        kind=cast(FieldKind, table.one_of("genre", get_args(FieldKind), default="texte")),
        required=table.flag("obligatoire"),
        default=table.text("defaut"),
        help=table.text("aide"),
        choices=tuple(read_choice(item) for item in table.tables("choix")),
    )
    table.finish()
    return found


def _output(table: Table) -> Output:
    found = Output(
        kind=cast(OutputKind, table.one_of("genre", get_args(OutputKind), default="texte")),
        max_characters=table.number("caracteres_max"),
        max_words=table.number("mots_max"),
        alphabet="gsm7"
        if table.one_of("alphabet", ("gsm7", "tout"), default="tout") == "gsm7"
        else "",
        parts=table.texts("parties"),
    )
    table.finish()
    return found


def _rules(table: Table) -> Rules:
    found = Rules(
        kind=KINDS[table.one_of("nature", tuple(KINDS), default="clair")],
        required=frozenset(table.texts("faits_obligatoires")),
        may_omit=frozenset(table.texts("peut_omettre")),
        forbidden=frozenset(table.texts("interdit")),
    )
    table.finish()
    return found


def _floor(table: Table) -> Floor:
    found = Floor(
        kind=cast(FloorKind, table.one_of("procede", get_args(FloorKind), default="gabarit")),
        template=table.text("gabarit"),
    )
    table.finish()
    if found.kind == "gabarit" and not found.template.strip():
        raise BadModele(
            "Dans modele.md, partie « sans_modele », il manque « gabarit ».",
            next_step="Écrivez le texte à rendre quand aucun modèle de langage ne répond.",
        )
    return found


def _whole(table: Table) -> str:
    found = table.text("consigne").strip()
    table.finish()
    return found


def _check_names(modele: Modele) -> None:
    if not NAME.fullmatch(modele.name):
        raise BadModele(
            f"Le nom « {modele.name} » ne convient pas.",
            next_step="Employez des minuscules sans accent, des chiffres et des tirets.",
        )
    names = [item.name for item in modele.fields]
    bad = [name for name in names if not FIELD_NAME.fullmatch(name) or names.count(name) > 1]
    if bad:
        raise BadModele(f"Le champ « {bad[0]} » est mal nommé, ou nommé deux fois.")
    for item in modele.fields:
        if (item.kind == "choix") != bool(item.choices):
            raise BadModele(f"Le champ « {item.name} » : un choix a une liste [[champs.choix]].")
        if item.kind == "choix" and item.choice(item.default) is None:
            raise BadModele(f"Le champ « {item.name} » : « defaut » doit être l’un des choix.")
    if len([item for item in modele.fields if item.kind == "document"]) > 1:
        raise BadModele("Un modèle ne peut avoir qu’un seul champ de genre « document ».")
    if not modele.instruction:
        raise BadModele("Dans modele.md, il manque l’instruction, après l’en-tête.")
    used = fields_of(f"{modele.instruction}\n{modele.whole}", origin="modele.md")
    unknown = used - set(names) - HOUSE_FIELDS
    if unknown:
        raise BadModele(f"L’instruction cite « ${min(unknown)} », qui n’est pas un champ.")


def check_values(modele: Modele) -> None:
    """Examples and essais speak of fields that exist."""
    names = {item.name for item in modele.fields}
    for trial in modele.trials:
        strange = (trial.values.keys() | trial.options.keys()) - names - HOUSE_FIELDS
        if strange:
            raise BadModele(f"L’essai « {trial.name} » remplit « {min(strange)} », inconnu ici.")
    for example in modele.examples:
        if example.options.keys() - names:
            raise BadModele(f"L’exemple « {example.name} » parle d’un champ inconnu.")


_EXAMPLE = re.compile(r"\A## Texte\s*\n(.*?)^## Résultat\s*\n(.*)\Z", re.S | re.M)


def read_example(path: str, text: str) -> Example:
    """``exemples/*.md``: a text, the good result, and for which choices."""
    options: dict[str, str] = {}
    if text.lstrip("\ufeff").startswith("+++"):
        meta, text = split_front_matter(text, origin=path)
        table = Table(meta, origin=path)
        options = table.mapping("pour")
        table.finish()
    found = _EXAMPLE.match(text.strip() + "\n")
    if found is None or not found.group(1).strip() or not found.group(2).strip():
        raise BadModele(
            f"{path} doit contenir « ## Texte » puis « ## Résultat », chacun suivi de son texte."
        )
    name = PurePosixPath(path).stem
    return Example(
        name=name, given=found.group(1).strip(), good=found.group(2).strip(), options=options
    )


def read_trial(path: str, text: str) -> Trial:
    """``essais/*.toml``: inputs, and what must hold."""
    table = Table(parse_toml(text, origin=path), origin=path)
    wanted = table.table("attendu")
    found = Trial(
        name=PurePosixPath(path).stem,
        title=table.text("titre", required=True),
        values=table.mapping("valeurs"),
        options=table.mapping("options"),
        expected=Expected(
            contains=wanted.texts("contient"),
            silent_about=wanted.texts("ne_dit_pas"),
            max_characters=wanted.number("caracteres_max"),
            min_quotes=wanted.number("cite_au_moins"),
            keeps_every_fact=wanted.flag("garde_tous_les_faits"),
            no_blocking=wanted.flag("sans_point_bloquant", default=True),
            needs_model=wanted.flag("avec_modele_seulement"),
        ),
    )
    wanted.finish()
    table.finish()
    return found
