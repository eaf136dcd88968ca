"""Import the official definitions of service-public.fr (DILA), from a file already on disk.

Two shapes: lines of JSON (``{"id", "terme", "definition"}``) and the XML of the « Glossaire »
(``<Publication>`` with ``dc:title`` and ``<Texte>``). Licence Ouverte: the source and the date of
the data are shown beside each definition, as it asks.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from beffroi.clarity.glossary.terms import Term
from beffroi.errors import BadGlossary

SOURCE = "service-public.fr (DILA)"
LICENCE = "Licence Ouverte"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_official(path: Path, *, as_of: str) -> tuple[Term, ...]:
    """The definitions of one file, or of every ``.xml`` file of a folder.

    ``as_of`` is the date of the data (ISO), shown with each definition: an old one can be wrong.
    Raises :class:`BadGlossary` for a file that is not there or cannot be read.
    """
    try:
        if path.is_dir():
            return tuple(t for p in sorted(path.glob("*.xml")) for t in _xml(p, as_of))
        return _xml(path, as_of) if path.suffix == ".xml" else _jsonl(path, as_of)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, SyntaxError) as error:
        raise BadGlossary(
            f"Le fichier « {path.name} » ne se lit pas comme un glossaire officiel.",
            next_step="Donnez le fichier JSONL ou XML du glossaire de service-public.fr.",
            detail=repr(error),
        ) from error


def _jsonl(path: Path, as_of: str) -> tuple[Term, ...]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return tuple(_term(str(row["terme"]), str(row["definition"]), as_of) for row in rows)


def _xml(path: Path, as_of: str) -> tuple[Term, ...]:
    from defusedxml.ElementTree import parse

    root: Any = parse(path).getroot()
    publications = [root] if root.tag == "Publication" else list(root.iter("Publication"))
    found = []
    for publication in publications:
        title, text = publication.find(_TITLE), publication.find(".//Texte")
        if title is not None and text is not None:
            said = " ".join("".join(text.itertext()).split())
            found.append(_term("".join(title.itertext()).strip(), said, as_of))
    return tuple(found)


def _term(name: str, definition: str, as_of: str) -> Term:
    return Term(
        name=name[:1].lower() + name[1:] if name[1:2].islower() else name,
        definition=definition,
        source=SOURCE,
        licence=LICENCE,
        as_of=as_of,
    )
