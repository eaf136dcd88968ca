"""« Si vous perdez votre carte de stationnement, vous devez… » → the case, then the rule under it.

    Si vous perdez votre carte de stationnement :
    - vous devez en demander une autre.

No word changes and none moves: the condition stays with the rule that it governs, and « elle »
with the noun that it stands for. A condition that comes last is announced: « … dans ce cas : ».
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy

_CASE = re.compile(
    r"(?:(?:Mais|Toutefois,|Cependant,|Ainsi,?|En effet,|De plus,|Par ailleurs,|En outre,|Enfin,"
    r"|De même,|En revanche,|Par exemple,) )?"
    r"(?:(?:si|lorsque|quand|dès que|tant que|une fois que|après que)[ \u00a0]"
    r"|(?:s|lorsqu|dès qu|tant qu|une fois qu)[’']"
    r"|(?:en cas|en l[’']absence|à défaut|faute|à l[’'](?:expiration|issue|échéance)|au terme"
    r"|au-delà|dans les zones|pendant la (?:durée|période)) (?:de |d[’']|du |des )?"
    r"|(?:après|avant|dès) (?=l[ae’'])"
    r"|(?:du|à compter du|à partir du|jusqu[’']au|entre le) (?=[^,]*\d))",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"(?:vous|nous|on|ils?|elles?|ce|cet|cette|ces|les?|la|une?|des|votre|vos|leurs?|son|sa|ses"
    r"|aucune?|chaque|toute?)[ \u00a0]|l[’']|seule?s? l[ae’']|c[’']est\b"
)
_MARKED = re.compile(r"[;:«»\n]")
_LAST = re.compile(
    r"(?P<rule>[^;:«»\n]+?)(?P<except>,? sauf)?[ \u00a0](?P<case>(?:si[ \u00a0]|s[’'](?=ils?\b)|"
    r"lorsque[ \u00a0]|lorsqu[’']|dès[ \u00a0]que[ \u00a0])[^;:«»\n]+)"
)
#: « renseignez-vous », « adressez une lettre »: a rule that is told.
_TOLD = re.compile(r"[a-zà-ÿ]{3,}ez(?:-vous)?[ \u00a0]")
#: Words after which « si » says something else: « même si », « sauf si », « ou si », « et si ».
_BOUND = re.compile(
    r"(?:même|sauf|comme|et|ou|mais|que|seulement|uniquement|notamment|excepté|y compris|soit|,"
    r"|savoir|exemple|surtout|\w*(?:vérifi|demand|indiqu|précis|déclar|examin|regard|ignor|contrôl"
    r"|signal|mentionn|inform|décid|détermin)\w*|dire|dit|voir|sais|sait)$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:qu[ie]|dont|où)\b|\bqu[’']")
_SHORTEST = 4


def cut(doc: Any) -> list[str] | None:
    return _first(doc) or _last(doc)


def _first(doc: Any) -> list[str] | None:
    """The case ends at the first comma after which a whole sentence stands."""
    text = doc.text
    if not _CASE.match(text) or _MARKED.search(text):
        return None
    for comma in re.finditer(r",[ \u00a0]", text):
        case, rule = text[: comma.start()], text[comma.end() :]
        if min(anatomy.length(case), anatomy.length(rule)) < _SHORTEST:
            continue
        if _is_rule(rule):
            return None if anatomy.has_scope(rule) else [f"{case} :\n- {rule}"]
    return None


def _is_rule(text: str) -> bool:
    return bool(_TOLD.match(text)) or bool(_RULE.match(text) and anatomy.stands_alone(text))


def _last(doc: Any) -> list[str] | None:
    match = _LAST.fullmatch(doc.text.rstrip(". "))
    if match is None or not doc.text.rstrip().endswith("."):
        return None
    rule, case = match["rule"], match["case"]
    if _BOUND.search(rule) or _OPEN.search(rule) or anatomy.has_scope(rule):
        return None
    if min(anatomy.length(case), anatomy.length(rule)) < _SHORTEST:
        return None
    if not match["except"] and "dans" in rule.split()[-4:]:  # « dans… dans ce cas »
        return None
    if not anatomy.stands_alone(rule + "."):
        return None
    if any(_is_rule(rest) for rest in re.split(r",[ \u00a0]", case)[1:]):
        return None
    return [f"{rule}{', sauf' if match['except'] else ''} dans ce cas :\n- {case}."]
