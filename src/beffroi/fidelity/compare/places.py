"""Where things happen: a place left out, another brought in."""

from __future__ import annotations

import re

from beffroi.fidelity.compare.publics import public_finding
from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.severity import SELECTIVE_KINDS
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import WHY
from beffroi.findings import Finding, Kind, Span

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
            public_finding(
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
        public_finding(
            sides, "lieu.ajout", "a_verifier", "Un lieu est ajouté", WHY["voie"], None, place
        )
        for place in new[:1]
    ]
    for place in lost[:1]:
        _, score = sides.best_draft(sides.source.sentence_of(place.start))
        if score >= ENOUGH and (kind not in SELECTIVE_KINDS or kind == "poster"):
            findings.append(
                public_finding(
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
