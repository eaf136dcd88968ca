# ruff: noqa: E501  (sentences read better whole)
"""Fragments of municipal writing from which the classifier of names learns; nothing else uses them.

``F`` is a first name, ``N`` a surname, ``B`` both, ``S`` the surname first, ``I`` an initial and a
surname, ``H`` a first name and an initial, ``C`` a civility; ``W`` is an ordinary word that is a
name too, used as the word it is (it must stay); ``L`` a place named after someone, ``O`` an
organisation, ``T`` a telephone, ``D`` a date. Slots are written ``{F}``.
"""

WITH_PEOPLE = """
appel de {C} {N}, rappeler au {T}
{C} {N} a rappelé, c'est urgent
{B} est passé au guichet ce matin
{B} demande un rendez-vous pour sa carte
rappeler {B} avant midi
rappeler {N} au {T}
voir avec {F} pour la clé de la salle {L}
voir avec {F} et {F} demain
j'ai eu {N} au téléphone
j'ai vu {F} hier, tout va bien
vu {F} au marché
{F} dit que c'est faux
d'après {N} le mur est tombé
selon {F}, il manque une pièce
d'après {F} et {N}
le chien de {N} aboie toute la nuit
la voiture de {N} gêne la sortie
le mail de {F} est resté sans réponse
le message de {N} est arrivé trop tard
la demande de {S} est incomplète
le dossier de {F} est complet
le dossier {N} est en attente
le fils de {N} est venu
la fille {N} et le fils {N}
les enfants de {B} sont inscrits
la maison de {N} est vide
le stand de {N} est trop grand
le terrain de {N} touche la route
le chèque de {N} est revenu
la facture de {S}
le courrier de {B} du {D}
mon voisin {N} ne répond plus
ma voisine {F} a peur
mon fils {F} est malade
ma fille {F} n'ira pas à la cantine
mon mari {F} est décédé
ma sœur {F} viendra le chercher
mon collègue {F} vous a écrit
notre fils {F} entre en CP
son frère {F} attend dehors
sa tante {F} habite à côté
la petite {F} pleure souvent
le petit {F} a mordu {F}
le jeune {F} a été vu
{F}, {F} et {F} partent en sortie
{F} et {F} sont absents
{B}, {B} et {B} ont voté contre
présents : {N}, {N}, {N}
présents : {B}, {S}, {C} {N}
excusés : {F} {N}, {N}
absents : {N} {F}, {N}
participants : {F}, {F}, {F}, {F}
pouvoir de {N} à {N}
{N} donne pouvoir à {N}
procuration de {S} à {S}
{N} quitte la séance
{N} vote contre, {N} s'abstient
{N} propose un ralentisseur
{C} {N} rappelle le règlement
{F} rappelle qu'il faut signer
{F} remercie les bénévoles
merci à {F} pour son aide
merci {F}
merci à {F} et {F}
bonjour {F}
bonjour {F}, peux-tu appeler {N}
salut {F}, tu as vu {F}
coucou {F} c'est {F}
cher {F}
chère {F}
bonjour {C} {N}
bonjour c'est {F}
bonjour c'est {B} du deuxième
c'est {F}, la maman de {F}
moi c'est {F}, 45 ans
je suis {B}
je suis la mère de {F}
je suis le père de {F} {N}
je m'appelle {B}
je m'appelle {F} et je travaille ici
je soussigné {S} certifie
je soussignée {B} autorise
nous soussignés {B} et {B}
je, {B}, déclare sur l'honneur
autorise {B} à venir le chercher
atteste héberger {S}
héberge à titre gratuit {B}
hébergée chez {N}
chez {F} ce soir
il habite chez {N}
{B} habite ici depuis 2010
{B} a porté plainte contre {B}
plainte de {B} contre {N}
conflit entre {N} et {N}
litige avec {N}
affaire {N}
situation de {N}
suivi de {F} par {F}
suivie par {B}
dossier suivi par {F}
reçu par {F}
contacter {F} ou {F}
contacter {B} au {T}
joindre {N} au {T}
écrire à {F}
envoyer à {B}
transmettre à {N}
prévenir {F}
prévenir {N} et {N}
demander à {F}
accompagné de {F}
en présence de {B}
remplacée par {B}
remplacé par {F}
signalé par {N}
selon les dires de {N}
verbalisé {N}
contrôlé {S}
le conducteur {S} était seul
le nommé {S} a refusé
la victime {B} a été entendue
le docteur {N} a confirmé
l'infirmière {F} passera
l'agent {N} était présent
l'animateur {F} est en retard
la maîtresse {F} a appelé
la dame de l'accueil {F} est gentille
la dame de la cantine {F}
le gardien {N} est prévenu
le directeur {N} est absent
le maçon {N} a fini
le notaire {N} attend
l'élève {S}
l'enfant {B}
l'enfant {F} est allergique
la famille {N} déménage
les {N} sont partis en vacances
la veuve {N} a renouvelé
les époux {N}
le couple {N}
la succession {N}
concession {N}
concession au nom de {B}
tombe de {B}
urne de {S}
née {N}
épouse {N}
veuve {N}
{C} {N} née {N}
{S} né le {D}
{B} née le {D} à Lyon
{S} ({T})
{N} {T}
{N} - {T}
{F} : {T}
{S} / {T} / badge perdu
{N} pour son permis
{N}, impayé cantine
{N} 84 €
{S} 45 euros
{N} : d'accord
{N} : non merci
{F} : je m'en occupe
nom : {N}
prénom : {F}
nom {N} prénom {F}
nom et prénom : {S}
élève : {B}
titulaire : {S}
contact : {F} {T}
responsable : {B}
payeur : {S}
père : {B}
mère : {S}
signé {F}
signé : {B}
{B}, habitant du quartier
{B}, locataire
{S} (voisin)
{B} (présidente)
{F} (CE1)
{H} a oublié son sac
{H} et {H}
{I} n'a pas signé
{I} et {I}
avec {H}
l'absence de {H}
bravo à {F} et son équipe
bonne retraite {F}
le pot de {F} aura lieu jeudi
{F} en congé, {F} prend l'accueil
{F} remplace {F}
{F} est en formation
{F} arrive à 9 h
{F} rappellera
{F} a de la fièvre
{F} va mieux
{F} veut changer d'école
{F} n'est pas venue
{F} sera là
{N} n'est pas d'accord
{N} a raison
{N} viendra
{N} veut un rendez-vous
{N} conteste l'amende
{N} a payé
{N} doit 340 euros
{N} est propriétaire
{N} occupe le logement
{S} occupe le logement
pourquoi {N} a eu un logement
il faut virer {N}
{N} habite rue {L}
cordialement {B}
cordialement {F}
cdt {F}
merci d'avance {B}
bien à vous {F}
bises {F}
{B}
{S}
{F}
- {B}
- {S}
- {N}
{B} - buvette
{S} ; 14 ; favorable
{N} ; 11 ; réservé
{B} | 12
{S} | 1 020 €
12 | {S} | centre
""".strip().splitlines()

WITHOUT = """
le petit marchand de fruits est parti
le petit pain est bon
la petite salle est fermée
un petit groupe attend
les petits sont contents
une rose rouge et un lilas blanc
le mur est blanc et rose
mettre du rose et du blanc
la page est blanche
tournez la page
la page de garde
le vin blanc et le pain
le bois est sec
le bois sera livré
un bois près de la rivière
la rivière déborde
au bord de la rivière
la fontaine est cassée
réparer la fontaine
la roche est tombée
le mercier et le boulanger ont fermé
la boulangerie est ouverte
le boulanger livre à 7 h
le boucher est en congé
le berger et ses moutons
un jardin partagé
le jardin est beau
les jardins sont fermés
le moulin est à vendre
le four est en panne
le grand hôtel est fermé
le grand parking est plein
la grande salle
le gros camion bloque
un gros chien noir
le chat noir
un chien roux
le roux et le noir
le maire est absent
le marché de noël
les fêtes de noël
le repas de noël
joyeux noël à tous
en avril et en mai
le premier mai
au mois de janvier
le dimanche matin
le vendredi soir
jusqu'à vendredi
c'est clair et simple
une claire explication
la porte est ouverte
la porte est fermée
fermer la porte
la ville est propre
la ville est belle
la place est vide
la place du marché
une place de parking
le pont est fermé
le pont sur la loire
la gare est loin
le port est calme
le lac est gelé
les champs sont inondés
un champ de blé
le pré est vert
la vigne et le verger
le château est ouvert
la tour est haute
une tour de dix étages
le cours de musique
le cours de danse
les cours d'eau
il court dans la cour
la cour de l'école
la cour est sale
la vue est belle
la paix et le calme
la joie des enfants
le courage des agents
l'ange de la fontaine
une perle rare
le prince et la fée
le roi est nu
le comte de la région
le baron noir
le martin pêcheur est revenu
un olivier centenaire
planter un olivier et un figuier
les cerises et les prunes
une prune et une cerise
le laurier et le romarin
une violette et une marguerite
des marguerites au bord du chemin
l'iris et la capucine
une flore riche
l'aurore est belle
l'été et l'hiver
en été il fait chaud
la saison d'hiver
le parc est fermé la nuit
le parc {L} est fermé
la rue {L} est barrée
l'école {L} est ouverte
le collège {L} recrute
la salle {L} est réservée
place {L}
avenue {L} et rue {L}
du côté de la rue {L}
le gymnase {L} est en travaux
arrêt {L}
devant l'école {L}
près du stade {L}
quartier {L}
la médiathèque {L} prête des livres
{O} a répondu
orientée vers {O}
voir avec {O}
contrat avec {O}
subvention à {O}
facture de {O}
{O} interviendra mardi
la société {O}
l'association {O}
le service urbanisme est fermé
le service enfance répond
la direction des ressources humaines
le conseil municipal se réunit
la commission a validé
le comité des fêtes
la police municipale est passée
la gendarmerie est prévenue
les pompiers sont venus
la préfecture a refusé
le département finance
la région aide
l'assistante sociale passera
la psychologue scolaire est absente
l'institutrice est malade
le médecin de garde
mon médecin traitant
un voisin fait du bruit
ma voisine se plaint
les voisins sont d'accord
une habitante a écrit
un monsieur a appelé
une dame attend
la maman est fâchée
le papa est venu
mes parents sont âgés
mon mari est malade
ma femme travaille
mes enfants mangent à la cantine
notre fils entre en sixième
demande de logement
demande de carte d'identité
demande de passeport
demande d'acte de naissance
demande de subvention
permis de construire
déclaration préalable
certificat d'urbanisme
attestation de domicile
justificatif de domicile
livret de famille
carte grise et permis
numéro de dossier
pièces à fournir
à fournir avant vendredi
merci de votre réponse
merci de faire le nécessaire
merci d'avance
je vous remercie
bonne journée
bonne soirée
bien cordialement
cordialement
bonjour madame
bonjour monsieur
madame, monsieur
monsieur le maire
madame la directrice
salutations distinguées
veuillez agréer
objet : réclamation
objet : demande de rendez-vous
suite à notre échange
suite à votre courrier
je vous écris pour
je vous signale un trou
je voudrais savoir
je souhaite m'inscrire
pouvez-vous me rappeler
rappeler demain
rappeler avant midi
rdv jeudi 9 h
réunion lundi
compte rendu de la réunion
ordre du jour
le quorum est atteint
adopté à l'unanimité
vote à main levée
article 1 : la circulation est interdite
article 2 : la signalisation
vu le code général
considérant qu'il convient
arrête
fait à la mairie
le directeur général des services
le présent arrêté
prix du repas
tarif réduit
régime sans porc
menu du jour : salade, poulet, riz, fromage
poisson pané et purée
compote de pomme
fuite d'eau
panne d'éclairage
poubelles non ramassées
dépôt sauvage
nid de poule
trottoir abîmé
arbre tombé
élagage des platanes
trop de bruit
trop de voitures
plus de bus
plus de pistes cyclables
moins de béton
des bancs et des arbres
un terrain de pétanque
un city stade
une aire de jeux
la piscine est chère
le cinéma est fermé
la crèche est pleine
l'accueil est agréable
très satisfaite
rien à signaler
sans objet
néant
oui
non
à voir
en cours
traité
urgent
total
montant
date
motif : cantine
stationnement gênant
véhicule ventouse
clio grise
peugeot noire
renault blanche
kangoo blanc
secteur nord
quartier nord
centre ville
zone bleue
bâtiment b
porte droite
rez-de-chaussée
appartement vide
logement social
loyer impayé
expulsion prévue
aide alimentaire
colis alimentaire
bon de transport
fauteuil roulant
mobilité réduite
perte d'autonomie
portage de repas
garde d'enfant
place en crèche
inscription scolaire
dérogation refusée
carte de bus
carte perdue
badge perdu
clé perdue
chat perdu
chien errant
concession expirée
cimetière communal
columbarium
carré militaire
liste électorale
bureau de vote
assesseur titulaire
procuration reçue
enquête publique
réunion publique
budget participatif
conseil de quartier
fête de quartier
vide-grenier
feu d'artifice
marché nocturne
concours de pétanque
tournoi de football
chorale du soir
cours de yoga
atelier cuisine
""".strip().splitlines()

#: Ordinary words in capitals at the beginning of what people write.
OPENERS = "Bonjour|Suite|Pour|Merci|Voici|Demain|Hier|Après|Avant|Depuis|Objet|Rappel|Urgent|Note|Attention|Info|Lundi|Mardi|Comme|Lors|Selon|Ce jour|Ok|Bref|Sinon|PS|NB".split(
    "|"
)
PLACES = "Jean Moulin|Jules Ferry|Victor Hugo|Pasteur|Jean Jaurès|Simone Veil|Marie Curie|Gambetta|Émile Zola|Louis Aragon|Pierre Sémard|Henri Barbusse|Gabriel Péri|Paul Éluard|Jacques Prévert|Rosa Parks|Lucie Aubrac|Anatole France|Charles Péguy|Jean Macé|Ferdinand Buisson|Pablo Neruda|Léo Lagrange|Pierre de Coubertin|Jean Bouin|Olympe de Gouges|Joliot-Curie|Henri Wallon|Marcel Pagnol|Antoine de Saint-Exupéry|Frédéric Mistral|Albert Camus|Georges Brassens|Jacques Brel|Camille Claudel|Nelson Mandela|Salvador Allende|Pierre Brossolette|Danielle Casanova|Missak Manouchian|du Général Leclerc|du Docteur Roux|du Maréchal Foch|de l'Abbé Grégoire|du Président Wilson".split(
    "|"
)
ORGS = "la CAF|Veolia|Enedis|Suez|France Travail|le CCAS|la mission locale|l'office HLM|Emmaüs|le Secours catholique|la Croix-Rouge|Keolis|Orange|la SPA|l'AS Football|le Judo club|l'amicale laïque|Colas|Eiffage|la Poste|le Trésor public|l'Ehpad Les Lilas|la ludothèque|Médiamétrie|Kompan|Agorespace|Cartegie|Berger-Levrault|Ciril|Arpège|Decaux|le cabinet Atelis|la régie Alterna|Habitat 44|l'Opac|la MJC|l'Adil|le Cidff|Uniformation|le Sivom|le Sdis|Soliha|Unicef|l'Udaf|Sogeres|Elior|Transdev|Otis|Engie|Météo-France|Doctolib|Leboncoin".split(
    "|"
)
