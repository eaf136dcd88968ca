"""Lines of PDF pages → titles, list items and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median

from beffroi.documents.assemble import Part
from beffroi.documents.headings import title_level
from beffroi.documents.readers.pdf_lines import Line

_ITEM = re.compile(r"((?:[-–—•‣▪◦●○■□➢✓·\uf0b7\uf0a7]|\d{1,2}[.)°]|\d{1,2}°?\)|[a-z]\))\s+)(?=\S)")
_END = (".", ";", ":", "!", "?", "»", "…")
_LONGEST_TITLE = 160
#: Beyond this part of the usual step between two lines, a blank space separates paragraphs.
_GAP = 1.3
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")


def parts_of(pages: Sequence[Sequence[Line]]) -> list[Part]:
    """The passages of a document, each with the page where it begins."""
    lines = list(chain.from_iterable(pages))
    if not lines:
        return []
    body = _body_size(lines)
    step = _usual_step(lines, body)
    edge = _right_edges(lines)
    compounds = {w.lower() for line in lines for w in _HYPHENATED.findall(line.text)}
    groups = _groups(lines, step, edge)
    levels = _title_levels(groups, body)
    return [_part(group, levels, compounds) for group in groups]


def _body_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _usual_step(lines: Sequence[Line], body: float) -> float:
    """The usual distance from a line of the body to the next, in points."""
    steps = [
        before.base - after.base
        for before, after in pairwise(lines)
        if before.page == after.page
        and abs(before.size - body) < 0.6
        and abs(after.size - body) < 0.6
    ]
    usual = [step for step in steps if 0 < step < 2.5 * body]
    # Low rather than middle: a document of short paragraphs has as many gaps as steps.
    return median(sorted(usual)[: max(1, len(usual) * 2 // 3)]) if usual else body * 1.2


def _right_edges(lines: Iterable[Line]) -> dict[int, float]:
    edges: dict[int, float] = {}
    for line in lines:
        edges[line.page] = max(edges.get(line.page, 0.0), line.right)
    return edges


def _groups(lines: Sequence[Line], step: float, edges: dict[int, float]) -> list[list[Line]]:
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, step, edges):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(before: Line, line: Line, step: float, edges: dict[int, float]) -> bool:
    """Whether ``line`` is the same paragraph as the line before it."""
    if before.hyphen:
        return True
    if abs(before.size - line.size) > 0.6 or before.bold != line.bold or _ITEM.match(line.text):
        return False
    starts_low = line.text[:1].islower()
    if before.page != line.page or line.base > before.base + 1:
        return starts_low and not before.text.endswith(_END)
    if before.base - line.base > _GAP * max(step, before.size):
        return False
    full = before.right > edges[before.page] - 0.16 * (edges[before.page] - before.left)
    if title_level(line.text) or (title_level(before.text) and not full):
        return False
    return full or (starts_low and not before.text.endswith(_END))


def _title_levels(groups: Iterable[list[Line]], body: float) -> dict[tuple[float, bool], int]:
    """(size, bold) → level 1 to 6, for what is larger than the body or bold and short."""
    kinds = {
        (group[0].size, group[0].bold)
        for group in groups
        if _may_be_title(group) and (group[0].size >= body + 1 or group[0].bold)
        if group[0].size >= body - 0.5
    }
    ranked = sorted(kinds, reverse=True)
    return {kind: min(rank, 6) for rank, kind in enumerate(ranked, start=1)}


def _may_be_title(group: list[Line]) -> bool:
    length = sum(len(line.text) for line in group)
    return length <= _LONGEST_TITLE and not group[-1].text.endswith((".", ";", ","))


def _part(group: list[Line], levels: dict[tuple[float, bool], int], compounds: set[str]) -> Part:
    text, page = _joined(group, compounds), group[0].page
    level = levels.get((group[0].size, group[0].bold)) if _may_be_title(group) else None
    if level or (level := title_level(text)):
        return Part(text=text, kind="titre", level=level, page=page)
    if item := _ITEM.match(text):
        mark = item[1].strip()
        marker = f"{mark} " if mark[0].isalnum() else "- "
        return Part(text=text[item.end() :], kind="element", marker=marker, page=page)
    return Part(text=text, page=page)


def _joined(group: Sequence[Line], compounds: set[str]) -> str:
    return "".join(_pieces(group, compounds))


def _pieces(group: Sequence[Line], compounds: set[str]) -> Iterator[str]:
    for line, after in pairwise(group):
        yield line.text
        if line.hyphen:
            yield "-" if _is_compound(line.text, after.text, compounds) else ""
        elif not _breaks_at_hyphen(line.text, after.text):
            yield " "
    yield group[-1].text


def _breaks_at_hyphen(before: str, after: str) -> bool:
    """Whether a compound word is cut at its own hyphen (« Saint-⏎Denis »)."""
    return bool(re.search(r"\w[-\u2011]$", before)) and after[:1].isalnum()


def _is_compound(before: str, after: str, compounds: set[str]) -> bool:
    """Whether the hyphen at the end of a line belongs to the word (« procès-verbal »).

    It does when the whole word is found hyphenated elsewhere in the document, before a capital
    or a digit, and before the pronouns that follow a verb.
    """
    first = re.search(r"[\w-]+$", before)
    rest = re.match(r"[\w-]+", after)
    if first is None or rest is None:
        return True
    word = f"{first[0]}-{rest[0]}".lower()
    pronoun = rest[0].lower() in {"vous", "nous", "il", "elle", "ils", "elles", "on", "ci", "là"}
    return word in compounds or pronoun or not rest[0][0].islower()
