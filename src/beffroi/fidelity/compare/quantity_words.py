"""« Certains » made « tous », « tous » made « certains », a general word that was not there."""

from __future__ import annotations

import re

from beffroi.fidelity.context import mention, nearest
from beffroi.fidelity.reach import origins, text_of
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Severity

WHY = "La règle ne vaut plus pour les mêmes personnes ou les mêmes cas."
_PART = re.compile(
    r"(?<!\w)(?:certain(?:e?s)|plusieurs|quelques|la plupart|une partie|parfois|l'un des|l'une des|(?<!plus )souvent|en general|la majorite des)(?!\w)"  # noqa: E501
)
_WHOLE = re.compile(
    r"(?<!\w)(?:toute (?:la(?= )|l(?='))(?!.(?:annee|semaine|journee|nuit|saison|duree|periode))|tout le(?! (?:monde|temps|mois|reste))|tou(?:s|tes) (?:les|nos|vos|leurs|ses|ces)(?! (?:jours|ans|mois|semaines|deux|trois|quinze|lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches|autres|\d))|quel(?:le)?s? que soi(?:t|ent)|toute l'annee|toujours(?! pas| en | inscri| valabl| ouver| dans)|sans (?:aucune )?(?:condition|exception|limite)s?|(?:ouverte?s? a|pour|a) tous(?! les| [cnv]os| ces| ceux)|dans tous les cas|tout le monde|toute personne|chaque (?:enfant|personne|habitant|famille)|ou vous voulez|quand vous voulez|comme vous voulez|n'importe (?:ou|quand|qui)|(?:dans|sur|pour|par|a) aucune?|y compris)(?!\w)"  # noqa: E501
)
_GENERAL = re.compile(
    r"(?<!\w)(?:tou(?:s|te|tes|t)|chaque|ensemble|integralite|aucune?|quicon\w+|quel(?:le)?s?|totalite|general\w*|partout|tant|permanen\w+|toujours|sans|compris|comprise|annee|public|chacune?|nul(?:le)?|autres?|notamment|reste|les|memes?|une?|libre)(?!\w)"
)
_STRONG_GENERAL = re.compile(
    r"(?<!\w)(?:tou(?:s|te|tes|t)|chaque|ensemble|integralite|aucune?|quicon\w+|quel(?:le)?s? que|totalite|partout|sans|toujours|annee|chacune?|nul(?:le)?|en permanence|permanen\w+|constamment|sans cesse|reste\w*|publi(?:c|cs|que|ques)|libre|compris|unanim\w+|autres? (?:dispositions|articles|regles|cas|jours|points)|notamment|ordre du jour|cumul\w+|par (?:enfant|personne|habitant|famille|foyer|eleve|adulte|agent|logement))(?!\w)"  # noqa: E501
)


#: « même s'il y a plusieurs enfants » says « quel que soit leur nombre ».
_EVEN = re.compile(r"(?<!\w)meme s")


def compare_quantifiers(sides: Sides) -> list[Finding]:
    whole = [mention(sides.draft, "tout", *m.span()) for m in _WHOLE.finditer(sides.draft.plain)]
    part = [
        mention(sides.draft, "partie", *m.span())
        for m in _PART.finditer(sides.draft.plain)
        if not _EVEN.search(sides.draft.plain[max(0, m.start() - 16) : m.start()])
    ]
    said_part = [mention(sides.source, "p", *m.span()) for m in _PART.finditer(sides.source.plain)]
    said_whole = [
        mention(sides.source, "t", *m.span()) for m in _WHOLE.finditer(sides.source.plain)
    ]
    findings: list[Finding] = []
    for said, answers_given, kept in ((said_part, whole, part), (said_whole, part, whole)):
        for one in said:
            answer, score = nearest(sides, one, answers_given)
            if answer and score >= 0.6 and nearest(sides, one, kept)[1] < score:
                findings.append(_finding(sides, one.span, answer.span, "bloquant"))
    for written in whole:
        if any(f.draft == written.span for f in findings):
            continue
        reach = text_of(sides.source, origins(sides, written.sentence))
        if not _STRONG_GENERAL.search(reach):
            best, _ = sides.best_source(written.sentence)
            source = sides.source.sentences[best] if best is not None else None
            findings.append(_finding(sides, source, written.span, "a_verifier"))
    return findings


def _finding(sides: Sides, source, draft, severity: Severity) -> Finding:  # type: ignore[no-untyped-def]
    return finding(
        "quantificateur.changement", severity, "L’étendue de la règle a changé", WHY,
        source=source, draft=draft,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
