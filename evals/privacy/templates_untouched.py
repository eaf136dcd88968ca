"""Texts never tuned on, written in another manner, with other people and places."""

FIRST_F = "Ghislaine Perrine Assiatou Lilou Bernadette Coralie Fadila Maryvonne Priscillia Edwige Tassadite Nolwenn Jacqueline Soizic Marie-Thérèse Andréa Svetlana Hawa Clémentine Victoire Yvette Leïla Anne-Sophie Blandine Raymonde Joana Sümeyye Angélique Prune Marguerite".split()
FIRST_M = "Bernard Gérard Yacine Thibault Ousmane Jean-Claude Didier Sylvain Erwan Baptiste Franck Tiago Vincent Marius Jean-Pierre Augustin Abdoulaye Hamza Guénolé Joris Tony Clovis Prosper Ezékiel Pascal Volodymyr Olivier Désiré Innocent Fabrice".split()
LAST = [
    *"Delahaye|Moreau|Caillet|Sissoko|Bourdin|Lemoine|Amrouche|Prigent|Texier|Vigneron|Barbier|Gaillard|Ferreira|Tessier|Maréchal|Duval|Koulibaly|Santini|Bertholet|Hamel|Jolly|Poirier|Lacroix|Bouzid|Le Bras|Camus|Faure|Nowicki|Sauvage|Charpentier|Messaoudi|Grandjean|Loiseau|Tavernier|Delorme|Brun|Demirel|Rabearivelo|Pichon|Mouton|Lebrun|Haddouche|Carlier|Brisset|Toussaint|Gautier|Perrot|Lheureux|Parmentier|Bruneau|de La Ville|Van Hecke|Dos Santos|M'Bengue|O'Brien|Abou Saïd|Riou-Kerhoas|Tran Van|Xiong".split("|"),
]
STREETS = "rue de la Gare|avenue Aristide Briand|chemin de la Croix Blanche|bd Gambetta|impasse du Lavoir|rue Jean Moulin|route de Paris|place du Marché|allée du Bois Joli|rue Sainte-Barbe|rue Marcel Sembat|quai Pasteur|sentier des Douaniers|rue du 11 novembre 1918|av du Maréchal Foch|rue Haute|venelle du Puits|rue Édouard Vaillant|montée du Château|rue du Faubourg Saint-Antoine|lieu-dit Le Bois Rond|résidence Beau Soleil|rue de Brest|faubourg de Béthune|grande rue".split("|")
TOWNS = "49000 Angers|14200 Hérouville-Saint-Clair|38130 Échirolles|63110 Beaumont|57100 Thionville|26000 Valence|56100 Lorient|91120 Palaiseau|11100 Narbonne|97200 Fort-de-France|2A000 Ajaccio|89000 Auxerre|76300 Sotteville-lès-Rouen|60000 Beauvais|17000 La Rochelle|64100 Bayonne|95200 Sarcelles|78500 Sartrouville|03200 Vichy".replace("2A000", "20000").split("|")
COMPLEMENTS = ["Apt 7", "Bâtiment Les Pins", "Rés. Le Clos Fleuri", "porte 4", "1er étage gauche", "appt B203", "Bat A2", "hall 3", "lot 14"]
PLACES = "rue de la Gare|collège Paul Éluard|salle Jean Ferrat|place Aristide Briand|piscine Roger Goujon|boulevard Gambetta|école maternelle Louise Michel|square Danielle Mitterrand|parking Édouard Herriot|maison de quartier Rosa Parks|gymnase Colette Besson|bibliothèque Jean Lévy|avenue du Maréchal Foch|centre social Pierre Rabhi|stade Léo Lagrange|hôpital Robert Debré|EHPAD Marie Curie|arrêt Jean Mermoz|rue Marcel Sembat|cimetière Saint-Lazare|halle Georges Pompidou".split("|")
ORGS = "l'association Vélo pour tous|Pôle emploi|la MDPH|le Département|Bouygues Travaux|l'Ehpad|la Ligue contre le cancer|Enedis|le club de judo|Action Logement|l'office HLM|la mission locale|le syndicat des eaux|Suez Environnement".split("|")

TEMPLATES = {
    "prose": [
        "Nous, maire de la commune, certifions que <p1.c> <p1.FN>, né<p1.e> le <naiss> à Tours, est bien domicilié<p1.e> sur notre territoire (<a1>) depuis le <date>. Certificat délivré pour servir et valoir ce que de droit.",
        "Rapport de la police municipale. Le <date> vers 22 h 40, patrouille <lieu>. Contrôle d'un véhicule Peugeot immatriculé <plaque> conduit par le nommé <p1.NF>, titulaire du permis n° <id:############>. L'intéressé<p1.e> déclare résider <a1>.",
        "Objet : mise en demeure. Il a été constaté que la haie de votre propriété sise <a1> déborde sur la voie publique. Nous vous prions, <p1.C> <p1.n>, de bien vouloir procéder à son élagage avant le <date>.",
        "Note au directeur général. L'entretien avec <p1> (adjointe technique, matricule <id:@#####>) s'est tenu en présence de <p2>. <p1.f> conteste son évaluation ; <p2.f> propose une médiation.",
        "Les habitants de <lieu> se plaignent du bruit venant de <lieu>. <org> a été saisi. Une réunion publique aura lieu le <date> à 18 h 30.",
        "Commission d'attribution des logements. Candidature n° 3 : ménage <p1.n>, demande n° <id:##################>, actuellement hébergé chez <p2.c> <p2.n>. Ressources : 1 240 € par mois.",
        "Il est mis fin, à compter du <date>, aux fonctions de régisseur de <p1.C> <p1>. <p2.C> <p2> est nommé<p2.e> pour lui succéder.",
        "Le signalant, <p1.i>, indique que la chute s'est produite devant <lieu>. Son assureur demande les coordonnées du témoin, <p2.c> <p2.n>, joignable au <tel>.",
    ],
    "courriel": [
        "Bjr,\n\nje reviens vers vous pour la place en crèche de la petite <p2.f>, née le <naiss>. toujours pas de réponse de <org> !!\nmon tel <tel>\n\n<p1.f> <p1.n>",
        "Madame la Maire,\n\nHabitant au <a1> depuis quinze ans, je tiens à vous alerter sur la vitesse des voitures <lieu>.\n\nDans l'attente de vous lire, je vous prie d'agréer, Madame la Maire, mes salutations distinguées.\n\n<p1>",
        "Expéditeur : <mail1>\nDestinataire : accueil@ville-exemple.fr\n\nBonjour, suite à notre échange téléphonique vous trouverez ci-joint mon attestation. Numéro d'allocataire : <id:#######>. N° sécu : <nir>.\n\nBonne réception.\n<p1.FN>\n<tel>",
        "Coucou <p1.f>, tu peux dire à <p2.f> que la dame <p3.n> repasse demain pour son titre de séjour (n° <id:##########>) ? biz <p4.f>",
        "Monsieur <p1.n>,\n\nNous accusons réception de votre réclamation. Le remboursement sera versé sur le compte <iban>.\n\nLa responsable de la régie\n<p2>",
        "bonjour, c'est <p1.lf> <p1.ln>, mon mail à changé c'est maintenant <mail1>, pouvez vous le noter dans le dossier de mon pere <p2.l> qui habite <a1>",
    ],
    "note_telephone": [
        "10h05 - <p1.c> <p1.n> - pb eau trouble <lieu> - rappel <tel> avt midi",
        "Rappeler d'urgence <p1> (<tel>), expulsion prévue le <date>, 3 enfants, voir <org>.",
        "la fille de mme <p1.ln> signale que sa mere ne repond plus, adresse <a1>, prevenir ccas - son num <tel>",
        "tel de monsieur <p1.n> <p1.f>, <a1> : arbre tombé. vu avec <p2.f> du technique.",
        "SAMU social : <p1.NF>, ne<p1.e> le <naiss>, dort devant <lieu>",
    ],
    "formulaire": [
        "Identité du demandeur\nNom : <p1.n>\nPrénom(s) : <p1.f>\nDate et lieu de naissance : <naiss> à Lille\nDomicile : <a1>\nPortable : <tel>\nMail : <mail1>\nImmatriculation du véhicule : <plaque>",
        "FICHE SANITAIRE DE LIAISON\nENFANT - NOM : <p1.N> PRENOM : <p1.F> DATE DE NAISSANCE : <naiss>\nRESPONSABLE - NOM : <p2.N> TEL : <tel>\nN° SS : <nir>\nMEDECIN : Dr <p3.n>",
        "Prélèvement automatique de la cantine\nTitulaire du compte : <p1.c> <p1.FN>\nAdresse : <a1.l>\nIBAN <iban>\nFait le <date>\nSignature : <p1.f> <p1.n>",
        "Recensement citoyen\nnom de famille: <p1.n>\nnom d usage: néant\nprenom: <p1.f>\nné(e) le: <naiss>\nfils/fille de: <p2> et de: <p3>\nn° INE: <id:#########@@>",
        "Réservation <lieu>\nNom du responsable : <p1>\nAssociation : Les Joyeux Boulistes\nTel : <tel>\nDate de la manifestation : <date>\nCarte d'identité n° <id:@@@##@@#@>",
    ],
    "tableau": [
        "N°;NOM PRENOM;NE(E) LE;CLASSE;TEL PARENTS\n1;<p1.NF>;<naiss>;CP;<tel>\n2;<p2.NF>;<naiss>;CE1;<tel>\n3;<p3.NF>;<naiss>;CM2;<tel>",
        "Date | Demandeur | Adresse | Objet\n<date> | <p1> | <a1> | élagage\n<date> | <p2> | <a2> | clôture",
        "prenom\tnom\tnumero allocataire\tquotient\n<p1.f>\t<p1.n>\t<id:#######>\t654\n<p2.f>\t<p2.n>\t<id:#######>\t412",
        "Électeur      Bureau      N° électeur\n<p1.nf>      <lieu>      <id:########>\n<p2.nf>      <lieu>      <id:########>",
        "Locataire : <p1.n> ; loyer 412 € ; garant : <p2> ; tél. <tel>\nLocataire : <p3.n> ; loyer 380 € ; garant : <p4> ; tél. <tel>",
    ],
    "compte_rendu": [
        "PROCÈS-VERBAL DU CONSEIL MUNICIPAL\nL'an deux mille vingt-six, le <date>, le conseil s'est réuni sous la présidence de <p1.c> <p1.FN>, maire.\nPrésents : <p2.FN>, <p3.FN>, <p4.FN>\nProcuration : <p5.FN> à <p2.FN>\n<p3.c> <p3.N> s'étonne du coût des travaux de <lieu>.",
        "Conseil de quartier - notes\n- <p1.f> : trop de voitures <lieu>\n- <p2.f> <p2.n> veut un composteur\n- <p3.c> <p3.n> (gardien) prend sa retraite le <date>\n- intervention de <org>",
        "Relevé de décisions, commission sociale du <date>. Dossier 1 : <p1.i>, secours de 200 €. Dossier 2 : <p2.c> <p2.ni>, refus. Rapporteur : <p3>.",
        "Débat. <p1.C> <p1.n> demande où en est la rénovation de <lieu>. Le maire répond que <org> a pris du retard. <p2.C> <p2.n> intervient : selon elle, <p1.c> <p1.n> a raison.",
    ],
    "reponse": [
        "ras le bol des crottes de chien <lieu> !!! signé <p1.l>",
        "Super accueil au guichet, mention spéciale à <p1.f> et <p2.f>. Par contre le parking de <lieu> est toujours plein.",
        "je m'appelle <p1.f> <p1.n>, j'ai 34 ans, je vis seule avec mes enfants <p2.f> et <p3.f> au <a1>. La cantine est trop chère.",
        "Contactez moi SVP <tel> / <mail1> je connais bien le dossier du stade",
        "Rien à dire. Continuez comme ça. La fête de <lieu> était réussie.",
        "Monsieur <p1.n> du service voirie ne répond jamais.",
    ],
}
