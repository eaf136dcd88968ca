"""How the docx look: styles of the house on python-docx's blank document."""

from __future__ import annotations

from typing import Any

from beffroi.documents.falc import TEXT_SIZE

#: Agents' machines do not have our typeface, and Word would then choose any other.
FONT = "Arial"
SLATE, INK, SOFT, LINE = "274B73", "18222F", "46566A", "D9D1C4"
_TITLES = {1: 18, 2: 14, 3: 12, 4: 11, 5: 11, 6: 11}


def dress(document: Any, *, language: str, large: bool) -> None:
    """Give ``document`` (a blank one) the page, the styles and the language of the house."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.6)
    size = TEXT_SIZE if large else 11
    for name in ("Normal", "List Bullet", "List Number", "Quote", "Footer"):
        _set_font(document.styles[name], size, INK)
    for level, points in _TITLES.items():
        _title(document.styles[f"Heading {level}"], max(points + size - 11, size), level)
    _spacing(document, large=large)
    _set_font(document.styles["Footer"], 8.5, SOFT)
    _quote(document.styles["Quote"])
    _table_style(document)
    _language(document, "fr-FR" if language == "fr" else language)


def _set_font(style: Any, points: float, colour: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(points)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _title(style: Any, points: float, level: int) -> None:
    from docx.shared import Pt

    _set_font(style, points, SLATE)
    style.font.bold, style.font.italic = True, False
    style.paragraph_format.space_before = Pt(8 if level == 1 else 16)
    style.paragraph_format.space_after = Pt(8 if level == 1 else 5)
    style.paragraph_format.keep_with_next = True


def _spacing(document: Any, *, large: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt

    normal = document.styles["Normal"].paragraph_format
    normal.line_spacing, normal.space_after = 1.5 if large else 1.2, Pt(8)
    normal.alignment, normal.widow_control = WD_ALIGN_PARAGRAPH.LEFT, True
    for name in ("List Bullet", "List Number"):
        document.styles[name].paragraph_format.space_after = Pt(4)
    stops = document.styles["Footer"].paragraph_format.tab_stops
    while len(stops):
        del stops[0]
    stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)


def _quote(style: Any) -> None:
    from docx.shared import Cm

    style.font.italic = False
    style.paragraph_format.left_indent = Cm(0.6)
    _border(style.element.get_or_add_pPr(), "left", size=18, colour=LINE, space=10)


def _table_style(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    cell = document.styles.add_style("Beffroi Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    cell.paragraph_format.space_after = Pt(0)
    style = document.styles.add_style("Beffroi Table", WD_STYLE_TYPE.TABLE)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "bottom", "insideH")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    )
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>{lines}</w:tblBorders>"
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        )
    )


def _language(document: Any, language: str) -> None:
    from docx.oxml.ns import qn

    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _border(properties: Any, side: str, *, size: int, colour: str, space: int) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    border = (
        f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="{size}" w:space="{space}" '
        f'w:color="{colour}"/></w:pBdr>'
    )
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def line_under(paragraph: Any) -> None:
    """A line below ``paragraph``, in the colour of the house."""
    from docx.shared import RGBColor

    for run in paragraph.runs:
        run.font.color.rgb = RGBColor.from_string(SLATE)
    _border(paragraph._p.get_or_add_pPr(), "bottom", size=8, colour=SLATE, space=6)


def shade(paragraph: Any, colour: str) -> None:
    """A background behind ``paragraph``."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    shading = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'
    paragraph._p.get_or_add_pPr().insert_element_before(
        parse_xml(shading), "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def page_number(paragraph: Any) -> None:
    """The number of the page, as a field."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def number_style(document: Any, start: int) -> str:
    """The name of a new list style that counts from ``start``."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    numbering = document.part.numbering_part.element
    base = document.styles["List Number"]
    number = base.element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(number).abstractNumId.val
    new = numbering.add_num(abstract)
    new.add_lvlOverride(ilvl=0).add_startOverride(start)
    style = document.styles.add_style(f"Beffroi Number {new.numId}", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = base
    properties = style.element.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{new.numId}"/></w:numPr>')
    )
    return str(style.name)
