"""Which question of the reader a sentence answers, by the words that official texts use."""

from __future__ import annotations

import re
from typing import Literal

Question = Literal[
    "quoi", "ou", "quand", "exception", "faire", "risque", "aide", "pourquoi", "autre"
]

#: What the sheet prints above each answer, in the order of the sheet.
TITLES: dict[Question, str] = {
    "quoi": "Quoi ?",
    "ou": "Où ?",
    "quand": "Quand ?",
    "exception": "Qui n’est pas concerné ?",
    "faire": "Que devez-vous faire ?",
    "risque": "Que risquez-vous ?",
    "aide": "Qui peut vous aider ?",
    "pourquoi": "Pourquoi ?",
}

PHONE = re.compile(
    r"(?<![\d.])(?:\+33[ .\u00a0]?|0)[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}(?!\d)|\b3\d{3}\b(?= )"
)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
REMEDY = re.compile(
    r"\brecours\b|tribunal administratif|télérecours|\bmédiateur|\bcontest(?:er|é|ation)"
    r"|cour d[’']appel",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"pour tous? renseignements?|renseignements? (?:auprès|au|à)\b|se renseigner|renseignez-vous"
    r"|s[’']adresser|\bcontacte[rz]|nous joindre|à l[’']accueil|accueil (?:téléphonique|du public)"
    r"|permanence|guichet"
    r"|se rapprocher|à votre disposition|\btél\b|téléphone|courriel|adresse électronique",
    re.IGNORECASE,
)
RISK = re.compile(
    r"fourrière|\bamende|contravention|procès[- ]verba|verbalis|\bpoursui(?:te|vi)|\bsanction"
    r"|sous peine|\binfraction|passible|\bexclu(?:e|s|es|sion)?\b(?! que)|résiliation|pénalité"
    r"|majoration|mise en demeure|expuls|\bradi(?:é|ation)",
    re.IGNORECASE,
)
EXCEPTION = re.compile(
    r"\bsauf\b|\bexcepté|\bhormis\b|à l[’']exception|à l[’']exclusion|\bdérog|\bexempt"
    r"|\bdispens[ée]"
    r"|ne s[’']appliqu\w+ (?:pas|ni)|n[’']est pas applicable|ne concernent? pas|par exception"
    r"|n(?:e |[’'])(?:sont|est|sera|seront) (?:pas|ni) (?:concern|soumis|applicable|visé|tenu)"
    r"|(?:demeure|reste)(?:nt)? autorisée?s?|n[’']est pas (?:exigé|obligatoire|nécessaire)",
    re.IGNORECASE,
)
EXCEPTION_PART = re.compile(
    r"(?:\bsauf\b|\bexcepté|\bhormis\b|à l[’']exception|à l[’']exclusion)[^.;]*", re.IGNORECASE
)
DUTY = re.compile(
    r"\bdoi(?:t|vent)\b|\bdevr(?:a|ont|ez)\b|\bdevez\b|\b(?<!compte )tenue?s? (?:de|d[’'])"
    r"|\bil (?:faut|convient)\b"
    r"|\bobligatoire|\bveuillez\b|\binvitée?s? à|\bpriée?s? d|\bdéviation\b|\bemprunte(?:r|ront)"
    r"|\bà condition\b|\bvous (?:faites|remplissez|déposez|fournissez|présentez|demandez)\b"
    r"|\b(?:fournir|présenter|déposer|adresser|transmettre|remplir|respecter|déclarer)\b"
    r"|\best interdit (?:de|d[’'])|\bne pas\b",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"\bil est (?:donc )?(?:proposé|demandé)\b|^(?:a|ont) été (?:élu|désigné|nommé)e?s?\b"
    r"|\bconseil (?:municipal )?(?:adopte|décide|approuve)",
    re.IGNORECASE,
)


def question_of(sentence: str, *, first: bool) -> Question:
    """The question that a sentence of the rules answers; the first rule always says « quoi ».

    The order is that of harm done by a mistake: remedies and risks first, then exceptions.
    """
    if REMEDY.search(sentence):
        return "aide"
    if first or DECISION.search(sentence):
        return "quoi"
    if RISK.search(sentence):
        return "risque"
    part = EXCEPTION_PART.search(sentence)
    if EXCEPTION.search(sentence) and (part is None or part.start() == 0):
        return "exception"
    if PHONE.search(sentence) or MAIL.search(sentence) or CONTACT.search(sentence):
        return "aide"
    return "faire" if DUTY.search(sentence) else "quoi"
