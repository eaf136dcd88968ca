"""French typography: apostrophes, quotation marks and no-break spaces where they belong.

Source: *Lexique des règles typographiques en usage à l’Imprimerie nationale*. A narrow no-break
space (U+202F) comes before « ; », « ! » and « ? », a no-break space (U+00A0) before « : », inside
« », between a number and its unit and inside numbers, as after « M. » and « n° ».
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
THIN = "\u202f"
_SPACE = "[ \u00a0\u202f\u2009]"

_UNTOUCHED = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]*\w|\b\d{1,2}:\d{2}\b")
_UNITS = (
    r"€|%|‰|°C|k€|M€|h|min|s|km|m|cm|mm|kg|g|t|ha|m²|m³|km/h|kWh|euros?|heures?|minutes?|jours?|mois|ans?"
    r"|années?|semaines?|habitants?|agents?|élus?|pages?|kilomètres?|mètres?"
)
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(?<=[^\W\d_])'(?=[^\W\d_]|[«“\"\d])", "’"),
        (r"(?<!\.)\.\.\.(?!\.)", "…"),
        (r"(?<=[\w»)\]])[ \u00a0\u202f]+([.,])(?=\s|$)", r"\1"),
        (r'(^|[\s(\[’«])"(?=[^\s"])([^"\n]+?)(?<=\S)"', rf"\1«{NBSP}\2{NBSP}»"),
        (rf"«{_SPACE}*(?=\S)", f"«{NBSP}"),
        (rf"(?<=\S){_SPACE}*»", f"{NBSP}»"),
        (rf"(?<=[\w»)\]%€°]){_SPACE}*([;!?]+)(?=\s|$|[»”)])", rf"{THIN}\1"),
        (rf"(?<=[\w»)\]%€°]){_SPACE}*:(?=\s|$)", f"{NBSP}:"),
        (r"\b(n°|N°|nº|§)[ ](?=\d)", rf"\1{NBSP}"),
        (r"\b(M\.|MM\.|Mme|Mmes|Mlle|Dr|Me|art\.|al\.|p\.)[ ](?=[A-ZÀ-Ý\d])", rf"\1{NBSP}"),
        (r"\b([LRDA]\.)[ ](?=\d)", rf"\1{NBSP}"),
        (r"(?<=\d)[ ](?=\d{3}(?!\d))", THIN),
        (rf"(?<=\d)[ ](?=(?:{_UNITS})(?![\w²³/]))", NBSP),
        (rf"(?<=\d{NBSP}h)[ ](?=\d)", NBSP),
    )
)


def typographic(text: str) -> str:
    """``text`` with French apostrophes, quotation marks, ellipses and no-break spaces.

    Web addresses, e-mail addresses and times written « 12:30 » are left as they are. Applying it
    twice changes nothing more. No letter or digit is ever changed.
    """
    pieces: list[str] = []
    at = 0
    for kept in _UNTOUCHED.finditer(text):
        pieces += [_set(text[at : kept.start()]), kept[0]]
        at = kept.end()
    pieces.append(_set(text[at:]))
    return "".join(pieces)


def _set(text: str) -> str:
    for pattern, by in _STEPS:
        text = pattern.sub(by, text)
    return text


def plain_spaces(text: str) -> str:
    """``text`` with every no-break or thin space as a plain space, same length, for matching."""
    return text.translate(_PLAIN)


_PLAIN = {ord(c): " " for c in "\u00a0\u202f\u2009\u2007"}


def capitalised(sentence: str) -> str:
    """``sentence`` with its first letter in upper case, the rest untouched."""
    for index, char in enumerate(sentence):
        if char.isalpha():
            return sentence[:index] + char.upper() + sentence[index + 1 :]
        if char.isdigit():
            return sentence
    return sentence
