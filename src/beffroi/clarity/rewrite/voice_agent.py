"""Who acts in a passive sentence, and where its name ends: after « par », no further."""

from __future__ import annotations

import re
from typing import Any

#: Who acts in official texts: a noun outside this list (« par courrier ») is a means.
_ACTORS = frozenset(
    """maire maires adjoint adjointe adjoints préfet préfète ministre président présidente conseil
    conseils conseiller conseillère conseillers commission commissions comité assemblée bureau
    commune communes ville villes mairie mairies métropole communauté département départements
    région régions état préfecture ministère service services direction directions directeur
    directrice chef cheffe responsable agent agente agents officier officiers police gendarmerie
    juge juges tribunal cour procureur médecin médecins notaire notaires huissier huissiers
    commissaire expert experts architecte architectes géomètre trésorier trésorière comptable
    ordonnateur secrétaire association associations organisme organismes établissement
    établissements société sociétés entreprise entreprises exploitant exploitants gestionnaire
    gestionnaires concessionnaire délégataire prestataire prestataires fournisseur bailleur
    bailleurs locataire locataires propriétaire propriétaires copropriétaires syndicat syndicats
    syndic employeur employeurs salarié salariés demandeur demandeurs pétitionnaire bénéficiaire
    bénéficiaires organisateur organisateurs titulaire titulaires parent parents père mère époux
    famille familles tuteur conducteur conducteurs riverains usagers habitants électeurs élu élus
    candidat candidats enseignant enseignants professeur professeurs équipe équipes caisse caisses
    office agence agences centre autorité autorités administration administrations collectivité
    collectivités institution inspecteur inspecteurs inspection rectorat recteur académie école
    collège lycée hôpital assureur assurance banque fondation fédération groupement pompiers
    jury personne personnes particulier particuliers professionnel professionnels maître""".split()
)
#: What may come after the agent without belonging to it.
_AFTER = re.compile(
    r"[ \u00a0]?(?:$|[.;]|,?[ \u00a0]?(?:à|aux?|dans|en|sur|sous|selon|chez|contre|depuis|lors|pour"
    r"|pendant|durant|avant|après|dès|sans|avec|auprès|suivant|via|devant|entre|vers|lorsque|quand"
    r"|sauf|chaque|tous les|toutes les|que ce soit|quel\w*|et ce|une fois|deux fois|\w+ment"
    r"|les? \d|le 1er|du \d|mais (?:les?|la|une?|ce|cette|ces)|si (?!possible)"
    r"|par (?:le biais|voie|lettre|courrier|écrit|arrêté|décision|mail|courriel|téléphone))\b"
    r"|,?[ \u00a0]?(?:afin d|jusqu|lorsqu|par l)[e’'])",
    re.IGNORECASE,
)
#: « à raccorder », « à laquelle… »: said of a noun further back.
_OF_SUBJECT = re.compile(
    r"[ ,\u00a0]*(?:à|dans|pour|sur|par|chez|avec|sans)[ \u00a0](?:lequel|laquelle|lesquel|qui)"
    r"|[ ,\u00a0]*(?:à[ \u00a0][a-zà-ÿ]+(?:er|ir|re|oir)\b|au(?:x?)(?:quel|xquel))"
)
_DATED = re.compile(r"\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre")


def agent_end(doc: Any, by: Any, agent: Any) -> int | None:
    """Where the name of the agent ends: its noun, adjectives and « de… » ; no more."""
    first = doc[by.i + 1]
    person = first.text.rstrip(".") in {"M", "Mme", "Monsieur", "Madame"}
    if not person and (first.pos_ not in {"DET", "NUM"} or not _acts(agent)):
        return None
    at = agent.i + 1
    while at < len(doc) and _continues(doc, at, agent):
        at += 1
    rest = doc[at:].text
    return at if _AFTER.match(rest) and not _OF_SUBJECT.match(rest) else None


def _acts(agent: Any) -> bool:
    return agent.lower_ in _ACTORS or agent.pos_ == "PROPN" or agent.text[:1].isupper()


def _continues(doc: Any, at: int, agent: Any) -> bool:
    """« municipal », « de la commune », « d’appel d’offres », « Dupont »."""
    token = doc[at]
    if token.pos_ in {"ADJ", "PROPN"} and not token.is_punct:
        return "VerbForm=Part" not in str(token.morph)
    if token.lower_ in {"de", "d’", "d'", "du", "des"}:
        ahead = doc[at + 1 : at + 3]
        return not _DATED.search(ahead.text) and any(t.pos_ in {"NOUN", "PROPN"} for t in ahead)
    led = doc[at - 1].lower_ in {"de", "d’", "d'", "du", "des", "la", "l’", "l'", "le", "les"}
    led = led or doc[at - 1].pos_ == "DET"
    return led and token.pos_ in {"DET", "NOUN", "PROPN", "ADJ"}
