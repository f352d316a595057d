"""The sheet of keyboard shortcuts, behind the question mark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.parts.commas import in_a_row
from reader.ui.parts.dialog_layout import keep_within_screen
from reader.ui.parts.page_area import PageArea

#: Of a key cap, in pixels: its height, its text, the room beside that, the least that it encloses.
_CAP_PX, _SMALL_PX, _PADDING, _NARROWEST = 22, 12, 7, 10
#: Between two caps, and between them and the words.
_GAP, _BESIDE = 3, 10

#: A row of the sheet: group, keys, description. Keys as "Ctrl+F"; alternatives as "J / Down".
Row = tuple[str, str, str]


def caps(keys: str) -> list[list[str]]:
    """Split "Ctrl++ / G, G" into alternatives of single keys."""
    return [
        [part for one in alternative.split(", ") for part in _parts(one)]
        for alternative in keys.split(" / ")
        if alternative
    ]


def _parts(sequence: str) -> list[str]:
    if sequence.endswith("+"):  # the plus key itself
        return [*[part for part in sequence[:-1].split("+") if part], "+"]
    return sequence.split("+")


def balance(sizes: Sequence[int]) -> int:
    """Return how many groups of these heights belong into the first of two columns."""
    return min(range(len(sizes) + 1), key=lambda n: max(sum(sizes[:n]), sum(sizes[n:])))


class ShortcutSheet(QDialog):
    """All shortcuts by group, in two columns."""

    #: Other keys are wanted.
    change_wanted = Signal()

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(760, 600)
        self._area = PageArea(self)
        keep_within_screen(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 20)
        layout.addWidget(self._area)
        self.change = QPushButton(self)
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.change_wanted)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(self.change)
        layout.addLayout(foot)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead; groups keep the order of their first row."""
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.change.setText(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change keyboard shortcuts…"))
        self._area.setAccessibleName(self.windowTitle())
        groups: dict[str, list[Row]] = {}
        for row in rows:
            groups.setdefault(row[0], []).append(row)
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(24, 20, 24, 24)
        columns.setSpacing(44)
        split = balance([len(group) + 2 for group in groups.values()])
        names = list(groups)
        for part in (names[:split], names[split:]):
            column = QVBoxLayout()
            column.setSpacing(24)
            for name in part:
                column.addWidget(self._group(name, groups[name], page))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._area.show_page(page)

    def _group(self, name: str, rows: Sequence[Row], parent: QWidget) -> QWidget:
        box = QWidget(parent)
        box.setAccessibleName(name)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        title = QLabel(name, box)
        title.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        column.addWidget(title)
        for _, keys, description in rows:
            column.addWidget(_Line(description, keys, self.tr("or"), box))
        return box


class _Line(QLabel):
    """What a command does, and its keys at the right end, which are painted: a label for each would be hundreds."""

    def __init__(self, words: str, keys: str, between: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "secondary")
        self.setWordWrap(True)
        self.setAccessibleName(in_a_row((words, f" {between} ".join(keys.split(" / ")))))
        self._small = QFont(self.font())
        self._small.setPixelSize(_SMALL_PX)
        #: Each cap, or word between two, with where it begins and how wide it is, counted from the first one.
        self._marks: list[tuple[str, bool, int, int]] = []
        self._wide = self._measure(caps(keys), between)
        self.setMinimumHeight(_CAP_PX)  # in every script
        self.setContentsMargins(0, 0, self._wide + _BESIDE, 0)

    def _measure(self, alternatives: Sequence[Sequence[str]], between: str) -> int:
        """Lay the caps out in a row; returns its width in pixels."""
        small, usual, at = QFontMetrics(self._small), self.fontMetrics(), 0
        for number, alternative in enumerate(alternatives):
            if number:
                wide = usual.horizontalAdvance(between) + 2 * _GAP
                self._marks.append((between, False, at, wide))
                at += wide + _GAP
            for key in alternative:
                wide = max(small.horizontalAdvance(key), _NARROWEST) + 2 * _PADDING
                self._marks.append((key, True, at, wide))
                at += wide + _GAP
        return max(0, at - _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, colours = QPainter(self), QApplication.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = self.width() - self._wide, (self.height() - _CAP_PX) // 2
        for words, cap, at, wide in self._marks:
            area = QRectF(left + at, top, wide, _CAP_PX)
            if cap:
                self._fill(painter, area, 5, colours.mid())
                self._fill(painter, area.adjusted(1, 1, -1, -2), 4, colours.button())
                area = area.adjusted(0, 0, 0, -1)
            painter.setFont(self._small if cap else self.font())
            painter.setPen((colours.windowText() if cap else colours.placeholderText()).color())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _fill(self, painter: QPainter, area: QRectF, radius: float, brush: QBrush) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(area, radius, radius)
