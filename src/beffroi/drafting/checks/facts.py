"""Facts that must survive, and facts that nobody gave: the seam to :mod:`beffroi.fidelity`.

What is not matter for comparison is blanked first, at the same length, so that offsets stay true:
visas and formulas that the modèle lets stay in the original, the questions of our own sheet, the
citation marks of a summary.
"""

from __future__ import annotations

import re

from beffroi.drafting.checks.citations import CITATION
from beffroi.drafting.floor.act import read_act, without_formulas
from beffroi.drafting.voice import ALL_TITLES, without_glossary
from beffroi.findings import CheckContext, Finding

_QUESTION = re.compile(r"^## +(?P<title>[^\n]+)$", re.M)


def check_facts(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """The findings of the fidelity room on what is to be compared."""
    from beffroi.fidelity import compare

    compared, taken = _of_source(source, draft, context)
    told = _of_draft(draft, context)
    if "visa" in context.may_omit:
        compared, told = _without_same_signature(source, compared, told)
    if not compared.strip():
        return []
    return compare(
        compared,
        told,
        kind=context.kind,
        may_omit=context.may_omit,
        sheet="\n".join(filter(None, (context.sheet, taken))),
    )


def _of_source(source: str, draft: str, context: CheckContext) -> tuple[str, str]:
    """The source to compare with, and what was blanked, which the draft may still cite."""
    if "visa" not in context.may_omit:
        return source, ""
    signed = [line.span.of(source) for line in read_act(source).all("signature")]
    unsigned = "signataire" in context.may_omit and not any(words in draft for words in signed)
    return without_formulas(source, signature=unsigned)


def _without_same_signature(source: str, compared: str, draft: str) -> tuple[str, str]:
    """Who signed and when, blanked in both texts where the words are the same: laid out on one
    line, they would read as a sentence in which somebody acts."""
    for line in read_act(source).all("signature"):
        words = line.span.of(source).strip(" ,.").split()
        found = re.search(r"\s+".join(map(re.escape, words)), draft) if words else None
        if found:
            start, end = line.span.start, line.span.end
            compared = compared[:start] + " " * (end - start) + compared[end:]
            start, end = found.span()
            draft = draft[:start] + " " * (end - start) + draft[end:]
    return compared, draft


def _of_draft(draft: str, context: CheckContext) -> str:
    if context.kind == "summary":
        draft = CITATION.sub(lambda mark: " " * len(mark.group(0)), draft)
    if context.kind == "poster":
        draft = draft.replace("\n", ";")
    return _QUESTION.sub(_blank_question, without_glossary(draft))


def _blank_question(heading: re.Match[str]) -> str:
    words = " ".join(heading["title"].split()).rstrip(" ?\u202f")
    known = {title.rstrip(" ?\u00a0") for title in ALL_TITLES}
    return " " * len(heading.group(0)) if words in known else heading.group(0)
