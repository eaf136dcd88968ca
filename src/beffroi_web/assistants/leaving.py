"""What leaves a conversation: a draft to be read and signed, a text for a modèle, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from beffroi.documents import read_text
from beffroi.drafting import Modele
from beffroi_web.assistants.actions import title_of_question
from beffroi_web.assistants.export import plain_text_of, source_text_of
from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.assistants.own import allow, reference
from beffroi_web.clarifier import actions as clarifier
from beffroi_web.clarifier.models import Draft, Source
from beffroi_web.journal import actions as journal
from beffroi_web.modeles.available import shipped

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

#: The modèle whose checks an answer undergoes when it becomes a draft: it may leave out much, but
#: adds nothing to the passages.
DRAFTED_AS = "synthese"


def to_draft(turn: Turn, *, user: User) -> Draft:
    """The answer as a draft to be read and signed, checked against the passages that it cites."""
    conversation = turn.conversation
    allow(user, conversation)
    source = clarifier.give(
        read_text(source_text_of(turn)),
        title=f"Passages cités : {turn.question}"[:200],
        file_name="",
        user=user,
        collectivite=conversation.collectivite,
    )
    modele = shipped()[DRAFTED_AS]
    return clarifier.establish(
        source,
        modele,
        plain_text_of(turn),
        title=title_of_question(turn.question),
        provenance=_provenance(turn, modele),
        user=user,
    )


def to_source(turn: Turn, *, user: User) -> Source:
    """The answer as a text from which a modèle of the assistant goes on."""
    allow(user, turn.conversation)
    return clarifier.give(
        read_text(plain_text_of(turn)),
        title=title_of_question(turn.question),
        file_name="",
        user=user,
        collectivite=turn.conversation.collectivite,
    )


def _provenance(turn: Turn, modele: Modele) -> dict[str, Any]:
    """As the drafts keep it; ``prompt`` is the assistant that answered."""
    return {
        "modele": modele.name,
        "modele_version": modele.version,
        "prompt": turn.reference,
        "source_name": turn.conversation.title,
        "model": turn.model,
        "model_place": turn.place or None,
        "seconds": turn.seconds or 0.0,
        "energy": {"watt_hours": turn.energy, "method": turn.energy_method or "inconnue"},
        "created_at": turn.created_at.isoformat(),
        "author": turn.conversation.owner.name,
        "collectivite": turn.conversation.collectivite.name,
    }


def exported(conversation: Conversation, *, format: str, user: User) -> None:
    """A file leaves the house: the journal says which."""
    allow(user, conversation)
    with transaction.atomic():
        details = {"format": format}
        journal.write(
            conversation.collectivite, user, "assistant.exporte", reference(conversation), details
        )
