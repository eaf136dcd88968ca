"""A model's answer → titles and sentences that may be kept. Pure: no model, no file.

Nothing is believed. A key that was not asked is ignored; a title or a sentence is refused when it
holds a number, a quotation that is not in the source, personal data, words that the source does
not hold, or speaks of everything. What is refused is left out: the computed text stands.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from beffroi.consultation.fold import fold
from beffroi.consultation.shown import shown
from beffroi.consultation.terms import stems
from beffroi.errors import InvalidAnswer

#: Share of the neighbouring words of a title, and of each part of a sentence, that must be near
#: each other in one same passage: a weak model joins two passages into a wish that nobody made.
HELD_TITLE, HELD = 0.75, 0.66
#: Two words are near when so many content words, or fewer, lead from one to the other.
NEAR = 3
#: The theme's own words of which a title or a sentence must hold one.
FIRST_WORDS = 4
WORDS_IN_TITLE = range(2, 11)
WORDS_IN_SENTENCE = range(5, 46)
#: Words that a writer adds to say that somebody says something.
_SAYING = frozenset(
    stem
    for word in "habitants habitant personnes réponses répondants participants citoyens demandent "
    "souhaitent veulent voudraient proposent estiment trouvent constatent jugent pensent "
    "regrettent rappellent signalent refusent opposent insistent majorité minorité plupart "
    "d’autres certains quelques-uns besoin nécessité thème groupe avis extraits".split()
    for stem in stems(word)
)
_CATCH_ALL = re.compile(
    r"\b(?:divers\w*|autres? (?:themes?|sujets?|avis|reponses?)|general\w*|themes?|groupe|titre|"
    r"reponses? des habitants|avis des habitants|opinions?|consultation)\b"
)
#: « La plupart », « tous »: a count said in words, that only the code may say.
_COUNTED = re.compile(
    r"\b(?:plupart|majorit\w+|minorit\w+|unanim\w+|tous les (?:habitants|repondants|participants)|"
    r"tout le monde|moitie|tiers|quarts?|presque tous|aucun (?:habitant|repondant)\w*)\b"
)
_NOBODY_SPEAKS = re.compile(r"\b(?:je|j|nous|vous|votre|vos|notre|nos)\b")
_PARTS = re.compile(r"[,;:]| (?:et|ou|avec|mais|ainsi que|pour que|notamment|surtout) ")
#: A title that is for or against something: others in the theme think otherwise.
_SIDED = re.compile(r"^(?:suppr|evit|interdi|arret|abandon|refus|contre|stop|pas de|non |fin d)")
#: Who says, and that it is said: « Les habitants demandent », never « Les habitants ont promis ».
_SAID = re.compile(
    r"^(?:les|des|d|certains?|quelques)?\s?(?:autres|habitants|residents|personnes|participants|"
    r"repondants|usagers|riverains|certains)?\s?(?:ne |s |se )?(?:demandent|veulent|souhaitent|"
    r"voudraient|proposent|regrettent|trouvent|constatent|signalent|inquietent|refusent|jugent|"
    r"estiment|attendent|reclament|pensent|soulignent|insistent|deplorent|plaignent|craignent|"
    r"suggerent|soutiennent|opposent|rappellent|aimeraient)\b"
)
_QUOTED = re.compile(r"[«“\"]\s*(.+?)\s*[»”\"]")
_MARKS = re.compile(r"[*_`#<>{}\[\]]")
_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """What an answer about a group must come from: ``words`` are its own, the strongest first."""

    id: str
    passages: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A title and a sentence; either is empty when it was refused."""

    title: str
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Worded:
    """What most say, and what a minority says; either is empty when it was refused."""

    majority: str
    minority: str


def named(answer: str, *, keys_of: Mapping[str, Source]) -> dict[str, Named]:
    """Group id → what may be kept of ``answer``, JSON ``{key: {"titre", "description"}}``.

    ``keys_of``: each key that was asked → what its group holds.
    Raises :class:`beffroi.errors.InvalidAnswer` when the answer is not such JSON.
    """
    said = _read(answer)
    found: dict[str, Named] = {}
    for key, source in keys_of.items():
        one = said.get(key)
        if isinstance(one, dict):
            title = title_kept(str(one.get("titre", "")), source)
            description = sentence_kept(str(one.get("description", "")), source)
            if title or description:
                found[source.id] = Named(title=title, description=description)
    return found


def worded(answer: str, source: Source, minority: Source | None) -> Worded:
    """What may be kept of ``answer``, JSON ``{"majorite", "minorite"}``.

    A sentence for a minority of which no passage was shown is refused. Raises ``InvalidAnswer``.
    """
    said = _read(answer)
    first = sentence_kept(str(said.get("majorite", "")), source)
    second = sentence_kept(str(said.get("minorite", "")), minority) if minority else ""
    return Worded(majority=first, minority="" if fold(second) == fold(first) else second)


def title_kept(title: str, source: Source) -> str:
    """``title`` when it may be one, cleaned, else an empty string."""
    clean = _clean(title).rstrip(" .;:,")
    flat = fold(clean)
    if len(_TOKEN.findall(clean)) not in WORDS_IN_TITLE or _CATCH_ALL.search(flat):
        return ""
    if _SIDED.search(flat) or not _may_be_shown(_without(clean, source.passages)):
        return ""
    if shown(clean) != clean or not _is_of(clean, source, HELD_TITLE):
        return ""
    return clean[:1].upper() + clean[1:]


def sentence_kept(sentence: str, source: Source) -> str:
    """``sentence`` when it may be kept, cleaned, ended by a full stop, else an empty string."""
    clean = _clean(sentence)
    words = _TOKEN.findall(clean)
    if len(words) not in WORDS_IN_SENTENCE or len(re.findall(r"[.!?…](?:\s|$)", clean)) > 1:
        return ""
    if not _SAID.search(fold(clean)) or not _quotes_are_exact(clean, source.passages):
        return ""
    if not _may_be_shown(clean) or not _is_of(clean, source, HELD):
        return ""
    ended = clean if clean[-1] in ".!?…" else f"{clean}."
    return ended[:1].upper() + ended[1:]


def _is_of(text: str, source: Source, least: float) -> bool:
    """Whether ``text`` speaks of the theme, and each part of it comes, once, from one passage."""
    first = {stem for word in source.words[:FIRST_WORDS] for stem in stems(word)}
    if first and not first & set(stems(text)):
        return False
    held = [stems(passage) for passage in source.passages]
    parts = [tuple(s for s in stems(part) if s not in _SAYING) for part in _PARTS.split(text)]
    parts = [part for part in parts if part]
    return len(set(parts)) == len(parts) > 0 and all(
        max((_held(part, one) for one in held), default=0.0) >= least for part in parts
    )


def _held(part: Sequence[str], passage: Sequence[str]) -> float:
    """Share of the neighbouring words of ``part`` that are near each other in ``passage``."""
    if len(part) == 1:
        return float(part[0] in passage)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(passage):
        places.setdefault(word, []).append(place)
    near = sum(
        any(abs(a - b) <= NEAR for a in places.get(left, ()) for b in places.get(right, ()))
        for left, right in pairwise(part)
    )
    return near / (len(part) - 1)


def _without(title: str, source: Sequence[str]) -> str:
    """``title`` without the numbers that two passages hold: « loi 1905 », « zone 30 »."""
    held = Counter(number for passage in source for number in set(re.findall(r"\d+", passage)))
    return re.sub(r"\d+", lambda n: "" if held[n[0]] > 1 else n[0], title)


def _may_be_shown(text: str) -> bool:
    """No number of any kind, nobody who speaks, no personal datum, no mark of a program."""
    flat = fold(text)
    if _MARKS.search(text) or _NOBODY_SPEAKS.search(flat) or _COUNTED.search(flat):
        return False
    if has_number(text):
        return False
    return shown(text) == text


def has_number(text: str) -> bool:
    """Whether ``text`` says a number, in digits or in words, articles « un » and « une » aside."""
    from beffroi.french.numbers import numbers

    return bool(re.search(r"\d|%", text)) or any(not number.article for number in numbers(text))


def _quotes_are_exact(text: str, source: Sequence[str]) -> bool:
    flat = [" ".join(passage.split()) for passage in source]
    return all(any(quote in passage for passage in flat) for quote in _QUOTED.findall(text))


def _clean(text: str) -> str:
    from beffroi.french.typography import typographic

    return typographic(" ".join(text.split()).strip(" -–—•"))


def _read(answer: str) -> dict[str, Any]:
    try:
        said = json.loads(answer)
    except json.JSONDecodeError as error:
        raise InvalidAnswer(detail=f"not JSON ({error})") from error
    if not isinstance(said, dict):
        raise InvalidAnswer(detail="not an object")
    return said
