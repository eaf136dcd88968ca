"""Exact pieces of a sentence that say where and when. Spans, never rewritten words.

Dates are the forms that official acts use (« du lundi 3 au vendredi 7 mars 2026 », « de 8 h à
17 h 30 », « à compter du », « jusqu’au … inclus »); places are the names of ways, buildings and
roads with what bounds them (« entre … et … », « du n° 3 au n° 15 »).
"""

from __future__ import annotations

import re

from beffroi.findings import Span

_S = r"[ \u00a0\u202f\n]"
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
_MONTH = (
    r"(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre"
    r"|décembre|decembre)"
)
_DATE = (
    rf"(?:{_DAY}{_S}+)?(?:\d{{1,2}}(?:er)?{_S}+{_MONTH}(?:{_S}+\d{{4}})?"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
)
_SHORT = rf"(?:{_DAY}{_S}+)?\d{{1,2}}(?:er)?(?:{_S}+{_MONTH}(?:{_S}+\d{{4}})?)?"
_HOUR = rf"\d{{1,2}}{_S}?(?:h(?:{_S}?\d{{2}})?|heures?(?:{_S}+\d{{1,2}})?)(?!\w)|(?:midi|minuit)\b"
_AT = rf"(?:,?{_S}+(?:à{_S}+partir{_S}+de|dès|à){_S}+(?:{_HOUR}))"
_FROM_TO = rf"(?:(?:de|entre){_S}+)?(?:{_HOUR}){_S}+(?:à|et){_S}+(?:{_HOUR})"
_SPAN = rf"(?:du{_S}+{_SHORT}{_AT}?{_S}+(?:au|jusqu[’']au){_S}+{_DATE}{_AT}?(?:{_S}+inclus)?)"
_POINT = (
    rf"(?:(?:le|du|au|[àa]{_S}+compter{_S}+du|[àa]{_S}+partir{_S}+du|jusqu[’']au|avant{_S}+le|dès{_S}+le"
    rf"|après{_S}+le|au{_S}+plus{_S}+tard{_S}+le){_S}+)?{_DATE}(?:{_S}+inclus)?"
)
_UNTIL = (
    rf"(?:[àa]{_S}+compter{_S}+du|[àa]{_S}+partir{_S}+du|du){_S}+{_DATE}{_AT}?,?{_S}+(?:et{_S}+)?"
    rf"jusqu[’']au{_S}+{_DATE}{_AT}?(?:{_S}+inclus)?"
)
_WEEKLY = (
    rf"(?:(?:tous{_S}+les|chaque|les|le){_S}+{_DAY}(?:(?:,|{_S}+et"
    rf"|{_S}+ou)?{_S}+(?:les?{_S}+)?{_DAY})*"
    rf"|du{_S}+{_DAY}{_S}+au{_S}+{_DAY}|tous{_S}+les{_S}+jours)"
)
_HOURS = rf"(?:,?{_S}*\(?(?:{_FROM_TO})\)?(?:(?:,|{_S}+et|{_S}+puis){_S}+(?:{_FROM_TO}))*)"
_LENGTH = (
    rf"(?:pour{_S}+une{_S}+durée{_S}+de|pendant|durant){_S}+(?:[\w-]+{_S}+)?\(?\d*\)?{_S}*"
    rf"(?:jours?|semaines?|mois|ans?|années?|heures?)\b"
)
WHEN = re.compile(
    rf"\b(?:{_SPAN}{_HOURS}?|{_UNTIL}{_HOURS}?|{_POINT}{_AT}?{_HOURS}?|{_WEEKLY}{_HOURS}?|{_FROM_TO}|{_LENGTH})",
    re.IGNORECASE,
)
_WAYS = (
    r"rues?|avenues?|boulevards?|places?|chemins?|routes?|impasses?|quais?|allées?|squares?|cours"
    r"|passages?|parkings?|parcs?|salles?|stades?|écoles?|gymnases?|cimetières?|marchés?|ponts?"
    r"|quartiers?|lotissements?|zones?|venelles?|sentiers?|esplanades?|ronds?-points?|médiathèque"
    r"|bibliothèque|piscine|crèche|collège|hameaux?|lieux?-dits?|carrefours?|faubourg|mairie"
)
_NAME = (
    r"(?:(?:de la|de l[’']|du|des|de|d[’']|la|le|les|l[’']|aux?|à la|à l[’']|en|sur|sous"
    r"|et)[ \u00a0]?)*"
    r"[A-ZÀ-ÖØ-Þ0-9][\w’'.-]*"
)
_WAY = (
    rf"(?:\b(?:{_WAYS})\b(?:[ \u00a0]+(?:municipale?|communale?|départementale?|publique?"
    rf"|polyvalente"
    rf"|élémentaire|maternelle|primaire))?[ \u00a0]+{_NAME}(?:[ \u00a0]{_NAME})*"
    r"|\b(?:RD|RN|CD|VC)[ \u00a0]?\d+\b)"
)
_THE = r"(?:la[ \u00a0]|le[ \u00a0]|les[ \u00a0]|l[’'])?"
_BOUNDS = (
    rf"(?:,?[ \u00a0]+entre[ \u00a0]+{_THE}{_WAY}[ \u00a0]+et[ \u00a0]+{_THE}{_WAY}"
    rf"|,?[ \u00a0]+(?:de|depuis)[ \u00a0]+(?:la[ \u00a0]|l[’'])?{_WAY}[ \u00a0]+"
    rf"(?:à|jusqu[’']à)[ \u00a0]+(?:la[ \u00a0]|l[’'])?{_WAY}"
    r"|,?[ \u00a0]+(?:du|au|aux)[ \u00a0]+(?:droit[ \u00a0]+du[ \u00a0]+)?(?:n°s?"
    r"|numéros?)[ \u00a0]*\d+"
    r"(?:[ \u00a0]*(?:au|et|à|-)[ \u00a0]*(?:n°|numéro)?[ \u00a0]*\d+)?)"
)
WHERE = re.compile(rf"(?:\b\d{{1,4}}(?:[ \u00a0](?:bis|ter))?,?[ \u00a0])?{_WAY}{_BOUNDS}?")
_DETOUR = re.compile(r"déviation|itinéraire|par l[’'](?:avenue|allée|impasse)|via ", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?:loi|décret|arrêté|ordonnance|délibération|code)\b(?:[^,;.]|\.[ \u00a0]?\d){0,60}$", re.I
)


def when_spans(text: str, *, within: Span) -> list[Span]:
    """Spans of ``text`` inside ``within`` that say when; dates of laws and decrees are not."""
    found = [
        Span(start=match.start(), end=match.end())
        for match in WHEN.finditer(text, within.start, within.end)
        if not _REFERENCE.search(text[max(within.start, match.start() - 60) : match.start()])
    ]
    return _trimmed(text, found)


def where_spans(text: str, *, within: Span) -> list[Span]:
    """Spans of ``text`` inside ``within`` that say where; the ways of a detour are not."""
    found = [
        Span(start=match.start(), end=match.end())
        for match in WHERE.finditer(text, within.start, within.end)
        if not _DETOUR.search(text[max(within.start, match.start() - 50) : match.start()])
    ]
    return _trimmed(text, found)


def _trimmed(text: str, spans: list[Span]) -> list[Span]:
    """Without the outer blanks, commas and full stops that a pattern may have taken."""
    out = []
    for span in spans:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip(" ,\u00a0\n"))
        end = span.end - (len(words) - len(words.rstrip(" ,.\u00a0\n")))
        if start < end:
            out.append(Span(start=start, end=end))
    return out
