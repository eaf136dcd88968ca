"""« Le dossier comprend le plan, le devis et la notice. » → an introduction and a list.

Three parallel items at least (two when they are long), at the end of the sentence, that begin the
same way. « ou » is kept: it is a fact. « et » goes: a list already says it.
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite import guard
from beffroi.clarity.rewrite.split import anatomy
from beffroi.french.enumerations import inline_items

_ARTICLE = re.compile(r"(?:les?|la|une?|des)[ \u00a0]|l[’']", re.I)
_CLAUSE = re.compile(r"\b(?:qui|que|dont|où)\b|\bqu[’']")
_HOLDS = re.compile(
    r"\b(?:comprend|comprennent|comporte|comportent|contient|contiennent|regroupe|regroupent|réunit"
    r"|réunissent|concerne|concernent|prévoit|prévoient|précise|précisent|indique|indiquent|fixe"
    r"|fixent|mentionne|mentionnent)[ \u00a0](?:notamment[ \u00a0])?"
    r"(?=(?:les?|la|une?|des)[ \u00a0]|l[’'])"
)
_PREPOSITIONS = {
    "d’": "de",
    "d'": "de",
    "de": "de",
    "du": "de",
    "des": "de",
    "à": "à",
    "au": "à",
    "aux": "à",
}


def cut(doc: Any) -> list[str] | None:
    return _already_marked(doc.text) or _after_colon(doc) or _after_verb(doc) or _coordinated(doc)


def _already_marked(text: str) -> list[str] | None:
    """« : - un, - deux » written in one line; a single item is a list too."""
    spans = inline_items(text)
    if not spans or "\n" in text:
        return None
    head = text[: spans[0].start].rstrip(" -–—•\u00a0")
    items = [span.of(text).strip(" ,;.\u00a0") for span in spans]
    if not head.endswith(":") or not all(items) or any(" : " in item for item in items):
        return None
    return [_list(head.rstrip(" :\u00a0"), items, text)]


def _after_colon(doc: Any) -> list[str] | None:
    """« …: a ; b ; c. »."""
    head, colon, tail = doc.text.partition(":")
    items = [item.strip(" .\u00a0") for item in re.split(r"[ \u00a0\u202f]*;[ \u00a0]*", tail)]
    if len(items) == 1:
        items = _by_commas(items[0]) or _announced(head.strip(), items[0])
    if not guard.balanced(head):
        return None
    if not colon or len(items) < 2 or not all(items) or ":" in tail or "«" in tail:
        return None
    items[-1] = re.sub(r"^et ", "", items[-1])
    return [_list(head.rstrip(" \u00a0"), items, doc.text)]


_ANNOUNCED = re.compile(
    r"\b(?:suivante?s?|ci-(?:dessous|après)|existent|cas (?:précis|spécifiques?)|parmi|notamment)"
    r"[ \u00a0]?:$"
)


def _announced(head: str, tail: str) -> list[str]:
    """« les documents suivants : bail, facture, quittance »: the colon announces items."""
    items = re.split(r",[ \u00a0]", tail)
    if not _ANNOUNCED.search(head + ":") or len(items) < 3 or _CLAUSE.search(tail):
        return []
    alike = all(1 <= anatomy.length(item) <= 14 for item in items)
    return items if alike and guard.balanced(tail) and all(map(guard.balanced, items)) else []


def _by_commas(tail: str) -> list[str]:
    """« la région, la ville de Lattes et le port »: three items at least, all with an article."""
    items = re.split(r",[ \u00a0]", tail)
    last = re.split(r"(?:^|[ \u00a0])et[ \u00a0](?=(?:les?|la|une?|des)[ \u00a0]|l[’'])", items[-1])
    items = [*items[:-1], *filter(None, last)]
    alike = all(_ARTICLE.match(item) and not _CLAUSE.search(item) for item in items)
    return items if len(items) >= 3 and len(last) == 2 and alike else []


def _after_verb(doc: Any) -> list[str] | None:
    """« comprend A, B et C », when the verb says that a list follows."""
    match = _HOLDS.search(doc.text)
    if match is None or ":" in doc.text or not doc.text.endswith("."):
        return None
    items = _by_commas(doc.text[match.end() :].rstrip(" ."))
    if not items or any(anatomy.has_scope(item) for item in items):
        return None
    return [_list(doc.text[: match.end()].rstrip(), items, doc.text)]


def _coordinated(doc: Any) -> list[str] | None:
    for head in doc:
        items = _items(doc, head)
        if items:
            intro = anatomy.trimmed(doc, 0, items[0][0])
            texts = [anatomy.trimmed(doc, start, end).rstrip(".") for start, end in items]
            if _sound(doc, items, intro, texts):
                texts[-1] = _last(doc, items, texts[-1])
                return [_list(intro, texts, doc.text)]
    return None


def _items(doc: Any, head: Any) -> list[tuple[int, int]]:
    """Token bounds of ``head`` and of what is coordinated with it, to the end of the sentence."""
    members = [head, *(c for c in head.children if c.dep_ == "conj" and c.i > head.i)]
    if len(members) < 2 or head.dep_ in {"ROOT", "conj", *anatomy.SUBJECTS}:
        return []
    starts = [_item_start(member) for member in members]
    if any(start and not doc[start - 1].whitespace_ for start in starts):  # inside « n°84-53 »
        return []
    stop = len(doc) - 1 if doc[-1].is_punct else len(doc)
    if members[-1].right_edge.i + 1 < stop or sorted(starts) != starts:
        return []
    return list(zip(starts, [*[_before(doc, s) for s in starts[1:]], stop], strict=True))


def _item_start(member: Any) -> int:
    inside = [t.i for t in member.lefts if t.dep_ not in {"cc", "punct"}]
    edges = [t.left_edge.i for t in member.lefts if t.dep_ not in {"cc", "punct"}]
    return int(min([member.i, *inside, *edges]))


def _before(doc: Any, start: int) -> int:
    """Where the previous item ends: before the comma and the « et »."""
    end = start
    while end > 0 and doc[end - 1].lower_ in {",", "et", "ou", "ainsi", "que", "puis"}:
        end -= 1
    return end


def _sound(doc: Any, items: list[tuple[int, int]], intro: str, texts: list[str]) -> bool:
    kinds = {_kind(doc[start]) for start, _ in items}
    long_enough = len(items) >= 3 or min(map(anatomy.length, texts)) >= 5
    return (
        len(kinds) == 1
        and "" not in kinds
        and long_enough
        and anatomy.length(intro) >= 2
        and _introduces(doc, items[0][0])
        and not any(anatomy.has_scope(text) for text in texts)
        and all(texts)
        and ":" not in doc.text
    )


def _kind(token: Any) -> str:
    """How an item begins: the items of one list begin alike."""
    if token.pos_ == "ADP" or token.lower_ in _PREPOSITIONS:
        preposition = _PREPOSITIONS.get(token.lower_, str(token.lower_))
        verb = token.i + 1 < len(token.doc) and _opens_infinitive(token.nbor())
        return preposition + (" inf" if verb else "")
    if token.pos_ in {"DET", "NUM"}:
        return "det"
    if "VerbForm=Inf" in str(token.morph):
        return "inf"
    return ""


def _opens_infinitive(token: Any) -> bool:
    """« de les autoriser », « d’être informé »: an infinitive, maybe after its pronoun."""
    if token.pos_ == "PRON" and token.i + 1 < len(token.doc):
        token = token.nbor()
    return "VerbForm=Inf" in str(token.morph)


def _introduces(doc: Any, start: int) -> bool:
    """What stands before the first item must be able to end on a colon."""
    if start == 0:
        return False
    last = doc[start - 1]
    return last.pos_ in {"VERB", "NOUN", "AUX", "ADV", "ADJ"} or last.lower_ in {":", "notamment"}


def _last(doc: Any, items: list[tuple[int, int]], text: str) -> str:
    start, previous_end = items[-1][0], items[-2][1]
    between = {doc[i].lower_ for i in range(previous_end, start)}
    return f"ou {text}" if "ou" in between else text


def _list(intro: str, items: list[str], source: str) -> str:
    end = "." if source.rstrip().endswith(".") else ""
    return f"{intro} :\n- " + " ;\n- ".join(items) + end
