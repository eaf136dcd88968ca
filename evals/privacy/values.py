# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Invented people, addresses and numbers. Nothing here belongs to anyone."""

from __future__ import annotations

import random
import unicodedata

FIRST_F = [
    "Jeanne",
    "Sophie",
    "Marie",
    "Nathalie",
    "Fatima",
    "Inès",
    "Camille",
    "Chantal",
    "Monique",
    "Léa",
    "Aminata",
    "Rose",
    "Claire",
    "Sylvie",
    "Marie-Christine",
    "Anne-Laure",
    "Yasmina",
    "Khadija",
    "Mélanie",
    "Bérengère",
    "Solenn",
    "Oksana",
    "Thi-Lan",
    "Maëlys",
    "Garance",
    "Élodie",
    "Zoubida",
    "Rokhaya",
    "Ludivine",
    "Marie-Josée",
    "Océane",
    "Kadidiatou",
]
FIRST_M = [
    "Pierre",
    "Jean",
    "Lucas",
    "Mohamed",
    "Karim",
    "Jean-Marc",
    "Noël",
    "Martin",
    "Kévin",
    "Mamadou",
    "Yann",
    "Luc",
    "Benoît",
    "Jean-Baptiste",
    "Rachid",
    "Enzo",
    "Théo",
    "Ibrahima",
    "Wilfried",
    "Gaël",
    "Aurélien",
    "Nguyen",
    "Dragan",
    "Moussa",
    "Jean-Yves",
    "Loïck",
    "Killian",
    "Abdelhamid",
    "Stanislas",
    "Ange-Marie",
    "Souleymane",
    "Félicien",
]
LAST = "Dupont Martin Petit Roche Marchand Lefèvre Benali N’Diaye Le_Goff Garcia Nguyen Boulanger Fontaine Rossignol Traoré El_Amrani De_Oliveira Lécuyer Blanchard-Morel Kowalczyk Haddad Leroy Meunier Chevalier Tchoumi Ouedraogo Quéméneur Vandenberghe Etcheverry Schmitt D’Almeida Poulain Bonnet Legrand Roy Page Berger Mercier Guivarc’h Hoarau Zbinden Bellanger Coulibaly Da_Silva Pelletier Vasseur Thibaudeau Saint-Germain Roussel Delacroix Sow Ben_Salah Carvalho Ricordel Vallet Fournil".replace(
    "’", "'"
).split()
LAST = [name.replace("_", " ") for name in LAST]
STREETS = [
    "rue des Lilas",
    "avenue du Général Leclerc",
    "boulevard Jean Jaurès",
    "impasse des Tilleuls",
    "chemin du Moulin",
    "place de la République",
    "rue Victor Hugo",
    "allée des Érables",
    "route de Saint-Malo",
    "quai de la Fosse",
    "rue du 8 Mai 1945",
    "bd de la Liberté",
    "av. Foch",
    "chemin des Vignes",
    "rue de l'Église",
    "square Pasteur",
    "rue Pierre et Marie Curie",
    "ruelle aux Loups",
    "rue Basse",
    "lotissement Les Genêts",
    "rue Paul Bert",
    "cours Gambetta",
    "rue du Dr Roux",
    "r. des Écoles",
    "allée Nelson Mandela",
    "voie Romaine",
    "passage du Commerce",
]
TOWNS = [
    "35000 Rennes",
    "44100 Nantes",
    "69100 Villeurbanne",
    "29190 Pleyben",
    "13090 Aix-en-Provence",
    "59170 Croix",
    "67000 Strasbourg",
    "31700 Blagnac",
    "97400 Saint-Denis",
    "20200 Bastia",
    "72300 Sablé-sur-Sarthe",
    "62220 Carvin",
    "86000 Poitiers",
    "33130 Bègles",
    "22110 Rostrenen",
    "74100 Annemasse",
    "54500 Vandœuvre-lès-Nancy",
    "93200 Saint-Denis",
    "83400 Hyères",
]
COMPLEMENTS = [
    "appt 12",
    "bât. C",
    "Résidence Les Acacias",
    "Résidence du Parc, bât B",
    "3e étage",
    "appartement 204",
    "chez Mme Roche",
    "BP 12",
    "escalier 2",
]
PLACES = [
    "rue Victor Hugo",
    "école Jean-Moulin",
    "place Charles de Gaulle",
    "salle Simone-Veil",
    "collège Lucie Aubrac",
    "square Maurice Thorez",
    "gymnase Alain Colas",
    "avenue Jean Jaurès",
    "stade Marcel Picot",
    "médiathèque Marguerite Duras",
    "groupe scolaire Anne Frank",
    "résidence autonomie Louis Pasteur",
    "parc Paul Mistral",
    "crèche Françoise Dolto",
    "rue du Docteur Roux",
    "rue Pierre et Marie Curie",
    "pont Anne de Bretagne",
    "lycée Émile Zola",
    "quartier Saint-Michel",
    "espace Jacques Brel",
    "théâtre Gérard Philipe",
]
ORGS = [
    "association Les Amis du Lac",
    "France Travail",
    "la CAF",
    "la société Veolia",
    "le Secours populaire",
    "entreprise Colas",
    "le cabinet Urbaconseil",
    "la régie Eau de Rennes",
    "SARL Toitures du Centre",
    "l'amicale laïque",
    "le conseil départemental",
    "Croix-Rouge française",
    "garage Citroën",
    "le CCAS",
]


def plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text)
    return "".join(c for c in bare if not unicodedata.combining(c))


class Person:
    def __init__(self, rng: random.Random, first_f: list[str], first_m: list[str], last: list[str]):
        self.female = rng.random() < 0.5
        self.first = rng.choice(first_f if self.female else first_m)
        self.last = rng.choice(last)
        self.initial = "-".join(part[0] + "." for part in self.first.split("-"))


def phone(rng: random.Random) -> str:
    digits = f"{rng.randrange(10**8):08d}"
    lead = rng.choice(["06", "07", "02", "01", "04", "0692", "09"])
    ten = (lead + digits)[:10]
    pairs = [ten[i : i + 2] for i in range(0, 10, 2)]
    form = rng.randrange(9)
    if form == 0:
        return ten
    if form == 1:
        return f"+33 {ten[1]} " + " ".join(pairs[1:])
    if form == 2:
        return f"+33(0){ten[1:]}"
    if form == 3:
        return f"{ten[:4]} {ten[4:6]} {ten[6:8]} {ten[8:]}"
    if form == 4:
        return "0033" + ten[1:]
    return rng.choice([" ", ".", "-", "/", " "]).join(pairs)


def email(rng: random.Random, person: Person) -> str:
    first, last = plain(person.first).lower(), plain(person.last).lower().replace(" ", "")
    last = last.replace("'", "")
    local = rng.choice(
        [f"{first}.{last}", f"{first[0]}{last}", f"{last}{rng.randrange(99)}", f"{first}_{last}"]
    )
    host = rng.choice(
        ["orange.fr", "gmail.com", "wanadoo.fr", "laposte.net", "free.fr", "mairie-exemple.fr"]
    )
    form = rng.randrange(8)
    if form == 0:
        return f"{local} arobase {host.replace('.', ' point ')}"
    if form == 1:
        return f"{local} @ {host}"
    return f"{local}@{host}"


def nir(rng: random.Random) -> str:
    head = f"{rng.choice('1212127')}{rng.randrange(100):02d}{rng.randrange(1, 13):02d}"
    head += rng.choice([f"{rng.randrange(1, 96):02d}", "2A", "2B", "99"])
    head += f"{rng.randrange(1, 1000):03d}{rng.randrange(1, 1000):03d}"
    key = f"{rng.randrange(1, 98):02d}"
    form = rng.randrange(4)
    if form == 0:
        return head
    if form == 1:
        return head + key
    parts = [head[0], head[1:3], head[3:5], head[5:7], head[7:10], head[10:13]]
    return " ".join([*parts, key] if form == 2 else parts)


def iban(rng: random.Random) -> str:
    body = f"FR{rng.randrange(10, 99)}" + "".join(rng.choice("0123456789") for _ in range(23))
    form = rng.randrange(4)
    if form == 0:
        return body
    if form == 1:
        return body.lower()
    return " ".join(body[i : i + 4] for i in range(0, 27, 4))


def plate(rng: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
    a, b = ("".join(rng.choice(letters) for _ in range(2)) for _ in range(2))
    form = rng.randrange(6)
    if form == 0:
        return f"{a}{rng.randrange(100, 999)}{b}"
    if form == 1:
        return f"{rng.randrange(10, 9999)} {a}{rng.choice(letters)} {rng.randrange(10, 95)}"
    if form == 2:
        return f"{a} {rng.randrange(100, 999)} {b}"
    return f"{a}-{rng.randrange(100, 999)}-{b}"


MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]


def date(rng: random.Random, first: int, last: int) -> str:
    day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(first, last)
    form = rng.randrange(6)
    if form == 0:
        return f"{day} {MONTHS[month - 1]} {year}"
    if form == 1:
        return f"{day:02d}.{month:02d}.{year}"
    if form == 2:
        return f"{day:02d}/{month:02d}/{year % 100:02d}"
    if form == 3:
        return f"{day:02d}-{month:02d}-{year}"
    return f"{day:02d}/{month:02d}/{year}"


def digits(rng: random.Random, pattern: str) -> str:
    """``#`` is a digit, ``@`` a capital letter."""
    return "".join(
        rng.choice("0123456789")
        if c == "#"
        else rng.choice("ABCDEFGHJKLMNPRSTVWXYZ")
        if c == "@"
        else c
        for c in pattern
    )


def address(
    rng: random.Random, streets: list[str], towns: list[str], complements: list[str]
) -> list[str]:
    """The lines of an address."""
    number = str(rng.choice([rng.randrange(1, 99), rng.randrange(1, 400)]))
    number += rng.choice(["", "", "", "", " bis", "ter", " B", ","])
    street = f"{number} {rng.choice(streets)}"
    parts = [street]
    if rng.random() < 0.3:
        parts.insert(rng.randrange(2), rng.choice(complements))
    town = rng.choice(towns)
    if rng.random() < 0.75:
        parts.append(town if rng.random() < 0.9 else town.upper() + " CEDEX")
    elif rng.random() < 0.4:
        parts.append(town.split(" ", 1)[1])
    return parts
