"""Does what one to four people raised stay in sight? And do other orders give the same themes?

    python -m evals.consultation.rare [QUESTION…]        (from the project's root)

A theme is in sight when one of its answers is a weak signal, or when a theme is mostly made of
them. Two measures: twelve small themes that we wrote, planted in real answers; and the tags that
readers gave to one to four answers, many of which are only another name of a common one, inside
answers that say much else. Stability: the same answers in another order; the share of
pairs of answers that are together in both results, or in neither (Rand index).
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from beffroi.consultation import Answer, Result, listen
from beffroi.embedding.local import LocalEmbedder
from evals.consultation.assignment import tags_of
from evals.consultation.discovery import questions

FEW = 4
#: What one to four people could write in any consultation, a theme a line.
PLANTED = (
    ("Il manque des toilettes publiques propres près du marché couvert",),
    ("Le clocher sonne toute la nuit et empêche les riverains de dormir",),
    ("Installez des composteurs collectifs au pied des immeubles", "Un composteur par résidence"),
    ("Des boîtes à livres dans les abribus", "Une boîte à livres devant la médiathèque"),
    ("Rouvrir le cinéma associatif fermé depuis l’incendie de 2011",),
    ("Les chauves-souris du pont de pierre doivent être protégées pendant les travaux",),
    (
        "Former les agents d’accueil à la langue des signes",
        "Un accueil en langue des signes pour les sourds",
        "Rien n’est prévu pour les personnes sourdes qui signent",
    ),
    ("Autoriser les poules dans les jardins partagés", "Des poulaillers collectifs par quartier"),
    ("Les frelons asiatiques nichent dans les platanes de l’école maternelle",),
    (
        "Une maison de la parentalité pour les mères isolées",
        "Les mères isolées n’ont aucun lieu de répit",
        "Du répit pour les parents d’enfants handicapés",
        "Un relais de nuit pour les familles monoparentales",
    ),
    ("Le radon dans les caves n’est mesuré nulle part dans le canton",),
    ("Baisser le son du karaoké du camping après minuit", "Le karaoké du camping est infernal"),
)

#: As many others, written after the rule was chosen, to judge it.
OTHERS: tuple[tuple[str, ...], ...] = (
    ("Un terrain de pétanque couvert pour l’hiver",),
    ("La fontaine du lavoir ne coule plus depuis deux ans",),
    (
        "Des cours de code de la route pour les seniors",
        "Remise à niveau du code de la route pour les retraités",
    ),
    (
        "Installer des nichoirs à mésanges contre les chenilles processionnaires",
        "Des nichoirs à mésanges dans les pins",
        "Lutter contre les chenilles processionnaires",
    ),
    ("Le distributeur de billets a disparu du bourg",),
    (
        "Un local pour répéter la musique",
        "Les jeunes groupes n’ont nulle part où répéter",
    ),
    ("Le bac de l’île ne prend plus les fauteuils roulants",),
    (
        "Prêter des costumes et du matériel de fête aux associations",
        "Une réserve de matériel de fête à emprunter",
    ),
    (
        "La piscine est trop froide pour les bébés nageurs",
        "Bébés nageurs : eau trop froide",
        "Chauffer le petit bain",
    ),
    ("Un cimetière pour animaux de compagnie",),
    (
        "Les drones survolent nos jardins",
        "Trop de drones au-dessus des maisons",
        "Interdire les drones le dimanche",
        "Un drone filme ma terrasse",
    ),
    (
        "Traduire les panneaux en occitan",
        "Des panneaux bilingues en occitan",
    ),
)


def run(texts: Sequence[str], order: Sequence[int], question: str) -> Result:
    answers = [Answer(row=i + 1, text=texts[i]) for i in order]
    return listen(answers, question=question, embedder=LocalEmbedder())


def rare_tags(rows: Sequence[dict[str, str]]) -> Mapping[str, set[int]]:
    """Tag → rows, for the tags that one to four answers bear."""
    found: dict[str, set[int]] = defaultdict(set)
    for i, row in enumerate(rows, start=1):
        for tag in tags_of(row):
            found[tag].add(i)
    return {tag: under for tag, under in found.items() if len(under) <= FEW}


def planted(
    rows: Sequence[dict[str, str]], themes: Sequence[Sequence[str]]
) -> tuple[int, int, int]:
    """How many of our small themes are in sight, how many there are, how many were set aside."""
    texts = [row["texte"] for row in rows]
    places = []
    for theme in themes:
        places.append(set(range(len(texts) + 1, len(texts) + len(theme) + 1)))
        texts += theme
    result = run(texts, range(len(texts)), rows[0]["question"])
    aside = sum(bool(under & result.reasons.keys()) for under in places)
    return sum(in_sight(result, under) for under in places), len(themes), aside


def in_sight(result: Result, under: set[int]) -> bool:
    if any(signal.row in under for signal in result.weak_signals):
        return True
    members: dict[str, set[int]] = defaultdict(set)
    for answer in result.answers:
        for theme in answer.themes:
            members[theme].add(answer.row)
    return any(2 * len(rows & under) > len(rows) for rows in members.values())


def alike(first: Result, second: Result) -> float:
    """Rand index of the first themes of the answers that are in both."""
    names = [{a.row: a.themes[0] for a in r.answers if a.themes} for r in (first, second)]
    rows = sorted(names[0].keys() & names[1].keys())

    def pairs(counts: Counter[object]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    both = pairs(Counter((names[0][r], names[1][r]) for r in rows))
    one, other = (pairs(Counter(name[r] for r in rows)) for name in names)
    whole = len(rows) * (len(rows) - 1) / 2
    return (whole - one - other + 2 * both) / whole


def main() -> None:
    seen = total = 0
    stable, sown = [], []
    wanted = sys.argv[1:]
    for name, rows in questions().items():
        if wanted and name not in wanted:
            continue
        texts = [row["texte"] for row in rows]
        order = list(range(len(texts)))
        result = run(texts, order, rows[0]["question"])
        rare = rare_tags(rows)
        found = [tag for tag, under in rare.items() if in_sight(result, under)]
        again = run(texts, random.Random(1).sample(order, len(order)), rows[0]["question"])
        stable.append(alike(result, again))
        seen, total = seen + len(found), total + len(rare)
        print(
            f"{name:5} thèmes d’une à {FEW} personnes en vue : {len(found)} sur {len(rare)} "
            f"({len(result.weak_signals)} signaux) ; même couples : {stable[-1]:.3f}",
            flush=True,
        )
        for seeds in (planted(rows, PLANTED), planted(rows, OTHERS)):
            sown.append(seeds[0] / seeds[1])
            print(f"      semés : {seeds[0]} sur {seeds[1]} ({seeds[2]} hors sujet)", flush=True)
        print("      hors de vue :", ", ".join(sorted(rare.keys() - set(found))[:12]))
    print(f"semés, en vue : {sum(sown) / len(sown):.2f}")
    print(f"en vue : {seen} sur {total} ; stabilité moyenne {sum(stable) / len(stable):.3f}")


if __name__ == "__main__":
    main()
