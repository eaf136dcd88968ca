"""Whom a right is for, and where things happen: a public or a place left out, another brought in."""  # noqa: E501

from __future__ import annotations

import re

from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.severity import SELECTIVE_KINDS
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import WHY, finding
from beffroi.findings import Finding, Kind, Severity, Span

WHY_PUBLIC = "Des personnes se croiraient concernées à tort, ou écartées à tort."
#: A public → what shows that the draft still speaks of it (beginnings of words).
_PUBLICS: tuple[tuple[str, str], ...] = (
    (r"demandeu\w+ d'emploi|chomeu\w+", r"emploi|chom|travail"),
    (r"etudiante?s?", r"etudiant|etudes|universi"),
    (r"apprentie?s?", r"apprenti"),
    (r"retraitee?s?", r"retrait"),
    (r"personnes agees|seniors|aines", r"age|senior|aine|ans"),
    (r"handicap\w*", r"handicap|mobilite"),
    (r"locataires?", r"lou|locat|vous"),
    (r"proprietaires?", r"propriet|posse|vous"),
    (r"non imposables?", r"impos|impot"),
    (r"adherente?s?", r"adheren|membre|inscrit"),
    (r"commercante?s?", r"commer|vous"),
    (r"artisans?", r"artisan"),
    (r"agriculteurs?|agricoles?", r"agric"),
    (r"salariee?s?", r"salari|employ|travail"),
    (r"boursiers?|boursieres?", r"bours"),
    (r"pietons?", r"pieton|a pied|marche"),
    (r"cyclistes?|velos?", r"cycl|velo"),
    (r"mineure?s?(?! de)", r"mineur|ans|enfant|jeune"),
    (r"majeure?s?", r"majeur|ans|adulte"),
    (r"enceintes?", r"encein|grossesse"),
    (r"residente?s?|domiciliee?s?|habitante?s?", r"resid|domicil|habit|viv|vous|commune|ville|ici"),
    (r"scolarisee?s?", r"scol|ecole|eleve|classe"),
)  # fmt: skip
_ENTITLED = re.compile(
    r"(?<!\w)(?:ouverte?s?|reservee?s?|accord\w+|attribu\w+|benefici\w+|adress\w+|destine\w+|peuvent|droit|gratuit\w*|eligib\w+|verse\w*|propose\w*|concern\w+|priorit\w+)(?!\w)"
)
#: Places of a commune, each with what may name it otherwise.
_PLACES: tuple[tuple[str, str], ...] = (
    (r"mairie annexe|annexe", r"annexe"),
    (r"hotel de ville", r"hotel de ville|mairie"),
    (r"salle (?:des fetes|polyvalente|du conseil|communale|municipale|omnisports?)", r"salle"),
    (r"gymnases?", r"gymnase"),
    (r"mediatheques?|bibliotheques?", r"mediathe|bibliothe"),
    (r"piscines?", r"piscin|baignade|bassin"),
    (r"stades?", r"stade"),
    (r"parking|parc de stationnement", r"parking|stationn"),
    (r"eglises?", r"eglise"),
    (r"cimetieres?", r"cimetiere|tombe|funer|inhum"),
    (r"gare", r"gare"),
    (r"musees?", r"musee"),
    (r"theatres?", r"theatre"),
    (r"prefecture|sous-prefecture", r"prefecture"),
    (r"decheteries?|dechetteries?", r"dechet"),
    (r"creches?", r"creche"),
    (r"college", r"college"),
    (r"lycee", r"lycee"),
    (r"halle", r"halle"),
    (r"maison (?:des associations|de quartier|des solidarites|de justice|france services)", r"maison"),  # noqa: E501
    (r"commissariat|gendarmerie", r"commissariat|gendarmerie"),
    (r"hopital|clinique", r"hopital|clinique"),
    (r"pharmacie", r"pharmacie"),
    (r"etage", r"etage"),
)  # fmt: skip
_AT = (
    r"(?:(?<!\w)(?:a la|a l'|au|aux|dans (?:la|le|l'|les)|en|sur (?:le|la|l')|devant (?:la|le|l')"
    r"|vers (?:le|la|l')|chez|de la|de l'|du)|[,:.(]|^) ?"
)


def compare_publics(sides: Sides, *, kind: Kind) -> list[Finding]:
    if kind == "audience":
        return []
    findings = []
    for pattern, kept in _PUBLICS:
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", sides.source.plain):
            index = sides.source.sentence_of(match.start())
            best, score = sides.best_draft(index)
            entitled = _ENTITLED.search(sides.source.plain_sentence(index))
            if best is None or score < ENOUGH or not entitled:
                continue
            if not re.search(rf"(?<!\w)(?:{kept})", sides.draft.plain + sides.common.plain):
                where = Span(start=match.start(), end=match.end())
                title = "Le public concerné a changé"
                findings.append(
                    _finding(
                        sides,
                        "public.omission",
                        "a_verifier",
                        title,
                        WHY_PUBLIC,
                        where,
                        sides.draft.sentences[best],
                    )
                )
            break
    return findings


def compare_places(sides: Sides, *, kind: Kind) -> list[Finding]:
    """A place left out, and the place said instead."""
    lost, new = [], []
    for pattern, kept in _PLACES:
        said = re.search(rf"{_AT}(?P<place>{pattern})(?!\w)", sides.source.plain)
        written = re.search(rf"(?<!\w)(?P<place>{pattern})(?!\w)", sides.draft.plain)
        if said and not re.search(rf"(?<!\w)(?:{kept})", sides.draft.plain + sides.common.plain):
            lost.append(Span(start=said.start("place"), end=said.end("place")))
        if written and sides.draft.text[written.start("place") : written.end("place")].endswith(
            "é"
        ):
            written = None  # « garé » is not « gare »
        if written and not re.search(
            rf"(?<!\w)(?:{kept})", sides.source.plain + sides.common.plain
        ):
            new.append(Span(start=written.start("place"), end=written.end("place")))
        if said and written and pattern.startswith("salle") and said["place"] != written["place"]:
            lost.append(Span(start=said.start("place"), end=said.end("place")))
            new.append(Span(start=written.start("place"), end=written.end("place")))
    return _place_findings(sides, lost, new, kind)


def _place_findings(sides: Sides, lost: list[Span], new: list[Span], kind: Kind) -> list[Finding]:
    if lost and new:
        return [
            _finding(
                sides,
                "lieu.changement",
                "bloquant",
                "Le lieu a changé",
                WHY["voie"],
                lost[0],
                new[0],
            )
        ]
    findings = [
        _finding(sides, "lieu.ajout", "a_verifier", "Un lieu est ajouté", WHY["voie"], None, place)
        for place in new[:1]
    ]
    for place in lost[:1]:
        _, score = sides.best_draft(sides.source.sentence_of(place.start))
        if score >= ENOUGH and (kind not in SELECTIVE_KINDS or kind == "poster"):
            findings.append(
                _finding(
                    sides,
                    "lieu.omission",
                    "a_verifier",
                    "Le lieu a disparu",
                    WHY["voie"],
                    place,
                    None,
                )
            )
    return findings


def _finding(
    sides: Sides, kind: str, severity: Severity, title: str, why: str,
    source: Span | None, draft: Span | None,
) -> Finding:  # fmt: skip
    return finding(
        kind, severity, title, why, source=source, draft=draft,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
