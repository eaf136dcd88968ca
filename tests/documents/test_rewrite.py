from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from beffroi.documents import read, read_sheets, write
from beffroi.documents.rewrite import rewrite_in_place
from beffroi.documents.rewrite.slots import Slot, spread
from beffroi.errors import ProtectedDocument, UnsupportedFormat

from .samples import W, docx_of, paragraph, saved
from .test_read_odt import odt_of
from .test_read_sheets import workbook
from .test_write import SIGNED, TEXT

SECRET = re.compile(r"Zoé\s+Martin|06 12 34 56 78|zoe@exemple\.fr", re.IGNORECASE)


def mask(text: str) -> str:
    return SECRET.sub("[MASQUE]", text)


def unzipped(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())


TEXTS = st.text(st.sampled_from("abc dé.\n"), max_size=12)


@given(
    slots=st.lists(
        st.builds(lambda t, f: Slot(text="\t" if f else t, fixed=f), TEXTS, st.booleans()),
        min_size=1,
        max_size=6,
    ),
    new=st.text(st.sampled_from("abc dé.[]X"), max_size=30),
)
@settings(max_examples=400, deadline=None)
def test_pieces_put_end_to_end_are_the_new_text(slots: list[Slot], new: str) -> None:
    slots = [*slots, Slot(text="fin")]
    pieces = spread(slots, new)
    assert "".join(pieces) == new
    for slot, piece in zip(slots, pieces, strict=True):
        assert not slot.fixed or piece in ("", slot.text)
    assert spread(slots, "".join(s.text for s in slots)) == [s.text for s in slots]


def test_a_long_paragraph_is_spread_too() -> None:
    words = [f"mot{number} " for number in range(5_000)]
    slots = [Slot(text="".join(words[:2_500])), Slot(text="".join(words[2_500:]))]
    new = "".join(words).replace("mot2600 ", "[X] ")
    pieces = spread(slots, new)
    assert pieces[0] == slots[0].text
    assert "".join(pieces) == new


def test_a_name_cut_into_runs_is_replaced_and_the_rest_keeps_its_form() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Madame Zo</w:t></w:r><w:r><w:t>é</w:t></w:r>"
        '<w:r><w:tab/><w:t>Mar</w:t></w:r><w:ins w:id="1" w:author="Zoé Martin"><w:r><w:rPr><w:i/>'
        "</w:rPr><w:t>tin habite ici.</w:t></w:r></w:ins>"
        '<w:del w:id="2" w:author="X"><w:r><w:delText>Zoé Martin</w:delText></w:r></w:del></w:p>'
        "<w:p><w:r><w:instrText>HYPERLINK mailto:zoe@exemple.fr</w:instrText></w:r></w:p>"
    )
    comment = f'<w:comment w:author="A">{paragraph("06 12 34 56 78")}</w:comment>'
    comments = f"<w:comments {W}>{comment}</w:comments>"
    made = rewrite_in_place(docx_of(body, comments=comments), name="a.docx", replace=mask)
    assert read(made.data, name="a.docx").text == "Madame [MASQUE] habite ici."
    source = unzipped(made.data)
    assert not SECRET.search(source)
    assert "<w:b/></w:rPr><w:t>Madame [MASQUE]</w:t>" in source
    assert '<w:i/></w:rPr><w:t xml:space="preserve"> habite ici.</w:t>' in source
    assert made.changed == 4
    assert {o.what: o.count for o in made.left_out} == {"noms d’auteurs (effacés)": 3}


def test_a_real_docx_keeps_its_layout_and_loses_its_authors() -> None:
    document = docx.Document()
    document.core_properties.author = "Zoé Martin"
    document.add_heading("Courrier de Zoé Martin", 1)
    document.sections[0].header.paragraphs[0].text = "Dossier Zoé Martin"
    document.add_table(1, 2).cell(0, 1).text = "06 12 34 56 78"
    made = rewrite_in_place(saved(document), name="a.docx", replace=mask)
    opened = docx.Document(io.BytesIO(made.data))
    assert opened.paragraphs[0].style is not None
    assert opened.paragraphs[0].style.name == "Heading 1"
    assert opened.sections[0].header.paragraphs[0].text == "Dossier [MASQUE]"
    assert opened.tables[0].cell(0, 1).text == "[MASQUE]"
    assert not SECRET.search(unzipped(made.data))


def test_odt_texts_across_spans_and_spaces() -> None:
    body = (
        "<text:p>Madame <text:span>Zoé</text:span><text:s/><text:span>Mar</text:span>tin,"
        "<text:tab/>tél. 06 12 34 56 78<office:annotation><text:p>Zoé Martin</text:p>"
        "</office:annotation>.</text:p>"
    )
    made = rewrite_in_place(odt_of(body), name="a.odt", replace=mask)
    assert read(made.data, name="a.odt").text == "Madame [MASQUE], tél. [MASQUE]."
    assert not SECRET.search(unzipped(made.data))


def test_xlsx() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("Zoé Martin")
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(0, 0, "Mme Zoé ", bold, "Martin", " présente")
    sheet.write(1, 0, 612345678)
    sheet.write(2, 0, 12.5)
    sheet.write_formula(3, 0, '="Zoé Martin"&A3', value="Zoé Martin12,5")
    sheet.write_comment(0, 1, "Rappeler Zoé Martin", {"author": "Zoé Martin"})
    book.close()

    def mask_numbers(text: str) -> str:
        return mask(text).replace("0612345678", "[TEL]")

    made = rewrite_in_place(buffer.getvalue(), name="a.xlsx", replace=mask_numbers)
    rows = [row[0] for row in read_sheets(made.data, name="a.xlsx")[0].rows]
    assert rows == ["Mme [MASQUE] présente", "[TEL]", "12,5", "[MASQUE]12,5"]
    # The one thing that stays, because formulas call it, is reported.
    assert set(SECRET.findall(unzipped(made.data))) == {"Zoé Martin"}
    reports = {o.what: o.count for o in made.left_out}
    assert reports["formules (leur texte entre guillemets est traité)"] == 1
    assert reports["noms de feuilles (copiés tels quels)"] == 1
    assert reports["nombres et dates (copiés tels quels)"] == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("nom;note\r\nZoé Martin;bien\r\n".encode("cp1252"), "nom;note\r\n[MASQUE];bien\r\n"),
        ('"nom","x"\n"Zoé Martin","a"\n'.encode(), '"nom","x"\n"[MASQUE]","a"\n'),
        ("nom;x\nZoé Martin;é\n".encode("utf-8-sig"), "\ufeffnom;x\n[MASQUE];é\n"),
    ],
)
def test_csv_keeps_its_form(data: bytes, expected: str) -> None:
    made = rewrite_in_place(data, name="a.csv", replace=mask)
    encoding = "cp1252" if b"\xe9" in data and not data.startswith(b"\xef") else "utf-8"
    assert made.data.decode(encoding if b"\r\n" in data else "utf-8") == expected
    assert made.changed == 1


@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx"])
def test_nothing_changes_when_nothing_is_replaced(kind: str) -> None:
    data = workbook() if kind == "xlsx" else write(TEXT, format=kind, marking=SIGNED)  # type: ignore[arg-type]
    made = rewrite_in_place(data, name=f"a.{kind}", replace=lambda text: text)
    assert made.changed == 0
    assert read(made.data, name=f"a.{kind}") == read(data, name=f"a.{kind}")


def test_restore_undoes_mask() -> None:
    data = write("Vu par **Zoé** Martin, puis Zoé Martin.", format="docx", marking=SIGNED)
    masked = rewrite_in_place(data, name="a.docx", replace=mask).data
    restored = rewrite_in_place(
        masked, name="a.docx", replace=lambda text: text.replace("[MASQUE]", "Zoé Martin")
    ).data
    assert read(restored, name="a.docx").text == read(data, name="a.docx").text


def test_refusals() -> None:
    with pytest.raises(UnsupportedFormat):
        rewrite_in_place(b"%PDF-1.7", name="a.pdf", replace=mask)
    manifest = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    with pytest.raises(ProtectedDocument):
        rewrite_in_place(odt_of("", **manifest), name="a.odt", replace=mask)
