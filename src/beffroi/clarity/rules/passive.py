"""A passive turn."""

from __future__ import annotations

from collections.abc import Iterator

from beffroi.clarity.lexis import passives, simple
from beffroi.clarity.rewrite.voice import activate
from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule
from beffroi.findings import Span

MESSAGE = "Tournure passive : dites plutôt qui fait l’action, si le texte le dit."


def find(reading: Reading) -> Iterator[Hit]:
    following = [*reading.sentences[1:], None]
    for (span, spans, low), after in zip(reading.each(), following, strict=True):
        found = list(passives([simple(word) for word in low]))
        active = _active(span.of(reading.text), after.of(reading.text) if after else "")
        if found and active:
            yield Hit(span=span, message=MESSAGE, suggestion=active)
            continue
        for start, stop in found:
            yield Hit(span=Span(start=spans[start].start, end=spans[stop - 1].end), message=MESSAGE)


def _active(sentence: str, follows: str) -> str:
    """The sentence in the active voice when it names its agent and no doubt is left."""
    new, applied = activate(sentence, follows=follows)
    return new if applied else ""


RULE = Rule(
    name="voix_passive",
    title="Tournure passive",
    reason="La voix active dit qui agit, dans l’ordre où on l’attend.",
    reference="RLS 7.3",
    find=find,
    caution=FIDELITY_FIRST
    + "si le texte ne dit pas qui agit, gardez le passif, n’inventez personne.",
)
