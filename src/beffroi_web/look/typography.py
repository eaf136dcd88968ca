"""French typography of what pages show: no-break spaces, dates, counted nouns. Pure.

Rules: Lexique des règles typographiques en usage à l’Imprimerie nationale; the colon and the
guillemets take a no-break space, the other high marks a narrow one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

NARROW, WIDE = "\u202f", "\u00a0"
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_UNITS = r"%|€|h\b|min\b|s\b|Wh\b|kWh\b|Ko\b|Mo\b|Go\b|mots?\b|caractères?\b|pages?\b|points?\b"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \u00a0\u202f]+([;!?])"), NARROW + r"\1"),
    (re.compile(r"[ \u00a0\u202f]+([:»])"), WIDE + r"\1"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + WIDE),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS}))"), WIDE),
    (re.compile(r"(?<=\d h) (?=\d)"), WIDE),
    (re.compile(r"(?<=\d\u00a0h) (?=\d)"), WIDE),
    (re.compile(r"\b([nN]°) (?=\S)"), r"\1" + WIDE),
    (re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))"), NARROW),
)


def typo(text: str) -> str:
    """``text`` with its spaces made no-break where French asks for it; nothing else changes."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def counted(number: int, singular: str, plural: str) -> str:
    """« 1 point », « 2 points »: zero takes the singular, as in French."""
    return f"{grouped(number)}{WIDE}{plural if abs(number) >= 2 else singular}"


def grouped(number: int) -> str:
    """1234567 → « 1 234 567 » with narrow no-break spaces; four digits stay together."""
    return f"{number:,}".replace(",", NARROW) if abs(number) >= 10_000 else str(number)


def decimal(number: float, digits: int = 1) -> str:
    """0.42 → « 0,4 »; an integer value keeps no decimal."""
    text = f"{number:.{digits}f}"
    return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text


def clock(moment: datetime) -> str:
    """« 9 h 12 », « 14 h »."""
    minutes = f"{WIDE}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{WIDE}h{minutes}"


def day(value: date, today: date) -> str:
    """« aujourd’hui », « hier », « le 3 mars 2026 »."""
    if value == today:
        return "aujourd’hui"
    if value == today - timedelta(days=1):
        return "hier"
    number = "1er" if value.day == 1 else str(value.day)
    return f"le {number}{WIDE}{MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime, now: datetime) -> str:
    """« aujourd’hui, 9 h 12 »; both in the same time zone."""
    return f"{day(value.date(), now.date())}, {clock(value)}"


def lasting(seconds: float) -> str:
    """« moins d’une seconde », « 12 secondes », « 3 minutes », « 1 h 05 »."""
    if seconds < 1:
        return "moins d’une seconde"
    if seconds < 90:
        return counted(round(seconds), "seconde", "secondes")
    minutes = round(seconds / 60)
    if minutes < 60:
        return counted(minutes, "minute", "minutes")
    return f"{minutes // 60}{WIDE}h{WIDE}{minutes % 60:02d}"


def size(octets: int) -> str:
    """« 512 octets », « 3 Ko », « 1,2 Mo »."""
    for unit, weight in (("Go", 10**9), ("Mo", 10**6), ("Ko", 10**3)):
        if octets >= weight:
            return f"{decimal(octets / weight)}{WIDE}{unit}"
    return counted(octets, "octet", "octets")
