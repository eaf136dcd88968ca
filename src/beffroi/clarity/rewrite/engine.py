"""Rewrite a text by rule: the floor of clarity, without any model.

Sentence by sentence: long ones are cut first, on the wording of the source; then who acts, duties,
nouns of action and administrative words; then dates and amounts take one form. A rule that would
lose a fact, or leave a quotation open, is dropped by :mod:`.guard`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from beffroi.clarity.rewrite import guard
from beffroi.clarity.rewrite.duties import state_duties
from beffroi.clarity.rewrite.nominal import denominalise
from beffroi.clarity.rewrite.shapes import unify
from beffroi.clarity.rewrite.split.parse import parsed
from beffroi.clarity.rewrite.split.rules import RULES
from beffroi.clarity.rewrite.substitute import substitute
from beffroi.clarity.rewrite.types import Applied, Rewriting, RewrittenSentence
from beffroi.clarity.rewrite.voice import activate
from beffroi.findings import Span
from beffroi.french import capitalised, plain_spaces, sentences, word_texts

#: Words beyond which a sentence is cut (RLS 4.1; the usual advice is 15 to 20).
LONGEST = 20
_MOST_CUTS = 8
_MARK = "\n- "
#: Rules that leave at the end the words that introduce a list.
_BEFORE_LISTS = frozenset({"propositions", "relative", "participe"})
_WRAP = re.compile(r"[ \t]*\n[ \t]*")


def rewrite(text: str, *, longest: int = LONGEST, whole: bool = True) -> Rewriting:
    """``text`` in plainer words and shorter sentences, by rule alone.

    ``longest``: number of words beyond which a sentence is cut. ``whole``: nothing follows
    ``text``; else its last sentence keeps its subject first, which the next one may take up.
    What no rule can improve comes back as it was, character for character. Raises
    :class:`beffroi.errors.InstallError` when Lexique or the grammar model is absent.
    """
    pieces: list[str] = []
    done: list[RewrittenSentence] = []
    at = size = 0
    spans = sentences(text)
    for rank, span in enumerate(spans):
        gap = text[at : span.start]
        last = rank + 1 == len(spans)
        follows = ("" if whole else None) if last else spans[rank + 1].of(text)
        new, applied = rewrite_sentence(span.of(text), longest=longest, follows=follows)
        start = size + len(gap)
        pieces += [gap, new]
        size = start + len(new)
        done.append(
            RewrittenSentence(source=span, text=Span(start=start, end=size), applied=applied)
        )
        at = span.end
    pieces.append(text[at:])
    return Rewriting(source=text, text="".join(pieces), sentences=tuple(done))


def rewrite_sentence(
    sentence: str, *, longest: int = LONGEST, follows: str | None = None
) -> tuple[str, tuple[Applied, ...]]:
    """One sentence of the source → one or several, and the rules that fired.

    ``follows``: the sentence that comes next, empty at the end of a text, ``None`` if unknown.
    """
    flat = _WRAP.sub(" ", sentence) if "\n" in sentence else sentence
    pieces, applied = _cut(flat, longest)
    out: list[str] = []
    for piece, after in zip(pieces, [*pieces[1:], follows], strict=True):
        plain, rules = _worded(piece, after)
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
            whole.append(_cut_items(current, longest, applied))
            continue
        pieces, rule = step
        applied.append(rule)
        pending = pieces + pending
    return whole, applied


def _one_cut(sentence: str, longest: int) -> tuple[list[str], Applied] | None:
    if len(word_texts(sentence)) <= longest or "\n" in sentence or not guard.balanced(sentence):
        return None
    announces = sentence.rstrip().endswith(":")
    doc = parsed(plain_spaces(sentence))
    for name, reason, cut in RULES:
        pieces = cut(doc)
        if pieces is None:
            continue
        pieces = [capitalised(piece.strip()) for piece in pieces]
        after = " ".join(pieces)
        if announces and not _still_announces(name, pieces):
            continue
        if all(map(guard.balanced, pieces)) and guard.kept(sentence, after):
            return pieces, Applied(rule=name, reason=reason, before=sentence, after=after)
    return None


def _still_announces(rule: str, pieces: list[str]) -> bool:
    """A sentence that ends with a colon introduces what follows: nothing may come between."""
    last = pieces[-1]
    if any("\n" in piece for piece in pieces) or not last.rstrip().endswith(":"):
        return False
    return rule in _BEFORE_LISTS or last.startswith(("Pour cela", "Vous pouvez", "Vous devez"))


def _cut_items(piece: str, longest: int, applied: list[Applied]) -> str:
    """``piece`` with the long items of its list cut too, each under its own mark."""
    head, *items = piece.split(_MARK)
    done = [head]
    for item in items:
        step = _one_cut(capitalised(item), longest) if len(applied) < _MOST_CUTS else None
        if step is None or any("\n" in part for part in step[0]):
            done.append(item)
            continue
        applied.append(step[1])
        text = " ".join(step[0])
        done.append(item[:1] + text[1:])
    return _MARK.join(done)


def _worded(sentence: str, follows: str | None) -> tuple[str, list[Applied]]:
    """Who acts first, then plain words; each step is kept only if the facts are."""
    applied: list[Applied] = []
    active = partial(activate, follows=follows)
    steps: tuple[Callable[[str], tuple[str, tuple[Applied, ...]]], ...]
    steps = (active, state_duties, denominalise, substitute, denominalise, unify)
    for step in steps:
        new, rules = step(sentence)
        if rules and guard.balanced(new) == guard.balanced(sentence):
            sentence = new
            applied += rules
    return sentence, applied
