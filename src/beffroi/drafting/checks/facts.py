"""Facts that must survive, and facts that nobody gave: figures, contacts, references, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.drafting.floor.act import without_formulas
from beffroi.findings import CheckContext, Finding, Span

_WORDS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20,
    "trente": 30, "soixante": 60,
}  # fmt: skip
_FACT = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<reference>\b[LRDA]\.?[ \u00a0]?\*?\d+(?:-\d+)*)"
    r"|(?P<phone>\b0[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}\b)"
    r"|(?P<number>\d+(?:[ .\u00a0\u202f]\d{3})*(?:,\d+)?)"
    r"|(?P<name>(?<=[a-zé,] )[A-ZÀ-Ý][\w’-]+(?:[ -][A-ZÀ-Ý][\w’-]+)*)"
    r"|(?P<word>\b(?:" + "|".join(w for w in _WORDS if w not in ("un", "une")) + r")\b)"
    r"|(?P<not>\b(?:sauf|sans|aucune?|ni|jamais|hormis)\b|\bn(?:e |[’'])[^.;]{1,40}?\b(?:pas|que|plus)\b"
    r"|\binterdi\w+)",
)
_TITLES = {
    "mail": "Adresse électronique", "reference": "Référence", "phone": "Téléphone",
    "number": "Nombre", "name": "Nom", "word": "Nombre", "not": "Négation ou restriction",
}  # fmt: skip


def check_facts(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """Blocking: a fact of the source that the draft does not have, or the contrary."""
    taken = ""
    if "visa" in context.may_omit:
        source, taken = without_formulas(source)
    ours, theirs = list(_facts(source)), list(_facts(draft))
    allowed = {key for _, key, _ in theirs}
    known = {key for _, key, _ in ours} | {key for _, key, _ in _facts(context.sheet + taken)}
    lost = {key: (kind, span) for kind, key, span in ours if key not in allowed}
    found = [_lost(source, kind, span) for kind, span in lost.values() if _kept(kind, context)]
    new = {key: (kind, span) for kind, key, span in theirs if key not in known}
    return found + [_added(draft, kind, span) for kind, span in new.values() if kind != "not"]


def _kept(kind: str, context: CheckContext) -> bool:
    short = context.kind in ("sms", "social", "poster", "summary")
    return not short and not (kind == "reference" and "reference_juridique" in context.may_omit)


def _facts(text: str) -> Iterator[tuple[str, str, Span]]:
    for match in _FACT.finditer(text):
        kind = str(match.lastgroup)
        yield kind, _key(kind, match.group(0)), Span(start=match.start(), end=match.end())


def _key(kind: str, words: str) -> str:
    if kind == "not":
        return "not"
    if kind == "word":
        return str(_WORDS[words])
    bare = re.sub(r"[ .\u00a0\u202f-]", "", words).casefold()
    return bare.lstrip("0") if kind == "number" else bare


def _lost(source: str, kind: str, span: Span) -> Finding:
    return Finding(
        type=f"fait.perdu.{kind}",
        severity="bloquant",
        title=f"{_TITLES[kind]} : absent du brouillon",
        message="Le texte d’origine le dit, le brouillon ne le dit plus.",
        source=span,
        source_text=span.of(source),
    )


def _added(draft: str, kind: str, span: Span) -> Finding:
    severe = kind in ("mail", "phone", "number", "reference")
    return Finding(
        type=f"fait.ajoute.{kind}",
        severity="bloquant" if severe else "a_verifier",
        title=f"{_TITLES[kind]} : absent de l’original",
        message="Le brouillon le dit, le texte d’origine ne le dit pas.",
        draft=span,
        draft_text=span.of(draft),
    )
