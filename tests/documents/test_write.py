from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import fields
from datetime import UTC, datetime
from typing import get_args

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from beffroi.documents import ExportFormat, Marking, page_image, read, read_marking, write
from beffroi.documents.blocks import (
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Table,
    parse,
    plain,
)
from beffroi.documents.falc import MENTION, one_sentence_a_line
from beffroi.documents.marking import marking_of
from beffroi.drafting.types import Provenance
from beffroi.errors import EmptyText, ExportFailed, UnsupportedFormat

FORMATS = get_args(ExportFormat)
SIGNED = Marking(
    model="Qwen2.5-1.5B-Instruct",
    model_place="machine",
    modele="langage-clair",
    modele_version=3,
    created_at=datetime(2026, 3, 1, 9, 12, tzinfo=UTC),
    author="Paul Noé",
    collectivite="Ville de Bray & « Val »",
    reviewer="Zoé <Martin>",
    reviewed_at=datetime(2026, 3, 1, 10, 0, 0, 123456, tzinfo=UTC),
    edited="partie",
    source_sha256="ab" * 32,
)
TEXT = """# Travaux rue Haute

Du **lundi 2 mars à 8 h** au 6 mars, ne vous garez pas rue Haute.
Merci.

### Ce que vous devez faire

- Déplacez votre voiture.
- Appelez la **mairie** : 03 80 00 00 00.

3. Trois
4. Quatre

> Le règlement <du> 3 & ses annexes

| Jour | Heure |
| --- | --- |
| Lundi | 8 h |
| Mardi | |

Fin.
"""


def test_blocks_of_a_light_text() -> None:
    blocks = parse(TEXT)
    assert blocks[0] == Heading(level=1, runs=(Run(text="Travaux rue Haute"),))
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].runs[:2] == (Run(text="Du "), Run(text="lundi 2 mars à 8 h", bold=True))
    assert plain(blocks[1].runs).endswith("rue Haute.\nMerci.")
    assert [type(b) for b in blocks[2:]] == [
        Heading, ListItem, ListItem, ListItem, ListItem, Quote, Table, Paragraph,
    ]  # fmt: skip
    assert blocks[8] == Table(header=("Jour", "Heure"), rows=(("Lundi", "8 h"), ("Mardi", "")))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_parsing_loses_no_word(text: str) -> None:
    kept = "".join(
        " ".join(b.header) + " ".join(c for row in b.rows for c in row)
        if isinstance(b, Table)
        else plain(b.runs)
        for b in parse(text)
    )
    letters = [c for c in text if c.isalpha()]
    assert [c for c in kept if c.isalpha()] == letters


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_written_is_read_back(format: ExportFormat) -> None:
    document = read(write(TEXT, format=format, marking=SIGNED), name=f"a.{format}")
    words = re.findall(r"\w+", document.text)
    assert set(re.findall(r"\w+", TEXT)) <= set(words)
    if format != "txt":
        titles = [document.passage_text(p) for p in document if p.kind == "titre"]
        # Without the tags of a PDF, which PDFium does not give, bold lines of it are titles too.
        assert titles[format == "pdf" :][:2] == ["Travaux rue Haute", "Ce que vous devez faire"]
        assert document.title == "Travaux rue Haute"
        items = [document.passage_text(p) for p in document if p.kind == "element"]
        assert items == ["Déplacez votre voiture.", "Appelez la mairie : 03 80 00 00 00.",
                         "Trois", "Quatre"]  # fmt: skip
        assert "3. Trois\n\n4. Quatre" in document.text


NAMES = st.text(st.characters(codec="utf-8"), max_size=30)
MOMENTS = st.none() | st.datetimes(
    min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
)
MARKINGS = st.builds(
    Marking,
    model=NAMES,
    modele=NAMES,
    modele_version=st.none() | st.integers(1, 999),
    reviewer=NAMES,
    author=NAMES,
    collectivite=NAMES,
    reviewed_at=MOMENTS,
    created_at=MOMENTS,
    edited=st.sampled_from(["", "partie", "entier"]),
    visible=st.booleans(),
)


@pytest.mark.parametrize("format", ["docx", "odt", "html", "txt"])
@given(marking=MARKINGS)
@settings(max_examples=20, deadline=None)
def test_a_marking_is_read_back_as_it_was(format: ExportFormat, marking: Marking) -> None:
    assert read_marking(write("Bonjour.", format=format, marking=marking)) == marking


def test_a_marking_is_read_back_from_pdf() -> None:
    pdf = write(TEXT, format="pdf", marking=SIGNED)
    assert read_marking(pdf) == SIGNED
    plain_marking = Marking(visible=False)
    assert read_marking(write("Bonjour.", format="pdf", marking=plain_marking)) == plain_marking


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_without_marking_bears_none(format: ExportFormat) -> None:
    bare = {
        "txt": b"Bonjour",
        "html": b"<html><p>Bonjour</p></html>",
        "pdf": b"",
        "docx": b"",
        "odt": b"",
    }[format]
    if not bare:
        bare = stripped(write("Bonjour", format=format, marking=SIGNED))
    assert read_marking(bare) is None


def stripped(data: bytes) -> bytes:
    if data.startswith(b"%PDF"):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
        del writer.root_object["/Metadata"]
        buffer = io.BytesIO()
        writer.write(buffer)
        return buffer.getvalue()
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if "custom.xml" not in name and name != "meta.xml":
                new.writestr(name, old.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("marking", "sentence"),
    [
        (SIGNED, "avec l’aide d’un modèle de langage, relu et validé par Zoé <Martin> le 1er mars"),
        (Marking(model="m", edited="entier", reviewer="Z"), "entièrement réécrit par une personne"),
        (Marking(reviewer="Zoé"), "rédigé sans modèle de langage, relu et validé par Zoé."),
        (Marking(model="m"), "pas encore relu par une personne."),
    ],
)
@pytest.mark.parametrize("format", ["html", "txt", "pdf"])
def test_the_visible_mention(format: ExportFormat, marking: Marking, sentence: str) -> None:
    data = write("Bonjour à tous et à toutes.", format=format, marking=marking)
    text = read(data, name=f"a.{format}").text.replace("\u00a0", " ")
    assert sentence in " ".join(text.split())


def test_the_provenance_of_a_draft_becomes_a_marking() -> None:
    provenance = Provenance(
        modele="sms-alerte",
        modele_version=2,
        model="Qwen",
        model_place="machine",
        reviewer="Zoé",
        reviewed_at=SIGNED.reviewed_at,
        edited="entier",
        options={"public": "enfant", "longueur": "courte"},
        source_sha256="cd" * 32,
    )
    marking = marking_of(provenance, visible=False)
    shared = {f.name for f in fields(Marking)} & {f.name for f in fields(Provenance)}
    assert shared == {f.name for f in fields(Marking)} - {"visible"}
    assert marking.options == "public\u00a0: enfant, longueur\u00a0: courte"
    shared -= {"options"}
    assert {n: getattr(marking, n) for n in shared} == {n: getattr(provenance, n) for n in shared}
    assert not marking.visible
    assert marking_of(Provenance(modele="a", modele_version=1)).model_place == ""


def test_a_tagged_pdf() -> None:
    reader = pypdf.PdfReader(io.BytesIO(write(TEXT, format="pdf", marking=SIGNED)))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata is not None
    assert reader.metadata.title == "Travaux rue Haute"
    assert reader.metadata.author == "Zoé <Martin>"
    packet = root["/Metadata"].get_object().get_data()
    assert b"pdfuaid" in packet
    assert b"compositeWithTrainedAlgorithmicMedia" in packet
    etree.fromstring(packet)
    tags = " ".join(_tags(root["/StructTreeRoot"]))
    for tag in ("/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/BlockQuote"):
        assert tag in tags, tag
    assert page_image(write(TEXT, format="pdf", marking=SIGNED)).startswith(b"\x89PNG")


def _tags(node: object) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for child in node for tag in _tags(child)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (_tags(node["/K"]) if "/K" in node else [])


def test_a_web_page_stands_alone_and_runs_nothing() -> None:
    hostile = "# </script><script>alert(1)</script>\n\n<img src=x onerror=alert(1)>"
    source = write(hostile, format="html", marking=SIGNED).decode()
    page = html.document_fromstring(source)
    assert [s.get("type") for s in page.iter("script")] == ["application/ld+json"]
    assert not list(page.iter("img"))
    assert page.get("lang") == "fr"
    data = json.loads(next(page.iter("script")).text)
    assert data["beffroi:reviewer"] == "Zoé <Martin>"
    assert "http" not in re.sub(r"schema\.org|cv\.iptc\.org", "", source).split("<style>")[1]


def test_a_docx_opens_with_its_properties() -> None:
    document = docx.Document(io.BytesIO(write(TEXT, format="docx", marking=SIGNED)))
    assert document.core_properties.title == "Travaux rue Haute"
    assert document.core_properties.language == "fr-FR"
    assert [p.style.name for p in document.paragraphs if p.style and "Heading" in p.style.name]
    assert document.tables[0].cell(1, 0).text == "Lundi"


def test_easy_language_layout() -> None:
    text = "# Titre\n\nUn. **Deux** ! Trois\nQuatre.\n\n- Cinq. Six."
    blocks = one_sentence_a_line(parse(text))
    assert [plain(b.runs) for b in blocks if not isinstance(b, Table)] == [
        "Titre", "Un.\nDeux !\nTrois\nQuatre.", "Cinq.\nSix.",
    ]  # fmt: skip
    for format in ("docx", "pdf"):
        data = write(text, format=format, marking=SIGNED, layout="falc")  # type: ignore[arg-type]
        assert MENTION in read(data, name="a").text
    pdf = pypdf.PdfReader(io.BytesIO(write(text, format="pdf", marking=SIGNED, layout="falc")))
    sizes: list[float] = []
    pdf.pages[0].extract_text(
        visitor_text=lambda t, cm, tm, font, size: sizes.append(size) if "Quatre" in t else None
    )
    assert sizes
    assert min(sizes) >= 14


def test_refusals() -> None:
    with pytest.raises(EmptyText):
        write("  \n ", format="pdf", marking=SIGNED)
    with pytest.raises(UnsupportedFormat, match="odt pour une mise en page FALC"):
        write("Un.", format="odt", marking=SIGNED, layout="falc")
    with pytest.raises(UnsupportedFormat):
        write("Un.", format="rtf", marking=SIGNED)  # type: ignore[arg-type]
    with pytest.raises(ExportFailed, match="🎉"):
        write("Fête 🎉", format="pdf", marking=SIGNED)


@pytest.mark.parametrize("format", FORMATS)
def test_text_is_never_markup(format: ExportFormat) -> None:
    hostile = '#panic("x") $x$ \\n ${mention} <text:p> &amp; `#eval` @ref *gras* _x_ [a](b) ]]>'
    document = read(write(hostile, format=format, marking=SIGNED), name=f"a.{format}")
    assert '#panic("x") $x$' in document.text
    assert "${mention} <text:p> &amp; `#eval` @ref *gras* _x_" in document.text
