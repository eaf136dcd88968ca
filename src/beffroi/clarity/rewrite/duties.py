"""« il appartient au demandeur de fournir… » → « le demandeur doit fournir… »."""

from __future__ import annotations

import re

from beffroi.clarity.rewrite.grammar import is_infinitive
from beffroi.clarity.rewrite.types import Applied
from beffroi.french import capitalised

RULE = "il_appartient"
REASON = "Dire d’abord qui doit agir : la phrase est plus directe."

_FORMS = {
    "appartient": ("doit", "doivent"),
    "incombe": ("doit", "doivent"),
    "revient": ("doit", "doivent"),
    "appartiendra": ("devra", "devront"),
    "incombera": ("devra", "devront"),
    "reviendra": ("devra", "devront"),
    "appartenait": ("devait", "devaient"),
    "incombait": ("devait", "devaient"),
}
_IMPERSONAL = re.compile(
    r"\b(?P<il>[Ii]l)[ \u00a0](?P<adverb>donc |alors |également )?(?P<verb>"
    + "|".join(_FORMS)
    + r")"
    r"(?P<adverb2> donc| alors| également| ensuite)?[ \u00a0]"
    r"(?P<a>à|au|aux)[ \u00a0](?P<who>(?:M\.|Mme|[^,.;:()«»])[^,.;:()«»]{1,90}?)[ \u00a0]"
    r"(?:de[ \u00a0]|d[’'])(?P<inf>[\wÀ-ÿœ]+)\b"
)
_CLITIC = r"(?P<clitic>(?:s[’']|l[’']|(?:se|ne pas|les?|la|lui|leur|y|en)[ \u00a0])*)"
_VERB = r"(?P<inf>[\wÀ-ÿœ]+(?:er|ir|re|oir))\b"
_OF_VERB = re.compile(rf"\b(?:de[ \u00a0]|d[’']){_CLITIC}{_VERB}")
#: A second duty joined to the first: « et de payer », « , de signer ».
_MORE = re.compile(rf"(?P<link>(?:\b(?:et|ou)|,)[ \u00a0])(?:de[ \u00a0]|d[’']){_CLITIC}{_VERB}")
_PLURAL = re.compile(
    r"^(?:les|ces|ses|leurs|nos|vos|plusieurs|tous|toutes|deux|trois|certains)\b", re.I
)
_WHO_BEGINS = re.compile(
    r"^(?:la|le|les|l[’']|ce|cet|cette|ces|chaque|son|sa|ses|leurs?|notre|votre|nos|vos|tout|toute|tous"
    r"|toutes|M\.|Mme|une?|[A-ZÀ-Ý])",
)


def state_duties(sentence: str) -> tuple[str, tuple[Applied, ...]]:
    """``sentence`` with its impersonal duties given to the person who must act."""
    match = _IMPERSONAL.search(sentence)
    while match and not is_infinitive(match["inf"]):
        match = _IMPERSONAL.search(sentence, match.end("verb"))
    if match is None:
        return sentence, ()
    written = _stated(match)
    if written is None:
        return sentence, ()
    start, end = match.start(), match.end("inf")
    rest = _joined(sentence[end:])
    if rest is None:
        return sentence, ()
    new = sentence[:start] + written + rest
    return new, (Applied(rule=RULE, reason=REASON, before=match[0], after=written),)


def _joined(rest: str) -> str | None:
    """« …un bail et de payer » after « doit » is « …un bail et payer »; ``None`` in doubt.

    In doubt: when « de » and a verb may hang on a noun (« le droit de louer et de vendre »).
    """
    more = list(_MORE.finditer(rest))
    inside = [found for found in _OF_VERB.finditer(rest) if is_infinitive(found["inf"])]
    if not more:
        return rest
    if len(more) != len(inside):
        return None
    return _MORE.sub(lambda found: f"{found['link']}{found['clitic'] or ''}{found['inf']}", rest)


def _stated(match: re.Match[str]) -> str | None:
    who = {"à": "", "au": "le ", "aux": "les "}[match["a"]] + match["who"]
    if re.search(r"\b(?:et|ou) (?:à|aux?)\b", who):
        return None
    if not _WHO_BEGINS.match(who) or re.search(r"\b(?:qui|que|dont|où)\b", who):
        return None
    singular, plural = _FORMS[match["verb"]]
    many = bool(_PLURAL.match(who)) or " et " in who
    adverb = (match["adverb"] or "").strip() or (match["adverb2"] or "").strip()
    parts = [who, plural if many else singular, adverb, match["inf"]]
    written = " ".join(part for part in parts if part)
    return capitalised(written) if match["il"] == "Il" else written
