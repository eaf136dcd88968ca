"""The French of the findings: source says | rewrite says | why it matters."""

from __future__ import annotations

import re

from beffroi.fidelity.types import FAMILY_NAMES, Family
from beffroi.findings import Finding, Severity, Span

WHY: dict[str, str] = {
    "date": "Une date fausse ou absente fait manquer un rendez-vous, un délai, un droit.",
    "heure": "La personne peut trouver porte close ou arriver trop tard.",
    "jour": "La personne peut venir un jour où ce n’est pas ouvert, ou se croire à l’abri à tort.",
    "duree": "Un délai ou une durée qui change fait perdre un droit ou naître une obligation.",
    "montant": "La personne paierait, ou attendrait, une somme qui n’est pas la bonne.",
    "taux": "Le calcul de ce qui est dû ou accordé ne serait plus le même.",
    "quantite": "Une mesure fausse change ce qui est permis ou demandé.",
    "nombre": "Un nombre faux change ce qui est demandé, accordé ou décidé.",
    "vote": "Le résultat d’un vote fait foi : il se recopie sans changement.",
    "telephone": "La personne ne pourrait plus joindre le service.",
    "courriel": "La personne ne pourrait plus joindre le service.",
    "site": "La personne ne trouverait pas la bonne page.",
    "adresse": "La personne se rendrait au mauvais endroit.",
    "voie": "La personne se tromperait d’endroit.",
    "code_postal": "L’adresse ne serait plus la bonne.",
    "reference": "La référence permet de vérifier le droit qui s’applique.",
    "acte": "Le numéro permet de retrouver l’acte.",
    "nom": "La personne ou l’organisme nommé n’est plus le même.",
    "sigle": "Un même sigle a souvent plusieurs sens : une erreur envoie au mauvais organisme.",
}


#: A passage at least this long is understood alone; a shorter one is shown with this much around.
_CLEAR, _AROUND = 24, 48
_EDGE = re.compile(r"[.;!?\n](?=\s|$)|\n")


def quote(text: str, *, most: int = 160) -> str:
    """``text`` between French quotes, on one line, cut at ``most`` characters."""
    line = " ".join(text.split())
    return f"«\u00a0{line if len(line) <= most else line[: most - 1] + '…'}\u00a0»"


def in_context(text: str, span: Span | None) -> str:
    """The passage, with the words around it in its clause when it is too short to be understood:
    « doit » alone says nothing to who reads the finding."""
    if span is None:
        return ""
    if span.end - span.start >= _CLEAR:
        return span.of(text)
    low = max(_before(text, span.start), span.start - _AROUND)
    high = min(_after(text, span.end), span.end + _AROUND)
    before, after = text[low : span.start], text[span.end : high]
    if low and not _EDGE.match(text[low - 1]):
        before = "…" + before.partition(" ")[2]
    if high < len(text) and not _EDGE.match(text[high]):
        after = after.rpartition(" ")[0] + "…"
    return (before + span.of(text) + after).strip()


def _before(text: str, end: int) -> int:
    return max((m.end() for m in _EDGE.finditer(text, 0, end)), default=0)


def _after(text: str, start: int) -> int:
    found = _EDGE.search(text, start)
    return found.start() if found else len(text)


def message(source_text: str, draft_text: str, why: str) -> str:
    """One paragraph that says what each text says and why it matters."""
    source = quote(source_text) if source_text else "rien de tel"
    draft = quote(draft_text) if draft_text else "rien de tel"
    return f"La source dit\u00a0: {source}. La réécriture dit\u00a0: {draft}. {why}"


def title(family: Family, event: str) -> str:
    """« La date a changé », « Le montant manque », « Le nombre est ajouté »."""
    name = FAMILY_NAMES[family]
    plural = family == "jour"
    verb = {
        "change": "ont changé" if plural else "a changé",
        "omis": "manquent" if plural else "manque",
        "ajoute": "sont ajoutés" if plural else "apparaît sans être dans la source",
    }[event]
    return f"{name[0].upper()}{name[1:]} {verb}"


def finding(
    kind: str,
    severity: Severity,
    heading: str,
    why: str,
    *,
    source: Span | None,
    draft: Span | None,
    source_text: str,
    draft_text: str,
    suggestion: str = "",
) -> Finding:
    """A finding whose spans and substrings agree. The texts are the whole texts."""
    said = source.of(source_text) if source else ""
    written = draft.of(draft_text) if draft else ""
    return Finding(
        type=kind,
        severity=severity,
        title=heading,
        message=message(in_context(source_text, source), in_context(draft_text, draft), why),
        source=source,
        draft=draft,
        source_text=said,
        draft_text=written,
        suggestion=suggestion,
    )
