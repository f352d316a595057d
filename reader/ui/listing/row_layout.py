"""Where the parts of a row are: for the delegate that paints them, and for clicks in the list."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QSize

from reader.frozen import frozen


class Density(StrEnum):
    """How much of an article a row shows."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    CARDS = "cards"


@frozen
class RowLayout:
    """A row of one density, in pixels from its upper left edge.

    `text` is the upper edge of the first line, `lines` how many title and summary have together, of them at most
    `titles` for the title. `meta` is the upper edge of the line of source and time. `left` and `right` are beside the
    text; in the room on the left are the unread dot, at the height of the first line, and the buttons.
    """

    height: int
    text: int
    lines: int
    titles: int
    meta: int
    picture: QSize
    picture_top: int
    left: int = 28
    right: int = 12
    title_px: int = 14
    card: bool = False

    @property
    def line(self) -> int:
        """The height of a line."""
        return self.title_px + 6

    @property
    def dot(self) -> float:
        """The middle of the unread dot."""
        return self.text + self.line / 2


LAYOUTS = {
    Density.COMFORTABLE: RowLayout(86, 12, 2, 2, 56, QSize(76, 57), 14),
    Density.COMPACT: RowLayout(52, 6, 1, 1, 26, QSize(44, 33), 9),
    Density.CARDS: RowLayout(142, 17, 4, 2, 106, QSize(112, 84), 20, left=42, right=22, title_px=15, card=True),
}


def panel_place(row: QRect, layout: RowLayout) -> QRect:
    """Return the ground of a row: what is coloured where it is selected, and the whole of a card."""
    return row.adjusted(12, 5, -4, -5) if layout.card else row.adjusted(8, 1, 0, -1)


def picture_place(row: QRect, layout: RowLayout) -> QRect:
    """Return where the picture of a row stands."""
    size = layout.picture
    left = row.right() + 1 - layout.right - size.width()
    return QRect(left, row.top() + layout.picture_top, size.width(), size.height())


def unread_place(row: QRect, layout: RowLayout) -> QRect:
    """Return the button that marks a row's article as read or unread: where its dot is."""
    return QRect(row.left() + layout.left - 22, row.top() + round(layout.dot) - 10, 22, 20)


def bookmark_place(row: QRect, layout: RowLayout) -> QRect:
    """Return the button that puts a row's article on the read-later list: beside the line of its source."""
    return QRect(row.left() + layout.left - 22, row.top() + layout.meta, 22, 20)
