# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Passages that tell of sensitive matters: flagged for the policy of the collectivité to decide.

The themes are those of article 9 and 10 of the GDPR (health, opinions, religion, union,
sexuality, origin, offences), with what a town meets besides: disability, social distress,
children. A word is enough to flag: missing one is worse than one too many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Theme = Literal[
    "sante",
    "handicap",
    "opinion",
    "religion",
    "syndicat",
    "sexualite",
    "infraction",
    "detresse_sociale",
    "enfance",
    "origine",
]

_WORDS: Mapping[Theme, str] = {
    "sante": r"cmp\b|csapa|hôpital de jour|dialys\w+|chimio|transfusion|greffe|sevrage|tdah|hyperactif|hyperactive|pai\b|"
    r"troubles? (?:du|de|des|psych\w+|bipolaire\w*)|schizophr\w+|bipolaire\w*|d[ée]menc\w+|malad\w+|cancer\w*|diab[èe]t\w+|d[ée]pressi\w+|hospitalis\w+|op[ée]r[ée]e?\b|chimioth\w+|psychi\w+|alcooli\w+|"
    r"toxicoman\w+|addicti\w+|s[ée]roposi\w+|vih|sida|grossesse|enceinte|fausse couche|ivg|traitement m[ée]dical|"
    r"arr[êe]t maladie|cong[ée] (?:de )?(?:longue )?maladie|burn-?out|[ée]pileps\w+|asthm\w+|allergi\w+|alzheimer|parkinson|"
    r"avc|infarctus|suicid\w+|m[ée]dicament\w*|ordonnance m[ée]dicale|ald\b|scl[ée]rose|tumeur|anxi[ée]\w+|insulin\w+",
    "handicap": r"handicap\w*|mdph|aah\b|aeeh|pch\b|invalidit[ée]|fauteuil roulant|autis\w+|trisomi\w+|malvoyant\w*|"
    r"non-?voyant\w*|aveugle|malentendant\w*|sourde?s?\b|mobilit[ée] r[ée]duite|aesh|ulis|rqth|trouble du spectre|dys(?:lexi|praxi|phasi)\w+",
    "opinion": r"opinions? politiques?|militant\w*|adh[ée]rente?s? (?:au|du|à) (?:parti|mouvement)|encart[ée]\w*|"
    r"(?:vote|voté|voter) (?:pour|contre|blanc)|extr[êe]me (?:droite|gauche)|conviction\w* (?:politique|philosophique)\w*|franc-ma[çc]on\w*",
    "religion": r"musulman\w*|juifs?\b|juive\w*|catholique\w*|chr[ée]tien\w*|protestant\w*|[ée]vang[ée]li\w+|bouddhis\w+|"
    r"t[ée]moins? de j[ée]hovah|mosqu[ée]e|synagogue|hallal|halal|casher|kacher|ramadan|voile islamique|foulard|bapt[êe]me|confession religieuse",
    "syndicat": r"syndiqu[ée]\w*|d[ée]l[ée]gu[ée]e? syndical\w*|adh[ée]rente? (?:[àa] la )?(?:cgt|cfdt|fo|unsa|fsu|sud|cftc|cfe-cgc)|"
    r"(?<![\w])(?:cgt|cfdt|fsu|unsa|cftc)(?![\w])|gr[ée]viste\w*|mandat syndical",
    "sexualite": r"homosexu\w+|gay\b|lesbienne\w*|bisexu\w+|transgenre\w*|transsexu\w+|orientation sexuelle|vie sexuelle|lgbt\w*",
    "infraction": r"condamn[ée]\w*|casier judiciaire|garde [àa] vue|incarc[ée]r\w+|prison\b|d[ée]tenu\w*|plainte|infraction\w*|"
    r"d[ée]lit\b|viol(?:s|ences?|[ée]e?)?\b|agress\w+|vol[ée]?\b(?= de| à| avec)|stup[ée]fiant\w*|trafic de|harc[èe]l\w+|bracelet [ée]lectronique|"
    r"mise en examen|contr[ôo]le judiciaire|interdiction d[’']approcher|menaces? de mort|escroquerie",
    "detresse_sociale": r"expuls\w+|surendett\w+|impay[ée]s?|sans[- ](?:abri|domicile|papiers|ressources)|sdf\b|rsa\b|secours|"
    r"aide alimentaire|banque alimentaire|restos du c[œo]e?ur|pr[ée]carit[ée]|h[ée]bergement d[’']urgence|115\b|violences? conjugales?|"
    r"tutelle|curatelle|isol[ée]e?\b|aide sociale|dettes?\b|interdit bancaire|titre de s[ée]jour|demandeu\w+ d[’']asile|oqtf",
    "enfance": r"aide sociale [àa] l[’']enfance|\base\b|enfant (?:plac[ée]|en danger|maltrait[ée])|information pr[ée]occupante|pmi\b|"
    r"famille d[’']accueil|mineure? isol[ée]e?|maltraitance|signalement (?:au procureur|enfance)|d[ée]scolaris\w+|juge des enfants|"
    r"garde altern[ée]e|droit de visite|autorit[ée] parentale|placement",
    "origine": r"origine (?:ethnique|africaine|maghr[ée]bine|arabe|rom|[ée]trang[èe]re)|gens du voyage|roms?\b|tsigane\w*|nationalit[ée] \w+",
}


def _any_accent(words: str) -> str:
    """« diabète », « diabétique », « diabete » are one word."""
    return words.replace("[èe]", "[ée]").replace("[ée]", "[éèêe]")


_PATTERN = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{theme}>{_any_accent(words)})" for theme, words in _WORDS.items())
    + r")(?!\w)",
    re.I,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sensitive:
    """Characters ``start`` to ``end`` of a text (a whole sentence) tell of ``theme``."""

    start: int
    end: int
    theme: Theme
    text: str
    word: str


def sensitive(text: str) -> list[Sensitive]:
    """The passages of ``text`` that tell of something sensitive, one a theme and sentence."""
    found: dict[tuple[int, str], Sensitive] = {}
    for match in _PATTERN.finditer(text):
        start, end = _sentence(text, match.start(), match.end())
        theme: Theme = match.lastgroup  # type: ignore[assignment]
        found.setdefault(
            (start, theme),
            Sensitive(start=start, end=end, theme=theme, text=text[start:end], word=match[0]),
        )
    return sorted(found.values(), key=lambda s: (s.start, s.theme))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    marks = (". ", "! ", "? ", "\n")
    before = max([0, *(at + len(m) for m in marks if (at := text.rfind(m, 0, start)) >= 0)])
    ends = [at + 1 for mark in marks if (at := text.find(mark, end)) >= 0]
    stop = min([*ends, len(text)])
    return before, len(text[:stop].rstrip())
