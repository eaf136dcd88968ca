"""``/v1``: the language model of the authority for any tool that speaks as OpenAI does.

Shapes are those of the public reference of OpenAI, as its own Python client reads them.
"""

from __future__ import annotations

import base64
import json
import secrets
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from typing import Any, cast

from django.http import HttpResponse, StreamingHttpResponse

from beffroi.errors import BeffroiError, ModelError, UnknownName
from beffroi.llm.types import Chunk, Completion
from beffroi_web.llm.choose import model_for
from beffroi_web.openings import actions
from beffroi_web.openings.answers import Unforeseen, by_key, said, status_of, with_headers
from beffroi_web.openings.checked import body
from beffroi_web.openings.conversation import ALIAS, Conversation, ignored, prepared
from beffroi_web.openings.errors import BadCall
from beffroi_web.openings.models import Key

#: Width of the vectors of the embedded encoder.
WIDTH = 512
IGNORED = "X-Beffroi-Ignore"
#: Seconds between two looks at the key of an answer under way.
LOOK_AGAIN = 1.0
Asked = Mapping[str, Any]


def error_row(error: BeffroiError) -> dict[str, Any]:
    status = status_of(error)
    kind = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}.get(
        status, "invalid_request_error" if status < 500 else "server_error"
    )
    return {
        "error": {"message": error.sentence, "type": kind, "param": None, "code": error.code},
    }


def refused(error: BeffroiError) -> HttpResponse:
    return with_headers(said(error_row(error), status=status_of(error)), error)


@by_key(
    "passerelle.modeles", scope="modele", method="GET", refusal=refused, read=lambda request: {}
)
def models(key: Key, asked: Asked) -> HttpResponse:
    from beffroi.embedding.local import LocalEmbedder

    model = model_for(key.collectivite, owner=key.reference)
    names = [ALIAS, model.info.name] if model else []
    rows = [
        {"id": name, "object": "model", "created": 0, "owned_by": "beffroi"}
        for name in (*names, LocalEmbedder().name)
    ]
    return said({"object": "list", "data": rows})


@by_key(
    "passerelle.conversation", scope="modele", refusal=refused, read=body("DemandeConversation")
)
def chat(key: Key, asked: Asked) -> HttpResponse:
    conversation = prepared(key, asked)
    if conversation.dressed.counts:
        actions.note(key, "confidentialite.masque", dict(conversation.dressed.counts))
    if asked["stream"]:
        answer: HttpResponse = cast(HttpResponse, _streamed(key, conversation))
    else:
        answer = _whole(key, conversation)
    if conversation.ignored:
        answer[IGNORED] = ", ".join(conversation.ignored)
    return answer


def _whole(key: Key, conversation: Conversation) -> HttpResponse:
    last: Completion | None = None
    try:
        for chunk in conversation.chunks():
            last = chunk.completion or last
    except ModelError as error:
        _note_failure(key, conversation, error)
        raise
    assert last is not None
    _note(key, conversation)
    message = {"role": "assistant", "content": last.text, "refusal": None}
    choice = {
        "index": 0,
        "message": message,
        "finish_reason": _reason(last),
        "logprobs": None,
    }
    head = _head("chat.completion", conversation)
    return said({**head, "choices": [choice], "usage": _usage(last)})


def _streamed(key: Key, conversation: Conversation) -> StreamingHttpResponse:
    """The first piece is awaited, so that a model that refuses gives an error and not a stream."""
    chunks = cast(Generator[Chunk, None, None], conversation.chunks())
    try:
        first = next(chunks)
    except ModelError as error:
        _note_failure(key, conversation, error)
        raise
    answer = StreamingHttpResponse(
        _events(key, conversation, first, chunks), content_type="text/event-stream"
    )
    answer["Cache-Control"] = "no-store"
    answer["X-Accel-Buffering"] = "no"
    return answer


def _events(
    key: Key, conversation: Conversation, first: Chunk, chunks: Generator[Chunk, None, None]
) -> Generator[str, None, None]:
    head = _head("chat.completion.chunk", conversation)
    try:
        with closing(chunks):
            yield _event({**head, "choices": [_delta({"role": "assistant", "content": ""})]})
            yield from _pieces(conversation, head, first)
            for chunk in _while_open(key, chunks):
                yield from _pieces(conversation, head, chunk)
        _note(key, conversation)
        yield "data: [DONE]\n\n"
    except BeffroiError as error:
        _note_failure(key, conversation, error)
        yield _event(error_row(error))
    except GeneratorExit:  # the tool went away: the model is stopped, and was called all the same
        _note(key, conversation)
        raise
    except Exception:
        _note_failure(key, conversation, Unforeseen())
        yield _event(error_row(Unforeseen()))
        raise


def _while_open(key: Key, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """The chunks, until the key is revoked: it is looked at again every :data:`LOOK_AGAIN`."""
    looked = time.monotonic()
    for chunk in chunks:
        if time.monotonic() - looked >= LOOK_AGAIN:
            actions.require_open(key)
            looked = time.monotonic()
        yield chunk


def _pieces(
    conversation: Conversation, head: Mapping[str, Any], chunk: Chunk
) -> Generator[str, None, None]:
    if chunk.completion is not None:
        reason = _reason(chunk.completion)
        yield _event({**head, "choices": [_delta({}, reason)]})
        if conversation.usage_wanted:
            yield _event({**head, "choices": [], "usage": _usage(chunk.completion)})
    elif chunk.text:
        yield _event({**head, "choices": [_delta({"content": chunk.text})]})
    else:  # a comment keeps the line alive while the model reads, or serves others
        yield f": rang {chunk.wait.position}\n\n" if chunk.wait else ": le modèle lit\n\n"


def _event(content: Mapping[str, Any]) -> str:
    return f"data: {json.dumps(content, ensure_ascii=False)}\n\n"


def _delta(content: Mapping[str, str], reason: str | None = None) -> dict[str, Any]:
    return {"index": 0, "delta": dict(content), "finish_reason": reason, "logprobs": None}


def _head(kind: str, conversation: Conversation) -> dict[str, Any]:
    return {
        "id": f"chatcmpl-{secrets.token_hex(12)}",
        "object": kind,
        "created": int(time.time()),
        "model": conversation.model.info.name,
    }


def _reason(completion: Completion) -> str:
    return "length" if completion.finish == "longueur" else "stop"


def _usage(completion: Completion) -> dict[str, int] | None:
    """``None`` when the model did not say: a figure is never invented."""
    asked, written = completion.prompt_tokens, completion.completion_tokens
    if asked is None or written is None:
        return None
    return {"prompt_tokens": asked, "completion_tokens": written, "total_tokens": asked + written}


def _note(key: Key, conversation: Conversation) -> None:
    info = conversation.model.info
    actions.note(key, "modele.appel", {"modele": info.name[:200], "lieu": info.place})


def _note_failure(key: Key, conversation: Conversation, error: BeffroiError) -> None:
    details = {"code": error.code, "modele": conversation.model.info.name[:200]}
    actions.note(key, "modele.echec", details)


@by_key("passerelle.vecteurs", scope="modele", refusal=refused, read=body("DemandeVecteurs"))
def embeddings(key: Key, asked: Asked) -> HttpResponse:
    from beffroi.embedding.local import LocalEmbedder

    embedder = LocalEmbedder()
    if asked["model"] not in (ALIAS, embedder.name):
        raise UnknownName(
            f"Aucun modèle de vecteurs ne s’appelle « {asked['model'][:80]} ».",
            next_step=f"Demandez « {ALIAS} » ou « {embedder.name} ».",
        )
    if asked.get("dimensions") not in (None, WIDTH):
        raise BadCall(f"Les vecteurs ont {WIDTH} dimensions.")
    texts = [asked["input"]] if isinstance(asked["input"], str) else list(asked["input"])
    rows = embedder.embed(texts)
    as_text = asked["encoding_format"] == "base64"
    data = [
        {
            "object": "embedding",
            "index": index,
            "embedding": base64.b64encode(row.tobytes()).decode() if as_text else row.tolist(),
        }
        for index, row in enumerate(rows)
    ]
    words = sum(len(text.split()) for text in texts)
    answer = said(
        {
            "object": "list",
            "data": data,
            "model": embedder.name,
            "usage": {"prompt_tokens": words, "total_tokens": words},
        }
    )
    left = [name for name in ignored(asked) if name not in _EMBEDDING_FIELDS]
    if left:
        answer[IGNORED] = ", ".join(left)
    return answer


_EMBEDDING_FIELDS = ("input", "encoding_format", "dimensions")
