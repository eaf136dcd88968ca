"""The clarity profile of a text: what a reader meets, figure by figure, without a parser.

Formulas: Kandel & Moles, « Application de l’indice de Flesch à la langue française », *Cahiers
Études de radio-télévision*, 1958 (207 − 1.015 × words per sentence − 73.6 × syllables per word);
LIX, C.-H. Björnsson, *Läsbarhet*, 1968. Syllables are spoken ones, from Lexique 3.83.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beffroi.clarity import lexis
from beffroi.clarity.measures import measure
from beffroi.clarity.types import Change, Measure, Profile, Trend
from beffroi.errors import EmptyText
from beffroi.french import sentences, syllables, word_texts

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[-–—•#])")
_NEGATION = frozenset({"ne", "n", "ni", "aucun", "aucune", "nul", "nulle"})
_NUMBER = re.compile(
    r"(?<![\d,.])\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)|(?<![\d,.])\d{4,}(?![\d/])"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Counts:
    """What one pass over the words counts."""

    passives: int = 0
    negations: int = 0
    subordinates: int = 0
    conditionals: int = 0
    action_nouns: int = 0
    jargon: int = 0
    rare: int = 0
    long_words: int = 0
    syllables: int = 0


def profile(text: str) -> Profile:
    """The profile of ``text``.

    Raises :class:`EmptyText` when it has no word, :class:`beffroi.errors.InstallError` when
    Lexique is absent.
    """
    by_sentence = [ws for span in sentences(text) if (ws := word_texts(span.of(text)))]
    if not by_sentence:
        raise EmptyText
    lengths = [len(ws) for ws in by_sentence]
    paragraphs = [n for part in _PARAGRAPH.split(text) if (n := len(word_texts(part)))]
    counts = _totals([_count(ws) for ws in by_sentence])
    return Profile(
        words=sum(lengths),
        sentences=len(lengths),
        paragraphs=len(paragraphs),
        syllables=counts.syllables,
        measures=_measures(text, lengths, paragraphs, counts),
    )


def _count(written: Sequence[str]) -> _Counts:
    """One sentence: each word is looked up once."""
    low = [lexis.simple(word) for word in written]
    whole = [word.lower().replace("’", "'") for word in written]
    elided = [word.split("'")[0] for word in whole if "'" in word]
    return _Counts(
        passives=sum(1 for _ in lexis.passives(low)),
        negations=sum(word in _NEGATION for word in low) + sum(e == "n" for e in elided),
        subordinates=sum(word in lexis.SUBORDINATORS for word in low)
        + sum(e in lexis.SUBORDINATORS or e == "s" for e in elided if e != "s")
        + sum(word in {"s'il", "s'ils"} for word in whole),
        conditionals=sum(map(lexis.is_conditional, low)),
        action_nouns=sum(map(lexis.is_action_noun, low)),
        jargon=sum(1 for _ in lexis.jargon(whole)),
        rare=sum(
            lexis.is_rare(plain) for word, plain in zip(written, low, strict=True) if word.islower()
        ),
        long_words=sum(len(word) > 6 for word in low),
        syllables=sum(map(syllables, written)),
    )


def _totals(counts: Sequence[_Counts]) -> _Counts:
    names = _Counts.__slots__
    return _Counts(**{name: sum(getattr(c, name) for c in counts) for name in names})


def _measures(
    text: str, lengths: Sequence[int], paragraphs: Sequence[int], counts: _Counts
) -> tuple[Measure, ...]:
    words, number = sum(lengths), len(lengths)
    per_sentence, per_word = words / number, counts.syllables / words
    values = {
        "kandel_moles": 207 - 1.015 * per_sentence - 73.6 * per_word,
        "lix": per_sentence + 100 * counts.long_words / words,
        "mots_par_phrase": per_sentence,
        **{f"phrases_{n}": 100 * sum(x > n for x in lengths) / number for n in (12, 15, 20, 25)},
        "syllabes_par_mot": per_word,
        "passifs": 100 * counts.passives / number,
        "noms_d_action": 100 * counts.action_nouns / words,
        "negations": 100 * counts.negations / number,
        "conditionnels": 100 * counts.conditionals / number,
        "subordonnees": counts.subordinates / number,
        "jargon": 100 * counts.jargon / words,
        "mots_rares": 100 * counts.rare / words,
        "sigles_inexpliques": float(sum(1 for _ in lexis.acronyms(text))),
        "grands_nombres": float(large_numbers(text)),
        "paragraphe_moyen": sum(paragraphs) / len(paragraphs),
        "paragraphe_long": float(max(paragraphs)),
    }
    return tuple(measure(name, value) for name, value in values.items())


def large_numbers(text: str) -> int:
    """Numbers of 1,000 or more, years and postal codes left aside."""
    return sum(1 for match in _NUMBER.finditer(text) if is_large(match[0]))


def is_large(written: str) -> bool:
    """Whether a written number is 1,000 or more and does not look like a year or a code."""
    digits = re.sub(r"\D", "", written)
    grouped = len(digits) != len(written)
    looks_like_a_year = len(digits) == 4 and digits[:2] in {"18", "19", "20"}
    if not grouped and (looks_like_a_year or len(digits) >= 5):
        return False
    return int(digits) >= 1000


def compare(before: Profile, after: Profile) -> tuple[Change, ...]:
    """Measure by measure, what became easier or harder to read."""
    return tuple(
        Change(before=a, after=b, trend=_trend(a, b))
        for a, b in zip(before.measures, after.measures, strict=True)
    )


def _trend(before: Measure, after: Measure) -> Trend:
    if abs(after.value - before.value) < 0.05:
        return "egal"
    lower = after.value < before.value
    return "mieux" if lower == (before.better == "bas") else "moins_bien"
