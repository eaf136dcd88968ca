"""The neighbour walks through every route of the house, with the real ids of the others.

A route with arguments that nobody covers makes this fail: add it to ``routes`` of
``tests/web/<app>/neighbour.py``, or to its ``NO_ROW`` with the reason when it shows no row.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction, Role

#: Routes with arguments that are no row of an authority, and why.
NO_ROW = {
    "accounts:invitation": "the secret of the link is the permission",
    "accounts:mot_de_passe_nouveau": "the token of the link is the permission",
    "accounts:session_fermer": "looks among the sessions of the person only; tested with accounts",
    "journal:exporter": "the argument is a format; walked below without rows",
}
#: A word in every row of the authority that is visited: no page of the neighbour may show it.
MARK = "Vergnes-le-Secret"
ALL_ROLES = list(Role.values)


def _walk(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for item in patterns:
        if isinstance(item, URLResolver):
            inner = f"{prefix}{item.namespace}:" if item.namespace else prefix
            yield from _walk(item.url_patterns, inner)
        else:
            yield f"{prefix}{item.name}", item


def _all_routes() -> dict[str, URLPattern]:
    return dict(_walk(get_resolver().url_patterns))


def _modules() -> list[Any]:
    folder = Path(__file__).parent
    names = [app.name.removeprefix("beffroi_web.") for app in apps.get_app_configs()]
    return [
        importlib.import_module(f"web.{name}.neighbour")
        for name in names
        if (folder / name / "neighbour.py").exists()
    ]


def _no_row() -> set[str]:
    return set(NO_ROW).union(*(getattr(module, "NO_ROW", {}) for module in _modules()))


def _covered(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    """What each app says of its own routes, with real rows."""
    found: dict[str, dict[str, Any]] = {}
    for module in _modules():
        found |= module.routes(collectivite, user)
    return found


@pytest.fixture
def visited(neighbour: Collectivite) -> Collectivite:
    neighbour.name = f"Commune de {MARK}"
    neighbour.save()
    Direction.objects.create(collectivite=neighbour, name=f"Direction {MARK}")
    return neighbour


def _with_arguments(pattern: URLPattern) -> bool:
    return bool(pattern.pattern.regex.groupindex) or bool(
        getattr(pattern.pattern, "converters", {})
    )


def test_every_route_has_a_name() -> None:
    assert "None" not in {name.rsplit(":", 1)[-1] for name in _all_routes()}


def test_every_route_with_arguments_is_covered(
    visited: Collectivite, person: Callable[..., User]
) -> None:
    routes = {name for name, pattern in _all_routes().items() if _with_arguments(pattern)}
    covered = set(_covered(visited, person(visited, *ALL_ROLES))) | _no_row()
    assert routes - covered == set(), "add these routes to a tests/web/<app>/neighbour.py"
    assert covered - routes == set(), "these routes are no more"


def test_the_neighbour_reaches_no_row(
    collectivite: Collectivite,
    visited: Collectivite,
    person: Callable[..., User],
    signed_in: Callable[..., Client],
) -> None:
    rows = _covered(visited, person(visited, *ALL_ROLES))
    client = signed_in(collectivite, *ALL_ROLES)
    for name, arguments in rows.items():
        address = reverse(name, kwargs=arguments)
        for method in (client.get, client.post):
            status = method(address).status_code
            assert status in (403, 404, 405), f"{name}: {status}"


def test_the_neighbour_sees_nothing_on_the_other_pages(
    collectivite: Collectivite,
    visited: Collectivite,
    person: Callable[..., User],
    signed_in: Callable[..., Client],
) -> None:
    _covered(visited, person(visited, *ALL_ROLES))
    client = signed_in(collectivite, *ALL_ROLES)
    addresses = [
        reverse(name) for name, pattern in _all_routes().items() if not _with_arguments(pattern)
    ] + ["/journal/journal.csv", "/journal/journal.json"]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code < 500, address
        body = answer.getvalue() if answer.streaming else answer.content
        assert MARK.encode() not in body, address


def test_the_cookie_of_another_authority_gives_nothing(
    collectivite: Collectivite, visited: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.AGENT)
    session = client.session
    session["collectivite"] = visited.pk
    session.save()
    page = client.get("/compte/").content.decode()
    assert MARK not in page and collectivite.name in page
    assert client.post("/collectivite/choisir/", {"collectivite": visited.pk}).status_code == 404


def test_a_stranger_is_sent_to_sign_in(visited: Collectivite, person: Callable[..., User]) -> None:
    rows = _covered(visited, person(visited, *ALL_ROLES))
    for name, arguments in rows.items():
        answer = Client().get(reverse(name, kwargs=arguments))
        assert answer.status_code in (302, 405), name
