"""A table row is a text where « ‹ › » surround what a recogniser must find, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from beffroi.privacy.overlaps import resolve
from beffroi.privacy.types import Mention


def marked(row: str, find: Callable[[str], Iterable[Mention]]) -> str:
    """``row`` without its marks, marked again where ``find`` finds something."""
    text = re.sub("[‹›]", "", row)
    parts, end = [], 0
    for mention in resolve(find(text)):
        parts += [text[end : mention.start], "‹", mention.text, "›"]
        end = mention.end
    return "".join((*parts, text[end:]))
