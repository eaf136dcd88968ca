"""The parts of a passive sentence with its agent: who undergoes, the verb, who acts, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from beffroi.clarity.rewrite.split import anatomy
from beffroi.clarity.rewrite.voice_agent import agent_end
from beffroi.french.lexicon import lexicon

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
    verb = _lemma(said.lower_)
    if by is None or verb is None or not who.i < said.i < by.i:
        return None
    return _parts(doc, who, said, verb, by, agent)


def _lemma(participle: str) -> str | None:
    """The verb of « étudiées »: Lexique lacks some feminines and plurals."""
    known = lexicon().participles
    return known.get(participle) or known.get(re.sub(r"e?s?$", "", participle))


def _parts(doc: Any, who: Any, said: Any, verb: str, by: Any, agent: Any) -> Passive | None:
    cluster = _cluster(doc, who, said)
    subject = _subject(doc, who, cluster)
    end = agent_end(doc, by, agent)
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


def _doubt(subject: str, named: str, rest: str) -> bool:
    """A quantity with an agent that is not one, a pronoun or an open mark further on."""
    if _EACH.match(subject) and re.match(r"(?:une?|des)\b", named):
        return True
    if set(re.findall(r"[\w-]+", rest.lower())) & _REFERRING:
        return True
    return ":" in rest or bool(_AGAIN.search(rest)) or bool(_AGAIN.search(named))
