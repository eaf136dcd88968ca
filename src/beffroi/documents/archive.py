"""Zipped formats (docx, odt, xlsx, ods) opened with care, and their XML parsed with care."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from beffroi.documents.limits import Limits
from beffroi.errors import DamagedDocument, ProtectedDocument, TooLarge

if TYPE_CHECKING:
    from lxml.etree import _Element

#: All that :mod:`zipfile` raises for an archive that is damaged or of a kind it does not know.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, ValueError, RuntimeError, OverflowError),
)
_ENCRYPTED = 0x1
_SMALL = 1_048_576


def open_archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, once its declared sizes are known to be within ``limits``.

    A member that declares less than it holds is refused when it is read: :mod:`zipfile` stops at
    the declared size and its sum then differs.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise DamagedDocument(detail=str(error)) from error
    members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ProtectedDocument
    if len(members) > limits.members or sum(m.file_size for m in members) > limits.unzipped:
        raise _bomb()
    if any(_expansion(m) > limits.expansion for m in members if m.file_size > _SMALL):
        raise _bomb()
    return archive


def _expansion(member: zipfile.ZipInfo) -> float:
    return member.file_size / max(member.compress_size, 1)


def _bomb() -> TooLarge:
    return TooLarge(
        "Ce fichier se déplie en un contenu démesuré : Beffroi ne l’ouvre pas.",
        next_step="Ouvrez-le dans votre traitement de texte et enregistrez-le à nouveau.",
    )


def read_member(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes | None:
    """The bytes of the member ``name``, ``None`` when there is none of that name."""
    try:
        if archive.getinfo(name).file_size > limits.part:
            raise _bomb()
        return archive.read(name)
    except KeyError:
        return None
    except BROKEN as error:
        raise DamagedDocument(detail=f"{name}: {error}") from error


def refuse_declarations(archive: zipfile.ZipFile) -> None:
    """Refuse an archive one of whose XML members begins with a document type declaration.

    For readers that parse by themselves what they read.
    """
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(name) as member:
                head = member.read(4096)
        except BROKEN as error:
            raise DamagedDocument(detail=f"{name}: {error}") from error
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise _declared()


def read_xml(archive: zipfile.ZipFile, name: str, limits: Limits) -> _Element | None:
    """The root of the XML member ``name``, ``None`` when there is none of that name."""
    data = read_member(archive, name, limits)
    return None if data is None else parse_xml(data)


def parse_xml(data: bytes, *, strip: bool = True) -> _Element:
    """The root element; a document type declaration is refused, so no entity is ever expanded.

    ``strip``: without comments and processing instructions.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=strip,
        remove_pis=strip,
        collect_ids=False,
    )
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise _declared()
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedDocument(detail=str(error)) from error
    # A declaration written in UTF-16 or after long blanks escapes the test above, not this one.
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declared()
    return root


def inner_text(element: _Element) -> str:
    """All the characters below ``element``, in order."""
    return "".join(str(piece) for piece in element.itertext())


def _declared() -> DamagedDocument:
    return DamagedDocument(
        "Ce fichier contient une déclaration XML qu’un document normal n’a jamais : "
        "Beffroi refuse de l’ouvrir.",
        detail="DOCTYPE or ENTITY declaration",
    )
