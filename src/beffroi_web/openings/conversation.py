"""A conversation of another tool with the language model: what it asks, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from beffroi.drafting.relay import Dressed, dress, relay
from beffroi.errors import EmptyText, ModelUnavailable, TooLarge, UnknownName
from beffroi.llm.types import ChatModel, Chunk, JsonSchema, Message, Role
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.openings.errors import BadCall
from beffroi_web.openings.models import Key

#: The name that always means the model of the authority, whichever it is today.
ALIAS = "beffroi"
#: Characters of all the messages together.
LONGEST = 400_000
#: Length of an answer when the tool does not say, in tokens.
ANSWER = 1024
ROLES: Mapping[str, Role] = {
    "system": "system",
    "developer": "system",
    "user": "user",
    "assistant": "assistant",
}
#: What is passed on or has an effect; anything else is named in the answer's header.
KNOWN = frozenset(
    "model messages stream stream_options temperature max_tokens max_completion_tokens stop "
    "response_format n tools functions modalities audio logprobs".split()
)
NOT_DONE: Mapping[str, str] = {
    "tools": "Cette passerelle ne transmet pas d’outils au modèle.",
    "functions": "Cette passerelle ne transmet pas d’outils au modèle.",
    "audio": "Cette passerelle ne rend que du texte.",
    "logprobs": "Cette passerelle ne rend pas les probabilités.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversation:
    """What will be asked. ``ignored`` names the settings that are not passed on."""

    model: ChatModel
    dressed: Dressed
    temperature: float
    max_tokens: int
    stop: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    usage_wanted: bool = field(default=False)

    def chunks(self) -> Iterator[Chunk]:
        return relay(
            self.dressed,
            model=self.model,
            temperature=self.temperature,
            max_tokens=self.max_tokens,
            stop=self.stop,
        )


def prepared(key: Key, asked: Mapping[str, Any]) -> Conversation:
    """The conversation, masked for the model of the authority of ``key``.

    Raises :class:`BadCall`, :class:`UnknownName`, ``ModelUnavailable`` or ``PolicyRefused``.
    """
    _refuse_what_is_not_done(asked)
    messages = [_message(item) for item in asked["messages"]]
    if sum(len(message.content) for message in messages) > LONGEST:
        raise TooLarge
    if not any(message.content.strip() for message in messages):
        raise EmptyText
    schema = _schema(asked.get("response_format") or {})
    model = chosen(key, asked["model"])
    house = key.collectivite
    return Conversation(
        model=model,
        dressed=dress(
            messages,
            model=model,
            policy=policy_of(house),
            data_class=cast(Any, key.data_class),
            schema=schema,
            lists=lists_of(house),
        ),
        temperature=float(asked.get("temperature") or 0.0),
        max_tokens=_room(asked, model),
        stop=_stops(asked.get("stop")),
        ignored=ignored(asked),
        usage_wanted=bool((asked.get("stream_options") or {}).get("include_usage")),
    )


def chosen(key: Key, name: str) -> ChatModel:
    """The model of the authority, if that is the one asked for."""
    model = model_for(key.collectivite, owner=key.reference)
    if model is None:
        raise ModelUnavailable(next_step="Votre collectivité travaille sans modèle de langage.")
    if name not in (ALIAS, model.info.name):
        raise UnknownName(
            f"Aucun modèle de langage ne s’appelle « {name[:80]} ».",
            next_step=f"Demandez « {ALIAS} » ou « {model.info.name} ».",
        )
    return model


def ignored(asked: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the settings that have no effect, fit for a header."""
    names = (name for name in asked if name not in KNOWN and asked[name] is not None)
    return tuple(sorted(name for name in names if re.fullmatch(r"[a-z_]{1,40}", name)))


def _refuse_what_is_not_done(asked: Mapping[str, Any]) -> None:
    for name, sentence in NOT_DONE.items():
        if asked.get(name):
            raise BadCall(sentence)
    if asked.get("n") not in (None, 1):
        raise BadCall("Cette passerelle rend une seule réponse à la fois.")
    if set(asked.get("modalities") or ["text"]) != {"text"}:
        raise BadCall(NOT_DONE["audio"])


def _message(item: Mapping[str, Any]) -> Message:
    role = ROLES.get(item["role"])
    if role is None or item.get("tool_calls"):
        raise BadCall(NOT_DONE["tools"])
    return Message(role=role, content=_text(item.get("content")))


def _text(content: Any) -> str:
    if content is None or isinstance(content, str):
        return content or ""
    parts = [part.get("text") for part in content if part.get("type") == "text"]
    if len(parts) != len(content) or not all(isinstance(part, str) for part in parts):
        raise BadCall("Cette passerelle ne lit que du texte : ni image, ni son, ni fichier.")
    return "\n".join(parts)


def _schema(wanted: Mapping[str, Any]) -> JsonSchema | None:
    kind = wanted.get("type", "text")
    if kind == "text":
        return None
    if kind == "json_object":
        return {"type": "object"}
    schema = (wanted.get("json_schema") or {}).get("schema")
    if kind != "json_schema" or not isinstance(schema, Mapping):
        raise BadCall("Le champ « response_format » ne se lit pas.")
    _require_sound(schema)
    return schema


def _require_sound(schema: Mapping[str, Any]) -> None:
    """A schema that points elsewhere would make this machine fetch an address."""
    from jsonschema import Draft202012Validator, SchemaError

    if any(not reference.startswith("#") for reference in _references(schema)):
        raise BadCall("Un schéma ne peut renvoyer qu’à lui-même (« #/… »).")
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        raise BadCall(
            "Le schéma de « response_format » est mal formé.", detail=error.message[:200]
        ) from error


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            if name in ("$ref", "$dynamicRef", "$schema") and isinstance(item, str):
                if name != "$schema":
                    yield item
            else:
                yield from _references(item)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from _references(item)


def _room(asked: Mapping[str, Any], model: ChatModel) -> int:
    wanted = asked.get("max_completion_tokens") or asked.get("max_tokens") or ANSWER
    return max(1, min(int(wanted), model.info.context_tokens))


def _stops(stop: str | list[str] | None) -> tuple[str, ...]:
    return (stop,) if isinstance(stop, str) else tuple(stop or ())
