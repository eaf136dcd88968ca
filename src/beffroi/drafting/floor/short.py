"""The facts of an act in their shortest whole form, for an SMS, a post or a poster.

Shortening only takes away what is said elsewhere (the dates and places of the main sentence, given
apart) or what carries nothing (« de tous les véhicules »): no fact is cut in its middle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.drafting.floor.act import DELIBERATION, Act, Line, read_act
from beffroi.drafting.floor.decision import decided
from beffroi.drafting.floor.groups import TAKES_UP
from beffroi.drafting.floor.phrase import sentence_case
from beffroi.drafting.floor.questions import MAIL, PHONE, Question
from beffroi.drafting.floor.sheet import build_sheet
from beffroi.drafting.floor.spans import when_spans, where_spans
from beffroi.findings import Span

_VERB = (
    r"interdite?s?|fermée?s?|suspendue?s?|reportée?s?|annulée?s?|limitée?s?|coupée?s?"
    r"|interrompue?s?"
    r"|ouverte?s?|autorisée?s?|obligatoires?|gratuite?s?|réservée?s?"
)
_STATE = re.compile(
    rf"^(?:la|le|les|l[’'])[ ]?(?P<what>.+?) (?:est|sont|sera"
    rf"|seront) (?P<state>{_VERB})\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_FOR = re.compile(
    r"(?:cette|cet|ces|la|le|les)[ ](?:présente?s? )?\w+(?: de \w+)? ne s[’']appliqu\w+"
    r" (?:pas|ni)(?: pas)? (?:aux |à la |à l[’']|au |à )(?P<who>[^.;]+)\.?$",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r" (?:de tous les véhicules|à tout véhicule|de tout véhicule|des usagers)\b", re.I
)
_DANGLING = re.compile(
    r"(?:^|[ ,])(?:à|au|aux|de|du|des|d[’']|dans|sur|sous|par|pour|en|le|la|les|l[’']|et"
    r"|ou|entre|un|une"
    r"|jusqu[’']|compter|partir)$|^(?:et|ou|de|du|à|au)\b|[’']$|\b(?:de|du|à|au|dans|sur"
    r"|par|en|le|la|et) [,.;]",
    re.IGNORECASE,
)


#: What opens a sentence and gives its reason: an announcement may leave it out.
_CAUSE = re.compile(
    r"^(?:en raison|dans le cadre|afin|à la suite|suite|à l[’']occasion|compte tenu"
    r"|pour cause) [^,]*, ",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?:sur|dans|à|en|devant|vers|depuis|face à)[ ](?:la[ ]|le[ ]|les[ ]|l[’'])?"
    r"|(?:au|aux)[ ])$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:la|le|les|du|des|de la|de l[’']|l[’']|un|une|cette?|sa|son)[ ]?$", re.I
)


#: « véhicules des riverains, des services de secours »: one noun for several owners.
_SHARED = re.compile(r"véhicules (?:des?|d[’']).*(?:,| et) (?:des|de la|de l[’']|du|de) ", re.I)
_PART = re.compile(r"(?:sauf|excepté|hormis|à l[’']ex)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortFacts:
    """Each is a whole fact, or empty. ``what`` says neither when nor where when these are set.

    ``also`` is the next rule that has a time of its own, whole; ``rest`` the rules that none of the
    others says, whole, in their order.
    """

    title: str = ""
    what: str = ""
    when: str = ""
    where: str = ""
    exception: str = ""
    except_for: str = ""
    duty: str = ""
    risk: str = ""
    contact: str = ""
    who: str = ""
    also: str = ""
    rest: tuple[str, ...] = ()

    def as_values(self) -> dict[str, str]:
        """The names that a gabarit may use."""
        return {
            "sujet": self.title,
            "quoi": self.what,
            "quand": self.when,
            "ou": self.where,
            "exception": self.exception,
            "sauf": self.except_for,
            "consigne": self.duty,
            "risque": self.risk,
            "contact_trouve": self.contact,
            "qui": self.who,
        }


def short_facts(text: str) -> ShortFacts:
    """The facts of ``text`` found by rule. Pure; never raises."""
    act, answers = read_act(text), build_sheet(text).answers
    main = next((line for line in act.all("regle") if not line.item), None)
    what, when, where = _main(act, main) if main else ("", "", "")
    duty = _duty(_first(answers, "faire"))
    exception = _exception(answers, act.of(main) if main else "")
    if act.is_deliberation:
        (what, duty), when, where = decided(act), "", ""
    return ShortFacts(
        title=_title(act) or _place(answers, act),
        what=what,
        when=when,
        where=where,
        exception=exception,
        except_for=_except_for(exception),
        duty=duty,
        risk=_first(answers, "risque"),
        contact=_contact(text),
        who=_signatory(act),
        also=_also(act, main) if main else "",
        rest=_rest(act, main, text, answers),
    )


def _rest(
    act: Act, main: Line | None, text: str, answers: dict[Question, tuple[str, ...]]
) -> tuple[str, ...]:
    """The rules that nothing else says; what takes up a sentence stays with it."""
    said = {_also(act, main) if main else ""}
    said |= {_first(answers, question) for question in ("faire", "risque", "exception")}
    rules = [sentence_case(act.of(line)) for line in act.all("regle") if not line.item]
    if act.is_deliberation:  # what was asked and the vote are said as the decision
        rules = [words for words in rules if not DELIBERATION.search(words)]
    else:
        said.add(sentence_case(act.of(main)) if main else "")
    whole = [
        words for words in rules if not words.endswith((":", "?")) and not _is_contact(words, text)
    ]
    grouped: list[str] = []
    for words in dict.fromkeys(whole):
        if grouped and words not in said and grouped[-1] not in said and TAKES_UP.match(words):
            grouped[-1] += f" {words}"
        else:
            grouped.append(words)
    return tuple(words for words in grouped if words not in said)


def _is_contact(words: str, text: str) -> bool:
    """« Renseignements : mairie, 01 99 00 12 00. » says no more than the contact."""
    contact = _contact(text)
    return bool(contact) and _contact(words) == contact and len(words.split()) <= 15


def _exception(answers: dict[Question, tuple[str, ...]], main: str) -> str:
    """The shortest exception that stands alone or is the main rule's: « sauf les véhicules de
    secours », said of another rule, would attach to the wrong one."""
    flat = " ".join(main.lower().split())
    own = tuple(
        words
        for words in answers.get("exception", ())
        if not _PART.match(words) or words.lower().rstrip(".") in flat
    )
    return _first({"exception": own}, "exception")


def _also(act: Act, main: Line) -> str:
    """The first other rule that says when: a poster that left it out would deceive."""
    others = (line for line in act.all("regle") if line != main and not line.item)
    timed = (line for line in others if when_spans(act.text, within=line.span))
    return next((sentence_case(act.of(line)) for line in timed), "")


def _main(act: Act, main: Line) -> tuple[str, str, str]:
    """The main sentence without its dates and places, and these apart; or the whole sentence."""
    text = act.text
    times = when_spans(text, within=main.span)
    places = [
        _with_preposition(text, main.span, span) for span in where_spans(text, within=main.span)
    ]
    bare, at = "", main.span.start
    for span in sorted([*times, *places], key=lambda span: span.start):
        bare += text[at : max(at, span.start)]
        at = max(at, span.end)
    bare = _tidy(_CAUSE.sub("", _tidy(bare + text[at : main.span.end])))
    subject = any(_ARTICLE.search(text[main.span.start : span.start]) for span in places)
    if subject or len(bare.split()) < 2 or _DANGLING.search(bare):
        return sentence_case(act.of(main)), "", ""
    when = ", ".join(" ".join(span.of(text).split()) for span in times)
    where = ", ".join(" ".join(span.of(text).split()) for span in places)
    return sentence_case(_state(bare)).rstrip("."), _lower(when), _lower(where)


def _with_preposition(text: str, within: Span, span: Span) -> Span:
    """« place de la République » → « sur la place de la République »."""
    found = _BEFORE.search(text[within.start : span.start])
    return Span(start=within.start + found.start(), end=span.end) if found else span


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    words = re.sub(r"^(?:À compter|À partir)?[ ,]+|[ ,;.]+$", "", words)
    return re.sub(r" ?,(?: ?,)+", ",", re.sub(r" +([,.])", r"\1", words)).strip(" ,")


def _state(words: str) -> str:
    """« la circulation de tous les véhicules est interdite » → « circulation interdite »."""
    found = _STATE.match(words)
    if not found or len(found["what"].split()) > 12:
        return words
    what = _EMPTY.sub("", found["what"])
    return f"{what} {found['state']}{_EMPTY.sub('', found['rest'])}"


def _lower(words: str) -> str:
    """« Du mardi… » inside a sentence; names keep their capital."""
    if words.startswith("A "):
        return f"à {words[2:]}"
    return words[:1].lower() + words[1:] if re.match(r"[A-ZÀ-Ý][a-zà-ÿ ]", words) else words


def _first(answers: dict[Question, tuple[str, ...]], question: Question) -> str:
    whole = (words for words in answers.get(question, ()) if "\n" not in words)
    found = [words for words in whole if not words.endswith("?")]
    return min(found, key=len) if found else ""


def _title(act: Act) -> str:
    """The subject of the act: what follows « portant » or « relatif à », or the title itself."""
    words = " ".join(act.of(line) for line in act.all("titre"))
    found = re.search(r"\b(?:portant|relati(?:f|ve) (?:à|au|aux)|[Oo]bjet :?)\s+(.+)$", words)
    subject = re.sub(r"^(?:la|le|les|l[’']) ?", "", found.group(1) if found else words)
    return sentence_case(subject).rstrip(".") if subject else ""


def _except_for(words: str) -> str:
    """« Cette interdiction ne s’applique ni aux X ni aux Y. » → « sauf X et Y »."""
    found = _NOT_FOR.match(words)
    if found:
        listed = re.split(r",? (?:ni|et) (?:aux |à la |à l[’']|au |à )", found["who"])
        if _SHARED.match(found["who"]):
            return f"sauf les {found['who'].strip()}"
        plain = (re.sub(r"^véhicules (?:des |de |d[’'])", "", part.strip(" .,")) for part in listed)
        return f"sauf {' et '.join(plain)}"
    whole = re.match(r"(sauf|excepté|hormis)\b.+", words, re.IGNORECASE)
    return f"{words[:1].lower()}{words[1:]}".rstrip(".") if whole else ""


def _duty(words: str) -> str:
    """« Une déviation est mise en place par… » → « Déviation par… »; the rest as it stands."""
    found = re.match(
        r"(?:une|un) (?P<what>[\w-]+) (?:est|sera) mise? en place (?P<how>.+)", words, re.I
    )
    return sentence_case(f"{found['what']} {found['how']}") if found else words


def _place(answers: dict[Question, tuple[str, ...]], act: Act) -> str:
    """Without a title, a council speaks of the place that its reasons name."""
    found = answers.get("ou", ())
    return found[0].rstrip(".") if found and act.is_deliberation else ""


def _contact(text: str) -> str:
    phone, mail = PHONE.search(text), MAIL.search(text)
    found = [match.group(0) for match in (phone, mail) if match]
    return " ou ".join(" ".join(words.split()) for words in found)


def _signatory(act: Act) -> str:
    lines = act.all("autorite")
    found = re.search(r"\b(?:commune|ville|mairie) (?:de |d[’'])([^,;:]+)", _joined(act, lines))
    return found.group(0) if found else ""


def _joined(act: Act, lines: list[Line]) -> str:
    return " ".join(act.of(line) for line in lines)
