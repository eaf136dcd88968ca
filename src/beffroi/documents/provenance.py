"""Read back, from the bytes of a file, what it says of its own making."""

from __future__ import annotations

import json
import re

from beffroi.documents.archive import open_archive, read_xml
from beffroi.documents.decode import decode
from beffroi.documents.detect import detect
from beffroi.documents.limits import Limits, check_size
from beffroi.documents.marking import PREFIX, Marking, from_fields
from beffroi.documents.properties import custom_properties

_USER_DEFINED = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}user-defined"
_META_NAME = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}name"
_PNG = b"\x89PNG\r\n\x1a\n"
_LINE = re.compile(r"^\[Provenance\u00a0: (\{.*\})\]$", re.MULTILINE)


def read_marking(data: bytes, *, limits: Limits | None = None) -> Marking | None:
    """The marking of a pdf, docx, odt, html, txt or png; ``None`` when it bears none.

    Raises the errors of :func:`beffroi.documents.read` for a file that cannot be opened.
    """
    limits = limits or Limits()
    check_size(len(data), limits)
    if data.startswith(_PNG):
        return _from_png(data)
    kind = detect(data)
    if kind == "pdf":
        from beffroi.documents.xmp import read_pdf

        return read_pdf(data)
    if kind in ("docx", "xlsx", "odt", "ods"):
        return _from_archive(data, limits)
    return from_fields(_html_fields(decode(data))) if kind == "html" else _from_text(decode(data))


def _from_archive(data: bytes, limits: Limits) -> Marking | None:
    with open_archive(data, limits) as archive:
        office = read_xml(archive, "docProps/custom.xml", limits)
        if office is not None:
            return from_fields(custom_properties(office))
        meta = read_xml(archive, "meta.xml", limits)
    items = () if meta is None else meta.iter(_USER_DEFINED)
    named = {str(item.get(_META_NAME, "")): item.text or "" for item in items}
    return from_fields(_ours(named))


def _ours(named: dict[str, str]) -> dict[str, str]:
    start = PREFIX + ":"
    return {key.removeprefix(start): text for key, text in named.items() if key.startswith(start)}


def _html_fields(source: str) -> dict[str, str]:
    from beffroi.documents.readers.html import parse_page

    root = parse_page(source)
    metas = root.iterfind(".//meta[@name]")
    return _ours({str(meta.get("name")): str(meta.get("content", "")) for meta in metas})


def _from_text(text: str) -> Marking | None:
    found = _LINE.findall(text.replace("\r\n", "\n"))
    return _from_json(found[-1]) if found else None


def _from_png(data: bytes) -> Marking | None:
    import io

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            text = image.info.get(PREFIX, "")
    except (UnidentifiedImageError, OSError, ValueError):
        return None
    return _from_json(text) if isinstance(text, str) and text else None


def _from_json(text: str) -> Marking | None:
    try:
        values = json.loads(text)
    except ValueError:
        return None
    return from_fields({str(k): str(v) for k, v in values.items()})
