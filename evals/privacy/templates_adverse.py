# ruff: noqa: E501
"""Harder texts for tuning: what people really type, other headings, other orders."""

FIRST_F = "Yvonne Josiane Mireille Huguette Odile Samia Aïcha Soumia Fanny Joséphine Apolline Maud Stella Bintou Nour Maria Lucinda Ewa Ileana Chloé Romane Alix Louna Anne Christelle Sandrine Corinne Paulette Thérèse Zélie Violette Marine Aurore Claire France Angèle".split()
FIRST_M = "Roger Lucien Marcel André Fernand Kamel Bilal Driss Malik Enzo Mathis Sacha Antoine Côme Gaspard Jules Paulo Manuel Milan Igor Sékou Lamine Cheikh Yao Jordan Steeve Michel Alain Philippe Christian Hervé Régis Olivier Pierre Noël Rémi Aimé".split()
LAST = "Barreau|Bouvier|Cousin|Dubois|Fleury|Gros|Humbert|Jacquet|Klein|Lamy|Masson|Noël|Olivier|Picard|Quentin|Renard|Simon|Tanguy|Urbain|Valentin|Weber|Yilmaz|Zidane|Le Goaziou|Du Plessis|De Sousa|Ait Ouaret|Ben Amor|El Khoury|Mac Donald|Saint-Martin|Roux-Delmas|N'Guessan|Ndiaye|Sarr|Bá|Boukhalfa|Cherfaoui|Pham Van|Lim|Papadopoulos|Horvat|Skrzypczak|Rasoanaivo|Bongo|Tchakounté|Prévost|Grondin|Payet|Lambert|Boucher|Maçon|Tellier|Leduc|Beaufils|Bonhomme|Joly|Hardy|Guérin|Rey|Aubert|Besson|Colas|Arnoux|Deschamps|Duchemin|Laforêt|Rivière|Montagne|Laplace".split(
    "|"
)
STREETS = "rue de Verdun|av. de la Libération|rue Jean-Baptiste Clément|Bd Carnot|chemin rural n°4|imp. des Roses|route départementale 12|rue Neuve|rue du Four|allée des Cerisiers|rue du Général de Gaulle|place Jean Jaurès|rue St Martin|ch. des Prés|rue des 4 Vents|avenue du 8-Mai-1945|rue Louis Aragon|rue de l'Abbé Grégoire|quai de Seine|résidence les Glycines|rue du Lt-Colonel Prévost|bld Victor Hugo|rue d'Alsace|hameau de Kervasdoué|rue Marie Curie|allée Simone de Beauvoir|rue Léo Ferré|rue des Frères Lumière|cité Bel Air|rue du Puits".split(
    "|"
)
TOWNS = "59000 Lille|38000 Grenoble|31000 TOULOUSE|94000 Créteil|75011 Paris|69003 Lyon|13008 Marseille|35170 Bruz|44800 Saint-Herblain|80000 Amiens|42000 ST ETIENNE|06300 Nice|97300 Cayenne|67200 Strasbourg|84000 Avignon|47000 Agen|08000 Charleville-Mézières|29000 Quimper|33000 Bordeaux|02100 St Quentin|91000 Évry-Courcouronnes".split(
    "|"
)
COMPLEMENTS = [
    "Appt. 3",
    "appt n°12",
    "Bât A",
    "bâtiment 4",
    "2ème étage",
    "rdc",
    "Immeuble Le Mistral",
    "Rés. Les Tilleuls",
    "Esc. B",
    "étage 3 porte 12",
    "Lot. Les Pins",
    "BP 40",
    "boîte 7",
    "Le Clos des Vignes",
]
PLACES = "place Jean Jaurès|rue Louis Aragon|groupe scolaire Jacques Prévert|collège Henri Wallon|salle Pierre Mendès France|rond-point Charles de Gaulle|gymnase Marie-José Pérec|crèche Les P'tits Loups|mairie annexe|square Jacques Chirac|boulevard Carnot|allée Simone de Beauvoir|la maison Olympe de Gouges|le complexe sportif Roger Couderc|le stade Raymond Kopa|l'école Jules Ferry|le théâtre Molière|l'EHPAD Les Jardins d'Arcadie|la cité Bel Air|le pont Mirabeau|le quartier Croix-Rouge|la salle Georges Brassens|le lycée Marcel Pagnol|la bibliothèque Louis Aragon|le centre Leclerc|la rue Marie Curie".split(
    "|"
)
ORGS = "la Caf du Nord|l'Urssaf|EDF|La Poste|l'entreprise Eiffage|la société Dalkia|l'association Emmaüs|les Restos du Cœur|l'étude notariale|la SCI du Parc|le garage Renault|Orange|le cabinet d'architectes|l'ASL Les Pins|Croix Rouge|le Crédit Agricole|l'agence Century 21|Keolis|la Banque Postale|l'ADIL|SARL Martin et Fils|la boulangerie Dubois".split(
    "|"
)

TEMPLATES = {
    "prose": [
        "<p1>\n<a1.l>\n\nMairie de Lille\nService des élections\n\nMadame, Monsieur,\n\nJe souhaite m'inscrire sur les listes électorales. Mon numéro d'électeur est le <id:#########>.\n\nVeuillez agréer mes salutations.\n\n<p1.i>",
        "Le <date>, s'est présenté<p1.e> à l'accueil <p1.c> <p1.n> <p1.f>, de nationalité française, titulaire d'un passeport n° <id:##@@#####>, né<p1.e> le <naiss>, sans profession, demeurant à Lille, <a1>.",
        "Attendu que <p1.c> <p1>, propriétaire de la parcelle, n'a pas déféré ; que l'immeuble situé <a1> menace ruine ; que <p2.c> <p2.N>, expert, a conclu au péril ; arrêtons :",
        "La succession de feu <p1> est ouverte à l'étude de Maître <p2.n>. Les héritiers, <p3.f> et <p4.f> <p1.n>, sont convoqués le <date>.",
        "L'enfant <p1.f> (<naiss>) est gardé par sa grand-mère, Mme <p2.n>. La mère, <p3>, est joignable sur son portable : <tel>. Le père ne doit pas venir chercher <p1.f>.",
        "Par arrêté du <date>, <p1.c> <p1.FN>, rédacteur territorial, est promu<p1.e>. M. le directeur général des services est chargé de l'exécution. Ampliation : <p2.c> <p2.i>, <org>.",
        "Rapport d'intervention. Appelant : <p1.n> (voisin). Victime : <p2.NF>, <naiss>. Lieu : <a1>. <org> prévenu. Véhicule en cause : <plaque>, conducteur <p3.f> <p3.N>.",
        "Vente par les consorts <p1.n> à <p2.c> et <p2.c> <p2.n> d'un terrain jouxtant <lieu>. Prix : 45 000 euros.",
        "<p1.f> <p1.n> conteste l'amende reçue pour son véhicule <plaque> garé devant <lieu>. Elle dit avoir parlé à un certain <p2.n> au téléphone.",
        "La commission a entendu <p1.c> <p1.n>, <p2.c> <p2.n> et <p3.c> <p3.n>. Le dossier de <p4> est ajourné. Celui de <p5.n> est refusé.",
        "Le nouveau parvis de <lieu> sera inauguré le <date> en présence du préfet. <org> assurera la sonorisation. Stationnement interdit <lieu>.",
        "Certificat d'hébergement : je, soussigné <p1.NF>, atteste héberger à titre gratuit <p2.NF> depuis le <date> à l'adresse suivante : <a1>.",
    ],
    "courriel": [
        "bonjour, c est encore moi <p1.l> pour mon dossier apa. mon numero c est le <tel>. je reste au <a1> jusqu au <date>",
        "Bonjour Mme <p2.n>, suite à votre appel je vous confirme que ma mère, <p3> (née <p1.N>), <naiss>, sera absente. Bien cordialement, <p1.f>",
        "-----Message d'origine-----\nDe : <p1.n> <p1.f> [mailto:<mail1>]\nEnvoyé : mardi <date>\nÀ : Accueil Mairie; <p2.n> <p2.f>\nCc : <mail2>\nObjet : RE: dégât des eaux\n\nMonsieur, mon assureur demande un constat.\n<p1.f>",
        "Salut <p1.f>\ntu peux appeler <p2.n> stp ? <tel>\n<p3.f>",
        "Bonjour,\nJe m'appelle <p1.f>, je suis la maman de <p2.f> <p2.n> en CE2 à <lieu>. Peut-on changer de cantine ?\nMerci !\n<p1.f> <p2.n>\n<tel>",
        "Madame, Monsieur, veuillez trouver mon RIB : <iban> au nom de <p1.n> <p1.f>. Mon numéro allocataire <id:#######>. Cdt. <p1.f> <p1.N>",
        "Bonjour, j'ai été victime d'un vol devant <lieu>. Voiture : clio grise <plaque>. Plainte n° <id:#####/####>. Contact : <p1.i> - <tel> - <mail1>",
        "slt c <p1.lf> on s est vu au forum, voila mon mail <mail1> et mon 06 : <tel> pour le benevolat",
        "Cher collègue,\nmerci de recevoir <p1.c> <p1.n> (réf. usager <id:######>), orientée par <org>. Sa fille <p2.f> l'accompagnera.\nBien à toi,\n<p3>\nTravailleur social",
        "Bonjour\nmon mari <p1.f> <p1.n> né le <naiss> est décédé, comment faire pour la concession ?\nMme veuve <p1.n>\n<a1.l>",
    ],
    "note_telephone": [
        "RDV <date> 10h <p1.N> <p1.f> / <tel> / renouvellement CNI n° <id:############>",
        "Mme <p1.n> (<tel>) veut parler à <p2.f>. Voisine de <p3.n>. Chien qui aboie <a1>",
        "tel <p1.c> <p1.n> <tel> => trottoir <lieu>, + <p2.c> <p2.n> meme pb",
        "14h : <p1>, <tel>, impayé cantine, 2 enfants <p2.f> et <p3.f>, voir avec <org>",
        "A rappeler :\n- <p1.n> <tel>\n- <p2> <tel> (apres 17h)\n- <p3.c> <p3.n>, <mail3>",
        "urgent <p1.l> bloquée dans ascenseur <a1> gardien <p2.ln> prévenu <tel>",
    ],
    "formulaire": [
        "Nom et prénom : <p1.n> <p1.f>\nDate naissance : <naiss>\nN° et voie : <a1>\nTél fixe : <tel>   Tél portable : <tel>\nE-mail : <mail1>\nNuméro unique : <id:##################>",
        "IDENTITE DE L'USAGER\nM. / Mme <p1.N> <p1.F>\nNÉ(E) LE <naiss> À MARSEILLE\nDEMEURANT <a1>\nCARTE D'IDENTITÉ N° <id:@##@##@@#>\nTEL. <tel>",
        "Nom ............ <p1.n>\nPrénom ......... <p1.f>\nAdresse ........ <a1>\nTéléphone ...... <tel>",
        "1. Le demandeur\n   Civilité : Mme\n   Nom de famille : <p1.n>\n   Prénoms : <p1.f>\n   Né(e) le : <naiss>\n2. Le représentant\n   Nom : <p2.N>\n   Lien : mère\n   Mél : <mail2>",
        "Autorisation parentale\nJe soussigné(e) M/Mme <p1> autorise mon enfant <p2.f> <p1.n>, né(e) le <naiss>, à participer à la sortie du <date> (<lieu>).\nEn cas d'urgence : <tel>\nSignature\n<p1.f> <p1.n>",
        "Demande de carte de stationnement résident\nNom, prénom : <p1.N>, <p1.f>\nImmatriculation : <plaque>\nMarque : Peugeot\nDomicile : <a1>\nN° de permis : <id:##@@#####>\nNIR : <nir>",
        "Contact d'urgence 1 : <p1> (père) <tel>\nContact d'urgence 2 : <p2> (tante) <tel>\nMédecin : Dr <p3.n>, 01 40 00 00 00\nAllergies : arachide".replace(
            "01 40 00 00 00", "<tel>"
        ),
        "Procuration\nMandant : <p1.NF>, né(e) le <naiss>\nMandataire : <p2.NF>, né(e) le <naiss>\nN° national d'électeur : <id:########>\nBureau : <lieu>",
    ],
    "tableau": [
        "Nom de l'enfant\tNé le\tResponsable\tPortable\tRégime\n<p1.n> <p1.f>\t<naiss>\t<p2>\t<tel>\tsans porc\n<p3.n> <p3.f>\t<naiss>\t<p4>\t<tel>\tnormal",
        "Rang | Candidat | Date de naissance | Quartier\n1 | <p1.NF> | <naiss> | Centre\n2 | <p2.NF> | <naiss> | Croix-Rouge\n3 | <p3.NF> | <naiss> | Bel Air",
        "NOM      PRENOM     TEL            MAIL\n<p1.N>   <p1.F>   <tel>   <mail1>\n<p2.N>   <p2.F>   <tel>   <mail2>",
        'id,civilite,nom,prenom,adresse,objet\n1,Mme,<p1.n>,<p1.f>,"<a1>",bruit\n2,M.,<p2.n>,<p2.f>,"<a2>",dépôt sauvage',
        "Concession;Titulaire;Échéance\nA-12;<p1.nf>;<date>\nB-07;Famille <p2.n>;<date>",
        "| Usager | Plaque | Zone | Adresse |\n| --- | --- | --- | --- |\n| <p1> | <plaque> | 2 | <a1> |\n| <p2> | <plaque> | 3 | <a2> |",
        "Parent 1 ; Parent 2 ; Enfant ; École ; Quotient\n<p1> ; <p2> ; <p3.f> ; Jules Ferry ; 845\n<p4> ; - ; <p5.f> ; Jean Zay ; 612",
    ],
    "compte_rendu": [
        "Étaient présents : Mesdames <p1.n>, <p2.n> ; Messieurs <p3.n>, <p4.n>.\nAbsents : <p5.c> <p5.n>.\n<p1.c> <p1.n> présente le rapport. <p3.c> <p3.n> s'abstient.",
        "Participants\n- <p1> (présidente)\n- <p2> (trésorier)\n- <p3.n> <p3.f>, habitante\nOrdre du jour : 1. <lieu> 2. budget\n<p2.f> rappelle que <org> n'a pas répondu.",
        "<p1.N> : la vitesse est excessive <lieu>.\n<p2.N> : d'accord avec <p1.c> <p1.n>.\n<p1.N> : merci.\nL'adjoint : une étude est prévue le <date>.",
        "PV n° 12\nRapporteur : <p1.i>\nAffaire <p2.n> c/ commune. <p2.c> <p2>, domicilié<p2.e> <a2>, réclame 2 300 €.\nVote : 12 pour, 3 contre (<p3.n>, <p4.n>, <p5.n>).",
        "Le groupe de travail a rencontré <p1> et son frère <p2.f>. D'après <p1.f>, le local de <lieu> est inadapté. <p3.c> <p3.n> (PMI) confirme.",
        "Secrétaire de séance : <p1.f> <p1.n>\nPouvoirs : <p2.n> à <p3.n>, <p4.n> à <p1.n>\nLe quorum est atteint.",
    ],
    "reponse": [
        "moi c est <p1.lf> 72 ans, je prend le bus tous les jours a l arret <lieu> et c est la galere",
        "Je voudrais remercier <p1.c> <p1.n> et toute l'équipe de <lieu>, surtout <p2.f> !",
        "Pourquoi <p1> a eu un logement et pas moi ? J'attends depuis 2019, dossier <id:######>, <tel>",
        "LA DAME DE L'ACCUEIL <p1.N> EST DESAGREABLE. MON NUMERO : <tel>. <p2.FN>",
        "Mettre des arbres <lieu>, réparer <lieu>, écouter les gens.",
        "il faut virer le directeur des services techniques <p1.n>, il habite <a1> c est pas normal",
        "Très satisfaite. <p1.f> <p1.n>, <a1>",
        "Je suis pour le projet du parc, et je suis contre la fermeture de <lieu>. Bon courage à tous.",
    ],
}
