"""What an assistant of an authority does not treat, by rule, with a courteous answer.

Insults, politics, advice on a personal case before a court, medicine, the data of other people,
things to be done in somebody's place, its own instructions, and what has nothing to do with the
authority. Read over :func:`beffroi.assistants.spoken.spoken` text.
"""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.assistants.assistant import Assistant
from beffroi.assistants.expressions import patterns
from beffroi.assistants.spoken import spoken

_NB = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """``kind`` is a stable name; ``answer`` is the French sentence that is said."""

    kind: str
    answer: str


_ANSWERS: dict[str, str] = {
    "insulte": "Je comprends que la situation puisse agacer. Je peux vous aider si vous me dites "
    "ce dont vous avez besoin.",
    "politique": "Je ne donne pas d’avis sur les élus, les partis ou les choix politiques. Je peux "
    "vous dire ce que contiennent les documents de la collectivité.",
    "juridique": "Je ne peux pas donner de conseil sur une affaire personnelle. Un point-justice, "
    "un conciliateur de justice ou un avocat vous renseignera, souvent gratuitement.",
    "medical": "Je ne peux pas donner d’avis médical. Adressez-vous à votre médecin ou à votre "
    f"pharmacien{_NB}; la nuit et le week-end, appelez le 116{_NB}117.",
    "donnees": "Je ne donne aucune information sur une autre personne.",
    "action": "Je ne peux rien faire à votre place"
    f"{_NB}: je donne seulement des renseignements. Demandez-moi comment faire, ou adressez-vous "
    "au service.",
    "consignes": "Je ne peux pas répondre à cette demande. Posez-moi une question sur les services "
    "ou les démarches.",
    "hors_sujet": "Cette demande n’entre pas dans mon rôle"
    f"{_NB}: je réponds aux questions sur la collectivité, d’après ses documents.",
}


def limit(question: str, assistant: Assistant) -> Limit | None:
    """The limit that ``question`` meets, or ``None``. The assistant's own subjects come first."""
    said = spoken(question)
    for own in assistant.forbidden:
        if any(spoken(word) in said for word in own.words):
            return Limit(kind="interdit", answer=own.answer)
    for kind, pattern in patterns("limites", whole_words=False).items():
        if pattern.search(said):
            return Limit(kind=kind, answer=_ANSWERS[kind])
    return None
