"""A word and its contrary: accepted / refused, open / closed, free / to be paid, more / less."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.compare.excepted import tells_exception
from beffroi.fidelity.context import Mention, likeness, mention
from beffroi.fidelity.lexicon import opposites
from beffroi.fidelity.negation import denied, scopes
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

WHY = "Le sens est inversé."
_SAME_SUBJECT = 0.5
_SHORT = 3
_DENIABLE = frozenset({"accord"})
_ROOT = 6
#: « conformément à l’article 4 » refers, and says nothing of what conforms.
#: « cette interdiction ne vaut pas pour… » names the rule and says nothing of it.
_THIS = frozenset({"cette", "ces", "ladite"})
#: « le permis », « un accord d’entreprise »: a document, not a stand.
_TITLES = frozenset({"permis"})
_ARTICLES = frozenset("le la un une ce cet cette votre son du de d ses vos des les".split())
_LINKS = frozenset({"conformement", "publicite", "publicites"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Stand:
    """On which side of an axis a word stands, its negations counted."""

    axis: str
    sign: int
    at: Mention


def stands(side: Side) -> list[Stand]:
    found: list[Stand] = []
    for index, words in enumerate(side.words):
        negations = scopes(words, side.plain_sentence(index))
        for position, word in enumerate(words):
            before = words[position - 1].form if position else ""
            topic = before in _THIS and word.form.startswith(("interdiction", "autorisation"))
            topic = topic or (word.form in _TITLES and before in _ARTICLES)
            says = word.content and word.form not in _LINKS and not topic
            for axis, sign in opposites().get(word.key, ()) if says else ():
                turned = -sign if denied(position, negations) else sign
                at = mention(side, axis, word.start, word.end)
                found.append(Stand(axis=axis, sign=turned, at=at))
    return found


_PHRASES: tuple[tuple[str, int, str], ...] = (
    ("inclusion", 1, r"(?<!non )(?:y )?compris(?:e|es)?(?! entre)|inclus(?:e|es)?"),
    ("inclusion", -1, r"en plus|en supplement|en sus|non compris\w*|non inclus\w*"),
    ("maintien", 1, r"maintenu\w*|a bien lieu|auront bien lieu|reste(?:nt)? (?:sur|en|valable|inscrit|ouvert|en attente)\w*|poursuivi\w*"),  # noqa: E501
    ("maintien", -1, r"annul\w+|supprime\w*|reporte\w*|deplace\w*|ajourn\w+|transfere\w*"),
    ("gratuite", 1, r"gratuit\w*|offert\w*|sans frais"),
    ("gratuite", -1, r"payante?s?|facture(?:e|es|r|s)?"),
    ("acces", 1, r"ouverte?s? a tous|acces libre|libre acces|sans inscription|sans rendez-vous|librement"),  # noqa: E501
    ("acces", -1, r"reservee?s? (?:a|aux)|sur inscription|sur (?:rendez-vous|reservation)|(?:inscription|reservation) obligatoire|accompagnee?s? (?:d'un|par)"),  # noqa: E501
)  # fmt: skip
_AXES = [(axis, sign, re.compile(rf"(?<!\w)(?:{p})(?!\w)")) for axis, sign, p in _PHRASES]


def _phrases(side: Side) -> list[Stand]:
    """Whole expressions that stand on an axis."""
    return [
        Stand(axis=axis, sign=sign, at=mention(side, axis, *match.span()))
        for axis, sign, pattern in _AXES
        for match in pattern.finditer(side.plain)
    ]


def compare_opposites(sides: Sides) -> list[Finding]:
    said = stands(sides.source) + _phrases(sides.source)
    written = stands(sides.draft) + _phrases(sides.draft)
    findings: list[Finding] = []
    for stand in said:
        facing = [w for w in written if w.axis == stand.axis and not _excepted(sides, stand, w)]
        answer = _contrary(sides, stand, facing)
        if (
            answer is None
            or _only_denied(sides, stand, answer)
            or not _mutual(sides, stand, answer, said)
        ):
            continue
        mixed = any(s.axis == stand.axis and s.sign == answer.sign for s in said)
        findings.append(
            finding(
                f"contraire.{stand.axis}", "a_verifier" if mixed or stand.axis == "ouverture" else "bloquant",  # noqa: E501
                "Le contraire est dit", WHY, source=stand.at.span, draft=answer.at.span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings


def _only_denied(sides: Sides, said: Stand, written: Stand) -> bool:
    """One word on both sides, denied in one text: :mod:`.predicates` judges that, nearer."""
    one, two = said.at.span.of(sides.source.plain), written.at.span.of(sides.draft.plain)
    return said.axis not in _DENIABLE and one[:_ROOT] == two[:_ROOT]


def _excepted(sides: Sides, said: Stand, written: Stand) -> bool:
    return said.sign != written.sign and tells_exception(sides, said.at, written.at)


def _contrary(sides: Sides, said: Stand, written: list[Stand]) -> Stand | None:
    """The draft word that answers ``said`` best, if it stands on the other side."""
    scored = sorted(((likeness(sides, said.at, w.at), w) for w in written), key=lambda p: -p[0])
    scored = [(score, w) for score, w in scored if score >= _least(sides, said.at, w.at)]
    if not scored or scored[0][1].sign == said.sign:
        return None
    best = scored[0][0]
    if any(w.sign == said.sign and score >= 0.7 * best for score, w in scored):
        return None
    return scored[0][1]


def _least(sides: Sides, said: Mention, written: Mention) -> float:
    """In two short texts, or two sentences that answer each other, fewer common words are asked."""
    if max(len(sides.source.sentences), len(sides.draft.sentences)) <= _SHORT:
        return 0.0
    mutual = (
        sides.best_draft(said.sentence)[0] == written.sentence
        and sides.best_source(written.sentence)[0] == said.sentence
    )
    return 0.3 if mutual else _SAME_SUBJECT


def _mutual(sides: Sides, said: Stand, answer: Stand, others: list[Stand]) -> bool:
    """False when the answer agrees with another word of the source, which it answers as well."""
    score = likeness(sides, said.at, answer.at)
    return not any(
        o.axis == answer.axis
        and o.sign == answer.sign
        and likeness(sides, o.at, answer.at) >= 0.8 * score
        for o in others
    )
