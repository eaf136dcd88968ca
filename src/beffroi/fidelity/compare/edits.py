"""Two sentences that are almost the same: every grammatical word that changed counts."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from beffroi.fidelity.same import same
from beffroi.fidelity.severity import of_change
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact
from beffroi.fidelity.wording import WHY as WHY_FACT
from beffroi.fidelity.wording import finding, title
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Span

WHY = "Dans une phrase par ailleurs identique, ce mot change ce qui est dit."
#: From this likeness of their words on, two sentences are one sentence edited.
SAME_SENTENCE = 0.78
_FEWEST_WORDS = 4
#: Words that carry the sense of a rule, by class: a change of class is a change of sense.
CLASSES: dict[str, str] = {
    "obligation": "doit doivent devez devra devront devrez dois devons obligatoire obligatoires tenu tenus tenue tenues faut obligatoirement",  # noqa: E501
    "permission": "peut peuvent pouvez pourra pourront pourrez peux pouvons facultatif facultative facultatifs possible possibles autorise autorisee autorises autorisees permis permise",  # noqa: E501
    "interdiction": "interdit interdite interdits interdites",
    "conseil": "conseille recommande recommandee conseillee",
    "negation": "ne n pas aucun aucune jamais ni sans non nul nulle rien",
    "exception": "sauf hormis hors excepte exceptee except exception",
    "restriction": "seul seule seuls seules uniquement seulement exclusivement que qu",
    "cumul": "et",
    "choix": "ou",
    "avant": "avant",
    "apres": "apres",
    "minimum": "moins minimum",
    "maximum": "plus maximum",
    "tous": "tous toutes tout toute chaque",
    "certains": "certains certaines plusieurs quelques",
    "reserve": "reserve condition si",
}
_CLASS_OF = {form: name for name, forms in CLASSES.items() for form in forms.split()}
#: Classes whose loss or gain alone is a change of sense.
_ALONE = {"negation", "exception", "obligation", "interdiction", "permission", "reserve"}


def compare_edits(sides: Sides) -> list[Finding]:
    findings: list[Finding] = []
    for index, best in _pairs(sides):
        words, others = _running(sides.source, index), _running(sides.draft, best)
        blocks = _edits(words, others)
        if blocks is None:
            continue
        for left, right in blocks:
            if _matters(left, right):
                findings.append(_finding(sides, index, best, left, right))
        findings += _facts(sides, index, best)
    return findings


def _running(side: Side, index: int) -> list[Word]:
    """The words of a sentence, without the « n » of « n° »."""
    return [
        w
        for w in side.words[index]
        if w.form not in ("n", "no") or side.plain[w.end : w.end + 1] == "'"
    ]


def _pairs(sides: Sides) -> list[tuple[int, int]]:
    """Sentences that face each other, then those that are the most alike."""
    alike = [
        (index, best)
        for index in range(len(sides.source.sentences))
        if (best := sides.best_draft(index)[0]) is not None
    ]
    return list(dict.fromkeys([*sides.facing, *alike]))


def _edits(
    source: Sequence[Word], draft: Sequence[Word]
) -> list[tuple[Sequence[Word], Sequence[Word]]] | None:
    """What differs between two sentences that are almost one, or ``None``."""
    left = [w for w in source if not w.form[0].isdigit()]
    right = [w for w in draft if not w.form[0].isdigit()]
    matcher = SequenceMatcher(None, [w.form for w in left], [w.form for w in right], autojunk=False)
    if min(len(left), len(right)) < _FEWEST_WORDS:
        same = [w.form for w in left] == [w.form for w in right]
        one_word = len(left) == len(right) == 1
        return [] if same or one_word else None
    if matcher.quick_ratio() < SAME_SENTENCE or matcher.ratio() < SAME_SENTENCE:
        return None
    blocks = matcher.get_opcodes()
    return [(left[i1:i2], right[j1:j2]) for tag, i1, i2, j1, j2 in blocks if tag != "equal"]


def _facts(sides: Sides, index: int, best: int) -> list[Finding]:
    """In one sentence edited, a value that changed counts even if it is said elsewhere."""
    said = _of_sentence(sides.source, index)
    written = _of_sentence(sides.draft, best)
    lost, new = _left_over(said, written)
    return [
        finding(
            f"{one.family}.changement", of_change(one.family), title(one.family, "change"),
            WHY_FACT[one.family], source=one.span, draft=two.span,
            source_text=sides.source.text, draft_text=sides.draft.text, suggestion=one.text,
        )
        for one, two in zip(lost, new, strict=False)
    ]  # fmt: skip


def _left_over(said: list[Fact], written: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What remains when each fact has been paired with one that says the same."""
    new, lost = list(written), []
    for fact in said:
        twin = next((g for g in new if same(fact, g)), None)
        if twin is None:
            lost.append(fact)
        else:
            new.remove(twin)
    return lost, new


def _of_sentence(side: Side, index: int) -> list[Fact]:
    span = side.sentences[index]
    return [f for f in side.facts if span.start <= f.span.start < span.end]


def _matters(left: Sequence[Word], right: Sequence[Word]) -> bool:
    lost = {_CLASS_OF[w.form] for w in left if w.form in _CLASS_OF}
    new = {_CLASS_OF[w.form] for w in right if w.form in _CLASS_OF}
    if lost == new:
        return False
    if lost and new:
        return True
    return bool((lost | new) & _ALONE)


def _finding(
    sides: Sides, index: int, best: int, left: Sequence[Word], right: Sequence[Word]
) -> Finding:
    return finding(
        "mot.changement", "bloquant", "Un mot décisif a changé", WHY,
        source=_span(left) or sides.source.sentences[index],
        draft=_span(right) or sides.draft.sentences[best],
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _span(words: Sequence[Word]) -> Span | None:
    return Span(start=words[0].start, end=words[-1].end) if words else None
