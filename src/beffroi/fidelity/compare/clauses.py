"""Exceptions, conditions, restrictions, priorities and consequences, kept with their rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.negation import scopes
from beffroi.fidelity.reach import answers, coverage, text_of, words_of
from beffroi.fidelity.same import same
from beffroi.fidelity.severity import SELECTIVE_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Kind, Severity, Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """A cue word and what it governs, up to the end of its clause."""

    kind: str
    cue: Span
    span: Span
    sentence: int


_KINDS: tuple[tuple[str, str], ...] = (
    ("exception", r"sauf(?! avis)|hormis|except(?:e|es|ion|ions)(?! ?:)(?!\w)|exception ?:|a l'exclusion d[eu']|en dehors d[eu']|par derogation|a moins qu|hors (?!tax|delai|service|norme|d'|de |du )|mais pas|ne s'appliqu\w+ pas|ne concern\w+ pas"),  # noqa: E501
    ("condition", r"a (?:la )?condition (?:qu[e']|d[e'])|sous (?:la )?(?:reserve|condition)s? (?:qu[e']|d[e'u]|des)|(?<!comme )si (?!possible|besoin|vous (?:le )?(?:souhaitez|voulez|desirez|entendez))|s'il|des lors qu|pour autant qu|en cas d[e']|lorsqu[e']|contre remise|non (?:accompagn|muni|titulaire|inscrit|autoris|adher|resid|equip)\w+|sur presentation|moyennant|subordonnee?s? (?:a|au)|dans la limite des (?:places|credits)|apres (?:accord|autorisation|avis|validation)|avec l'accord"),  # noqa: E501
    ("restriction", r"seule?s?(?!\w)|uniquement|exclusivement|seulement|strictement|reservee?s? (?:aux?(?! \d)|a la(?! date)|a l'|a(?! la date)|exclu)|limitee?s? aux|et non|rien que"),  # noqa: E501
    ("priorite", r"en priorite|prioritaires?|prioritairement|subsidiair\w+|en dernier (?:recours|ressort)|d'abord|a titre subsidiaire|en premier lieu|a defaut d[e']accord"),  # noqa: E501
    ("consequence", r"a defaut(?! d[e']accord)|faute (?:de quoi|de reponse|de paiement|de production|d'avoir|de presenter|de justifi\w+|de regularis\w+)|sous peine d[e']|sans quoi|sinon|a peine d[e']"),  # noqa: E501
)  # fmt: skip
_COMPILED = [(kind, re.compile(rf"(?<!\w)(?:{pattern})")) for kind, pattern in _KINDS]
_END = re.compile(
    r"[.;:!?\n]|, (?=(?:le|la|les|il|elle|ils|vous|nous|l'|une?|cette|ce|chaque|tout) )"
)

#: What in a rewrite shows that the clause is still there, whatever its words.
_SIGNS: dict[str, str] = {
    "exception": r"sauf|hormis|except|exclu|derogation|moins qu|mais|seul|uniquement|hors |peuvent|peut |pouvez|pas |plus |ni |non |ferm|interdit|autoris|si |reserv|aucun",  # noqa: E501
    "condition": r"si |s'il|s'ils|condition|reserve|quand|lorsqu|des qu|cas |faut|doi[tv]|devez|\?|apres|avec|sans|pour |seul|qui |limite|contre|presentation|alors|mais |accord|dont|ayant|mineur|oblig|sinon|autoris|[^ ]+(?= :)",  # noqa: E501
    "restriction": r"seul|uniqu|exclusiv|n(?:e |')\w+ (?:\w+ )?qu|reserv|strict|limite|(?:pas|aucune?) d?'?(?:e )?autre|autres \w+ ne|si |sauf|doi[tv]|devez|faut|oblig|interdit|condition|pour les |ne pouvez|ne peuvent|ne peut|rien d'autre|maximum|en une|une fois|ferm",  # noqa: E501
    "priorite": r"priorit|abord|premier|ensuite|puis|reste|subsidiair|dernier|seulement|apres|avant|complet|urgent|si ",  # noqa: E501
    "consequence": r"defaut|faute|peine|sans |sinon|si |alors|quoi|risqu|amende|manqu|incomplet|pas |\?|dans ce cas|autrement",  # noqa: E501
}  # fmt: skip
_SIGN = {kind: re.compile(rf"(?<!\w)(?:{pattern})") for kind, pattern in _SIGNS.items()}
_IF = re.compile(
    r"(?<!\w)(?:si |s'ils? |(?<!ni )(?<!sans )condition|reserve|quand |lorsqu|des qu|en cas|il faut|doi[tv]|devez|sinon)|\?"  # noqa: E501
)
_ALSO = re.compile(r"(?<!\w)(?:aussi|egalement|y compris|meme|comme|toutes?|tous)(?!\w)")
_EXCEPT = re.compile(r"(?<!\w)(?:sauf|hormis|except\w*|hors|mais|seule?s?|ne|n|pas|peu\w+)(?!\w)")
_COMPILED_CONDITION = dict(_COMPILED)["condition"]
_EXCEPTION = dict(_COMPILED)["exception"]
_QUESTION = re.compile(r"(?<!\w)(?:si|s'ils?|quand|lorsqu[e']|des qu[e']|en cas)(?!\w)|\?")
_LOST: dict[str, Severity] = {
    "exception": "bloquant",
    "condition": "bloquant",
    "restriction": "bloquant",
    "priorite": "a_verifier",
    "consequence": "a_verifier",
}
#: Two words this near in use say one thing; under this share of its words, a clause is lost.
_NEAR = 0.64
#: « hors période de… »: the word that matters comes next.
_VAGUE_HEADS = frozenset("periode periodes jour jours cas temps moment zone zones".split())
_WHY_ADDED = "Des personnes ou des cas échapperaient à la règle sans que la source le dise."
_ALSO_IN = re.compile(
    r"(?<!\w)(?:y compris|meme|quels? que|quelles? que|sans exception|tous|toutes)(?!\w)"
)
#: What in a source may be told as an exception.
_EXCEPTED = re.compile(
    r"(?<!\w)(?:sauf|hormis|except\w*|exclu\w*|derog\w+|moins qu\w*|seul\w*|unique\w*|hors|dehors|reserv\w+|que|qu|mais|autres?|toutefois|cependant|si|non|ne|n|ni|pas|limite\w*|contraire|dispens\w+|exoner\w+|suspen\w+|tant)(?!\w)"  # noqa: E501
)
_KEPT = {"exception": 0.45, "condition": 0.34, "priorite": 0.34, "consequence": 0.34}
_TITLES = {
    "exception": "Une exception a disparu",
    "condition": "Une condition a disparu",
    "restriction": "Une restriction a disparu",
    "priorite": "Un ordre de priorité a disparu",
    "consequence": "Une conséquence a disparu",
}
_WHY = {
    "exception": "Des personnes se croiraient soumises à une règle qui ne les concerne pas.",
    "condition": "Des personnes se croiraient dans leur droit sans remplir la condition.",
    "restriction": "La règle vaudrait pour plus de monde, ou plus de cas, que dans la source.",
    "priorite": "L’ordre dans lequel les droits s’exercent n’est plus dit.",
    "consequence": "La personne ne saurait pas ce qui arrive si elle ne fait rien.",
}


def clauses(side: Side) -> list[Clause]:
    """Every clause of ``side`` that excepts, conditions, restricts, ranks or threatens."""
    found = [
        _clause(side, kind, match)
        for kind, pattern in _COMPILED
        for match in pattern.finditer(side.plain)
    ]
    return sorted([*found, *_restrictive_negations(side)], key=lambda clause: clause.span)


def compare_clauses(sides: Sides, *, kind: Kind) -> list[Finding]:
    findings: list[Finding] = []
    for clause in clauses(sides.source):
        severity = None if _repeated(sides, clause) else _judge(sides, clause, kind)
        if severity:
            findings.append(
                finding(
                    f"{clause.kind}.omission", severity, _TITLES[clause.kind], _WHY[clause.kind],
                    source=clause.span, draft=_answer_span(sides, clause.sentence),
                    source_text=sides.source.text, draft_text=sides.draft.text,
                    suggestion=clause.span.of(sides.source.text),
                )
            )  # fmt: skip
    return findings


def compare_new_exceptions(sides: Sides) -> list[Finding]:
    """« sauf les professionnels » where the source says « y compris », or excepts nothing."""
    findings = []
    for clause in clauses(sides.draft):
        if clause.kind != "exception":
            continue
        best, _ = sides.best_source(clause.sentence)
        plain = sides.source.plain + sides.common.plain
        if best is None or _EXCEPTED.search(plain):
            continue
        included = _ALSO_IN.search(sides.source.plain_sentence(best))
        findings.append(
            finding(
                "exception.ajout", "bloquant" if included else "a_verifier",
                "Une exception est ajoutée", _WHY_ADDED,
                source=sides.source.sentences[best], draft=clause.span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings


def _repeated(sides: Sides, clause: Clause) -> bool:
    """An exception that the rewrite holds word for word, as many times as the source."""
    said = clause.span.of(sides.source.plain).strip()
    governed = clause.span.end - clause.cue.end > 3
    written = sides.draft.plain.count(said)
    return clause.kind == "exception" and governed and written >= sides.source.plain.count(said)


def _judge(sides: Sides, clause: Clause, kind: Kind) -> Severity | None:
    """``None`` when the rewrite keeps the clause; how serious otherwise."""
    answered = sides.best_draft(clause.sentence)[1] >= 0.15
    if not answered and (kind in SELECTIVE_KINDS or clause.kind != "exception"):
        return None
    reach = answers(sides, clause.sentence)
    governed = [
        w
        for w in sides.source.words[clause.sentence]
        if w.content and clause.cue.end <= w.start < clause.span.end
    ]
    covered = coverage(governed, words_of(sides.draft, reach), near=_NEAR)
    facts = [f for f in sides.source.facts if clause.cue.end <= f.span.start < clause.span.end]
    said = sum(1 for f in facts if any(same(f, g) for g in sides.draft.facts))
    total = len(governed) + 2 * len(facts)
    share = (covered * len(governed) + 2 * said) / total if total else 1.0
    signed = bool(_SIGN[clause.kind].search(text_of(sides.draft, reach)))
    if clause.kind == "restriction":
        return None if signed else _LOST["restriction"]
    if clause.kind == "exception" and _includes(sides, governed, reach):
        return "bloquant"
    if clause.kind == "exception" and share < 0.7 and _head_lost(sides, governed, reach):
        kept = _EXCEPTION.search(text_of(sides.draft, reach))
        return "a_verifier" if kept or (facts and said == len(facts)) else "bloquant"
    if share < _KEPT[clause.kind]:
        if clause.kind == "condition" and _as_many_conditions(sides, clause.sentence, reach):
            return None if said == len(facts) else "a_verifier"
        if clause.kind == "condition" and _IF.search(text_of(sides.draft, reach)):
            return "a_verifier"
        if clause.kind == "exception" and _EXCEPTION.search(text_of(sides.draft, reach)):
            return "a_verifier"
        return _LOST[clause.kind]
    if (
        not signed
        and clause.kind == "exception"
        and _apart(sides, clause.sentence, governed, reach)
    ):
        return None
    if not signed:
        return _LOST[clause.kind] if clause.kind in ("exception", "priorite") else "a_verifier"
    return None


def _as_many_conditions(sides: Sides, index: int, reach: list[int]) -> bool:
    """The answer asks « si… », « … ? » at least as often as the source sentence does."""
    said = len(_COMPILED_CONDITION.findall(sides.source.plain_sentence(index)))
    return len(_QUESTION.findall(text_of(sides.draft, reach))) >= max(said, 1)


def _apart(sides: Sides, index: int, governed: list[Word], reach: list[int]) -> bool:
    """The exception has its own sentence: « Il reste allumé les nuits de fête. »"""
    main = sides.best_draft(index)[0]
    others = [j for j in reach if j != main]
    return bool(others) and coverage(governed, words_of(sides.draft, others), near=_NEAR) >= 0.7


def _head_lost(sides: Sides, governed: list[Word], reach: list[int]) -> bool:
    """Who or what is excepted, named first, is nowhere in the answer."""
    heads = [w for w in governed if w.form not in _VAGUE_HEADS][:1]
    return bool(heads) and coverage(heads, words_of(sides.draft, reach), near=_NEAR) == 0


def _includes(sides: Sides, governed: list[Word], reach: list[int]) -> bool:
    """« aussi », « y compris » in the sentence that names what the source excepts."""
    for index in reach:
        plain = sides.draft.plain_sentence(index)
        named = coverage(governed, words_of(sides.draft, [index]), near=_NEAR)
        if governed and named >= 0.5 and _ALSO.search(plain) and not _EXCEPT.search(plain):
            return True
    return False


def _clause(side: Side, kind: str, match: re.Match[str]) -> Clause:
    sentence = side.sentence_of(match.start())
    limit = side.sentences[sentence].end
    end = _END.search(side.plain, match.end(), limit)
    stop = end.start() if end else limit
    if stop - match.end() < 4:
        stop = limit
    return Clause(
        kind=kind,
        cue=Span(start=match.start(), end=match.end()),
        span=Span(start=match.start(), end=max(stop, match.end())),
        sentence=sentence,
    )


def _restrictive_negations(side: Side) -> list[Clause]:
    found = []
    for index, words in enumerate(side.words):
        for scope in scopes(words, side.plain_sentence(index)):
            if scope.restrictive and any(
                w.form in ("que", "qu") for w in words[scope.first : scope.last + 1]
            ):
                cue = Span(start=words[scope.first].start, end=words[scope.first].end)
                span = Span(start=cue.start, end=words[scope.last].end)
                found.append(Clause(kind="restriction", cue=cue, span=span, sentence=index))
    return found


def _answer_span(sides: Sides, index: int) -> Span | None:
    best, _ = sides.best_draft(index)
    return sides.draft.sentences[best] if best is not None else None
