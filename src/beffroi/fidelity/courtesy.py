"""Formulas of courtesy: they say nothing of the matter, and no two letters have the same."""

from __future__ import annotations

import re

from beffroi.french.flat import bare_same_length, flat

_CLOSING = re.compile(
    r"(?:dans (?:cette|l')attente|restant|en vous remerciant|avec (?:toutes? )?(?:mes|nos)"
    r"|(?:je|nous) (?:vous )?(?:prie|prions|remerci\w+|rest\w+|demeur\w+|sommes|suis|souhait\w+)"
    r"|veuillez|vous voudrez bien|recevez|agreez|croyez|merci (?:de|pour) votre|merci d'avance"
    r"|(?:bien |tres )?(?:cordialement|respectueusement|sincerement)|bien a vous|bonne (?:journee|soiree|reception|lecture)"  # noqa: E501
    r"|(?:mes|nos) (?:meilleures |sinceres |respectueuses )?salutations|salutations|a (?:tres )?(?:bientot|vite))"  # noqa: E501
)
_COURTEOUS = re.compile(
    r"(?<!\w)(?:agreer|agreez|salutations?|consideration|sentiments|cordialement|respectueusement"
    r"|sincerement|comprehension|(?:a|reste\w*) votre (?:entiere )?disposition|merci d'avance"
    r"|bien a vous|bonne (?:journee|soiree|reception|lecture)|a (?:tres )?(?:bientot|vite)"
    r"|votre (?:attention|confiance|fidelite|patience|interet))(?!\w)"
)
_OPENING = re.compile(
    r"(?:(?:bonjour|bonsoir|cher|chere|chers|cheres|madame|monsieur|mesdames|messieurs|et|ou|le|la"
    r"|les|maire|habitante?s?|voisine?s?|concitoyen\w*|parents?|amie?s?)[ ,.!]*)+"
)


def is_courtesy(sentence: str) -> bool:
    """True for a sentence that only greets, thanks or takes leave; a figure makes it matter."""
    plain = bare_same_length(flat(sentence)).strip()
    if re.search(r"\d|@", plain):
        return False
    return bool(_OPENING.fullmatch(plain) or (_CLOSING.match(plain) and _COURTEOUS.search(plain)))
