"""What is asked of a model, and nothing else: to name themes, and to word what they say.

The instruction and its example come first and never change, so that an engine keeps them in its
cache; the passages come last, fenced as data. Answers are JSON of a given shape.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from beffroi.consultation.parse import Named, Source, Worded, named, worded
from beffroi.drafting.ask import whole
from beffroi.drafting.masking import Mask
from beffroi.llm.types import ChatModel, JsonSchema, Message
from beffroi.prompts import Prompt, fence, load_prompt

#: Characters of a passage that a model reads, and room for one title and its sentence (tokens).
READ, ANSWER = 180, 110


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """What a model is told of a theme: its own words, and passages that show it."""

    id: str
    words: tuple[str, ...]
    passages: tuple[str, ...]
    title: str = ""
    minority: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A model, how what it reads is masked, and how the person stops it."""

    model: ChatModel
    mask: Mask
    stop: Callable[[], bool]


def name(reader: Reader, groups: Sequence[Group], *, question: str) -> dict[str, Named]:
    """Group id → a title and a sentence, verified; a group whose answer is refused is left out.

    One call. Raises :class:`beffroi.errors.ModelError` and :class:`beffroi.errors.Stopped`.
    """
    keys = {f"g{place}": group for place, group in enumerate(groups, start=1)}
    lines = [f"Question : {question}"]
    for key, group in keys.items():
        lines.append(f"{key}. Titre provisoire : {group.title}")
        lines.append(f"Mots fréquents : {', '.join(group.words[:5])}")
        lines += [f"- {_short(reader, passage)}" for passage in group.passages]
    answer = _answer(reader, "nommer", lines, _names(list(keys)), ANSWER * len(keys))
    return named(answer, keys_of={key: _source(group) for key, group in keys.items()})


def word(reader: Reader, group: Group) -> Worded:
    """What a theme says, in plain sentences, verified. One call; raises as :func:`name`."""
    lines = [f"Thème : {group.title}"]
    lines += [f"- {_short(reader, passage)}" for passage in group.passages]
    lines += [f"- (avis minoritaire) {_short(reader, passage)}" for passage in group.minority]
    answer = _answer(reader, "resumer", lines, _SENTENCES, 2 * ANSWER)
    minority = Source(id=group.id, passages=group.minority) if group.minority else None
    return worded(answer, _source(group), minority)


def _source(group: Group) -> Source:
    return Source(id=group.id, passages=(*group.passages, group.title), words=group.words)


@cache
def prompt(file: str) -> Prompt:
    """The instruction of that name, read once."""
    return load_prompt(Path(__file__).parent / "prompts" / f"{file}.md")


def _answer(
    reader: Reader, file: str, lines: Sequence[str], schema: JsonSchema, max_tokens: int
) -> str:
    hidden = reader.mask.hide(fence("\n".join(lines)))
    messages = (
        Message(role="system", content=prompt(file).body),
        Message(role="user", content=hidden),
    )
    said = whole(reader.model, messages, max_tokens=max_tokens, stop=reader.stop, schema=schema)
    return reader.mask.restore(said.text)


def _short(reader: Reader, passage: str) -> str:
    """Masked before it is cut: half a telephone number would be recognised by nobody."""
    flat = " ".join(reader.mask.hide(passage).split())
    return flat if len(flat) <= READ else f"{flat[:READ].rsplit(' ', 1)[0]}…"


def _object(parts: Mapping[str, Any]) -> JsonSchema:
    return {
        "type": "object",
        "properties": dict(parts),
        "required": list(parts),
        "additionalProperties": False,
    }


def _text(most: int) -> JsonSchema:
    return {"type": "string", "maxLength": most}


def _names(keys: Sequence[str]) -> JsonSchema:
    one = _object({"titre": _text(80), "description": _text(240)})
    return _object(dict.fromkeys(keys, one))


_SENTENCES = _object({"majorite": _text(320), "minorite": _text(240)})
