"""Each splitting rule on sentences such as town halls write, and where it must stay quiet."""

from __future__ import annotations

from types import ModuleType

import pytest

from beffroi.clarity.rewrite.split import (
    alternatives,
    announced,
    asides,
    cases,
    circumstances,
    clauses,
    conditions,
    gerunds,
    goals,
    lists,
    participles,
    relatives,
    semicolon,
    sources,
)
from beffroi.clarity.rewrite.split.parse import parsed

CASES: list[tuple[ModuleType, str, list[str] | None]] = [
    (
        sources,
        "En application de l’article 3 du règlement, les riverains doivent tailler leurs haies.",
        [
            "Les riverains doivent tailler leurs haies.",
            "C’est ce que prévoit l’article 3 du règlement.",
        ],
    ),
    (
        sources,
        "Les riverains taillent leurs haies, conformément au règlement de voirie.",
        ["Les riverains taillent leurs haies.", "C’est ce que prévoit le règlement de voirie."],
    ),
    (
        sources,
        "Conformément aux règlements, et notamment l’article 3, la rue est fermée aux voitures.",
        [
            "La rue est fermée aux voitures.",
            "C’est ce que prévoient les règlements, et notamment l’article 3.",
        ],
    ),
    (sources, "Conformément à l’article 3, par décision du maire, la rue est fermée.", None),
    (sources, "Conformément à ses habitudes, le maire signe le registre.", None),
    (
        semicolon,
        "La salle est louée 80 € ; le tarif est réduit pour les associations.",
        ["La salle est louée 80 €.", "Le tarif est réduit pour les associations."],
    ),
    (semicolon, "Sont élus M. Roux, maire ; Mme Petit, adjointe.", None),
    (
        relatives,
        "La commune, qui gère le port, informe les pêcheurs.",
        ["La commune gère le port.", "La commune informe les pêcheurs."],
    ),
    (relatives, "Les agents qui travaillent le dimanche sont payés double.", None),
    (
        relatives,
        "Cette commission, dont la présidence est assurée par le maire, se réunit en mars.",
        [
            "La présidence de cette commission est assurée par le maire.",
            "Cette commission se réunit en mars.",
        ],
    ),
    (relatives, "Il est interdit d’utiliser un appareil qui fait du bruit.", None),
    (
        clauses,
        "Le maire signe la convention avec le département et autorise le trésorier à payer.",
        [
            "Le maire signe la convention avec le département.",
            "Le maire autorise le trésorier à payer.",
        ],
    ),
    (
        clauses,
        "La demande est gratuite, mais elle doit être faite avant le 3 mars.",
        ["La demande est gratuite.", "Mais elle doit être faite avant le 3 mars."],
    ),
    (clauses, "Si le maire signe, le préfet contrôle et le trésorier paie.", None),
    (
        participles,
        "Créée en 1986 par les parents, l’association gère la crèche.",
        ["L’association a été créée en 1986 par les parents.", "L’association gère la crèche."],
    ),
    (
        participles,
        "La bibliothèque, située rue Verte, accueille les élèves.",
        ["La bibliothèque est située rue Verte.", "La bibliothèque accueille les élèves."],
    ),
    (participles, "Convaincu par le devis, le maire signe le marché.", None),
    (
        lists,
        "Le dossier comprend le plan du terrain, le devis de l’entreprise et la notice.",
        [
            "Le dossier comprend :\n- le plan du terrain ;\n- le devis de l’entreprise ;\n"
            "- la notice."
        ],
    ),
    (
        lists,
        "Les documents sont les suivants : bail du logement, facture de gaz, quittance de loyer.",
        [
            "Les documents sont les suivants :\n- bail du logement ;\n- facture de gaz ;\n"
            "- quittance de loyer."
        ],
    ),
    (
        lists,
        "Apportez l’un de ces papiers : un bail ; une facture ; ou une quittance.",
        ["Apportez l’un de ces papiers :\n- un bail ;\n- une facture ;\n- ou une quittance."],
    ),
    (
        lists,
        "Il est donc demandé au Conseil municipal : - De fixer le tarif de la salle à 80 €.",
        ["Il est donc demandé au Conseil municipal :\n- De fixer le tarif de la salle à 80 €."],
    ),
    (lists, "Le maire et le préfet signent le contrat.", None),
    (
        goals,
        "Le maire réunit la commission le 3 mars afin d’examiner les offres.",
        ["Le maire réunit la commission le 3 mars.", "L’objectif est d’examiner les offres."],
    ),
    (
        goals,
        "Pour financer la collecte des déchets des ménages, la commune fixe une taxe.",
        [
            "L’objectif est de financer la collecte des déchets des ménages.",
            "Pour cela, la commune fixe une taxe.",
        ],
    ),
    (
        goals,
        "Pour préserver les meubles du défunt, vous pouvez demander un inventaire.",
        [
            "Vous voulez préserver les meubles du défunt ?",
            "vous pouvez demander un inventaire.",
        ],
    ),
    (
        goals,
        "Le conseil municipal consulte les habitants pour connaître leur avis sur le projet.",
        [
            "Le conseil municipal consulte les habitants.",
            "L’objectif est de connaître leur avis sur le projet.",
        ],
    ),
    (goals, "Vous disposez de deux mois francs pour contester la décision du maire.", None),
    (goals, "Il faut avoir plus de dix-huit ans afin de voter.", None),
    (goals, "Le maire ne réunit pas la commission afin d’examiner les offres.", None),
    (
        circumstances,
        "Dans le cadre de la fête de la musique, la commune interdit les voitures.",
        [
            "la commune interdit les voitures.",
            "Cela se fait dans le cadre de la fête de la musique.",
        ],
    ),
    (
        circumstances,
        "Compte tenu des travaux et en application de la loi, le maire ferme la rue.",
        None,
    ),
    (
        asides,
        "Le juge ordonne une enquête (visite du logement et examen médical).",
        [
            "Le juge ordonne une enquête.",
            "Plus précisément : visite du logement et examen médical.",
        ],
    ),
    (
        asides,
        "Apportez tous vos justificatifs (bail de l’année, facture, quittance, etc.).",
        ["Apportez tous vos justificatifs :\n- bail de l’année ;\n- facture ;\n- quittance…"],
    ),
    (
        asides,
        "Les charges du logement (eau froide et eau chaude) sont payées par le locataire.",
        [
            "Les charges du logement sont payées par le locataire.",
            "Plus précisément, pour « charges du logement » : eau froide et eau chaude.",
        ],
    ),
    (
        asides,
        "Une distance est à respecter avec la voie (par exemple, un chemin de terre).",
        [
            "Une distance est à respecter avec la voie.",
            "Par exemple : un chemin de terre.",
        ],
    ),
    (
        asides,
        "La mutation doit être proche du congé (plusieurs mois ne doivent pas s’écouler).",
        ["La mutation doit être proche du congé.", "Plusieurs mois ne doivent pas s’écouler."],
    ),
    (
        asides,
        "Il faut fournir un justificatif de domicile (bail ou facture de gaz) et payer la taxe.",
        [
            "Il faut fournir un justificatif de domicile et payer la taxe.",
            "Plus précisément, pour « justificatif de domicile » : bail ou facture de gaz.",
        ],
    ),
    (asides, "Le logement (maison) est vide.", None),
    (asides, "Le tarif est de 12 € pour tous (sauf pour les enfants de la commune).", None),
    (asides, "Ils sont élus pour six ans (selon la date de leur élection).", None),
    (
        alternatives,
        "La demande se fait soit en ligne, soit à l’accueil de la mairie.",
        ["La demande se fait :\n- soit en ligne ;\n- soit à l’accueil de la mairie."],
    ),
    (
        alternatives,
        "Le contrat a pour objet, d’une part, de louer la salle et, d’autre part, de la meubler.",
        [
            "Le contrat a pour objet :\n- d’une part, de louer la salle ;\n"
            "- d’autre part, de la meubler."
        ],
    ),
    (alternatives, "Le tarif est de 12 €, soit 2 € de plus, soit 20 % de hausse.", None),
    (alternatives, "La demande est acceptée quel que soit le lieu, soit par lettre.", None),
    (
        announced,
        "Lisez bien la lettre de la mairie : elle indique la date de la réponse.",
        ["Lisez bien la lettre de la mairie.", "Elle indique la date de la réponse."],
    ),
    (announced, "Il faut fournir les pièces suivantes : le plan est obligatoire pour tous.", None),
    (announced, "Apportez deux papiers à la mairie : un bail et une facture.", None),
    (
        gerunds,
        "Vous devez écrire au maire en joignant le plan du terrain.",
        ["Vous devez écrire au maire.", "Vous devez joindre le plan du terrain."],
    ),
    (
        gerunds,
        "Il convient d’écrire au maire en indiquant le nom du propriétaire.",
        ["Il convient d’écrire au maire.", "Il convient d’indiquer le nom du propriétaire."],
    ),
    (gerunds, "Vous pouvez partir du logement en respectant un délai de trois mois.", None),
    (gerunds, "Vous devez payer la somme en utilisant le site de la commune.", None),
    (
        gerunds,
        "Le conseil doit donner un avis, la commune se trouvant dans le périmètre du projet.",
        [
            "Le conseil doit donner un avis.",
            "La commune se trouve dans le périmètre du projet.",
        ],
    ),
    (
        conditions,
        "Pour contester la décision du maire, vous devez écrire au tribunal.",
        ["Vous voulez contester la décision du maire ?", "vous devez écrire au tribunal."],
    ),
    (
        conditions,
        "Si la demande est incomplète ou si le délai est passé, le maire refuse la demande.",
        [
            "le maire refuse la demande dans l’un de ces cas :\n- si la demande est incomplète ;\n"
            "- ou si le délai est passé."
        ],
    ),
    (conditions, "Si la demande est incomplète, le maire refuse.", None),
    (
        cases,
        "Si vous remboursez le prêt et les intérêts, vous pouvez récupérer votre bien.",
        ["Si vous remboursez le prêt et les intérêts :\n- vous pouvez récupérer votre bien."],
    ),
    (
        cases,
        "Lorsque le terrain est vendu, loué ou prêté, le service d’hygiène doit être saisi.",
        ["Lorsque le terrain est vendu, loué ou prêté :\n- le service d’hygiène doit être saisi."],
    ),
    (
        cases,
        "Si votre projet concerne un monument, renseignez-vous auprès de la mairie.",
        ["Si votre projet concerne un monument :\n- renseignez-vous auprès de la mairie."],
    ),
    (
        cases,
        "Le fondateur ne peut pas se retirer s’il n’a pas payé les sommes promises.",
        [
            "Le fondateur ne peut pas se retirer dans ce cas :\n"
            "- s’il n’a pas payé les sommes promises."
        ],
    ),
    (
        cases,
        "Le siège est fixé dans la commune, sauf si le règlement en décide autrement.",
        [
            "Le siège est fixé dans la commune, sauf dans ce cas :\n"
            "- si le règlement en décide autrement."
        ],
    ),
    (
        cases,
        "Du mardi 7 avril à 8 h au 10 avril à 17 h, la circulation est interdite rue Haute.",
        ["Du mardi 7 avril à 8 h au 10 avril à 17 h :\n- la circulation est interdite rue Haute."],
    ),
    (
        cases,
        "Si le juge trouve la demande abusive, ce dernier peut infliger une amende.",
        ["Si le juge trouve la demande abusive :\n- ce dernier peut infliger une amende."],
    ),
    (
        cases,
        "Pendant la durée du congé, la commune verse le traitement en entier.",
        ["Pendant la durée du congé :\n- la commune verse le traitement en entier."],
    ),
    (cases, "Du point de vue du maire, la circulation est interdite rue Haute.", None),
    # Two scopes, another « si », no rule of its own: nothing is moved.
    (cases, "Si la haie gêne, le maire peut la tailler, sauf si le voisin s’y oppose.", None),
    (cases, "Vous gardez votre place même si vous déménagez dans une autre commune.", None),
    (cases, "Le juge demande si le locataire a bien reçu la lettre du bailleur.", None),
    (cases, "Si le maire signe, oui, mais plus tard dans le mois.", None),
]


@pytest.mark.parametrize(("rule", "sentence", "expected"), CASES)
def test_cut(rule: ModuleType, sentence: str, expected: list[str] | None) -> None:
    pieces = rule.cut(parsed(sentence))
    found = pieces and [piece[:1].upper() + piece[1:] for piece in pieces]
    assert found == (expected and [piece[:1].upper() + piece[1:] for piece in expected])
