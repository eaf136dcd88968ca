"""Words that say nothing of the matter: courtesy, and things that plain writing brings in."""

from __future__ import annotations

from functools import cache

from beffroi.fidelity.words import key_of
from beffroi.french.flat import bare

#: Words of courtesy and of plain writing: they say nothing of the matter.
FILLER = frozenset(
    bare(
        """bravo félicitations super génial chouette hourra envie merci bonjour madame monsieur cordialement compréhension disposition remercions remercier
        vœux bienvenue rendez rendez-vous parti voir profiter profitez venez reste restons rouvrir rouvrira nombreux nombreuse attend
        attendons oublier oubliez penser pensez noter notez savoir attention rappel bref info infos
        information informations question questions besoin plaît agenda date dates heure heures lieu
        chose choses faire dire mettre prendre avoir être aller pouvoir devoir vouloir falloir
        signifie signifier veut dire appelle appeler ensuite alors donc sinon oui non nouveau nouvelle
        donner bonne bon beau bel grand petit jour jours matin soir semaine mois année an ans temps moment
        personne gens monde façon manière fois cas exemple part partie type sorte vert avis
        aujourd hui demain hier maintenant désormais déjà encore habitant habitants citoyen ville
        commune mairie service adresse téléphone mail courriel site rubrique lien clic cliquez
        règle règles loi lois texte lettre courrier arrêté décision document documents
        place suite haut bas dessous dessus suivant suivante suivants suivantes propos sujet"""  # noqa: E501
    ).split()
)
#: Things so general that plain writing brings them in freely.
GENERIC = frozenset(
    bare(
        """abord attestation rouverture nature bord plein air endroit personne personnes seul seule seuls seules possible possibles prochain prochaine enfant enfants lundi mardi mercredi jeudi vendredi samedi dimanche semaine mois endroits terrain rue famille moyen exception condition tour moitié bout
        travaux échange droit problème réponse maison logement voiture véhicule argent somme prix
        papier papiers pièce dossier demande formulaire bureau guichet accueil porte côté début fin
        retard avance obligation interdiction permission autorisation accord refus règlement raison
        groupe équipe agent adulte parent parents mineur majeur voisin usager public étape objet
        numéro nom prénom âge naissance nombre quantité durée délai horaire ouverture fermeture
        objectif conseil aide service contact mot phrase page ligne liste détail résultat effet but
        sujet histoire action geste travail activité usage utilisation attente tarif gens maximum
        minimum total reste ensemble plupart vie sécurité danger risque respect changement
        tri collecte déchet sac bac poubelle arrêt bus transport trajet départ arrivée chemin
        membre membres recours juge tribunal maire élu mairie voix vote séance réunion rencontre projet"""  # noqa: E501
    ).split()
)


@cache
def filler_keys() -> frozenset[str]:
    return frozenset(key_of(word) for word in FILLER)


@cache
def generic_keys() -> frozenset[str]:
    return frozenset(key_of(word) for word in GENERIC)
