"""Small pieces of French grammar that the rules share: verbs, articles, elision, gender.

Everything comes from Lexique through :mod:`beffroi.french.lexicon`. A function that is not sure
answers ``None`` (or ``False``), and the rule that asked does not fire.
"""

from __future__ import annotations

import re
from functools import lru_cache

from beffroi.french.lexicon import lexicon

_VOWELS = "aàâäeéèêëiîïoôöuùûüyœæ"
#: Words in h- that do not elide, among those met in official texts.
_ASPIRATED = re.compile(
    r"h(?:all?s?|alte|alls|and|angar|arcel|asard|ausse|aut|auts|aute|autes|auteur|auteurs|éros|iérarch"
    r"|ors|uit|uiti|ameau|aie|alle|ache|onte|ollande|ongr|ockey|arnais|ernie|eurt|erse|ouille)"
)
#: Slots from the one that official texts use most; the rest breaks ties in this order.
_SLOTS = (
    "ind:pre:3s",
    "ind:pre:3p",
    "inf",
    "ind:fut:3s",
    "ind:fut:3p",
    "ind:pre:2p",
    "ind:fut:2p",
    "par:pas:ms",
    "par:pas:fs",
    "par:pas:mp",
    "par:pas:fp",
    "par:pre",
    "ind:imp:3s",
    "ind:imp:3p",
    "cnd:pre:3s",
    "cnd:pre:3p",
    "cnd:pre:2p",
    "ind:pre:1p",
    "ind:fut:1p",
    "sub:pre:3s",
    "sub:pre:3p",
    "sub:pre:2p",
)
_DETERMINERS = frozenset(
    """la l le les un une des du son sa ses leur leurs notre nos votre vos ce cet cette ces chaque
    tout toute tous toutes quelque quelques plusieurs certains certaines aucun aucune deux trois
    quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
    cinquante soixante cent mille""".split()
)
#: Forms that Lexique gives no slot for, or a wrong one.
_FIXED = {("être", "sub:pre:3p"): "soient", ("être", "sub:pre:2p"): "soyez"}


def form(lemma: str, slot: str) -> str | None:
    """The form of a verb in a slot such as ``ind:pre:3s`` or ``par:pas:fp``."""
    if slot == "inf":
        return lemma
    if (lemma, slot) in _FIXED:
        return _FIXED[lemma, slot]
    table = lexicon().verbs.get(lemma, {})
    if slot in table:
        return table[slot]
    if slot.startswith("par:pas:"):
        return _participle(table, slot[-2:])
    return None


def _participle(table: object, agreement: str) -> str | None:
    """Lexique lacks some feminines and plurals: « étudiées » from « étudié »."""
    masculine = (
        table.get("par:pas:ms") or table.get("par:pas:m") if isinstance(table, dict) else None
    )
    if not masculine:
        return None
    ending = {"ms": "", "fs": "e", "mp": "s", "fp": "es"}[agreement]
    if agreement == "mp" and masculine.endswith("s"):
        ending = ""
    return str(masculine) + ending


@lru_cache(maxsize=1024)
def forms(lemma: str) -> dict[str, tuple[str, ...]]:
    """Every simple form of a verb → the slots that it fills, the likeliest first."""
    found: dict[str, list[str]] = {}
    for slot in _SLOTS:
        written = form(lemma, slot)
        if written:
            found.setdefault(written, []).append(slot)
    return {written: tuple(slots) for written, slots in found.items()}


def same_slot(written: str, lemma: str, other: str) -> str | None:
    """« effectuent » (effectuer) → « font » (faire); ``None`` when the tense is not certain."""
    slots = forms(lemma).get(written.lower(), ())
    candidates = [form(other, slot) for slot in slots]
    if not candidates or candidates[0] is None:
        return None
    agreeing = [c for c in candidates if c == candidates[0]]
    moods = {slot.split(":")[0] for slot in slots}
    if len(agreeing) < len(candidates) and "sub" not in moods:
        return None
    return candidates[0]


def is_infinitive(word: str) -> bool:
    return word.lower().replace("œ", "oe") in lexicon().verbs


def begins_with_vowel(word: str) -> bool | None:
    """Whether ``word`` calls for elision; ``None`` when its *h* leaves a doubt."""
    low = word.lower().lstrip("« ")
    if not low:
        return False
    if low[0] in "h":
        return not _ASPIRATED.match(low) if low in lexicon().syllables else None
    if low.startswith(("onze", "onz", "oui", "yaourt", "ya", "yo", "un.", "huit", "uhlan")):
        return False
    return low[0] in _VOWELS


def is_determiner(word: str) -> bool:
    return word.lower() in _DETERMINERS or word[:1].isdigit()


def gender(noun: str) -> str | None:
    """``"m"`` or ``"f"``, ``None`` when Lexique does not know or knows both."""
    entry = lexicon().nouns.get(noun.lower().replace("œ", "oe"))
    return entry[1] if entry and entry[1] in {"m", "f"} else None


def is_noun(word: str) -> bool:
    return word.lower() in lexicon().nouns
