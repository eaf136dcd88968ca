# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Organisations and places told by the way they are named: whose words are nobody’s name.

A company signs « Paysages Durand et Fils », a club « Teranga Basket », a union « Loire-Aval », a
police station « la gendarmerie de Rumilly », an equipment « l’aire de jeux Marcel-Pagnol ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.fold import fold
from beffroi.privacy.people.names import names
from beffroi.privacy.people.vocabulary import BRANDS, CIVILITIES, KIN, PLACES, SERVICES, STOP

_CAPITAL = r"[A-ZÀ-Ý][\w’'\-]*[\wà-ÿ]"
#: « Durand et Fils », « Roux Frères », « Martin & Associés ».
_HOUSE = re.compile(
    rf"(?<![\w\-])(?:{_CAPITAL}[ \u00a0]){{1,3}}(?:(?:et|&)[ \u00a0](?:Fils|Filles?|Frères|Sœurs|Associés|Associées|Cie|Compagnie|Partenaires)|Frères|Père et Fils)(?!\w)"
)
#: What a club or a company does, after its name: « Teranga Basket », « Bouygues Telecom ».
_DOES = (
    "Basket(?:ball)?|Hand(?:ball)?|Foot(?:ball)?|Rugby|Judo|Karaté|Volley(?:ball)?|Tennis|Athlétisme|Natation|Gym(?:nastique)?|"
    "Cyclisme|Escrime|Pétanque|Badminton|Boxe|Danse|Aviron|Canoë|Roller|Triathlon|Club|Sports?|Sporting|Télécoms?|Telecoms?|"
    "Mobile|Énergies?|Energies?|Transports?|Voyages|Habitat|Environnement|Assainissement|Bâtiment|Travaux|TP|BTP|Constructions?|"
    "Immobilier|Assurances?|Groupe|Group|Industries?|Distribution|Propreté|Nettoyage|Logistique|Ambulances|Paysages?|Solidarités?|"
    "Handicap|Tourisme|Développement|Initiatives?|Education|Éducation|Médias|Électricité|Plomberie|Menuiserie|Maçonnerie|Couverture|"
    "Terrassement|Traiteur|Fleurs|Optique|Market|Drive|Bricolage|Jardinage|Auto(?:mobiles?)?|Motoculture|Recyclage|Ingénierie|"
    "SARL|SAS|SASU|EURL|SCOP|SCIC|SCI|GIE|GAEC"
)
_ACTIVITY = re.compile(
    rf"(?<![\w\-])(?P<n>{_CAPITAL}(?:[ \u00a0](?:{_CAPITAL}|de|du|des|la|le|les))?)[ \u00a0](?:{_DOES})(?![\w\-])"
)
#: « APF France handicap », « Orange France ».
_IN_FRANCE = re.compile(
    r"(?<![\w\-])(?P<n>[A-Z]{2,6})[ \u00a0](?:France|FRANCE)(?:[ \u00a0](?:[a-zà-ÿ]{5,}|[A-Z]{5,}))?(?!\w)"
)
#: Goods and trades before the name that they bear: « Biscuits Saint-Michel », « Menuiserie Leroux ».
_TRADE = re.compile(
    rf"(?<![\w\-])(?:Transports|Autocars|Cars|Taxis?|Ambulances|Biscuits|Chocolats|Confitures|Conserves|Fromages|Vins|Cafés|Eaux|"
    rf"Laboratoires?|Établissements|Etablissements|Éditions|Editions|Meubles|Charpentes|Paysages|Jardins|Pépinières|Assurances|Voyages|"
    rf"Travaux|Constructions|Terrassements|Couvertures?|Electricité|Électricité|Peintures?|Maçonnerie|Menuiserie|Plomberie|Serrurerie|"
    rf"Charcuterie|Pâtisserie|Épicerie|Imprimerie|Carrosserie|Métallerie|Charpenterie|Miroiterie|Ébénisterie|Brasserie|Fromagerie|"
    rf"Marbrerie|Pompes Funèbres|Pompes funèbres|Pass|Pass’|Passe|Chèque|Ticket|Appli|Application|Plateforme)[ \u00a0]"
    rf"{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,2}}"
)
#: « Union sportive Pasteur », « Étoile Saint-Roch », « Les Amis de Jean Ferrat », « Aux Délices de Margot ».
_CLUB = re.compile(
    rf"(?<![\w\-])(?:(?:Union|Étoile|Etoile|Avenir|Entente|Élan|Elan|Racing|Olympique|Espérance|Jeunesse|Alliance|Ligue|Fédération|Collectif)"
    rf"(?:[ \u00a0](?:[Ss]portive?|[Cc]ycliste|[Aa]thlétique|[Mm]usicale|[Cc]lub|[Pp]opulaire|[Ll]aïque|[Rr]urale))|(?:Les|Aux|Le|La|Au)[ \u00a0](?:Amie?s|Compagnons|Jardins?|Délices?|Restos?|"
    rf"Ateliers?|Paniers?|Saveurs?|Copains|Fournil|Comptoir|Relais|Cercle|Boutique|Petits?[ \u00a0][A-ZÀ-Ý][\wà-ÿ]+)[ \u00a0](?:de|du|d[’']))(?:[ \u00a0]?{_CAPITAL}){{1,3}}"
)
#: « McDonald’s », « Levi’s »: a genitive that French does not have.
_GENITIVE = re.compile(r"(?<![\w\-])[A-Z][\w\-]{2,}[’'](?:s|S)(?![\w’'])")
#: « Loire-Aval », « Rhône-Sud », « Pays-Centre »: a land and where in it.
_LAND = re.compile(
    r"(?<![\w\-])(?!(?:Jean|Marie|Pierre|Paul|Anne)-)[A-ZÀ-Ý][\wà-ÿ]+(?:-[A-ZÀ-Ý]?[\wà-ÿ]+){0,2}-"
    r"(?i:aval|amont|nord|sud|est|ouest|littoral|agglo(?:mération)?|métropole|habitat|environnement|énergies?|tourisme|atlantique|méditerranée)(?![\w\-])"
)
#: « Bad Kreuznach », « Sankt Veit », « New Ross »: a twin town abroad.
_ABROAD = re.compile(
    r"(?<![\w\-])(?:Bad|Sankt|New|Great|North|South|Stadt|Nueva|Nova|Novo|Nowy|Nowa|Monte|Villa)[ \u00a0][A-Z][\wà-ÿ\-]{3,}"
)
_OFFICE = (
    "gendarmerie|brigade|commissariat|pr[ée]fecture|sous-pr[ée]fecture|tr[ée]sorerie|perception|mairie|h[ôo]pital|tribunal|"
    "pr[ée]sidial|communaut[ée]|agglom[ée]ration|m[ée]tropole|syndicat|commune|ville|d[ée]partement|archev[êe]ch[ée]|dioc[èe]se|rectorat|"
    "acad[ée]mie|canton|arrondissement|caserne|d[ée]ch[èe]t+erie"
)
#: « la gendarmerie de Rumilly » : the office of a commune, which must be known.
_OF_TOWN = re.compile(
    rf"(?<!\w)(?:{_OFFICE})s?[ \u00a0](?:de|d[’'])[ \u00a0]?(?P<t>(?:(?:la|le|les|saint|sainte|l[’'])[ \u00a0\-]?)?[^\W\d_][\w’'\-]+)",
    re.I,
)
#: « UDAF de l’Yonne », « CAF du Nord »: French puts no article before someone.
_OF_LAND = re.compile(
    r"(?<!\w)(?P<s>[A-Za-z]{3,6})[ \u00a0](?:de[ \u00a0]l[’']|de[ \u00a0]la[ \u00a0]|du[ \u00a0]|des[ \u00a0])(?P<t>[^\W\d_][\w\-]+)",
    re.I,
)
#: « la maison de la justice Robert-Badinter »: the hyphen that streets and halls tie names with.
_TIED = re.compile(
    r"(?<![\w\-])(?P<h>[^\W\d_]+)(?P<m>(?:[ \u00a0](?:d[’']|l[’'])?[a-zà-ÿ\-]+(?:[ \u00a0]l[’'][a-zà-ÿ]+)?){1,5})[ \u00a0](?P<a>[A-Za-zÀ-ÿ][\wà-ÿ]+)-(?P<b>[A-Za-zÀ-ÿ][\wà-ÿ\-]+)(?![\w\-])"
)
_SAID = re.compile(r"[\w.’'\-]+(?=[ \u00a0]*$)")
_FIRST = re.compile(r"[\w.’'\-]+")
_LINKS = frozenset("de du des d la le les l".split())


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where organisations and named places stand in ``text``."""
    for pattern in (_TRADE, _CLUB, _GENITIVE, _LAND, _ABROAD):
        for match in pattern.finditer(text):
            if not _announced(text, match.start()):
                yield match.span()
    yield from _companies(text)
    yield from _offices(text)
    yield from _tied(text)


def _companies(text: str) -> Iterator[tuple[int, int]]:
    for match in _HOUSE.finditer(text):
        if not _announced(text, match.start()):
            yield match.span()
    for match in _ACTIVITY.finditer(text):
        if not _announced(text, match.start()) and not _someone(match["n"]):
            yield match.span()
    known = names()
    for match in _IN_FRANCE.finditer(text):
        word = fold(match["n"])
        if not known.is_name(word) and word not in CIVILITIES and known.commonness(word) == 0.0:
            yield match.span()


def _offices(text: str) -> Iterator[tuple[int, int]]:
    for match in _OF_TOWN.finditer(text):
        if fold(match["t"]) in names().communes:
            yield match.span()
    for match in _OF_LAND.finditer(text):
        if fold(match["s"]) in SERVICES or fold(match["s"]) in BRANDS:
            yield match.span()


def _tied(text: str) -> Iterator[tuple[int, int]]:
    known = names()
    for match in _TIED.finditer(text):
        before = fold(match["h"] + match["m"]).split()
        head = max((at for at, word in enumerate(before) if word in PLACES), default=-1)
        first, second = fold(match["a"]), fold(match["b"])
        middle = before[head + 1 :]
        if head < 0 or not middle or not known.is_first(first):
            continue
        possessed = middle[-1] in _LINKS and (len(middle) == 1 or known.is_first(second))
        if not possessed and not any(_parts(word) for word in middle):
            yield match.start("a"), match.end()


def _parts(word: str) -> bool:
    """Whether ``word`` says something of the place or of the name, and so parts them."""
    return word not in _LINKS and (word in STOP or word in KIN or names().is_verb(word))


def _announced(text: str, start: int) -> bool:
    """Whether a civility or a kin stands before or first: « Mme Durand et fils » are people."""
    before = _SAID.search(text, max(0, start - 16), start)
    first = _FIRST.match(text, start)
    said = {fold(word[0].strip(".")) for word in (before, first) if word is not None}
    return not said.isdisjoint(CIVILITIES.keys() | KIN)


def _someone(named: str) -> bool:
    """Whether the words before an activity hold a first name: « Léa Transports » may be someone."""
    return names().is_first(fold(named).split()[0])
