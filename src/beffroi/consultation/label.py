"""Words for a group without any model: distinctive terms, a title, a sentence.

Words and phrases are ranked by how much they are a group's own (class-based TF-IDF, Grootendorst
2022, over phrases too). The title is a passage that holds them (:mod:`.titles`), else the best
phrase, in the form in which it was written most often.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from beffroi.consultation import titles
from beffroi.consultation.fold import fold
from beffroi.consultation.shown import shown
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


def label(
    groups: Mapping[str, Sequence[str]], under: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Label]:
    """Group id → label. Titles differ from one group to another.

    ``under``: id of a theme → ids of its sub-themes, the largest first; it is called by them.
    """
    counts = {name: _phrases(texts[:READ_PER_GROUP]) for name, texts in groups.items()}
    above = {name: children for name, children in (under or {}).items() if len(children) > 1}
    leaves = [name for name in groups if name not in above]
    spread: Counter[str] = Counter(key for name in leaves for key in counts[name].keys)
    taken: list[frozenset[str]] = []
    labels: dict[str, Label] = {}
    short: dict[str, str] = {}
    for name in sorted(leaves, key=lambda g: (-len(groups[g]), g)):
        texts = groups[name][:READ_PER_GROUP]
        ranked = _ranked(counts[name], spread, max(1, len(leaves)), max(1, len(texts)))
        labels[name] = _label(ranked, counts[name], texts, taken)
        short[name] = _short(ranked, counts[name], short.values()) or labels[name].title
        taken.append(titles.stems_of(labels[name].title))
    for name, children in above.items():
        labels[name] = _gathered(name, children, groups, labels, short)
    return labels


def _gathered(
    name: str,
    children: Sequence[str],
    groups: Mapping[str, Sequence[str]],
    labels: Mapping[str, Label],
    short: Mapping[str, str],
) -> Label:
    """The label of a theme from its two or three largest sub-themes."""
    total = sum(len(groups[child]) for child in children)
    large = [c for c in children if len(groups[c]) >= 0.25 * total][:3]
    named = [short[child] for child in [*large, *(c for c in children if c not in large)]]
    title = titles.joined(named[: max(2, len(large))])
    words = tuple(dict.fromkeys(w for child in children for w in labels[child].words[:3]))
    return Label(title=title[:1].upper() + title[1:], words=words[:8])


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
                    seen.setdefault(key, _written(tokens[start : start + length], first=start == 0))
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


def _written(tokens: Sequence[str], *, first: bool) -> str:
    """Small letters, but for acronyms and names; a text's first word is no name for that."""
    words = [
        w
        if (w.isupper() and 2 <= len(w) <= 5) or (w.istitle() and (place or not first))
        else w.lower()
        for place, w in enumerate(tokens)
    ]
    return " ".join(words).replace("’ ", "’").replace("' ", "’")


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


def _label(
    ranked: list[tuple[float, str]],
    found: _Phrases,
    texts: Sequence[str],
    taken: Sequence[frozenset[str]],
) -> Label:
    words = tuple(_form(found, key) for _, key in ranked if " " not in key)[:8]
    weight = {key: worth for worth, key in ranked if " " not in key}
    title = titles.pick(texts, weight, taken) or _phrase(ranked, found, taken)
    if not title:
        nouns = [word for word in words if titles.is_noun_phrase(word)]
        title = titles.joined(nouns[:2]) if nouns else _shortest(texts)
    return Label(title=title[:1].upper() + title[1:], words=words)


def _phrase(
    ranked: list[tuple[float, str]], found: _Phrases, taken: Sequence[frozenset[str]]
) -> str:
    """The strongest run of words that is no other theme's title."""
    for _, key in [pair for pair in ranked if " " in pair[1]][:30]:
        form = _form(found, key)
        fresh = not any(titles.alike(titles.stems_of(form), other) for other in taken)
        if fresh and titles.is_noun_phrase(form) and shown(form) == form:
            return form
    return ""


def _short(ranked: list[tuple[float, str]], found: _Phrases, others: Iterable[str]) -> str:
    """Two to four words, or one, that name a sub-theme beside others."""
    known = [titles.stems_of(other) for other in others]
    best_word = next((worth for worth, key in ranked if " " not in key), 0.0)
    phrases = [k for worth, k in ranked[:80] if " " in k and worth >= 0.4 * best_word]
    words = [key for _, key in ranked if " " not in key][:6]
    for key in [*phrases, *words]:
        form = _form(found, key)
        if not titles.is_noun_phrase(form) or len(form.split()) > 4:
            continue
        if titles.stems_of(form) not in known and shown(form.title()) == form.title():
            return form
    return ""


def _shortest(texts: Sequence[str]) -> str:
    """A theme whose words are all too common is called by its shortest passage, in quotes."""
    passage = min((" ".join(shown(t).split()) for t in texts), key=len, default="…")
    return f"«\N{NO-BREAK SPACE}{passage[:60]}\N{NO-BREAK SPACE}»"


def _form(found: _Phrases, key: str) -> str:
    return min(found.forms[key].items(), key=lambda pair: (-pair[1], pair[0]))[0]
