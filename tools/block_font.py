"""Makes the font of the stored pictures in tests/ui/pictures: a block for each letter, a square for each Han character.

python tools/block_font.py FILE, with fonttools installed. Its shapes are the same wherever they are drawn.
"""

from __future__ import annotations

import sys

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-not-found]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-not-found]
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # type: ignore[import-not-found]

_EM = 1000
#: Advance, then left, lower, right and upper edge of each glyph.
_GLYPHS = {
    ".notdef": (550, None),
    "space": (280, None),
    "letter": (550, (60, 0, 490, 560)),
    "square": (1000, (60, -60, 940, 800)),
}
_SPACES = (0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000)
_UNSEEN = (0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070))


def main() -> None:
    """Write the font to the file that the command line names."""
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder([*_GLYPHS])
    builder.setupCharacterMap({})
    builder.setupGlyf({name: _outline(box) for name, (_, box) in _GLYPHS.items()})
    builder.setupHorizontalMetrics({name: (advance, box[0] if box else 0) for name, (advance, box) in _GLYPHS.items()})
    builder.setupHorizontalHeader(ascent=900, descent=-250)
    builder.setupNameTable({"familyName": "Broadsheet Blocks", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-250, usWinAscent=900, usWinDescent=250, sxHeight=560)
    builder.setupPost()
    # Many characters to one glyph each: format 13 says so in few bytes.
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 10, 0, _characters()
    builder.font["cmap"].tables = [table]
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.font.save(sys.argv[1])


def _outline(box: tuple[int, int, int, int] | None) -> object:
    pen = TTGlyphPen(None)
    if box is not None:
        left, low, right, high = box
        pen.moveTo((left, low))
        for corner in ((left, high), (right, high), (right, low)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def _characters() -> dict[int, str]:
    """Return the glyph of each character of the basic plane."""
    glyphs = dict.fromkeys(range(0x21, 0x2E80), "letter")
    for square in (range(0x2E80, 0xD800), range(0xF900, 0xFB00), range(0xFF00, 0xFFF0)):
        glyphs |= dict.fromkeys(square, "square")
    glyphs |= dict.fromkeys(_SPACES, "space")
    return {code: name for code, name in glyphs.items() if code not in _UNSEEN}


if __name__ == "__main__":
    main()
