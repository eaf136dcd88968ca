"""Items of a list that were typed one after the other in a line: « : - De fixer… ; - D’ouvrir… ».

Only marks that leave no doubt are followed: a dash is also an aside, a range, or part of a name.
"""

from __future__ import annotations

import re

from beffroi.findings import Span

_MARK = re.compile(r"[ \u00a0\n]*(?:[•●▪■➢✓][ \u00a0]*|[-–—][ \u00a0\n]+)(?=\S)")
#: « de fixer », « d’ouvrir », « de les autoriser »: what a deliberation decides.
_DECIDED = re.compile(
    r"(?:de |d[’'])?(?:(?:ne pas |l[ae]s? |lui |leur |l[’'])?[a-zà-ÿ]+(?:er|ir|re|oir)\b)", re.I
)
_BEGINS = re.compile(r"[A-ZÀ-Ý]|\d+ [a-zà-ÿ]{4,}")
_NAMED = 3
_LONGEST_NAME = 6


def inline_items(text: str) -> tuple[Span, ...]:
    """Where the items written inside the line ``text`` stand, without their marks; often none.

    The words before the first span introduce the list; they may be empty when ``text`` itself
    continues a list. Every other word of ``text`` is in one span.
    """
    marks = [mark for mark in _MARK.finditer(text) if mark.start() > 0]
    sure = marks if _all_names(text, marks) else []
    if not sure:
        for mark in marks:
            if _is_sure(text, mark, going=bool(sure)):
                sure.append(mark)
    if not sure:
        return ()
    led = text[: sure[0].start()].rstrip().endswith(":")
    starts = [mark.end() for mark in sure]
    ends = [*[mark.start() for mark in sure[1:]], len(text)]
    items = [Span(start=start, end=end) for start, end in zip(starts, ends, strict=True)]
    if not led:
        items.insert(0, Span(start=0, end=sure[0].start()))
    return tuple(items)


def _is_sure(text: str, mark: re.Match[str], *, going: bool) -> bool:
    """After a colon, a semicolon, with a round mark, before « de » and an infinitive.

    After a comma, or once a list is ``going``, a capital or a count is enough.
    """
    before = text[: mark.start()].rstrip()
    if mark[0].strip(" \u00a0\n") not in {"-", "–", "—"} or before.endswith((":", ";")):
        return True
    decided = _DECIDED.match(text, mark.end())
    if decided and (before.endswith(",") or decided[0][:2].lower() in {"de", "d’", "d'"}):
        return True
    if going and before.endswith(","):
        return True
    begins = bool(_BEGINS.match(text, mark.end()))
    return begins and (going or before.endswith((",", ".")))


def _all_names(text: str, marks: list[re.Match[str]]) -> bool:
    """« Anne ROUX - Luc PETIT - Zoé DURAND »: three short parts at least, all with a capital."""
    if len(marks) < _NAMED - 1:
        return False
    bounds = [0, *[mark.end() for mark in marks]]
    ends = [*[mark.start() for mark in marks], len(text)]
    parts = [text[start:end].strip(" .;,") for start, end in zip(bounds, ends, strict=True)]
    if parts[0].endswith(":"):
        parts = parts[1:]
    return all(part[:1].isupper() and len(part.split()) <= _LONGEST_NAME for part in parts)
