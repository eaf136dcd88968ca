"""The French emergency and help lines, and those that each kind of danger calls for.

Sources: the pages « Numéros d’urgence » of the State (15, 17, 18, 112, 114, 115, 119, 196,
116 000, 116 117), 3114.fr, arretonslesviolences.gouv.fr (3919), 3977.fr, 3018 (e-Enfance),
3237 (Resogardes).
"""

from __future__ import annotations

from typing import Literal

Family = Literal[
    "suicide",
    "vital",
    "feu",
    "agression",
    "violence_couple",
    "enfant_danger",
    "enfant_disparu",
    "personne_disparue",
    "poison",
    "garde",
    "pharmacie",
    "sourd",
    "age_handicap",
    "harcelement",
    "rue",
    "mer",
    "secours",
]

_NB = "\N{NO-BREAK SPACE}"

NUMBERS: dict[str, str] = {
    "15": "le Samu, pour toute urgence médicale",
    "17": "la police ou la gendarmerie",
    "18": "les pompiers",
    "112": "tous les secours, partout en Europe",
    "114": "par SMS, si vous ne pouvez pas entendre ou parler",
    "115": "le Samu social, pour un abri cette nuit",
    "119": "l’enfance en danger, jour et nuit, appel gratuit et discret",
    "196": "le sauvetage en mer",
    "3114": "la prévention du suicide, jour et nuit, gratuit",
    "3919": "les violences faites aux femmes, jour et nuit, gratuit et anonyme",
    "3977": "la maltraitance des personnes âgées ou handicapées",
    "3018": "le harcèlement et les violences en ligne",
    "3237": "la pharmacie de garde",
    "116 000": "les enfants disparus, jour et nuit",
    "116 117": "le médecin de garde, si la vie n’est pas en danger",
}

#: The right ones first.
LINES: dict[Family, tuple[str, ...]] = {
    "vital": ("15", "18", "112", "114"),
    "feu": ("18", "112", "114"),
    "agression": ("17", "112", "114"),
    "suicide": ("3114", "15", "112", "114"),
    "violence_couple": ("17", "3919", "114", "112"),
    "enfant_danger": ("119", "17", "112"),
    "enfant_disparu": ("17", "116 000", "112"),
    "personne_disparue": ("17", "112"),
    "poison": ("15", "112", "114"),
    "mer": ("196", "112"),
    "secours": ("112", "15", "17", "18", "114"),
    "sourd": ("114", "112"),
    "age_handicap": ("3977", "17", "112"),
    "harcelement": ("3018", "119", "17"),
    "rue": ("115", "112"),
    "garde": ("116 117", "15"),
    "pharmacie": ("3237", "15"),
}

#: What to do, in one sentence, by kind of danger.
ADVICE: dict[Family, str] = {
    "vital": "Appelez le 15 tout de suite et suivez ce que l’on vous dit.",
    "feu": "Mettez-vous à l’abri et appelez le 18 tout de suite.",
    "agression": "Mettez-vous à l’abri et appelez le 17 tout de suite.",
    "suicide": "Vous n’êtes pas seul"
    f"{_NB}: appelez le 3114, quelqu’un vous écoute jour et nuit. Si la vie est en danger "
    "maintenant, appelez le 15.",
    "violence_couple": "En danger immédiat, appelez le 17. Pour parler et être aidée, appelez le "
    "3919.",
    "enfant_danger": "Appelez le 119. Si l’enfant est en danger maintenant, appelez le 17.",
    "enfant_disparu": "Appelez le 17 tout de suite, puis le 116 000.",
    "personne_disparue": "Appelez le 17 tout de suite.",
    "poison": "Appelez le 15 tout de suite, avec l’emballage du produit. Ne faites ni boire ni "
    "vomir.",
    "mer": "Appelez le 196 tout de suite.",
    "secours": "Appelez le 112 tout de suite.",
    "sourd": f"Écrivez au 114 par SMS{_NB}: il prévient les secours pour vous.",
    "age_handicap": "Appelez le 3977. En danger immédiat, appelez le 17.",
    "harcelement": "Appelez le 3018, gratuit et confidentiel. En danger immédiat, appelez le 17.",
    "rue": "Appelez le 115, gratuit, jour et nuit.",
    "garde": "Appelez le 116 117. Si la vie est en danger, appelez le 15.",
    "pharmacie": "Appelez le 3237 pour la pharmacie de garde. Si la vie est en danger, appelez "
    "le 15.",
}
