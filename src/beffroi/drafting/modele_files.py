"""Modèle folders ↔ types: from and to a folder, a zip, or a mapping path → text.

The mapping (``{"modele.md": …, "exemples/1.md": …, "essais/1.toml": …}``) is what the web stores
for a modèle written by an authority, and the folder is what it exports: the same thing.
Every fault raises :class:`BadModele` with the file, the key and what to write instead.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, cast, get_args

from beffroi.drafting.modele import (
    Approach,
    Choice,
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
from beffroi.drafting.modele_table import Table, write_toml
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
MAX_ZIP_FILES = 200
MAX_ZIP_BYTES = 2_000_000


def from_folder(folder: Path) -> Modele:
    """The modèle in ``folder``. Files that are not part of a modèle are refused, not ignored."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    if not (folder / "modele.md").is_file():
        raise BadModele(f"Le dossier « {folder.name} » ne contient pas de fichier modele.md.")
    try:
        files = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths
        }
    except UnicodeDecodeError as error:
        raise BadModele(
            "Un fichier du modèle n’est pas du texte en UTF-8.", detail=str(error)
        ) from error
    return from_files(files)


def from_zip(content: bytes) -> Modele:
    """The modèle in a zip archive, at its root or in one folder. Bounded in size and in files."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _bound(entries)
            names = _without_common_folder([entry.filename for entry in entries])
            texts = [archive.read(entry).decode("utf-8") for entry in entries]
    except (zipfile.BadZipFile, UnicodeDecodeError, RuntimeError, EOFError) as error:
        raise BadModele("Cette archive ne se lit pas.", detail=str(error)) from error
    return from_files(dict(zip(names, texts, strict=True)))


def to_zip(modele: Modele) -> bytes:
    """``modele`` as a zip archive holding its folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in to_files(modele).items():
            archive.writestr(f"{modele.name}/{path}", text)
    return buffer.getvalue()


def _bound(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ZIP_FILES or sum(e.file_size for e in entries) > MAX_ZIP_BYTES:
        raise BadModele(
            "Cette archive est trop grande pour un modèle.",
            next_step="Un modèle tient en quelques fichiers de texte, deux mégaoctets au plus.",
        )


def _without_common_folder(names: list[str]) -> list[str]:
    tops = {PurePosixPath(name).parts[0] for name in names}
    if "modele.md" in names or len(tops) != 1:
        return names
    return [PurePosixPath(*PurePosixPath(name).parts[1:]).as_posix() for name in names]


def from_files(files: Mapping[str, str]) -> Modele:
    """The modèle that ``files`` (path → text) describe."""
    if "modele.md" not in files:
        raise BadModele("Il manque le fichier modele.md.")
    examples = tuple(
        _example(path, text) for path, text in sorted(files.items()) if _in(path, "exemples", "md")
    )
    trials = tuple(
        _trial(path, text) for path, text in sorted(files.items()) if _in(path, "essais", "toml")
    )
    _refuse_strangers(files, known=1 + len(examples) + len(trials))
    modele = _modele(files["modele.md"], examples=examples, trials=trials)
    _check_values(modele)
    return modele


def _in(path: str, folder: str, ending: str) -> bool:
    pure = PurePosixPath(path)
    return pure.parent.as_posix() == folder and pure.suffix == f".{ending}"


def _refuse_strangers(files: Mapping[str, str], *, known: int) -> None:
    if len(files) == known:
        return
    strangers = [
        path
        for path in sorted(files)
        if path != "modele.md"
        and not _in(path, "exemples", "md")
        and not _in(path, "essais", "toml")
    ]
    raise BadModele(
        f"Ce dossier contient « {strangers[0]} », qui ne fait pas partie d’un modèle.",
        next_step="Un modèle contient modele.md, exemples/*.md et essais/*.toml.",
    )


def _modele(text: str, *, examples: tuple[Example, ...], trials: tuple[Trial, ...]) -> Modele:
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
        choices=tuple(_choice(item) for item in table.tables("choix")),
    )
    table.finish()
    return found


def _choice(table: Table) -> Choice:
    found = Choice(
        value=table.text("valeur", required=True),
        title=table.text("titre", required=True),
        instruction=table.text("consigne"),
        max_characters=table.number("caracteres_max"),
        floor=table.text("gabarit"),
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
    unknown = fields_of(modele.instruction, origin="modele.md") - set(names) - HOUSE_FIELDS
    if unknown:
        raise BadModele(f"L’instruction cite « ${min(unknown)} », qui n’est pas un champ.")


def _check_values(modele: Modele) -> None:
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


def _example(path: str, text: str) -> Example:
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


def _trial(path: str, text: str) -> Trial:
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
        }
    )


def _field_table(item: Field) -> dict[str, Any]:
    choices = [
        _filled(
            {
                "valeur": choice.value,
                "titre": choice.title,
                "consigne": choice.instruction,
                "caracteres_max": choice.max_characters,
                "gabarit": choice.floor,
            }
        )
        for choice in item.choices
    ]
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
