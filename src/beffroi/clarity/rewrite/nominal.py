"""« procéder à la vérification des comptes » → « vérifier les comptes ».

The noun of an action becomes its verb again, when a verb that only carries it (procéder à,
effectuer, assurer…) or a preposition of purpose stands before. Reference: guide « Rédiger… »
of plain language, « préférer le verbe au nom d’action ».
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from beffroi.clarity.rewrite.grammar import (
    begins_with_vowel,
    forms,
    is_determiner,
    same_slot,
)
from beffroi.clarity.rewrite.types import Applied

RULE = "nom_d_action"
REASON = "Un verbe se comprend mieux qu’un nom d’action."

_CARRIERS = ("procéder", "effectuer", "réaliser", "assurer", "opérer")
_AFTER = r"(?P<prep>d[’']|(?:de|du|des)(?=[ \u00a0]))[ \u00a0]*(?P<next>[\wÀ-ÿœŒ]+)"
#: What follows is joined to something else: the noun, or its complement? Nobody can say.
_COORDINATED = re.compile(
    r"[^.;:]*?(?:\b(?:et|ou|ainsi que)\b|,[ \u00a0](?:de|du|des|d[’']|l[ae’']|les)\b)"
)
_NEGATED = re.compile(r"\b(?:ne|n[’']|s[’']|se)[ \u00a0]*$", re.IGNORECASE)


@cache
def action_nouns() -> dict[str, str]:
    """Noun of action → its verb: « vérification » → « vérifier »."""
    lines = files(__package__).joinpath("nominal.txt").read_text("utf-8").splitlines()
    return dict(line.split("=") for line in lines if "=" in line and not line.startswith("#"))


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, action_nouns()), key=len, reverse=True))
    carriers = "|".join(
        sorted({f for verb in _CARRIERS for f in forms(verb)}, key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?P<joined>(?:de|que)[ \u00a0])?(?:(?P<carrier>{carriers})[ \u00a0]"
        rf"(?:à[ \u00a0]|au[ \u00a0]|aux[ \u00a0])?"
        rf"|(?P<goal>pour)[ \u00a0])"
        rf"(?:la[ \u00a0]|le[ \u00a0]|l[’']|une[ \u00a0]|un[ \u00a0])?(?P<noun>{nouns})"
        rf"(?:[ \u00a0](?P<adverb>préalable|immédiate?|définitive|définitif))?[ \u00a0]{_AFTER}",
        re.IGNORECASE,
    )


def denominalise(sentence: str) -> tuple[str, tuple[Applied, ...]]:
    """``sentence`` with verbs for nouns of action, where tense and object are certain."""
    applied: list[Applied] = []

    def new(match: re.Match[str]) -> str:
        written = _rewritten(match)
        if written is None:
            return match[0]
        applied.append(Applied(rule=RULE, reason=REASON, before=match[0], after=written))
        return written

    return _pattern().sub(new, sentence), tuple(applied)


def _rewritten(match: re.Match[str]) -> str | None:
    verb, *rest = action_nouns()[match["noun"].lower()].split(" ")
    if _COORDINATED.match(match.string, match.end()):
        return None
    if match["adverb"] or _NEGATED.search(match.string[: match.start()]):
        return None
    object_ = _object(match["prep"].lower(), match["next"])
    spoken = _verb(match, verb)
    if object_ is None or spoken is None or not _article_fits(match):
        return None
    before = match.string[: match.start()]
    if before.endswith(("’", "'")) and not begins_with_vowel(spoken):
        return None
    joined = match["joined"] or ""
    if joined and begins_with_vowel(spoken):
        joined = joined[:-2] + "’"
    written = joined + " ".join([spoken, *rest, object_])
    return written[:1].upper() + written[1:] if match[0][:1].isupper() else written


def _verb(match: re.Match[str], verb: str) -> str | None:
    """The verb in the tense of its carrier; « pour la pose de » keeps « pour »."""
    if match["goal"]:
        return f"pour {verb}"
    carrier = next(lemma for lemma in _CARRIERS if match["carrier"].lower() in forms(lemma))
    if forms(carrier)[match["carrier"].lower()][0].startswith("par:"):
        return None
    return same_slot(match["carrier"], carrier, verb)


def _article_fits(match: re.Match[str]) -> bool:
    """« procéder » wants « à », the others do not; « au contrôle » has its article inside."""
    carrier = (match["carrier"] or "").lower()
    carried = match[0][len(match["joined"] or "") :]
    with_a = bool(re.match(r"\S+[ \u00a0](?:à|aux?)[ \u00a0]", carried))
    return not carrier or with_a == (carrier in forms("procéder"))


def _object(preposition: str, following: str) -> str | None:
    """What was after « de », as a direct object: « des comptes » → « les comptes »."""
    if preposition == "du":
        return f"le {following}"
    if preposition == "des":
        return f"les {following}"
    if not is_determiner(following):
        return None
    elided = following.lower() == "l"
    return following if not elided else "l"
