"""Zipped formats, member by member: texts replaced, names of authors erased, the rest copied."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

from beffroi.documents.archive import open_archive, parse_xml, read_member
from beffroi.documents.limits import Limits
from beffroi.documents.rewrite.members import Rewriter
from beffroi.documents.rewrite.slots import Replace
from beffroi.errors import ProtectedDocument

#: Members copied as they are, and the name under which they are reported.
_COPIED = (
    (re.compile(r"(word|xl|ppt)/media/|Pictures/"), "images"),
    (re.compile(r"(word|xl)/embeddings/|Object[^/]*/|ObjectReplacements/"), "objets incorporés"),
    (re.compile(r"(word|xl)/vbaProject|Basic/|Scripts/"), "macros"),
    (re.compile(r"customXml/item\d"), "données jointes au document"),
    (re.compile(r"_xmlsignatures/.*\.xml|META-INF/documentsignatures"), "signatures (invalides)"),
    (re.compile(r"xl/externalLinks/externalLink|xl/connections"), "liens vers d’autres fichiers"),
)
#: A picture of the first page, made before: it would show what the copy hides.
_THUMBNAIL = re.compile(r"docProps/thumbnail|Thumbnails/")


def rewrite_archive(
    data: bytes, kind: str, replace: Replace, limits: Limits, left_out: Counter[str]
) -> tuple[bytes, int]:
    """The archive with its texts replaced, and how many changed."""
    buffer = io.BytesIO()
    rewriter = Rewriter(replace=replace, left_out=left_out)
    with (
        open_archive(data, limits) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        if b"encryption-data" in (read_member(old, "META-INF/manifest.xml", limits) or b""):
            raise ProtectedDocument
        for member in old.infolist():
            if _THUMBNAIL.match(member.filename):
                left_out["aperçu de la première page (retiré)"] += 1
                continue
            content = read_member(old, member.filename, limits) or b""
            new.writestr(member, _member(member.filename, content, rewriter, left_out))
    return buffer.getvalue(), rewriter.changed


def _member(name: str, content: bytes, rewriter: Rewriter, left_out: Counter[str]) -> bytes:
    for pattern, what in _COPIED:
        if pattern.match(name) and not name.endswith("/"):
            left_out[what] += 1
            return content
    if not name.endswith((".xml", ".rels")) or not content.strip():
        return content
    from lxml import etree

    root = parse_xml(content, strip=False)
    if not rewriter.rewrite(name, root):
        return content
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
