"""« Vous devez écrire au maire en joignant un plan. » → two duties, one sentence each.

« Vous devez écrire au maire. Vous devez joindre un plan. »: the duty is said again with its own
word, so that nothing becomes freer or stricter. Also what goes with the main clause without being
asked: « le maire signe l’acte, la commune gardant le terrain » → « La commune garde le terrain. »
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.grammar import form
from beffroi.clarity.rewrite.split import anatomy
from beffroi.french.lexicon import lexicon

_DUTY = re.compile(
    r"(?P<duty>(?:vous|nous|ils?|elles?|les?|la|l[’']|votre|ces?|cette|tout|toute)\b"
    r"[^,;:()]{0,60}?\b(?P<must>dois|doit|devez|doivent|devra|devrez|devront|faut|faudra"
    r"|convient (?:de |d[’'])|est (?:nécessaire|obligatoire|recommandé|conseillé) (?:de |d[’'])))",
    re.IGNORECASE,
)
_DOING = re.compile(
    r",?[ \u00a0]en[ \u00a0](?P<clitic>(?:y|lui|leur|la|les?)[ \u00a0]"
    r"|l[’'])?(?P<verb>[a-zà-ÿ]+ant)[ \u00a0]"
)
#: Ways of doing rather than something more to do.
_MEANS = frozenset(
    """utilisant tenant ayant étant cas fonction faisant passant allant suivant respectant prenant
    raison appliquant versant""".split()
)
_ABSOLUTE = re.compile(
    r",[ \u00a0](?P<who>(?:(?:l[ae]|les|ce(?:t|tte|s)?)[ \u00a0]|l[’'])[^,;:()]{2,60}?)"
    r"[ \u00a0](?P<se>se[ \u00a0]|s[’'])?(?P<verb>[a-zà-ÿ]+ant)[ \u00a0](?P<rest>[^;:]+)$"
)
_NEGATION = re.compile(r"\b(?:ne|n[’'])", re.IGNORECASE)
_LEAST = 4


def cut(doc: Any) -> list[str] | None:
    return _duties(doc.text) or _absolute(doc.text)


def _duties(text: str) -> list[str] | None:
    duty, doing = _DUTY.match(text), list(_DOING.finditer(text))
    if duty is None or len(doing) != 1 or text.rstrip().endswith((":", "?")):
        return None
    found = doing[0]
    first, rest = text[: found.start()], text[found.end() :]
    infinitive = _infinitive(found["verb"])
    if infinitive is None or found["verb"] in _MEANS or found.start() < duty.end():
        return None
    if _NEGATION.search(first) or anatomy.has_scope(text) or " ou " in first[duty.end() :]:
        return None
    if min(anatomy.length(first), anatomy.length(rest)) < _LEAST:
        return None
    said = duty["duty"].strip()
    if re.search(r"(?:\bde|d[’'])$", said):
        said = re.sub(r"(?:de|d[’'])$", "", said) + ("d’" if infinitive[0] in _VOWELS else "de ")
    joined = "" if said.endswith("’") else " "
    return [first + ".", f"{said.rstrip(' ')}{joined}{found['clitic'] or ''}{infinitive} {rest}"]


_VOWELS = "aàâeéèêiîoôuh"


def _infinitive(participle: str) -> str | None:
    lemmas = {
        lemma for lemma, slot in lexicon().conjugated.get(participle, ()) if slot == "par:pre"
    }
    return next(iter(lemmas)) if len(lemmas) == 1 else None


def _absolute(text: str) -> list[str] | None:
    match = _ABSOLUTE.search(text)
    if match is None or anatomy.has_scope(text):
        return None
    lemma = _infinitive(match["verb"])
    many = re.match(r"(?:les|ces)\b", match["who"]) is not None
    verb = lemma and form(lemma, "ind:pre:3p" if many else "ind:pre:3s")
    first = text[: match.start()]
    if not verb or anatomy.length(first) < _LEAST or not anatomy.stands_alone(first + "."):
        return None
    second = f"{match['who']} {match['se'] or ''}{verb} {match['rest']}"
    return [first + ".", second] if anatomy.stands_alone(second) else None
