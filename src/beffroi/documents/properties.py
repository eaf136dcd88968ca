"""Custom properties of a docx (ECMA-376, part 1, 15.2.12.2): written, and read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from beffroi.documents.marking import PREFIX

if TYPE_CHECKING:
    from lxml.etree import _Element

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
#: The one identifier that the norm gives to properties defined by a user.
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def add_custom_properties(package: Any, values: Mapping[str, str]) -> None:
    """Put ``values`` among the custom properties of a python-docx package, under our prefix."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"p": _CUSTOM, "vt": _VT})
    # Identifiers 0 and 1 are reserved.
    for identifier, (name, value) in enumerate(values.items(), start=2):
        item = etree.SubElement(root, f"{{{_CUSTOM}}}property")
        item.set("fmtid", _FORMAT_ID)
        item.set("pid", str(identifier))
        item.set("name", f"{PREFIX}:{name}")
        etree.SubElement(item, f"{{{_VT}}}lpwstr").text = value
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/docProps/custom.xml"), _KIND, blob, package)
    package.relate_to(part, _RELATION)


def custom_properties(root: _Element) -> dict[str, str]:
    """Our properties in ``docProps/custom.xml``."""
    found = {}
    for item in root.iter(f"{{{_CUSTOM}}}property"):
        name = item.get("name", "")
        if name.startswith(PREFIX + ":"):
            found[name.removeprefix(PREFIX + ":")] = item.findtext(f"{{{_VT}}}lpwstr") or ""
    return found
