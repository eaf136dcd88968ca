# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Who signs, above a telephone or after a closing formula; who is marked present, or has a time."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from beffroi.privacy.people.fields import is_function_word
from beffroi.privacy.people.names import Names
from beffroi.privacy.people.sentences import mention
from beffroi.privacy.people.sequences import adjacent, informative
from beffroi.privacy.people.vocabulary import CIVILITIES, PLACES, ROLES, STOP
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Mention

_CLOSING = re.compile(
    r"(?<!\w)(?:cordialement|cdlt|cdt|bien\s+[àa]\s+vous|(?:je\s+)?(?:vous|te)\s+remerci\w+(?:\s[^\n]{0,40})?|biz|bizz?|@\+|[àa]\s+plus|salutations?|bonne\s+(?:journ[ée]e|soir[ée]e|r[ée]ception)|"
    r"sinc[èe]res?|respectueu\w+|merci(?:\s+(?:d[’']avance|beaucoup|par avance))?|amicalement|bises?|bisous|[àa]\s+bient[ôo]t|"
    r"consid[ée]ration|d[ée]vou[ée]e?s?|fait\s+[àa][^\n]{0,60}|sign[ée]|signature\w*|bien\s+cordialement|courtoisement|"
    r"(?:le|la|l[’'])\s?(?:maire|pr[ée]sidente?|directeur|directrice|adjointe?|dgs|secr[ée]taire|responsable|cheffe?)[^\n]{0,50})"
    r"[^\n]{0,25}$",
    re.I | re.M,
)


_INLINE = re.compile(
    r"(?:cordialement|cdlt|cdt|[àa] vous|salutations|journ[ée]e|soir[ée]e|merci|avance|amicalement|bises?|biz|slts)"
    r"[,.!\s\-–]{1,4}(?P<n>(?:[^\W\d_]\.[ -]?){0,2}[^\n,.;:!?@\d]{2,40})[.\s]*$",
    re.I | re.M,
)


def find(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """Who signs: a short line after a closing formula or at the end, or the end of a line."""
    yield from _inline(text, words_of, names)
    yield from _last_line(text, words_of, names)
    yield from _above_contact(text, words_of, names)
    ends = [match.end() for match in _CLOSING.finditer(text)]
    for line in words_of if ends else ():
        last = ends[bisect.bisect(ends, line.start) - 1]
        if not 0 <= line.start - last <= 60 or not _signs(text, line, names):
            continue
        if text[last : line.start].count("\n") <= 4:
            words = [w for w in line.words if w.folded not in CIVILITIES or w.shape == "I"]
            yield mention(text, words, 0, len(words), 0.85, "signature", "", names)


def _inline(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """« Bien cordialement, Maria »."""
    starts = [line.start for line in words_of]
    for match in _INLINE.finditer(text):
        line = words_of[max(0, bisect.bisect(starts, match.start("n")) - 1)]
        words = [w for w in line.words if match.start("n") <= w.start < match.end("n")]
        while words and (words[0].folded in STOP or words[0].folded in CIVILITIES):
            words = words[1:]
        real = [w for w in words if w.shape != "I" and "." not in w.text]
        if 1 <= len(words) <= 4 and real and all(names.is_name(w.folded) for w in real):
            yield mention(text, words, 0, len(words), 0.8, "signature", "", names)


def _last_line(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """A first name alone, or a whole name, as the last words of a message."""
    for line in words_of[-3:] if len(words_of) > 1 else ():
        words = line.words
        alone = line.end - line.start == words[-1].end - words[0].start
        if not alone or len(words) > 3 or not all(names.is_name(w.folded) for w in words):
            continue
        if not all(adjacent(w) for w in words[1:]):
            continue
        named = any(names.is_first(w.folded) for w in words)
        place = any(w.folded in PLACES and not names.is_last(w.folded) for w in words)
        if not place and (named or (line is words_of[-1] and len(words) > 1)):
            yield mention(text, words, 0, len(words), 0.7, "signature", "", names)


_CONTACT = re.compile(
    r"\s*(?:[-–•*]\s*)?(?:(?:t[ée]l\w*|port\w*|mob\w*|mail|courriel|e-mail)\.?\s?:?\s*)?(?:\+?0\d?[\d .\-/()]{8,}|[\w.+\-]+@\w)",
    re.I,
)


def _above_contact(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """« Aurore Matin » alone on its line, a telephone or an e-mail on the next."""
    for line in words_of:
        words = [w for w in line.words if w.folded not in CIVILITIES or w.shape == "I"]
        if not 2 <= len(words) <= 3 or line.end - words[-1].end > 2:
            continue
        if not all(adjacent(w) for w in words[1:]) or not _contact_below(text, line.end):
            continue
        bad = any(
            w.folded in ROLES | STOP or (w.folded in PLACES and not names.is_name(w.folded))
            for w in words
        )
        if not bad and any(names.is_first(w.folded) for w in (words[0], words[-1])):
            yield mention(text, words, 0, len(words), 0.7, "signature", "", names)


def _contact_below(text: str, end: int) -> bool:
    below = text.find("\n", end)
    return below >= 0 and _CONTACT.match(text, below + 1) is not None


#: « Prat : excusé », « Abgrall : pour »; « 08h45 Sow », « 9 h 30 : Picard ».
_STATUS = re.compile(
    r"(?:^|[.;,\n]\s?)(?P<n>[A-ZÀ-Ý][\w’'\-]+(?:\s[A-ZÀ-Ý][\w’'\-]+)?)\s?:\s?(?:absente?|excus[ée]e?|pr[ée]sente?|pour|contre|abstention|oui|non|"
    r"favorable|d[ée]favorable|ok|r[ée]gl[ée]|pay[ée]|impay[ée]|[àa]\s(?:rappeler|relancer|voir))(?!\w)",
    re.M,
)
_SLOT = re.compile(
    r"(?<![\w:])(?:[01]?\d|2[0-3])\s?(?:h|:)\s?(?:[0-5]\d)?\s?[:\-–]?\s(?P<n>[A-ZÀ-Ý][\w’'\-]+(?:\s[A-ZÀ-Ý][\w’'\-]+)?)(?=\s?(?:$|[\n,;(/]|\d|[a-zà-ÿ]))",
    re.M,
)


def find_marked(text: str, words_of: Sequence[Line], names: Names) -> Iterator[Mention]:
    """Who is marked present or absent, and who has an appointment."""
    starts = [line.start for line in words_of]
    for pattern in (_STATUS, _SLOT):
        for match in pattern.finditer(text):
            line = words_of[max(0, bisect.bisect(starts, match.start("n")) - 1)]
            words = [w for w in line.words if match.start("n") <= w.start < match.end("n")]
            if words and all(_is_slotted(w, names) for w in words):
                yield mention(text, words, 0, len(words), 0.6, "liste", "", names)


def _is_slotted(word: Word, names: Names) -> bool:
    if word.folded in STOP | ROLES | PLACES or not informative(word):
        return False
    return names.is_name(word.folded) and names.commonness(word.folded) < 30


def _signs(text: str, line: Line, names: Names) -> bool:
    words = [w for w in line.words if w.folded not in CIVILITIES or w.shape == "I"]
    if len(words) == 1 and re.fullmatch(r"[A-Z]\.([A-Z]\.)?", text[line.start : line.end].strip()):
        return True
    if not 1 <= len(words) <= 4 or re.search(r"[\d@:?!/]", text[line.start : line.end]):
        return False
    if any(w.folded in ROLES or w.folded in PLACES or is_function_word(w, names) for w in words):
        return False
    if not all(adjacent(w) for w in words[1:]):
        return False
    named = any(names.is_name(w.folded) or names.commonness(w.folded) == 0 for w in words)
    if any(names.is_first(w.folded) for w in words):
        return all(names.is_name(w.folded) or not names.is_ordinary(w.folded) for w in words)
    return named and sum(names.is_ordinary(w.folded) for w in words) <= len(words) // 2
