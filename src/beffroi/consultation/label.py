"""Words for a group without any model: distinctive terms, a title, a sentence.

The title is a phrase that inhabitants wrote: the run of two to five words most their own in this
group (class-based TF-IDF, Grootendorst 2022, over phrases instead of words), in the form in which
it was written most often.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from beffroi.consultation.account import fold
from beffroi.consultation.terms import STOP_WORDS, stem

_TOKEN = re.compile(r"[\wàâäçéèêëîïôöùûüÿœæ]+(?:-[\wàâäçéèêëîïôöùûüÿœæ]+)*[’']?")
#: Grammar words that a phrase may hold inside, never at its edges.
_INSIDE = frozenset("de des du d la le les l en et au aux a sur pour par dans une un".split())
LONGEST = 5
#: Texts read per group to find its phrases: enough for stable counts, bounded for big groups.
READ_PER_GROUP = 1_500


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    title: str
    words: tuple[str, ...]


def label(groups: Mapping[str, Sequence[str]]) -> dict[str, Label]:
    """Group id → label. Titles differ from one group to another."""
    counts = {name: _phrases(texts[:READ_PER_GROUP]) for name, texts in groups.items()}
    spread: Counter[str] = Counter(key for found in counts.values() for key in found.keys)
    total = max(1, len(groups))
    taken: set[str] = set()
    labels: dict[str, Label] = {}
    for name in sorted(groups, key=lambda g: -len(groups[g])):
        ranked = _ranked(
            counts[name], spread, total, max(1, min(len(groups[name]), READ_PER_GROUP))
        )
        labels[name] = _label(ranked, counts[name], taken)
        taken.add(fold(labels[name].title))
    return labels


@dataclass(frozen=True)
class _Phrases:
    keys: Counter[str]
    forms: Mapping[str, Counter[str]]


def _phrases(texts: Sequence[str]) -> _Phrases:
    """Phrases counted once a text; ``forms`` keeps how they were written."""
    keys: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        seen: dict[str, str] = {}
        tokens = [m[0] for m in _TOKEN.finditer(text)]
        flat = [fold(token) for token in tokens]
        for start in range(len(tokens)):
            for length in range(1, min(LONGEST, len(tokens) - start) + 1):
                key = _key(flat[start : start + length])
                if key:
                    seen.setdefault(key, _written(tokens[start : start + length]))
        keys.update(seen.keys())
        for key, form in seen.items():
            forms[key][form] += 1
    return _Phrases(keys, forms)


def _key(words: Sequence[str]) -> str:
    """The stems of a phrase that may be a title, else an empty string."""
    if any(not w or w.isdigit() for w in (words[0], words[-1])):
        return ""
    if words[0] in STOP_WORDS or words[-1] in STOP_WORDS or min(len(words[0]), len(words[-1])) < 3:
        return ""
    if any(w in STOP_WORDS and w not in _INSIDE for w in words[1:-1]):
        return ""
    return " ".join(w if w in STOP_WORDS else stem(w) for w in words)


def _written(tokens: Sequence[str]) -> str:
    return " ".join(tokens).replace("’ ", "’").replace("' ", "’").lower()


def _ranked(
    found: _Phrases, spread: Counter[str], total: int, texts: int
) -> list[tuple[float, str]]:
    """Phrases by how much they are this group's own; longer ones are worth more when frequent."""
    least = 2 if texts > 4 else 1
    scored = []
    for key, times in found.keys.items():
        if times < least:
            continue
        content = sum(word not in STOP_WORDS for word in key.split())
        own = log(1 + total / spread[key])
        scored.append((times / sqrt(texts) * own * sqrt(min(content, 3)), key))
    return sorted(scored, key=lambda pair: (-pair[0], pair[1]))


def _label(ranked: list[tuple[float, str]], found: _Phrases, taken: set[str]) -> Label:
    words = [_form(found, key) for _, key in ranked if " " not in key][:8]
    phrases = [key for _, key in ranked if " " in key]
    if not ranked:
        return Label(title="Réponses diverses", words=())
    best_word = ranked[0][0]
    strong = [k for s, k in ranked if " " in k and s >= 0.45 * best_word]
    title = _form(found, strong[0]) if strong else " et ".join(words[:2])
    if fold(title) in taken:
        title = f"{title} : {_other(title, words, phrases, found)}"
    return Label(title=title[:1].upper() + title[1:], words=tuple(words))


def _other(title: str, words: list[str], phrases: list[str], found: _Phrases) -> str:
    known = set(fold(title).split())
    options = [*(_form(found, key) for key in phrases[1:4]), *words]
    fresh = (option for option in options if not known & set(fold(option).split()))
    return next(fresh, " et ".join(words[1:3]))


def _form(found: _Phrases, key: str) -> str:
    return min(found.forms[key].items(), key=lambda pair: (-pair[1], pair[0]))[0]
