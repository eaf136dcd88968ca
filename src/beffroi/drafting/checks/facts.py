"""Facts that must survive, and facts that nobody gave: the seam to :mod:`beffroi.fidelity`."""

from __future__ import annotations

from beffroi.drafting.checks.citations import CITATION
from beffroi.drafting.floor.act import without_formulas
from beffroi.findings import CheckContext, Finding


def check_facts(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """The findings of the fidelity room. Visas and formulas stay out of what must be kept when the
    modèle says so (``"visa"`` in ``may_omit``); the draft may still cite them."""
    from beffroi.fidelity import compare

    taken = ""
    if "visa" in context.may_omit:
        source, taken = without_formulas(source, signature="signataire" in context.may_omit)
    if context.kind == "summary":
        draft = CITATION.sub(lambda mark: " " * len(mark.group(0)), draft)
    if context.kind == "poster":
        draft = draft.replace("\n", ";")
    if not source.strip():
        return []
    return compare(
        source,
        draft,
        kind=context.kind,
        may_omit=context.may_omit,
        sheet="\n".join(filter(None, (context.sheet, taken))),
    )
