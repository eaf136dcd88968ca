from __future__ import annotations

from collections.abc import Iterable

import pytest

from beffroi.privacy import Mention, detect
from privacy.tables import marked


def people(text: str) -> Iterable[Mention]:
    return [mention for mention in detect(text) if mention.kind == "person"]


ROWS = [
    "Enfant : ‹Noûr›, dit ‹Nounou›, allergique",
    "je, ‹arulanandam selvi›, domiciliée ici",
    "‹martin›, ‹léa›, cm2\n‹petit›, ‹tom›, ce1",
    "- ‹Yann Prigent›\n- ‹Awa Koné›\n- ‹xuan minh›",
    "clés remises à ‹quentric›",
    "mme ‹v.›, hébergée",
    "Menu de Noël, les Nuits de la Lune, 300 € à Emmaüs",
    "la dame du 8 bis, Mme récupère mardi, ok pr demain",
    'M. ‹Jean-Pierre› "‹JP›" ‹Lemoine› a rappelé, X se disant "‹Bob›"',
    "présents : ‹cadiou›, ‹kerboul›, ‹le bihan›, ‹toullec›, ‹abiven›",
    "Voir aux RH.\n‹Aurore Matin›\n06-39-98-30-02",
    "au point info jeunesse Léo-Lagrange, le carré Albert-Camus",
    "‹Oudin› : absent. ‹Prat› : excusé.",
    "demandeur|date\nAmicale laïque|21/02/2027\n‹Ahmadou›|28/02/2027",
    "‹Traoré B.›, ‹Jade Fontaine--Moreau›",
    "‹CISSOKO FATOUMATA› 25 12 1999",
    "relancer ‹titou› demain",
    "Arrêt maladie de Mme ‹Dos Reis› ; M. ‹Mohand Ou Idir›",
    "Docteur ‹M. Maurier›, maladie de Lyme",
    "à la Maison des enfants Françoise-Dolto, école : Jean Rostand",
    "‹René› et ‹Ginette Poulain› ; mes jumeaux ‹Ange› et ‹Trésor› arrivent",
    "sa soeur ‹bernadette› (tel 0321457896)",
    "Titulaire 2 : ‹Wu Xiaoming›\nSuppléant : ‹Bérard›",
    "Merci\n‹K.›",
    "Avis de Météo-France, dossier MDPH",
    "Madame ‹Jeanne DUPONT› et M. ‹Pierre Martin› habitent rue Victor Hugo.",
    "M. et Mme ‹Le Goff›, Mme ‹de Villiers›, M. ‹El Amrani›, Mme ‹D'Almeida›, M. ‹Guivarc'h›",
    "Madame la maire, Monsieur le directeur, M. le préfet",
    "mme ‹dupont› a appelé pour son fils ‹lucas› qui est à l'école jean moulin",
    "‹jean dupont› habite ici, monsieur ‹benali› souhaite un rdv, ‹dupont jeanne›",
    "‹DUPONT Jeanne›, ‹BENHADDOU Karim› ; ‹J.-P. Martin› ; ‹N'Diaye Fatou›",
    "LE VOISIN ‹MARTIN BERNARD› FAIT DU BRUIT DEPUIS LE 3 MAI",
    "Bonjour ‹Sophie›, merci ‹Paul›. Cher Monsieur ‹Durand›,",
    "la rue du Général de Gaulle, écoles Pasteur et Jean Moulin, salle Simone Veil",
    "rue Pierre et Marie Curie, groupe scolaire Anne-Frank, France Travail",
    "La pierre est tombée. La marine nationale. Une rose claire.",
    "Présents : ‹Claire Fontaine›, ‹Rose Marchand›, ‹Noël Bon›",
    "je m'appelle ‹oumar sissoko› et mon mari est malade, ma fille ‹inès›",
    "Je soussignée ‹Marie-Françoise Lécuyer-Blanchard›, née ‹Roussel›, certifie",
    "Monsieur ‹K.› et Mme ‹D.› se plaignent. Me ‹Lambert›, notaire. Dr ‹Nguyen›",
    "‹Oleksandra Kovalenko› attend à l'accueil.",
    "NOM : ‹DUPONT›\nPrénom : ‹Jeanne›\nNom de la rue : Pasteur",
    "Je vous remercie.\n‹claire›",
    "Peux-tu traiter le dossier ‹Garcia› avant vendredi ?",
    # found once, found everywhere
    "Mme ‹Jeanne Quéméneur› a écrit. ‹quemeneur› rappellera ; ‹JEANNE› aussi, ‹Quémeneur›.",
    "dossier vu avec ‹nadia› du ccas, ‹karim› de la pmi ; la voisine de ‹josiane› au 3",
    "je m appelle ‹sophie martin› ep. ‹le goff›",
    "vu avec le petit ‹leo› et la maman de ‹jade›, les ‹costa› arrivent",
    "bonjour c est ‹rose› de la rue jean moulin",
    "salut ‹steph›, merci a ‹patrick› et ‹ludo› pour le coup de main",
    "présents : ‹petit leo›, ‹blanc marie›, ‹roy› ; le petit marché, les bancs",
    # tables
    "nom;prénom;école\n‹Rose›;‹Claire›;Jean Moulin\n‹Petit›;‹Pierre›;Pasteur",
    "| Agent | Service |\n|---|---|\n| ‹Paul Roche› | Voirie |",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_the_people_that_are_marked_and_nobody_else(row: str) -> None:
    assert marked(row, people) == row
