"""How a French word sounds, roughly, so that « kart » and « carte » meet. No I/O here."""

from __future__ import annotations

import re

#: In this order; the word is folded (no accents). Capitals are sounds of their own: A is « an »,
#: E is « in », O is « on », U is « ou », W is « oi ».
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"(?<=[aeiou])ill?(?:e|es|ent)?$", "y"),
        (r"tion", "sion"),
        (r"e?au(?:[xt]s?$)?", "o"),
        (r"oin", "wE"),
        (r"oi|oy", "W"),
        (r"ou", "U"),
        (r"(?:ain|ein|in|im|ym|yn)(?![aeiouynm])", "E"),
        (r"(?:an|am|en|em)(?![aeiouynm])", "A"),
        (r"(?:on|om)(?![aeiouynm])", "O"),
        (r"ai|ei|ay|ey", "e"),
        (r"oeu|eu", "e"),
        (r"c(?=h)", "S"),
        (r"sh", "S"),
        (r"h", ""),
        (r"qu?|k", "k"),
        (r"c(?=[eiyE])|sc(?=[eiy])", "s"),
        (r"c", "k"),
        (r"gu(?=[ei])", "g"),
        (r"ge(?=[ao])|g(?=[eiy])", "j"),
        (r"gn", "n"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeioAEOUW][bdfgjklmnprstv])e(?=[bdfgjklmnprstv][aeioAEOUW])", ""),
    )
)

#: An end that is a vowel (« quitter », « liste »: what is before it is said) or mute letters. Both
#: leave a vowel before them.
_VOWEL_END = re.compile(r"(?<=[aeiouAEOUW])(.*?)(?:ers?|ets?|e+s?)$")
_MUTE_END = re.compile(r"(?<=[aeiouAEOUW])[stdp]{1,2}$|(?<=r)[td]s?$")


def sound(word: str) -> str:
    """The sound of a folded word; two words with one sound are likely one word misspelt."""
    heard = said(word)
    return _VOWEL_END.sub(r"\1", heard) if _VOWEL_END.search(heard) else _MUTE_END.sub("", heard)


def said(word: str) -> str:
    """The sound of a folded word, its last letters said too: « dimanch » has lost a letter."""
    heard = re.sub(r"(?<=.{3})ez$", "e", word)
    for pattern, replacement in _RULES:
        heard = pattern.sub(replacement, heard)
    return heard
