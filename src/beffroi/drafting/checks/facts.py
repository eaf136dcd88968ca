"""Facts that must survive, and facts that nobody gave: the seam to :mod:`beffroi.fidelity`."""

from __future__ import annotations

from beffroi.drafting.floor.act import without_formulas
from beffroi.findings import CheckContext, Finding


def check_facts(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """The findings of the fidelity room. Visas and formulas stay out of what must be kept when the
    modèle says so (``"visa"`` in ``may_omit``); the draft may still cite them."""
    from beffroi.fidelity import compare

    taken = ""
    if "visa" in context.may_omit:
        source, taken = without_formulas(source)
    if not source.strip():
        return []
    return compare(
        source,
        draft,
        kind=context.kind,
        may_omit=context.may_omit,
        sheet="\n".join(filter(None, (context.sheet, taken))),
    )
