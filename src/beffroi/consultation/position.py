"""For, against, nuanced, or no position: a separate axis inside each theme.

Two manners, by what was asked. When people answer a proposal (« êtes-vous favorable à… »), the
whole answer has one position: explicit words first, else the learned model (:mod:`.stance`). When
the question is open, each idea has its own: « développer », « plus de » are for their object,
« supprimer », « moins de » against it; the model speaks only where it is confident. No position is
an answer too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from beffroi.consultation.fold import fold
from beffroi.consultation.stance import load
from beffroi.consultation.types import Idea, Position
from beffroi.consultation.vectors import Matrix

_AGAINST = re.compile(
    r"\b(?:contre|non a|non au|non aux|oppos\w+ a|pas d accord|stop|stopper|arret(?:er|ez|ons)|"
    r"refus\w*|cess(?:er|ez|ons)|hors de question|abandonn\w+ (?:ce|le|la|cette)|defavorable|"
    r"inutile\w*|aberra\w+|absurde\w*|scandal\w+|gaspill\w+|gachis|interdi(?:re|ction)|"
    r"supprim\w+|suppression|abol\w+|redui\w+|reduction|diminu\w+|baiss\w+|limit(?:er|ez|ons)|"
    r"je ne veux pas|nous ne voulons pas|pas besoin|n a pas sa place|mauvaise idee|ridicule\w*|"
    r"inadmissible\w*|inacceptable\w*|trop d[eu]?|il y en a assez|marre|ras le bol|moins d[eu]?|"
    r"fin d[eu]?)\b"
)
_FOR = re.compile(
    r"\b(?:je suis pour|favorable|d accord|oui|bonne idee|bravo|excellent\w*|j approuve|"
    r"developp\w+|cre(?:er|ez|ons|ation)|plus de?|davantage|augment\w+|renforc\w+|encourag\w+|"
    r"favoris\w+|amelior\w+|retabl\w+|mettre en place|besoin de|manque|necessaire\w*|"
    r"indispensable\w*|soutenir|soutien|continuer|gratui\w+|installer|amenager|multiplier|"
    r"generaliser|instaurer|prolonger|garder|maintenir|conserver|proteger|investir)\b"
)
_WISH = re.compile(
    r"\b(?:il faut|il faudrait|faut|j aimerais|je souhaite|je voudrais|nous souhaitons|"
    r"il serait bien|ce serait bien|pourquoi pas)\b"
)
_TURNED = re.compile(r"\b(?:ne|n|pas|jamais|surtout pas|sans)\s+(?:\w+\s+){0,2}$")
_BUT = re.compile(
    r"\b(?:mais|a condition|sous reserve|cependant|toutefois|neanmoins|sauf si|a moins que|"
    r"si et seulement|d un autre cote|en revanche|par contre)\b"
)
_TORN = re.compile(
    r"\b(?:mitige\w*|je suis partage\w*|ni pour ni contre|ca depend|cela depend|oui et non|"
    r"pourquoi pas|sous reserve|a condition)\b"
)
_AGREES = re.compile(r"^(?:oui|d accord|bonne idee|pour|favorable|pourquoi pas|je suis pour)\b")
_INFINITIVE = re.compile(r"^(?:\w{3,}(?:er|ir|re))\b")

_WISHED = re.compile(r"^(?:des|un|une|du|davantage|plus|plein)\b")
_COMPLAINT = re.compile(
    r"\b(?:trop|jamais|personne|pas|plus personne|panne|retard|plein\w*|sale|bloqu\w+|mal|ni|"
    r"rien|manqu\w+|incapable|nul\w*|marre|impossible)\b"
)

_OPEN = re.compile(
    r"\b(?:que faut il|qu est ce|quel|quelle|quels|quelles|comment|que faudrait il|que proposez|"
    r"que souhaitez|que peut on|que changer|vos idees|vos propositions|vos suggestions|pourquoi|"
    r"que pourrait|citez|exprimez|qu attendez|vos attentes|vos besoins|parmi)\b"
)
_ASKED = re.compile(
    r"\b(?:favorable\w*|d accord|pour ou contre|approuv\w+|soutenez|faut il|doit on|devrait on|"
    r"que pensez vous|votre avis sur|adhere\w+|acceptez|souhaitable)\b"
)
_REACTION = re.compile(
    r"\b(?:cette (?:proposition|mesure|idee|loi)|ce projet|cet article|contre|favorable|d accord|"
    r"bonne idee|mauvaise idee|inutile|je suis pour)\b|^(?:oui|non)\b"
)
#: Share of answers that react to something above which an unnamed question is a proposal.
REACTING = 0.15
#: Texts whose scores are computed together.
AT_ONCE = 20_000
#: Under this score the learned model does not speak: about a proposal, then elsewhere.
QUIET, QUIET_ELSEWHERE = 0.05, 1.4


def about_a_proposal(question: str, texts: Sequence[str]) -> bool:
    """Whether people were asked to be for or against something."""
    asked = fold(question)
    if _ASKED.search(_OPEN.sub(" ", asked)):  # « que faut-il » is open, « faut-il » is not
        return True
    if _OPEN.search(asked):
        return False
    if len(asked.split()) >= 4 and "?" not in question:
        return True
    reacting = sum(bool(_REACTION.search(fold(text))) for text in texts[:2_000])
    return reacting > REACTING * max(1, len(texts[:2_000])) and len(texts) > 4


def by_cues(text: str) -> Position | None:
    """The position that the words of ``text`` state, ``None`` when they state none."""
    flat = fold(text)
    if _TORN.search(flat):
        return "nuance"
    against, agrees, but = _AGAINST.search(flat), _FOR.search(flat), _BUT.search(flat)
    if but and (_AGREES.search(flat) or (agrees and against)):
        return "nuance"
    if against and (not agrees or against.start() < agrees.start()):
        return "pour" if _TURNED.search(flat[: against.start()]) else "contre"
    if agrees:
        return "contre" if _TURNED.search(flat[: agrees.start()]) else "pour"
    if _WISH.search(flat) or _INFINITIVE.search(flat):
        return "pour"
    return "pour" if _WISHED.search(flat) and not _COMPLAINT.search(flat) else None


def of_ideas(
    ideas: Sequence[Idea],
    texts: Sequence[str],
    meaning: Callable[[Sequence[str]], Matrix],
    *,
    proposal: bool,
) -> list[Position]:
    """The position of each idea; those of one answer to a proposal share it.

    ``meaning`` gives the encoder's rows for some of the texts: it is asked part by part, and only
    for those whose words do not say their position.
    """
    cued = [None if proposal else by_cues(text) for text in texts]
    silent = [i for i, position in enumerate(cued) if position is None]
    scores = dict(zip(silent, _scores([texts[i] for i in silent], meaning), strict=True))
    if not proposal:
        return [c or _said(scores[i], QUIET_ELSEWHERE) for i, c in enumerate(cued)]
    sums: dict[int, float] = defaultdict(float)
    total: dict[int, int] = defaultdict(int)
    whole: dict[int, list[str]] = defaultdict(list)
    for i, (idea, text) in enumerate(zip(ideas, texts, strict=True)):
        sums[idea.row] += scores[i] * len(text)
        total[idea.row] += len(text)
        whole[idea.row].append(text)
    found = {row: on_proposal(" ".join(whole[row]), sums[row] / total[row]) for row in sums}
    return [found[idea.row] for idea in ideas]


def _scores(texts: Sequence[str], meaning: Callable[[Sequence[str]], Matrix]) -> list[float]:
    """The learned model's, one a text, a part at a time."""
    model = load()
    found: list[float] = []
    for start in range(0, len(texts), AT_ONCE):
        part = texts[start : start + AT_ONCE]
        found += model.score(part, meaning(part)).tolist()
    return found


def on_proposal(text: str, score: float) -> Position:
    """The position on what was proposed; ``score`` is the learned model's."""
    flat = fold(text)
    if re.search(r"\b(?:mitige\w*|je suis partage\w*|ni pour ni contre|oui et non)\b", flat):
        return "nuance"
    if re.search(r"^(?:oui|d accord|pour|favorable)(?: mais| sous reserve| a condition)\b", flat):
        return "nuance"
    if _AGREES.search(flat):
        return "pour"
    if re.search(r"^(?:non|contre|je suis contre|pas d accord|inutile)\b", flat):
        return "contre"
    return _said(score, QUIET)


def _said(score: float, least: float) -> Position:
    if abs(score) < least:
        return "sans"
    return "pour" if score > 0 else "contre"


def of_answer(ideas: Iterable[Position]) -> Position:
    """The position of an answer: both for and against makes it nuanced."""
    seen = Counter(ideas)
    if seen["nuance"] or (seen["pour"] and seen["contre"]):
        return "nuance"
    if seen["pour"] or seen["contre"]:
        return "pour" if seen["pour"] else "contre"
    return "sans"
