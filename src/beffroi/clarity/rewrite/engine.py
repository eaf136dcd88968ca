"""Rewrite a text by rule: the floor of clarity, without any model.

Sentence by sentence: long ones are cut first, on the wording of the source; then duties, nouns of
action and administrative words; then dates and amounts take one form. A rule that would lose a
fact, or leave a quotation open, is dropped by :mod:`.guard`.
"""

from __future__ import annotations

import re

from beffroi.clarity.rewrite import guard
from beffroi.clarity.rewrite.duties import state_duties
from beffroi.clarity.rewrite.nominal import denominalise
from beffroi.clarity.rewrite.shapes import unify
from beffroi.clarity.rewrite.split.parse import parsed
from beffroi.clarity.rewrite.split.rules import RULES
from beffroi.clarity.rewrite.substitute import substitute
from beffroi.clarity.rewrite.types import Applied, Rewriting, RewrittenSentence
from beffroi.findings import Span
from beffroi.french import capitalised, plain_spaces, sentences, word_texts

#: Words beyond which a sentence is cut (RLS 4.1; the usual advice is 15 to 20).
LONGEST = 20
_MOST_CUTS = 8
_WRAP = re.compile(r"[ \t]*\n[ \t]*")


def rewrite(text: str, *, longest: int = LONGEST) -> Rewriting:
    """``text`` in plainer words and shorter sentences, by rule alone.

    ``longest``: number of words beyond which a sentence is cut. What no rule can improve comes
    back as it was, character for character. Raises :class:`beffroi.errors.InstallError` when
    Lexique or the grammar model is absent.
    """
    pieces: list[str] = []
    done: list[RewrittenSentence] = []
    at = size = 0
    for span in sentences(text):
        gap = text[at : span.start]
        new, applied = rewrite_sentence(span.of(text), longest=longest)
        start = size + len(gap)
        pieces += [gap, new]
        size = start + len(new)
        done.append(
            RewrittenSentence(source=span, text=Span(start=start, end=size), applied=applied)
        )
        at = span.end
    pieces.append(text[at:])
    return Rewriting(source=text, text="".join(pieces), sentences=tuple(done))


def rewrite_sentence(sentence: str, *, longest: int = LONGEST) -> tuple[str, tuple[Applied, ...]]:
    """One sentence of the source → one or several, and the rules that fired."""
    flat = _WRAP.sub(" ", sentence) if "\n" in sentence else sentence
    pieces, applied = _cut(flat, longest)
    out: list[str] = []
    for piece in pieces:
        plain, rules = _worded(piece)
        out.append(plain)
        applied += rules
    if not applied:
        return sentence, ()
    return " ".join(out), tuple(applied)


def _cut(sentence: str, longest: int) -> tuple[list[str], list[Applied]]:
    """Cut until no sentence is longer than ``longest`` words or no rule is sure."""
    pending, whole, applied = [sentence], [], list[Applied]()
    while pending:
        current = pending.pop(0)
        step = _one_cut(current, longest) if len(applied) < _MOST_CUTS else None
        if step is None:
            whole.append(current)
            continue
        pieces, rule = step
        applied.append(rule)
        pending = pieces + pending
    return whole, applied


def _one_cut(sentence: str, longest: int) -> tuple[list[str], Applied] | None:
    if len(word_texts(sentence)) <= longest or "\n" in sentence or not guard.balanced(sentence):
        return None
    if sentence.rstrip().endswith(":"):  # it introduces what follows: nothing may come between
        return None
    doc = parsed(plain_spaces(sentence))
    for name, reason, cut in RULES:
        pieces = cut(doc)
        if pieces is None:
            continue
        pieces = [capitalised(piece.strip()) for piece in pieces]
        after = " ".join(pieces)
        if all(map(guard.balanced, pieces)) and guard.kept(sentence, after):
            return pieces, Applied(rule=name, reason=reason, before=sentence, after=after)
    return None


def _worded(sentence: str) -> tuple[str, list[Applied]]:
    """Plain words; each step is kept only if the facts are."""
    applied: list[Applied] = []
    for step in (state_duties, denominalise, substitute, denominalise, unify):
        new, rules = step(sentence)
        if rules and guard.balanced(new) == guard.balanced(sentence):
            sentence = new
            applied += rules
    return sentence, applied
