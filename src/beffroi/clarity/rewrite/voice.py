"""« La carte est délivrée par le maire. » → « Le maire délivre la carte. »

Only when the sentence names who acts: a person, an office or a body, just after « par ». The
tense and the person of the verb come from Lexique; a negation, a doubt on what belongs to whom,
or a pronoun that could then stand for somebody else, and the sentence stays as it is.
Reference: RLS « préférer la voix active »; European easy-to-read rules, sentences, rule 5.
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.grammar import begins_with_vowel, form, gender
from beffroi.clarity.rewrite.split.parse import parsed
from beffroi.clarity.rewrite.types import Applied
from beffroi.clarity.rewrite.voice_parts import Passive, passive
from beffroi.french import capitalised, plain_spaces

RULE = "voix_active"
REASON = "Dire d’abord qui agit : la phrase est plus directe."

_LIKELY = re.compile(r"\b(?:est|sont|ser\w+|été|être|étai\w+)\b.{2,120}?\bpar\b")
_CLITICS = {"il": "le", "elle": "la", "ils": "les", "elles": "les", "vous": "vous", "nous": "nous"}
#: A next sentence that begins so speaks of the subject of this one.
_REFERS = re.compile(
    r"(?:- )?(?:Ils?|Elles?|Celui|Celle|Ceux|Ces? derni|Cette derni|(?:\w+,? )?(?:ils?|elles?)\b)"
)


def activate(sentence: str, *, follows: str | None) -> tuple[str, tuple[Applied, ...]]:
    """``sentence`` in the active voice when it names its agent, else as it was.

    ``follows``: what comes next, ``None`` when it is not known. Raises
    :class:`beffroi.errors.InstallError` when the grammar model is absent.
    """
    if "\n" in sentence or not _LIKELY.search(sentence):
        return sentence, ()
    doc = parsed(plain_spaces(sentence))
    found = passive(doc)
    if found is None or (_referred(follows) and not _distinct(found)):
        return sentence, ()
    verb = _verb(found)
    if verb is None:
        return sentence, ()
    new = _written(doc, found, verb)
    return new, (Applied(rule=RULE, reason=REASON, before=sentence, after=new),)


def _referred(follows: str | None) -> bool:
    return follows is None or bool(_REFERS.match(follows.strip()))


def _distinct(found: Passive) -> bool:
    """Whether no pronoun could take the agent for the subject."""
    if found.pronoun:
        return True
    if found.agent_plural != found.subject_plural:
        return True
    first, second = gender(found.agent.text), gender(found.subject.text)
    return first is not None and second is not None and first != second


def _verb(found: Passive) -> tuple[str, str] | None:
    """The conjugated word and what follows it: « délivre », « » ; « a », « délivré »."""
    person = "3p" if found.agent_plural else "3s"
    if found.modal is not None:
        conjugated = form(found.modal, f"{found.tense}:{person}")
        return (conjugated, found.verb) if conjugated else None
    if found.compound:
        conjugated = form("avoir", f"{found.tense}:{person}")
        said = found.participle if found.pronoun else form(found.verb, "par:pas:ms")
        return (conjugated, said) if conjugated and said else None
    conjugated = form(found.verb, f"{found.tense}:{person}")
    return (conjugated, "") if conjugated else None


def _written(doc: Any, found: Passive, verb: tuple[str, str]) -> str:
    conjugated, said = verb
    words = [found.agent_text]
    clitic = _CLITICS[found.pronoun] if found.pronoun else ""
    if clitic and found.modal is None:
        words.append(_joined(clitic, conjugated))
    else:
        words.append(conjugated)
    words += found.adverbs
    if said:
        words.append(_joined(clitic, said) if clitic and found.modal else said)
    words += found.near
    if not found.pronoun:
        words.append(found.subject_text)
    words += found.middle
    core = " ".join(words)
    if found.front:
        core = f"{found.front} {core}"
    rest = found.rest
    space = "" if not rest or re.match(r"[,.;:]", rest) else " "
    return capitalised(re.sub(r" (?=[,.])", "", f"{core}{space}{rest}"))


def _joined(clitic: str, verb: str) -> str:
    if clitic in {"le", "la"} and begins_with_vowel(verb):
        return f"l’{verb}"
    return f"{clitic} {verb}"
