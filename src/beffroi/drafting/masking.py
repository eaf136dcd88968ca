"""The seam to :mod:`beffroi.privacy`: one table for a request, the same token everywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from beffroi.llm.types import Message
from beffroi.privacy import (
    NO_LISTS,
    Lists,
    Masked,
    StreamRestorer,
    Table,
    detect_all,
    mask_all,
    restore,
)


class Restorer(Protocol):
    """Gives names back in an answer cut anywhere; holds back what may be half a token."""

    def feed(self, piece: str) -> str: ...
    def flush(self) -> str: ...


class Mask(Protocol):
    """How what is said to a model, and what it says, is dressed and undressed."""

    @property
    def counts(self) -> Mapping[str, int]: ...
    def hide(self, text: str) -> str: ...
    def restore(self, text: str) -> str: ...
    def streamed(self) -> Restorer: ...


class Clear:
    """Nothing is masked: the model is on this machine, or its place may receive the data."""

    counts: Mapping[str, int] = {}

    def hide(self, text: str) -> str:
        return text

    def restore(self, text: str) -> str:
        return text

    def streamed(self) -> Restorer:
        return _Through()


class _Through:
    def feed(self, piece: str) -> str:
        return piece

    def flush(self) -> str:
        return ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tokens:
    """Personal data become tokens, under one table. Made by :func:`mask_texts`.

    ``known`` holds what was found, the longest first, with its token.
    """

    known: tuple[tuple[str, str], ...]
    table: Table
    counts: Mapping[str, int]

    def hide(self, text: str) -> str:
        """``text`` with the tokens of the table in place of what they stand for.

        A text that is a part of what was found (the surname alone, as a fact to keep) is its token.
        """
        part = rf"(?<!\w){re.escape(text.strip())}(?!\w)"
        if re.search(r"[^\W\d_]{3}|\d{4}", text) and len(text) < 80:
            whole = next((token for words, token in self.known if re.search(part, words)), None)
            if whole is not None:
                return whole
        for words, token in self.known:
            pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
            text = re.sub(pattern, lambda _, token=token: token, text)  # type: ignore[misc]
        return text

    def restore(self, text: str) -> str:
        return restore(text, self.table).text

    def streamed(self) -> Restorer:
        return _Streamed(self.table)


class _Streamed:
    def __init__(self, table: Table) -> None:
        self._restorer = StreamRestorer(table)

    def feed(self, piece: str) -> str:
        return self._restorer.feed(piece)

    def flush(self) -> str:
        return self._restorer.flush().text


def mask_texts(
    texts: Sequence[str], *, beside: Sequence[str] = (), lists: Lists = NO_LISTS
) -> Tokens:
    """The tokens of everything that will be said to the model in one request.

    ``beside`` is said too, and is not the person’s: instruction and examples, which an authority
    may have written with names; what is found there is masked and not counted. ``lists`` are the
    collectivité’s.
    """
    found = [*detect_all(texts, lists=lists), *detect_all(beside, lists=lists)]
    masked = mask_all([*texts, *beside], mentions=found)
    known = {item.mention.text: item.token for each in masked for item in each.placed}
    return Tokens(
        known=tuple(sorted(known.items(), key=lambda pair: -len(pair[0]))),
        table=masked[0].table if masked else Table(),
        counts=counts_of(masked[: len(texts)]),
    )


def hidden(mask: Mask, messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages as the model may read them: everything that leaves is masked."""
    return tuple(replace(one, content=mask.hide(one.content)) for one in messages)


def counts_of(masked: Sequence[Masked]) -> dict[str, int]:
    """Distinct entities of each kind, over all the texts."""
    kinds = {item.entity: item.mention.kind for each in masked for item in each.placed}
    return {kind: list(kinds.values()).count(kind) for kind in sorted(set(kinds.values()))}
