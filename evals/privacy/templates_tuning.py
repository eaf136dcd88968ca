# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Texts on which the rules are tuned."""

from values import (  # noqa: F401
    COMPLEMENTS,
    FIRST_F,
    FIRST_M,
    LAST,
    ORGS,
    PLACES,
    STREETS,
    TOWNS,
)

TEMPLATES = {
    "prose": [
        "Par courrier du <date>, <p1.C> <p1> a sollicité l'autorisation d'occuper le domaine public devant son domicile, <a1>. <p1.c> <p1.n> est joignable au <tel>.",
        "Vu la demande présentée le <date> par <p1.c> <p1.FN>, demeurant <a1>, en vue de réaliser des travaux rue des Lilas ; Considérant l'avis du service urbanisme ; Arrête : <p1.C> <p1.N> est autorisé<p1.e> à stationner un véhicule immatriculé <plaque>.",
        "L'agent <p1>, matricule <id:######>, né<p1.e> le <naiss>, est placé<p1.e> en congé de longue maladie. Son dossier est suivi par <p2.c> <p2.n>.",
        "Le conseil d'administration du CCAS, réuni le <date>, a examiné la situation de <p1.c> <p1.n> (allocataire CAF n° <id:#######>), domicilié<p1.e> <a1>. Une aide de 150 euros est accordée.",
        "La circulation sera interdite <lieu> du <date> au <date>. Les riverains de <lieu> seront informés par <org>. L'arrêté n° 2026-118 est affiché en mairie.",
        "Suite au signalement de <p1> concernant des nuisances près de <lieu>, la police municipale s'est rendue sur place le <date> et a rencontré <p2.c> <p2.NF>.",
        "Nous avons reçu le dossier de demande de logement social de la famille <p1.n> (NUR <id:###############>). <p1.f> et ses deux enfants sont hébergés au <a1>.",
        "Après enquête, il ressort que l'enfant <p1>, né<p1.e> le <naiss> à Lyon, fréquente l'école depuis <date>. Ses parents, <p2.c> et Mme <p2.n>, habitent <a1>.",
        "Le notaire, Me <p1.n>, nous informe de la vente du bien cadastré section AB n° 123 appartenant à <p2.c> <p2>, <a1>.",
        "La délibération du <date> attribue une subvention de 3 000 € à <org> pour le festival organisé <lieu>.",
    ],
    "courriel": [
        "Bonjour,\n\nJe me permets de vous relancer au sujet de ma demande du <date>. Mon fils <p2.f> doit entrer à la cantine en septembre.\nVous pouvez me joindre au <tel> ou à <mail1>.\n\nCordialement,\n<p1>\n<a1.l>",
        "De : <p1> <<mail1>>\nÀ : Service état civil\nObjet : acte de naissance\n\nMadame, Monsieur,\nJe souhaite obtenir un acte de naissance. Je suis né<p1.e> le <naiss> à Nantes.\nMerci d'avance\n<p1.f> <p1.N>\nTél. <tel>",
        "bonjour je suis <p1.l> j'habite <a1> et depuis le <date> il y a un trou devant chez moi pouvez vous me rappeler au <tel> merci",
        "Bonjour <p2.f>,\n\nPeux-tu traiter le dossier <p1.n> avant vendredi ? Elle a rappelé ce matin (<tel>).\nMerci,\n<p3.f>",
        "Chère Madame <p1.n>,\n\nVotre inscription à la médiathèque est validée. Votre carte de lecteur n° <id:########> vous attend.\n\nBien à vous,\n<p2.i>\nAccueil",
        "Bonsoir,\nMon numéro de sécurité sociale est le <nir> et mon RIB : <iban>.\nJe vous remercie.\n<p1.f>",
        "Objet : voiture ventouse\nBonjour, une voiture <plaque> est garée depuis 3 semaines <lieu>. Le propriétaire serait <p1.c> <p1.n> du <a1>.\n<p2>",
        "Bonjour Monsieur,\nje vous transmets les coordonnées de <p1> : <mail1>, <tel>.\nElle sera présente à la salle.\nCdlt\n<p2.f>",
    ],
    "note_telephone": [
        "Appel de <p1.c> <p1.n> à 9h12. Rappeler au <tel>. Problème de poubelles <lieu>.",
        "appel mme <p1.ln> 14h30 - <tel> - fuite d'eau au <a1> - urgent",
        "<date> - <p1.FN> - <tel> - demande carte de stationnement, véhicule <plaque>, a déjà appelé 2 fois",
        "Message pour <p2.f> : rappeler <p1> au <tel>, elle veut un rdv passeport (n° pré-demande <id:##########>)",
        "vu au guichet <p1.c> <p1.n> né<p1.e> le <naiss>, sans domicile, orienté vers <org>",
        "Mr <p1.n> a retéléphoné, sa mère <p2.c> <p2.n> (87 ans) est tombée, voir avec <org>",
    ],
    "formulaire": [
        "NOM : <p1.N>\nPrénom : <p1.f>\nNé(e) le : <naiss> à Paris\nAdresse : <a1>\nTéléphone : <tel>\nCourriel : <mail1>\nN° allocataire CAF : <id:#######@>\nIBAN : <iban>",
        "Demande d'inscription scolaire\nNom de l'enfant : <p1.N>   Prénom : <p1.f>\nDate de naissance : <naiss>\nÉcole demandée : <lieu>\nResponsable légal : <p2>\nNuméro de sécurité sociale : <nir>\nPersonne à prévenir : <p3> - <tel>",
        "Nom de naissance : <p1.n>\nNom d'usage : <p2.n>\nPrénoms : <p1.f>, <p3.f>\nSexe : F\nN° de carte d'identité : <id:############>\nAdresse :\n<a1.l>",
        "DECLARATION DE PERTE\nJe soussigné(e) <p1.NF>, né(e) le <naiss>, demeurant <a1>, déclare avoir perdu mon passeport n° <id:##@@#####> le <date>.",
        "Titulaire : <p1>\nVéhicule : Renault Clio <plaque>\nPermis de conduire n° <id:############>\nZone demandée : rue Pasteur\nCarte bancaire : <carte>",
        "Demandeur : <p1.c> <p1>\nN° MDPH : <id:######>\nN° fiscal : <id:## ## ### ### ###>\nMédecin traitant : Dr <p2.n>\nDate de la demande : <date>",
    ],
    "tableau": [
        "Nom;Prénom;Date de naissance;Téléphone;École\n<p1.N>;<p1.f>;<naiss>;<tel>;<lieu>\n<p2.N>;<p2.f>;<naiss>;<tel>;<lieu>\n<p3.N>;<p3.f>;<naiss>;<tel>;<lieu>",
        "| NOM | PRENOM | ADRESSE | MONTANT |\n|---|---|---|---|\n| <p1.N> | <p1.F> | <a1> | 120 € |\n| <p2.N> | <p2.F> | <a2> | 85 € |",
        "Agent\tService\tMatricule\n<p1>\tEspaces verts\t<id:#####>\n<p2>\tÉtat civil\t<id:#####>\n<p3>\tPropreté\t<id:#####>",
        "nom,prenom,mail,date de demande\n<p1.ln>,<p1.lf>,<mail1>,<date>\n<p2.ln>,<p2.lf>,<mail2>,<date>",
        "Bénéficiaire    Naissance    Aide\n<p1.nf>    <naiss>    50 €\n<p2.nf>    <naiss>    75 €",
    ],
    "compte_rendu": [
        "Compte rendu de la réunion de quartier du <date>, <lieu>\nPrésents : <p1>, <p2>, <p3>\nExcusés : <p4>\n\n<p1.c> <p1.n> ouvre la séance. <p2.f> <p2.n> signale des problèmes d'éclairage <lieu>. <p3.c> <p3.n> demande un passage piéton. Prochaine réunion le <date>.",
        "Étaient présents : <p1.c> <p1.FN>, <p2.c> <p2.FN>, <p3.c> <p3.FN>.\nAbsent excusé : <p4.c> <p4.FN> (pouvoir à <p1.c> <p1.N>).\nSecrétaire de séance : <p2.c> <p2.N>.\nLe conseil approuve le compte rendu du <date>.",
        "CONSEIL D'ECOLE - <lieu>\nParents élus : <p1.NF>, <p2.NF>\n<p1.N> : demande plus de surveillance à la cantine.\n<p2.N> : remercie <org>.\nLa directrice, <p3.c> <p3.n>, répond que c'est en cours.",
        "Point 3 - Litige avec <p1.c> <p1>, locataire au <a1>. L'intéressé<p1.e> doit 450 €. <p2.i> propose un échéancier. Avis favorable.",
    ],
    "reponse": [
        "Plus de pistes cyclables <lieu> svp. Et merci à <p1.f> de l'accueil qui est très gentille !",
        "je trouve que la mairie ne fait rien, j'ai écrit à <p1.c> <p1.n> le <date> et pas de réponse. <p2.l>, <tel>",
        "Mon voisin <p1.n> laisse ses poubelles dehors au <a1>, c'est inadmissible",
        "Il faudrait refaire les trottoirs devant <lieu> et remettre des bancs place de la Mairie.",
        "Si vous voulez en discuter : <mail1> ou <tel> (<p1.f>)",
    ],
}
