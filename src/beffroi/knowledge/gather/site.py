"""The pages of a site, by its plan (sitemap.xml, https://www.sitemaps.org/protocol.html).

Polite: the rules of robots.txt (RFC 9309) are followed, one page at a time, with a pause; a page
outside the site of the plan is refused.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from beffroi.documents import read
from beffroi.errors import InputError
from beffroi.knowledge.gather.files import of_document
from beffroi.knowledge.gather.roots import Gathered, Refused
from beffroi.knowledge.index import Incoming

if TYPE_CHECKING:
    import httpx

AGENT = "Beffroi"

#: Seconds between two pages, pages at most, bytes of a page at most, seconds to wait for one.
PAUSE, MOST_PAGES, MOST_BYTES, PATIENCE = 0.5, 2000, 20_000_000, 20.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A page of the plan, and when it says it last changed."""

    url: str
    changed: date | None


def gather_site(
    plan: str, *, collection: str, report: Callable[[str], None], pause: float = PAUSE
) -> Gathered:
    """The pages that the plan at address ``plan`` lists, each under its address.

    Raises ``InputError`` when the plan cannot be read. ``pause``: seconds between two requests,
    more when robots.txt asks for more.
    """
    import httpx

    with httpx.Client(
        headers={"User-Agent": AGENT}, timeout=PATIENCE, follow_redirects=True
    ) as client:
        rules = _rules(client, plan)
        wait = max(pause, float(rules.crawl_delay(AGENT) or 0))
        places = _places(client, plan)
        documents: list[Incoming] = []
        refused: list[Refused] = []
        for number, place in enumerate(places, start=1):
            report(f"[{number}/{len(places)}] {place.url}")
            made = _page(client, rules, plan, place, collection, over=number > MOST_PAGES)
            if isinstance(made, Refused):
                refused.append(made)
            else:
                documents.append(made)
                time.sleep(wait)
    return Gathered(documents=tuple(documents), refused=tuple(refused), met=len(places))


def _rules(client: httpx.Client, plan: str) -> RobotFileParser:
    """What robots.txt allows; a site without one allows all, one that fails allows nothing."""
    import httpx

    rules = RobotFileParser()
    try:
        answer = client.get(urljoin(plan, "/robots.txt"))
    except httpx.HTTPError as error:
        raise _unreached(plan, error) from error
    if answer.status_code >= 500:
        rules.parse(["User-agent: *", "Disallow: /"])
    else:
        rules.parse(answer.text.splitlines() if answer.status_code == 200 else [])
    return rules


def _places(client: httpx.Client, plan: str) -> list[Place]:
    """The pages of the plan and of the plans that it lists, each once."""
    found: dict[str, Place] = {}
    waiting, seen = [plan], {plan}
    while waiting:
        pages, plans = _plan(client, waiting.pop(0))
        found.update((page.url, page) for page in pages)
        for further in plans:
            if further not in seen and _same_site(further, plan):
                seen.add(further)
                waiting.append(further)
    return list(found.values())


def _plan(client: httpx.Client, address: str) -> tuple[list[Place], list[str]]:
    """(pages, further plans) of one plan."""
    import httpx
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        answer = client.get(address).raise_for_status()
        root = fromstring(answer.content)
    except httpx.HTTPError as error:
        raise _unreached(address, error) from error
    except (ParseError, ValueError) as error:
        raise InputError(
            f"« {address} » n’est pas un plan de site.",
            next_step="Donnez l’adresse du fichier sitemap.xml.",
            detail=str(error),
        ) from error
    pages, plans = [], []
    for entry in root:
        parts = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in entry}
        if entry.tag.endswith("sitemap") and parts.get("loc"):
            plans.append(parts["loc"])
        elif parts.get("loc"):
            pages.append(Place(url=parts["loc"], changed=_date(parts.get("lastmod", ""))))
    return pages, plans


def _page(
    client: httpx.Client,
    rules: RobotFileParser,
    plan: str,
    place: Place,
    collection: str,
    *,
    over: bool,
) -> Incoming | Refused:
    import httpx

    if over:
        return _refused(place, f"Le plan a plus de {MOST_PAGES} pages.")
    if not _same_site(place.url, plan):
        return _refused(place, "Cette page est sur un autre site.")
    if not rules.can_fetch(AGENT, place.url):
        return _refused(place, "Le site demande de ne pas lire cette page (robots.txt).")
    try:
        answer = client.get(place.url)
        if answer.status_code != 200:
            return _refused(place, f"La page répond {answer.status_code}.")
        if not _same_site(str(answer.url), plan):
            return _refused(place, "Cette page renvoie vers un autre site.")
        if len(answer.content) > MOST_BYTES:
            return _refused(place, "Cette page est trop lourde.")
        document = read(
            answer.content, name=urlsplit(place.url).path.rpartition("/")[2] or "x.html"
        )
    except httpx.HTTPError:
        return _refused(place, "La page ne répond pas.")
    except InputError as error:
        return _refused(place, error.message)
    return of_document(
        document,
        id=place.url,
        title=document.title or place.url,
        collection=collection,
        origin=plan,
        sent=place.changed,
        url=place.url,
    )


def _name(answer: httpx.Response, url: str) -> str:
    """The name of a file of that kind: an address often has none."""
    if "html" in answer.headers.get("content-type", ""):
        return "page.html"
    return urlsplit(url).path.rpartition("/")[2]


def _refused(place: Place, reason: str) -> Refused:
    return Refused(origin=place.url, reason=reason, id=place.url)


def _same_site(url: str, plan: str) -> bool:
    """An address of the same host and port, so that a plan never sends the machine elsewhere."""
    one, other = urlsplit(url), urlsplit(plan)
    return one.scheme in ("http", "https") and one.netloc == other.netloc


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _unreached(address: str, error: Exception) -> InputError:
    return InputError(
        f"Le site « {urlsplit(address).netloc} » ne répond pas.",
        next_step="Vérifiez l’adresse et la connexion, puis recommencez.",
        detail=str(error),
    )
