"""A poster from its fields, typeset by typst."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from beffroi.documents.clean import clean
from beffroi.documents.decode import decode
from beffroi.documents.marking import PREFIX, Marking, sentence, to_json
from beffroi.documents.poster.colours import Colours, Readable, readable
from beffroi.documents.preview import page_image
from beffroi.documents.typesetting import typeset
from beffroi.documents.xmp import mark_pdf
from beffroi.errors import EmptyText, ExportFailed, InputError, TooLarge, UnsupportedFormat

Size = Literal["A4", "A3"]

_TEMPLATE = Path(__file__).with_name("poster.typ")
#: What the template says when nothing fits, even at its smallest.
_TOO_LONG = "beffroi: too long"
_LOGO_LIMIT = 5_242_880


@dataclass(frozen=True, kw_only=True, slots=True)
class PosterFields:
    """What a poster says. Only ``title`` is required; a field left empty takes no room.

    ``link`` is printed, and drawn as a QR code.
    """

    title: str
    what: str = ""
    when: str = ""
    where: str = ""
    who: str = ""
    contact: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Poster:
    """The PDF, and in French what was corrected on the way (colours too pale to be read)."""

    pdf: bytes
    notices: tuple[str, ...] = ()


def poster(
    fields: PosterFields,
    *,
    size: Size = "A4",
    colours: Colours | None = None,
    logo: bytes | None = None,
    marking: Marking,
) -> Poster:
    """The poster of ``fields``, on one page; texts shrink together, to two fifths at most.

    ``logo`` is a PNG, JPEG or SVG of 5 MB at most. Raises :class:`EmptyText` without a title,
    :class:`TooLarge` when the text does not fit, :class:`InputError` for a colour or a link that
    is none, :class:`UnsupportedFormat` for a size or a logo of another kind.
    """
    texts = _texts(fields)
    if size not in get_args(Size):
        raise UnsupportedFormat(f"Le format {size} n’existe pas.", next_step="Prenez A4 ou A3.")
    shades = readable(colours or Colours())
    files: dict[str, bytes] = {}
    if logo:
        files["logo.svg"] = _as_svg(logo)
    if texts["link"]:
        files["qr.svg"] = _qr_code(texts["link"])
    try:
        pdf = typeset(
            _TEMPLATE.read_text("utf-8"),
            _data(texts, size, shades, files, marking),
            files=files,
            at=marking.reviewed_at or marking.created_at,
        )
    except ExportFailed as error:
        if _TOO_LONG in error.detail:
            raise _does_not_fit(texts) from error
        if "SVG" in error.detail:
            raise _bad_logo() from error
        raise
    return Poster(pdf=mark_pdf(pdf, marking), notices=shades.notices)


def preview(pdf: bytes, *, width: int = 900, marking: Marking | None = None) -> bytes:
    """The poster as a PNG ``width`` pixels wide, which bears ``marking`` too."""
    image = page_image(pdf, width=width)
    if marking is None:
        return image
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt(PREFIX, to_json(marking))
    buffer = io.BytesIO()
    Image.open(io.BytesIO(image)).save(buffer, "PNG", pnginfo=info, optimize=True)
    return buffer.getvalue()


def _texts(fields: PosterFields) -> dict[str, str]:
    from collections import Counter

    names = ("title", "what", "when", "where", "who", "contact", "link")
    texts = {name: clean(getattr(fields, name), Counter()) for name in names}
    if not texts["title"]:
        raise EmptyText(
            "Une affiche a besoin d’un titre.", next_step="Écrivez-le, puis recommencez."
        )
    if texts["link"]:
        address = urlsplit(texts["link"])
        if address.scheme not in ("http", "https") or not address.netloc:
            raise InputError(
                f"« {texts['link']} » n’est pas l’adresse d’une page.",
                next_step="Elle commence par https://",
            )
    return texts


def _data(
    texts: Mapping[str, str],
    size: Size,
    shades: Readable,
    files: Mapping[str, bytes],
    marking: Marking,
) -> dict[str, object]:
    labels = {"when": "Quand", "where": "Où", "who": "Pour qui"}
    facts = [[label, texts[name]] for name, label in labels.items() if texts[name]]
    return {
        "size": size.lower(),
        "title": texts["title"],
        "what": texts["what"],
        "facts": facts,
        "contact": texts["contact"],
        "link": texts["link"],
        "main": shades.main,
        "on_main": shades.on_main,
        "accent": shades.accent,
        "label": shades.label,
        "logo": "logo.svg" if "logo.svg" in files else "",
        "collectivite": marking.collectivite,
        "author": marking.reviewer or marking.author or marking.collectivite,
        "description": sentence(marking),
        "mention": sentence(marking) if marking.visible else "",
    }


def _does_not_fit(texts: Mapping[str, str]) -> TooLarge:
    longest = max((name for name in texts if name != "link"), key=lambda name: len(texts[name]))
    names = {
        "title": "le titre",
        "what": "« Quoi »",
        "when": "« Quand »",
        "where": "« Où »",
        "who": "« Pour qui »",
        "contact": "« Contact »",
    }
    return TooLarge(
        "Ce texte est trop long pour une affiche : il ne tient pas sur une page, même en petit.",
        next_step=f"Raccourcissez {names[longest]} ({len(texts[longest])} caractères).",
    )


def _as_svg(logo: bytes) -> bytes:
    """``logo`` as an SVG, which is the one kind of image that the template takes (text only)."""
    from PIL import Image, UnidentifiedImageError

    if len(logo) > _LOGO_LIMIT:
        raise TooLarge("Ce logo pèse plus de 5\u00a0Mo.", next_step="Réduisez-le.")
    if b"<svg" in logo[:2000]:
        return decode(logo).encode()
    try:
        with Image.open(io.BytesIO(logo), formats=("PNG", "JPEG")) as image:
            image.load()
            (width, height), kind = image.size, str(image.format).lower()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise _bad_logo() from error
    data = base64.b64encode(logo).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/{kind};base64,{data}"/></svg>'
    ).encode()


def _bad_logo() -> UnsupportedFormat:
    return UnsupportedFormat(
        "Ce logo n’est pas une image que Beffroi sait imprimer.",
        next_step="Enregistrez-le en png, jpg ou svg.",
    )


def _qr_code(link: str) -> bytes:
    import segno

    buffer = io.BytesIO()
    segno.make(link, error="m", micro=False).save(buffer, kind="svg", border=0, scale=4)
    return buffer.getvalue()
