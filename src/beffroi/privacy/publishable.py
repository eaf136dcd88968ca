"""What may be published of a personal datum: an age band, a commune, or only its kind."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable

from beffroi.privacy.fold import fold
from beffroi.privacy.people.names import names
from beffroi.privacy.types import Kind, Mention
from beffroi.privacy.wording import NAMES


def anonymised(text: str, mentions: Iterable[Mention], *, today: datetime.date) -> str:
    """``text`` where each mention gives way to what may be published of it."""
    parts, end = [], 0
    for mention in mentions:
        parts += [text[end : mention.start], _general(mention, today)]
        end = mention.end
    return "".join((*parts, text[end:]))


def _general(mention: Mention, today: datetime.date) -> str:
    special: dict[Kind, Callable[[], str]] = {
        "birth_date": lambda: age_band(mention.text, today=today),
        "address": lambda: commune_of(mention.text),
    }
    make = special.get(mention.kind)
    return (make() if make else "") or f"[{NAMES[mention.kind][0]}]"


def age_band(date: str, *, today: datetime.date) -> str:
    """« 30-39 ans » for a birth date in any form; ``""`` when no year can be read."""
    years = re.findall(r"(?<!\d)(?:(?:19|20)\d{2})(?!\d)", date)
    short = re.search(r"[/.\- ](\d{2})$", date)
    if years:
        year = int(years[0])
    elif short:
        year = int(short[1]) + (2000 if int(short[1]) <= today.year % 100 else 1900)
    else:
        return ""
    low = max(0, today.year - year) // 10 * 10
    return f"{low}-{low + 9} ans" if low < 90 else "90 ans et plus"


def commune_of(address: str) -> str:
    """The commune at the end of an address; ``""`` when there is none that is known."""
    words = [w for w in re.split(r"[\s,]+", re.sub(r"\bcedex\b.*", "", address, flags=re.I)) if w]
    for at in range(len(words)):
        tail = " ".join(words[at:])
        if at and fold(tail) in names().communes and not any(c.isdigit() for c in tail):
            return tail
    return ""
