"""A site and a folder that a collection follows."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beffroi_web.collectivites.models import Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge import folders, index, net, visits
from beffroi_web.knowledge.models import Document
from beffroi_web.knowledge.net import PageUnread, fetcher, public_only
from beffroi_web.knowledge.places import PlaceUnread, Site
from web.knowledge.conftest import CANTINE, PISCINE, Shelf

PLAN = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'


class Commune(ThreadingHTTPServer):
    """A site on this machine: path → bytes."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def plan(self, *paths: str, kind: str = PLAN, at: str = "/sitemap.xml") -> None:
        locs = "".join(f"<url><loc>{self.url}{path}</loc></url>" for path in paths)
        self.pages[at] = kind.format(locs).encode()


class _Handler(BaseHTTPRequestHandler):
    server: Commune

    def do_GET(self) -> None:
        if self.path == "/ailleurs":
            self.send_response(302)
            self.send_header("Location", "http://10.0.0.1/secret")
            self.end_headers()
            return
        content = self.server.pages.get(self.path)
        self.send_response(200 if content is not None else 404)
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def commune() -> Iterator[Commune]:
    server = Commune()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site of the tests is on this machine: its address is allowed."""

    def allowed(*, limit: int) -> net.Fetch:
        return fetcher(limit=limit, allowed=lambda address: None)

    monkeypatch.setattr(visits, "fetcher", allowed)


def follow(shelf: Shelf, address: str) -> dict[str, int]:
    shelf.client.post(f"/documents/{shelf.row.pk}/suivre/", {"adresse": address})
    run_waiting()
    return dict(shelf.row.feeds.get().report)


def refresh(shelf: Shelf) -> dict[str, int]:
    shelf.client.post(f"/documents/{shelf.row.pk}/rafraichir/")
    run_waiting()
    return dict(shelf.row.feeds.get().report)


def counts(report: dict[str, int]) -> list[int]:
    return [report[name] for name in ("ajoutes", "changes", "inchanges", "retires", "ecartes")]


@pytest.mark.usefixtures("near")
def test_a_site_is_followed_page_by_page(shelf: Shelf, commune: Commune) -> None:
    commune.pages |= {"/cantine": f"<p>{CANTINE}</p>".encode(), "/piscine": PISCINE.encode()}
    commune.plan("/cantine", "/piscine", "/absente")
    report = follow(shelf, f"{commune.url}/sitemap.xml")
    assert counts(report) == [2, 0, 0, 0, 1]
    assert "20 centimes" in shelf.search("prix du repas de la cantine")
    commune.pages["/piscine"] = b"<p>La piscine ferme en juillet pour travaux.</p>"
    commune.plan("/piscine")
    assert counts(refresh(shelf)) == [0, 1, 0, 2, 0]
    assert "20 centimes" not in shelf.search("prix du repas de la cantine")
    assert counts(refresh(shelf)) == [0, 0, 1, 0, 0]
    assert Document.objects.for_(shelf.collectivite).get().url == f"{commune.url}/piscine"


@pytest.mark.usefixtures("near")
def test_a_plan_of_plans_is_read(shelf: Shelf, commune: Commune) -> None:
    commune.pages["/a"] = CANTINE.encode()
    commune.plan("/a", at="/plan1.xml")
    commune.plan("/plan1.xml", kind=INDEX)
    assert counts(follow(shelf, f"{commune.url}/sitemap.xml")) == [1, 0, 0, 0, 0]


@pytest.mark.usefixtures("near")
def test_a_site_that_does_not_answer_loses_nothing(shelf: Shelf, commune: Commune) -> None:
    commune.pages["/a"] = CANTINE.encode()
    commune.plan("/a")
    follow(shelf, f"{commune.url}/sitemap.xml")
    for broken in (b"<html>", b'<!DOCTYPE x [<!ENTITY e "e">]><urlset>&e;</urlset>'):
        commune.pages["/sitemap.xml"] = broken
        report = refresh(shelf)
        assert report["retires"] == 0 and report["dit"]
    assert len(index.held(shelf.collectivite)) == 1
    assert "Rien n’a été retiré" in shelf.page(f"/documents/{shelf.row.pk}/")


def test_the_network_of_the_house_is_not_read(shelf: Shelf, commune: Commune) -> None:
    report = follow(shelf, f"{commune.url}/sitemap.xml")
    assert "réseau privé" in str(report["dit"])
    with pytest.raises(PageUnread):
        public_only("http://127.0.0.1:8000/")


def test_a_move_to_the_house_is_not_followed(commune: Commune) -> None:
    def only_here(address: str) -> None:
        if not address.startswith(commune.url):
            raise PageUnread

    with pytest.raises(PageUnread):
        fetcher(limit=10_000, allowed=only_here)(f"{commune.url}/ailleurs")


def test_a_page_too_heavy_is_refused(commune: Commune) -> None:
    commune.pages["/lourde"] = b"x" * 5000
    with pytest.raises(PageUnread, match="trop lourde"):
        fetcher(limit=1000, allowed=lambda address: None)(f"{commune.url}/lourde")


def test_pages_of_other_hosts_are_left(commune: Commune) -> None:
    commune.pages["/sitemap.xml"] = PLAN.format(
        "<url><loc>https://autre.test/</loc></url>"
    ).encode()
    place = Site(f"{commune.url}/sitemap.xml", fetch=fetcher(limit=9999, allowed=lambda a: None))
    with pytest.raises(PlaceUnread, match="aucune page"):
        place.entries()


@pytest.fixture
def disk(shelf: Shelf, settings: Any, tmp_path: Path) -> Path:
    settings.BEFFROI = replace(settings.BEFFROI, home=tmp_path / "maison")
    folder = folders.root_of(shelf.collectivite) / "reglements"
    folder.mkdir(parents=True)
    return folder


def test_a_folder_is_followed_by_the_administrator(
    shelf: Shelf, disk: Path, signed_in: Callable[..., Client]
) -> None:
    (disk / "cantine.txt").write_text(CANTINE, "utf-8")
    (disk / ".cache").write_text("caché", "utf-8")
    (disk / "dehors").symlink_to("/etc/hostname")
    address, values = f"/documents/{shelf.row.pk}/suivre/", {"dossier": "reglements"}
    assert shelf.client.post(address, values).status_code == 403
    admin = Shelf(signed_in(shelf.collectivite, Role.ADMINISTRATEUR), shelf.collectivite, shelf.row)
    assert "reglements" in admin.page(f"/documents/{shelf.row.pk}/")
    assert admin.client.post(address, {"dossier": "../../etc"}).status_code == 422
    admin.client.post(address, values)
    run_waiting()
    assert counts(dict(shelf.row.feeds.get().report)) == [1, 0, 0, 0, 0]
    (disk / "cantine.txt").unlink()
    (disk / "piscine.txt").write_text(PISCINE, "utf-8")
    assert counts(refresh(admin)) == [1, 0, 0, 1, 0]
    feed = shelf.row.feeds.get()
    admin.client.post(f"/documents/{shelf.row.pk}/suivre/{feed.pk}/cesser/")
    assert not shelf.row.feeds.exists() and shelf.row.documents.count() == 1
