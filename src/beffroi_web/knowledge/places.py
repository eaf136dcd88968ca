"""The places that a collection follows: what is there now, and its bytes. No database here.

Another room may bring a kind of place of its own: :func:`opens`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

from beffroi.errors import InputError
from beffroi_web.knowledge.net import Fetch

#: Pages of a site, files of a folder: beyond, the place is refused rather than read in part.
MOST = 5000


class PlaceUnread(InputError):
    code = "documents.lieu"
    default_message = "Ce lieu n’a pas pu être lu."
    default_next_step = "Vérifiez son adresse, puis rafraîchissez. Rien n’a été retiré."


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A page, a file or a letter: where it is, and the name that says its format. ``fixed``: what
    is at that address never changes."""

    address: str
    name: str
    fixed: bool = False


class Place(Protocol):
    """A site or a folder. ``entries`` raises :class:`PlaceUnread`; ``content`` raises
    ``InputError`` for one entry that cannot be read."""

    def entries(self) -> list[Entry]: ...

    def content(self, entry: Entry) -> bytes: ...


class Site:
    """The pages that the sitemap at ``address`` lists, those of its own host only."""

    def __init__(self, address: str, *, fetch: Fetch) -> None:
        self._address, self._fetch = address, fetch

    def entries(self) -> list[Entry]:
        pages = dict.fromkeys(self._pages(self._address, depth=1))
        host = urlsplit(self._address).hostname
        kept = [page for page in pages if urlsplit(page).hostname == host]
        if not kept:
            raise PlaceUnread("Ce plan de site ne donne aucune page de ce site.")
        if len(kept) > MOST:
            raise PlaceUnread(f"Ce plan de site donne plus de {MOST} pages.")
        return [Entry(address=page, name=_name(page)) for page in kept]

    def content(self, entry: Entry) -> bytes:
        return self._fetch(entry.address)

    def _pages(self, address: str, *, depth: int) -> Iterator[str]:
        """The addresses of a plan; of the plans that it names, when it is a plan of plans."""
        tag, addresses = _read_plan(self._fetch(address), address)
        if tag != "sitemapindex":
            yield from addresses
        elif depth:
            for inner in addresses:
                yield from self._pages(inner, depth=depth - 1)


def _read_plan(content: bytes, address: str) -> tuple[str, list[str]]:
    """The kind of plan and the addresses in it."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise PlaceUnread("Cette adresse ne donne pas un plan de site.") from error
    found = [node.text or "" for node in root.iter() if str(node.tag).endswith("}loc")]
    addresses = [urljoin(address, text.strip()) for text in found if text.strip()]
    return str(root.tag).rpartition("}")[2], addresses


def _name(page: str) -> str:
    """« reglement.pdf » for a file, « page.html » for a page."""
    last = urlsplit(page).path.rpartition("/")[2]
    return last if "." in last[1:] else f"{last or 'page'}.html"


class Folder:
    """The files under ``root``, hidden ones and links that leave it apart."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def entries(self) -> list[Entry]:
        if not self._root.is_dir():
            raise PlaceUnread("Ce dossier n’est plus sur le serveur.")
        files = sorted(path for path in self._root.rglob("*") if self._mine(path))
        if len(files) > MOST:
            raise PlaceUnread(f"Ce dossier contient plus de {MOST} fichiers.")
        return [
            Entry(address=path.relative_to(self._root).as_posix(), name=path.name) for path in files
        ]

    def content(self, entry: Entry) -> bytes:
        try:
            return (self._root / entry.address).read_bytes()
        except OSError as error:
            raise PlaceUnread("Ce fichier n’a pas pu être lu.", detail=repr(error)) from error

    def _mine(self, path: Path) -> bool:
        inside = path.resolve().is_relative_to(self._root.resolve())
        hidden = any(part.startswith(".") for part in path.relative_to(self._root).parts)
        return path.is_file() and inside and not hidden


#: How a place of each kind is opened, for the collection that follows it.
Opener = Callable[[Any, str], AbstractContextManager[Place]]
_OPENERS: dict[str, Opener] = {}


def opens(kind: str) -> Callable[[Opener], Opener]:
    """Declare how the places of ``kind`` are opened: authority, address → the place, closed after
    use."""

    def declare(opener: Opener) -> Opener:
        _OPENERS[kind] = opener
        return opener

    return declare


def opener_of(kind: str) -> Opener:
    return _OPENERS[kind]
