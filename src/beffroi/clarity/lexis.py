"""What single words tell: passive turns, nouns of action, conditionals, rare words, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from beffroi.clarity.rewrite.entries import literal_expressions
from beffroi.clarity.rewrite.nominal import action_nouns
from beffroi.findings import Span
from beffroi.french import bare
from beffroi.french.lexicon import lexicon

#: Under this many occurrences per million words in books, a word is rare.
RARE = 1.0
_BE = frozenset(
    """suis es est sommes êtes sont serai seras sera serons serez seront étais était étaient serais
    serait seraient soit soient soyez être été étant""".split()
)
#: Verbs whose compound tenses take « être » without being passive.
_ACTIVE_WITH_BE = frozenset(
    """aller arriver décéder devenir entrer intervenir mourir naître partir parvenir provenir
    rentrer repartir rester retourner revenir sortir survenir tomber venir échoir advenir""".split()
)
_BETWEEN = frozenset(
    """pas plus jamais déjà donc alors aussi également ensuite ainsi bien encore toujours souvent
    intégralement entièrement directement ne y en été""".split()
)
SUBORDINATORS = frozenset(
    """qui que qu quoi dont où lequel laquelle lesquels lesquelles duquel auquel auxquels auxquelles
    si lorsque lorsqu quand puisque puisqu parce afin quoique bien tandis pendant dès""".split()
) - {"bien", "pendant", "dès", "afin", "parce"}
_ACRONYM = re.compile(r"\b(?:[A-ZÀ-Ý]\.?){2,8}s?\b(?![’'-][A-Z])")
_ROMAN = re.compile(r"[IVXLCDM]+")


def simple(word: str) -> str:
    """The word as Lexique writes it: lower case, without elision, « œ » as « oe »."""
    return bare(word).lower().replace("œ", "oe").replace("’", "'")


def passives(sentence_words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indexes (first word, after the last) of the passive turns of one sentence."""
    participles = lexicon().participles
    for index, word in enumerate(sentence_words):
        if word not in _BE:
            continue
        after = index + 1
        while (
            after < len(sentence_words) and after - index < 4 and sentence_words[after] in _BETWEEN
        ):
            after += 1
        if after < len(sentence_words) and _is_passive(sentence_words[after], participles):
            yield index, after + 1


def _is_passive(word: str, participles: object) -> bool:
    lemma = participles.get(word) if isinstance(participles, dict) else None
    return lemma is not None and lemma not in _ACTIVE_WITH_BE


@lru_cache(maxsize=65_536)
def is_action_noun(word: str) -> bool:
    """« vérification », « versement », « recrutement »: the noun of an action that has a verb."""
    singular = word[:-1] if word.endswith("s") else word
    return singular in action_nouns()


@lru_cache(maxsize=65_536)
def is_conditional(word: str) -> bool:
    pairs = lexicon().conjugated.get(word, ())
    return bool(pairs) and all(slot.startswith("cnd:") for _, slot in pairs)


@lru_cache(maxsize=65_536)
def is_rare(word: str) -> bool:
    """A word of Lexique met less than once in a million words, or unknown to it."""
    if not word.isalpha() or len(word) < 4 or word in _modern():
        return False
    table = lexicon()
    if word in table.frequency:
        return table.frequency[word] < RARE and not _common_kin(word)
    return True


def _common_kin(word: str) -> bool:
    """A rare form of a common word: its verb or its singular is known well."""
    table = lexicon()
    lemmas = {lemma for lemma, _ in table.conjugated.get(word, ())}
    lemmas |= {table.participles.get(word, word), table.nouns.get(word, (word, "", ""))[0]}
    return any(table.frequency.get(lemma, 0.0) >= RARE for lemma in lemmas if lemma != word)


@cache
def _modern() -> frozenset[str]:
    """Words that everybody knows today and that the books of Lexique (2000s) hardly have."""
    return frozenset(files(__package__).joinpath("mots_courants.txt").read_text("utf-8").split())


def jargon(low_words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indexes of the administrative expressions of the substitution list."""
    table = _by_first_word()
    index = 0
    while index < len(low_words):
        length = next(
            (
                len(expression)
                for expression in table.get(low_words[index], ())
                if tuple(low_words[index : index + len(expression)]) == expression
            ),
            0,
        )
        if length:
            yield index, index + length
        index += max(1, length)


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → expressions as tuples of words, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for expression in literal_expressions():
        key = tuple(expression.replace("’", "'").lower().split())
        table.setdefault(key[0], []).append(key)
    return {first: tuple(sorted(keys, key=len, reverse=True)) for first, keys in table.items()}


def acronyms(text: str) -> Iterator[Span]:
    """Where acronyms stand that the text never explains, each at its first use.

    « centre communal d’action sociale (CCAS) » and « CCAS (centre communal…) » explain. A title
    in capitals is not an acronym.
    """
    seen: set[str] = set()
    for match in _ACRONYM.finditer(text):
        name = match[0].rstrip("s")
        if name in seen or _ROMAN.fullmatch(name) or simple(name) in lexicon().frequency:
            continue
        seen.add(name)
        if not _explained(text, match) and not _among_capitals(text, match):
            yield Span(start=match.start(), end=match.end())


def _explained(text: str, match: re.Match[str]) -> bool:
    before, after = (
        text[max(0, match.start() - 2) : match.start()],
        text[match.end() : match.end() + 2],
    )
    return before.endswith("(") or after.lstrip("\u00a0 ").startswith("(")


def _among_capitals(text: str, match: re.Match[str]) -> bool:
    """Inside a run of capitals: a title, or the surname of a person (« Max LEVITA »)."""
    after = re.match(r"[ \u00a0’'-]*([A-ZÀ-Ý]{2,})\b", text[match.end() : match.end() + 30])
    before = re.search(
        r"\b([A-ZÀ-Ý]{2,})[ \u00a0’'-]*$", text[max(0, match.start() - 30) : match.start()]
    )
    named = re.search(
        r"\b(?:M\.|Mme|[A-ZÀ-Ý][a-zà-ÿ]+)[ \u00a0]$",
        text[max(0, match.start() - 25) : match.start()],
    )
    return bool(after or before or (named and len(match[0]) > 4))
