# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Personal accounts and pages: « @jeanne_d », profiles on social networks, personal sites, codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import every
from beffroi.privacy.types import Mention

_SITES = (
    r"facebook|fb|instagram|twitter|x|linkedin|tiktok|youtube|snapchat|github|gitlab|pinterest|"
    r"threads|mastodon|bsky|bluesky|t|wa|discord|twitch|flickr|leboncoin|airbnb|blablacar|viadeo|copainsdavant|strava|vinted|medium|substack|soundcloud|linktr|reddit|deezer|etsy|malt|telegram"
)
_PROFILE = re.compile(
    rf"(?:https?://)?(?:[a-z]{{2,3}}\.)?(?:{_SITES})\.(?:com|fr|me|social|app|tv|net|org|gg|ee|be|io)/[^\s<>\"»),;]*[^\s<>\"»),;.]",
    re.I,
)
_BLOG = re.compile(
    r"(?:https?://)?[a-z0-9\-]{1,63}\.(?:wordpress|blogspot|over-blog|skyrock|canalblog|wixsite|tumblr|free|"
    r"pagesperso-orange|github|jimdo|e-monsite|webnode)\.(?:com|fr|net|io)(?:/[^\s<>\"»),;]*)?"
    r"|https?://perso\.[^\s<>\"»),;]+|https?://[^\s<>\"»),;/]+/~[^\s<>\"»),;]+"
    r"|(?<![\w@./\-])(?:https?://|[a-z0-9][a-z0-9\-]{0,62}\.)[^\s<>\"»),;]{0,120}/(?:profil|profile|user|users|membre|membres|compte|people|u|in)/[^\s<>\"»),;]*[\w]",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z][\w.\-]{2,30}(?<![.\-])(?!\w|@)")
_NUMBERED = re.compile(r"(?<![\w#])[A-Za-z][\w.]{1,31}#\d{4}(?!\w)")
_NAMED = re.compile(
    r"(?<!\w)(?:pseudo(?:nyme)?|identifiant|login|compte|insta(?:gram)?|facebook|fb|snap(?:chat)?|twitter|tiktok|"
    r"skype|discord|telegram|user(?:name)?|utilisateur|nom\s+d[’']utilisateur)"
    r"(?:\s+(?:facebook|instagram|twitter|tiktok|snapchat|x|skype|fb|insta|discord|internet|en\s+ligne|citoyen|portail|famille|"
    r"de\s+connexion|du\s+portail))*\s*(?:[:=(]|c[’']?\s?est|est|:\s)?\s*"
    r"(?P<a>@?(?=[\w.\-]*(?:[A-Za-z]\d|[._]\w|\w-\w*\d))[A-Za-z][\w.\-]{2,40})(?<![.\-])",
    re.I,
)
#: « mon code en bas c’est 28 B 47 », « le code de l’alarme : 12 34 »: groups parted by spaces.
_DOOR = re.compile(
    r"(?<!\w)(?:(?:mon|le|notre|son|leur)\s+)?code\s+(?:en\s+bas|de\s+l[’'](?:entr[ée]e|alarme|immeuble)|du\s+(?:bas|hall|digicode|b[âa]timent)|de\s+la\s+(?:porte|grille|bo[îi]te))"
    r"\s*(?:[:=(]|c[’']?\s?est|est)?\s*(?:le\s+)?(?P<a>(?=[A-Z\d ]*\d)[A-Z]?\d{1,6}[A-Z]?(?: (?:[A-Z](?![\w’'])|\d{1,4}(?![\w€]))){0,3})",
    re.I,
)
#: What opens something: a password, the code of a door. It must hold a digit.
_SECRET = re.compile(
    r"(?<!\w)(?:mots?\s+de\s+passe|mdp|password|code\s+(?:d[’']acc[èe]s|d[’']entr[ée]e|secret|confidentiel|pin|porte|portail|immeuble|"
    r"wi-?fi|de\s+(?:la\s+)?porte|du\s+portail)|digicode|interphone|bo[îi]te\s+[àa]\s+cl(?:[ée]s?|efs?)|coffre\s+[àa]\s+cl[ée]s?|cl[ée]s?\s+[àa]\s+code|alarme|cadenas|cryptogramme|cvv|cvc|code\s+(?=\d{2,5}[A-Z]|[A-Z]\d{2,5}))"
    r"\s*(?:visuel|provisoire|temporaire)?\s*(?:[:=(]|c[’']?\s?est|est|n\s?[°ºo])?\s*(?P<a>(?=[^\s,;]*\d)(?![^\s,;]*[/@])[^\s,;:()«»\"]{3,24})(?<![.!?])",
    re.I,
)


def find(text: str) -> Iterator[Mention]:
    """Every personal account or page of ``text``."""
    for pattern, confidence in ((_PROFILE, 0.85), (_BLOG, 0.75), (_HANDLE, 0.7), (_NUMBERED, 0.7)):
        yield from every(text, pattern, kind="account", confidence=confidence, rule="compte")
    yield from every(text, _NAMED, kind="account", confidence=0.85, rule="compte", group="a")
    yield from every(text, _SECRET, kind="other", confidence=0.8, rule="code", group="a")
    yield from every(text, _DOOR, kind="other", confidence=0.8, rule="code", group="a")
