"""A page becomes a QTextDocument: our own builder, because Qt's HTML import loses figures and leaks styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetricsF, QTextCursor, QTextDocument, QTextOption

from reader.ui.document import code as document_code
from reader.ui.document import header as document_header
from reader.ui.document import lists as document_lists
from reader.ui.document import readings
from reader.ui.document import related as document_related
from reader.ui.document import tables as document_tables
from reader.ui.document.kinds import Kind
from reader.ui.document.look import Look, Role, Shape
from reader.ui.document.related import NO_FOOT, Foot
from reader.ui.document.typography import Typography
from reader.ui.document.writer import Built, Section, Writer
from reader.ui.looks.fonts import families
from reader.ui.looks.theme import Theme
from reader.viewing import blocks as b
from reader.viewing.language import has_rtl, mostly_rtl
from reader.viewing.page import Page

_HEADINGS = {1: Role.H1, 2: Role.H2, 3: Role.H3}
_SMALL = {Role.CELL, Role.HEAD, Role.FINE_CELL, Role.FINE_HEAD, Role.NOTE, Role.CAPTION}


NO_INKS: Mapping[b.Code, tuple[b.Span, ...]] = MappingProxyType({})
#: More headings than this are no outline.
MAX_SECTIONS = 1000
#: The lines between two paragraphs of running text.
GAP = 0.62


class Level(NamedTuple):
    """How deep a flow stands: pixels from the column's start, the bars beside it, its text, its share of a table."""

    left: int = 0
    bars: str = ""
    role: Role = Role.BODY
    share: int = 1
    gap: float = GAP  # lines between paragraphs
    align: str = ""  # "right" or "center" in the cell of a table


class Builder:
    """Walks an outline and writes it. `whole` leaves nothing for a click: no table becomes a card."""

    def __init__(
        self,
        writer: Writer,
        opened: AbstractSet[int] = frozenset(),
        inks: Mapping[b.Code, tuple[b.Span, ...]] = NO_INKS,
        *,
        whole: bool = False,
    ) -> None:
        self.writer, self.look = writer, writer.look
        self.whole, self.inks = whole, inks
        self._opened = opened
        self._bars = 0

    def flow(self, blocks: tuple[b.Block, ...], level: Level) -> None:
        for _ in self.steps(blocks, level):
            pass

    def steps(self, blocks: tuple[b.Block, ...], level: Level) -> Iterator[None]:
        """Write block by block."""
        before: b.Block | None = None
        for block, after in zip_longest(blocks, blocks[1:]):
            if isinstance(block, b.Paragraph):
                self._prose(block, level, before, after)
            else:
                self._write(block, level)
            before = block
            yield

    def shape(self, level: Level, top: float = 0.0, **more: Any) -> Shape:
        """Return the shape of a block at that level, `top` lines below the one before; `more` are fields of Shape."""
        more["centred"] = more.get("centred", False) or level.align == "center"
        right = level.align == "right"
        return Shape(left=level.left, bars=level.bars, top=self.look.gap(top), align_right=right, **more)

    def paragraph(self, runs: tuple[b.Inline, ...], level: Level, shape: Shape, role: Role | None = None) -> None:
        if self.look.readings_above and readings.needs_room(runs):
            shape = shape._replace(ruby=True)
        if any(isinstance(run, b.Picture) for run in runs):
            shape = shape._replace(pictured=True)
        self.writer.begin(role or level.role, shape)
        self.writer.runs(runs, role or level.role, level.left)
        self.owe(level.gap)

    def owe(self, lines: float) -> None:
        self.writer.owe(self.look.gap(lines))

    def _prose(self, block: b.Paragraph, level: Level, before: b.Block | None, after: b.Block | None) -> None:
        """Write a paragraph: one that is indented needs no space above it."""
        runs, rtl, first = block.inlines, block.rtl, 0
        if rtl is None:
            # Qt goes by the first letter alone; a browser, by the page.
            text = b.run_text(runs)
            if self.look.rtl != has_rtl(text) and not mostly_rtl(text):
                rtl = False
        if self.look.indented and level.gap == GAP and not block.centred:
            # Where a text begins anew, only East Asian typesetters indent; some posts are indented by their author.
            if (self.look.cjk or isinstance(before, b.Paragraph)) and not b.run_text(runs)[:1].isspace():
                first = self.look.first()
            if isinstance(after, b.Paragraph) and not after.centred:
                level = level._replace(gap=0.0)
        self.paragraph(runs, level, self.shape(level, rtl=rtl, centred=block.centred, first=first))

    def _write(self, block: b.Block, level: Level) -> None:
        match block:
            case b.Heading(rank, runs, rtl):
                self._heading(rank, runs, level, rtl=rtl)
            case b.Picture():
                self._picture(block, level)
            case b.Figure(inner, caption):
                self._figure(inner, caption, level)
            case b.Quote(inner):
                self._quote(inner, level)
            case b.ListBlock() | b.Definitions() | b.Footnotes():
                document_lists.write(self, block, level)
            case _:
                self._write_rarer(block, level)

    def _write_rarer(self, block: b.Block, level: Level) -> None:
        match block:
            case b.Code():
                document_code.write(self, block, level)
            case b.Card():
                self.writer.begin(level.role, self.shape(level, 0.62, tall=True))
                self.writer.card(block, level.left, level.share)
                self.owe(0.75)
            case b.Rule():
                self.writer.begin(Role.META, self.shape(level, 0.75, kind=Kind.RULE))
                self.owe(0.75)
            case b.Table():
                document_tables.write(self, block, level)
            case b.Details():
                self._details(block, level)

    def _heading(self, rank: int, runs: tuple[b.Inline, ...], level: Level, *, rtl: bool | None) -> None:
        role = Role.HEAD if level.role in _SMALL else _HEADINGS.get(rank, Role.H4)
        self.paragraph(runs, level, self.shape(level, 0.3 if role is Role.HEAD else 1.1, rtl=rtl), role)
        built, title = self.writer.built, " ".join(b.run_text(runs).split())
        if level.role is Role.BODY and title and len(built.sections) < MAX_SECTIONS:
            built.sections.append(Section(rank, title[:200], self.writer.cursor.block().position()))
        self.owe(0.3)

    def _picture(self, picture: b.Picture, level: Level) -> None:
        self.writer.begin(level.role, self.shape(level, 0.5, tall=True))
        self.writer.picture(picture, level.left, level.share)
        self.owe(0.75)

    def _figure(self, inner: tuple[b.Block, ...], caption: tuple[b.Inline, ...], level: Level) -> None:
        if b.is_titled(inner):
            self.paragraph(caption, level, self.shape(level, 0.5), Role.CAPTION)
            self.owe(0.28)
            self.flow(inner, level)
            return
        self.flow(inner[:-1], level)
        last = inner[-1]
        if isinstance(last, b.Picture):
            self.writer.begin(level.role, self.shape(level, 0.5, tall=True))
            self.writer.picture(last, level.left, level.share)
            self.owe(0.28)
        else:
            self.flow(inner[-1:], level)
        self.paragraph(caption, level, self.shape(level), Role.CAPTION)
        self.owe(0.9)

    def _quote(self, inner: tuple[b.Block, ...], level: Level) -> None:
        self._bars += 1
        bars = f"{level.bars} {level.left}:{self._bars}".strip()
        role = Role.QUOTE if level.role is Role.BODY else level.role
        self.flow(inner, level._replace(left=level.left + self.look.em(1.15), bars=bars, role=role))
        self.owe(0.75)

    def _details(self, block: b.Details, level: Level) -> None:
        number = self.writer.built.folds
        self.writer.built.folds += 1
        opened = block.open != (number in self._opened)
        indent = self.look.em(1.15)
        summary = self.shape(level._replace(left=level.left + indent), 0.3, indent=indent)
        self.writer.begin(Role.SUMMARY, summary)
        char = self.look.char(Role.SUMMARY)
        if not self.whole:  # Nothing folds on paper, and a link of ours would lead nowhere in a PDF.
            char = self.look.link(char, f"toggle:{number}", underlined=False)
        sign = "▾" if opened else "◂" if self.look.rtl else "▸"
        self.writer.add(sign + self.look.gap_sign() + ("" if b.run_text(block.summary) else "…"), char)
        self.writer.plain(block.summary, char)
        self.owe(0.3)
        if opened:
            begin, unfolded = self.writer.cursor.position(), self.writer.built.unfolded
            outer = len(unfolded)
            self.flow(block.blocks, level._replace(left=level.left + indent))
            if number in self._opened:
                unfolded[outer:] = [(begin, self.writer.cursor.position())]
        else:
            self.writer.built.folds += sum(isinstance(inner, b.Details) for inner in b.walk(block.blocks))
        self.owe(0.62)


class Draft(NamedTuple):
    """A page as it is to be written: in which colours and type, which of its details the reader turned, and its foot.

    `readings_above` leaves it to Backdrop to show readings. `foot` is written below the page, see document.related.
    """

    page: Page
    theme: Theme
    typography: Typography
    opened: frozenset[int] = frozenset()
    readings_above: bool = False
    foot: Foot = NO_FOOT

    def same(self, other: Draft) -> bool:
        """Whether both lead to the same document."""
        return self.page is other.page and self[1:] == other[1:]


def build(draft: Draft, parent: QObject | None = None) -> Built:
    """Return the document of a page, set as the reader wants it."""
    built, steps = begin(draft, parent)
    for _ in steps:
        pass
    return built


def begin(draft: Draft, parent: QObject | None = None) -> tuple[Built, Iterator[None]]:
    """Return the document of a page, empty yet, and the steps that write it; nobody else may touch it before."""
    page = draft.page
    built = Built(empty_document(page.lang, draft.typography.px, parent))
    look = Look(draft.theme, draft.typography, page.lang, readings_above=draft.readings_above)

    def steps() -> Iterator[None]:
        writer, edit = Writer(built, look), QTextCursor(built.document)
        edit.beginEditBlock()  # or every cell of a table lays the whole document out anew
        document_header.write(writer, page)
        yield from Builder(writer, draft.opened, page.inks).steps(page.blocks, Level())
        if draft.foot:
            document_related.append(built, look, draft.foot)
        edit.endEditBlock()

    return built, steps()


def empty_document(lang: str, px: int, parent: QObject | None = None) -> QTextDocument:
    """Return a document to be written into."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    font = document.defaultFont()
    # The family says which shapes Chinese characters have; Qt would have a font follow the window's language instead.
    font.setFeature(QFont.Tag("locl"), 0)
    document.setDefaultFont(font)
    option = QTextOption(document.defaultTextOption())
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_tab_stop(lang, px))
    document.setDefaultTextOption(option)
    return document


def _tab_stop(lang: str, px: int) -> float:
    mono = QFont(families("mono", lang))
    mono.setPixelSize(round(px * 0.8))
    return 4 * QFontMetricsF(mono).horizontalAdvance(" ")
