"""Makes the fonts of the site from those they come from: `python site/fonts/subset.py SOURCES`.

SOURCES is a folder with what npm's @fontsource-variable/stix-two-text and @fontsource-variable/golos-text, and
Debian's `fonts-stix` hold, unpacked. Needs fonttools and brotli. All three
are under the SIL Open Font License, which asks that changed fonts have names of their own.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
LATIN = [*range(0x20, 0x7F), 0xA0, *map(ord, "§«»°±¹²³·½×ß÷éïöü")]
CYRILLIC = [*range(0x410, 0x450), 0x401, 0x451]
MARKS = [
    *map(ord, "‐‑–—‘’‚“”„…′″№←↑→↓−≈≠≤≥∞√∑∂\u2009\u202f\u2060"),
]
TEXT = {*LATIN, *CYRILLIC, *MARKS}
# What formulas may need: letters in their mathematical styles, operators, arrows, brackets.
MATH = {
    *range(0x20, 0x7F), 0xA0, *range(0x3B1, 0x3CA),
    *map(ord, "ΓΔΘΛΞΠΣΦΨΩ±·×÷¬ϵϕϑ‖′″⁡⁢⁣…⋯⋮⋱ℓℝℕℤℒℎ"),
    *map(ord, "∀∃∂∅∇∈∉∏∑−∗∘√∝∞∣∥∧∨∩∪∫∼≃≈≠≡≤≥≪≫⊂⊆⊕⊖⊗⊙⊤⊥⋅⋆⌈⌉⌊⌋⟨⟩←↑→↓↦⇒⇔⟵⟶⟹⟺⏞⏟ˆ˜ˉ¯"),
    *range(0x1D434, 0x1D468),  # italic
    *range(0x1D6FC, 0x1D71C),  # Greek italic
    *range(0x1D400, 0x1D434),  # bold
    *map(ord, "𝟏𝟎"),
}  # fmt: skip


def subset(font: TTFont, characters: set[int], features: list[str]) -> None:
    """Leave only these characters and what they need."""
    options = Options(layout_features=features, hinting=False, notdef_outline=True)
    options.name_IDs, options.drop_tables = [0, 1, 2, 4, 6, 14], ["FFTM", "STAT", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def named(font: TTFont, family: str, style: str) -> None:
    """Give a changed font a name of its own."""
    for id, text in ((1, family), (2, style), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", ""))):
        font["name"].removeNames(nameID=id)
        font["name"].setName(text, id, 3, 1, 0x409)


def written(font: TTFont, name: str) -> None:
    """Write a font; the same sources give the same bytes."""
    font.flavor = "woff2"
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(HERE / f"{name}.woff2")
    print(name, (HERE / f"{name}.woff2").stat().st_size)


def text_font(folder: Path, stem: str, family: str, style: str, name: str, heaviest: int, parts: list[str]) -> None:
    """One file from the parts that the registry has cut a text face into."""
    for part in parts:
        font = TTFont(next(folder.rglob(f"{stem}-{part}-wght-{style.lower()}.woff2")))
        font.flavor = None
        narrowed = BytesIO()
        instantiateVariableFont(font, {"wght": (400, heaviest) if heaviest > 400 else 400}).save(narrowed)
        narrowed.seek(0)
        font = TTFont(narrowed)
        subset(font, TEXT, ["kern", "liga", "mark", "mkmk", "locl", "ccmp", "tnum", "lnum", "case"])
        named(font, family, "Italic" if style == "Italic" else "Regular")
        written(font, f"{name}-{part}")


def widened(font: TTFont) -> None:
    """Let italic letters that lean over their width take most of it, for browsers apply no italic correction."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for character in (*range(0x1D434, 0x1D468), 0x210E, *range(0x1D6FC, 0x1D71C)):
        name = names.get(character)
        if name is None:
            continue
        pen = BoundsPen(glyphs)
        glyphs[name].draw(pen)
        width, bearing = font["hmtx"][name]
        over = pen.bounds[2] - width
        if over > 0:
            font["hmtx"][name] = width + round(0.8 * over), bearing


def lengthened(font: TTFont) -> None:
    """Make the bar as high as a bracket: it stands for a norm or a size."""
    top = font["CFF "].cff.topDictIndex[0]
    width = font["hmtx"]["bar"][0]
    pen = T2CharStringPen(width, None)
    pen.moveTo((72, -189))
    for point in ((128, -189), (128, 690), (72, 690)):
        pen.lineTo(point)
    pen.closePath()
    top.CharStrings["bar"] = pen.getCharString(private=top.Private, globalSubrs=top.GlobalSubrs)


def squeezed(font: TTFont) -> None:
    """Give all sizes of the radical one width: browsers leave as much room behind a root as the widest size takes."""
    root = font.getBestCmap()[0x221A]
    variants = font["MATH"].table.MathVariants
    made = variants.VertGlyphConstruction[variants.VertGlyphCoverage.glyphs.index(root)]
    made.GlyphAssembly = None
    glyphs, top = font.getGlyphSet(), font["CFF "].cff.topDictIndex[0]
    right, width = _right(glyphs, root), font["hmtx"][root][0]
    for record in made.MathGlyphVariantRecord:
        name = record.VariantGlyph
        left = font["hmtx"][name][1]
        scale = (right - left) / (_right(glyphs, name) - left)
        pen = T2CharStringPen(width, glyphs)
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, 1, left * (1 - scale), 0)))
        top.CharStrings[name] = pen.getCharString(private=top.Private, globalSubrs=top.GlobalSubrs)
        font["hmtx"][name] = width, left


def _right(glyphs: Any, name: str) -> float:
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds[2]


def main(sources: Path) -> None:
    """All fonts."""
    for style, heaviest in (("Normal", 600), ("Italic", 400)):
        name = f"text-{style.lower()}"
        text_font(sources, "stix-two-text", "Zachetka Text", style, name, heaviest, ["latin", "cyrillic"])
    text_font(sources, "golos-text", "Zachetka Sans", "Normal", "sans", 600, ["latin", "cyrillic"])
    math = TTFont(next(sources.rglob("STIXMath-Regular.otf")))
    subset(math, MATH, ["dtls"])
    widened(math)
    lengthened(math)
    squeezed(math)
    named(math, "Zachetka Math", "Regular")
    for table, up, down in (("hhea", "ascent", "descent"), ("OS/2", "sTypoAscender", "sTypoDescender")):
        setattr(math[table], up, 762)
        setattr(math[table], down, -238)
    math["hhea"].lineGap = math["OS/2"].sTypoLineGap = 0
    math["OS/2"].usWinAscent, math["OS/2"].usWinDescent = 950, 350
    written(math, "math")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
