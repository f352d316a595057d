"""The typography of the page: every size, space and colour, and the formats made from them."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextOption

from reader.ui.document import emphasis, readings
from reader.ui.document.kinds import Chip, Kind, Property
from reader.ui.document.scripts import Piece, has_cjk, key_space, pieces
from reader.ui.document.typography import INDENTED, Typography
from reader.ui.looks import fonts
from reader.ui.looks.theme import Theme, mix
from reader.viewing.blocks import Run, Style
from reader.viewing.language import is_cjk, is_rtl

# As numbers: an operation on flags costs as much as all else that a short run needs.
_ITALIC, _KEY, _FIXED_WIDTH = Style.ITALIC.value, Style.KEY.value, (Style.CODE | Style.KEY).value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
_SINGLE = QTextBlockFormat.LineHeightTypes.SingleHeight.value
_PIXELS = QTextFormat.Property.FontPixelSize.value


class Role(Enum):
    """What a piece of text is: family, size in em, weight, colour role, line height in its own em."""

    BODY = ("serif", 1.0, 400, "text", 1.6)
    QUOTE = ("serif", 1.0, 400, "text2", 1.6)
    NOTE = ("serif", 0.84, 400, "text2", 1.55)
    CELL = ("ui", 0.82, 400, "text", 1.5)
    HEAD = ("ui", 0.82, 600, "text", 1.5)
    FINE_CELL = ("ui", 0.6, 400, "text", 1.5)  # of a table that would not fit on paper otherwise
    FINE_HEAD = ("ui", 0.6, 600, "text", 1.5)
    CAPTION = ("ui", 0.82, 400, "text2", 1.5)
    CODE = ("mono", 0.8, 400, "text", 1.55)
    SUMMARY = ("ui", 0.94, 600, "text", 1.6)
    KICKER = ("ui", 0.67, 700, "accent", 1.5)
    META = ("ui", 0.78, 400, "text2", 1.45)
    TITLE = ("ui", 1.78, 700, "text", 1.24)
    H1 = ("ui", 1.56, 700, "text", 1.3)
    H2 = ("ui", 1.32, 700, "text", 1.35)
    H3 = ("ui", 1.14, 600, "text", 1.4)
    H4 = ("ui", 1.0, 600, "text", 1.5)

    __hash__ = object.__hash__  # members are looked up for every run of text

    @property
    def family(self) -> fonts.Role:
        return self.value[0]


#: A Chinese character fills its square: the same size looks larger and needs more room between the lines.
_CJK_SIZE = {Role.TITLE: 1.62, Role.H1: 1.44, Role.H2: 1.26, Role.H3: 1.12}
#: Text that is read for long: the reader may set its lines closer or wider.
_RUNNING = {Role.BODY, Role.QUOTE, Role.NOTE, Role.CELL, Role.HEAD, Role.CAPTION}
#: Figures of one width, or those of a column do not stand below one another.
_TABULAR = {Role.CELL, Role.HEAD, Role.FINE_CELL, Role.FINE_HEAD}
#: The indent of a first line in em, by language; two characters in Chinese, one in Japanese and Korean.
_INDENT = {"zh": 2.0, "yue": 2.0, "ja": 1.0, "ko": 1.0}
#: The space between scripts in em; a quarter is what Chinese typesetters use, an eighth what screens show.
_HAN_SPACE = 0.16
#: More seams between scripts than this slow the page down; what comes behind has none.
MAX_SEAMS = 1500
_CJK_LEADING = {Role.BODY: 1.75, Role.QUOTE: 1.75, Role.NOTE: 1.7, Role.TITLE: 1.28}


class Shape(NamedTuple):
    """Where a block stands: pixels from the column's start, first-line indent, the space above, what is painted."""

    left: int = 0
    indent: int = 0  # how far the first line hangs out
    first: int = 0  # how far the first line is set in
    top: int = 0
    kind: Kind | None = None
    bars: str = ""
    rtl: bool | None = None
    centred: bool = False
    right: int = 0
    align_right: bool = False
    ruby: bool = False  # has readings above its characters
    tall: bool = False  # holds a picture or a card: its line grows
    pictured: bool = False  # has pictures among its words: a line of theirs may grow


class Look:
    """The formats of one article in one theme, as the reader wants it set; each is made once."""

    def __init__(self, theme: Theme, typography: Typography, lang: str, *, readings_above: bool = False) -> None:
        self.theme, self.typography, self.px, self.lang = theme, typography, typography.px, lang
        self.cjk, self.rtl = is_cjk(lang), is_rtl(lang)
        self.line = self.leading(Role.BODY)
        self.readings_above = readings_above
        self.indented = typography.paragraphs == INDENTED
        # CJK faces bring Latin letters of their own kind, which need no second font.
        self._split = self.cjk and typography.latin != typography.cjk
        self._seams = MAX_SEAMS if typography.han_space else 0
        self._chars: dict[tuple[Role, int, bool, bool, bool], QTextCharFormat] = {}
        self._blocks: dict[tuple[Role, Shape, int], QTextBlockFormat] = {}
        self._markers: dict[tuple[Role, bool], QTextCharFormat] = {}

    def size(self, role: Role) -> int:
        em = _CJK_SIZE.get(role, role.value[1]) if self.cjk else role.value[1]
        return max(9, round(self.px * em))

    def leading(self, role: Role) -> int:
        factor = _CJK_LEADING.get(role, role.value[4]) if self.cjk else role.value[4]
        if role in _RUNNING:
            factor *= self.typography.leading / 100
        return round(self.size(role) * factor)

    def first(self) -> int:
        """Return how far the first line of a paragraph is set in, in pixels."""
        return self.em(_INDENT.get(self.lang.split("-")[0], 1.5))

    def em(self, factor: float) -> int:
        return round(self.px * factor)

    def gap(self, lines: float) -> int:
        """Return a space in lines of the body."""
        return round(self.line * lines)

    def gap_sign(self, rtl: bool | None = None) -> str:
        """Return what stands between a marker and its text: from right to left Qt has no room for a tab there."""
        return "\u2002" if rtl or (rtl is None and self.rtl) else "\t"

    def pieces(self, run: Run, after: Run | None) -> list[Piece]:
        """Return a run in pieces of one format each; `after` is what follows it."""
        found = self._by_script(run, after.text if after else "")
        at_key = after is not None and bool((run.style._value_ ^ after.style._value_) & _KEY)
        return key_space(found, after.text) if after is not None and at_key else found

    def _by_script(self, run: Run, after: str) -> list[Piece]:
        text, bits = run.text, run.style._value_
        if bits & _FIXED_WIDTH or (text.isascii() and not self.cjk and after.isascii()):
            return [Piece(text)]
        mixed = bool(bits & _ITALIC) and has_cjk(text)
        if not (self._split or mixed or self._seams > 0):
            return [Piece(text)]
        found = pieces(text, after, scripts=self._split or mixed, seams=self._seams > 0)
        if mixed and emphasis.is_marked(text):
            found = [piece._replace(dotted=True) for piece in found]
        if len(found) > 1 or found[0].spaced:
            self._seams -= sum(piece.spaced for piece in found)
        return found

    def char(self, role: Role, style: Style = Style.PLAIN, piece: Piece | None = None) -> QTextCharFormat:
        """Return the format of some text. Chinese is never slanted: no such face exists, and a sheared one is ugly."""
        latin = piece is not None and piece.latin
        spaced = piece is not None and piece.spaced
        upright = bool(style._value_ & _ITALIC) and piece is not None and not latin and has_cjk(piece.text)
        dotted = upright and piece is not None and piece.dotted
        if upright:
            style &= ~Style.ITALIC
        key = (role, style._value_, latin, spaced, dotted)
        found = self._chars.get(key)
        if found is None:
            found = self._chars[key] = self._char(role, style, latin=latin)
            if dotted:
                found.setProperty(Property.EMPHASIS.value, emphasis.emphasis_in(self.lang).value)
            if spaced:
                found.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
                found.setFontLetterSpacing(self.size(role) * _HAN_SPACE)
        return found

    def link(self, base: QTextCharFormat, href: str, *, underlined: bool = True) -> QTextCharFormat:
        result = QTextCharFormat(base)
        result.setAnchor(True)
        result.setAnchorHref(href)
        if underlined:
            result.setForeground(QColor(self.theme.link))
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            result.setUnderlineColor(QColor(mix(self.theme.link, self.theme.page, 0.5)))
        return result

    def marker(self, role: Role, *, bullet: bool) -> QTextCharFormat:
        """Return the format of what stands before an item. Bullets are Latin: those of Chinese faces are specks."""
        found = self._markers.get((role, bullet))
        if found is None:
            found = self._markers[role, bullet] = QTextCharFormat(self.char(role))
            found.setForeground(QColor(self.theme.text2))
            if bullet:
                found.setFontFamilies(fonts.families("ui", ""))
        return found

    def block(self, role: Role, shape: Shape, top: int) -> QTextBlockFormat:
        """Return the format of a block with that space above it, whatever its shape says."""
        key = (role, shape, top)
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = self._block(role, shape)
            found.setTopMargin(top)
        return found

    def _char(self, role: Role, style: Style, *, latin: bool) -> QTextCharFormat:
        weight, colour = role.value[2:4]
        family, size = role.family, self.size(role)
        if style & Style.CODE:
            family, size = "mono", round(size * 0.86)
        elif style & Style.KEY:  # named as it is on a keyboard
            family, size = "ui", round(size * 0.72)
        if style & (Style.SMALL | Style.READING):
            size = round(size * 0.8)
        result = QTextCharFormat()
        # Names and dates mix scripts: there the Latin dot and figures look better in the Latin face.
        lang = "" if role in (Role.KICKER, Role.META) else self.lang
        result.setFontFamilies(self._families(family, lang, latin=latin))
        result.setProperty(_PIXELS, size)
        result.setFontWeight(max(weight, 700) if style & Style.BOLD else weight)
        result.setForeground(QColor(getattr(self.theme, "text2" if style & Style.READING else colour)))
        if role in _TABULAR and hasattr(result, "setFontFeatures"):  # since Qt 6.9
            result.setFontFeatures({QFont.Tag("tnum"): 1})
        if role is Role.TITLE and not self.cjk:
            result.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
            result.setFontLetterSpacing(98.5)
        _decorate(result, style)
        return result

    def _families(self, family: fonts.Role, lang: str, *, latin: bool) -> list[str]:
        if family != "serif":
            return fonts.families(family, lang)
        chosen = self.typography
        first = not self.cjk or (latin and self._split)
        return fonts.reading_families(lang, chosen.latin, chosen.cjk, latin_first=first)

    def _block(self, role: Role, shape: Shape) -> QTextBlockFormat:
        result = QTextBlockFormat()
        if shape.tall:
            result.setLineHeight(100, _SINGLE)
        else:
            least = round(self.size(role) * readings.LEADING) if shape.ruby else 0
            result.setLineHeight(max(self.leading(role), least), _LEAST if shape.pictured else _FIXED)
        rtl = shape.rtl if shape.rtl is not None else self.rtl or None
        result.setLeftMargin(shape.right if rtl else shape.left)
        result.setRightMargin(shape.left if rtl else shape.right)
        if rtl is not None:
            right_to_left = Qt.LayoutDirection.RightToLeft
            result.setLayoutDirection(right_to_left if rtl else Qt.LayoutDirection.LeftToRight)
        if shape.indent:
            result.setTextIndent(-shape.indent)
            result.setTabPositions([QTextOption.Tab(shape.indent, QTextOption.TabType.LeftTab)])
        if shape.first:
            result.setTextIndent(shape.first)
        if shape.centred or shape.align_right:
            side = Qt.AlignmentFlag.AlignHCenter if shape.centred else Qt.AlignmentFlag.AlignRight
            result.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        if shape.kind is not None:
            result.setProperty(Property.KIND.value, shape.kind.value)
        if shape.bars:
            result.setProperty(Property.BARS.value, shape.bars)
        return result


def _decorate(result: QTextCharFormat, style: Style) -> None:
    if style & Style.ITALIC:
        result.setFontItalic(True)
    if style & Style.STRIKE:
        result.setFontStrikeOut(True)
    if style & Style.UNDERLINE:
        result.setFontUnderline(True)
    if style & Style.SUP:
        result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif style & Style.SUB:
        result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    for wanted, chip in ((Style.MARK, Chip.MARK), (Style.CODE, Chip.CODE), (Style.KEY, Chip.KEY)):
        if style & wanted:
            result.setProperty(Property.CHIP.value, chip.value)
