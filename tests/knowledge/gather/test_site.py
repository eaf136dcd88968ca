"""The site of a commune, served here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from beffroi.errors import InputError
from beffroi.knowledge.gather.site import gather_site

PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"
PAGES = {
    "/cantine": PAGE.format("La cantine", "Le repas coûte 3 €."),
    "/prive/maire": PAGE.format("Privé", "À ne pas lire."),
    "/robots.txt": "User-agent: *\nDisallow: /prive/\n",
}


class Site(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012 (emptied by the fixture)

    def do_GET(self) -> None:
        self.asked.append(self.path)
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        pages = dict(PAGES)
        pages["/sitemap.xml"] = (
            f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<sitemap><loc>{here}/pages.xml</loc></sitemap></sitemapindex>"
        )
        pages["/pages.xml"] = "<urlset>{}</urlset>".format(
            "".join(
                f"<url><loc>{url}</loc><lastmod>2024-02-01</lastmod></url>"
                for url in (
                    f"{here}/cantine",
                    f"{here}/prive/maire",
                    f"{here}/absente",
                    "http://ailleurs.example/page",
                )
            )
        )
        pages["/pas-un-plan"] = "bonjour"
        body = pages.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        kind = "text/html" if b"<html" in body else "text/plain"
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_pages_of_the_plan_are_read_politely(site: str) -> None:
    found = gather_site(f"{site}/sitemap.xml", collection="site", report=lambda _: None, pause=0.0)
    (made,) = found.documents
    assert made.source.id == made.source.url == f"{site}/cantine"
    assert made.source.title == "La cantine"
    assert "3 €" in made.passages[-1].text
    assert made.source.date is not None and made.source.date.year == 2024
    assert found.met == 4
    assert {r.reason.split(" ")[0] for r in found.refused} == {"Le", "La", "Cette"}
    assert "/prive/maire" not in Site.asked


def test_an_address_that_is_no_plan_is_refused(site: str) -> None:
    with pytest.raises(InputError, match="plan de site"):
        gather_site(f"{site}/pas-un-plan", collection="s", report=lambda _: None, pause=0.0)
    with pytest.raises(InputError, match="ne répond pas"):
        gather_site(f"{site}/rien.xml", collection="s", report=lambda _: None, pause=0.0)
