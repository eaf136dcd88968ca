from __future__ import annotations

import io
from itertools import product

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from beffroi.documents import read, read_marking
from beffroi.documents.poster import Colours, PosterFields, poster, preview
from beffroi.documents.poster.colours import ENOUGH, WHITE, contrast, readable
from beffroi.errors import EmptyText, InputError, TooLarge, UnsupportedFormat

from .test_write import SIGNED

FULL = PosterFields(
    title="Fête de la musique",
    what="Concerts gratuits de douze groupes de la commune, buvette et scène ouverte.",
    when="Samedi 20 juin 2026\nde 15 h à minuit",
    where="Place de l’Hôtel-de-Ville",
    who="Tout public, entrée libre",
    contact="Service culture, 03 80 00 00 00",
    link="https://bray.example/fete",
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def png_logo() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("size", "logo"), [("A4", SVG), ("A3", png_logo()), ("A4", None)], ids=["svg", "png", "none"]
)
def test_a_poster_says_everything_on_one_tagged_page(size: str, logo: bytes | None) -> None:
    made = poster(FULL, size=size, logo=logo, marking=SIGNED)  # type: ignore[arg-type]
    assert made.notices == ()
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    assert len(reader.pages) == 1
    width = float(reader.pages[0].mediabox.width)
    assert round(width) == {"A4": 595, "A3": 842}[size]
    assert reader.root_object["/MarkInfo"]["/Marked"].value is True
    text = " ".join(read(made.pdf, name="a.pdf").text.replace("\u00a0", " ").split())
    for words in (
        "Fête de la musique", "douze groupes", "Samedi 20 juin 2026", "de 15 h à minuit",
        "Place de l’Hôtel-de-Ville", "entrée libre", "03 80 00 00 00", "bray.example/fete",
        "Ville de Bray", "relu et validé par",
    ):  # fmt: skip
        assert words in text
    assert read_marking(made.pdf) == SIGNED


def test_long_texts_shrink_then_are_refused() -> None:
    title = "Réunion publique sur le réaménagement de l’avenue du Général-de-Gaulle et ses abords"
    made = poster(PosterFields(title=title, what="Les élus présentent le projet. " * 14),
                  marking=SIGNED)  # fmt: skip
    assert len(pypdf.PdfReader(io.BytesIO(made.pdf)).pages) == 1
    with pytest.raises(TooLarge, match=r"Raccourcissez « Quoi »"):
        poster(PosterFields(title=title, what="Les élus présentent le projet. " * 200),
               marking=SIGNED)  # fmt: skip
    with pytest.raises(TooLarge, match="le titre"):
        poster(PosterFields(title="anticonstitutionnellement" * 4), marking=SIGNED)


def test_the_preview_is_an_image_that_bears_the_marking() -> None:
    made = poster(FULL, logo=png_logo(), marking=SIGNED)
    image = preview(made.pdf, width=400, marking=SIGNED)
    colours = Image.open(io.BytesIO(image)).convert("RGB").getcolors(100_000)
    assert (255, 0, 0) in [colour for _, colour in colours or []], "le logo"
    assert Image.open(io.BytesIO(image)).width == 400
    assert read_marking(image) == SIGNED
    assert read_marking(png_logo()) is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#274b73", "#ffffff", 8.97)],
)
def test_contrast(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == contrast(second, first) == pytest.approx(expected, abs=0.02)


@given(st.integers(0, 0xFFFFFF))
@settings(max_examples=300, deadline=None)
def test_every_colour_gives_a_poster_that_can_be_read(number: int) -> None:
    shades = readable(Colours(main=f"#{number:06x}"))
    assert contrast(shades.main, shades.on_main) >= ENOUGH
    assert contrast(shades.label, WHITE) >= ENOUGH
    assert bool(shades.notices) == (shades.label != shades.main)


def test_a_pale_colour_is_corrected_and_said() -> None:
    made = poster(PosterFields(title="Avis"), colours=Colours(main="#fd0"), marking=SIGNED)
    assert "#ffdd00 est trop claire" in made.notices[0]


BAD = [
    (PosterFields(title=" "), {}, EmptyText, "titre"),
    (PosterFields(title="A", link="javascript:x"), {}, InputError, "adresse"),
    (PosterFields(title="A"), {"colours": Colours(main="rouge")}, InputError, "couleur"),
    (PosterFields(title="A"), {"size": "A5"}, UnsupportedFormat, "A5"),
    (PosterFields(title="A"), {"logo": b"GIF89a"}, UnsupportedFormat, "logo"),
    (PosterFields(title="A"), {"logo": b"<svg><pas fini"}, UnsupportedFormat, "logo"),
]


@pytest.mark.parametrize(("fields", "options", "error", "words"), BAD)
def test_refusals(
    fields: PosterFields, options: dict[str, object], error: type[InputError], words: str
) -> None:
    with pytest.raises(error, match=words):
        poster(fields, marking=SIGNED, **options)  # type: ignore[arg-type]


def test_any_set_of_fields_fits() -> None:
    names = ("what", "when", "where", "who", "contact")
    for chosen in product((True, False), repeat=len(names)):
        values = {
            name: getattr(FULL, name) for name, keep in zip(names, chosen, strict=True) if keep
        }
        made = poster(PosterFields(title="Avis", **values), marking=SIGNED)
        assert len(pypdf.PdfReader(io.BytesIO(made.pdf)).pages) == 1
