# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""The words of administrative French that announce a person, or say that a name is not one."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    """Folded as :func:`beffroi.privacy.fold.fold` does: a compound’s parts parted by a space."""
    return frozenset(word.replace("-", " ") for word in words.split())


#: Civility → gender. « me » (maître) and « pr » only with a capital or a dot.
CIVILITIES = {
    **dict.fromkeys(
        _set("m mr monsieur mm messieurs msieur mrs monseigneur mgr sieur mons mosieur monsier"),
        "m",
    ),
    **dict.fromkeys(
        _set("mme madame mlle melle mademoiselle mmes mesdames mlles mdme mame mde dame madamme"),
        "f",
    ),
    **dict.fromkeys(_set("maitre me dr docteur docteure pr professeur professeure mtre"), ""),
}

#: Function words: never inside a name unless they are particles.
STOP = _set("""
a à ai aie aient ainsi alors apres as au aucun aucune aujourd aupres aussi autre autres aux avaient
avais avait avant avec avez avoir avons ayant ayez beaucoup bien bon bonne c ca car ce ceci cela
celle celles celui cependant ces cet cette ceux chacun chaque chez ci comme comment concernant
contre d dans de depuis des dessous dessus deux devant doit doivent donc dont du durant e elle elles
en encore enfin ensuite entre environ es est et etaient etais etait etant ete etes etre eu eux fait
faire fais font fut hier hors hui ici il ils j jamais je jusqu jusque l la laquelle le lequel les
lesquelles lesquels leur leurs lors lorsque lui m ma mais malgre me meme memes merci mes mien moi
moins mon n ne ni non nos notre nous on ont ou oui par parce parfois parmi pas pendant peu peut
peuvent plus plusieurs plutot pour pourquoi pourquoi pouvez presque puis puisque qu quand que quel
quelle quelles quelque quelques quels qui quoi s sa sans sauf se selon sera seront ses seul si sien
sinon soit sommes son sont sous souvent suis suite suivant sur t ta tandis te tel telle tellement
tes toi ton toujours tous tout toute toutes tres trop tu un une va vais vers veut veux via voici
voila vont vos votre vous vu y etc svp stp cordialement bonjour bonsoir salut coucou madame monsieur
ok rdv tel fax mail email portable adresse nom prenom prenoms date objet ref reference dossier demande
numero lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
juillet aout septembre octobre novembre decembre ne nee nes nees agee age habite habitant demeurant
domicilie domiciliee appelle appele appelee telephone rappeler rappelle souhaite demande signale
indique precise informe sollicite veuillez souhaiterait voudrait
""")

#: Offices: « Madame la maire », « Monsieur le directeur » name nobody.
ROLES = _set("""
maire maires adjoint adjointe adjoints president presidente vice vicepresident directeur directrice
conseiller conseillere conseillers conseil prefet prefete sous-prefet secretaire tresorier tresoriere
chef cheffe responsable depute deputee senateur senatrice ministre elu elue elus proviseur principal
principale gardien gardienne commissaire procureur procureure juge huissier notaire avocat avocate
inspecteur inspectrice recteur rectrice instituteur institutrice enseignant enseignante infirmier
infirmiere medecin assistante assistant technicien technicienne agent agente policier policiere
voisin voisine locataire proprietaire gerant gerante commercant commercante habitant habitante usager
usagere citoyen citoyenne administre administree administres contribuable riverain riveraine demandeur
demandeuse requerant requerante petitionnaire parent parents eleve enfant fils fille mere pere mari
femme epoux epouse frere soeur president-directeur dgs dga drh dst ccas mairie commune ville service
services bureau accueil police municipale municipal prefecture departement region metropole
communaute agglomeration syndicat association societe entreprise comite commission etat republique
""")

#: Services as they are shortened: « nadia du ccas », « karim de la pmi ».
SERVICES = _set("""
ccas cias cmp cmpp pmi cpam caf msa mdph spip udaf ase saad ssiad clic maia sivom rh drh dsi csp edf gdf
sav dgs dga dst urba urbanisme compta etat-civil periscolaire cantine creche mairie perisco pref cada crous
accueil cabinet standard cd cg conseil samu pompiers police gendarmerie plie pij bij rased ulis segpa
sessad ime esat camsp hlm opac oph adil cac apa rsa pch aah mjc rpe ram tresor impots voirie
""")

PARTICLES = _set(
    "de du des d le la les l el al ben bin bint ibn van von der den dem ter ten da das do dos di del "
    "ar della dalla san saint sainte st ste mac mc o ould ait abou abd abdel y und zu af av el-"
)

#: After these words, what follows is a place, an organisation, a work: not someone.
PLACES = _set("""
rue rues avenue avenues av ave boulevard boulevards bd bld blvd place places pl chemin chemins allee
allees impasse impasses imp route routes rte quai quais cours square squares passage sentier venelle
ruelle villa cite cites residence residences lotissement hameau faubourg fbg esplanade promenade
rond-point voie montee cote traverse clos cour mail parvis galerie domaine quartier quartiers pont
viaduc tunnel carrefour giratoire jardin jardins parc parcs bois foret lac etang ile port plage digue
ecole ecoles college colleges lycee lycees creche creches maternelle elementaire primaire groupe
scolaire universite campus institut amphi amphitheatre salle salles gymnase gymnases stade stades
complexe cosec espace espaces centre centres maison maisons mediatheque bibliotheque ludotheque theatre
cinema piscine ehpad foyer hopital clinique polyclinique chu chr fondation prix trophee challenge
tournoi coupe tour hotel eglise chapelle cathedrale basilique paroisse abbaye monument statue stele
buste immeuble batiment residence-autonomie auditorium conservatoire musee halle marche kiosque arret
station metro tram tramway gare aerodrome aeroport cimetiere loi lois plan dispositif circulaire
rapport amendement decret ordonnance methode programme projet zac za zi zone pole maison-relais
restaurant garage pharmacie boulangerie boucherie cabinet societe sarl sas sa sasu eurl scp sci selarl
ets etablissements etablissement entreprise transports groupe cabinet association club amicale comite
compagnie editions imprimerie brasserie cafe bar tabac camping domaine chateau ferme gaec earl moulin
fort tour halte refuge relais multi-accueil rpe ram mjc csc resto ime esat sessad itep micro-creche
bataillon regiment caserne barrage canal riviere ruisseau fontaine puits lavoir passerelle belvedere
carre salon salons crypte tiers-lieu rotonde arboretum observatoire planetarium patinoire velodrome arenes chapiteau
cloitre couvent temple mosquee synagogue tribunal palais caserne verger ponton embarcadere marina serre
serres labo laboratoire fablab mutuelle assurance assurances banque caisse credit journal quotidien
hebdomadaire magazine radio librairie imprimeur editeur logiciel fournisseur prestataire tracteur
balayeuse tondeuse agence atelier ateliers studio troupe orchestre choeur label marque mutuelles
ilot ilots terrain skatepark city-stade dojo boulodrome aire parking tribune pavillon annexe internat
appartement-therapeutique bus ligne navette festival semaine fete foire marche syndrome maladie
""")

#: Between the place and the name: « rue du Général », « école élémentaire publique ».
PLACE_LINKS = _set("""
de du des d la le les l general marechal docteur dr president professeur abbe pere colonel capitaine
commandant lieutenant sergent amiral saint sainte st ste cardinal empereur roi reine prince princesse
comte duc sculpteur peintre poete aviateur resistant resistants ancien ancienne publique public prive
privee maternelle elementaire primaire municipal municipale communal communale polyvalente polyvalent
sportif omnisports intercommunal intercommunale social sociale culturel culturelle culturelles
departemental departementale regional regionale universitaire hospitalier hospitaliere multisports
scolaire honneur associatif fetes sports loisirs jeunes jeunesse enfance seniors retraite sante quartier
mixte general technologique professionnel agricole dite dit nommee nomme baptisee baptise denommee
denomme et notre dame soeur frere maitre monseigneur ferme maison spectacles expositions reunion
reunions conseil conseils autonomie senior etudiante services hoteliere personnes agees enfants enfant familles accueil adultes adapte adaptee inclusif informatique numerique citoyenne citoyen habitants mariages concert danse musique sport tennis football rugby judo
""")

#: A kin or a function directly before a name makes it someone.
KIN = _set("""
fils fille enfant enfants frere soeur mari femme mere pere maman papa epoux epouse conjoint conjointe
compagnon compagne veuve veuf voisin voisine cousin cousine oncle tante neveu niece grand-mere
grand-pere ami amie collegue beau-pere belle-mere beau-frere belle-soeur beau-fils belle-fille
certain certaine jumeau jumelle jumeaux petit-fils petite-fille parrain marraine nourrice assmat bebe eleve
nomme nommee prenomme prenommee ne nee nes nees denomme denommee surnomme surnommee soussigne soussignee
appelle appelles famille familles consorts epoux heritiers hoirs indivision succession feu
defunt defunte signe signee locataire gardien gardienne tuteur tutrice curateur curatrice mandataire
interlocuteur interlocutrice referent referente candidat candidate beneficiaire requerant requerante
demandeur demandeuse petitionnaire plaignant plaignante temoin victime patient patiente stagiaire
apprenti apprentie medecin infirmiere infirmier animateur animatrice professeur institutrice
instituteur maitresse entraineur coach gerant gerante proprietaire proprietaires
""")
LAWYERS = _set("notaire huissier avocat avocate maitre etude notaires avocats commissaire conseil")
#: « celui de Zidane », « la voisine de Benali », « l’affaire Garcia »: the surname after « de ».
OF = _set(
    "mail message courrier lettre appel prenom prenoms maman papa mere pere frere soeur fils fille parents enfant enfants mari femme "
    "ami amie eleve celui celle ceux voisin voisine famille dossier affaire cas part coordonnees nom compte adresse"
)
GREETINGS = _set(
    "bonjour bonsoir salut coucou hello cher chere chers cheres merci bjr slt allo hey bonj"
)

#: After these words a surname alone is someone’s: « le dossier Garcia », « rappeler Durand ».
CASES = _set("""
parler parle ecrire ecrit repondre remettre transmettre certain certaine dossier dossiers affaire cas situation rappeler rappelle contacter contacte appeler joindre relancer
relance avec pour par chez vu voir part demande courrier mail message appel reclamation plainte
signalement coordonnees temoignage visite rdv rendez-vous entretien menage garde enfants mere pere
propriete maison terrain succession bail contrat
""")

#: « je suis … », « ici … »: the one who speaks tells a name.
SELF = _set("suis appelle ici moi certain certaine soussigne soussignee nomme prenomme")

#: Companies and brands that bear a surname.
BRANDS = _set("""
leclerc renault peugeot citroen michelin bouygues dassault darty carrefour auchan casino boulanger
decathlon veolia suez vinci eiffage colas spie engie orange free sfr total lidl aldi picard castorama
leroy merlin google microsoft facebook instagram youtube twitter whatsapp doctolib airbnb uber
amazon dacia toyota ford opel fiat nissan audi mercedes volkswagen kia hyundai seat skoda tesla suzuki
volvo mazda honda clio kangoo berlingo duster sandero twingo trafic iveco scania man linky jcdecaux
otis schindler thyssen keolis transdev tisseo enedis grdf suez dalkia idex engie habitat pole cerfa insee urssaf covid siret word excel teams zoom webex powerpoint adobe linux windows
android apple iphone samsung emmaus groupama maif macif maaf matmut axa allianz generali mgen harmonie malakoff
humanis humanis berger-levrault ouest-france sud-ouest la-depeche arpege ciril cosoluce docaposte dematis salvia
elior sodexo newrest scolarest compass convivio restoria massey ferguson kubota stihl husqvarna ransomes kuhn
schmidt-balayeuse michelet-conseil artelia egis socotec apave veritas dekra securitas onet derichebourg paprec
nicollin pizzorno coved saur semitan ratp sncf tcl tbm star flixbus blablacar ikea fnac conforama intermarche
leclerc-drive picard-surgeles action gifi norauto midas feu-vert speedy
daikin viessmann vaillant chaffoteaux frisquet mitsubishi panasonic hitachi toshiba siemens bosch philips whirlpool electrolux
hager schneider-electric somfy velux lafarge ecophon huawei xiaomi lenovo epson ricoh xerox konica
telecom boursorama bnp lcl bpce cetelem cofidis sofinco younited helloasso leetchi paypal lydia swile edenred ugap dyson karcher
mcdonald kfc starbucks subway navigo deliveroo ubereats zara kiabi gemo chronopost colissimo ups dhl fedex gls dpd
totalenergies ekwateur enercoop vattenfall antargaz butagaz primagaz vitogaz finagaz sedif aprr cofiroute lime
""")

#: Abbreviations of forms, notes and messages, and words that they make: nobody.
SHORTENED = _set("""
rib iban bic aesh pai ip insta facebook snap whatsapp vit vis vivait ya jai ai sem naiss nais vitale apte siret siren
cerfa ddn alsh ape naf hs pr qd bcp pb pbs cdt dem ttes tjs jms qqun qqn qqch rens ref refs dossiers infos admin
monseur msieu mdame vuve veuf vve seule seul deposee depose declare declaree encore demain hier boucherie
boulangerie epicerie atsem agt agts etp cdd cdi cap bep bac bts dut permis neph ants dgfip dgfi cpam caf urssaf
dalo apl als alf paje rsa aah asv cmu css ame acs ald gir apa aggir sessad cmpp mds utams pass crip mna oqtf ofii
cada cao huda qpv anru plu plui scot pos dp pc cu cua dia abf drac sdis smur idel hla ras nrp rdc etg bat appt
esc chb jsuis chui chuis jsui lol mdr ptdr xd jvoudrais jvous lot cad sect parc num vehi immat pv opj apj asvp ville-x anonyme confidentiel neant idem
""")

#: Pairs that look like a name and are none.
NOT_PEOPLE = frozenset(
    """
meteo france|air france|france travail|france services|france connect|france renov|marie france|marine nationale|france bleu
notre dame|saint esprit|sainte marie|saint pierre|val de|ile de|pierre de|franck provost|jean jaures
leclerc drive|leroy merlin|jacques vabre|yves rocher|louis vuitton|marc orian|credit agricole
charles de gaulle|victor hugo|marianne|charlie hebdo|sophia antipolis|france telecom|france terre
ouest france|sud ouest|berger levrault|harmonie mutuelle|malakoff humanis|massey ferguson|john deere|crédit mutuel|saint gobain|france inter|france televisions|dame nature|pierre et vacances|mercedes benz
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
