"""What a collectivité knows of its own: whom to leave in clear, and names that are places."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from beffroi.errors import InputError
from beffroi.privacy.fold import fold
from beffroi.privacy.people.vocabulary import CIVILITIES
from beffroi.privacy.propagate import one_slip
from beffroi.privacy.types import Mention

#: The keys of the file, as a person writes them.
KEYS = {
    "elus": "officials",
    "contacts_publics": "public_contacts",
    "lieux": "places",
    "toujours_masquer": "always",
    "jamais_masquer": "never",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Lists:
    """``officials``: elected officials, named in full; ``public_contacts``: telephones, addresses
    and e-mails of services; ``places``: facilities and streets; ``always`` and ``never``: what
    reviewers decided.
    """

    officials: tuple[str, ...] = ()
    public_contacts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = field(default=())


NO_LISTS = Lists()


def read(path: Path) -> Lists:
    """The lists of a TOML file with the keys of :data:`KEYS`, each a list of French strings.

    Raises :class:`beffroi.errors.InputError` when the file is not of that form.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        unknown = sorted(set(raw) - set(KEYS))
        if unknown:
            raise InputError(
                f"Le fichier de listes contient une clé inconnue : « {unknown[0]} ».",
                next_step=f"Les clés connues sont : {', '.join(KEYS)}.",
            )
        return Lists(**{KEYS[key]: tuple(map(str, value)) for key, value in raw.items()})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        raise InputError(
            f"Le fichier de listes « {path.name} » ne peut pas être lu.",
            next_step='Écrivez par exemple : elus = ["Jeanne Dupont"].',
            detail=str(error),
        ) from error


def allowed(mentions: Iterable[Mention], lists: Lists) -> list[Mention]:
    """The mentions that the lists do not leave in clear."""
    if lists == NO_LISTS:
        return list(mentions)
    found = list(mentions)
    clear = {_key(item) for item in (*lists.public_contacts, *lists.never, *lists.places)}
    kept = [mention for mention in found if _key(mention.text) not in clear]
    return _without_officials(kept, lists.officials)


def _key(text: str) -> str:
    return fold(text).replace(" ", "")


def _without_officials(found: list[Mention], officials: tuple[str, ...]) -> list[Mention]:
    names = [frozenset(fold(name).split()) - CIVILITIES.keys() for name in officials]
    found = [piece for mention in found for piece in _without_inside(mention, names)]
    others = [m for m in found if m.kind == "person" and not _is_one(m, names)]
    private = frozenset(word for m in others for word in fold(m.text).split())
    return [m for m in found if m.kind != "person" or not _stays_clear(m, names, private)]


_WORD = re.compile(r"[^\W_]+")


def _without_inside(mention: Mention, names: list[frozenset[str]]) -> list[Mention]:
    """« PAUL VASSEUR HELENE CASTAING » taken for one person: each official is parted from it."""
    if mention.kind != "person" or _is_one(mention, names):
        return [mention]
    words = [(fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(mention.text)]
    for name in names:
        for at in range(len(words) - len(name) + 1) if len(name) > 1 else ():
            taken = words[at : at + len(name)]
            if {word for word, _, _ in taken} == name:
                cut = [
                    _piece(mention, 0, taken[0][1]),
                    _piece(mention, taken[0][1], taken[-1][2]),
                    _piece(mention, taken[-1][2], len(mention.text)),
                ]
                return [one for part in cut if part for one in _without_inside(part, names)]
    return [mention]


def _piece(mention: Mention, start: int, end: int) -> Mention | None:
    text = mention.text[start:end]
    bare = text.strip(" \u00a0,;.-")
    if not any(c.isalnum() for c in bare):
        return None
    begin = mention.start + start + text.index(bare)
    return replace(mention, start=begin, end=begin + len(bare), text=bare)


def _is_one(mention: Mention, names: list[frozenset[str]]) -> bool:
    """« Dupont », « Jeanne DUPONT », « J. Dupont » for « Jeanne Dupont »."""
    words = fold(mention.text).split()
    for name in names:
        full = [word for word in words if len(word) > 1]
        initials = [word for word in words if len(word) == 1]
        known = [any(word == n or one_slip(word, n) for n in name) for word in full]
        if full and all(known) and all(any(n[0] == i for n in name) for i in initials):
            return True
    return False


def _stays_clear(mention: Mention, names: list[frozenset[str]], private: frozenset[str]) -> bool:
    """A lone surname that someone else of the text bears too is masked: no guess is made."""
    words = fold(mention.text).split()
    if not _is_one(mention, names):
        return False
    return len(words) > 1 or words[0] not in private


def demanded(text: str, lists: Lists) -> list[Mention]:
    """What reviewers asked to mask always, wherever ``text`` holds it, in any case."""
    found = []
    for wanted in lists.always:
        for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text, re.I):
            found.append(
                Mention(
                    start=match.start(),
                    end=match.end(),
                    kind="other",
                    text=match[0],
                    confidence=1.0,
                    rule="liste",
                )
            )
    return found
