"""A negation of the source that nothing in the draft answers, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beffroi.fidelity.negation import scopes
from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Severity, Span

WHY = "Une phrase qui nie et une phrase qui affirme disent le contraire."
#: Words and beginnings of words that deny, forbid, exclude or lack, without « ne… pas ».
_FORCE = re.compile(
    r"(?<!\w)(?:ne|n|pas|sans|aucune?|ni|non|jamais|rien|nul|nulle|plus|moins|interdi\w+|defen\w+|prohib\w+|refus\w*|rejet\w*|impossib\w*|ferm\w+|sauf|except\w*|hormis|hors|evit\w+|seule?s?|seulement|uniquement|exclusiv\w+|facultati\w+|dispens\w+|exempt\w+|exoner\w+|gratuit\w*"
    r"|suspen\w+|annul\w+|absen\w+|manqu\w+|perd\w*|supprim\w+|exclu\w*|inutil\w*|incomplet\w*|arret\w*|stop|cess\w+|contre|defavorable\w*|oppos\w+|limit\w+|maxim\w+|trop|retir\w+|enlev\w+|coup\w+|interrom\w+|interrup\w+|silence|defaut|faute|autre\w*|ind[a-z]+|inc[a-z]+|ina[a-z]+|irr[a-z]+|imp[a-z]+|in[efvsot][a-z]+|libre\w*|toujours|encore|avant|tot|definiti\w+|independ\w+|mineur\w*|peu|repouss\w+|dehors|hormis|report\w+|ajourn\w+|que|qu|meme|oubli\w*|risqu\w+|reserv\w+|stricte\w*|evict\w+|jusqu\w*|condition\w*|secret\w*|confidentiel\w*)(?!\w)"
)
_MARKS = frozenset("ne n pas aucun aucune plus jamais ni non nul nulle sans".split())
_HARMLESS = re.compile(
    r"(?:ne (?:se )?(?:prononc\w+|vot\w+|pren\w+ part|particip\w+) pas|n'(?:hesit|oubli)\w+ pas|vous n'etes pas d'accord|n'(?:est|a vote|etait) contre|n'est-ce pas|ne manquez pas|ne (?:depass|exced)\w+|n'exced\w+|ne (?:pourr\w+|peu\w+|doi\w+|sera\w*|seront)(?: pas)? (?:etre )?(?:inferieure?s?|superieure?s?|exceder|depasser|debuter|commencer)|ne (?:sait|savons) pas|avant que ne|a moins que|n'est pas encore|(?:nul|nulle|personne|aucune?)(?!\w)[^.;]*(?<!\w)sans(?!\w)|(?:pas|plus) (?:\w+ )?(?:obligatoire|oblige|tenu|besoin|necessaire|a fournir|a produire)\w*|n'(?:a|avez|ont) pas a )"  # noqa: E501
)

#: « la règle ne s’applique pas aux secours »: « les secours peuvent passer » says it.
_EXEMPT = re.compile(r"(?<!\w)ne (?:s'appliqu|concern|vis)\w+ (?:pas|ni)(?!\w)")
_ALLOWED = re.compile(r"(?<!\w)(?:peu(?:t|vent)|pouvez|autoris\w+|permis\w*|droit)(?!\w)")


#: Words that deny by themselves, in the source: the answer must deny in its own words.
_STRONG = re.compile(
    r"(?<!\w)(?:dispensee?s? d(?:es?|u)?|exemptee?s? d(?:es?|u)?|exoneree?s? d(?:es?|u)?|interdi(?:t|te|ts|tes)(?! a l'expiration)|prohibee?s?|proscri(?:t|te|ts|tes)|inaccessibles?|irrecevables?)(?!\w)"  # noqa: E501
)
_LEXICAL = re.compile(
    r"(?<!\w)(?:interdi\w+|refus\w*|rejet\w*|exclu(?!siv)\w*|sans|aucune?|jamais|ni|rien|impossible|annul\w+|suspen\w+|sauf|hormis)(?!\w)"
)
#: A neighbour of the best answer counts when it shares at least something.
_TRACE = 0.04


def compare_polarity(sides: Sides) -> list[Finding]:
    findings = []
    said, written = _denials(sides.source), _denials(sides.draft)
    for index in range(len(sides.source.sentences) if written < said else 0):
        strong = _strong(sides.source, index)
        span = _denial(sides.source, index) or strong
        best, score = sides.best_draft(index)
        if strong and _FORCE.search(sides.draft.plain):
            continue
        if span is None or best is None or score < 1.4 * ENOUGH:
            continue
        if not _answered(sides.source, index, sides.draft, best, sides.likeness[index], score):
            findings.append(
                _finding(sides, "perdue", "bloquant", span, sides.draft.sentences[best])
            )
    for index in range(len(sides.draft.sentences) if written > said else 0):
        span = _denial(sides.draft, index)
        best, score = sides.best_source(index)
        if span is None or best is None or score < 1.4 * ENOUGH:
            continue
        column = [row[index] for row in sides.likeness]
        if not _answered(sides.draft, index, sides.source, best, column, score):
            findings.append(
                _finding(sides, "ajoutee", "a_verifier", sides.source.sentences[best], span)
            )
    return findings


def _denials(side: Side) -> int:
    """How many sentences deny, forbid or exclude: a denial told elsewhere is not lost."""
    return sum(
        1
        for index in range(len(side.sentences))
        if _denial(side, index)
        or _strong(side, index)
        or _LEXICAL.search(side.plain_sentence(index))
    )


def _strong(side: Side, index: int) -> Span | None:
    match = _STRONG.search(side.plain_sentence(index))
    start = side.sentences[index].start
    return Span(start=start + match.start(), end=start + match.end()) if match else None


def _answered(
    side: Side, index: int, other: Side, best: int, row: Sequence[float], score: float
) -> bool:
    """True when the sentences that answer bear a word that denies, and that is not just repeated."""  # noqa: E501
    reach = {j for j, value in enumerate(row) if value >= max(ENOUGH, 0.6 * score)}
    reach |= {j for j in (best - 1, best + 1) if 0 <= j < len(row) and row[j] > _TRACE}
    if _EXEMPT.search(side.plain_sentence(index)) and any(
        _ALLOWED.search(other.plain_sentence(j)) for j in reach
    ):
        return True
    said = set(_FORCE.findall(side.plain_sentence(index))) - _MARKS
    written = {w for j in reach for w in _FORCE.findall(other.plain_sentence(j))}
    return bool(written - said)


def _denial(side: Side, index: int) -> Span | None:
    """The stretch that a plain negation of this sentence denies."""
    plain = side.plain_sentence(index)
    if _HARMLESS.search(plain) or re.match(r"(?:si|s'ils?|sinon)(?!\w)", plain):
        return None
    words = side.words[index]
    for scope in scopes(words, plain):
        if not scope.restrictive and words[scope.first].form in ("ne", "n", "aucun", "aucune"):
            return Span(start=words[scope.first].start, end=words[scope.last].end)
    return None


def _finding(sides: Sides, event: str, severity: Severity, source: Span, draft: Span) -> Finding:
    heading = "Une négation a disparu" if event == "perdue" else "Une négation est ajoutée"
    return finding(
        f"negation.{event}", severity, heading, WHY, source=source, draft=draft,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
