"""What is asked of a model: values → messages → answer. The only file here that calls a model.

The prefix (instruction and worked examples) is the same for every sentence of a text, so that the
engine keeps it in its cache; the text itself comes last, fenced as data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import Example, Modele
from beffroi.errors import ModelCutOff, Stopped
from beffroi.llm.types import ChatModel, Chunk, Completion, JsonSchema, Message
from beffroi.prompts import fence, fields_of, render

EXAMPLES = 3
#: Field kinds whose value is long enough to hold instructions: always fenced.
_FENCED = ("document", "texte_long")


def examples_for(modele: Modele, inputs: Inputs) -> tuple[Example, ...]:
    """Three worked examples at most: those written for these choices first."""
    chosen = {name: choice.value for name, choice in inputs.choices.items()}
    fitting = [
        example
        for example in modele.examples
        if all(chosen.get(name) == value for name, value in example.options.items())
    ]
    return tuple(sorted(fitting, key=lambda example: -len(example.options))[:EXAMPLES])


def prefix(modele: Modele, inputs: Inputs) -> tuple[Message, ...]:
    """The instruction and the worked examples, as a conversation that already went well."""
    messages = [Message(role="system", content=_filled(modele.instruction, modele, inputs))]
    for example in examples_for(modele, inputs):
        messages.append(Message(role="user", content=fence(example.given)))
        messages.append(Message(role="assistant", content=example.good))
    return tuple(messages)


def whole_messages(modele: Modele, inputs: Inputs, text: str) -> tuple[Message, ...]:
    """The messages for a whole text. An instruction that places ``$texte`` itself is one message.

    A modèle that is mostly written sentence by sentence has an instruction of its own for this,
    and none of its examples, which are sentences.
    """
    document = modele.document_field
    if modele.whole:
        told = _filled(modele.whole, modele, inputs)
        return (
            Message(role="system", content=told),
            Message(role="user", content=fence(text)),
        )
    if document is not None and document.name in fields_of(modele.instruction):
        return (Message(role="user", content=_filled(modele.instruction, modele, inputs, text)),)
    return (*prefix(modele, inputs), Message(role="user", content=fence(text)))


def sentence_messages(start: Sequence[Message], sentence: str) -> tuple[Message, ...]:
    return (*start, Message(role="user", content=fence(sentence)))


def repair_messages(
    asked: Sequence[Message],
    answer: str,
    missing: Sequence[str],
    added: Sequence[str] = (),
    limits: Sequence[str] = (),
) -> tuple[Message, ...]:
    """The same conversation, with what its answer lost, what it added, what limit it passed."""
    said = list(limits)
    if missing:
        said.append(f"La réponse a perdu : {' ; '.join(missing)}.")
    if added:
        said.append(f"Le texte d’origine ne dit pas : {' ; '.join(added)}.")
    shorter = limits and not missing and not added
    request = "Réécrivez le tout, avec ces éléments mot pour mot, sans rien ajouter."
    if shorter:
        request = "Réécrivez le tout, plus court, sans perdre une date, une heure ni un lieu."
    request = " ".join([*said, request])
    return (
        *asked,
        Message(role="assistant", content=answer),
        Message(role="user", content=request),
    )


def keeping_messages(
    start: Sequence[Message], sentence: str, kept: Sequence[str]
) -> tuple[Message, ...]:
    """The sentence again, with the list of what must come back word for word."""
    return (
        *start,
        Message(
            role="user", content=f"{fence(sentence)}\nÀ garder mot pour mot : {' ; '.join(kept)}."
        ),
    )


def answer_tokens(text: str) -> int:
    """Room for an answer about as long as ``text``: French takes some 3 characters a token."""
    return 64 + len(text) * 2 // 3


def stream(
    model: ChatModel,
    messages: Sequence[Message],
    *,
    max_tokens: int,
    stop: Callable[[], bool],
    schema: JsonSchema | None = None,
) -> Iterator[Chunk]:
    """The model's pieces, greedy. Raises :class:`Stopped` when ``stop()`` turns true, and
    :class:`ModelCutOff` when the stream ends without its last piece."""
    pieces = model.stream(messages, schema=schema, temperature=0.0, max_tokens=max_tokens)
    finished = False
    try:
        for piece in pieces:
            if stop():
                raise Stopped()
            finished = finished or piece.completion is not None
            yield piece
    finally:
        close = getattr(pieces, "close", None)
        if close is not None:
            close()
    if not finished:
        raise ModelCutOff()


def whole(
    model: ChatModel,
    messages: Sequence[Message],
    *,
    max_tokens: int,
    stop: Callable[[], bool],
    schema: JsonSchema | None = None,
) -> Completion:
    """The whole answer; streamed all the same, so that it can be stopped."""
    last: Completion | None = None
    for piece in stream(model, messages, max_tokens=max_tokens, stop=stop, schema=schema):
        last = piece.completion or last
    assert last is not None
    return last


def _filled(body: str, modele: Modele, inputs: Inputs, text: str | None = None) -> str:
    """An instruction with its fields filled; long values are fenced, choices give their words.

    A choice that says nothing leaves no trace: neither a blank nor an empty line."""
    values = {"exemple_entree": "", "exemple_sortie": "", **inputs.values}
    for example in examples_for(modele, inputs)[:1]:
        values |= {"exemple_entree": example.given, "exemple_sortie": example.good}
    for item in modele.fields:
        if item.kind in _FENCED:
            given = text if text is not None and item.kind == "document" else values[item.name]
            values[item.name] = fence(given)
    values |= {name: choice.instruction for name, choice in inputs.choices.items()}
    return render(_without_silent(body, inputs), values)


def _without_silent(body: str, inputs: Inputs) -> str:
    """``body`` without the fields whose choice has no instruction."""
    silent = [name for name, choice in inputs.choices.items() if not choice.instruction]
    if not silent:
        return body
    pattern = re.compile(rf"\$(?:{'|'.join(silent)})\b ?")
    lines = [(line, pattern.sub("", line).rstrip()) for line in body.split("\n")]
    return "\n".join(kept for line, kept in lines if kept or not line.strip())
