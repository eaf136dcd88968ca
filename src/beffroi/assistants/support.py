"""Whether a passage supports a sentence of a model: by code, never by trust.

Every figure, name, link and fact of the sentence must be in its passage; most of its words too; its
meaning must be near; and :mod:`beffroi.fidelity` must find no change of modality, denial, bound,
condition or role. A doubt removes the sentence: the quoted passage stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from beffroi.assistants.terms import terms
from beffroi.embedding.types import Embedder
from beffroi.fidelity import compare, facts
from beffroi.fidelity.same import same
from beffroi.fidelity.types import Fact
from beffroi.french import sentences
from beffroi.french.flat import bare, flat

#: Share of the words of a sentence that its passage, its title or the question must hold.
WORDS = 0.6
#: Least likeness of meaning between a sentence and the passage that it cites (cosine).
MEANING = 0.35
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LINK = re.compile(r"https?://\S+|www\.\S+|\b[\w.+-]+@[\w-]+\.[\w.]+", re.I)
_NAME = re.compile(r"(?<=[a-zà-ÿ,;:] )[A-ZÀÂÉÈÊÎÔÇ][\w’'-]{2,}")
_MARKUP = re.compile(r"<[^>]*>|!\[|\]\(|```")
#: A figure is not given without the others of its sentence, nor without what it depends on.
_ONLY = re.compile(r"(?:condition|exception|restriction)\.omission")
_OTHERS = re.compile(r"(?:montant|taux|duree|quantite)\.omission")
_FIGURES = frozenset({"montant", "taux", "duree", "quantite"})
#: Where what goes with a figure ends.
_PART = re.compile(r", | ; |;|\. ")
#: Leaving out is no fault in an answer; changing or adding is.
_LEFT_OUT = re.compile(r"omission|disparu|absent|perdu|laisse|manqu")


def supports(
    passage: str, sentence: str, *, title: str, question: str, embedder: Embedder | None
) -> bool:
    """Whether ``passage`` (titled ``title``) says ``sentence``, answering ``question``."""
    if _MARKUP.search(sentence) or not sentence.strip():
        return False
    given = f"{title}\n{passage}"
    return (
        _all_in(_NUMBER, sentence, given)
        and _all_in(_LINK, sentence, given)
        and _all_in(_NAME, sentence, f"{given}\n{question}")
        and _facts_in(sentence, given)
        and _words_in(sentence, given, question)
        and _means(sentence, passage, embedder)
        and not _bent(passage, sentence)
        and not _torn(passage, sentence)
    )


def best_support(
    passages: Sequence[tuple[str, str]],
    sentence: str,
    *,
    first: int | None,
    question: str,
    embedder: Embedder | None,
) -> int | None:
    """The rank of the passage (title, text) that supports ``sentence``: ``first``, the one it
    names, else another; ``None`` when none does."""
    ranks = list(range(len(passages)))
    if first is not None and 0 <= first < len(passages):
        ranks.sort(key=lambda rank: rank != first)
    for rank in ranks:
        title, text = passages[rank]
        if supports(text, sentence, title=title, question=question, embedder=embedder):
            return rank
    return None


def _all_in(pattern: re.Pattern[str], sentence: str, given: str) -> bool:
    held = {_plain(found) for found in pattern.findall(given)} if pattern is _NUMBER else set()
    whole = _plain(given)
    return all(
        _plain(found) in held if pattern is _NUMBER else _plain(found) in whole
        for found in pattern.findall(sentence)
    )


def _plain(text: str) -> str:
    return bare(flat(text)).strip(" .,;:")


def _facts_in(sentence: str, given: str) -> bool:
    known = facts(given)
    return all(
        any(fact.family == other.family and same(other, fact) for other in known)
        or _plain(fact.text) in _plain(given)
        for fact in facts(sentence)
    )


def _words_in(sentence: str, given: str, question: str) -> bool:
    said = set(terms(sentence))
    if not said:
        return False
    held = set(terms(given))
    own = said - set(terms(question))
    return len(said & held) >= WORDS * len(said) and len(own & held) >= WORDS * len(own)


def _means(sentence: str, passage: str, embedder: Embedder | None) -> bool:
    if embedder is None:
        return True
    one, other = embedder.embed([sentence, passage])
    return float(one @ other) >= MEANING


def _bent(passage: str, sentence: str) -> bool:
    """Whether something that the passage says is said otherwise."""
    return any(
        finding.severity == "bloquant" and not _LEFT_OUT.search(finding.type)
        for finding in compare(passage, sentence, kind="summary")
    )


def _torn(passage: str, sentence: str) -> bool:
    """« Un repas coûte 1 euro », when the passage says « 1 euro jusqu’à tel quotient, 3,20 euros
    au-delà »: true, and yet it deceives. The passage is quoted instead."""
    given = [fact for fact in facts(sentence) if fact.family in _FIGURES]
    for span in sentences(passage):
        whole = span.of(passage)
        shared = [k for k in facts(whole) if any(same(k, fact) for fact in given)]
        lost = [f.type for f in compare(whole, sentence, kind="plain")] if shared else []
        if any(_ONLY.fullmatch(name) for name in lost):
            return True
        if any(_OTHERS.fullmatch(name) for name in lost) and _alone(shared, whole, sentence):
            return True
    return False


def _alone(shared: Sequence[Fact], whole: str, sentence: str) -> bool:
    """A figure stands in ``sentence`` without the words that go with it in ``whole``."""
    said = set(terms(sentence))
    for fact in shared:
        beside = set(terms(_PART.split(whole[fact.span.end :], maxsplit=1)[0]))
        if len(beside & said) < WORDS * len(beside):
            return True
    return False
