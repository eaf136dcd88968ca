"""Abbreviations after which a full stop does not end a sentence.

The list follows the « Lexique des règles typographiques en usage à l’Imprimerie nationale » for
common abbreviations, and what town-hall acts write beside it (« arr. », « délib. », « parc. »).
"""

from __future__ import annotations


def _set(block: str) -> frozenset[str]:
    return frozenset(block.split())


#: Followed by a name or a number: the full stop after them never ends a sentence.
NEVER_LAST = _set(
    """
    m mm mme mmes mlle mlles mgr me dr drs pr prof vve st ste sts stes cdt cne gal lt
    art arts al n nº p pp pg cf ex vol chap ch éd edit fig tabl annex ann réf ref
    tél tel fax bd bld blvd av ave pl rte all imp fg rés bât esc apt appt app
    arr délib delib parc sect cad cant circ dép dépt dpt
    env approx c-à-d i.e e.g p.ex vs v resp
    janv févr fév avr juil sept oct nov déc lun jeu ven sam dim
    cass civ crim req trib jur
    """
)

#: May end a sentence: they do when what follows begins like a sentence.
SOMETIMES_LAST = _set(
    """
    etc suiv ss sq sqq h hr km cm mm kg ha min s ex. j.-c j-c cie sté ets éts soc
    cedex inc ltd dir adj resp serv hab obs max
    """
)

#: Lower-case words before a lone capital letter that is a label and not an initial
#: (« l’annexe A. », « la zone B. »).
LABELLED = _set(
    """
    annexe zone catégorie article plan bâtiment lot groupe point type classe tableau liste niveau
    secteur section partie parcelle escalier entrée porte salle quai ligne indice série option
    titre vitamine hépatite figure feuille colonne variante tranche phase permis plage
    """
)

#: Words that open a French sentence far oftener than a name.
STARTERS = _set(
    """
    le la les l un une des du de d ce cet cette ces c cela ceci il elle ils elles on nous
    vous je j tu mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que qu
    quoi dont où quand
    comment pourquoi combien lorsque si s en au aux à dans sur sous par pour avec sans chez entre
    vers depuis pendant après avant dès selon afin ainsi aussi alors donc or mais et ou ni car
    cependant
    toutefois néanmoins enfin ensuite puis outre sauf hormis malgré vu considérant attendu tout
    toute tous toutes chaque aucun aucune certains certaines plusieurs quelques quel quelle
    quels quelles
    ne pas toujours jamais ici là voici voilà veuillez merci nul nulle celui celle ceux celles
    conformément concernant compte faute suite lors grâce
    """
)
