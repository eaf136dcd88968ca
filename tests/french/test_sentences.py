"""Sentence boundaries: each row is a text whose sentences are separated by « ‖ »."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.french import sentences

CASES = [
    "M. le Maire est absent.‖Mme Lefort le remplace.",
    "Le plan est déposé à l’art. 3 du règlement.‖Il peut être consulté.",
    "Vu l’article L. 2212-2 du code général des collectivités territoriales.‖Le maire décide.",
    "Voir l’art. R. 417-10, al. 2, et cf. p. 14.‖Les agents appliquent ce texte.",
    "Art. 2. – Le stationnement est interdit.‖Art. 3. – La circulation est alternée.",
    "Article 1er. Le marché est déplacé.‖Il se tient place Verte.",
    "Apportez vos papiers (carte, livret, etc.).‖Le guichet ferme à 17 h.‖Il rouvre à 9 h.",
    "Tables, chaises, etc. sont fournies.‖Le reste est à votre charge.",
    "Apportez des gants, des bottes, etc.‖Les outils sont fournis.",
    "J. Martin et A.-M. Dubois sont élus.‖P. Noël est absent.",
    "La dépense est de 12.5 millions.‖Elle est votée.",
    "Le taux passe à 3,5 %.‖Le loyer reste à 450 €.",
    "La séance est ouverte à 18 h. 30 par le maire.‖Elle est levée à 20 h.",
    "Un service est ouvert, p. ex. la médiathèque.‖Le n° 12 est fermé.",
    "Pourquoi ?‖Parce que c’est gratuit !‖Venez…‖Nous vous attendons.",
    "Le maire a répondu : « Oui. »‖La séance continue.",
    "« Les travaux durent un mois. »‖Cette phrase figure au registre.",
    "Il a crié « Attention ! » avant de sortir.‖Personne ne l’a entendu.",
    "Vous habitez en zone A.‖Les vacances commencent le 7 février.",
    "La S.N.C.F. Réseau est informée.‖Le pont est fermé.",
    "Le courrier est adressé au C.C.A.S.‖Il répond sous dix jours.",
    "1. Le maire préside.‖2. Le secrétaire écrit.",
    "Le Dr. Lenoir et Me. Roux sont présents.‖Mgr. Petit est excusé.",
    "Il y a 12 agents.‖25 sont présents.",
    "Le dossier compte 12 pages.‖En voici la liste :\n‖- le plan ;\n‖- le devis.",
    "# Titre\n‖Le texte commence ici.",
    "Le conseil municipal, réuni en séance publique sous la présidence de Madame\n"
    "Irène Castel, maire, approuve le budget primitif de la commune pour l’année\n"
    "2026.‖Le vote a lieu à main levée.",
    "Vu le code de la route ;\n‖Vu le code de la voirie routière ;\n‖Considérant la foire.",
    "Horaires d’ouverture\n‖Du lundi au vendredi\n‖De 9 h à 12 h",
    "Un permis est nécessaire.Les travaux sont longs.".replace(".Les", ".‖Les"),
    "Écrivez à mairie@exemple.fr ou consultez www.exemple.fr.‖La réponse arrive vite.",
    "La rue J. Le Goff est barrée.‖La place Ste. Anne aussi.",
    "Le délai est de 2 mois (art. 4).‖Passé ce délai, le silence vaut refus.",
    "I. – Le présent titre s’applique.‖II. – Il est abrogé en 2030.",
    "a) Les mineurs paient demi-tarif.‖b) Les adultes paient plein tarif.",
    "Il fait 3 m. de large.‖Le quai est long.",
    "Tél. 01 23 45 67 89.‖Fax : néant.",
    "M. Jean-Paul Le Bihan, adj. au maire, répond.‖M. K. prend acte.",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    text = case.replace("‖", " ") if "\n" not in case else _joined(case)
    assert [span.of(text) for span in sentences(text)] == [part.strip() for part in case.split("‖")]


def _joined(case: str) -> str:
    return case.replace("\n‖", "\n").replace("‖", " ")


@given(st.text(alphabet="aAéÉ. ,;:!?…»«()’-\n\t\u00a0019MLh", max_size=200))
def test_every_visible_character_belongs_to_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = sum(1 for span in spans for c in span.of(text) if not c.isspace())
    assert covered == sum(1 for c in text if not c.isspace())
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


def test_empty() -> None:
    assert sentences("") == []
    assert sentences(" \n \n") == []
