"""The parts of a passive sentence with its agent: who undergoes, the verb, who acts, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from beffroi.clarity.rewrite.split import anatomy
from beffroi.french.lexicon import lexicon

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
_BE = {"est": "ind:pre", "sont": "ind:pre", "sera": "ind:fut", "seront": "ind:fut"}
_BE |= {"était": "ind:imp", "étaient": "ind:imp", "serait": "cnd:pre", "seraient": "cnd:pre"}
_HAVE = {"a": "ind:pre", "ont": "ind:pre", "aura": "ind:fut", "auront": "ind:fut"}
_HAVE |= {"avait": "ind:imp", "avaient": "ind:imp"}
_MODALS = {"doit": "devoir", "doivent": "devoir", "devra": "devoir", "devront": "devoir"}
_MODALS |= {"peut": "pouvoir", "peuvent": "pouvoir", "pourra": "pouvoir", "pourront": "pouvoir"}
_PLURALS = {"sont", "seront", "étaient", "seraient", "ont", "auront", "avaient"}
_PLURALS |= {"doivent", "devront", "peuvent", "pourront"}
_PRONOUNS = {"il", "elle", "ils", "elles", "vous", "nous"}
_REFERRING = {"il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "dernier"}
_ADVERB = re.compile(
    r"(?:également|aussi|ensuite|alors|donc|toujours|souvent|parfois|enfin|seul|[a-zé]+ment)$"
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
_AGAIN = re.compile(
    r"\bpar[ \u00a0](?:les?|la|une?|des|l[’'](?!inter)|votre|son|sa|ses)\b(?! biais| suite)"
)
#: Verbs that say « de »: in « informé par le maire de la date », the date is theirs.
_TAKES_DE = frozenset(
    """informer charger saisir aviser dispenser exonérer exempter doter munir avertir accuser priver
    remercier prévenir décharger libérer assortir""".split()
)
#: « pris en charge »: words that stay with their verb.
_LOCUTION = re.compile(
    r"(?:en (?:charge|place|œuvre|oeuvre|compte|cause|demeure|service|vente|ligne|vigueur)"
    r"|à (?:disposition|jour))\b"
)
_DATED = re.compile(r"\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre")
_EACH = re.compile(r"(?:chaque|chacun|tout|toute|tous|toutes|plusieurs|certain)\b", re.IGNORECASE)
_LONGEST_SUBJECT = 9
_LONGEST_MIDDLE = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Passive:
    """A passive clause that is the whole sentence, cut in its parts, in the words of the source.

    ``tense``: as Lexique writes it, of the conjugated word; ``modal``: lemma of « devoir » or
    « pouvoir »; ``compound``: « a été »; ``pronoun``: the subject when it is one.
    """

    front: str
    subject: Any
    subject_text: str
    subject_plural: bool
    pronoun: str
    tense: str
    modal: str | None
    compound: bool
    verb: str
    participle: str
    adverbs: list[str]
    near: list[str]
    middle: list[str]
    agent: Any
    agent_text: str
    agent_plural: bool
    rest: str


def passive(doc: Any) -> Passive | None:
    """The passive clause of ``doc``, ``None`` when there is none or a doubt on its parts."""
    main = anatomy.root(doc)
    if main is None or doc[-1].text == "?":
        return None
    said = next((c for c in main.children if c.dep_ == "xcomp"), main)
    said = main if any(c.dep_ == "aux:pass" for c in main.children) else said
    who = anatomy.subject(main)
    agent = next((c for c in said.children if c.dep_ == "obl:agent"), None)
    if who is None or agent is None or any(c.dep_ in {"conj", "advcl"} for c in said.children):
        return None
    by = next((c for c in agent.children if c.dep_ == "case" and c.lower_ == "par"), None)
    verb = lexicon().participles.get(said.lower_)
    if by is None or verb is None or not who.i < said.i < by.i:
        return None
    return _parts(doc, who, said, verb, by, agent)


def _parts(doc: Any, who: Any, said: Any, verb: str, by: Any, agent: Any) -> Passive | None:
    cluster = _cluster(doc, who, said)
    subject = _subject(doc, who, cluster)
    end = _agent_end(doc, by, agent)
    if cluster is None or subject is None or end is None:
        return None
    tense, modal, compound, adverbs, _ = cluster
    near, middle = _between(doc, said.i + 1, by.i)
    if verb in _TAKES_DE and " de " in f" {doc[by.i + 1 : end + 1].text} ":
        return None
    rest = doc[end:].text
    named = anatomy.trimmed(doc, by.i + 1, end)
    if middle is None or _doubt(subject, named, rest):
        return None
    start = who.left_edge.i
    if who.lower_ == "il" and re.match(r"[ ,]*(?:de|d’|d'|que|qu’)\b", f"{named} {rest}"):
        return None
    return Passive(
        front=doc[:start].text.strip(),
        subject=who,
        subject_text=subject,
        subject_plural=anatomy.is_plural(who),
        pronoun=who.lower_ if who.lower_ in _PRONOUNS else "",
        tense=tense,
        modal=modal,
        compound=compound,
        verb=verb,
        participle=said.text,
        adverbs=adverbs,
        near=near,
        middle=middle,
        agent=agent,
        agent_text=named,
        agent_plural=anatomy.is_plural(agent) or " et " in f" {named} ",
        rest=rest,
    )


def _cluster(doc: Any, who: Any, said: Any) -> tuple[str, str | None, bool, list[str], int] | None:
    """From the conjugated word to the participle: tense, modal, compound, adverbs, its place."""
    words = list(doc[who.right_edge.i + 1 : said.i]) if who.right_edge.i < said.i else []
    if not words:
        return None
    low = [token.lower_ for token in words]
    adverbs = [token.text for token in words[1:] if _ADVERB.match(token.lower_)]
    bare = [word for word in low if word not in {adverb.lower() for adverb in adverbs}]
    place = words[0].i
    many = anatomy.is_plural(who) or any(child.dep_ == "conj" for child in who.children)
    if not bare or (bare[0] in _PLURALS) != many:
        return None
    if len(bare) == 1 and bare[0] in _BE:
        return _BE[bare[0]], None, False, adverbs, place
    if len(bare) == 2 and bare[0] in _HAVE and bare[1] == "été":
        return _HAVE[bare[0]], None, True, adverbs, place
    if len(bare) == 2 and bare[0] in _MODALS and bare[1] == "être":
        tense = "ind:fut" if "r" in bare[0] else "ind:pre"
        return tense, _MODALS[bare[0]], False, adverbs, place
    return None


def _subject(doc: Any, who: Any, cluster: Any) -> str | None:
    """Its words, when it is simple, right before the verb, and first after a circumstance."""
    if cluster is None or cluster[-1] != who.right_edge.i + 1:
        return None
    start = who.left_edge.i
    if start and doc[start - 1].text != ",":
        return None
    if who.lower_ in _PRONOUNS:
        return str(who.text)
    words = doc[start : who.right_edge.i + 1]
    simple = doc[start].pos_ in {"DET", "NUM"} or doc[start].lower_ == "l’"
    inside = {token.lower_ for token in words}
    if not simple or inside & {",", "qui", "que", "dont", "où", "aucun", "aucune", "nul", "nulle"}:
        return None
    if anatomy.length(words.text) > _LONGEST_SUBJECT or who.pos_ not in {"NOUN", "PROPN"}:
        return None
    return anatomy.lowered(doc, who, words.text)


def _between(doc: Any, start: int, end: int) -> tuple[list[str], list[str] | None]:
    """Adverbs next to the participle, then what stands before « par »."""
    near: list[str] = []
    while start < end and _ADVERB.match(doc[start].lower_):
        near.append(doc[start].text)
        start += 1
    words = doc[start:end]
    if any(t.is_punct or t.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ", "PRON"} for t in words):
        return near, None
    if len(words) > _LONGEST_MIDDLE:
        return near, None
    locution = _LOCUTION.match(words.text)
    if locution:
        near.append(locution[0])
    left = words.text[locution.end() :].strip() if locution else words.text
    return near, [left] if left else []


def _agent_end(doc: Any, by: Any, agent: Any) -> int | None:
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


def _doubt(subject: str, named: str, rest: str) -> bool:
    """A quantity with an agent that is not one, a pronoun or an open mark further on."""
    if _EACH.match(subject) and re.match(r"(?:une?|des)\b", named):
        return True
    if set(re.findall(r"[\w-]+", rest.lower())) & _REFERRING:
        return True
    return ":" in rest or bool(_AGAIN.search(rest)) or bool(_AGAIN.search(named))
