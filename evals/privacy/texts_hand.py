"""Texts written by hand, as people type: ‹ › surround what is personal, ⟨ ⟩ what must stay."""

TEXTS = r"""
vu avec madame ‹petit› ce matin, elle veut changer le petit ‹leo› de groupe à l'école ⟨jules ferry⟩
rappeler mr et mme ‹da costa› pour le plan, ils passent chez les ‹martin› d abord
signe ‹paul›
bonjour c est ‹rose› de la rue ⟨jean moulin⟩, mon voisin mr ‹boucher› met sa musique trop fort
presents : ‹petit leo›, ‹blanc marie›, ‹roy›, ‹lemoine› / excuses : ‹berger›, ‹sauvage›
‹dupont jean› (pere), ‹dupont eva› (fille), ‹moreau lise› (mere) - cantine ⟨ecole pasteur⟩
PS : voir avec ‹fabienne› pour la salle ⟨simone veil⟩
cc ‹nathalie›, ‹marc› et ‹sylvie›
d'apres ‹karim›, le devis est faux. dixit ‹bernard› aussi
de la part de ‹josette› : merci a ‹patrick› et ‹ludo› pour le coup de main
reunion du 12 mars avec ‹chloe›, ‹yanis› et mme ‹roche›
pour ‹henri› : rappeler le garage avant jeudi
DOSSIER DE MME ‹BLANC CLAIRE› A REVOIR AVEC ‹THIERRY› AVANT LA COMMISSION
MONSIEUR ‹GARNIER› A APPELE POUR SA FILLE ‹LOUISE› ET SON FILS ‹HUGO›
nom;prenom;tel\n‹petit›;‹rose›;‹0612457898›\n‹legrand›;‹aime›;‹0612457899›
nom|prénom|quartier\n‹marchand›|‹pierre›|⟨centre⟩\n‹berger›|‹claire›|⟨nord⟩
eleve\tclasse\n‹sauvage tom›\tCE1\n‹leroy ines›\tCE2
absents : mme ‹boulanger›, mr ‹charpentier›, ‹okonkwo chidi›
la fille ‹bouvier› et le fils ‹meunier› se sont battus devant le collège ⟨henri wallon⟩
demande de ‹tran thi mai› et de son mari ‹nguyen van hung›
le docteur ‹page› confirme, l infirmiere mme ‹noel› aussi
‹j. petit› et m. ‹roux› ont signe le pv
‹a.b.› ne veut pas que son nom apparaisse
les ‹lefevre› sont partis, les ‹costa› arrivent le 3
contact ‹aissatou› au ‹06 11 22 33 44› ou ‹mamadou diallo›
‹olga petrenko› et ‹ivan› hébergés chez mme ‹rivière›
jai vu mr ‹fontaine› hier soir, il dit que mme ‹bois› a raison
appel de ‹carpentier sylvie›, pb poubelles rue ⟨victor hugo⟩
je soussigné ‹lopez manuel› autorise ‹lopez ines› à rentrer seule
merci a toute l equipe surtout ‹manon› et ‹kevin› au guichet
entretien avec le jeune ‹enzo›, accompagné de sa maman ‹sabrina›
le petit ‹noah› et la petite ‹lina› ne mangent pas de porc
Rdv ‹josiane berger› 10h, rdv mr ‹prince› 11h, rdv mme ‹reine› 14h
votants : ‹petit›, ‹moulin›, ‹leclair› ; pouvoir de ‹faure› a ‹bonnet›
mme veuve ‹lambert› demande une benne
intervention de mme ‹leblanc› puis de mr ‹lenoir› sur le stade ⟨raymond kopa⟩
mon assistante sociale c est ‹sandra›, avant c etait mme ‹boulay›
mon nom c est ‹kowalski› prenom ‹ewa› nee ‹nowak›
j ai deja donné les papiers a ‹vanessa› à l accueil et a mr ‹brun›
QUI A LES CLES ? ‹MICHEL› OU ‹DENISE› ?
voir ‹gilles› pour les cles du gymnase ⟨jean bouin⟩
transmis a ‹solene› le 4, relance ‹solene› le 12
dossier ‹rossi› / ‹bianchi› : conflit de voisinage
famille ‹ben youssef›, 3 enfants : ‹sami›, ‹nour› et ‹adam›
la locataire du 2e, mme ‹chevalier›, accuse mr ‹loup›
présence de ‹camille›, ‹jo› et ‹max› a la permanence
suivi ‹sarah bernard› par ‹lucie› (ccas) et ‹tom› (pmi)
Objet: plainte de ‹jean-marc olivier› contre ‹dylan petit›
ont voté contre : mr ‹blin›, mme ‹cordier› ; abstention : ‹colin›
‹FATOU› ET ‹MOUSSA› ONT ETE VUS PAR DR ‹BONNEAU›
la maman de ‹jade› dit que ‹timeo› tape ‹jade› a l ecole ⟨marie curie⟩
répondu par tel a ‹gerard›, il rappelle lundi
garde alternee : semaine paire papa ‹mathieu vidal›, impaire ‹laetitia vidal›
tuteur de mr ‹lacroix alain› : mme ‹fournier›
un certain ‹brochard› se plaint de la voirie
salut ‹steph›, tu peux dire a ‹nico› de passer a la salle ⟨jacques brel⟩ ?
le bus passe place ⟨jean jaures⟩ et devant le lycée ⟨marcel pagnol⟩, rien a signaler
bravo a la mairie pour le petit marché de noel, tres bon accueil, merci
il faut plus de bancs rue ⟨de la republique⟩, le grand parc est sale et le blanc des passages usé
le maire a dit que l ecole ⟨paul bert⟩ ouvrira en mai avec un agent de plus
""".strip().split("\n")
