"""The layout of a draft in easy language: one sentence a line, and its warning.

Inclusion Europe, « L’information pour tous, règles européennes pour une information facile à lire
et à comprendre »: a sentence begins on a new line; letters of 14 points at least; text to the
left; no word cut at the end of a line; pictures beside the text; people concerned proof-read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from beffroi.documents.blocks import Block, Heading, Run, Runs, Table, plain

MENTION = "Brouillon FALC à faire relire par des personnes concernées"
#: Points; above the 14 of the rule, so that a smaller print still holds it.
TEXT_SIZE = 15


def one_sentence_a_line(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a line break between the sentences of each paragraph, item or quotation."""
    return tuple(
        block
        if isinstance(block, Heading | Table)
        else replace(block, runs=_with_breaks(block.runs))
        for block in blocks
    )


def _with_breaks(runs: Runs) -> Runs:
    from beffroi.french.sentences import sentences

    text = plain(runs)
    ends = [span.end for span in sentences(text)][:-1]
    return tuple(_cut(runs, ends)) or runs


def _cut(runs: Runs, ends: list[int]) -> Iterator[Run]:
    """``runs`` with a line break at each place of ``ends``, in place of the blank that is there."""
    position = 0
    for run in runs:
        here = [end - position for end in ends if 0 < end - position <= len(run.text)]
        edges = [0, *here, len(run.text)]
        pieces = [run.text[start:end] for start, end in pairwise(edges)]
        first = pieces[0] if position not in ends else pieces[0].lstrip(" \n")
        yield replace(run, text="\n".join([first, *(piece.lstrip(" \n") for piece in pieces[1:])]))
        position += len(run.text)
