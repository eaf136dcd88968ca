"""The format of a file, from its content first and from its name where the content allows."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from beffroi.documents.archive import BROKEN
from beffroi.documents.decode import looks_binary
from beffroi.errors import DamagedDocument, ProtectedDocument, UnsupportedFormat

#: Formats of :func:`beffroi.documents.read`, as ``Document.format`` names them.
FORMATS = ("docx", "odt", "pdf", "html", "eml", "txt", "csv", "xlsx", "ods")

_TEXT_SUFFIXES = {".htm": "html", ".html": "html", ".xhtml": "html", ".csv": "csv", ".tsv": "csv"}
_BINARY_SUFFIXES = {".docx", ".docm", ".odt", ".ott", ".pdf", ".xlsx", ".xlsm", ".ods"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ODF = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|body)\b", re.I
)
_MAIL = re.compile(
    rb"(?:(?:from|to|subject|date|received|return-path|mime-version|delivered-to"
    rb"|message-id|x-[\w-]+):[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}",
    re.I,
)


def detect(data: bytes, name: str = "") -> str:
    """One of :data:`FORMATS`. ``name`` only tells csv, html and mail from plain text.

    Raises :class:`UnsupportedFormat`, :class:`ProtectedDocument` or :class:`DamagedDocument`.
    """
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    _refuse_known(data, suffix)
    if looks_binary(data):
        raise _not_what_it_says(suffix)
    return _textual(data, suffix)


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").strip()
                if kind in _ODF:
                    return _ODF[kind]
    except BROKEN as error:
        raise DamagedDocument(detail=str(error)) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise UnsupportedFormat(
        "Ce fichier est une archive, mais pas un document que Beffroi sait lire.",
        next_step="Ouvrez l’archive et déposez les documents qu’elle contient, un par un.",
    )


def _refuse_known(data: bytes, suffix: str) -> None:
    if data.startswith(_OLE):
        # A protected docx or xlsx is an OLE container with a stream of this name (MS-OFFCRYPTO).
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ProtectedDocument
        raise UnsupportedFormat(
            "Ce fichier est dans un ancien format de Microsoft Office (doc, xls ou ppt)."
        )
    if data.startswith(b"{\\rtf"):
        raise UnsupportedFormat("Les fichiers rtf ne sont pas lus par Beffroi.")
    if data.startswith(_IMAGES) and suffix not in _BINARY_SUFFIXES:
        raise UnsupportedFormat(
            "Ce fichier est une image : Beffroi n’y lit aucun texte.",
            next_step="Faites une reconnaissance de caractères avec votre copieur, "
            "ou recopiez le texte.",
        )


def _not_what_it_says(suffix: str) -> DamagedDocument | UnsupportedFormat:
    if suffix in _BINARY_SUFFIXES:
        return DamagedDocument(
            f"Ce fichier porte l’extension {suffix}, mais son contenu n’est pas "
            f"un document {suffix.removeprefix('.')}, ou il est abîmé."
        )
    return UnsupportedFormat()


def _textual(data: bytes, suffix: str) -> str:
    if suffix in _TEXT_SUFFIXES:
        return _TEXT_SUFFIXES[suffix]
    if suffix == ".eml" or (suffix != ".txt" and _MAIL.match(data)):
        return "eml"
    if suffix != ".txt" and _HTML.match(data[:4096]):
        return "html"
    return "txt"
