"""The acts that the journal knows, with the words that say them.

One line an act; an act keeps its code for ever, since old lines carry it.
"""

from __future__ import annotations

ACTS: dict[str, str] = {
    "compte.connexion": "Connexion",
    "compte.deconnexion": "Déconnexion",
    "compte.verrouille": "Connexion fermée après trop d’essais",
    "compte.cree": "Compte créé",
    "compte.invite": "Invitation envoyée",
    "compte.invitation_acceptee": "Invitation acceptée",
    "compte.mot_de_passe": "Mot de passe changé",
    "compte.lien_mot_de_passe": "Lien de changement de mot de passe donné",
    "compte.second_facteur_actif": "Second facteur activé",
    "compte.second_facteur_retire": "Second facteur retiré",
    "compte.session_fermee": "Session fermée à distance",
    "compte.ferme": "Compte fermé",
    "compte.rouvert": "Compte rouvert",
    "collectivite.creee": "Collectivité créée",
    "collectivite.reglee": "Réglages de la collectivité modifiés",
    "collectivite.direction": "Direction ajoutée ou retirée",
    "collectivite.roles": "Rôles modifiés",
    "journal.exporte": "Journal exporté",
    "travail.lance": "Travail lancé",
    "travail.fini": "Travail terminé",
    "travail.arrete": "Travail arrêté à la demande",
    "travail.echec": "Travail interrompu par une erreur",
    "travail.repris": "Travail repris",
    "document.depose": "Document déposé",
    "document.supprime": "Document supprimé",
    "brouillon.cree": "Brouillon créé",
    "brouillon.modifie": "Brouillon modifié",
    "brouillon.constat": "Constat traité",
    "brouillon.relu": "Brouillon relu",
    "brouillon.signe": "Texte signé",
    "brouillon.exporte": "Texte exporté",
    "brouillon.supprime": "Brouillon supprimé",
    "modele.appel": "Modèle de langage appelé",
    "modele.echec": "Modèle de langage en échec, version sans modèle proposée",
    "modele_ecriture.cree": "Modèle d’écriture créé",
    "modele_ecriture.modifie": "Modèle d’écriture modifié",
    "modele_ecriture.partage": "Modèle d’écriture partagé",
    "modele_ecriture.supprime": "Modèle d’écriture supprimé",
    "reglage.modele": "Réglage du modèle de langage modifié",
}
