"""The form of a token, and how to find one again after a model has handled it.

``[PERSONNE_1]``, ``[FEMME_1]``, ``[HOMME_2]`` for people (one numbering for the three: the word
tells the gender, the number tells who), ``[ADRESSE_1]``, ``[TELEPHONE_1]``… A second way to write
the same entity bears a letter: ``[FEMME_1_B]``. Why this form: docs/decisions/0060.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from beffroi.privacy.types import Gender, Kind, TokenKey

WORDS: Mapping[Kind, str] = {
    "person": "PERSONNE",
    "address": "ADRESSE",
    "phone": "TELEPHONE",
    "email": "COURRIEL",
    "nir": "NIR",
    "iban": "IBAN",
    "card": "CARTE",
    "plate": "PLAQUE",
    "birth_date": "NAISSANCE",
    "identifier": "IDENTIFIANT",
    "parcel": "PARCELLE",
    "network": "RESEAU",
    "account": "COMPTE",
    "gps": "POSITION",
    "other": "DONNEE",
}
GENDERED: Mapping[Gender, str] = {"": "PERSONNE", "f": "FEMME", "m": "HOMME"}
FAMILIES = (*dict.fromkeys((*WORDS.values(), *GENDERED.values())),)

#: No token is longer, whatever the model did to it: word, plural, signs, number, variant.
LONGEST = 40

_E = "[EeÉéÈè]"
_DIGITS = r"[0-9]{1,6}"
#: « PERSONNE » → the same in any case, with or without accents, singular or plural.
_WORD = (
    "(?:"
    + "|".join(
        "".join(_E if c == "E" else f"[{c}{c.lower()}]" for c in word) + "[Ss]?"
        for word in sorted(FAMILIES, key=len, reverse=True)
    )
    + ")"
)
_SIGN = r"[*_`]{0,3}"
_OPEN = rf"(?:\[|\(|\{{|<|⟦|«\u00a0?){_SIGN} ?"
_CLOSE = rf" ?{_SIGN}(?:\]|\)|\}}|>|⟧|\u00a0?»)"
_VARIANT = r"(?:[_\-\u00a0 \\]{1,2}(?P<v%s>[A-Z]{1,2}|[a-z]{1,2})(?![A-Za-z]))?"

PATTERN = re.compile(
    # exactly as written by mask
    rf"\[(?P<w0>{'|'.join(FAMILIES)})_(?P<n0>[0-9]+)(?:_(?P<v0>[A-Z]+))?\]"
    # inside some brackets, handled by a model
    rf"|{_OPEN}(?P<w1>{_WORD})[_\-\u00a0 \\]{{0,2}}(?P<n1>{_DIGITS}){_VARIANT % 1}{_CLOSE}"
    # escaped as in Markdown, both or none
    rf"|\\\[{_SIGN}(?P<w4>{_WORD})[_\-\u00a0 \\]{{0,2}}(?P<n4>{_DIGITS}){_VARIANT % 4}{_SIGN}\\\]"
    # brackets dropped, or one of the two
    rf"|(?<![^\W_])[\[(]?(?P<w2>{_WORD})(?:\\?_)(?P<n2>{_DIGITS})(?:\\?_(?P<v2>[A-Z]{{1,2}}))?(?![0-9A-Za-z])[\])]?"
    rf"|(?<![^\W_])(?P<w3>{'|'.join(FAMILIES)})[\-\u00a0 ](?P<n3>{_DIGITS})(?![0-9A-Za-z])"
)


#: What may look like a token once a neighbour of it has been masked: « Adresse_2sIya ».
_ALIKE = re.compile(
    rf"(?P<w>{_WORD})[_\-\u00a0 \\]{{0,2}}(?P<n>{_DIGITS})(?:\\?_(?P<v>[A-Za-z]{{1,2}}))?"
)


def alike(text: str) -> Iterator[TokenKey]:
    """The keys of all that looks like a token in ``text``, or would if what follows it changed."""
    for match in PATTERN.finditer(text):
        yield key(match)
    for match in _ALIKE.finditer(text):
        family, number, variant = _family(match["w"]), int(match["n"]), match["v"] or ""
        yield family, number, ""
        yield family, number, variant[:1].upper()
        yield family, number, variant.upper()


def key(match: re.Match[str]) -> TokenKey:
    """What the token found by :data:`PATTERN` is looked up by."""
    for form in "01423":
        word = match[f"w{form}"]
        if word is not None:
            variant = match[f"v{form}"] if form != "3" else None
            return _family(word), int(match[f"n{form}"]), (variant or "").upper()
    raise AssertionError("PATTERN matched no form")


def _family(word: str) -> str:
    plain = re.sub("[ÉéÈè]", "E", word).upper()
    found = plain if plain in FAMILIES else plain.removesuffix("S")
    return "PERSONNE" if found in GENDERED.values() else found


def write(kind: Kind, number: int, variant: str = "", gender: Gender = "") -> str:
    """The token as it stands in a masked text."""
    word = GENDERED[gender] if kind == "person" else WORDS[kind]
    return f"[{word}_{number}_{variant}]" if variant else f"[{word}_{number}]"


def letter(rank: int) -> str:
    """The variant of ``rank`` 0, 1, 2…: ``""``, ``"B"``, ``"C"``… ``"Z"``, ``"AA"``…"""
    if rank == 0:
        return ""
    rank, letters = rank + 1, ""
    while rank:
        rank, rest = divmod(rank - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
