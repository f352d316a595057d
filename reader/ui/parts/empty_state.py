"""What a pane shows when it has nothing to show: why, and what to do."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.looks.icons import Icons, draw

_ICON_PX = 48
_WIDEST, _EDGE = 360, 24
# So many pixels of a list, one row with its heading, are seen in any case.
_LEAST = 120


class _Picture(QWidget):
    """An icon, painted anew in the colours of the day."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.name = ""
        self.setFixedSize(QSize(_ICON_PX, _ICON_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.name:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # Not by a QIcon: the last of its owners would be Python's collector, after the application's own end.
            draw(painter, QRectF(self.rect()), self.name, self._icons.theme.text3)
            painter.end()


def balanced(text: str, metrics: QFontMetrics, widest: int) -> int:
    """Return the least width (pixels) at which a text takes no more lines than at the widest: so no word is left over.

    A text that needs no second line keeps the widest.
    """
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)

    def height(width: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width, 10_000), flags, text).height()

    wanted = height(widest)
    if wanted < 2 * metrics.height():
        return widest
    widths = range(widest // 2, widest)
    return bisect_left(widths, 1, key=lambda width: height(width) <= wanted) + widest // 2


class EmptyState(QWidget):
    """An icon, a sentence, perhaps a second one, and one or two buttons, in the middle of the space there is."""

    primary_clicked = Signal()
    secondary_clicked = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None, *, pane: str = "") -> None:
        super().__init__(parent)
        if pane:  # The ground of that pane, where it is in none.
            self.setProperty("pane", pane)
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = _Picture(icons, self)
        self._title = self._label(15, QFont.Weight.DemiBold)
        self._detail = self._label(13, QFont.Weight.Normal)
        self._detail.setProperty("tone", "secondary")
        self._primary = self.main_button = QPushButton(self)
        self._primary.setProperty("primary", True)
        self._primary.clicked.connect(self.primary_clicked)
        self._secondary = QPushButton(self)
        self._secondary.clicked.connect(self.secondary_clicked)
        self._lay_out()

    def set_content(self, icon: str, title: str, detail: str = "", primary: str = "", secondary: str = "") -> None:
        """Say what there is to say; a part without text is not shown."""
        self._picture.name = icon
        self._picture.update()
        self._title.setText(title)
        for widget, text in ((self._detail, detail), (self._primary, primary), (self._secondary, secondary)):
            widget.setText(text)
            if not text and widget.hasFocus():
                self.setFocus()  # Else Qt would give the keys to some button elsewhere.
            widget.setVisible(bool(text))
        self._balance()
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)

    def _balance(self) -> None:
        widest = min(_WIDEST, max(_WIDEST // 3, self.width() - 2 * _EDGE))
        for label in (self._title, self._detail):
            label.setMaximumWidth(balanced(label.text(), label.fontMetrics(), widest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._balance()

    def _label(self, px: int, weight: QFont.Weight) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        label.setMaximumWidth(_WIDEST)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        font = label.font()
        font.setPixelSize(px)
        font.setWeight(weight)
        label.setFont(font)
        return label

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self._secondary)
        buttons.addWidget(self._primary)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(8)
        column.addStretch(4)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for label in (self._title, self._detail):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(5)  # a little above the middle looks like the middle


class Lower(QStackedWidget):
    """A list, or in its place why there is none. Its words wrap, and take no height from what is above them."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LEAST)
