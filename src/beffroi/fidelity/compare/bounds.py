"""The value is kept; is what bounds it kept too? « au moins » / « au plus », HT, par mois, environ."""  # noqa: E501

from __future__ import annotations

import re

from beffroi.fidelity.bounds import direction
from beffroi.fidelity.compare.values import Matching
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import WHY, finding
from beffroi.findings import Finding, Severity, Span
from beffroi.french.amounts import PER, PER_PATTERN
from beffroi.french.flat import bare_same_length, flat

_BOUNDED = {"date", "heure", "duree", "montant", "taux", "quantite", "nombre"}
_MAX_WORDS = re.compile(
    r"au plus|tard|maxim|jusqu|avant|limite|depass|exced|plafon|inferieur|moins de|moins d'|dernier"
    r"|cloture|fin |termin|expire|inclus|d'ici|dans les|sous |en dessous|sans quoi|echeance|delai|a "  # noqa: E501
)
_MIN_WORDS = re.compile(
    r"au moins|minim|partir|compter|dater|des |depuis|plus tot|superieur|plus de|et plus|apres|debut"  # noqa: E501
    r"|commenc|ou plus|franc|vigueur|mini|moins"
)
_IN_LESS = re.compile(
    r"(?<!\w)(?:sous|dans les|dans (?:un|le) delai(?: maxim\w+)? d[e'])(?: le| les)? ?$"
)
_LATER = re.compile(r"(?<!\w)(?:apres|au bout d[e']|passe) ?$")
_SILENT = re.compile(r"(?<!\w)(?:ne|n|pas|sans|silence|absence|faute|aucune?)(?!\w)")
#: « porté de 20 à 25 % » gives two values and no bound.
_MOVED = re.compile(r"(?<!\w)(?:port|pass|relev|augment|abaiss|ramen|major|baiss)\w+ de(?!\w)")
_EDGE = re.compile(r"[.;:!?()\n]|, ")
#: Under this share of the likeness of the best answer, a sentence speaks of another thing.
_FAR = 0.4
_STRICT_BEFORE = re.compile(r"au plus tard|inclus")


def compare_bounds(sides: Sides, matching: Matching) -> list[Finding]:
    findings: list[Finding] = []
    for fact, twins in matching.pairs:
        twin = _nearest(fact, twins, sides)
        if twin.family != fact.family:
            continue
        findings += _bound(fact, twins, twin, sides)
        findings += _within(fact, twin, sides)
        findings += _approximate(fact, twins, twin, sides)
        findings += _counted_by(fact, twins, twin, sides)
        findings += _weekday(fact, twins, twin, sides)
    return findings


def _nearest(fact: Fact, twins: list[Fact], sides: Sides) -> Fact:
    row = sides.likeness[sides.source.sentence_of(fact.span.start)]
    return max(
        twins, key=lambda t: (t.family == fact.family, row[sides.draft.sentence_of(t.span.start)])
    )


def _bound(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    if "rang" in fact.value:
        return []
    if _MOVED.search(_sentence_of(sides.source, fact)) and fact.family in ("taux", "montant"):
        return []
    if fact.family not in _BOUNDED or not fact.bound:
        return _gained_bound(fact, twins, twin, sides)
    wanted = direction(fact.bound)
    if any(direction(t.bound) == wanted for t in twins):
        return _strictness(fact, twins, twin, sides)
    sentence = _sentence(sides, twin)
    if twin.bound:
        sure: Severity = "bloquant" if _answers(sides, fact, twin) else "information"
        return [_finding("borne.changement", sure, "La limite est inversée", fact, twin, sides)]
    words = _MAX_WORDS if wanted == "max" else _MIN_WORDS
    if words.search(sentence):
        return []
    if fact.family == "heure" and wanted == "min":
        return []
    severity: Severity = "bloquant" if (fact.family, wanted) == ("date", "max") else "a_verifier"
    return [_finding("borne.omission", severity, "La limite a disparu", fact, twin, sides)]


def _within(fact: Fact, twin: Fact, sides: Sides) -> list[Finding]:
    """« sous un mois » made « après un mois »; a silence that lasts is both."""
    if fact.family != "duree" or fact.bound:
        return []
    before = sides.source.plain[max(0, fact.span.start - 24) : fact.span.start]
    later = sides.draft.plain[max(0, twin.span.start - 14) : twin.span.start]
    silent = _SILENT.search(_sentence(sides, twin)) or _SILENT.search(
        _sentence_of(sides.source, fact)
    )
    if silent or not _IN_LESS.search(before) or not _LATER.search(later):
        return []
    return [_finding("borne.changement", "bloquant", "La limite est inversée", fact, twin, sides)]


def _answers(sides: Sides, fact: Fact, twin: Fact) -> bool:
    """False when another sentence of the draft answers better by far."""
    index = sides.source.sentence_of(fact.span.start)
    score = sides.likeness[index][sides.draft.sentence_of(twin.span.start)]
    return score >= _FAR * sides.best_draft(index)[1]


def _strictness(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """« jusqu’au 30 juin » and « avant le 30 juin » differ by a day."""
    if any(t.bound == fact.bound for t in twins) or fact.family not in ("date", "duree"):
        return []
    if _STRICT_BEFORE.search(_sentence(sides, twin)) and fact.bound == "max":
        return []
    title = "La borne n’est plus comptée de la même façon"
    return [_finding("borne.inclusion", "information", title, fact, twin, sides)]


def _gained_bound(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """A maximum made of a plain value is a change for money, rates, measures and counts."""
    if fact.bound or fact.family not in ("montant", "taux", "quantite", "nombre"):
        return []
    if not all(t.bound for t in twins) or _MAX_WORDS.search(_sentence_of(sides.source, fact)):
        return []
    if _MIN_WORDS.search(_sentence_of(sides.source, fact)):
        return []
    return [_finding("borne.ajout", "a_verifier", "Une limite est ajoutée", fact, twin, sides)]


def _approximate(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    if any(t.approximate == fact.approximate for t in twins):
        return []
    title = "« Environ » a disparu" if fact.approximate else "« Environ » est ajouté"
    return [_finding("approximation", "a_verifier", title, fact, twin, sides)]


def _counted_by(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """HT or TTC, per month or per year."""
    findings = []
    for prefix, heading in (("taxe:", "Hors taxes ou toutes taxes"), ("par:", "L’unité de compte")):
        said = {d for d in fact.details if d.startswith(prefix)}
        written = [{d for d in t.details if d.startswith(prefix)} for t in twins]
        if not said and written[0] and prefix == "par:" and all(written):
            findings += _gained_unit(fact, twin, written[0], sides)
        if not said or any(said <= w or (w <= said and w) for w in written):
            continue
        if any(written):
            findings.append(
                _finding(
                    "unite.changement", "bloquant", f"{heading} : changement", fact, twin, sides
                )
            )
        elif not _said_elsewhere(said, sides):
            findings.append(
                _finding("unite.omission", "a_verifier", f"{heading} : omission", fact, twin, sides)
            )
    return findings


def _gained_unit(fact: Fact, twin: Fact, gained: set[str], sides: Sides) -> list[Finding]:
    """« 21 € par an » where the source speaks of a monthly fee, or of nothing of the kind."""
    units = {PER[m[0]] for m in PER_PATTERN.finditer(_sentence_of(sides.source, fact))}
    wanted = {d.split(":")[1] for d in gained}
    if wanted & units or not units:
        return []
    heading = "L’unité de compte : changement"
    return [_finding("unite.changement", "bloquant", heading, fact, twin, sides)]


def _said_elsewhere(said: set[str], sides: Sides) -> bool:
    plain = bare_same_length(flat(sides.draft.text))
    words = {d.split(":")[1].lower() for d in said}
    return all(
        re.search(rf"(?<!\w){re.escape(w)}s?(?!\w)|{_ADJECTIVES.get(w, '^$')}", plain)
        for w in words
    )


_ADJECTIVES = {
    "mois": "mensuel",
    "an": "annuel|annee",
    "semaine": "hebdomadaire",
    "jour": "journalier|quotidien",
}


def _weekday(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """The weekday that goes with a date: another one, or one that the calendar contradicts."""
    if fact.family != "date":
        return []
    said = {d for d in fact.details if d.startswith("jour:")}
    written = {d for d in twin.details if d.startswith("jour:")}
    wrong = "jour_faux" in twin.details and "jour_faux" not in fact.details
    if (said and written and said != written) or wrong:
        title = "Le jour de la semaine ne va pas avec la date"
        return [_finding("date.jour", "bloquant", title, fact, twin, sides)]
    return []


def _wide(side: Side, fact: Fact) -> Span:
    """The value with the words that bound it: its clause, forty characters each way at most."""
    sentence = side.sentences[side.sentence_of(fact.span.start)]
    low, high = max(sentence.start, fact.span.start - 40), min(sentence.end, fact.span.end + 40)
    before = _EDGE.split(side.plain[low : fact.span.start])[-1]
    after = _EDGE.split(side.plain[fact.span.end : high])[0]
    if low > sentence.start and len(before) == fact.span.start - low:
        before = before.partition(" ")[2]
    if high < sentence.end and len(after) == high - fact.span.end:
        after = after.rpartition(" ")[0]
    return Span(
        start=fact.span.start - len(before.lstrip()), end=fact.span.end + len(after.rstrip())
    )


def _sentence(sides: Sides, fact: Fact) -> str:
    return _sentence_of(sides.draft, fact)


def _sentence_of(side: Side, fact: Fact) -> str:
    span = side.sentences[side.sentence_of(fact.span.start)]
    return bare_same_length(flat(span.of(side.text)))


def _finding(
    kind: str, severity: Severity, heading: str, fact: Fact, twin: Fact, sides: Sides
) -> Finding:
    return finding(
        f"{fact.family}.{kind}" if "." not in kind else kind,
        severity,
        heading,
        WHY[fact.family],
        source=_wide(sides.source, fact),
        draft=_wide(sides.draft, twin),
        source_text=sides.source.text,
        draft_text=sides.draft.text,
        suggestion=fact.text,
    )
