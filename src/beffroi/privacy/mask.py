"""Mentions become tokens: one number for each entity, one letter for each way of writing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from beffroi.privacy import tokens
from beffroi.privacy.detect import detect, detect_all
from beffroi.privacy.lists import NO_LISTS, Lists
from beffroi.privacy.register import Register
from beffroi.privacy.types import Masked, Mention, Placed


def mask(
    text: str, *, mentions: Iterable[Mention] | None = None, lists: Lists = NO_LISTS
) -> Masked:
    """``text`` with every personal datum replaced by a token, and the table to restore it.

    ``mentions`` are those that a person has reviewed; without them :func:`detect` finds them.
    They must not overlap (``ValueError``). ``lists`` are the collectivité's own.
    """
    found = detect(text, lists=lists) if mentions is None else tuple(mentions)
    return mask_all([text], mentions=[found])[0]


def mask_all(
    texts: Sequence[str],
    *,
    mentions: Sequence[Sequence[Mention]] | None = None,
    lists: Lists = NO_LISTS,
) -> list[Masked]:
    """Several texts of one request, under one table: the same person bears the same token."""
    every = detect_all(texts, lists=lists) if mentions is None else mentions
    register = Register(literals=frozenset(key for text in texts for key in tokens.alike(text)))
    register.learn(texts, every)
    each = [register.places(text, found) for text, found in zip(texts, every, strict=True)]
    table = register.table()
    return [
        Masked(text=written(text, placed), table=table, placed=placed)
        for text, placed in zip(texts, each, strict=True)
    ]


def written(text: str, placed: Sequence[Placed]) -> str:
    """``text`` with the tokens of ``placed`` in place of what they stand for."""
    parts, end = [], 0
    for item in placed:
        parts += [text[end : item.mention.start], item.token]
        end = item.mention.end
    return "".join((*parts, text[end:]))
