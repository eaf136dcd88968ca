# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""People in forms, lists of attendance and headers of messages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.sequences import adjacent, informative
from beffroi.privacy.people.vocabulary import CIVILITIES, PARTICLES, PLACES, ROLES, STOP
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

_OF_WHOM = (
    r"(?:\s+(?:d[eu’'](?:\s|(?<=’)|(?<='))(?:la\s|l[’'])?|des\s|complets?|et\s|ou\s|/\s?|&\s|&)\s?(?!association|"
    r"rue|voie|commune|ville|service|[ée]tablissement|entreprise|soci[ée]t[ée]|[ée]cole|produit|fichier|projet|"
    r"structure|organisme|lieu|salle|b[âa]timent|domaine|site|manifestation|[ée]v[ée]nement|club|coll[èe]ge)"
    r"[\w’'()éèê/]+){0,5}"
)
#: The label alone says that a name follows.
_STRONG = (
    rf"(?:votre\s+|vos\s+|son\s+)?(?:pr[ée]-?noms?|noms?|pr[ée]nom\(s\)|nom\(s\)|n\.?o\.?m\.?|patronyme){_OF_WHOM}"
    r"|(?:nom|pr[ée]nom)\s*[/,&+\-]\s*(?:pr[ée]-?nom|nom)s?"
    r"|identit[ée](?:\s+d[eu]\s+\w+)?|dit(?:e)?|alias|signataires?|signature|sign[ée]"
)
#: The label says that someone or some service follows.
_WEAK = (
    r"contre|abstentions?|demandeu(?:r|se)s?|d[ée]clarante?s?|appelante?|plaignante?|b[ée]n[ée]ficiaires?|titulaires?|usag[èe]re?s?|"
    r"destinataires?|exp[ée]diteur|contacts?|interlocut(?:eur|rice)|responsables?(?:\s+l[ée]ga(?:l|le|ux))?|"
    r"repr[ée]sentante?s?(?:\s+l[ée]ga(?:l|le|ux))?|p[èe]re|m[èe]re|tut(?:eur|rice)|conjointe?|enfants?|[ée]l[èe]ves?|"
    r"agente?s?|patiente?s?|r[ée]dact(?:eur|rice)|aut(?:eur|rice)|locataires?|propri[ée]taires?|occupante?s?|"
    r"m[ée]decin(?:\s+traitant)?|(?:dossier\s+|affaire\s+)?suivie?(?:\s+par)?|re[çc]u\s+par|pris\s+par|appel\s+de|"
    r"de|[àa]|pour|cc|cci|from|to|objet\s+appel|rapporteu(?:r|se)s?|secr[ée]taires?(?:\s+de\s+s[ée]ance)?|"
    r"animat(?:eur|rice)s?|participante?s?|intervenante?s?|excus[ée]e?s?|absente?s?(?:\s+excus[ée]e?s?)?|"
    r"(?:[ée]taient\s+)?(?:pr[ée]sente?s?|repr[ée]sent[ée]e?s?|absente?s?|excus[ée]e?s?)|pouvoirs?|procurations?|membres?|"
    r"personnes?\s+(?:[àa]\s+(?:contacter|pr[ée]venir)(?:\s+en\s+cas\s+d[’']urgence)?|concern[ée]es?|pr[ée]sentes?|"
    r"autoris[ée]es?)|autoris[ée]e?s?\s+[àa]\s+venir\s+chercher\s+l[’']enfant|[ée]poux|[ée]pouse|mari|femme|fils|fille|"
    r"candidate?s?|p[ée]titionnaires?|requ[ée]rante?s?|victimes?|t[ée]moins?|mise?\s+en\s+cause|assistante?\s+maternelle|"
    r"g[ée]rante?|dirigeante?|pr[ée]sidente?|tr[ée]sori[èe]re?|secr[ée]taire|ma[îi]tre\s+d[’']ouvrage|organisat(?:eur|rice)|"
    r"suppl[ée]ante?s?|assesseu(?:r|se)s?|payeu(?:r|se)s?|signalante?s?|signal[ée]e?\s+par|aidante?s?|parrain|marraine|mandante?s?|mandataires?|professeure?s?|d[ée]funte?s?|co-?titulaires?|soussign[ée]e?s?|parents?|tutelle|nourrice|coll[èe]gue|"
    r"votants?|inscrits?|famille|foyer|client|habitante?s?|riveraine?s?|citoyen(?:ne)?s?|r[ée]pondante?s?|visiteu(?:r|se)s?"
)
_FIELD = re.compile(
    rf"(?:^|(?<=[\t|;,(\-–•*>\n])|(?<=\s\s)|(?<=\. )|(?<=\s))[ \t]*(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))(?:[ \u00a0]?(?:n°[ ]?)?\d{{1,2}})?"
    r"[ \t\u00a0]*(?:\([^)\n]{0,40}\)[ \t]*)?(?:[:=]|\|(?!\s*-)|\t|\.{3,}|_{3,}|(?<=contre)\s?\(|(?<=abstention)\s?\(|(?<=abstentions)\s?\()[ \t\u00a0._|]*(?P<v>[^\n]*)",
    re.I | re.M,
)
_CUT = re.compile(
    r"\t|\||  +|\.{3,}|_{3,}|[\w’')°]+(?:\s\(\w+\))?[ \u00a0]?[:=]|\s[-–/]\s|\d|[<(\[]|@"
)
_LIST = re.compile(r"(?:(?!\s[àaÀA]\s|\set\s)[^,;/()])+", re.I)
#: Labels that services bear too: what follows must look like a name by itself.
_IMPERSONAL = re.compile(
    r"^(?:de|[àa]|pour|cc|cci|from|to|contacts?|client|foyer|membres?|responsables?|titulaires?)\b",
    re.I,
)


def find(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """The people that labels announce."""
    by_start = {word.start: (line, i) for line in words_of for i, word in enumerate(line.words)}
    for match in _FIELD.finditer(text):
        yield from _values(text, match, by_start, names)
        for inner in _FIELD.finditer(match["v"] + "\n"):
            offset = match.start("v")
            yield from _inner(text, inner, offset, by_start, names)


Index = dict[int, tuple[Line, int]]


def _inner(
    text: str, match: re.Match[str], offset: int, by_start: Index, names: Names
) -> Iterator[Mention]:
    start, end = match.span("v")
    strong: bool | None = match["strong"] is not None
    if not strong and not _IMPERSONAL.match(match["weak"]):
        strong = None
    yield from _value(text, offset + start, offset + end, strong, by_start, names)


def _values(text: str, match: re.Match[str], by_start: Index, names: Names) -> Iterator[Mention]:
    start, end = match.span("v")
    strong: bool | None = match["strong"] is not None
    if not strong and not _IMPERSONAL.match(match["weak"]):
        strong = None
    if strong and not match["v"].strip():
        start = match.end() + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > 40 or ":" in text[start:end]:
            return
    yield from _value(text, start, end, strong, by_start, names)


def _value(
    text: str, start: int, end: int, strong: bool | None, by_start: Index, names: Names
) -> Iterator[Mention]:
    cut = _CUT.search(text, start, end)
    if cut:
        end = cut.start()
    if strong and (
        cut := re.search(
            r"[;(]|,\s+(?:n[ée]|d[ée]c[ée]d|demeur|domicil|habit|[âa]g|fil)", text[start:end], re.I
        )
    ):
        end = start + cut.start()
    items = [(start, end)] if strong else [m.span() for m in _LIST.finditer(text, start, end)]
    listed = [_words_between(a, b, text, by_start) for a, b in items]
    sure = sum(bool(words) and _is_name(words, names, strong=strong) for words in listed)
    for words in listed:
        if words and (
            _is_name(words, names, strong=strong)
            or (strong is None and sure and _among_people(words, names))
        ):
            yield from _named(text, words, names, strong=strong)


def _words_between(start: int, end: int, text: str, by_start: Index) -> list[Word]:
    found: list[Word] = []
    position = start
    while position < end:
        if position in by_start:
            line, at = by_start[position]
            found = [w for w in line.words[at:] if w.end <= end]
            break
        position += 1
    while found and found[0].folded in CIVILITIES | {"et": ""} and len(found) > 1:
        found = found[1:]
    return found


def _is_name(words: Sequence[Word], names: Names, *, strong: bool | None) -> bool:
    if len(words) > (7 if strong else 5) or sum(len(w.folded) for w in words) < 2:
        return False
    if any(w.folded in PLACES and not names.is_name(w.folded) for w in words):
        return False
    if words[0].folded in {"ne", "nee", "nes", "nees"}:
        return False
    if any(w.folded in ROLES or is_function_word(w, names) for w in words):
        return False
    if strong:
        return not all(
            names.commonness(w.folded) > 60 and not names.is_name(w.folded) for w in words
        )
    named = [w for w in words if names.is_name(w.folded)]
    if strong is None:
        return all(_is_somebody(w, names) for w in words) and not all(
            names.commonness(w.folded) > 60 for w in words
        )
    if all(informative(w) or w.shape == "I" or w.folded in PARTICLES for w in words):
        return bool(named) or (
            len(words) > 1 and all(not names.is_ordinary(w.folded) for w in words)
        )
    return len(named) == len(words) and any(not names.is_ordinary(w.folded) for w in words)


def _among_people(words: Sequence[Word], names: Names) -> bool:
    """« présents : petit leo, blanc, roy »: ordinary words too are surnames beside a person."""
    return len(words) < 4 and all(
        names.is_name(w.folded) and w.folded not in STOP | PLACES | ROLES for w in words
    )


def _is_somebody(word: Word, names: Names) -> bool:
    """After « Appelant : », « Victime : »…: a known name, or a word that is no French word."""
    if word.shape == "I" or word.folded in PARTICLES:
        return True
    common = names.commonness(word.folded)
    return (names.is_name(word.folded) and common < (200 if informative(word) else 80)) or (
        common == 0.0 and len(word.folded) > 1
    )


def is_function_word(word: Word, names: Names) -> bool:
    return (
        word.folded in STOP
        and word.folded not in PARTICLES
        and word.shape != "I"
        and not names.is_name(word.folded)
    )


def _named(
    text: str, words: Sequence[Word], names: Names, *, strong: bool | None
) -> Iterator[Mention]:
    if all(adjacent(w) for w in words[1:]) or strong:
        confidence = 0.95 if strong else 0.8
        yield mention(text, words, 0, len(words), confidence, "champ", "", names)
