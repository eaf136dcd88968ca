"""Provenance in the XMP metadata (ISO 16684-1) of a PDF, beside what typst wrote there."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from beffroi.documents.archive import parse_xml
from beffroi.documents.marking import NAMESPACE, PREFIX, Marking, from_fields, to_fields
from beffroi.errors import DamagedDocument, ProtectedDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_EMPTY = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}"/></x:xmpmeta>'
_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_TAIL = b'<?xpacket end="r"?>'


def mark_pdf(pdf: bytes, marking: Marking) -> bytes:
    """``pdf`` with ``marking`` in its XMP metadata; its tags and its pages stay as they are."""
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    root = writer.root_object
    current = root.get("/Metadata")
    packet = current.get_object().get_data() if current is not None else _EMPTY.encode()
    stream = StreamObject()
    stream.set_data(_marked(packet, marking))
    stream.update({NameObject("/Type"): NameObject("/Metadata")})
    stream.update({NameObject("/Subtype"): NameObject("/XML")})
    root[NameObject("/Metadata")] = writer._add_object(stream)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _marked(packet: bytes, marking: Marking) -> bytes:
    from lxml import etree

    tree = parse_xml(_body(packet))
    rdf = tree if tree.tag == f"{{{_RDF}}}RDF" else tree.find(f"{{{_RDF}}}RDF")
    assert rdf is not None
    names = {PREFIX: NAMESPACE, "Iptc4xmpExt": _IPTC}
    description = etree.SubElement(rdf, f"{{{_RDF}}}Description", nsmap=names)
    description.set(f"{{{_RDF}}}about", "")
    for name, value in to_fields(marking).items():
        etree.SubElement(description, f"{{{NAMESPACE}}}{name}").text = value
    etree.SubElement(
        description, f"{{{_IPTC}}}DigitalSourceType"
    ).text = marking.digital_source_type
    return _HEAD + etree.tostring(tree, encoding="utf-8") + _TAIL


def _body(packet: bytes) -> bytes:
    """The packet without the processing instructions around it."""
    start, end = packet.find(b"?>"), packet.rfind(b"<?xpacket end")
    if packet.lstrip(b"\xef\xbb\xbf").startswith(b"<?xpacket") and start > 0 and end > 0:
        return packet[start + 2 : end].strip()
    return packet


def read_pdf(pdf: bytes) -> Marking | None:
    """The marking of a PDF; ``None`` when it bears none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # Without a handler of its own, its remarks on damaged files go to the person's terminal.
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    try:
        reader = PdfReader(io.BytesIO(pdf))
        if reader.is_encrypted:
            raise ProtectedDocument
        metadata = reader.root_object.get("/Metadata")
        packet = b"" if metadata is None else metadata.get_object().get_data()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedDocument(detail=str(error)) from error
    if NAMESPACE.encode() not in packet:
        return None
    return from_fields(_fields(parse_xml(_body(packet))))


def _fields(root: _Element) -> dict[str, str]:
    mark = f"{{{NAMESPACE}}}"
    found: dict[str, str] = {}
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(mark):
            found[element.tag.removeprefix(mark)] = element.text or ""
        for name, value in element.attrib.items():
            if str(name).startswith(mark):
                found[str(name).removeprefix(mark)] = str(value)
    return found
