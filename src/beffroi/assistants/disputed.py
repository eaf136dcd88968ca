"""Passages that disagree on a figure: said in the answer, with both, never settled.

A rule that two documents give at two prices is not answered by the first that was found.
"""

from __future__ import annotations

from dataclasses import replace

from beffroi.assistants.types import Answer, Citation, Sentence
from beffroi.findings import Finding, Span
from beffroi.knowledge import Found, Source
from beffroi.knowledge.contradictions import Disagreement, disagreements_among

_NB = "\N{NO-BREAK SPACE}"
#: Disagreements told in one answer.
MOST = 2


def disputed(whole: Answer, found: Found) -> Answer:
    """``whole``, ended by what the found passages say otherwise than those that it cites.

    Each disagreement is one sentence that bears both passages, and one finding. An answer that
    found nothing is returned as it is.
    """
    if whole.status != "repondu":
        return whole
    sources = {hit.source.id: hit.source for hit in found.hits}
    pairs = disagreements_among((hit.source, hit.passage) for hit in found.hits)
    told = [pair for pair in pairs if any(_cited(whole, pair, side) for side in (0, 1))]
    for pair in told[:MOST]:
        whole = _with(whole, pair, sources)
    return whole


def _cited(whole: Answer, pair: Disagreement, side: int) -> bool:
    return _rank(whole.citations, pair.ids[side], pair.spans[side]) is not None


def _rank(citations: tuple[Citation, ...], id_: str, span: Span) -> int | None:
    """The citation that holds the beginning of ``span``."""
    for rank, cited in enumerate(citations):
        if cited.document_id == id_ and cited.span.start <= span.start < cited.span.end:
            return rank
    return None


def _with(whole: Answer, pair: Disagreement, sources: dict[str, Source]) -> Answer:
    citations, ranks = whole.citations, []
    for id_, span in zip(pair.ids, pair.spans, strict=True):
        rank = _rank(citations, id_, span)
        if rank is None:
            rank, citations = len(citations), (*citations, _citation(sources[id_], span))
        ranks.append(rank)
    said = (
        f"À vérifier{_NB}: «{_NB}{pair.titles[0]}{_NB}» dit {pair.values[0]}, "
        f"«{_NB}{pair.titles[1]}{_NB}» dit {pair.values[1]}."
    )
    return replace(
        whole,
        text=f"{whole.text}\n\n{said}",
        sentences=(*whole.sentences, Sentence(text=said, cites=tuple(ranks))),
        citations=citations,
        findings=(*whole.findings, _finding(said)),
    )


def _citation(source: Source, span: Span) -> Citation:
    return Citation(
        document_id=source.id,
        title=source.title,
        span=span,
        text=span.of(source.text),
        url=source.url,
    )


def _finding(said: str) -> Finding:
    return Finding(
        type="source.contradiction",
        severity="a_verifier",
        title="Deux documents ne disent pas la même chose",
        message=said,
    )
