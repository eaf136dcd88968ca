"""What a collectivité knows of its own: whom to leave in clear, and names that are places."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from beffroi.errors import InputError
from beffroi.privacy.fold import fold
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
    names = [frozenset(fold(name).split()) for name in officials]
    others = [m for m in found if m.kind == "person" and not _is_one(m, names)]
    private = frozenset(word for m in others for word in fold(m.text).split())
    return [m for m in found if m.kind != "person" or not _stays_clear(m, names, private)]


def _is_one(mention: Mention, names: list[frozenset[str]]) -> bool:
    """« Dupont », « Jeanne DUPONT », « J. Dupont » for « Jeanne Dupont »."""
    words = fold(mention.text).split()
    for name in names:
        full = [word for word in words if len(word) > 1]
        initials = [word for word in words if len(word) == 1]
        if full and set(full) <= name and all(any(n[0] == i for n in name) for i in initials):
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
