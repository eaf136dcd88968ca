"""Make the TrueType fonts of the documents from the web fonts of the npm package.

The package ``@fontsource/atkinson-hyperlegible-next`` cuts each style into subsets (latin,
latin-ext) of WOFF2; typst wants one TrueType file a style. Run once, by hand, when the typeface
has a new version::

    npm pack @fontsource/atkinson-hyperlegible-next && tar xzf fontsource-*.tgz
    python -m venv v && v/bin/pip install fonttools brotli
    v/bin/python tools/merge_fonts.py package \\
        src/beffroi/documents/fonts src/beffroi_web/static/fonts
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
STYLES = {
    "Regular": ("400", "normal", "Regular"),
    "Bold": ("700", "normal", "Bold"),
    "Italic": ("400", "italic", "Italic"),
    "BoldItalic": ("700", "italic", "Bold Italic"),
}
SUBSETS = ("latin", "latin-ext")
NARROW_NO_BREAK_SPACE = 0x202F


def merged(sources: list[Path]) -> TTFont:
    """The subsets as one font, without their compression."""
    with tempfile.TemporaryDirectory() as folder:
        plain = []
        for source in sources:
            font = TTFont(source)
            font.flavor = None
            plain.append(str(Path(folder) / f"{source.stem}.ttf"))
            font.save(plain[-1])
        return Merger().merge(plain)


def add_narrow_space(font: TTFont) -> None:
    """French puts U+202F before « ; ! ? »; the typeface lacks it: six tenths of its space."""
    width, _ = font["hmtx"]["space"]
    font.setGlyphOrder([*font.getGlyphOrder(), "uni202F"])
    font["glyf"]["uni202F"] = font["glyf"]["space"]
    font["hmtx"]["uni202F"] = (round(width * 0.6), 0)
    for table in font["cmap"].tables:
        table.cmap[NARROW_NO_BREAK_SPACE] = "uni202F"


def rename(font: TTFont, name: str, style: str) -> None:
    """The four styles bear one family name, so that typst finds bold and italic by itself."""
    for record in (1, 2, 4, 6, 16, 17):
        font["name"].removeNames(nameID=record)
    values = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"AtkinsonHyperlegibleNext-{name}"}
    for record, value in values.items():
        font["name"].setName(value, record, 3, 1, 0x409)


def main(package: Path, ttf: Path, woff2: Path) -> None:
    for name, (weight, slope, style) in STYLES.items():
        files = [
            package / "files" / f"atkinson-hyperlegible-next-{subset}-{weight}-{slope}.woff2"
            for subset in SUBSETS
        ]
        font = merged(files)
        add_narrow_space(font)
        rename(font, name, style)
        font.save(ttf / f"AtkinsonHyperlegibleNext-{name}.ttf")
        for file in files:
            shutil.copy(file, woff2)
    for folder in (ttf, woff2):
        shutil.copy(package / "LICENSE", folder / "OFL.txt")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
