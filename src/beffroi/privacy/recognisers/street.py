# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""The name of a street, from its type to its last word."""

from __future__ import annotations

import re

from beffroi.privacy.people.names import names
from beffroi.privacy.people.vocabulary import CIVILITIES, STOP
from beffroi.privacy.people.words import Word, lines
from beffroi.privacy.recognisers.dates import MONTHS

_SURE = (
    r"(?:pte|petite|gde|grde|grande|vieille|vlle)\srue|rue|avenue|av\.?|ave\.?|boulevard|bd\.?|bld\.?|blvd\.?|boul\.?|chemin|ch\.?|che\.?|chem\.?|impasse|imp\.?|all[ée]es?|"
    r"all\.?|route|rte\.?|quai|sentier|sente|venelle|ruelle|faubourg|fbg\.?|fg\.?|esplanade|promenade|rond[- ]?point|rpt|"
    r"mont[ée]e|traverse|chauss[ée]e|corniche|square|sq\.?|lotissement|hameau|ham\.?|grand[’' ]?e?[- ]?rue|petite[- ]rue|"
    r"vieille[- ]route|ancienne?[- ](?:route|chemin)|rocade|d[ée]viation|voie|venelles|rampe|mails?|ru|r\.|rle|hent|straed|carrer|bidea|strada"
)
_DOUBTFUL = (
    r"place|pl\.?|cours|cour|cit[ée]|villa|passage|pass\.?|clos|domaine|quartier|parvis|galerie|jardins?|parc|port|porte|"
    r"r[ée]sidence|r[ée]s\.?|val|c[ôo]te|coteau|digue|lieu[- ]?dit|ldt|lot\.|le\sbourg|bourg|zone|z\.?a\.?c?\.?|z\.?i\.?|levée|îlot|ilot"
)
STREET_TYPE = rf"(?:{_SURE}|{_DOUBTFUL})"
#: Types that can be nothing else, in full or as they are shortened.
SURE_TYPE = (
    r"(?:rue|avenue|av\.|ave\.?|boulevard|bd|bld|blvd|chemin|impasse|imp\.|all[ée]e|route|rte|quai|sentier|venelle|"
    r"ruelle|faubourg|mont[ée]e|traverse|grand[’' ]?e?[- ]?rue)"
)
_IS_SURE = re.compile(rf"(?:{_SURE})$", re.I)
#: Someone lives, works or is to be reached at what follows.
LIVES = (
    r"(?<!\w)(?:habit(?:e|ent|ait|ons|ez|er)|demeur(?:e|ent|ant|ants)|r[ée]sid(?:e|ent|ant|ants|ons|ait)|"
    r"domicili[ée]{1,2}s?|log[ée]{1,2}s?|h[ée]berg[ée]{1,2}s?|sise?s?|adresses?(?:\s(?:postale|actuelle|du\s\w+|de\s\w+|"
    r"compl[èe]te|personnelle))?|domicile|vi[stv](?:ent|ons|ant)?|install[ée]{1,2}s?|emm[ée]nag[ée]{1,2}|d[ée]m[ée]nag[ée]{1,2}|"
    r"situ[ée]{1,2}s?)\s*(?![\w])\s*(?::|=|est|actuellement|toujours|[àa]\s+l[’']adresse|seule?|avec\s\w+\s\w+)?\s*(?:,|au|aux|[àa]|dans|du|:)?\s*"
)
_LIVES_BEFORE = re.compile(rf"{LIVES}$|(?:^|[,:(\n])\s*(?:au\s+)?$|\bau\s+$|n[°º]\s*$", re.I)
#: « 17 la rappeler au 0320112233 »: a call, a number to call or an e-mail is no part of an address.
_CALL = (
    r"[\s,\-–]+(?=(?:(?:la|le|les|lui|leur|me|nous)\s)?(?:rappel\w*|appel\w*|joindre|joignables?|contact\w*|pr[ée]venir|"
    r"relancer|t[ée]l(?:[ée]phon\w*)?|portable|fixe|mail|courriel|e-mail)(?!\w))"
    r"|(?:\s(?:au|le|sur|par))?[\s,\-–]+(?=(?:\+33|0)[\s.]?[1-9](?:[\s.\-]?\d\d){4}(?!\d)|[\w.\-]+@\w)"
)
#: What ends an address in a sentence without capitals.
END = re.compile(
    rf"{_CALL}|"
    r"[.;:!?()\n|\t\"«»]|,\s(?!(?-i:[A-Z0-9]))|\s(?:et|est|a|ai|qui|que|depuis|car|mais|avec|pour|afin|je|j[’']|il|elle|on|nous|vous|"
    r"mon|ma|mes|son|sa|ses|n[’']|ne|o[ùu]|dans|sont|ont|tel|né|née|t[ée]l|merci|demande|souhaite|signale|sous|par)(?=[\s’'])",
    re.I,
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DATE_NAME = re.compile(
    rf"\s(?:du\s)?(?:\d{{1,2}}(?:er)?)[\s\-]{MONTHS}(?:[\s\-](?:19|20)\d{{2}})?(?!\w)"
    r"|\s(?:rurale?\s|d[ée]partementale?\s|nationale?\s|communale?\s|vicinale?\s)(?:n\s?[°ºo]\s?)?\d{1,4}(?!\d|\s?[/.\-]\d)",
    re.I,
)
#: What ends the name of a street even with a capital.
_COMPLEMENTS = _set(
    "appt apt app appartement bat batiment esc escalier etage porte pte hall residence res bp cs rdc immeuble "
    "imm tel boite bte chez cedex interphone code entree bloc"
)
_REMAINDER = re.compile(
    r"(?P<w>(?:[ \u00a0][^\W\d_][\w’'\-]*){1,2})(?=\s*(?:[,\n;.()|\"]|\s[-–]\s|\d{5}|$))"
)
_LINKS = _set("de du des d la le les l aux au à a en sur sous et lès les-")
_TITLES = _set(
    "general marechal docteur dr president professeur abbe pere colonel capitaine commandant lieutenant saint sainte st ste amiral jean pierre paul marie charles grand grande petit petite vieux vieille notre dame frere freres soeur soeurs maitre sergent 1er"
)


def street_end(text: str, anchor: re.Match[str]) -> int | None:
    """Where the street that ``anchor`` opens (number, type) ends; ``None`` when it is no street."""
    if _is_year_or_date(text, anchor):
        return None
    end = anchor.end("type")
    line_end = text.find("\n", end)
    rest = text[end : len(text) if line_end < 0 else min(line_end, end + 90)]
    dated = _DATE_NAME.match(rest)
    if dated:
        return end + dated.end()
    taken = _name_end(rest)
    sure = _IS_SURE.match(anchor["type"]) is not None
    if taken is None:
        return None
    if not sure and not _believable(text, anchor, rest, taken):
        return None
    return end + taken


def _is_year_or_date(text: str, anchor: re.Match[str]) -> bool:
    before = text[max(0, anchor.start() - 14) : anchor.start()]
    year = re.search(r"(?:19|20)\d{2}\s*,?\s*$", anchor["n"] + " ") is not None
    return bool(year and re.search(rf"(?:\ben|depuis|{MONTHS}|\bde|ann[ée]e)\s*$", before, re.I))


def _believable(text: str, anchor: re.Match[str], rest: str, taken: int) -> bool:
    """« 3 place de la Mairie », not « 3 places » nor « 1 cours de piano »."""
    if re.match(r"\s*,?\s*\n?\s*\d{5}(?!\d)", text[anchor.end("type") + taken :]):
        return True
    capital = re.search(r"[A-ZÀ-Ý]", rest[:taken]) is not None
    singular = not anchor["type"].lower().endswith("s")
    if singular and re.search(r"[02-9]|\d\d", anchor["n"]):
        return True
    before = text[max(0, anchor.start() - 40) : anchor.start()]
    if anchor["type"].lower() in {"cours", "cour", "port", "porte", "parc"}:
        return (
            capital or re.match(r"\s+(?!de\b|d[’']|du\b|des\b|en\b|par|à\b|a\b)", rest) is not None
        )
    return capital or _LIVES_BEFORE.search(before) is not None


def _name_end(rest: str) -> int | None:
    """Offset in ``rest`` after the words of the street’s name."""
    found = lines(rest)
    if not found or found[0].words[0].start > 4:
        return None
    words, end, strong, linked = found[0].words, None, False, True
    for at, word in enumerate(words):
        gap = rest[words[at - 1].end : word.start] if at else ""
        if "." in gap and " " in gap and at and len(words[at - 1].text) > 5:
            break  # « 2 rue de l’Abreuvoir. Récompense » : the sentence is over
        gap = re.sub(r"^ \d{1,3} $", "", gap) if linked else gap
        if gap.strip(" \u00a0-’'.") or at > 8:
            break
        if word.folded in _LINKS and word.shape != "I":
            linked = True
            continue
        if not _belongs(word, linked=linked, titled=strong, first=end is None):
            break
        first_name = at < 4 and end is None and names().is_first(word.folded)
        end, linked, strong = word.end, False, word.folded in _TITLES or first_name
    return _remainder(rest, end) if end is not None else None


def _remainder(rest: str, end: int) -> int:
    """« 117 b cité bel air, »: one or two more words before what parts an address."""
    match = _REMAINDER.match(rest, end)
    words = lines(match["w"])[0].words if match and lines(match["w"]) else ()
    stop = any(
        w.folded in STOP or w.folded in CIVILITIES or w.folded in _COMPLEMENTS for w in words
    )
    return match.end() if match and words and not stop else end


def _belongs(word: Word, *, linked: bool, titled: bool, first: bool) -> bool:
    if first:
        return word.folded not in {"est", "sont", "a", "qui", "pour", "en", "avec"}
    if word.folded in _COMPLEMENTS:
        return False
    if word.folded in STOP and word.folded not in {"vert", "bon", "bonne", "mai", "mars", "juin"}:
        return False
    if word.folded in CIVILITIES and word.shape == "l":
        return False
    if word.shape in "TUMI" and not word.caps:
        return True
    if linked or titled:
        return True
    return names().is_name(word.folded) and names().commonness(word.folded) < 20
