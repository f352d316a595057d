"""Puts blocks and runs of text into a document, and remembers where links can lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat, QTextImageFormat

from reader.ui.document import readings
from reader.ui.document.kinds import CARD_OBJECT, COPY_OBJECT, FETCH, OBJECT_CHARACTER, PICTURE_OBJECT, Property
from reader.ui.document.look import Look, Role, Shape
from reader.ui.document.scripts import Piece
from reader.ui.parts.text_places import from_qt
from reader.viewing.blocks import Card, Inline, Picture, Place, Run, Style, Table
from reader.viewing.page import ABSENT

_RUBY = (Style.BASE | Style.READING).value
_UNSAID = (Style.READING | Style.ADDED).value
_IS_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|bmp)(?:[?#].*)?$", re.IGNORECASE)
_LINE_BREAK, _BREAK = "\u2028", "\n"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the article: its rank (1 to 6), its words in one line, and where it stands in Qt's count."""

    level: int
    title: str
    position: int


@dataclass(slots=True)
class Built:
    """A finished document, where its places are, and what its inner links mean.

    `folds` is the number of details; "toggle:N" opens or closes the Nth. "table:N" shows the Nth of `tables`,
    "picture:N" the Nth of `pictures`, each a key and a description; FETCH asks for those that are not there. "copy:N"
    copies the Nth of `codes`.

    `sections` are its headings in order, those of closed details, tables and quotations left out.

    `beside` are the ranges, in Qt's count, of what the article does not say itself; None is the end. `added` are those
    of what its text does not hold though it belongs there: the signs of lists, readings, objects. `cards` are the
    places of the cards that stand for `tables`, `unfolded` the ranges of details that are open against their author's
    will, none within another.
    """

    document: QTextDocument
    places: dict[str, int] = field(default_factory=dict)
    folds: int = 0
    tables: list[Table] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    beside: list[tuple[int, int | None]] = field(default_factory=list)
    added: list[tuple[int, int]] = field(default_factory=list)
    cards: list[int] = field(default_factory=list)
    unfolded: list[tuple[int, int]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    def folded(self, at: int) -> int:
        """Return which place this one is where nothing is unfolded; `at_folded` leads back."""
        return at - sum(min(at, end) - begin for begin, end in self.unfolded if begin < at)

    def at_folded(self, at: int) -> int:
        """Return which place of this document one is that was counted where nothing is unfolded."""
        for begin, end in self.unfolded:
            if begin < at:
                at += end - begin
        return at

    def own_end(self) -> int:
        """Return where, in Qt's count, what the article says ends."""
        ends = [begin for begin, end in self.beside if end is None]
        return min(ends, default=self.document.characterCount() - 1)

    def own_text(self) -> str:
        """Return the document's text with line breaks in place of what is not the article's title or text."""
        text = self.document.toPlainText()
        for begin, end in self.beside:
            before, after = text[: from_qt(text, begin)], "" if end is None else text[from_qt(text, end) :]
            # As long as before by Qt's count, so that places stay.
            text = f"{before}{_BREAK * ((end or begin) - begin)}{after}"
        return text


class Writer:
    """A cursor that knows the space owed above the next block.

    Every block has its space above, none below: what two neighbours ask for is settled here, once, by the larger.
    """

    def __init__(self, built: Built, look: Look) -> None:
        self.built, self.look = built, look
        self.cursor = QTextCursor(built.document)
        self._ruby_formats: dict[tuple[Role, int, str, readings.Where, bool], QTextCharFormat] = {}
        self._fresh = True  # the cursor stands in an empty block that may still be used
        self._owed = 0

    def begin(self, role: Role, shape: Shape) -> None:
        """Start a block; `shape.top` is the least space above it."""
        block, char = self.look.block(role, shape, max(shape.top, self._owed)), self.look.char(role)
        if self._fresh:
            self.cursor.setBlockFormat(block)
            self.cursor.setBlockCharFormat(char)
        else:
            self.cursor.insertBlock(block, char)
        self._fresh, self._owed = False, 0

    def owe(self, space: int) -> None:
        """Ask for space above the next block."""
        self._owed = max(self._owed, space)

    def enter(self, cursor: QTextCursor) -> None:
        """Go on in the empty block at that cursor: a table's cell, or what follows a table."""
        self.cursor = cursor
        self._fresh, self._owed = True, 0

    def room_for_table(self) -> None:
        """Make the block above a table one that is not seen."""
        if self._fresh or self._owed:
            self.begin(Role.KICKER, Shape(tall=True))
            tiny = QTextCharFormat(self.look.char(Role.KICKER))
            tiny.setProperty(QTextCharFormat.Property.FontPixelSize.value, 1)
            self.cursor.setBlockCharFormat(tiny)

    def text(self, text: str, char: QTextCharFormat) -> None:
        self.cursor.insertText(text.replace("\n", _LINE_BREAK), char)

    def add(self, text: str, char: QTextCharFormat) -> None:
        """Write what the text of the article does not hold."""
        begin = self.cursor.position()
        self.text(text, char)
        self.built.added.append((begin, self.cursor.position()))

    def plain(self, inlines: tuple[Inline, ...], char: QTextCharFormat) -> None:
        """Write a line in one format; of its pictures their descriptions."""
        for item in inlines:
            if isinstance(item, Run):
                (self.add if item.style._value_ & _UNSAID else self.text)(item.text, char)
            elif isinstance(item, Picture):
                self.add(item.alt, char)

    def runs(self, inlines: tuple[Inline, ...], role: Role, inset: int = 0) -> None:
        ruby = _RUBY if self.look.readings_above else 0
        for at, (item, after) in enumerate(zip_longest(inlines, inlines[1:])):
            begin = self.cursor.position()
            if isinstance(item, Run) and item.style._value_ & ruby:
                self._ruby(item, readings.place(inlines, at, self.look.size(role)), role)
            elif isinstance(item, Run):
                for piece in self.look.pieces(item, after if isinstance(after, Run) else None):
                    self.text(piece.text, self._run_format(item, role, piece))
            elif isinstance(item, Place):
                self.built.places.setdefault(item.id, self.cursor.position())
            else:
                self.picture(item, inset, 1)
            if isinstance(item, Run) and item.style._value_ & _UNSAID:
                self.built.added.append((begin, self.cursor.position()))

    def _ruby(self, run: Run, place: readings.Where, role: Role) -> None:
        """Write characters that have a reading, or the reading."""
        end = len(run.text) - (place.spacing != place.last)
        for text, last in ((run.text[:end], False), (run.text[end:], True)):
            if not text:
                continue
            key = (role, run.style._value_, run.href, place, last)
            char = self._ruby_formats.get(key)
            if char is None:
                plain = self._run_format(run, role, Piece(run.text))
                char = self._ruby_formats[key] = readings.mark(plain, place, last=last, lang=self.look.lang)
            self.text(text, char)

    def picture(self, picture: Picture, inset: int, share: int) -> None:
        char = self._object(PICTURE_OBJECT, inset, share, self._leads(picture))
        char.setProperty(Property.KEY.value, picture.key)
        char.setProperty(Property.ALT.value, picture.alt)
        char.setProperty(Property.HOST.value, picture.host)
        char.setProperty(Property.ASKED.value, picture.width)
        char.setProperty(Property.ASKED_HEIGHT.value, picture.height)
        if picture.inline:
            char.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self.add(OBJECT_CHARACTER, char)

    def _leads(self, picture: Picture) -> str:
        """Return what a click on a picture does: fetch it, follow its link, or show it large."""
        if picture.key.startswith(ABSENT):
            return f"{FETCH}:{picture.key}"
        if not picture.key:
            return picture.href
        self.built.pictures.append((picture.key, picture.alt))
        # Many a link leads to the same picture in full: that is what is shown.
        elsewhere = picture.href and not _IS_PICTURE.search(picture.href)
        return picture.href if elsewhere or picture.inline else f"picture:{len(self.built.pictures) - 1}"

    def card(self, card: Card, inset: int, share: int) -> None:
        char = self._object(CARD_OBJECT, inset, share, card.url)
        char.setProperty(Property.CARD.value, card.kind)
        char.setProperty(Property.TITLE.value, card.title)
        char.setProperty(Property.HOST.value, card.url)
        self.add(OBJECT_CHARACTER, char)

    def copy_row(self, code: str, language: str, inset: int, share: int) -> None:
        """Write the row above a block of code that copies it."""
        char = self._object(COPY_OBJECT, inset, share, f"copy:{len(self.built.codes)}")
        char.setProperty(Property.TITLE.value, language)
        self.built.codes.append(code)
        self.add(OBJECT_CHARACTER, char)

    def copy_button(self, code: str, inset: int) -> None:
        """Write what copies a block of code at the right of its first line, which gives way to it."""
        char = self._object(COPY_OBJECT, inset, 0, f"copy:{len(self.built.codes)}")
        self.built.codes.append(code)
        begin = self.cursor.position()
        image = QTextImageFormat()
        image.merge(char)
        image.setObjectType(COPY_OBJECT)
        # Only pictures can float, but what draws one is for the object's kind to say.
        self.cursor.insertImage(image, QTextFrameFormat.Position.FloatRight)
        self.built.added.append((begin, self.cursor.position()))

    def _object(self, kind: int, inset: int, share: int, href: str) -> QTextCharFormat:
        char = QTextCharFormat()
        char.setObjectType(kind)
        char.setProperty(QTextCharFormat.Property.FontPixelSize.value, 1)  # no room for descenders below it
        char.setProperty(Property.INSET.value, inset)
        char.setProperty(Property.SHARE.value, share)
        return self.look.link(char, href, underlined=False) if href else char

    def _run_format(self, run: Run, role: Role, piece: Piece) -> QTextCharFormat:
        char = self.look.char(role, run.style, piece)
        if not run.href:
            return char
        note = bool(run.style & Style.SUP)
        result = self.look.link(char, run.href, underlined=not note)
        if note:
            result.setForeground(self.look.link(char, run.href).foreground())
        return result
