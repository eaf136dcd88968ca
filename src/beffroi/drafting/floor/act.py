"""An official text cut into its parts: title, visas, reasons, articles, execution, signature.

Works on arrêtés, délibérations, décisions, règlements, letters and plain sheets; a text without
any of those marks is a sequence of rules. Every sentence of the text is in exactly one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from beffroi.findings import Span
from beffroi.french.enumerations import inline_items
from beffroi.french.sentences import sentences

LineKind = Literal[
    "titre", "autorite", "visa", "motif", "formule", "intertitre", "regle", "execution", "signature"
]

ARTICLE = re.compile(
    r"(?:ARTICLE|Article|Art\.)[ \u00a0]+"
    r"(?P<number>(?:1\s?er|1ER|premier|PREMIER|unique|UNIQUE|[LRD]?\.?[ \u00a0]?\d{1,3}(?:[-.]\d+)*"
    r"(?:[ \u00a0](?:bis|ter|quater))?|[IVX]{1,5}))"
    r"(?=[ \u00a0]*(?:[.:–—-]|$))[ \u00a0]*[.:–—-]*[ \u00a0]*(?:[–—-][ \u00a0]*)?"
)
VISA = re.compile(r"(?:[-–•][ \u00a0]*)?(?:Vu|VU)\b")
MOTIF = re.compile(
    r"(?:[-–•][ \u00a0]*)?(?:Considérant|CONSIDÉRANT|CONSIDERANT|Attendu qu|ATTENDU QU"
    r"|Sur proposition)"
)
FORMULE = re.compile(
    r"(?:(?:[Ll]e|LE|[Ll]a|LA) [\w ’'-]{3,60}[ ,]+)?"
    r"(?:(?:après en avoir délibéré|à l[’']unanimité)[ ,]+)*"
    r"(?:ARR[ÊE]TE(?:NT|NS)?|Arrêt(?:e|ons)|arrêtent?|D[ÉE]CIDE|Décide|décide"
    r"|D[ÉE]LIB[ÈE]RE|Délibère)"
    r"[ \u00a0]*:?\s*$"
)
AUTHORITY = re.compile(
    r"(?:(?:Monsieur|Madame)[ ,]+)?(?:le|la|les|LE|LA|Le|La|Nous,?|NOUS,?)[ \u00a0]+"
    r"(?:[Mm]aire|MAIRE|[Pp]résident|PR[ÉE]SIDENT|[Pp]réfet|[Cc]onseil|CONSEIL|bureau|[Aa]djoint)"
    r"[^.;:]{0,160},?\s*$"
)
SIGNATURE = re.compile(
    r"(?:Fait (?:à|et)|FAIT À|Pour extrait (?:certifié )?conforme|Pour le [Mm]aire|Signé"
    r"|Le [Mm]aire,?$"
    r"|La [Mm]aire,?$|Le [Pp]résident,?$|La [Pp]résidente,?$|Publiée? le\b)"
)
EXECUTION = re.compile(
    r"charg[ée]+s?\b.{0,90}?\bde l[’']exécution|\bampliation\b|recueil des actes administratifs"
    r"|copie (?:du|de la|en sera)|(?:présente?|cet?t?e?) (?:arrêté|délibération"
    r"|décision) (?:sera|est) "
    r"(?:publi|affich|transmis|notifi|inscrit|insér)",
    re.IGNORECASE | re.DOTALL,
)
DELIBERATION = re.compile(
    r"\b(?:le )?conseil (?:municipal |communautaire )?(?:adopte|délibère)", re.I
)
#: What stands above the title of an act: the State, the department, the town.
_LETTERHEAD = re.compile(
    r"(r[ée]publique fran[çc]aise|libert[ée][ ,–—-]+[ée]galit[ée][ ,–—-]+fraternit[ée]"
    r"|(?:d[ée]partement|arrondissement|canton|commune|ville|mairie)"
    r"[ \u00a0]+(?:de[ \u00a0]|d[’']|du[ \u00a0]|des[ \u00a0])[^\n.;:]{2,50}?)"
    r"[ \u00a0]*(?:\n\s*(?=\S)|$)",
    re.I,
)
_HEADING = re.compile(r"#{1,6}[ \u00a0]+")
#: Marks of list items; « | » opens the cell of a table, as readers of documents write it.
_ITEM = re.compile(r"(?:[-–—•●▪*·|][ \u00a0]*|(?:\d{1,2}|[a-z])[°).][ \u00a0])(?=\S)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A sentence of the text. ``span`` leaves out the label « Article 1er : » and list marks.

    ``article`` is the number of the article it stands in (empty outside); ``item`` says that it
    is a list item, which belongs to the line above that ends with a colon.
    """

    kind: LineKind
    span: Span
    article: str = ""
    item: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """The text and its lines, in order. ``is_act`` when it has visas, articles or a formula."""

    text: str
    lines: tuple[Line, ...]
    is_act: bool
    is_deliberation: bool

    def of(self, line: Line) -> str:
        """The words of ``line``, on one line."""
        return " ".join(line.span.of(self.text).split())

    def all(self, *kinds: LineKind) -> list[Line]:
        return [line for line in self.lines if line.kind in kinds]


def read_act(text: str) -> Act:
    """``text`` as an :class:`Act`. Pure; never raises, whatever the text."""
    reader = _Reader(text)
    for span in sentences(text):
        reader.take(span)
    marks = {line.kind for line in reader.lines}
    is_act = "formule" in marks or ("visa" in marks and bool(reader.article))
    return Act(
        text=text,
        lines=tuple(reader.lines),
        is_act=is_act,
        is_deliberation=bool(DELIBERATION.search(text)),
    )


def without_formulas(text: str, *, signature: bool = False) -> tuple[str, str]:
    """``text`` with its visas, formula and execution blanked (same length), and those words.

    With ``signature``, who signed and when is blanked too.

    A rewriting may leave them in the original; the offsets of everything else stay true.
    """
    act = read_act(text)
    blanked, taken = list(text), []
    if not act.is_act:
        return text, ""
    more: tuple[LineKind, ...] = ("signature",) if signature else ()
    for line in act.all("visa", "autorite", "formule", "execution", *more):
        taken.append(line.span.of(text))
        blanked[line.span.start : line.span.end] = " " * (line.span.end - line.span.start)
    return "".join(blanked), "\n".join(taken)


class _Reader:
    """Where one is in the act while its sentences go by."""

    def __init__(self, text: str) -> None:
        self.text, self.lines = text, list[Line]()
        self.article, self.started, self.signed = "", False, False

    def take(self, span: Span) -> None:
        sentence = span.of(self.text)
        label = _HEADING.match(sentence)
        found = ARTICLE.match(sentence, label.end() if label else 0)
        if found:
            self.article = " ".join(found["number"].split())
            self.started, self.signed = True, False
            self._add_article(span, found.end())
            return
        if label:
            self._add("intertitre", Span(start=span.start + label.end(), end=span.end))
            self.started = True
            return
        last = not self.text[span.end :].strip()
        heading = None if self._begun() else _LETTERHEAD.match(sentence)
        if heading and not (last and heading.end() == len(sentence)):
            self._add("autorite", Span(start=span.start, end=span.start + heading.end(1)))
            if heading.end() < len(sentence):
                self.take(Span(start=span.start + heading.end(), end=span.end))
            return
        item = _ITEM.match(sentence)
        start = span.start + (item.end() if item else 0)
        kind = self._kind(sentence[item.end() :], item=True) if item else self._kind(sentence)
        whole = Span(start=start, end=span.end)
        listed = kind in ("regle", "intertitre") or ": -" in sentence
        if not listed or not self._add_items(whole, item=item is not None):
            self._add(kind, whole, item=item is not None)

    def _add_items(self, span: Span, *, item: bool) -> bool:
        """The items typed one after the other in a line, each as a line; whether there are any."""
        inside = inline_items(span.of(self.text))
        if not inside:
            return False
        head = span.of(self.text)[: inside[0].start].rstrip(" -–—•●▪■➢✓\u00a0\n")
        if head:
            self._add("regle", Span(start=span.start, end=span.start + len(head)), item=item)
        for one in inside:
            moved = Span(start=span.start + one.start, end=span.start + one.end)
            self._add("regle", moved, item=bool(head) or item or one is not inside[0])
        self.started = True
        return True

    def _begun(self) -> bool:
        """Whether something else than the letterhead was met."""
        return self.started or any(line.kind != "autorite" for line in self.lines)

    def _add_article(self, span: Span, label: int) -> None:
        """A short title on the line of its label (« Article 2 – Tarifs ») is a heading."""
        rest = Span(start=min(span.start + label, span.end), end=span.end)
        words = rest.of(self.text)
        if words.strip():
            heading = len(words) < 80 and not re.search(r"[.;:!?]\s*$", words)
            heading = heading and not re.search(r"\b(?:est|sont|sera|seront|peut|doit)\b", words)
            kind: LineKind = "intertitre" if heading else self._rule(words)
            self._add(kind, rest)

    def _add(self, kind: LineKind, span: Span, *, item: bool = False) -> None:
        if span.start < span.end:
            self.lines.append(Line(kind=kind, span=span, article=self.article, item=item))

    def _kind(self, sentence: str, *, item: bool = False) -> LineKind:
        if VISA.match(sentence):
            self.started = True
            return "visa"
        if MOTIF.match(sentence) and not self.article:
            self.started = True
            return "motif"
        if FORMULE.fullmatch(sentence.strip()):
            self.started = True
            return "formule"
        if AUTHORITY.fullmatch(sentence.strip()) and not self._ruled():
            self.started = True
            return "autorite"
        if SIGNATURE.match(sentence):
            self.started, self.signed = True, True
            return "signature"
        if self.signed and not re.search(r"[.;:!?]\s*$", sentence):
            return "signature"
        return self._item(sentence) if item else self._plain(sentence)

    def _ruled(self) -> bool:
        """Whether a rule was met: an authority stands before the rules, a signature after."""
        return any(line.kind in ("regle", "execution") for line in self.lines)

    def _item(self, sentence: str) -> LineKind:
        """A list item or the cell of a table is never a title, however short."""
        self.started = True
        return self._rule(sentence)

    def _plain(self, sentence: str) -> LineKind:
        ends = re.search(r"[.;:!?…»]\s*$", sentence)
        if not self.started and not ends and len(sentence) < 400:
            return "titre"
        self.started = True
        if not ends and len(sentence) < 90 and self._alone(sentence):
            return "intertitre"
        return self._rule(sentence)

    def _alone(self, sentence: str) -> bool:
        """A short line without a verb, not in a list: a heading inside the text."""
        in_list = bool(self.lines) and self.lines[-1].item
        return not in_list and len(sentence.split()) <= 9

    def _rule(self, sentence: str) -> LineKind:
        return "execution" if EXECUTION.search(sentence) else "regle"
