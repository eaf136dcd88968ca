"""What was asked, considered or possible, and is now said as done or certain; and vague words."""

from __future__ import annotations

import re

from beffroi.fidelity.context import mention
from beffroi.fidelity.reach import ENOUGH, origins, text_of
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

WHY = "Une possibilité ou une demande serait prise pour un fait acquis."
WHY_VAGUE = "Un mot vague remplace une précision de la source."
_OPEN = re.compile(
    r"(?<!\w)(?:pourrai(?:t|ent)|serai(?:t|ent)|devrai(?:t|ent)|aurai(?:t|ent)|peut-etre|eventuel\w*|susceptibles?"
    r"|risqu\w+ d[e']|envisag\w+|souhait(?:e|ent|ons|ait)(?! vous)(?!\w)|a (?:demande|sollicite)|avons (?:demande|sollicite)|ont demande|demande(?:nt)? (?:a|qu[e'])|sollicit(?:e|ee|ait|ent)(?!\w)"  # noqa: E501
    r"|saisie? d'une demande|propos(?:e|ent|ons) (?:de|d'|a|qu)|reflechi\w* (?:a|sur)|sugger\w+|evoqu\w+ (?:la possibilite|l'hypothese|l'idee)|projett?\w* de|projet(?!s? ?:| de (?:convention|budget|deliberation|loi|contrat|reglement)|s? )(?= d[e'](?:installer|construire|creer|faire|amenager))|en projet|(?:peut|peuvent|pourra|pourront) (?:faire l'objet|donner lieu|avoir lieu|entrainer|aller|recevoir|conduire)"  # noqa: E501
    r"|autorise (?:le|la|les|monsieur|madame) \w+(?: \w+)? a|a l'etude|(?:etudi|examin)\w+ (?:la possibilite|l'opportunite|l'hypothese)|previ(?:t|ent) de|en attente|(?:delai|duree|temps|cout|montant|prix|date|attente|calendrier)s?(?: \w+){0,2} (?:moyen|estim|indicati|previsionn|approximati)\w*|en moyenne|a titre indicatif)(?!\w)"  # noqa: E501
)
_HEDGED = re.compile(
    r"(?<!\w)(?:enquete|consultation|p(?:eu(?:t|vent|x)|ouv\w+|ourr\w+)|peut-etre|si|s'il|s'ils|possib\w*|eventuel\w*|risqu\w+|envisag\w+|pens\w+|souhait\w*|voudr\w+|veut|veulent|voul\w+|demand\w*|sollicit\w*|propos(?!era|eront|erons)\w*|projet\w*"
    r"|susceptib\w*|devrai\w*|serai\w+|aurai\w+|estim\w*|environ|pour (?:contest|demand|saisi|depos|obten)\w+|droit|delai|[a-z]{2,}(?<!t)rai(?:t|ent|s)|prevo\w+|autoris\w+|permet\w*|etud\w+|attente|attend\w*|espere\w*|reserve|condition|encore|jusqu'a|avant|moyen\w*|environ|indicati\w*|previsionn\w*|approximati\w*|a peu pres|invit\w+|reflech\w+|candidat\w*|avis|concert\w+)(?!\w)"  # noqa: E501
)
_VAGUE = re.compile(
    r"(?<!\w)(?:rapidement|prochainement|bientot|(?:tres )?vite|des que possible|au plus vite|dans les (?:meilleurs|plus brefs|plus courts) delais|sous peu|un certain (?:temps|delai|nombre|montant)|une (?:grande |bonne |petite )?partie|un petit|une petite|quelque temps|de temps en temps|regulierement|(?<!au )plus tard|un supplement|beaucoup|la plupart|de nombreu\w+|parfois|generalement|en general|habituellement)(?!\w)"  # noqa: E501
)


#: « nul ne peut être inscrit »: what is denied is not possible.
_DENIED = re.compile(r"(?<!\w)(?:ne|n|nul|nulle|aucune?|sans)(?!\w)[^.;:!?,]*$")
_SOME = re.compile(
    r"(?<!\w)(?:partie|plupart|certain\w*|plusieurs|quelques|divers\w*|parfois|souvent)(?!\w)"
)
_MUCH = re.compile(
    r"(?<!\w)(?:elev\w+|importan\w+|forte?s?|grande?s?|nombreu\w+|massi\w+|majorit\w+)(?!\w)"
)


def compare_certainty(sides: Sides) -> list[Finding]:
    findings = []
    for match in _OPEN.finditer(sides.source.plain):
        said = mention(sides.source, "ouvert", *match.span())
        if _DENIED.search(sides.source.plain[max(0, match.start() - 40) : match.start()]):
            continue
        index, score = sides.best_draft(said.sentence)
        if index is None or score < ENOUGH:
            continue
        reach = [
            j for j, s in enumerate(sides.likeness[said.sentence]) if s >= max(ENOUGH, 0.85 * score)
        ]
        if _HEDGED.search(text_of(sides.draft, reach)):
            continue
        findings.append(
            finding(
                "certitude.ajout", "a_verifier", "Ce qui était possible est dit comme certain", WHY,
                source=said.span, draft=sides.draft.sentences[index],
                source_text=sides.source.text, draft_text=sides.draft.text,
                suggestion=said.span.of(sides.source.text),
            )
        )  # fmt: skip
    return findings


def compare_vagueness(sides: Sides) -> list[Finding]:
    findings = []
    for match in _VAGUE.finditer(sides.draft.plain):
        written = mention(sides.draft, "vague", *match.span())
        reach = text_of(sides.source, origins(sides, written.sentence))
        many = match[0] in ("beaucoup", "la plupart") and _MUCH.search(reach)
        some = _SOME.search(match[0]) and _SOME.search(reach)
        if many or some or match[0] in reach or _VAGUE.search(reach) or _same_root(match[0], reach):
            continue
        best, _ = sides.best_source(written.sentence)
        findings.append(
            finding(
                "flou.ajout", "a_verifier", "Un mot vague est ajouté", WHY_VAGUE,
                source=sides.source.sentences[best] if best is not None else None,
                draft=written.span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings


def _same_root(phrase: str, reach: str) -> bool:
    word = max(phrase.split(), key=len)
    return len(word) >= 5 and word[:5] in reach
