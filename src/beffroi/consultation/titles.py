"""A title that a person could have written, taken from the answers: an infinitive or a noun first.

« Développer les transports en commun », « Pistes cyclables continues ». The best one holds the
words that are most its theme's own; a passage with a pronoun, a conjugated verb, or a personal
datum is no title. A theme above others is called by the two or three largest under it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt

from beffroi.consultation.fold import fold
from beffroi.consultation.shown import shown
from beffroi.consultation.terms import STOP_WORDS, stem

FEWEST, MOST = 3, 8
#: A title must hold this share of what the theme's two strongest words weigh.
GOOD = 0.6
_OPENING = re.compile(
    r"^(?:[\s\-–—•*·>«\"'’.\d)/]+|"
    r"(?:et|mais|ou|donc|or|alors|aussi|ainsi|puis|enfin|surtout|déjà|d['’]abord|ensuite|bref|"
    r"oui|non|peut-être|effectivement|évidemment|notamment|également|tout simplement|"
    r"premièrement|deuxièmement|en premier lieu|il (?:faut|faudrait|suffit|suffirait|serait bon|"
    r"conviendrait|convient)(?: absolument| vraiment| aussi| déjà| donc| simplement)?|faut|"
    r"je (?:souhaite|souhaiterais|propose|suggère|veux|voudrais|demande)|j['’]aimerais|"
    r"nous (?:devons|devrions|pourrions)|on (?:doit|devrait|pourrait|peut)|"
    r"l['’][ée]tat (?:doit|devrait)|commen(?:cer|cez|çons) par|continuer à|"
    r"(?:par )?exemples?|ex|de|d['’]|des|du|à|par|en|que|qu['’]|un|une)\b\s*)+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:.!?…()«»\"/\n]|\s[-–—]|\s(?:pour|afin|car|parce|puisque|qui|que|qu['’]|dont|où|mais|si|"
    r"lorsqu\w*|quand|tout en|ainsi|comme|sans|plutôt|au lieu|c['’]est|ce qui|via|en\s\w+ant)\b",
    re.IGNORECASE,
)
#: A title that is against something names a theme badly: others there are for it.
_TAKES_SIDES = re.compile(
    r"^(?:pas de|arr[êe]t|supprim|interdi|abandon|stop|fin d|contre|refus|non )", re.IGNORECASE
)
#: A letter that lost its apostrophe, « montrer l exemple »: no title is written so.
_LONE = re.compile(r"(?:^|\s)(?:[ldjmnstc]|qu)\s", re.IGNORECASE)
#: Infinitives that open no subject.
_VAGUE = frozenset("voir avoir etre dire penser savoir aller venir".split())
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_REFUSED = frozenset(
    "je j nous on vous il ils elle elles ce cela ca c tu te me m mon ma mes moi toi y ne n quoi ou "
    "est sont a ont etc pas faut se ci vos notre nos votre leur leurs son sa ses celui celle ceux "
    "tel telle mr mme monsieur madame".split()
)
_BEFORE_NOUN = frozenset("l la le les plus moins davantage tous toutes tout".split())
_NO_END = STOP_WORDS | frozenset("grand grande petit petite nouveau nouvelle tres".split())


def pick(texts: Sequence[str], weight: Mapping[str, float], taken: Sequence[frozenset[str]]) -> str:
    """The best title found in ``texts``, or an empty string. ``weight``: stem → how much own.

    ``taken`` are the stems of titles already given: none comes twice.
    """
    if len(weight) < 2:
        return ""
    ideal = sum(sorted(weight.values(), reverse=True)[:2]) / sqrt(2)
    scored = {c: _worth(c, weight) for c in map(candidate, texts) if c}
    for found in sorted(scored, key=lambda c: (-scored[c], len(c), c)):
        if scored[found] < GOOD * ideal:
            return ""
        if not any(alike(stems_of(found), other) for other in taken) and shown(found) == found:
            return found[:1].upper() + found[1:]
    return ""


@lru_cache(maxsize=200_000)
def candidate(text: str) -> str:
    """``text`` as a title, its opening and its end cut off, or an empty string."""
    body = _OPENING.sub("", text.strip(), count=1)
    cut = _CLAUSE.search(body)
    body = " ".join((body[: cut.start()] if cut else body).split()).strip(" .-–—*'’")
    words = [fold(word) for word in _TOKEN.findall(body)]
    if not FEWEST <= len(words) <= MOST or _shouted(body) or _LONE.search(body):
        return ""
    if words[-1] in _NO_END or len(words[-1]) < 3 or _REFUSED & set(words):
        return ""
    return body if _begins_well(body) and not _conjugated(body) else ""


def stems_of(title: str) -> frozenset[str]:
    """The stems of a title's content words."""
    words = (fold(word) for word in _TOKEN.findall(title))
    return frozenset(stem(w) for w in words if w not in STOP_WORDS and len(w) > 1)


def alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two titles would be read as the same."""
    return len(first & second) * 2 >= min(len(first), len(second)) + 1 or first == second


def joined(names: Sequence[str]) -> str:
    """« Transports en commun, pistes cyclables et covoiturage »."""
    flat = [names[0], *(_lower(name) for name in names[1:])]
    return flat[0] if len(flat) == 1 else f"{', '.join(flat[:-1])} et {flat[-1]}"


def is_noun_phrase(phrase: str) -> bool:
    """Whether ``phrase`` begins with a noun, or with an adjective that stands before one."""
    from beffroi.french.lexicon import lexicon

    words = [w.lower().replace("œ", "oe") for w in _TOKEN.findall(phrase)]
    nouns = lexicon().nouns
    if not words or words[0] in lexicon().verbs or _going_on(words[0]):
        return False
    known = words[0] in nouns or (len(words) > 1 and words[1] in nouns)
    return known and not _finite(words[0])


def _worth(title: str, weight: Mapping[str, float]) -> float:
    stems = stems_of(title)
    if len(stems) < 2:
        return 0.0
    length = len(_TOKEN.findall(title))
    worth = sum(weight.get(s, 0.0) for s in stems) / sqrt(len(stems))
    return worth * (1 if length <= 6 else 0.9) * (0.75 if _TAKES_SIDES.search(title) else 1)


def _begins_well(body: str) -> bool:
    from beffroi.french.lexicon import lexicon

    words = [w.lower().replace("œ", "oe") for w in _TOKEN.findall(body)]
    while words and fold(words[0]) in _BEFORE_NOUN | {"de", "d", "des"}:
        words = words[1:]
    if not words or fold(words[0]) in STOP_WORDS | _VAGUE or _going_on(words[0]):
        return False
    known = lexicon()
    return words[0] in known.verbs or (words[0] in known.nouns and not _finite(words[0]))


def _conjugated(body: str) -> bool:
    words = [w.lower().replace("œ", "oe") for w in _TOKEN.findall(body)]
    return any(_finite(word) or _adverb(word) for word in words[1:])


def _adverb(word: str) -> bool:
    """« complètement » judges; « développement » is a thing."""
    from beffroi.french.lexicon import lexicon

    return word.endswith("ment") and word not in lexicon().nouns


def _finite(word: str) -> bool:
    """Whether ``word`` is a conjugated verb and nothing more usual (« porte » may be a noun)."""
    from beffroi.french.lexicon import lexicon

    known = lexicon()
    slots = known.conjugated.get(word, ())
    finite = any(slot.startswith(("ind:", "sub:", "cnd:", "imp:")) for _, slot in slots)
    return finite and word not in known.nouns and word not in known.participles


def _going_on(word: str) -> bool:
    """« parlant », « écoutant »: a present participle opens no title."""
    from beffroi.french.lexicon import lexicon

    return any(slot == "par:pre" for _, slot in lexicon().conjugated.get(word, ()))


def _shouted(body: str) -> bool:
    letters = [c for c in body if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.4 * len(letters)


def _lower(name: str) -> str:
    """A name inside a sentence: small first letter, unless it is an acronym."""
    first = name.split(" ")[0]
    return name if len(first) > 1 and first.isupper() else name[:1].lower() + name[1:]
